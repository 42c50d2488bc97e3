import { add } from './columns';
import { positionOf } from './items';
import { addEntry, priceOf, type Ledger, type Price, type Source } from './ledger';
import { kindOf } from './quantities';
import { planned, valueAt, workedOut, type Parameters } from './resolve';
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

/** What rooms and what may stand in for them go by; by year of the plan but for the rooms running at its start. */
type Rules = ReturnType<typeof rulesOf>;

function rulesOf(parameters: Parameters) {
  const years = (address: string): Float64Array => planned(parameters, address);
  const price = (address: string): Price => priceOf(parameters, address);
  return {
    running: valueAt(parameters, 'rooms.running', parameters.first_year),
    runningMonths: valueAt(parameters, 'rooms.running_months', parameters.first_year),
    leadMonths: years('rooms.lead_months'),
    term: years('rooms.lease_months'),
    extension: years('rooms.lease_extension_months'),
    modules: years('rooms.modules_per_room'),
    rent: price('rooms.module_rent'),
    setup: { item: positionOf('education.room_setup'), price: price('rooms.setup') },
    removal: { item: positionOf('education.room_removal'), price: price('rooms.removal') },
    perRoom: years('education.groups_per_room'),
    material: years('education.material'),
    moreGroups: years('rooms.extra_shift.groups'),
    shiftPrice: years('rooms.extra_shift.price'),
    placePrice: years('education.host.place_price'),
    freePlaces: years('education.host.free_places'),
    rentedPrice: years('rooms.rented.price'),
    rentedFree: years('rooms.rented.available'),
    /** What a group taught here costs. */
    perGroup: costOfGroup(parameters),
  };
}

const RENT = positionOf('education.rooms');
const ROOMS = kindOf('rooms');

/** One room, what it goes by and what it is needed for. */
type Need = { room: number; of: Rooms; rules: Rules; source: Source };

/**
 * Each room is its own lease: from the first month short, for the term, prolonged while the need lasts. Rooms already on
 * lease run on from 1 January of the first year.
 */
export function leaseRooms(ledger: Ledger, of: Rooms, parameters: Parameters, origins: number): void {
  const months = of.rooms_needed.length;
  const rules = workedOut(parameters, rulesOf);
  const source = { kind: ROOMS, origins, settlement_year: 0, category: -1 };
  const { running, runningMonths: left } = rules;
  const owned = of.rooms_owned[0] ?? 0;
  let most = owned + running;
  for (let month = 0; month < months; month += 1) most = Math.max(most, of.rooms_needed[month] ?? 0);
  for (let room = 1; room <= most; room += 1) {
    const need: Need = { room, of, rules, source };
    let month = 0;
    if (room > owned && room <= owned + running && (left > 0 || isShort(need, 0))) {
      const lease = takeLease(ledger, need, 0, left);
      of.leases.push(lease);
      month = lease.until + 1;
    }
    while (month < months) {
      if (!isShort(need, month)) {
        month += 1;
        continue;
      }
      const lease = takeLease(ledger, need, month, null);
      of.leases.push(lease);
      month = lease.until + 1;
    }
  }
}

/** Whether a room is needed and not owned in a month. */
function isShort({ room, of }: Need, month: number): boolean {
  return room <= (of.rooms_needed[month] ?? 0) && room > (of.rooms_owned[month] ?? 0);
}

