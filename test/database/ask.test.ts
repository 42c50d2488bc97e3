import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerCsv } from '$lib/database/answer-csv';
import {
  CHARACTERS_MOST,
  COLUMNS_MOST,
  ASK_TABLES,
  QUESTION_MOST,
  ROWS_MOST,
  type Answer,
  type AskDriver,
  type AskTables,
  type Problem,
  type Refusal,
} from '$lib/database/ask';
import { Asker } from '$lib/database/asker';
import { openingRows } from '$lib/database/opening';
import { QUESTIONS } from '$lib/database/questions';
import { cohortCsv } from '$lib/ingest/cohort-file';
import type { CohortRow } from '$lib/model/cohort';
import { forecastOf } from '$lib/model/plan';
import { publish, STANDARD } from '$lib/protect/publish';
import { askText } from '$lib/text/ask';
import { planOfFile } from '../repository-scenario';
import { openInNode } from './node-database';
import { threadDriver } from './thread-driver';

const rows: CohortRow[] = [
  { settlement_year: 2022, permit: 'ordinary', category: 'adult', age_band: '25-55', persons: 14 },
  { settlement_year: 2022, permit: 'ordinary', category: 'single_adult', age_band: '25-55', persons: 2 },
  { settlement_year: 2022, permit: 'ordinary', category: 'child', age_band: '6-15', persons: 7 },
  { settlement_year: 2023, permit: 'collective', category: 'adult', age_band: '25-55', persons: 16 },
  { settlement_year: 2023, permit: 'collective', category: 'adult', age_band: '60+', persons: 1 },
  { settlement_year: 2023, permit: 'collective', category: 'child', age_band: '6-15', persons: 9 },
];
const members = `municipality,name,inhabitants,year,tail,net
0001,Lilleby,1000,2024,false,-50000
0001,Lilleby,1000,2025,false,-150000
0002,Storeby,20000,2024,false,2000000
0002,Storeby,20000,2025,false,1000000
0003,"Nyby, ytre",,2024,false,
`;

function tablesOf(cohort: CohortRow[]): AskTables {
  const forecasts = ['heroy-10', 'heroy-40'].map((name) => {
    const plan = planOfFile(name);
    return { name, plan, forecast: forecastOf(plan) };
  });
  return { cohort: cohortCsv(cohort), members, forecasts };
}

let opened = 0;
const drivers: AskDriver[] = [];
const open = async (): Promise<AskDriver> => {
  opened += 1;
  const driver = await threadDriver();
  drivers.push(driver);
  return driver;
};

const asker = new Asker(open, 120_000);
/** For what never ends. */
const hasty = new Asker(open, 4_000);
const tables = tablesOf(rows);
const ask = (sql: string, by = asker): Promise<Answer | Refusal> => by.ask(tables, sql);

async function answered(sql: string): Promise<Answer> {
  const outcome = await ask(sql);
  if ('problem' in outcome) throw new Error(`${outcome.problem}: ${outcome.detail}`);
  return outcome;
}

async function refused(sql: string, by = asker): Promise<Refusal> {
  const outcome = await ask(sql, by);
  if (!('problem' in outcome)) throw new Error(`answered: ${sql}`);
  return outcome;
}

const STATE = `select (select string_agg(name, ' ' order by name) from (show tables)) as tables,
  (select sum(persons) from cohort) as persons, (select count(*) from ledger) as lines,
  (select sum(amount * year) from ledger) as amounts, (select sum(settled * year) from people) as settled,
  (select sum(posts * year) from capacity) as posts, (select count(*) from result) as years,
  (select sum(net) from members) as net`;
let before: Answer['rows'] = [];

/** The tables are what they were and all there is, and a plain question has its answer. */
async function expectUnharmed(): Promise<void> {
  expect((await answered(STATE)).rows).toEqual(before);
}

