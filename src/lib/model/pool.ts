import { costsByKey, fixedWithoutLoss, isDearer, KEYS, type Dividing, type Key } from './cost-keys';
import { hostNeed, roomNeed } from './pool-rooms';
import { emptyNeed, poolRule, ruleAt, sum, type Need, type SharedRule } from './pool-rules';
import { STEPPED, steppedNeed } from './pool-steps';
import type { PoolMember, Rule } from './pooling';
import { commonYears } from './scenario';

/** What municipalities may share: groups, the course in social studies, advisers, rooms, or one that teaches for all. */
export const MEASURES = ['class', 'course', 'adviser', 'room', 'host'] as const;
export type Measure = (typeof MEASURES)[number];

/** Who shares what, and how it is paid: `fixed` (0-1) is the part divided equally, `host` where it is. */
export type PoolChoice = { measure: Measure; key: Key; fixed: number; host: string | null; chosen: string[] };

/** Kroner over the plan or in a year; `null` is not known. A loss is a saving below zero. */
export type Figures = { apart: number | null; together: number | null; saving: number | null };

/** A member of the pool: units it needs alone by year, its own travel, and whether it pays more than alone. */
export type PooledMember = Figures & {
  municipality: string;
  name: string;
  units: number[];
  use: number[];
  years: Figures[];
  loses: boolean | null;
};

/** Why a member is not in the pool: not chosen, no years in common, people or a rule that are not known, or no host. */
export type Why = 'not_chosen' | 'years' | 'people' | 'rule' | 'host';
export type Outsider = Figures & { municipality: string; name: string; why: Why };

/** A rule that differs between members in a year, and the one the pool goes by. */
export type RuleDiffers = { rule: SharedRule; year: number; used: number; values: { name: string; value: number }[] };

/** What a shared measure gives the group and each member, in order of municipality number. */
export type PoolResult = {
  years: number[];
  group: Figures & { units_apart: number[]; units_together: number[]; years: Figures[] };
  members: PooledMember[];
  outside: Outsider[];
  rules: RuleDiffers[];
  /** Those whose distance is not known; where there are some, no travel is counted. */
  travel_unknown: string[];
  travel: number | null;
  /** Keys by which nobody pays more than alone, and the parts that may be divided equally; `null` where costs are not known. */
  without_loss: { keys: Key[]; fixed: { low: number; high: number } | null } | null;
};

/** What a measure goes by besides costs: the people it is for, and the rules that must be known. */
const RESTS_ON: Record<Measure, { people: 'pupils' | 'participants' | 'starts'; rules: SharedRule[]; more: Rule[] }> = {
  class: { people: 'pupils', rules: ['fewest', 'group_size', 'group_minimum'], more: [] },
  course: { people: 'starts', rules: ['fewest', 'group_size', 'course_languages'], more: [] },
  adviser: {
    people: 'participants',
    rules: ['fewest', 'adviser_ratio', 'adviser_minimum', 'adviser_step'],
    more: [],
  },
  room: {
    people: 'pupils',
    rules: ['groups_per_room'],
    more: ['fewest', 'group_size', 'group_minimum', 'rooms_owned'],
  },
  host: {
    people: 'pupils',
    rules: ['fewest', 'group_size', 'group_minimum', 'groups_per_room'],
    more: ['rooms_owned'],
  },
};

/**
 * Municipalities that share a measure beside each for itself, over the calendar years they have in common. Members that are
 * not in the pool are as they were. The order in which they are given is of no importance.
 */
export function pool(members: PoolMember[], choice: PoolChoice): PoolResult {
  const { measure, host } = choice;
  const ordered = [...members].sort((a, b) => (a.municipality < b.municipality ? -1 : 1));
  const chosen = ordered.filter(({ municipality }) => choice.chosen.includes(municipality));
  const years = yearsOf(chosen);
  const whys = whysOutside(ordered, choice, years);
  const inside = ordered
    .filter((_, at) => whys[at] === null)
    .map((member) => within(member, years))
    .map((member) => (member.municipality === host ? { ...member, travel_km: 0 } : member));
  const outside = ordered.flatMap((member, at) => outsiderOf(member, whys[at] ?? null, measure, years));
  return { ...pooled(inside, choice, years), years, outside };
}

