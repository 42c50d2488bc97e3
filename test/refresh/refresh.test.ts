import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Parameter } from '$lib/model/parameter';
import { root } from '../../src/cli/prepare.js';
import { rowsOf, type Row } from '../../src/cli/refresh/changes';
import {
  change,
  CHANGES,
  changesAnswer,
  CODES,
  codesAnswer,
  HEADINGS,
  HUB,
  hubAnswer,
  NAV,
  navAnswer,
  page,
  pageAnswer,
  SSB,
  ssbAnswer,
} from './answers';
import { agents, closedOrigin, copyOfData, FILES, run, serve, type Answers } from './serve';

const good: Answers = {
  [SSB]: ssbAnswer(),
  [CODES]: codesAnswer(),
  [CHANGES]: changesAnswer(),
  [NAV]: navAnswer(),
  [HUB]: hubAnswer([2025, 2026]),
  [page(2025)]: pageAnswer(2025),
  [page(2026)]: pageAnswer(2026, ' (oppdatert 28. september)'),
};

const read = (folder: string, file: string): string => readFileSync(join(folder, file), 'utf8');
const rowOf = (folder: string, file: string, wanted: Row): Row | undefined =>
  rowsOf(read(folder, file)).find((row) => Object.entries(wanted).every(([column, value]) => row[column] === value));
const allOf = (folder: string): string[] => FILES.map((file) => read(folder, file));

/** What is said of one source when one answer is another than the good ones, and that no file changed. */
async function refusal(only: 'ssb' | 'klass' | 'nav' | 'imdi', answers: Answers): Promise<string> {
  const folder = copyOfData();
  const before = allOf(folder);
  const base = await serve({ ...good, ...answers });
  const { code, said } = await run(base, { folder, only: [only] });
  expect(allOf(folder)).toEqual(before);
  expect({ code, lines: said.length }).toEqual({ code: 1, lines: 1 });
  return (said[0] ?? '').replaceAll(base, '').replace(/\?\S*/, '');
}

const nothing = ' Nothing of this source was written.';

describe('a good answer', () => {
  test('adds what lacks, with source and day, and leaves every other line as it was', async () => {
    const folder = copyOfData();
    const before = allOf(folder).map((text) => text.split('\n'));
    const { code, said } = await run(await serve(good), { folder });
    expect({ code, differs: said.filter((line) => line.includes('DIFFERS')) }).toEqual({ code: 0, differs: [] });
    expect(rowOf(folder, 'population.csv', { municipality: '3428', year: '2025' })).toEqual({
      municipality: '3428',
      year: '2025',
      persons: '2533',
      source: 'ssb-07459@2026-11-21',
    });
    const { values } = JSON.parse(read(folder, 'parameters/basic_amount.json')) as Parameter;
    expect(values.at(-1)).toEqual({
      from: '2027-05-01',
      status: 'published',
      reference: {
        title: 'NAV, grunnbeløpet i folketrygden, hentet 2026-11-21',
        href: 'https://g.nav.no/api/v1/historikk/grunnbel%C3%B8p',
      },
      confirmed_to: '2028-04-30',
      cells: [{ value: 140_000 }],
    });
    for (const [at, file] of ['population.csv', 'municipalities.csv', 'settlement/settlement.csv'].entries()) {
      const lines = new Set(read(folder, file).split('\n'));
      const lost = (before[[0, 1, 3][at] ?? 0] ?? []).filter((line) => !lines.has(line));
      expect({ file, lost }).toEqual({ file, lost: [] });
    }
  });

  test('changes nothing the second time', async () => {
    const folder = copyOfData();
    const base = await serve(good);
    await run(base, { folder });
    const once = allOf(folder);
    const { said } = await run(base, { folder });
    expect(allOf(folder)).toEqual(once);
    expect(said.every((line) => line.includes(': 0 figures were added, 0 were replaced, 0 differ'))).toBe(true);
  });

  test('is only listed on a dry run', async () => {
    const folder = copyOfData();
    const before = allOf(folder);
    const { code, said } = await run(await serve(good), { folder, dryRun: true });
    expect(allOf(folder)).toEqual(before);
    expect(code).toBe(0);
    expect(said).toContain('  added     population.csv: residents of 3428 in 2025: 2533');
  });

  test('is asked for in the name of bosett', async () => {
    await run(await serve(good), { folder: copyOfData(), only: ['nav'] });
    expect(agents.at(-1)).toBe('bosett/0.0.0 (data:refresh)');
  });
});

