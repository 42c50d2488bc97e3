import type { FileMeans, ReadFile } from '$lib/ingest/read-file';
import type { Progress } from '$lib/ingest/tables';
import type { ReadingReply, ReadingRequest } from './reading-worker';

/** Reads a file of tables; it ends early, with nothing read, when the signal says so. */
export type Reader = (
  file: File,
  means: FileMeans,
  onProgress: Progress,
  signal: AbortSignal,
) => Promise<ReadFile | null>;

/** Seconds without any sign of progress after which reading is given up: a damaged file can hold a library for ever. */
const PATIENCE = 30;

/** Reads a file in a worker of its own, which ends with it: the page stays free, and what hangs can be stopped. */
export const readInWorker: Reader = (file, means, onProgress, signal) =>
  new Promise((resolve) => {
    const worker = new Worker(new URL('./reading-worker.ts', import.meta.url), { type: 'module' });
    let patience: ReturnType<typeof setTimeout> | undefined;
    const end = (read: ReadFile | null): void => {
      clearTimeout(patience);
      worker.terminate();
      resolve(read);
    };
    const stopped = (): void => {
      end({
        kind: 'none',
        findings: [{ code: 'reading-stopped', severity: 'error', path: '', found: String(PATIENCE) }],
      });
    };
    const wait = (): void => {
      clearTimeout(patience);
      patience = setTimeout(stopped, PATIENCE * 1000);
    };
    signal.addEventListener('abort', () => {
      end(null);
    });
    worker.addEventListener('error', () => {
      end({ kind: 'none', findings: [{ code: 'reading-failed', severity: 'error', path: '' }] });
    });
    worker.addEventListener('message', ({ data }: MessageEvent<ReadingReply>) => {
      if ('read' in data) end(data.read);
      else {
        onProgress(data.share);
        wait();
      }
    });
    wait();
    const request: ReadingRequest = { file, means };
    worker.postMessage(request);
  });
