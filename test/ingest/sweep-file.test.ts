import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readKostra } from '$lib/ingest/kostra-file';
import { readSweep } from '$lib/ingest/sweep-file';
import { COLUMNS } from '$lib/model/bounds';
import type { Finding } from '$lib/model/settings';
import { sweep, sweepColumns, type SweepRow } from '$lib/model/sweep';
import { writeSweep } from '../../src/cli/sweep-file';
import { planOfFile } from '../repository-scenario';

const folder = mkdtempSync(join(tmpdir(), 'bosett-sweep-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const PERSONS = { address: 'settlement.persons', values: [0, 10] };
const SPACE = { address: 'teaching.group_size', values: [12, 15] };

async function* inPieces(rows: SweepRow[], size: number): AsyncGenerator<SweepRow[]> {
  for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size);
}

/** A file as the command line writes it, in row groups of this many rows. */
async function written(name: string, columns: string[], rows: SweepRow[], size = 7): Promise<File> {
  const out = join(folder, name);
  await writeSweep(out, columns, inPieces(rows, size));
  return new File([readFileSync(out)], name);
}

/** A row of a year; what is not said of it is 1. */
function row(more: SweepRow, addresses: SweepRow = { 'settlement.persons': 10 }): SweepRow {
  const numbers = Object.fromEntries(COLUMNS.map((column) => [column, 1]));
  const keys = { municipality: '0301', scenario: 'a.json', ...addresses };
  return { ...keys, year: 2024, tail: false, incomplete: false, ...numbers, ...more };
}

const columns = sweepColumns([PERSONS]);
const codes = (findings: Finding[]): string[] => findings.map(({ file, code }) => `${file}: ${code}`);
const cases = [{ scenario: 'lom.json', plan: planOfFile('lom') }];

describe('a file of bosett sweep', () => {
  it.each(['whole.parquet', 'whole.csv'])(
    'is read from %s with its points, and the years of their plans',
    async (name) => {
      const rows = sweep(cases, [PERSONS]);
      const { sweep: read, findings } = await readSweep([await written(name, columns, rows)]);
      expect(findings).toEqual([]);
      expect(read).toMatchObject({ files: [name], varied: [PERSONS], hasPercentiles: false });
      const [first, second] = read?.points ?? [];
      const after = rows.filter((each) => each[PERSONS.address] === 0 && each['tail']);
      const tail = after.reduce((sum, each) => sum + Number(each['net']), 0);
      expect(first).toMatchObject({ municipality: '3434', scenario: 'lom.json', variant: '0', first_year: 2024 });
      expect(first?.tail).toBeCloseTo(tail, 4);
      expect(second).toMatchObject({ variant: '10', point: 1, last_year: 2027 });
      const planned = rows.filter((each) => !each['tail']);
      const lines = read?.years.trim().split('\n') ?? [];
      expect(lines[0]).toBe('point,year,incomplete,net,income,cost,settled,in_phase,rooms_needed,posts');
      expect(lines).toHaveLength(planned.length + 1);
      const cells = lines[6]?.split(',').map(Number) ?? [];
      expect(cells[3]).toBeCloseTo(Number(planned[5]?.['net']), 4);
      expect(cells[9]).toBeCloseTo(Number(planned[5]?.['posts']), 9);
    },
  );

  it('gives the same from Parquet and from text', async () => {
    const rows = sweep(cases, [PERSONS]);
    const [parquet, csv] = await Promise.all(
      ['same.parquet', 'same.csv'].map(async (name) => readSweep([await written(name, columns, rows)])),
    );
    expect({ ...parquet?.sweep, files: [] }).toEqual({ ...csv?.sweep, files: [] });
  });

  it('is joined of its shards, in whatever order they come', async () => {
    const whole = await readSweep([await written('all.parquet', columns, sweep(cases, [PERSONS]))]);
    const parts = await Promise.all(
      [1, 2].map((part) => written(`part-${part}.parquet`, columns, sweep(cases, [PERSONS], { part, of: 2 }))),
    );
    const joined = await readSweep(parts);
    expect({ ...joined.sweep, files: [] }).toEqual({ ...whole.sweep, files: [] });
    const turned = await readSweep(parts.reverse());
    expect(turned.sweep?.points.map(({ variant }) => variant)).toEqual(['10', '0']);
    expect(turned.sweep?.varied).toEqual([PERSONS]);
  });

  it('may vary nothing or several parameters', async () => {
    const none = await readSweep([await written('none.parquet', sweepColumns([]), [row({}, {})])]);
    expect(none.sweep).toMatchObject({ varied: [], points: [{ variant: '' }] });
    const both = { 'settlement.persons': 10, 'teaching.group_size': 15 };
    const several = await readSweep([await written('two.csv', sweepColumns([PERSONS, SPACE]), [row({}, both)])]);
    expect(several.sweep?.varied.map(({ address }) => address)).toEqual(['settlement.persons', 'teaching.group_size']);
    expect(several.sweep?.points[0]?.variant).toBe('10|15');
  });

  it('gives percentiles where futures were drawn', async () => {
    const all = sweepColumns([PERSONS], { draws: 9, seed: 1 });
    const percentiles = Object.fromEntries(all.slice(columns.length).map((name) => [name, 2]));
    const file = await written('drawn.parquet', all, [row({ ...percentiles, net_p10: -4, net_p90: 9 })]);
    const { sweep: read } = await readSweep([file]);
    expect(read?.hasPercentiles).toBe(true);
    expect(read?.years).toMatch(/,net_p10,net_p90\n.*,-4,9\n$/);
  });

  it('does not know what follows the plan where an amount of it is unknown', async () => {
    const rows = [row({}), row({ year: 2025, tail: true }), row({ year: 2026, tail: true, incomplete: true })];
    const { sweep: read } = await readSweep([await written('tail.parquet', columns, rows)]);
    expect(read?.points[0]?.tail).toBeNull();
  });

  it('keeps an unknown number empty, never zero', async () => {
    const { sweep: read } = await readSweep([
      await written('empty.parquet', columns, [row({ net: null, posts: null })]),
    ]);
    expect(read?.years.split('\n')[1]).toBe('0,2024,false,,1,1,1,1,1,');
  });

  it('may have been saved again by a spreadsheet', async () => {
    const text = [
      columns.join(';'),
      columns.map((name) => String(row({ net: -1.5, municipality: 301 })[name])).join(';'),
    ];
    const saved = text.join('\r\n').replace('-1.5', '-1,5').replaceAll('false', 'USANN');
    const { sweep: read, findings } = await readSweep([new File([`\ufeff${saved}\r\n`], 'saved.csv')]);
    expect(findings).toEqual([]);
    expect(read?.points[0]?.municipality).toBe('0301');
    expect(read?.years).toContain(',-1.5,');
  });

  it('tells how far it is', async () => {
    const shares: number[] = [];
    const rows = [2024, 2025, 2026, 2027].map((year) => row({ year }));
    const files = [
      await written('first.parquet', columns, rows, 2),
      await written('last.csv', columns, [row({ year: 2028, scenario: 'b' })]),
    ];
    await readSweep(files, (share) => shares.push(share));
    expect(shares.slice(0, 2)).toEqual([0.25, 0.5]);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
  });
});

describe('a file that cannot be used is named, and nothing of the others is', () => {
  const good = (name = 'good.parquet') => written(name, columns, [row({})]);

  it('where it is broken or cut off', async () => {
    const whole = await written('cut.parquet', columns, sweep(cases, [PERSONS]));
    const bytes = new Uint8Array(await whole.arrayBuffer());
    const cut = new File([bytes.slice(0, bytes.length - 900)], 'cut.parquet');
    const hurt = new File([bytes.map((byte, at) => (at > 40 && at < 900 ? 7 : byte))], 'hurt.parquet');
    const read = await readSweep([await good(), cut, hurt]);
    expect(read.sweep).toBeNull();
    expect(codes(read.findings)).toEqual(['cut.parquet: broken-file', 'hurt.parquet: broken-file']);
  });

  it('where it is empty, or has no rows', async () => {
    expect(codes((await readSweep([new File([], 'none.csv')])).findings)).toEqual(['none.csv: empty-file']);
    const bare = await written('bare.parquet', columns, []);
    expect(codes((await readSweep([bare])).findings)).toEqual(['bare.parquet: no-rows']);
    // A shard without a point is a file without rows.
    expect((await readSweep([bare, await good()])).findings).toEqual([]);
  });

  it('where it is another table', async () => {
    const other = new File(['municipality,year,persons\n0301,2024,7\n'], 'other.csv');
    const { findings } = await readSweep([other]);
    expect(codes(findings)).toEqual(['other.csv: not-a-sweep']);
    expect(findings[0]?.found).toContain('scenario');
    const binary = new File([new Uint8Array([1, 0, 2, 0, 3])], 'x.bin');
    expect(codes((await readSweep([binary])).findings)).toEqual(['x.bin: not-a-table']);
  });

  it('where its columns are not those of the first', async () => {
    const other = await written('other.parquet', sweepColumns([SPACE]), [row({}, { 'teaching.group_size': 12 })]);
    const { findings } = await readSweep([await good(), other]);
    expect(codes(findings)).toEqual(['other.parquet: sweep-unlike']);
    expect(findings[0]).toMatchObject({ found: 'teaching.group_size, settlement.persons', allowed: 'good.parquet' });
  });

  it('where it overlaps with another, or with itself', async () => {
    const both = await readSweep([await good(), await written('again.csv', columns, [row({ year: 2025 })])]);
    expect(codes(both.findings)).toEqual(['again.csv: sweep-twice']);
    expect(both.findings[0]).toMatchObject({ found: '0301, a.json, 10', allowed: 'good.parquet' });
    const itself = await readSweep([await written('double.parquet', columns, [row({}), row({})])]);
    expect(codes(itself.findings)).toEqual(['double.parquet: sweep-twice']);
  });

  it.each([
    ['net', 'mange', 'not-a-number'],
    ['year', '', 'empty-cell'],
    ['tail', 'kanskje', 'not-an-option'],
    ['municipality', 'Oslo', 'sweep-municipality'],
  ])('where %s is «%s»', async (column, cell, code) => {
    const text = `${columns.join(',')}\n${columns.map((name) => String(row({ [column]: cell })[name])).join(',')}\n`;
    const { findings } = await readSweep([new File([text], 'wrong.csv')]);
    expect(findings).toMatchObject([{ file: 'wrong.csv', code, path: column, row: 2 }]);
  });

  it('where a row has other cells than headings', async () => {
    const { findings } = await readSweep([new File([`${columns.join(',')}\n0301,a\n`], 'short.csv')]);
    expect(findings).toMatchObject([{ code: 'sweep-cells', row: 2, found: '2' }]);
  });

  it('where it is larger than can be read', async () => {
    const file = new File(['municipality'], 'large.csv');
    Object.defineProperty(file, 'size', { value: 400_000_000 });
    const { findings } = await readSweep([file]);
    expect(findings).toMatchObject([{ file: 'large.csv', code: 'too-large', found: '400 MB', allowed: '300 MB' }]);
  });
});

describe('a list of KOSTRA groups', () => {
  const read = (name: string, text: string) => readKostra(name, new TextEncoder().encode(text));

  it('is read as Klass saves it, either way around', async () => {
    const from =
      '"sourceCode";"sourceName";"targetCode";"targetName"\n"0301";"Oslo";"EKG13";"KOSTRA-gruppe 13"\n"3431";"Dovre";"EKG04";"KOSTRA-gruppe 04"\n';
    const { grouping, findings } = await read('correspondence_2024.csv', from);
    expect(findings).toEqual([]);
    expect(grouping).toEqual({ file: 'correspondence_2024.csv', year: 2024, groups: { '0301': '13', '3431': '4' } });
    const turned = 'sourceCode,sourceName,targetCode,targetName\nEKG13,KOSTRA-gruppe 13,0301,Oslo\n';
    expect((await read('list.csv', turned)).grouping).toMatchObject({ year: null, groups: { '0301': '13' } });
  });

  it('is read as a simple list, with its year and without the zero before a number', async () => {
    const { grouping } = await read('list.csv', 'municipality;kostra_group;year\n301;13;2023\n3431;4;2023\n');
    expect(grouping).toMatchObject({ year: 2023, groups: { '0301': '13', '3431': '4' } });
  });

  it('is refused where it is something else, or a municipality is in two groups', async () => {
    expect((await read('x.csv', 'a;b\n1;2\n')).findings).toMatchObject([{ code: 'not-a-grouping' }]);
    expect((await read('x.csv', 'municipality;kostra_group\n')).findings).toMatchObject([{ code: 'not-a-grouping' }]);
    const twice = await read('x.csv', 'municipality;kostra_group\n0301;13\n0301;12\n');
    expect(twice.findings).toMatchObject([{ code: 'grouping-twice', row: 3, found: '0301' }]);
    expect(twice.grouping).toBeNull();
  });
});
