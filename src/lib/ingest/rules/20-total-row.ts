import type { Finding } from '$lib/model/settings';
import { parseNumber } from '../number';
import { finding, type RawTable, type TableRule } from './cohort';
import { written } from './figures';

const TOTAL = /^(del|total)?sum(\s|:|$)|^total[te]?(\s|:|$)|^i alt(\s|:|$)|^til ?saman(\s|:|$)|^til ?sammen(\s|:|$)/i;
const HIDDEN = [':', '<5', '*'];

/** The fewest and the most persons that rows can be of; a hidden count is 1 to 4. */
type Span = { least: number; most: number };
type Line = { row: number; cells: string[]; span: Span };

/**
 * A row that sums others is not counted again: it is left out, and said with both numbers where it does not match. It is
 * known by its word (sum, totalt, i alt, til sammen), or by a count that is the sum of all other rows and stands alone. It
 * may sum all rows, those since the sum before it, or those with the same settlement year or other cells. Source: tables of
 * the registers of municipalities, which end with a row of the sum.
 */
export const totalRow: TableRule = {
  number: 20,
  codes: ['total-row', 'total-differs'],
  check: (table) => {
    const lines = linesOf(table);
    const words = lines.filter(({ cells }) => cells.some((cell) => TOTAL.test(cell)));
    const named = words.length < lines.length ? words : [];
    const skipped = new Set(named.map(({ row }) => row));
    const parts = lines.filter(({ row }) => !skipped.has(row));
    const alone = parts.filter((line) => isAlone(line, table) && isSum(line, parts));
    const findings = [
      ...named.map((line) => saidOf(line, lines, parts, skipped, table)),
      ...alone.map((line) => finding('total-row', line, 'persons', { found: written(line.span.least) })),
    ];
    return { findings, skipped: new Set([...skipped, ...alone.map(({ row }) => row)]) };
  },
};

function linesOf({ columns, lines, firstRow }: RawTable): Line[] {
  const persons = columns.indexOf('persons');
  return lines.flatMap((cells, at) => {
    const trimmed = cells.map((cell) => cell.trim());
    if (persons < 0 || trimmed.every((cell) => cell === '')) return [];
    return [{ row: firstRow + at, cells: trimmed, span: spanOf(trimmed[persons] ?? '') }];
  });
}

function spanOf(cell: string): Span {
  if (HIDDEN.includes(cell)) return { least: 1, most: 4 };
  const number = parseNumber(cell);
  return { least: number, most: number };
}

/** The sum of those that have a count. */
function sumOf(lines: Line[]): Span {
  const counted = lines.filter(({ span }) => !Number.isNaN(span.least));
  return {
    least: counted.reduce((sum, { span }) => sum + span.least, 0),
    most: counted.reduce((sum, { span }) => sum + span.most, 0),
  };
}

function isWithin(count: number, { least, most }: Span): boolean {
  return count >= least - 1e-6 && count <= most + 1e-6;
}

/** Whether only the count stands in a line. */
function isAlone({ cells, span }: Line, { columns }: RawTable): boolean {
  return !Number.isNaN(span.least) && cells.every((cell, at) => cell === '' || columns[at] === 'persons');
}

function isSum(line: Line, parts: Line[]): boolean {
  const others = parts.filter(({ row }) => row !== line.row);
  return others.length > 1 && isWithin(line.span.least, sumOf(others));
}

function saidOf(line: Line, lines: Line[], parts: Line[], skipped: ReadonlySet<number>, table: RawTable): Finding {
  const count = line.span.least;
  if (Number.isNaN(count) || line.span.most !== count) return finding('total-row', line, 'persons');
  const before = lines.filter(({ row }) => row < line.row);
  const since = before.slice(before.findLastIndex(({ row }) => skipped.has(row)) + 1);
  const alike = parts.filter((part) => isAlike(part, line, table));
  const sums = [alike, since, parts].map(sumOf);
  const found = written(count);
  if (sums.some((sum) => isWithin(count, sum))) return finding('total-row', line, 'persons', { found });
  const { least, most } = sumOf(alike);
  const allowed = least === most ? written(least) : `${written(least)}–${written(most)}`;
  return finding('total-differs', line, 'persons', { found, allowed });
}

/** Whether a line has what the sum has beside its word and its count; a sum without more is of all. */
function isAlike(part: Line, sum: Line, { columns }: RawTable): boolean {
  return sum.cells.every(
    (cell, at) =>
      cell === '' || columns[at] === '' || columns[at] === 'persons' || TOTAL.test(cell) || part.cells[at] === cell,
  );
}
