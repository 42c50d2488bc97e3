import { converted } from '$lib/model/backtest-accounts';
import type { Booked } from '$lib/model/backtest-history';
import { linesOf } from '$lib/model/forecast';
import { ITEMS } from '$lib/model/items';
import type { Outgoing } from './outgoing';

/** A column of amounts: of the accounts, of the budget, or of the plan. */
export type PlanColumn = { version: 'regnskap' | 'budsjett' | 'plan'; year: number };

type Side = 'income' | 'cost';

/** What a row is: an art of a function, the costs or incomes of a function, all of them, and what is left before and after the fund. */
export type PlanRowKind = 'line' | Side | `all_${Side}` | 'net' | 'balance';

/** Whole amounts in the plan's unit and sign, by column; `null` is unknown. */
export type PlanRow = { kind: PlanRowKind; funksjon: string; art: string; values: (number | null)[] };

/**
 * An economic plan by function and art. `unit` is the kroner of one; costs are positive and incomes negative where
 * `costPositive`, else the other way. Every sum is the sum of what stands above it.
 */
export type EconomicPlan = { columns: PlanColumn[]; rows: PlanRow[]; unit: 1 | 1000; costPositive: boolean };

/** Years of an economic plan. */
export const PLAN_YEARS = 4;

/** A sum and what it is the sum of, in kroner as they move the result: costs below 0. */
type Sum = { key: string; exact: number | null; parts: Sum[] };

/**
 * The economic plan of the first years of a plan, beside what the municipality has booked, of money that grants pay for.
 * The net is rounded first; what it is the sum of is rounded down and the largest remainders up until it is met, and so on
 * down to the lines, so that no figure is a whole unit from what it is and every sum is exact.
 */
export function economicPlanOf(of: Outgoing, booked: readonly Booked[], unit: 1 | 1000 = 1000): EconomicPlan {
  const { forecast, plan } = of.about;
  const { first_year, years } = plan.scenario;
  const past = bookedColumns(booked, first_year);
  const planned = Array.from({ length: Math.min(years, PLAN_YEARS) }, (_, at) => first_year + at);
  const shown = new Map<string, (number | null)[]>();
  const put = (key: string, at: number, value: number | null): void => {
    const values = shown.get(key) ?? [];
    values[at] = value;
    shown.set(key, values);
  };
  for (const [at, column] of past.entries())
    for (const [key, kroner] of bookedSums(booked, column)) put(key, at, Math.round(kroner / unit));
  const unknownFunds: number[] = [];
  const lines = linesOf(forecast, plan.parameters, plan.opening).filter(({ tag }) => tag === 'extra');
  for (const [at, year] of planned.entries()) {
    const row = of.about.years.find((each) => each.year === year);
    if (!row) throw new Error(`no year: ${year}`);
    const factor = (of.fixed ? row.fixed_factor : 1) / unit;
    const leaves = new Map<string, number | null>();
    for (const line of lines.filter((each) => each.year === year)) {
      const key = `${line.side} ${line.funksjon} ${line.art}`;
      const before = leaves.has(key) ? (leaves.get(key) ?? null) : 0;
      const amount = line.side === 'fund' && row.fund_incomplete ? null : line.amount;
      const signed = amount === null ? null : (line.side === 'income' ? amount : -amount) * factor;
      leaves.set(key, before === null || signed === null ? null : before + signed);
    }
    const [net, fund] = [sumUp('net', leaves, ['income', 'cost']), partsOf('fund', 'fund', leaves)];
    if (row.incomplete) net.exact = null;
    if (row.fund_incomplete) fund.exact = null;
    const settled = new Map([...settle(net), ...settle(fund)]);
    const [left, moved] = [settled.get('net') ?? null, settled.get('fund') ?? null];
    settled.set('balance', left === null || moved === null ? null : left + moved);
    for (const [key, value] of settled) put(key, past.length + at, value);
    if (row.fund_incomplete) unknownFunds.push(past.length + at);
  }
  for (const [key, values] of shown) if (key.startsWith('fund ')) for (const at of unknownFunds) values[at] = null;
  const columns = [...past, ...planned.map((year) => ({ version: 'plan' as const, year }))];
  const turn = of.view.costPositive ? -1 : 1;
  const valuesOf = (key: string): (number | null)[] => {
    const known = shown.get(key);
    return columns.map(({ version }, at) => {
      const value = known?.[at];
      if (value === undefined) return version === 'plan' ? 0 : null;
      return value === null ? null : turn * value + 0;
    });
  };
  return { columns, rows: rowsOf(shown, valuesOf), unit, costPositive: of.view.costPositive };
}

/** The last accounts and the last budget up to the first year of the plan, where there are any in kroner. */
function bookedColumns(booked: readonly Booked[], first: number): PlanColumn[] {
  return (['regnskap', 'budsjett'] as const).flatMap((version) => {
    const years = inKroner(booked)
      .filter((row) => row.version === version && row.year <= first)
      .map(({ year }) => year);
    return years.length > 0 ? [{ version, year: Math.max(...years) }] : [];
  });
}

function inKroner(booked: readonly Booked[]): Booked[] {
  return booked.filter(({ unit }) => unit === 'NOK' || unit === '1000 NOK');
}

/**
 * What is booked in a year, by the rows it fills, in kroner as they move the result. A line is filled where every item of its
 * function and art is booked; what is booked of some of them says nothing of the line.
 */
