import { CellCount, refused, tableOf, valueText, type ReadTables } from './table-cells';
import { MOST_UNPACKED } from './table-zip';

/** The table of a Parquet file: its headings have number 0, so that its rows are counted from 1. Throws where it is damaged. */
export async function readParquet(name: string, bytes: Uint8Array): Promise<ReadTables> {
  const { parquetMetadata, parquetReadObjects, parquetSchema } = await import('hyparquet');
  const file = bytes.slice().buffer;
  const metadata = parquetMetadata(file);
  const columns = parquetSchema(metadata).children.map(({ element }) => element.name);
  const rowCount = Number(metadata.num_rows);
  if (!(rowCount >= 0)) throw new Error(`rows: ${rowCount}`);
  new CellCount().take((rowCount + 1) * columns.length);
  const chunks = metadata.row_groups.flatMap((group) => group.columns.flatMap(({ meta_data }) => meta_data ?? []));
  const unpacked = chunks.reduce((sum, { total_uncompressed_size }) => sum + Number(total_uncompressed_size), 0);
  if (!(unpacked <= MOST_UNPACKED)) throw refused('unpacks-too-large', { allowed: `${MOST_UNPACKED / 1e6} MB` });
  const needsMore = chunks.some(({ codec }) => codec !== 'UNCOMPRESSED' && codec !== 'SNAPPY');
  const more = needsMore ? await import('hyparquet-compressors') : {};
  const rows = Array.from({ length: rowCount }, (): string[] => []);
  // One column of one group at a time: the library leaves the errors of those it reads at once to nobody.
  for (const column of columns) {
    let rowStart = 0;
    for (const group of metadata.row_groups) {
      const rowEnd = rowStart + Number(group.num_rows);
      const read = await parquetReadObjects({ file, metadata, columns: [column], rowStart, rowEnd, ...more });
      if (read.length !== rowEnd - rowStart) throw new Error(`rows: ${read.length}`);
      for (const [at, row] of read.entries()) rows[rowStart + at]?.push(valueText(row[column]));
      rowStart = rowEnd;
    }
    if (rowStart !== rowCount) throw new Error(`rows: ${rowStart} of ${rowCount}`);
  }
  const table = tableOf(name, [columns, ...rows], 0);
  if (!table) throw refused('empty-file');
  return { tables: [table], findings: [] };
}
