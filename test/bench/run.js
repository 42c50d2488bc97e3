import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle } from '../../src/cli/bundle.js';
import { ensureBuilt, ensureInstalled, root } from '../../src/cli/prepare.js';
import { serve } from '../../src/cli/serve.js';

/** @typedef {{ what: string, value: number, unit: string, budget?: number }} Figure */

await ensureInstalled();
await ensureBuilt();
const figures = [
  ...(await modelFigures()),
  ...(await pageFigures()),
  ...(await readingFigures()),
  ...(await groupFigures()),
  ...(await fileFigures()),
  ...(await countryFigures()),
];
for (const { what, value, unit, budget } of figures) {
  const limit = budget === undefined ? '' : `budget ${budget} ${unit}`;
  const mark = budget !== undefined && value > budget ? '  OVER' : '';
  console.log(`${what.padEnd(62)} ${value.toFixed(value < 10 ? 3 : 0).padStart(9)} ${unit.padEnd(3)} ${limit}${mark}`);
}
process.exit(figures.some(({ value, budget }) => budget !== undefined && value > budget) ? 1 : 0);

/** @returns {Promise<Figure[]>} */
async function modelFigures() {
  const folder = mkdtempSync(join(tmpdir(), 'bosett-bench-'));
  const file = join(folder, 'model.mjs');
  writeFileSync(file, await bundle('test/bench/model.ts'));
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--expose-gc', file], {
    cwd: root,
    encoding: 'utf8',
  });
  rmSync(folder, { recursive: true });
  if (status !== 0) throw new Error(stderr);
  /** @type {{ figures: { name: string, amounts: number, lines: number, count: number }[], cells: { count: number, ms: number }[], searches: { what: string, name: string, ms: number, budget: number }[], heap: number }} */
  const { figures: measured, cells, searches, heap } = JSON.parse(stdout);
  const others = [
    ...cells.map(({ count, ms }) => ({ what: `one forecast from ${count} new opening cells`, value: ms, unit: 'ms' })),
    { what: 'heap that stays for each of 4000 forecasts', value: heap, unit: 'B', budget: 64 },
  ];
  const forecasts = measured.flatMap(({ name, amounts, lines, count }) => [
    { what: `one forecast, amounts (${name})`, value: amounts, unit: 'ms', budget: 0.3 },
    { what: `one forecast with its ${count} line objects (${name})`, value: lines, unit: 'ms', budget: 0.6 },
  ]);
  const sought = searches.map(({ what, name, ms, budget }) => ({
    what: `${what} (${name})`,
    value: ms,
    unit: 'ms',
    budget,
  }));
  return [...forecasts, ...sought, ...others];
}

/** @returns {Promise<Figure[]>} */
async function pageFigures() {
  const { measurePage } = await import('./page.js');
  const site = await serve(0);
  try {
    const { openings, steps, futures } = await measurePage(site.address);
    /** @param {(opening: (typeof openings)[number]) => number} of */
    const median = (of) => openings.map(of).sort((a, b) => a - b)[Math.floor(openings.length / 2)] ?? NaN;
    return [
      ...steps.flatMap(({ lever, median: half = NaN, p95 = NaN, slow = NaN }) => [
        { what: `slider step, ${lever}: median of 160 frames`, value: half, unit: 'ms' },
        { what: `slider step, ${lever}: p95 of 160 frames, median of 5 runs`, value: p95, unit: 'ms', budget: 16.7 },
        { what: `slider step, ${lever}: frames over 33 ms in that run`, value: 100 * slow, unit: '%', budget: 1 },
      ]),
      ...futures.flatMap(({ what, first, all }) => [
        { what: `${what}: from letting go to the first 50 on the screen`, value: first, unit: 'ms', budget: 50 },
        { what: `${what}: to 2 000 of each of two scenarios`, value: all, unit: 'ms' },
      ]),
      { what: 'first figure on the screen, cold', value: median(({ painted }) => painted), unit: 'ms', budget: 1000 },
      { what: 'DuckDB ready, cold', value: median(({ ready }) => ready), unit: 'ms' },
      {
        what: 'compressed before the database is asked for',
        value: median(({ early }) => early),
        unit: 'kB',
        budget: 200,
      },
      { what: 'compressed in all', value: median(({ all }) => all), unit: 'kB' },
    ];
  } finally {
    await site.close();
  }
}

/** @returns {Promise<Figure[]>} */
async function readingFigures() {
  const { measureReading } = await import('./reading.js');
  const site = await serve(0);
  try {
    return (await measureReading(site.address)).flatMap(({ what, ms, longest, memory }) => [
      { what, value: ms, unit: 'ms', budget: what.includes('XLSX') ? 10_000 : 6_000 },
      { what: '  longest task of the page meanwhile', value: longest, unit: 'ms', budget: 100 },
      ...(memory === null ? [] : [{ what: '  most memory of its process', value: memory, unit: 'MB', budget: 1_000 }]),
    ]);
  } finally {
    await site.close();
  }
}

/** @returns {Promise<Figure[]>} */
async function groupFigures() {
  const { measureGroup } = await import('./group.js');
  const site = await serve(0);
  try {
    const { municipalities, rows, load, sort } = await measureGroup(site.address);
    const what = `${municipalities} municipalities from a file of ${rows} rows to their table`;
    return [
      { what, value: load, unit: 'ms', budget: 2000 },
      { what: '  another order of them', value: sort, unit: 'ms' },
    ];
  } finally {
    await site.close();
  }
}

/** @returns {Promise<Figure[]>} */
async function fileFigures() {
  const { measureFiles } = await import('./files.js');
  const site = await serve(0);
  try {
    return (await measureFiles(site.address)).flatMap(({ what, first, later }) => {
      const budget = what === 'Excel' ? 1000 : 2000;
      return [
        { what: `${what}: a file of a scenario, what makes it fetched too`, value: first, unit: 'ms' },
        { what: `${what}: a file of a scenario, median of those after`, value: later, unit: 'ms', budget },
      ];
    });
  } finally {
    await site.close();
  }
}

/** @returns {Promise<Figure[]>} */
async function countryFigures() {
  const { measureCountry } = await import('./country.js');
  const { municipalities, futures, whole, shards, apart } = await measureCountry();
  const what = `sweep of ${municipalities} municipalities, ${(futures / 1e6).toFixed(1)} million futures`;
  const hours = (whole * 20) / 3600;
  return [
    { what: `${what}, all cores`, value: whole, unit: 's', budget: 300 },
    ...shards.map((seconds, at) => ({
      what: `  shard ${at + 1} of 2, of that`,
      value: (100 * seconds) / whole,
      unit: '%',
      budget: 60,
    })),
    { what: '  rows that the two shards and the whole do not share', value: apart, unit: '', budget: 0 },
    { what: '  with 1 000 futures each, by extrapolation', value: hours, unit: 'h' },
    { what: '  the same on 10 such machines, by extrapolation', value: hours / 10, unit: 'h' },
  ];
}
