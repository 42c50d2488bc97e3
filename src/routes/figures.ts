import { count, millions, number, signedMillions } from '$lib/format';
import type { Metric, YearRow } from '$lib/model/year-row';
import type { Text } from '$lib/text/text';

/** The value of a figure as a chart draws it; `null` where a rate behind it is unknown. */
export function valueOf(metric: Metric, row: YearRow): number | null {
  return metric === 'net' && row.incomplete ? null : row[metric];
}

/** A figure as it is written everywhere on the page: in chart, table and title; `costPositive` prints an income as minus. */
export function figure(metric: Metric, row: YearRow, text: Text, costPositive = false): string {
  if (metric === 'net')
    return row.incomplete ? text.unknown : signedMillions(costPositive ? -row.net : row.net, text.language);
  if (metric === 'income' || metric === 'cost') return millions(row[metric], text.language);
  return metric === 'rooms_needed' ? number(row[metric], 0, text.language) : count(row[metric], text.language);
}

/** The sum of the net of some years. */
export function netSum(rows: YearRow[], text: Text, costPositive = false): string {
  if (rows.some((row) => row.incomplete)) return text.unknown;
  const sum = rows.reduce((total, row) => total + row.net, 0);
  return signedMillions(costPositive ? -sum : sum, text.language);
}

/** An amount as the headline says it: `6,5 mill. i pluss`. */
export function inWords(kroner: number | null, text: Text): string {
  const words = text.page;
  if (kroner === null) return words.headline.unknown;
  const amount = millions(Math.abs(kroner), text.language);
  if (amount === millions(0, text.language)) return words.zero;
  return `${amount} ${words.million} ${kroner < 0 ? words.minus : words.plus}`;
}

/** The highest and the lowest year of a chart in a sentence. */
export function summary(metric: Metric, rows: YearRow[], text: Text, costPositive = false): string {
  const order = rows.filter((row) => valueOf(metric, row) !== null).sort((a, b) => a[metric] - b[metric]);
  const [lowest, highest] = [order[0], order.at(-1)];
  if (!lowest || !highest) return text.unknown;
  return text.page.chartSummary(
    figure(metric, highest, text, costPositive),
    highest.year,
    figure(metric, lowest, text, costPositive),
    lowest.year,
  );
}
