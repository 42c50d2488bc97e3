import rows from '../../../data/beregningsutvalget.csv?rows';
import { COST_GROUPS, type PublishedCost } from '$lib/model/benchmark';
import { STATUSES } from '$lib/model/status';

type Row = { year: string; item: string; amount: string; status: string };

/** The averages of Beregningsutvalget, in order of year; kroner per person over five years. */
export const publishedCosts: PublishedCost[] = (rows as Row[]).map(({ year, item, amount, status }) => ({
  year: Number(year),
  item: known(COST_GROUPS, item),
  amount: Number(amount),
  status: known(STATUSES, status),
}));

function known<T extends string>(all: readonly T[], found: string): T {
  const one = all.find((each) => each === found);
  if (!one) throw new Error(`beregningsutvalget.csv: ${found}`);
  return one;
}
