import type { Education } from './education';
import { addEntry, type ItemId, type Ledger, type Quantity } from './ledger';
import type { Horizon } from './population';
import type { Programme } from './programme';
import { optionAt, seriesOf, valueAt, type Parameters } from './resolve';

/** Rounding noise that must not open a post. */
const NOISE = 1e-9;

/** Posts by month: what the work needs, and what is paid after hiring lag and notice. Unit: full-time posts. */
export type Posts = { needed: Float64Array; paid: Float64Array; openingKnown: boolean };
export type Staff = { advisers: Posts; teachers: Posts };

/** Advisers per participants, teachers per groups; need and paid (`model.md` 6). */
export function staffOf(programme: Programme, education: Education, parameters: Parameters, horizon: Horizon): Staff {
  const of = (group: 'adviser' | 'teacher', driver: Float64Array, perUnit: (year: number) => number): Posts => {
    const needed = driver.map((units, month) => {
      const year = horizon.first_year + Math.floor(month / 12);
      if (units <= NOISE || units < valueAt(parameters, 'capacity.fewest', year)) return 0;
      const posts = Math.max(units * perUnit(year), valueAt(parameters, `staff.${group}.minimum`, year));
      const step = valueAt(parameters, `staff.${group}.step`, year);
      return Math.ceil(posts / step - NOISE) * step;
    });
    const opening = valueAt(parameters, `staff.${group}.opening`, horizon.first_year);
    const openingKnown = !Number.isNaN(opening);
    const lag = valueAt(parameters, 'staff.hiring_lag', horizon.first_year);
    const notice = valueAt(parameters, 'staff.notice', horizon.first_year);
    return { needed, paid: paidPosts(needed, openingKnown ? opening : (needed[0] ?? 0), lag, notice), openingKnown };
  };
  return {
    advisers: of('adviser', programme.participants, (year) => 1 / valueAt(parameters, 'staff.adviser.ratio', year)),
    teachers: of('teacher', education.groups, (year) => valueAt(parameters, 'education.teachers_per_group', year)),
  };
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
  const pension = seriesOf(parameters, 'staff.pension');
  for (let at = 0; at < horizon.years + horizon.tail; at += 1) {
    const year = horizon.first_year + at;
    const index = year - parameters.first;
    const tax = seriesOf(parameters, `staff.employer_tax.${optionAt(parameters, 'staff.tax_zone', year)}`);
    const groups: [ItemId, Quantity, string, Float64Array][] = [
      ['education.teachers', 'teachers', 'teacher', staff.teachers.paid],
      ['staff.advisers', 'advisers', 'adviser', staff.advisers.paid],
    ];
    for (const [item, kind, group, paid] of groups) {
      const wage = seriesOf(parameters, `staff.${group}.wage`);
      const unit_price =
        (wage.value[index] ?? NaN) * (1 + (pension.value[index] ?? NaN)) * (1 + (tax.value[index] ?? NaN));
      const prices = [wage, pension, tax, seriesOf(parameters, 'staff.tax_zone')];
      addEntry(ledger, {
        year,
        item,
        category: -1,
        settlement_year: 0,
        quantity: meanOfYear(paid, at),
        unit_price,
        prices,
        kind,
        origins,
      });
    }
  }
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
