import type { Education } from './education';
import { addEntry, type Ledger, type Price } from './ledger';
import type { Horizon } from './population';
import type { Programme } from './programme';
import { optionAt, seriesOf, valueAt, yearsFrom, type Parameters } from './resolve';

/** Rounding noise that must not open a post. */
const NOISE = 1e-9;

/** Posts by month: what the work needs, and what is paid after hiring lag and notice. Unit: full-time posts. */
export type Posts = { needed: Float64Array; paid: Float64Array; openingKnown: boolean };
export type Staff = { advisers: Posts; teachers: Posts };

/** Advisers per participants, teachers per groups; need and paid (`model.md` 6). */
export function staffOf(programme: Programme, education: Education, parameters: Parameters, horizon: Horizon): Staff {
  const ratio = yearsFrom(parameters, 'staff.adviser.ratio', horizon.first_year);
  const perGroup = yearsFrom(parameters, 'education.teachers_per_group', horizon.first_year);
  return {
    advisers: postsOf('adviser', programme.participants, (at) => 1 / (ratio[at] ?? NaN), parameters, horizon),
    teachers: postsOf('teacher', education.groups, (at) => perGroup[at] ?? NaN, parameters, horizon),
  };
}

/** Need by month from a driver, in whole steps and never under the smallest crew; then what is paid. */
function postsOf(
  group: string,
  driver: Float64Array,
  perUnit: (at: number) => number,
  parameters: Parameters,
  horizon: Horizon,
): Posts {
  const from = horizon.first_year;
  const fewest = yearsFrom(parameters, 'capacity.fewest', from);
  const minimum = yearsFrom(parameters, `staff.${group}.minimum`, from);
  const steps = yearsFrom(parameters, `staff.${group}.step`, from);
  const needed = new Float64Array(driver.length);
  for (let month = 0; month < driver.length; month += 1) {
    const units = driver[month] ?? 0;
    const at = Math.floor(month / 12);
    if (units <= NOISE || units < (fewest[at] ?? NaN)) continue;
    const step = steps[at] ?? NaN;
    needed[month] = Math.ceil(Math.max(units * perUnit(at), minimum[at] ?? NaN) / step - NOISE) * step;
  }
  const opening = valueAt(parameters, `staff.${group}.opening`, from);
  const openingKnown = !Number.isNaN(opening);
  const lag = valueAt(parameters, 'staff.hiring_lag', from);
  const notice = valueAt(parameters, 'staff.notice', from);
  return { needed, paid: paidPosts(needed, openingKnown ? opening : (needed[0] ?? 0), lag, notice), openingKnown };
}

/**
 * Posts rise `lag` months after need and fall `notice` months after it:
 * posts(m) = min(max(posts(m-1), lowest need of m-lag..m), highest need of m-notice..m), need before month 1 = opening.
 */
export function paidPosts(needed: Float64Array, opening: number, lag: number, notice: number): Float64Array {
  const paid = new Float64Array(needed.length);
  let posts = opening;
  for (let month = 0; month < needed.length; month += 1) {
    let lowest = Infinity;
    let highest = 0;
    for (let back = 0; back <= Math.max(lag, notice); back += 1) {
      const need = month - back < 0 ? opening : (needed[month - back] ?? 0);
      if (back <= lag) lowest = Math.min(lowest, need);
      if (back <= notice) highest = Math.max(highest, need);
    }
    posts = Math.min(Math.max(posts, lowest), highest);
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
  origins: number,
): void {
  const groups = [
    {
      item: 'education.teachers',
      kind: 'teachers',
      price: wagePrice(parameters, 'teacher', horizon),
      paid: staff.teachers.paid,
    },
    {
      item: 'staff.advisers',
      kind: 'advisers',
      price: wagePrice(parameters, 'adviser', horizon),
      paid: staff.advisers.paid,
    },
  ] as const;
  for (let at = 0; at < horizon.years + horizon.tail; at += 1) {
    for (const { item, kind, price, paid } of groups) {
      const source = { kind, origins, settlement_year: 0, category: -1 } as const;
      addEntry(ledger, horizon.first_year + at, item, meanOfYear(paid, at), price, at, source);
    }
  }
}

/** What a full post costs by year. */
function wagePrice(parameters: Parameters, group: string, horizon: Horizon): Price {
  const from = horizon.first_year;
  const years = horizon.years + horizon.tail;
  const zone = seriesOf(parameters, 'staff.tax_zone');
  const [wage, pension] = [seriesOf(parameters, `staff.${group}.wage`), seriesOf(parameters, 'staff.pension')];
  const value = new Float64Array(years);
  for (let at = 0; at < years; at += 1) {
    const year = from + at;
    const tax = valueAt(parameters, `staff.employer_tax.${optionAt(parameters, 'staff.tax_zone', year)}`, year);
    const index = year - parameters.first;
    value[at] = (wage.value[index] ?? NaN) * (1 + (pension.value[index] ?? NaN)) * (1 + tax);
  }
  const tax = seriesOf(parameters, `staff.employer_tax.${optionAt(parameters, 'staff.tax_zone', from)}`);
  return { value, series: [wage, pension, tax, zone] };
}

/** The mean of the twelve months of a year of the plan. */
export function meanOfYear(months: Float64Array, at: number): number {
  let sum = 0;
  for (let month = 12 * at; month < 12 * at + 12; month += 1) sum += months[month] ?? 0;
  return sum / 12;
}

/** The highest of the twelve months of a year of the plan. */
export function peakOfYear(months: Float64Array, at: number): number {
  let peak = 0;
  for (let month = 12 * at; month < 12 * at + 12; month += 1) peak = Math.max(peak, months[month] ?? 0);
  return peak;
}
