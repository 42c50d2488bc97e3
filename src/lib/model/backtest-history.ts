import type { Group } from './staffing';

/** Series of persons that the back-test reads: asked for, decided, settled. */
export const SERIES = ['requested', 'decided', 'settled'] as const;
export type Series = (typeof SERIES)[number];

/** Payments that the model computes too; `total` of a publication holds other schemes beside them. */
export const PAID_ITEMS = [
  'integration_year1',
  'integration_year2_5',
  'unaccompanied_minor',
  'special_needs',
  'language',
] as const;
export type PaidItem = (typeof PAID_ITEMS)[number];

/** A published count. `persons` is `null` where no number stands; `mark` says why (`data/README.md`). */
export type Count = {
  municipality: string;
  year: number;
  series: Series;
  persons: number | null;
  mark: string;
  until: string;
};

/** Kroner paid in a year; `null` where hidden or unclear. */
export type Payment = { year: number; item: PaidItem | 'total'; amount: number | null; mark: string };

/** What is published of a municipality's past. Counts may be of several numbers that are one municipality today. */
export type History = { municipality: string; name: string; counts: Count[]; payments: Payment[] };

/** A line of the municipality's own accounts or plan, in its own unit and sign. */
export type Booked = {
  year: number;
  version: 'regnskap' | 'budsjett' | 'økonomiplan';
  item: string;
  amount: number;
  unit: string;
  sign?: 'cost_positive' | 'income_positive' | '' | undefined;
  /** Where it was read from. */
  source?: string | undefined;
  /** Whether it comes from a file of the user's. */
  own?: boolean;
};

/**
 * Everything of the back-test that somebody may dispute, in one place.
 * - `first_year`, `years`: the earliest first year (no count is published before) and the most years a run can have.
 * - `suppressed`: persons that a hidden count (1-4) stands for.
 * - `one_offs`: share of those who by their category could bring a kindergarten or elderly grant that do, at the lowest and
 *   at the highest of what another composition gives in year 1.
 * - `moving`: `relocation.scale` at both ends of what other moving gives in years 2-5.
 * - `scope_cost`, `scope_income`: what a refugee service with its programme and adult education books, by KOSTRA function
 *   of the cost lines and by item of the income lines; `scope_posts` its groups of staff, teachers apart.
 */
export const BOUNDS = {
  first_year: 2012,
  years: 15,
  suppressed: 2.5,
  one_offs: { low: 0, high: 1 },
  moving: { low: 0, high: 3 },
  scope_cost: ['213', '242', '275'],
  scope_income: [
    'integration_grant.',
    'kindergarten_grant',
    'elderly_grant',
    'special_needs_grant.',
    'language_grant.',
    'host_income',
    'project.grant',
  ],
  scope_posts: ['adviser', 'settlement_worker', 'bilingual_assistant', 'management'] as Group[],
};
export type Bounds = typeof BOUNDS;

/**
 * A year's persons: as published (`null` with its mark), and as run. `persons` is what came, `planned` what was decided;
 * `planned_from` says where no decision is known.
 */
export type BacktestYear = {
  year: number;
  requested: number | null;
  requested_mark: string;
  decided: number | null;
  decided_mark: string;
  settled: number | null;
  settled_mark: string;
  until: string;
  persons: number;
  planned: number;
  planned_from: 'decided' | 'settled';
  /** In the five-year phase at the end of the year by the model. */
  in_phase: number;
  /** Everything that was paid, other schemes too. */
  paid_all_schemes: number | null;
};

/** The years of a run. */
export type Horizon = { first_year: number; years: number };

/** From the first year with a count to the last compared that has one, no longer than a run can be. */
export function horizonOf(history: History, booked: Booked[], bounds: Bounds): Horizon | null {
  const counted = history.counts
    .filter(({ series, year }) => series === 'settled' && year >= bounds.first_year)
    .filter(({ persons, mark }) => persons !== null || mark === 'suppressed')
    .map(({ year }) => year);
  const compared = [...history.payments, ...booked].map(({ year }) => year);
  const last = Math.min(Math.max(...counted), Math.max(...compared));
  const first_year = Math.max(Math.min(...counted), last - bounds.years + 1);
  return Number.isFinite(last) && last >= first_year ? { first_year, years: last - first_year + 1 } : null;
}

/** Whether a year is inside a run. */
export function isIn({ first_year, years }: Horizon, year: number): boolean {
  return year >= first_year && year < first_year + years;
}

/** Marks from the one that leaves most unknown; a sum of municipalities carries the strongest. */
const MARKS = ['not_read', 'none', 'suppressed', 'at_least', 'part_year'];

/** Persons of each year, the municipalities of then added together. */
export function countedYears({ counts, payments }: History, bounds: Bounds): BacktestYear[] {
  const years = [...new Set(counts.map(({ year }) => year))].filter((year) => year >= bounds.first_year).sort();
  const standsFor = ({ persons, mark }: Count): number | null =>
    persons ?? (mark === 'suppressed' ? bounds.suppressed : null);
  return years.map((year) => {
    const own = counts.filter((count) => count.year === year);
    const of = (series: Series): Count[] => own.filter((count) => count.series === series);
    const decidedBy = (municipality: string): number | null => {
      const decision = of('decided').find((count) => count.municipality === municipality);
      return decision ? standsFor(decision) : null;
    };
    const [requested, decided, settled] = SERIES.map((series) => together(of(series)));
    if (!requested || !decided || !settled) throw new Error(`no series: ${year}`);
    const came = of('settled');
    return {
      year,
      requested: requested.persons,
      requested_mark: requested.mark,
      decided: decided.persons,
      decided_mark: decided.mark,
      settled: settled.persons,
      settled_mark: settled.mark,
      until: came.find(({ until }) => until)?.until ?? '',
      persons: came.reduce((sum, count) => sum + (standsFor(count) ?? 0), 0),
      planned: came.reduce((sum, count) => sum + (decidedBy(count.municipality) ?? standsFor(count) ?? 0), 0),
      planned_from: came.some(({ municipality }) => decidedBy(municipality) === null) ? 'settled' : 'decided',
      in_phase: NaN,
      paid_all_schemes: payments.find((payment) => payment.year === year && payment.item === 'total')?.amount ?? null,
    };
  });
}

function together(counts: Count[]): { persons: number | null; mark: string } {
  const unknown = counts.length === 0 || counts.some(({ persons }) => persons === null);
  return {
    persons: unknown ? null : counts.reduce((sum, { persons }) => sum + (persons ?? NaN), 0),
    mark: counts.length === 0 ? 'none' : (MARKS.find((mark) => counts.some((count) => count.mark === mark)) ?? ''),
  };
}
