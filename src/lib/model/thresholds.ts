import { NOISE, peakOfYear } from './columns';
import type { Forecast } from './forecast';
import { positionOf } from './items';
import { forecastOf, type Plan } from './plan';
import { PERSONS, numbersIn, variantsOf } from './vary';

/** What comes in steps as more are settled. */
export const STEPPED = ['rooms', 'posts', 'dwellings', 'unaccompanied_minor_care', 'language_base'] as const;
export type Stepped = (typeof STEPPED)[number];

/**
 * A step: at so many settled a year the highest need of the plan and the tail goes from one level to another, first reached
 * in a year. Rooms and dwellings in whole ones, posts in whole full-time posts, the care of unaccompanied minors in the
 * posts of its own step, all of the month with most. The base grant by the number of persons its band begins at: 0, 1, 4, 151.
 */
export type Threshold = { at: number; what: Stepped; from: number; to: number; year: number };

/** Every step between two numbers settled a year, in order; a fall is a step too, for need is not monotone. */
export function thresholdsOf(plan: Plan, from: number, to: number, vary = PERSONS): Threshold[] {
  const steps = thresholdSteps(plan, from, to, vary);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same in steps of one forecast, each giving the number just tried, so that a page can rest in between. */
export function* thresholdSteps(
  plan: Plan,
  from: number,
  to: number,
  vary = PERSONS,
): Generator<number, Threshold[], void> {
  const variant = variantsOf(plan, [vary]);
  const found: Threshold[] = [];
  let before: Record<Stepped, Level> | null = null;
  for (const at of numbersIn(from, to)) {
    const levels: Record<Stepped, Level> = levelsOf(forecastOf(variant([at])));
    for (const what of STEPPED) {
      const [last, now] = [before?.[what], levels[what]];
      if (last && Math.abs(last.level - now.level) > NOISE)
        found.push({ at, what, from: last.level, to: now.level, year: now.year });
    }
    before = levels;
    yield at;
  }
  return found;
}

/** The highest level of any year, and the first year that has it. */
type Level = { level: number; year: number };

function levelsOf(of: Forecast): Record<Stepped, Level> {
  const { capacity, years, staff } = of;
  const need = Array.from({ length: 12 * years.length }, (_, month) =>
    Object.values(staff).reduce((sum, { needed }) => sum + (needed[month] ?? 0), 0),
  );
  const inMonths = (months: ArrayLike<number>): number[] => years.map((_, at) => peakOfYear(months, at));
  return {
    rooms: highest(
      years,
      capacity.map((row) => row.rooms_needed),
    ),
    posts: highest(
      years,
      inMonths(need).map((posts) => Math.ceil(posts - NOISE)),
    ),
    dwellings: highest(
      years,
      capacity.map((row) => row.dwellings),
    ),
    unaccompanied_minor_care: highest(years, inMonths(staff.unaccompanied_minor_care.needed)),
    language_base: highest(years, bandsOf(of)),
  };
}

function highest(years: number[], levels: number[]): Level {
  let top = 0;
  for (const [at, level] of levels.entries()) if (level > (levels[top] ?? 0) + NOISE) top = at;
  return { level: levels[top] ?? 0, year: years[top] ?? NaN };
}

const LANGUAGE_BASE = positionOf('language_grant.base');

/** Persons that the bands of the base grant begin at, by the address of their rate. */
const BANDS: Record<string, number> = {
  'grants.language.base.1-3': 1,
  'grants.language.base.4-150': 4,
  'grants.language.base.above_150': 151,
};

/** The band of the base grant by year: the number of persons it begins at, 0 where nobody is counted. */
function bandsOf({ ledger, years }: Forecast): number[] {
  const bands = years.map(() => 0);
  for (let entry = 0; entry < ledger.length; entry += 1) {
    if (ledger.item[entry] !== LANGUAGE_BASE) continue;
    const [at, address] = [ledger.at[entry] ?? -1, ledger.series[entry]?.[0]?.address ?? ''];
    const first = BANDS[address];
    if (first === undefined) throw new Error(`no band: ${address}`);
    if (at >= 0 && at < bands.length) bands[at] = first;
  }
  return bands;
}
