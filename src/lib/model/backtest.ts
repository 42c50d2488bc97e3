import { CATEGORIES, type Category } from './cohort';
import { linesOf, paymentRows, postsRows, type Forecast } from './forecast';
import type { ItemId, LedgerLine } from './ledger';
import { forecastOf, planOf, type Plan } from './plan';
import { valueAt, type Catalogue, type Override } from './resolve';
import type { Scenario } from './scenario';
import type { Group } from './staffing';

/** Series of persons that the back-test reads: asked for, decided, settled. */
export const SERIES = ['requested', 'decided', 'settled'] as const;
export type Series = (typeof SERIES)[number];

/** Payments that the model computes too; `total` of a publication holds other schemes beside them. */
export const PAID_ITEMS = [
  'integration_year1',
  'integration_year2_5',
  'unaccompanied_minor',
  'special_needs',
  'language',
] as const;
export type PaidItem = (typeof PAID_ITEMS)[number];

/** A published count. `persons` is `null` where no number stands; `mark` says why (`data/README.md`). */
export type Count = {
  municipality: string;
  year: number;
  series: Series;
  persons: number | null;
  mark: string;
  until: string;
};

/** Kroner paid in a year; `null` where hidden or unclear. */
export type Payment = { year: number; item: PaidItem | 'total'; amount: number | null; mark: string };

/** What is published of a municipality's past. Counts may be of several numbers that are one municipality today. */
export type History = { municipality: string; name: string; counts: Count[]; payments: Payment[] };

/** A line of the municipality's own accounts or plan, in its own unit and sign. */
export type Booked = {
  year: number;
  version: 'regnskap' | 'budsjett' | 'økonomiplan';
  item: string;
  amount: number;
  unit: string;
  sign?: 'cost_positive' | 'income_positive' | '' | undefined;
};

/**
 * Everything of the back-test that somebody may dispute, in one place.
 * - `first_year`, `years`: the earliest first year (no count is published before) and the most years a run can have.
 * - `suppressed`: persons that a hidden count (1-4) stands for.
 * - `one_offs`: share of those who by their category could bring a kindergarten or elderly grant that do, at the lowest and
 *   at the highest of what another composition gives in year 1.
 * - `moving`: `relocation.scale` at both ends of what other moving gives in years 2-5.
 * - `shrinkage`: years of accounts that weigh as much as the national figure.
 * - `scope_cost`, `scope_income`: what a refugee service with its programme and adult education books, by KOSTRA function
 *   of the cost lines and by item of the income lines; `scope_posts` its groups of staff, teachers apart.
 */
export const BOUNDS = {
  first_year: 2012,
  years: 15,
  suppressed: 2.5,
  one_offs: { low: 0, high: 1 },
  moving: { low: 0, high: 3 },
  shrinkage: 3,
  scope_cost: ['213', '242', '275'],
  scope_income: [
    'integration_grant.',
    'kindergarten_grant',
    'elderly_grant',
    'special_needs_grant.',
    'language_grant.',
    'host_income',
    'project.grant',
  ],
  scope_posts: ['adviser', 'settlement_worker', 'bilingual_assistant', 'management'] satisfies Group[] as Group[],
};
export type Bounds = typeof BOUNDS;

/**
 * A year's persons: as published (`null` with its mark), and as run. `persons` is what came, `planned` what was decided;
 * `planned_from` says where no decision is known.
 */
export type BacktestYear = {
  year: number;
  requested: number | null;
  requested_mark: string;
  decided: number | null;
  decided_mark: string;
  settled: number | null;
  settled_mark: string;
  until: string;
  persons: number;
  planned: number;
  planned_from: 'decided' | 'settled';
  /** In the five-year phase at the end of the year by the model. */
  in_phase: number;
  /** Everything that was paid, other schemes too. */
  paid_all_schemes: number | null;
};

