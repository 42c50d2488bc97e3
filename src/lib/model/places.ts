import { NOISE, meanOfYear, peakOfYear, zeros } from './columns';
import { positionOf } from './items';
import { addEntry, priceOf, type Ledger, type Price } from './ledger';
import type { Horizon } from './population';
import type { Programme } from './programme';
import { kindOf } from './quantities';
import { householdsOf, type Residents } from './residents';
import { planned, valueAt, workedOut, type Parameters } from './resolve';
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
  const rules = workedOut(parameters, rulesOf);
  const years = horizon.years + horizon.tail;
  const dwellings = rules.sizes.map((size) => dwellingsOf(size, residents, rules.notice, years));
  for (const [at, size] of rules.sizes.entries()) dwellingEntries(ledger, dwellings[at], size, years);
  const places = (kind: Places['kind'], months: number[], share: Float64Array | null): Places => {
    const needed = zeros(years);
    for (let at = 0; at < years; at += 1) needed[at] = peakOfYear(months, at) * (share ? (share[at] ?? NaN) : 1);
    return { kind, needed, free: rules.free[kind] };
  };
  const all = [
    places('kindergarten', residents.kindergarten, rules.attendance),
    places('school', residents.school, null),
    places('practice', programme.participants, rules.practice),
  ];
  childminderEntries(ledger, residents.kindergarten, rules, years);
  return { dwellings, places: all };
}

/** What the dwellings of one size go by: per single adult and per other adult by year, what is owned and leased, prices. */
type Size = {
  size: DwellingSize;
  perSingle: Float64Array;
  perAdult: Float64Array;
  owned: Float64Array;
  isKnown: boolean;
  leasedBefore: number;
  lease: Price;
  rent: Price;
};

type Rules = ReturnType<typeof rulesOf>;

function rulesOf(parameters: Parameters) {
  const years = (address: string): Float64Array => planned(parameters, address);
  const free = years('kindergarten.free_places');
  return {
    sizes: DWELLING_SIZES.map((size) => sizeOf(size, parameters)),
    notice: valueAt(parameters, 'dwellings.notice', parameters.first_year),
    attendance: years('kindergarten.attendance'),
    practice: years('practice.share'),
    free: { kindergarten: free, school: years('school.free_places'), practice: years('practice.free_places') },
    childminder: free.every(Number.isNaN) ? null : priceOf(parameters, 'kindergarten.childminder'),
  };
}

function sizeOf(size: DwellingSize, parameters: Parameters): Size {
  const households = householdsOf(parameters);
  const provided = planned(parameters, 'dwellings.municipal_share');
  const [single, shared, couple, loneParent] = (['single', 'shared', 'couple', 'lone_parent'] as const).map((kind) =>
    planned(parameters, `dwellings.size.${kind}.${size}`),
  );
  const owned = planned(parameters, `dwellings.owned.${size}`);
  return {
    size,
    perSingle: provided.map((share, at) => {
      const of = households[at];
      return of ? share * (of.single * (single?.[at] ?? NaN) + (of.shared / 2) * (shared?.[at] ?? NaN)) : NaN;
    }),
    perAdult: provided.map((share, at) => {
      const of = households[at];
      return of ? share * (of.couple * (couple?.[at] ?? NaN) + of.lone_parent * (loneParent?.[at] ?? NaN)) : NaN;
    }),
    owned,
    isKnown: owned.some((dwellings) => !Number.isNaN(dwellings)),
    leasedBefore: valueAt(parameters, `dwellings.leased.${size}`, parameters.first_year),
    lease: priceOf(parameters, `housing.lease_price.${size}`),
    rent: priceOf(parameters, `housing.rent.${size}`),
  };
}

function dwellingsOf(of: Size, residents: Residents, notice: number, years: number): Dwellings {
  const needed = zeros(12 * years);
  for (let at = 0; at < years; at += 1) {
    const perSingle = of.perSingle[at] ?? NaN;
    const perAdult = of.perAdult[at] ?? NaN;
    for (let month = 12 * at; month < 12 * at + 12; month += 1) {
      const households = (residents.singles[month] ?? 0) * perSingle + (residents.couples[month] ?? 0) * perAdult;
      if (households > NOISE) needed[month] = Math.ceil(households - NOISE);
    }
  }
  return { size: of.size, needed, owned: of.owned, leased: leasedOf(needed, of, notice), rent: of.rent.value };
}

/**
 * Dwellings the municipality leases: what is short, each given up some months after the need. Where it is not known what
 * it owns nothing more is known to be short, and what was leased before stays while it is needed.
 */
function leasedOf(needed: number[], { isKnown, owned, leasedBefore }: Size, notice: number): number[] {
  if (!isKnown && leasedBefore === 0) return NONE;
  const short = needed.map((dwellings, month) =>
    isKnown ? shortBy(dwellings, owned[Math.floor(month / 12)] ?? NaN) : Math.min(leasedBefore, dwellings),
  );
  return paidPosts(short, leasedBefore, 0, notice);
}

/** No leased dwelling in any month, however many months are asked about. */
const NONE: number[] = [];

function shortBy(needed: number, owned: number): number {
  return Number.isNaN(owned) ? 0 : Math.max(0, needed - owned);
}

const LEASES = positionOf('housing.leases');
const RENT_INCOME = positionOf('housing.rent_income');
const CHILDMINDER = positionOf('kindergarten.childminder');
const DWELLINGS = { kind: kindOf('dwellings'), origins: 0, settlement_year: 0, category: -1 };
const MINDED = { kind: kindOf('childminder'), origins: 0, settlement_year: 0, category: -1 };

/** Leased dwellings cost their rent; those lived in bring the tenants' rent. What stands empty is the vacancy cost. */
function dwellingEntries(ledger: Ledger, of: Dwellings | undefined, { lease, rent }: Size, years: number): void {
  if (!of || of.leased.every((number) => number === 0)) return;
  const { needed, owned, leased } = of;
  const lived = leased.map((number, month) => {
    const own = owned[Math.floor(month / 12)] ?? NaN;
    return Math.min(number, Number.isNaN(own) ? (needed[month] ?? 0) : shortBy(needed[month] ?? 0, own));
  });
  for (let at = 0; at < years; at += 1) {
    addEntry(ledger, at, LEASES, meanOfYear(leased, at), lease, at, DWELLINGS);
    addEntry(ledger, at, RENT_INCOME, meanOfYear(lived, at), rent, at, DWELLINGS);
  }
}

/** Children without a kindergarten place are minded elsewhere, by the month, where it is known how many places are free. */
function childminderEntries(ledger: Ledger, children: number[], rules: Rules, years: number): void {
  const { childminder: price, attendance, free } = rules;
  if (!price) return;
  const short = children.map((present, month) => {
    const at = Math.floor(month / 12);
    return shortBy(Math.ceil(present * (attendance[at] ?? NaN) - NOISE), free.kindergarten[at] ?? NaN);
  });
  for (let at = 0; at < years; at += 1) addEntry(ledger, at, CHILDMINDER, meanOfYear(short, at), price, at, MINDED);
}

/** Places short in a year of the plan, in whole places; `null` where it is not known what is free. */
export function shortOf(places: Places | undefined, at: number): number | null {
  const free = places?.free[at] ?? NaN;
  return Number.isNaN(free) ? null : Math.max(0, Math.ceil((places?.needed[at] ?? 0) - NOISE) - free);
}
