import { NOISE, zeros } from './columns';
import type { Forecast } from './forecast';
import { positionOf } from './items';
import type { Rooms } from './leases';
import { shortOf } from './places';
import { planned, seriesOf, valueAt, type Parameters } from './resolve';

/** What has a deadline that counts from settlement. */
export const CLOCK_KINDS = ['programme', 'kindergarten', 'school', 'special_needs_1', 'special_needs_2'] as const;
export type ClockKind = (typeof CLOCK_KINDS)[number];

/**
 * A deadline in a year of the plan. Persons: those who begin the programme, the children who need a place in the busiest
 * month, or those settled in the year for whom the special needs grant is applied for. `late` of them miss the deadline
 * (`null` unknown). `cost_missed` is the grant lost in kroner: `null` where it is unknown, and where nothing prices it.
 */
export type ClockRow = {
  year: number;
  what: ClockKind;
  persons: number;
  late: number | null;
  deadline_months: number | null;
  cost_missed: number | null;
};

/**
 * Who keeps each deadline at this number and pace, by year of the plan and in the order of {@link CLOCK_KINDS}. A child
 * without a place in two years stands in both.
 */
export function clockRows(of: Forecast, parameters: Parameters): ClockRow[] {
  const late = lateStarts(of, parameters);
  return of.years.slice(0, of.horizon.years).flatMap((year, at) => {
    const row = (what: ClockKind, persons: number, missed: number | null, cost: number | null): ClockRow => {
      const deadline = valueAt(parameters, `${what.replace(/_\d$/, '')}.deadline`, year);
      return { year, what, persons, late: missed, deadline_months: stated(deadline), cost_missed: cost };
    };
    const places = (kind: 'kindergarten' | 'school'): ClockRow => {
      const wanted = of.elsewhere.places.find((each) => each.kind === kind);
      const needed = Math.max(0, Math.ceil((wanted?.needed[at] ?? NaN) - NOISE));
      return row(kind, needed, needed === 0 ? 0 : shortOf(wanted, at), null);
    };
    const applications = (part: 1 | 2): ClockRow => {
      const { persons, years } = applicants(of, at);
      if (persons === 0 || appliesInTime(parameters, year)) return row(`special_needs_${part}`, persons, 0, 0);
      const grant = missedApplication(parameters, year)[part - 1]?.granted ?? null;
      return row(`special_needs_${part}`, persons, persons, grant && grant * (part === 1 ? persons : years));
    };
    return [
      row('programme', of.programme.starts[at] ?? NaN, late[at] ?? null, null),
      places('kindergarten'),
      places('school'),
      applications(1),
      applications(2),
    ];
  });
}

/** Whether the plan itself begins the programme after its deadline, for whatever room there is. */
export function startsTooLate(parameters: Parameters, year: number): boolean {
  return valueAt(parameters, 'programme.start_lag', year) > valueAt(parameters, 'programme.deadline', year);
}

/** Whether those settled in a year are applied for within the deadline of the special needs grant. */
function appliesInTime(parameters: Parameters, year: number): boolean {
  return (
    valueAt(parameters, 'special_needs.application_months', year) <= valueAt(parameters, 'special_needs.deadline', year)
  );
}

/**
 * What one application that misses its deadline costs in kroner: part 1 once, part 2 for the first year. `cap` is the most
 * that is granted, `granted` what the stated cost gives above the own share, up to the cap; `null` where a figure is
 * unknown. `stated` is the year whose rate it is, `null` where the scenario sets it.
 */
export type MissedApplication = {
  part: 1 | 2;
  cap: number | null;
  granted: number | null;
  stated: number | null;
};

/** Both parts of the special needs grant of a year, as {@link MissedApplication}. */
export function missedApplication(parameters: Parameters, year: number): MissedApplication[] {
  return ([1, 2] as const).map((part) => {
    const series = seriesOf(parameters, `grants.special_needs.${part}`);
    const cap = valueAt(parameters, `grants.special_needs.${part}`, year);
    const cost = valueAt(parameters, `special_needs.cost.${part}`, year);
    const own = valueAt(parameters, `special_needs.own_share.${part}`, year);
    const block = series.parameter.values[series.block[year - parameters.first] ?? -1];
    return {
      part,
      cap: stated(cap),
      granted: stated(Math.min(cap, Math.max(0, cost - own))),
      stated: block ? Number(block.from.slice(0, 4)) : null,
    };
  });
}

function stated(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}

const MEASURES = positionOf('special_needs.measures');

