import type { Answer, Cell } from '$lib/database/ask';
import { number, type FormatLanguage } from '$lib/format';

/** Characters of a text that a cell shows. */
const SHOWN = 200;
/** From here on a number is written with its power of ten. */
const HUGE = 1e15;

/** What writes the cells of a column: all numbers of it with the same decimals, years as years. */
export function writerOf(
  { columns, rows }: Answer,
  at: number,
  language: FormatLanguage,
  words: { yes: string; no: string; missing: string },
): (cell: Cell) => string {
  const isYear = /year$/.test(columns[at]?.name ?? '');
  const decimals = decimalsOf(rows.map((row) => row[at]).filter((cell) => typeof cell === 'number'));
  return (cell) => {
    if (cell === null) return words.missing;
    if (typeof cell === 'boolean') return cell ? words.yes : words.no;
    if (typeof cell === 'string') return cell.length > SHOWN ? `${cell.slice(0, SHOWN)} …` : cell;
    return isYear || Math.abs(cell) >= HUGE ? String(cell) : number(cell, decimals, language);
  };
}

function decimalsOf(values: number[]): number {
  if (values.every(Number.isInteger)) return 0;
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (largest >= 10_000) return 0;
  return largest >= 10 ? 2 : 4;
}

/** Whether a text is longer than what its cell shows. */
export function isShortened(cell: Cell): boolean {
  return typeof cell === 'string' && cell.length > SHOWN;
}
