import { NOISE, meanOfYear, peakOfYear, zeros } from './columns';
import { addEntry, priceOf, type Ledger, type Source } from './ledger';
import type { Horizon } from './population';
import type { Programme } from './programme';
import { householdsOf, type Residents } from './residents';
import { valueAt, yearsFrom, type Parameters } from './resolve';
import { paidPosts } from './staffing';

export const DWELLING_SIZES = ['1', '2', '3-4', '5+'] as const;
export type DwellingSize = (typeof DWELLING_SIZES)[number];

/** Dwellings of one size by number of persons: needed and leased by month, owned by year (NaN unknown). */
export type Dwellings = {
  size: DwellingSize;
  needed: number[];
  owned: Float64Array;
  leased: number[];
  /** What tenants pay, by year. */
  rent: Float64Array;
};

/** Places of one kind by year: the peak need, what is free (NaN unknown) and, where both are known, what is short. */
export type Places = { kind: 'kindergarten' | 'school' | 'practice'; needed: number[]; free: Float64Array };

/** Dwellings by size and places in kindergarten, school and work practice (`model.md` 7). */
export type PlacesElsewhere = { dwellings: Dwellings[]; places: Places[] };

/** Dwellings and places that those in the five-year phase take, with the lines of leased dwellings and of childminders. */
export function placesOf(
  ledger: Ledger,
  residents: Residents,
  programme: Programme,
  parameters: Parameters,
  horizon: Horizon,
): PlacesElsewhere {
  const dwellings = dwellingsOf(residents, parameters, horizon);
  dwellingEntries(ledger, dwellings, parameters, horizon);
  const planned = (address: string): Float64Array => yearsFrom(parameters, address, horizon.first_year);
  const places = (kind: Places['kind'], months: number[], share: Float64Array | null): Places => {
    const needed = zeros(horizon.years + horizon.tail);
    for (let at = 0; at < needed.length; at += 1)
      needed[at] = peakOfYear(months, at) * (share ? (share[at] ?? NaN) : 1);
    return { kind, needed, free: planned(`${kind}.free_places`) };
  };
  const attendance = planned('kindergarten.attendance');
  const all = [
    places('kindergarten', residents.kindergarten, attendance),
    places('school', residents.school, null),
    places('practice', programme.participants, planned('practice.share')),
  ];
  const free = planned('kindergarten.free_places');
  childminderEntries(ledger, residents.kindergarten, attendance, free, parameters, horizon);
  return { dwellings, places: all };
}

const HOUSEHOLD_KINDS = ['single', 'shared', 'couple', 'lone_parent'] as const;
/** The parameters of each size, written once. */
const SIZES = DWELLING_SIZES.map((size) => ({
  size,
  shares: HOUSEHOLD_KINDS.map((kind) => `dwellings.size.${kind}.${size}`),
  owned: `dwellings.owned.${size}`,
  leased: `dwellings.leased.${size}`,
  rent: `housing.rent.${size}`,
}));

function dwellingsOf(residents: Residents, parameters: Parameters, horizon: Horizon): Dwellings[] {
  const planned = (address: string): Float64Array => yearsFrom(parameters, address, horizon.first_year);
  const provided = planned('dwellings.municipal_share');
  const per = householdsOf(parameters);
  const notice = valueAt(parameters, 'dwellings.notice', horizon.first_year);
  return SIZES.map(({ size, shares, owned: ownedId, leased: leasedId, rent }) => {
    const needed = zeros(residents.inPhase.length);
    const [single, shared, couple, loneParent] = shares.map(planned);
    for (let at = 0; at < horizon.years + horizon.tail; at += 1) {
      const share = provided[at] ?? NaN;
      const of = per[at];
      if (!of) continue;
      const perSingle = share * (of.single * (single?.[at] ?? NaN) + (of.shared / 2) * (shared?.[at] ?? NaN));
      const perAdult = share * (of.couple * (couple?.[at] ?? NaN) + of.lone_parent * (loneParent?.[at] ?? NaN));
      for (let month = 12 * at; month < 12 * at + 12; month += 1) {
        const households = (residents.singles[month] ?? 0) * perSingle + (residents.couples[month] ?? 0) * perAdult;
        if (households > NOISE) needed[month] = Math.ceil(households - NOISE);
      }
    }
    const owned = planned(ownedId);
    const before = valueAt(parameters, leasedId, horizon.first_year);
    return { size, needed, owned, leased: leasedOf(needed, owned, before, notice), rent: planned(rent) };
  });
}

