import type { DataTable } from '$lib/export/data-table';
import { dataTable } from '$lib/export/data-tables';
import { economicPlanOf } from '$lib/export/economic-plan';
import { budgetTable, planTable } from '$lib/export/economic-plan-table';
import type { Outgoing } from '$lib/export/outgoing';
import { readAccounts } from '$lib/ingest/accounts-file';
import type { Booked } from '$lib/model/backtest-history';
import { futuresDocument } from '$lib/model/draw-futures';
import { accountsText, numberToday } from '$lib/parameters/history';
import { cliText } from '$lib/text/cli';
import { economicPlanText } from '$lib/text/economic-plan';
import type { Text } from '$lib/text/text';
import { UsageError, type Arguments } from './arguments';

type Asked = Arguments['file'] & Pick<Arguments, 'draws' | 'seed'>;

/** The table of a plan that is asked for, the lines unless another is. */
export function tableFor(of: Outgoing, { table = 'lines', ansvar = '', draws, seed }: Asked, text: Text): DataTable {
  const words = economicPlanText[text.language];
  switch (table) {
    case 'economic-plan':
      return planTable(economicPlanOf(of, bookedBy(of.municipality.number)), of, words);
    case 'budget':
      return known(budgetTable(of, ansvar, words), text);
    case 'futures':
      return dataTable(table, of, draws === null ? null : futuresDocument(of.about.plan, draws, seed));
    case 'lines':
    case 'people':
    case 'capacity':
    case 'result':
      return dataTable(table, of);
  }
}

/** What the municipality has published of its accounts and budgets. */
function bookedBy(municipality: string): Booked[] {
  const published = accountsText(numberToday(municipality) ?? municipality);
  return published === null ? [] : readAccounts(published).rows;
}

/** A budget without holes: an accounting system would read an empty amount as nothing. */
function known(table: DataTable, text: Text): DataTable {
  const at = Object.fromEntries(table.columns.map(({ name }, position) => [name, position]));
  const hole = table.rows.find((row) => row[at['amount'] ?? -1] === null);
  if (!hole) return table;
  const [funksjon, art, year] = ['funksjon', 'art', 'year'].map((name) => String(hole[at[name] ?? -1]));
  throw new UsageError(cliText[text.language].budgetUnknown(funksjon ?? '', art ?? '', year ?? ''));
}
