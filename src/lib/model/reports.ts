import { OUTCOMES } from './programme';
import { meanOfYear, peakOfYear } from './columns';
import type { Forecast } from './forecast';
import { ITEM_IDS, type ItemId } from './items';
import { amountAt } from './ledger';
import { shortOf, type Dwellings, type DwellingSize, type Places } from './places';
import { valueAt, type Parameters } from './resolve';
import type { Group } from './staffing';
import { GROUP_NAMES } from './staffing';

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
  /** Rent from the tenants of owned and leased dwellings, and rent lost on those that stand empty; kroner. */
  rent: number | null;
  vacancy: number | null;
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
        ...rentOf(dwellings, at),
      };
    }),
  );
}

/** Rent and vacancy of the dwellings of one size; unknown where it is not said what is owned. */
function rentOf(of: Dwellings, at: number): { rent: number | null; vacancy: number | null } {
  const owned = of.owned[at] ?? NaN;
  if (Number.isNaN(owned)) return { rent: null, vacancy: null };
  let lived = 0;
  let empty = 0;
  for (let month = 12 * at; month < 12 * at + 12; month += 1) {
    const all = owned + (of.leased[month] ?? 0);
    const here = Math.min(all, of.needed[month] ?? 0);
    lived += here / 12;
    empty += (all - here) / 12;
  }
  const rent = of.rent[at] ?? NaN;
  return { rent: lived * rent, vacancy: empty * rent };
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
