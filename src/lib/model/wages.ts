import type { Price } from './ledger';
import { planned, seriesOf, workedOut, type Parameters } from './resolve';

/** What a full post costs by year, from the address of its wage: with pension and the employer's contribution of the zone. */
export function wagePrice(parameters: Parameters, address: string): Price {
  const wage = seriesOf(parameters, address);
  const zone = seriesOf(parameters, 'staff.tax_zone');
  const pension = seriesOf(parameters, 'staff.pension');
  const cells = parameters.catalogue.cellsOf.get('staff.employer_tax') ?? [];
  const taxes = cells.map((cell) => seriesOf(parameters, cell.address));
  const byZone = (zone.parameter.options ?? []).map(
    (option) => taxes[cells.findIndex(({ keys }) => keys.zone === option)],
  );
  const taxIn = (at: number): number => byZone[zone.planned[at] ?? -1]?.planned[at] ?? NaN;
  const value = wage.planned.map((kroner, at) => kroner * (1 + (pension.planned[at] ?? NaN)) * (1 + taxIn(at)));
  const first = byZone[zone.planned[0] ?? -1];
  return { value, series: [wage, pension, ...(first ? [first] : []), zone] };
}

/** What a teacher's full post costs by year. */
export function teacherWage(parameters: Parameters): Price {
  return wagePrice(parameters, 'staff.teacher.wage');
}

/** Teachers' posts a group takes by year: its hours in a year over the teaching hours of a full post. */
export function teachersPerGroup(parameters: Parameters): Float64Array {
  const weeks = planned(parameters, 'education.weeks');
  const full = planned(parameters, 'education.teacher_hours');
  return planned(parameters, 'education.weekly_hours').map(
    (hours, at) => (hours * (weeks[at] ?? NaN)) / (full[at] ?? NaN),
  );
}

/** What a group taught here costs in teachers and their overheads, by year; kroner. */
export function costOfGroup(parameters: Parameters): Float64Array {
  const wage = workedOut(parameters, teacherWage).value;
  const overhead = planned(parameters, 'staff.overhead');
  return workedOut(parameters, teachersPerGroup).map(
    (posts, at) => posts * ((wage[at] ?? NaN) + (overhead[at] ?? NaN)),
  );
}