/**
 * Why a row is as it is: `parts` names the payments it is about. `floor`: the persons behind it are a floor, so that what
 * stands as composition or moving may be hidden persons.
 */
export type RowNote = {
  kind: 'suppressed' | 'unclear' | 'rate-unknown' | 'rate-before-unknown' | 'without' | 'floor';
  parts: PaidItem[];
};

/**
 * A payment of a year beside the model, in whole kroner so that the parts sum exactly; `null` is unknown, never 0.
 * `model` is what the year earns, `model_cash` and `plan` what is paid in it.
 *
 * `deviation` = `paid` - `plan` = `volume` + `rate` + `composition` + `moving` + `unexplained`, found in this order:
 * 1. `plan` is the model with the persons decided (settled where no decision is known) and the rates of the year before.
 * 2. `volume` = the persons settled less the persons decided, both at the rates of the year before.
 * 3. `rate` = the rates in force less those of the year before, both with the persons settled. Where no source states the
 *    rate of the year before, the rate in force is used in 1-3 and `rate` is `null`.
 * 4. Of `paid` - `model_cash`: `composition` is, in year 1, the part within what the same persons could give, from everybody
 *    at the lowest category's rate without one-off grants to everybody at the highest with one; for unaccompanied minors and
 *    special needs all of it, since they depend on who came. `moving` is, in years 2-5, the part within what no moving or
 *    `relocation.scale` 3 would give.
 * 5. `unexplained` is the rest: lag, hidden numbers, other schemes, and all that the model has wrong.
 *
 * Composition and moving are thus the most that these causes can explain, not what they did.
 */
export type BacktestRow = {
  year: number;
  item: PaidItem | 'total';
  plan: number | null;
  model: number | null;
  model_cash: number | null;
  paid: number | null;
  deviation: number | null;
  volume: number | null;
  composition: number | null;
  rate: number | null;
  moving: number | null;
  unexplained: number | null;
  notes: RowNote[];
};

/**
 * A line of the municipality's own accounts and budget beside the model, plus is a surplus: `net` = `income` - `cost`. Kroner,
 * posts or persons by `unit`. `deviation` (accounts against budget) and `difference` (accounts, or else budget, against
 * the model) are what they do to the result for cost, income and net, and plain differences for the rest. `outside` is what the
 * model counts beside it that such a service does not book.
 */
export type AccountsRow = {
  year: number;
  item: string;
  unit: string;
  accounts: number | null;
  budget: number | null;
  version: 'regnskap' | 'budsjett' | 'økonomiplan';
  deviation: number | null;
  model: number | null;
  outside: number | null;
  difference: number | null;
  /** The model lacks an amount whose rate nobody states. */
  incomplete: boolean;
};

/** Something the reader must know; `text/` makes the sentence. */
export type Flag = {
  kind:
    | 'net-zero'
    | 'does-not-add-up'
    | 'accounts-scope'
    | 'plan-only'
    | 'model-incomplete'
    | 'no-count'
    | 'suppressed'
    | 'at-least'
    | 'part-year'
    | 'none'
    | 'plan-from-settled'
    | 'years-left-out'
    | 'other-schemes'
    | 'payments-hidden';
  years: number[];
  /** Kroner or persons that the sentence names. */
  amount?: number;
  /** What the model counts, where the sentence names it. */
  scope?: string[];
};

/**
 * `scale` is a suggestion for `prices.scale`: the factor `fitted` on the model's priced cost that gives the cost of the accounts,
 * shrunk toward 1 by `weight` = years / (years + shrinkage). Never used unless somebody sets it.
 */
export type Calibration = {
  years: number[];
  accounts: number;
  model: number;
  priced: number;
  fitted: number;
  weight: number;
  scale: number;
};

/** The settings of each run: parameters of a scenario with an empty opening. */
export type Runs = {
  first_year: number;
  years: number;
  settled: Settings;
  decided: Settings;
  plan: Record<number, Settings>;
  settled_at_plan_rates: Record<number, Settings>;
  moving_low: Settings;
  moving_high: Settings;
};

