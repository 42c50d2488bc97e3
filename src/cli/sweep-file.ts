import { appendFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { SweepRow } from '$lib/model/sweep';
import { csv } from './table';

const TEXT = new Set(['municipality', 'scenario']);
const FLAGS = new Set(['tail', 'incomplete']);

/** Writes rows as they come, CSV or Parquet by the name of the file; a sweep that fails leaves no file. Gives how many. */
export async function writeSweep(out: string, columns: string[], pieces: AsyncIterable<SweepRow[]>): Promise<number> {
  const aside = `${out}.${process.pid}.part`;
  try {
    const rows = await (/\.csv$/i.test(out) ? writeCsv : writeParquet)(aside, columns, pieces);
    renameSync(aside, out);
    return rows;
  } catch (error) {
    rmSync(aside, { force: true });
    throw error;
  }
}

async function writeCsv(file: string, columns: string[], pieces: AsyncIterable<SweepRow[]>): Promise<number> {
  writeFileSync(file, `${columns.join(',')}\n`);
  let count = 0;
  for await (const rows of pieces) {
    if (rows.length === 0) continue;
    const text = csv(rows);
    appendFileSync(file, text.slice(text.indexOf('\n') + 1));
    count += rows.length;
  }
  return count;
}

async function writeParquet(file: string, columns: string[], pieces: AsyncIterable<SweepRow[]>): Promise<number> {
  const { ParquetWriter, fileWriter, schemaFromColumnData } = await import('hyparquet-writer');
  const dataOf = (rows: SweepRow[]) =>
    columns.map((name) => {
      const type = TEXT.has(name) ? 'STRING' : FLAGS.has(name) ? 'BOOLEAN' : name === 'year' ? 'INT32' : 'DOUBLE';
      return { name, type, data: rows.map((row) => row[name] ?? null) } as const;
    });
  const schema = schemaFromColumnData({ columnData: dataOf([]) });
  const writer = new ParquetWriter({ writer: fileWriter(file), schema });
  let count = 0;
  for await (const rows of pieces) {
    if (rows.length === 0) continue;
    await writer.write({ columnData: dataOf(rows), rowGroupSize: rows.length });
    count += rows.length;
  }
  await writer.finish();
  return count;
}

/** Rows as CSV, with their headings where there is none. */
export function sweepCsv(rows: SweepRow[], columns: string[]): string {
  return rows.length > 0 ? csv(rows) : `${columns.join(',')}\n`;
}
