import Papa from 'papaparse';
import type { CohortRow } from '$lib/model/cohort';
import { CohortRowInput, type Finding } from '$lib/model/scenario';
import { identifierIn } from './identifiers';
import { parseNumber } from './number';
import { schemaFindings, shown } from './schema-findings';

const REQUIRED = ['settlement_year', 'permit', 'category', 'age_band', 'persons'] as const;
const NUMBERS = ['settlement_year', 'persons', 'year'];

/** Headings as municipalities write them, besides the columns' own names. */
const HEADINGS: Record<string, string> = {
  bosettingsår: 'settlement_year',
  busetjingsår: 'settlement_year',
  'bosatt år': 'settlement_year',
  oppholdsgrunnlag: 'permit',
  opphaldsgrunnlag: 'permit',
  tillatelse: 'permit',
  kategori: 'category',
  aldersgruppe: 'age_band',
  aldersbånd: 'age_band',
  alder: 'age_band',
  antall: 'persons',
  tal: 'persons',
  personer: 'persons',
  personar: 'persons',
  kommune: 'municipality',
  kommunenummer: 'municipality',
  husholdning: 'household',
  år: 'year',
  observasjonsår: 'year',
};
const COLUMNS = [...REQUIRED, 'municipality', 'household', 'year', 'status'];

const VALUES: Record<string, string> = {
  ordinær: 'ordinary',
  ordinært: 'ordinary',
  kollektiv: 'collective',
  'kollektiv beskyttelse': 'collective',
  'kollektivt vern': 'collective',
  familie: 'family',
  familieinnvandring: 'family',
  'enslig voksen': 'single_adult',
  'einsleg vaksen': 'single_adult',
  voksen: 'adult',
  vaksen: 'adult',
  barn: 'child',
  'enslig mindreårig': 'unaccompanied_minor',
  'einsleg mindreårig': 'unaccompanied_minor',
  em: 'unaccompanied_minor',
};

/** The text of a file: UTF-8, or Windows-1252 where it is not valid UTF-8. */
export function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The rows of a cohort file in delimited text, or everything that is wrong; with an error no row is given. */
export function readCohort(text: string): { rows: CohortRow[]; findings: Finding[] } {
  const { data, meta } = Papa.parse<string[]>(text.trim(), {
    delimitersToGuess: [',', ';', '\t'],
    skipEmptyLines: 'greedy',
  });
  const [headings = [], ...body] = data;
  if (headings.length === 0 || !meta) return failed([{ code: 'empty-file', severity: 'error', path: '' }]);
  const personal = identifierIn(headings, body);
  if (personal.length > 0) return failed(personal);
  const columns = headings.map(columnOf);
  const findings = headingFindings(headings, columns);
  if (findings.length > 0) return failed(findings);
  if (body.length === 0) return failed([{ code: 'no-rows', severity: 'error', path: '' }]);
  const rows: CohortRow[] = [];
  for (const [at, cells] of body.entries()) {
    const raw = Object.fromEntries(columns.map((column, index) => [column, cells[index]?.trim() ?? '']));
    const parsed = CohortRowInput.safeParse(valuesOf(raw));
    if (parsed.success) rows.push(parsed.data);
    else findings.push(...schemaFindings(parsed.error.issues, raw).map((finding) => ({ ...finding, row: at + 2 })));
  }
  return findings.length > 0 ? failed(findings) : { rows, findings };
}

function failed(findings: Finding[]): { rows: []; findings: Finding[] } {
  return { rows: [], findings };
}

function columnOf(heading: string): string {
  const plain = heading.trim().toLowerCase().replaceAll('_', ' ');
  const own = plain.replaceAll(' ', '_');
  return COLUMNS.includes(own) ? own : (HEADINGS[plain] ?? own);
}

function headingFindings(headings: string[], columns: string[]): Finding[] {
  const finding = (code: string, path: string, more: Partial<Finding> = {}): Finding => ({
    code,
    severity: 'error',
    path,
    ...more,
  });
  const found = headings.map((heading) => shown(heading) ?? '…').join(', ');
  return [
    ...REQUIRED.filter((column) => !columns.includes(column)).map((column) =>
      finding('missing-column', column, { found, allowed: REQUIRED.join(', ') }),
    ),
    ...columns.flatMap((column, at) =>
      COLUMNS.includes(column)
        ? []
        : [finding('unknown-column', shown(headings[at] ?? '') ?? '…', { allowed: COLUMNS.join(', ') })],
    ),
    ...columns.filter((column, at) => columns.indexOf(column) !== at).map((column) => finding('double-column', column)),
  ];
}

/** Cells as the schema wants them: numbers as numbers, Norwegian words as identifiers, empty optional cells left out. */
function valuesOf(raw: Record<string, string>): Record<string, unknown> {
  const entries = Object.entries(raw).filter(
    ([column, cell]) => cell !== '' || (REQUIRED as readonly string[]).includes(column),
  );
  return Object.fromEntries(
    entries.map(([column, cell]) => {
      if (NUMBERS.includes(column)) {
        const number = parseNumber(cell);
        return [column, Number.isNaN(number) ? cell : number];
      }
      const plain = cell.toLowerCase().replaceAll('–', '-');
      return [column, VALUES[plain] ?? (column === 'household' || column === 'municipality' ? cell : plain)];
    }),
  );
}

/** Cohort rows as delimited text with the columns' own names, for the database. */
export function cohortCsv(rows: CohortRow[]): string {
  return Papa.unparse(
    rows.map((row) => ({
      ...row,
      municipality: row.municipality ?? '',
      household: row.household ?? '',
      year: row.year ?? '',
      status: row.status ?? '',
    })),
    { columns: [...COLUMNS], newline: '\n' },
  );
}
