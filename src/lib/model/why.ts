import type { Forecast } from './forecast';
import { groupOf, groupSums } from './groups';
import type { Side } from './items';
import type { LedgerLine } from './ledger';
import { peakOfYear } from './columns';
import type { Override } from './overrides';
import { valueAt, type Parameters } from './resolve';
import type { LeaseRow } from './rows';
import type { Weighing } from './search';
import { GROUP_NAMES } from './staffing';
import { factsOf, type Facts } from './why-facts';
import { sectionsOf, type Section } from './why-lines';
import { sourcesOf, weightsOf, type Source } from './why-sources';
import { MONEY, type Asked, type Metric } from './year-row';

/** A figure a step or a cell leads to. */
type Leads = { ask?: Asked };

/** A step of a count, such as pupils -> groups -> rooms. */
export type Step = { name: string; value: number } & Leads;

/** A column of years: a metric, or what went into the fund. */
export type Column = Metric | 'to_fund';
export type YearCell = { column: Column; value: number | null } & Leads;

/** How a figure comes about. All values are whole kroner, or counts rounded to `decimals`. */
export type Calculation =
  | {
      /** The lines of a year. */
      kind: 'lines';
      sections: Section[];
      rounding: number;
      total: number;
    }
  | {
      /** A count: what leads to it, and the parts it is the sum of. */
      kind: 'count';
      leading: Step[];
      parts: Step[];
      decimals: number;
      rounding: number;
      total: number;
    }
  | {
      /** A year a row. `totals` are of every column, `null` where a year is unknown; none where years are not added. */
      kind: 'years';
      columns: Column[];
      rows: { year: number; tail: boolean; cells: YearCell[] }[];
      known: number[];
      totals: (number | null)[];
      rounding: number[];
      adds: boolean;
      decimals: number;
    };

/** All that stands behind one figure. */
export type Why = {
  asked: Asked;
  /** The figure as the page shows it, unrounded: kroner, or a count; the highest year of a count over several. */
  value: number;
  /** Whether every amount behind it is known. */
  known: boolean;
  /** Whether the page says unknown in place of the figure. */
  isUnknown: boolean;
  money: boolean;
  /** Where amounts are shown in kroner of the first year: that year, a krone of it for one of the year asked, the figure. */
  fixed: { year: number; factor: number; total: number } | null;
  calculation: Calculation;
  /** What a count costs in the year. */
  related: Section[];
  /** Leases of rooms that run in the years; those running before the plan are not ordered in it. */
  leases: (LeaseRow & { isRunning: boolean })[];
  facts: Facts;
  sources: Source[];
};

/** What a figure is looked up in: the forecast with its lines, and the settings its scenario was opened with. */
export type Behind = {
  forecast: Forecast;
  lines: LedgerLine[];
  parameters: Parameters;
  original: Override[];
  /** What those who move within a group add to the plan of a member. */
  moves?: readonly Override[];
  /** Whether amounts are shown in kroner of the first year. */
  fixed: boolean;
};

/** Why a figure is what it is. */
export function whyOf(asked: Asked, behind: Behind): Why {
  const { forecast, lines, parameters, original, moves = [], fixed } = behind;
  const { metric, years } = asked;
  const [year] = years;
  if (year === undefined || years.some((each) => !forecast.years.includes(each)))
    throw new Error(`no year: ${years.join()}`);
  const isOne = years.length === 1;
  const isMoney = MONEY.includes(metric);
  const factor = fixed ? factorIn(forecast, year) : 1;
  const own = lines.filter((line) => years.includes(line.year) && isBehind(line, asked));
  const value = figureIn(asked, forecast, fixed);
  const { first_year } = forecast.horizon;
  const last = Math.max(...years);
  const rests = metric === 'fund' ? lines.filter((line) => line.year <= last && isBehind(line, asked)) : own;
  const weights = weightsOf(rests, forecast.ledger, parameters, forecast.years, isMoney);
  for (const [at, address] of (STEP_PARAMETERS[metric] ?? []).entries())
    weights.set(address, 1e15 / (at + 1) + (weights.get(address) ?? 0));
  return {
    asked,
    value,
    known: isKnown(asked, forecast),
    isUnknown: isUnknown(asked, forecast),
    money: isMoney,
    fixed: fixed && isMoney && isOne ? { year: first_year, factor, total: Math.round(value) + 0 } : null,
    calculation: isOne ? calculationOf(asked, year, behind, own) : yearsOf(asked, behind),
    related: isOne && !isMoney ? sectionsOf(own, () => 1) : [],
    leases: metric === 'rooms_needed' ? leasesIn(years, forecast, parameters) : [],
    facts: factsOf(asked, forecast, parameters, lines, fixed),
    sources: sourcesOf(weights, {
      parameters,
      original,
      moves,
      years,
      planned: forecast.years.filter((each, at) => at < forecast.horizon.years && each <= last),
    }),
  };
}