/** The calendar years that every one of them plans for. */
function yearsOf(members: PoolMember[]): number[] {
  const [first, last] = commonYears(members) ?? [0, -1];
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

/** A member as it is in some of its years. */
function within(member: PoolMember, years: number[]): PoolMember {
  const from = (years[0] ?? NaN) - member.first_year;
  const to = from + years.length;
  const months = <T>(of: T[]): T[] => of.slice(12 * from, 12 * to);
  const rules = Object.fromEntries(
    Object.entries(member.rules).map(([rule, values]) => [rule, values.slice(from, to)]),
  );
  return {
    ...member,
    first_year: years[0] ?? NaN,
    years: years.length,
    pupils: member.pupils.map(months),
    participants: months(member.participants),
    starts: member.starts.slice(from, to),
    rules: rules as PoolMember['rules'],
  };
}

/** Why each member is outside the pool, `null` where it is in it. */
function whysOutside(members: PoolMember[], { measure, chosen, host }: PoolChoice, years: number[]): (Why | null)[] {
  const whys = members.map((member) =>
    chosen.includes(member.municipality) ? whyUnknown(member, measure, years) : ('not_chosen' as const),
  );
  const isHosted = members.some(({ municipality }, at) => municipality === host && whys[at] === null);
  return measure === 'host' && !isHosted ? whys.map((why) => why ?? 'host') : whys;
}

/** Why it cannot be worked out what a member needs in these years; `null` where it can. */
function whyUnknown(member: PoolMember, measure: Measure, years: number[]): Why | null {
  const [first, last] = [years[0], years.at(-1)];
  const ends = member.first_year + member.years - 1;
  if (first === undefined || last === undefined || first < member.first_year || last > ends) return 'years';
  const own = within(member, years);
  const { people, rules, more } = RESTS_ON[measure];
  if (own[people].flat().includes(null)) return 'people';
  return [...rules, ...more].some((rule) => own.rules[rule].includes(null)) ? 'rule' : null;
}

/** A member outside the pool: it pays what it pays alone. */
function outsiderOf(member: PoolMember, why: Why | null, measure: Measure, years: number[]): Outsider[] {
  if (why === null) return [];
  const isKnown = whyUnknown(member, measure, years) === null;
  const own = isKnown ? within(member, years) : null;
  const apart = own ? sum(needOf(measure, [own], own).cost_alone.flat()) : NaN;
  return [{ municipality: member.municipality, name: member.name, why, ...figuresOf(apart, apart) }];
}

/** What members of the same years need of a measure, alone and together; nobody where a host is wanted and there is none. */
export function needOf(measure: Measure, members: PoolMember[], host: PoolMember | null): Need {
  if (measure === 'room') return roomNeed(members);
  if (measure === 'host') return host ? hostNeed(members, host) : emptyNeed([]);
  return steppedNeed(members, STEPPED[measure]);
}

/** The result of those who are in the pool. */
function pooled(members: PoolMember[], choice: PoolChoice, years: number[]): Omit<PoolResult, 'years' | 'outside'> {
  const { measure, key, fixed } = choice;
  const host = members.find(({ municipality }) => municipality === choice.host) ?? null;
  const counted = needOf(measure, members, host);
  const inhabitants = members.map((member) => member.inhabitants ?? NaN);
  const unknown = members.filter(({ travel_km }) => travel_km === null);
  const atHome = { ...counted, travel: counted.travel.map(nothing) };
  const dividing: Dividing = { need: unknown.length > 0 ? atHome : counted, inhabitants };
  // By travel nobody can pay before it is known.
  const need = key === 'travel' ? counted : dividing.need;
  const costs = costsByKey(key, fixed, { need, inhabitants });
  const totals = need.cost_together.map((cost, at) => cost + sumAt(need.travel, at));
  const apart = totals.map((_, at) => sumAt(need.cost_alone, at));
  return {
    group: {
      ...figuresOf(sum(apart), sum(totals)),
      units_apart: totals.map((_, at) => sumAt(need.alone, at)),
      units_together: need.together,
      years: totals.map((total, at) => figuresOf(apart[at] ?? NaN, total)),
    },
    members: members.map((member, row) => memberFigures(member, need, row, costs[row] ?? [])),
    rules: differing(members, measure === 'host' ? host : null, measure, years),
    travel_unknown: unknown.map(({ name }) => name),
    travel: unknown.length > 0 ? null : sum(need.travel.flat()),
    without_loss: withoutLoss(dividing, unknown.length > 0 ? ['travel'] : []),
  };
}

function sumAt(rows: number[][], at: number): number {
  return sum(rows.map((row) => row[at] ?? NaN));
}

function nothing(row: number[]): number[] {
  return row.map(() => 0);
}

function memberFigures(member: PoolMember, need: Need, row: number, costs: number[]): PooledMember {
  const alone = need.cost_alone[row] ?? [];
  return {
    municipality: member.municipality,
    name: member.name,
    ...figuresOf(sum(alone), sum(costs)),
    units: need.alone[row] ?? [],
    use: need.use[row] ?? [],
    years: costs.map((cost, at) => figuresOf(alone[at] ?? NaN, cost)),
    loses: isDearer(sum(costs), sum(alone)),
  };
}

function figuresOf(apart: number, together: number): Figures {
  return { apart: known(apart), together: known(together), saving: known(apart - together) };
}

function known(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}

/** The rules of the measure that are not the same for all, in the first year in which they are not. */
function differing(members: PoolMember[], host: PoolMember | null, measure: Measure, years: number[]): RuleDiffers[] {
  return RESTS_ON[measure].rules.flatMap((rule) => {
    const at = years.findIndex((_, year) => new Set(members.map((member) => ruleAt(member, rule, year))).size > 1);
    if (at < 0) return [];
    const values = members.map((member) => ({ name: member.name, value: ruleAt(member, rule, at) }));
    return [{ rule, year: years[at] ?? NaN, used: poolRule(members, rule, at, host), values }];
  });
}

/**
 * The keys by which nobody pays more than alone. As each can always do it alone, there is one exactly where all together pay
 * no more than all apart: then what each would pay alone is such a key.
 */
function withoutLoss(dividing: Dividing, unknown: Key[]): PoolResult['without_loss'] {
  const alone = dividing.need.cost_alone.map(sum);
  if (Number.isNaN(sum(alone) + sum(dividing.need.cost_together))) return null;
  const keys = KEYS.filter((key) => {
    if (key === 'fixed_variable' || unknown.includes(key)) return false;
    const costs = costsByKey(key, 0, dividing).map(sum);
    return costs.every((cost, row) => isDearer(cost, alone[row] ?? NaN) === false);
  });
  return { keys, fixed: fixedWithoutLoss(dividing) };
}
