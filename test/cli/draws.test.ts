import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ForecastDocument } from '$lib/export/document';
import { root } from '../../src/cli/prepare.js';

type Ran = { code: number; stdout: string; stderr: string };
type Rows = { rows: Record<string, string | number | boolean | null>[] };

const heroy = join(root, 'scenarios/heroy-10.json');

function bosett(...args: string[]): Promise<Ran> {
  const options = { maxBuffer: 64 * 1024 * 1024 };
  return new Promise((done) => {
    execFile(process.execPath, [join(root, 'src/cli/run.js'), ...args], options, (error, stdout, stderr) =>
      done({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    );
  });
}

let folder = '';
/** A scenario where nobody is there before the plan. */
let nobody = '';

// The first call makes the bundle where that is older than its sources.
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bosett-draws-'));
  nobody = join(folder, 'nobody.json');
  const scenario = JSON.parse(readFileSync(heroy, 'utf8')) as Record<string, unknown>;
  writeFileSync(nobody, JSON.stringify({ ...scenario, opening: [] }));
  await bosett('--help');
}, 120_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('futures on the command line', () => {
  it('are the same bytes from the same seed, and others from another', async () => {
    const [one, again, other] = await Promise.all(
      ['7', '7', '8'].map((seed) => bosett('forecast', heroy, '--draws', '20', '--seed', seed, '--format', 'json')),
    );
    expect(one?.stdout).toBe(again?.stdout);
    expect(one?.stdout).not.toBe(other?.stdout);
    const { futures, result } = JSON.parse(one?.stdout ?? '') as ForecastDocument;
    expect(futures).toMatchObject({ draws: 20, seed: 7 });
    expect(futures?.result['net']).toHaveLength(result.length);
    for (const { p5, p50, p95 } of futures?.result['fund'] ?? []) {
      expect(p5 ?? NaN).toBeLessThanOrEqual(p50 ?? NaN);
      expect(p50 ?? NaN).toBeLessThanOrEqual(p95 ?? NaN);
    }
  }, 60_000);

  it('without any spread and with whole numbers give the expected run in every percentile', async () => {
    const spreads = [
      'settlement.realisation',
      'settlement.mix',
      'settlement.month',
      'settlement.age',
      'family_immigration.rate',
      'relocation.out',
      'programme.duration',
      'programme.outcome',
      'rates.index',
    ];
    const none = spreads.flatMap((id) => ['--set', `${id}.spread=0`]);
    const one = [
      '--set',
      'household.couple_share=1',
      '--set',
      'settlement.persons=4',
      '--set',
      'settlement.mix.adult=1',
      '--set',
      'family_immigration.rate=0',
      '--set',
      'relocation.scale=0',
    ];
    const { stdout } = await bosett('forecast', nobody, ...none, ...one, '--draws', '3', '--format', 'json');
    const { futures, result } = JSON.parse(stdout) as ForecastDocument;
    const wrong = result.filter(({ net }, at) => {
      const row = futures?.result['net']?.[at];
      return Math.abs((row?.p5 ?? NaN) - net) > 0.01 || row?.p5 !== row?.p95;
    });
    expect(wrong).toEqual([]);
  }, 60_000);

  it('of a sweep are percentiles beside every column, the same in two shards as in one', async () => {
    const sweep = async (...more: string[]): Promise<Rows> =>
      JSON.parse(
        (
          await bosett(
            'sweep',
            heroy,
            '--vary',
            'settlement.persons=8..11',
            '--draws',
            '6',
            ...more,
            '--format',
            'json',
          )
        ).stdout,
      ) as Rows;
    const [whole, first, second] = await Promise.all([sweep(), sweep('--shard', '1/2'), sweep('--shard', '2/2')]);
    expect([...first.rows, ...second.rows]).toEqual(whole.rows);
    const [row] = whole.rows;
    expect(Number(row?.['fund_p10'])).toBeLessThanOrEqual(Number(row?.['fund_p90']));
  }, 60_000);

  it('are refused where the number, the seed or the chance cannot be', async () => {
    const wrong = [
      ['forecast', heroy, '--draws', '0'],
      ['forecast', heroy, '--draws', '20001'],
      ['forecast', heroy, '--draws', '5', '--seed', '-1'],
      ['seek', heroy, '--vary', 'settlement.persons', '--keep', 'net>=0', '--chance', '1.5'],
      ['seek', heroy, '--vary', 'settlement.persons', '--keep', 'net>=0', '--draws', '9'],
    ];
    for (const args of wrong) {
      const { code, stdout, stderr } = await bosett(...args);
      expect({ args, code, stdout }).toEqual({ args, code: 2, stdout: '' });
      expect(stderr).not.toBe('');
    }
  }, 60_000);
});
