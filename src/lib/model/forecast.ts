import type { Opening } from './cohort';
import { OUTCOMES, assistanceEntries, assistanceOf } from './assistance';
import { costEntries } from './costs';
import { educationOf, type Alternative, type Education } from './education';
import { fundEntries } from './fund';
import { grantEntries, type ClaimRow } from './grants';
import { ITEM_IDS, type ItemId } from './items';
import { amountAt, emptyLedger, itemAt, lastYear, ledgerLines, type Ledger, type LedgerLine } from './ledger';
import { placesOf, shortOf, type DwellingSize, type Places, type PlacesElsewhere } from './places';
import { population, type Horizon, type Population } from './population';
import { benefitEntries, programmeOf, type Programme } from './programme';
import { priceLevel, valueAt, type Parameters } from './resolve';
import { meanOfYear, peakOfYear, residentsOf } from './residents';
import { GROUP_NAMES, staffEntries, staffOf, type Group, type Staff } from './staffing';
import { STATUSES, statusIndex, type Status } from './status';
import { zeros } from './zeros';

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

/** A year of the programme: who begins and completes, and what those who complete go to. Persons. */
export type ProgrammeRow = { year: number; tail: boolean; starts: number; leavers: number } & Record<
  (typeof OUTCOMES)[number],
  number
>;

/** Posts of a group in a year, as the mean of its months. */
export type PostsRow = { year: number; tail: boolean; group: Group; needed: number; paid: number };

/** Dwellings of one size in a year: the peak need, and the mean leased; `short` is `null` where what is owned is not known. */
export type DwellingRow = {
  year: number;
  tail: boolean;
  size: DwellingSize;
  needed: number;
  owned: number | null;
  short: number | null;
  leased: number;
};

/** Places of a kind in a year; `short` is `null` where it is not known what is free. */
export type PlacesRow = {
  year: number;
  tail: boolean;
  kind: Places['kind'];
  needed: number;
  free: number | null;
  short: number | null;
};

