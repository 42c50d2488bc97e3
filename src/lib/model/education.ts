import { addEntry, priceOf, type Ledger, type Source } from './ledger';
import type { Horizon } from './population';
import type { Programme } from './programme';
import { meanOfYear, type Residents } from './residents';
import { optionAt, seriesOf, valueAt, yearsFrom, type Parameters } from './resolve';
import { zeros } from './zeros';

/** Rounding noise that must not open a group, a room or a post. */
const NOISE = 1e-9;

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

/** Teaching by month: pupils taught here, groups, rooms needed, rooms owned, rooms leased; and the leases. */
export type Education = {
  pupils: number[];
  /** Places bought from and sold to other municipalities, by month. */
  bought: number[];
  sold: number[];
  groups: number[];
  rooms_needed: number[];
  rooms_owned: number[];
  rooms_leased: number[];
  leases: Lease[];
};

/** Pupils -> groups -> rooms -> leases (`model.md` 5). Lines of rooms, places and material are added to the ledger. */
export function educationOf(
  ledger: Ledger,
  residents: Residents,
  programme: Programme,
  parameters: Parameters,
  horizon: Horizon,
): Education {
  const months = 12 * (horizon.years + horizon.tail);
  const of: Education = {
    pupils: zeros(months),
    bought: zeros(months),
    sold: zeros(months),
    groups: zeros(months),
    rooms_needed: zeros(months),
    rooms_owned: zeros(months),
    rooms_leased: zeros(months),
    leases: [],
  };
  countGroups(of, residents, programme, parameters, horizon);
  leaseRooms(ledger, of, parameters, horizon, programme.origins);
  placeEntries(ledger, of, parameters, horizon, programme.origins);
  return of;
}

const LEVELS = ['alphabetisation', 'a1', 'a2', 'b1'].map((level) => `education.level.${level}`);

/** Pupils of each level of a month, the adult primary school last; made once and written anew. */
const levels = zeros(LEVELS.length + 1);

function countGroups(
  of: Education,
  residents: Residents,
  programme: Programme,
  parameters: Parameters,
  horizon: Horizon,
): void {
  const years = (address: string): Float64Array => yearsFrom(parameters, address, horizon.first_year);
  const taught = years('education.teaching_share');
  const offered = years('education.other_share');
  const fewest = years('capacity.fewest');
  const size = years('education.group_size');
  const minimum = years('education.group_minimum');
  const perRoom = years('education.groups_per_room');
  const owned = years('rooms.owned');
  const primaryShare = years('programme.outcome.adult_primary');
  const [withoutRight, sold] = [years('education.without_right'), years('education.places_sold')];
  const [bought, boughtShare] = [years('education.places_bought'), years('education.places_bought_share')];
  const shares = LEVELS.map(years);
  for (let month = 0; month < of.pupils.length; month += 1) {
    const at = Math.floor(month / 12);
    const own =
      (residents.older[month] ?? 0) * (offered[at] ?? NaN) + (programme.participants[month] ?? 0) * (taught[at] ?? NaN);
    const primary = (programme.recent[month] ?? 0) * (primaryShare[at] ?? NaN);
    // Those without a right are offered a place only where there is teaching: in the years of the plan.
    const extra = at < horizon.years ? (withoutRight[at] ?? NaN) + (sold[at] ?? NaN) : 0;
    const all = own + primary + extra;
    of.rooms_owned[month] = owned[at] ?? NaN;
    if (all === 0) continue;
    const elsewhere = Math.min(own + primary, (bought[at] ?? NaN) + (boughtShare[at] ?? NaN) * (own + primary));
    const left = (all - elsewhere) / all;
    for (let level = 0; level < LEVELS.length; level += 1)
      levels[level] = (own + extra) * left * (shares[level]?.[at] ?? NaN);
    levels[LEVELS.length] = primary * left;
    const pupils = all - elsewhere;
    const groups = pupils < (fewest[at] ?? NaN) ? 0 : groupsOf(levels, size[at] ?? NaN, minimum[at] ?? NaN);
    of.pupils[month] = pupils;
    of.bought[month] = elsewhere;
    of.sold[month] = at < horizon.years ? (sold[at] ?? NaN) : 0;
    of.groups[month] = groups;
    of.rooms_needed[month] = Math.ceil(groups / (perRoom[at] ?? NaN) - NOISE);
  }
}

/** Groups for pupils by level, in level order: a level under the minimum joins the next, a last one the group before. */
export function groupsOf(pupils: ArrayLike<number>, size: number, minimum: number): number {
  let groups = 0;
  let last = 0;
  let waiting = 0;
  for (let level = 0; level < pupils.length; level += 1) {
    waiting += pupils[level] ?? 0;
    if (waiting > NOISE && waiting >= minimum - NOISE) {
      groups += Math.ceil(waiting / size - NOISE);
      last = waiting;
      waiting = 0;
    }
  }
  if (waiting <= NOISE) return groups;
  return groups - Math.ceil(last / size - NOISE) + Math.ceil((last + waiting) / size - NOISE);
}

