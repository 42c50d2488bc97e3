import { accountsRows, addsUp, scopeIn, type AccountsRow } from './backtest-accounts';
import {
  calibrationOf,
  comparedCosts,
  isAllowed,
  obstacleTo,
  type Calibration,
  type NoCalibration,
} from './backtest-calibration';
import {
  BOUNDS,
  PAID_ITEMS,
  countedYears,
  horizonOf,
  isIn,
  type BacktestYear,
  type Booked,
  type Bounds,
  type History,
  type Horizon,
  type PaidItem,
} from './backtest-history';
import { earnedIn, paidIn, runOf, type Run, type Settings } from './backtest-run';
import type { Catalogue } from './catalogue';
import { CATEGORIES, type Category } from './cohort';
import type { Override } from './overrides';
import { valueAt } from './resolve';

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

/** Something the reader must know; `text/` makes the sentence. */
export type Flag = {
  kind:
    | 'net-zero'
    | 'does-not-add-up'
    | 'accounts-scope'
    | 'own-scope'
    | 'own-functions'
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
  /** `null` where nobody is known to have settled in any year, so that the model cannot be run. */
  runs: Runs | null;
  years: BacktestYear[];
  rows: BacktestRow[];
  accounts: AccountsRow[];
  flags: Flag[];
  calibration: Calibration | null;
  /** Why there is no `calibration`. */
  no_calibration: NoCalibration | null;
};

/**
 * The same forecast on past years beside what was paid and booked; `null` when nothing is published to run it on or to
 * compare it with, and nothing booked. Nothing is fitted: national defaults and what is known of the municipality.
 */
export function backtest(
  of: Catalogue,
  history: History,
  booked: Booked[],
  known: Override[],
  bounds: Bounds = BOUNDS,
): Backtest | null {
  const horizon = horizonOf(history, booked, bounds);
  if (!horizon) return booked.length > 0 ? withoutModel(history, booked, bounds) : null;
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
  const costs = comparedCosts(accounts);
  const dear = costs.length > 0 ? run({ ...settled, 'prices.scale': 2 }) : null;
  const fitted = dear && calibrationOf(costs, booked, base, dear, bounds);
  const calibration = fitted !== 'no-model' && fitted && isAllowed(fitted, of) ? fitted : null;
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
    flags: flagsOf(years, all, history, horizon, accounts, booked, bounds),
    calibration,
    no_calibration: calibration ? null : (obstacleTo(accounts) ?? (fitted === 'no-model' ? 'no-model' : 'outside')),
  };
}

/** Accounts of a municipality of which nobody is known to have settled: the model is not run, and that is said. */
function withoutModel(history: History, booked: Booked[], bounds: Bounds): Backtest {
  const accounts = accountsRows(booked, null, bounds);
  return {
    municipality: history.municipality,
    name: history.name,
    runs: null,
    years: [],
    rows: [],
    accounts,
    flags: flagsOf([], [], { ...history, payments: [] }, null, accounts, booked, bounds),
    calibration: null,
    no_calibration: obstacleTo(accounts),
  };
}

function each(years: BacktestYear[], persons: (year: BacktestYear) => number): Settings {
  return Object.fromEntries(years.map((year) => [`settlement.persons@${year.year}`, persons(year)]));
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

function flagsOf(
  years: BacktestYear[],
  all: BacktestYear[],
  history: History,
  horizon: Horizon | null,
  accounts: AccountsRow[],
  booked: Booked[],
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
    ...scopeFlags(accounts.filter(isBooked), booked, bounds),
    {
      kind: 'plan-only',
      years: yearsOf(accounts.filter((row) => !isBooked(row))).filter((y) => !inService.includes(y)),
    },
    { kind: 'model-incomplete', years: yearsOf(accounts.filter(({ incomplete }) => incomplete)) },
    { kind: 'no-count', years: yearsOf(accounts.filter(({ year }) => !horizon || !isIn(horizon, year))) },
    { kind: 'suppressed', years: marked('suppressed'), amount: bounds.suppressed },
    { kind: 'at-least', years: marked('at_least') },
    { kind: 'part-year', years: marked('part_year') },
    { kind: 'none', years: marked('none', 'not_read') },
    { kind: 'plan-from-settled', years: yearsOf(years.filter((year) => year.planned_from === 'settled')) },
    { kind: 'years-left-out', years: yearsOf(all.filter(({ year }) => horizon && year < horizon.first_year)) },
    ...yearsOf(history.payments).map((year) => paymentsFlag(year, history)),
  ];
  return flags.filter((flag) => flag.years.length > 0);
}

/** What the accounts of each year are laid beside: those that come with the application, own ones, and own ones by function. */
function scopeFlags(accounts: AccountsRow[], booked: Booked[], bounds: Bounds): Flag[] {
  const flags = new Map<string, Flag>();
  for (const year of new Set(accounts.map((row) => row.year))) {
    const { functions, scope_cost: scope } = scopeIn(booked, year, bounds);
    const isOwn = accounts.some((row) => row.year === year && row.own);
    if (isOwn && accounts.every((row) => row.year !== year || row.model === null)) continue;
    const kind = !isOwn ? 'accounts-scope' : functions ? 'own-functions' : 'own-scope';
    const key = `${kind} ${scope.join()}`;
    const years = [...(flags.get(key)?.years ?? []), year];
    flags.set(key, { kind, years, scope });
  }
  return [...flags.values()];
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
