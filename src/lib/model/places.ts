import { shareAged, type Composition } from './composition';
import { addEntry, priceOf, type Ledger, type Source } from './ledger';
import type { Horizon, Stream } from './population';
import type { Programme } from './programme';
import { valueAt, yearsFrom, type Parameters } from './resolve';
import { meanOfYear, paidPosts, peakOfYear } from './staffing';

/** What rounding leaves of nothing. */
const NOISE = 1e-9;

/**
 * Households per person of a group: people living alone, sharers (persons, two to a dwelling), couples, lone parents.
 * Children and later family immigrants add to these; unaccompanied minors stand outside.
 */
export type Households = { single: number; shared: number; couple: number; lone_parent: number };

/** The households of a composition, by the shares of the first year of the plan. */
export function householdsOf(of: Composition, parameters: Parameters, horizon: Horizon): Households {
  const couples = valueAt(parameters, 'household.couple_share', horizon.first_year);
  const sharing = valueAt(parameters, 'household.sharing_share', horizon.first_year);
  return {
    single: of.single * (1 - sharing),
    shared: of.single * sharing,
    couple: (of.couple * couples) / 2,
    lone_parent: of.couple * (1 - couples),
  };
}

export const DWELLING_SIZES = ['1', '2', '3-4', '5+'] as const;
export type DwellingSize = (typeof DWELLING_SIZES)[number];

/** Dwellings of one size by number of persons, by month; owned and short are `null` where it is not said what is owned. */
export type Dwellings = {
  size: DwellingSize;
  needed: Float64Array;
  owned: Float64Array;
  leased: Float64Array;
};

/** Places of one kind by year: the peak need, what is free (NaN unknown) and, where both are known, what is short. */
export type Places = { kind: 'kindergarten' | 'school' | 'practice'; needed: Float64Array; free: Float64Array };

/** Dwellings by size and places in kindergarten, school and work practice (`model.md` 7). */
export type PlacesElsewhere = { dwellings: Dwellings[]; places: Places[] };

/** Dwellings and places that those in the five-year phase take, with the lines of leased dwellings and of childminders. */
export function placesOf(
  ledger: Ledger,
  streams: Stream[],
  programme: Programme,
  parameters: Parameters,
  horizon: Horizon,
): PlacesElsewhere {
  const dwellings = dwellingsOf(streams, parameters, horizon);
  dwellingEntries(ledger, dwellings, parameters, horizon);
  const years = horizon.years + horizon.tail;
  const free = (kind: Places['kind']): Float64Array =>
    yearsFrom(parameters, `${kind}.free_places`, horizon.first_year).subarray(0, years);
  const practice = yearsFrom(parameters, 'practice.share', horizon.first_year);
  const attendance = yearsFrom(parameters, 'kindergarten.attendance', horizon.first_year);
  const places: Places[] = [
    {
      kind: 'kindergarten',
      needed: peakAged(streams, 1, 5, horizon).map((children, at) => children * (attendance[at] ?? NaN)),
      free: free('kindergarten'),
    },
    { kind: 'school', needed: peakAged(streams, 6, 15, horizon), free: free('school') },
    {
      kind: 'practice',
      needed: Float64Array.from(
        { length: years },
        (_, at) => peakOfYear(programme.participants, at) * (practice[at] ?? NaN),
      ),
      free: free('practice'),
    },
  ];
  childminderEntries(ledger, places, parameters, horizon);
  return { dwellings, places };
}

/** The highest number of an age in any month, by year; those in the five-year phase. */
function peakAged(streams: Stream[], low: number, high: number, horizon: Horizon): Float64Array {
  const years = horizon.years + horizon.tail;
  const peak = new Float64Array(years);
  const months = new Float64Array(12);
  for (let at = 0; at < years; at += 1) {
    months.fill(0);
    for (const stream of streams) {
      const since = horizon.first_year + at - stream.settlement_year;
      if (since >= 5 || stream.from > at) continue;
      const share = shareAged(stream.composition.ages.all, low, high, since);
      if (share === 0) continue;
      for (let month = 0; month < 12; month += 1)
        months[month] = (months[month] ?? 0) + (stream.present[12 * at + month] ?? 0) * share;
    }
    peak[at] = peakOfYear(months, 0);
  }
  return peak;
}

