import * as arrow from 'apache-arrow';
import type { DataCell, DataTable } from './data-table';

/** A table as an Arrow file (IPC, uncompressed) with metadata of its schema; `null` is null. */
export function arrowBytes(table: DataTable, metadata: [string, string][]): Uint8Array {
  const types = {
    text: new arrow.Utf8(),
    whole: new arrow.Int32(),
    number: new arrow.Float64(),
    flag: new arrow.Bool(),
  };
  const fields = table.columns.map(({ name, type }) => new arrow.Field(name, types[type], true));
  const length = table.rows.length;
  const children = table.columns.map(({ type }, at) => {
    const cells = table.rows.map((row) => row[at] ?? null);
    const nullBitmap = bitsOf(cells.map((cell) => cell !== null));
    // The library's own builders make functions of text, which the page does not allow.
    switch (type) {
      case 'text':
        return arrow.makeData({ type: types.text, length, nullBitmap, ...textOf(cells) });
      case 'whole':
        return arrow.makeData({ type: types.whole, length, nullBitmap, data: Int32Array.from(cells, Number) });
      case 'number':
        return arrow.makeData({ type: types.number, length, nullBitmap, data: Float64Array.from(cells, Number) });
      case 'flag':
        return arrow.makeData({ type: types.flag, length, nullBitmap, data: bitsOf(cells.map(Boolean)) });
    }
  });
  const schema = new arrow.Schema(fields, new Map(metadata));
  const struct = arrow.makeData({ type: new arrow.Struct(fields), length, nullCount: 0, children });
  return arrow.tableToIPC(new arrow.Table(new arrow.RecordBatch(schema, struct)), 'file');
}

/** Truths as bits, the first the lowest of the first byte. */
function bitsOf(truths: readonly boolean[]): Uint8Array {
  const bits = new Uint8Array(Math.ceil(truths.length / 8));
  for (const [at, isTrue] of truths.entries()) if (isTrue) bits[at >> 3] = (bits[at >> 3] ?? 0) | (1 << (at & 7));
  return bits;
}

/** Texts as UTF-8 one after the other, with where each begins and the last ends. */
function textOf(cells: readonly DataCell[]): { valueOffsets: Int32Array; data: Uint8Array } {
  const written = cells.map((cell) => new TextEncoder().encode(cell === null ? '' : String(cell)));
  const valueOffsets = new Int32Array(cells.length + 1);
  for (const [at, { length }] of written.entries()) valueOffsets[at + 1] = (valueOffsets[at] ?? 0) + length;
  const data = new Uint8Array(valueOffsets.at(-1) ?? 0);
  for (const [at, bytes] of written.entries()) data.set(bytes, valueOffsets[at]);
  return { valueOffsets, data };
}
