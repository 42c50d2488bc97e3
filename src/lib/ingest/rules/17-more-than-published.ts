import type { Count } from '$lib/model/backtest-history';
import { finding, type CohortContext, type CohortRule, type PlacedRow } from './cohort';
import { groupsBy, written } from './figures';

/** Rows of these are no counts: made up, assumed, or rounded. */
const NO_COUNTS: (string | undefined)[] = ['synthetic', 'assumed', 'rounded'];

/**
 * A settlement year has no more persons than were settled by agreement in the municipality that year, family immigrants
 * left out; some may have moved in, so it is only said. Hidden counts are at least one each. A published count that is
 * hidden, of part of a year or of another number of the municipality judges nothing. Source: IMDi's published counts
 * (data/settlement/settlement.csv).
 */
export const moreThanPublished: CohortRule = {
  number: 17,
  codes: ['more-than-published'],
  check: (rows, context) => {
    const published = publishedCounts(context.settlement);
    const settled = rows.filter(({ permit, status }) => permit !== 'family' && !NO_COUNTS.includes(status));
    return groupsBy(settled, (row) => `${row.year}|${keyOf(row, context)}`).flatMap((same) => {
      const [first] = same;
      const count = first && published.get(keyOf(first, context));
      if (count === undefined || leastOf(same) <= count) return [];
      const isHidden = same.some(({ persons }) => persons === null);
      const found = `${isHidden ? '≥ ' : ''}${written(leastOf(same))}`;
      const path = `settlement_year ${first?.settlement_year}`;
      return first ? [finding('more-than-published', first, path, { found, allowed: String(count) })] : [];
    });
  },
};

function publishedCounts(counts: Count[]): Map<string, number> {
  return new Map(
    counts.flatMap(({ municipality, year, series, persons, mark }): [string, number][] =>
      series === 'settled' && mark === '' && persons !== null ? [[`${municipality}|${year}`, persons]] : [],
    ),
  );
}

function keyOf({ municipality, settlement_year }: PlacedRow, context: CohortContext): string {
  return `${municipality ?? context.municipality}|${settlement_year}`;
}

/** The fewest persons the rows can be of. */
function leastOf(rows: PlacedRow[]): number {
  return rows.reduce((sum, { persons }) => sum + (persons === null ? 1 : persons), 0);
}