export type Backtest = {
  municipality: string;
  name: string;
  runs: Runs;
  years: BacktestYear[];
  rows: BacktestRow[];
  accounts: AccountsRow[];
  flags: Flag[];
  calibration: Calibration | null;
};

type Settings = Record<string, number>;
type Horizon = { first_year: number; years: number };
type Run = { settings: Settings; plan: Plan; forecast: Forecast; lines: LedgerLine[]; cash: Map<string, Cash> };
/** Kroner of a payment by the year they belong to: all, and those paid the year after; NaN where a rate is unknown. */
type Cash = { earned: number; late: number };

/**
 * The same forecast on past years beside what was paid and booked; `null` when nothing is published to run it on or to
 * compare it with. Nothing is fitted: national defaults and what is known of the municipality.
 */
export function backtest(
  of: Catalogue,
  history: History,
  booked: Booked[],
  known: Override[],
  bounds: Bounds = BOUNDS,
): Backtest | null {
  const horizon = horizonOf(history, booked, bounds);
  if (!horizon) return null;
  const all = countedYears(history, bounds);
  const years = all.filter(({ year }) => year >= horizon.first_year && year < horizon.first_year + horizon.years);
  const settled = each(years, ({ persons }) => persons);
  const decided = each(years, ({ planned }) => planned);
  const run = (settings: Settings): Run => runOf(of, history, known, horizon, settings);
  const base = run(settled);
  const paidYears = [...new Set(history.payments.map(({ year }) => year))].filter((year) => isIn(horizon, year));
  const runs = {
    settled: base,
    decided: run(decided),
    low: run({ ...settled, 'relocation.scale': bounds.moving.low }),
    high: run({ ...settled, 'relocation.scale': bounds.moving.high }),
  };
  const before = new Map(
    paidYears.map((year) => {
      const rates = { [`rates.year@${year}`]: year - 1 };
      return [year, { settled: run({ ...settled, ...rates }), decided: run({ ...decided, ...rates }) }] as const;
    }),
  );
  const floors = years.filter((year) => year.settled_mark === 'at_least').map(({ year }) => year);
  const rows = [...before].flatMap(([year, plan]) => yearRows(year, history, runs, plan, floors, bounds));
  const accounts = accountsRows(booked, base, bounds);
  const withCost = accounts.filter((row) => row.item === 'cost' && row.accounts !== null && row.model !== null);
  const dear = withCost.length > 0 ? run({ ...settled, 'prices.scale': 2 }) : null;
  return {
    municipality: history.municipality,
    name: history.name,
    runs: {
      ...horizon,
      settled,
      decided,
      plan: Object.fromEntries([...before].map(([year, each]) => [year, each.decided.settings])),
      settled_at_plan_rates: Object.fromEntries([...before].map(([year, each]) => [year, each.settled.settings])),
      moving_low: runs.low.settings,
      moving_high: runs.high.settings,
    },
    years: years.map((year, at) => ({ ...year, in_phase: base.forecast.people[at]?.in_phase ?? NaN })),
    rows,
    accounts,
    flags: flagsOf(years, all, history, horizon, accounts, bounds),
    calibration: dear && calibrationOf(withCost, base, dear, bounds),
  };
}

/** From the first year with a count to the last compared that has one, no longer than a run can be. */
function horizonOf(history: History, booked: Booked[], bounds: Bounds): Horizon | null {
  const counted = history.counts
    .filter(({ series, year }) => series === 'settled' && year >= bounds.first_year)
    .filter(({ persons, mark }) => persons !== null || mark === 'suppressed')
    .map(({ year }) => year);
  const compared = [...history.payments, ...booked].map(({ year }) => year);
  const last = Math.min(Math.max(...counted), Math.max(...compared));
  const first_year = Math.max(Math.min(...counted), last - bounds.years + 1);
  return Number.isFinite(last) && last >= first_year ? { first_year, years: last - first_year + 1 } : null;
}

