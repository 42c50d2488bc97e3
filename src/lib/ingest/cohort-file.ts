import Papa from 'papaparse';
import { AGE_BAND_NAMES, CATEGORIES, PERMITS, type CohortRow } from '$lib/model/cohort';
import { CohortRowInput } from '$lib/model/scenario';
import type { Finding } from '$lib/model/settings';
import { identifierIn } from './identifiers';
import { parseNumber } from './number';
import { schemaFindings, shown } from './schema-findings';

const REQUIRED = ['settlement_year', 'permit', 'category', 'age_band', 'persons'] as const;
const NUMBERS = ['settlement_year', 'persons', 'year'];

const ALLOWED: Record<(typeof REQUIRED)[number], string> = {
  settlement_year: '1950-2100',
  permit: PERMITS.join(', '),
  category: CATEGORIES.join(', '),
  age_band: AGE_BAND_NAMES.join(', '),
  persons: '0, 1, 2 …, :, <5, *',
};

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

/** The characters of Windows-1252 from 0x80 to 0x9F. */
const WINDOWS_1252 = [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'];

/** The text of a file: UTF-8, or Windows-1252 where it is not valid UTF-8. */
export function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Some runtimes read Windows-1252 as Latin-1 and give control characters for its dashes and quotes.
    const text = new TextDecoder('windows-1252').decode(bytes);
    return text.replace(/[\u0080-\u009f]/g, (control) => WINDOWS_1252[control.charCodeAt(0) - 0x80] ?? control);
  }
}

/** What a cohort file gives: its rows, or what is wrong with it. */
export type ReadCohort = { rows: CohortRow[]; findings: Finding[] };

/** The rows of a cohort file in delimited text, or everything that is wrong; with an error no row is given. */
export function readCohort(text: string): ReadCohort {
  const { data } = Papa.parse<string[]>(text.trimEnd(), { delimitersToGuess: [',', ';', '\t'] });
  const lines = data.map((cells, at) => ({ cells: cells.map((cell) => cell.trim()), row: at + 1 }));
  const [head, ...body] = lines.filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (!head) return failed([{ code: 'empty-file', severity: 'error', path: '' }]);
  const headings = head.cells;
  const personal = identifierIn(
    headings,
    body.map(({ cells }) => cells),
  );
  if (personal.length > 0) return failed(personal);
  const columns = headings.map(columnOf);
  const findings = headingFindings(headings, columns);
  if (findings.length > 0) return failed(findings);
  if (body.length === 0) return failed([{ code: 'no-rows', severity: 'error', path: '' }]);
  const rows: CohortRow[] = [];
  for (const { cells, row } of body) {
    const raw = Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']));
    const wrong = cellFindings(cells, columns, raw);
    const parsed = CohortRowInput.safeParse(valuesOf(raw));
    if (wrong.length === 0 && parsed.success) rows.push(parsed.data);
    else if (wrong.length === 0 && parsed.error) wrong.push(...schemaFindings(parsed.error.issues, raw));
    findings.push(...wrong.map((finding) => ({ ...finding, row })));
  }
  return findings.length > 0 ? failed(findings) : { rows, findings };
}

/** Cells beyond the headings, as when 2,5 stands between commas, and empty cells that must be filled. */
function cellFindings(cells: string[], columns: string[], raw: Record<string, string>): Finding[] {
  if (cells.length > columns.length) {
    return [
      {
        code: 'extra-cells',
        severity: 'error',
        path: '',
        found: String(cells.length),
        allowed: String(columns.length),
      },
    ];
  }
  return REQUIRED.filter((column) => raw[column] === '').map((column) => ({
    code: 'empty-cell',
    severity: 'error',
    path: column,
    allowed: ALLOWED[column],
  }));
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
