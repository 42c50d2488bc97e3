import { readAccountsTable } from '$lib/ingest/accounts-table';
import { NO_CHOICES, type Choices } from '$lib/ingest/reading';
import type { Table } from '$lib/ingest/table-cells';
import { nb } from '$lib/text/nb';
import { findingSentence } from '$lib/text/finding';

/** A table of lines with `;` between the cells. */
export function table(text: string, name = ''): Table {
  const rows = text
    .trim()
    .split('\n')
    .map((line) => line.split(';').map((cell) => cell.trim()));
  return { name, rows, firstRow: 1 };
}

/** What a table of accounts gives, with answers and columns that somebody chose. */
export function read(text: string, answers: Record<string, string> = {}, more: Partial<Choices> = {}) {
  return readAccountsTable(table(text), { ...NO_CHOICES, ...more, answers });
}

/** The rows as `year version item amount unit sign`. */
export function lines({ rows }: ReturnType<typeof read>): string[] {
  return rows.map(({ year, version, item, amount, unit, sign }) =>
    [year, version, item, amount, unit, sign].join(' ').trim(),
  );
}

export function sentences({ findings }: ReturnType<typeof read>): string[] {
  return findings.map((finding) => findingSentence(finding, nb));
}