beforeAll(async () => {
  before = (await answered(STATE)).rows;
  expect(before[0]?.slice(0, 2)).toEqual(['capacity cohort ledger members people result', 49]);
  expect(before[0]?.[2]).toBeGreaterThan(500);
}, 120_000);
afterAll(async () => {
  for (const each of [asker, hasty]) each.close();
  await Promise.all(drivers.map((driver) => driver.close()));
});

describe('a question', () => {
  it.each([
    [
      'select settlement_year, persons from cohort where persons > 10 order by persons desc',
      [
        [2023, 16],
        [2022, 14],
      ],
    ],
    ['from cohort select sum(persons)', [[49]]],
    ['with few as (from cohort where persons < 5) select count(*), sum(persons) from few', [[2, 3]]],
    [
      "values (1, 'a'), (2, null)",
      [
        [1, 'a'],
        [2, null],
      ],
    ],
    [
      'select true and null, 1 = 1, 2.5::decimal(4, 2), 170141183460469231731687303715884105727',
      [[null, true, 2.5, 2 ** 127]],
    ],
    ["select date '2024-01-31', interval 1 month, [1, 2], {'a': 1}", [['2024-01-31', '1 month', '[1, 2]', "{'a': 1}"]]],
    ['select 1 as "2", 2 as "1", 3 as "1"', [[1, 2, 3]]],
    ['select x from range(5) t(x) order by x desc;', [[4], [3], [2], [1], [0]]],
    ['-- a word first\nselect 1 -- and one last;', [[1]]],
    ["select ';' || '--' || $$)$$ as text", [[';--)']]],
    ["select 'nan'::double", [[null]]],
    ['select 1 where false', []],
    [
      'pivot cohort on settlement_year in (2022, 2023) using sum(persons) group by category order by category limit 1',
      [['adult', 14, 17]],
    ],
  ])('%s', async (sql, expected) => {
    expect((await answered(sql)).rows).toEqual(expected);
  });

  it.each(['describe cohort', 'show tables', 'summarize ledger'])('may be %s', async (sql) => {
    expect((await answered(sql)).rows.length).toBeGreaterThan(4);
  });

  it('names its columns as they are, also twice, and also where no row comes', async () => {
    const { columns } = await answered(`select 1 as "a ""b""", 'x' as year, 2 as year, true as is where false`);
    expect(columns).toEqual([
      { name: 'a "b"', kind: 'number' },
      { name: 'year', kind: 'text' },
      { name: 'year_1', kind: 'number' },
      { name: 'is', kind: 'truth' },
    ]);
  });

  it('has at most a thousand rows, and says that there are more', async () => {
    const { rows, more, full } = await answered('from range(1000000000)');
    expect([rows.length, rows.at(-1), more, full]).toEqual([ROWS_MOST, [ROWS_MOST - 1], true, false]);
    expect((await answered(`from range(${ROWS_MOST})`)).more).toBe(false);
  });

  it('has cells of at most ten thousand characters, and says how many were cut', async () => {
    const { rows, cut } = await answered(`select repeat('ø', 5000000), repeat('😀', ${CHARACTERS_MOST})`);
    expect(rows[0]?.map((cell) => [...String(cell)].length)).toEqual([CHARACTERS_MOST, CHARACTERS_MOST]);
    expect(cut).toBe(1);
  });

  it('has at most five million bytes, the first row always, and says that rows were left out', async () => {
    const { rows, more, full } = await answered(`select repeat('x', 9000) from range(1001)`);
    expect([rows.length, more, full]).toEqual([555, true, true]);
    const wide = Array.from({ length: COLUMNS_MOST }, () => `repeat('😀', 20000)`).join(', ');
    expect((await answered(`select ${wide}`)).rows).toHaveLength(1);
  });
});

