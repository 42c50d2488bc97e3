import { linesOf } from '$lib/model/forecast';
import type { Category } from '$lib/model/cohort';
import { ITEMS, type ItemId } from '$lib/model/items';
import type { LedgerLine } from '$lib/model/ledger';
import { optionsOf } from '$lib/model/resolve';
import type { Given } from './outgoing';
import type { Assumptions } from './workbook-assumptions';
import { HEADING, topOf, type Book } from './workbook-book';
import {
  columnName,
  columnRange,
  figureCell,
  formulaCell,
  headCell,
  quoted,
  wordsCell,
  type Grid,
  type Look,
  type Page,
  type SheetCell,
} from './workbook-cells';
import { pricedYears } from './workbook-priced';
import { priceTerm } from './workbook-prices';
import { inCell, writtenTerm } from './workbook-terms';

/** The columns of the sheet of lines, in order. */
const COLUMNS = [
  'year',
  'period',
  'side',
  'item',
  'category',
  'settlement_year',
  'funksjon',
  'art',
  'tag',
  'quantity',
  'unit',
  'unit_price',
  'amount',
  'paid_next_year',
  'after_phase',
  'status',
  'quantity_status',
  'fixed',
  'code',
] as const;
export type LineColumn = (typeof COLUMNS)[number];

const WIDTHS: Record<LineColumn, number> = {
  year: 8,
  period: 14,
  side: 10,
  item: 44,
  category: 18,
  settlement_year: 12,
  funksjon: 9,
  art: 6,
  tag: 10,
  quantity: 12,
  unit: 16,
  unit_price: 14,
  amount: 16,
  paid_next_year: 18,
  after_phase: 18,
  status: 13,
  quantity_status: 15,
  fixed: 22,
  code: 44,
};

/** Columns of figures. */
const FIGURES: readonly LineColumn[] = [
  'year',
  'settlement_year',
  'quantity',
  'unit_price',
  'amount',
  'paid_next_year',
];

function letters(column: LineColumn): string {
  return columnName(COLUMNS.indexOf(column));
}

/** Columns that sums are made over, each by the name its formulas call it. */
const SUMMED = ['year', 'side', 'code', 'tag', 'amount', 'paid_next_year', 'after_phase'] as const;
export type Summed = (typeof SUMMED)[number];

/** The sheet of lines, with what the names that formulas use stand for. */
export type Lines = { page: Page; names: { name: string; range: string }[] };

/** Every line of the ledger: quantity x unit price = amount. Those of the fund stand last, and sums leave them out. */
export function linesPage(given: Given, of: Assumptions, toFund: (at: number) => string, book: Book): Lines {
  const { words } = book;
  const { plan, forecast } = given;
  const entries = forecast.ledger.at.flatMap((at, entry) => (at < 0 ? [] : [entry]));
  const all = linesOf(forecast, plan.parameters, plan.opening).map((line, at) => ({ line, entry: entries[at] ?? -1 }));
  const priced = pricedYears(given);
  const grid: Grid = topOf(book, words.sheets.lines, [words.lines.note, words.lines.fixedNote]);
  grid[HEADING] = COLUMNS.map((column) =>
    FIGURES.includes(column) ? headCell(words.lines.columns[column]) : wordsCell(words.lines.columns[column], 'head'),
  );
  for (const { line, entry } of all.filter(({ line }) => line.side !== 'fund')) {
    const row = grid.length;
    const { ledger } = forecast;
    const quantity = inCell(`${letters('quantity')}${row + 1}`, line.quantity);
    const price = ledger.unit_price[entry] ?? NaN;
    const term = priceTerm(of, ledger.series[entry] ?? [], priced[entry] ?? NaN, price, quantity);
    const cells = wordsOf(line, book);
    cells.quantity = figureCell(line.quantity, 'hundredths', book.unknown);
    cells.unit_price = term
      ? formulaCell(writtenTerm(term, book.unknown), price, 'whole', book.unknown)
      : figureCell(price, 'whole', book.unknown);
    cells.fixed = wordsCell(term ? '' : words.lines.price);
    putAmounts(cells, row, line, ledger.late[entry] ?? 0, book);
    grid.push(COLUMNS.map((column) => cells[column]));
  }
  const last = Math.max(HEADING + 1, grid.length - 1);
  while (grid.length <= last + 1) grid.push([]);
  grid.push([wordsCell(words.lines.fund, 'section')]);
  const fundFrom = grid.length;
  const rules = optionsOf(plan.parameters, 'fund.rule');
  for (const { line } of all.filter(({ line }) => line.side === 'fund')) {
    const at = line.year - forecast.horizon.first_year;
    const isKnown = forecast.result[at]?.incomplete === false;
    grid.push(fundCells(line, grid.length, rules[at] === 'all' ? toFund(at) : null, isKnown, book));
  }
  const names = [
    ...SUMMED.map((column) => ({
      name: words.names[column],
      range: columnRange(words.sheets.lines, COLUMNS.indexOf(column), HEADING + 1, last),
    })),
    ...(['year', 'amount'] as const).map((column) => ({
      name: words.fundNames[column],
      range: columnRange(words.sheets.lines, COLUMNS.indexOf(column), fundFrom, Math.max(fundFrom, grid.length - 1)),
    })),
  ];
  const page: Page = {
    name: words.sheets.lines,
    grid,
    widths: COLUMNS.map((column) => WIDTHS[column]),
    heading: HEADING,
    fixed: 0,
    filter: [HEADING, 0, last, COLUMNS.length - 1],
  };
  return { page, names };
}

