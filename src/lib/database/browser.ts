import * as duckdb from '@duckdb/duckdb-wasm';
import wasm from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import { connect, type Database } from './connection';

/** DuckDB in a worker of this page, from this page's own origin. Rejects where the worker or the program it runs cannot be had. */
export async function openInBrowser(): Promise<Database> {
  const worker = new Worker(workerUrl);
  const database = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker);
  // A worker that cannot go on says so with an event and answers nothing.
  const broken = new Promise<never>((_, reject) => {
    worker.addEventListener('error', (event) => reject(new Error(event.message || 'DuckDB')), { once: true });
  });
  // The worker resolves a relative address against itself.
  await Promise.race([database.instantiate(new URL(wasm, location.href).href, null), broken]);
  await database.open({ query: { castBigIntToDouble: true, castDecimalToDouble: true } });
  const connection = await database.connect();
  return connect({
    query: async (sql, values) => {
      if (values.length === 0) return rowsOf(await connection.query(sql));
      const statement = await connection.prepare(sql);
      const rows = rowsOf(await statement.query(...values));
      await statement.close();
      return rows;
    },
    register: async (name, text) => {
      await database.dropFile(name);
      await database.registerFileText(name, text);
    },
    close: async () => {
      await connection.close();
      await database.terminate();
    },
  });
}

function rowsOf(table: { toArray: () => { toJSON: () => Record<string, unknown> }[] }): Record<string, unknown>[] {
  return table.toArray().map((row) => row.toJSON());
}
