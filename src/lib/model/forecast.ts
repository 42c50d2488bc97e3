import { assistanceEntries, assistanceOf } from './assistance';
import type { Opening } from './cohort';
import type { Title } from './parameter';
import { costEntries } from './costs';
import { educationOf, type Education } from './education';
import { fundEntries } from './fund';
import { grantEntries } from './grants';
import { emptyLedger, lastYear, ledgerLines, type Ledger, type LedgerLine } from './ledger';
import { placesOf, type PlacesElsewhere } from './places';
import { population, type Horizon } from './population';
import { benefitEntries, programmeOf, type Programme } from './programme';
import { residentsOf } from './residents';
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
  if (plan.first_year !== parameters.first_year) throw new Error(`no parameters from: ${plan.first_year}`);
  const horizon = { ...plan, tail: valueAt(parameters, 'tail.years', plan.first_year) };
  const ledger = emptyLedger(plan.first_year, plan.years);
  const people = population(opening.cells, parameters, horizon);
  const { streams } = people;
  const programme = programmeOf(streams, parameters, horizon);
  const claims = grantEntries(ledger, people, parameters, horizon);
  benefitEntries(ledger, programme, parameters, horizon);
  const residents = residentsOf(streams, parameters, horizon);
  const education = educationOf(ledger, residents, programme, parameters, horizon);
  const assistance = assistanceOf(programme, parameters, horizon);
  const staff = staffOf(residents, programme, education, assistance, parameters);
  staffEntries(ledger, staff, parameters, horizon, programme);
  const elsewhere = placesOf(ledger, residents, programme, parameters, horizon);
  costEntries(ledger, streams, parameters, horizon);
  const everyone = streams.reduce((all, stream) => all | stream.origin, 0);
  assistanceEntries(ledger, assistance, parameters, horizon, everyone);
  const sums = sumsByYear(ledger, horizon.years + horizon.tail);
  fundEntries(ledger, people, sums.net, parameters, horizon);
  const last = lastYear(ledger, horizon.years + horizon.tail - 1);
  const shown = Array.from({ length: last - plan.first_year + 1 }, (_, at) => plan.first_year + at);
  return {
    horizon,
    in_phase_before: people.in_phase_before,
    years: shown,
    people: peopleRows(shown, plan.years, people, programme, education, parameters),
    capacity: capacityRows(shown, plan.years, education, staff, elsewhere, parameters),
    leases: education.leases.map((lease) => leaseRow(lease, plan.first_year)),
    result: resultRows(ledger, sums, shown, plan.years, parameters),
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
