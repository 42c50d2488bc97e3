import { add, zeros } from './columns';
import { shareAged } from './composition';
import { BORN, FAMILY, MOVED_IN, OPENING, type Horizon, type Stream } from './population';
import { dwellingsPer, householdsOf } from './residents';
import { planned, workedOut, type Parameters } from './resolve';

/** What is counted for the cost library. */
export const LIBRARY_COUNTS = [
  'single',
  'couple',
  'shared',
  'child',
  'family',
  'clothing',
  'leisure',
  'housing',
  'screening',
  'health',
  'interpreter',
  'childWelfare',
  'placed',
  'care',
  'minors',
  'minorsAfter',
  'school',
  'kindergarten',
] as const;
export type LibraryCount = (typeof LIBRARY_COUNTS)[number];

/** The position of each count. */
const PLACE = Object.fromEntries(LIBRARY_COUNTS.map((count, at) => [count, at])) as Record<LibraryCount, number>;

/** What the quantities of the library rest on, by year of the plan. */
export type LibraryRules = ReturnType<typeof rulesOf>;

function rulesOf(parameters: Parameters) {
  const years = (address: string): Float64Array => planned(parameters, address);
  return {
    leisure: years('establishment.leisure_years'),
    taught: years('school.language_support_years'),
    supported: years('kindergarten.language_support_years'),
    attendance: years('kindergarten.attendance'),
    measured: years('child_welfare.share'),
    placed: years('child_welfare.placed_share'),
    careShare: years('health.care_share'),
    provided: years('dwellings.municipal_share'),
    cared: years('unaccompanied_minor_care.age_max'),
    hours: [1, 2, 3, 4, 5].map((d) => years(`interpreter.hours.year${d}`)),
  };
}

/** The rules of the library, worked out once. */
export function libraryRules(parameters: Parameters): LibraryRules {
  return workedOut(parameters, rulesOf);
}

/** Quantities by count and year of the plan, and whom each count is of. */
export type LibraryCounts = { counts: number[][]; origins: number[] };

/** Nobody yet, for so many years. */
function emptyLibraryCounts(years: number): LibraryCounts {
  return { counts: LIBRARY_COUNTS.map(() => zeros(years)), origins: zeros(LIBRARY_COUNTS.length) };
}

/** Adds what a stream has of a count in a year. */
function count(of: LibraryCounts, which: number, at: number, quantity: number, origin: number): void {
  const to = of.counts[which];
  if (quantity === 0 || !to) return;
  add(to, at, quantity);
  of.origins[which] = (of.origins[which] ?? 0) | origin;
}

/** The quantities of the library by year of the plan, and whom each counts. */
export function libraryCounts(streams: Stream[], parameters: Parameters, horizon: Horizon): LibraryCounts {
  const length = horizon.years + horizon.tail;
  const of = emptyLibraryCounts(length);
  const rules = libraryRules(parameters);
  const per = householdsOf(parameters);
  for (const stream of streams) {
    const { composition, origin, stays, from } = stream;
    const { all, unaccompanied_minor: minors } = composition.ages;
    const hasMinors = (minors.at(-1) ?? 0) > 0;
    const households = per[from];
    if (origin !== OPENING && origin !== MOVED_IN && households) {
      const { arrived } = stream;
      if (origin === FAMILY) count(of, PLACE.family, from, arrived, origin);
      else {
        count(
          of,
          PLACE.single,
          from,
          arrived * (composition.single * households.single + composition.couple * households.lone_parent),
          origin,
        );
        count(of, PLACE.couple, from, arrived * composition.couple * households.couple, origin);
        count(of, PLACE.shared, from, arrived * composition.single * households.shared, origin);
        count(of, PLACE.child, from, arrived * (composition.category[CHILD_CATEGORY] ?? 0), origin);
      }
      count(of, PLACE.clothing, from, arrived, origin);
      if (origin !== BORN) count(of, PLACE.screening, from, arrived, origin);
    }
    for (let at = from; at < length; at += 1) {
      const since = horizon.first_year + at - stream.settlement_year;
      const here = stays[at] ?? 0;
      if (here === 0) continue;
      if (hasMinors) {
        const which = since >= 5 ? PLACE.minorsAfter : PLACE.minors;
        count(of, which, at, here * shareAged(minors, 0, rules.cared[at] ?? NaN, since), origin);
      }
      if (since >= 5) {
        if (hasMinors) continue;
        break;
      }
      if (since < (rules.leisure[at] ?? NaN)) count(of, PLACE.leisure, at, here * shareAged(all, 6, 17, since), origin);
      const { single, adult } = dwellingsPer(per[at]);
      const dwellings = here * (composition.single * single + composition.couple * adult);
      count(of, PLACE.housing, at, dwellings * (rules.provided[at] ?? NaN), origin);
      if (since < (rules.taught[at] ?? NaN)) count(of, PLACE.school, at, here * shareAged(all, 6, 15, since), origin);
      if (since < (rules.supported[at] ?? NaN))
        count(of, PLACE.kindergarten, at, here * shareAged(all, 1, 5, since) * (rules.attendance[at] ?? NaN), origin);
      const alone = hasMinors ? here * shareAged(minors, 0, 17, since) : 0;
      const children = here * shareAged(all, 0, 17, since) - alone;
      count(of, PLACE.childWelfare, at, children * (rules.measured[at] ?? NaN), origin);
      count(of, PLACE.placed, at, children * (rules.placed[at] ?? NaN), origin);
      count(of, PLACE.care, at, here * shareAged(all, ELDERLY, OLDEST, since) * (rules.careShare[at] ?? NaN), origin);
      count(of, PLACE.health, at, here, origin);
      count(of, PLACE.interpreter, at, here * (rules.hours[since]?.[at] ?? 0), origin);
    }
  }
  return of;
}

/** From this age care services for the elderly are counted; beyond the second nobody is followed. */
export const [ELDERLY, OLDEST] = [60, 120];
/** The position of `child` in the categories. */
const CHILD_CATEGORY = 2;
