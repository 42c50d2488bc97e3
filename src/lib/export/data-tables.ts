import Papa from 'papaparse';
import { valuesOf, type Column } from '$lib/model/bounds';
import type { FuturesDocument } from '$lib/model/draw-futures';
import { linesOf } from '$lib/model/forecast';
import { PERCENTILES } from '$lib/model/futures';
import type { LedgerLine } from '$lib/model/ledger';
import type { CapacityRow, PeopleRow, ResultRow } from '$lib/model/rows';
import type { FormatLanguage } from '$lib/format';
import { outgoingText } from '$lib/text/outgoing';
import type { Text } from '$lib/text/text';
import type { DataCell, DataTable, DataType } from './data-table';
import { dataKind, hashOf, headOf, type HeadLine, type Outgoing } from './outgoing';

/** The tables of a forecast; `futures` only where futures were drawn. */
export const DATA_TABLES = ['lines', 'people', 'capacity', 'result', 'futures'] as const;
export type DataTableName = (typeof DATA_TABLES)[number];

type Types<Row> = Record<keyof Row, DataType>;
type Named = Record<string, DataCell>;

/** What every row of every table says of where it is from. */
const ORIGIN = { municipality: 'text', scenario: 'text', mode: 'text', data: 'text', hash: 'text' } as const;

const LINES: Types<LedgerLine> = {
  year: 'whole',
  tail: 'flag',
  side: 'text',
  item: 'text',
  category: 'text',
  settlement_year: 'whole',
  quantity: 'number',
  unit: 'text',
  unit_price: 'number',
  amount: 'number',
  paid_next_year: 'number',
  funksjon: 'text',
  art: 'text',
  tag: 'text',
  parameters: 'text',
  status: 'text',
  quantity_status: 'text',
  after_phase: 'flag',
  draft: 'flag',
};

const PEOPLE: Types<PeopleRow> = {
  year: 'whole',
  tail: 'flag',
  requested: 'number',
  voted: 'number',
  settled: 'number',
  born: 'number',
  family: 'number',
  moved_in: 'number',
  moved_out: 'number',
  in_phase: 'number',
  participants_mean: 'number',
  participants_peak: 'number',
  participants_any: 'number',
  pupils_peak: 'number',
};

const CAPACITY: Types<CapacityRow> = {
  year: 'whole',
  tail: 'flag',
  groups: 'number',
  rooms_needed: 'number',
  rooms_owned: 'number',
  rooms_leased: 'number',
  modules: 'number',
  advisers: 'number',
  teachers: 'number',
  posts_needed: 'number',
  posts: 'number',
  dwellings: 'number',
};

const RESULT: Types<ResultRow> = {
  year: 'whole',
  tail: 'flag',
  income: 'number',
  cost: 'number',
  net: 'number',
  net_fixed: 'number',
  fixed_factor: 'number',
  ordinary: 'number',
  to_fund: 'number',
  balance: 'number',
  fund: 'number',
  income_paid: 'number',
  after_phase: 'number',
  incomplete: 'flag',
};

const FUTURES: Record<string, DataType> = {
  table: 'text',
  column: 'text',
  year: 'whole',
  tail: 'flag',
  ...Object.fromEntries(PERCENTILES.map((percent) => [`p${percent}`, 'number'] as const)),
  draws: 'whole',
  seed: 'whole',
};

/** A table of a forecast, each row with its origin; `futures` needs futures that were drawn. */
export function dataTable(name: DataTableName, of: Outgoing, futures: FuturesDocument | null = null): DataTable {
  switch (name) {
    case 'lines':
      return tableOf(name, of, LINES, lineRows(of));
    case 'people':
      return tableOf(name, of, PEOPLE, yearlyRows(of, Object.keys(PEOPLE)));
    case 'capacity':
      return tableOf(name, of, CAPACITY, yearlyRows(of, Object.keys(CAPACITY)));
    case 'result':
      return tableOf(name, of, RESULT, yearlyRows(of, Object.keys(RESULT)));
    case 'futures':
      if (!futures) throw new Error('no futures: none were drawn');
      return tableOf(name, of, FUTURES, futureRows(of, futures));
  }
}

/** Rows as a table, with the columns that say where they are from before the others. */
export function tableOf(name: string, of: Outgoing, types: Record<string, DataType>, rows: Named[]): DataTable {
  const { about, municipality, mode } = of;
  const origin = [municipality.number, about.name, mode, dataKind(about.plan), hashOf(about.plan, mode)];
  const columns = Object.entries(types).map(([column, type]) => ({ name: column, type }));
  return {
    name,
    columns: [...Object.entries(ORIGIN).map(([column, type]) => ({ name: column, type })), ...columns],
    rows: rows.map((row) => [...origin, ...columns.map((column) => plain(row[column.name]))]),
  };
}

/** A cell without the minus of minus zero. */
function plain(cell: DataCell | undefined): DataCell {
  return typeof cell === 'number' ? cell + 0 : (cell ?? null);
}

