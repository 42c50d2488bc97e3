import type { Forecast } from './forecast';
import { groupOf, groupSums, type GroupSum } from './groups';
import type { LedgerLine } from './ledger';
import { valueAt, type Parameters } from './resolve';
import type { PeopleRow, CapacityRow } from './rows';
import type { Asked, Metric } from './year-row';

/** Persons the integration grant is paid for in a year with what it comes to in kroner of the year, in all and by grant year. */
export type Granted = { persons: number; grantYears: { grantYear: number; persons: number; amount: number }[] };

/** A year as a sentence tells of it. Amounts in kroner as shown, unrounded; `groups` the largest first. */
export type YearFacts = {
  year: number;
  income: number;
  cost: number;
  net: number;
  fund: number;
  /** What went into the fund in the year, negative where it was used. */
  toFund: number;
  known: boolean;
  /** Income and cost of the group asked about; of all where none is. */
  groups: GroupSum[];
  /** What the lines of the group asked about come to together, where they share a unit. */
  quantity: { quantity: number; unit: string } | null;
  granted: Granted;
  people: PeopleRow;
  capacity: CapacityRow;
};

/** What a sentence on a figure is made of. */
export type Facts = {
  first: number;
  lastOfPlan: number;
  lastShown: number;
  years: YearFacts[];
  /** The year before the first asked about; `null` before the plan. */
  before: YearFacts | null;
  /** The groups over all years asked about, the largest first. */
  groups: GroupSum[];
  /** The last year with an income, and with a cost. */
  lastIncome: number | null;
  lastCost: number | null;
  /** Persons settled by vote, by year of the plan. */
  voted: number[];
  /** Amounts are in kroner of this year, where not in each year's own. */
  fixed: number | null;
  /** Pupils of a group and groups of a room at most, in the last year asked about. */
  groupSize: number;
  groupsPerRoom: number;
};

const GRANT_YEAR = /^integration_grant\.year(\d)/;

/** What there is to say of a figure. */
export function factsOf(
  asked: Asked,
  of: Forecast,
  parameters: Parameters,
  lines: LedgerLine[],
  fixed: boolean,
): Facts {
  const { first_year, years } = of.horizon;
  const yearFacts = asked.years.map((year) => yearFactsOf(asked, year, of, lines, fixed));
  const [first = first_year] = asked.years;
  const last = asked.years.at(-1) ?? first;
  return {
    first: first_year,
    lastOfPlan: first_year + years - 1,
    lastShown: of.years.at(-1) ?? last,
    years: yearFacts,
    before: first > first_year ? yearFactsOf(asked, first - 1, of, lines, fixed) : null,
    groups: sumsOf(yearFacts.flatMap(({ groups }) => groups)),
    lastIncome: lastWith('income', of),
    lastCost: lastWith('cost', of),
    voted: Array.from({ length: years }, (_, at) => of.people[at]?.voted ?? NaN),
    fixed: fixed ? first_year : null,
    groupSize: valueAt(parameters, 'education.group_size', last),
    groupsPerRoom: valueAt(parameters, 'education.groups_per_room', last),
  };
}

function yearFactsOf(asked: Asked, year: number, of: Forecast, lines: LedgerLine[], fixed: boolean): YearFacts {
  const at = year - of.horizon.first_year;
  const [result, people, capacity] = [of.result[at], of.people[at], of.capacity[at]];
  if (!result || !people || !capacity) throw new Error(`no year: ${year}`);
  const factor = fixed ? result.fixed_factor : 1;
  const isAsked = (group: string): boolean => asked.group === undefined || asked.group === group;
  const own = lines.filter((line) => line.year === year && line.tag === 'extra');
  return {
    year,
    income: result.income * factor,
    cost: result.cost * factor,
    net: result.net * factor,
    fund: result.fund * factor,
    toFund: result.to_fund * factor,
    known: !result.incomplete,
    groups: groupSums(of.ledger, at)
      .filter(({ group, side }) => isAsked(group) && isOf(asked.metric, side))
      .map((sum) => ({ ...sum, amount: sum.amount * factor }))
      .sort(bySize),
    quantity: asked.group === undefined ? null : quantityOf(own.filter((line) => groupOf(line.item) === asked.group)),
    granted: grantedIn(own),
    people,
    capacity,
  };
}

function isOf(metric: Metric, side: 'income' | 'cost'): boolean {
  return (metric !== 'income' && metric !== 'cost') || metric === side;
}

function quantityOf(lines: LedgerLine[]): { quantity: number; unit: string } | null {
  const [first] = lines;
  if (!first || lines.some(({ unit }) => unit !== first.unit)) return null;
  return { quantity: lines.reduce((sum, { quantity }) => sum + quantity, 0), unit: first.unit };
}

function grantedIn(lines: LedgerLine[]): Granted {
  const by = new Map<number, { grantYear: number; persons: number; amount: number }>();
  for (const { item, quantity, amount } of lines) {
    const grantYear = Number(GRANT_YEAR.exec(item)?.[1] ?? 0);
    if (grantYear === 0) continue;
    const sum = by.get(grantYear) ?? { grantYear, persons: 0, amount: 0 };
    by.set(grantYear, { grantYear, persons: sum.persons + quantity, amount: sum.amount + (amount ?? 0) });
  }
  const present = [...by.values()].filter(({ persons }) => persons >= 0.5);
  return {
    persons: present.reduce((sum, { persons }) => sum + persons, 0),
    grantYears: present.sort((a, b) => a.grantYear - b.grantYear),
  };
}

function sumsOf(sums: GroupSum[]): GroupSum[] {
  const all = new Map<string, GroupSum>();
  for (const { group, side, amount, known } of sums) {
    const key = `${side} ${group}`;
    const sum = all.get(key) ?? { group, side, amount: 0, known: true };
    all.set(key, { ...sum, amount: sum.amount + amount, known: sum.known && known });
  }
  return [...all.values()].sort(bySize);
}

function bySize(a: GroupSum, b: GroupSum): number {
  return Math.abs(b.amount) - Math.abs(a.amount);
}

/** Less than this is nothing to speak of, kroner. */
const LITTLE = 500;

function lastWith(side: 'income' | 'cost', of: Forecast): number | null {
  return of.result.findLast((row) => row[side] >= LITTLE)?.year ?? null;
}
