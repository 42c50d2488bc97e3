import type { Assistance } from './assistance';
import { NOISE, meanOfYear, zeros } from './columns';
import type { Education } from './education';
import type { ItemId } from './items';
import { addEntry, priceOf, type Ledger } from './ledger';
import type { Quantity } from './quantities';
import type { Horizon } from './population';
import type { Programme } from './programme';
import { dwellingsPer, householdsOf, type Residents } from './residents';
import { valueAt, yearsFrom, type Parameters } from './resolve';
import { teachersPerGroup, wagePrice } from './wages';

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

type Addresses = Record<'ratio' | 'minimum' | 'step' | 'opening' | 'wage', string>;
/** The parameters of each group, written once. */
const ADDRESSES = Object.fromEntries(
  GROUP_NAMES.map((group) => [
    group,
    {
      ratio: `staff.${group}.ratio`,
      minimum: `staff.${group}.minimum`,
      step: `staff.${group}.step`,
      opening: `staff.${group}.opening`,
      wage: `staff.${group}.wage`,
    },
  ]),
) as Record<Group, Addresses>;

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
  horizon: Horizon,
): Staff {
  const posts = (group: Group, driver: number[], afterPhase: number[] = []): Posts => {
    const ratio = yearsFrom(parameters, ADDRESSES[group].ratio, horizon.first_year);
    return { ...postsOf(group, driver, (at) => 1 / (ratio[at] ?? NaN), parameters, horizon), afterPhase };
  };
  const taking = shareAfter(programme.afterPhase, programme.participants);
  const adviser = posts('adviser', programme.participants, taking);
  const settlement_worker = posts('settlement_worker', newHouseholds(residents, parameters));
  const bilingual_assistant = posts('bilingual_assistant', education.pupils, taking);
  const led = adviser.needed.map(
    (needed, month) => needed + (settlement_worker.needed[month] ?? 0) + (bilingual_assistant.needed[month] ?? 0),
  );
  const perGroup = teachersPerGroup(parameters);
  return {
    adviser,
    settlement_worker,
    bilingual_assistant,
    management: posts('management', led),
    social_worker: posts('social_worker', monthly(assistance.all), assistance.afterPhase),
    psychosocial_adviser: posts('psychosocial_adviser', residents.inPhase),
    unaccompanied_minor_care: posts(
      'unaccompanied_minor_care',
      residents.minors,
      shareAfter(residents.minorsAfter, residents.minors),
    ),
    teacher: {
      ...postsOf('teacher', education.groups, (at) => perGroup[at] ?? NaN, parameters, horizon),
      afterPhase: taking,
    },
  };
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
  for (let month = 0; month < months.length; month += 1) months[month] = years[Math.floor(month / 12)] ?? 0;
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
function postsOf(
  group: Group,
  driver: number[],
  perUnit: (at: number) => number,
  parameters: Parameters,
  horizon: Horizon,
): Omit<Posts, 'afterPhase'> {
  const from = horizon.first_year;
  const fewest = yearsFrom(parameters, 'capacity.fewest', from);
  const minimum = yearsFrom(parameters, ADDRESSES[group].minimum, from);
  const steps = yearsFrom(parameters, ADDRESSES[group].step, from);
  const needed = zeros(driver.length);
  const end = endOf(driver);
  for (let at = 0; 12 * at < end; at += 1) {
    // Posts led are never as few as half a person; only people are.
    const least = group === 'management' ? NOISE : Math.max(NOISE, fewest[at] ?? NaN);
    const per = perUnit(at);
    const crew = minimum[at] ?? NaN;
    const step = steps[at] ?? NaN;
    for (let month = 12 * at; month < 12 * at + 12; month += 1) {
      const units = driver[month] ?? 0;
      if (units <= NOISE || units < least) continue;
      needed[month] = Math.ceil(Math.max(units * per, crew) / step - NOISE) * step;
    }
  }
  const opening = valueAt(parameters, ADDRESSES[group].opening, from);
  const lag = valueAt(parameters, 'staff.hiring_lag', from);
  const notice = valueAt(parameters, 'staff.notice', from);
  const paid = paidPosts(needed, Number.isNaN(opening) ? (needed[0] ?? 0) : opening, lag, notice);
  return { needed, paid, neededInYear: meansOf(needed), paidInYear: meansOf(paid) };
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

function meansOf(months: number[]): number[] {
  const means = zeros(months.length / 12);
  for (let at = 0; at < means.length; at += 1) means[at] = meanOfYear(months, at);
  return means;
}

/**
 * Posts rise `lag` months after need and fall `notice` months after it:
 * posts(m) = min(max(posts(m-1), lowest need of m-lag..m), highest need of m-notice..m), need before month 1 = opening.
 */
export function paidPosts(needed: ArrayLike<number>, opening: number, lag: number, notice: number): number[] {
  const paid = zeros(needed.length);
  const window = Math.max(lag, notice);
  const end = Math.min(needed.length, lastNeeded(needed) + window + 2);
  let posts = opening;
  let unchanged = window;
  for (let month = 0; month < end; month += 1) {
    const need = needed[month] ?? 0;
    unchanged = need === (month === 0 ? opening : needed[month - 1]) ? unchanged + 1 : 0;
    if (unchanged > window) posts = need;
    else {
      let lowest = Infinity;
      let highest = 0;
      for (let back = 0; back <= window; back += 1) {
        const earlier = month - back < 0 ? opening : (needed[month - back] ?? 0);
        if (back <= lag && earlier < lowest) lowest = earlier;
        if (back <= notice && earlier > highest) highest = earlier;
      }
      posts = Math.min(Math.max(posts, lowest), highest);
    }
    paid[month] = posts;
  }
  return paid;
}

/** Paid posts x wage with pension and employer's contribution; teachers belong to teaching. */
export function staffEntries(
  ledger: Ledger,
  staff: Staff,
  parameters: Parameters,
  horizon: Horizon,
  programme: Programme,
): void {
  const { origins } = programme;
  const overhead = priceOf(parameters, 'staff.overhead', horizon.first_year);
  const years = horizon.years + horizon.tail;
  const others = { now: zeros(years), after: zeros(years) };
  const beside = { kind: 'posts', origins, settlement_year: 0, category: -1 } as const;
  for (const group of GROUP_NAMES) {
    const { item, kind } = GROUPS[group];
    const price = wagePrice(parameters, ADDRESSES[group].wage);
    const source = { kind, origins, settlement_year: 0, category: -1 } as const;
    for (let at = 0; at < years; at += 1) {
      const paid = staff[group].paidInYear[at] ?? 0;
      if (paid === 0) continue;
      const after = paid * (staff[group].afterPhase[at] ?? 0);
      addEntry(ledger, at, item, paid - after, price, at, source);
      addEntry(ledger, at, item, after, price, at, source, true);
      if (group === 'teacher') {
        addEntry(ledger, at, 'education.overheads', paid - after, overhead, at, beside);
        addEntry(ledger, at, 'education.overheads', after, overhead, at, beside, true);
      } else {
        others.now[at] = (others.now[at] ?? 0) + paid - after;
        others.after[at] = (others.after[at] ?? 0) + after;
      }
    }
  }
  for (let at = 0; at < years; at += 1) {
    addEntry(ledger, at, 'staff.overheads', others.now[at] ?? 0, overhead, at, beside);
    addEntry(ledger, at, 'staff.overheads', others.after[at] ?? 0, overhead, at, beside, true);
  }
}
