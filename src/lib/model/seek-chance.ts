import { slackOf, type Bound } from './bounds';
import { drawsFor, drawsOf, futureOf, type Draws } from './draws';
import type { Sought } from './seek';
import type { Plan } from './plan';
import { optionsOf } from './resolve';
import { numbersIn } from './vary';

/** How many futures of each number are drawn, what from, and the share of them in which every bound must be kept. */
export type Chance = { draws: number; seed: number; chance: number };

/** A number that was tried: in how many futures it keeps every bound; `counted` of them were looked at. */
export type TriedFutures = { value: number; kept: number; counted: number; enough: boolean };

/** What a search with a stated chance found. */
export type FoundChance = {
  vary: string;
  /** The largest, or smallest, number that keeps every bound in so many futures; `null` where none does. */
  value: number | null;
  feasible: boolean;
  chance: number;
  draws: number;
  seed: number;
  /** The value and the numbers beside it, or the number that comes nearest, with all futures counted. */
  neighbours: TriedFutures[];
  tried: { from: number; to: number };
  /** Every number that keeps every bound in enough futures. */
  kept: number[];
};

/** Bounds kept in a share of futures, whole number by whole number, in steps of one number so that a page can rest. */
export function* chanceSteps(
  plan: Plan,
  vary: string,
  bounds: Bound[],
  { from, to, minimise }: Sought,
  { draws, seed, chance }: Chance,
): Generator<number, FoundChance, void> {
  const looksAhead = bounds.some(({ tail }) => tail) || optionsOf(plan.parameters, 'fund.rule').includes('level');
  const drawsAt = drawsFor(drawsOf(plan, seed, looksAhead), [vary]);
  const need = Math.ceil(chance * draws - 1e-9);
  const tries: TriedFutures[] = [];
  for (const value of numbersIn(from, to)) {
    tries.push(keptIn(drawsAt([value]), value, bounds, draws, need));
    yield value;
  }
  const kept = tries.filter(({ enough }) => enough).map(({ value }) => value);
  const value = (minimise ? kept[0] : kept.at(-1)) ?? null;
  const whole = (each: number): TriedFutures => keptIn(drawsAt([each]), each, bounds, draws, null, need);
  const around = value === null ? [nearest(tries)] : [value - 1, value, value + 1];
  return {
    vary,
    value,
    feasible: value !== null,
    chance,
    draws,
    seed,
    neighbours: around.filter((each) => each >= from && each <= to).map(whole),
    tried: { from, to },
    kept,
  };
}

/** The number that was kept in the largest share of what was looked at, the smaller of equal ones. */
function nearest(tries: TriedFutures[]): number {
  return tries.reduce((best, each) => (each.kept / each.counted > best.kept / best.counted ? each : best)).value;
}

/** In how many futures a plan keeps every bound; with `enough` no more are drawn than it takes to know. */
function keptIn(
  draws: Draws,
  value: number,
  bounds: Bound[],
  number: number,
  enough: number | null,
  need = enough ?? NaN,
): TriedFutures {
  let kept = 0;
  let counted = 0;
  while (counted < number && !(enough !== null && (kept >= need || kept + number - counted < need))) {
    const forecast = futureOf(draws, counted);
    if (bounds.every((bound) => slackOf(bound, forecast).every(({ slack }) => slack !== null && slack >= 0))) kept += 1;
    counted += 1;
  }
  return { value, kept, counted, enough: kept >= need };
}

/** The same at once. */
export function seekChance(plan: Plan, vary: string, bounds: Bound[], sought: Sought, chance: Chance): FoundChance {
  const steps = chanceSteps(plan, vary, bounds, sought, chance);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
