import { execFile } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tableFromIPC } from 'apache-arrow';
import { unzipSync } from 'fflate';
import { parquetMetadata } from 'hyparquet';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ForecastDocument } from '$lib/export/document';
import { root } from '../../src/cli/prepare.js';

type Ran = { code: number; stdout: string; stderr: string };

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bosett-export-'));
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

const heroy = join(root, 'scenarios/heroy-10.json');
const naeroysund = join(root, 'scenarios/naeroysund.json');
const other = join(root, 'scenarios/heroy-40.json');
const DAY = ['--date', '2026-01-31'];

/** The bytes of a file that the command wrote: only to the file, with its name on stderr. */
async function exported(out: string, ...args: string[]): Promise<Buffer> {
  const { code, stdout, stderr } = await bosett('export', ...args, '-o', out, ...DAY);
  expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '', stderr: expect.stringContaining(out) });
  return readFileSync(join(folder, out));
}

/** What a refusal must be: exit code 2, a sentence on stderr and no file but those that were there. */
async function refused(...args: string[]): Promise<string> {
  const before = readdirSync(folder);
  const { code, stdout, stderr } = await bosett('export', ...args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).not.toMatch(/^\s*at /m);
  expect(stderr.trim()).not.toBe('');
  expect(readdirSync(folder)).toEqual(before);
  return stderr;
}

/** The rows of an English CSV file by column. */
function rowsOf(bytes: Buffer): Record<string, string>[] {
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  return Papa.parse<Record<string, string>>(bytes.subarray(3).toString('utf8'), { header: true, skipEmptyLines: true })
    .data;
}

async function forecast(...args: string[]): Promise<ForecastDocument> {
  return JSON.parse((await bosett('forecast', ...args, '--format', 'json')).stdout) as ForecastDocument;
}

describe('export', () => {
  it.each([
    ['xlsx', [0x50, 0x4b, 3, 4]],
    ['docx', [0x50, 0x4b, 3, 4]],
    ['png', [0x89, 0x50, 0x4e, 0x47]],
    ['parquet', [...Buffer.from('PAR1')]],
    ['arrow', [...Buffer.from('ARROW1')]],
    ['csv', [0xef, 0xbb, 0xbf]],
    ['svg', [...Buffer.from('<svg')]],
    ['html', [...Buffer.from('<!')]],
  ])('writes %s, the same bytes for the same day where the library allows', async (ending, signature) => {
    const first = await exported(`a.${ending}`, heroy, '--beside', other);
    expect([...first.subarray(0, signature.length)]).toEqual(signature);
    const again = await exported(`b.${ending}`, heroy, '--beside', other);
    // The library for Word numbers links by chance and dates its parts by the clock.
    if (ending !== 'docx') expect(first.equals(again)).toBe(true);
  });

  it('gives the lines of the forecast, with settings of the command line', async () => {
    const set = ['--set', 'settlement.persons=17'];
    const rows = rowsOf(await exported('lines.csv', heroy, ...set, '--lang', 'en'));
    const { lines } = await forecast(heroy, ...set);
    expect(rows.map(({ item, year, amount }) => [item, Number(year), Number(amount)])).toEqual(
      lines.map(({ item, year, amount }) => [item, year, amount]),
    );
    expect(new Set(rows.map(({ municipality, mode, data }) => [municipality, mode, data].join()))).toEqual(
      new Set(['1818,private,synthetic']),
    );
  });

  it('compares with the other scenario as it stands, and says what differs', async () => {
    const bytes = await exported('beside.parquet', heroy, '--set', 'settlement.persons=17', '--beside', heroy);
    const { key_value_metadata: said = [] } = parquetMetadata(new Uint8Array(bytes).buffer);
    const of = (key: string) => said.find((each) => each.key === key)?.value;
    expect(of('bosett.difference:settlement.persons')).toMatch(/^10 .*→ 17 /);
    expect(of('bosett.date')).toBe('2026-01-31');
    expect(of('bosett.table')).toBe('lines');
  });

  it('gives futures of a seed', async () => {
    const args = [heroy, '--table', 'futures', '--draws', '20', '--seed', '3', '--lang', 'en'];
    const rows = rowsOf(await exported('futures.csv', ...args));
    const { futures } = await forecast(heroy, '--draws', '20', '--seed', '3');
    const net = rows.filter(({ table, column }) => table === 'result' && column === 'net');
    expect(net.map(({ p5, p95 }) => [Number(p5), Number(p95)])).toEqual(
      futures?.result['net']?.map(({ p5, p95 }) => [p5, p95]),
    );
  });

  it('gives the economic plan and a budget for an ansvar, in the sign of KOSTRA unless another is asked for', async () => {
    const text = (await exported('plan.csv', heroy, '--table', 'economic-plan')).toString('utf8');
    expect(text).toMatch(/;budget_2024;plan_2024;plan_2025;plan_2026;plan_2027\r\n/);
    expect(text).toMatch(/;net;;;Netto;-6246;3489;/);
    const turned = await exported('turned.csv', heroy, '--table', 'economic-plan', '--sign', 'income_positive');
    expect(turned.toString('utf8')).toMatch(/;net;;;Netto;6246;-3489;/);
    const budget = tableFromIPC(await exported('budget.arrow', heroy, '--table', 'budget', '--ansvar', '03100'));
    expect(budget.get(0)?.toJSON()).toMatchObject({
      ansvar: '03100',
      funksjon: '213',
      art: '010',
      year: 2024,
      mode: 'private',
    });
  });

  it('names another picture', async () => {
    const [first, second] = [await exported('net.svg', heroy), await exported('fund.svg', heroy, '--picture', 'fund')];
    expect(first.equals(second)).toBe(false);
    expect(await refused(heroy, '-o', 'x.svg', '--picture', 'nothing')).toMatch(/nothing.*net, fund/);
  });
});

