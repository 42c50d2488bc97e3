import type { Finding } from '$lib/model/settings';
import { shown } from './schema-findings';
import { columnName, refused, tableOf, type ReadTables } from './table-cells';

/** A sheet of a workbook: hidden ones are not read. */
export type Sheet = { name: string; hidden: boolean; grid: string[][] };

/** How many cells of a sheet are named as wrong; whoever mends these sees the rest. */
const MOST_NAMED = 20;

/** What is wrong in the cells of one sheet, each kind once a column. */
export class SheetFindings {
  readonly findings: Finding[] = [];
  readonly #said = new Set<string>();

  constructor(readonly sheet: string) {}

  /** A warning about a cell, rows and columns counted from 0. */
  add(code: string, row: number, column: number, found?: string): void {
    const key = `${code} ${column}`;
    if (this.#said.has(key) || this.findings.length >= MOST_NAMED) return;
    this.#said.add(key);
    const path = `${shown(this.sheet) ?? '…'}!${columnName(column)}${row + 1}`;
    this.findings.push({ code, severity: 'warning', path, row: row + 1, ...(found === undefined ? {} : { found }) });
  }

  /** A formula that gave no value but `#REF!` and the like. */
  formulaError(row: number, column: number, text: string): void {
    this.add('formula-error', row, column, /^#[A-ZÆØÅ0-9/?!_]{1,20}$/i.test(text) ? text : '#?');
  }
}

/** The tables of the visible sheets, with a warning for each hidden one; a workbook without any is refused. */
export function tablesOfSheets(sheets: Sheet[], findings: Finding[]): ReadTables {
  const visible = sheets.filter(({ hidden }) => !hidden);
  if (sheets.length > 0 && visible.length === 0) throw refused('all-sheets-hidden');
  const tables = visible.flatMap(({ name, grid }) => tableOf(name, grid, 1) ?? []);
  if (tables.length === 0) throw refused('empty-file');
  const hidden = sheets.filter((sheet) => sheet.hidden);
  const skipped = hidden.map(({ name }): Finding => ({
    code: 'hidden-sheet',
    severity: 'warning',
    path: '',
    found: shown(name) ?? '…',
  }));
  return { tables, findings: [...skipped, ...findings] };
}
