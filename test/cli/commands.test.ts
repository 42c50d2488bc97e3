import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ForecastDocument } from '$lib/export/document';
import { forecastOf } from '$lib/model/plan';
import { root } from '../../src/cli/prepare.js';
import { planOfFile } from '../repository-scenario';

type Ran = { code: number; stdout: string; stderr: string };

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bosett-cli-'));
  // The first call makes the bundle where that is older than its sources.
  await bosett('--help');
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command line as somebody who stands in `folder`, by a script runner that moved to the root. */
function bosett(...args: string[]): Promise<Ran> {
  return runIn(root, folder, args);
}

function runIn(cwd: string, stoodIn: string | undefined, args: string[]): Promise<Ran> {
  const options = { cwd, env: { ...process.env, INIT_CWD: stoodIn }, maxBuffer: 64 * 1024 * 1024 };
  return new Promise((done) => {
    execFile(process.execPath, [join(root, 'src/cli/run.js'), ...args], options, (error, stdout, stderr) =>
      done({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    );
  });
}

function written(name: string, content: unknown): string {
  const file = join(folder, name);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

function scenario(name: string, given: object): string {
  return written(name, {
    format: 'bosett/scenario@1',
    title: { nb: 'Prøve' },
    municipality: '1818',
    first_year: 2024,
    opening: [],
    ...given,
  });
}

async function documents(...args: string[]): Promise<ForecastDocument[]> {
  const { code, stdout, stderr } = await bosett('forecast', ...args, '--format', 'json');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as ForecastDocument);
}

async function document(...args: string[]): Promise<ForecastDocument> {
  const [first, ...more] = await documents(...args);
  if (!first || more.length > 0) throw new Error(`documents: ${more.length + 1}`);
  return first;
}

/** What a refusal must be: exit code 2, a sentence on stderr and nothing written. */
async function refused(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await bosett(...args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).not.toMatch(/^\s*at /m);
  return stderr;
}

const heroy10 = join(root, 'scenarios/heroy-10.json');
const heroy40 = join(root, 'scenarios/heroy-40.json');
const sel = join(root, 'scenarios/sel.json');

describe('forecast', () => {
  it('is a table in thousands by default, with its messages on stderr', async () => {
    const { code, stdout, stderr } = await bosett('forecast', heroy10);
    expect(code).toBe(0);
    const lines = stdout.split('\n');
    expect(lines[0]).toBe('Herøy: 10 i året');
    const forecast = forecastOf(planOfFile('heroy-10'));
    const years = lines.map((line) => line.slice(0, 4)).filter((word) => /^20\d\d$/.test(word));
    expect(years).toEqual(forecast.years.map(String));
    const first = lines.find((line) => line.startsWith('2024'));
    expect(first?.split(/\s{2,}/)[1]?.replace(/\s/g, '')).toBe(
      String(Math.round((forecast.result[0]?.income ?? 0) / 1000)),
    );
    expect(stderr).toContain('2018');
    expect(stderr.trimEnd().split('\n').length).toBeGreaterThan(1);
  });

  it('has the keys of the contract in JSON, each of them in every row', async () => {
    const { lines, people, capacity, leases, result, warnings, ...rest } = await document(heroy10);
    expect(Object.keys(rest)).toEqual(expect.arrayContaining(['format', 'scenario', 'years', 'futures']));
    expect(rest).toMatchObject({ format: 'bosett/forecast@1', futures: null });
    expect(Object.keys(rest.scenario).sort()).toEqual(['hash', 'municipality', 'title']);
    const keys = {
      people:
        'year tail settled family moved_in moved_out in_phase participants_mean participants_peak participants_any pupils_peak',
      lines:
        'year tail side item category settlement_year quantity unit unit_price amount funksjon art tag parameters status quantity_status',
      capacity:
        'year tail groups rooms_needed rooms_owned rooms_leased modules advisers teachers posts_needed posts dwellings',
      leases: 'room needed_from order_by until months_empty cost',
      result: 'year tail income cost net net_fixed ordinary to_fund balance fund after_phase incomplete',
      warnings: 'code message parameters',
    };
    const tables: Record<keyof typeof keys, object[]> = { people, lines, capacity, leases, result, warnings };
    for (const [name, expected] of Object.entries(keys)) {
      const rows = tables[name as keyof typeof keys];
      expect(rows.length).toBeGreaterThan(0);
      const lacking = expected.split(' ').filter((key) => rows.some((row) => !(key in row)));
      expect({ name, lacking }).toEqual({ name, lacking: [] });
    }
  });

  it('runs every table over the plan’s years and then the tail’s', async () => {
    const { years, people, capacity, result, lines } = await document(sel);
    expect(years).toEqual([2024, 2025, 2026, 2027]);
    for (const rows of [people, capacity, result]) {
      expect(rows.slice(0, 4).map(({ year, tail }) => [year, tail])).toEqual(years.map((year) => [year, false]));
      expect(rows.slice(4).every(({ tail }) => tail)).toBe(true);
      expect(rows.map(({ year }) => year)).toEqual(result.map(({ year }) => year));
    }
    expect(lines.filter((line) => line.tail !== line.year > 2027)).toEqual([]);
  });

  it('has lines that sum to its result', async () => {
    for (const { result, lines } of await documents(sel, heroy10, join(root, 'scenarios/elverum-40.json'))) {
      for (const row of result) {
        const sum = (side: string, tag: string) =>
          lines
            .filter((line) => line.year === row.year && line.side === side && line.tag === tag)
            .reduce((total, line) => total + (line.amount ?? 0), 0);
        expect(sum('income', 'extra')).toBeCloseTo(row.income, 2);
        expect(sum('cost', 'extra')).toBeCloseTo(row.cost, 2);
        expect(sum('fund', 'extra')).toBeCloseTo(row.to_fund, 2);
        expect(row.net).toBeCloseTo(row.income - row.cost, 4);
      }
    }
  });

  it('gives the net of the model to the krone', async () => {
    const { result } = await document(heroy10);
    const forecast = forecastOf(planOfFile('heroy-10'));
    expect(result.map(({ year, net }) => [year, Math.round(net)])).toEqual(
      forecast.result.map(({ year, net }) => [year, Math.round(net)]),
    );
  });

  it('gives one document a line for several scenarios, in the order asked for', async () => {
    const found = await documents(heroy40, heroy10);
    expect(found.map(({ scenario: { title } }) => title['en'])).toEqual(['Herøy: 40 a year', 'Herøy: 10 a year']);
  });

  it('gives the same bytes each time', async () => {
    const [one, other] = [
      await bosett('forecast', sel, '--format', 'json'),
      await bosett('forecast', sel, '--format=json'),
    ];
    expect(one.stdout).toBe(other.stdout);
  });

  it('is one row a year and scenario in CSV, with the columns of result, people and capacity', async () => {
    const { code, stdout } = await bosett('forecast', heroy10, heroy40, '--format', 'csv');
    expect(code).toBe(0);
    const { data, errors } = Papa.parse<Record<string, string>>(stdout.trimEnd(), { header: true });
    expect(errors).toEqual([]);
    const found = await documents(heroy10, heroy40);
    const rows = found.flatMap(({ result }) => result);
    expect(data.map((row) => [row['year'], row['net']])).toEqual(
      rows.map((row) => [String(row.year), String(row.net)]),
    );
    expect(Object.keys(data[0] ?? {})).toEqual(
      expect.arrayContaining(['scenario', 'in_phase', 'rooms_needed', 'posts']),
    );
    expect(new Set(data.map((row) => row['scenario']))).toEqual(new Set([heroy10, heroy40]));
  });

  it('takes settings from the command line over those of the file, for all years and for one', async () => {
    const { people } = await document(heroy10, '--set', 'settlement.persons=12', '--set=settlement.persons@2025=20');
    expect(people.slice(0, 4).map((row) => row.settled)).toEqual([12, 20, 12, 12]);
    const { lines } = await document(heroy10, '--set', 'relocation.sharing=eighths', '--set', 'relocation.out=0.1');
    expect(
      lines.some((line) => line.item === 'integration_grant.shared_out' && line.status === 'carried_forward'),
    ).toBe(true);
  });

  it('changes its fingerprint with what is asked of it, and not with the order of the settings', async () => {
    const first = await document(heroy10, '--set', 'settlement.persons=12', '--set', 'relocation.out.year2=0.1');
    const second = await document(heroy10, '--set', 'relocation.out.year2=0.1', '--set', 'settlement.persons=12');
    const third = await document(heroy10);
    expect(first.scenario.hash).toBe(second.scenario.hash);
    expect(first.scenario.hash).not.toBe(third.scenario.hash);
  });

  it.each(['nb', 'nn', 'en'])('speaks %s', async (language) => {
    const { code, stdout } = await bosett('forecast', heroy10, '--lang', language);
    expect(code).toBe(0);
    expect(stdout.split('\n')[0]).toBe(language === 'en' ? 'Herøy: 10 a year' : 'Herøy: 10 i året');
  });

  it('is found relative to where the user stands, also where a script runner moved', async () => {
    scenario('here.json', {});
    expect((await bosett('forecast', 'here.json')).code).toBe(0);
    expect((await runIn(folder, undefined, ['forecast', 'here.json'])).code).toBe(0);
  });

  it('reads an opening beside the scenario', async () => {
    written(
      'cohort.csv',
      'bosettingsår;oppholdsgrunnlag;kategori;aldersgruppe;antall\n2023;ordinær;voksen;25-55;12,5\n',
    );
    const file = scenario('with-cohort.json', {
      opening: 'cohort.csv',
      parameters: { 'relocation.out': 0, 'family_immigration.rate': 0 },
    });
    const { people } = await document(file);
    expect(people[0]?.in_phase).toBeCloseTo(12.5, 9);
  });

  it('warns of a municipality that is in no list, and goes on', async () => {
    const { warnings } = await document(scenario('unknown.json', { municipality: '9999' }));
    expect(warnings.map(({ code }) => code)).toContain('municipality-unknown');
  });

  it('warns of an unknown rate by name, and leaves the year incomplete', async () => {
    const file = scenario('minors.json', {
      first_year: 2019,
      years: 1,
      opening: [
        { settlement_year: 2018, permit: 'ordinary', category: 'unaccompanied_minor', age_band: '6-15', persons: 2 },
      ],
    });
    const { warnings, result, lines } = await document(file);
    expect(warnings[0]).toMatchObject({
      code: 'rate-unknown',
      parameters: expect.arrayContaining(['grants.unaccompanied_minor.to_16']),
    });
    expect(warnings[0]?.message).toContain('2019');
    expect(result[0]?.incomplete).toBe(true);
    expect(lines.find((line) => line.item === 'unaccompanied_minor_grant' && line.year === 2019)).toMatchObject({
      unit_price: null,
      amount: null,
    });
  });
});

describe('forecast refuses', () => {
  it('an id that nobody knows, and names the nearest', async () => {
    const said = await refused('forecast', heroy10, '--set', 'settlement.person=12');
    expect(said).toContain('settlement.persons');
  });

  it('a year outside the plan, and names the years', async () => {
    expect(await refused('forecast', heroy10, '--set', 'settlement.persons@2040=12')).toContain('2024-2027');
  });

  it('a value outside its range, and names the range', async () => {
    expect(await refused('forecast', heroy10, '--set', 'settlement.persons=20001')).toContain('0-20000');
  });

  it('all that is wrong at once, one sentence a line', async () => {
    const said = await refused(
      'forecast',
      heroy10,
      '--set',
      'a=1',
      '--set',
      'settlement.persons=-1',
      '--set',
      'rooms.owned=x',
    );
    expect(said.trimEnd().split('\n')).toHaveLength(3);
  });

  it('everything when one of several scenarios is wrong', async () => {
    await refused('forecast', heroy10, join(folder, 'not-there.json'), '--format', 'json');
  });

  it('a file that is not there, and an opening that is not there', async () => {
    expect(await refused('forecast', 'not-there.json')).toContain('not-there.json');
    const file = scenario('no-cohort.json', { opening: 'nowhere.csv' });
    expect(await refused('forecast', file)).toContain('nowhere.csv');
  });

  it('an opening without one of its columns, and names file and column', async () => {
    written('short.csv', 'settlement_year,permit,category,persons\n2023,ordinary,adult,3\n');
    const said = await refused('forecast', scenario('short.json', { opening: 'short.csv' }));
    expect(said).toContain('short.csv');
    expect(said).toContain('«age_band»');
  });

  it('an opening with persons in it, without repeating the value', async () => {
    written(
      'person.csv',
      'settlement_year,permit,category,age_band,persons,household\n2023,ordinary,adult,25-55,1,02013299997\n',
    );
    const said = await refused('forecast', scenario('person.json', { opening: 'person.csv' }), '--format', 'json');
    expect(said).toContain('household');
    expect(said).not.toContain('02013299997');
  });

  it('an opening without rows of the year before', async () => {
    written('old.csv', 'settlement_year,permit,category,age_band,persons,year\n2020,ordinary,adult,25-55,3,2020\n');
    expect(await refused('forecast', scenario('old.json', { opening: 'old.csv' }))).toContain('2023');
  });

  it.each([
    '',
    'forecast',
    'frocast SCENARIO',
    'forecast SCENARIO --format yaml',
    'forecast SCENARIO --lang sv',
    'forecast SCENARIO --set',
    'forecast SCENARIO --set settlement.persons',
    'forecast SCENARIO --draw 5',
    'parameters --year x',
    'parameters nothing.like.this',
    'check',
  ])('wrong usage: bosett %s', async (line) => {
    const args = line.split(' ').filter(Boolean);
    expect((await refused(...args.map((arg) => (arg === 'SCENARIO' ? heroy10 : arg)))).trim()).not.toBe('');
  });

  it('a scenario that is no JSON', async () => {
    expect(await refused('forecast', written('broken.json', '{ "format": '))).toContain('JSON');
  });
});

describe('parameters', () => {
  type Row = { id: string; value: number | string | null; unit: string; range: string; status: string; source: string };
  const rows = async (...args: string[]): Promise<Row[]> => {
    const { code, stdout, stderr } = await bosett('parameters', ...args, '--format', 'json');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    return JSON.parse(stdout) as Row[];
  };

  it('lists the rates of a year with status and source', async () => {
    const found = await rows('--year', '2018', 'grants.integration');
    expect(found.find((row) => row.id === 'grants.integration.year1.adult')).toMatchObject({
      value: 187_000,
      status: 'published',
      unit: 'NOK/person/year',
      range: '0..1000000',
      source: expect.stringContaining('2018'),
    });
    expect(found.every((row) => row.id.startsWith('grants.integration'))).toBe(true);
    const { stdout } = await bosett('parameters', '--year', '2018', 'grants.integration');
    expect(stdout).toMatch(/grants\.integration\.year1\.adult +187000 .*publisert/);
  });

  it('shows what is carried forward and what is unknown as that', async () => {
    const [year2] = await rows('--year', '2019', 'grants.integration.year2');
    expect(year2).toMatchObject({ value: 239_000, status: 'carried_forward' });
    const [minor] = await rows('--year', '2019', 'grants.unaccompanied_minor.to_16');
    expect(minor).toMatchObject({ value: null, status: 'unknown' });
  });

  it('lists every parameter', async () => {
    const ids = (await rows()).map((row) => row.id);
    expect(ids).toEqual(
      expect.arrayContaining(['settlement.persons', 'basic_amount', 'relocation.sharing', 'fund.rule']),
    );
    const { stdout } = await bosett('parameters', '--format', 'csv');
    expect(Papa.parse(stdout.trimEnd(), { header: true }).data).toHaveLength(ids.length);
  });

  it('shows a price of a year as the forecast of that year has it', async () => {
    const file = scenario('price.json', {
      first_year: 2018,
      years: 1,
      opening: [{ settlement_year: 2017, permit: 'ordinary', category: 'adult', age_band: '25-55', persons: 40 }],
      parameters: { 'rooms.owned': 0 },
    });
    const { lines } = await document(file);
    const rent = lines.find((line) => line.item === 'education.rooms' && line.year === 2018);
    const [listed] = await rows('--year', '2018', 'rooms.module_rent');
    expect(Number(listed?.value)).toBeCloseTo(rent?.unit_price ?? NaN, 4);
    expect(listed?.status).toBe(rent?.status);
  });
});

describe('check', () => {
  it('says that files are in order and exits 0', async () => {
    const files = [
      heroy10,
      join(root, 'data/cohorts/1818.csv'),
      join(root, 'data/accounts/1818.csv'),
      join(root, 'data/parameters/grants.integration.json'),
    ];
    const { code, stdout } = await bosett('check', ...files);
    expect(code).toBe(0);
    for (const file of files) expect(stdout).toContain(file);
  });

  it('prints every defect of every file and exits 2', async () => {
    const bad = scenario('bad.json', { first_year: 1990, colour: 'red', parameters: { 'settlement.person': 1 } });
    const cohort = written('bad.csv', 'settlement_year,permit,category,age_band,persons\n2023,tourist,adult,0-5,x\n');
    const { code, stdout } = await bosett('check', bad, cohort, heroy10, '--format', 'json');
    expect(code).toBe(2);
    const found = JSON.parse(stdout) as {
      file: string;
      code: string;
      path: string;
      row: number | null;
      message: string;
    }[];
    expect(found.map(({ file, path, row }) => [file, path, row])).toEqual(
      expect.arrayContaining([
        [bad, 'first_year', null],
        [bad, 'colour', null],
        [cohort, 'permit', 2],
        [cohort, 'persons', 2],
      ]),
    );
    expect(found.every(({ message }) => message.length > 10)).toBe(true);
    expect(found.some(({ file }) => file === heroy10)).toBe(false);
  });

  it('checks the settings of a scenario and its opening too', async () => {
    written('late.csv', 'settlement_year,permit,category,age_band,persons\n2025,ordinary,adult,25-55,3\n');
    const file = scenario('late.json', { opening: 'late.csv', parameters: { 'settlement.person': 1 } });
    const { code, stdout } = await bosett('check', file);
    expect(code).toBe(2);
    expect(stdout).toContain('settlement.persons');
    expect(stdout).toContain('2025');
  });

  it('names a file that is not there', async () => {
    const { code, stdout } = await bosett('check', 'not-there.json');
    expect(code).toBe(2);
    expect(stdout).toContain('not-there.json');
  });
});

describe('worked by hand, through the command line', () => {
  const stay = { 'relocation.out': 0, 'family_immigration.rate': 0 };
  const adults = { 'settlement.mix.adult': 1, 'settlement.age.adult.25-55': 1, 'settlement.permit.ordinary': 1 };
  const adult = (settlement_year: number, persons: number) => ({
    settlement_year,
    permit: 'ordinary',
    category: 'adult',
    age_band: '25-55',
    persons,
  });
  const paid = ({ lines }: ForecastDocument, item: string, year?: number) =>
    lines
      .filter((line) => line.item.startsWith(item) && (year === undefined || line.year === year))
      .reduce((sum, line) => sum + (line.amount ?? NaN), 0);
  let count = 0;
  const forecast = (given: object) => document(scenario(`worked-${(count += 1)}.json`, given));

  it('10 adults a year after four cohorts of 10 at the rates of 2018: 7 541 000, and 40 a year: 30 164 000', async () => {
    for (const [persons, expected] of [
      [10, 7_541_000],
      [40, 30_164_000],
    ] as const) {
      const found = await forecast({
        first_year: 2018,
        years: 1,
        opening: [2014, 2015, 2016, 2017].map((year) => adult(year, persons)),
        parameters: { 'settlement.persons': persons, 'rates.year': 2018, ...stay, ...adults },
      });
      expect(paid(found, 'integration_grant', 2018)).toBeCloseTo(expected, 3);
    }
  });

  it('the tail of 10 a year for five years: 5 671 000, 3 281 000, 1 571 000, 716 000', async () => {
    const found = await forecast({
      first_year: 2018,
      parameters: { 'settlement.persons': 10, 'rates.year': 2018, ...stay, ...adults },
    });
    const tail = [2023, 2024, 2025, 2026, 2027].map((year) => Math.round(paid(found, 'integration_grant', year)));
    expect(tail).toEqual([5_671_000, 3_281_000, 1_571_000, 716_000, 0]);
  });

  it.each([
    ['adult', 2015, 696_200],
    ['single_adult', 2015, 746_200],
    ['adult', 2018, 754_100],
    ['single_adult', 2018, 804_100],
  ] as const)('one %s at the rates of %i over five years: %i', async (category, year, expected) => {
    const found = await forecast({
      first_year: year,
      years: 1,
      parameters: {
        'settlement.persons': 1,
        'rates.year': year,
        [`settlement.mix.${category}`]: 1,
        [`settlement.age.${category}.25-55`]: 1,
        ...stay,
      },
    });
    expect(paid(found, 'integration_grant')).toBeCloseTo(expected, 3);
  });

  it('12 adults in year 2 of whom one moves each month, twelfths: 1 772 583', async () => {
    const found = await forecast({
      first_year: 2018,
      years: 1,
      opening: [adult(2017, 12)],
      parameters: {
        'rates.year': 2018,
        'relocation.out.year2': 1,
        'relocation.sharing': 'twelfths',
        'family_immigration.rate': 0,
      },
    });
    expect(found.people[0]?.moved_out).toBeCloseTo(12, 9);
    expect(Math.round(paid(found, 'integration_grant.year2', 2018))).toBe(1_772_583);
  });

  it.each([
    [3, 185_000],
    [4, 575_000],
  ])('%i persons on the count date of 2018: %i', async (persons, expected) => {
    const found = await forecast({
      first_year: 2018,
      years: 1,
      opening: [adult(2017, persons)],
      parameters: { 'rates.year': 2018, ...stay },
    });
    expect(paid(found, 'language_grant.base', 2018)).toBe(expected);
  });

  it('Herøy, 31 + 31 and then 10 a year, 2023-2027, in thousands: 13 206, 14 580, 12 212, 10 840, 9 045', async () => {
    const found = await forecast({
      first_year: 2023,
      opening: [adult(2022, 31)],
      parameters: { 'settlement.persons': 10, 'settlement.persons@2023': 31, 'rates.year': 2018, ...stay, ...adults },
    });
    const years = [2023, 2024, 2025, 2026, 2027].map((year) =>
      Math.round(paid(found, 'integration_grant', year) / 1000),
    );
    expect(years).toEqual([13_206, 14_580, 12_212, 10_840, 9_045]);
  });
});