/** A lease from a month on; one already running has so many months left of its term, and was set up before. */
function takeLease(ledger: Ledger, need: Need, from: number, running: number | null): Lease {
  const { of, rules } = need;
  const months = of.rooms_needed.length;
  const inYear = (years: Float64Array, month: number): number => years[Math.floor(month / 12)] ?? NaN;
  const lease: Lease = {
    room: need.room,
    needed_from: from,
    order_by: from - inYear(rules.leadMonths, from),
    until: from - 1,
    months_empty: 0,
    cost: 0,
    alternatives: [],
    cheapest: 'lease',
  };
  let begins = from;
  let term = running ?? inYear(rules.term, from);
  if (running === null) lease.cost += oneOff(ledger, need, rules.setup, from);
  while (term > 0 || isShort(need, begins)) {
    if (term === 0) term = inYear(rules.extension, begins);
    const ends = begins + term;
    lease.cost += rentTerm(ledger, need, begins, Math.min(ends, months));
    lease.until = ends - 1;
    if (ends >= months || !isShort(need, ends)) break;
    begins = ends;
    term = inYear(rules.extension, begins);
  }
  if (lease.until + 1 < months) lease.cost += oneOff(ledger, need, rules.removal, lease.until);
  for (let month = from; month <= Math.min(lease.until, months - 1); month += 1) {
    add(of.rooms_leased, month, 1);
    if (!isShort(need, month)) lease.months_empty += 1;
  }
  lease.alternatives = alternativesTo(lease, need);
  lease.cheapest = lease.alternatives.reduce((best, each) =>
    each.holds && each.cost !== null && each.cost < (best.cost ?? 0) ? each : best,
  ).kind;
  return lease;
}

/** Setting up or removing the modules of a room, in the month it is done. */
function oneOff(ledger: Ledger, need: Need, what: { item: number; price: Price }, month: number): number {
  const at = Math.floor(month / 12);
  const modules = need.rules.modules[at] ?? NaN;
  const cost = modules * (what.price.value[at] ?? NaN);
  if (cost !== 0) addEntry(ledger, at, what.item, modules, what.price, at, need.source);
  return cost;
}

/** The other ways through the months in which the room is needed, with what each costs. */
function alternativesTo(lease: Lease, need: Need): Alternative[] {
  const { of, rules } = need;
  let shift = 0;
  let rented = 0;
  let host = 0;
  let shiftHolds = true;
  let hostHolds: boolean | null = true;
  let rentedHolds: boolean | null = true;
  const end = Math.min(lease.until + 1, of.groups.length);
  for (let month = lease.needed_from; month < end; month += 1) {
    if (!isShort(need, month)) continue;
    const at = Math.floor(month / 12);
    const groups = of.groups[month] ?? 0;
    const owned = of.rooms_owned[month] ?? 0;
    const perRoom = rules.perRoom[at] ?? NaN;
    const extra = Math.min(perRoom, groups - (need.room - 1) * perRoom);
    const pupils = groups > 0 ? ((of.pupils[month] ?? 0) * extra) / groups : 0;
    shift += (extra * (rules.shiftPrice[at] ?? NaN)) / 12;
    shiftHolds &&= groups <= owned * (perRoom + (rules.moreGroups[at] ?? NaN));
    // What a host teaches is not taught here.
    const taught = pupils * ((rules.placePrice[at] ?? NaN) - (rules.material[at] ?? NaN));
    host += (taught - extra * (rules.perGroup[at] ?? NaN)) / 12;
    hostHolds &&= atMost(pupils, rules.freePlaces[at] ?? NaN);
    rented += (rules.rentedPrice[at] ?? NaN) / 12;
    rentedHolds &&= atMost((of.rooms_needed[month] ?? 0) - owned, rules.rentedFree[at] ?? NaN);
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
function rentTerm(ledger: Ledger, { rules, source }: Need, from: number, to: number): number {
  const begins = Math.floor(from / 12);
  const modules = rules.modules[begins] ?? NaN;
  const rent = rules.rent.value[begins] ?? NaN;
  let cost = 0;
  for (let month = from; month < to;) {
    const at = Math.floor(month / 12);
    const next = Math.min(12 * (at + 1), to);
    const quantity = (modules * (next - month)) / 12;
    addEntry(ledger, at, RENT, quantity, rules.rent, begins, source);
    cost += quantity * rent;
    month = next;
  }
  return cost;
}
