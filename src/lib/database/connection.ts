import tables from './tables.sql?raw';

/** What a DuckDB must do for us; the browser's worker and Node's blocking build each give one. */
export type Driver = {
  /** Rows as plain objects, one statement. */
  query: (sql: string, values: (string | number)[]) => Promise<Record<string, unknown>[]>;
  /** Makes a text readable as a file of this name. */
  register: (name: string, text: string) => Promise<void>;
  close: () => Promise<void>;
};

/** The tables of tables.sql. */
export type Table = (typeof TABLES)[number];
export const TABLES = [
  'cohort',
  'ledger',
  'people',
  'capacity',
  'result',
  'member',
  'member_year',
  'member_moves',
  'sweep_point',
  'sweep_year',
  'sweep_member',
] as const;

/** The only door to DuckDB: rows of a view, and a table filled from delimited text with a heading row. */
export type Database = {
  query: <Row>(sql: string, ...values: (string | number)[]) => Promise<Row[]>;
  fill: (table: Table, csv: string) => Promise<void>;
  close: () => Promise<void>;
};

/** Opens the tables on a driver. Extensions are never fetched: nothing is asked of another origin. */
export async function connect(driver: Driver): Promise<Database> {
  await driver.query('set autoload_known_extensions = false', []);
  await driver.query('set autoinstall_known_extensions = false', []);
  for (const statement of tables.split(';')) if (statement.trim() !== '') await driver.query(statement, []);
  return {
    query: async <Row>(sql: string, ...values: (string | number)[]) => (await driver.query(sql, values)) as Row[],
    fill: async (table, csv) => {
      const columns = (csv.split('\n', 1)[0] ?? '').split(',');
      const typed = columns.map((column) => `'${column}': 'VARCHAR'`).join(', ');
      await driver.query(`delete from ${table}`, []);
      if (csv === '') return;
      await driver.register(`${table}.csv`, csv);
      await driver.query(
        `insert into ${table} by name select * from read_csv('${table}.csv', header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', columns = {${typed}})`,
        [],
      );
    },
    close: driver.close,
  };
}
