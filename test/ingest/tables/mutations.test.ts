import { tableFromArrays, tableToIPC } from 'apache-arrow';
import { writeOds } from 'hucre/ods';
import { writeXlsx } from 'hucre/xlsx';
import { parquetWriteBuffer } from 'hyparquet-writer';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nb } from '$lib/text/nb';
import { findingSentence } from '$lib/text/finding';
import { delimited, grid, html, inlineRows, odsParts, odsRows, utf16, utf8, xlsxParts, zipOf } from './files';
import { ReadingThread } from './reading-thread';

const columns = { year: [2023, 2022, 2021], text: ['a', 'b', 'a'], persons: [1.5, null, 3] };
const columnData = Object.entries(columns).map(([name, data]) => ({ name, data }));
const arrow = tableFromArrays({ ...columns, long: BigInt64Array.of(1n, 2n, 3n) });

const fixtures: Record<string, Uint8Array | Promise<Uint8Array>> = {
  'a.csv': utf8(delimited(';')),
  'utf16.csv': utf16(delimited('\t'), false, true),
  'a.html': utf8(html()),
  'a.xlsx': writeXlsx({ sheets: [{ name: 'Ark1', rows: grid }] }),
  'stored.xlsx': zipOf(xlsxParts([{ name: 'Ark1', xml: `<sheetData>${inlineRows(grid)}</sheetData>` }]), true),
  'a.ods': writeOds({ sheets: [{ name: 'Ark1', rows: grid }] }),
  'stored.ods': zipOf(odsParts(`<table:table table:name="Ark1">${odsRows(grid)}</table:table>`), true),
  'a.parquet': new Uint8Array(parquetWriteBuffer({ columnData })),
  'plain.parquet': new Uint8Array(parquetWriteBuffer({ columnData, codec: 'UNCOMPRESSED' })),
  'a.arrow': tableToIPC(arrow, 'file'),
  'a.arrows': tableToIPC(arrow, 'stream'),
};

/** Numbers in [0, 1) that are the same every time. */
function drawsFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** One to four bytes changed, or a part cut out, doubled or left off. */
function mutated(bytes: Uint8Array, draw: () => number): Uint8Array {
  const place = () => Math.floor(draw() * bytes.length);
  const kind = draw();
  if (kind < 0.1) return bytes.slice(0, place());
  const [from = 0, to = 0] = [place(), place()].sort((a, b) => a - b);
  if (kind < 0.15) return Uint8Array.from([...bytes.slice(0, from), ...bytes.slice(to)]);
  if (kind < 0.2) return Uint8Array.from([...bytes.slice(0, to), ...bytes.slice(from)]);
  const copy = bytes.slice();
  for (let left = 1 + Math.floor(draw() * 4); left > 0; left -= 1)
    copy[place()] = draw() < 0.3 ? 255 : Math.floor(draw() * 256);
  return copy;
}

const COPIES = 1_100;
/** Copies of Arrow: many of them have to be stopped. */
const COPIES_OF_ARROW = 300;
/** Libraries that never end on some damaged files: the page stops them, and nothing is read. */
const STOPPED = ['a.parquet', 'plain.parquet', 'a.arrow', 'a.arrows'];

let thread: ReadingThread;
beforeAll(async () => {
  thread = await ReadingThread.start();
}, 60_000);
afterAll(() => thread.end());

/** What is wrong with how a file was read: rows beside an error, a file that is neither read nor refused, a sentence that is none. */
async function offences(name: string, bytes: Uint8Array): Promise<string[]> {
  const mayStop = STOPPED.includes(name);
  const answer = await thread.read(name, bytes, mayStop ? 400 : 10_000);
  if (answer === 'stopped') return mayStop ? [] : ['stopped'];
  if ('error' in answer) return [answer.error];
  const { read } = answer;
  const isRefused = read.findings.some(({ severity }) => severity === 'error');
  const rows = read.kind === 'none' ? [] : read.rows;
  const questions = read.kind === 'none' ? [] : read.questions;
  return [
    ...(isRefused && rows.length > 0 ? ['half read'] : []),
    ...(!isRefused && rows.length === 0 && questions.length === 0 ? ['neither read nor refused'] : []),
    ...read.findings
      .map((finding) => findingSentence(finding, nb, name))
      .filter((sentence) => !/^[^\n]+[.)]$/.test(sentence)),
  ];
}

describe('damaged copies give rows or sentences, never both, in bounded time, of', () => {
  it.each(Object.keys(fixtures))('%s', { timeout: 600_000 }, async (name) => {
    const bytes = new Uint8Array((await fixtures[name]) ?? []);
    const draw = drawsFrom(20260101);
    const wrong: [number, string[]][] = [];
    const copies = name.includes('arrow') ? COPIES_OF_ARROW : COPIES;
    for (let at = 0; at < copies; at += 1) {
      const found = await offences(name, mutated(bytes, draw));
      if (found.length > 0) wrong.push([at, found]);
    }
    expect(wrong).toEqual([]);
  });
});

describe('any cells', () => {
  const heading = fc.constantFrom(
    'settlement_year',
    'Kategori',
    'alder',
    'antall',
    'tillatelse',
    'kommune',
    'år',
    'x',
    '',
  );
  const amounts = fc.constantFrom('funksjon', 'art', 'ansvar', 'regnskap 2018', 'Budsjett 2019', 'post', 'Tekst');
  const cell = fc.oneof(
    fc.constantFrom('2023', 'voksen', 'barn', '25-55', '<5', ':', 'Sum', '1 234,5', '-3 660', '27%', '10.049', ''),
    fc.double().map(String),
    fc.string(),
    fc.string({ unit: 'grapheme' }),
  );
  const table = fc
    .tuple(
      fc.array(fc.oneof(heading, amounts), { maxLength: 9 }),
      fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 8 }),
    )
    .map(([headings, rows]) => [headings, ...rows]);

  it('are read or refused by sentences', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(table, fc.constantFrom(';', ',', '\t'), async (rows, delimiter) => {
        const text = rows.map((cells) => cells.join(delimiter)).join('\n');
        expect(await offences('a.csv', utf8(text))).toEqual([]);
      }),
      { numRuns: 2_000, seed: 20260101 },
    );
  });
});