describe('the questions to begin with', () => {
  it.each(Object.entries(QUESTIONS))('%s has an answer', async (_, sql) => {
    expect((await answered(sql)).rows.length).toBeGreaterThan(name_has_rows(sql) ? 0 : -1);
  });

  function name_has_rows(sql: string): boolean {
    return sql !== QUESTIONS.hidden_people && sql !== QUESTIONS.unknown_amounts;
  }

  it('rank members by net per inhabitant, unknown last and not as nought', async () => {
    const { rows } = await answered(QUESTIONS.members_by_net);
    expect(rows).toEqual([
      ['0002', 'Storeby', 20000, 3000000, 150],
      ['0001', 'Lilleby', 1000, -200000, -200],
      ['0003', 'Nyby, ytre', null, null, null],
    ]);
  });

  it('give the cost of the model', async () => {
    const { rows } = await answered(QUESTIONS.cost_per_settled);
    const [first] = tables.forecasts;
    if (!first) throw new Error('no forecast');
    const cost = first.forecast.result.reduce((sum, year) => sum + year.cost, 0);
    const settled = first.forecast.people.reduce((sum, year) => sum + year.settled, 0);
    expect(rows[0]?.[0]).toBe('heroy-10');
    expect(rows[0]?.[2]).toBeCloseTo(cost, 2);
    expect(rows[0]?.[3]).toBeCloseTo(cost / settled, 2);
  });
});