function isIn({ first_year, years }: Horizon, year: number): boolean {
  return year >= first_year && year < first_year + years;
}

function each(years: BacktestYear[], persons: (year: BacktestYear) => number): Settings {
  return Object.fromEntries(years.map((year) => [`settlement.persons@${year.year}`, persons(year)]));
}

/** Marks from the one that leaves most unknown; a sum of municipalities carries the strongest. */
const MARKS = ['not_read', 'none', 'suppressed', 'at_least', 'part_year'];

/** Persons of each year, the municipalities of then added together. */
function countedYears({ counts, payments }: History, bounds: Bounds): BacktestYear[] {
  const years = [...new Set(counts.map(({ year }) => year))].filter((year) => year >= bounds.first_year).sort();
  const standsFor = ({ persons, mark }: Count): number | null =>
    persons ?? (mark === 'suppressed' ? bounds.suppressed : null);
  return years.map((year) => {
    const own = counts.filter((count) => count.year === year);
    const of = (series: Series): Count[] => own.filter((count) => count.series === series);
    const decidedBy = (municipality: string): number | null => {
      const decision = of('decided').find((count) => count.municipality === municipality);
      return decision ? standsFor(decision) : null;
    };
    const [requested, decided, settled] = SERIES.map((series) => together(of(series)));
    if (!requested || !decided || !settled) throw new Error(`no series: ${year}`);
    const came = of('settled');
    return {
      year,
      requested: requested.persons,
      requested_mark: requested.mark,
      decided: decided.persons,
      decided_mark: decided.mark,
      settled: settled.persons,
      settled_mark: settled.mark,
      until: came.find(({ until }) => until)?.until ?? '',
      persons: came.reduce((sum, count) => sum + (standsFor(count) ?? 0), 0),
      planned: came.reduce((sum, count) => sum + (decidedBy(count.municipality) ?? standsFor(count) ?? 0), 0),
      planned_from: came.some(({ municipality }) => decidedBy(municipality) === null) ? 'settled' : 'decided',
      in_phase: NaN,
      paid_all_schemes: payments.find((payment) => payment.year === year && payment.item === 'total')?.amount ?? null,
    };
  });
}

function together(counts: Count[]): { persons: number | null; mark: string } {
  const unknown = counts.length === 0 || counts.some(({ persons }) => persons === null);
  return {
    persons: unknown ? null : counts.reduce((sum, { persons }) => sum + (persons ?? NaN), 0),
    mark: counts.length === 0 ? 'none' : (MARKS.find((mark) => counts.some((count) => count.mark === mark)) ?? ''),
  };
}

function runOf(of: Catalogue, history: History, known: Override[], horizon: Horizon, settings: Settings): Run {
  const scenario: Scenario = {
    format: 'bosett/scenario@1',
    title: { nb: history.name },
    municipality: history.municipality,
    ...horizon,
    opening: [],
    parameters: settings,
  };
  const { plan, findings } = planOf(of, scenario, [], known);
  if (!plan) throw new Error(`findings: ${JSON.stringify(findings)}`);
  const forecast = forecastOf(plan);
  const lines = linesOf(forecast, plan.parameters, plan.opening);
  return { settings, plan, forecast, lines, cash: cashOf(forecast, lines) };
}

/** The payment a line is part of. One-off grants are paid with year 1; the year of a move is shared in years 2-5. */
function paidItemOf({ item, year, settlement_year }: LedgerLine): PaidItem | null {
  if (item.startsWith('integration_grant.year1.')) return 'integration_year1';
  if (item === 'kindergarten_grant' || item === 'elderly_grant') return 'integration_year1';
  if (item.startsWith('integration_grant.shared'))
    return settlement_year === year ? 'integration_year1' : 'integration_year2_5';
  if (item.startsWith('integration_grant.')) return 'integration_year2_5';
  if (item === 'unaccompanied_minor_grant') return 'unaccompanied_minor';
  if (item.startsWith('special_needs_grant.')) return 'special_needs';
  return item.startsWith('language_grant.') ? 'language' : null;
}

