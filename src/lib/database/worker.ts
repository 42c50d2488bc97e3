import * as duckdb from '@duckdb/duckdb-wasm';
import wasm from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import type { AskDriver } from './ask';

/**
 * DuckDB in a worker of its own, from this page's own origin. Rejects where the worker or the program it runs cannot be had, or
 * breaks later. Closing it asks it nothing: it may be busy, or broken.
 */
export async function openWorker(): Promise<AskDriver> {
  const worker = new Worker(workerUrl);
  const database = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker);
  // A worker that cannot go on says so with an event and answers nothing.
  const broken = new Promise<never>((_, reject) => {
    worker.addEventListener('error', (event) => reject(new Error(event.message || 'DuckDB')), { once: true });
  });
  broken.catch(() => undefined);
  const unlessBroken = <Result>(work: Promise<Result>): Promise<Result> => Promise.race([work, broken]);
  try {
    // The worker resolves a relative address against itself.
    await unlessBroken(database.instantiate(new URL(wasm, location.href).href, null));
    await unlessBroken(database.open({ query: { castBigIntToDouble: true, castDecimalToDouble: true } }));
    const connection = await unlessBroken(database.connect());
    return {
      query: (sql, values) => unlessBroken(rowsOf(connection, sql, values)),
      register: (name, text) => unlessBroken(database.dropFile(name).then(() => database.registerFileText(name, text))),
      check: (sql) => unlessBroken(connection.prepare(sql).then((statement) => statement.close())),
      close: () => database.terminate(),
    };
  } catch (error) {
    worker.terminate();
    throw error;
  }
}

async function rowsOf(
  connection: duckdb.AsyncDuckDBConnection,
  sql: string,
  values: (string | number)[],
): Promise<Record<string, unknown>[]> {
  if (values.length === 0) return plain(await connection.query(sql));
  const statement = await connection.prepare(sql);
  try {
    return plain(await statement.query(...values));
  } finally {
    await statement.close();
  }
}

function plain(table: { toArray: () => { toJSON: () => Record<string, unknown> }[] }): Record<string, unknown>[] {
  return table.toArray().map((row) => row.toJSON());
}
