import type { History, Horizon, PaidItem } from './backtest-history';
import type { Catalogue } from './catalogue';
import { linesOf, type Forecast } from './forecast';
import { paymentRows } from './reports';
import type { LedgerLine } from './ledger';
import type { Override } from './overrides';
import { forecastOf, planOf, type Plan } from './plan';
import type { Scenario } from './scenario';

/** Parameters of a scenario with an empty opening. */
export type Settings = Record<string, number>;

/** A forecast of the past, with its lines and what they are paid as. */
export type Run = { settings: Settings; plan: Plan; forecast: Forecast; lines: LedgerLine[]; cash: Map<string, Cash> };
/** Kroner of a payment by the year they belong to: all, and those paid the year after; NaN where a rate is unknown. */
type Cash = { earned: number; late: number };

/** A forecast of the past with these settings. */
export function runOf(of: Catalogue, history: History, known: Override[], horizon: Horizon, settings: Settings): Run {
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

/** What a year earns of a payment; whole kroner, `null` where a rate is unknown. */
export function earnedIn(run: Run, item: PaidItem, year: number): number | null {
  return kroner((run.cash.get(`${year} ${item}`) ?? NOTHING).earned);
}

/** What is paid in a year: its own less what comes the year after, and what came late from the year before. */
export function paidIn(run: Run, item: PaidItem, year: number): number | null {
  const own = run.cash.get(`${year} ${item}`) ?? NOTHING;
  return kroner(own.earned - own.late + (run.cash.get(`${year - 1} ${item}`) ?? NOTHING).late);
}
