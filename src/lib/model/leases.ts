import { addEntry, priceOf, type Ledger, type Source } from './ledger';
import type { Horizon } from './population';
import { valueAt, yearsFrom, type Parameters } from './resolve';
import { costOfGroup } from './wages';

/** What would meet a shortfall of rooms besides a lease, with its cost over the same months; `holds: null` is not known. */
export type Alternative = {
  kind: 'lease' | 'extra_shift' | 'host' | 'rented';
  cost: number | null;
  holds: boolean | null;
};

/** One leased room: months count from January of the first year; `until` is the last month of the term. */
export type Lease = {
  room: number;
  needed_from: number;
  order_by: number;
  until: number;
  months_empty: number;
  cost: number;
  alternatives: Alternative[];
  /** The cheapest of those that hold. */
  cheapest: Alternative['kind'];
};

/** Groups and rooms by month: needed, owned, leased; and the leases. */
export type Rooms = {
  pupils: number[];
  groups: number[];
  rooms_needed: number[];
  rooms_owned: number[];
  rooms_leased: number[];
  leases: Lease[];
};

/**
 * Each room is its own lease: from the first month short, for the term, prolonged while the need lasts. Rooms already on
 * lease run on from 1 January of the first year.
 */
export function leaseRooms(ledger: Ledger, of: Rooms, parameters: Parameters, horizon: Horizon, origins: number): void {
  const months = of.rooms_needed.length;
  const first = horizon.first_year;
  const running = valueAt(parameters, 'rooms.running', first);
  const owned = of.rooms_owned[0] ?? 0;
  let most = owned + running;
  for (let month = 0; month < months; month += 1) most = Math.max(most, of.rooms_needed[month] ?? 0);
  const perGroup = costOfGroup(parameters, horizon);
  for (let room = 1; room <= most; room += 1) {
    const isShort = (month: number): boolean =>
      room <= (of.rooms_needed[month] ?? 0) && room > (of.rooms_owned[month] ?? 0);
    const need = { room, origins, isShort, perGroup };
    let month = 0;
    const left = valueAt(parameters, 'rooms.running_months', first);
    if (room > owned && room <= owned + running && (left > 0 || isShort(0))) {
      const lease = takeLease(ledger, of, parameters, horizon, need, 0, left);
      of.leases.push(lease);
      month = lease.until + 1;
    }
    while (month < months) {
      if (!isShort(month)) {
        month += 1;
        continue;
      }
      const lease = takeLease(ledger, of, parameters, horizon, need, month, null);
      of.leases.push(lease);
      month = lease.until + 1;
    }
  }
}

type Need = {
  room: number;
  origins: number;
  isShort: (month: number) => boolean;
  /** What a group taught here costs by year. */
  perGroup: Float64Array;
};

/** A lease from a month on; one already running has so many months left of its term, and was set up before. */
function takeLease(
  ledger: Ledger,
  of: Rooms,
  parameters: Parameters,
  horizon: Horizon,
  need: Need,
  from: number,
  running: number | null,
): Lease {
  const months = of.rooms_needed.length;
  const yearOf = (month: number): number => horizon.first_year + Math.floor(month / 12);
  const lease: Lease = {
    room: need.room,
    needed_from: from,
    order_by: from - valueAt(parameters, 'rooms.lead_months', yearOf(from)),
    until: from - 1,
    months_empty: 0,
    cost: 0,
    alternatives: [],
    cheapest: 'lease',
  };
  let begins = from;
  let term = running ?? valueAt(parameters, 'rooms.lease_months', yearOf(from));
  if (running === null) lease.cost += oneOff(ledger, parameters, horizon, need, 'setup', from);
  while (term > 0 || need.isShort(begins)) {
    if (term === 0) term = valueAt(parameters, 'rooms.lease_extension_months', yearOf(begins));
    const ends = begins + term;
    lease.cost += rentTerm(ledger, parameters, horizon, need, begins, Math.min(ends, months));
    lease.until = ends - 1;
    if (ends >= months || !need.isShort(ends)) break;
    begins = ends;
    term = valueAt(parameters, 'rooms.lease_extension_months', yearOf(begins));
  }
  if (lease.until + 1 < months) lease.cost += oneOff(ledger, parameters, horizon, need, 'removal', lease.until);
  for (let month = from; month <= Math.min(lease.until, months - 1); month += 1) {
    of.rooms_leased[month] = (of.rooms_leased[month] ?? 0) + 1;
    if (!need.isShort(month)) lease.months_empty += 1;
  }
  lease.alternatives = alternativesTo(lease, of, parameters, horizon, need);
  const holding = lease.alternatives.filter(({ holds, cost }) => holds && cost !== null);
  lease.cheapest = holding.reduce((best, each) => ((each.cost ?? 0) < (best.cost ?? 0) ? each : best)).kind;
  return lease;
}

