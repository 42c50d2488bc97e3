import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { tableFromIPC } from 'apache-arrow';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DataCell, DataTable } from '$lib/export/data-table';
import {
  DATA_TABLES,
  arrowFile,
  csvFile,
  dataFile,
  dataTable,
  parquetFile,
  type DataTableName,
} from '$lib/export/data-tables';
import { headOf, type Outgoing } from '$lib/export/outgoing';
import { futuresDocument } from '$lib/model/draw-futures';
import { linesOf } from '$lib/model/forecast';
import { planOf, type Plan } from '$lib/model/plan';
import { publishedCatalogue } from '$lib/parameters/published';
import { nb } from '$lib/text/nb';
import { outgoingText } from '$lib/text/outgoing';
import { outgoingOfFiles, outgoingOfPlans } from '../outgoing';
import { scenarioOf } from '../run-scenario';

let folder = '';
let database: DuckDBConnection;
const of = outgoingOfFiles('heroy-10', 'heroy-40');
const head = headOf(of, nb, outgoingText.nb);
const futures = futuresDocument(of.about.plan, 20, 1);
const tables = DATA_TABLES.map((name) => dataTable(name, of, futures));

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bosett-data-'));
  database = await (await DuckDBInstance.create(':memory:')).connect();
});
afterAll(() => {
  database.closeSync();
  rmSync(folder, { recursive: true, force: true });
});

function table(name: DataTableName): DataTable {
  const found = tables.find((each) => each.name === name);
  if (!found) throw new Error(`no table: ${name}`);
  return found;
}

/** A plan whose unaccompanied minors come at a rate that nobody states. */
function planWithUnknownRate(): Plan {
  const scenario = scenarioOf({
    first_year: 2017,
    years: 3,
    parameters: { 'settlement.persons': 4, 'settlement.mix.unaccompanied_minor': 0.5 },
  });
  const { plan } = planOf(publishedCatalogue, scenario, [], []);
  if (!plan) throw new Error('no plan');
  return plan;
}

/** The rows of a table as records by column. */
function records({ columns, rows }: DataTable): Record<string, DataCell>[] {
  return rows.map((row) => Object.fromEntries(columns.map(({ name }, at) => [name, row[at] ?? null])));
}

/** What DuckDB reads of bytes: its types of the columns, and the rows. */
async function read(bytes: Uint8Array, file: string, from: string): Promise<{ types: string[]; rows: unknown[][] }> {
  const path = join(folder, file);
  writeFileSync(path, bytes);
  const result = await database.runAndReadAll(`SELECT * FROM ${from.replace('FILE', `'${path}'`)}`);
  return { types: result.columnTypes().map(String), rows: result.getRows() };
}

const TYPES = { text: 'VARCHAR', whole: 'INTEGER', number: 'DOUBLE', flag: 'BOOLEAN' };
const typesOf = ({ columns }: DataTable): string[] => columns.map(({ type }) => TYPES[type]);

describe('a data table', () => {
  it('has every line, person, place and krone of the forecast, row for row', () => {
    const { plan, forecast } = of.about;
    const lines = linesOf(forecast, plan.parameters, plan.opening).map((line) => ({
      ...line,
      parameters: line.parameters.join(' '),
      draft: line.draft === true,
      paid_next_year: line.paid_next_year === null ? null : line.paid_next_year + 0,
    }));
    expect(records(table('lines'))).toMatchObject(lines);
    expect(records(table('people'))).toMatchObject(forecast.people);
    expect(records(table('capacity'))).toMatchObject(forecast.capacity);
    expect(records(table('result'))).toMatchObject(forecast.result);
    const [first] = records(table('futures'));
    expect(first).toMatchObject({ table: 'result', draws: 20, seed: 1, year: 2024, tail: false });
    const net = records(table('futures')).find((row) => row['column'] === 'net');
    expect(net).toMatchObject(futures.result['net']?.[0] ?? {});
  });

  it('says on every row where it is from', () => {
    for (const { columns, rows } of tables) {
      expect(columns.slice(0, 5).map(({ name }) => name)).toEqual(['municipality', 'scenario', 'mode', 'data', 'hash']);
      expect(new Set(rows.map((row) => row.slice(0, 3).join('|')))).toEqual(new Set(['1818|Herøy: 10 i året|private']));
    }
  });

  it('leaves what is unknown empty, never 0, also in sums and in the fund of the years after', () => {
    const unknown = outgoingOfPlans(planWithUnknownRate(), null);
    const rows = records(dataTable('result', unknown));
    const incomplete = unknown.about.forecast.result.filter((row) => row.incomplete);
    expect(incomplete.length).toBeGreaterThan(0);
    for (const { year } of incomplete)
      expect(rows.find((row) => row['year'] === year)).toMatchObject({ income: null, net: null, fund: null });
    const lines = records(dataTable('lines', unknown)).filter((row) => row['status'] === 'unknown');
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect([line['unit_price'], line['amount']]).toEqual([null, null]);
    const drawn = records(dataTable('futures', unknown, futuresDocument(unknown.about.plan, 3, 1)));
    const nets = drawn.filter((row) => row['column'] === 'net' && row['year'] === incomplete[0]?.year);
    expect(nets.map((row) => [row['p5'], row['p95']])).toEqual([[null, null]]);
  });
});