/** Payments by year and item, line by line. A line of unknown amount is late only where its item has late payments. */
function cashOf(forecast: Forecast, lines: LedgerLine[]): Map<string, Cash> {
  const lateUnknown = new Set(
    paymentRows(forecast)
      .filter(({ amount }) => amount === null)
      .map(({ year, item }) => `${year} ${item}`),
  );
  const sums = new Map<string, Cash>();
  for (const line of lines) {
    const item = paidItemOf(line);
    if (!item) continue;
    const key = `${line.year} ${item}`;
    const sum = sums.get(key) ?? { earned: 0, late: 0 };
    sum.earned += line.amount ?? NaN;
    sum.late += line.paid_next_year ?? (lateUnknown.has(`${line.year} ${line.item}`) ? NaN : 0);
    sums.set(key, sum);
  }
  return sums;
}

const NOTHING: Cash = { earned: 0, late: 0 };

/** Whole kroner; `null` where unknown. Never minus zero. */
function kroner(amount: number): number | null {
  return Number.isNaN(amount) ? null : Math.round(amount) + 0;
}

function earnedIn(run: Run, item: PaidItem, year: number): number | null {
  return kroner((run.cash.get(`${year} ${item}`) ?? NOTHING).earned);
}

/** What is paid in a year: its own less what comes the year after, and what came late from the year before. */
function paidIn(run: Run, item: PaidItem, year: number): number | null {
  const own = run.cash.get(`${year} ${item}`) ?? NOTHING;
  return kroner(own.earned - own.late + (run.cash.get(`${year - 1} ${item}`) ?? NOTHING).late);
}

/** How many years before a payment those it is for have settled. */
const SETTLED_BEFORE: Record<PaidItem, [number, number]> = {
  integration_year1: [0, 1],
  integration_year2_5: [1, 4],
  unaccompanied_minor: [0, 14],
  special_needs: [0, 4],
  language: [0, 2],
};

type Compared = { settled: Run; decided: Run; low: Run; high: Run };
type Range = { low: number; high: number };

function yearRows(
  year: number,
  history: History,
  runs: Compared,
  before: { settled: Run; decided: Run },
  floors: number[],
  bounds: Bounds,
): BacktestRow[] {
  const rows = PAID_ITEMS.map((item): BacktestRow => {
    const payment = history.payments.find((each) => each.year === year && each.item === item);
    const model_cash = paidIn(runs.settled, item, year);
    const stated = [before.decided, before.settled].every((run) => paidIn(run, item, year) !== null);
    const earlier = stated ? before : runs;
    const plan = paidIn(earlier.decided, item, year);
    const atPlanRates = paidIn(earlier.settled, item, year);
    const paid = payment?.amount ?? null;
    const rest = difference(paid, model_cash);
    const composition = partOf(rest, compositionRange(item, year, runs.settled, rest, bounds));
    const moving = partOf(rest, movingRange(item, year, runs));
    const notes: RowNote[] = [];
    if (payment?.mark === 'suppressed' || payment?.mark === 'unclear')
      notes.push({ kind: payment.mark, parts: [item] });
    if (model_cash === null) notes.push({ kind: 'rate-unknown', parts: [item] });
    else if (!stated) notes.push({ kind: 'rate-before-unknown', parts: [item] });
    const [from, to] = SETTLED_BEFORE[item];
    if (floors.some((floor) => floor <= year - from && floor >= year - to))
      notes.push({ kind: 'floor', parts: [item] });
    return {
      year,
      item,
      plan,
      model: earnedIn(runs.settled, item, year),
      model_cash,
      paid,
      deviation: difference(paid, plan),
      volume: difference(atPlanRates, plan),
      composition,
      rate: stated ? difference(model_cash, atPlanRates) : null,
      moving,
      unexplained: rest === null ? null : rest - (composition ?? 0) - (moving ?? 0),
      notes,
    };
  });
  return [...rows, totalOf(year, rows)];
}