/** A figure of a forecast, unrounded; years a forecast has no lines in count as nothing. */
export function figureIn({ metric, years, group }: Asked, of: Forecast, fixed: boolean): number {
  const values = years.map((year) => {
    const at = year - of.horizon.first_year;
    const [result, people, capacity] = [of.result[at], of.people[at], of.capacity[at]];
    const factor = fixed ? factorIn(of, year) : 1;
    if (metric === 'fund') return ((result ?? of.result.at(-1))?.fund ?? 0) * factor;
    if (!result || !people || !capacity) return 0;
    if (metric === 'in_phase') return people.in_phase;
    if (metric !== 'net' && metric !== 'income' && metric !== 'cost') return capacity[metric];
    if (group === undefined) return result[metric] * factor;
    return factor * groupAmount(of, at, metric, group).amount;
  });
  if (metric === 'fund') return values.at(-1) ?? NaN;
  return MONEY.includes(metric) ? values.reduce((sum, value) => sum + value, 0) : Math.max(...values);
}

/** How the assumptions behind a figure are weighed: the figure itself, over what stands behind it and its like. */
export function weighingOf(why: Why, behind: Behind): Weighing {
  const { asked } = why;
  // A line names what it is counted by; what that rests on in turn is of the same kind, as the length of a programme is.
  const kinds = new Set(why.sources.map(({ parameter }) => kindOf(parameter.id)));
  if (why.sources.some(({ parameter }) => parameter.state_set)) kinds.add('rates');
  const ids = [...behind.parameters.catalogue.parameters.keys()];
  const among = new Set(ids.filter((id) => kinds.has(kindOf(id))));
  // After the plan all years that are left count, also those that only an assumption adds.
  const { years } = behind.forecast;
  const reachesLast = asked.years.length > 1 && asked.years.at(-1) === years.at(-1);
  const figure = (of: Forecast): number => {
    const later = reachesLast ? of.years.filter((year) => year > (years.at(-1) ?? 0)) : [];
    const known = MONEY.includes(asked.metric) ? [...asked.years, ...later] : asked.years;
    return figureIn({ ...asked, years: known }, of, behind.fixed);
  };
  return { figure, among, least: why.money ? asked.years.length : 0.04 };
}

/** The first part of a parameter's id: `programme` of `programme.duration`. */
function kindOf(id: string): string {
  return id.split('.')[0] ?? id;
}

function factorIn(of: Forecast, year: number): number {
  return of.result[year - of.horizon.first_year]?.fixed_factor ?? 1;
}

function groupAmount(of: Forecast, at: number, metric: Metric, group: string): { amount: number; known: boolean } {
  const own = groupSums(of.ledger, at).filter(
    (sum) => sum.group === group && (metric === 'net' || sum.side === metric),
  );
  return {
    amount: own.reduce((sum, { side, amount }) => sum + (side !== metric && side === 'cost' ? -amount : amount), 0),
    known: own.every(({ known }) => known),
  };
}

function isKnown({ metric, years, group }: Asked, of: Forecast): boolean {
  if (!MONEY.includes(metric)) return true;
  return years.every((year) => {
    const at = year - of.horizon.first_year;
    if (group !== undefined) return groupAmount(of, at, metric, group).known;
    if (metric === 'net') return !of.result[at]?.incomplete;
    if (metric === 'fund') return !isIncompleteUntil(year, of);
    return groupSums(of.ledger, at).every(({ side, known }) => side !== metric || known);
  });
}

/** A side of a single year is shown without what is unknown of it; a result, a sum or a group is not. */
function isUnknown({ metric, years, group }: Asked, of: Forecast): boolean {
  if (!MONEY.includes(metric)) return false;
  if (group !== undefined) return !isKnown({ metric, years, group }, of);
  if (years.length === 1 && (metric === 'income' || metric === 'cost')) return false;
  if (metric === 'fund') return years.some((year) => isIncompleteUntil(year, of));
  return years.some((year) => of.result[year - of.horizon.first_year]?.incomplete);
}

