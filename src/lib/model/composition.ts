import { AGE_BANDS, CATEGORIES, type AgeBand, type Category, type CohortCell, type Permit } from './cohort';
import { seriesOf, workedOut, type Parameters } from './resolve';

/** Ages at settlement reach from 0 to 79; cumulative tables have one entry more. */
const AGES = 80;

type Share = { permit: Permit; category: Category; age_band: AgeBand; share: number };

/**
 * Who a group of people is, as shares of one: by category, and cumulated over single years of age at settlement, by
 * permit, of all together and for unaccompanied minors. Cumulated, a share inside any age limits in any later year is one
 * subtraction.
 */
export type Composition = {
  category: Float64Array;
  ages: Record<Permit | 'all' | 'unaccompanied_minor', Float64Array>;
  /** The same of unaccompanied minors alone, by permit. */
  minors: Record<Permit, Float64Array>;
  kindergarten: number;
  elderly: number;
  family: number;
  /** Single adults and other adults who are not later family immigrants: those who make a household. */
  single: number;
  couple: number;
};

/** Those of a group who move alike, with their share of the group and the factor on their moving by year of the plan. */
export type Part = { of: Composition; share: number; household: Household };

/** Households as moving tells them apart; `any` is all of them together. */
export const HOUSEHOLDS = ['single', 'family', 'unaccompanied_minor'] as const;
export type Household = (typeof HOUSEHOLDS)[number] | 'any';

const HOUSEHOLD_OF: Record<Category, Household> = {
  single_adult: 'single',
  adult: 'family',
  child: 'family',
  unaccompanied_minor: 'unaccompanied_minor',
};

/** The table of a group that is not there, shared by all. */
const NOBODY = new Float64Array(AGES + 1);

/** The composition of a list of shares; they need not sum to one. */
export function composition(shares: Share[]): Composition {
  const total = shares.reduce((sum, { share }) => sum + share, 0);
  const of: Composition = {
    category: new Float64Array(CATEGORIES.length),
    ages: {
      ordinary: NOBODY,
      collective: NOBODY,
      family: NOBODY,
      all: NOBODY,
      unaccompanied_minor: NOBODY,
    },
    minors: { ordinary: NOBODY, collective: NOBODY, family: NOBODY },
    kindergarten: 0,
    elderly: 0,
    family: 0,
    single: 0,
    couple: 0,
  };
  for (const { permit, category, age_band, share } of shares) {
    if (share === 0) continue;
    const part = share / total;
    const at = CATEGORIES.indexOf(category);
    of.category[at] = (of.category[at] ?? 0) + part;
    addAges(of.ages, permit, age_band, part);
    addAges(of.ages, 'all', age_band, part);
    if (category === 'unaccompanied_minor') {
      addAges(of.ages, category, age_band, part);
      addAges(of.minors, permit, age_band, part);
    }
    if (age_band === '0-5') of.kindergarten += part;
    if (age_band === '60+') of.elderly += part;
    if (permit === 'family') of.family += part;
    else if (category === 'single_adult') of.single += part;
    else if (category === 'adult') of.couple += part;
  }
  for (const table of [...Object.values(of.ages), ...Object.values(of.minors)]) {
    if (table === NOBODY) continue;
    for (let age = 1; age <= AGES; age += 1) table[age] = (table[age] ?? 0) + (table[age - 1] ?? 0);
  }
  return of;
}

/** Spreads a share evenly over the single years of a band; entry `age + 1` holds the age. */
function addAges<G extends string>(ages: Record<G, Float64Array>, group: G, band: AgeBand, share: number): void {
  if (ages[group] === NOBODY) ages[group] = new Float64Array(AGES + 1);
  const table = ages[group];
  const [low, high] = AGE_BANDS[band];
  for (let age = low; age <= high; age += 1) table[age + 1] = (table[age + 1] ?? 0) + share / (high - low + 1);
}

/** The share aged `low` to `high` (both included) `years` calendar years after settlement. */
export function shareAged(table: Float64Array, low: number, high: number, years: number): number {
  const to = Math.min(Math.max(high - years + 1, 0), AGES);
  const from = Math.min(Math.max(low - years, 0), AGES);
  return to > from ? (table[to] ?? 0) - (table[from] ?? 0) : 0;
}

