import type { Assistance } from './assistance';
import type { Education } from './education';
import { type ItemId } from './items';
import { addEntry, priceOf, type Ledger, type Price } from './ledger';
import { type Quantity } from './quantities';
import type { Horizon } from './population';
import type { Programme } from './programme';
import { dwellingsPer, householdsOf, meanOfYear, type Residents } from './residents';
import { optionAt, seriesOf, valueAt, yearsFrom, type Parameters } from './resolve';
import { zeros } from './zeros';

/** Rounding noise that must not open a post. */
const NOISE = 1e-9;

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
  const posts = (group: Group, driver: number[]): Posts => {
    const ratio = yearsFrom(parameters, ADDRESSES[group].ratio, horizon.first_year);
    return postsOf(group, driver, (at) => 1 / (ratio[at] ?? NaN), parameters, horizon);
  };
  const adviser = posts('adviser', programme.participants);
  const settlement_worker = posts('settlement_worker', newHouseholds(residents, parameters, horizon));
  const bilingual_assistant = posts('bilingual_assistant', education.pupils);
  const led = adviser.needed.map(
    (needed, month) => needed + (settlement_worker.needed[month] ?? 0) + (bilingual_assistant.needed[month] ?? 0),
  );
  const teachersPerGroup = perGroup(parameters, horizon);
  return {
    adviser,
    settlement_worker,
    bilingual_assistant,
    management: posts('management', led),
    social_worker: posts('social_worker', monthly(assistance.all)),
    psychosocial_adviser: posts('psychosocial_adviser', residents.inPhase),
    unaccompanied_minor_care: posts('unaccompanied_minor_care', residents.minors),
    teacher: postsOf('teacher', education.groups, (at) => teachersPerGroup[at] ?? NaN, parameters, horizon),
  };
}

/** Yearly figures as they stand in each month. */
function monthly(years: number[]): number[] {
  const months = zeros(12 * years.length);
  for (let month = 0; month < months.length; month += 1) months[month] = years[Math.floor(month / 12)] ?? 0;
  return months;
}

/** Households settled in the last twelve months, by month. */
function newHouseholds(residents: Residents, parameters: Parameters, horizon: Horizon): number[] {
  const per = householdsOf(parameters, horizon).map(dwellingsPer);
  return residents.newSingles.map((singles, month) => {
    const { single, adult } = per[Math.floor(month / 12)] ?? dwellingsPer(undefined);
    return singles * single + (residents.newCouples[month] ?? 0) * adult;
  });
}

/** Teachers' posts a group takes: its hours in a year over the teaching hours of a full post. */
function perGroup(parameters: Parameters, horizon: Horizon): Float64Array {
  const years = (address: string): Float64Array => yearsFrom(parameters, address, horizon.first_year);
  const [hours, weeks, full] = [
    years('education.weekly_hours'),
    years('education.weeks'),
    years('education.teacher_hours'),
  ];
  return hours.map((weekly, at) => (weekly * (weeks[at] ?? NaN)) / (full[at] ?? NaN));
}

/** Need by month from a driver, in whole steps and never under the smallest crew; then what is paid. */
function postsOf(
  group: Group,
  driver: number[],
  perUnit: (at: number) => number,
  parameters: Parameters,
  horizon: Horizon,
): Posts {
  const from = horizon.first_year;
  const fewest = yearsFrom(parameters, 'capacity.fewest', from);
  const minimum = yearsFrom(parameters, ADDRESSES[group].minimum, from);
  const steps = yearsFrom(parameters, ADDRESSES[group].step, from);
  const needed = zeros(driver.length);
  const end = endOf(driver);
  for (let at = 0; 12 * at < end; at += 1) {
    // Posts led are never as few as half a person; only people are.
    const least = group === 'management' ? NOISE : Math.max(NOISE, fewest[at] ?? NaN);
    const [per, crew, step] = [perUnit(at), minimum[at] ?? NaN, steps[at] ?? NaN];
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
  const charge = chargeOf(parameters, horizon);
  const { origins } = programme;
  for (const group of GROUP_NAMES) {
    const { item, kind } = GROUPS[group];
    const price = wagePrice(parameters, group, charge, horizon);
    const source = { kind, origins, settlement_year: 0, category: -1 } as const;
    for (let at = 0; at < horizon.years + horizon.tail; at += 1)
      addEntry(ledger, at, item, staff[group].paidInYear[at] ?? 0, price, at, source);
  }
  const overhead = priceOf(parameters, 'staff.overhead', horizon.first_year);
  const source = { kind: 'posts', origins, settlement_year: 0, category: -1 } as const;
  for (let at = 0; at < horizon.years + horizon.tail; at += 1) {
    let posts = 0;
    for (const group of GROUP_NAMES) if (group !== 'teacher') posts += staff[group].paidInYear[at] ?? 0;
    addEntry(ledger, at, 'staff.overheads', posts, overhead, at, source);
    addEntry(ledger, at, 'education.overheads', staff.teacher.paidInYear[at] ?? 0, overhead, at, source);
  }
}

/** What comes on top of a wage, as a factor by year, and the parameters behind it. */
function chargeOf(parameters: Parameters, horizon: Horizon): Price {
  const from = horizon.first_year;
  const [zone, pension] = [seriesOf(parameters, 'staff.tax_zone'), seriesOf(parameters, 'staff.pension')];
  const value = new Float64Array(horizon.years + horizon.tail);
  for (let at = 0; at < value.length; at += 1) {
    const tax = valueAt(parameters, taxAddress(parameters, from + at), from + at);
    value[at] = (1 + (pension.value[from + at - parameters.first] ?? NaN)) * (1 + tax);
  }
  const tax = seriesOf(parameters, taxAddress(parameters, from));
  return { value, series: [pension, tax, zone] };
}

function taxAddress(parameters: Parameters, year: number): string {
  return `staff.employer_tax.${optionAt(parameters, 'staff.tax_zone', year)}`;
}

/** What a full post costs by year. */
function wagePrice(parameters: Parameters, group: Group, charge: Price, horizon: Horizon): Price {
  const wage = seriesOf(parameters, ADDRESSES[group].wage);
  const from = horizon.first_year - parameters.first;
  const value = charge.value.map((factor, at) => (wage.value[from + at] ?? NaN) * factor);
  return { value, series: [wage, ...charge.series] };
}
