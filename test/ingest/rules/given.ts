import { readDocument } from '$lib/ingest/document-file';
import { cohortFindings, tableFindings } from '$lib/ingest/rules/cohort-rules';
import type { CohortContext, PlacedRow } from '$lib/ingest/rules/cohort';
import { differencesBetween } from '$lib/ingest/rules/document-rules';
import type { Count } from '$lib/model/backtest-history';
import type { Finding } from '$lib/model/settings';

/** The columns of a file of figures. */
export const HEAD = 'municipality,year,table,measure,group,value,unit,bound,definition,mark,source,place';

/** A file of rows `year,table,measure,group,value,unit,bound,definition,mark` of one municipality and document. */
export function file(...rows: string[]): string {
  return [HEAD, ...rows.map((row) => `3420,${row},test-2020,1`)].join('\n');
}

/** What is found in a document of such rows. */
export function inDocument(...rows: string[]): Finding[] {
  return readDocument(file(...rows)).findings;
}

/** What is found between documents of such rows, which are named one, two and so on. */
export function between(...documents: string[][]): Finding[] {
  const names = ['one', 'two', 'three'];
  const read = documents.map(
    (rows, at) => readDocument(file(...rows).replaceAll('test-2020', names[at] ?? '')).figures,
  );
  return differencesBetween(read).flat();
}

/** A row of a cohort; rows of a list are numbered from 2, as under a heading. */
export function cohort(...given: Partial<PlacedRow>[]): PlacedRow[] {
  return given.map((row, at) => ({
    settlement_year: 2023,
    permit: 'ordinary',
    category: 'adult',
    age_band: '25-55',
    persons: 3,
    row: at + 2,
    ...row,
  }));
}

/** What is found in such rows. */
export function inCohort(rows: PlacedRow[], context: Partial<CohortContext> = {}): Finding[] {
  return cohortFindings(rows, { settlement: [], ...context });
}

/** A published count of settled persons in Alvdal. */
export function settled(year: number, persons: number | null, more: Partial<Count> = {}): Count {
  return { municipality: '3428', year, series: 'settled', persons, mark: '', until: '', ...more };
}

/** What is found in a table of the year of settlement, the category and the count, and the rows it leaves out. */
export function inTable(...lines: string[]): { findings: Finding[]; skipped: number[] } {
  return inColumns(['settlement_year', 'category', 'persons'], ...lines);
}

/** The same for other columns; `andel` is read as none. */
export function inColumns(headings: string[], ...lines: string[]): { findings: Finding[]; skipped: number[] } {
  const { findings, skipped } = tableFindings({
    headings,
    columns: headings.map((heading) => (heading === 'andel' ? '' : heading)),
    lines: lines.map((line) => line.split(';')),
    firstRow: 2,
  });
  return { findings, skipped: [...skipped] };
}
