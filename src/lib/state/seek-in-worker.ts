import type { FoundChance } from '$lib/model/seek-chance';
import type { SeekReply, SeekRequest } from './seek-worker';

/** Seeks in a worker of its own, which ends with it; `null` where the signal ends it first. Throws where it cannot. */
export function seekInWorker(
  request: SeekRequest,
  onTried: (value: number) => void,
  signal: AbortSignal,
): Promise<FoundChance | null> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./seek-worker.ts', import.meta.url), { type: 'module' });
    const end = (finish: () => void): void => {
      worker.terminate();
      finish();
    };
    signal.addEventListener('abort', () => {
      end(() => {
        resolve(null);
      });
    });
    worker.addEventListener('error', ({ message }) => {
      end(() => {
        reject(new Error(message));
      });
    });
    worker.addEventListener('message', ({ data }: MessageEvent<SeekReply>) => {
      if ('tried' in data) onTried(data.tried);
      else if ('failed' in data)
        end(() => {
          reject(new Error(data.failed));
        });
      else
        end(() => {
          resolve(data.found);
        });
    });
    worker.postMessage(request);
  });
}
