import type { Assistance } from './assistance';
import { NOISE, add, meanOfYear, zeros } from './columns';
import type { Education } from './education';
import { positionOf, type ItemId } from './items';
import { addEntry, priceOf, type Ledger, type Price } from './ledger';
import type { Horizon } from './population';
import type { Programme } from './programme';
import { kindOf, type Quantity } from './quantities';
import { dwellingsPer, householdsOf, type Residents } from './residents';
import { planned, valueAt, workedOut, type Parameters } from './resolve';
import { teacherWage, teachersPerGroup, wagePrice } from './wages';

/** The groups of posts, the item each is booked on and what its number follows. */
export const GROUPS = {
  adviser: { item: 'staff.advisers', kind: 'advisers' },
  settlement_worker: { item: 'staff.settlement_workers', kind: 'settlement_workers' },
  bilingual_assistant: { item: 'staff.bilingual_assistants', kind: 'bilingual_assistants' },
  management: { item: 'staff.management', kind: 'management' },
  social_worker: { item: 'staff.social_workers', kind: 'social_workers' },
  psychosocial_adviser: { item: 'health.psychosocial_adviser', kind: 'psychosocial_adviser' },
  unaccompanied_minor_care: { item: 'unaccompanied_minor_care.staff', kind: 'minors_staff' },
  teacher: { item: 'education.teachers', kind: 'teachers' },
} as const satisfies Record<string, { item: ItemId; kind: Quantity }>;
export type Group = keyof typeof GROUPS;
export const GROUP_NAMES = Object.keys(GROUPS) as Group[];

/** What a group goes by: need for a unit of its driver, fewest units, smallest crew and step by year, and what is paid. */
type Rules = {
  perUnit: Float64Array;
  fewest: Float64Array;
  crew: Float64Array;
  step: Float64Array;
  /** Posts there are before the plan; NaN where as many as are needed. */
  opening: number;
  lag: number;
  notice: number;
  wage: Price;
  /** Positions of the item it is booked on and of what its number follows. */
  item: number;
  kind: number;
};

const RULES = Object.fromEntries(
  GROUP_NAMES.map((group) => [group, (parameters: Parameters) => rulesOf(group, parameters)]),
) as Record<Group, (parameters: Parameters) => Rules>;

function rulesOf(group: Group, parameters: Parameters): Rules {
  const of = (name: string): Float64Array => planned(parameters, `staff.${group}.${name}`);
  const atStart = (address: string): number => valueAt(parameters, address, parameters.first_year);
  const isTeacher = group === 'teacher';
  return {
    perUnit: isTeacher ? workedOut(parameters, teachersPerGroup) : of('ratio').map((ratio) => 1 / ratio),
    // Posts led are never as few as half a person; only people are.
    fewest: planned(parameters, 'capacity.fewest').map((units) => (group === 'management' ? 0 : units)),
    crew: of('minimum'),
    step: of('step'),
    opening: atStart(`staff.${group}.opening`),
    lag: atStart('staff.hiring_lag'),
    notice: atStart('staff.notice'),
    wage: isTeacher ? workedOut(parameters, teacherWage) : wagePrice(parameters, `staff.${group}.wage`),
    item: positionOf(GROUPS[group].item),
    kind: kindOf(GROUPS[group].kind),
  };
}

/** Posts by month: what the work needs, and what is paid after hiring lag and notice. Unit: full-time posts. */
export type Posts = {
  needed: number[];
  paid: number[];
  /** Their means by year of the plan. */
  neededInYear: number[];
  paidInYear: number[];
  /** Of those the posts are for, the share past grant year 5, by year. */
  afterPhase: number[];
};
export type Staff = Record<Group, Posts>;

