import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parentPort } from 'node:worker_threads';

const require = createRequire(import.meta.url);
const path = require.resolve('@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs');
const { createDuckDB, VoidLogger, NODE_RUNTIME } = require(path);

/** @param {string} name */
const bundle = (name) => ({ mainModule: join(dirname(path), `duckdb-${name}.wasm`), mainWorker: '' });
const database = await createDuckDB({ mvp: bundle('mvp'), eh: bundle('eh') }, new VoidLogger(), NODE_RUNTIME);
await database.instantiate(() => {});
database.open({ query: { castBigIntToDouble: true, castDecimalToDouble: true } });
const connection = database.connect();

/** @param {{ toArray: () => { toJSON: () => unknown }[] }} table */
const rowsOf = (table) => table.toArray().map((row) => row.toJSON());

/** @type {Record<string, (...given: any[]) => unknown>} */
const work = {
  query: (sql, values) => {
    if (values.length === 0) return rowsOf(connection.query(sql));
    const statement = connection.prepare(sql);
    try {
      return rowsOf(statement.query(...values));
    } finally {
      statement.close();
    }
  },
  register: (name, text) => database.registerFileText(name, text),
  check: (sql) => connection.prepare(sql).close(),
};

parentPort?.on('message', ({ id, what, given }) => {
  try {
    parentPort?.postMessage({ id, done: work[what]?.(...given) });
  } catch (error) {
    parentPort?.postMessage({ id, wrong: error instanceof Error ? error.message : String(error) });
  }
});
parentPort?.postMessage({ id: 0 });
