import { writeFileSync } from 'node:fs';
import Papa from 'papaparse';
import { readCohort } from '$lib/ingest/cohort-file';
import type { CohortRow } from '$lib/model/cohort';
import { together } from '$lib/protect/guard';
import { METHODS, publish, type Cost, type Published } from '$lib/protect/publish';
import { cliText } from '$lib/text/cli';
import { UsageError, type Arguments } from './arguments';
import { pathOf, readText, realPath, refuse } from './files';
import { csv } from './table';

const COLUMNS = [
  'municipality',
  'year',
  'settlement_year',
  'permit',
  'category',
  'age_band',
  'persons',
  'estimate',
  'status',
];

/** What was done, in counts of rows and totals; `deviation` is in persons. */
type Summary = Record<keyof Cost, number | null>;

/**
 * `protect COHORT -o OUT`: writes a copy that can be published, and says what it cost. With `--beside` what the command
 * said in JSON of copies published before, nothing is written where they together reveal a number.
 */
export function protectCommand({ operands, text, format, command, protection }: Arguments): number {
  const words = cliText[text.language];
  const [file, ...more] = operands;
  if (file === undefined || more.length > 0) throw new UsageError(words.oneFile(command ?? ''));
  const { out, threshold, method, beside } = protection;
  if (out === undefined) throw new UsageError(words.missingOption('-o'));
  const read = readText(file);
  if ('finding' in read) refuse([read.finding], text, file);
  const { rows, findings } = readCohort(read.text);
  if (findings.some(({ severity }) => severity === 'error')) refuse(findings, text, file);
  if (realPath(out) === realPath(file)) throw new UsageError(words.ownInput(out));
  const broken = rows.find(({ persons }) => persons !== null && !Number.isInteger(persons));
  if (broken) throw new UsageError(words.notWhole(file, String(broken.persons)));
  const published = publish(rows, { method, threshold });
  const before = beside.map((other) => publishedIn(other, words.notPublished(other)));
  const { reveals, disagrees } = together(published, before);
  if (reveals > 0) throw new UsageError(words.revealsBeside(reveals));
  if (disagrees) process.stderr.write(`${words.disagreesBeside}\n`);
  const { rows: safe, totals } = published;
  const summary = summaryOf(published);
  write(out, safe, words.notWritten(out));
  if (format === 'json')
    process.stdout.write(`${JSON.stringify({ method, threshold, ...summary, rows: safe, totals })}\n`);
  if (format === 'csv') process.stdout.write(csv([{ method, threshold, ...summary }]));
  if (format === 'table') {
    const said = Object.entries(summary).flatMap(([what, count]) =>
      count === null ? [] : [`${words.protection[what as keyof Cost]}: ${count}`],
    );
    process.stdout.write(`${words.protectedRows(out, safe.length)}\n${said.join('\n')}\n`);
  }
  return 0;
}

/** What was published, as this command said it in JSON. */
function publishedIn(file: string, failure: string): Omit<Published, 'cost'> {
  const read = readText(file);
  try {
    const said = 'text' in read ? (JSON.parse(read.text) as Partial<Published> | null) : null;
    const { method, threshold, rows, totals } = said ?? {};
    const known = METHODS.find((each) => each === method);
    if (known && Number.isInteger(threshold) && threshold && Array.isArray(rows) && Array.isArray(totals))
      return { method: known, threshold, rows, totals };
  } catch {
    // Not JSON: said below.
  }
  throw new UsageError(failure);
}

/** What is of interest of what the method did; the rest is `null`. */
function summaryOf({ method, cost }: Published): Summary {
  return method === 'suppress'
    ? { ...cost, rounded: null, deviation: null }
    : { ...cost, hidden: null, hidden_besides: null, hidden_totals: null };
}

/** The rows as a cohort file, with the optional columns that some row fills. */
function write(out: string, rows: CohortRow[], failure: string): void {
  const columns = COLUMNS.filter((column) => rows.some((row) => row[column as keyof CohortRow] !== undefined));
  const cells = rows.map((row) => ({ ...row, persons: row.persons ?? ':' }));
  try {
    writeFileSync(pathOf(out), `${Papa.unparse(cells, { columns, newline: '\n' })}\n`);
  } catch {
    throw new UsageError(failure);
  }
}
