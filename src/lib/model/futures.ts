/** What is kept of each year of a future: kroner, persons, or counts; `rooms_short` and `idle` are rooms and room-months. */
export const FUTURE_COLUMNS = [
  'net',
  'net_fixed',
  'fund',
  'income',
  'cost',
  'settled',
  'moved_out',
  'in_phase',
  'groups',
  'rooms_needed',
  'rooms_short',
  'idle',
  'posts',
  'dwellings',
] as const;
export type FutureColumn = (typeof FUTURE_COLUMNS)[number];

/** Values of futures by column: entry `which * years + at`. */
export type FutureValues = Record<FutureColumn, Float64Array>;

/** Futures drawn one after another: `from` the first of them, `count` how many, each of all `years`. */
export type FuturesPart = { from: number; count: number; years: number; values: FutureValues };

/** The first seed, for those who ask for none. */
export const FIRST_SEED = 1;
/** Futures that are counted on a page, and how many they are chosen from. */
export const COUNTED = 50;
export const FUTURES = 2000;
export const MOST_FUTURES = 20_000;

/** All futures so far as one part. */
export function joinedParts(parts: FuturesPart[]): FuturesPart {
  const [first] = parts;
  if (!first || parts.length === 1) return first ?? { from: 0, count: 0, years: 0, values: emptyValues(0) };
  const count = parts.reduce((sum, part) => sum + part.count, 0);
  const values = Object.fromEntries(
    FUTURE_COLUMNS.map((column) => {
      const all = new Float64Array(count * first.years);
      for (const part of parts) all.set(part.values[column], (part.from - first.from) * first.years);
      return [column, all];
    }),
  ) as FutureValues;
  return { from: first.from, count, years: first.years, values };
}

/** Columns of so many values, all nothing yet. */
export function emptyValues(length: number): FutureValues {
  return Object.fromEntries(FUTURE_COLUMNS.map((column) => [column, new Float64Array(length)])) as FutureValues;
}

/** A column of one year in every future. */
export function inYear({ count, years, values }: FuturesPart, column: FutureColumn, at: number): Float64Array {
  return Float64Array.from({ length: count }, (_, which) => values[column][which * years + at] ?? NaN);
}

/** Futures by their value in a year, lowest first; equal ones in the order they were drawn. */
export function ranked(of: FuturesPart, column: FutureColumn, at: number): number[] {
  const values = inYear(of, column, at);
  return Array.from(values, (_, which) => which).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0) || a - b);
}

/**
 * So many equally likely futures that stand for all: those in the middle of as many equal parts of all, by their value in a
 * year. Positions of the futures, lowest value first.
 */
export function counted(of: FuturesPart, column: FutureColumn, at: number, number = COUNTED): number[] {
  const order = ranked(of, column, at);
  if (order.length <= number) return order;
  return Array.from({ length: number }, (_, part) => order[Math.floor(((part + 0.5) * order.length) / number)] ?? 0);
}

/** The share of futures of which something holds. */
export function shareOf(
  of: FuturesPart,
  holds: (valueIn: (column: FutureColumn, at: number) => number) => boolean,
): number {
  let held = 0;
  for (let which = 0; which < of.count; which += 1)
    if (holds((column, at) => of.values[column][which * of.years + at] ?? NaN)) held += 1;
  return of.count > 0 ? held / of.count : NaN;
}

/** Futures out of fifty, never none or all where some are one way and some the other. */
export function outOf(share: number, number = COUNTED): number {
  const whole = Math.round(share * number);
  if (share > 0 && share < 1) return Math.min(number - 1, Math.max(1, whole));
  return whole;
}

/** Chances over the years of a plan, as shares of futures: a deficit in some year, an empty fund, rooms short, rooms idle. */
export type Chances = { deficit: number; empty_fund: number; lease: number; idle: number };

/** How likely each is in the years of the plan; with the tail where that is asked for. */
export function chancesOf(of: FuturesPart, planned: number): Chances {
  const ever = (column: FutureColumn, holds: (value: number) => boolean): number =>
    shareOf(of, (valueIn) => Array.from({ length: planned }, (_, at) => at).some((at) => holds(valueIn(column, at))));
  return {
    deficit: ever('net', (value) => value < 0),
    empty_fund: ever('fund', (value) => value < 0),
    lease: ever('rooms_short', (value) => value > 0),
    idle: ever('idle', (value) => value > 0),
  };
}

export const PERCENTILES = [5, 10, 25, 50, 75, 90, 95] as const;
export type Percentiles = Record<`p${(typeof PERCENTILES)[number]}`, number | null>;

/** Percentiles of values, between two of them in proportion; `null` where a value is unknown. Sorts the values in place. */
export function percentiles(values: Float64Array): Percentiles {
  values.sort();
  // What is no number is sorted last.
  const isUnknown = Number.isNaN(values.at(-1));
  return Object.fromEntries(
    PERCENTILES.map((percent) => [`p${percent}`, isUnknown ? null : percentile(values, percent)]),
  ) as Percentiles;
}

/** One percentile of values in ascending order. */
export function percentile(sorted: Float64Array, percent: number): number {
  const place = ((sorted.length - 1) * percent) / 100;
  const below = Math.floor(place);
  const low = sorted[below] ?? NaN;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? NaN;
  return low + (high - low) * (place - below);
}
