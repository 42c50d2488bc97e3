import type { CohortRow } from '$lib/model/cohort';
import type { Database } from './connection';
import opening from './views/opening.sql?raw';

/** Reads a cohort file (delimited text with the columns' own names) and gives the rows that count at the end of `year`. */
export async function openingRows(database: Database, csv: string, year: number): Promise<CohortRow[]> {
  await database.fill('cohort', csv);
  const rows = await database.query<CohortRow & { status: CohortRow['status'] | null }>(opening, year);
  return rows.map(({ status, ...row }) => ({ ...row, status: status ?? undefined }));
}
