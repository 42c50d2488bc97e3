import { finding, onePerYear, withPersons, type CohortRule } from './cohort';

/** The year the collective protection of today began. */
const SINCE = 2022;

/**
 * Nobody has the collective protection of today with a settlement year before 2022, so year or permit is wrong. Source:
 * integreringsloven chapter 6A, for permits from 11 March 2022.
 */
export const collectiveProtection: CohortRule = {
  number: 13,
  codes: ['collective-too-early'],
  check: (rows) =>
    onePerYear(
      withPersons(rows).filter(({ permit, settlement_year }) => permit === 'collective' && settlement_year < SINCE),
    ).map((row) =>
      finding('collective-too-early', row, 'settlement_year', {
        found: String(row.settlement_year),
        allowed: `${SINCE}-`,
      }),
    ),
};
