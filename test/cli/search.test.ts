import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Threshold } from '$lib/model/thresholds';
import { forecastOf } from '$lib/model/plan';
import { root } from '../../src/cli/prepare.js';
import { planOfFile } from '../repository-scenario';

type Ran = { code: number; stdout: string; stderr: string };
type Row = Record<string, string | number | boolean | null>;

const [heroy10, heroy40, sel, lom] = ['heroy-10', 'heroy-40', 'sel', 'lom'].map((name) =>
  join(root, `scenarios/${name}.json`),
) as [string, string, string, string];

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bosett-search-'));
  // The first call makes the bundle where that is older than its sources.
  await bosett('--help');
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function bosett(...args: string[]): Promise<Ran> {
  const options = { cwd: root, env: { ...process.env, INIT_CWD: folder }, maxBuffer: 64 * 1024 * 1024 };
  return new Promise((done) => {
    execFile(process.execPath, [join(root, 'src/cli/run.js'), ...args], options, (error, stdout, stderr) =>
      done({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    );
  });
}

async function json<Document>(code: number, ...args: string[]): Promise<Document> {
  const ran = await bosett(...args, '--format', 'json');
  expect({ code: ran.code, stderr: ran.stderr }).toEqual({ code, stderr: '' });
  return JSON.parse(ran.stdout) as Document;
}

/** What a refusal must be: exit code 2, a sentence on stderr and nothing written. */
async function refused(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await bosett(...args);
  expect({ args, code, stdout }).toEqual({ args, code: 2, stdout: '' });
  expect(stderr).not.toMatch(/^\s*at /m);
  return stderr;
}

const persons = 'settlement.persons';

describe('seek', () => {
  it('gives the largest number, what stops it and its neighbours, as the contract says', async () => {
    const found = await json(0, 'seek', heroy10, '--vary', persons, '--keep', 'rooms_needed<=3', '--keep', 'net>=-9e6');
    expect(found).toMatchObject({
      format: 'bosett/seek@1',
      vary: persons,
      value: 40,
      feasible: true,
      binding: { expr: 'rooms_needed<=3', year: 2027 },
      neighbours: [
        { value: 39, kept: true, broken: [] },
        { value: 41, kept: false, broken: [{ expr: 'rooms_needed<=3', year: 2027, by: 1 }] },
      ],
      conflict: null,
      nearest: null,
      tried: { from: 0, to: 200 },
    });
  });

  it('ends with 1 where no number keeps every bound, and says which two conflict and what is nearest', async () => {
    const args = ['seek', heroy10, `--vary=${persons}=0..30`, '--keep', 'settled>=20', '--keep', 'settled<=10'];
    expect(await json(1, ...args)).toMatchObject({
      value: null,
      feasible: false,
      binding: null,
      conflict: { exprs: ['settled>=20', 'settled<=10'] },
      nearest: { value: 15, by: 5 },
    });
    const { code, stdout } = await bosett(...args, '--lang', 'en');
    expect(code).toBe(1);
    expect(stdout).toContain('settled>=20 and settled<=10 can each be kept, but never together.');
  });

  it('gives the smallest where that is asked for', async () => {
    const args = ['seek', sel, '--vary', `${persons}=0..50`, '--keep', 'voted>=7', '--minimise'];
    expect(await json(0, ...args)).toMatchObject({ value: 7, binding: { expr: 'voted>=7' } });
  });

  it('is a table of sentences in each language, and rows in CSV', async () => {
    const args = ['seek', heroy10, '--vary', `${persons}=35..45`, '--keep', 'rooms_needed<=3'];
    for (const [language, word] of [
      ['nb', 'Det største tallet'],
      ['nn', 'Det største talet'],
      ['en', 'The largest number'],
    ] as const)
      expect((await bosett(...args, '--lang', language)).stdout).toContain(word);
    const { data } = Papa.parse<Row>((await bosett(...args, '--format', 'csv')).stdout.trim(), { header: true });
    expect(data.map(({ value, role, kept, expr }) => [value, role, kept, expr])).toEqual([
      ['39', 'neighbour', 'true', ''],
      ['40', 'value', 'true', ''],
      ['41', 'neighbour', 'false', 'rooms_needed<=3'],
    ]);
  });

  it('says every bound that cannot be read, and the nearest column', async () => {
    const vary = ['--vary', persons];
    const said = await refused('seek', heroy10, ...vary, '--keep', 'nett>=0', '--keep', 'net>0', '--keep', 'net>=x');
    expect(said.trimEnd().split('\n')).toHaveLength(3);
    expect(said).toContain('«net»');
  });

  it.each([
    ['--vary', persons],
    ['--keep', 'net>=0'],
    ['--vary', 'settlement.person', '--keep', 'net>=0'],
    ['--vary', `${persons}=0..30000`, '--keep', 'net>=0'],
    ['--vary', `${persons}=30..0`, '--keep', 'net>=0'],
    ['--vary', `${persons}=0..30/2`, '--keep', 'net>=0'],
    ['--vary', `${persons}=0..2.5`, '--keep', 'net>=0'],
    ['--vary', `${persons}=x`, '--keep', 'net>=0'],
    ['--vary', persons, '--vary', 'rooms.owned', '--keep', 'net>=0'],
    ['--vary', persons, '--keep', 'net>=0', '--draws', '10'],
  ])('refuses %s %s %s %s', async (...args) => {
    expect((await refused('seek', heroy10, ...args)).trim()).not.toBe('');
  });
});

describe('thresholds', () => {
  it('gives the row of every step', async () => {
    const found = await json<{ rows: Threshold[] }>(0, 'thresholds', heroy10, '--vary', `${persons}=0..60`);
    expect(found).toMatchObject({ format: 'bosett/thresholds@1', vary: persons, tried: { from: 0, to: 60 } });
    expect(found.rows.find(({ what }) => what === 'rooms')).toEqual({
      at: 41,
      what: 'rooms',
      from: 3,
      to: 4,
      year: 2027,
    });
  });

  it('is a table in each language and rows in CSV', async () => {
    const args = ['thresholds', heroy10, '--vary', `${persons}=40..41`];
    for (const [language, word] of [
      ['nb', 'klasserom'],
      ['nn', 'bustader'],
      ['en', 'classrooms'],
    ] as const)
      expect((await bosett(...args, '--lang', language)).stdout).toContain(word);
    expect((await bosett(...args, '--format', 'csv')).stdout).toContain('41,rooms,3,4,2027\n');
    expect((await bosett('thresholds', heroy10, '--vary', `${persons}=3..3`, '--lang', 'en')).stdout).toContain(
      'No step',
    );
  });

  it('refuses what cannot be varied', async () => {
    expect(await refused('thresholds', heroy10, '--vary', 'settlement.person=0..60')).toContain(persons);
    expect((await refused('thresholds', heroy10)).trim()).toContain('--vary');
    expect((await refused('thresholds', heroy10, sel, '--vary', persons)).trim()).not.toBe('');
  });
});

describe('sweep', () => {
  const vary = ['--vary', `${persons}=0..20/10`, '--vary', 'prices.scale=0.9..1.1/0.1'];

  async function parquet(name: string): Promise<Row[]> {
    const bytes = new Uint8Array(readFileSync(join(folder, name)));
    return (await parquetReadObjects({ file: bytes.buffer as ArrayBuffer })) as Row[];
  }

  it('writes a Parquet file that is read back as the rows of the grid', async () => {
    const { rows } = await json<{ rows: Row[] }>(0, 'sweep', sel, heroy10, ...vary);
    const written = await bosett('sweep', sel, heroy10, ...vary, '-o', 'all.parquet');
    expect({ code: written.code, stdout: written.stdout }).toEqual({ code: 0, stdout: '' });
    expect(await parquet('all.parquet')).toEqual(rows);
    const points = new Set(rows.map((row) => `${row['scenario']} ${row[persons]} ${row['prices.scale']}`));
    expect(points.size).toBe(2 * 3 * 3);
    const { schema } = parquetMetadata(new Uint8Array(readFileSync(join(folder, 'all.parquet'))).buffer as ArrayBuffer);
    const types = Object.fromEntries(schema.map(({ name, type }) => [name, type]));
    expect(types).toMatchObject({ municipality: 'BYTE_ARRAY', year: 'INT32', tail: 'BOOLEAN', net: 'DOUBLE' });
    expect(types).toMatchObject({ [persons]: 'DOUBLE', requested: 'DOUBLE' });
  });

  it('writes shards that stand alone and together are the whole, row for row', async () => {
    await bosett('sweep', sel, heroy10, ...vary, '-o', 'whole.parquet');
    const parts: Row[][] = [];
    for (const part of [1, 2, 3, 4]) {
      await bosett('sweep', sel, heroy10, ...vary, '--shard', `${part}/4`, '-o', `part-${part}.parquet`);
      parts.push(await parquet(`part-${part}.parquet`));
    }
    expect(parts.every((rows) => rows.length > 0)).toBe(true);
    expect(parts.flat()).toEqual(await parquet('whole.parquet'));
  });

  it('gives a shard without a point a file without rows, in both forms', async () => {
    const args = ['sweep', heroy10, '--vary', `${persons}=5..5`, '--shard', '1/2'];
    await bosett(...args, '-o', 'none.parquet');
    expect(await parquet('none.parquet')).toEqual([]);
    await bosett(...args, '-o', 'none.csv');
    expect(readFileSync(join(folder, 'none.csv'), 'utf8')).toMatch(
      /^municipality,scenario,settlement\.persons,year,.*\n$/,
    );
  });

  it('writes the same rows as CSV, and shows some of them as a table', async () => {
    const args = ['sweep', heroy10, '--vary', `${persons}=0..10/5`];
    await bosett(...args, '-o', 'rows.csv');
    const text = readFileSync(join(folder, 'rows.csv'), 'utf8');
    expect(text).toBe((await bosett(...args, '--format', 'csv')).stdout);
    const { rows } = await json<{ rows: Row[] }>(0, ...args);
    const { data } = Papa.parse<Record<string, string>>(text.trim(), { header: true });
    expect(data.map((row) => Number(row['net']))).toEqual(rows.map((row) => row['net']));
    expect((await bosett(...args)).stdout).toContain(persons);
  });

  it('never writes over the people it reads', async () => {
    const rows = 'settlement_year,permit,category,age_band,persons\n2023,ordinary,adult,25-55,31\n';
    writeFileSync(join(folder, 'people.csv'), rows);
    const scenario = { ...JSON.parse(readFileSync(heroy10, 'utf8')), opening: 'people.csv' };
    writeFileSync(join(folder, 'own.json'), JSON.stringify(scenario));
    expect(await refused('sweep', 'own.json', '--vary', `${persons}=0..1`, '-o', 'people.csv')).toContain('people.csv');
    expect(readFileSync(join(folder, 'people.csv'), 'utf8')).toBe(rows);
  });

  it.each([
    [],
    ['--vary', persons],
    ['--vary', `${persons}=0..10`, '--vary', `${persons}=0..5`],
    ['--vary', `${persons}=0..10/0`],
    ['--vary', 'education.group_size=10..12/0.5'],
    ['--vary', `${persons}=0..10`, '--shard', '3/2'],
    ['--vary', `${persons}=0..10`, '--shard', '0/2'],
    ['--vary', `${persons}=0..10`, '-o', 'out.xlsx'],
    ['--vary', `${persons}=0..10`, '-o', 'nowhere/out.parquet'],
    ['--vary', `${persons}=0..10`, '--draws', '0'],
    ['--vary', `${persons}=0..30000`, '-o', 'refused.parquet'],
  ])('refuses %s %s %s %s and writes nothing', async (...args) => {
    expect((await refused('sweep', heroy10, ...args)).trim()).not.toBe('');
    for (const name of ['out.xlsx', 'nowhere/out.parquet', 'refused.parquet'])
      expect(existsSync(join(folder, name))).toBe(false);
  });
});

describe('compare', () => {
  type Compared = {
    measures: { measure: string; sides: { value: number | null }[] }[];
    differences: { address: string; sides: { spans: { low: number | string | null }[] }[] }[];
    attribution: { figure: string; total: number | null; parts: { group: string; amount: number }[] | null }[];
  };

  it('has the measures side by side, what differs, and parts that sum to the difference', async () => {
    const found = await json<Compared>(0, 'compare', lom, sel);
    expect(found).toMatchObject({ format: 'bosett/compare@1', obstacles: ['municipality'] });
    const net = found.measures.find(({ measure }) => measure === 'net_plan')?.sides.map(({ value }) => value ?? NaN);
    const own = ['lom', 'sel'].map((name) =>
      forecastOf(planOfFile(name)).result.reduce((sum, row) => sum + (row.tail ? 0 : row.net), 0),
    );
    expect(net).toEqual(own);
    expect(found.differences.map(({ address }) => address)).toEqual([
      persons,
      'settlement.realisation.spread',
      'staff.tax_zone',
    ]);
    expect(found.differences[2]?.sides.map(({ spans }) => spans[0]?.low)).toEqual(['3', '1']);
    const [plan] = found.attribution;
    expect(plan?.figure).toBe('net_plan');
    expect(plan?.parts?.map(({ group }) => group)).toEqual(['settlement', 'opening']);
    const sum = plan?.parts?.reduce((all, { amount }) => all + amount, 0) ?? NaN;
    expect(sum).toBeCloseTo((own[1] ?? NaN) - (own[0] ?? NaN), 5);
  });

  it('is a table in each language with the parts of the difference, and rows in CSV', async () => {
    for (const [language, word] of [
      ['nb', 'Tallet på bosatte'],
      ['nn', 'Talet på busette'],
      ['en', 'The number settled'],
    ] as const)
      expect((await bosett('compare', heroy10, heroy40, '--lang', language)).stdout).toContain(word);
    const { data } = Papa.parse<Row>((await bosett('compare', heroy10, heroy40, '--format', 'csv')).stdout.trim(), {
      header: true,
    });
    expect(data.find(({ subject, name }) => subject === 'difference' && name === persons)).toMatchObject({
      value: '10',
    });
    expect(data.filter(({ subject, name }) => subject === 'net_plan' && name === 'settlement')).toHaveLength(1);
  });

  it('says on stderr what must be known first, and that plans of other years are not split', async () => {
    const elverum = join(root, 'scenarios/elverum-40.json');
    const { code, stdout, stderr } = await bosett('compare', heroy10, elverum, '--lang', 'en');
    expect(code).toBe(0);
    expect(stderr).toContain('The plans begin in different years');
    expect(stdout).toContain('Cannot be split');
    const found = await json<Compared>(0, 'compare', heroy10, elverum);
    expect(found.attribution.every(({ total, parts }) => total === null && parts === null)).toBe(true);
  });

  it('needs two scenarios', async () => {
    expect((await refused('compare', heroy10)).trim()).not.toBe('');
    expect((await refused('compare', heroy10, 'nowhere.json')).trim()).toContain('nowhere.json');
  });
});
