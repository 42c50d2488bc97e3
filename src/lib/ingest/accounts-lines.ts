import type { Finding } from '$lib/model/settings';
import { say, type Sheet } from './accounts-sheet';
import { amountColumn, unitOf, versionIn } from './accounts-words';
import { parseNumber } from './number';
import { shown } from './schema-findings';

/** An amount of the file with what its row and its column say of it; '' where they do not say. */
export type Line = {
  row: number;
  municipality: string;
  year: string;
  version: string;
  item: string;
  funksjon: string;
  art: string;
  ansvar: string;
  text: string;
  unit: string;
  sign: string;
  source: string;
  amount: number;
};

/** Columns without which no amount can be understood. */
export function missingColumns({ columns, headings }: Sheet): Finding[] {
  const amounts = columns.some((column) => amountColumn(column));
  const named = columns.includes('funksjon') || columns.includes('ansvar') ? 'art' : 'item';
  const missing = [
    ...(columns.includes('item') || columns.includes('art') ? [] : [named]),
    ...(amounts ? [] : ['amount']),
  ];
  const found = headings.map((heading) => shown(heading) ?? '…').join(', ');
  return missing.map((path) => ({ code: 'missing-column', severity: 'error', path, found, allowed: 'item, amount' }));
}

/** A number of accounts: also `(3 660)` and `3 660-` for what is below zero; null where nothing stands. */
export function amountIn(cell: string): number | null {
  if (/^[-–−]?$/.test(cell)) return null;
  const turned = /^\((.+)\)$/.exec(cell)?.[1] ?? /^([\d .,\u00a0]*\d) ?[-−]$/.exec(cell)?.[1];
  return turned === undefined ? parseNumber(cell) : -parseNumber(turned);
}

/** Every amount of the sheet, the cells that should be one and are not, and deviations that are not the difference. */
export function linesOf(sheet: Sheet): { lines: Line[]; findings: Finding[] } {
  const { columns, headings, body } = sheet;
  const amounts = columns.flatMap((column, at) => ({ at, ...amountColumn(column) })).filter(isAmount);
  const lines: Line[] = [];
  const findings: Finding[] = [];
  for (const { cells, row } of body) {
    const of = (column: string): string => cells[columns.indexOf(column)] ?? '';
    const own: Line[] = [];
    for (const { at, version, year } of amounts) {
      const cell = cells[at] ?? '';
      const amount = amountIn(cell);
      if (amount === null) continue;
      if (Number.isNaN(amount)) {
        // A heading that is repeated, or a note, has text where its row has no number at all.
        if (cells.every((each) => each === '' || Number.isNaN(amountIn(each) ?? NaN))) continue;
        findings.push({ code: 'not-a-number', severity: 'error', path: headings[at] ?? '', row, found: shown(cell) });
      }
      own.push({
        row,
        municipality: of('municipality'),
        year: year || of('year'),
        version: version || versionIn(of('version')) || of('version'),
        item: of('item'),
        funksjon: of('funksjon'),
        art: of('art'),
        ansvar: of('ansvar'),
        text: of('text'),
        unit: unitOf(of('unit')) || (/\bkr|,-$/i.test(cell) ? 'NOK' : ''),
        sign: of('sign'),
        source: of('source'),
        amount,
      });
    }
    lines.push(...own);
    findings.push(...deviationFindings(sheet, { cells, row }, own));
  }
  return { lines, findings };
}

function isAmount<T extends { at: number; version?: string; year?: string }>(
  column: T,
): column is T & { version: string; year: string } {
  return column.year !== undefined;
}

/** How far amounts may be off for being rounded each by itself. */
export const ROUNDING = 1.5;

function deviationFindings(
  { columns, headings }: Sheet,
  { cells, row }: Sheet['body'][number],
  own: Line[],
): Finding[] {
  return columns.flatMap((column, at) => {
    if (!column.startsWith('deviation')) return [];
    const printed = amountIn(cells[at] ?? '');
    const year = column.slice('deviation '.length);
    const [accounts, budget] = ['regnskap', 'budsjett'].map((version) =>
      own.find((line) => line.version === version && (year ? line.year === year : hasBoth(line.year, own))),
    );
    if (printed === null || Number.isNaN(printed) || !accounts || !budget) return [];
    const difference = accounts.amount - budget.amount;
    if (Math.abs(Math.abs(printed) - Math.abs(difference)) <= ROUNDING) return [];
    const found = String(printed);
    return [say('accounts-deviation', headings[at] ?? '', { row, found, allowed: written(difference) })];
  });
}

function hasBoth(year: string, own: Line[]): boolean {
  return ['regnskap', 'budsjett'].every((version) =>
    own.some((line) => line.year === year && line.version === version),
  );
}

/** An amount in a sentence, without what adding leaves behind the decimals. */
export function written(amount: number): string {
  return String(Math.round(amount * 100) / 100);
}