/** Setting up or removing the modules of a room, in the month it is done. */
function oneOff(
  ledger: Ledger,
  parameters: Parameters,
  horizon: Horizon,
  need: Need,
  what: 'setup' | 'removal',
  month: number,
): number {
  const at = Math.floor(month / 12);
  const modules = valueAt(parameters, 'rooms.modules_per_room', horizon.first_year + at);
  const price = priceOf(parameters, `rooms.${what}`, horizon.first_year);
  const cost = modules * (price.value[at] ?? NaN);
  const source: Source = { kind: 'rooms', origins: need.origins, settlement_year: 0, category: -1 };
  if (cost !== 0) addEntry(ledger, at, `education.room_${what}`, modules, price, at, source);
  return cost;
}

/** The other ways through the months in which the room is needed, with what each costs. */
function alternativesTo(lease: Lease, of: Rooms, parameters: Parameters, horizon: Horizon, need: Need): Alternative[] {
  const years = (address: string): Float64Array => yearsFrom(parameters, address, horizon.first_year);
  const perRooms = years('education.groups_per_room');
  const material = years('education.material');
  const moreGroups = years('rooms.extra_shift.groups');
  const shiftPrice = years('rooms.extra_shift.price');
  const placePrice = years('education.host.place_price');
  const freePlaces = years('education.host.free_places');
  const rentedPrice = years('rooms.rented.price');
  const rentedFree = years('rooms.rented.available');
  let shift = 0;
  let rented = 0;
  let host = 0;
  let shiftHolds = true;
  let hostHolds: boolean | null = true;
  let rentedHolds: boolean | null = true;
  for (let month = lease.needed_from; month <= Math.min(lease.until, of.groups.length - 1); month += 1) {
    if (!need.isShort(month)) continue;
    const at = Math.floor(month / 12);
    const groups = of.groups[month] ?? 0;
    const owned = of.rooms_owned[month] ?? 0;
    const perRoom = perRooms[at] ?? NaN;
    const extra = Math.min(perRoom, groups - (need.room - 1) * perRoom);
    const pupils = groups > 0 ? ((of.pupils[month] ?? 0) * extra) / groups : 0;
    shift += (extra * (shiftPrice[at] ?? NaN)) / 12;
    shiftHolds &&= groups <= owned * (perRoom + (moreGroups[at] ?? NaN));
    // What a host teaches is not taught here.
    host += (pupils * ((placePrice[at] ?? NaN) - (material[at] ?? NaN)) - extra * (need.perGroup[at] ?? NaN)) / 12;
    hostHolds &&= atMost(pupils, freePlaces[at] ?? NaN);
    rented += (rentedPrice[at] ?? NaN) / 12;
    rentedHolds &&= atMost((of.rooms_needed[month] ?? 0) - owned, rentedFree[at] ?? NaN);
  }
  return [
    { kind: 'lease', cost: lease.cost, holds: true },
    { kind: 'extra_shift', cost: shift, holds: shiftHolds },
    { kind: 'rented', cost: rented, holds: rentedHolds },
    { kind: 'host', cost: host, holds: hostHolds },
  ];
}

/** Whether a need is within what is free; `null` where that is not known. */
function atMost(need: number, free: number): boolean | null {
  return Number.isNaN(free) ? null : need <= free;
}

/** The rent of one term by calendar year, at the price of the year the term begins. */
function rentTerm(
  ledger: Ledger,
  parameters: Parameters,
  horizon: Horizon,
  need: Need,
  from: number,
  to: number,
): number {
  const begins = horizon.first_year + Math.floor(from / 12);
  const modules = valueAt(parameters, 'rooms.modules_per_room', begins);
  const rent = valueAt(parameters, 'rooms.module_rent', begins);
  const price = priceOf(parameters, 'rooms.module_rent', horizon.first_year, rent);
  const source: Source = { kind: 'rooms', origins: need.origins, settlement_year: 0, category: -1 };
  let cost = 0;
  for (let month = from; month < to;) {
    const at = Math.floor(month / 12);
    const next = Math.min(12 * (at + 1), to);
    const quantity = (modules * (next - month)) / 12;
    addEntry(ledger, at, 'education.rooms', quantity, price, at, source);
    cost += quantity * rent;
    month = next;
  }
  return cost;
}
