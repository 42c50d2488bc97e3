import type { Opening } from './cohort';
import { educationOf, type Education } from './education';
import { fundEntries } from './fund';
import { grantEntries } from './grants';
import { ITEMS, amountOf, lastYear, ledgerLines, type Ledger, type LedgerLine } from './ledger';
import { population, type Horizon, type Population } from './population';
import { benefitEntries, programmeOf, type Programme } from './programme';
import { priceLevel, valueAt, type Parameters } from './resolve';
import { meanOfYear, peakOfYear, staffEntries, staffOf, type Staff } from './staffing';
import { STATUSES, statusIndex, type Status } from './status';

/** A year of people, in persons; fractions are expected values. */
export type PeopleRow = {
  year: number;
  tail: boolean;
  settled: number;
  family: number;
  moved_in: number;
  moved_out: number;
  in_phase: number;
  participants_mean: number;
  participants_peak: number;
  participants_any: number;
  pupils_peak: number;
};

/** A year of capacity: groups and rooms of the peak month, posts as the mean of the months. `null` is not computed. */
export type CapacityRow = {
  year: number;
  tail: boolean;
  groups: number;
  rooms_needed: number;
  rooms_owned: number;
  rooms_leased: number;
  modules: number;
  advisers: number;
  teachers: number;
  posts_needed: number;
  posts: number;
  dwellings: number | null;
};

/** A year of money in kroner of that year; `net_fixed` in kroner of the first year. */
export type ResultRow = {
  year: number;
  tail: boolean;
  income: number;
  cost: number;
  net: number;
  net_fixed: number;
  ordinary: number;
  to_fund: number;
  balance: number;
  fund: number;
  after_phase: number;
  incomplete: boolean;
};

/** A lease in months written `2024-08`. */
export type LeaseRow = {
  room: number;
  needed_from: string;
  order_by: string;
  until: string;
  months_empty: number;
  cost: number;
};

/** Something the reader must know about the result; `text/` makes the sentence. */
export type Warning = { code: string; parameters: string[]; years: number[] };

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
  ledger: Ledger;
  programme: Programme;
  education: Education;
  staff: Staff;
};

/** People, grants, programme, teaching, staff and fund for a plan and its tail. Pure: equal input, equal bits. */
export function forecast(
  opening: Opening,
  parameters: Parameters,
  plan: { first_year: number; years: number },
): Forecast {
  const horizon = { ...plan, tail: valueAt(parameters, 'tail.years', plan.first_year) };
  const ledger: Ledger = { entries: [], first_year: plan.first_year, years: plan.years };
  const people = population(opening.cells, parameters, horizon);
  const programme = programmeOf(people.streams, parameters, horizon);
  grantEntries(ledger, people, parameters, horizon);
  benefitEntries(ledger, programme, parameters, horizon);
  const education = educationOf(ledger, people.streams, programme, parameters, horizon);
  const staff = staffOf(programme, education, parameters, horizon);
  staffEntries(ledger, staff, parameters, horizon, programme.origins);
  const last = lastYear(ledger);
  const shown = Array.from({ length: last - plan.first_year + 1 }, (_, at) => plan.first_year + at);
  const sums = sumsByYear(ledger, shown.length);
  fundEntries(ledger, sums.net, parameters, horizon);
  const isTail = (year: number): boolean => year >= plan.first_year + plan.years;
  return {
    horizon,
    in_phase_before: people.in_phase_before,
    years: shown,
    people: shown.map((year, at) => peopleRow(year, isTail(year), at, people, programme, education)),
    capacity: shown.map((year, at) => capacityRow(year, isTail(year), at, education, staff, parameters)),
    leases: education.leases.map((lease) => leaseRow(lease, plan.first_year)),
    result: resultRows(ledger, sums, shown, isTail, parameters),
    ledger,
    programme,
    education,
    staff,
  };
}

/** The ledger lines of a forecast with status, parameters and codes. */
export function linesOf(of: Forecast, parameters: Parameters, opening: Opening): LedgerLine[] {
  return ledgerLines(of.ledger, parameters, openingStatus(opening));
}

function openingStatus(opening: Opening): Status {
  return STATUSES[opening.cells.reduce((weakest, cell) => Math.max(weakest, statusIndex(cell.status)), 0)] ?? 'unknown';
}

type Sums = {
  income: Float64Array;
  cost: Float64Array;
  net: Float64Array;
  ordinary: Float64Array;
  after_phase: Float64Array;
  incomplete: Uint8Array;
};

