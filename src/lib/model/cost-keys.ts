import { sum, type Need } from './pool-rules';

/**
 * How members divide what a measure costs together: by pupils (or participants, or those who begin), by inhabitants, a part
 * equally and the rest by pupils, each its own travel and the rest by pupils, or as what each would pay alone in all.
 */
export const KEYS = ['pupils', 'inhabitants', 'fixed_variable', 'travel', 'apart'] as const;
export type Key = (typeof KEYS)[number];

/** What is divided, and what it is divided by; inhabitants are NaN where unknown. */
export type Dividing = { need: Need; inhabitants: number[] };

/** From this many kroner over the plan on, dearer together is a loss. */
const LEAST_LOSS = 0.005;

/** What each member pays of what they do together, a row a member and a column a year; NaN where not known. */
export function costsByKey(key: Key, fixed: number, dividing: Dividing): number[][] {
  const { need } = dividing;
  const totals = need.cost_together.map((cost, at) =>
    key === 'travel' ? cost : cost + sum(columnOf(need.travel, at)),
  );
  const shares = totals.map((_, at) => sharesOf(key, fixed, dividing, at));
  return need.alone.map((_, row) =>
    totals.map(
      (total, at) => (shares[at]?.[row] ?? NaN) * total + (key === 'travel' ? (need.travel[row]?.[at] ?? NaN) : 0),
    ),
  );
}

/** The members' shares of a year, one in sum. */
function sharesOf(key: Key, fixed: number, { need, inhabitants }: Dividing, at: number): number[] {
  if (key === 'inhabitants') return inProportion(inhabitants);
  if (key === 'apart') return inProportion(need.cost_alone.map(sum));
  const byUse = inProportion(columnOf(need.use, at));
  if (key !== 'fixed_variable') return byUse;
  return byUse.map((share) => fixed / byUse.length + (1 - fixed) * share);
}

/** Shares in proportion; equal ones where there is nothing to go by. */
function inProportion(of: number[]): number[] {
  const all = sum(of);
  return of.map((each) => (all === 0 ? 1 / of.length : each / all));
}

function columnOf(rows: number[][], at: number): number[] {
  return rows.map((row) => row[at] ?? NaN);
}

/** Whether a member pays more than alone; `null` where it is not known. */
export function isDearer(together: number, apart: number): boolean | null {
  return Number.isNaN(together - apart) ? null : together > apart + LEAST_LOSS;
}

/**
 * The parts (0-1) that may be divided equally, the rest by pupils, so that nobody pays more over the plan than alone; `null`
 * where there is none, or the costs are not known. What each pays grows or falls evenly with the part, so these are one span.
 */
export function fixedWithoutLoss(dividing: Dividing): { low: number; high: number } | null {
  const [none, all] = [0, 1].map((fixed) => costsByKey('fixed_variable', fixed, dividing).map(sum));
  const span = { low: 0, high: 1 };
  for (const [row, costs] of dividing.need.cost_alone.entries()) {
    const start = none?.[row] ?? NaN;
    const slope = (all?.[row] ?? NaN) - start;
    const room = sum(costs) + LEAST_LOSS - start;
    if (Number.isNaN(slope + room)) return null;
    if (Math.abs(slope) < LEAST_LOSS) {
      if (room < 0) return null;
    } else if (slope > 0) span.high = Math.min(span.high, room / slope);
    else span.low = Math.max(span.low, room / slope);
  }
  return span.low <= span.high ? span : null;
}
