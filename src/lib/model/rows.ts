import { add, meanOfYear, peakOfYear, zeros } from './columns';
import type { Education } from './education';
import { COST, FUND, INCOME, ORDINARY_COST, SUMMED } from './items';
import { amountAt, type Ledger } from './ledger';
import type { Alternative, Lease } from './leases';
import type { PlacesElsewhere } from './places';
import type { PeopleByYear } from './population';
import type { Programme } from './programme';
import { planned, priceLevel, valueAt, workedOut, type Parameters } from './resolve';
import { GROUP_NAMES, type Staff } from './staffing';

/** A year of people, in persons; fractions are expected values. */
export type PeopleRow = {
  year: number;
  tail: boolean;
  /** Asked of the municipality; `null` where it is not stated. */
  requested: number | null;
  voted: number;
  settled: number;
  born: number;
  family: number;
  moved_in: number;
  moved_out: number;
  in_phase: number;
  participants_mean: number;
  participants_peak: number;
  participants_any: number;
  pupils_peak: number;
};

/** A year of capacity: groups and rooms of the peak month, posts as the mean of the months. Dwellings of the peak month. */
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
  dwellings: number;
};

/** A year of money in kroner of that year; `net_fixed` in kroner of the first year. */
export type ResultRow = {
  year: number;
  tail: boolean;
  income: number;
  cost: number;
  net: number;
  net_fixed: number;
  /** Kroner of the first year for a krone of this one. */
  fixed_factor: number;
  ordinary: number;
  to_fund: number;
  balance: number;
  fund: number;
  /** Income by the year it is paid (cash view). */
  income_paid: number;
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
  alternatives: Alternative[];
  cheapest: Alternative['kind'];
};

/** Sums of the ledger by year of the plan and the tail, kroner; `paid` is income by the year it is paid. */
export type Sums = {
  income: number[];
  cost: number[];
  net: number[];
  ordinary: number[];
  after_phase: number[];
  paid: number[];
  incomplete: number[];
};

/** The sums of every entry made so far. */
export function sumsByYear(ledger: Ledger, years: number): Sums {
  const sums: Sums = {
    income: zeros(years),
    cost: zeros(years),
    net: zeros(years),
    ordinary: zeros(years),
    after_phase: zeros(years),
    paid: zeros(years),
    incomplete: zeros(years),
  };
  for (let entry = 0; entry < ledger.length; entry += 1) {
    const at = ledger.at[entry] ?? 0;
    const amount = amountAt(ledger, entry);
    const summed = SUMMED[ledger.item[entry] ?? -1];
    if (Number.isNaN(amount)) {
      if (at >= 0) sums.incomplete[at] = 1;
      continue;
    }
    if (summed === INCOME) {
      const late = amount * (ledger.late[entry] ?? 0);
      if (at >= 0) add(sums.paid, at, amount - late);
      if (late !== 0 && at + 1 < years) add(sums.paid, at + 1, late);
      if (at >= 0) add(sums.income, at, amount);
    } else if (at >= 0 && summed === COST) {
      add(sums.cost, at, amount);
      if (ledger.after_phase[entry]) add(sums.after_phase, at, amount);
    } else if (at >= 0 && summed !== FUND) add(sums.ordinary, at, summed === ORDINARY_COST ? amount : -amount);
  }
  for (let at = 0; at < years; at += 1) sums.net[at] = (sums.income[at] ?? 0) - (sums.cost[at] ?? 0);
  return sums;
}

/** Kroner of the first year for a krone of each year of the plan. */
function fixedFactors(parameters: Parameters): number[] {
  const { first_year, last } = parameters;
  const level = priceLevel(parameters, first_year).value;
  return Array.from(
    { length: last - first_year + 1 },
    (_, at) => level / priceLevel(parameters, first_year + at).value,
  );
}

