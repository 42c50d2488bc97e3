import { FIRST_YEAR, HEADING, topOf, type Book } from './workbook-book';
import {
  columnName,
  figureCell,
  formulaCell,
  headCell,
  quoted,
  wordsCell,
  type Page,
  type SheetCell,
} from './workbook-cells';
import type { Line, MoneyRow, Result } from './workbook-money';

/** A part of the years: those of the plan, or those after it. */
type Part = { sheet: string; from: number; to: number };

/** The sheet of the result in the plan, with what comes after it beside. */
export function resultPage(result: Result, book: Book): Page {
  const { words } = book;
  const { inPlan, years } = result;
  const part = { sheet: words.sheets.result, from: 0, to: inPlan };
  const page = partPage(result, part, words.result.sumPlan, [words.result.note, words.result.unknownNote], book);
  if (inPlan === years.length) return page;
  const tailSum = FIRST_YEAR + (years.length - inPlan);
  const [own, other, all] = [FIRST_YEAR + inPlan, FIRST_YEAR + inPlan + 1, FIRST_YEAR + inPlan + 2];
  const heads = page.grid[HEADING];
  if (heads) {
    heads[other] = headCell(words.result.sumTail);
    heads[all] = headCell(words.result.sumAll);
  }
  for (const [index, line] of result.lines.entries()) {
    if (line.kind !== 'money' || line.sum === 'none') continue;
    const row = HEADING + 1 + index;
    const cells = page.grid[row] ?? [];
    const [inIt, after] = [sumOf(result, line, 0, inPlan), sumOf(result, line, inPlan, years.length)];
    cells[other] = formulaCell(
      `'${words.sheets.tail}'!${columnName(tailSum)}${row + 1}`,
      after,
      'whole',
      book.unknown,
      line.look,
    );
    if (line.sum === 'sum') {
      const [one, two] = [`${columnName(own)}${row + 1}`, `${columnName(other)}${row + 1}`];
      cells[all] = formulaCell(added(result, [one, two], book), inIt + after, 'whole', book.unknown, line.look);
    }
  }
  return { ...page, widths: [...page.widths, 17, 17] };
}

/** The sheet of the years after the plan, with what the plan binds the municipality to in all. */
export function tailPage(result: Result, book: Book): Page {
  const { words } = book;
  const { inPlan, years } = result;
  const name = words.sheets.tail;
  if (inPlan === years.length)
    return { name, grid: topOf(book, name, [words.result.noTail]), widths: [60], heading: null, fixed: 0 };
  const part = { sheet: name, from: inPlan, to: years.length };
  const page = partPage(result, part, words.result.sumTail, [words.result.tailNote, words.result.unknownNote], book);
  const { grid } = page;
  const net = result.lines.findIndex((line) => line.kind === 'money' && line.key === 'net');
  const row = HEADING + 2 + net;
  const plan = sumOfKey(result, 'net', 0, inPlan);
  const after = sumOfKey(result, 'net', inPlan, years.length);
  const first = grid.length + 2;
  const figure = (formula: string, value: number, label: string, look: 'figure' | 'sum'): (SheetCell | undefined)[] => {
    const cells: (SheetCell | undefined)[] = [wordsCell(label, 'strong')];
    cells[FIRST_YEAR] = formulaCell(formula, value, 'whole', book.unknown, look);
    return cells;
  };
  const value = columnName(FIRST_YEAR);
  grid.push(
    [],
    [wordsCell(words.result.commitment, 'section')],
    figure(`'${words.sheets.result}'!${columnName(FIRST_YEAR + inPlan)}${row}`, plan, words.result.netPlan, 'figure'),
    figure(`${columnName(FIRST_YEAR + years.length - inPlan)}${row}`, after, words.result.netTail, 'figure'),
    figure(
      added(result, [`${value}${first + 1}`, `${value}${first + 2}`], book),
      plan + after,
      words.result.netAll,
      'sum',
    ),
  );
  return page;
}

/** Cells added; where something may be unknown, only if all are numbers. */
function added({ hasUnknown }: Result, cells: string[], { unknown }: Book): string {
  const sum = cells.join('+');
  return hasUnknown ? `IF(COUNT(${cells.join(',')})=${cells.length},${sum},${quoted(unknown)})` : sum;
}

