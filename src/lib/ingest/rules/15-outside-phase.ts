import { AGE_BANDS } from '$lib/model/cohort';
import {
  finding,
  isEarly,
  observed,
  onePerYear,
  withPersons,
  type CohortContext,
  type CohortRule,
  type PlacedRow,
} from './cohort';

/** Grants are paid for the calendar year of settlement and so many after it. */
const YEARS_AFTER = 4;
/** The last year of life an unaccompanied minor's grant is paid for. */
const LAST_AGE = 20;

/**
 * Persons settled more than four years before the year of the row give no grant; a settlement year before 1990 may be a year
 * of birth. Unaccompanied minors give a grant up to the year they turn 20. Source: the integration grant's five calendar
 * years; the special grant for unaccompanied minors (data/parameters/grants.unaccompanied_minor.json).
 */
export const outsidePhase: CohortRule = {
  number: 15,
  codes: ['outside-phase', 'settled-long-ago'],
  check: (rows, context) =>
    onePerYear(withPersons(rows).filter((row) => isEarly(row) || isOutside(row, context))).map((row) =>
      isEarly(row)
        ? finding('settled-long-ago', row, 'settlement_year', { found: String(row.settlement_year) })
        : finding('outside-phase', row, 'settlement_year', {
            found: String(row.settlement_year),
            allowed: `${(observed(row, context) ?? NaN) - YEARS_AFTER}-`,
          }),
    ),
};

function isOutside(row: PlacedRow, context: CohortContext): boolean {
  const year = observed(row, context);
  if (year === null || row.settlement_year >= year - YEARS_AFTER) return false;
  const youngest = AGE_BANDS[row.age_band][0] + year - row.settlement_year;
  return row.category !== 'unaccompanied_minor' || youngest > LAST_AGE;
}
