import type { FileMetaData } from 'hyparquet';
import Papa from 'papaparse';
import { refused } from './table-cells';
import { MOST_UNPACKED } from './table-zip';

/** Some rows of a file by column, with the number of the first of them, and how much of the file is read with them. */
export type Batch = { columns: Map<string, readonly unknown[]>; rows: { from: number; count: number }; share: number };

/** A file's headings, and its rows in pieces of which only the named columns are read. */
export type Batches = { headings: string[]; batches: (wanted: readonly string[]) => AsyncGenerator<Batch> };

/** The largest files that are read, in bytes: of Parquet only the columns that are needed are read at all. */
const LARGEST = { parquet: 1_000_000_000, csv: 300_000_000 };
/** Bytes of delimited text that are read at once. */
const PIECE = 4_000_000;

/** Opens a file told by how it begins. Throws `Refused`, or anything else where the file is damaged. */
export async function sweepBatches(file: File): Promise<Batches> {
  if (file.size === 0) throw refused('empty-file');
  const isParquet = (await file.slice(0, 4).text()) === 'PAR1';
  const largest = isParquet ? LARGEST.parquet : LARGEST.csv;
  if (file.size > largest) {
    const found = `${Math.round(file.size / 1e6)} MB`;
    throw refused('too-large', { found, allowed: `${largest / 1e6} MB` });
  }
  return isParquet ? parquetBatches(file) : csvBatches(file);
}

async function parquetBatches(file: File): Promise<Batches> {
  const { parquetMetadataAsync, parquetSchema } = await import('hyparquet');
  try {
    const metadata = await parquetMetadataAsync(bufferOf(file));
    const headings = parquetSchema(metadata).children.map(({ element }) => element.name);
    return { headings, batches: (wanted) => groupsOf(file, metadata, wanted) };
  } catch {
    throw refused('broken-file', { found: 'Parquet' });
  }
}

function bufferOf(file: File): { byteLength: number; slice: (from: number, to?: number) => Promise<ArrayBuffer> } {
  return { byteLength: file.size, slice: (from, to) => file.slice(from, to).arrayBuffer() };
}

/** One row group after another, in each one column at a time: the library leaves the errors of those it reads at once to nobody. */
async function* groupsOf(file: File, metadata: FileMetaData, wanted: readonly string[]): AsyncGenerator<Batch> {
  const { parquetReadObjects } = await import('hyparquet');
  const buffer = bufferOf(file);
  const all = Number(metadata.num_rows);
  const stated = metadata.row_groups.reduce((sum, group) => sum + Number(group.num_rows), 0);
  if (stated !== all) throw refused('broken-file', { found: 'Parquet' });
  const more = await compressorsOf(metadata);
  let from = 0;
  for (const group of metadata.row_groups) {
    const chunks = group.columns.flatMap(({ meta_data }) => meta_data ?? []);
    const read = chunks.filter(({ path_in_schema }) => wanted.includes(path_in_schema.join('.')));
    const unpacked = read.reduce((sum, { total_uncompressed_size }) => sum + Number(total_uncompressed_size), 0);
    if (!(unpacked <= MOST_UNPACKED)) throw refused('unpacks-too-large', { allowed: `${MOST_UNPACKED / 1e6} MB` });
    const count = Number(group.num_rows);
    const columns = new Map<string, readonly unknown[]>();
    for (const column of wanted) {
      const part = { file: buffer, metadata, columns: [column], rowStart: from, rowEnd: from + count, ...more };
      const rows = await parquetReadObjects(part).catch(() => []);
      if (rows.length !== count) throw refused('broken-file', { found: 'Parquet' });
      columns.set(
        column,
        rows.map((row) => row[column] as unknown),
      );
    }
    yield { columns, rows: { from: from + 1, count }, share: (from + count) / all };
    from += count;
  }
}

async function compressorsOf(metadata: FileMetaData): Promise<object> {
  const codecs = metadata.row_groups.flatMap(({ columns }) => columns.map(({ meta_data }) => meta_data?.codec));
  const needsMore = codecs.some((codec) => codec !== 'UNCOMPRESSED' && codec !== 'SNAPPY');
  return needsMore ? import('hyparquet-compressors') : {};
}

/** A sweep's own text has a comma between its columns; a spreadsheet that saved it again may have put semicolons. */
async function csvBatches(file: File): Promise<Batches> {
  const start = (await file.slice(0, 65_536).text()).replace(/^\ufeff/, '');
  const [line = ''] = start.split(/\r?\n/, 1);
  if (line.includes('\0')) throw refused('not-a-table');
  const delimiter = line.includes(';') ? ';' : ',';
  const headings = (Papa.parse<string[]>(line, { delimiter }).data[0] ?? []).map((heading) => heading.trim());
  return { headings, batches: (wanted) => linesOf(file, delimiter, headings, wanted) };
}

async function* linesOf(
  file: File,
  delimiter: string,
  headings: string[],
  wanted: readonly string[],
): AsyncGenerator<Batch> {
  const decoder = new TextDecoder();
  let [rest, from] = ['', 0];
  for (let at = 0; at < file.size; at += PIECE) {
    const isLast = at + PIECE >= file.size;
    const text = rest + decoder.decode(await file.slice(at, at + PIECE).arrayBuffer(), { stream: !isLast });
    const end = isLast ? text.length : text.lastIndexOf('\n') + 1;
    rest = text.slice(end);
    const rows = rowsIn(text.slice(0, end), delimiter, headings.length, from);
    const own = from === 0 ? rows.slice(1) : rows;
    const columns = new Map(
      wanted.map((name) => {
        const place = headings.indexOf(name);
        return [name, own.map((cells) => cells[place])];
      }),
    );
    yield { columns, rows: { from: from === 0 ? 2 : from + 1, count: own.length }, share: (at + PIECE) / file.size };
    from += rows.length;
  }
}

/** Rows of text that ends with a line, all of one width. */
function rowsIn(text: string, delimiter: string, width: number, before: number): string[][] {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, skipEmptyLines: true });
  const unclosed = errors.find(({ type }) => type === 'Quotes');
  if (unclosed) throw refused('unclosed-quote', { row: before + (unclosed.row ?? 0) + 1 });
  const short = data.findIndex((cells) => cells.length !== width);
  if (short >= 0)
    throw refused('sweep-cells', {
      row: before + short + 1,
      found: String(data[short]?.length),
      allowed: String(width),
    });
  return data;
}
