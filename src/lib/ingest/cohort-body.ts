import type { CohortRow } from '$lib/model/cohort';
import { CohortRowInput } from '$lib/model/scenario';
import type { Finding } from '$lib/model/settings';
import { ALLOWED, COLUMNS, NUMBERS, OPTIONS, REQUIRED, columnOf, plainValue, valueOf } from './cohort-words';
import { isPersonal } from './identifiers';
import { parseNumber } from './number';
import type { Choices, TableReading } from './reading';
import type { CohortContext, PlacedRow } from './rules/cohort';
import { cohortFindings, tableFindings } from './rules/cohort-rules';
import { schemaFindings, shown } from './schema-findings';
import { isFilled } from './table-cells';

/** A word of the file that is none of its column's values, how many rows have it, and what it can be taken for. */
export type UnknownValue = { column: string; word: string; rows: number; options: readonly string[] };

/** What a cohort file gives: its rows, or what is wrong with it or left open. */
export type ReadCohort = TableReading & {
  rows: CohortRow[];
  unknown: UnknownValue[];
  /** Rows that were one person each, and are not kept; `null` where the file counts persons. */
  personRows: number | null;
};

/** The most findings that are listed; how many more there are is said. */
const MOST_FINDINGS = 1000;
/** Up to so many lines a table is looked over as a whole, for sums and rows that are there twice. */
export const MOST_LOOKED_OVER = 20_000;

/** What a file gives that is not read. */
export function failed(findings: Finding[]): ReadCohort {
  return { rows: [], findings, questions: [], columns: [], allowed: [], unknown: [], personRows: null };
}

function withoutRow(placed: PlacedRow): CohortRow {
  const cell: CohortRow & { row?: number } = { ...placed };
  delete cell.row;
  return cell;
}

function isWrong(findings: Finding[]): boolean {
  return findings.some(({ severity }) => severity === 'error');
}

/** A line as it is understood: a row of the cohort, or what is wrong with it. */
type Understood = { row: CohortRow | null; cell: string; findings: Finding[]; words: string[] };

function wrong(findings: Finding[], words: string[] = []): Understood {
  return { row: null, cell: '', findings, words };
}

/** A finding that repeats nothing of a person. */
function unnamed({ found, ...finding }: Finding): Finding {
  return { ...finding, found: found === undefined || isPersonal(found) ? '…' : found };
}

/** Reads the lines below the headings. Equal lines are understood once, so that a million of them take a second. */
export class CohortBody {
  readonly #headings: string[];
  readonly #columns: string[];
  /** The places of the columns that are read. */
  readonly #used: number[];
  readonly #choices: Choices;
  readonly #isPersons: boolean;
  readonly #understood = new Map<string, Understood>();
  readonly #placed: PlacedRow[] = [];
  readonly #cells = new Map<string, PlacedRow>();
  readonly #unknown = new Map<string, UnknownValue>();
  readonly #findings: Finding[] = [];
  #more = 0;
  #lines = 0;

