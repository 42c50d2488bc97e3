/** A year on an axis of months. */
export type AxisYear = { year: number; from: number; tail: boolean };

/**
 * An axis of months, counted from January of the plan's first year: from `start`, whole half-years before it, up to
 * `end`, whole years after it and the first month that is not shown.
 */
export type MonthAxis = {
  firstYear: number;
  start: number;
  end: number;
  /** The first month after the plan. */
  planEnds: number;
  years: AxisYear[];
};

/** A half-year of an axis, up to but not with the month `to`. */
export type HalfYear = { year: number; half: 1 | 2; from: number; to: number; tail: boolean };

/** What rounding leaves of nothing. */
const NOISE = 1e-9;

/** The axis of a plan of `years` years from `firstYear`, with `lead` months before it, that holds month `last`. */
export function monthAxis(firstYear: number, years: number, lead: number, last: number): MonthAxis {
  const shown = Math.max(years, Math.ceil((last + 1) / 12));
  return {
    firstYear,
    start: -6 * Math.ceil(lead / 6),
    end: 12 * shown,
    planEnds: 12 * years,
    years: Array.from({ length: shown }, (_, at) => ({ year: firstYear + at, from: 12 * at, tail: at >= years })),
  };
}

/** The last month in which any of the columns has something, or -1. */
export function lastMonthOf(columns: ArrayLike<number>[]): number {
  return columns.reduce((latest, column) => {
    let month = column.length - 1;
    while (month > latest && !((column[month] ?? 0) > NOISE)) month -= 1;
    return Math.max(latest, month);
  }, -1);
}

/** The half-years of the plan and after it. */
export function halfYearsOf(axis: MonthAxis): HalfYear[] {
  return axis.years.flatMap(({ year, from, tail }): HalfYear[] => [
    { year, half: 1, from, to: from + 6, tail },
    { year, half: 2, from: from + 6, to: from + 12, tail },
  ]);
}

/** The mean and the highest value over the months from `from` up to `to`. */
export function spreadOf(column: ArrayLike<number>, { from, to }: { from: number; to: number }) {
  let sum = 0;
  let peak = 0;
  for (let month = from; month < to; month += 1) {
    const value = column[month] ?? 0;
    sum += value;
    if (value > peak) peak = value;
  }
  return { mean: sum / (to - from), peak, sum };
}

/** The year and the month of it, 0 for January. */
export function calendarOf(month: number, firstYear: number): { year: number; month: number } {
  const at = Math.floor(month / 12);
  return { year: firstYear + at, month: month - 12 * at };
}

/** The month with the highest value, the first of them; -1 where there is none. */
export function peakMonth(column: ArrayLike<number>): number {
  let peak = -1;
  for (let month = 0; month < column.length; month += 1)
    if ((column[month] ?? 0) > (peak < 0 ? NOISE : (column[peak] ?? 0) + NOISE)) peak = month;
  return peak;
}

/** Where two lines are named so that the names stand apart, and which of them is above; -1 where they are the same. */
export function namedAt(
  one: ArrayLike<number>,
  other: ArrayLike<number>,
): { upper: number; lower: number; isOneUpper: boolean } {
  const widest = widestMonth(one, other);
  if (widest < 0) return { upper: -1, lower: -1, isOneUpper: true };
  const apart = (month: number): number => (one[month] ?? 0) - (other[month] ?? 0);
  const most = apart(widest);
  const isOneUpper = most > 0;
  const peak = peakMonth(isOneUpper ? one : other);
  let lower = 0;
  while (apart(lower) / most < 0.5 || Number.isNaN(apart(lower))) lower += 1;
  return { upper: apart(peak) / most > 0.6 ? peak : widest, lower, isOneUpper };
}

/** The month in which two columns differ most, and -1 where they do not. */
export function widestMonth(one: ArrayLike<number>, other: ArrayLike<number>): number {
  let widest = -1;
  let most = NOISE;
  for (let month = 0; month < Math.max(one.length, other.length); month += 1) {
    const apart = Math.abs((one[month] ?? 0) - (other[month] ?? 0));
    if (apart > most + NOISE) [widest, most] = [month, apart];
  }
  return widest;
}

/** A column of months as it stands on an axis that begins so many months earlier; months before it have no value. */
export function shifted(column: number[], months: number): number[] {
  if (months === 0) return column;
  return months < 0 ? column.slice(-months) : [...new Array<number>(months).fill(NaN), ...column];
}
