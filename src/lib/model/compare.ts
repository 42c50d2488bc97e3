import { isPriced, type Catalogue, type CatalogueCell } from './catalogue';
import type { Forecast } from './forecast';
import { ITEM_IDS } from './items';
import { amountAt } from './ledger';
import { isPart, winningOverride } from './overrides';
import type { LeanParameter } from './parameter';
import type { Plan } from './plan';
import { priceLevel, statusOf, valueAt, withOverrides, type Parameters } from './resolve';
import { statusAt, statusIndex, weaker, type Status } from './status';
import { peakOf, sumOver, valueOf, worstOf, type Metric, type YearRow } from './year-row';

/** A scenario to compare, with its yearly rows in the kroner that are shown: of each year, or (`fixed`) of the first. */
export type Side = { plan: Plan; forecast: Forecast; years: YearRow[]; fixed: boolean };

/** What scenarios are compared by, in the order that stands where differences are equal. */
export const MEASURES = [
  'net_plan',
  'net_tail',
  'worst',
  'income_plan',
  'cost_plan',
  'fund_end',
  'in_phase',
  'posts',
  'rooms',
  'dwellings',
  'leases',
  'months_empty',
  'claims_payable',
  'claims_receivable',
] as const;
export type Measure = (typeof MEASURES)[number];

/** The measures in kroner; all others are counts. */
export const MONEY_MEASURES: readonly Measure[] = [
  'net_plan',
  'net_tail',
  'worst',
  'income_plan',
  'cost_plan',
  'fund_end',
  'leases',
  'claims_payable',
  'claims_receivable',
];

/** The figure a measure is asked about by, and of which items where that is not all. */
export const ASKED: Record<Measure, { metric: Metric; group?: string }> = {
  net_plan: { metric: 'net' },
  net_tail: { metric: 'net' },
  worst: { metric: 'net' },
  income_plan: { metric: 'income' },
  cost_plan: { metric: 'cost' },
  fund_end: { metric: 'fund' },
  in_phase: { metric: 'in_phase' },
  posts: { metric: 'posts' },
  rooms: { metric: 'rooms_needed' },
  dwellings: { metric: 'dwellings' },
  leases: { metric: 'rooms_needed' },
  months_empty: { metric: 'rooms_needed' },
  claims_payable: { metric: 'income', group: 'integration_grant' },
  claims_receivable: { metric: 'income', group: 'integration_grant' },
};

/** A figure of one scenario: kroner or a count, `null` where unknown; `year` where it is of one; the years behind it. */
export type Measured = { value: number | null; year: number | null; years: number[] };

const ROOM_ITEMS = new Set(
  (['education.rooms', 'education.room_setup', 'education.room_removal'] as const).map((item) =>
    ITEM_IDS.indexOf(item),
  ),
);

/** A measure of a scenario. */
export function measured(measure: Measure, side: Side): Measured {
  const { years, forecast } = side;
  const inPlan = years.filter(({ tail }) => !tail);
  const after = years.filter(({ tail }) => tail);
  const all = yearsOf(years);
  switch (measure) {
    case 'net_plan':
      return { value: sumOver('net', inPlan), year: null, years: yearsOf(inPlan) };
    case 'net_tail':
      return { value: sumOver('net', after), year: null, years: yearsOf(after) };
    case 'income_plan':
      return { value: sumOver('income', inPlan), year: null, years: yearsOf(inPlan) };
    case 'cost_plan':
      return { value: sumOver('cost', inPlan), year: null, years: yearsOf(inPlan) };
    case 'worst': {
      const worst = worstOf(years);
      return { value: worst?.net ?? null, year: worst?.year ?? null, years: worst ? [worst.year] : all };
    }
    case 'fund_end': {
      const last = inPlan.at(-1);
      return { value: last ? valueOf('fund', last) : null, year: last?.year ?? null, years: last ? [last.year] : all };
    }
    case 'in_phase':
      return peak('in_phase', years);
    case 'posts':
      return peak('posts', years);
    case 'rooms':
      return peak('rooms_needed', years);
    case 'dwellings':
      return peak('dwellings', years);
    case 'leases':
      return { value: costOfLeases(side), year: null, years: all };
    case 'months_empty':
      return { value: forecast.leases.reduce((sum, lease) => sum + lease.months_empty, 0), year: null, years: all };
    case 'claims_payable':
      return { value: claimsOf(side, 'payable'), year: null, years: all };
    case 'claims_receivable':
      return { value: claimsOf(side, 'receivable'), year: null, years: all };
  }
}

function yearsOf(rows: YearRow[]): number[] {
  return rows.map(({ year }) => year);
}

function peak(metric: Metric, rows: YearRow[]): Measured {
  const row = peakOf(metric, rows);
  return { value: row?.[metric] ?? null, year: row?.year ?? null, years: row ? [row.year] : [] };
}

