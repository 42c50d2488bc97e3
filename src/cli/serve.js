import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { Advice, buildFolder } from './prepare.js';

const DEFAULT_PORT = 4173;

/** The port asked for in the environment, else 4173. */
export function wantedPort() {
  const text = process.env['PORT'] || String(DEFAULT_PORT);
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new Advice(`PORT must be a whole number from 1 to 65535, not "${text}".`);
  return port;
}

/**
 * Fails with a sentence if something listens on the port already.
 * @param {number} port
 */
export async function requireFreePort(port) {
  const probe = createServer();
  await listen(probe, port);
  await new Promise((done) => probe.close(done));
}

/**
 * Serves `build/` on this machine only, or on the address in HOST; port 0 is any free one.
 * @param {number} port
 * @returns {Promise<{ port: number, address: string, close: () => Promise<void> }>}
 */
export async function serve(port) {
  const { default: sirv } = await import('sirv');
  // `dev` looks every file up anew, so that a build made meanwhile is served at once.
  const files = sirv(buildFolder, { dev: true, brotli: true, gzip: true, etag: true });
  const host = process.env['HOST'];

  /** @type {import('node:http').RequestListener} */
  const answer = (request, response) => {
    const [pathname = '/', search] = (request.url ?? '/').split('?', 2);
    setHeaders(response, pathname);
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405, 'Only GET is answered.');
    if (isPageWithoutSlash(pathname)) {
      const location = `${pathname.replace(/^\/+/, '/')}/${search === undefined ? '' : `?${search}`}`;
      response.writeHead(308, { Location: location }).end();
      return;
    }
    // sirv throws on a range that runs backwards; a whole file is a right answer to any range.
    delete request.headers.range;
    files(request, response, () => refuse(response, 404, 'There is no such page here.'));
  };

  const first = createServer(answer);
  const found = await listen(first, port, host ?? '127.0.0.1');
  const servers = [first];
  if (host === undefined) {
    const second = createServer(answer);
    // A machine without IPv6 is reached by the first.
    await listen(second, found, '::1').then(
      () => servers.push(second),
      () => undefined,
    );
  }
  return {
    port: found,
    address: `http://localhost:${found}`,
    close: async () => {
      for (const server of servers) {
        server.closeAllConnections();
        await new Promise((done) => server.close(done));
      }
    },
  };
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {string} pathname
 */
function setHeaders(response, pathname) {
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'no-referrer');
  const isImmutable = pathname.startsWith('/_app/immutable/');
  response.setHeader('Cache-Control', isImmutable ? 'public, max-age=31536000, immutable' : 'no-cache');
  // The policy in a page's meta element does not reach its workers, and cannot state frame-ancestors.
  if (pathname.endsWith('.js'))
    response.setHeader(
      'Content-Security-Policy',
      "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'",
    );
  else if (pathname.endsWith('/') || pathname.endsWith('.html'))
    response.setHeader('Content-Security-Policy', "frame-ancestors 'self'");
}

/** @param {string} pathname */
function isPageWithoutSlash(pathname) {
  return /^[\w/-]*[\w-]$/.test(pathname) && existsSync(join(buildFolder, pathname, 'index.html'));
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 * @param {string} sentence
 */
function refuse(response, status, sentence) {
  response.setHeader('Cache-Control', 'no-store');
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${sentence}\n`);
}

/**
 * @param {import('node:http').Server} server
 * @param {number} port
 * @param {string} [host]
 * @returns {Promise<number>}
 */
function listen(server, port, host) {
  return new Promise((done, fail) => {
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => fail(adviceOn(error, port)));
    server.listen(port, host, () => {
      const address = server.address();
      done(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

/**
 * @param {NodeJS.ErrnoException} error
 * @param {number} port
 */
function adviceOn(error, port) {
  if (error.code === 'EADDRINUSE')
    return new Advice(
      `Port ${port} is taken; choose another, for example: PORT=${port === 5000 ? 5001 : 5000} npm start`,
    );
  if (error.code === 'EACCES')
    return new Advice(`Port ${port} is not open to this user; choose another, for example: PORT=5000 npm start`);
  return error;
}