/** Those settled in a year who need the grant, as persons and as the person-years they spend in it, from the ledger. */
function applicants(of: Forecast, at: number): { persons: number; years: number } {
  const { ledger } = of;
  const sums = { persons: 0, years: 0 };
  for (let entry = 0; entry < ledger.length; entry += 1) {
    if (ledger.item[entry] !== MEASURES || ledger.at[entry] !== at) continue;
    if (ledger.settlement_year[entry] !== ledger.first_year + at) continue;
    const part = ledger.series[entry]?.[0]?.address === 'special_needs.cost.1' ? 'persons' : 'years';
    sums[part] += ledger.quantity[entry] ?? NaN;
  }
  return sums;
}

/**
 * Of those who begin the programme in each year of the plan, how many do so after the deadline. Where the plan itself is
 * in time, those who find no place wait for the room that could be ordered no earlier than the plan's first month, who came
 * first goes first; those who are taught already keep their places.
 */
function lateStarts(of: Forecast, parameters: Parameters): (number | null)[] {
  const late = zeros(of.horizon.years);
  const lag = planned(parameters, 'programme.start_lag');
  const deadline = planned(parameters, 'programme.deadline');
  const queue: { since: number; persons: number }[] = [];
  let waiting = 0;
  const begin = (upTo: number, month: number): void => {
    while (waiting > upTo + NOISE) {
      const first = queue[0];
      if (!first) break;
      const persons = Math.min(first.persons, waiting - upTo);
      const at = Math.floor(first.since / 12);
      if ((lag[at] ?? NaN) + month - first.since > (deadline[at] ?? NaN)) late[at] = (late[at] ?? 0) + persons;
      waiting -= persons;
      first.persons -= persons;
      if (first.persons <= NOISE) queue.shift();
    }
  };
  const months = 12 * of.horizon.years;
  for (let month = 0; month < months; month += 1) {
    const placeless = placelessIn(of, parameters, month);
    const joining = Math.min(beginningIn(of, parameters, month), Math.max(0, placeless - waiting));
    if (joining > NOISE) {
      queue.push({ since: month, persons: joining });
      waiting += joining;
    }
    begin(placeless, month);
  }
  begin(0, months);
  return late.map((persons, at) => {
    const starts = of.programme.starts[at] ?? NaN;
    if (startsTooLate(parameters, of.horizon.first_year + at)) return starts;
    return isCounted(of, at) ? Math.min(starts, persons) : null;
  });
}

/** Whether it is known how many rooms there are in a year, or none is needed. */
function isCounted({ education }: Forecast, at: number): boolean {
  const months = (column: number[]): number[] => column.slice(12 * at, 12 * at + 12);
  return !months(education.rooms_owned).some(Number.isNaN) || months(education.rooms_needed).every((rooms) => !rooms);
}

/** Those who begin in a month: as those who are settled come over the year, the lag later. Family, who come evenly, too. */
function beginningIn(of: Forecast, parameters: Parameters, month: number): number {
  const at = Math.floor(month / 12);
  const lag = planned(parameters, 'programme.start_lag')[at] ?? NaN;
  const settled = (((month - lag) % 12) + 12) % 12;
  const share = planned(parameters, `settlement.month.${settled + 1}`)[at] ?? NaN;
  return (of.programme.starts[at] ?? NaN) * share;
}

/** Participants in teaching whose group has no room in a month: their part of the pupils of the groups too many. */
function placelessIn({ education, programme }: Forecast, parameters: Parameters, month: number): number {
  const at = Math.floor(month / 12);
  const groups = education.groups[month] ?? 0;
  const rooms = roomsStanding(education, valueAt(parameters, 'rooms.running', parameters.first_year), month);
  const taught = groups - rooms * (planned(parameters, 'education.groups_per_room')[at] ?? NaN);
  if (!(taught > NOISE)) return 0;
  const pupils = education.pupils[month] ?? 0;
  const here = pupils / (pupils + (education.bought[month] ?? 0));
  const participants =
    (programme.participants[month] ?? 0) * (planned(parameters, 'education.teaching_share')[at] ?? NaN);
  return (participants * here * taught) / groups;
}

/** Rooms owned and leased that can be used in a month; one that had to be ordered before the plan is there later. */
function roomsStanding(of: Rooms, running: number, month: number): number {
  const missing = of.leases.filter(({ room, needed_from, order_by, until }) => {
    const isRunning = needed_from === 0 && room <= (of.rooms_owned[0] ?? NaN) + running;
    const stands = order_by < 0 ? needed_from - order_by : needed_from;
    return !isRunning && needed_from <= month && month < stands && month <= until;
  });
  return (of.rooms_owned[month] ?? NaN) + (of.rooms_leased[month] ?? 0) - missing.length;
}
