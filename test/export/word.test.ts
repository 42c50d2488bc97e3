import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Outgoing } from '$lib/export/outgoing';
import { hashOf } from '$lib/export/outgoing';
import { paperOf, type PaperMore } from '$lib/export/paper';
import { isFigure, wordsOf, type Block } from '$lib/export/paper-block';
import { wordFile } from '$lib/export/word';
import { en } from '$lib/text/en';
import { nb } from '$lib/text/nb';
import { nn } from '$lib/text/nn';
import { paperText } from '$lib/text/paper';
import type { Text } from '$lib/text/text';
import { outgoingOfFiles } from '../outgoing';

/** A picture of one black pixel. */
const PIXEL = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=='),
  (letter) => letter.charCodeAt(0),
);

function pictureOf(name: string) {
  const title = `Bilde av ${name} & <alt>`;
  return {
    name,
    title,
    summary: 'Høyest 3 i 2024.',
    svg: '',
    width: 800,
    height: 400,
    columns: [],
    rows: [],
    png: PIXEL,
  };
}

/** The parts of a file of Word, as text. */
async function partsOf(of: Outgoing, text: Text = nb, names: string[] = [], more: PaperMore = {}) {
  const file = await wordFile(of, text, names.map(pictureOf), more);
  const parts = unzipSync(file);
  const read = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
  const all = Object.keys(parts);
  return { all, read, body: read('word/document.xml') };
}

