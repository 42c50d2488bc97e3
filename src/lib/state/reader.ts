import type { FileMeans, ReadFile } from '$lib/ingest/read-file';
import type { ReadSweep } from '$lib/ingest/sweep-file';
import type { Progress } from '$lib/ingest/tables';
import type { Finding } from '$lib/model/settings';
import type { ReadingReply, ReadingRequest } from './reading-worker';

/** Reads a file of tables; it ends early, with nothing read, when the signal says so. */
export type Reader = (
  file: File,
  means: FileMeans,
  onProgress: Progress,
  signal: AbortSignal,
) => Promise<ReadFile | null>;

/** Reads the files of a sweep together; it ends early, with nothing read, when the signal says so. */
export type SweepReader = (
  files: readonly File[],
  onProgress: Progress,
  signal: AbortSignal,
) => Promise<ReadSweep | null>;

/** Seconds without any sign of progress after which reading is given up: a damaged file can hold a library for ever. */
const PATIENCE = 30;

/** Reads a file in a worker of its own, which ends with it: the page stays free, and what hangs can be stopped. */
export const readInWorker: Reader = async (file, means, onProgress, signal) => {
  const reply = await askWorker({ file, means }, onProgress, signal);
  if (reply && 'finding' in reply) return { kind: 'none', findings: [reply.finding] };
  return reply && 'read' in reply ? reply.read : null;
};

/** The same for the files of a sweep. */
export const readSweepInWorker: SweepReader = async (files, onProgress, signal) => {
  const reply = await askWorker({ sweep: files }, onProgress, signal);
  if (reply && 'finding' in reply) return { sweep: null, findings: [reply.finding] };
  return reply && 'swept' in reply ? reply.swept : null;
};

/** What the worker answered at last, or why it did not; `null` where the signal ended it. */
function askWorker(
  request: ReadingRequest,
  onProgress: Progress,
  signal: AbortSignal,
): Promise<Exclude<ReadingReply, { share: number }> | { finding: Finding } | null> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./reading-worker.ts', import.meta.url), { type: 'module' });
    let patience: ReturnType<typeof setTimeout> | undefined;
    const end = (reply: Parameters<typeof resolve>[0]): void => {
      clearTimeout(patience);
      worker.terminate();
      resolve(reply);
    };
    const stopped = (): void => {
      end({ finding: { code: 'reading-stopped', severity: 'error', path: '', found: String(PATIENCE) } });
    };
    const wait = (): void => {
      clearTimeout(patience);
      patience = setTimeout(stopped, PATIENCE * 1000);
    };
    signal.addEventListener('abort', () => {
      end(null);
    });
    worker.addEventListener('error', () => {
      end({ finding: { code: 'reading-failed', severity: 'error', path: '' } });
    });
    worker.addEventListener('message', ({ data }: MessageEvent<ReadingReply>) => {
      if (!('share' in data)) end(data);
      else {
        onProgress(data.share);
        wait();
      }
    });
    wait();
    worker.postMessage(request);
  });
}
