import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Advice, ensureInstalled, root } from '../prepare.js';

const usage = `npm run data:refresh -- [--only klass,ssb,nav,imdi] [--dry-run] [--base URL] [--data FOLDER]

Reads published figures from their sources into the data folder and lists every change.
  --only     these sources alone
  --dry-run  list the changes and write nothing
  --base     ask this origin instead of the sources' own, for tests
  --data     another data folder, for tests`;

/** @param {string[]} given */
function optionsOf(given) {
  try {
    const string = { type: /** @type {const} */ ('string') };
    const flag = { type: /** @type {const} */ ('boolean') };
    return parseArgs({ args: given, options: { only: string, base: string, data: string, 'dry-run': flag } }).values;
  } catch {
    throw new Advice(usage);
  }
}

/** @param {string[]} given */
async function main(given) {
  const options = optionsOf(given);
  await ensureInstalled();
  const { runnerImport } = await import('vite');
  const { module } = await runnerImport(join(root, 'src/cli/refresh/refresh.ts'), {
    root,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { $lib: join(root, 'src/lib') } },
  });
  const { refresh, SOURCES } = /** @type {typeof import('./refresh')} */ (module);
  const only = options.only?.split(',') ?? [...SOURCES];
  const unknown = only.filter((each) => !SOURCES.some((source) => source === each));
  if (unknown.length > 0) throw new Advice(`No such source: ${unknown.join(', ')}.\n\n${usage}`);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return refresh({
    folder: options.data ?? join(root, 'data'),
    base: options.base ?? null,
    only: SOURCES.filter((source) => only.includes(source)),
    dryRun: options['dry-run'] ?? false,
    today: new Date().toISOString().slice(0, 10),
    timeout: 30_000,
    version,
    say: (line) => console.log(line),
  });
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Advice)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
