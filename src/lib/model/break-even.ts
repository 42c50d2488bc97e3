import type { Forecast } from './forecast';
import { forecastOf, type Plan } from './plan';
import { valueAt } from './resolve';
import { numbersIn, variantsOf } from './vary';
import { netInPlanAndTail } from './year-row';

/** What a plan's result is asked to bear: factors on moving, on the integration grant and on prices, and the size of a class. */
export const BREAK_EVENS = [
  'relocation.scale',
  'rates.scale.integration',
  'education.group_size',
  'prices.scale',
] as const;
export type BreakEvenAddress = (typeof BREAK_EVENS)[number];

/** A value of a parameter and the figure it gives; `null` where that is unknown. */
export type Point = { value: number; figure: number | null };

/** Where a figure turns sign as one parameter goes over its range, all else as it stands. */
export type BreakEven = {
  address: string;
  /** As the plan has it in its first year. */
  today: Point;
  /** Going away from today's, the first value on the parameter's own steps at which the figure has the other sign. */
  value: number | null;
  /** The steps before and after the turn, in order of value: the figure has one sign at the first and another at the second. */
  sides: [Point, Point] | null;
  /** Whether it turns elsewhere too; the turn nearest to today's value is given. */
  several: boolean;
  /** The figure at both ends of the range. */
  ends: [Point, Point];
};

/** The net of the plan in kroner; `null` where a year of it has an unknown amount. */
export function netOfPlan({ result }: Forecast): number | null {
  return netInPlanAndTail(result).plan;
}

/** How many values are tried before the turn itself is sought; a turn and its return between two of them are not seen. */
const TRIED = 48;

/**
 * Where a figure, the net of the plan by default, turns sign as a parameter goes over its hard range in its own steps. Zero
 * counts with what is above it. Where the figure is unknown at a value, no turn is sought beside it.
 */
export function breakEvenOf(
  plan: Plan,
  address: string,
  figure: (of: Forecast) => number | null = netOfPlan,
): BreakEven {
  const { parameters, scenario } = plan;
  const cell = [...parameters.catalogue.cells.values()].find((known) => known.address === address);
  const range = cell?.parameter.range;
  if (!range) throw new Error(`no range: ${address}`);
  const steps = numbersIn(range.min, range.max, range.step);
  const variant = variantsOf(plan, [address]);
  const known = new Map<number, number | null>();
  const pointAt = (at: number): Point => {
    const value = steps[at] ?? NaN;
    if (!known.has(at)) known.set(at, figure(forecastOf(variant([value]))));
    return { value, figure: known.get(at) ?? null };
  };
  const today = valueAt(parameters, address, scenario.first_year);
  const turns = spread(steps.length, closest(steps, today)).flatMap((at, index, all) => {
    const next = all[index + 1];
    return next !== undefined && isTurn(pointAt(at), pointAt(next)) ? [[at, next] as const] : [];
  });
  const away = ([low, high]: readonly [number, number]): number =>
    Math.max(0, (steps[low] ?? NaN) - today, today - (steps[high] ?? NaN));
  const [nearest] = turns.toSorted((a, b) => away(a) - away(b));
  const sides = nearest ? bisected(nearest, pointAt) : null;
  return {
    address,
    today: { value: today, figure: figure(forecastOf(plan)) },
    value: sides && (sides[1].value > today ? sides[1].value : sides[0].value),
    sides,
    several: turns.length > 1,
    ends: [pointAt(0), pointAt(steps.length - 1)],
  };
}

/** Positions evenly over a range, both ends and one more with them, in order. */
function spread(length: number, also: number): number[] {
  const even = Array.from({ length: Math.min(length, TRIED) }, (_, at) =>
    Math.round((at * (length - 1)) / Math.max(1, Math.min(length, TRIED) - 1)),
  );
  return [...new Set([...even, also])].sort((a, b) => a - b);
}

function closest(steps: number[], value: number): number {
  return steps.reduce((best, step, at) => {
    return Math.abs(step - value) < Math.abs((steps[best] ?? NaN) - value) ? at : best;
  }, 0);
}

function isTurn(a: Point, b: Point): boolean {
  return a.figure !== null && b.figure !== null && a.figure < 0 !== b.figure < 0;
}

/** The two neighbouring steps between which the figure turns, somewhere between two at which its sign is not the same. */
function bisected([from, to]: readonly [number, number], pointAt: (at: number) => Point): [Point, Point] {
  let [low, high] = [from, to];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (pointAt(middle).figure === null) break;
    if (isTurn(pointAt(low), pointAt(middle))) high = middle;
    else low = middle;
  }
  return [pointAt(low), pointAt(high)];
}
