import { readFile, type FileMeans, type ReadFile } from '$lib/ingest/read-file';
import type { ReadSweep } from '$lib/ingest/sweep-file';
import type { Finding } from '$lib/model/settings';

/** What the page asks of the worker: the files themselves are read here, so that the page never holds them. */
export type ReadingRequest = { file: File; means: FileMeans } | { sweep: readonly File[] };
/** What the worker says: how far it is, and at last what it read. */
export type ReadingReply = { share: number } | { read: ReadFile } | { swept: ReadSweep };

const say = (reply: ReadingReply): void => postMessage(reply);
const onProgress = (share: number): void => say({ share });

addEventListener('message', ({ data }: MessageEvent<ReadingRequest>) => {
  answer(data).catch(() => {
    const findings: Finding[] = [{ code: 'reading-failed', severity: 'error', path: '' }];
    say('sweep' in data ? { swept: { sweep: null, findings } } : { read: { kind: 'none', findings } });
  });
});

async function answer(request: ReadingRequest): Promise<void> {
  if ('sweep' in request) {
    const { readSweep } = await import('$lib/ingest/sweep-file');
    say({ swept: await readSweep(request.sweep, onProgress) });
    return;
  }
  const bytes = new Uint8Array(await request.file.arrayBuffer());
  onProgress(0);
  say({ read: await readFile(request.file.name, bytes, request.means, onProgress) });
}
