import Papa from 'papaparse';
import type { Finding } from '$lib/model/settings';
import { DocumentRow, type Figure } from './document-row';
import { identifierIn } from './identifiers';
import { parseNumber } from './number';
import { documentFindings } from './rules/document-rules';
import { schemaFindings } from './schema-findings';

const COLUMNS = Object.keys(DocumentRow.shape);

/** The figures of a document in delimited text, what is wrong with the file, and what a reader of the figures must know. */
export function readDocument(text: string): { figures: Figure[]; findings: Finding[] } {
  const { data, meta } = Papa.parse<Record<string, string>>(text.trim(), { header: true, skipEmptyLines: 'greedy' });
  const fields = meta.fields ?? [];
  const personal = identifierIn(
    fields,
    data.map((row) => fields.map((field) => row[field] ?? '')),
  );
  if (personal.length > 0) return { figures: [], findings: personal };
  const columns = columnFindings(fields);
  if (columns.length > 0) return { figures: [], findings: columns };
  const figures: Figure[] = [];
  const findings: Finding[] = [];
  for (const [at, raw] of data.entries()) {
    const row = at + 2;
    const parsed = DocumentRow.safeParse({ ...raw, year: numberIn(raw['year']), value: numberIn(raw['value']) });
    if (parsed.success) figures.push({ ...parsed.data, row });
    else findings.push(...schemaFindings(parsed.error.issues, raw).map((finding) => ({ ...finding, row })));
  }
  return { figures, findings: [...findings, ...documentFindings(figures)] };
}

function columnFindings(fields: string[]): Finding[] {
  const allowed = COLUMNS.join(', ');
  const missing = COLUMNS.filter((column) => !fields.includes(column));
  const unknown = fields.filter((field) => !COLUMNS.includes(field));
  return [
    ...missing.map((path) => ({
      code: 'missing-column',
      severity: 'error' as const,
      path,
      found: fields.join(', '),
      allowed,
    })),
    ...unknown.map((path) => ({ code: 'unknown-column', severity: 'error' as const, path, allowed })),
  ];
}

function numberIn(cell: string | undefined): number | string | null {
  if (cell === undefined || cell.trim() === '') return null;
  const value = parseNumber(cell);
  return Number.isNaN(value) ? cell : value;
}
