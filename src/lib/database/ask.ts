import { connect, type Driver } from './connection';
import { fillForecasts, type NamedForecast } from './plan-tables';
import members from './members.sql?raw';

/** A driver that also says whether a text is one complete statement, without running it; it rejects where it is not. */
export type AskDriver = Driver & { check: (sql: string) => Promise<void> };

export const ASK_TABLES = ['cohort', 'ledger', 'people', 'capacity', 'result', 'members'] as const;

/** What can be asked about: people and members as delimited text with a heading row (`''` for none), and forecasts. */
export type AskTables = { cohort: string; members: string; forecasts: NamedForecast[] };

export type Cell = number | string | boolean | null;

/**
 * Rows of a question, at most ROWS_MOST. `more`: the question has more rows than that; `full`: rows were left out because they
 * are too much text; `cut`: how many cells were cut to CHARACTERS_MOST.
 */
export type Answer = { columns: AskColumn[]; rows: Cell[][]; more: boolean; full: boolean; cut: number };
export type AskColumn = { name: string; kind: 'number' | 'truth' | 'text' };

export const PROBLEMS = [
  'empty',
  'long',
  'several',
  'writes',
  'function',
  'no-function',
  'file',
  'extension',
  'table',
  'column',
  'parameter',
  'syntax',
  'wide',
  'value',
  'memory',
  'time',
  'stopped',
  'failed',
] as const;
export type Problem = (typeof PROBLEMS)[number];

/** Why there is no answer; `name` is what it is about, `detail` DuckDB's own words, each `''` where there is none. */
export type Refusal = { problem: Problem; name: string; detail: string };

/** The tables in a DuckDB of their own, ready for questions. */
export type Asked = { ask: (sql: string) => Promise<Answer | Refusal> };

export const ROWS_MOST = 1000;
export const CHARACTERS_MOST = 10_000;
export const COLUMNS_MOST = 100;
export const QUESTION_MOST = 10_000;
/** Bytes of an answer; one row of the most columns and characters always fits. */
const BYTES_MOST = 5_000_000;

/** What DuckDB is held to before anybody may ask: no file, no address, no extension, little memory, and no way back. */
const LOCKS = [
  'allow_community_extensions = false',
  'allow_unsigned_extensions = false',
  "memory_limit = '256MB'",
  "temp_directory = ''",
  'enable_external_access = false',
  'lock_configuration = true',
];

/** Table functions that read nothing but what they are given. Every other one is refused. */
const TABLE_FUNCTIONS = ['range', 'generate_series', 'unnest', 'repeat', 'repeat_row', 'histogram', 'histogram_values'];
/** Functions that tell of the database or change it, and are no table functions. */
const OTHER_FUNCTIONS = ['current_setting', 'getenv', 'getvariable', 'write_log', 'nextval', 'currval'];
/** Tables that DuckDB keeps of itself. */
const OWN_TABLES = /(?<![a-z0-9_])(?:duckdb_\w+|pragma_\w+|sqlite_\w+|information_schema|pg_catalog)/iu;

/** Fills a new DuckDB with the tables and locks it. From here on it answers questions and does nothing else. */
export async function openTables(driver: AskDriver, { cohort, members: rows, forecasts }: AskTables): Promise<Asked> {
  const database = await connect(driver);
  await driver.query(members, []);
  await database.fill('cohort', cohort);
  await fillForecasts(database, forecasts);
  if (rows !== '') await fillMembers(driver, rows);
  await dropOthers(driver);
  const refused = await refusedFunctions(driver);
  for (const lock of LOCKS) await driver.query(`set ${lock}`, []);
  return { ask: (sql) => answerTo(driver, refused, sql) };
}

/** The page has tables that nobody fills here. */
async function dropOthers(driver: Driver): Promise<void> {
  const tables = await driver.query('select table_name as name from duckdb_tables()', []);
  const others = tables.map(({ name }) => String(name)).filter((name) => !ASK_TABLES.some((own) => own === name));
  for (const name of others) await driver.query(`drop table "${name}"`, []);
}

async function fillMembers(driver: Driver, csv: string): Promise<void> {
  await driver.register('members.csv', csv);
  const read = `read_csv('members.csv', header = true, all_varchar = true, delim = ',', quote = '"', escape = '"')`;
  await driver.query(`insert into members by name select * from ${read}`, []);
}

/** What calls a function that a question may not use, in whatever way it is quoted or spaced. */
async function refusedFunctions(driver: Driver): Promise<RegExp> {
  const known = await driver.query(
    "select distinct function_name as name from duckdb_functions() where function_type in ('table', 'table_macro')",
    [],
  );
  const names = known.map(({ name }) => String(name)).filter((name) => !TABLE_FUNCTIONS.includes(name));
  const refused = [...names, ...OTHER_FUNCTIONS].join('|');
  return new RegExp(`(?<![a-z0-9_])(${refused})"?[\\s\\p{Z}\\p{C}]*(?:\\(|/\\*|--)`, 'iu');
}

/** Never rejects: what DuckDB says is put in the refusal. */
async function answerTo(driver: AskDriver, refused: RegExp, question: string): Promise<Answer | Refusal> {
  const sql = question.trim().replace(/[;\s]+$/, '');
  const problem = refusalBefore(sql, refused);
  if (problem) return problem;
  try {
    await driver.query('begin transaction read only', []);
    try {
      return await read(driver, sql);
    } finally {
      await driver.query('rollback', []);
    }
  } catch (error) {
    return refusalOf(sql, error instanceof Error ? error.message : String(error));
  }
}

