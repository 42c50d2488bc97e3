import { finding, observed, withPersons, type CohortRule } from './cohort';

/**
 * Nobody is counted in a year before that of settlement: persons live in the municipality on 31 December of the year of the
 * row, or of the year before the plan. Source: the format of the cohort file (data/README.md).
 */
export const settledAfterYear: CohortRule = {
  number: 14,
  codes: ['settled-after-year'],
  check: (rows, context) =>
    withPersons(rows).flatMap((row) => {
      const year = observed(row, context);
      if (year === null || row.settlement_year <= year) return [];
      const more = { severity: 'error' as const, found: String(row.settlement_year), allowed: String(year) };
      return [finding('settled-after-year', row, 'settlement_year', more)];
    }),
};