const COUNTLESS = 'range(1000000) a, range(1000000) b, range(1000000) c';
const HOSTILE: [Problem | Problem[], string][] = [
  ['time', 'with recursive endless(x) as (select 1 union all select x + 1 from endless) select max(x) from endless'],
  ['time', `select count(*) from ${COUNTLESS} where (a.range * b.range + c.range) % 7 = 3`],
  [['time', 'memory'], `select a.range, b.range from ${COUNTLESS} order by hash(a.range + b.range)`],
  ['memory', "select repeat('x', 4000000000)"],
  [['memory', 'time'], "select string_agg(repeat('x', 100000), '') from range(100000)"],
  [['memory', 'time'], 'select list(range) from range(200000000)'],
  ['function', "select * from read_csv('/etc/passwd')"],
  ['function', "from read_csv ('/index.html')"],
  ['function', `from "read_csv"/* */('cohort.csv')`],
  ['function', `from READ_CSV_AUTO--\n('cohort.csv')`],
  ['function', `from read_text\u200b('cohort.csv')`],
  ['function', `from main.read_blob('members.csv')`],
  ['file', "from 'cohort.csv'"],
  ['table', "from '/index.html'"],
  [['file', 'extension'], "from 'http://localhost/index.csv'"],
  ['table', "from 'https://example.org/data.parquet'"],
  ['extension', "from read_parquet('x.parquet')"],
  ['extension', "from read_json('x.json')"],
  ['function', "from glob('*')"],
  ['function', "from sniff_csv('cohort.csv')"],
  ['writes', "copy cohort to 'out.csv'"],
  ['writes', "copy cohort from 'cohort.csv'"],
  ['writes', "export database 'out'"],
  ['writes', "import database 'out'"],
  ['writes', "attach 'other.db'"],
  ['writes', "attach ':memory:' as other"],
  ['writes', 'detach memory'],
  ['writes', 'use system'],
  ['writes', 'install httpfs'],
  ['writes', 'force install json from community'],
  ['writes', 'load json'],
  ['writes', 'set enable_external_access = true'],
  ['writes', 'set global threads = 1'],
  ['writes', 'set variable a = 1'],
  ['writes', 'reset lock_configuration'],
  ['writes', 'pragma enable_external_access'],
  ['writes', 'pragma database_list'],
  ['writes', 'call seq_scan'],
  ['writes', 'insert into cohort select * from cohort'],
  ['writes', '-- all\n/* of it */ update ledger set amount = 0'],
  ['writes', 'delete from people'],
  ['writes', 'truncate result'],
  ['writes', 'drop table capacity'],
  ['writes', 'create table other as select 1'],
  ['writes', 'create or replace temp view cohort as select 1'],
  ['writes', 'create macro total() as 1'],
  ['writes', 'alter table ledger drop column amount'],
  ['writes', "create secret s (type s3, key_id 'a', secret 'b')"],
  ['writes', 'begin transaction'],
  ['writes', 'rollback'],
  ['writes', 'vacuum'],
  ['writes', 'checkpoint'],
  ['writes', 'prepare q as select 1'],
  ['writes', 'explain analyze delete from cohort'],
  ['writes', 'merge into cohort using cohort as other on false when not matched then delete'],
  ['syntax', 'with gone as (delete from cohort returning *) from gone'],
  ['syntax', 'with gone as (select 1) delete from cohort'],
  ['syntax', 'with gone as (select 1) insert into cohort select * from cohort'],
  ['several', 'select 1; drop table cohort'],
  ['several', 'select 1; select 2'],
  ['several', 'select 1;; set threads = 1;'],
  ['syntax', 'select 1) limit 5; drop table cohort; select * from (select 1'.replace(/;/g, ',')],
  ['syntax', 'select 1 as c0) as answer(c0) union all select x from (select 1 as x'],
  ['syntax', 'select 1) limit 5) insert into cohort with q as (select * from (select 1'],
  ['syntax', 'select * from range(5000)) /*'],
  ['syntax', "select 'open"],
  ['syntax', 'select $$open'],
  ['parameter', 'select ?'],
  ['parameter', 'select $1'],
  ['parameter', 'select $name'],
  ['function', 'from duckdb_settings()'],
  ['function', 'from duckdb_secrets()'],
  ['function', 'from duckdb_tables'],
  ['function', "from which_secret('s3://a', 's3')"],
  ['function', "select current_setting('memory_limit')"],
  ['function', "select getenv('HOME')"],
  ['function', "select getvariable('a')"],
  ['function', "from query('from duckdb_settings()')"],
  ['function', "from query_table(['cohort'])"],
  ['function', 'from enable_logging()'],
  ['function', 'from checkpoint()'],
  ['function', 'from pragma_version()'],
  ['function', 'from information_schema.tables'],
  ['function', 'from sqlite_master'],
  ['function', 'from arrow_scan(1, 2, 3)'],
  ['no-function', 'select no_such_thing(1)'],
  ['table', 'from accounts'],
  ['column', 'select amount from cohort'],
  ['value', "select 'a'::integer"],
  ['value', "select error('no')"],
  ['wide', `select ${Array.from({ length: COLUMNS_MOST + 1 }, (_, at) => at).join(', ')}`],
  ['long', `select '${'x'.repeat(QUESTION_MOST)}'`],
  ['empty', ' ;\n '],
  ['syntax', `select ${'['.repeat(4000)}1${']'.repeat(4000)}`],
  ['syntax', `select ${'1+'.repeat(4500)}1`],
];

describe('a hostile question', () => {
  it.each(HOSTILE.map(([problem, sql]): [string, Problem[], string] => [sql.slice(0, 70), [problem].flat(), sql]))(
    '%s',
    async (_, problems, sql) => {
      const { problem, detail } = await refused(sql, problems.includes('time') ? hasty : asker);
      expect(problems, detail).toContain(problem);
      await expectUnharmed();
    },
  );

  it('of nonsense is answered or refused, and harms nothing', async () => {
    const words =
      'select from ( ) * , ; -- /* */ \' " $$ cohort ledger drop table insert into values with as limit 1 union'
        .concat(
          ' all where null describe show summarize = :: [ ] { } ? $1 e\' u&" \\ \0 ø \u00a0 join lateral recursive',
        )
        .split(' ');
    const nonsense = fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 6 })), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(nonsense, async (parts) => {
        const outcome = await ask(parts.join(' '));
        expect('problem' in outcome ? outcome.problem : 'answered').not.toBe('failed');
      }),
      { numRuns: 400, seed: 1 },
    );
    await expectUnharmed();
  });

  it('does nothing to another DuckDB', async () => {
    const database = await openInNode();
    await openingRows(database, cohortCsv(rows), 2023);
    await refused('drop table cohort');
    await refused("select repeat('x', 4000000000)");
    expect(await database.query('select sum(persons) as persons from cohort')).toEqual([{ persons: 49 }]);
    await database.close();
  });
});

