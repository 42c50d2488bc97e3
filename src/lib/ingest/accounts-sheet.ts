import type { Finding } from '$lib/model/settings';
import {
  COLUMNS,
  amountColumn,
  columnOf,
  isHeadingPart,
  isOriginalBudget,
  itemOf,
  versionIn,
  yearsIn,
} from './accounts-words';
import { parseNumber } from './number';
import { NO_CHOICES, type Choices, type ColumnUse } from './reading';
import { shown } from './schema-findings';
import { headingRow, type Table } from './table-cells';

/** A table taken apart: what stands above its headings, the headings with their columns, and the rows under them. */
export type Sheet = {
  above: string[][];
  headings: string[];
  columns: string[];
  body: { cells: string[]; row: number }[];
  /** What the table is called and what stands above its headings. */
  title: string;
  /** Everything that is said and is no amount: title, headings, notes. */
  context: string;
  findings: Finding[];
};

const INCOMPLETE = /^(regnskap|budsjett|økonomiplan|amount \d{4})$/;

/** The sheet of a table; of one without headings that can be known, the first filled row stands for them. */
export function sheetOf({ name, rows, firstRow }: Table, choices: Choices): Sheet {
  const plain = rows.map((cells) => cells.map((cell) => cell.replace(/\s+/g, ' ').trim()));
  const known = (cell: string): string | null => choices.columns[cell] ?? columnOf(cell);
  const isHeading = (cells: string[]): boolean => cells.filter((cell) => (known(cell) ?? '') !== '').length > 1;
  const first = headingRow({ name, rows: plain, firstRow }, isHeading);
  const at =
    first >= 0
      ? first
      : Math.max(
          0,
          plain.findIndex((cells) => cells.some((cell) => cell !== '')),
        );
  const lines = headingLines(plain, at);
  const headings = joined(plain.slice(at, at + lines));
  const body = plain.slice(at + lines).map((cells, index) => ({ cells, row: firstRow + at + lines + index }));
  const filled = body.filter(({ cells }) => cells.some((cell) => cell !== ''));
  const { columns, findings } = columnsOf(headings, filled, known);
  const notes = filled.filter(({ cells }) => cells.every((cell) => Number.isNaN(parseNumber(cell))));
  const above = plain.slice(0, at);
  const title = [name, ...above.flat()].filter((cell) => cell !== '').join(' | ');
  const context = [title, ...headings, ...notes.flatMap(({ cells }) => cells)].join(' | ');
  return { above, headings, columns, body: filled, title, context, findings };
}

/** Headings such as «Regnskap» over «2018» take more than one row. */
function headingLines(rows: string[][], at: number): number {
  let lines = 1;
  while (lines < 3) {
    const sofar = joined(rows.slice(at, at + lines)).map(columnOf);
    const next = (rows[at + lines] ?? []).filter((cell) => cell !== '');
    if (!sofar.some((column) => INCOMPLETE.test(column ?? ''))) return lines;
    if (next.length === 0 || !next.every(isHeadingPart)) return lines;
    lines += 1;
  }
  return lines;
}

/** One heading for each column; a cell merged over several columns holds for those to the right of it. */
function joined(lines: string[][]): string[] {
  const width = Math.max(0, ...lines.map((cells) => cells.length));
  const last = lines.length - 1;
  const spread = lines.map((cells, line) => {
    let held = '';
    return Array.from({ length: width }, (_, column) => {
      const own = cells[column] ?? '';
      held = own === '' ? held : own;
      const isUnder = line < last && own === '' && (lines[last]?.[column] ?? '') !== '';
      return isUnder && amountColumn(columnOf(held) ?? '') ? held : own;
    });
  });
  return Array.from({ length: width }, (_, column) =>
    spread
      .map((cells) => cells[column] ?? '')
      .filter((cell) => cell !== '')
      .join(' '),
  );
}

