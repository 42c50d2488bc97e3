import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TABLES, type Database } from '$lib/database/connection';
import { openingRows } from '$lib/database/opening';
import { fillForecasts, yearlyRows, type NamedForecast } from '$lib/database/plan-tables';
import { cohortCsv, readCohort } from '$lib/ingest/cohort-file';
import { openingPopulation, rowsObserved, type CohortRow } from '$lib/model/cohort';
import { forecastOf, planOf } from '$lib/model/plan';
import { yearRows, type YearRow } from '$lib/model/year-row';
import { publishedCatalogue } from '$lib/parameters/published';
import { filesOf, planOfFile, scenarioNames, textOf } from '../repository-scenario';
import { scenarioOf } from '../run-scenario';
import { openInNode } from './node-database';

let database: Database;

beforeAll(async () => {
  database = await openInNode();
});
afterAll(async () => {
  await database.close();
});

function named(name: string): NamedForecast {
  const plan = planOfFile(name);
  return { name, plan, forecast: forecastOf(plan) };
}

/** Columns of a row that differ from the model's: kroner and persons by more than a hundredth, others at all. */
function differing(row: YearRow, model: YearRow): string[] {
  return Object.entries(model).flatMap(([column, value]) => {
    const given = row[column as keyof YearRow];
    const same =
      typeof value === 'number' && typeof given === 'number' ? Math.abs(value - given) <= 0.01 : value === given;
    return same ? [] : [`${model.plan} ${model.year} ${column}: ${String(value)} in the model, ${String(given)} here`];
  });
}

function compare(rows: YearRow[], forecasts: NamedForecast[]): void {
  const model = forecasts.flatMap(({ name, forecast }) => yearRows(name, forecast));
  expect(rows.map(({ plan, year }) => [plan, year])).toEqual(model.map(({ plan, year }) => [plan, year]));
  const apart = rows.flatMap((row, at) => {
    const other = model[at];
    return other ? differing(row, other) : [];
  });
  expect(apart).toEqual([]);
}

describe('the yearly view', () => {
  it('gives the rows of the model for every scenario, all of them in the tables at once', async () => {
    const forecasts = scenarioNames.map(named);
    await fillForecasts(database, forecasts);
    compare(await yearlyRows(database), forecasts);
  });

  it('holds the forecasts filled last and nothing else', async () => {
    const forecasts = [named('heroy-10'), named('heroy-40')];
    await fillForecasts(database, [named('sel')]);
    await fillForecasts(database, forecasts);
    compare(await yearlyRows(database), forecasts);
  });

  it('gives the rows of the model where amounts are unknown', async () => {
    const row: CohortRow = {
      settlement_year: 2018,
      permit: 'ordinary',
      category: 'unaccompanied_minor',
      age_band: '6-15',
      persons: 3,
    };
    const { plan } = planOf(publishedCatalogue, scenarioOf({ first_year: 2019, opening: [row] }), [row], []);
    if (!plan) throw new Error('no plan');
    const forecasts = [{ name: 'unknown', plan, forecast: forecastOf(plan) }];
    await fillForecasts(database, forecasts);
    const rows = await yearlyRows(database);
    expect(rows.some((each) => each.incomplete)).toBe(true);
    compare(rows, forecasts);
  });

  it('gives the rows of the model where there is nobody and no line', async () => {
    const { plan } = planOf(publishedCatalogue, scenarioOf({}), [], []);
    if (!plan) throw new Error('no plan');
    const forecasts = [{ name: 'nobody', plan, forecast: forecastOf(plan) }];
    await fillForecasts(database, forecasts);
    compare(await yearlyRows(database), forecasts);
  });

  it('gives numbers, texts and truth values of the types the model has', async () => {
    await fillForecasts(database, [named('heroy-10')]);
    const [row] = await yearlyRows(database);
    const [model] = yearRows('heroy-10', named('heroy-10').forecast);
    const types = (of: object) => Object.fromEntries(Object.entries(of).map(([key, value]) => [key, typeof value]));
    expect(types(row ?? {})).toEqual(types(model ?? {}));
  });
});