describe('Parquet', () => {
  it.each(DATA_TABLES)('of %s is read back row for row with its types', async (name) => {
    const given = table(name);
    const { types, rows } = await read(await parquetFile(given, head), `${name}.parquet`, 'read_parquet(FILE)');
    expect(types).toEqual(typesOf(given));
    expect(rows).toEqual(given.rows);
  });

  it('carries the head as metadata', async () => {
    const from = '(SELECT decode(key), decode(value) FROM parquet_kv_metadata(FILE))';
    const { rows } = await read(await parquetFile(table('result'), head), 'head.parquet', from);
    const said = Object.fromEntries(rows.map(([key, value]) => [String(key), value]));
    expect(head.length).toBeGreaterThan(10);
    for (const { key, value } of head) expect(said[`bosett.${key}`]).toBe(value);
    expect(said['bosett.table']).toBe('result');
  });
});

describe('Arrow', () => {
  it.each(DATA_TABLES)('of %s is read back row for row with its types and the head', async (name) => {
    const given = table(name);
    const arrow = tableFromIPC(await arrowFile(given, head));
    const names = { text: 'Utf8', whole: 'Int32', number: 'Float64', flag: 'Bool' };
    expect(arrow.schema.fields.map((field) => [field.name, String(field.type)])).toEqual(
      given.columns.map((column) => [column.name, names[column.type]]),
    );
    expect(arrow.toArray().map((row) => Object.values(row.toJSON()))).toEqual(given.rows);
    for (const { key, value } of head) expect(arrow.schema.metadata.get(`bosett.${key}`)).toBe(value);
  });
});

describe('a file of a table', () => {
  it('is in kroner of each year and says so, also where those of the first year are shown', async () => {
    const fixed: Outgoing = { ...of, fixed: true };
    const bytes = await dataFile('arrow', dataTable('result', fixed), fixed, nb);
    expect(tableFromIPC(bytes).schema.metadata.get('bosett.kroner')).toBe(nb.plan.nominal);
    expect(await dataFile('csv', table('result'), of, nb)).toEqual(csvFile(table('result'), 'nb'));
  });
});

describe('CSV', () => {
  it.each(DATA_TABLES)('of %s is read back row for row, in Norwegian and in English', async (name) => {
    const given = table(name);
    const columns = given.columns.map((column) => `'${column.name}': '${TYPES[column.type]}'`).join(', ');
    for (const [language, delim, decimal] of [
      ['nb', ';', ','],
      ['nn', ';', ','],
      ['en', ',', '.'],
    ] as const) {
      const from = `read_csv(FILE, header = true, auto_detect = false, quote = '"', escape = '"', new_line = '\\r\\n',
        delim = '${delim}', decimal_separator = '${decimal}', columns = {${columns}})`;
      const { rows } = await read(csvFile(given, language), `${name}-${language}.csv`, from);
      expect(rows).toEqual(given.rows);
    }
  });

  it('begins with a byte order mark and ends every line as spreadsheets do', () => {
    const bytes = csvFile(table('result'), 'nb');
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = new TextDecoder().decode(bytes).split('\r\n');
    expect(lines.length).toBe(table('result').rows.length + 2);
    expect(lines[0]).toMatch(/^municipality;scenario;mode;data;hash;year;tail;income;/);
  });

  it.each(['=1+1', '+47', '-2', '@sum', '\tx', '\rx', '=HYPERLINK("a";"b")', '＝1'])(
    'makes the name %j a text, and leaves numbers below 0 as they are',
    (name) => {
      const named: Outgoing = { ...of, about: { ...of.about, name } };
      const given = dataTable('result', named);
      const text = new TextDecoder().decode(csvFile(given, 'nb'));
      for (const line of text.trim().split('\r\n').slice(1)) {
        const cell = /^1818;("(?:[^"]|"")*"|[^;]*);/.exec(line)?.[1] ?? '';
        expect(cell.replace(/^"/, '').startsWith(`'${name.charAt(0)}`)).toBe(true);
      }
      const below = given.rows.flat().filter((cell) => typeof cell === 'number' && cell < 0);
      expect(below.length).toBeGreaterThan(0);
      for (const cell of below) expect(text).toContain(`;${String(cell).replace('.', ',')};`);
    },
  );
});
