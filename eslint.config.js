import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const restrictImports = '@typescript-eslint/no-restricted-imports';
const engine = ['model', 'parameters', 'ingest', 'database', 'charts', 'export', 'protect', 'text', 'format'];

/** What each folder of src may import from the others; test/health/imports.test.ts checks the same from the text. */
const directions = {
  'src/lib/parameters': ['model'],
  'src/lib/ingest': ['model'],
  'src/lib/database': ['model'],
  'src/lib/charts': ['model'],
  'src/lib/export': ['model', 'charts', 'text', 'format'],
  'src/lib/protect': ['model'],
  'src/lib/components': ['model', 'charts', 'text', 'format'],
  'src/lib/state': engine,
  'src/cli': engine,
};

const outside = {
  regex: '^\\.\\./(?!(?:\\.\\./)*(?:data|scenarios)/)',
  message: 'Across folders write $lib/...; inside a folder ./x.',
};
const duckdb = { regex: '^@duckdb/', message: 'Only src/lib/database knows DuckDB.' };
const ui = {
  regex: '^(?:svelte|@sveltejs|\\$app|\\$env)(?:/|$)',
  message: 'Only components, state and routes know Svelte.',
};

/** @param {string[]} folders */
const except = (folders) => ({
  regex: folders.length > 0 ? `^\\$lib/(?!(?:${folders.join('|')})(?:/|$))` : '^\\$lib(?:/|$)',
  message: `This folder may import ${folders.length > 0 ? folders.join(', ') : 'no other'}; inside it write ./x.`,
});

/**
 * @param {object[]} patterns
 * @returns {import('eslint').Linter.RulesRecord}
 */
const restricted = (...patterns) => ({ [restrictImports]: ['error', { patterns }] });

/** @param {string} folder */
const anyIn = (folder) => [`${folder}/**/*.ts`, `${folder}/**/*.svelte`];

export default defineConfig(
  { ignores: ['build/', 'dist/', '.svelte-kit/', 'node_modules/', 'test-results/'] },
  js.configs.recommended,
  ts.configs.recommended,
  svelte.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      'no-undef': 'off',
      eqeqeq: 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  {
    files: ['**/*.ts', '**/*.svelte'],
    languageOptions: { parserOptions: { projectService: true, extraFileExtensions: ['.svelte'] } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
  },
  { files: anyIn('src/lib'), rules: { 'no-console': 'error' } },
  ...Object.entries(directions).map(([folder, folders]) => ({
    files: anyIn(folder),
    rules: restricted(
      except(folders),
      outside,
      ...(folder === 'src/lib/database' ? [] : [duckdb]),
      ...(['src/lib/components', 'src/lib/state'].includes(folder) ? [] : [ui]),
    ),
  })),
  {
    // Rules stand in a folder of their own inside ingest.
    files: anyIn('src/lib/ingest/rules'),
    rules: restricted(except(directions['src/lib/ingest']), { ...outside, regex: '^\\.\\./[^/]*/' }, duckdb, ui),
  },
  { files: anyIn('src/routes'), rules: restricted(duckdb) },
  { files: ['src/lib/format.ts'], rules: restricted({ regex: '.', message: 'format.ts imports nothing.' }) },
  {
    files: anyIn('src/lib/text'),
    rules: restricted(
      except(['model', 'format']),
      { regex: '^\\$lib/model(?:/|$)', allowTypeImports: true, message: 'text takes only types from model.' },
      outside,
      duckdb,
      ui,
    ),
  },
  {
    files: anyIn('src/lib/model'),
    rules: {
      ...restricted({ regex: '^(?!zod$|\\./)', message: 'model imports only zod and its own files, as ./x.' }),
      'no-restricted-globals': [
        'error',
        ...['Date', 'performance', 'crypto', 'fetch', 'XMLHttpRequest', 'WebSocket', 'window', 'document', 'navigator'],
        ...['localStorage', 'sessionStorage', 'globalThis', 'self', 'process', 'Buffer', 'setTimeout', 'setInterval'],
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Draws come from the seeded generator passed in.' },
      ],
    },
  },
);
