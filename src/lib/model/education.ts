import { NOISE, meanOfYear, zeros } from './columns';
import { leaseRooms, type Rooms } from './leases';
import { addEntry, priceOf, type Ledger, type Source } from './ledger';
import type { Horizon } from './population';
import type { Programme } from './programme';
import type { Residents } from './residents';
import { optionAt, seriesOf, valueAt, yearsFrom, type Parameters } from './resolve';

/** Teaching by month: pupils taught here, places bought from and sold to other municipalities, groups and rooms. */
export type Education = Rooms & { bought: number[]; sold: number[] };

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
      (residents.others[month] ?? 0) * (offered[at] ?? NaN) +
      (programme.participants[month] ?? 0) * (taught[at] ?? NaN);
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

/** Places sold and bought, and material for those taught here. */
function placeEntries(ledger: Ledger, of: Education, parameters: Parameters, horizon: Horizon, origins: number): void {
  const fewest = yearsFrom(parameters, 'capacity.fewest', horizon.first_year);
  const material = priceOf(parameters, 'education.material', horizon.first_year);
  const from = (kind: Source['kind']): Source => ({ kind, origins, settlement_year: 0, category: -1 });
  for (let at = 0; at < horizon.years + horizon.tail; at += 1) {
    const sold = meanOfYear(of.sold, at);
    if (sold > NOISE)
      addEntry(ledger, at, 'host_income', sold, hostPrice(parameters, horizon, at, sold), at, from('places_sold'));
    addEntry(ledger, at, 'education.material', meanOfYear(of.pupils, at), material, at, from('pupils'));
    const places = meanOfYear(of.bought, at);
    if (places > NOISE && places >= (fewest[at] ?? NaN)) {
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
