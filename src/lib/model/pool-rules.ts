import { NOISE, zeros } from './columns';
import { groupsOf } from './education';
import type { PoolMember, Rule } from './pooling';

/**
 * What members need of a measure alone and together, a row a member and a column a year; NaN is unknown. Units are those of
 * the month of the year in which the members alone need most: groups, courses, posts or rooms to lease. Costs are of the
 * whole year, kroner, before travel. `use` is what the measure is for: pupils, participants or those who begin.
 */
export type Need = {
  use: number[][];
  alone: number[][];
  together: number[];
  cost_alone: number[][];
  cost_together: number[];
  travel: number[][];
};

/** A rule of a member in a year; NaN where unknown. */
export function ruleAt({ rules }: PoolMember, rule: Rule, at: number): number {
  return rules[rule][at] ?? NaN;
}

/** The pool goes by one rule: the strictest of its members'. */
export const STRICTEST = {
  fewest: Math.min,
  group_size: Math.min,
  group_minimum: Math.max,
  groups_per_room: Math.min,
  adviser_ratio: Math.min,
  adviser_minimum: Math.max,
  adviser_step: Math.max,
  course_languages: Math.max,
} as const satisfies Partial<Record<Rule, (...values: number[]) => number>>;
export type SharedRule = keyof typeof STRICTEST;

/** The rule a pool goes by in a year: the strictest, or the host's where one of them teaches all. */
export function poolRule(members: PoolMember[], rule: SharedRule, at: number, host: PoolMember | null = null): number {
  return STRICTEST[rule](...(host ? [host] : members).map((member) => ruleAt(member, rule, at)));
}

/** Nothing needed of anything, for so many members and years. */
export function emptyNeed(members: PoolMember[]): Need {
  const years = yearsOf(members);
  const rows = (): number[][] => members.map(() => zeros(years));
  return {
    use: rows(),
    alone: rows(),
    together: zeros(years),
    cost_alone: rows(),
    cost_together: zeros(years),
    travel: rows(),
  };
}

export function yearsOf([first]: PoolMember[]): number {
  return first?.years ?? 0;
}

/** Pupils of a member in a month. */
export function pupilsIn({ pupils }: PoolMember, month: number): number {
  return pupils.reduce((sum, level) => sum + (level[month] ?? NaN), 0);
}

/** Groups for the pupils of the members in a month, by the rule of the pool or of a host. */
export function groupsIn(members: PoolMember[], month: number, at: number, host: PoolMember | null = null): number {
  const all = sumOver(members, (member) => pupilsIn(member, month));
  if (all < poolRule(members, 'fewest', at, host) - NOISE) return 0;
  const levels = (members[0]?.pupils ?? []).map((_, level) =>
    sumOver(members, ({ pupils }) => pupils[level]?.[month] ?? NaN),
  );
  return groupsOf(levels, poolRule(members, 'group_size', at, host), poolRule(members, 'group_minimum', at, host));
}

/** On how many days there is travel, by its rule, and how many periods a year is counted in. */
export type Travel = { days: Rule; periods: 1 | 12 };

/** What one traveller of a member costs in a period: there and back on each day of travel. */
export function travelOf(member: PoolMember, { days, periods }: Travel, at: number): number {
  const way = 2 * (member.travel_km ?? NaN) * ruleAt(member, 'travel_cost', at);
  return (way * ruleAt(member, days, at)) / periods;
}

/** A product in which nothing of what is unknown is nothing. */
export function times(quantity: number, price: number): number {
  return quantity === 0 ? 0 : quantity * price;
}

export function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

export function sumOver<T>(of: T[], value: (one: T) => number): number {
  return of.reduce((total, one) => total + value(one), 0);
}

export function addTo(rows: number[][], at: number, values: number[]): void {
  for (const [row, value] of values.entries()) setIn(rows, row, at, (rows[row]?.[at] ?? 0) + value);
}

export function setIn(rows: number[][], row: number, at: number, value: number): void {
  const of = rows[row];
  if (of) of[at] = value;
}
