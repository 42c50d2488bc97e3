import * as duckdb from '@duckdb/duckdb-wasm';
import wasm from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import type { AskDriver } from './ask';
import { Asker } from './asker';

/** Asks a DuckDB in a worker of its own, so that what a question does to it does nothing to the page. */
export function askerInBrowser(): Asker {
  return new Asker(openWorker);
}

/** Rejects where the worker or its program cannot be had. Closing it asks it nothing: it may be busy, or broken. */
async function openWorker(): Promise<AskDriver> {
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
      register: (name, text) => unlessBroken(database.registerFileText(name, text)),
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
