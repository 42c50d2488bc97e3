import { realpathSync, writeFileSync } from 'node:fs';
import Papa from 'papaparse';
import { readCohort } from '$lib/ingest/cohort-file';
import type { CohortRow } from '$lib/model/cohort';
import { roundSmall } from '$lib/protect/round';
import { suppress } from '$lib/protect/suppress';
import type { Total } from '$lib/protect/totals';
import { cliText } from '$lib/text/cli';
import { UsageError, type Arguments } from './arguments';
import { pathOf, readText, refuse } from './files';
import { csv } from './table';

const COLUMNS = ['municipality', 'year', 'settlement_year', 'permit', 'category', 'age_band', 'persons', 'status'];

/** What was done, in counts of rows and totals; `deviation` is in persons. */
type Summary = Record<'hidden' | 'hidden_besides' | 'hidden_totals' | 'rounded' | 'deviation', number | null>;

/** `protect COHORT -o OUT`: writes a copy that can be published, and says what it cost. */
export function protectCommand({ operands, text, format, command, protection }: Arguments): number {
  const words = cliText[text.language];
  const [file, ...more] = operands;
  if (file === undefined || more.length > 0) throw new UsageError(words.oneFile(command ?? ''));
  const { out, threshold, method } = protection;
  if (out === undefined) throw new UsageError(words.missingOption('-o'));
  const read = readText(file);
  if ('finding' in read) refuse([read.finding], text, file);
  const { rows, findings } = readCohort(read.text);
  if (findings.length > 0) refuse(findings, text, file);
  if (realPath(out) === realPath(file)) throw new UsageError(words.ownInput(out));
  const broken = rows.find(({ persons }) => persons !== null && !Number.isInteger(persons));
  if (broken) throw new UsageError(words.notWhole(file, String(broken.persons)));
  const { rows: safe, totals, summary } = method === 'round' ? rounded(rows, threshold) : suppressed(rows, threshold);
  write(out, safe, words.notWritten(out));
  if (format === 'json') process.stdout.write(`${JSON.stringify({ method, threshold, ...summary, totals })}\n`);
  if (format === 'csv') process.stdout.write(csv([{ method, threshold, ...summary }]));
  if (format === 'table') {
    const said = Object.entries(summary).flatMap(([what, count]) =>
      count === null ? [] : [`${words.protection[what as keyof Summary]}: ${count}`],
    );
    process.stdout.write(`${words.protectedRows(out, safe.length)}\n${said.join('\n')}\n`);
  }
  return 0;
}

type Done = { rows: CohortRow[]; totals: Total[]; summary: Summary };

function suppressed(given: CohortRow[], threshold: number): Done {
  const { rows, totals, primary, complementary } = suppress(given, { threshold });
  const hidden_totals = totals.filter(({ persons }) => persons === null).length;
  return {
    rows,
    totals,
    summary: { hidden: primary, hidden_besides: complementary, hidden_totals, rounded: null, deviation: null },
  };
}

function rounded(given: CohortRow[], base: number): Done {
  const { rows, totals, rounded, deviation } = roundSmall(given, { base });
  return { rows, totals, summary: { hidden: null, hidden_besides: null, hidden_totals: null, rounded, deviation } };
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

/** The same for every name of a file, also by a link. */
function realPath(file: string): string {
  try {
    return realpathSync(pathOf(file));
  } catch {
    return pathOf(file);
  }
}
