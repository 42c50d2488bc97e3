import { CellCount, refused, tableOf, valueText, type ReadTables } from './table-cells';
import { MOST_UNPACKED } from './table-zip';

/** The table of a Parquet file: its headings have number 0, so that its rows are counted from 1. Throws where it is damaged. */
export async function readParquet(name: string, bytes: Uint8Array): Promise<ReadTables> {
  const { parquetMetadata, parquetReadObjects, parquetSchema, snappyUncompress } = await import('hyparquet');
  const file = bytes.slice().buffer;
  const metadata = parquetMetadata(file);
  const columns = parquetSchema(metadata).children.map(({ element }) => element.name);
  const rowCount = Number(metadata.num_rows);
  if (!(rowCount >= 0)) throw new Error(`rows: ${rowCount}`);
  new CellCount().take((rowCount + 1) * columns.length);
  const chunks = metadata.row_groups.flatMap((group) => group.columns.flatMap(({ meta_data }) => meta_data ?? []));
  const unpacked = chunks.reduce((sum, { total_uncompressed_size }) => sum + Number(total_uncompressed_size), 0);
  if (!(unpacked <= MOST_UNPACKED)) throw refused('unpacks-too-large', { allowed: `${MOST_UNPACKED / 1e6} MB` });
  const own = ['UNCOMPRESSED', 'SNAPPY'];
  const { compressors } = chunks.some(({ codec }) => !own.includes(codec))
    ? await import('hyparquet-compressors')
    : { compressors: { SNAPPY: snappyUncompress } };
  const objects = await parquetReadObjects({ file, metadata, compressors });
  if (objects.length !== rowCount) throw new Error(`rows: ${objects.length} of ${rowCount}`);
  const rows = objects.map((row) => columns.map((column) => valueText(row[column])));
  const table = tableOf(name, [columns, ...rows], 0);
  if (!table) throw refused('empty-file');
  return { tables: [table], findings: [] };
}