/** What can be said without asking DuckDB. */
function refusalBefore(sql: string, refused: RegExp): Refusal | null {
  if (sql === '') return { problem: 'empty', name: '', detail: '' };
  if (sql.length > QUESTION_MOST) return { problem: 'long', name: '', detail: '' };
  const name = refused.exec(sql)?.[1] ?? OWN_TABLES.exec(sql)?.[0];
  return name === undefined ? null : { problem: 'function', name, detail: '' };
}

/**
 * The rows of a question. That it is one statement and complete in itself (`check`) means that it cannot close brackets it
 * stands in; that it can stand in brackets after FROM, in a statement that begins with SELECT, that it only reads.
 */
async function read(driver: AskDriver, sql: string): Promise<Answer | Refusal> {
  await driver.check(sql);
  const described = await driver.query(
    `select column_name, column_type from (describe select * from (\n${sql}\n)) limit ?`,
    [COLUMNS_MOST + 1],
  );
  if (described.length > COLUMNS_MOST) return { problem: 'wide', name: '', detail: '' };
  const columns = described.map(({ column_name, column_type }): AskColumn => {
    return { name: String(column_name), kind: kindOf(String(column_type)) };
  });
  const rows = await driver.query(statementOf(sql, columns), [ROWS_MOST + 1, BYTES_MOST, ROWS_MOST]);
  return answerOf(columns, rows);
}

function kindOf(type: string): AskColumn['kind'] {
  if (/^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|DECIMAL.*|FLOAT|DOUBLE)$/.test(type)) return 'number';
  return type === 'BOOLEAN' ? 'truth' : 'text';
}

/** Limits what is read: rows, characters of a cell (one more tells that it is cut), and bytes of all rows. */
function statementOf(sql: string, columns: AskColumn[]): string {
  const cells = columns.map(({ kind }, at) => {
    if (kind === 'number') return `answer.c${at}::double as t${at}`;
    return kind === 'truth'
      ? `answer.c${at} as t${at}`
      : `left(answer.c${at}::varchar, ${CHARACTERS_MOST + 1}) as t${at}`;
  });
  const sizes = columns.map(({ kind }, at) => (kind === 'text' ? `coalesce(strlen(t${at}), 0)` : '8'));
  const names = columns.map((_, at) => `c${at}`);
  return `select * exclude (size) from (
  select *, sum(${sizes.join(' + ')}) over (rows unbounded preceding) as size, count(*) over () as total from (
    select ${cells.join(', ')} from (
${sql}
    ) as answer(${names.join(', ')}) limit ?
  )
) where size <= ? limit ?`;
}

function answerOf(columns: AskColumn[], read: Record<string, unknown>[]): Answer {
  let cut = 0;
  const cellOf = (value: unknown): Cell => {
    if (value === null || value === undefined || Number.isNaN(value)) return null;
    if (typeof value !== 'string') return value as number | boolean;
    const characters = value.length > CHARACTERS_MOST ? [...value] : [];
    if (characters.length <= CHARACTERS_MOST) return value;
    cut += 1;
    return characters.slice(0, CHARACTERS_MOST).join('');
  };
  const rows = read.map((row) => columns.map((_, at) => cellOf(row[`t${at}`])));
  const total = Number(read[0]?.['total'] ?? 0);
  return { columns, rows, more: total > ROWS_MOST, full: rows.length < Math.min(total, ROWS_MOST), cut };
}

/** Words that begin a statement which is not a question, to say so in plain words; it was refused by DuckDB already. */
const DEEDS =
  /^(insert|update|delete|truncate|merge|create|drop|alter|comment|copy|export|import|attach|detach|use|install|load|force|set|reset|pragma|call|begin|start|commit|rollback|abort|checkpoint|vacuum|analyze|prepare|execute|deallocate|explain)\b/i;

/** Whether what was thrown are DuckDB's own words, so that it still answers. What breaks it speaks otherwise. */
export function isRefusal(message: string): boolean {
  return /^[A-Z][A-Za-z ]* Error:/.test(message);
}

const KINDS: [Problem, RegExp][] = [
  ['file', /file system operations are disabled|^(IO|HTTP|Permission) Error/],
  ['extension', /exists in the \S+ extension|Extension "|\bextension\b.*(not found|load)/i],
  ['several', /multiple statements|syntax error at or near ";"/],
  [
    'parameter',
    /^Invalid Input Error: Values were not provided|Mixing named and positional|^Binder Error: .*parameter/,
  ],
  ['table', /^Catalog Error: (?:Table|View) with name "?([^"\s]+)"? does not exist/],
  ['column', /^Binder Error: Referenced (?:column|table) "([^"]*)" not found/],
  ['no-function', /^Catalog Error: \w+ Function with name "?([^"\s]+)"? does not exist/],
  ['memory', /^Out of Memory Error/],
  ['syntax', /^(Parser|Syntax|Not implemented|Binder|Catalog) Error/],
  ['value', /^(Conversion|Invalid Input|Out of Range|Constraint|Serialization) Error/],
];

function refusalOf(sql: string, message: string): Refusal {
  const detail = shortened(message);
  if (!isRefusal(message)) return { problem: 'memory', name: '', detail };
  const deed = DEEDS.exec(sql.replace(/^(\s|--[^\n]*(\n|$)|\/\*.*?\*\/|\()+/s, ''))?.[1];
  if (deed !== undefined) return { problem: 'writes', name: deed.toUpperCase(), detail };
  for (const [problem, pattern] of KINDS) {
    const found = pattern.exec(message);
    if (found) return { problem, name: found[1] ?? '', detail };
  }
  return { problem: 'failed', name: '', detail };
}

/** DuckDB's message, with the place it speaks of once. */
function shortened(message: string): string {
  const [said = '', place = ''] = message.split(/\n\s*\n(?=LINE )/);
  return [said.trim(), place.trimEnd()].filter(Boolean).join('\n').slice(0, 1000);
}