/** Kroner for rooms on lease: rent, setting up and removing, over all years shown. */
function costOfLeases({ forecast, years, fixed }: Side): number | null {
  const { ledger } = forecast;
  let cost = 0;
  for (let entry = 0; entry < ledger.length; entry += 1) {
    const at = ledger.at[entry] ?? -1;
    if (at < 0 || !ROOM_ITEMS.has(ledger.item[entry] ?? -1)) continue;
    cost += amountAt(ledger, entry) * (fixed ? (years[at]?.fixed_factor ?? NaN) : 1);
  }
  return Number.isNaN(cost) ? null : cost;
}

/** The likely amount of claims on grants for people who move; `null` where a rate behind one is unknown. */
function claimsOf({ forecast, years, fixed }: Side, side: 'payable' | 'receivable'): number | null {
  return forecast.claims
    .filter((claim) => claim.side === side)
    .reduce<number | null>((sum, { likely, year }) => {
      const factor = fixed ? (years.find((row) => row.year === year)?.fixed_factor ?? NaN) : 1;
      return sum === null || likely === null ? null : sum + likely * factor;
    }, 0);
}

/** Persons settled within the plan, those of the tail left out. */
export function settledInPlan({ years }: Pick<Side, 'years'>): number {
  return years.filter(({ tail }) => !tail).reduce((sum, { settled }) => sum + settled, 0);
}

/** A value shared among so many; `null` where either is unknown or there is nobody to share among. */
export function shared(value: number | null, among: number | null): number | null {
  return value === null || among === null || among === 0 ? null : value / among;
}

/** How far apart values are, as a share of the largest of them; NaN where fewer than two are known. */
export function relativeDifference(values: (number | null)[]): number {
  const known = values.filter((value) => value !== null);
  if (known.length < 2) return NaN;
  const largest = Math.max(...known.map(Math.abs));
  return largest === 0 ? 0 : (Math.max(...known) - Math.min(...known)) / largest;
}

/** Rows with the largest relative difference first, those that cannot be compared after them, those alike last. */
export function byDifference<Row extends { difference: number; alike: boolean }>(rows: Row[]): Row[] {
  const rank = ({ difference, alike }: Row): number => (alike ? -2 : Number.isNaN(difference) ? -1 : difference);
  return [...rows].sort((a, b) => rank(b) - rank(a));
}

/** How a scenario differs from the first in kroner: over the plan, after it, or on average for each year of it. */
export type Gap = { side: number; when: 'plan' | 'tail' | 'year'; amount: number; own: number };

/**
 * The largest difference in net between the first scenario and another, each shared among its `among`. Sums are compared
 * between plans of the same years, and, unless they are shared, of the same municipality where there is one. Where none has
 * the years of the first, yearly averages of the plan are.
 */
export function largestGap(sides: Side[], among: (number | null)[], isShared = false): Gap | null {
  const [first, ...others] = sides;
  if (!first) return null;
  const gaps = (when: Gap['when'], isCompared: (side: Side) => boolean): Gap[] =>
    others.flatMap((side, at) => {
      const [own, base] = [netOf(side, when, among[at + 1] ?? null), netOf(first, when, among[0] ?? null)];
      return isCompared(side) && own !== null && base !== null ? [{ side: at + 1, when, amount: own - base, own }] : [];
    });
  const hasSameYears = (side: Side): boolean => sameYears(first.plan, side.plan);
  const isNear = (side: Side): boolean =>
    hasSameYears(side) && (isShared || side.plan.scenario.municipality === first.plan.scenario.municipality);
  const isSum = others.some(isNear) ? isNear : hasSameYears;
  const found = others.some(isSum) ? [...gaps('tail', isSum), ...gaps('plan', isSum)] : gaps('year', () => true);
  return found.reduce<Gap | null>(
    (best, gap) => (best && Math.abs(best.amount) >= Math.abs(gap.amount) ? best : gap),
    null,
  );
}

function netOf(side: Side, when: Gap['when'], among: number | null): number | null {
  const { value } = measured(when === 'tail' ? 'net_tail' : 'net_plan', side);
  return shared(shared(value, among), when === 'year' ? side.plan.scenario.years : 1);
}

function sameYears(a: Plan, b: Plan): boolean {
  return a.scenario.first_year === b.scenario.first_year && a.scenario.years === b.scenario.years;
}

/** What keeps figures of scenarios from being compared as they stand. */
export type Obstacle = 'municipality' | 'first_year' | 'years' | 'tail' | 'rates' | 'prices';

/** What is not the same in scenarios and must be said before their figures are compared. */
export function obstacles(sides: Pick<Side, 'plan'>[]): Obstacle[] {
  const differ = (of: (plan: Plan) => string | number): boolean => new Set(sides.map(({ plan }) => of(plan))).size > 1;
  const atStart = (address: string) => (plan: Plan) => valueAt(plan.parameters, address, plan.scenario.first_year);
  const found: [Obstacle, boolean][] = [
    ['municipality', differ(({ scenario }) => scenario.municipality)],
    ['first_year', differ(({ scenario }) => scenario.first_year)],
    ['years', differ(({ scenario }) => scenario.years)],
    ['tail', differ(atStart('tail.years'))],
    ['rates', differ(atStart('rates.year'))],
    ['prices', differ(atStart('prices.year'))],
  ];
  return found.filter(([, isFound]) => isFound).map(([obstacle]) => obstacle);
}

