import type { CohortRow } from '$lib/model/cohort';
import type { Database } from './connection';
import opening from './views/opening.sql?raw';

/** Reads a cohort file (delimited text with the columns' own names) and gives the rows that count at the end of `year`. */
export async function openingRows(database: Database, csv: string, year: number): Promise<CohortRow[]> {
  await database.fill('cohort', csv);
  type Row = Omit<CohortRow, 'status' | 'estimate'> & Record<'status' | 'estimate', unknown>;
  const rows = await database.query<Row>(opening, year);
  return rows.map(({ status, estimate, ...row }) => ({
    ...row,
    ...(status !== null && { status: status as CohortRow['status'] }),
    ...(estimate !== null && { estimate: estimate as number }),
  }));
}