function partPage(result: Result, part: Part, sumName: string, notes: string[], book: Book): Page {
  const { words, unknown } = book;
  const years = result.years.slice(part.from, part.to);
  const grid = topOf(book, part.sheet, notes);
  const heads = [words.result.kroner, words.result.code, words.result.remark].map((name) => wordsCell(name, 'head'));
  for (const [at, year] of years.entries()) heads[FIRST_YEAR + at] = figureCell(year, 'plain', unknown, 'head');
  heads[FIRST_YEAR + years.length] = headCell(sumName);
  grid[HEADING] = heads;
  for (const [index, line] of result.lines.entries())
    grid.push(lineCells(result, line, HEADING + 1 + index, part, book));
  return {
    name: part.sheet,
    grid,
    widths: [46, 30, 24, ...years.map(() => 15), 17],
    heading: HEADING,
    fixed: 1,
  };
}

function lineCells(result: Result, line: Line, row: number, part: Part, book: Book): (SheetCell | undefined)[] {
  const { words, unknown } = book;
  if (line.kind === 'part') return [wordsCell(line.title, 'section')];
  const cells: (SheetCell | undefined)[] = [];
  for (let at = part.from; at < part.to; at += 1) {
    const column = FIRST_YEAR + at - part.from;
    cells[column] = line.kind === 'complete' ? completeCell(result, at, part, book) : moneyCell(line, at, part, book);
  }
  if (line.kind === 'complete') {
    cells[0] = wordsCell(words.result.complete, 'quiet');
    return cells;
  }
  const isSum = line.look === 'sum';
  cells[0] = wordsCell(line.label, isSum ? 'sum' : line.look === 'quiet' ? 'quiet' : 'text');
  cells[1] = wordsCell(line.code, 'quiet');
  cells[2] = wordsCell(line.note, 'quiet');
  const column = FIRST_YEAR + part.to - part.from;
  const range = `${columnName(FIRST_YEAR)}${row + 1}:${columnName(column - 1)}${row + 1}`;
  const value = sumOf(result, line, part.from, part.to);
  if (line.sum === 'sum') {
    const sum = `SUM(${range})`;
    const formula = result.hasUnknown ? `IF(COUNT(${range})=${part.to - part.from},${sum},${quoted(unknown)})` : sum;
    cells[column] = formulaCell(formula, value, 'whole', unknown, line.look);
  }
  if (line.sum === 'last')
    cells[column] = formulaCell(`${columnName(column - 1)}${row + 1}`, value, 'whole', unknown, line.look);
  return cells;
}

/** A formula without the name of the sheet it stands on. */
function onSheet({ sheet }: Part, formula: string): string {
  return formula.replaceAll(`'${sheet}'!`, '');
}

function moneyCell({ formula, value, look }: MoneyRow, at: number, part: Part, { unknown }: Book): SheetCell {
  return formula
    ? formulaCell(onSheet(part, formula(at)), value(at), 'whole', unknown, look)
    : figureCell(value(at), 'whole', unknown, look);
}

/** Whether every line of a year has a known amount, in words. */
function completeCell(result: Result, at: number, part: Part, { words, unknown }: Book): SheetCell {
  const count = onSheet(part, result.cell('unknown', at));
  const said = result.value('unknown', at) > 0 ? words.result.incomplete : words.result.isComplete;
  const formula = `IF(${count}>0,${quoted(words.result.incomplete)},${quoted(words.result.isComplete)})`;
  return formulaCell(formula, said, 'plain', unknown, 'quiet');
}

/** What a part of the years comes to: their sum, or the last of them. */
function sumOf(result: Result, { sum, value }: MoneyRow, from: number, to: number): number {
  if (sum === 'last') return value(to - 1);
  let total = 0;
  for (let at = from; at < to; at += 1) total += value(at);
  return total;
}

/** The same of a row by its key. */
export function sumOfKey(result: Result, key: string, from: number, to: number): number {
  let total = 0;
  for (let at = from; at < to; at += 1) total += result.value(key, at);
  return total;
}
