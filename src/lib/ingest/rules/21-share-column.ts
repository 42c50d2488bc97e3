import type { Finding } from '$lib/model/settings';
import { parseNumber } from '../number';
import { shown } from '../schema-findings';
import { finding, type RawTable, type TableRule } from './cohort';
import { groupsBy, written } from './figures';

const SHARE = /andel|prosent|\bpst\b|%|\bshare|percent/i;
/** How far rounding may take shares from a whole. */
const ROUNDING = 0.015;

type Share = { value: number; year: string };

/**
 * Shares beside the counts sum to the whole, over the file or over each settlement year. Where they do not, rows are missing
 * or counted twice. The column itself is not read. Source: the same rounding as the percentages of documents, rule 1.
 */
export const shareColumn: TableRule = {
  number: 21,
  codes: ['shares-not-whole'],
  check: (table, skipped) => ({
    findings: table.headings.flatMap((heading, at) => (SHARE.test(heading) ? saidOf(table, at, skipped) : [])),
    skipped: new Set(),
  }),
};

function saidOf(table: RawTable, column: number, skipped: ReadonlySet<number>): Finding[] {
  if (table.columns[column] === 'persons') return [];
  const shares = sharesOf(table, column, skipped);
  if (shares.length < 2 || shares.some(({ value }) => Number.isNaN(value))) return [];
  const whole = shares.some(({ value }) => value > 1) ? 100 : 1;
  const isWhole = (of: Share[]): boolean => Math.abs(sumOf(of) / whole - 1) <= ROUNDING + 1e-9;
  if (isWhole(shares) || groupsBy(shares, ({ year }) => year).every(isWhole)) return [];
  const found = written((sumOf(shares) / whole) * 100);
  const path = shown(table.headings[column] ?? '') ?? '…';
  return [finding('shares-not-whole', { row: table.firstRow }, path, { found })];
}

function sharesOf({ columns, lines, firstRow }: RawTable, column: number, skipped: ReadonlySet<number>): Share[] {
  const year = columns.indexOf('settlement_year');
  return lines.flatMap((cells, at) => {
    if (skipped.has(firstRow + at) || cells.every((cell) => cell.trim() === '')) return [];
    return [{ value: parseNumber(cells[column] ?? ''), year: cells[year]?.trim() ?? '' }];
  });
}

function sumOf(shares: Share[]): number {
  return shares.reduce((sum, { value }) => sum + value, 0);
}