/** Years of a plan in which a parameter is the same: the lowest and the highest of its cells; NaN where unknown. */
export type Span = { from: number; to: number; low: number; high: number };

/** A parameter, or some cells of it, that is not the same in all scenarios. */
export type Difference = {
  address: string;
  parameter: LeanParameter;
  /** What the cells are called apart, where the address is of one cell. */
  keys: Record<string, string | number> | null;
  /** By scenario: what it is, how sure that is in the first year, and whether the scenario itself sets it. */
  sides: { spans: Span[]; status: Status; own: boolean }[];
};

/** The parameter a council votes on comes first. */
const VOTE = 'settlement.persons';

/**
 * The parameters that one of the plans sets, or that are known of its municipality, and that are not the same in all, by address. Values are as a scenario states
 * them: prices in kroner of the plan's first year, before factors on rates and prices.
 */
export function differences(plans: Plan[]): Difference[] {
  const [first] = plans;
  if (!first) return [];
  const of = first.parameters.catalogue;
  const set = plans.flatMap(({ scenario }) => Object.keys(scenario.parameters).map((key) => key.split('@')[0] ?? key));
  // What is known of a municipality is set too, by nobody.
  const known = plans.flatMap(({ parameters }) =>
    [...parameters.overrides.values()].flat().map(({ id, tokens }) => [id, ...tokens].join('.')),
  );
  const addresses = [...new Set([...set, ...known])].sort();
  return addresses
    .map((address) => differenceAt(of, address, plans))
    .filter(({ sides }) => !sides.every(({ spans }) => isAlike(spans, sides[0]?.spans ?? [])))
    .sort((a, b) => Number(b.address === VOTE) - Number(a.address === VOTE));
}

function differenceAt(of: Catalogue, address: string, plans: Plan[]): Difference {
  const id = [...of.parameters.keys()]
    .filter((known) => address === known || address.startsWith(`${known}.`))
    .reduce((longest, known) => (known.length > longest.length ? known : longest), '');
  const tokens = address.slice(id.length).split('.').filter(Boolean);
  const cells = (of.cellsOf.get(id) ?? []).filter((cell) => isPart(tokens, cell.tokens));
  const parameter = of.parameters.get(id);
  if (!parameter || cells.length === 0) throw new Error(`no parameter: ${address}`);
  return {
    address,
    parameter,
    keys: cells.length === 1 ? (cells[0]?.keys ?? null) : null,
    sides: plans.map((plan) => ({
      spans: spansOf(plan, cells),
      status: weakest(plan, cells),
      own: cells.some(({ tokens: cell }) =>
        (plan.parameters.overrides.get(id) ?? []).some(
          ({ tokens: own, status }) => status === undefined && isPart(own, cell),
        ),
      ),
    })),
  };
}

function spansOf({ parameters, scenario }: Plan, cells: CatalogueCell[]): Span[] {
  const known = withoutFactors(parameters);
  const count = cells[0]?.parameter.at_start ? 1 : scenario.years;
  const spans: Span[] = [];
  for (let year = scenario.first_year; year < scenario.first_year + count; year += 1) {
    const values = cells.map((cell) => stated(known, cell, year));
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const last = spans.at(-1);
    if (last && isEqual(last.low, low) && isEqual(last.high, high)) last.to = year;
    else spans.push({ from: year, to: year, low, high });
  }
  return spans;
}

const FACTORS = ['rates.scale', 'prices.scale'];

function withoutFactors(parameters: Parameters): Parameters {
  if (!FACTORS.some((id) => parameters.overrides.has(id))) return parameters;
  const all = [...parameters.overrides.values()].flat();
  return withOverrides(
    parameters,
    all.filter(({ id }) => !FACTORS.includes(id)),
  );
}

/** What a scenario would state in a year to leave a cell as it is. */
function stated(parameters: Parameters, cell: CatalogueCell, year: number): number {
  const own = winningOverride(parameters.overrides.get(cell.parameter.id) ?? [], cell.tokens, year);
  if (own) return own.value;
  const value = valueAt(parameters, cell.address, year);
  if (!isPriced(cell.parameter)) return value;
  return (value * priceLevel(parameters, parameters.first_year).value) / priceLevel(parameters, year).value;
}

function weakest({ parameters, scenario }: Plan, cells: CatalogueCell[]): Status {
  return statusAt(
    cells.reduce(
      (worst, { address }) => weaker(worst, statusIndex(statusOf(parameters, address, scenario.first_year))),
      0,
    ),
  );
}

/** Whether two courses say the same in the same order, whatever their years; the last holds as long as there is a plan. */
function isAlike(a: Span[], b: Span[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ low, high }, at) => isEqual(low, b[at]?.low ?? NaN) && isEqual(high, b[at]?.high ?? NaN))
  );
}

function isEqual(a: number, b: number): boolean {
  return (Number.isNaN(a) && Number.isNaN(b)) || Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
}
