import { readFileSync } from 'node:fs';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, type Plugin } from 'vite';
import { csvRows } from './src/cli/csv-rows.js';

/** The page needs no descriptions of parameters: a tenth of what is loaded before the first figure. */
const leanParameters: Plugin = {
  name: 'lean-parameters',
  enforce: 'pre',
  transform(code, id) {
    if (!/\/data\/parameters\/[^/]+\.json$/.test(id)) return null;
    const parameter = JSON.parse(code) as Record<string, unknown>;
    delete parameter.description;
    return JSON.stringify(parameter);
  },
};

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

export default defineConfig({
  define: { __VERSION__: JSON.stringify(version) },
  plugins: [leanParameters, csvRows(), sveltekit()],
  optimizeDeps: { exclude: ['@duckdb/duckdb-wasm'] },
  worker: { format: 'es', plugins: () => [leanParameters, csvRows()] },
  server: { fs: { allow: ['data', 'scenarios'] } },
  build: {
    target: 'es2022',
    // Browsers that know `light-dark()`, which the theme is written with.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    reportCompressedSize: false,
    rolldownOptions: { checks: { pluginTimings: false } },
  },
});
