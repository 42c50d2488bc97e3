import { execFile } from 'node:child_process';
import { join } from 'node:path';
import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import type { BandDocument } from '$lib/export/band-document';
import { root } from '../../src/cli/prepare.js';

type Ran = { code: number; stdout: string; stderr: string };

function bosett(...args: string[]): Promise<Ran> {
  return new Promise((done) => {
    execFile(process.execPath, [join(root, 'src/cli/run.js'), 'backtest', ...args], (error, stdout, stderr) =>
      done({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    );
  });
}

// The first call makes the bundle where that is older than its sources.
beforeAll(async () => {
  await bosett('--help');
}, 120_000);

async function document(...args: string[]): Promise<BandDocument> {
  const { code, stdout, stderr } = await bosett('--draws', '20', ...args, '--format', 'json');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout) as BandDocument;
}

describe('backtest --draws', () => {
  it('says in how many cases the band held, as its own cases counted again show', async () => {
    const of = await document('3428', '--seed', '7');
    const [alvdal] = of.municipalities;
    const cases = alvdal?.cases ?? [];
    expect(of).toMatchObject({ format: 'bosett/calibration@1', draws: 20, seed: 7, share: 0.8, spread_holding: null });
    const held = cases.filter(({ low, high, published }) => low <= published && published <= high).length;
    const below = cases.filter(({ low, published }) => published < low).length;
    expect(of.total).toMatchObject({ cases: cases.length, held, below, above: cases.length - held - below });
    expect(of.sentences[0]).toBe(
      `80 %-båndet holdt i ${held} av ${cases.length} tilfeller (${Math.round((100 * held) / cases.length)} %).`,
    );
    // Alvdal in 2017: 20 decided, 12 settled.
    const known = cases.find(({ figure, year }) => figure === 'settled' && year === 2017);
    expect(known).toMatchObject({ decided: 20, published: 12, first_year: 2017 });
  });

  it('gives the same for the same seed, and follows an older number to the one of today', async () => {
    const [one, same, older] = await Promise.all([document('3428'), document('3428'), document('0438')]);
    expect(same).toEqual(one);
    expect(older).toEqual(one);
  });

  it('prints every municipality with history, the sum of all and the spread that would have held', async () => {
    const { code, stdout, stderr } = await bosett('--draws', '8');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const word of [
      'Hvor ofte holder båndet?',
      'Alvdal',
      'Nærøysund',
      'Bosatte i tre år',
      'settlement.realisation.spread',
    ])
      expect(stdout).toContain(word);
    expect(stdout).not.toMatch(/NaN|undefined|null/);
    const rows = stdout.slice(stdout.indexOf('Etter kommune')).split('\n\n')[0]?.split('\n').slice(2) ?? [];
    const held = rows.map((row) => Number(row.split(/ {2,}/)[4]));
    expect(held.length).toBeGreaterThan(10);
    expect(held.slice(0, -1).reduce((sum, each) => sum + each, 0)).toBe(held.at(-1));
  }, 60_000);

  it('has a row for each case as CSV', async () => {
    const [{ stdout }, { municipalities }] = await Promise.all([
      bosett('--draws', '20', '3428', '--format', 'csv'),
      document('3428'),
    ]);
    const rows = Papa.parse<Record<string, string>>(stdout.trim(), { header: true }).data;
    expect(rows.map((row) => [row['municipality'], row['figure'], row['year'], row['outcome']])).toEqual(
      municipalities.flatMap(({ municipality, cases }) =>
        cases.map(({ figure, year, outcome }) => [municipality, figure, String(year), outcome]),
      ),
    );
  });

  it.each([
    [['--draws', '0'], '--draws'],
    [['--draws', '20', '9999'], '9999'],
    [['--draws', '20', '3428', '1818'], 'kommunenummer'],
    [[], 'kommunenummer'],
  ])('refuses %j with a sentence', async (args, said) => {
    const { code, stdout, stderr } = await bosett(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(said);
  });
});