describe('population', () => {
  test('a published number that differs is said and kept', async () => {
    const folder = copyOfData();
    const answer = ssbAnswer();
    answer.value[0] = 1500;
    const { said } = await run(await serve({ [SSB]: answer }), { folder, only: ['ssb'] });
    expect(said).toContain(
      '  DIFFERS   population.csv: residents of 1811 in 2022: 1406 stands and is kept; the source says 1500',
    );
    expect(rowOf(folder, 'population.csv', { municipality: '1811', year: '2022' })?.['persons']).toBe('1406');
  });

  test('no figure and 0, which fills years without the number, give no row', async () => {
    const folder = copyOfData();
    const answer = ssbAnswer();
    answer.value[3] = null;
    answer.value[7] = 0;
    await run(await serve({ [SSB]: answer }), { folder, only: ['ssb'] });
    expect(rowOf(folder, 'population.csv', { municipality: '1811', year: '2025' })).toBeUndefined();
    expect(rowOf(folder, 'population.csv', { municipality: '1818', year: '2025' })).toBeUndefined();
  });

  test('an answer of another shape is refused', async () => {
    const { Region, ContentsCode } = ssbAnswer().dimension;
    const dimension = { Region, ContentsCode };
    expect(await refusal('ssb', { [SSB]: { ...ssbAnswer(), dimension } })).toBe(
      `ssb: SSB's answer lacks the dimension Tid; it has Region, ContentsCode, Tid.${nothing}`,
    );
    const bySex = { ...ssbAnswer(), id: ['Region', 'Kjonn', 'Tid'], size: [15, 2, 4] };
    expect(await refusal('ssb', { [SSB]: bySex })).toBe(
      `ssb: SSB's answer splits by Kjonn; the sum over it was expected.${nothing}`,
    );
    const short = { ...ssbAnswer(), value: [1, 2, 3] };
    expect(await refusal('ssb', { [SSB]: short })).toBe(
      `ssb: SSB's answer has 3 values; its dimensions make 60.${nothing}`,
    );
    expect(await refusal('ssb', { [SSB]: { error: 'x' } })).toMatch(/has another shape than expected\. class: /);
    expect(await refusal('ssb', { [SSB]: '<html></html>' })).toBe(`ssb: ${SSB} did not answer with JSON.${nothing}`);
  });
});