function difference(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a - b;
}

/** The part of a difference that lies within a range around the model; whole kroner. */
function partOf(rest: number | null, { low, high }: Range): number | null {
  if (rest === null) return null;
  return Math.min(Math.max(rest, Math.round(Math.min(0, low))), Math.round(Math.max(0, high))) + 0;
}

/** Who came: everything for grants that depend on nothing else; in year 1 what the same persons could have given. */
function compositionRange(item: PaidItem, year: number, run: Run, rest: number | null, bounds: Bounds): Range {
  if (item === 'unaccompanied_minor' || item === 'special_needs') return { low: rest ?? 0, high: rest ?? 0 };
  if (item !== 'integration_year1') return { low: 0, high: 0 };
  const model = paidIn(run, item, year) ?? 0;
  let [low, high] = [-model, -model];
  for (const line of run.lines) {
    if (!line.item.startsWith('integration_grant.year1.') || !line.amount) continue;
    const late = (line.paid_next_year ?? 0) / line.amount;
    const share = line.year === year ? 1 - late : line.year === year - 1 ? late : 0;
    if (share === 0) continue;
    const perPerson = (oneOffs: number): number[] =>
      CATEGORIES.map((category) => firstYearRate(run, category, line.year, oneOffs));
    low += share * line.quantity * Math.min(...perPerson(bounds.one_offs.low));
    high += share * line.quantity * Math.max(...perPerson(bounds.one_offs.high));
  }
  return { low, high };
}

const ONE_OFF: Partial<Record<Category, string>> = {
  single_adult: 'grants.elderly',
  adult: 'grants.elderly',
  child: 'grants.kindergarten',
};

/** What one person of a category brings in the year of settlement, with a share of the one-off grant it can have. */
function firstYearRate(run: Run, category: Category, year: number, oneOffs: number): number {
  const { parameters } = run.plan;
  const oneOff = ONE_OFF[category];
  return (
    valueAt(parameters, `grants.integration.year1.${category}`, year) +
    (oneOff && oneOffs > 0 ? oneOffs * valueAt(parameters, oneOff, year) : 0)
  );
}

function movingRange(item: PaidItem, year: number, runs: Compared): Range {
  if (item !== 'integration_year2_5') return { low: 0, high: 0 };
  const model = paidIn(runs.settled, item, year) ?? NaN;
  const ends = [runs.low, runs.high].map((run) => (paidIn(run, item, year) ?? NaN) - model);
  return { low: Math.min(...ends), high: Math.max(...ends) };
}

/** The sum over the payments that are known on both sides; a note names those that are not. */
function totalOf(year: number, rows: BacktestRow[]): BacktestRow {
  const known = rows.filter(({ deviation }) => deviation !== null);
  const sum = (of: keyof BacktestRow): number | null => {
    const values = known.map((row) => row[of]).filter((value) => typeof value === 'number');
    return values.length > 0 ? values.reduce((total, value) => total + value, 0) : null;
  };
  const without = rows.filter(({ deviation }) => deviation === null).map((row) => row.item as PaidItem);
  const unstated = known.filter(({ rate }) => rate === null).map((row) => row.item as PaidItem);
  return {
    year,
    item: 'total',
    plan: sum('plan'),
    model: sum('model'),
    model_cash: sum('model_cash'),
    paid: sum('paid'),
    deviation: sum('deviation'),
    volume: sum('volume'),
    composition: sum('composition'),
    rate: sum('rate'),
    moving: sum('moving'),
    unexplained: sum('unexplained'),
    notes: [
      ...(without.length > 0 ? [{ kind: 'without', parts: without } as const] : []),
      ...(unstated.length > 0 ? [{ kind: 'rate-before-unknown', parts: unstated } as const] : []),
    ],
  };
}