/** Every group's posts from what drives it; need and paid (`model.md` 6). */
export function staffOf(
  residents: Residents,
  programme: Programme,
  education: Education,
  assistance: Assistance,
  parameters: Parameters,
): Staff {
  const posts = (group: Group, driver: number[], afterPhase: number[]): Posts =>
    postsOf(workedOut(parameters, RULES[group]), driver, afterPhase);
  const taking = shareAfter(programme.afterPhase, programme.participants);
  const adviser = posts('adviser', programme.participants, taking);
  const settlement_worker = posts('settlement_worker', newHouseholds(residents, parameters), NONE);
  const bilingual_assistant = posts('bilingual_assistant', education.pupils, taking);
  return {
    adviser,
    settlement_worker,
    bilingual_assistant,
    management: posts('management', sum(adviser.needed, settlement_worker.needed, bilingual_assistant.needed), NONE),
    social_worker: posts('social_worker', monthly(assistance.all), assistance.afterPhase),
    psychosocial_adviser: posts('psychosocial_adviser', residents.inPhase, NONE),
    unaccompanied_minor_care: posts(
      'unaccompanied_minor_care',
      residents.minors,
      shareAfter(residents.minorsAfter, residents.minors),
    ),
    teacher: posts('teacher', education.groups, taking),
  };
}

/** Nobody past grant year 5 in any year. */
const NONE: number[] = [];

function sum(first: number[], second: number[], third: number[]): number[] {
  const all = zeros(first.length);
  for (let at = 0; at < all.length; at += 1) all[at] = (first[at] ?? 0) + (second[at] ?? 0) + (third[at] ?? 0);
  return all;
}

/** The share of a count that is past grant year 5, by year. */
function shareAfter(after: number[], all: number[]): number[] {
  const shares = zeros(all.length / 12);
  for (let at = 0; at < shares.length; at += 1) {
    const late = meanOfYear(after, at);
    if (late > 0) shares[at] = late / meanOfYear(all, at);
  }
  return shares;
}

/** Yearly figures as they stand in each month. */
function monthly(years: number[]): number[] {
  const months = zeros(12 * years.length);
  for (let at = 0; at < years.length; at += 1) months.fill(years[at] ?? 0, 12 * at, 12 * at + 12);
  return months;
}

/** Households settled in the last twelve months, by month. */
function newHouseholds(residents: Residents, parameters: Parameters): number[] {
  const households = householdsOf(parameters);
  const of = zeros(residents.newSingles.length);
  for (let at = 0; 12 * at < of.length; at += 1) {
    const { single, adult } = dwellingsPer(households[at]);
    for (let month = 12 * at; month < 12 * at + 12; month += 1)
      of[month] = (residents.newSingles[month] ?? 0) * single + (residents.newCouples[month] ?? 0) * adult;
  }
  return of;
}

/** Need by month from a driver, in whole steps and never under the smallest crew; then what is paid. */
function postsOf(rules: Rules, driver: number[], afterPhase: number[]): Posts {
  const { opening, lag, notice } = rules;
  const needed = zeros(driver.length);
  const end = endOf(driver);
  for (let at = 0; 12 * at < end; at += 1) {
    let before = NaN;
    let need = 0;
    for (let month = 12 * at; month < 12 * at + 12; month += 1) {
      const units = driver[month] ?? 0;
      // Units are often those of the month before, and with them the need.
      if (units !== before) need = needOf(rules, at, units);
      before = units;
      needed[month] = need;
    }
  }
  const paid = paidPosts(needed, Number.isNaN(opening) ? (needed[0] ?? 0) : opening, lag, notice);
  const paidUntil = end + Math.max(lag, notice) + 2;
  return { needed, paid, neededInYear: meansOf(needed, end), paidInYear: meansOf(paid, paidUntil), afterPhase };
}

/** The posts that so many units need in a year of the plan. */
function needOf({ fewest, perUnit, crew, step }: Rules, at: number, units: number): number {
  return postsFor(units, fewest[at] ?? NaN, perUnit[at] ?? NaN, crew[at] ?? NaN, step[at] ?? NaN);
}

/** Posts for so many units, in whole steps and never under the least; none for fewer units than `fewest`. */
export function postsFor(units: number, fewest: number, perUnit: number, least: number, step: number): number {
  if (units <= NOISE || units < fewest - NOISE) return 0;
  return Math.ceil(Math.max(units * perUnit, least) / step - NOISE) * step;
}

