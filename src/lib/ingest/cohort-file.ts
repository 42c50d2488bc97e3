import Papa from 'papaparse';
import { AGE_BAND_NAMES, CATEGORIES, PERMITS, type CohortRow } from '$lib/model/cohort';
import { CohortRowInput } from '$lib/model/scenario';
import type { Finding } from '$lib/model/settings';
import { identifierIn } from './identifiers';
import { parseNumber } from './number';
import { schemaFindings, shown } from './schema-findings';
import { headingRow, type Table } from './table-cells';

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

/** What a cohort file gives: its rows, or what is wrong with it. */
export type ReadCohort = { rows: CohortRow[]; findings: Finding[] };

type Line = { cells: string[]; row: number };

/** The rows of a cohort file in delimited text, or everything that is wrong; with an error no row is given. */
export function readCohort(text: string): ReadCohort {
  const { data } = Papa.parse<string[]>(text.trimEnd(), { delimitersToGuess: [',', ';', '\t'] });
  return readLines(linesOf({ name: '', rows: data, firstRow: 1 }), []);
}

/**
 * The rows of a cohort table, as of a file. Titles may stand above its headings, and identify nobody either; columns
 * without anything in them are none.
 */
export function readCohortTable({ rows, ...table }: Table): ReadCohort {
  const used = new Set(rows.flatMap((cells) => cells.flatMap((cell, column) => (cell.trim() === '' ? [] : column))));
  const columns = [...used].sort((a, b) => a - b);
  const filled = rows.map((cells) =>
    columns.filter((column) => column < cells.length).map((column) => cells[column] ?? ''),
  );
  const heading = Math.max(0, headingRow({ ...table, rows: filled }, isHeading));
  // A date above the headings is that of the table.
  const above = filled.slice(0, heading).map((cells) => cells.map((cell) => cell.replace(/^[\d./-]{8,10}$/, '')));
  return readLines(linesOf({ ...table, rows: filled.slice(heading), firstRow: table.firstRow + heading }), above);
}

/**
 * The rows of the table of a file that people are counted in: the one read with the fewest defects. Where any of them holds
 * what identifies a person, the whole file is refused.
 */
export function readCohortTables(tables: Table[]): ReadCohort {
  const read = tables.map(readCohortTable);
  const personal = read.find(({ findings }) => findings.some(({ code }) => code === 'personal-data'));
  const [best] = read.sort((a, b) => a.findings.length - b.findings.length);
  return personal ?? best ?? failed([{ code: 'no-rows', severity: 'error', path: '' }]);
}

function linesOf({ rows, firstRow }: Table): Line[] {
  return rows.map((cells, at) => ({ cells: cells.map((cell) => cell.trim()), row: firstRow + at }));
}

/** Two names of columns tell headings from a title. */
function isHeading(cells: string[]): boolean {
  return cells.filter((cell) => COLUMNS.includes(columnOf(cell))).length > 1;
}

function readLines(lines: Line[], above: string[][]): ReadCohort {
  const [head, ...body] = lines.filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (!head) return failed([{ code: 'empty-file', severity: 'error', path: '' }]);
  const headings = head.cells;
  const personal = identifierIn(headings, [...above, ...body.map(({ cells }) => cells)]);
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
