import { slackOf, valuesOf, type Bound } from './bounds';
import { forecastOf, type Plan } from './plan';
import { numbersIn, variantsOf } from './vary';

/** The whole numbers that are tried, and whether the smallest is asked for and not the largest. */
export type Sought = { from: number; to: number; minimise: boolean };

/** A bound that is broken: in the year it is missed by most, and by how much; `null` where that is unknown. */
export type Broken = { expr: string; year: number; by: number | null };

/** A number that was tried, and the bounds it breaks. */
export type Tried = { value: number; kept: boolean; broken: Broken[] };

/** What a search found. */
export type Found = {
  /** The address of the parameter that was given the numbers. */
  vary: string;
  /** The largest, or smallest, number that keeps every bound; `null` where none does. */
  value: number | null;
  feasible: boolean;
  /** The bound that breaks at the next number; where that was not tried, the one with the least room. */
  binding: { expr: string; year: number } | null;
  /** Whether the value is the last number tried, so that nothing is known beyond it. */
  at_end: boolean;
  /** The numbers tried beside the value, or beside the nearest where there is none, in order. */
  neighbours: Tried[];
  /** Two bounds that are each kept by some number and together by none. */
  conflict: { exprs: [string, string] } | null;
  /** Where no number keeps every bound: the one whose worst miss, as a share of its bound's scale, is the smallest. */
  nearest: ({ value: number } & Broken) | null;
  tried: { from: number; to: number };
  /** Every number that keeps every bound. Steps are not monotone: there may be gaps. */
  kept: number[];
};

/** The least room of a bound in any year: below 0 it is broken by so much, `null` where it is unknown in a year. */
type Room = { year: number; slack: number | null };

/** The least room of every bound at a number; `undefined` where a bound is about no year. */
type Attempt = { value: number; rooms: (Room | undefined)[] };

/** The largest or smallest whole number of a parameter that keeps every bound in every year it is about. */
export function seek(plan: Plan, vary: string, bounds: Bound[], sought: Sought): Found {
  const steps = seekSteps(plan, vary, bounds, sought);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same in steps of one forecast, each giving the number just tried, so that a page can rest in between. */
export function* seekSteps(
  plan: Plan,
  vary: string,
  bounds: Bound[],
  { from, to, minimise }: Sought,
): Generator<number, Found, void> {
  const variant = variantsOf(plan, [vary]);
  const scales = bounds.map(({ number }) => Math.abs(number));
  const attempts: Attempt[] = [];
  for (const value of numbersIn(from, to)) {
    const forecast = forecastOf(variant([value]));
    for (const [at, { column, tail }] of bounds.entries())
      for (const each of valuesOf(column, forecast, tail))
        scales[at] = Math.max(scales[at] ?? 0, Math.abs(each.value ?? 0));
    attempts.push({ value, rooms: bounds.map((bound) => leastRoom(slackOf(bound, forecast))) });
    yield value;
  }
  return foundIn(attempts, { vary, bounds, scales, sought: { from, to, minimise } });
}

type Search = { vary: string; bounds: Bound[]; scales: number[]; sought: Sought };

function leastRoom(slacks: Room[]): Room | undefined {
  return slacks.reduce<Room | undefined>((least, slack) => {
    if (!least || least.slack === null) return least ?? slack;
    return slack.slack === null || slack.slack < least.slack ? slack : least;
  }, undefined);
}

function foundIn(attempts: Attempt[], search: Search): Found {
  const { vary, bounds, sought } = search;
  const kept = attempts.filter(({ rooms }) => rooms.every(isKept)).map(({ value }) => value);
  const value = (sought.minimise ? kept[0] : kept.at(-1)) ?? null;
  const nearest = value === null ? nearestIn(attempts, search) : null;
  const around = value ?? nearest?.value ?? NaN;
  const beyond = around + (sought.minimise ? -1 : 1);
  const at = (number: number): Attempt | undefined => attempts.find((attempt) => attempt.value === number);
  const [own, next] = [value === null ? undefined : at(value), at(beyond)];
  const binding = own && tightest(next ?? own, search);
  return {
    vary,
    value,
    feasible: value !== null,
    binding: binding ? { expr: binding.expr, year: binding.year } : null,
    at_end: own !== undefined && next === undefined,
    neighbours: [at(around - 1), at(around + 1)].flatMap((attempt) => (attempt ? [triedAs(attempt, bounds)] : [])),
    conflict: value === null ? conflictIn(attempts, bounds) : null,
    nearest,
    tried: { from: sought.from, to: sought.to },
    kept,
  };
}

function isKept(room: Room | undefined): boolean {
  return room === undefined || (room.slack !== null && room.slack >= 0);
}

function triedAs({ value, rooms }: Attempt, bounds: Bound[]): Tried {
  const broken = bounds.flatMap(({ expr }, at) => {
    const room = rooms[at];
    return room === undefined || isKept(room) ? [] : [{ expr, year: room.year, by: missed(room) }];
  });
  return { value, kept: broken.length === 0, broken };
}

function missed({ slack }: Room): number | null {
  return slack === null ? null : -slack;
}

/** The bound with the least room at a number as a share of its scale, the first of several; what is unknown has none. */
function tightest({ rooms }: Attempt, { bounds, scales }: Search): (Broken & { share: number }) | undefined {
  return bounds
    .flatMap(({ expr }, at) => {
      const room = rooms[at];
      if (!room) return [];
      const share = room.slack === null ? -Infinity : room.slack / (scales[at] || 1);
      return [{ expr, year: room.year, by: missed(room), share }];
    })
    .reduce<(Broken & { share: number }) | undefined>((least, each) => {
      return least && least.share <= each.share ? least : each;
    }, undefined);
}

function nearestIn(attempts: Attempt[], search: Search): Found['nearest'] {
  const misses = (search.sought.minimise ? attempts : [...attempts].reverse()).flatMap((attempt) => {
    const worst = tightest(attempt, search);
    return worst ? [{ value: attempt.value, ...worst }] : [];
  });
  const [first, ...others] = misses;
  if (!first) return null;
  const { value, expr, year, by } = others.reduce((best, each) => (each.share > best.share ? each : best), first);
  return { value, expr, year, by };
}

function conflictIn(attempts: Attempt[], bounds: Bound[]): Found['conflict'] {
  const keeps = (attempt: Attempt, at: number): boolean => isKept(attempt.rooms[at]);
  for (const [first, one] of bounds.entries()) {
    for (const [second, other] of bounds.entries()) {
      if (second <= first) continue;
      const alone = [first, second].every((at) => attempts.some((attempt) => keeps(attempt, at)));
      if (alone && !attempts.some((attempt) => keeps(attempt, first) && keeps(attempt, second)))
        return { exprs: [one.expr, other.expr] };
    }
  }
  return null;
}
