import { readAccounts } from '$lib/ingest/accounts-file';
import type { AccountsRow } from '$lib/ingest/accounts-row';
import { backtest, type Backtest } from '$lib/model/backtest';
import type { Booked, History } from '$lib/model/backtest-history';
import { accountsText, historyOf, municipalitiesWithHistory, numberToday } from '$lib/parameters/history';
import { municipalityOf, municipalityOverrides } from '$lib/parameters/municipalities';
import { publishedCatalogue } from '$lib/parameters/published';

export { backtestDocument, calibrationSentences } from '$lib/export/backtest-document';
export { ACCOUNTS_SAMPLE } from '$lib/ingest/accounts-sample';

/** The municipalities that the model can be tried on. */
export const municipalities = municipalitiesWithHistory();

/** The number that holds today for a municipality; one that the list lacks keeps its own. */
export function today(number: string): string {
  return numberToday(number) ?? number;
}

export function nameOf(number: string): string {
  return municipalityOf(number)?.name ?? number;
}

/** Whether something is published to try the model on. */
export function isKnown(number: string): boolean {
  return municipalities.some(({ municipality }) => municipality === today(number));
}

/** The own accounts of one municipality, under any number it has had. */
export function ownOf(accounts: readonly AccountsRow[], number: string): AccountsRow[] {
  return accounts.filter((row) => today(row.municipality) === today(number));
}

/**
 * The model beside what was paid and booked in a municipality; `null` where nothing is published of it and nothing booked.
 * Own accounts stand before those that come with the application.
 */
export function backtestOf(number: string, own: readonly AccountsRow[], shrinkage: number): Backtest | null {
  const history: History = historyOf(number) ?? {
    municipality: number,
    name: nameOf(number),
    counts: [],
    payments: [],
  };
  const { municipality } = history;
  const published = accountsText(municipality);
  const { rows, findings } = published === null ? { rows: [], findings: [] } : readAccounts(published);
  if (findings.length > 0) throw new Error(`accounts of ${municipality}: ${JSON.stringify(findings)}`);
  const zones = publishedCatalogue.parameters.get('staff.tax_zone')?.options ?? [];
  const known = municipalityOverrides(municipalityOf(municipality), zones);
  const weighed = { id: 'prices.shrinkage', tokens: [], year: null, value: shrinkage };
  return backtest(publishedCatalogue, history, together(own, rows), [...known, weighed]);
}

/** Own lines, and those of the application for what the own lack: of a year's money all or none is own. */
function together(own: readonly AccountsRow[], bundled: AccountsRow[]): Booked[] {
  const isMoney = ({ unit }: AccountsRow): boolean => unit.includes('NOK');
  const isReplaced = (row: AccountsRow): boolean =>
    own.some(
      (each) =>
        each.year === row.year &&
        each.version === row.version &&
        (each.item === row.item || (isMoney(each) && isMoney(row))),
    );
  return [...own.map((row) => ({ ...row, own: true })), ...bundled.filter((row) => !isReplaced(row))];
}
