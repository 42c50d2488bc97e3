import type { Permit } from './cohort';
import { add, zeros } from './columns';
import { courseBy, type Course } from './course';
import { emptyGrantCounts, grantRules, type GrantCounts, type GrantRules } from './grant-counts';
import {
  LIBRARY_COUNTS,
  libraryRules,
  type LibraryCount,
  type LibraryCounts,
  type LibraryRules,
} from './library-counts';
import { lifeYearsBy, type LifeYears } from './life-years';
import type { People } from './people';
import { BORN, FAMILY, MOVED_IN, OPENING, SETTLED, type Horizon, type PeopleByYear } from './population';
import { emptyProgramme, programmeRules, type Programme, type ProgrammeRules } from './programme';
import { emptyResidents, type Residents } from './residents';
import type { Parameters } from './resolve';

/**
 * One person of one future. Months count from January of the first year of the plan; who was here before it is here from
 * month 0. `weight` is 1, or the part of a person that lives so where something is not drawn.
 */
export type Life = {
  origin: number;
  permit: Permit;
  /** Position in CATEGORIES. */
  category: number;
  age: number;
  settlement_year: number;
  settled: number;
  from: number;
  /** Last month here, and whether the person then moves out. */
  to: number;
  moves: boolean;
  /** The part that joins the programme (0 or 1 where it is drawn) and months in it. */
  joining: number;
  months: number;
  /** Where in the order of outcomes (0-1) the person comes out; -1 spreads it over all. */
  outcome: number;
  weight: number;
};

/** What lives are counted into, and by which rules. */
export type Tally = {
  horizon: Horizon;
  years: number;
  rules: {
    programme: ProgrammeRules;
    grants: GrantRules;
    library: LibraryRules;
    course: (permit: Permit, settlementYear: number) => Course;
    yearsOf: (settledAt: number, age: number, isMinor: boolean) => LifeYears;
  };
  byYear: PeopleByYear;
  /** Their columns of months hold the change from the month before until all lives are counted. */
  programme: Programme;
  residents: Residents;
  grants: GrantCounts;
  library: Record<LibraryCount, number[]>;
  /** Person-years in the five-year phase by year and years since settlement, and of children and elderly by year. */
  stays: number[];
  children: number[];
  elderly: number[];
  supported: number[];
};

/** A tally of nobody. */
export function emptyTally(parameters: Parameters, horizon: Horizon): Tally {
  const years = horizon.years + horizon.tail;
  const grants = grantRules(parameters);
  const programme = emptyProgramme(years);
  const residents = emptyResidents(years);
  return {
    horizon,
    years,
    rules: {
      programme: programmeRules(parameters),
      grants,
      library: libraryRules(parameters),
      course: courseBy(parameters),
      yearsOf: lifeYearsBy(parameters),
    },
    byYear: {
      settled: zeros(years),
      family: zeros(years),
      born: zeros(years),
      moved_in: zeros(years),
      moved_out: zeros(years),
      in_phase: zeros(years),
      in_phase_before: 0,
    },
    programme,
    residents,
    grants: emptyGrantCounts(years, grants.hasSpecial),
    library: Object.fromEntries(LIBRARY_COUNTS.map((count) => [count, zeros(years)])) as Tally['library'],
    stays: zeros(5 * years),
    children: zeros(years),
    elderly: zeros(years),
    supported: zeros(years),
  };
}

/** Everything that has been counted. The tally is not used after it. */
export function peopleFrom(tally: Tally): People {
  const { programme, residents } = tally;
  const { participants, young, afterPhase, afterPhaseYoung, primary } = programme;
  for (const changes of [participants, young, afterPhase, afterPhaseYoung, primary]) sumUp(changes);
  for (const changes of Object.values(residents)) sumUp(changes);
  programme.origins = ANYONE;
  return {
    byYear: tally.byYear,
    programme,
    residents,
    grants: tally.grants,
    library: libraryFrom(tally),
    origins: ANYONE,
  };
}

/** Makes of changes from month to month what there is in each. */
function sumUp(changes: number[]): void {
  let persons = 0;
  for (let month = 0; month < changes.length; month += 1) {
    persons += changes[month] ?? 0;
    changes[month] = persons;
  }
}

/** What the library counts by shares of those in the phase, worked out once for all of them. */
function libraryFrom({
  library,
  stays,
  children,
  elderly,
  supported,
  years,
  rules: { library: rules },
}: Tally): LibraryCounts {
  for (let at = 0; at < years; at += 1) {
    for (let since = 0; since < 5; since += 1) {
      const here = stays[5 * at + since] ?? 0;
      add(library.health, at, here);
      add(library.interpreter, at, here * (rules.hours[since]?.[at] ?? NaN));
    }
    library.childWelfare[at] = (children[at] ?? 0) * (rules.measured[at] ?? NaN);
    library.placed[at] = (children[at] ?? 0) * (rules.placed[at] ?? NaN);
    library.care[at] = (elderly[at] ?? 0) * (rules.careShare[at] ?? NaN);
    library.kindergarten[at] = (supported[at] ?? 0) * (rules.attendance[at] ?? NaN);
  }
  return {
    counts: LIBRARY_COUNTS.map((count) => library[count]),
    origins: LIBRARY_COUNTS.map(() => ANYONE),
  };
}

/** Whom a count of lives is of: nobody is told apart by where they come from. */
export const ANYONE = OPENING | SETTLED | FAMILY | MOVED_IN | BORN;

/** Counts so many persons in a column of changes from one month to another, both included. */
export function during(changes: number[], from: number, to: number, persons: number): void {
  if (to < from || persons === 0) return;
  add(changes, from, persons);
  if (to + 1 < changes.length) add(changes, to + 1, -persons);
}

/** Counts a share of the person-years from one month to another, both included, in a column of years. */
export function addYears(years: number[], from: number, to: number, persons: number, share = 1): void {
  if (to < from) return;
  for (let at = Math.floor(from / 12); 12 * at <= to; at += 1) {
    const months = Math.min(to, 12 * at + 11) - Math.max(from, 12 * at) + 1;
    add(years, at, ((persons * months) / 12) * share);
  }
}
