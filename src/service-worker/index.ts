import { build, files, prerendered, version } from '$service-worker';

const worker = globalThis as unknown as ServiceWorkerGlobalScope;

/** The program of this version: pages, scripts, styles, font and icons. */
const SHELL = `bosett-${version}`;
/**
 * The database and what draws pictures, many times as large: kept only once a page has fetched them, under names that change
 * with them.
 */
const LARGE = 'bosett-large';

const isLarge = (path: string): boolean => /duckdb|\.wasm$|\.ttf$/.test(path);

const largeFiles = new Set(build.filter(isLarge));
const named = build.filter((path) => !isLarge(path));
const pages = new Set(prerendered);
/** What has the same name in every version. */
const unnamed = [...files, ...prerendered];
const inShell = new Set([...named, ...unnamed]);

worker.addEventListener('install', (event) => {
  event.waitUntil(
    caches.open(SHELL).then(async (cache) => {
      await cache.addAll(named);
      // Asked of the network, lest an old page be kept with new scripts.
      await cache.addAll(unnamed.map((path) => new Request(path, { cache: 'no-cache' })));
    }),
  );
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(cleanUp().then(() => worker.clients.claim()));
});

worker.addEventListener('message', (event) => {
  // A new version waits until somebody asks for it; nobody's work is reloaded.
  if (event.data === 'update') void worker.skipWaiting();
  if (event.data === 'keep') event.waitUntil(keepFetched());
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname, search } = new URL(request.url);
  if (request.method !== 'GET' || origin !== worker.location.origin) return;
  if (inShell.has(pathname)) event.respondWith(fromShell(request, pathname));
  else if (largeFiles.has(pathname)) event.respondWith(fromLarge(event));
  // What a page links to is relative to its address with a slash last; the browser brings the hash along.
  else if (request.mode === 'navigate' && pages.has(`${pathname}/`))
    event.respondWith(Response.redirect(`${pathname}/${search}`));
});

/** What this version holds; the network where the browser has thrown it away. */
async function fromShell(request: Request, path: string): Promise<Response> {
  const cache = await caches.open(SHELL);
  return (await cache.match(path, { ignoreVary: true })) ?? fetch(request);
}

/** A large file as it was fetched before; fetched and kept the first time. */
async function fromLarge(event: FetchEvent): Promise<Response> {
  const { request } = event;
  const cache = await caches.open(LARGE);
  const kept = await cache.match(request, { ignoreVary: true });
  if (kept) return kept;
  const response = await fetch(request);
  // Where there is no room to keep it, the page gets it all the same.
  if (response.status === 200) event.waitUntil(cache.put(request, response.clone()).catch(() => undefined));
  return response;
}

/** Keeps the large files that a page fetched before there was a worker: from the browser's own cache, never the network. */
async function keepFetched(): Promise<void> {
  const cache = await caches.open(LARGE);
  for (const path of largeFiles) {
    if (await cache.match(path, { ignoreVary: true })) continue;
    const request = new Request(path, { cache: 'only-if-cached', mode: 'same-origin' });
    const response = await fetch(request).catch(() => null);
    if (response?.status === 200) await cache.put(path, response).catch(() => undefined);
  }
}

/** Takes away other versions, and large files that this version does not use. */
async function cleanUp(): Promise<void> {
  for (const name of await caches.keys())
    if (name.startsWith('bosett-') && name !== SHELL && name !== LARGE) await caches.delete(name);
  const cache = await caches.open(LARGE);
  for (const request of await cache.keys())
    if (!largeFiles.has(new URL(request.url).pathname)) await cache.delete(request);
}
