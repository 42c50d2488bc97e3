import type { LeaseRow } from './rows';
import type { Forecast } from './forecast';
import type { LedgerLine } from './ledger';
import type { Reference } from './parameter';
import { seriesOf, type Parameters } from './resolve';
import { GROUP_NAMES } from './staffing';
import { statusAt, type Status } from './status';
import { peakOfYear } from './residents';
import { MONEY, type Metric } from './year-row';

/** A step of a count that is not money, such as pupils -> groups -> rooms. */
export type Step = { name: string; value: number };

/** A parameter behind a figure in the year asked about. `value` is null where unknown, an option by its name. */
export type Source = {
  address: string;
  value: number | string | null;
  status: Status;
  reference: Reference | null;
  from: string | null;
};

/** All that stands behind one figure: the lines it is the sum of, or the steps it is counted by, and every source. */
export type Why = {
  metric: Metric;
  year: number;
  value: number;
  incomplete: boolean;
  lines: LedgerLine[];
  steps: Step[];
  /** Leases of rooms that run in the year. */
  leases: LeaseRow[];
  sources: Source[];
};

const LINES: Record<Metric, (line: LedgerLine) => boolean> = {
  net: (line) => line.side !== 'fund' && line.tag === 'extra',
  income: (line) => line.side === 'income' && line.tag === 'extra',
  cost: (line) => line.side === 'cost' && line.tag === 'extra',
  fund: (line) => line.side === 'fund',
  in_phase: () => false,
  rooms_needed: (line) => line.item === 'education.rooms',
  posts: (line) => line.unit === 'post-year',
  dwellings: (line) => line.unit === 'dwelling-year',
};

/** Why a figure is what it is. */
export function whyOf(metric: Metric, year: number, of: Forecast, lines: LedgerLine[], parameters: Parameters): Why {
  const at = of.years.indexOf(year);
  const result = of.result[at];
  const [people, capacity] = [of.people[at], of.capacity[at]];
  if (!result || !people || !capacity) throw new Error(`no year: ${year}`);
  const own = lines.filter((line) => line.year === year && LINES[metric](line));
  const before = at === 0 ? of.in_phase_before : (of.people[at - 1]?.in_phase ?? NaN);
  const steps: Record<Metric, Step[]> = {
    net: [],
    income: [],
    cost: [],
    fund: [
      { name: 'fund_before', value: result.fund - result.to_fund },
      { name: 'to_fund', value: result.to_fund },
      { name: 'fund', value: result.fund },
    ],
    in_phase: [
      { name: 'in_phase_before', value: before },
      { name: 'settled', value: people.settled },
      { name: 'born', value: people.born },
      { name: 'family', value: people.family },
      { name: 'moved_in', value: people.moved_in },
      { name: 'moved_out', value: -people.moved_out },
      {
        name: 'past_phase',
        value:
          people.in_phase - before - people.settled - people.born - people.family - people.moved_in + people.moved_out,
      },
      { name: 'in_phase', value: people.in_phase },
    ],
    rooms_needed: [
      { name: 'pupils_peak', value: people.pupils_peak },
      { name: 'groups', value: capacity.groups },
      { name: 'rooms_needed', value: capacity.rooms_needed },
      { name: 'rooms_owned', value: capacity.rooms_owned },
      { name: 'rooms_leased', value: capacity.rooms_leased },
    ],
    posts: [
      { name: 'participants_mean', value: people.participants_mean },
      { name: 'posts_needed', value: capacity.posts_needed },
      ...GROUP_NAMES.map((group) => ({ name: group, value: of.staff[group].paidInYear[at] ?? 0 })).filter(
        ({ value }) => value > 0,
      ),
      { name: 'posts', value: capacity.posts },
    ],
    dwellings: [
      ...of.elsewhere.dwellings.map(({ size, needed }) => ({
        name: `dwellings_${size}`,
        value: peakOfYear(needed, at),
      })),
      { name: 'dwellings', value: capacity.dwellings },
    ],
  };
  const value =
    metric === 'in_phase'
      ? people.in_phase
      : metric === 'net' || metric === 'income' || metric === 'cost' || metric === 'fund'
        ? result[metric]
        : capacity[metric];
  const addresses = new Set([...own.flatMap((line) => line.parameters), ...(STEP_PARAMETERS[metric] ?? [])]);
  const money = MONEY.includes(metric);
  return {
    metric,
    year,
    value,
    incomplete: money && result.incomplete,
    lines: own,
    steps: steps[metric],
    leases: metric === 'rooms_needed' ? of.leases.filter((lease) => runsIn(lease, year)) : [],
    sources: [...addresses].map((address) => sourceOf(parameters, address, year)),
  };
}

function runsIn(lease: LeaseRow, year: number): boolean {
  return lease.needed_from <= `${year}-12` && lease.until >= `${year}-01`;
}

const STEP_PARAMETERS: Partial<Record<Metric, string[]>> = {
  in_phase: [
    'settlement.persons',
    'settlement.realisation',
    'family_immigration.rate',
    'births.rate',
    'relocation.in.persons',
    ...[1, 2, 3, 4, 5].map((d) => `relocation.out.year${d}`),
  ],
  rooms_needed: [
    'education.teaching_share',
    'education.group_size',
    'education.groups_per_room',
    'rooms.owned',
    'rooms.modules_per_room',
    'rooms.lease_months',
  ],
  posts: ['staff.adviser.ratio', 'education.teacher_hours', 'staff.hiring_lag', 'staff.notice'],
  fund: ['fund.rule', 'fund.opening'],
  dwellings: ['dwellings.municipal_share', 'household.couple_share', 'household.sharing_share'],
};

/** A parameter as it stands in a year, with the reference of the block it was taken from. */
function sourceOf(parameters: Parameters, address: string, year: number): Source {
  const series = seriesOf(parameters, address);
  const at = year - parameters.first;
  const value = series.value[at] ?? NaN;
  const block = series.parameter.values[series.block[at] ?? -1];
  return {
    address,
    value: Number.isNaN(value) ? null : (series.parameter.options?.[value] ?? value),
    status: statusAt(series.status[at] ?? 0),
    reference: block?.reference ?? null,
    from: block?.from ?? null,
  };
}
