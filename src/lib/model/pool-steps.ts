import { NOISE } from './columns';
import {
  addTo,
  emptyNeed,
  groupsIn,
  poolRule,
  pupilsIn,
  ruleAt,
  setIn,
  sum,
  sumOver,
  times,
  travelOf,
  yearsOf,
  type Need,
  type SharedRule,
  type Travel,
} from './pool-rules';
import type { PoolMember, Rule } from './pooling';
import { postsFor } from './staffing';

/** A unit that comes in whole steps, counted by month, or by year where `periods` is 1. */
type Stepped = Travel & {
  cost: Rule;
  use: (member: PoolMember, period: number) => number;
  /** Units for those of the members together, by the rule of the pool. */
  units: (members: PoolMember[], period: number, at: number) => number;
  /** Who travels of a member on each day. */
  travellers: (member: PoolMember, period: number) => number;
};

/** A class, a course in social studies and an adviser. */
export const STEPPED = {
  class: {
    periods: 12,
    cost: 'group_cost',
    days: 'teaching_days',
    use: pupilsIn,
    units: groupsIn,
    travellers: pupilsIn,
  },
  course: {
    periods: 1,
    cost: 'course_cost',
    days: 'course_days',
    use: startsIn,
    units: coursesIn,
    travellers: startsIn,
  },
  adviser: {
    periods: 12,
    cost: 'adviser_cost',
    days: 'adviser_days',
    use: participantsIn,
    units: advisersIn,
    // The adviser travels, not the participants.
    travellers: (member, month) => (participantsIn(member, month) > NOISE ? 1 : 0),
  },
} as const satisfies Record<string, Stepped>;

function participantsIn({ participants }: PoolMember, month: number): number {
  return participants[month] ?? NaN;
}

function startsIn({ starts }: PoolMember, year: number): number {
  return starts[year] ?? NaN;
}

/** Courses for those who begin in a year, spread evenly over the languages, each in courses of a group's size. */
function coursesIn(members: PoolMember[], year: number, at: number): number {
  const all = sumOver(members, (member) => startsIn(member, year));
  if (all <= NOISE || all < poolRule(members, 'fewest', at) - NOISE) return 0;
  const languages = Math.min(poolRule(members, 'course_languages', at), Math.ceil(all - NOISE));
  return languages * Math.ceil(all / languages / poolRule(members, 'group_size', at) - NOISE);
}

/** Advisers' posts for the participants of the members in a month, as `model.md` 6 has them for one municipality. */
function advisersIn(members: PoolMember[], month: number, at: number): number {
  const rule = (name: SharedRule): number => poolRule(members, name, at);
  const all = sumOver(members, (member) => participantsIn(member, month));
  return postsFor(all, rule('fewest'), 1 / rule('adviser_ratio'), rule('adviser_minimum'), rule('adviser_step'));
}

/**
 * Together or apart, whichever needs fewer units, period by period: so never more than apart. A shared unit costs what those it
 * stands in for cost on average; there is travel only while something is shared.
 */
export function steppedNeed(members: PoolMember[], of: Stepped): Need {
  const need = emptyNeed(members);
  const { periods } = of;
  for (let at = 0; at < yearsOf(members); at += 1) {
    let most = -1;
    for (let period = periods * at; period < periods * (at + 1); period += 1) {
      const own = members.map((member) => of.units([member], period, at));
      const apart = sum(own);
      const joint = Math.min(apart, of.units(members, period, at));
      const costs = members.map((member, row) => times(own[row] ?? NaN, ruleAt(member, of.cost, at)) / periods);
      addTo(need.cost_alone, at, costs);
      need.cost_together[at] =
        (need.cost_together[at] ?? 0) + (joint < apart ? times(joint / apart, sum(costs)) : sum(costs));
      addTo(
        need.use,
        at,
        members.map((member) => of.use(member, period) / periods),
      );
      if (joint < apart - NOISE)
        addTo(
          need.travel,
          at,
          members.map((member) => times(of.travellers(member, period), travelOf(member, of, at))),
        );
      if (apart <= most + NOISE) continue;
      most = apart;
      need.together[at] = joint;
      for (const [row, units] of own.entries()) setIn(need.alone, row, at, units);
    }
  }
  return need;
}
