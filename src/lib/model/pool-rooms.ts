import { NOISE, peakOfYear, zeros } from './columns';
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
} from './pool-rules';
import type { PoolMember } from './pooling';

const TEACHING = { days: 'teaching_days', periods: 12 } as const;

/** Rooms a member alone needs by month, and to lease in a year: what the peak month takes beyond those owned. */
type RoomsAlone = { groups: number[]; rooms: number[]; short: number[] };

function roomsAlone(member: PoolMember): RoomsAlone {
  const groups = zeros(12 * member.years).map((_, month) => groupsIn([member], month, Math.floor(month / 12)));
  const rooms = groups.map((number, month) =>
    roomsFor(number, ruleAt(member, 'groups_per_room', Math.floor(month / 12))),
  );
  const short = zeros(member.years).map((_, at) => shortBy(peakOfYear(rooms, at), ruleAt(member, 'rooms_owned', at)));
  return { groups, rooms, short };
}

function roomsFor(groups: number, perRoom: number): number {
  return Math.ceil(groups / perRoom - NOISE);
}

function shortBy(needed: number, owned: number): number {
  return Math.max(0, needed - owned);
}

/**
 * Each teaches its own groups, in rooms that are free to all: a room is leased, for a year, only where those owned by all
 * together are too few. Those travel who have no room at home.
 */
export function roomNeed(members: PoolMember[]): Need {
  const need = emptyNeed(members);
  const alone = members.map(roomsAlone);
  for (let at = 0; at < yearsOf(members); at += 1) {
    const perRoom = poolRule(members, 'groups_per_room', at);
    const shared = zeros(12).map((_, month) =>
      Math.min(
        sumOver(alone, ({ rooms }) => rooms[12 * at + month] ?? NaN),
        roomsFor(
          sumOver(alone, ({ groups }) => groups[12 * at + month] ?? NaN),
          perRoom,
        ),
      ),
    );
    const short = alone.map((of) => of.short[at] ?? NaN);
    const owned = sumOver(members, (member) => ruleAt(member, 'rooms_owned', at));
    const leased = Math.min(sum(short), shortBy(Math.max(...shared), owned));
    const costs = members.map((member, row) => times(short[row] ?? NaN, ruleAt(member, 'room_cost', at)));
    addTo(need.cost_alone, at, costs);
    need.cost_together[at] = leased < sum(short) ? times(leased / sum(short), sum(costs)) : sum(costs);
    need.together[at] = leased;
    for (const [row, member] of members.entries()) {
      setIn(need.alone, row, at, short[row] ?? NaN);
      const peak = peakOfYear(alone[row]?.rooms ?? [], at);
      const away = leased < sum(short) && peak > 0 ? (short[row] ?? NaN) / peak : 0;
      setPupils(need, row, member, at, away);
    }
  }
  return need;
}

/** The mean of a year's pupils, and the travel of the share of them who are taught elsewhere. */
function setPupils(need: Need, row: number, member: PoolMember, at: number, away: number): void {
  const pupils = zeros(12).reduce((total, _, month) => total + pupilsIn(member, 12 * at + month), 0) / 12;
  setIn(need.use, row, at, pupils);
  setIn(need.travel, row, at, times(12 * pupils * away, travelOf(member, TEACHING, at)));
}

/**
 * One member teaches the pupils of all, by its own rules, in its own rooms and in those it must lease; it keeps the groups it
 * has. What the others own stands free and costs the same as before.
 */
export function hostNeed(members: PoolMember[], host: PoolMember): Need {
  const need = emptyNeed(members);
  const alone = members.map(roomsAlone);
  const own = alone[members.indexOf(host)];
  for (let at = 0; at < yearsOf(members); at += 1) {
    const months = zeros(12).map((_, month) => 12 * at + month);
    const groups = months.map((month) => {
      const apart = sumOver(alone, (of) => of.groups[month] ?? NaN);
      return Math.max(own?.groups[month] ?? NaN, Math.min(apart, groupsIn(members, month, at, host)));
    });
    const apart = months.map((month) => sumOver(alone, (of) => of.groups[month] ?? NaN));
    const most = apart.indexOf(Math.max(...apart));
    const rooms = Math.max(...groups.map((number) => roomsFor(number, ruleAt(host, 'groups_per_room', at))));
    const leased = shortBy(rooms, ruleAt(host, 'rooms_owned', at));
    need.together[at] = groups[most] ?? NaN;
    need.cost_together[at] =
      times(sum(groups) / 12, ruleAt(host, 'group_cost', at)) + times(leased, ruleAt(host, 'room_cost', at));
    for (const [row, member] of members.entries()) {
      const of = alone[row];
      const taught = sumOver(months, (month) => of?.groups[month] ?? NaN) / 12;
      setIn(need.alone, row, at, of?.groups[12 * at + most] ?? NaN);
      const rent = times(of?.short[at] ?? NaN, ruleAt(member, 'room_cost', at));
      setIn(need.cost_alone, row, at, times(taught, ruleAt(member, 'group_cost', at)) + rent);
      setPupils(need, row, member, at, member === host ? 0 : 1);
    }
  }
  return need;
}