/** What stands in each element of a name, with its marks. */
function elements(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<${name}[ >].*?</${name}>`, 'gs'))].map(([found]) => found);
}

/** Words of a piece of the document, a break of a line as one. */
function wordsIn(xml: string): string {
  return [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>/g)]
    .map(([found, words]) => (found === '<w:br/>' ? '\n' : (words ?? '')))
    .join('')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll('\u00a0', ' ');
}

function ofStyle(body: string, style: string): string[] {
  return elements(body, 'w:p')
    .filter((each) => each.includes(`<w:pStyle w:val="${style}"/>`))
    .map(wordsIn);
}

function spaced(words: string): string {
  return words.replaceAll('\u00a0', ' ');
}

const LOCALES = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' };

describe.each([nb, nn, en])('$language', (text) => {
  const words = paperText[text.language];
  const of = outgoingOfFiles('heroy-40', 'heroy-10', { link: 'https://example.no/vedtak#b1=abc' }, text);
  const blocks = paperOf(of, text, words);

  test('has the headings, tables, captions and figures of the paper, in its order', async () => {
    const { body } = await partsOf(of, text);
    for (const level of [1, 2, 3] as const) {
      const headings = blocks.flatMap((block) =>
        block.kind === 'heading' && block.level === level ? [block.text] : [],
      );
      expect(ofStyle(body, `Heading${level}`)).toEqual(headings);
    }
    const tables = blocks.filter((block) => block.kind === 'table');
    const drawn = elements(body, 'w:tbl');
    expect(drawn).toHaveLength(tables.length);
    tables.forEach((table, at) => expectTable(drawn[at] ?? '', table, text));
    expect(ofStyle(body, 'Caption')).toEqual(
      tables.map(({ caption }, at) => spaced(`${words.table} ${at + 1}. ${caption}`)),
    );
    for (const { origin } of tables) expect(ofStyle(body, 'Origin')).toContain(spaced(origin));
    expect(wordsIn(body)).toContain(spaced(sentenceOf(blocks)));
    expect(body).not.toMatch(/undefined|NaN|\[object/);
  });

  test('is in its language, for spelling and for what a file says of itself, and names nobody', async () => {
    const { read, all } = await partsOf(of, text);
    expect(read('word/styles.xml')).toContain(`<w:lang w:val="${LOCALES[text.language]}"/>`);
    const core = read('docProps/core.xml');
    expect(core).toContain(`<dc:language>${LOCALES[text.language]}</dc:language>`);
    expect(core).toContain(`<dc:title>${words.title('Herøy', '2024–2027')}</dc:title>`);
    expect(core).toContain(`<dc:subject>${words.subject}</dc:subject>`);
    expect(core).toContain(of.date.toISOString().slice(0, 19));
    expect(core).not.toMatch(/creator|lastModifiedBy/);
    expect(all.map(read).join('')).not.toMatch(/Un-named|docx/);
  });

  test('says on every page whose it is, for whom, and that the people are made up', async () => {
    const { read, all } = await partsOf(of, text);
    const header = wordsIn(
      all
        .filter((name) => /header\d/.test(name))
        .map(read)
        .join(''),
    );
    for (const said of ['Herøy', of.mark, text.frame.synthetic]) expect(header).toContain(said);
    const foot = all
      .filter((name) => /footer\d/.test(name))
      .map(read)
      .join('');
    expect(wordsIn(foot)).toContain(hashOf(of.about.plan, 'private'));
    expect(wordsIn(foot)).toContain('2026-01-02');
    expect(foot).toMatch(/PAGE.*NUMPAGES/s);
  });
});

/** A sentence of the paper with a figure in it. */
function sentenceOf(blocks: Block[]): string {
  const found = blocks.find((block) => block.kind === 'paragraph' && block.runs.some(isFigure));
  return found && 'runs' in found ? wordsOf(found.runs) : 'none';
}

function expectTable(drawn: string, table: Extract<Block, { kind: 'table' }>, text: Text): void {
  const [head, ...rows] = elements(drawn, 'w:tr');
  expect(head).toContain('<w:tblHeader/>');
  const cellsOf = (row: string): string[] => elements(row, 'w:tc').map(wordsIn);
  expect(cellsOf(head ?? '')).toEqual(table.columns.map(({ name }) => spaced(name)));
  for (const row of [head ?? '', ...rows]) expect(row).toContain('<w:cantSplit/>');
  const expected = table.parts.flatMap(({ name, tail, rows: own, sum }) => [
    ...(name === '' ? [] : [[name]]),
    ...own.map((row) => [`${wordsOf(row.head)}${tail ? ` (${text.tail})` : ''}`, ...row.cells.map(wordsOf)]),
    ...(sum ? [[wordsOf(sum.head), ...sum.cells.map(wordsOf)]] : []),
  ]);
  expect(rows.map(cellsOf)).toEqual(expected.map((row) => row.map(spaced)));
  const [figureRow] = rows.slice(-1);
  table.columns.forEach(({ isFigure: right }, at) => {
    expect(elements(figureRow ?? '', 'w:tc')[at]).toContain(`<w:jc w:val="${right ? 'right' : 'left'}"/>`);
  });
}

describe('pieces', () => {
  const of = outgoingOfFiles('heroy-10', null, { link: `https://example.no/vedtak#b1=${'x'.repeat(600)}` });

  test('pictures stand where the paper has them, numbered, with what they show in words', async () => {
    const { body, all } = await partsOf(of, nb, ['posts', 'net', 'no-place']);
    const names = [...body.matchAll(/<wp:docPr [^>]*>/g)].map(([found]) => found);
    expect(names).toHaveLength(2);
    expect(names[0]).toContain('title="Bilde av net &amp; &lt;alt&gt;"');
    expect(names[0]).toContain('descr="Bilde av net &amp; &lt;alt&gt;. Høyest 3 i 2024."');
    expect(all.filter((name) => name.endsWith('.png'))).not.toEqual([]);
    const captions = ofStyle(body, 'Caption').filter((caption) => caption.startsWith('Figur'));
    expect(captions).toEqual(['Figur 1. Bilde av net & <alt>', 'Figur 2. Bilde av posts & <alt>']);
  });

  test('the link leads to what the paper shows, though it is not written in full', async () => {
    const { read, body } = await partsOf(of);
    expect(read('word/_rels/document.xml.rels')).toContain(`Target="${of.link ?? ''}"`);
    expect(wordsIn(body)).toContain('https://example.no/vedtak#…');
    expect(wordsIn(body)).not.toContain('xxxx');
  });

  test('the vote that was chosen stands as numbered points in its own form of Norwegian', async () => {
    const resolution = { form: 'nn' as const, lines: ['Kommunen vedtek dette.', 'Kommunen vurderer det andre.'] };
    const { body } = await partsOf(of, en, [], { resolution });
    const points = elements(body, 'w:p').filter((each) => resolution.lines.includes(wordsIn(each)));
    expect(points.map(wordsIn)).toEqual(resolution.lines);
    for (const point of points) {
      expect(point).toContain('<w:lang w:val="nn-NO"/>');
      expect(point).toContain('<w:numPr>');
    }
  });

  test('a page is A4 with margins of 25 mm', async () => {
    const { body } = await partsOf(of);
    expect(body).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    expect(body).toMatch(/<w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417"/);
  });

  test('a name that somebody wrote harms no part of the file', async () => {
    const name = 'Plan <w:p/> & "x" \u0001\u202e\ud800';
    const { all, read, body } = await partsOf({ ...of, about: { ...of.about, name } });
    expect(wordsIn(body)).toContain('Plan <w:p/> & "x" ');
    for (const part of all.filter((each) => each.endsWith('.xml')).map(read))
      // eslint-disable-next-line no-control-regex
      expect(part).not.toMatch(/[\u0001\u202e\ufffd]/);
  });

  test('the same is given out as the same words', async () => {
    const [one, other] = [await partsOf(of), await partsOf(of)];
    expect(one.all).toEqual(other.all);
    expect(one.read('docProps/core.xml')).toBe(other.read('docProps/core.xml'));
    expect(one.body.replace(/r:id="[^"]*"/g, '')).toBe(other.body.replace(/r:id="[^"]*"/g, ''));
  });
});