describe('export in public', () => {
  it('is made of protected rows alone, and says so', async () => {
    const open = ['--public', '--threshold', '5'];
    const rows = rowsOf(await exported('public.csv', naeroysund, ...open, '--table', 'result', '--lang', 'en'));
    const { result } = await forecast(naeroysund, ...open);
    expect(rows.map(({ net }) => Number(net))).toEqual(result.map(({ net }) => net));
    expect(rows.map(({ net }) => Number(net))).not.toEqual((await forecast(naeroysund)).result.map(({ net }) => net));
    expect(new Set(rows.map(({ mode }) => mode))).toEqual(new Set(['public']));
    const html = (await exported('public.html', naeroysund, ...open)).toString('utf8');
    expect(html).toContain('Offentlig visning: tall under 5 er skjult');
    expect(html).not.toContain('Intern visning');
  });
});

/** A plan of people in inline rows; `few` and `many` swap places in hidden cells, so that no total that is published tells. */
function secretPlan(name: string, few: number, many: number): string {
  const row = (settlement_year: number, category: string, age_band: string, persons: number) => {
    return { settlement_year, permit: 'ordinary', category, age_band, persons };
  };
  const opening = [
    row(2021, 'adult', '25-55', 24),
    row(2021, 'single_adult', '25-55', few),
    row(2021, 'child', '6-15', many),
    row(2022, 'adult', '25-55', 14),
    row(2022, 'single_adult', '25-55', many),
    row(2022, 'child', '6-15', few),
    row(2023, 'adult', '25-55', 22),
    row(2023, 'single_adult', '25-55', 9),
    row(2023, 'child', '6-15', 17),
  ];
  const scenario = JSON.parse(readFileSync(heroy, 'utf8')) as object;
  writeFileSync(join(folder, name), JSON.stringify({ ...scenario, opening }));
  return name;
}

describe('people who look the same to everybody give everybody the same file', () => {
  const open = ['--public', '--threshold', '5'];
  const text = (bytes: Buffer): string => {
    const parts = unzipSync(bytes);
    // Word's own numbers of links are drawn by chance.
    const words = Object.keys(parts).filter((name) => /^(word|docProps)\/[^/]+\.xml$/.test(name));
    return words
      .sort()
      .map((name) => new TextDecoder().decode(parts[name]).replace(/rId[\w-]+/g, ''))
      .join('\n');
  };

  const both = async (ending: string, ...args: string[]): Promise<[Buffer, Buffer]> => {
    const [few, many] = [secretPlan('a.json', 2, 3), secretPlan('b.json', 3, 2)];
    return [await exported(`a.${ending}`, few, ...args), await exported(`b.${ending}`, many, ...args)];
  };

  it.each(['csv', 'parquet', 'arrow', 'xlsx', 'html', 'svg'])('as %s', { timeout: 120_000 }, async (ending) => {
    const [first, second] = await both(ending, ...open);
    expect(first.equals(second)).toBe(true);
  });

  it('as docx', { timeout: 120_000 }, async () => {
    const [first, second] = await both('docx', ...open);
    expect(text(first)).toBe(text(second));
  });

  it('but not those who may see every number', { timeout: 120_000 }, async () => {
    const [first, second] = await both('csv');
    expect(first.equals(second)).toBe(false);
  });
});

