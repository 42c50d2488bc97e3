import { statusAt } from '$lib/model/status';
import { cellWords, written } from '$lib/text/setting';
import { LEVEL, levelTerm, usedTerm, type AssumptionRow, type Assumptions } from './workbook-assumptions';
import { FIRST_YEAR, HEADING, topOf, type Book } from './workbook-book';
import {
  columnName,
  figureCell,
  formulaCell,
  wordsCell,
  type Format,
  type Grid,
  type Page,
  type SheetCell,
} from './workbook-cells';
import { cellOf, levelYear, sourceName, statusName } from './workbook-stated';
import { fixedTerm, inCell, plus, times, writtenTerm } from './workbook-terms';

/** The sheet of everything that sets a unit price: a column a year, figures that may be changed in cells of their own colour. */
export function assumptionsPage(of: Assumptions, book: Book): Page {
  const { words } = book;
  const { assumptions } = words;
  const source = sourceColumn(of);
  const grid: Grid = topOf(book, words.sheets.assumptions, [assumptions.note, assumptions.used]);
  const put = (row: number, cells: (SheetCell | undefined)[]): void => {
    while (grid.length < row) grid.push([]);
    grid[row] = cells;
  };
  const section = (row: number, title: string): void => put(row, [wordsCell(title, 'section')]);
  const heads = [assumptions.name, assumptions.unit, assumptions.status].map((name) => wordsCell(name, 'head'));
  for (const [at, year] of of.years.entries()) heads[FIRST_YEAR + at] = figureCell(year, 'plain', book.unknown, 'head');
  heads[source] = wordsCell(assumptions.address, 'head');
  heads[source + 1] = wordsCell(assumptions.source, 'head');
  put(HEADING, heads);
  section(HEADING + 1, assumptions.prices);
  for (const row of of.rows) {
    put(row.row, inputCells(of, row, book));
    if (row.used !== null) put(row.used, usedCells(of, row, book));
  }
  const [firstShared] = of.shared;
  if (firstShared) section(firstShared.row - 1, assumptions.shared);
  for (const row of of.shared) put(row.row, inputCells(of, row, book));
  putLevels(of, book, put, section);
  const [firstChoice] = of.choices;
  if (firstChoice) section(firstChoice.row - 1, assumptions.choices);
  for (const choice of of.choices) put(choice.row, choiceCells(of, choice, book));
  const years = Array.from({ length: source - FIRST_YEAR }, () => 13);
  return {
    name: of.sheet,
    grid,
    widths: [52, 38, 38, ...years, 38, 100],
    heading: HEADING,
    fixed: 1,
  };
}

/** Years have at least two columns, for the price levels stand in them. */
function sourceColumn({ years }: Assumptions): number {
  return FIRST_YEAR + Math.max(2, years.length);
}

function nameOf({ series, month }: AssumptionRow, of: Assumptions, { text, words }: Book): string {
  const { parameter } = series;
  const cell = cellWords(parameter, cellOf(of.parameters, series).keys, text);
  const from =
    month === 1 ? (isTwice(of, series.address) ? words.assumptions.fromJanuary : '') : words.assumptions.fromMay;
  return [parameter.label[text.language], cell, from].filter(Boolean).join(', ');
}

function isTwice({ rows }: Assumptions, address: string): boolean {
  return rows.filter(({ series }) => series.address === address).length > 1;
}

/** The unit, with the year its kroner are of where they are of one. */
function unitName({ series, values }: AssumptionRow, { text, words }: Book): string {
  const years = values.flatMap(({ price_year }) => price_year ?? []);
  const [unit, many] = text.parameters.units[series.parameter.unit];
  const name = many ?? unit;
  if (years.length === 0) return name;
  return `${name}, ${words.assumptions.kroner(Math.min(...years), Math.max(...years))}`;
}

function formatOf({ series: { parameter } }: AssumptionRow, values: number[]): Format {
  if (parameter.unit === 'share') return 'percent';
  if (!parameter.unit.startsWith('NOK')) return 'factor';
  return values.every((value) => Number.isNaN(value) || Number.isInteger(value) || value >= 1000)
    ? 'whole'
    : 'hundredths';
}

