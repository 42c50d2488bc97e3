import grants from '../../../data/grants-received.csv?rows';
import municipalities from '../../../data/municipalities.csv?rows';
import settlement from '../../../data/settlement/settlement.csv?rows';
import { PAID_ITEMS, SERIES, type Count, type History, type Payment } from '$lib/model/backtest-history';

type Named = { municipality: string; name: string; successor: string };

const accountsFiles = import.meta.glob<string>('../../../data/accounts/*.csv', {
  eager: true,
  query: '?raw',
  import: 'default',
});

const named = municipalities as Named[];

/** A cell of a number; `null` where no number stands and the mark says why. */
function numberIn(cell: string | undefined): number | null {
  return cell ? Number(cell) : null;
}

/** The number that is valid today for this one or for what became of it; `null` when the file lacks it. */
export function numberToday(number: string): string | null {
  const row = named.find(({ municipality }) => municipality === number);
  if (!row) return null;
  return row.successor ? numberToday(row.successor) : row.municipality;
}

/**
 * What is published of a municipality's past, its predecessors included: counts by number and year, and payments. `null` for
 * a number that `data/municipalities.csv` lacks.
 */
export function historyOf(number: string): History | null {
  const today = numberToday(number);
  const name = named.find(({ municipality }) => municipality === today)?.name;
  if (today === null || name === undefined) return null;
  const numbers = new Set(named.map((row) => row.municipality).filter((each) => numberToday(each) === today));
  return { municipality: today, name, counts: countsOf(numbers), payments: paymentsOf(numbers) };
}

function countsOf(numbers: Set<string>): Count[] {
  return (settlement as Record<keyof Count, string>[]).flatMap((row) => {
    const series = SERIES.find((each) => each === row.series);
    if (!series || !numbers.has(row.municipality)) return [];
    const { municipality, mark, until } = row;
    return [{ municipality, year: Number(row.year), series, persons: numberIn(row.persons), mark, until }];
  });
}

function paymentsOf(numbers: Set<string>): Payment[] {
  return (grants as Record<keyof Payment | 'municipality', string>[]).flatMap((row) => {
    const item = [...PAID_ITEMS, 'total' as const].find((each) => each === row.item);
    if (!item || !numbers.has(row.municipality)) return [];
    return [{ year: Number(row.year), item, amount: numberIn(row.amount), mark: row.mark }];
  });
}

/** The text of the accounts file of a municipality in `data/accounts`; `null` when there is none. */
export function accountsText(number: string): string | null {
  return accountsFiles[`../../../data/accounts/${number}.csv`] ?? null;
}

/** The municipalities that have counts and so can be back-tested, as of today. */
export function municipalitiesWithHistory(): { municipality: string; name: string }[] {
  const counted = new Set(settlement.map((row) => numberToday(row['municipality'] ?? '')));
  return named.filter((row) => counted.has(row.municipality)).map(({ municipality, name }) => ({ municipality, name }));
}
