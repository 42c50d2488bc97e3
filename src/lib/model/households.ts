import { AGE_BANDS, CATEGORIES, type AgeBand, type Category, type Permit } from './cohort';
import { populationLevers } from './population';
import { planned, seriesOf, workedOut, type Parameters } from './resolve';
import type { Random } from './random';

/** A kind of household by the positions in CATEGORIES of those in it, adults first. */
export type HouseholdKind = readonly number[];

export const [SINGLE, ADULTS, CHILD, MINOR] = (['single_adult', 'adult', 'child', 'unaccompanied_minor'] as const).map(
  (category) => CATEGORIES.indexOf(category),
) as [number, number, number, number];

/**
 * The households a group of people comes in: shares of persons who are single, and the other kinds with how many households
 * of each there are for a person of the group.
 */
export type Households = {
  single: number;
  kinds: readonly HouseholdKind[];
  rates: readonly number[];
  /** Sums of households and of persons in them over all kinds. */
  all: number;
  persons: number;
};

/** The share of a count of so many tries, each with this chance, by how many succeed. */
function binomial(tries: number, chance: number): number[] {
  let shares = [1];
  for (let done = 0; done < tries; done += 1) {
    const next = new Array<number>(shares.length + 1).fill(0);
    for (const [of, share] of shares.entries()) {
      next[of] = (next[of] ?? 0) + share * (1 - chance);
      next[of + 1] = (next[of + 1] ?? 0) + share * chance;
    }
    shares = next;
  }
  return shares;
}

/** How many children a household with adults has, on average so many: from `least` up. */
function childrenOf(average: number, most: number, least: 0 | 1): { children: number; share: number }[] {
  const from = average >= least ? least : 0;
  const tries = Math.max(most, Math.ceil(average)) - from;
  const chance = tries > 0 ? (average - from) / tries : 0;
  return binomial(tries, chance).map((share, children) => ({ children: children + from, share }));
}

type Counted = { kind: HouseholdKind; rate: number };

function householdsFrom(single: number, counted: Counted[]): Households {
  const kinds = counted.filter(({ rate }) => rate > 0);
  return {
    single,
    kinds: kinds.map(({ kind }) => kind),
    rates: kinds.map(({ rate }) => rate),
    all: kinds.reduce((sum, { rate }) => sum + rate, 0),
    persons: kinds.reduce((sum, { rate, kind }) => sum + rate * kind.length, 0),
  };
}

const withChildren = (adults: number, children: number): HouseholdKind => [
  ...new Array<number>(adults).fill(ADULTS),
  ...new Array<number>(children).fill(CHILD),
];

/** Adults live two and two or alone; children are shared among them, those of lone adults at least one where there are enough. */
function settledHouseholds(mix: (category: Category) => number, together: number, most: number): Households {
  const [adults, children] = [mix('adult'), mix('child')];
  const couples = (adults * together) / 2;
  const lone = adults * (1 - together);
  const average = couples + lone > 0 ? children / (couples + lone) : 0;
  const of = (rate: number, size: number): Counted[] =>
    childrenOf(average, most, size === 1 ? 1 : 0).map(({ children: number, share }) => ({
      kind: withChildren(size, number),
      rate: rate * share,
    }));
  return householdsFrom(mix('single_adult'), [
    { kind: [MINOR], rate: mix('unaccompanied_minor') },
    ...of(couples, 2),
    ...of(lone, 1),
    { kind: [CHILD], rate: couples + lone > 0 ? 0 : children },
  ]);
}

/** Later family: each adult with some of the children. */
function familyHouseholds(adults: number, children: number, most: number): Households {
  const average = adults > 0 ? children / adults : 0;
  return householdsFrom(0, [
    ...childrenOf(average, most, 0).map(({ children: number, share }) => ({
      kind: withChildren(1, number),
      rate: adults * share,
    })),
    { kind: [CHILD], rate: adults > 0 ? 0 : children },
  ]);
}

/** The households of those settled and of their family by year of the plan, and single years of age by category. */
export type Compositions = {
  settled: Households[];
  family: Households[];
  together: Float64Array;
  /** By position in CATEGORIES, the bands of age with their shares by year of the plan. */
  bands: readonly (readonly BandShare[])[];
};

