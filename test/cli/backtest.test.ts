import { execFile } from 'node:child_process';
import { join } from 'node:path';
import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import type { BacktestDocument } from '$lib/export/backtest-document';
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

async function document(...args: string[]): Promise<BacktestDocument> {
  const { code, stdout, stderr } = await bosett(...args, '--format', 'json');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout) as BacktestDocument;
}

const all = ['1818', '3428', '3420', '3427', '3437', '3436', '3435', '3439', '3432', '3433', '3431', '3434', '3438'];

describe('backtest', () => {
  it.each(all)('prints %s: persons, payments of 2022 and 2023 and what to know', async (number) => {
    const { code, stdout, stderr } = await bosett(number);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(`(${number})`);
    for (const word of ['Personer', 'Utbetalt fra IMDi i 2022', 'Utbetalt fra IMDi i 2023', 'Uforklart', 'Merk'])
      expect(stdout).toContain(word);
    expect(stdout).not.toMatch(/NaN|undefined|null/);
    const sum = /^Sum {2,}.*$/m.exec(stdout.slice(stdout.indexOf('IMDi i 2023')))?.[0] ?? '';
    expect(sum.split(/ {2,}/)).toHaveLength(11);
    expect(sum).not.toContain('ukjent');
  });

  it('has the keys of its document, and parts that sum to the deviation', async () => {
    const found = await document('3428');
    expect(found).toMatchObject({
      format: 'bosett/backtest@1',
      municipality: '3428',
      name: 'Alvdal',
      calibration: null,
    });
    const rowKeys =
      'year item plan model model_cash paid deviation volume composition rate moving unexplained note'.split(' ');
    for (const row of found.rows) expect(Object.keys(row).sort()).toEqual([...rowKeys].sort());
    for (const row of found.rows.filter(({ deviation }) => deviation !== null)) {
      const { volume, composition, rate, moving, unexplained } = row;
      const parts = [volume, composition, rate, moving, unexplained];
      expect(parts.reduce<number>((sum, part) => sum + (part ?? 0), 0)).toBe(row.deviation);
    }
    if (!found.runs) throw new Error('no runs');
    expect(found.runs).toMatchObject({ first_year: 2012, years: 12 });
    expect(found.runs.plan[2023]).toMatchObject({ 'rates.year@2023': 2022, 'settlement.persons@2018': 10 });
    expect(found.runs.settled).toMatchObject({ 'settlement.persons@2018': 6 });
    expect(found.years).toHaveLength(12);
  });

  it('says of Alvdal first that income fell more than cost, in three languages', async () => {
    const firsts = await Promise.all(
      ['nb', 'nn', 'en'].map(async (language) => (await document('3428', '--lang', language)).sentences[0]),
    );
    expect(firsts[0]).toMatch(/^Inntekten falt mer enn kostnaden i 2018/);
    expect(firsts[1]).toMatch(/^Inntekta fall meir enn kostnaden i 2018/);
    expect(firsts[2]).toMatch(/^Income fell more than cost in 2018/);
    const { stdout } = await bosett('3428');
    expect(stdout.split('\n')[1]).toBe(firsts[0]);
  });

  it('gives payments and accounts as CSV of one shape, with what is unknown empty', async () => {
    const { code, stdout, stderr } = await bosett('3432', '--format', 'csv');
    expect(code).toBe(0);
    expect(stderr).not.toBe('');
    const { data } = Papa.parse<Record<string, string>>(stdout.trim(), { header: true });
    expect(data).toHaveLength(12);
    const hidden = data.find((row) => row['year'] === '2022' && row['item'] === 'integration_year1');
    expect(hidden).toMatchObject({ paid: '', deviation: '', unexplained: '' });
    const alvdal = Papa.parse<Record<string, string>>((await bosett('3428', '--format', 'csv')).stdout.trim(), {
      header: true,
    }).data;
    expect(
      alvdal.find((row) => row['subject'] === 'accounts' && row['item'] === 'net' && row['year'] === '2018'),
    ).toMatchObject({ plan: '-26000', paid: '-771000', deviation: '-745000' });
  });

  it('suggests a factor on prices only when asked, and says that it is not used', async () => {
    const without = await document('3428');
    const asked = await document('3428', '--calibrate');
    expect(asked.calibration).toMatchObject({ years: [2016, 2017, 2018], weight: 0.5 });
    expect(asked.accounts).toEqual(without.accounts);
    expect((await bosett('3428')).stdout).not.toContain('prices.scale');
    expect((await bosett('3428', '--calibrate')).stdout).toMatch(/prices\.scale = \d,\d\d. Det er ikke brukt/);
    expect((await bosett('1818', '--calibrate')).stdout).toContain('ingen regnskap');
  });

  it('follows an older number to what it is today, and adds the municipalities that became one', async () => {
    const { code, stdout } = await bosett('5051');
    expect(code).toBe(0);
    expect(stdout).toContain('5051 er i dag 5060 Nærøysund');
    expect(await document('5051')).toEqual(await document('5060'));
  });

  it.each([
    [['1515'], '3428 Alvdal'],
    [['alvdal'], '3428 Alvdal'],
    [[], '3428'],
    [['3428', '3420'], '3428'],
    [['3428', '--calibrat'], '--calibrat'],
    [['3428', '--set', 'settlement.persons=3'], '--set'],
  ])('refuses backtest %s with a sentence', async (args, said) => {
    const { code, stdout, stderr } = await bosett(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(said);
    expect(stderr).not.toMatch(/^\s*at /m);
  });
});
