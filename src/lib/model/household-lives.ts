import type { AgeBand, Permit } from './cohort';
import { add } from './columns';
import { countLife } from './count-life';
import {
  ADULTS,
  SINGLE,
  agesOf,
  compositionsOf,
  drawAge,
  permitShares,
  type AgeShare,
  type Compositions,
  type HouseholdKind,
} from './households';
import { libraryRules } from './library-counts';
import type { Life, Tally } from './lives';
import { BORN, OPENING, SETTLED } from './population';
import type { Random } from './random';
import { dwellingsPer, householdsOf } from './residents';
import { seriesOf, workedOut, type Parameters } from './resolve';
import type { Spreads } from './spreads';

/** A household of one future. Months count from January of the first year of the plan; `null` is not drawn. */
export type Household = {
  origin: number;
  kind: HouseholdKind;
  permit: Permit | null;
  settlement_year: number;
  settled: number | null;
  from: number | null;
  /** Shares of the months of the year it settled in. */
  months: readonly number[];
  /** Year of the plan it comes in; -1 where it was here before. */
  arrives: number;
  /** Last month here, and whether it then moves out, all together. */
  to: number;
  moves: boolean;
  /** Age bands of its members, where they are known. */
  bands: readonly AgeBand[] | null;
  random: Random;
  /** What its moving out is drawn from, year by year. */
  moving: number;
};

/** What is drawn for each person and by which shares. */
export type Odds = {
  parameters: Parameters;
  spreads: Spreads;
  bands: Compositions['bands'];
  participation: Record<Permit, Float64Array>;
  dwellings: Dwellings[];
};

type Dwellings = { single: number; shared: number; each: number; provided: number };

/** What the lives of a future are drawn by, at hand. */
export function oddsOf(parameters: Parameters, spreads: Spreads): Odds {
  return {
    parameters,
    spreads,
    bands: compositionsOf(parameters).bands,
    participation: workedOut(parameters, participation),
    dwellings: workedOut(parameters, dwellingsOf),
  };
}

/** Of a household of a single adult: those alone and those who share, the dwellings they take, and the share provided. */
function dwellingsOf(parameters: Parameters): Dwellings[] {
  const { provided } = libraryRules(parameters);
  return householdsOf(parameters).map((of, at) => ({
    single: of.single,
    shared: of.shared,
    each: dwellingsPer(of).single,
    provided: provided[at] ?? NaN,
  }));
}

/** A part of a household or a person with what is true of it. */
type Part<T> = { of: T; share: number };

/** Counts a household: its members, each with an age, a programme and an outcome of its own, and what it takes together. */
export function countHousehold(tally: Tally, household: Household, odds: Odds): void {
  const permits = permitsOf(household, odds);
  const months = monthsOf(household, tally);
  for (let member = 0; member < household.kind.length; member += 1)
    countMember(tally, household, member, odds, permits, months);
  countDwelling(tally, household, odds, months);
}

function permitsOf({ permit, settlement_year }: Household, { parameters }: Odds): Part<Permit>[] {
  if (permit !== null) return [{ of: permit, share: 1 }];
  return permitShares(parameters, settlement_year).map(({ permit: of, share }) => ({ of, share }));
}

/** Settled in a month and here from one, as months from the first of the plan. */
type Months = { settled: number; from: number };

function monthsOf(household: Household, { horizon }: Tally): Part<Months>[] {
  const { settled, from, months, to, settlement_year, arrives, origin } = household;
  if (settled !== null) return [{ of: { settled, from: from ?? settled }, share: 1 }];
  const january = 12 * (origin === OPENING ? settlement_year - horizon.first_year : arrives);
  const possible = months.flatMap((share, month) =>
    share > 0 && (origin === OPENING || january + month < to) ? [{ month: january + month, share }] : [],
  );
  const all = possible.reduce((sum, { share }) => sum + share, 0);
  return possible.map(({ month, share }) => ({
    of: { settled: month, from: origin === OPENING ? 0 : month },
    share: share / all,
  }));
}

/** The part that joins the programme, and months in it. */
type Course = { joining: number; months: number };