export type BandShare = { band: AgeBand; share: Float64Array };

/** How those who come are composed, worked out once. */
export function compositionsOf(parameters: Parameters): Compositions {
  return workedOut(parameters, compositions);
}

function compositions(parameters: Parameters): Compositions {
  const years = (address: string): Float64Array => planned(parameters, address);
  const mix = Object.fromEntries(CATEGORIES.map((category) => [category, years(`settlement.mix.${category}`)]));
  const [adults, children] = [years('family_immigration.mix.adult'), years('family_immigration.mix.child')];
  const together = years('household.couple_share');
  const most = years('household.children_most');
  const all = Array.from(together, (_, at) => at);
  return {
    settled: all.map((at) =>
      settledHouseholds((category) => mix[category]?.[at] ?? NaN, together[at] ?? NaN, most[at] ?? NaN),
    ),
    family: all.map((at) => familyHouseholds(adults[at] ?? NaN, children[at] ?? NaN, most[at] ?? NaN)),
    together,
    bands: CATEGORIES.map((category) => bandsOf(parameters, category)),
  };
}

function bandsOf(parameters: Parameters, category: Category): BandShare[] {
  const cells = parameters.catalogue.cellsOf.get('settlement.age') ?? [];
  return cells
    .filter(({ keys }) => keys.category === category)
    .map(({ keys, address }) => ({ band: keys.age_band as AgeBand, share: seriesOf(parameters, address).planned }));
}

/** An age with its share of those asked about. */
export type AgeShare = { age: number; share: number };

/** The single years of a band, alike. */
export function agesOf(band: AgeBand, share: number): AgeShare[] {
  const [low, high] = AGE_BANDS[band];
  if (share === 0) return [];
  return Array.from({ length: high - low + 1 }, (_, at) => ({ age: low + at, share: share / (high - low + 1) }));
}

/** One age by its share in a year of the plan. */
export function drawAge(random: number, bands: readonly BandShare[], at: number): number {
  let left = random;
  let last = NaN;
  for (const { band, share } of bands) {
    const part = share[at] ?? NaN;
    if (part === 0) continue;
    const [low, high] = AGE_BANDS[band];
    if (left < part) return low + Math.floor((left / part) * (high - low + 1));
    left -= part;
    last = high;
  }
  return last;
}

/**
 * Households of so many persons along a line: they follow one another, the first one begun at a random point of it, and
 * those are taken whose own point, alike in all, falls within. So the persons of each kind are on average as many as their
 * share, and a household is whole. `tilt` is a factor on the share of singles.
 */
export function drawHouseholds(
  of: Households,
  persons: number,
  tilt: number,
  randomOfHousehold: (which: number) => Random,
): { kind: HouseholdKind; random: Random; which: number }[] {
  const drawn: { kind: HouseholdKind; random: Random; which: number }[] = [];
  const line = randomOfHousehold(-1);
  const point = line();
  const begun = line();
  const single = of.persons > 0 ? Math.min(1, of.single * tilt) : of.single;
  const others = of.persons > 0 ? (1 - single) / of.persons : 0;
  let start = 0;
  for (let which = 0; ; which += 1) {
    const random = randomOfHousehold(which);
    const kind = drawKind(of, single, others, which === 0, random());
    if (which === 0) start = -begun * kind.length;
    const own = start + point * kind.length;
    if (own >= persons) return drawn;
    if (own >= 0) drawn.push({ kind, random, which });
    start += kind.length;
  }
}

const ALONE: HouseholdKind = [SINGLE];

/** A kind by how many households of it there are or, for the first of a line, by how many persons are in them. */
function drawKind(of: Households, single: number, others: number, byPersons: boolean, random: number): HouseholdKind {
  const all = byPersons ? single + others * of.persons : single + others * of.all;
  let left = random * all - single;
  if (left < 0) return ALONE;
  for (const [at, kind] of of.kinds.entries()) {
    left -= others * (of.rates[at] ?? NaN) * (byPersons ? kind.length : 1);
    if (left < 0) return kind;
  }
  return of.kinds.at(-1) ?? ALONE;
}