function bookedSums(booked: readonly Booked[], { version, year }: PlanColumn): [string, number][] {
  const rows = inKroner(booked).filter((row) => row.version === version && row.year === year);
  const amounts = new Map(rows.map((row) => [row.item, converted(row)]));
  const sums: [string, number][] = [];
  for (const side of ['income', 'cost'] as const)
    for (const [item, amount] of amounts) {
      const [of, funksjon] = item.split('.');
      if (of === side) sums.push([funksjon === undefined ? side : `${side} ${funksjon}`, turned(side, amount)]);
    }
  const lines = new Map<string, number | null>();
  for (const [id, item] of Object.entries(ITEMS)) {
    if (item.side === 'fund' || item.tag !== 'extra') continue;
    const key = `${item.side} ${item.funksjon} ${item.art}`;
    const before = lines.has(key) ? (lines.get(key) ?? null) : 0;
    const amount = amounts.get(id);
    lines.set(key, before === null || amount === undefined ? null : before + turned(item.side, amount));
  }
  for (const [key, amount] of lines) if (amount !== null) sums.push([key, amount]);
  const net = amounts.get('net') ?? differenceOf(amounts.get('income'), amounts.get('cost'));
  return net === null ? sums : [...sums, ['net', net]];
}

function turned(side: Side, amount: number): number {
  return side === 'cost' ? -amount : amount;
}

function differenceOf(income: number | undefined, cost: number | undefined): number | null {
  return income === undefined || cost === undefined ? null : income - cost;
}

/** The sum of the lines of some sides, by side, function and art. */
function sumUp(key: string, leaves: Map<string, number | null>, sides: Side[]): Sum {
  const parts = sides.map((side) => {
    const functions = [...new Set(keysUnder(leaves, `${side} `).map((leaf) => leaf.split(' ')[1] ?? ''))].sort();
    const each = functions.map((funksjon) => partsOf(`${side} ${funksjon}`, `${side} ${funksjon}`, leaves));
    return { key: side, exact: total(each), parts: each };
  });
  return { key, exact: total(parts), parts };
}

function partsOf(key: string, under: string, leaves: Map<string, number | null>): Sum {
  const parts = keysUnder(leaves, `${under} `).map((leaf) => ({
    key: leaf,
    exact: leaves.get(leaf) ?? null,
    parts: [],
  }));
  return { key, exact: total(parts), parts };
}

function keysUnder(leaves: Map<string, number | null>, beginning: string): string[] {
  return [...leaves.keys()].filter((leaf) => leaf.startsWith(beginning)).sort();
}

function total(parts: Sum[]): number | null {
  return parts.reduce<number | null>((sum, { exact }) => (sum === null || exact === null ? null : sum + exact), 0);
}

/** A sum and all below it in whole units, by key. Where a sum is unknown its parts are rounded each on its own. */
function settle(sum: Sum, whole = rounded(sum.exact)): [string, number | null][] {
  const { key, parts } = sum;
  const known = parts.flatMap(({ exact }) => (exact === null ? [] : [exact]));
  const wholes =
    whole === null || known.length < parts.length
      ? parts.map(({ exact }) => rounded(exact))
      : apportioned(known, whole);
  return [[key, whole], ...parts.flatMap((part, at) => settle(part, wholes[at] ?? null))];
}

function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value) + 0;
}

/**
 * Whole numbers that sum to `whole`, each the next below or above its own: those with the largest remainders are rounded up;
 * of equal ones the first. `whole` is the sum of the values rounded down or up.
 */
export function apportioned(values: number[], whole: number): number[] {
  const floors = values.map(Math.floor);
  const up = whole - floors.reduce((sum, floor) => sum + floor, 0);
  const order = values
    .map((value, at) => ({ at, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.at - b.at);
  const raised = new Set(order.slice(0, Math.max(0, up)).map(({ at }) => at));
  return floors.map((floor, at) => floor + (raised.has(at) ? 1 : 0) + 0);
}

/** The rows in the order they are read: function by function, then all, then what is left. */
function rowsOf(shown: Map<string, unknown>, valuesOf: (key: string) => (number | null)[]): PlanRow[] {
  const keys = [...shown.keys()];
  const functions = [...new Set(keys.flatMap((key) => /^(?:income|cost) (\d+)/.exec(key)?.[1] ?? []))].sort();
  const row = (kind: PlanRowKind, key: string, funksjon = '', art = ''): PlanRow => ({
    kind,
    funksjon,
    art,
    values: valuesOf(key),
  });
  const linesUnder = (beginning: string): PlanRow[] =>
    keys
      .filter((key) => key.startsWith(`${beginning} `))
      .sort()
      .map((key) => row('line', key, ...(key.split(' ').slice(1) as [string, string])));
  const byFunction = functions.flatMap((funksjon) =>
    (['cost', 'income'] as const).flatMap((side) => {
      const key = `${side} ${funksjon}`;
      return shown.has(key) || keys.some((each) => each.startsWith(`${key} `))
        ? [...linesUnder(key), row(side, key, funksjon)]
        : [];
    }),
  );
  return [
    ...byFunction,
    row('all_cost', 'cost'),
    row('all_income', 'income'),
    row('net', 'net'),
    ...linesUnder('fund'),
    row('balance', 'balance'),
  ];
}