describe('the opening view', () => {
  const same = async (rows: CohortRow[], firstYear: number) => {
    const viewed = await openingRows(database, cohortCsv(rows), firstYear - 1);
    expect(openingPopulation(viewed)).toEqual(openingPopulation(rowsObserved(rows, firstYear)));
  };

  it.each(filesOf('data/cohorts', '.csv'))('gives the opening population of %s', async (path) => {
    const { rows } = readCohort(textOf(path));
    const years = [...new Set(rows.map((row) => row.year ?? NaN))];
    expect(years).toHaveLength(1);
    await same(rows, (years[0] ?? NaN) + 1);
    const none = await openingRows(database, cohortCsv(rows), 1900);
    expect(none).toEqual([]);
  });

  const rows = (text: string) => {
    const read = readCohort(text);
    expect(read.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    return read.rows;
  };

  it('gives every row of a file without a year of observation', async () => {
    const read = rows(
      'bosettingsår;oppholdsgrunnlag;kategori;aldersgruppe;antall\n' +
        '2022;ordinær;voksen;25-55;12\n2023;kollektiv;barn;0-5;7\n2023;kollektiv;barn;0-5;1,5',
    );
    const viewed = await openingRows(database, cohortCsv(read), 2023);
    expect(viewed).toHaveLength(2);
    await same(read, 2024);
  });

  it('keeps the estimate of a hidden count, and gives none to any other', async () => {
    const row = { settlement_year: 2022, permit: 'ordinary', category: 'adult', age_band: '25-55' } as const;
    const rows: CohortRow[] = [
      { ...row, persons: null, estimate: 2.125, status: 'suppressed' },
      { ...row, persons: 7, settlement_year: 2023 },
      { ...row, persons: null, settlement_year: 2023 },
    ];
    const viewed = await openingRows(database, cohortCsv(rows), 2023);
    expect(openingPopulation(viewed)).toEqual(openingPopulation(rows));
    expect(viewed.map(({ estimate }) => estimate)).toEqual([2.125, undefined, undefined]);
  });

  it('keeps every hidden cell as one of its own, beside the counts of the same cell', async () => {
    const read = rows(
      'settlement_year,permit,category,age_band,persons\n' +
        '2023,ordinary,adult,25-55,:\n2023,ordinary,adult,25-55,<5\n2023,ordinary,adult,25-55,6\n2022,ordinary,child,0-5,*',
    );
    const viewed = await openingRows(database, cohortCsv(read), 2023);
    expect(viewed.filter((row) => row.persons === null)).toHaveLength(3);
    expect(openingPopulation(viewed).cells.map((cell) => cell.persons)).toEqual([2.5, 11]);
    await same(read, 2024);
  });

  it('gives the same with years of observation, statuses, names with quotes and commas, and municipalities', async () => {
    const read = rows(
      'municipality,year,settlement_year,permit,category,age_band,persons,status,household\n' +
        '1818,2022,2021,ordinary,adult,25-55,3,published,\n' +
        '1818,2023,2021,ordinary,adult,25-55,4,published,"couple, ""old"""\n' +
        '1818,2023,2021,ordinary,adult,25-55,2,synthetic,single\n' +
        '1818,2023,2021,ordinary,adult,25-55,:,suppressed,\n' +
        '1818,2023,2023,family,child,6-15,1,derived,\n',
    );
    await same(read, 2024);
    await same(read, 2023);
  });
});

describe('DuckDB', () => {
  it('loads no extension: what needs one fails with a sentence about the catalog, not with a wait', async () => {
    const rejected = database.query(`select * from read_json('x.json')`);
    await expect(rejected).rejects.toThrow(/Catalog Error.*(json|does not exist|read_json)/is);
    const settings = await database.query<{ name: string; value: string }>(
      `select name, value from duckdb_settings() where name in ('autoload_known_extensions', 'autoinstall_known_extensions') order by name`,
    );
    expect(settings.map(({ value }) => value)).toEqual(['false', 'false']);
  });

  it('has every table of the document with a type stated for each column', async () => {
    const tables = await database.query<{ name: string }>('select table_name as name from duckdb_tables() order by 1');
    expect(tables.map(({ name }) => name)).toEqual([...TABLES].sort());
  });

  it('gives sums as numbers, also of whole numbers', async () => {
    const [row] = await database.query<{ sum: unknown; product: unknown }>(
      'select sum(x) as sum, sum(x * 1.5) as product from range(1, 4) t(x)',
    );
    expect(row).toEqual({ sum: 6, product: 9 });
  });
});