  constructor(headings: string[], choices: Choices) {
    this.#headings = headings;
    this.#choices = choices;
    this.#columns = headings.map((heading) => choices.columns[heading] ?? columnOf(heading));
    this.#used = this.#columns.flatMap((column, at) => (column === '' ? [] : [at]));
    const lacking = REQUIRED.filter((column) => !this.#columns.includes(column));
    const isLeftOut = headings.some((heading) => columnOf(heading) === 'persons' && choices.columns[heading] === '');
    this.#isPersons = lacking.length === 1 && lacking[0] === 'persons' && !isLeftOut;
  }

  uses(): { heading: string; column: string }[] {
    return this.#headings.map((heading, at) => {
      const column = this.#columns[at] ?? '';
      return { heading, column: COLUMNS.includes(column) ? column : '' };
    });
  }

  headingFindings(): Finding[] {
    const columns = this.#columns;
    const finding = (code: string, path: string, more: Partial<Finding> = {}): Finding => ({
      code,
      severity: 'error',
      path,
      ...more,
    });
    const found = this.#headings.map((heading) => shown(heading) ?? '…').join(', ');
    const lacking = REQUIRED.filter(
      (column) => !columns.includes(column) && !(this.#isPersons && column === 'persons'),
    );
    return [
      ...lacking.map((column) => finding('missing-column', column, { found, allowed: REQUIRED.join(', ') })),
      ...columns.flatMap((column, at) =>
        column === '' || COLUMNS.includes(column)
          ? []
          : [finding('unknown-column', shown(this.#headings[at] ?? '') ?? '…', { allowed: COLUMNS.join(', ') })],
      ),
      ...columns
        .filter((column, at) => column !== '' && columns.indexOf(column) !== at)
        .map((column) => finding('double-column', column)),
    ];
  }

  /** Reads a line that has the number `row` in the file. */
  read(cells: string[], row: number): void {
    if (!isFilled(cells)) return;
    this.#lines += 1;
    const extra = cells.length > this.#columns.length ? cells.length : 0;
    let key = String(extra);
    for (const at of this.#used) key += `\u001f${cells[at] ?? ''}`;
    let known = this.#understood.get(key);
    if (!known) {
      known = this.#understand(cells, extra);
      this.#understood.set(key, known);
    }
    for (const word of known.words) this.#count(word);
    for (const finding of known.findings) this.#say({ ...finding, row });
    if (known.row) this.#add(known.row, known.cell, row);
  }

  /** What must be known of the table as a whole, and the rows of it that are not to be read. */
  lookOver(lines: string[][], firstRow: number): Set<number> {
    if (this.#isPersons) return new Set();
    const columns = this.#columns.map((column) => (COLUMNS.includes(column) ? column : ''));
    const { findings, skipped } = tableFindings({ headings: this.#headings, columns, lines, firstRow });
    this.#findings.push(...findings);
    return skipped;
  }

  done(context: CohortContext): ReadCohort {
    const findings = this.#findings;
    if (this.#lines === 0) findings.push({ code: 'no-rows', severity: 'error', path: '' });
    if (this.#more > 0) {
      findings.push({ code: 'more-findings', severity: 'error', path: '', found: String(this.#more) });
    }
    if (!isWrong(findings)) findings.push(...this.#remarks(context));
    const isRead = !isWrong(findings);
    return {
      rows: isRead ? [...this.#cells.values()].map(withoutRow) : [],
      findings,
      questions: [],
      columns: this.uses(),
      allowed: COLUMNS,
      unknown: [...this.#unknown.values()],
      personRows: this.#isPersons && isRead ? this.#lines : null,
    };
  }

  #remarks(context: CohortContext): Finding[] {
    if (!this.#isPersons) return cohortFindings(this.#placed, context);
    const [found, allowed] = [String(this.#lines), String(this.#cells.size)];
    const added: Finding = { code: 'person-rows', severity: 'warning', path: '', found, allowed };
    return [added, ...cohortFindings([...this.#cells.values()], context)];
  }

  #understand(cells: string[], extra: number): Understood {
    if (extra > 0) {
      const [found, allowed] = [String(extra), String(this.#columns.length)];
      return wrong([{ code: 'extra-cells', severity: 'error', path: '', found, allowed }]);
    }
    const raw: Record<string, string> = {};
    for (const at of this.#used) raw[this.#columns[at] ?? ''] = (cells[at] ?? '').trim();
    if (this.#isPersons) raw['persons'] = '1';
    const empty = REQUIRED.filter((column) => raw[column] === '').map((column): Finding => ({
      code: 'empty-cell',
      severity: 'error',
      path: column,
      allowed: ALLOWED[column],
    }));
    if (empty.length > 0) return wrong(empty);
    const values = this.#valuesOf(raw);
    const words = Object.keys(OPTIONS)
      .filter((column) => !OPTIONS[column]?.includes(String(values[column])))
      .filter((column) => !isPersonal(raw[column] ?? ''))
      .map((column) => `${column}=${plainValue(raw[column] ?? '')}`);
    const parsed = CohortRowInput.safeParse(values);
    if (!parsed.success) return wrong(schemaFindings(parsed.error.issues, raw).map(unnamed), words);
    return { row: parsed.data, cell: JSON.stringify({ ...parsed.data, persons: 0 }), findings: [], words };
  }

  /** Cells as the schema wants them: numbers as numbers, words as identifiers, empty optional cells left out. */
  #valuesOf(raw: Record<string, string>): Record<string, unknown> {
    return Object.fromEntries(
      Object.entries(raw).flatMap(([column, cell]): [string, unknown][] => {
        if (cell === '') return [];
        if (column === 'household' || column === 'municipality') return [[column, cell]];
        if (!NUMBERS.includes(column)) {
          const chosen = this.#choices.values[`${column}=${plainValue(cell)}`];
          return [[column, chosen ?? valueOf(column, cell)]];
        }
        // An estimate has decimals, and 2.125 is no thousands.
        const number = column === 'estimate' ? Number(cell.replace(',', '.')) : parseNumber(cell);
        return [[column, Number.isNaN(number) ? cell : number]];
      }),
    );
  }

  #count(of: string): void {
    const [column = '', word = ''] = [of.slice(0, of.indexOf('=')), of.slice(of.indexOf('=') + 1)];
    const known = this.#unknown.get(of) ?? { column, word, rows: 0, options: OPTIONS[column] ?? [] };
    this.#unknown.set(of, { ...known, rows: known.rows + 1 });
  }

  #say(finding: Finding): void {
    if (this.#findings.length < MOST_FINDINGS) this.#findings.push(finding);
    else this.#more += 1;
  }

  /** Adds the persons of equal cells; a hidden count is not added to any other. */
  #add(counted: CohortRow, cell: string, row: number): void {
    if (this.#placed.length < MOST_LOOKED_OVER) this.#placed.push({ ...counted, row });
    const key = counted.persons === null ? `${cell}${row}` : cell;
    const known = this.#cells.get(key);
    if (known && known.persons !== null && counted.persons !== null) known.persons += counted.persons;
    else this.#cells.set(key, { ...counted, row });
  }
}
