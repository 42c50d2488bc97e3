import { assistanceEntries, assistanceOf } from './assistance';
import type { Opening } from './cohort';
import type { Title } from './parameter';
import { costEntries } from './costs';
import { educationOf, type Education } from './education';
import { fundEntries } from './fund';
import { grantEntries } from './grants';
import { emptyLedger, lastYear, ledgerLines, type Ledger, type LedgerLine } from './ledger';
import { placesOf, type PlacesElsewhere } from './places';
import { expectedPeople, type People } from './people';
import type { Horizon } from './population';
import { benefitEntries, type Programme } from './programme';
import { valueAt, type Parameters } from './resolve';
import {
  capacityRows,
  leaseRow,
  peopleRows,
  resultRows,
  sumsByYear,
  type CapacityRow,
  type LeaseRow,
  type PeopleRow,
  type ResultRow,
} from './rows';
import type { ClaimRow } from './sharing';
import { staffEntries, staffOf, type Staff } from './staffing';
import { STATUSES, statusIndex, type Status } from './status';

/** Something the reader must know about the result; `text/` makes the sentence. */
export type Warning = { code: string; parameters: string[]; years: number[]; sets?: Title[] };

/** The result of one scenario. The ledger holds what every figure of `result` is the sum of. */
export type Forecast = {
  horizon: Horizon;
  /** Persons in the five-year phase on 31 December before the plan. */
  in_phase_before: number;
  /** Years shown: the plan and the tail to its last line. */
  years: number[];
  people: PeopleRow[];
  capacity: CapacityRow[];
  leases: LeaseRow[];
  result: ResultRow[];
  claims: ClaimRow[];
  ledger: Ledger;
  programme: Programme;
  education: Education;
  staff: Staff;
  elsewhere: PlacesElsewhere;
};

/** People, grants, programme, teaching, posts, places, costs and fund for a plan and its tail. Pure: equal input, equal bits. */
export function forecast(
  opening: Opening,
  parameters: Parameters,
  plan: { first_year: number; years: number },
): Forecast {
  const horizon = horizonOf(parameters, plan);
  return forecastFrom(expectedPeople(opening.cells, parameters, horizon), parameters, horizon);
}

/** A plan with the years that are followed after it. */
export function horizonOf(parameters: Parameters, plan: { first_year: number; years: number }): Horizon {
  if (plan.first_year !== parameters.first_year) throw new Error(`no parameters from: ${plan.first_year}`);
  const { first_year, years } = plan;
  return { first_year, years, tail: valueAt(parameters, 'tail.years', first_year) };
}

/** The forecast that follows from what is counted of people; of the years to the last line, or of so many (`number`). */
export function forecastFrom(people: People, parameters: Parameters, horizon: Horizon, number?: number): Forecast {
  const { byYear, programme, residents } = people;
  const ledger = emptyLedger(horizon.first_year, horizon.years);
  const claims = grantEntries(ledger, people.grants, parameters, horizon);
  benefitEntries(ledger, programme, parameters, horizon);
  const education = educationOf(ledger, residents, programme, parameters, horizon);
  const assistance = assistanceOf(programme, parameters, horizon);
  const staff = staffOf(residents, programme, education, assistance, parameters);
  staffEntries(ledger, staff, parameters, horizon, programme);
  const elsewhere = placesOf(ledger, residents, programme, parameters, horizon);
  costEntries(ledger, people.library, parameters, horizon);
  assistanceEntries(ledger, assistance, parameters, horizon, people.origins);
  const sums = sumsByYear(ledger, horizon.years + horizon.tail);
  fundEntries(ledger, people.grants, sums.net, parameters, horizon);
  const last = lastYear(ledger, horizon.years + horizon.tail - 1);
  const length = number ?? last - horizon.first_year + 1;
  const shown = Array.from({ length }, (_, at) => horizon.first_year + at);
  return {
    horizon,
    in_phase_before: byYear.in_phase_before,
    years: shown,
    people: peopleRows(shown, horizon.years, byYear, programme, education, parameters),
    capacity: capacityRows(shown, horizon.years, education, staff, elsewhere, parameters),
    leases: education.leases.map((lease) => leaseRow(lease, horizon.first_year)),
    result: resultRows(ledger, sums, shown, horizon.years, parameters),
    claims,
    ledger,
    programme,
    education,
    staff,
    elsewhere,
  };
}

/** The ledger lines of a forecast with status, parameters and codes. */
export function linesOf(of: Forecast, parameters: Parameters, opening: Opening): LedgerLine[] {
  return ledgerLines(of.ledger, parameters, openingStatus(opening));
}

function openingStatus(opening: Opening): Status {
  return STATUSES[opening.cells.reduce((weakest, cell) => Math.max(weakest, statusIndex(cell.status)), 0)] ?? 'unknown';
}