/** Whether an amount is unknown in a year or before it. */
function isIncompleteUntil(until: number, of: Forecast): boolean {
  return of.result.some(({ year, incomplete }) => incomplete && year <= until);
}

const LINES: Record<Metric, (line: LedgerLine) => boolean> = {
  net: (line) => line.side !== 'fund' && line.tag === 'extra',
  income: (line) => line.side === 'income' && line.tag === 'extra',
  cost: (line) => line.side === 'cost' && line.tag === 'extra',
  fund: (line) => line.tag === 'extra',
  in_phase: () => false,
  rooms_needed: ({ item }) => item.startsWith('education.room'),
  posts: (line) => line.unit === 'post-year',
  dwellings: (line) => line.unit === 'dwelling-year',
};

function isBehind(line: LedgerLine, { metric, group }: Asked): boolean {
  return LINES[metric](line) && (group === undefined || !MONEY.includes(metric) || groupOf(line.item) === group);
}

function calculationOf(asked: Asked, year: number, behind: Behind, lines: LedgerLine[]): Calculation {
  const { metric } = asked;
  if (metric === 'net' || metric === 'income' || metric === 'cost') {
    const sign = (side: Side): 1 | -1 => (metric === 'net' && side === 'cost' ? -1 : 1);
    const sections = sectionsOf(lines, sign);
    const total = Math.round(figureIn(asked, behind.forecast, false)) + 0;
    return { kind: 'lines', sections, total, rounding: total - sections.reduce((sum, side) => sum + side.sum, 0) };
  }
  return countOf(metric, year, behind.forecast);
}

/** What leads to a count and the parts it is the sum of, each rounded as shown; kroner for the fund. */
function countOf(metric: Exclude<Metric, 'net' | 'income' | 'cost'>, year: number, of: Forecast): Calculation {
  const at = year - of.horizon.first_year;
  const [result, people, capacity] = [of.result[at], of.people[at], of.capacity[at]];
  if (!result || !people || !capacity) throw new Error(`no year: ${year}`);
  const before = (of_: Metric): Leads => (at > 0 ? { ask: { metric: of_, years: [year - 1] } } : {});
  const sum = (leading: Step[], parts: Step[], decimals: number, value: number): Calculation => {
    const whole = 10 ** decimals;
    const round = (of_: number): number => Math.round(of_ * whole) / whole + 0;
    const shown = parts.map((part) => ({ ...part, value: round(part.value) })).filter(({ value: part }) => part !== 0);
    const total = round(value);
    const rounding = shown.length === 0 ? 0 : round(total - shown.reduce((all, part) => all + part.value, 0));
    return { kind: 'count', leading, parts: shown, decimals, rounding, total };
  };
  if (metric === 'fund') {
    const parts = [
      { name: 'fund_before', value: result.fund - result.to_fund, ...before('fund') },
      { name: 'to_fund', value: result.to_fund, ask: { metric: 'net' as const, years: [year] } },
    ];
    return sum([], parts, 0, result.fund);
  }
  if (metric === 'in_phase') {
    const already = at === 0 ? of.in_phase_before : (of.people[at - 1]?.in_phase ?? NaN);
    const come = people.settled + people.born + people.family + people.moved_in;
    const parts = [
      { name: 'in_phase_before', value: already, ...before('in_phase') },
      { name: 'settled', value: people.settled },
      { name: 'born', value: people.born },
      { name: 'family', value: people.family },
      { name: 'moved_in', value: people.moved_in },
      { name: 'moved_out', value: -people.moved_out },
      { name: 'past_phase', value: people.in_phase - already - come + people.moved_out },
    ];
    return sum([], parts, 1, people.in_phase);
  }
  if (metric === 'rooms_needed') {
    const leading = [
      { name: 'pupils_peak', value: people.pupils_peak },
      { name: 'groups', value: capacity.groups },
      { name: 'rooms_owned', value: capacity.rooms_owned },
      { name: 'rooms_leased', value: capacity.rooms_leased },
    ];
    return sum(leading, [], 0, capacity.rooms_needed);
  }
  if (metric === 'posts') {
    const leading = [
      { name: 'participants_mean', value: people.participants_mean },
      { name: 'posts_needed', value: capacity.posts_needed },
    ];
    const parts = GROUP_NAMES.map((group) => ({ name: group, value: of.staff[group].paidInYear[at] ?? 0 }));
    return sum(leading, parts.sort(byValue), 1, capacity.posts);
  }
  const parts = of.elsewhere.dwellings.map(({ size, needed }) => ({
    name: `dwellings_${size}`,
    value: peakOfYear(needed, at),
  }));
  return sum([], parts, 0, capacity.dwellings);
}