/** Kroner of a year that are paid in another (cash view); `null` where the rate is unknown. */
export type PaymentRow = { year: number; paid: number; item: ItemId; amount: number | null };

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
  const staff = staffOf(residents, programme, education, assistance, parameters, horizon);
  staffEntries(ledger, staff, parameters, horizon, programme);
  const elsewhere = placesOf(ledger, residents, programme, parameters, horizon);
  costEntries(ledger, streams, parameters, horizon);
  const everyone = streams.reduce((all, stream) => all | stream.origin, 0);
  assistanceEntries(ledger, assistance, parameters, horizon, everyone);
  const sums = sumsByYear(ledger, horizon.years + horizon.tail);
  fundEntries(ledger, people, sums.net, parameters, horizon);
  const last = lastYear(ledger, horizon.years + horizon.tail - 1);
  const shown = Array.from({ length: last - plan.first_year + 1 }, (_, at) => plan.first_year + at);
  const isTail = (year: number): boolean => year >= plan.first_year + plan.years;
  return {
    horizon,
    in_phase_before: people.in_phase_before,
    years: shown,
    people: shown.map((year, at) => peopleRow(year, isTail(year), at, people, programme, education, parameters)),
    capacity: shown.map((year, at) => capacityRow(year, isTail(year), at, education, staff, elsewhere, parameters)),
    leases: education.leases.map((lease) => leaseRow(lease, plan.first_year)),
    result: resultRows(ledger, sums, shown, isTail, parameters),
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

type Sums = {
  income: number[];
  cost: number[];
  net: number[];
  ordinary: number[];
  after_phase: number[];
  paid: number[];
  incomplete: number[];
};

function sumsByYear(ledger: Ledger, years: number): Sums {
  const empty = (): number[] => zeros(years);
  const sums: Sums = {
    income: empty(),
    cost: empty(),
    net: empty(),
    ordinary: empty(),
    after_phase: empty(),
    paid: empty(),
    incomplete: zeros(years),
  };
  for (let entry = 0; entry < ledger.length; entry += 1) {
    const at = ledger.at[entry] ?? 0;
    const amount = amountAt(ledger, entry);
    const { side, tag } = itemAt(ledger, entry);
    if (Number.isNaN(amount)) {
      if (at >= 0) sums.incomplete[at] = 1;
      continue;
    }
    if (side === 'income' && tag === 'extra') {
      const late = amount * (ledger.late[entry] ?? 0);
      if (at >= 0) add(sums.paid, at, amount - late);
      if (late !== 0 && at + 1 < years) add(sums.paid, at + 1, late);
    }
    if (at < 0) continue;
    if (tag === 'ordinary') add(sums.ordinary, at, side === 'cost' ? amount : -amount);
    else add(side === 'cost' ? sums.cost : sums.income, at, amount);
    if (ledger.after_phase[entry] && side === 'cost' && tag === 'extra') add(sums.after_phase, at, amount);
  }
  for (let at = 0; at < years; at += 1) sums.net[at] = (sums.income[at] ?? 0) - (sums.cost[at] ?? 0);
  return sums;
}

function add(to: number[], at: number, amount: number): void {
  to[at] = (to[at] ?? 0) + amount;
}

function resultRows(
  ledger: Ledger,
  sums: Sums,
  years: number[],
  isTail: (year: number) => boolean,
  parameters: Parameters,
): ResultRow[] {
  const toFund = zeros(years.length);
  for (let entry = 0; entry < ledger.length; entry += 1)
    if (itemAt(ledger, entry).side === 'fund') add(toFund, ledger.at[entry] ?? 0, amountAt(ledger, entry));
  const firstLevel = priceLevel(parameters, ledger.first_year).value;
  let fund = valueAt(parameters, 'fund.opening', ledger.first_year);
  return years.map((year, at) => {
    const [net, to_fund] = [sums.net[at] ?? 0, toFund[at] ?? 0];
    fund += to_fund;
    const fixed_factor = firstLevel / priceLevel(parameters, year).value;
    return {
      year,
      tail: isTail(year),
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

function peopleRow(
  year: number,
  tail: boolean,
  at: number,
  people: Population,
  programme: Programme,
  education: Education,
  parameters: Parameters,
): PeopleRow {
  const requested = tail ? 0 : valueAt(parameters, 'settlement.requested', year);
  return {
    year,
    tail,
    requested: Number.isNaN(requested) ? null : requested,
    voted: tail ? 0 : valueAt(parameters, 'settlement.persons', year),
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
}

function capacityRow(
  year: number,
  tail: boolean,
  at: number,
  education: Education,
  staff: Staff,
  elsewhere: PlacesElsewhere,
  parameters: Parameters,
): CapacityRow {
  const leased = peakOfYear(education.rooms_leased, at);
  let [needed, paid] = [0, 0];
  for (const group of GROUP_NAMES) {
    needed += staff[group].neededInYear[at] ?? 0;
    paid += staff[group].paidInYear[at] ?? 0;
  }
  return {
    year,
    tail,
    groups: peakOfYear(education.groups, at),
    rooms_needed: peakOfYear(education.rooms_needed, at),
    rooms_owned: valueAt(parameters, 'rooms.owned', year),
    rooms_leased: leased,
    modules: leased * valueAt(parameters, 'rooms.modules_per_room', year),
    advisers: staff.adviser.paidInYear[at] ?? 0,
    teachers: staff.teacher.paidInYear[at] ?? 0,
    posts_needed: needed,
    posts: paid,
    dwellings: elsewhere.dwellings.reduce((sum, size) => sum + peakOfYear(size.needed, at), 0),
  };
}

/** The programme by year. */
export function programmeRows(of: Forecast, parameters: Parameters): ProgrammeRow[] {
  return of.years.map((year, at) => {
    const leavers = of.programme.leavers[at] ?? 0;
    const outcomes = OUTCOMES.map((name) => [name, leavers * valueAt(parameters, `programme.outcome.${name}`, year)]);
    return {
      year,
      tail: isInTail(of, at),
      starts: of.programme.starts[at] ?? 0,
      leavers,
      ...(Object.fromEntries(outcomes) as Record<(typeof OUTCOMES)[number], number>),
    };
  });
}

/** Posts needed and paid by year and group. */
export function postsRows(of: Forecast): PostsRow[] {
  return of.years.flatMap((year, at) =>
    GROUP_NAMES.map((group) => ({
      year,
      tail: isInTail(of, at),
      group,
      needed: of.staff[group].neededInYear[at] ?? 0,
      paid: of.staff[group].paidInYear[at] ?? 0,
    })),
  );
}

/** Dwellings by year and size. */
export function dwellingRows(of: Forecast): DwellingRow[] {
  return of.years.flatMap((year, at) =>
    of.elsewhere.dwellings.map((dwellings) => {
      const needed = peakOfYear(dwellings.needed, at);
      const owned = dwellings.owned[at] ?? NaN;
      return {
        year,
        tail: isInTail(of, at),
        size: dwellings.size,
        needed,
        owned: Number.isNaN(owned) ? null : owned,
        short: Number.isNaN(owned) ? null : Math.max(0, needed - owned),
        leased: meanOfYear(dwellings.leased, at),
      };
    }),
  );
}

/** Places in kindergarten, school and work practice by year. */
export function placesRows(of: Forecast): PlacesRow[] {
  return of.years.flatMap((year, at) =>
    of.elsewhere.places.map((places) => {
      const free = places.free[at] ?? NaN;
      return {
        year,
        tail: isInTail(of, at),
        kind: places.kind,
        needed: places.needed[at] ?? 0,
        free: Number.isNaN(free) ? null : free,
        short: shortOf(places, at),
      };
    }),
  );
}

/** What is paid in the year after the one it belongs to, by item; kroner. Year -1 of the plan is the year before it. */
export function paymentRows(of: Forecast): PaymentRow[] {
  const { ledger } = of;
  const rows: PaymentRow[] = [];
  for (let entry = 0; entry < ledger.length; entry += 1) {
    const late = ledger.late[entry] ?? 0;
    if (late === 0) continue;
    const year = ledger.first_year + (ledger.at[entry] ?? 0);
    const item = ITEM_IDS[ledger.item[entry] ?? -1];
    const amount = amountAt(ledger, entry) * late;
    const known = rows.find((row) => row.year === year && row.item === item);
    if (known) known.amount = known.amount === null || Number.isNaN(amount) ? null : known.amount + amount;
    else if (item) rows.push({ year, paid: year + 1, item, amount: Number.isNaN(amount) ? null : amount });
  }
  return rows;
}

function isInTail(of: Forecast, at: number): boolean {
  return at >= of.horizon.years;
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
    alternatives: lease.alternatives,
    cheapest: lease.cheapest,
  };
}