function countMember(
  tally: Tally,
  household: Household,
  member: number,
  odds: Odds,
  permits: Part<Permit>[],
  months: Part<Months>[],
): void {
  const { origin, settlement_year, kind, to, moves, random } = household;
  const category = kind[member] ?? -1;
  const aged = random();
  const age = random();
  const tracked = random();
  const joins = random();
  const length = random();
  const outcome = random();
  const ages = agesOfMember(household, member, category, odds, aged < odds.spreads.age ? age : null);
  for (const { of: permit, share: ofPermit } of permits) {
    const isDrawn = tracked < odds.spreads.duration;
    const courses = coursesOf(tally, permit, settlement_year, odds, isDrawn ? { joins, length } : null);
    for (const { of: when, share: ofMonth } of months) {
      for (const { age: years, share: ofAge } of ages) {
        for (const { of: course, share: ofCourse } of courses) {
          const life: Life = {
            origin,
            permit,
            category,
            age: years,
            settlement_year,
            settled: when.settled,
            from: when.from,
            to,
            moves,
            joining: course.joining,
            months: course.months,
            outcome: odds.spreads.outcome > 0 ? outcome : -1,
            weight: ofPermit * ofMonth * ofAge * ofCourse,
          };
          countLife(tally, life);
        }
      }
    }
  }
}

/** One age, or all with their shares where none is drawn. */
function agesOfMember(
  household: Household,
  member: number,
  category: number,
  odds: Odds,
  drawn: number | null,
): AgeShare[] {
  const band = household.bands?.[member];
  const known = band ? [{ band, share: WHOLE }] : null;
  if (household.origin === BORN) return drawn === null ? agesOf('0-5', 1) : [{ age: Math.floor(drawn * 6), share: 1 }];
  const bands = known ?? odds.bands[category] ?? [];
  const at = known ? 0 : household.arrives;
  if (drawn !== null) return [{ age: drawAge(drawn, bands, at), share: 1 }];
  return bands.flatMap(({ band: each, share }) => agesOf(each, share[at] ?? NaN));
}

const WHOLE = Float64Array.of(1);

/** One course, or those who do not join and all lengths with their shares. */
function coursesOf(
  { rules }: Tally,
  permit: Permit,
  settlementYear: number,
  { participation: joined, parameters }: Odds,
  drawn: { joins: number; length: number } | null,
): Part<Course>[] {
  const joining = joined[permit][Math.max(settlementYear - parameters.first, 0)] ?? NaN;
  const { lengths } = rules.course(permit, settlementYear);
  if (!drawn) return lengths.map(([months, share]) => ({ of: { joining, months }, share }));
  let left = drawn.length;
  let months = lengths.at(-1)?.[0] ?? 0;
  for (const [each, share] of lengths) {
    left -= share;
    if (left >= 0) continue;
    months = each;
    break;
  }
  return [{ of: { joining: drawn.joins < joining ? 1 : 0, months }, share: 1 }];
}

function participation(parameters: Parameters): Record<Permit, Float64Array> {
  const of = (permit: Permit): Float64Array => seriesOf(parameters, `programme.participation.${permit}`).value;
  return { ordinary: of('ordinary'), collective: of('collective'), family: of('family') };
}

/** What a household takes as one: furniture when it comes, and following up where it lives. */
function countDwelling(tally: Tally, household: Household, odds: Odds, months: Part<Months>[]): void {
  const { origin, kind, permit, arrives } = household;
  const isSingle = kind[0] === SINGLE;
  if ((!isSingle && kind[0] !== ADULTS) || permit === 'family' || origin === BORN) return;
  const { library, horizon, years } = tally;
  if (origin === SETTLED) {
    const of = odds.dwellings[arrives];
    if (isSingle && of) {
      add(library.single, arrives, of.single);
      add(library.shared, arrives, of.shared);
    } else add(kind[1] === ADULTS ? library.couple : library.single, arrives, 1);
  }
  const phase = 12 * (household.settlement_year - horizon.first_year + 5) - 1;
  const end = Math.min(household.to, phase, 12 * years - 1);
  for (const { of: when, share } of months) {
    for (let at = Math.floor(when.from / 12); 12 * at <= end; at += 1) {
      const stays = (Math.min(end, 12 * at + 11) - Math.max(when.from, 12 * at) + 1) / 12;
      const of = odds.dwellings[at];
      add(library.housing, at, share * stays * (isSingle ? (of?.each ?? NaN) : 1) * (of?.provided ?? NaN));
    }
  }
}