describe('the basic amount', () => {
  test('an assumed amount is replaced by NAV’s, and a published one that differs is kept', async () => {
    const folder = copyOfData();
    const answer = navAnswer().map((each) => {
      if (each.dato === '2025-05-01') return { ...each, grunnbeløp: 130_161 };
      return each.dato === '2024-05-01' ? { ...each, grunnbeløp: 1 + each.grunnbeløp } : each;
    });
    const { said } = await run(await serve({ [NAV]: answer }), { folder, only: ['nav'] });
    expect(said).toContain(
      '  replaced  parameters/basic_amount.json: basic amount from 2025-05-01: 130160, assumed -> 130161, published by NAV',
    );
    expect(said.join('\n')).toContain(
      'basic amount from 2024-05-01: 124028 stands and is kept; the source says 124029',
    );
    const { values } = JSON.parse(read(folder, 'parameters/basic_amount.json')) as Parameter;
    const standing = values.filter(({ from }) => ['2024-05-01', '2025-05-01'].includes(from));
    expect(standing.map(({ status, cells }) => [status, cells[0]?.value])).toEqual([
      ['published', 124_028],
      ['published', 130_161],
    ]);
  });

  test('an answer of another shape, or an amount out of range, is refused', async () => {
    const renamed = navAnswer().map(({ grunnbeløp, ...rest }) => ({ ...rest, grunnbeloep: grunnbeløp }));
    expect(await refusal('nav', { [NAV]: renamed })).toMatch(/has another shape than expected\. 0\.grunnbeløp: /);
    const wild = navAnswer().map((each) => ({ ...each, grunnbeløp: each.dato > '2027' ? 14 : each.grunnbeløp }));
    expect(await refusal('nav', { [NAV]: wild })).toMatch(/^nav: NAV's answer does not fit .*values\[14\]/);
  });
});

describe('municipalities', () => {
  test('a municipality with a new number is followed, and what is known of it comes along', async () => {
    const folder = copyOfData();
    const codes = codesAnswer().codes.map((each) => (each.code === '3428' ? { ...each, code: '3499' } : each));
    const codeChanges = [...changesAnswer().codeChanges, change('3428', '3499', 'Alvdal', '2026-07-01')];
    const { said } = await run(await serve({ [CODES]: { codes }, [CHANGES]: { codeChanges } }), {
      folder,
      only: ['klass'],
    });
    expect(said).toContain('  replaced  municipalities.csv: 3428 Alvdal: valid today -> 3499 Alvdal from 2026-07-01');
    const old = rowOf(folder, 'municipalities.csv', { municipality: '3428' });
    expect(old).toMatchObject({ valid_to: '2026-06-30', successor: '3499', tax_zone: '' });
    const now = rowOf(folder, 'municipalities.csv', { municipality: '3499' });
    expect(now).toMatchObject({
      name: 'Alvdal',
      valid_from: '2026-07-01',
      valid_to: '',
      tax_zone: '3',
      kostra_group: '5',
    });
  });

  test('a split and another name are said and left to the maintainer', async () => {
    const folder = copyOfData();
    const before = read(folder, 'municipalities.csv');
    const codes = codesAnswer()
      .codes.filter(({ code }) => code !== '3428')
      .map((each) => (each.code === '5060' ? { ...each, name: 'Nærøysund - Nåervenjaevrie' } : each))
      .map((each) => (each.code === '1811' ? { ...each, name: 'Bindalen' } : each));
    const codeChanges = [change('3428', '3498', 'Øvre', '2026-07-01'), change('3428', '3499', 'Nedre', '2026-07-01')];
    const { said } = await run(await serve({ [CODES]: { codes }, [CHANGES]: { codeChanges } }), {
      folder,
      only: ['klass'],
    });
    expect(read(folder, 'municipalities.csv')).toBe(before);
    expect(said.slice(1)).toEqual([
      '  DIFFERS   municipalities.csv: name of 1811: Bindal stands and is kept; the source says Bindalen',
      '  DIFFERS   municipalities.csv: 3428 Alvdal: valid today stands and is kept; the source says split into 3498, 3499',
    ]);
  });

  test('an answer of another shape is refused', async () => {
    const codes = codesAnswer().codes.map(({ code, ...rest }) => ({ ...rest, kode: code }));
    expect(await refusal('klass', { [CODES]: { codes } })).toMatch(
      /has another shape than expected\. codes\.0\.code: /,
    );
  });
});

describe('settlement', () => {
  const settled = (folder: string, municipality: string, year: string) =>
    rowOf(folder, 'settlement/settlement.csv', { municipality, year, series: 'settled' });
  const pages = (pages: Answers): Answers => ({ ...good, ...pages });

  test('a later count of the running year replaces an earlier one, hidden stays hidden and no decision is no number', async () => {
    const folder = copyOfData();
    const cells = {
      3428: ['15', '12', '9', ':'],
      1811: ['10', 'avventer vedtak', ':', ':'],
      1818: ['10', '-', '0', '0'],
    };
    const answers = pages({ [page(2026)]: pageAnswer(2026, ' (oppdatert 2. november)', cells) });
    await run(await serve(answers), { folder, only: ['imdi'] });
    const source = 'imdi-page-2026@2026-11-21';
    expect(settled(folder, '3428', '2026')).toMatchObject({
      persons: '9',
      mark: 'part_year',
      until: '2026-11-02',
      source,
    });
    expect(settled(folder, '1811', '2026')).toMatchObject({ persons: '', mark: 'suppressed', until: '2026-11-02' });
    expect(settled(folder, '1818', '2026')).toMatchObject({ persons: '0', mark: 'part_year' });
    const decided = { year: '2026', series: 'decided' };
    for (const municipality of ['1811', '1818'])
      expect(rowOf(folder, 'settlement/settlement.csv', { municipality, ...decided })).toMatchObject({
        persons: '',
        mark: 'none',
      });
  });

  test('what was not read is filled, and a published figure of an earlier year is kept and said', async () => {
    const folder = copyOfData();
    const cells = { 1811: ['20', '18', '15', ':'], 3428: ['40', '40', '99', ':'], 1818: ['50', '50', ':', ':'] };
    const answers = pages({ [HUB]: hubAnswer([2023]), [page(2023)]: pageAnswer(2023, '', cells) });
    const { said } = await run(await serve(answers), { folder, only: ['imdi'] });
    const requested = { municipality: '1811', year: '2023', series: 'requested' };
    expect(rowOf(folder, 'settlement/settlement.csv', requested)).toMatchObject({ persons: '20', mark: '' });
    const standing = settled(folder, '3428', '2023')?.['persons'];
    expect(said).toContain(
      `  DIFFERS   settlement/settlement.csv: settled of 1818 in 2023: 38 stands and is kept; the source says suppressed`,
    );
    expect(said.join('\n')).toContain(`settled of 3428 in 2023: ${standing} stands and is kept; the source says 99`);
  });

  test('a hidden figure of an earlier year is never filled', async () => {
    const folder = copyOfData();
    const answers = pages({
      [HUB]: hubAnswer([2024]),
      [page(2024)]: pageAnswer(2024, ' (tall per 15. januar 2025)', { 1811: ['30', '30', '3', ':'] }),
    });
    const { said } = await run(await serve(answers), { folder, only: ['imdi'] });
    expect(settled(folder, '1811', '2024')).toMatchObject({ persons: '', mark: 'suppressed' });
    expect(said).toContain(
      '  DIFFERS   settlement/settlement.csv: settled of 1811 in 2024: suppressed stands and is kept; the source says 3',
    );
  });

  test('a count to an earlier day than the one that stands is kept out', async () => {
    const folder = copyOfData();
    const before = read(folder, 'settlement/settlement.csv');
    const answers = pages({ [HUB]: hubAnswer([2026]), [page(2026)]: pageAnswer(2026, ' (oppdatert 1. mai)') });
    await run(await serve(answers), { folder, only: ['imdi'] });
    expect(read(folder, 'settlement/settlement.csv')).toBe(before);
  });

  test('a page of another shape is refused, and nothing of the other years is written either', async () => {
    const p = (text: string): Answers => ({ [page(2026)]: text });
    const say = async (text: string) => (await refusal('imdi', p(text))).replace(nothing, '');
    const renamed = HEADINGS.map((heading) => heading.replace('vedtatt', 'besluttet'));
    expect(await say(pageAnswer(2026, '', {}, renamed))).toBe(
      "imdi: IMDi's page of 2026 has a column «Antall personer kommunen har besluttet å bosette», which is not known.",
    );
    expect(await say(pageAnswer(2026, '', {}, HEADINGS.slice(0, 3)))).toBe(
      "imdi: IMDi's page of 2026 has a table without the column «Antall bosatte personer».",
    );
    expect(await say(pageAnswer(2026).replace('Oversikt over', 'Om'))).toBe(
      "imdi: IMDi's page of 2026 lacks the heading «Oversikt over bosettingen i kommunene i 2026».",
    );
    expect(await say(pageAnswer(2026).replace('>Alvdal<', '>Alvdalen<'))).toBe(
      "imdi: IMDi's page of 2026 has no row «Alvdal» (3428).",
    );
    expect(await say(pageAnswer(2026, '', { 3428: ['15', '10', 'ca. 6', ':'] }))).toBe(
      "imdi: IMDi's pages say «ca. 6» for Alvdal, 2026, settled; a number, «:», «.», «-» or «avventer vedtak» was expected.",
    );
    expect(await refusal('imdi', { [HUB]: hubAnswer([]) })).toBe(
      `imdi: IMDi's page of settlement figures has no link to nokkeltall-bosetting-YYYY, which was expected.${nothing}`,
    );
  });
});

describe('a source that cannot be read', () => {
  test('a refused connection, an error and silence are each one sentence', async () => {
    expect(await refusal('nav', { [NAV]: 500 })).toBe(`nav: ${NAV} answered 500; 200 was expected.${nothing}`);
    const folder = copyOfData();
    const silent = await serve({ [NAV]: 'hang' });
    const { code, said } = await run(silent, { folder, only: ['nav'], timeout: 200 });
    expect({ code, said }).toEqual({
      code: 1,
      said: [`nav: ${silent}${NAV} did not answer within 0.2 seconds.${nothing}`],
    });
    const origin = await closedOrigin();
    const closed = await run(origin, { folder, only: ['nav'] });
    expect(closed.said).toEqual([`nav: ${origin}${NAV} could not be reached: ECONNREFUSED.${nothing}`]);
  });

  test('does not keep the others from being written', async () => {
    const folder = copyOfData();
    const { code, said } = await run(await serve({ ...good, [NAV]: 500 }), { folder });
    expect(code).toBe(1);
    expect(said.filter((line) => line.includes('Nothing of this source'))).toHaveLength(1);
    expect(rowOf(folder, 'population.csv', { municipality: '3428', year: '2025' })?.['persons']).toBe('2533');
  });
});

describe('the command', () => {
  const command = (args: string[]) =>
    new Promise<{ code: number | null; out: string }>((done) => {
      const child = spawn(process.execPath, [join(root, 'src/cli/refresh/run.js'), ...args]);
      let out = '';
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (piece: Buffer) => (out += piece.toString()));
      child.on('close', (code) => done({ code, out }));
    });

  test('writes to the folder it is given, and says what it does not understand', async () => {
    const folder = copyOfData();
    const asked = ['--only', 'nav', '--base', await serve(good), '--data', folder];
    const { code, out } = await command(asked);
    expect({ code, out }).toMatchObject({
      code: 0,
      out: expect.stringContaining('basic amount from 2027-05-01: 140000'),
    });
    expect(read(folder, 'parameters/basic_amount.json')).toContain('"2027-05-01"');
    expect(await command(['--only', 'nav,skatt'])).toMatchObject({
      code: 2,
      out: expect.stringContaining('No such source: skatt.'),
    });
    expect(await command(['--dryrun'])).toMatchObject({ code: 2, out: expect.stringContaining('--dry-run') });
  });
});
