import { ELDERLY, OLDEST, libraryRules, type LibraryRules } from './library-counts';
import { grantRules, type GrantRules } from './grant-counts';
import { ADULT, programmeRules, type ProgrammeRules } from './programme';
import { KINDERGARTEN, SCHOOL } from './residents';
import { workedOut, type Parameters } from './resolve';

/** What a calendar year of somebody's five-year phase is counted as, for its age and the rules of the year: bits. */
export const [LANGUAGE, TAUGHT, TAUGHT_UNLESS_JOINING] = [1, 2, 4];
export const [UNDER_AGE, OF_OLD_AGE, LEISURE, PUPIL, SUPPORTED] = [8, 16, 32, 64, 128];

/**
 * Years of an adult one after another in which the same is counted of it and outcomes have the same shares. In months of the
 * plan, both included.
 */
export type AdultSpan = {
  from: number;
  to: number;
  /** Past grant year 5. */
  isAfter: boolean;
  /** Of the programme's ages, and of those with the lower benefit. */
  isInside: boolean;
  isYoung: boolean;
  /** Whether the municipality may have to pay the living, and whether it counts with all adults. */
  isAssisted: boolean;
  isAdult: boolean;
};

/** What somebody of one age and settlement year is counted as, year by year: the same for all of them. */
export type LifeYears = {
  /** By years since settlement (0-4), the bits of what it is counted as. */
  phase: readonly number[];
  adult: readonly AdultSpan[];
};

type Rules = { programme: ProgrammeRules; grants: GrantRules; library: LibraryRules };

/** Gives the years of those who settled in a year of the plan (negative before it) at an age, made when first asked for. */
export function lifeYearsBy(parameters: Parameters): (settledAt: number, age: number, isMinor: boolean) => LifeYears {
  return workedOut(parameters, lifeYears);
}

function lifeYears(parameters: Parameters): (settledAt: number, age: number, isMinor: boolean) => LifeYears {
  const rules = {
    programme: programmeRules(parameters),
    grants: grantRules(parameters),
    library: libraryRules(parameters),
  };
  const kept = new Map<number, LifeYears>();
  return (settledAt, age, isMinor) => {
    const key = (settledAt * AGES + age) * 2 + (isMinor ? 1 : 0);
    let known = kept.get(key);
    if (!known) {
      known = {
        phase: [0, 1, 2, 3, 4].map((since) => phaseYear(rules, settledAt + since, since, age + since)),
        adult: adultSpans(rules.programme, settledAt, age, isMinor),
      };
      kept.set(key, known);
    }
    return known;
  };
}

/** More ages than there are. */
const AGES = 1000;

/**
 * The bits of a year: language grant; taught without being a participant, all above the programme's ages and inside them
 * those who do not join; leisure and language support of children.
 */
function phaseYear({ programme, grants, library }: Rules, at: number, since: number, age: number): number {
  const isOfLanguageYears = since < 3 && age >= (grants.languageFrom[at] ?? NaN);
  const isAbove = age > (programme.high[at] ?? NaN);
  const isOldest = age > (grants.languageTo[at] ?? NaN);
  const isUnderAge = age < ADULT;
  const isOf = ([low, high]: readonly [number, number]): boolean => age >= low && age <= high;
  const is = (holds: boolean, bit: number): number => (holds ? bit : 0);
  return (
    is(isOfLanguageYears && !isOldest, LANGUAGE) |
    is(isOfLanguageYears && isAbove && !isOldest, TAUGHT) |
    is(isOfLanguageYears && !isAbove && age >= (programme.low[at] ?? NaN), TAUGHT_UNLESS_JOINING) |
    is(isUnderAge, UNDER_AGE) |
    is(!isUnderAge && age >= ELDERLY && age <= OLDEST, OF_OLD_AGE) |
    is(isUnderAge && age >= 6 && since < (library.leisure[at] ?? NaN), LEISURE) |
    is(isOf(SCHOOL) && since < (library.taught[at] ?? NaN), PUPIL) |
    is(isOf(KINDERGARTEN) && since < (library.supported[at] ?? NaN), SUPPORTED)
  );
}

/** Years in which nothing is counted of an adult are left out. */
function adultSpans(rules: ProgrammeRules, settledAt: number, age: number, isMinor: boolean): AdultSpan[] {
  const spans: AdultSpan[] = [];
  for (let at = Math.max(0, settledAt); at < rules.low.length; at += 1) {
    const span = adultYear(rules, at, at - settledAt, age + at - settledAt, isMinor);
    const last = spans.at(-1);
    if (last && last.to + 1 === span.from && isAlike(last, span) && isSteady(rules, at)) last.to = span.to;
    else if (span.isInside || (span.isAssisted && span.isAdult)) spans.push(span);
  }
  return spans;
}

function adultYear(rules: ProgrammeRules, at: number, since: number, age: number, isMinor: boolean): AdultSpan {
  const isCared = isMinor && age <= (rules.cared[at] ?? NaN);
  return {
    from: 12 * at,
    to: 12 * at + 11,
    isAfter: since >= 5,
    isInside: age >= (rules.low[at] ?? NaN) && age <= (rules.high[at] ?? NaN),
    isYoung: age < (rules.youngBelow[at] ?? NaN),
    isAssisted: isCounted(rules, at, since) && age <= (rules.assistedTo[at] ?? NaN) && !isCared,
    isAdult: age >= ADULT,
  };
}

/** Whether social assistance is counted so many years after settlement. */
function isCounted({ assistedAfter }: ProgrammeRules, at: number, since: number): boolean {
  return since < 5 + (assistedAfter[at] ?? NaN);
}

/** Whether the shares of outcomes are those of the year before. */
function isSteady({ outcomes }: ProgrammeRules, at: number): boolean {
  return outcomes.every((share) => share[at] === share[at - 1]);
}

function isAlike(one: AdultSpan, other: AdultSpan): boolean {
  return (
    one.isAfter === other.isAfter &&
    one.isInside === other.isInside &&
    one.isYoung === other.isYoung &&
    one.isAssisted === other.isAssisted &&
    one.isAdult === other.isAdult
  );
}
