import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type * as Blocking from '@duckdb/duckdb-wasm/blocking';
import { connect, type Database, type Driver } from '$lib/database/connection';

const require = createRequire(import.meta.url);
const path = require.resolve('@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs');

/** The same DuckDB as in the browser, in this process: every call blocks. */
export async function nodeDriver(): Promise<Driver> {
  const { createDuckDB, VoidLogger, NODE_RUNTIME } = require(path) as typeof Blocking;
  const bundle = (name: string) => ({ mainModule: join(dirname(path), `duckdb-${name}.wasm`), mainWorker: '' });
  const database = await createDuckDB({ mvp: bundle('mvp'), eh: bundle('eh') }, new VoidLogger(), NODE_RUNTIME);
  await database.instantiate(() => {});
  database.open({ query: { castBigIntToDouble: true, castDecimalToDouble: true } });
  const connection = database.connect();
  const query = (sql: string, values: (string | number)[]) => {
    if (values.length === 0) return rowsOf(connection.query(sql));
    const statement = connection.prepare(sql);
    try {
      return rowsOf(statement.query(...values));
    } finally {
      statement.close();
    }
  };
  // Blocking calls in promises: what they throw becomes a rejection.
  return {
    query: async (sql, values) => query(sql, values),
    register: async (name, text) => {
      database.dropFile(name);
      database.registerFileText(name, text);
    },
    close: async () => {
      connection.close();
      database.reset();
    },
  };
}

export async function openInNode(): Promise<Database> {
  return connect(await nodeDriver());
}

function rowsOf(table: { toArray: () => { toJSON: () => Record<string, unknown> }[] }): Record<string, unknown>[] {
  return table.toArray().map((row) => row.toJSON());
}
