import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { build } from 'vite';
import type { ReadFile } from '$lib/ingest/read-file';

const THREAD = `import { parentPort } from 'node:worker_threads';
import { readFile } from './read-file.js';
const means = { choices: null, known: {}, context: { settlement: [] } };
await readFile('warm.arrow', new TextEncoder().encode('ARROW1'), means);
parentPort.postMessage('ready');
parentPort.on('message', ({ name, bytes }) =>
  readFile(name, bytes, means).then(
    (read) => parentPort.postMessage({ read }),
    (error) => parentPort.postMessage({ error: String(error) }),
  ),
);
`;

/** Reads files in a thread of its own as the page does in a worker, so that a library that never ends can be stopped. */
export class ReadingThread {
  readonly #path: string;
  #worker: Worker | null = null;

  private constructor(path: string) {
    this.#path = path;
  }

  static async start(): Promise<ReadingThread> {
    const folder = mkdtempSync(join(resolve('node_modules'), '.reading-'));
    await build({
      configFile: false,
      logLevel: 'silent',
      resolve: { alias: { $lib: resolve('src/lib') } },
      build: { ssr: 'src/lib/ingest/read-file.ts', outDir: folder },
    });
    writeFileSync(join(folder, 'thread.js'), THREAD);
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
    return new ReadingThread(join(folder, 'thread.js'));
  }

  /** What a file gives, what was thrown, or `stopped` after milliseconds without an answer. */
  async read(
    name: string,
    bytes: Uint8Array,
    patience: number,
  ): Promise<{ read: ReadFile } | { error: string } | 'stopped'> {
    const worker = (this.#worker ??= await this.#begin());
    return new Promise((resolve) => {
      const stopping = setTimeout(() => {
        this.#worker = null;
        void worker.terminate();
        resolve('stopped');
      }, patience);
      worker.once('message', (answer: { read: ReadFile } | { error: string }) => {
        clearTimeout(stopping);
        resolve(answer);
      });
      worker.postMessage({ name, bytes });
    });
  }

  async #begin(): Promise<Worker> {
    const worker = new Worker(pathToFileURL(this.#path));
    await once(worker, 'message');
    return worker;
  }

  async end(): Promise<void> {
    await this.#worker?.terminate();
  }
}
