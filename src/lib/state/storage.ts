/**
 * What is kept on the device beside choices: projects that somebody asked to keep, and the program (`caches`).
 *
 * Projects are kept in IndexedDB alone. Every browser the page supports has it, on the page itself and in private windows
 * that allow storage at all, and a write is whole or not there. The private file system has none of the three: Safari 17.5
 * can write to it only from a worker, Firefox refuses it in private windows, and a tab closed while it writes leaves half a
 * file. What it does better, large files that change in place, a project is not.
 */

/** Whether a project holds people of an own file, and whether all of their numbers. */
export type People = 'own' | 'published' | 'none';

/** What the list shows of a kept project. `saved` as ISO time, `size` in bytes. */
export type Kept = { name: string; municipality: string; saved: string; size: number; people: People };
/** A kept project with its text, as of a project file. */
export type KeptProject = Kept & { text: string };

/** Why nothing is kept: no room left, or the browser refuses (a private window, storage switched off). */
export type Refusal = 'full' | 'refused';

/** The database, and how the caches begin; others may share the origin. */
const NAME = 'bosett';
const STORE = 'projects';

/** The kept projects, the last saved first. Asking leaves nothing on the device. */
export async function keptProjects(): Promise<Kept[] | Refusal> {
  const all = await inStore<KeptProject[]>('readonly', (store) => store.getAll());
  if (typeof all === 'string') return all;
  return (all ?? [])
    .map(({ name, municipality, saved, size, people }) => ({ name, municipality, saved, size, people }))
    .sort((a, b) => (a.saved < b.saved ? 1 : -1));
}

/** A kept project; `null` where there is none of that name. */
export async function keptProject(name: string): Promise<KeptProject | Refusal | null> {
  return (await inStore<KeptProject | undefined>('readonly', (store) => store.get(name))) ?? null;
}

/** Keeps a project under its name, in place of one of the same name. The browser is asked not to clear it unasked. */
export async function keepProject(project: KeptProject): Promise<Refusal | null> {
  const done = await inStore('readwrite', (store) => store.put(project));
  if (done === 'full' || done === 'refused') return done;
  // Whether the browser says yes changes nothing that can be done here.
  await navigator.storage?.persist?.().catch(() => false);
  return null;
}

/** Takes a project away; with the last one the database goes too. */
export async function dropProject(name: string): Promise<Refusal | null> {
  const left = await inStore<number>('readwrite', (store) => {
    store.delete(name);
    return store.count();
  });
  if (typeof left === 'string') return left;
  if (left === 0) await deleteDatabase();
  return null;
}

/** Takes the projects and the program from the device, each as far as the browser lets it. */
export async function wipeDevice(): Promise<Refusal | null> {
  const wiped = await Promise.allSettled([deleteDatabase(), wipeProgram()]);
  return wiped.every(({ status }) => status === 'fulfilled') ? null : 'refused';
}

async function wipeProgram(): Promise<void> {
  const registration = 'serviceWorker' in navigator ? await navigator.serviceWorker.getRegistration() : undefined;
  await registration?.unregister();
  if (!('caches' in window)) return;
  for (const name of await caches.keys()) if (name.startsWith(`${NAME}-`)) await caches.delete(name);
}

/** Does one thing in the store, which is made only when something is put in it; `undefined` where there is none to read. */
async function inStore<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest,
): Promise<T | undefined | Refusal> {
  try {
    const database = await openDatabase(mode === 'readwrite');
    if (!database) return undefined;
    try {
      return await resultOf<T>(database.transaction(STORE, mode), work);
    } finally {
      database.close();
    }
  } catch (error) {
    return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'refused';
  }
}

/** The result once the transaction is on the disk; until then nothing is kept. */
function resultOf<T>(transaction: IDBTransaction, work: (store: IDBObjectStore) => IDBRequest): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = work(transaction.objectStore(STORE));
    transaction.oncomplete = () => resolve(request.result as T);
    transaction.onabort = () => reject(transaction.error ?? request.error ?? new Error('aborted'));
  });
}

function openDatabase(isMade: boolean): Promise<IDBDatabase | null> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    let isMissing = false;
    request.onupgradeneeded = () => {
      isMissing = !isMade;
      if (isMade) request.result.createObjectStore(STORE, { keyPath: 'name' });
      else request.transaction?.abort();
    };
    request.onsuccess = () => {
      // Another tab that wipes the device is not held up by this one.
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = (event) => {
      // An error that is handled is none for the console.
      event.preventDefault();
      if (isMissing) resolve(null);
      else reject(request.error ?? new Error('not opened'));
    };
  });
}

function deleteDatabase(): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(NAME);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error ?? new Error('not deleted'));
  });
}
