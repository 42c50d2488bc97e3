import { connect, type Database } from './connection';
import { openWorker } from './worker';

/** The database of the page. Rejects where DuckDB cannot be had. */
export async function openInBrowser(): Promise<Database> {
  return connect(await openWorker());
}