function lineRows({ about: { plan, forecast } }: Outgoing): Named[] {
  return linesOf(forecast, plan.parameters, plan.opening).map((line) => ({
    ...line,
    parameters: line.parameters.join(' '),
    draft: line.draft === true,
  }));
}

/** Rows of each year with what an unknown amount makes unknown as `null`. */
function yearlyRows({ about: { forecast } }: Outgoing, columns: string[]): Named[] {
  const rows: Named[] = forecast.result.map(({ year, tail, incomplete }) => ({ year, tail, incomplete }));
  for (const column of columns.filter((name) => !(name in (rows[0] ?? {}))))
    for (const [at, value] of valuesInAllYears(column as Column, forecast).entries()) {
      const row = rows[at];
      if (row) row[column] = value;
    }
  return rows;
}

function valuesInAllYears(column: Column, of: Outgoing['about']['forecast']): (number | null)[] {
  return [false, true].flatMap((tail) => valuesOf(column, of, tail).map(({ value }) => value));
}

/** Percentiles by column and year. Where the forecast does not know a column in a year, no future does. */
function futureRows({ about: { forecast } }: Outgoing, futures: FuturesDocument): Named[] {
  const { draws, seed } = futures;
  const tables = (['result', 'people', 'capacity'] as const).flatMap((table) =>
    Object.entries(futures[table]).map(([column, years]) => {
      const known = valuesInAllYears(column as Column, forecast);
      return { table, column, years, isKnown: (at: number) => known[at] !== null };
    }),
  );
  const items = Object.entries(futures.items).map(([column, years]) => ({
    table: 'items',
    column,
    years,
    isKnown: () => true,
  }));
  return [...tables, ...items].flatMap(({ table, column, years, isKnown }) =>
    years.map((row, at) => ({
      table,
      column,
      year: row.year,
      tail: forecast.result[at]?.tail ?? null,
      ...Object.fromEntries(PERCENTILES.map((percent) => [`p${percent}`, isKnown(at) ? row[`p${percent}`] : null])),
      draws,
      seed,
    })),
  );
}

/** What a spreadsheet would take for the beginning of a formula. */
const FORMULA = /^[=+\-@＝＋－＠\t\r\n]/;

/**
 * A table as CSV in UTF-8 with a byte order mark, lines ended as spreadsheets end them: semicolons and decimal commas for a
 * Norwegian reader, commas and points for an English one. A text that a spreadsheet would work out begins with an apostrophe;
 * numbers never do.
 */
export function csvFile({ columns, rows }: DataTable, language: FormatLanguage): Uint8Array {
  const [delimiter, decimal] = language === 'en' ? [',', '.'] : [';', ','];
  const written = (cell: DataCell): string => {
    if (cell === null) return '';
    if (typeof cell === 'string') return asText(cell);
    return String(cell).replace('.', decimal);
  };
  const heading = columns.map(({ name }) => asText(name));
  const lines = Papa.unparse([heading, ...rows.map((row) => row.map(written))], { delimiter, newline: '\r\n' });
  return new TextEncoder().encode(`\u{FEFF}${lines}\r\n`);
}

/** A text that no spreadsheet works out. */
export function asText(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** The head of a file as names and texts for the metadata of formats that have any. */
function metadataOf(table: DataTable, head: HeadLine[]): [string, string][] {
  const lines = head.map(({ key, value }): [string, string] => [`bosett.${key}`, value]);
  return [['bosett.format', 'bosett/data@1'], ['bosett.table', table.name], ...lines];
}

const PARQUET = { text: 'STRING', whole: 'INT32', number: 'DOUBLE', flag: 'BOOLEAN' } as const;

/** A table as Parquet with the head as metadata; `null` is null. */
export async function parquetFile(table: DataTable, head: HeadLine[]): Promise<Uint8Array> {
  const { parquetWriteBuffer } = await import('hyparquet-writer');
  const columnData = table.columns.map(({ name, type }, at) => ({
    name,
    type: PARQUET[type],
    data: table.rows.map((row) => row[at] ?? null),
  }));
  const kvMetadata = metadataOf(table, head).map(([key, value]) => ({ key, value }));
  return new Uint8Array(await parquetWriteBuffer({ columnData, kvMetadata }));
}

/** A table as an Arrow file (IPC, uncompressed) with the head as metadata of its schema; `null` is null. */
export async function arrowFile(table: DataTable, head: HeadLine[]): Promise<Uint8Array> {
  const { arrowBytes } = await import('./arrow-bytes');
  return arrowBytes(table, metadataOf(table, head));
}

/** A table as the bytes of a file of a kind. The tables of a forecast are in kroner of each year, whatever is shown. */
export async function dataFile(
  kind: 'csv' | 'parquet' | 'arrow',
  table: DataTable,
  of: Outgoing,
  text: Text,
): Promise<Uint8Array> {
  if (kind === 'csv') return csvFile(table, text.language);
  const isForecast = DATA_TABLES.some((name) => name === table.name);
  const head = headOf(isForecast ? { ...of, fixed: false } : of, text, outgoingText[text.language]);
  return kind === 'parquet' ? parquetFile(table, head) : arrowFile(table, head);
}
