import { moneyOf, scopeIn, type AccountsRow } from './backtest-accounts';
import type { Booked, Bounds } from './backtest-history';
import type { Run } from './backtest-run';
import type { Catalogue } from './catalogue';
import { valueAt } from './resolve';

/**
 * `scale` is a suggestion for `prices.scale`: the factor `fitted` on the model's priced cost that gives the cost of the accounts,
 * shrunk toward 1 by `weight` = years / (years + `shrinkage`). Never used unless somebody sets it.
 */
export type Calibration = {
  years: number[];
  accounts: number;
  model: number;
  priced: number;
  fitted: number;
  weight: number;
  shrinkage: number;
  scale: number;
};

/** Why nothing is suggested: no accounts, a budget alone, no line of cost, nothing to lay beside it, or a factor out of bounds. */
export type NoCalibration = 'no-accounts' | 'plan-only' | 'no-cost' | 'no-model' | 'outside';

/** The cost of accounts that can be laid beside the model. */
export function comparedCosts(accounts: AccountsRow[]): AccountsRow[] {
  return accounts.filter((row) => row.item === 'cost' && row.accounts !== null && row.model !== null);
}

/** Why accounts give no suggestion; null where they can give one. */
export function obstacleTo(accounts: AccountsRow[]): NoCalibration | null {
  const booked = accounts.filter((row) => row.accounts !== null);
  if (comparedCosts(accounts).length > 0) return null;
  if (accounts.length === 0) return 'no-accounts';
  if (booked.length === 0) return 'plan-only';
  return booked.some(({ item }) => item === 'cost') ? 'no-model' : 'no-cost';
}

/** The model's cost is a fixed part (what the state sets) and a priced part, which the run with doubled prices tells apart. */
export function calibrationOf(
  costs: AccountsRow[],
  booked: Booked[],
  base: Run,
  dear: Run,
  bounds: Bounds,
): Calibration | 'no-model' {
  const sum = (amounts: (number | null)[]): number => amounts.reduce<number>((total, each) => total + (each ?? NaN), 0);
  const years = costs.map(({ year }) => year);
  const costOf = (run: Run): number =>
    sum(years.map((year) => moneyOf('cost', year, run, scopeIn(booked, year, bounds)).value));
  const accounts = sum(costs.map((row) => row.accounts));
  const model = costOf(base);
  const priced = costOf(dear) - model;
  if (!(priced > 0)) return 'no-model';
  const fitted = Math.max(0, 1 + (accounts - model) / priced);
  const shrinkage = valueAt(base.plan.parameters, 'prices.shrinkage', base.plan.scenario.first_year);
  const weight = years.length / (years.length + shrinkage);
  return { years, accounts, model, priced, fitted, weight, shrinkage, scale: 1 + weight * (fitted - 1) };
}

/** Whether a scenario can have the factor. */
export function isAllowed({ scale }: Calibration, of: Catalogue): boolean {
  const range = of.parameters.get('prices.scale')?.range;
  return range === undefined || (scale >= range.min && scale <= range.max);
}
