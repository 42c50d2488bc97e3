import type { Outcome } from '$lib/protect/guard';
import type { Task } from './publishing-worker';

/** Protects rows in a worker of its own, so that the page answers meanwhile; here where there is none to be had. */
export async function protectAside(task: Task): Promise<Outcome> {
  const answer = typeof Worker === 'undefined' ? null : await askWorker(task);
  if (answer) return answer;
  const { protect } = await import('$lib/protect/guard');
  return protect(task.rows, task.to, task.before);
}

function askWorker(task: Task): Promise<Outcome | null> {
  const worker = new Worker(new URL('./publishing-worker.ts', import.meta.url), { type: 'module' });
  return new Promise((resolve) => {
    const end = (outcome: Outcome | null): void => {
      worker.terminate();
      resolve(outcome);
    };
    worker.addEventListener('message', ({ data }: MessageEvent<Outcome>) => end(data));
    worker.addEventListener('error', () => end(null));
    worker.postMessage(task);
  });
}