type LineCells = Record<LineColumn, SheetCell | undefined>;

/** What is said of a line, without its figures. */
function wordsOf(line: LedgerLine, { text, words, unknown }: Book): LineCells {
  const { category, settlement_year } = line;
  return {
    year: figureCell(line.year, 'plain', unknown),
    period: wordsCell(line.tail ? words.lines.after : words.lines.inPlan),
    side: wordsCell(text.side[line.side]),
    item: wordsCell(text.items[line.item]),
    category: category === null ? undefined : wordsCell(text.categories[category as Category]),
    settlement_year: settlement_year === null ? undefined : figureCell(settlement_year, 'plain', unknown),
    funksjon: wordsCell(line.funksjon),
    art: wordsCell(line.art),
    tag: wordsCell(words.tags[line.tag]),
    quantity: undefined,
    unit: wordsCell(text.units[line.unit] ?? ''),
    unit_price: undefined,
    amount: undefined,
    paid_next_year: undefined,
    after_phase: wordsCell(line.after_phase ? words.yes : words.no),
    status: wordsCell(text.status[line.status]),
    quantity_status: wordsCell(text.status[line.quantity_status]),
    fixed: undefined,
    code: wordsCell(line.item, 'quiet'),
  };
}

/** The amount of a line, and the part of it that is paid the year after. */
function putAmounts(cells: LineCells, row: number, line: LedgerLine, late: number, { unknown }: Book): void {
  const [quantity, price, amount] = (['quantity', 'unit_price', 'amount'] as const).map(
    (column) => `${letters(column)}${row + 1}`,
  );
  const isKnown = line.amount !== null;
  const where = (cell: string | undefined, formula: string): string =>
    isKnown ? formula : `IF(ISNUMBER(${cell}),${formula},${quoted(unknown)})`;
  cells.amount = formulaCell(where(price, `${quantity}*${price}`), line.amount ?? NaN, 'whole', unknown);
  if (late > 0)
    cells.paid_next_year = formulaCell(
      where(amount, `${amount}*${late}`),
      line.paid_next_year ?? NaN,
      'whole',
      unknown,
    );
}

const [SET_ASIDE, RELEASE] = ['fund.set_aside', 'fund.release'] as const;

/** A line of the fund: by a formula where the result says what goes to it, else as it is. */
function fundCells(
  line: LedgerLine,
  row: number,
  toFund: string | null,
  isKnown: boolean,
  book: Book,
): (SheetCell | undefined)[] {
  const { text, words, unknown } = book;
  const kroner = toFund && !isKnown ? NaN : line.quantity;
  const cells = wordsOf(line, book);
  const quantity = `${letters('quantity')}${row + 1}`;
  cells.unit_price = figureCell(1, 'whole', unknown);
  cells.fixed = wordsCell(toFund ? '' : words.lines.rule);
  cells.quantity = toFund ? formulaCell(toFund, kroner, 'whole', unknown) : figureCell(kroner, 'whole', unknown);
  if (toFund) {
    // What is used of the fund is below zero, and of another kind in the accounts.
    const either = (used: string, aside: string): string => `IF(N(${quantity})<0,${quoted(used)},${quoted(aside)})`;
    const is = kroner < 0 ? RELEASE : SET_ASIDE;
    const words = (of: (item: ItemId) => string, look: Look): SheetCell =>
      formulaCell(either(of(RELEASE), of(SET_ASIDE)), of(is), null, unknown, look);
    cells.item = words((item) => text.items[item], 'text');
    cells.art = words((item) => ITEMS[item].art, 'text');
    cells.code = words((item) => item, 'quiet');
  }
  const price = `${letters('unit_price')}${row + 1}`;
  cells.amount = formulaCell(
    `IF(ISNUMBER(${quantity}),${quantity}*${price},${quoted(unknown)})`,
    kroner,
    'whole',
    unknown,
  );
  return COLUMNS.map((column) => cells[column]);
}