function inputCells(of: Assumptions, row: AssumptionRow, book: Book): SheetCell[] {
  const { parameters, years } = of;
  const statuses = row.values.map(({ status }) => status);
  const cells = [
    wordsCell(nameOf(row, of, book), 'strong'),
    wordsCell(unitName(row, book)),
    wordsCell(statusName(statuses, years, book.text)),
  ];
  // What holds at the start of the plan stands in its first year alone.
  const shown = row.series.parameter.at_start ? row.values.slice(0, 1) : row.values;
  const values = shown.map(({ value }) => value);
  const format = formatOf(row, values);
  for (const [at, value] of values.entries()) cells[FIRST_YEAR + at] = figureCell(value, format, book.unknown, 'input');
  cells[sourceColumn(of)] = wordsCell(row.series.address);
  cells[sourceColumn(of) + 1] = wordsCell(sourceName(parameters, row.series, years, book.text));
  return cells;
}

function usedCells(of: Assumptions, row: AssumptionRow, book: Book): SheetCell[] {
  const { words, unknown } = book;
  const values = of.years.map((_, at) => row.series.planned[at] ?? NaN);
  const format = formatOf(row, values);
  const cells = [wordsCell(words.assumptions.usedRow, 'quiet'), wordsCell(words.assumptions.ofYear, 'quiet')];
  for (const [at, value] of values.entries())
    cells[FIRST_YEAR + at] = formulaCell(writtenTerm(usedTerm(of, row, at), unknown), value, format, unknown);
  return cells;
}

type Put = (row: number, cells: (SheetCell | undefined)[]) => void;

/** The price level of each year of the plan, and how it came about from year to year. */
function putLevels(of: Assumptions, book: Book, put: Put, section: (row: number, title: string) => void): void {
  const { words, unknown, text } = book;
  const { assumptions } = words;
  section(of.levelRow - 1, assumptions.levels);
  const plan = [wordsCell(assumptions.levelInPlan, 'strong')];
  for (const [at, year] of of.years.entries()) {
    const { formula, value } = levelTerm(of, levelYear(of.parameters, year));
    plan[FIRST_YEAR + at] = formulaCell(formula, value, 'factor', unknown);
  }
  put(of.levelRow, plan);
  const heads = [assumptions.year, '', assumptions.status, assumptions.growth, assumptions.level];
  put(
    of.levelRow + 1,
    heads.map((name) => wordsCell(name, 'head')),
  );
  for (const { year, growth, series, value, row } of of.levels) {
    const cells: (SheetCell | undefined)[] = [wordsCell(assumptions.levelOf(year))];
    if (growth === null || !series) cells[LEVEL] = figureCell(value, 'factor', unknown);
    else {
      const before = inCell(`${columnName(LEVEL)}${row}`, value / (1 + growth));
      const own = inCell(`${columnName(FIRST_YEAR)}${row + 1}`, growth);
      cells[2] = wordsCell(text.status[statusAt(series.status[year - of.parameters.first] ?? 0)]);
      cells[FIRST_YEAR] = figureCell(growth, 'percent', unknown, 'input');
      cells[LEVEL] = formulaCell(times(before, plus(fixedTerm(1), own)).formula, value, 'factor', unknown);
      cells[sourceColumn(of)] = wordsCell(series.address);
      cells[sourceColumn(of) + 1] = wordsCell(sourceName(of.parameters, series, [year], text));
    }
    put(row, cells);
  }
}

/** A choice in words; the sheet works out nothing anew from it. */
function choiceCells(
  of: Assumptions,
  { series }: { series: Assumptions['choices'][number]['series'] },
  book: Book,
): SheetCell[] {
  const { text, words } = book;
  const { parameters, years } = of;
  const shown = series.parameter.at_start ? years.slice(0, 1) : years;
  const cells = [
    wordsCell(series.parameter.label[text.language], 'strong'),
    wordsCell(words.notRecalculated),
    wordsCell(
      statusName(
        years.map((year) => statusAt(series.status[year - parameters.first] ?? 0)),
        years,
        text,
      ),
    ),
  ];
  for (const [at] of shown.entries())
    cells[FIRST_YEAR + at] = wordsCell(written(series.planned[at] ?? NaN, series, text));
  cells[sourceColumn(of)] = wordsCell(series.address);
  cells[sourceColumn(of) + 1] = wordsCell(sourceName(parameters, series, years, text));
  return cells;
}