/**
 * Dwellings the municipality leases: what is short, each given up some months after the need. Where it is not known what
 * it owns nothing more is known to be short, and what was leased before stays while it is needed.
 */
function leasedOf(needed: number[], owned: Float64Array, before: number, notice: number): number[] {
  const isKnown = owned.some((dwellings) => !Number.isNaN(dwellings));
  if (!isKnown && before === 0) return NONE;
  const short = needed.map((dwellings, month) =>
    isKnown ? shortBy(dwellings, owned[Math.floor(month / 12)] ?? NaN) : Math.min(before, dwellings),
  );
  return paidPosts(short, before, 0, notice);
}

/** No leased dwelling in any month, however many months are asked about. */
const NONE: number[] = [];

function shortBy(needed: number, owned: number): number {
  return Number.isNaN(owned) ? 0 : Math.max(0, needed - owned);
}

/** Leased dwellings cost their rent; those lived in bring the tenants' rent. What stands empty is the vacancy cost. */
function dwellingEntries(ledger: Ledger, dwellings: Dwellings[], parameters: Parameters, horizon: Horizon): void {
  const source: Source = { kind: 'dwellings', origins: 0, settlement_year: 0, category: -1 };
  for (const { size, needed, owned, leased } of dwellings) {
    if (leased.every((number) => number === 0)) continue;
    const lease = priceOf(parameters, `housing.lease_price.${size}`, horizon.first_year);
    const rent = priceOf(parameters, `housing.rent.${size}`, horizon.first_year);
    const lived = leased.map((number, month) => {
      const own = owned[Math.floor(month / 12)] ?? NaN;
      return Math.min(number, Number.isNaN(own) ? (needed[month] ?? 0) : shortBy(needed[month] ?? 0, own));
    });
    for (let at = 0; at < horizon.years + horizon.tail; at += 1) {
      addEntry(ledger, at, 'housing.leases', meanOfYear(leased, at), lease, at, source);
      addEntry(ledger, at, 'housing.rent_income', meanOfYear(lived, at), rent, at, source);
    }
  }
}

/** Children without a kindergarten place are minded elsewhere, by the month, where it is known how many places are free. */
function childminderEntries(
  ledger: Ledger,
  children: number[],
  attendance: Float64Array,
  free: Float64Array,
  parameters: Parameters,
  horizon: Horizon,
): void {
  if (free.every(Number.isNaN)) return;
  const price = priceOf(parameters, 'kindergarten.childminder', horizon.first_year);
  const source: Source = { kind: 'childminder', origins: 0, settlement_year: 0, category: -1 };
  const short = children.map((present, month) => {
    const at = Math.floor(month / 12);
    return shortBy(Math.ceil(present * (attendance[at] ?? NaN) - NOISE), free[at] ?? NaN);
  });
  for (let at = 0; at < horizon.years + horizon.tail; at += 1)
    addEntry(ledger, at, 'kindergarten.childminder', meanOfYear(short, at), price, at, source);
}

/** Places short in a year of the plan, in whole places; `null` where it is not known what is free. */
export function shortOf(places: Places | undefined, at: number): number | null {
  const free = places?.free[at] ?? NaN;
  return Number.isNaN(free) ? null : Math.max(0, Math.ceil((places?.needed[at] ?? 0) - NOISE) - free);
}
