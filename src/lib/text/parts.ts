import type { Pages } from './pages';

/** A part of others that the page the reader uses is made of. */
export type Part = { name: string; use: keyof Pages['about']['uses']; licence: string; holder: string; href: string };

/** Everything of others that is sent to the browser. */
export const parts: Part[] = [
  {
    name: 'Svelte, SvelteKit',
    use: 'framework',
    licence: 'MIT',
    holder: 'Svelte Contributors',
    href: 'https://svelte.dev',
  },
  {
    name: 'Designsystemet',
    use: 'design',
    licence: 'MIT',
    holder: 'Digitaliseringsdirektoratet (Digdir)',
    href: 'https://designsystemet.no',
  },
  {
    name: 'Public Sans (Fontsource, Expo Google Fonts)',
    use: 'font',
    licence: 'OFL-1.1',
    holder: 'The Public Sans Project Authors',
    href: 'https://fontsource.org/fonts/public-sans',
  },
  { name: 'Zod', use: 'rules', licence: 'MIT', holder: 'Colin McDonnell', href: 'https://zod.dev' },
  { name: 'Papa Parse', use: 'tables', licence: 'MIT', holder: 'Matthew Holt', href: 'https://www.papaparse.com' },
  {
    name: 'DuckDB-Wasm',
    use: 'database',
    licence: 'MIT',
    holder: 'The DuckDB-Wasm contributors',
    href: 'https://github.com/duckdb/duckdb-wasm',
  },
  {
    name: 'hyparquet, hyparquet-compressors, hyparquet-writer',
    use: 'parquet',
    licence: 'MIT',
    holder: 'Hyperparam',
    href: 'https://github.com/hyparam/hyparquet',
  },
  {
    name: 'Apache Arrow, FlatBuffers',
    use: 'arrow',
    licence: 'Apache-2.0',
    holder: 'Apache Software Foundation; The FlatBuffers project',
    href: 'https://arrow.apache.org',
  },
  { name: 'docx', use: 'word', licence: 'MIT', holder: 'Dolan Miu', href: 'https://docx.js.org' },
  {
    name: 'hucre',
    use: 'excel',
    licence: 'MIT',
    holder: 'productdevbook',
    href: 'https://github.com/productdevbook/hucre',
  },
  {
    name: 'resvg-wasm',
    use: 'pictures',
    licence: 'MPL-2.0',
    holder: 'The resvg-js contributors',
    href: 'https://github.com/thx/resvg-js',
  },
];
