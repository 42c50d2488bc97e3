import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';
import { piecesOf, type Shard, type SweepRow } from '$lib/model/sweep';

/** What a thread of a sweep does: every so manieth piece, from the one of its own number on. */
type Task = { thread: number; threads: number; pieces: number };

/** Fewer futures or forecasts than these are worked out in one thread: another would cost more than it gives. */
const WORTH_A_THREAD = 4_000;
/** Pieces a thread works out at least, so that none waits long for another. */
const PIECES_EACH = 8;

/** What this thread was asked to do; `null` where it is the first. */
export function sweepTask(): Task | null {
  return isMainThread ? null : ((workerData as { sweep?: Task } | null)?.sweep ?? null);
}

/**
 * The rows of a shard in order, piece by piece, worked out by all cores: `points` of the grid of `runs` forecasts each. Other
 * threads run the same command line and send the pieces that are theirs.
 */
export async function* inThreads(
  points: number,
  runs: number,
  shard: Shard,
  rowsOf: (piece: Shard) => SweepRow[],
): AsyncGenerator<SweepRow[]> {
  const task = sweepTask();
  const threads = points * runs < WORTH_A_THREAD ? 1 : Math.min(availableParallelism(), points);
  const pieces =
    task?.pieces ?? Math.min(points, Math.max(1, threads * PIECES_EACH, Math.ceil((points * runs) / 10_000)));
  const all = piecesOf(shard, pieces);
  if (task) {
    for (let at = task.thread; at < all.length; at += task.threads) parentPort?.postMessage(rowsOf(all[at] as Shard));
    return;
  }
  if (threads === 1) {
    for (const piece of all) yield rowsOf(piece);
    return;
  }
  const hired = Array.from({ length: threads }, (_, thread) => hire({ thread, threads, pieces }));
  try {
    for (let at = 0; at < all.length; at += 1) yield await (hired[at % threads]?.next() ?? []);
  } finally {
    for (const each of hired) await each.end();
  }
}

/** A thread whose pieces are asked for one after another. */
function hire(task: Task): { next: () => Promise<SweepRow[]>; end: () => Promise<unknown> } {
  const worker = new Worker(fileURLToPath(import.meta.url), {
    argv: process.argv.slice(2),
    workerData: { sweep: task },
  });
  const made: SweepRow[][] = [];
  let failed: Error | null = null;
  let wake = (): void => {};
  worker.on('message', (rows: SweepRow[]) => {
    made.push(rows);
    wake();
  });
  worker.on('error', (error) => {
    failed = error;
    wake();
  });
  worker.on('exit', (code) => {
    if (code !== 0) failed ??= new Error(`sweep thread: ${code}`);
    wake();
  });
  return {
    next: async () => {
      for (;;) {
        const [rows] = made.splice(0, 1);
        if (rows) return rows;
        if (failed) throw failed;
        await new Promise<void>((resume) => {
          wake = resume;
        });
      }
    },
    end: () => worker.terminate(),
  };
}
