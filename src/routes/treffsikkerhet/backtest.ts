import { readAccounts } from '$lib/ingest/accounts-file';
import { backtest, type Backtest } from '$lib/model/backtest';
import { accountsText, historyOf, municipalitiesWithHistory, numberToday } from '$lib/parameters/history';
import { municipalityOf, municipalityOverrides } from '$lib/parameters/municipalities';
import { publishedCatalogue } from '$lib/parameters/published';

export { backtestDocument } from '$lib/export/backtest-document';

/** The municipalities that the model can be tried on. */
export const municipalities = municipalitiesWithHistory();

/** The number that holds today for a municipality with a history; `null` for one without. */
export function known(number: string): string | null {
  const today = numberToday(number);
  return municipalities.some(({ municipality }) => municipality === today) ? today : null;
}

/** The model beside what was paid and booked in a municipality; `null` where nothing is published of it. */
export function backtestOf(number: string): Backtest | null {
  const history = historyOf(number);
  if (!history) return null;
  const { municipality } = history;
  const { rows, findings } = readAccounts(accountsText(municipality) ?? NO_ACCOUNTS);
  if (findings.length > 0) throw new Error(`accounts of ${municipality}: ${JSON.stringify(findings)}`);
  const zones = publishedCatalogue.parameters.get('staff.tax_zone')?.options ?? [];
  return backtest(publishedCatalogue, history, rows, municipalityOverrides(municipalityOf(municipality), zones));
}

/** An accounts file without lines. */
const NO_ACCOUNTS = 'municipality,year,version,item,amount,unit\n';
