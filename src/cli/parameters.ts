import { resolve, seriesOf, statusOf } from '$lib/model/resolve';
import { publishedCatalogue } from '$lib/parameters/published';
import { cliText } from '$lib/text/cli';
import { UsageError, type Arguments } from './arguments';
import { csv, table } from './table';

/** A parameter cell as listed: `value` is null where unknown, an option by its name. */
type Row = {
  id: string;
  value: number | string | null;
  unit: string;
  range: string;
  status: string;
  source: string;
  from: string;
};

/** `parameters [--year Y] [PREFIX]`: every cell in force on 1 January of a year; without one, in the newest year stated. */
export function parametersCommand({ operands, year, text, format }: Arguments): number {
  const prefix = operands[0] ?? '';
  const cells = [...publishedCatalogue.cells.values()].filter(({ address }) => address.startsWith(prefix));
  if (cells.length === 0) throw new UsageError(cliText[text.language].noParameters(prefix));
  const newest = Math.max(
    ...[...publishedCatalogue.parameters.values()].flatMap(({ values }) =>
      values.map(({ from }) => Number(from.slice(0, 4))),
    ),
  );
  const at = Number(year ?? newest);
  const parameters = resolve(publishedCatalogue, [], at, at);
  const rows = cells.map(({ address, parameter }): Row => {
    const series = seriesOf(parameters, address);
    const value = series.value[at - parameters.first] ?? NaN;
    const block = parameter.values[series.block[at - parameters.first] ?? -1];
    return {
      id: address,
      value: Number.isNaN(value) ? null : (parameter.options?.[value] ?? value),
      unit: parameter.unit,
      range: parameter.options?.join('|') ?? (parameter.range ? `${parameter.range.min}..${parameter.range.max}` : ''),
      status: statusOf(parameters, address, at),
      source: block ? [block.reference.title, block.reference.page].filter(Boolean).join(', ') : '',
      from: block?.from ?? '',
    };
  });
  if (format === 'json') process.stdout.write(`${JSON.stringify(rows)}\n`);
  if (format === 'csv') process.stdout.write(csv(rows));
  if (format === 'table') {
    const { parameterColumns: names } = cliText[text.language];
    const columns = [
      { heading: names.id },
      { heading: names.value, right: true },
      { heading: names.unit },
      { heading: names.range },
      { heading: names.status },
      { heading: names.source },
    ];
    const written = rows.map((row) => [
      row.id,
      row.value === null ? text.unknown : String(row.value),
      row.unit,
      row.range,
      text.status[row.status as keyof typeof text.status],
      row.source,
    ]);
    process.stdout.write(table(columns, written));
  }
  return 0;
}
