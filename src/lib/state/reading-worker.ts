import { readFile, type FileMeans, type ReadFile } from '$lib/ingest/read-file';

/** What the page asks of the worker: the file itself is read here, so that the page never holds it. */
export type ReadingRequest = { file: File; means: FileMeans };
/** What the worker says: how far it is, and at last what it read. */
export type ReadingReply = { share: number } | { read: ReadFile };

const say = (reply: ReadingReply): void => postMessage(reply);

addEventListener('message', ({ data }: MessageEvent<ReadingRequest>) => {
  answer(data).catch(() => {
    say({ read: { kind: 'none', findings: [{ code: 'reading-failed', severity: 'error', path: '' }] } });
  });
});

async function answer({ file, means }: ReadingRequest): Promise<void> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  say({ share: 0 });
  const read = await readFile(file.name, bytes, means, (share) => {
    say({ share });
  });
  say({ read });
}
