import type { Booked, Bounds } from './backtest-history';
import type { Run } from './backtest-run';
import { ITEMS, type Item } from './items';
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
  /** Whether it comes from a file of the user's. */
  own: boolean;
};

const known: Partial<Record<string, Item>> = ITEMS;

/** Whether more of an item weighs on the result. */
function isCost(item: string): boolean {
  return item === 'cost' || item.startsWith('cost.') || known[item]?.side === 'cost';
}

/** What the municipality's own sign means, turned here and nowhere else: cost and income positive, net plus = surplus. */
export function converted({ item, amount, unit, sign }: Booked): number {
  const kroner = unit === '1000 NOK' ? amount * 1000 : amount;
  const result = sign === 'cost_positive' ? -kroner : kroner;
  return (sign && isCost(item) ? -result : sign ? result : kroner) + 0;
}

const VERSIONS = ['regnskap', 'budsjett', 'økonomiplan'] as const;

/** The municipality's own lines by year and item, beside the model; without a run no model stands beside them. */
export function accountsRows(booked: Booked[], run: Run | null, bounds: Bounds): AccountsRow[] {
  const keys = new Map(booked.map((line) => [`${line.year} ${line.item}`, line]));
  return [...keys.values()]
    .sort((a, b) => a.year - b.year)
    .map(({ year, item, unit }) => {
      const lines = booked.filter((line) => line.year === year && line.item === item);
      const as = (version: Booked['version']): number | null => {
        const line = lines.find((each) => each.version === version);
        return line ? converted(line) : null;
      };
      const accounts = as('regnskap');
      const budget = as('budsjett') ?? as('økonomiplan');
      const { value: model, outside, incomplete } = modelOf(item, year, run, scopeIn(booked, year, bounds));
      const effect = isCost(item) ? -1 : 1;
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
        own: lines.some((line) => line.own === true),
      };
    });
}

/** What of the model is laid beside the accounts of a year; `functions` says whether the accounts themselves say so. */
export type Scope = Pick<Bounds, 'scope_cost' | 'scope_income' | 'scope_posts'> & { functions: boolean };

/** The functions the accounts of a year have lines of, or else what such a service books. */
export function scopeIn(booked: Booked[], year: number, bounds: Bounds): Scope {
  const items = new Set(booked.filter((line) => line.year === year).map(({ item }) => item));
  const of = (side: string): string[] =>
    [...items].flatMap((item) => (new RegExp(`^${side}\\.\\d{3}$`).test(item) ? [item.slice(-3)] : []));
  const [cost, income] = [of('cost'), of('income')];
  const incomeItems = Object.entries(ITEMS as Record<string, Item>)
    .filter(([, item]) => item.side === 'income' && income.includes(item.funksjon))
    .map(([id]) => id);
  return {
    scope_cost: cost.length > 0 ? cost : bounds.scope_cost,
    scope_income: income.length > 0 ? incomeItems : bounds.scope_income,
    scope_posts: bounds.scope_posts,
    functions: cost.length + income.length > 0,
  };
}

type Modelled = { value: number | null; outside: number | null; incomplete: boolean };
const NOTHING: Modelled = { value: null, outside: null, incomplete: false };

/** The model's figure for an item of the accounts, within what such a service books. */
function modelOf(item: string, year: number, run: Run | null, scope: Scope): Modelled {
  const people = run?.forecast.people.find((row) => row.year === year && !row.tail);
  if (!run || !people) return NOTHING;
  const plain = (value: number): Modelled => ({ value, outside: null, incomplete: false });
  if (item === 'participants') return plain(people.participants_any);
  if (item === 'staff.posts') {
    const posts = postsRows(run.forecast).filter((row) => row.year === year && scope.scope_posts.includes(row.group));
    return plain(posts.reduce((sum, row) => sum + row.paid, 0));
  }
  if (item === 'cost' || item === 'income') return moneyOf(item, year, run, scope);
  if (item === 'net') {
    const [income, cost] = [moneyOf('income', year, run, scope), moneyOf('cost', year, run, scope)];
    return {
      value: difference(income.value, cost.value),
      outside: difference(income.outside, cost.outside),
      incomplete: income.incomplete || cost.incomplete,
    };
  }
  const [, side, funksjon] = /^(cost|income)\.(\d{3})$/.exec(item) ?? [];
  if (!side && !known[item]) return NOTHING;
  return sumOf(
    extraLines(year, run).filter((line) =>
      side ? line.side === side && line.funksjon === funksjon : line.item === item,
    ),
  );
}

function extraLines(year: number, run: Run): LedgerLine[] {
  return run.lines.filter((line) => line.year === year && line.tag === 'extra');
}

function sumOf(lines: LedgerLine[]): Modelled {
  const value = lines.reduce((total, { amount }) => total + (amount ?? 0), 0);
  return { value, outside: null, incomplete: lines.some(({ amount }) => amount === null) };
}

/** Cost or income of the model in a year, within a scope and outside it. */
export function moneyOf(side: 'cost' | 'income', year: number, run: Run, scope: Scope): Modelled {
  const lines = extraLines(year, run).filter((line) => line.side === side);
  const inside = lines.filter((line) => isInScope(line, scope));
  return { ...sumOf(inside), outside: (sumOf(lines).value ?? NaN) - (sumOf(inside).value ?? NaN) };
}

function isInScope({ side, item, funksjon }: LedgerLine, scope: Scope): boolean {
  if (side === 'cost') return scope.scope_cost.includes(funksjon);
  return scope.scope_income.some((prefix) => item.startsWith(prefix));
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
