import Papa from 'papaparse';
import { linesOf, type Forecast } from '$lib/model/forecast';
import type { LedgerLine } from '$lib/model/ledger';
import type { Plan } from '$lib/model/plan';
import { valueAt } from '$lib/model/resolve';
import type { YearRow } from '$lib/model/year-row';
import type { Database } from './connection';
import yearly from './views/yearly.sql?raw';

/** A forecast under the name it has in the tables. */
export type NamedForecast = { name: string; plan: Plan; forecast: Forecast };

/** Fills ledger, people, capacity and result with these forecasts and nothing else. */
export async function fillForecasts(database: Database, forecasts: NamedForecast[]): Promise<void> {
  const rows = (of: (named: NamedForecast) => object[]): string => {
    const named = forecasts.flatMap((each) => of(each).map((row) => ({ plan: each.name, ...row })));
    return Papa.unparse(named, { newline: '\n' });
  };
  const lines = ({ plan, forecast }: NamedForecast): object[] =>
    linesOf(forecast, plan.parameters, plan.opening).map(withoutList);
  await database.fill('ledger', rows(lines));
  await database.fill(
    'people',
    rows(({ forecast }) => forecast.people),
  );
  await database.fill(
    'capacity',
    rows(({ forecast }) => forecast.capacity),
  );
  await database.fill(
    'result',
    rows(({ forecast, plan }) => {
      const fund_opening = valueAt(plan.parameters, 'fund.opening', plan.scenario.first_year);
      return forecast.result.map(({ year, fixed_factor }) => ({ year, fixed_factor, fund_opening }));
    }),
  );
}

/** A ledger line as a row of the table, which has no lists. */
function withoutList({ parameters, ...line }: LedgerLine): object {
  return { ...line, parameters: parameters.join(' ') };
}

/** The yearly view of every plan in the tables, in order of plan and year. */
export async function yearlyRows(database: Database): Promise<YearRow[]> {
  return database.query<YearRow>(yearly);
}
