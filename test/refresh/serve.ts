import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { refresh, SOURCES, type Request } from '../../src/cli/refresh/refresh';
import { root } from '../../src/cli/prepare.js';

/** What is answered at a path: a text, a value as JSON, a status, or nothing at all. */
export type Answers = Record<string, string | object | number | 'hang'>;

const servers: Server[] = [];
const folders: string[] = [];
/** The agents of the requests that came in. */
export const agents: (string | undefined)[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** Serves the answers from this machine and gives the origin. */
export async function serve(answers: Answers): Promise<string> {
  const server = createServer((request, response) => {
    agents.push(request.headers['user-agent']);
    const answer = answers[(request.url ?? '').split('?')[0] ?? ''] ?? 404;
    if (answer === 'hang') return;
    response.statusCode = typeof answer === 'number' ? answer : 200;
    response.end(typeof answer === 'object' ? JSON.stringify(answer) : typeof answer === 'string' ? answer : '');
  });
  servers.push(server);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** An origin at which nothing listens. */
export async function closedOrigin(): Promise<string> {
  const base = await serve({});
  const server = servers.pop();
  await new Promise((closed) => server?.close(closed));
  return base;
}

/** The files that a refresh may write to. */
export const FILES = [
  'population.csv',
  'municipalities.csv',
  'parameters/basic_amount.json',
  'settlement/settlement.csv',
];

/** A copy of the data folder's part that a test may write to. */
export function copyOfData(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bosett-refresh-'));
  folders.push(folder);
  for (const file of ['sources.json', ...FILES]) cpSync(join(root, 'data', file), join(folder, file));
  return folder;
}

/** Refreshes a copy of the data on 21 November 2026 and gives the exit code and what was said. */
export async function run(
  base: string,
  more: Partial<Request> & { folder: string },
): Promise<{ code: number; said: string[] }> {
  const said: string[] = [];
  const code = await refresh({
    base,
    only: SOURCES,
    dryRun: false,
    today: '2026-11-21',
    timeout: 5_000,
    version: '0.0.0',
    say: (line) => said.push(line),
    ...more,
  });
  return { code, said };
}
