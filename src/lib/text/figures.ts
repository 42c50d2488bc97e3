import { count, millions, number, signed, signedMillions } from '$lib/format';
import type { Metric, YearRow } from '$lib/model/year-row';
import type { Text } from './text';

/** How amounts are written: in thousands of kroner rather than millions, and an income with a minus. */
export type View = { thousands: boolean; costPositive: boolean };

/** An amount with its sign, in the unit of the view. */
export function signedAmount(kroner: number, text: Text, view: View): string {
  const turned = view.costPositive ? -kroner : kroner;
  return view.thousands ? signed(turned / 1000, 0, text.language) : signedMillions(turned, text.language);
}

/** An amount that can only be one way, without a sign. */
export function amount(kroner: number, text: Text, view: View): string {
  return view.thousands ? number(kroner / 1000, 0, text.language) : millions(kroner, text.language);
}

/** The unit of amounts: million kroner, or 1000 kroner. */
export function unitOf(text: Text, view: View): string {
  return view.thousands ? text.plan.unit.thousands : text.plan.unit.millions;
}

/** Whether a rate behind a figure is unknown, so that no figure can be written. */
function isUnknown(metric: Metric, row: YearRow): boolean {
  return metric === 'fund' ? row.fund_incomplete : metric === 'net' && row.incomplete;
}

/** A figure as it is written everywhere: in chart, table and title. */
export function figure(metric: Metric, row: YearRow, text: Text, view: View): string {
  const value = row[metric];
  if (isUnknown(metric, row)) return text.unknown;
  if (metric === 'net' || metric === 'fund') return signedAmount(value, text, view);
  if (metric === 'income' || metric === 'cost') return amount(value, text, view);
  return metric === 'rooms_needed' || metric === 'dwellings'
    ? number(value, 0, text.language)
    : count(value, text.language);
}

/** The sum of a metric in kroner over some years, as it is written. */
export function sumFigure(metric: Metric, rows: YearRow[], text: Text, view: View): string {
  if (rows.some((row) => row.incomplete)) return text.unknown;
  const sum = rows.reduce((total, row) => total + row[metric], 0);
  return metric === 'net' ? signedAmount(sum, text, view) : amount(sum, text, view);
}

/** An amount as the headline says it, in two parts: `6,5 mill.` and `i pluss`. */
export function inWords(kroner: number | null, text: Text): [string, string] {
  if (kroner === null) return [text.plan.unknown, ''];
  const written = millions(Math.abs(kroner), text.language);
  if (written === millions(0, text.language)) return ['', text.plan.zero];
  return [`${written} ${text.plan.million}`, kroner < 0 ? text.plan.minus : text.plan.plus];
}

/** The highest and the lowest year of a chart in a sentence. */
export function summary(metric: Metric, rows: YearRow[], text: Text, view: View): string {
  const order = rows.filter((row) => !isUnknown(metric, row)).sort((a, b) => a[metric] - b[metric]);
  const [lowest, highest] = [order[0], order.at(-1)];
  if (!lowest || !highest) return text.unknown;
  return text.plan.chartSummary(
    figure(metric, highest, text, view),
    highest.year,
    figure(metric, lowest, text, view),
    lowest.year,
  );
}

/** Settled a year as a plan has it: one number, or one for each year where they differ. */
export function personsName(path: number[], text: Text): string {
  const same = path.every((persons) => persons === path[0]);
  return (same ? path.slice(0, 1) : path).map((persons) => count(persons, text.language)).join(', ');
}
