import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { AskDriver } from '$lib/database/ask';

type Said = { id: number; done?: unknown; wrong?: string };

/** The same DuckDB as in the browser, in a thread of its own that can be ended while it works, as a worker of a page can. */
export async function threadDriver(): Promise<AskDriver> {
  const thread = new Worker(new URL('./duckdb-thread.js', import.meta.url));
  const waiting = new Map<number, { resolve: (done: unknown) => void; reject: (error: Error) => void }>();
  await once(thread, 'message');
  thread.on('message', ({ id, done, wrong }: Said) => {
    if (wrong === undefined) waiting.get(id)?.resolve(done);
    else waiting.get(id)?.reject(new Error(wrong));
    waiting.delete(id);
  });
  thread.on('error', (error) => waiting.forEach(({ reject }) => reject(error as Error)));
  let last = 0;
  const call = <Done>(what: string, ...given: unknown[]): Promise<Done> =>
    new Promise<unknown>((resolve, reject) => {
      waiting.set((last += 1), { resolve, reject });
      thread.postMessage({ id: last, what, given });
    }) as Promise<Done>;
  return {
    query: (sql, values) => call('query', sql, values),
    register: (name, text) => call('register', name, text),
    check: (sql) => call('check', sql),
    close: async () => {
      await thread.terminate();
    },
  };
}
