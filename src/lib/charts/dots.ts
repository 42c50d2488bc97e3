import {
  COUNTED,
  FUTURES,
  counted,
  outOf,
  ranked,
  shareOf,
  type FutureColumn,
  type FuturesPart,
} from '$lib/model/futures';

/** A future as a disc: which of all, its value, and its place among columns of one width and in the stack of its column. */
export type Dot = { which: number; value: number; column: number; row: number };

/** Futures as discs in columns of one width, lowest value first. */
export type DotPlot = {
  dots: Dot[];
  columns: number;
  /** The highest stack. */
  rows: number;
  /** What lies at the left edge, and how much a column spans. */
  from: number;
  width: number;
  /** Columns left of zero; `null` where zero is too far away to be drawn. */
  zero: number | null;
  /** How many are below zero, and how many are not. */
  minus: number;
  plus: number;
};

/** Columns at most, so that discs side by side fit a narrow page. */
const MOST_COLUMNS = 22;

/** The futures that are shown: the first fifty until all are drawn, so that what is said changes once and not all the time. */
export function shownPart(part: FuturesPart | null): FuturesPart | null {
  return part && part.count < FUTURES ? { ...part, count: Math.min(part.count, COUNTED) } : part;
}

/**
 * Fifty equally likely futures that stand for all by their value in a year, lowest first, as many of them below zero as is said
 * of all; none where a value is unknown.
 */
export function fiftyOf(part: FuturesPart, column: FutureColumn, at: number): number[] {
  const fifty = counted(part, column, at);
  const valueOf = (which: number): number => part.values[column][which * part.years + at] ?? NaN;
  if (fifty.some((which) => Number.isNaN(valueOf(which)))) return [];
  const wanted = outOf(
    shareOf(part, (valueIn) => valueIn(column, at) < 0),
    fifty.length,
  );
  const isBelow = (which: number): boolean => valueOf(which) < 0;
  const below = fifty.filter(isBelow).length;
  if (below === wanted) return fifty;
  const order = ranked(part, column, at);
  const turn = order.filter(isBelow).length;
  // The future nearest zero on the side that has too few takes the place of the one nearest zero on the other.
  const nearest = (below < wanted ? order[turn - 1] : order[turn]) ?? 0;
  return fifty.map((which, place) => (place === Math.min(below, wanted) ? nearest : which));
}

/** Discs for values of futures, stacked in columns from the axis; zero is the edge of a column. */
export function dotPlot(values: { which: number; value: number }[]): DotPlot {
  const sorted = [...values].sort((a, b) => a.value - b.value || a.which - b.which);
  const [lowest, highest] = [sorted[0]?.value ?? 0, sorted.at(-1)?.value ?? 0];
  const isNear = Math.max(lowest, -highest) <= highest - lowest || lowest === highest;
  const [low, high] = isNear ? [Math.min(lowest, 0), Math.max(highest, 0)] : [lowest, highest];
  const width = widthFor(low, high);
  const first = Math.floor(low / width);
  const stacks: number[] = [];
  const dots = sorted.map(({ which, value }) => {
    const column = Math.floor(value / width) - first;
    const row = stacks[column] ?? 0;
    stacks[column] = row + 1;
    return { which, value, column, row };
  });
  const minus = sorted.filter(({ value }) => value < 0).length;
  return {
    dots,
    columns: Math.floor(high / width) - first + 1,
    rows: Math.max(0, ...Object.values(stacks)),
    from: first * width,
    width,
    zero: isNear ? Math.max(0, -first) : null,
    minus,
    plus: sorted.length - minus,
  };
}

/** Widths of a column, times ten, a hundred … */
const WIDTHS = [1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 8];

/** The smallest of these widths that needs no more than so many columns. */
function widthFor(low: number, high: number): number {
  let unit = 10 ** Math.floor(Math.log10(Math.max(high - low, 1) / MOST_COLUMNS));
  for (;;) {
    for (const step of WIDTHS) {
      const width = step * unit;
      if (Math.floor(high / width) - Math.floor(low / width) < MOST_COLUMNS) return width;
    }
    unit *= 10;
  }
}

/** The disc nearest to a place, in columns from the left and rows from the axis; `null` where there is none. */
export function dotNear({ dots }: DotPlot, column: number, row: number): Dot | null {
  const distance = (dot: Dot): number => (dot.column + 0.5 - column) ** 2 + (dot.row + 0.5 - row) ** 2;
  return dots.reduce<Dot | null>((near, dot) => (near && distance(near) <= distance(dot) ? near : dot), null);
}

/** How many discs stand in each column that has any, with what it spans. */
export function stacksOf({ dots, from, width }: DotPlot): { from: number; to: number; count: number }[] {
  const columns = [...new Set(dots.map(({ column }) => column))];
  return columns.map((column) => ({
    from: from + column * width,
    to: from + (column + 1) * width,
    count: dots.filter((dot) => dot.column === column).length,
  }));
}