/** Compositions by year, made once for as long as what they rest on does not change. */
export type Compositions = {
  /** Those settled by agreement: mix and ages as of `year`, permits as of the settlement year. */
  settled: (year: number, settlementYear: number) => Part[];
  /** Later family immigrants: adults and children, ages as of the settled. */
  family: (year: number) => Part[];
  /** Children born within six months of settlement, with the permits of the settled. */
  born: (settlementYear: number) => Part[];
};

/** The compositions that the parameters give the settled and their family; `apart` where households move differently. */
export function compositionsOf(parameters: Parameters, apart: boolean): Compositions {
  return workedOut(parameters, apart ? householdsApart : allTogether);
}

const allTogether = (parameters: Parameters): Compositions => compositionsFrom(parameters, false);
const householdsApart = (parameters: Parameters): Compositions => compositionsFrom(parameters, true);

const IDS = ['settlement.permit', 'settlement.mix', 'family_immigration.mix', 'settlement.age'];

function compositionsFrom(parameters: Parameters, apart: boolean): Compositions {
  const { first } = parameters;
  const [permits, mix, familyMix, ages] = IDS.map((id) => tables(parameters, id)) as [
    Table[],
    Table[],
    Table[],
    Table[],
  ];
  const at = (table: Table, year: number): number => table.value[year - first] ?? NaN;
  const spread = (permit: Permit, part: Table, year: number, share: number): Share[] => {
    const category = part.keys.category as Category;
    const own = ages.filter((band) => band.keys.category === category);
    return own.map((band) => ({
      permit,
      category,
      age_band: band.keys.age_band as AgeBand,
      share: share * at(band, year),
    }));
  };
  const settled = (year: number, settlementYear: number): Part[] =>
    parts(
      permits.flatMap((permit) =>
        mix.flatMap((part) =>
          spread(permit.keys.permit as Permit, part, year, at(permit, settlementYear) * at(part, year)),
        ),
      ),
      apart,
    );
  const family = (year: number): Part[] =>
    parts(
      familyMix.flatMap((part) => spread('family', part, year, at(part, year))),
      apart,
    );
  const born = (year: number): Part[] =>
    parts(
      permits.map((permit) => ({
        permit: permit.keys.permit as Permit,
        category: 'child',
        age_band: '0-5',
        share: at(permit, year),
      })),
      apart,
    );
  const same = (list: Table[], a: number, b: number): boolean =>
    a === b || list.every((table) => at(table, a) === at(table, b));
  return {
    settled: remembered(
      settled,
      (a, b) => same(mix, a[0], b[0]) && same(ages, a[0], b[0]) && same(permits, a[1], b[1]),
    ),
    family: remembered(family, (a, b) => same(familyMix, a[0], b[0]) && same(ages, a[0], b[0])),
    born: remembered(born, (a, b) => same(permits, a[0], b[0])),
  };
}

/** A group as one, or as the households that move differently. */
function parts(shares: Share[], apart: boolean): Part[] {
  if (!apart) return [{ of: composition(shares), share: 1, household: 'any' }];
  const all = shares.reduce((sum, { share }) => sum + share, 0);
  return HOUSEHOLDS.flatMap((household) => {
    const own = shares.filter(({ category }) => HOUSEHOLD_OF[category] === household);
    const share = own.reduce((sum, each) => sum + each.share, 0);
    return share > 0 ? [{ of: composition(own), share: share / all, household }] : [];
  });
}

type Table = { keys: Record<string, string | number>; value: Float64Array };

function tables(parameters: Parameters, id: string): Table[] {
  return (parameters.catalogue.cellsOf.get(id) ?? []).map(({ keys, address }) => ({
    keys,
    value: seriesOf(parameters, address).value,
  }));
}

/** Results kept by {@link remembered}. */
const REMEMBERED = 8;

/** A function that gives an earlier result again where `isSame` holds for the arguments. */
function remembered<A extends unknown[], R>(
  make: (...args: A) => R,
  isSame: (a: A, b: A) => boolean,
): (...args: A) => R {
  const kept: { args: A; result: R }[] = [];
  return (...args) => {
    const found = kept.find((each) => isSame(each.args, args));
    if (found) return found.result;
    const result = make(...args);
    kept.unshift({ args, result });
    if (kept.length > REMEMBERED) kept.pop();
    return result;
  };
}

/** Cells of an opening population with one settlement year. */
export function openingParts(cells: CohortCell[], apart: boolean): Part[] {
  return parts(
    cells.map(({ permit, category, age_band, persons }) => ({ permit, category, age_band, share: persons })),
    apart,
  );
}
