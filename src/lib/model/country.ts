import type { Varied } from './vary';

/**
 * A point of a sweep: a scenario of a municipality with the varied values as one text. `tail` is the net of the years after
 * the plan, kroner; `null` where an amount in it is unknown.
 */
export type SweepPoint = {
  point: number;
  municipality: string;
  scenario: string;
  variant: string;
  first_year: number;
  last_year: number;
  tail: number | null;
};

/** What the files of a sweep hold of each year of each plan, as delimited text with a heading row, and what points they have. */
export type Sweep = {
  files: readonly string[];
  /** The varied addresses in their order, each with the values it was given, ascending; none where nothing was varied. */
  varied: readonly Varied[];
  points: readonly SweepPoint[];
  years: string;
  /** Whether futures were drawn. */
  hasPercentiles: boolean;
};

/** What is read of each year of a plan beside `year` and `incomplete`; the percentiles only where futures were drawn. */
export const SWEEP_COLUMNS = ['net', 'income', 'cost', 'settled', 'in_phase', 'rooms_needed', 'posts'] as const;
export const SWEEP_PERCENTILES = ['net_p10', 'net_p90'] as const;

/** Municipalities in groups: the group of each by its number, and the year the groups are of, `null` where the file does not say. */
export type Grouping = { file: string; year: number | null; groups: Readonly<Record<string, string>> };

/** What municipalities can be compared by. Of people, rooms and posts the most in a year; all else is the sum of the years. */
export const COUNTRY_FIGURES = [...SWEEP_COLUMNS, 'tail'] as const;
export type CountryFigure = (typeof COUNTRY_FIGURES)[number];

/** The figures that are kroner, and can be shared among inhabitants. */
export function isMoney(figure: CountryFigure): boolean {
  return figure === 'net' || figure === 'income' || figure === 'cost' || figure === 'tail';
}

/** The figures that count people, which are not written where they are few. */
export function isPersons(figure: CountryFigure): boolean {
  return figure === 'settled' || figure === 'in_phase';
}

/** What is asked of the country: a figure at a point over some years of the plan, kroner in all or by inhabitant. */
export type CountryQuestion = {
  variant: string;
  /** The scenario that goes before others of the same municipality. */
  scenario: string;
  years: [number, number];
  figure: CountryFigure;
  per: 'all' | 'inhabitant';
};

/**
 * A municipality's figure; `value` is `null` where it is unknown, and `known` then the sum of what is known. Percentiles are
 * of the net of a single year.
 */
export type CountryRow = {
  municipality: string;
  scenario: string;
  value: number | null;
  known: number | null;
  incomplete: boolean | null;
  net_p10: number | null;
  net_p90: number | null;
};

/** How a figure is spread over municipalities: of so many, `n` have it. */
export type CountrySpread = {
  municipalities: number;
  n: number;
  least: number | null;
  lower: number | null;
  median: number | null;
  upper: number | null;
  most: number | null;
};

/** The steps of a spread from the least to the most. */
export const SPREAD_STEPS = ['least', 'lower', 'median', 'upper', 'most'] as const;

/** Varied values as the one text that points have for them. */
export function variantOf(values: readonly number[]): string {
  return values.join('|');
}

/** The value nearest to a number, the lower of two. */
export function nearestValue(values: readonly number[], to: number): number {
  return values.reduce((near, each) => (Math.abs(each - to) < Math.abs(near - to) ? each : near), values[0] ?? NaN);
}