/** Whole numbers that sum to the whole of the shares' sum, those with the largest remainders rounded up. */
export function apportion(exact: readonly number[]): number[] {
  const parts = exact.map((share) => Math.floor(share + 1e-9));
  const left = Math.round(exact.reduce((sum, share) => sum + share, 0)) - parts.reduce((sum, part) => sum + part, 0);
  const order = exact
    .map((share, at) => ({ at, rest: share - (parts[at] ?? 0) }))
    .sort((a, b) => b.rest - a.rest || a.at - b.at);
  for (const { at } of order.slice(0, Math.max(0, left))) parts[at] = (parts[at] ?? 0) + 1;
  return parts;
}

/** Households of so many whole persons counted out by the shares, none drawn. */
export function countedHouseholds(mix: readonly number[], together: number): HouseholdKind[] {
  const [singles = 0, adults = 0, children = 0, minors = 0] = mix;
  const couples = Math.min(Math.floor(adults / 2), Math.round((adults * together) / 2));
  const sizes = [...new Array<number>(couples).fill(2), ...new Array<number>(adults - 2 * couples).fill(1)];
  const number = sizes.map(() => 0);
  for (let child = 0; child < children && number.length > 0; child += 1) {
    const at = child % number.length;
    number[at] = (number[at] ?? 0) + 1;
  }
  return [
    ...new Array<HouseholdKind>(singles).fill(ALONE),
    ...sizes.map((size, at) => withChildren(size, number[at] ?? 0)),
    ...new Array<HouseholdKind>(sizes.length > 0 ? 0 : children).fill([CHILD]),
    ...new Array<HouseholdKind>(minors).fill([MINOR]),
  ];
}

/** The factors on moving of a household, by what moves differently. */
const MOVING_GROUPS = ['single', 'family', 'unaccompanied_minor'] as const;

/** The position of what a household moves as. */
function movingGroup(kind: HouseholdKind): number {
  return kind[0] === SINGLE ? 0 : kind[0] === MINOR ? 2 : 1;
}

/** The shares of households that move out in a year, were they here from January: by grant year and what moves alike. */
export type MoveShares = readonly (readonly number[])[];

/** The shares that move out by year of the plan; `null` where nobody does. */
export function moveSharesOf(parameters: Parameters): readonly (MoveShares | null)[] {
  return workedOut(parameters, moveShares);
}

function moveShares(parameters: Parameters): (MoveShares | null)[] {
  const { moving, factors } = populationLevers(parameters);
  const years = moving[0]?.length ?? 0;
  return Array.from({ length: years }, (_, at) => {
    const shares = moving.map((of) =>
      MOVING_GROUPS.map((group) => {
        const share = of[at] ?? NaN;
        const factor = factors?.[group];
        return factor ? Math.min(1, share * (factor[at] ?? NaN)) : share;
      }),
    );
    return shares.flat().every((share) => share === 0) ? null : shares;
  });
}

/** The share of a household in its grant year `d`; those after the fifth are as it. */
export function moveShare(shares: MoveShares, kind: HouseholdKind, d: number): number {
  return shares[Math.min(d, 5) - 1]?.[movingGroup(kind)] ?? NaN;
}

/** The permit of a household settled in a year, by its share. */
export function permitOf(parameters: Parameters, settlementYear: number, random: number): Permit {
  const at = settlementYear - parameters.first;
  let left = random;
  for (const { permit, share } of workedOut(parameters, permitSeries)) {
    left -= share[at] ?? NaN;
    if (left < 0) return permit;
  }
  return 'ordinary';
}

/** The shares of permits of those settled in a year. */
export function permitShares(parameters: Parameters, settlementYear: number): { permit: Permit; share: number }[] {
  const at = settlementYear - parameters.first;
  return workedOut(parameters, permitSeries).map(({ permit, share }) => ({ permit, share: share[at] ?? NaN }));
}

function permitSeries(parameters: Parameters): { permit: Permit; share: Float64Array }[] {
  return (parameters.catalogue.cellsOf.get('settlement.permit') ?? []).map(({ keys, address }) => ({
    permit: keys.permit as Permit,
    share: seriesOf(parameters, address).value,
  }));
}
