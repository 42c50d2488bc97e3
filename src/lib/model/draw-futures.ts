import { add, zeros } from './columns';
import { drawsOf, futureOf, type Draws } from './draws';
import type { Forecast } from './forecast';
import {
  FUTURE_COLUMNS,
  chancesOf,
  emptyValues,
  percentiles,
  type Chances,
  type FutureValues,
  type FuturesPart,
  type Percentiles,
} from './futures';
import { ITEM_IDS, type ItemId } from './items';
import { amountAt } from './ledger';
import { forecastOf, type Plan } from './plan';

/** Draws a part of the futures of a plan. */
export function futuresPart(draws: Draws, from: number, count: number): FuturesPart {
  const years = draws.horizon.years + draws.horizon.tail;
  const values = emptyValues(count * years);
  for (let which = 0; which < count; which += 1) {
    if (which > 0 && draws.isCertain) copyFirst(values, which, years);
    else keep(values, which * years, futureOf(draws, from + which, years));
  }
  return { from, count, years, values };
}

function copyFirst(values: FutureValues, which: number, years: number): void {
  for (const column of FUTURE_COLUMNS) values[column].copyWithin(which * years, 0, years);
}

function keep(values: FutureValues, at: number, of: Forecast): void {
  const { result, people, capacity, education } = of;
  for (const [year, row] of result.entries()) {
    const to = at + year;
    const [persons, rooms] = [people[year], capacity[year]];
    if (!persons || !rooms) throw new Error(`no year: ${row.year}`);
    values.net[to] = row.incomplete ? NaN : row.net;
    values.net_fixed[to] = row.incomplete ? NaN : row.net_fixed;
    values.fund[to] = row.fund;
    values.income[to] = row.income;
    values.cost[to] = row.cost;
    values.settled[to] = persons.settled;
    values.moved_out[to] = persons.moved_out;
    values.in_phase[to] = persons.in_phase;
    values.groups[to] = rooms.groups;
    values.rooms_needed[to] = rooms.rooms_needed;
    values.rooms_short[to] = Math.max(0, rooms.rooms_needed - rooms.rooms_owned);
    values.posts[to] = rooms.posts;
    values.dwellings[to] = rooms.dwellings;
    for (let month = 12 * year; month < 12 * year + 12; month += 1) {
      const short = Math.max(0, (education.rooms_needed[month] ?? 0) - (education.rooms_owned[month] ?? 0));
      values.idle[to] = (values.idle[to] ?? 0) + Math.max(0, (education.rooms_leased[month] ?? 0) - short);
    }
  }
}

/** Columns of the rows of a forecast document of which futures give percentiles. */
const TABLES = ['result', 'people', 'capacity'] as const;
type Table = (typeof TABLES)[number];
type YearOf = Percentiles & { year: number };

/** The futures of a forecast document: percentiles by year of every column and item, and chances in the years of the plan. */
export type FuturesDocument = Record<Table, Record<string, YearOf[]>> & {
  draws: number;
  seed: number;
  items: Partial<Record<ItemId, YearOf[]>>;
  chances: Chances;
};

/** Draws so many futures of a plan for its document; the same seed gives the same bytes. */
export function futuresDocument(plan: Plan, number: number, seed: number): FuturesDocument {
  const steps = futuresSteps(plan, number, seed);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same a future at a time, each giving how many are drawn, so that a page can rest in between. */
export function* futuresSteps(plan: Plan, number: number, seed: number): Generator<number, FuturesDocument, void> {
  const draws = drawsOf(plan, seed);
  const expected = forecastOf(plan);
  const { years } = expected;
  const all = draws.horizon.years + draws.horizon.tail;
  const kept = new Map<string, Float64Array>();
  const keepIn = (key: string, which: number, at: number, value: number): void => {
    let column = kept.get(key);
    if (!column) kept.set(key, (column = new Float64Array(number * years.length)));
    column[at * number + which] = value;
  };
  const part: FuturesPart = { from: 0, count: number, years: all, values: emptyValues(number * all) };
  let of = futureOf(draws, 0, all);
  for (let which = 0; which < number; which += 1) {
    if (which > 0 && !draws.isCertain) of = futureOf(draws, which, all);
    keep(part.values, which * all, of);
    for (const table of TABLES)
      for (let at = 0; at < years.length; at += 1)
        for (const [column, value] of Object.entries(of[table][at] ?? {}))
          if (typeof value === 'number' && column !== 'year') keepIn(`${table} ${column}`, which, at, value);
    for (const [item, amounts] of itemSums(of, years.length))
      for (let at = 0; at < years.length; at += 1) keepIn(`items ${item}`, which, at, amounts[at] ?? NaN);
    yield which + 1;
  }
  const byYear = (column: Float64Array): YearOf[] =>
    years.map((year, at) => ({ year, ...percentiles(column.slice(at * number, (at + 1) * number)) }));
  const columnsOf = (table: Table): Record<string, YearOf[]> =>
    Object.fromEntries(
      [...kept].flatMap(([key, column]) =>
        key.startsWith(`${table} `) ? [[key.slice(table.length + 1), byYear(column)]] : [],
      ),
    );
  return {
    draws: number,
    seed,
    result: columnsOf('result'),
    people: columnsOf('people'),
    capacity: columnsOf('capacity'),
    items: Object.fromEntries(
      ITEM_IDS.flatMap((item) => {
        const column = kept.get(`items ${item}`);
        return column ? [[item, byYear(column)]] : [];
      }),
    ),
    chances: chancesOf(part, plan.scenario.years),
  };
}

/** Yearly amounts by item, kroner; NaN where a line of the item has none. */
function itemSums({ ledger }: Forecast, years: number): Map<ItemId, number[]> {
  const sums = new Map<ItemId, number[]>();
  for (let entry = 0; entry < ledger.length; entry += 1) {
    const at = ledger.at[entry] ?? -1;
    const item = ITEM_IDS[ledger.item[entry] ?? -1];
    if (at < 0 || at >= years || !item) continue;
    let sum = sums.get(item);
    if (!sum) sums.set(item, (sum = zeros(years)));
    add(sum, at, amountAt(ledger, entry));
  }
  return sums;
}
