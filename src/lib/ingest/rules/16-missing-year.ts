import { finding, isEarly, type CohortContext, type CohortRule, type PlacedRow } from './cohort';
import { groupsBy } from './figures';

/** The years of settlement that can still give a grant. */
const PHASE = 5;

/**
 * The last five settlement years of a file have no gap: a year without a row is more often forgotten than empty. Nobody
 * settled is written as 0, or published so. Source: the integration grant's five calendar years, each of which needs its
 * persons; IMDi's published counts (data/settlement/settlement.csv).
 */
export const missingYear: CohortRule = {
  number: 16,
  codes: ['settlement-year-missing'],
  check: (rows, context) => {
    const late = rows.filter((row) => !isEarly(row));
    return groupsBy(late, ({ municipality, year }) => `${municipality}|${year}`).flatMap((same) => {
      const missing = missingOf(same).filter((year) => !same[0] || !isEmpty(year, same[0], context));
      const found = missing.join(', ');
      return missing.length > 0 ? [finding('settlement-year-missing', null, 'settlement_year', { found })] : [];
    });
  },
};

/** The years of the phase after the first of the rows that none of them has. */
function missingOf(rows: PlacedRow[]): number[] {
  const years = new Set(rows.map(({ settlement_year }) => settlement_year));
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return Array.from({ length: PHASE }, (_, at) => last - PHASE + 1 + at).filter(
    (year) => year > first && !years.has(year),
  );
}

/** Whether it is published that nobody was settled in the municipality of the row that year. */
function isEmpty(year: number, row: PlacedRow, { settlement, municipality }: CohortContext): boolean {
  return settlement.some(
    (count) =>
      count.series === 'settled' &&
      count.year === year &&
      count.municipality === (row.municipality ?? municipality) &&
      (count.mark === 'none' || (count.mark === '' && count.persons === 0)),
  );
}
