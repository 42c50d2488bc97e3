import { NOISE } from './columns';
import type { Forecast } from './forecast';
import { nearest } from './nearest';
import type { CapacityRow, PeopleRow, ResultRow } from './rows';
import type { Finding } from './settings';

/** Since when an unknown amount makes a column unknown: in its year, from the year before, from any year before; or never. */
type Unknown = 'in_year' | 'year_before' | 'since' | 'never';

type Numeric<Row> = Exclude<keyof Row, 'year' | 'tail' | 'incomplete'>;

/** The columns of money, each with when an unknown amount makes it unknown. */
const RESULT = {
  income: 'in_year',
  cost: 'in_year',
  net: 'in_year',
  net_fixed: 'in_year',
  fixed_factor: 'never',
  ordinary: 'in_year',
  to_fund: 'since',
  balance: 'since',
  fund: 'since',
  income_paid: 'year_before',
  after_phase: 'in_year',
} as const satisfies Record<Numeric<ResultRow>, Unknown>;

const PEOPLE = {
  requested: 'never',
  voted: 'never',
  settled: 'never',
  born: 'never',
  family: 'never',
  moved_in: 'never',
  moved_out: 'never',
  in_phase: 'never',
  participants_mean: 'never',
  participants_peak: 'never',
  participants_any: 'never',
  pupils_peak: 'never',
} as const satisfies Record<Numeric<PeopleRow>, Unknown>;

const CAPACITY = {
  groups: 'never',
  rooms_needed: 'never',
  rooms_owned: 'never',
  rooms_leased: 'never',
  modules: 'never',
  advisers: 'never',
  teachers: 'never',
  posts_needed: 'never',
  posts: 'never',
  dwellings: 'never',
} as const satisfies Record<Numeric<CapacityRow>, Unknown>;

/** A column of numbers of the result, the people or the capacity of a forecast. */
export type Column = keyof typeof RESULT | keyof typeof PEOPLE | keyof typeof CAPACITY;

const UNKNOWN: Record<Column, Unknown> = { ...RESULT, ...PEOPLE, ...CAPACITY };

/** Every column of numbers: of the result in kroner, of people in persons, of capacity in units of each. */
export const COLUMNS = Object.keys(UNKNOWN) as Column[];

/** What a column can be held to. */
const COMPARISONS = ['>=', '<=', '=='] as const;

/** What must hold in every year of the plan, or with `tail` in every year after it; `expr` as it was written. */
export type Bound = {
  expr: string;
  column: Column;
  comparison: (typeof COMPARISONS)[number];
  number: number;
  tail: boolean;
};

const WRITTEN = /^\s*([a-z_][a-z0-9_]*)(@tail)?\s*(>=|<=|==)\s*(\S.*?)\s*$/i;

/** A bound as it is written, `net>=0` or `rooms_needed@tail<=2`; else what is wrong with it: an unknown column names the nearest. */
export function readBound(text: string): Bound | Finding {
  const wrong = { severity: 'error', path: text, found: text } as const;
  const [, name = '', tail, sign, written = ''] = WRITTEN.exec(text) ?? [];
  const comparison = COMPARISONS.find((known) => known === sign);
  if (!comparison) {
    return { ...wrong, code: 'not-an-option', allowed: COMPARISONS.map((known) => `COLUMN${known}NUMBER`).join(', ') };
  }
  const column = COLUMNS.find((known) => known === name);
  if (!column) return { ...wrong, code: 'unknown-column', found: name, allowed: nearest(name, COLUMNS) };
  const number = Number(written);
  if (!Number.isFinite(number)) return { ...wrong, code: 'not-a-number', found: written };
  return { expr: text.trim(), column, comparison, number, tail: tail !== undefined };
}

/** How much room a bound leaves in a year, in the unit of its column: below 0 it is broken by so much, `null` is unknown. */
export type Slack = { year: number; slack: number | null };

/**
 * The room a bound leaves in each year it is about. What is unknown, such as money of a year with an unknown amount, is
 * `null`: it does not keep the bound. A bound on the tail is about no year where there is none.
 */
export function slackOf(bound: Bound, forecast: Forecast): Slack[] {
  return valuesOf(bound.column, forecast, bound.tail).map(({ year, value }) => ({
    year,
    slack: value === null ? null : roomIn(bound, value),
  }));
}

function roomIn({ comparison, number }: Bound, value: number): number {
  const over = value - number;
  if (Math.abs(over) <= NOISE * Math.max(1, Math.abs(number))) return 0;
  if (comparison === '==') return -Math.abs(over);
  return comparison === '>=' ? over : -over;
}

/** A column in the years of the plan, or of the tail; `null` where it is unknown. */
export function valuesOf(column: Column, of: Forecast, tail: boolean): { year: number; value: number | null }[] {
  const unknown = UNKNOWN[column];
  const found: { year: number; value: number | null }[] = [];
  let [since, before] = [false, false];
  for (const [at, row] of of.result.entries()) {
    since ||= row.incomplete;
    const isUnknown =
      (unknown === 'since' && since) ||
      (unknown === 'in_year' && row.incomplete) ||
      (unknown === 'year_before' && (row.incomplete || before));
    before = row.incomplete;
    if (row.tail !== tail) continue;
    const value = isUnknown ? null : valueIn(column, of, at);
    found.push({ year: row.year, value: value === null || Number.isNaN(value) ? null : value });
  }
  return found;
}

/** Which rows of a forecast have a column. */
const ROWS_OF = Object.fromEntries([
  ...Object.keys(RESULT).map((column) => [column, 'result']),
  ...Object.keys(PEOPLE).map((column) => [column, 'people']),
  ...Object.keys(CAPACITY).map((column) => [column, 'capacity']),
]) as Record<Column, 'result' | 'people' | 'capacity'>;

/** A column in a year of a forecast as its rows have it; `null` where nobody has stated it. */
export function valueIn(column: Column, of: Forecast, at: number): number | null {
  const row = of[ROWS_OF[column]][at] as Record<Column, number | null> | undefined;
  if (row === undefined) throw new Error(`no year: ${at}`);
  return row[column];
}
