import type { Price } from './ledger';
import type { Horizon } from './population';
import { optionAt, seriesOf, valueAt, yearsFrom, type Parameters } from './resolve';

/** What comes on top of a wage, as a factor by year, and the parameters behind it. */
export function chargeOf(parameters: Parameters, horizon: Horizon): Price {
  const from = horizon.first_year;
  const zone = seriesOf(parameters, 'staff.tax_zone');
  const pension = seriesOf(parameters, 'staff.pension');
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

/** What a full post costs by year, from the address of its wage. */
export function wagePrice(parameters: Parameters, address: string, charge: Price, horizon: Horizon): Price {
  const wage = seriesOf(parameters, address);
  const from = horizon.first_year - parameters.first;
  const value = charge.value.map((factor, at) => (wage.value[from + at] ?? NaN) * factor);
  return { value, series: [wage, ...charge.series] };
}

/** Teachers' posts a group takes: its hours in a year over the teaching hours of a full post. */
export function teachersPerGroup(parameters: Parameters, horizon: Horizon): Float64Array {
  const years = (address: string): Float64Array => yearsFrom(parameters, address, horizon.first_year);
  const [hours, weeks, full] = [
    years('education.weekly_hours'),
    years('education.weeks'),
    years('education.teacher_hours'),
  ];
  return hours.map((weekly, at) => (weekly * (weeks[at] ?? NaN)) / (full[at] ?? NaN));
}

/** What a group taught here costs in teachers and their overheads, by year; kroner. */
export function costOfGroup(parameters: Parameters, horizon: Horizon): number[] {
  const wage = wagePrice(parameters, 'staff.teacher.wage', chargeOf(parameters, horizon), horizon).value;
  const overhead = yearsFrom(parameters, 'staff.overhead', horizon.first_year);
  const posts = teachersPerGroup(parameters, horizon);
  return Array.from(wage, (price, at) => (posts[at] ?? NaN) * (price + (overhead[at] ?? NaN)));
}
