import { tableFromArrays, tableToIPC } from 'apache-arrow';
import { writeOds } from 'hucre/ods';
import { writeXlsx } from 'hucre/xlsx';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';
import { readTables } from '$lib/ingest/tables';
import { nb } from '$lib/text/nb';
import { findingSentence } from '$lib/text/sentence';
import { delimited, grid, html, inlineRows, odsParts, odsRows, utf16, utf8, xlsxParts, zipOf } from './files';

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

/** Arrow is only cut off: its library does not end on some files with changed bytes. */
const cut = (bytes: Uint8Array, draw: () => number) => bytes.slice(0, Math.floor(draw() * bytes.length));

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

describe('500 damaged copies give tables or sentences, in bounded time, of', () => {
  it.each(Object.keys(fixtures))('%s', { timeout: 300_000 }, async (name) => {
    const bytes = new Uint8Array((await fixtures[name]) ?? []);
    const draw = drawsFrom(20260101);
    const slow: number[] = [];
    let refusals = 0;
    for (let at = 0; at < 500; at += 1) {
      const started = performance.now();
      const { tables, findings } = await readTables(
        name,
        name.includes('arrow') ? cut(bytes, draw) : mutated(bytes, draw),
      );
      if (performance.now() - started > 5_000) slow.push(at);
      const errors = findings.filter(({ severity }) => severity === 'error');
      expect([at, tables.length > 0]).toEqual([at, errors.length === 0]);
      refusals += errors.length;
      for (const finding of findings) expect(findingSentence(finding, nb, name)).toMatch(/^[^\n]+\.$/);
    }
    expect(slow).toEqual([]);
    if (!/csv|html/.test(name)) expect(refusals).toBeGreaterThan(50);
  });
});
