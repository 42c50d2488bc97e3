import { yearRows } from '$lib/model/year-row';
import type { Given } from './outgoing';
import { FIRST_YEAR, HEADING, topOf, type Book } from './workbook-book';
import {
  columnName,
  figureCell,
  formulaCell,
  headCell,
  quoted,
  wordsCell,
  type Format,
  type Page,
  type SheetCell,
} from './workbook-cells';
import { countCell, countFormat, countIn, type Count } from './workbook-people';
import type { Result } from './workbook-money';

/** What two plans are compared by: kroner of the result, then counts. */
const MONEY = ['income', 'cost', 'net', 'net_fixed', 'to_fund', 'fund', 'ordinary'] as const;
type Money = (typeof MONEY)[number];
const COUNTS = [
  'settled',
  'in_phase',
  'participants_peak',
  'rooms_needed',
  'rooms_leased',
  'posts',
  'teachers',
  'dwellings',
] as const satisfies Count[];
/** Kroner and counts that add up over years. */
const ADDED: readonly string[] = ['income', 'cost', 'net', 'net_fixed', 'to_fund', 'ordinary', 'settled'];

/** One row of figures of both plans: where this one's stands, what it is, and what the other's is. */
type Compared = {
  label: string;
  format: Format;
  isAdded: boolean;
  cell: (at: number) => string;
  value: (at: number) => number;
  other: (year: number) => number;
};

/** The sheet of a plan beside the other: its own figures by reference, the other's as values, and the difference. */
export function comparisonPage(about: Given, result: Result, other: Given, book: Book): Page {
  const { words, unknown } = book;
  const { comparison } = words;
  const name = words.sheets.comparison;
  const common = result.years.flatMap((year, at) => (other.forecast.years.includes(year) ? [{ year, at }] : []));
  if (common.length === 0)
    return { name, grid: topOf(book, name, [comparison.none]), widths: [60], heading: null, fixed: 0 };
  const grid = topOf(book, name, [comparison.note, comparison.values]);
  const planned = common.filter(({ year, at }) => at < result.inPlan && year <= lastPlanned(other)).length;
  const heads: (SheetCell | undefined)[] = [comparison.what, comparison.plan, ''].map((each) =>
    wordsCell(each, 'head'),
  );
  for (const [index, { year }] of common.entries())
    heads[FIRST_YEAR + index] = figureCell(year, 'plain', unknown, 'head');
  if (planned > 0) heads[FIRST_YEAR + common.length] = headCell(comparison.sum);
  grid[HEADING] = heads;
  for (const of of comparedBy(about, result, other, book)) {
    const row = grid.length;
    const rows = [
      [wordsCell(of.label, 'strong'), wordsCell(about.name)],
      [wordsCell(''), wordsCell(other.name)],
      [wordsCell(''), wordsCell(comparison.difference, 'sum')],
    ] as [SheetCell[], SheetCell[], SheetCell[]];
    for (const [index, { year, at }] of common.entries()) {
      const column = FIRST_YEAR + index;
      const letters = columnName(column);
      const [one, two] = [of.value(at), of.other(year)];
      rows[0][column] = formulaCell(of.cell(at), one, of.format, unknown);
      rows[1][column] = figureCell(two, of.format, unknown);
      rows[2][column] = formulaCell(less(letters, row, book), one - two, of.format, unknown, 'sum');
    }
    if (of.isAdded && planned > 0) addSums(rows, of, common.slice(0, planned), common.length, row, book);
    grid.push(...rows);
  }
  return {
    name,
    grid,
    widths: [40, 34, 3, ...common.map(() => 15), 17],
    heading: HEADING,
    fixed: 2,
  };
}

function lastPlanned({ plan: { scenario } }: Given): number {
  return scenario.first_year + scenario.years - 1;
}

/** The figure of one row less that of the next, where both are known. */
function less(letters: string, row: number, { unknown }: Book): string {
  const [one, two] = [`${letters}${row + 1}`, `${letters}${row + 2}`];
  return `IF(COUNT(${one},${two})=2,${one}-${two},${quoted(unknown)})`;
}

/** The sums over the years that both plans have, and their difference. */
function addSums(
  rows: [SheetCell[], SheetCell[], SheetCell[]],
  of: Compared,
  years: { year: number; at: number }[],
  width: number,
  row: number,
  book: Book,
): void {
  const { unknown } = book;
  const column = FIRST_YEAR + width;
  const totals = [
    years.reduce((sum, { at }) => sum + of.value(at), 0),
    years.reduce((sum, { year }) => sum + of.other(year), 0),
  ] as const;
  for (const index of [0, 1] as const) {
    const range = `${columnName(FIRST_YEAR)}${row + 1 + index}:${columnName(FIRST_YEAR + years.length - 1)}${row + 1 + index}`;
    const formula = `IF(COUNT(${range})=${years.length},SUM(${range}),${quoted(unknown)})`;
    rows[index][column] = formulaCell(formula, totals[index], of.format, unknown);
  }
  rows[2][column] = formulaCell(less(columnName(column), row, book), totals[0] - totals[1], of.format, unknown, 'sum');
}

function comparedBy(about: Given, result: Result, other: Given, { words }: Book): Compared[] {
  const money = MONEY.map((key) => ({
    label: words.rows[key],
    format: 'whole' as const,
    isAdded: ADDED.includes(key),
    cell: (at: number) => result.cell(key, at),
    value: (at: number) => result.value(key, at),
    other: (year: number) => moneyOf(other, key, year),
  }));
  const counts = COUNTS.map((count) => ({
    label: words.counts[count][0],
    format: countFormat(count),
    isAdded: ADDED.includes(count),
    cell: (at: number) => countCell(words.sheets.people, count, at),
    value: (at: number) => countIn(about, count, at),
    other: (year: number) => countIn(other, count, other.forecast.years.indexOf(year)),
  }));
  return [...money, ...counts];
}

/** Kroner of the other plan in a year; NaN where a line behind them is unknown. */
function moneyOf(other: Given, key: Money, year: number): number {
  const at = other.forecast.years.indexOf(year);
  const row = other.forecast.result[at];
  const beside = yearRows('', other.forecast)[at];
  if (!row || !beside) return NaN;
  if (key === 'fund') return beside.fund_incomplete ? NaN : row.fund;
  const isAll = key === 'net' || key === 'net_fixed' || key === 'to_fund';
  return isAll && row.incomplete ? NaN : row[key];
}
