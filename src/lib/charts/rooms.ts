import { positionOf, type ItemId } from '$lib/model/items';
import { amountAt, type Ledger } from '$lib/model/ledger';
import type { Lease, Rooms } from '$lib/model/leases';
import { shifted } from './months';

/** Months from the first up to, but not with, the second. */
export type Span = [number, number];

/** A lease as it is drawn. Months count from January of the first year; `to` is the first month after it. */
export type LeaseSpan = {
  from: number;
  to: number;
  /** The month it must be ordered in the beginning of; `null` where it already runs. */
  order: number | null;
  used: Span[];
  empty: Span[];
  monthsEmpty: number;
};

/** A classroom through the months: owned, leased, and leased by the plan it is measured against. */
export type RoomRow = { room: number; owned: Span[]; leases: LeaseSpan[]; ghosts: Span[] };

/** Rooms to be ordered at the same time, for use from the same month. */
export type Order = {
  rooms: number[];
  from: number;
  /** They must be ordered in the beginning of this month. */
  order: number;
  /** The last month without them if they are ordered in the plan's first; `null` where that is in time. */
  missingTo: number | null;
};

/** What the rooms ask for first. */
export type Binding =
  | { kind: 'none' }
  | { kind: 'holds' }
  /** How many rooms there are is not known; this many are needed, first in the month. */
  | { kind: 'unknown'; rooms: number; from: number }
  /** The first order, and the next one that is still in time where the first is too late. */
  | { kind: 'short'; first: Order; next: Order | null };

/** Whether a lease already ran when the plan began; `running` is how many did. */
export function isRunning(lease: Lease, of: Rooms, running: number): boolean {
  return lease.needed_from === 0 && lease.room <= (of.rooms_owned[0] ?? NaN) + running;
}

/** The first date that binds: when a room more is needed than there are, and when it must be ordered. */
export function bindingOf(of: Rooms, running: number): Binding {
  const most = Math.max(0, ...of.rooms_needed);
  if (most === 0) return { kind: 'none' };
  if (of.rooms_owned.some(Number.isNaN)) return { kind: 'unknown', rooms: most, from: of.rooms_needed.indexOf(most) };
  const orders = ordersOf(of, running);
  const first = orders.reduce<Order | undefined>((a, b) => (a && a.from <= b.from ? a : b), undefined);
  if (!first) return { kind: 'holds' };
  const next = first.missingTo === null ? undefined : orders.find(({ missingTo }) => missingTo === null);
  return { kind: 'short', first, next: next ?? null };
}

/** What must be ordered, by date. */
export function ordersOf(of: Rooms, running: number): Order[] {
  const orders = new Map<string, Order>();
  for (const lease of of.leases) {
    if (isRunning(lease, of, running)) continue;
    const { room, needed_from: from, order_by: order } = lease;
    const key = `${from} ${order}`;
    const known = orders.get(key) ?? { rooms: [], from, order, missingTo: null };
    known.rooms.push(room);
    if (order < 0) known.missingTo = Math.max(known.missingTo ?? from, missingTo(lease, of));
    orders.set(key, known);
  }
  return [...orders.values()].sort((a, b) => a.order - b.order || a.from - b.from);
}

/** The last month a room is missing when it is ordered as the plan begins: until it is delivered, or not needed. */
function missingTo({ room, needed_from, order_by }: Lease, of: Rooms): number {
  const delivered = needed_from - order_by;
  let month = needed_from;
  while (month + 1 < delivered && room <= (of.rooms_needed[month + 1] ?? 0)) month += 1;
  return month;
}

/** Rooms of a plan as they stand on an axis that begins so many months earlier. */
export function shiftedRooms(of: Rooms, months: number): Rooms {
  if (months === 0) return of;
  return {
    pupils: shifted(of.pupils, months),
    groups: shifted(of.groups, months),
    rooms_needed: shifted(of.rooms_needed, months),
    rooms_owned: shifted(of.rooms_owned, months),
    rooms_leased: shifted(of.rooms_leased, months),
    leases: of.leases
      .map((lease) => ({
        ...lease,
        needed_from: lease.needed_from + months,
        order_by: lease.order_by + months,
        until: lease.until + months,
      }))
      .filter(({ until }) => until >= 0),
  };
}