describe('export refuses', () => {
  it('no file, no name, a name of no kind, and values that cannot be', async () => {
    expect(await refused('-o', 'x.csv')).toContain('export');
    expect(await refused(heroy)).toContain('-o');
    expect(await refused(heroy, '-o', 'x.pdf')).toMatch(/x\.pdf.*OUT\.xlsx/);
    expect(await refused(heroy, '-o', 'x.csv', '--date', '2026-02-30')).toContain('--date');
    expect(await refused(heroy, '-o', 'x.csv', '--table', 'all')).toContain('economic-plan');
    expect(await refused(heroy, '-o', 'x.csv', '--table', 'budget', '--ansvar', '=1')).toContain('--ansvar');
    expect(await refused(heroy, '-o', 'x.csv', '--sign', 'plus')).toContain('cost_positive');
    expect(await refused(heroy, '-o', 'x.csv', '--set', 'settlement.persons=-1')).toContain('settlement.persons');
    expect(await refused('gone.json', '-o', 'x.csv')).toContain('gone.json');
    expect(await refused(heroy, '--beside', 'gone.json', '-o', 'x.csv')).toContain('gone.json');
  });

  it('what it would not use, and what it lacks', async () => {
    expect(await refused(heroy, '-o', 'x.docx', '--table', 'lines')).toContain('--table');
    expect(await refused(heroy, '-o', 'x.csv', '--picture', 'net')).toContain('--picture');
    expect(await refused(heroy, '-o', 'x.csv', '--ansvar', '3100')).toContain('--table budget');
    expect(await refused(heroy, '-o', 'x.csv', '--draws', '5')).toContain('--table futures');
    expect(await refused(heroy, '-o', 'x.csv', '--table', 'futures')).toContain('--draws');
    expect(await refused(heroy, '-o', 'x.csv', '--table', 'budget')).toContain('--ansvar');
    expect(await refused(heroy, '-o', 'x.csv', '--beside', heroy, '--beside', other)).toContain('--beside');
  });

  it('to write over what it reads, under any name', async () => {
    const opening = 'people.csv';
    copyFileSync(join(root, 'data/cohorts/1818.csv'), join(folder, opening));
    const scenario = { ...(JSON.parse(readFileSync(heroy, 'utf8')) as object), opening };
    writeFileSync(join(folder, 'own.json'), JSON.stringify(scenario));
    symlinkSync(join(folder, opening), join(folder, 'linked.csv'));
    const before = readFileSync(join(folder, opening), 'utf8');
    expect(await refused('own.json', '-o', opening)).toContain(opening);
    expect(await refused('own.json', '-o', 'linked.csv')).toContain('linked.csv');
    expect(await refused(heroy, '--beside', 'own.json', '-o', opening)).toContain(opening);
    expect(readFileSync(join(folder, opening), 'utf8')).toBe(before);
  });

  it('a budget with an amount that nobody states', async () => {
    const scenario = {
      format: 'bosett/scenario@1',
      title: { nb: 'Ukjent sats' },
      municipality: '1818',
      first_year: 2017,
      years: 3,
      opening: [],
      parameters: { 'settlement.persons': 4, 'settlement.mix.unaccompanied_minor': 0.5 },
    };
    writeFileSync(join(folder, 'unknown.json'), JSON.stringify(scenario));
    expect(await refused('unknown.json', '-o', 'x.csv', '--table', 'budget', '--ansvar', '3100')).toMatch(
      /850.*810.*2017/,
    );
    const plan = (await exported('unknown.csv', 'unknown.json', '--table', 'economic-plan')).toString('utf8');
    expect(plan).toMatch(/;net;;;Netto;;;\r\n/);
  });

  it('a folder that is not there, and leaves nothing behind', async () => {
    expect(await refused(heroy, '-o', 'no/such/folder.csv')).toContain('folder.csv');
    expect(existsSync(join(folder, 'no'))).toBe(false);
  });
});
