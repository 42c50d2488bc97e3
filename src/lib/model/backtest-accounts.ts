import type { Booked, Bounds } from './backtest-history';
import type { Run } from './backtest-run';
import { postsRows } from './reports';
import type { LedgerLine } from './ledger';

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

/** What the municipality's own sign means, turned here and nowhere else: cost and income positive, net plus = surplus. */
function converted({ item, amount, unit, sign }: Booked): number {
  const kroner = unit === '1000 NOK' ? amount * 1000 : amount;
  const result = sign === 'cost_positive' ? -kroner : kroner;
  return (sign && item === 'cost' ? -result : sign ? result : kroner) + 0;
}

const VERSIONS = ['regnskap', 'budsjett', 'økonomiplan'] as const;

/** The municipality's own lines by year and item, beside the model. */
export function accountsRows(booked: Booked[], run: Run, bounds: Bounds): AccountsRow[] {
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
  return bounds.scope_income.some((prefix) => item.startsWith(prefix));
}

/** The model's cost is a fixed part (what the state sets) and a priced part, which the run with doubled prices tells apart. */
export function calibrationOf(rows: AccountsRow[], base: Run, dear: Run, bounds: Bounds): Calibration {
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

/** Whether income less cost is the net printed, in accounts and budget; where one of them lacks, nothing is to be added. */
export function addsUp(accounts: AccountsRow[], year: number): boolean {
  return (['accounts', 'budget'] as const).every((column) => {
    const of = (item: string): number | null =>
      accounts.find((row) => row.year === year && row.item === item)?.[column] ?? null;
    const off = difference(difference(of('income'), of('cost')), of('net'));
    return off === null || Math.abs(off) < 0.5;
  });
}

function difference(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a - b;
}