/** One row a room, the owned ones first, as far as month `end`; with the leases of `proposal` behind. */
export function roomRows(of: Rooms, proposal: Rooms, running: number, end: number): RoomRow[] {
  const owned = of.rooms_owned.slice(0, end);
  const most = Math.max(
    0,
    ...owned.filter((rooms) => !Number.isNaN(rooms)),
    ...[...of.leases, ...proposal.leases].map(({ room }) => room),
  );
  return Array.from({ length: most }, (_, at): RoomRow => {
    const room = at + 1;
    return {
      room,
      owned: runsOf((month) => room <= (owned[month] ?? NaN), 0, owned.length),
      leases: of.leases.filter((lease) => lease.room === room).map((lease) => spanOf(lease, of, running, end)),
      ghosts: proposal.leases
        .filter((lease) => lease.room === room)
        .map((lease): Span => [Math.max(lease.needed_from, 0), Math.min(lease.until + 1, end)]),
    };
  });
}

function spanOf(lease: Lease, of: Rooms, running: number, end: number): LeaseSpan {
  const [from, to] = [lease.needed_from, Math.min(lease.until + 1, end)];
  const isUsed = (month: number): boolean =>
    lease.room <= (of.rooms_needed[month] ?? 0) && lease.room > (of.rooms_owned[month] ?? 0);
  return {
    from,
    to,
    order: isRunning(lease, of, running) ? null : lease.order_by,
    used: runsOf(isUsed, from, to),
    empty: runsOf((month) => !isUsed(month), from, to),
    monthsEmpty: lease.months_empty,
  };
}

/** The spans of months in which something holds. */
function runsOf(holds: (month: number) => boolean, from: number, to: number): Span[] {
  const runs: Span[] = [];
  for (let month = from; month < to; month += 1) {
    const last = runs.at(-1);
    if (!holds(month)) continue;
    if (last?.[1] === month) last[1] = month + 1;
    else runs.push([month, month + 1]);
  }
  return runs;
}

const RENT = positionOf('education.rooms');
const ROOM_ITEMS: ItemId[] = ['education.rooms', 'education.room_setup', 'education.room_removal'];
const ROOM_POSITIONS = new Set(ROOM_ITEMS.map(positionOf));

/**
 * What leased rooms cost by year of the plan, kroner of that year, and how much of the rent is for months in which they
 * stand empty, by the share of the year's leased months. NaN where a price is unknown.
 */
export function roomCosts(of: Rooms, ledger: Ledger, years: number): { cost: number; empty: number }[] {
  const sums = Array.from({ length: years }, () => ({ cost: 0, rent: 0 }));
  for (let entry = 0; entry < ledger.length; entry += 1) {
    const item = ledger.item[entry] ?? -1;
    const sum = sums[ledger.at[entry] ?? -1];
    if (!sum || !ROOM_POSITIONS.has(item)) continue;
    const amount = amountAt(ledger, entry);
    sum.cost += amount;
    if (item === RENT) sum.rent += amount;
  }
  return sums.map(({ cost, rent }, at) => {
    let leased = 0;
    let empty = 0;
    for (let month = 12 * at; month < 12 * at + 12; month += 1) {
      leased += of.rooms_leased[month] ?? 0;
      empty += emptyRooms(of, month);
    }
    return { cost, empty: empty === 0 ? 0 : (rent * empty) / leased };
  });
}

/** Leased rooms that are not needed in a month. */
export function emptyRooms(of: Rooms, month: number): number {
  const short = Math.max(0, (of.rooms_needed[month] ?? 0) - (of.rooms_owned[month] ?? 0));
  return Math.max(0, (of.rooms_leased[month] ?? 0) - short);
}

/** The lease to ask whether one could do without: that of the last room, the most costly of them. */
export function marginalLease(leases: Lease[]): Lease | undefined {
  return leases.reduce<Lease | undefined>(
    (last, lease) =>
      !last || lease.room > last.room || (lease.room === last.room && lease.cost > last.cost) ? lease : last,
    undefined,
  );
}

/** The pupils that so many rooms hold when every group is full, by month; sizes by year of the plan. */
export function limitOf(rooms: (month: number) => number, perRoom: (at: number) => number, months: number): number[] {
  return Array.from({ length: months }, (_, month) => rooms(month) * perRoom(Math.floor(month / 12)));
}

/** Which numbers of rooms get a line among so many: a few at even steps, and `has`, what there is already. */
export function limitLines(most: number, has: number, lines = 4): number[] {
  const step = Math.max(1, Math.ceil(most / lines));
  const even = Array.from({ length: Math.floor(most / step) }, (_, at) => (at + 1) * step);
  return has > 0 && !even.includes(has) ? [...even, has].sort((a, b) => a - b) : even;
}
