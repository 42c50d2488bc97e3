import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { ensureInstalled, newestChange, root } from './prepare.js';

export const bundleFile = join(root, 'dist', 'bosett.js');
const sources = ['src/lib', 'src/cli', 'data', 'package-lock.json'].map((path) => join(root, path));

/** What draws pictures, and the letters on them: they lie beside the bundle under these names. */
const beside = {
  'resvg.wasm': '@resvg/resvg-wasm/index_bg.wasm',
  'PublicSans-400.ttf': '@expo-google-fonts/public-sans/400Regular/PublicSans_400Regular.ttf',
  'PublicSans-700.ttf': '@expo-google-fonts/public-sans/700Bold/PublicSans_700Bold.ttf',
};

/** Bundles the command line into one plain JavaScript file unless that is newer than its sources. */
export async function ensureBundled() {
  if (existsSync(bundleFile) && statSync(bundleFile).mtimeMs >= newestChange(sources)) return;
  await ensureInstalled();
  const started = new Date();
  const code = await bundle('src/cli/bosett.ts');
  mkdirSync(dirname(bundleFile), { recursive: true });
  // Written aside and moved, for two commands may start at once.
  for (const [name, source] of Object.entries(beside)) {
    const file = join(dirname(bundleFile), name);
    copyFileSync(join(root, 'node_modules', source), `${file}.${process.pid}`);
    renameSync(`${file}.${process.pid}`, file);
  }
  const aside = `${bundleFile}.${process.pid}`;
  writeFileSync(aside, code);
  chmodSync(aside, 0o755);
  utimesSync(aside, started, started);
  renameSync(aside, bundleFile);
}

/**
 * One plain JavaScript text from a TypeScript entry and all it imports.
 * @param {string} entry
 */
export async function bundle(entry) {
  const [{ build }, { csvRows }] = await Promise.all([import('vite'), import('./csv-rows.js')]);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const result = await build({
    configFile: false,
    define: { __VERSION__: JSON.stringify(version) },
    root,
    logLevel: 'error',
    publicDir: false,
    plugins: [csvRows()],
    resolve: { alias: { $lib: join(root, 'src/lib') } },
    ssr: { noExternal: true },
    build: {
      ssr: join(root, entry),
      target: 'node20',
      write: false,
      rolldownOptions: { output: { banner: '#!/usr/bin/env node', codeSplitting: false } },
    },
  });
  const outputs = [result].flat().flatMap((each) => ('output' in each ? each.output : []));
  const [chunk, ...more] = outputs.filter((each) => each.type === 'chunk');
  if (chunk === undefined || more.length > 0) throw new Error(`one chunk expected: ${outputs.length} were made`);
  return chunk.code;
}