function sumsByYear(ledger: Ledger, years: number): Sums {
  const empty = (): Float64Array => new Float64Array(years);
  const sums: Sums = {
    income: empty(),
    cost: empty(),
    net: empty(),
    ordinary: empty(),
    after_phase: empty(),
    incomplete: new Uint8Array(years),
  };
  for (const entry of ledger.entries) {
    const at = entry.year - ledger.first_year;
    const amount = amountOf(entry);
    const { side, tag } = ITEMS[entry.item];
    if (Number.isNaN(amount)) sums.incomplete[at] = 1;
    else if ((tag as string) === 'ordinary') add(sums.ordinary, at, side === 'cost' ? amount : -amount);
    else add(side === 'cost' ? sums.cost : sums.income, at, amount);
    if (entry.after_phase && side === 'cost' && !Number.isNaN(amount)) add(sums.after_phase, at, amount);
  }
  for (let at = 0; at < years; at += 1) sums.net[at] = (sums.income[at] ?? 0) - (sums.cost[at] ?? 0);
  return sums;
}

function add(to: Float64Array, at: number, amount: number): void {
  to[at] = (to[at] ?? 0) + amount;
}

function resultRows(
  ledger: Ledger,
  sums: Sums,
  years: number[],
  isTail: (year: number) => boolean,
  parameters: Parameters,
): ResultRow[] {
  const toFund = new Float64Array(years.length);
  for (const entry of ledger.entries)
    if (ITEMS[entry.item].side === 'fund') add(toFund, entry.year - ledger.first_year, amountOf(entry));
  const firstLevel = priceLevel(parameters, ledger.first_year).value;
  let fund = valueAt(parameters, 'fund.opening', ledger.first_year);
  return years.map((year, at) => {
    const [net, to_fund] = [sums.net[at] ?? 0, toFund[at] ?? 0];
    fund += to_fund;
    return {
      year,
      tail: isTail(year),
      income: sums.income[at] ?? 0,
      cost: sums.cost[at] ?? 0,
      net,
      net_fixed: (net * firstLevel) / priceLevel(parameters, year).value,
      ordinary: sums.ordinary[at] ?? 0,
      to_fund,
      balance: net - to_fund,
      fund,
      after_phase: sums.after_phase[at] ?? 0,
      incomplete: sums.incomplete[at] === 1,
    };
  });
}

function peopleRow(
  year: number,
  tail: boolean,
  at: number,
  people: Population,
  programme: Programme,
  education: Education,
): PeopleRow {
  return {
    year,
    tail,
    settled: people.settled[at] ?? 0,
    family: people.family[at] ?? 0,
    moved_in: people.moved_in[at] ?? 0,
    moved_out: people.moved_out[at] ?? 0,
    in_phase: people.in_phase[at] ?? 0,
    participants_mean: meanOfYear(programme.participants, at),
    participants_peak: peakOfYear(programme.participants, at),
    participants_any: programme.any[at] ?? 0,
    pupils_peak: peakOfYear(education.pupils, at),
  };
}

function capacityRow(
  year: number,
  tail: boolean,
  at: number,
  education: Education,
  staff: Staff,
  parameters: Parameters,
): CapacityRow {
  const leased = peakOfYear(education.rooms_leased, at);
  const [advisers, teachers] = [meanOfYear(staff.advisers.paid, at), meanOfYear(staff.teachers.paid, at)];
  return {
    year,
    tail,
    groups: peakOfYear(education.groups, at),
    rooms_needed: peakOfYear(education.rooms_needed, at),
    rooms_owned: valueAt(parameters, 'rooms.owned', year),
    rooms_leased: leased,
    modules: leased * valueAt(parameters, 'rooms.modules_per_room', year),
    advisers,
    teachers,
    posts_needed: meanOfYear(staff.advisers.needed, at) + meanOfYear(staff.teachers.needed, at),
    posts: advisers + teachers,
    dwellings: null,
  };
}

function leaseRow(lease: Education['leases'][number], firstYear: number): LeaseRow {
  const written = (month: number): string =>
    `${firstYear + Math.floor(month / 12)}-${String((((month % 12) + 12) % 12) + 1).padStart(2, '0')}`;
  return {
    room: lease.room,
    needed_from: written(lease.needed_from),
    order_by: written(lease.order_by),
    until: written(lease.until),
    months_empty: lease.months_empty,
    cost: lease.cost,
  };
}
