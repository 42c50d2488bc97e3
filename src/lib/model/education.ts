import { shareAged } from './composition';
import { addEntry, priceOf, type Ledger } from './ledger';
import { grantYear, type Horizon, type Stream } from './population';
import type { Programme } from './programme';
import { valueAt, yearsFrom, type Parameters } from './resolve';

/** Rounding noise that must not open a group, a room or a post. */
const NOISE = 1e-9;

/** One leased room: months count from January of the first year; `until` is the last month of the term. */
export type Lease = {
  room: number;
  needed_from: number;
  order_by: number;
  until: number;
  months_empty: number;
  cost: number;
};

/** Teaching by month: pupils, groups, rooms needed, rooms owned, rooms leased; and the leases. */
export type Education = {
  pupils: Float64Array;
  groups: Float64Array;
  rooms_needed: Float64Array;
  rooms_owned: Float64Array;
  rooms_leased: Float64Array;
  leases: Lease[];
};

/** Pupils -> groups -> rooms -> leases (`model.md` 5). Lease lines are added to the ledger. */
export function educationOf(
  ledger: Ledger,
  streams: Stream[],
  programme: Programme,
  parameters: Parameters,
  horizon: Horizon,
): Education {
  const months = 12 * (horizon.years + horizon.tail);
  const of: Education = {
    pupils: otherPupils(streams, parameters, horizon),
    groups: new Float64Array(months),
    rooms_needed: new Float64Array(months),
    rooms_owned: new Float64Array(months),
    rooms_leased: new Float64Array(months),
    leases: [],
  };
  const from = horizon.first_year;
  const taught = yearsFrom(parameters, 'education.teaching_share', from);
  const fewest = yearsFrom(parameters, 'capacity.fewest', from);
  const size = yearsFrom(parameters, 'education.group_size', from);
  const minimum = yearsFrom(parameters, 'education.group_minimum', from);
  const perRoom = yearsFrom(parameters, 'education.groups_per_room', from);
  const owned = yearsFrom(parameters, 'rooms.owned', from);
  for (let month = 0; month < months; month += 1) {
    const at = Math.floor(month / 12);
    const pupils = (of.pupils[month] ?? 0) + (programme.participants[month] ?? 0) * (taught[at] ?? NaN);
    const groups = pupils < (fewest[at] ?? NaN) ? 0 : groupsOf([pupils], size[at] ?? NaN, minimum[at] ?? NaN);
    of.pupils[month] = pupils;
    of.groups[month] = groups;
    of.rooms_needed[month] = Math.ceil(groups / (perRoom[at] ?? NaN) - NOISE);
    of.rooms_owned[month] = owned[at] ?? NaN;
  }
  leaseRooms(ledger, of, parameters, horizon, programme.origins);
  return of;
}

/** Adults above the programme's age limit and up to that of the language grant, in the years of the language grant. */
function otherPupils(streams: Stream[], parameters: Parameters, horizon: Horizon): Float64Array {
  const others = new Float64Array(12 * (horizon.years + horizon.tail));
  for (const stream of streams) {
    for (let at = stream.from; at < horizon.years + horizon.tail; at += 1) {
      const year = horizon.first_year + at;
      const d = grantYear(stream.settlement_year, year);
      if (d > 3) break;
      const { ages } = stream.composition;
      const to = valueAt(parameters, 'language_grant.age_max', year);
      const above = valueAt(parameters, 'programme.age_max', year) + 1;
      const entitled = shareAged(ages.ordinary, above, to, d - 1) + shareAged(ages.family, above, to, d - 1);
      const inOneYear = d === 1 ? shareAged(ages.collective, above, to, d - 1) : 0;
      const share = valueAt(parameters, 'education.other_share', year) * (entitled + inOneYear);
      if (share === 0) continue;
      for (let month = 12 * at; month < 12 * at + 12; month += 1) {
        others[month] = (others[month] ?? 0) + (stream.present[month] ?? 0) * share;
      }
    }
  }
  return others;
}

/** Groups for pupils by level, in level order: a level under the minimum joins the next, a last one the group before. */
export function groupsOf(levels: number[], size: number, minimum: number): number {
  const joined: number[] = [];
  let waiting = 0;
  for (const pupils of levels) {
    waiting += pupils;
    if (waiting > NOISE && waiting >= minimum - NOISE) {
      joined.push(waiting);
      waiting = 0;
    }
  }
  if (waiting > NOISE) joined.push((joined.pop() ?? 0) + waiting);
  return joined.reduce((groups, pupils) => groups + Math.ceil(pupils / size - NOISE), 0);
}

/** Each room is its own lease: from the first month short, for the term, prolonged while the need lasts. */
function leaseRooms(ledger: Ledger, of: Education, parameters: Parameters, horizon: Horizon, origins: number): void {
  const months = of.rooms_needed.length;
  const most = of.rooms_needed.reduce((a, b) => Math.max(a, b), 0);
  for (let room = 1; room <= most; room += 1) {
    const isShort = (month: number): boolean =>
      room <= (of.rooms_needed[month] ?? 0) && room > (of.rooms_owned[month] ?? 0);
    let month = 0;
    while (month < months) {
      if (!isShort(month)) {
        month += 1;
        continue;
      }
      const lease = takeLease(ledger, of, parameters, horizon, { room, from: month, origins, isShort });
      of.leases.push(lease);
      month = lease.until + 1;
    }
  }
}

type Need = { room: number; from: number; origins: number; isShort: (month: number) => boolean };

function takeLease(ledger: Ledger, of: Education, parameters: Parameters, horizon: Horizon, need: Need): Lease {
  const months = of.rooms_needed.length;
  const yearOf = (month: number): number => horizon.first_year + Math.floor(month / 12);
  const lead = valueAt(parameters, 'rooms.lead_months', yearOf(need.from));
  const lease: Lease = {
    room: need.room,
    needed_from: need.from,
    order_by: need.from - lead,
    until: 0,
    months_empty: 0,
    cost: 0,
  };
  let begins = need.from;
  let term = valueAt(parameters, 'rooms.lease_months', yearOf(begins));
  for (;;) {
    const ends = begins + term;
    lease.cost += rentTerm(ledger, parameters, horizon, need, begins, Math.min(ends, months));
    lease.until = ends - 1;
    if (ends >= months || !need.isShort(ends)) break;
    begins = ends;
    term = valueAt(parameters, 'rooms.lease_extension_months', yearOf(begins));
  }
  for (let month = need.from; month <= Math.min(lease.until, months - 1); month += 1) {
    of.rooms_leased[month] = (of.rooms_leased[month] ?? 0) + 1;
    if (!need.isShort(month)) lease.months_empty += 1;
  }
  return lease;
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
  let cost = 0;
  for (let month = from; month < to;) {
    const at = Math.floor(month / 12);
    const next = Math.min(12 * (at + 1), to);
    const quantity = (modules * (next - month)) / 12;
    const source = { kind: 'rooms', origins: need.origins, settlement_year: 0, category: -1 } as const;
    addEntry(ledger, horizon.first_year + at, 'education.rooms', quantity, price, at, source);
    cost += quantity * rent;
    month = next;
  }
  return cost;
}