function byValue(a: Step, b: Step): number {
  return b.value - a.value;
}

/** The years of a figure, a row each, with what they add up to. */
function yearsOf(asked: Asked, { forecast, fixed }: Behind): Calculation {
  const { metric, years, group } = asked;
  const isMoney = MONEY.includes(metric);
  const decimals = metric === 'in_phase' || metric === 'posts' ? 1 : 0;
  const columns: Column[] =
    metric === 'net' ? ['income', 'cost', 'net'] : metric === 'fund' ? ['to_fund', 'fund'] : [metric];
  const exact = years.map((year) => columns.map((column) => valueIn(column, year)));
  const shown = exact.map((row) => row.map(rounded));
  const adds = isMoney && metric !== 'fund';
  const known = columns.map((_, at) => shown.reduce((sum, row) => sum + (row[at] ?? 0), 0));
  const totals = columns.map((_, at) =>
    exact.some((row) => row[at] === null) ? null : rounded(exact.reduce((sum, row) => sum + (row[at] ?? 0), 0)),
  );
  return {
    kind: 'years',
    columns,
    rows: years.map((year, at) => ({
      year,
      tail: year >= forecast.horizon.first_year + forecast.horizon.years,
      cells: columns.map((column, each) => ({
        column,
        value: shown[at]?.[each] ?? null,
        ask: { metric: column === 'to_fund' ? 'net' : column, years: [year], group },
      })),
    })),
    known,
    totals: adds ? totals : [],
    rounding: adds ? totals.map((total, at) => (total === null ? 0 : total - (known[at] ?? 0))) : [],
    adds,
    decimals,
  };

  function valueIn(column: Column, year: number): number | null {
    const factor = fixed ? factorIn(forecast, year) : 1;
    if (column === 'to_fund') return factor * (forecast.result[year - forecast.horizon.first_year]?.to_fund ?? NaN);
    const cell = { metric: column, years: [year], group };
    return isKnown(cell, forecast) ? figureIn(cell, forecast, fixed) : null;
  }

  function rounded(value: number | null): number | null {
    return value === null ? null : Math.round(value * 10 ** decimals) / 10 ** decimals + 0;
  }
}

function leasesIn(years: readonly number[], of: Forecast, parameters: Parameters): Why['leases'] {
  const { first_year } = of.horizon;
  const before = valueAt(parameters, 'rooms.owned', first_year) + valueAt(parameters, 'rooms.running', first_year);
  return of.leases
    .filter((lease) => years.some((year) => runsIn(lease, year)))
    .map((lease) => ({ ...lease, isRunning: lease.needed_from === `${first_year}-01` && lease.room <= before }));
}

function runsIn(lease: LeaseRow, year: number): boolean {
  return lease.needed_from <= `${year}-12` && lease.until >= `${year}-01`;
}

/** What sets a count besides the lines of it, the weightiest first. */
const STEP_PARAMETERS: Partial<Record<Metric, string[]>> = {
  in_phase: [
    'settlement.persons',
    'settlement.realisation',
    'family_immigration.rate',
    ...[1, 2, 3, 4, 5].map((d) => `relocation.out.year${d}`),
    'relocation.scale',
    'births.rate',
    'relocation.in.persons',
  ],
  rooms_needed: [
    'settlement.persons',
    'education.group_size',
    'education.groups_per_room',
    'rooms.owned',
    'education.teaching_share',
    'programme.participation.ordinary',
    'programme.start_lag',
    'education.group_minimum',
    'relocation.scale',
    'rooms.lease_months',
  ],
  posts: ['settlement.persons', 'staff.adviser.ratio', 'education.teacher_hours', 'staff.hiring_lag', 'staff.notice'],
  fund: ['fund.rule', 'fund.opening'],
  dwellings: [
    'settlement.persons',
    'dwellings.municipal_share',
    'household.couple_share',
    'household.sharing_share',
    'relocation.scale',
  ],
};
