import { AGE_BANDS, CATEGORIES, type AgeBand, type Category, type CohortCell, type Permit } from './cohort';
import { seriesOf, type Parameters } from './resolve';

/** Ages at settlement reach from 0 to 79; cumulative tables have one entry more. */
const AGES = 80;

type Share = { permit: Permit; category: Category; age_band: AgeBand; share: number };

/**
 * Who a group of people is, as shares of one: by category, and cumulated over single years of age at settlement, by
 * permit and for unaccompanied minors. Cumulated, a share inside any age limits in any later year is one subtraction.
 */
export type Composition = {
  category: Float64Array;
  ages: Record<Permit | 'unaccompanied_minor', Float64Array>;
  kindergarten: number;
  elderly: number;
  family: number;
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
      unaccompanied_minor: NOBODY,
    },
    kindergarten: 0,
    elderly: 0,
    family: 0,
  };
  for (const { permit, category, age_band, share } of shares) {
    if (share === 0) continue;
    const part = share / total;
    const at = CATEGORIES.indexOf(category);
    of.category[at] = (of.category[at] ?? 0) + part;
    addAges(of.ages, permit, age_band, part);
    if (category === 'unaccompanied_minor') addAges(of.ages, category, age_band, part);
    if (age_band === '0-5') of.kindergarten += part;
    if (age_band === '60+') of.elderly += part;
    if (permit === 'family') of.family += part;
  }
  for (const table of Object.values(of.ages)) {
    if (table === NOBODY) continue;
    for (let age = 1; age <= AGES; age += 1) table[age] = (table[age] ?? 0) + (table[age - 1] ?? 0);
  }
  return of;
}

/** Spreads a share evenly over the single years of a band; entry `age + 1` holds the age. */
function addAges(ages: Composition['ages'], group: keyof Composition['ages'], band: AgeBand, share: number): void {
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
  settled: (year: number, settlementYear: number) => Composition;
  /** Later family immigrants: adults and children, ages as of the settled. */
  family: (year: number) => Composition;
};

/** The compositions that the parameters give the settled and their family. */
export function compositionsOf(parameters: Parameters): Compositions {
  const permits = tables(parameters, 'settlement.permit');
  const mix = tables(parameters, 'settlement.mix');
  const familyMix = tables(parameters, 'family_immigration.mix');
  const ages = tables(parameters, 'settlement.age');
  const settled = (year: number, settlementYear: number): Composition =>
    composition(
      permits.flatMap((permit) =>
        mix.flatMap((part) =>
          spread(ages, permit.keys.permit as Permit, part, year, at(permit, settlementYear) * at(part, year)),
        ),
      ),
    );
  const family = (year: number): Composition =>
    composition(familyMix.flatMap((part) => spread(ages, 'family', part, year, at(part, year))));
  const at = (table: Table, year: number): number => table.value[year - parameters.first] ?? NaN;
  const spread = (bands: Table[], permit: Permit, part: Table, year: number, share: number): Share[] => {
    const category = part.keys.category as Category;
    const own = bands.filter((band) => band.keys.category === category);
    return own.map((band) => ({
      permit,
      category,
      age_band: band.keys.age_band as AgeBand,
      share: share * at(band, year),
    }));
  };
  const same = (list: Table[], a: number, b: number): boolean =>
    a === b || list.every((table) => at(table, a) === at(table, b));
  return {
    settled: remembered(
      settled,
      (a, b) => same(mix, a[0], b[0]) && same(ages, a[0], b[0]) && same(permits, a[1], b[1]),
    ),
    family: remembered(family, (a, b) => same(familyMix, a[0], b[0]) && same(ages, a[0], b[0])),
  };
}

type Table = { keys: Record<string, string | number>; value: Float64Array };

function tables(parameters: Parameters, id: string): Table[] {
  return (parameters.catalogue.cellsOf.get(id) ?? []).map(({ keys, address }) => ({
    keys,
    value: seriesOf(parameters, address).value,
  }));
}

/** A function that gives its last result again while `isSame` holds for the arguments. */
function remembered<A extends unknown[], R>(
  make: (...args: A) => R,
  isSame: (a: A, b: A) => boolean,
): (...args: A) => R {
  let last: { args: A; result: R } | null = null;
  return (...args) => {
    if (!last || !isSame(last.args, args)) last = { args, result: make(...args) };
    return last.result;
  };
}

/** Cells of an opening population with one settlement year. */
export function openingComposition(cells: CohortCell[]): Composition {
  return composition(
    cells.map(({ permit, category, age_band, persons }) => ({ permit, category, age_band, share: persons })),
  );
}
