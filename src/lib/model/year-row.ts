import type { Forecast } from './forecast';

/** A plan's year as the page shows it; the view `yearly.sql` gives the same from the database. Kroner and persons. */
export type YearRow = {
  plan: string;
  year: number;
  tail: boolean;
  income: number;
  cost: number;
  net: number;
  to_fund: number;
  /** What the fund holds at the end of the year. */
  fund: number;
  /** Kroner of the first year for a krone of this one. */
  fixed_factor: number;
  incomplete: boolean;
  /** Whether an amount of this year or of one before it is unknown, and so what the fund holds. */
  fund_incomplete: boolean;
  settled: number;
  in_phase: number;
  participants_peak: number;
  rooms_needed: number;
  posts: number;
  dwellings: number;
};

/** What can be asked "why" of. */
export type Metric = 'net' | 'income' | 'cost' | 'fund' | 'in_phase' | 'rooms_needed' | 'posts' | 'dwellings';

/** A figure somebody asks about: a metric in a year or over several, of all items or of those whose ids begin so. */
export type Asked = { metric: Metric; years: readonly number[]; group?: string | undefined };

/** The metrics in kroner. */
export const MONEY: readonly Metric[] = ['net', 'income', 'cost', 'fund'];

/** The rows of a forecast, in order of year. */
export function yearRows(plan: string, of: Forecast): YearRow[] {
  let fund_incomplete = false;
  return of.result.map((result, at) => {
    const [people, capacity] = [of.people[at], of.capacity[at]];
    if (!people || !capacity) throw new Error(`no year: ${result.year}`);
    fund_incomplete ||= result.incomplete;
    return {
      plan,
      year: result.year,
      tail: result.tail,
      income: result.income,
      cost: result.cost,
      net: result.net,
      to_fund: result.to_fund,
      fund: result.fund,
      fixed_factor: result.fixed_factor,
      incomplete: result.incomplete,
      fund_incomplete,
      settled: people.settled,
      in_phase: people.in_phase,
      participants_peak: people.participants_peak,
      rooms_needed: capacity.rooms_needed,
      posts: capacity.posts,
      dwellings: capacity.dwellings,
    };
  });
}

/** The same rows in kroner of the first year of the plan, as economic plans are written. */
export function inFixedKroner(rows: YearRow[]): YearRow[] {
  return rows.map((row) => ({
    ...row,
    income: row.income * row.fixed_factor,
    cost: row.cost * row.fixed_factor,
    net: row.net * row.fixed_factor,
    to_fund: row.to_fund * row.fixed_factor,
    fund: row.fund * row.fixed_factor,
  }));
}

/** Sums over the plan and over the tail; `null` when a year of it has an unknown amount. */
export function netInPlanAndTail(rows: Pick<YearRow, 'net' | 'tail' | 'incomplete'>[]): {
  plan: number | null;
  tail: number | null;
  tailYears: number;
} {
  const sum = (of: typeof rows): number | null =>
    of.some((row) => row.incomplete) ? null : of.reduce((total, row) => total + row.net, 0);
  const tail = rows.filter((row) => row.tail);
  return { plan: sum(rows.filter((row) => !row.tail)), tail: sum(tail), tailYears: tail.length };
}

/** The value of a figure as a chart draws it; `null` where a rate behind it is unknown. */
export function valueOf(metric: Metric, row: YearRow): number | null {
  const isUnknown = metric === 'fund' ? row.fund_incomplete : metric === 'net' && row.incomplete;
  return isUnknown ? null : row[metric];
}

/** The sum of a metric in kroner over some years; `null` where a year of it has an unknown amount. */
export function sumOver(metric: Metric, rows: YearRow[]): number | null {
  return rows.some((row) => row.incomplete) ? null : rows.reduce((total, row) => total + row[metric], 0);
}

/** The worst year of some, by the unrounded net; `undefined` where none is known. */
export function worstOf(rows: YearRow[]): YearRow | undefined {
  return rows
    .filter(({ incomplete }) => !incomplete)
    .reduce<YearRow | undefined>((worst, row) => (worst && worst.net <= row.net ? worst : row), undefined);
}

/** The highest value of a metric over some years. */
export function peakOf(metric: Metric, rows: YearRow[]): YearRow | undefined {
  return rows.reduce<YearRow | undefined>((peak, row) => (peak && peak[metric] >= row[metric] ? peak : row), undefined);
}
