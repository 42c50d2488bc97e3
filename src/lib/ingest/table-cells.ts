import type { Finding } from '$lib/model/settings';

/**
 * A table as the person sees it. `rows[0]` has the number `firstRow` in the program it comes from; a row ends with its
 * last filled cell, so rows have different lengths and a cell beyond the end is empty.
 */
export type Table = { name: string; rows: string[][]; firstRow: number };

/** What a file gives: its tables, and what is wrong with it or was left out. */
export type ReadTables = { tables: Table[]; findings: Finding[] };

/** Told how much of a file is read, from 0 to 1. */
export type Progress = (share: number) => void;

/** The most cells that are read from one file, empty ones between filled ones counted. */
export const MOST_CELLS = 2_000_000;

/** Stops the reading of a file with what the person is told. It never leaves `readTables`. */
export class Refused extends Error {
  constructor(readonly finding: Finding) {
    super(`refused: ${finding.code}`);
  }
}

/** An error finding about the file as a whole, to be thrown. */
export function refused(code: string, more: Partial<Finding> = {}): Refused {
  return new Refused({ code, severity: 'error', path: '', ...more });
}

/** The cells of a file as they are made: refuses the file before memory is filled with more than `most`. */
export class CellCount {
  readonly #most: number;
  #left: number;

  constructor(most = MOST_CELLS) {
    this.#most = most;
    this.#left = most;
  }

  take(cells: number): void {
    this.#left -= Math.max(0, cells);
    if (!(this.#left >= 0)) throw refused('too-many-cells', { allowed: `${this.#most / 1e6} 000 000` });
  }
}

/** Puts a text into a grid, with empty rows and cells before it where there are none. */
export function put(grid: string[][], row: number, column: number, text: string, count: CellCount): void {
  count.take(row - grid.length);
  while (grid.length <= row) grid.push([]);
  const cells = grid[row] ?? [];
  count.take(column + 1 - cells.length);
  while (cells.length < column) cells.push('');
  cells[column] = text;
}

/**
 * A table without the empty rows around it and the empty cells after each row, or null where nothing is left. It takes the
 * grid over, so that a large one is not in memory twice.
 */
export function tableOf(name: string, grid: string[][], firstRow: number): Table | null {
  for (const cells of grid) makePlain(cells);
  const first = grid.findIndex((cells) => cells.length > 0);
  if (first < 0) return null;
  const last = grid.findLastIndex((cells) => cells.length > 0);
  const rows = first === 0 && last === grid.length - 1 ? grid : grid.slice(first, last + 1);
  return { name, rows, firstRow: firstRow + first };
}

function makePlain(cells: string[]): void {
  for (const [at, cell] of cells.entries()) cells[at] = plainCell(cell);
  cells.length = cells.findLastIndex((cell) => cell !== '') + 1;
}

/** Without the spaces around, and the apostrophe that makes a spreadsheet keep `'0301` as text. */
function plainCell(text: string): string {
  // Nearly every cell begins and ends with a digit or a letter, and there may be millions.
  if (text.charCodeAt(0) > 0x2f && text.charCodeAt(0) < 0x7f && text.charCodeAt(text.length - 1) > 0x20) {
    if (text.charCodeAt(text.length - 1) < 0x7f) return text;
  }
  return text.trim().replace(/^'(?=[\d=+\-.@])/, '');
}

/** The index of the first of the top 20 rows that is a heading, below titles and notes; -1 where there is none. */
export function headingRow({ rows }: Table, isHeading: (cells: string[]) => boolean): number {
  return rows.slice(0, 20).findIndex(isHeading);
}

/**
 * A number as a cell: a point, no groups, at most fifteen digits. Three decimals get a zero behind them, since 0.125
 * written by a person may be 125.
 */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) return '';
  const short = Number(value.toPrecision(7));
  // A 32-bit number is meant as the shortest one that gives it: 0.1, not 0.100000001490116.
  const meant = !Number.isInteger(value) && Math.fround(short) === value ? short : Number(value.toPrecision(15));
  const text = Math.abs(meant) < 1e-6 && meant !== 0 ? meant.toFixed(20).replace(/0+$/, '') : String(meant);
  return /^-?\d{1,3}\.\d{3}$/.test(text) ? `${text}0` : text;
}

/** A moment as ISO text: a date alone where the time is midnight. */
export function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const text = date.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, -14) : text.replace(/\.\d+Z$/, '');
}

/** A value of a typed file as a cell: nothing is empty, lists and structures are JSON. */
export function valueText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return numberText(value);
  if (value instanceof Date) return dateText(value);
  if (typeof value === 'object')
    return JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'bigint' ? String(inner) : inner)) ?? '';
  return String(value);
}

/** The letters of a column, from 0: A, B, … Z, AA. */
export function columnName(column: number): string {
  const before = Math.floor(column / 26);
  return (before > 0 ? columnName(before - 1) : '') + String.fromCharCode(65 + (column % 26));
}

/** Whether anything stands in a row. */
export function isFilled(cells: string[]): boolean {
  return cells.some((cell) => cell.trim() !== '');
}
