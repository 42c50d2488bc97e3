import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCohort } from '$lib/ingest/cohort-file';
import { METHODS, publish } from '$lib/protect/publish';
import { root } from '../../src/cli/prepare.js';

type Ran = { code: number; stdout: string; stderr: string };

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bosett-protect-'));
  await bosett('--help');
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command line as somebody who stands in `folder`. */
function bosett(...args: string[]): Promise<Ran> {
  const options = { cwd: root, env: { ...process.env, INIT_CWD: folder }, maxBuffer: 2 ** 26 };
  return new Promise((done) => {
    execFile(process.execPath, [join(root, 'src/cli/run.js'), ...args], options, (error, stdout, stderr) =>
      done({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    );
  });
}

function written(name: string, content: string): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

/** What a refusal must be: exit code 2, a sentence on stderr and nothing written. */
async function refused(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await bosett('protect', ...args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).not.toMatch(/^\s*at /m);
  expect(stderr.trim()).not.toBe('');
  return stderr;
}

const naeroysund = join(root, 'data/cohorts/5060.csv');

describe('protect', () => {
  it('writes a copy that reads back, without small counts, and says what was hidden', async () => {
    const { code, stdout, stderr } = await bosett('protect', naeroysund, '--threshold', '5', '-o', 'safe.csv');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const [first, primary, besides, totals] = stdout.split('\n');
    expect(first).toContain('safe.csv');
    const text = readFileSync(join(folder, 'safe.csv'), 'utf8');
    expect(text.split('\n')[0]).toBe(
      'municipality,year,settlement_year,permit,category,age_band,persons,estimate,status',
    );
    const { rows, findings } = readCohort(text);
    expect(findings).toEqual([]);
    const { rows: given } = readCohort(readFileSync(naeroysund, 'utf8'));
    expect(rows.map(({ age_band, settlement_year }) => [settlement_year, age_band])).toEqual(
      given.map(({ age_band, settlement_year }) => [settlement_year, age_band]),
    );
    const hidden = rows.filter(({ persons }) => persons === null);
    expect(hidden.every(({ status, estimate }) => status === 'synthetic' && (estimate ?? 0) >= 1)).toBe(true);
    expect(rows.filter(({ persons }) => persons !== null && persons > 0 && persons < 5)).toEqual([]);
    const figure = (line: string | undefined): number => Number(line?.match(/: (\d+)$/)?.[1]);
    expect(figure(primary) + figure(besides)).toBe(hidden.length);
    expect(figure(totals)).toBeGreaterThan(0);
    expect((await bosett('check', 'safe.csv')).code).toBe(0);
  });

  it('rounds when asked to, and says how far a total is off', async () => {
    const { code, stdout } = await bosett(
      'protect',
      naeroysund,
      '--method=round',
      '-o',
      'round.csv',
      '--format',
      'json',
    );
    expect(code).toBe(0);
    const summary = JSON.parse(stdout) as Record<string, unknown>;
    expect(summary).toMatchObject({ method: 'round', threshold: 5, hidden: null, deviation: expect.any(Number) });
    const { rows } = readCohort(readFileSync(join(folder, 'round.csv'), 'utf8'));
    expect(rows.filter(({ persons }) => persons === null || (persons > 0 && persons < 5))).toEqual([]);
  });

  it('tells in JSON which totals may be shown', async () => {
    const file = written('few.csv', 'settlement_year,permit,category,age_band,persons\n2023,ordinary,adult,25-55,3\n');
    const { stdout } = await bosett('protect', file, '-o', 'few-safe.csv', '--format', 'json');
    const { totals, hidden } = JSON.parse(stdout) as { totals: { persons: number | null }[]; hidden: number };
    expect(hidden).toBe(1);
    expect(totals.map(({ persons }) => persons)).toEqual(totals.map(() => null));
    expect(readFileSync(join(folder, 'few-safe.csv'), 'utf8')).toBe(
      'settlement_year,permit,category,age_band,persons,estimate,status\n2023,ordinary,adult,25-55,:,2.5,suppressed\n',
    );
  });

  it.each(METHODS)('writes all that is published, to the last digit (%s)', async (method) => {
    await bosett('protect', naeroysund, '--method', method, '-o', 'shared.csv');
    const { rows, findings } = readCohort(readFileSync(join(folder, 'shared.csv'), 'utf8'));
    expect(findings).toEqual([]);
    const { rows: given } = readCohort(readFileSync(naeroysund, 'utf8'));
    expect(rows).toEqual(publish(given, { method, threshold: 5 }).rows);
  });

  it('gives a forecast for everybody, of protected rows alone, that says so', async () => {
    const parts = { format: 'bosett/scenario@1', title: { en: 'test' }, municipality: '5060', first_year: 2024 };
    written('own.csv', readFileSync(naeroysund, 'utf8'));
    written('own.json', JSON.stringify({ ...parts, opening: 'own.csv', parameters: { 'settlement.persons': 10 } }));
    const run = async (...args: string[]): Promise<string> => (await bosett('forecast', 'own.json', ...args)).stdout;
    const [own, everybody] = [await run(), await run('--public')];
    expect(own).toContain('Intern: alle tall er med.');
    expect(everybody).toContain('Offentlig: små tall er beskyttet.');
    expect(everybody.split('\n').slice(3)).not.toEqual(own.split('\n').slice(3));
  }, 60_000);

  it('writes nothing that together with what was published before reveals a number', async () => {
    const said = async (...args: string[]): Promise<string> =>
      (await bosett('protect', naeroysund, '-o', 'beside.csv', '--format', 'json', ...args)).stdout;
    written('before.json', await said());
    rmSync(join(folder, 'beside.csv'));
    const refusal = await bosett(
      'protect',
      naeroysund,
      '-o',
      'beside.csv',
      '--method',
      'round',
      '--beside',
      'before.json',
    );
    expect(refusal).toMatchObject({ code: 2, stdout: '' });
    expect(refusal.stderr).toMatch(/røpe \d+ tall/);
    expect(existsSync(join(folder, 'beside.csv'))).toBe(false);
    expect(JSON.parse(await said('--beside', 'before.json'))).toMatchObject({ method: 'suppress' });
    written('not.json', '{"method":"suppress"}');
    expect(await refused(naeroysund, '-o', 'no.csv', '--beside', 'not.json')).toContain('not.json');
  });

  it.each(['nb', 'nn', 'en'])('speaks %s', async (language) => {
    const { code, stdout } = await bosett('protect', naeroysund, '-o', `${language}.csv`, '--lang', language);
    expect(code).toBe(0);
    expect(stdout).toMatch({ nb: /Summer/, nn: /Summar/, en: /Totals/ }[language] ?? /./);
  });
});

describe('protect refuses', () => {
  it('to overwrite what it reads, also by another name', async () => {
    const file = written('own.csv', readFileSync(naeroysund, 'utf8'));
    symlinkSync(file, join(folder, 'link.csv'));
    for (const out of ['own.csv', './own.csv', file, 'link.csv']) expect(await refused(file, '-o', out)).toContain(out);
    expect(readFileSync(file, 'utf8')).toBe(readFileSync(naeroysund, 'utf8'));
  });

  it.each([
    'COHORT',
    '-o OUT',
    'COHORT COHORT -o OUT',
    'COHORT --threshold 2 -o OUT',
    'COHORT --threshold five -o OUT',
    'COHORT --method blur -o OUT',
    'COHORT -o',
    'COHORT --set a=1 -o OUT',
    'not-there.csv -o OUT',
    'COHORT -o no-such-folder/out.csv',
  ])('wrong usage: %s', async (line) => {
    await refused(...line.split(' ').map((word) => ({ COHORT: naeroysund, OUT: 'refused.csv' })[word] ?? word));
    expect(existsSync(join(folder, 'refused.csv'))).toBe(false);
  });

  it('what check finds, with the same sentences, and a count that is not whole', async () => {
    const head = 'settlement_year,permit,category,age_band,persons\n';
    const bad = written('bad.csv', `${head}2023,tourist,adult,25-55,x\n`);
    const said = await refused(bad, '-o', 'refused.csv');
    expect(said).toBe((await bosett('check', bad)).stdout);
    expect(await refused(written('half.csv', `${head}2023,ordinary,adult,25-55,2.5\n`), '-o', 'refused.csv')).toContain(
      '2.5',
    );
    expect(existsSync(join(folder, 'refused.csv'))).toBe(false);
  });
});