describe('the one who asks', () => {
  it('stops at once, says so, and is answered next time', async () => {
    const waiting = ask(`select count(*) from ${COUNTLESS} where (a.range + b.range + c.range) % 7 = 3`);
    asker.stop();
    expect(await waiting).toEqual({ problem: 'stopped', name: '', detail: '' });
    await expectUnharmed();
  });

  it('opens DuckDB when it first asks, once, and anew for other tables, which then are all there is', async () => {
    const other = tablesOf([]);
    const count = opened;
    const own = new Asker(open);
    expect(opened).toBe(count);
    await own.ask(tables, 'select 1');
    await own.ask(tables, 'select 1');
    expect(opened).toBe(count + 1);
    expect(await own.ask(other, 'select count(*) from cohort')).toMatchObject({ rows: [[0]] });
    expect(opened).toBe(count + 2);
    own.close();
  });

  it('is told where DuckDB cannot be had, and tries again next time', async () => {
    let isThere = false;
    const own = new Asker(() => (isThere ? open() : Promise.reject(new Error('no program'))));
    expect(await own.ask(tables, 'select 1')).toEqual({ problem: 'failed', name: '', detail: 'no program' });
    isThere = true;
    expect(await own.ask(tables, 'select 1')).toMatchObject({ rows: [[1]] });
    own.close();
  });

  it('cannot have what is hidden from everybody, where the tables are protected', async () => {
    const published = publish(rows, STANDARD);
    const own = new Asker(open);
    const outcome = await own.ask(tablesOf(published.rows), 'select persons, household, status from cohort');
    own.close();
    if ('problem' in outcome) throw new Error(outcome.detail);
    const counts = outcome.rows.map(([persons]) => persons);
    expect(counts).toContain(null);
    expect(counts.filter((persons) => typeof persons === 'number' && persons < STANDARD.threshold)).toEqual([]);
    expect(outcome.rows.filter(([persons]) => persons === null).every(([, , status]) => status === 'suppressed')).toBe(
      true,
    );
  });
});

describe('an answer as a file', () => {
  it('has texts that a spreadsheet cannot take for a formula, and numbers that it can count with', async () => {
    const answer = await answered(
      `select '=1+1' as "=a", '@b' as b, -1.5 as c, '-1' as d, '+1' as e, null as f, 'a;"b"' as g, chr(9) || 'x' as h`,
    );
    expect(answerCsv(answer, ';', ',')).toBe(`'=a;b;c;d;e;f;g;h\n'=1+1;'@b;-1,5;'-1;'+1;;"a;""b""";'\tx`);
    expect(answerCsv({ ...answer, rows: [] }, ',', '.')).toBe("'=a,b,c,d,e,f,g,h");
  });
});

describe('the words', () => {
  it.each(Object.entries(askText))('in %s explain every column of every table, and no other', async (_, words) => {
    for (const [table, { columns }] of Object.entries(words.tables)) {
      const { rows } = await answered(`describe ${table}`);
      expect(Object.keys(columns)).toEqual(rows.map(([name]) => name));
      expect(
        Object.values(columns)
          .flat()
          .filter((said) => said.trim() !== said),
      ).toEqual([]);
    }
    expect(Object.keys(words.tables).sort()).toEqual([...ASK_TABLES].sort());
    expect(Object.keys(words.questions)).toEqual(Object.keys(QUESTIONS));
  });
});
