import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { root } from '../../src/cli/prepare.js';
import { countryFiles } from '../bench/country.js';

let folder = '';
let files: string[] = [];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bosett-country-'));
  files = countryFiles(folder, 12);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function sweep(...more: string[]): Promise<string> {
  const args = ['sweep', ...files, '--vary', 'settlement.persons=0..60/20', ...more];
  const options = { cwd: root, env: { ...process.env, INIT_CWD: folder }, maxBuffer: 64 * 1024 * 1024 };
  return new Promise((done, fail) => {
    execFile(process.execPath, [join(root, 'src/cli/run.js'), ...args], options, (error, stdout, stderr) =>
      error ? fail(new Error(stderr)) : done(stdout),
    );
  });
}

async function read(sql: string): Promise<Record<string, unknown>[]> {
  const connection = await (await DuckDBInstance.create()).connect();
  return (await connection.runAndReadAll(sql)).getRowObjects();
}

it('shards of a sweep, read together by another engine and sorted, are the whole row for row', async () => {
  await sweep('--draws', '6', '-o', 'whole.parquet');
  await sweep('--draws', '6', '--shard', '1/2', '-o', 'part-1.parquet');
  await sweep('--draws', '6', '--shard', '2/2', '-o', 'part-2.parquet');
  const sorted = (files: string) =>
    read(
      `select * from read_parquet('${folder}/${files}') order by municipality, scenario, "settlement.persons", year`,
    );
  const whole = await sorted('whole.parquet');
  expect(new Set(whole.map(({ municipality }) => municipality)).size).toBe(12);
  expect(whole).toEqual(await sorted('part-*.parquet'));
}, 300_000);

it('many threads write the same bytes as one', async () => {
  // 12 municipalities, 4 numbers and 90 futures each are worth a thread for each core; a shard of one point is not.
  await sweep('--draws', '90', '-o', 'many.csv');
  const rows = readFileSync(join(folder, 'many.csv'), 'utf8').trimEnd().split('\n');
  for (const part of [1, 24, 48]) {
    await sweep('--draws', '90', '--shard', `${part}/48`, '-o', 'one.csv');
    const [heading, ...one] = readFileSync(join(folder, 'one.csv'), 'utf8').trimEnd().split('\n');
    expect(heading).toBe(rows[0]);
    const first = rows.indexOf(one[0] ?? '');
    expect(rows.slice(first, first + one.length)).toEqual(one);
  }
}, 300_000);