/** What the municipality's own sign means, turned here and nowhere else: cost and income positive, net plus = surplus. */
function converted({ item, amount, unit, sign }: Booked): number {
  const kroner = unit === '1000 NOK' ? amount * 1000 : amount;
  const result = sign === 'cost_positive' ? -kroner : kroner;
  return (sign && item === 'cost' ? -result : sign ? result : kroner) + 0;
}

const VERSIONS = ['regnskap', 'budsjett', 'økonomiplan'] as const;

function accountsRows(booked: Booked[], run: Run, bounds: Bounds): AccountsRow[] {
  const keys = new Map(booked.map((line) => [`${line.year} ${line.item}`, line]));
  return [...keys.values()]
    .sort((a, b) => a.year - b.year)
    .map(({ year, item, unit }) => {
      const own = booked.filter((line) => line.year === year && line.item === item);
      const as = (version: Booked['version']): number | null => {
        const line = own.find((each) => each.version === version);
        return line ? converted(line) : null;
      };
      const accounts = as('regnskap');
      const budget = as('budsjett') ?? as('økonomiplan');
      const { value: model, outside, incomplete } = modelOf(item, year, run, bounds);
      const effect = item === 'cost' ? -1 : 1;
      const compare = (a: number | null, b: number | null): number | null =>
        a === null || b === null ? null : effect * (a - b) + 0;
      return {
        year,
        item,
        unit: unit === '1000 NOK' ? 'NOK' : unit,
        accounts,
        budget,
        version: VERSIONS.find((version) => as(version) !== null) ?? 'regnskap',
        deviation: compare(accounts, budget),
        model,
        outside,
        difference: compare(accounts ?? budget, model),
        incomplete,
      };
    });
}

type Modelled = { value: number | null; outside: number | null; incomplete: boolean };

/** The model's figure for an item of the accounts, within what such a service books. */
function modelOf(item: string, year: number, run: Run, bounds: Bounds): Modelled {
  const people = run.forecast.people.find((row) => row.year === year && !row.tail);
  if (!people) return { value: null, outside: null, incomplete: false };
  const plain = (value: number): Modelled => ({ value, outside: null, incomplete: false });
  if (item === 'participants') return plain(people.participants_any);
  if (item === 'staff.posts') {
    const posts = postsRows(run.forecast).filter((row) => row.year === year && bounds.scope_posts.includes(row.group));
    return plain(posts.reduce((sum, row) => sum + row.paid, 0));
  }
  if (item === 'cost') return moneyOf('cost', year, run, bounds);
  if (item === 'income') return moneyOf('income', year, run, bounds);
  if (item !== 'net') return { value: null, outside: null, incomplete: false };
  const [income, cost] = [moneyOf('income', year, run, bounds), moneyOf('cost', year, run, bounds)];
  return {
    value: difference(income.value, cost.value),
    outside: difference(income.outside, cost.outside),
    incomplete: income.incomplete || cost.incomplete,
  };
}

function moneyOf(side: 'cost' | 'income', year: number, run: Run, bounds: Bounds): Modelled {
  const lines = run.lines.filter((line) => line.year === year && line.side === side && line.tag === 'extra');
  const inside = lines.filter((line) => isInScope(line, bounds));
  const sum = (of: LedgerLine[]): number => of.reduce((total, { amount }) => total + (amount ?? 0), 0);
  return {
    value: sum(inside),
    outside: sum(lines) - sum(inside),
    incomplete: inside.some(({ amount }) => amount === null),
  };
}

function isInScope({ side, item, funksjon }: LedgerLine, bounds: Bounds): boolean {
  if (side === 'cost') return bounds.scope_cost.includes(funksjon);
  return bounds.scope_income.some((prefix) => (item satisfies ItemId).startsWith(prefix));
}