/** The result by year, with the fund as the entries of it leave it. */
export function resultRows(
  ledger: Ledger,
  sums: Sums,
  years: number[],
  inPlan: number,
  parameters: Parameters,
): ResultRow[] {
  const toFund = zeros(years.length);
  for (let entry = 0; entry < ledger.length; entry += 1)
    if (SUMMED[ledger.item[entry] ?? -1] === FUND) add(toFund, ledger.at[entry] ?? 0, amountAt(ledger, entry));
  const factors = workedOut(parameters, fixedFactors);
  let fund = valueAt(parameters, 'fund.opening', ledger.first_year);
  return years.map((year, at) => {
    const net = sums.net[at] ?? 0;
    const to_fund = toFund[at] ?? 0;
    fund += to_fund;
    const fixed_factor = factors[at] ?? NaN;
    return {
      year,
      tail: at >= inPlan,
      income: sums.income[at] ?? 0,
      cost: sums.cost[at] ?? 0,
      net,
      net_fixed: net * fixed_factor,
      fixed_factor,
      ordinary: sums.ordinary[at] ?? 0,
      to_fund,
      balance: net - to_fund,
      fund,
      income_paid: sums.paid[at] ?? 0,
      after_phase: sums.after_phase[at] ?? 0,
      incomplete: sums.incomplete[at] === 1,
    };
  });
}

/** People of each year. */
export function peopleRows(
  years: number[],
  inPlan: number,
  people: PeopleByYear,
  programme: Programme,
  education: Education,
  parameters: Parameters,
): PeopleRow[] {
  const asked = planned(parameters, 'settlement.requested');
  const voted = planned(parameters, 'settlement.persons');
  return years.map((year, at) => {
    const tail = at >= inPlan;
    const requested = tail ? 0 : (asked[at] ?? NaN);
    return {
      year,
      tail,
      requested: Number.isNaN(requested) ? null : requested,
      voted: tail ? 0 : (voted[at] ?? NaN),
      settled: people.settled[at] ?? 0,
      born: people.born[at] ?? 0,
      family: people.family[at] ?? 0,
      moved_in: people.moved_in[at] ?? 0,
      moved_out: people.moved_out[at] ?? 0,
      in_phase: people.in_phase[at] ?? 0,
      participants_mean: meanOfYear(programme.participants, at),
      participants_peak: peakOfYear(programme.participants, at),
      participants_any: programme.any[at] ?? 0,
      pupils_peak: peakOfYear(education.pupils, at),
    };
  });
}

/** Groups, rooms, posts and dwellings of each year. */
export function capacityRows(
  years: number[],
  inPlan: number,
  education: Education,
  staff: Staff,
  elsewhere: PlacesElsewhere,
  parameters: Parameters,
): CapacityRow[] {
  const owned = planned(parameters, 'rooms.owned');
  const modules = planned(parameters, 'rooms.modules_per_room');
  const needed = zeros(years.length);
  const paid = zeros(years.length);
  for (const group of GROUP_NAMES) {
    const { neededInYear, paidInYear } = staff[group];
    for (let at = 0; at < years.length; at += 1) {
      add(needed, at, neededInYear[at] ?? 0);
      add(paid, at, paidInYear[at] ?? 0);
    }
  }
  const dwellings = zeros(years.length);
  for (const size of elsewhere.dwellings)
    for (let at = 0; at < years.length; at += 1) add(dwellings, at, peakOfYear(size.needed, at));
  return years.map((year, at) => {
    const leased = peakOfYear(education.rooms_leased, at);
    return {
      year,
      tail: at >= inPlan,
      groups: peakOfYear(education.groups, at),
      rooms_needed: peakOfYear(education.rooms_needed, at),
      rooms_owned: owned[at] ?? NaN,
      rooms_leased: leased,
      modules: leased * (modules[at] ?? NaN),
      advisers: staff.adviser.paidInYear[at] ?? 0,
      teachers: staff.teacher.paidInYear[at] ?? 0,
      posts_needed: needed[at] ?? 0,
      posts: paid[at] ?? 0,
      dwellings: dwellings[at] ?? 0,
    };
  });
}

/** A lease with its months written out. */
export function leaseRow(lease: Lease, firstYear: number): LeaseRow {
  const written = (month: number): string =>
    `${firstYear + Math.floor(month / 12)}-${String((((month % 12) + 12) % 12) + 1).padStart(2, '0')}`;
  return {
    room: lease.room,
    needed_from: written(lease.needed_from),
    order_by: written(lease.order_by),
    until: written(lease.until),
    months_empty: lease.months_empty,
    cost: lease.cost,
    alternatives: lease.alternatives,
    cheapest: lease.cheapest,
  };
}