/**
 * Each room is its own lease: from the first month short, for the term, prolonged while the need lasts. Rooms already on
 * lease run on from 1 January of the first year.
 */
function leaseRooms(ledger: Ledger, of: Education, parameters: Parameters, horizon: Horizon, origins: number): void {
  const months = of.rooms_needed.length;
  const first = horizon.first_year;
  const running = valueAt(parameters, 'rooms.running', first);
  const owned = of.rooms_owned[0] ?? 0;
  let most = owned + running;
  for (let month = 0; month < months; month += 1) most = Math.max(most, of.rooms_needed[month] ?? 0);
  for (let room = 1; room <= most; room += 1) {
    const isShort = (month: number): boolean =>
      room <= (of.rooms_needed[month] ?? 0) && room > (of.rooms_owned[month] ?? 0);
    const need = { room, origins, isShort };
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

type Need = { room: number; origins: number; isShort: (month: number) => boolean };

/** A lease from a month on; one already running has so many months left of its term, and was set up before. */
function takeLease(
  ledger: Ledger,
  of: Education,
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
function alternativesTo(
  lease: Lease,
  of: Education,
  parameters: Parameters,
  horizon: Horizon,
  need: Need,
): Alternative[] {
  const years = (address: string): Float64Array => yearsFrom(parameters, address, horizon.first_year);
  const [perRooms, sizes] = [years('education.groups_per_room'), years('education.group_size')];
  const [moreGroups, shiftPrice] = [years('rooms.extra_shift.groups'), years('rooms.extra_shift.price')];
  const [placePrice, freePlaces] = [years('education.host.place_price'), years('education.host.free_places')];
  const [rentedPrice, rentedFree] = [years('rooms.rented.price'), years('rooms.rented.available')];
  let [shift, rented, host] = [0, 0, 0];
  let shiftHolds = true;
  let hostHolds: boolean | null = true;
  let rentedHolds: boolean | null = true;
  for (let month = lease.needed_from; month <= Math.min(lease.until, of.groups.length - 1); month += 1) {
    if (!need.isShort(month)) continue;
    const at = Math.floor(month / 12);
    const [groups, owned] = [of.groups[month] ?? 0, of.rooms_owned[month] ?? 0];
    const perRoom = perRooms[at] ?? NaN;
    const extra = Math.min(perRoom, groups - (need.room - 1) * perRoom);
    const pupils = extra * (sizes[at] ?? NaN);
    shift += (extra * (shiftPrice[at] ?? NaN)) / 12;
    shiftHolds &&= groups <= owned * (perRoom + (moreGroups[at] ?? NaN));
    host += (pupils * (placePrice[at] ?? NaN)) / 12;
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

/** Places sold and bought, and material for those taught here. */
function placeEntries(ledger: Ledger, of: Education, parameters: Parameters, horizon: Horizon, origins: number): void {
  const place = priceOf(parameters, 'education.host.place_price', horizon.first_year);
  const material = priceOf(parameters, 'education.material', horizon.first_year);
  const from = (kind: Source['kind']): Source => ({ kind, origins, settlement_year: 0, category: -1 });
  for (let at = 0; at < horizon.years + horizon.tail; at += 1) {
    addEntry(ledger, at, 'host_income', meanOfYear(of.sold, at), place, at, from('places_sold'));
    addEntry(ledger, at, 'education.material', meanOfYear(of.pupils, at), material, at, from('pupils'));
    const places = meanOfYear(of.bought, at);
    if (places > NOISE) {
      const price = hostPrice(parameters, horizon, at, places);
      addEntry(ledger, at, 'education.places_bought', places, price, at, from('places_bought'));
    }
  }
}

/**
 * What a host takes for a place in a year by the agreed key: a price per place, a share of the host's cost by pupils or by
 * inhabitants, or a fixed amount and a price per place; never less than the least charge. NaN where the key's figures are
 * not stated. The host books the same amount as income (`host_income`).
 */
function hostPrice(parameters: Parameters, horizon: Horizon, at: number, places: number) {
  const year = horizon.first_year + at;
  const value = (name: string): number => valueAt(parameters, `education.host.${name}`, year);
  const key = optionAt(parameters, 'education.host.key', year);
  const byKey: Record<string, { amount: () => number; rests: string[] }> = {
    per_place: { amount: () => places * value('place_price'), rests: ['place_price'] },
    pupils: { amount: () => (value('cost') * places) / (places + value('pupils')), rests: ['cost', 'pupils'] },
    inhabitants: {
      amount: () => value('cost') * value('inhabitants_share'),
      rests: ['cost', 'inhabitants_share'],
    },
    fixed_variable: { amount: () => value('fixed') + places * value('place_price'), rests: ['fixed', 'place_price'] },
  };
  const { amount, rests } = byKey[key] ?? { amount: () => NaN, rests: [] };
  const minimum = value('minimum');
  const series = [...rests, ...(minimum > 0 ? ['minimum'] : []), 'key'].map((name) =>
    seriesOf(parameters, `education.host.${name}`),
  );
  const price = new Float64Array(at + 1);
  price[at] = Math.max(minimum, amount()) / places;
  return { value: price, series };
}