/** The model's cost is a fixed part (what the state sets) and a priced part, which the run with doubled prices tells apart. */
function calibrationOf(rows: AccountsRow[], base: Run, dear: Run, bounds: Bounds): Calibration {
  const sum = (amounts: (number | null)[]): number => amounts.reduce<number>((total, each) => total + (each ?? NaN), 0);
  const years = rows.map(({ year }) => year);
  const costOf = (run: Run): number => sum(years.map((year) => moneyOf('cost', year, run, bounds).value));
  const accounts = sum(rows.map((row) => row.accounts));
  const model = costOf(base);
  const priced = costOf(dear) - model;
  const fitted = Math.max(0, 1 + (accounts - model) / priced);
  const weight = years.length / (years.length + bounds.shrinkage);
  return { years, accounts, model, priced, fitted, weight, scale: 1 + weight * (fitted - 1) };
}

function flagsOf(
  years: BacktestYear[],
  all: BacktestYear[],
  history: History,
  horizon: Horizon,
  accounts: AccountsRow[],
  bounds: Bounds,
): Flag[] {
  const yearsOf = (rows: { year: number }[]): number[] => [...new Set(rows.map(({ year }) => year))];
  const marked = (...marks: string[]): number[] =>
    yearsOf(years.filter(({ settled_mark }) => marks.includes(settled_mark)));
  const isBooked = (row: AccountsRow): boolean => row.accounts !== null;
  const inService = yearsOf(accounts.filter(isBooked));
  const flags: Flag[] = [
    { kind: 'net-zero', years: yearsOf(accounts.filter((row) => row.item === 'net' && row.accounts === 0)) },
    { kind: 'does-not-add-up', years: inService.filter((year) => !addsUp(accounts, year)) },
    { kind: 'accounts-scope', years: inService, scope: bounds.scope_cost },
    {
      kind: 'plan-only',
      years: yearsOf(accounts.filter((row) => !isBooked(row))).filter((y) => !inService.includes(y)),
    },
    { kind: 'model-incomplete', years: yearsOf(accounts.filter(({ incomplete }) => incomplete)) },
    { kind: 'no-count', years: yearsOf(accounts.filter(({ year }) => !isIn(horizon, year))) },
    { kind: 'suppressed', years: marked('suppressed'), amount: bounds.suppressed },
    { kind: 'at-least', years: marked('at_least') },
    { kind: 'part-year', years: marked('part_year') },
    { kind: 'none', years: marked('none', 'not_read') },
    { kind: 'plan-from-settled', years: yearsOf(years.filter((year) => year.planned_from === 'settled')) },
    { kind: 'years-left-out', years: yearsOf(all.filter(({ year }) => year < horizon.first_year)) },
    ...yearsOf(history.payments).map((year) => paymentsFlag(year, history)),
  ];
  return flags.filter((flag) => flag.years.length > 0);
}

/** What the publication's own total says beyond the payments compared. */
function paymentsFlag(year: number, { payments }: History): Flag {
  const own = payments.filter((payment) => payment.year === year);
  const parts = own.filter(({ item }) => item !== 'total');
  const total = own.find(({ item }) => item === 'total')?.amount ?? null;
  if (parts.every(({ amount }) => amount === null))
    return { kind: 'payments-hidden', years: [year], ...(total !== null && { amount: total }) };
  const others = total === null ? 0 : total - parts.reduce((sum, { amount }) => sum + (amount ?? 0), 0);
  return { kind: 'other-schemes', years: others > 0 ? [year] : [], amount: others };
}

/** Whether income less cost is the net printed, in accounts and budget. */
function addsUp(accounts: AccountsRow[], year: number): boolean {
  return (['accounts', 'budget'] as const).every((column) => {
    const [income, cost, net] = ['income', 'cost', 'net'].map(
      (item) => accounts.find((row) => row.year === year && row.item === item)?.[column] ?? null,
    );
    return income == null || cost == null || net == null || Math.abs(income - cost - net) < 0.5;
  });
}
