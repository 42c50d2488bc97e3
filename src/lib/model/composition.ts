import { AGE_BANDS, CATEGORIES, type AgeBand, type Category, type CohortCell, type Permit } from './cohort';
import { valueAt, type Parameters } from './resolve';

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

/** The composition of a list of shares; they need not sum to one. */
export function composition(shares: Share[]): Composition {
  const total = shares.reduce((sum, { share }) => sum + share, 0);
  const of: Composition = {
    category: new Float64Array(CATEGORIES.length),
    ages: {
      ordinary: new Float64Array(AGES + 1),
      collective: new Float64Array(AGES + 1),
      family: new Float64Array(AGES + 1),
      unaccompanied_minor: new Float64Array(AGES + 1),
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
    addAges(of.ages[permit], age_band, part);
    if (category === 'unaccompanied_minor') addAges(of.ages.unaccompanied_minor, age_band, part);
    if (age_band === '0-5') of.kindergarten += part;
    if (age_band === '60+') of.elderly += part;
    if (permit === 'family') of.family += part;
  }
  for (const table of Object.values(of.ages))
    for (let age = 1; age <= AGES; age += 1) table[age] = (table[age] ?? 0) + (table[age - 1] ?? 0);
  return of;
}

/** Spreads a share evenly over the single years of a band; entry `age + 1` holds the age. */
function addAges(table: Float64Array, band: AgeBand, share: number): void {
  const [low, high] = AGE_BANDS[band];
  for (let age = low; age <= high; age += 1) table[age + 1] = (table[age + 1] ?? 0) + share / (high - low + 1);
}

/** The share aged `low` to `high` (both included) `years` calendar years after settlement. */
export function shareAged(table: Float64Array, low: number, high: number, years: number): number {
  const to = Math.min(Math.max(high - years + 1, 0), AGES);
  const from = Math.min(Math.max(low - years, 0), AGES);
  return to > from ? (table[to] ?? 0) - (table[from] ?? 0) : 0;
}

/** Those settled by agreement: mix and ages as of `year`, permits as of the settlement year. */
export function settledComposition(parameters: Parameters, year: number, settlementYear: number): Composition {
  const shares: Share[] = [];
  for (const permit of ['ordinary', 'collective', 'family'] as const) {
    const permitShare = valueAt(parameters, `settlement.permit.${permit}`, settlementYear);
    if (permitShare > 0) {
      for (const category of CATEGORIES) {
        const share = permitShare * valueAt(parameters, `settlement.mix.${category}`, year);
        if (share > 0) shares.push(...agesOf(parameters, year, permit, category, share));
      }
    }
  }
  return composition(shares);
}

/** Later family immigrants: adults and children, ages as of the settled. */
export function familyComposition(parameters: Parameters, year: number): Composition {
  return composition(
    (['adult', 'child'] as const).flatMap((category) =>
      agesOf(parameters, year, 'family', category, valueAt(parameters, `family_immigration.mix.${category}`, year)),
    ),
  );
}

function agesOf(parameters: Parameters, year: number, permit: Permit, category: Category, share: number): Share[] {
  const bands = parameters.catalogue.cellsOf.get('settlement.age') ?? [];
  return bands
    .filter((cell) => cell.keys.category === category)
    .map((cell) => ({
      permit,
      category,
      age_band: cell.keys.age_band as AgeBand,
      share: share * valueAt(parameters, cell.address, year),
    }));
}

/** Cells of an opening population with one settlement year. */
export function openingComposition(cells: CohortCell[]): Composition {
  return composition(cells.map(({ persons, ...cell }) => ({ ...cell, share: persons })));
}