/** The first month from which on a driver is nothing. */
function endOf(driver: number[]): number {
  let end = driver.length;
  while (end > 0 && (driver[end - 1] ?? 0) <= NOISE) end -= 1;
  return end;
}

/** The last month with a need, or -1; some months after it nothing is paid. */
function lastNeeded(needed: ArrayLike<number>): number {
  let month = needed.length - 1;
  while (month >= 0 && needed[month] === 0) month -= 1;
  return month;
}

/** Means by year of months that are nothing from `end` on. */
function meansOf(months: number[], end: number): number[] {
  const means = zeros(months.length / 12);
  for (let at = 0; at < means.length && 12 * at < end; at += 1) means[at] = meanOfYear(months, at);
  return means;
}

/**
 * Posts rise `lag` months after need and fall `notice` months after it:
 * posts(m) = min(max(posts(m-1), lowest need of m-lag..m), highest need of m-notice..m), need before month 1 = opening.
 */
export function paidPosts(needed: ArrayLike<number>, opening: number, lag: number, notice: number): number[] {
  const paid = zeros(needed.length);
  const end = Math.min(needed.length, lastNeeded(needed) + Math.max(lag, notice) + 2);
  let posts = opening;
  for (let month = 0; month < end; month += 1) {
    const need = needed[month] ?? 0;
    if (need > posts) posts = Math.max(posts, lowestOf(needed, opening, month, lag));
    else if (need < posts) posts = Math.min(posts, highestOf(needed, opening, month, notice));
    paid[month] = posts;
  }
  return paid;
}

/** The lowest need of a month and so many months before it. */
function lowestOf(needed: ArrayLike<number>, opening: number, month: number, months: number): number {
  let lowest = month < months ? opening : Infinity;
  for (let at = Math.max(0, month - months); at <= month; at += 1) lowest = Math.min(lowest, needed[at] ?? 0);
  return lowest;
}

/** The highest need of a month and so many months before it. */
function highestOf(needed: ArrayLike<number>, opening: number, month: number, months: number): number {
  let highest = month < months ? opening : 0;
  for (let at = Math.max(0, month - months); at <= month; at += 1) highest = Math.max(highest, needed[at] ?? 0);
  return highest;
}

const TEACHING_OVERHEADS = positionOf('education.overheads');
const OVERHEADS = positionOf('staff.overheads');
const POSTS = kindOf('posts');

/** Paid posts x wage with pension and employer's contribution; teachers belong to teaching. */
export function staffEntries(
  ledger: Ledger,
  staff: Staff,
  parameters: Parameters,
  horizon: Horizon,
  programme: Programme,
): void {
  const { origins } = programme;
  const overhead = workedOut(parameters, overheadOf);
  const years = horizon.years + horizon.tail;
  const others = { now: zeros(years), after: zeros(years) };
  const beside = { kind: POSTS, origins, settlement_year: 0, category: -1 };
  for (const group of GROUP_NAMES) {
    const { item, kind, wage } = workedOut(parameters, RULES[group]);
    const { paidInYear, afterPhase } = staff[group];
    const source = { kind, origins, settlement_year: 0, category: -1 };
    for (let at = 0; at < years; at += 1) {
      const paid = paidInYear[at] ?? 0;
      if (paid === 0) continue;
      const after = paid * (afterPhase[at] ?? 0);
      addEntry(ledger, at, item, paid - after, wage, at, source);
      addEntry(ledger, at, item, after, wage, at, source, true);
      if (group === 'teacher') {
        addEntry(ledger, at, TEACHING_OVERHEADS, paid - after, overhead, at, beside);
        addEntry(ledger, at, TEACHING_OVERHEADS, after, overhead, at, beside, true);
      } else {
        others.now[at] = (others.now[at] ?? 0) + paid - after;
        add(others.after, at, after);
      }
    }
  }
  for (let at = 0; at < years; at += 1) {
    addEntry(ledger, at, OVERHEADS, others.now[at] ?? 0, overhead, at, beside);
    addEntry(ledger, at, OVERHEADS, others.after[at] ?? 0, overhead, at, beside, true);
  }
}

function overheadOf(parameters: Parameters): Price {
  return priceOf(parameters, 'staff.overhead');
}
