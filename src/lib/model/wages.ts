import type { Price } from './ledger';
import type { Horizon } from './population';
import { seriesOf, workedOut, yearsFrom, type Parameters } from './resolve';

/** What a full post costs by year, from the address of its wage: with pension and the employer's contribution of the zone. */
export function wagePrice(parameters: Parameters, address: string): Price {
  const wage = seriesOf(parameters, address);
  const zone = seriesOf(parameters, 'staff.tax_zone');
  const pension = seriesOf(parameters, 'staff.pension');
  const cells = parameters.catalogue.cellsOf.get('staff.employer_tax') ?? [];
  const taxes = cells.map((cell) => seriesOf(parameters, cell.address));
  return workedOut([wage, zone, pension, ...taxes], () => {
    const byZone = (zone.parameter.options ?? []).map(
      (option) => taxes[cells.findIndex(({ keys }) => keys.zone === option)],
    );
    const taxIn = (at: number): number => byZone[zone.planned[at] ?? -1]?.planned[at] ?? NaN;
    const value = wage.planned.map((kroner, at) => kroner * (1 + (pension.planned[at] ?? NaN)) * (1 + taxIn(at)));
    const first = byZone[zone.planned[0] ?? -1];
    return { value, series: [wage, pension, ...(first ? [first] : []), zone] };
  });
}

const TEACHING = ['education.weekly_hours', 'education.weeks', 'education.teacher_hours'];

/** Teachers' posts a group takes by year: its hours in a year over the teaching hours of a full post. */
export function teachersPerGroup(parameters: Parameters): Float64Array {
  const from = TEACHING.map((address) => seriesOf(parameters, address));
  return workedOut(from, () => {
    const [hours, weeks, full] = from.map(({ planned }) => planned);
    return (hours ?? new Float64Array()).map((weekly, at) => (weekly * (weeks?.[at] ?? NaN)) / (full?.[at] ?? NaN));
  });
}

/** What a group taught here costs in teachers and their overheads, by year; kroner. */
export function costOfGroup(parameters: Parameters, horizon: Horizon): Float64Array {
  const wage = wagePrice(parameters, 'staff.teacher.wage').value;
  const overhead = yearsFrom(parameters, 'staff.overhead', horizon.first_year);
  return teachersPerGroup(parameters).map((posts, at) => posts * ((wage[at] ?? NaN) + (overhead[at] ?? NaN)));
}