function dwellingsOf(streams: Stream[], parameters: Parameters, horizon: Horizon): Dwellings[] {
  const months = 12 * (horizon.years + horizon.tail);
  const years = (address: string): Float64Array => yearsFrom(parameters, address, horizon.first_year);
  const provided = years('dwellings.municipal_share');
  const kinds = ['single', 'shared', 'couple', 'lone_parent'] as const;
  const households = kinds.map(() => new Float64Array(months));
  for (const stream of streams) {
    const of = householdsOf(stream.composition, parameters, horizon);
    const end = Math.min(months, 12 * (stream.settlement_year + 5 - horizon.first_year));
    for (const [at, kind] of kinds.entries()) {
      const perPerson = kind === 'shared' ? of.shared / 2 : of[kind];
      const to = households[at];
      if (perPerson === 0 || !to) continue;
      for (let month = 12 * stream.from; month < end; month += 1)
        to[month] = (to[month] ?? 0) + (stream.present[month] ?? 0) * perPerson;
    }
  }
  return DWELLING_SIZES.map((size) => {
    const needed = new Float64Array(months);
    for (const [at, kind] of kinds.entries()) {
      const share = years(`dwellings.size.${kind}.${size}`);
      const of = households[at];
      if (share.every((value) => value === 0) || !of) continue;
      for (let month = 0; month < months; month += 1) {
        const year = Math.floor(month / 12);
        needed[month] = (needed[month] ?? 0) + (of[month] ?? 0) * (share[year] ?? NaN) * (provided[year] ?? NaN);
      }
    }
    for (let month = 0; month < months; month += 1) needed[month] = Math.ceil((needed[month] ?? 0) - NOISE);
    const ownedYears = years(`dwellings.owned.${size}`);
    const owned = needed.map((_, month) => ownedYears[Math.floor(month / 12)] ?? NaN);
    return { size, needed, owned, leased: leasedOf(size, needed, owned, parameters, horizon) };
  });
}

/** Dwellings the municipality leases: what is short, each given up some months after the need; none where it is not known
 * what it owns and nothing is leased before. */
function leasedOf(
  size: DwellingSize,
  needed: Float64Array,
  owned: Float64Array,
  parameters: Parameters,
  horizon: Horizon,
): Float64Array {
  const before = valueAt(parameters, `dwellings.leased.${size}`, horizon.first_year);
  const short = needed.map((dwellings, month) => Math.max(0, dwellings - (owned[month] ?? NaN)) || 0);
  return paidPosts(short, before, 0, valueAt(parameters, 'dwellings.notice', horizon.first_year));
}

/** Leased dwellings cost their rent; those lived in bring the tenants' rent. What stands empty is the vacancy cost. */
function dwellingEntries(ledger: Ledger, dwellings: Dwellings[], parameters: Parameters, horizon: Horizon): void {
  const source: Source = { kind: 'dwellings', origins: 0, settlement_year: 0, category: -1 };
  for (const { size, needed, owned, leased } of dwellings) {
    if (leased.every((number) => number === 0)) continue;
    const [lease, rent] = ['housing.lease_price', 'housing.rent'].map((id) =>
      priceOf(parameters, `${id}.${size}`, horizon.first_year),
    );
    if (!lease || !rent) continue;
    const lived = leased.map((number, month) => {
      const short = Math.max(0, (needed[month] ?? 0) - (owned[month] ?? NaN));
      return Math.min(number, Number.isNaN(short) ? number : short);
    });
    for (let at = 0; at < horizon.years + horizon.tail; at += 1) {
      addEntry(ledger, at, 'housing.leases', meanOfYear(leased, at), lease, at, source);
      addEntry(ledger, at, 'housing.rent_income', meanOfYear(lived, at), rent, at, source);
    }
  }
}

/** Children without a kindergarten place are minded elsewhere, where it is known how many places are free. */
function childminderEntries(ledger: Ledger, places: Places[], parameters: Parameters, horizon: Horizon): void {
  const kindergarten = places.find(({ kind }) => kind === 'kindergarten');
  const price = priceOf(parameters, 'kindergarten.childminder', horizon.first_year);
  const source: Source = { kind: 'childminder', origins: 0, settlement_year: 0, category: -1 };
  for (let at = 0; at < horizon.years + horizon.tail; at += 1) {
    const short = shortOf(kindergarten, at);
    if (short !== null && short > 0) addEntry(ledger, at, 'kindergarten.childminder', short, price, at, source);
  }
}

/** Places short in a year of the plan, in whole places; `null` where it is not known what is free. */
export function shortOf(places: Places | undefined, at: number): number | null {
  const free = places?.free[at] ?? NaN;
  return Number.isNaN(free) ? null : Math.max(0, Math.ceil((places?.needed[at] ?? 0) - NOISE) - free);
}
