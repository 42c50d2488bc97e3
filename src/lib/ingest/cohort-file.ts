import Papa from 'papaparse';
import type { CohortRow } from '$lib/model/cohort';
import { CohortBody, failed, MOST_LOOKED_OVER, type ReadCohort } from './cohort-body';
import { COLUMNS, REQUIRED, columnOf } from './cohort-words';
import { identifierIn } from './identifiers';
import { NO_CHOICES, type Choices } from './reading';
import type { CohortContext } from './rules/cohort';
import { headingRow, isFilled, type Table } from './table-cells';

/** What a file is read with beside itself. */
export type CohortMeans = { choices?: Choices; context?: CohortContext };

const NO_CONTEXT: CohortContext = { settlement: [] };

/** The rows of a cohort file in delimited text, or everything that is wrong; with an error no row is given. */
export function readCohort(text: string, means: CohortMeans = {}): ReadCohort {
  const { data } = Papa.parse<string[]>(text.trimEnd(), { delimitersToGuess: [',', ';', '\t'] });
  return readRows(data, 1, [], means);
}

/**
 * The rows of a cohort table, as of a file. Titles may stand above its headings, and identify nobody either; columns
 * without anything in them are none.
 */
export function readCohortTable({ rows, ...table }: Table, means: CohortMeans = {}): ReadCohort {
  const columns = columnsIn(rows);
  const width = rows.reduce((most, { length }) => Math.max(most, length), 0);
  const filled =
    columns.length === width
      ? rows
      : rows.map((cells) => columns.filter((column) => column < cells.length).map((column) => cells[column] ?? ''));
  const heading = Math.max(
    0,
    headingRow({ ...table, rows: filled }, (cells) => isHeading(cells, means.choices ?? NO_CHOICES)),
  );
  // A date above the headings is that of the table.
  const above = filled.slice(0, heading).map((cells) => cells.map((cell) => cell.replace(/^[\d./-]{8,10}$/, '')));
  return readRows(heading > 0 ? filled.slice(heading) : filled, table.firstRow + heading, above, means);
}

/**
 * The rows of the table of a file that people are counted in: the one with headings of people, or else the one read with the
 * fewest defects. Where several count people it is asked which; where any table holds what identifies a person, the whole
 * file is refused.
 */
export function readCohortTables(tables: Table[], means: CohortMeans = {}): ReadCohort {
  const read = tables.map((table) => ({
    name: table.name,
    isOfPeople: isCohort(table),
    reading: readCohortTable(table, means),
  }));
  const personal = read.find(({ reading }) => reading.findings.some(({ code }) => code === 'personal-data'));
  const people = read.filter(({ isOfPeople }) => isOfPeople);
  const answer = means.choices?.answers['sheet'];
  const named = people.find(({ name }) => name === answer);
  const [best] = named
    ? [named]
    : (people.length > 0 ? people : read).sort((a, b) => a.reading.findings.length - b.reading.findings.length);
  const chosen = personal ?? best;
  if (!chosen) return failed([{ code: 'no-rows', severity: 'error', path: '' }]);
  const { reading } = chosen;
  if (personal || named || people.length < 2) return reading;
  const options = people.map(({ name }) => name);
  return { ...reading, rows: [], questions: [{ id: 'sheet', found: options.join(', '), options, guess: null }] };
}

/** Whether a table has headings by which only people are counted. */
export function isCohort(table: Table): boolean {
  const required: readonly string[] = REQUIRED;
  return headingRow(table, (cells) => cells.filter((cell) => required.includes(columnOf(cell))).length > 2) >= 0;
}

/** The columns in which any row has something. */
function columnsIn(rows: string[][]): number[] {
  const used: boolean[] = [];
  for (const cells of rows) for (let at = 0; at < cells.length; at += 1) used[at] ||= cells[at]?.trim() !== '';
  return used.flatMap((isUsed, at) => (isUsed ? [at] : []));
}

/** Two names of columns tell headings from a title. */
function isHeading(cells: string[], { columns }: Choices): boolean {
  return cells.filter((cell) => COLUMNS.includes(columns[cell.trim()] ?? columnOf(cell))).length > 1;
}

function readRows(lines: string[][], firstRow: number, above: string[][], means: CohortMeans): ReadCohort {
  const { choices = NO_CHOICES, context = NO_CONTEXT } = means;
  const start = lines.findIndex(isFilled);
  const head = lines[start];
  if (!head) return failed([{ code: 'empty-file', severity: 'error', path: '' }]);
  const headings = head.map((cell) => cell.trim());
  const below = lines.slice(start + 1);
  const personal = identifierIn(headings, above, below);
  if (personal.length > 0) return failed(personal);
  const body = new CohortBody(headings, choices);
  const wrongHeadings = body.headingFindings();
  if (wrongHeadings.length > 0) return { ...failed(wrongHeadings), columns: body.uses(), allowed: COLUMNS };
  const first = firstRow + start + 1;
  const skipped = below.length > MOST_LOOKED_OVER ? new Set<number>() : body.lookOver(below, first);
  below.forEach((cells, at) => {
    if (!skipped.has(first + at)) body.read(cells, first + at);
  });
  return body.done(context);
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
