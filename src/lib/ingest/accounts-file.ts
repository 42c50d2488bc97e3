import Papa from 'papaparse';
import { z } from '$lib/model/zod';
import type { Finding } from '$lib/model/settings';
import { parseNumber } from './number';
import { schemaFindings } from './schema-findings';

/** A line of accounts or budget. `amount` in `unit`; `sign` says which sign a cost has in the file. */
export const AccountsRow = z.strictObject({
  municipality: z.string().regex(/^\d{4}$/),
  year: z.int().min(1990).max(2100),
  version: z.enum(['regnskap', 'budsjett', 'økonomiplan']),
  item: z.string().min(1),
  amount: z.number(),
  unit: z.string().min(1),
  sign: z.enum(['cost_positive', 'income_positive', '']).optional(),
  source: z.string().optional(),
});
export type AccountsRow = z.infer<typeof AccountsRow>;

const REQUIRED = ['municipality', 'year', 'version', 'item', 'amount', 'unit'];

/** The rows of an accounts file in delimited text, or everything that is wrong. */
export function readAccounts(text: string): { rows: AccountsRow[]; findings: Finding[] } {
  const { data, meta } = Papa.parse<Record<string, string>>(text.trim(), { header: true, skipEmptyLines: 'greedy' });
  const fields = meta.fields ?? [];
  const missing = REQUIRED.filter((column) => !fields.includes(column));
  if (missing.length > 0) {
    const more = { found: fields.join(', '), allowed: REQUIRED.join(', ') };
    return {
      rows: [],
      findings: missing.map((path) => ({ code: 'missing-column', severity: 'error', path, ...more })),
    };
  }
  const parsed = data.map((row) => ({
    raw: row,
    result: AccountsRow.safeParse({ ...row, year: numberIn(row['year']), amount: numberIn(row['amount']) }),
  }));
  return {
    rows: parsed.flatMap(({ result }) => (result.success ? [result.data] : [])),
    findings: parsed.flatMap(({ raw, result }, at) =>
      result.success ? [] : schemaFindings(result.error.issues, raw).map((finding) => ({ ...finding, row: at + 2 })),
    ),
  };
}

function numberIn(cell: string | undefined): number | string | undefined {
  const value = parseNumber(cell ?? '');
  return Number.isNaN(value) ? cell : value;
}
