import { dirname, join } from 'node:path';
import { count, number } from '$lib/format';
import type { Plan } from '$lib/model/plan';
import { pointsIn, sweepColumns, sweepSteps, type SweepRow } from '$lib/model/sweep';
import { numbersIn, variedFindings, type Varied } from '$lib/model/vary';
import { cliText } from '$lib/text/cli';
import type { Text } from '$lib/text/text';
import { UsageError, type Arguments } from './arguments';
import { catalogueWith, loadPlan, pathOf, refuse } from './files';
import { sweepCsv, writeSweep } from './sweep-file';
import { inThreads, sweepTask } from './sweep-threads';
import { table } from './table';

/** `sweep SCENARIO... --vary ID=FROM..TO[/STEP]... [--shard I/N] [-o OUT]`: rows are written as they are worked out, by all cores; a failure leaves no file. */
export async function sweepCommand(given: Arguments): Promise<number> {
  const { operands, set, rates, text, format, command, search, draws, seed } = given;
  const words = cliText[text.language];
  if (operands.length === 0) throw new UsageError(words.missingFile(command ?? ''));
  const varied = variedIn(given);
  const { out, shard } = search;
  if (out !== undefined && !/\.(parquet|csv)$/i.test(out)) {
    throw new UsageError(words.wrongValue('-o', out, 'OUT.parquet, OUT.csv'));
  }
  const of = catalogueWith(rates, text);
  const cases = operands.map((file) => ({ scenario: file, plan: loadPlan(file, set, text, of).plan }));
  for (const { scenario, plan } of cases) {
    const findings = variedFindings(plan, varied);
    if (findings.length > 0) refuse(findings, text, scenario);
    if (out !== undefined && pathOf(out) === openingOf(scenario, plan)) throw new UsageError(words.ownInput(out));
  }
  const futures = draws === null ? null : { draws, seed };
  const columns = sweepColumns(varied, futures);
  const whole = shard ?? { part: 1, of: 1 };
  const points = pointsIn(cases.length, varied, whole);
  const pieces = inThreads(points, 1 + (draws ?? 0), whole, (piece) =>
    [...sweepSteps(cases, varied, piece, futures)].flat(),
  );
  if (out !== undefined && !sweepTask()) {
    const rows = await writeSweep(pathOf(out), columns, pieces).catch((error: unknown) => {
      if (error instanceof Error && 'code' in error) throw new UsageError(words.notWritten(out));
      throw error;
    });
    process.stderr.write(`${words.protectedRows(out, rows)}\n`);
    return 0;
  }
  const rows: SweepRow[] = [];
  for await (const piece of pieces) for (const row of piece) rows.push(row);
  if (sweepTask()) return 0;
  if (format === 'json') {
    const document = {
      format: 'bosett/sweep@1',
      vary: varied,
      shard: shard ?? null,
      draws,
      seed: futures && seed,
      rows,
    };
    process.stdout.write(`${JSON.stringify(document)}\n`);
  }
  if (format === 'csv') process.stdout.write(sweepCsv(rows, columns));
  if (format === 'table') process.stdout.write(tableOf(rows, varied, text));
  return 0;
}

/** Where the rows of an opening were read from; `null` where they stand in the scenario. */
function openingOf(file: string, { scenario: { opening } }: Plan): string | null {
  return typeof opening === 'string' ? join(dirname(pathOf(file)), opening) : null;
}

function variedIn({ search, text }: Arguments): Varied[] {
  const words = cliText[text.language];
  if (search.vary.length === 0) throw new UsageError(words.missingOption('--vary'));
  return search.vary.map(({ address, range }, at) => {
    const isAgain = search.vary.findIndex((other) => other.address === address) < at;
    if (!range || isAgain) throw new UsageError(words.wrongValue('--vary', address, 'ID=FROM..TO, ID=FROM..TO/STEP'));
    return { address, values: numbersIn(range.from, range.to, range.step) };
  });
}

function tableOf(rows: SweepRow[], varied: Varied[], text: Text): string {
  const { columns, language } = text;
  const thousands = (value: SweepRow[string] | undefined): string =>
    typeof value === 'number' ? number(value / 1000, 0, language) : text.unknown;
  const counted = (value: SweepRow[string] | undefined): string =>
    typeof value === 'number' ? count(value, language) : text.unknown;
  const money = ['income', 'cost', 'net'] as const;
  const counts = ['settled', 'in_phase', 'participants_peak', 'rooms_needed', 'posts'] as const;
  const written = rows.map((row) => [
    String(row['scenario']),
    ...varied.map(({ address }) => String(row[address])),
    String(row['year']),
    ...money.map((name) => {
      if (name === 'net' && row['incomplete']) return text.unknown;
      return thousands(row[name]) + (row['incomplete'] ? ' +' : '');
    }),
    ...counts.map((name) => counted(row[name])),
    row['tail'] ? text.tail : '',
  ]);
  const headings = [
    { heading: cliText[language].search.scenario },
    ...varied.map(({ address }) => ({ heading: address, right: true })),
    { heading: columns.year },
    ...[...money, ...counts].map((name) => ({ heading: columns[name], right: true })),
    { heading: '' },
  ];
  return `${cliText[language].thousands}\n${table(headings, written)}`;
}