function columnsOf(
  headings: string[],
  body: Sheet['body'],
  known: (heading: string) => string | null,
): { columns: string[]; findings: Finding[] } {
  const isText = (column: number): boolean => {
    const cells = body.map(({ cells }) => cells[column] ?? '').filter((cell) => cell !== '');
    return (
      cells.length > 0 &&
      cells.filter((cell) => itemOf(cell) || Number.isNaN(parseNumber(cell))).length > cells.length / 2
    );
  };
  const read = headings.map(known);
  // «Beløp i 1000 kr» may stand over the labels, as a note.
  const isNote = (column: string | null, at: number): boolean =>
    column === 'amount' && !read.includes('item') && read.some((each) => amountColumn(each ?? '')?.year) && isText(at);
  const found = read.map((column, at) => (isNote(column, at) ? null : column));
  // A report's labels stand under whatever the service is called, or under nothing.
  if (!found.includes('item') && !found.includes('art')) {
    const text = found.indexOf('text');
    const label = text >= 0 ? text : headings.findIndex((_, column) => found[column] === null && isText(column));
    if (label >= 0) found[label] = 'item';
  }
  const findings: Finding[] = [];
  const columns = found.map((column, at) => {
    const heading = headings[at] ?? '';
    const isEmpty = body.every(({ cells }) => (cells[at] ?? '') === '');
    if (column === null) {
      if (!isEmpty) findings.push(say('accounts-column-unknown', shown(heading) || `${at + 1}`));
      return '';
    }
    const isRevised = found.some(
      (other, where) => other === column && where !== at && !isOriginalBudget(headings[where] ?? ''),
    );
    if (amountColumn(column)?.version === 'budsjett' && isOriginalBudget(heading) && isRevised) {
      findings.push(say('accounts-budget-original', heading));
      return '';
    }
    return column;
  });
  for (const [at, column] of columns.entries()) {
    if (column === '' || column === 'text' || column.startsWith('deviation') || columns.indexOf(column) === at)
      continue;
    findings.push({ code: 'double-column', severity: 'error', path: shown(headings[at] ?? '') ?? column });
  }
  return { columns, findings };
}

/** Something to know that stops nothing. */
export function say(code: string, path: string, more: Partial<Finding> = {}): Finding {
  return { code, severity: 'warning', path, ...more };
}

/** How each heading was understood. */
export function columnUses({ headings, columns }: Sheet): ColumnUse[] {
  return headings.map((heading, at) => ({ heading, column: columns[at] ?? '' }));
}

/** What a heading can stand for: columns of lines, and amounts of each version in the years the sheet names. */
export function allowedColumns({ columns, context }: Sheet): string[] {
  const years = yearsIn(`${context} ${columns.join(' ')}`).sort();
  const amounts = years.flatMap((year) =>
    ['regnskap', 'budsjett', 'økonomiplan'].map((version) => `${version} ${year}`),
  );
  return [...COLUMNS, ...amounts];
}

const OF_ACCOUNTS = /^(regnskap|budsjett|økonomiplan|deviation)|^(item|amount|version|sign|funksjon|art|ansvar)$/;

/** Rows that tell what a table is, however long it is. */
const LOOKED_AT = 80;

/** How much a table has of accounts: headings only accounts have, and labels of cost, income and net; 0 where it is none. */
export function isAccounts(table: Table): number {
  const sheet = sheetOf({ ...table, rows: table.rows.slice(0, LOOKED_AT) }, NO_CHOICES);
  const { columns, body, context } = sheet;
  if (!columns.some((column) => amountColumn(column))) return 0;
  const labels = columns.indexOf('item');
  const items = new Set(body.flatMap(({ cells }) => itemOf(cells[labels] ?? '')?.item ?? []));
  const named = columns.filter(
    (column, at) => OF_ACCOUNTS.test(column) && (column !== 'item' || columnOf(sheet.headings[at] ?? '') === 'item'),
  );
  const score = named.length + items.size + Number(versionIn(context) !== '');
  return score > 1 ? score : 0;
}
