import { COLUMNS, valueIn } from './bounds';
import type { Forecast } from './forecast';
import { drawsFor, drawsOf, futureOf, type Draws } from './draws';
import { percentile } from './futures';
import { forecastOf, type Plan } from './plan';
import { variantsOf, type Varied } from './vary';

/** A plan of a sweep, called what its rows are to be known by. */
export type Swept = { scenario: string; plan: Plan };

/** One part of several of a sweep, counted from 1. */
export type Shard = { part: number; of: number };

/** A shard in so many pieces, in order: shards themselves, of a grid that is split so much the finer. */
export function piecesOf({ part, of }: Shard, pieces: number): Shard[] {
  return Array.from({ length: pieces }, (_, at) => ({ part: (part - 1) * pieces + at + 1, of: of * pieces }));
}

/** How many points of the grid a shard has. */
export function pointsIn(cases: number, varied: Varied[], { part, of }: Shard): number {
  const all = varied.reduce((points, { values }) => points * values.length, cases);
  return Math.floor((part * all) / of) - Math.floor(((part - 1) * all) / of);
}

/**
 * A year of one plan at one point of the grid: the municipality, the scenario, the varied addresses, `year`, `tail`,
 * `incomplete` and every column of numbers. A sum of an incomplete year leaves out what is unknown; `null` is not stated.
 */
export type SweepRow = Record<string, string | number | boolean | null>;

/** Futures drawn at each point of a sweep, and what from. */
export type SweptFutures = { draws: number; seed: number };

/** The percentiles a sweep gives of each column, where futures are drawn. */
const SWEPT = [10, 50, 90];

/** The columns of a sweep in order, for files that state them where there is no row. */
export function sweepColumns(varied: Varied[], futures: SweptFutures | null = null): string[] {
  return [
    'municipality',
    'scenario',
    ...varied.map(({ address }) => address),
    'year',
    'tail',
    'incomplete',
    ...COLUMNS,
    ...(futures ? COLUMNS.flatMap((column) => SWEPT.map((percent) => `${column}_p${percent}`)) : []),
  ];
}

/** Every row of a grid over one or more parameters, by municipality, scenario, varied values in their order, and year. */
export function sweep(cases: Swept[], varied: Varied[], shard?: Shard): SweepRow[] {
  return [...sweepSteps(cases, varied, shard)].flat();
}

/**
 * The rows of one point of the grid after another. The points are split by position: the shards of a grid, one after another,
 * are the whole of it.
 */
export function* sweepSteps(
  cases: Swept[],
  varied: Varied[],
  shard: Shard = { part: 1, of: 1 },
  futures: SweptFutures | null = null,
): Generator<SweepRow[]> {
  const sorted = [...cases].sort(
    (a, b) => inOrder(a.plan.scenario.municipality, b.plan.scenario.municipality) || inOrder(a.scenario, b.scenario),
  );
  const points = pointsOf(varied);
  const all = sorted.length * points.length;
  const [from, to] = [shard.part - 1, shard.part].map((part) => Math.floor((part * all) / shard.of)) as [
    number,
    number,
  ];
  for (const [number, { scenario, plan }] of sorted.entries()) {
    const first = number * points.length;
    const own = points.slice(Math.max(0, from - first), Math.max(0, to - first));
    if (own.length === 0) continue;
    const addresses = varied.map(({ address }) => address);
    const variant = variantsOf(plan, addresses);
    const draws = futures && drawsFor(drawsOf(plan, futures.seed), addresses);
    for (const values of own) {
      const keys = {
        municipality: plan.scenario.municipality,
        scenario,
        ...Object.fromEntries(varied.map(({ address }, at) => [address, values[at] ?? NaN])),
      };
      const point = variant(values);
      const rows = rowsOf(forecastOf(point), keys);
      if (futures && draws) addPercentiles(rows, draws(values), futures.draws);
      yield rows;
    }
  }
}

function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Every combination of the values, each in ascending order, the last address changing fastest. */
function pointsOf(varied: Varied[]): number[][] {
  return varied.reduce<number[][]>(
    (points, { values }) => {
      const ascending = [...values].sort((a, b) => a - b);
      return points.flatMap((point) => ascending.map((value) => [...point, value]));
    },
    [[]],
  );
}

function rowsOf(forecast: Forecast, keys: SweepRow): SweepRow[] {
  return forecast.result.map(({ year, tail, incomplete }, at) => {
    const row: SweepRow = { ...keys, year, tail, incomplete };
    for (const column of COLUMNS) row[column] = known(valueIn(column, forecast, at));
    return row;
  });
}

/** Percentiles of every column over the futures of a point, year by year. */
function addPercentiles(rows: SweepRow[], draws: Draws, number: number): void {
  const values = rows.map(() => COLUMNS.map(() => new Float64Array(number)));
  let future = futureOf(draws, 0, rows.length);
  for (let which = 0; which < number; which += 1) {
    if (which > 0 && !draws.isCertain) future = futureOf(draws, which, rows.length);
    for (const [at, columns] of values.entries())
      for (const [column, of] of columns.entries())
        of[which] = known(valueIn(COLUMNS[column] ?? 'net', future, at)) ?? NaN;
  }
  for (const [at, row] of rows.entries()) {
    for (const [column, name] of COLUMNS.entries()) {
      const sorted = (values[at]?.[column] ?? new Float64Array(0)).sort();
      // What is no number is sorted last.
      const isUnknown = Number.isNaN(sorted.at(-1));
      for (const percent of SWEPT) row[`${name}_p${percent}`] = isUnknown ? null : percentile(sorted, percent);
    }
  }
}

function known(value: ReturnType<typeof valueIn>): number | null {
  return value === null || Number.isNaN(value) ? null : value;
}

/** A figure at every combination of two parameters, a row for each value of `y` with a figure for each of `x`. */
export function gridOf<Figure>(plan: Plan, x: Varied, y: Varied, figure: (of: Forecast) => Figure): Figure[][] {
  const steps = gridSteps(plan, x, y, figure);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same in steps of one forecast, each giving how many are made, so that a page can rest in between. */
export function* gridSteps<Figure>(
  plan: Plan,
  x: Varied,
  y: Varied,
  figure: (of: Forecast) => Figure,
): Generator<number, Figure[][], void> {
  const variant = variantsOf(plan, [y.address, x.address]);
  const grid: Figure[][] = [];
  let made = 0;
  for (const down of y.values) {
    const row: Figure[] = [];
    for (const across of x.values) {
      row.push(figure(forecastOf(variant([down, across]))));
      made += 1;
      yield made;
    }
    grid.push(row);
  }
  return grid;
}
