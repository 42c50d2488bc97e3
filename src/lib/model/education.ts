import { NOISE, meanOfYear, zeros } from './columns';
import { leaseRooms, type Rooms } from './leases';
import { positionOf } from './items';
import { addEntry, priceOf, type Ledger, type Price, type Source } from './ledger';
import type { Horizon } from './population';
import type { Programme } from './programme';
import { kindOf } from './quantities';
import type { Residents } from './residents';
import { optionAt, planned, seriesOf, valueAt, workedOut, type Parameters } from './resolve';

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
  const rules = workedOut(parameters, rulesOf);
  countGroups(of, residents, programme, rules, horizon);
  leaseRooms(ledger, of, parameters, programme.origins);
  placeEntries(ledger, of, rules, parameters, horizon, programme.origins);
  return of;
}

const LEVELS = ['alphabetisation', 'a1', 'a2', 'b1'].map((level) => `education.level.${level}`);

/** Pupils of each level of a month, the adult primary school last; made once and written anew. */
const levels = zeros(LEVELS.length + 1);

/** What teaching goes by, by year of the plan. */
type Rules = ReturnType<typeof rulesOf>;

function rulesOf(parameters: Parameters) {
  const years = (address: string): Float64Array => planned(parameters, address);
  return {
    taught: years('education.teaching_share'),
    offered: years('education.other_share'),
    fewest: years('capacity.fewest'),
    size: years('education.group_size'),
    minimum: years('education.group_minimum'),
    perRoom: years('education.groups_per_room'),
    owned: years('rooms.owned'),
    withoutRight: years('education.without_right'),
    sold: years('education.places_sold'),
    bought: years('education.places_bought'),
    boughtShare: years('education.places_bought_share'),
    shares: LEVELS.map(years),
    material: priceOf(parameters, 'education.material'),
  };
}

function countGroups(of: Education, residents: Residents, programme: Programme, rules: Rules, horizon: Horizon): void {
  for (let at = 0; at < horizon.years + horizon.tail; at += 1) {
    const planning = at < horizon.years;
    const offered = rules.offered[at] ?? NaN;
    const taught = rules.taught[at] ?? NaN;
    const sold = planning ? (rules.sold[at] ?? NaN) : 0;
    // Those without a right are offered a place only where there is teaching: in the years of the plan.
    const extra = planning ? (rules.withoutRight[at] ?? NaN) + sold : 0;
    const perRoom = rules.perRoom[at] ?? NaN;
    of.rooms_owned.fill(rules.owned[at] ?? NaN, 12 * at, 12 * at + 12);
    for (let month = 12 * at; month < 12 * at + 12; month += 1) {
      const own = (residents.others[month] ?? 0) * offered + (programme.participants[month] ?? 0) * taught;
      const primary = programme.primary[month] ?? 0;
      const all = own + primary + extra;
      if (all === 0) continue;
      const wanted = (rules.bought[at] ?? NaN) + (rules.boughtShare[at] ?? NaN) * (own + primary);
      const elsewhere = Math.min(own + primary, wanted);
      const left = (all - elsewhere) / all;
      fillLevels(own + extra, primary, left, rules.shares, at);
      const pupils = all - elsewhere;
      const isFew = pupils < (rules.fewest[at] ?? NaN) - NOISE;
      const groups = isFew ? 0 : groupsOf(levels, rules.size[at] ?? NaN, rules.minimum[at] ?? NaN);
      of.pupils[month] = pupils;
      of.bought[month] = elsewhere;
      of.sold[month] = sold;
      of.groups[month] = groups;
      of.rooms_needed[month] = Math.ceil(groups / perRoom - NOISE);
    }
  }
}

/** The pupils of each level: those in language teaching by their shares, and adult primary, of whom `left` are taught here. */
function fillLevels(language: number, primary: number, left: number, shares: Float64Array[], at: number): void {
  for (let level = 0; level < LEVELS.length; level += 1) levels[level] = language * left * (shares[level]?.[at] ?? NaN);
  levels[LEVELS.length] = primary * left;
}

/**
 * The pupils taught here by level (in level order, adult primary last) and month: what the groups of a forecast were
 * counted from, worked out again when asked for.
 */
export function pupilsByLevel({ education, programme }: Taught, parameters: Parameters): number[][] {
  const { shares } = workedOut(parameters, rulesOf);
  const of = levels.map(() => zeros(education.pupils.length));
  for (const [month, pupils] of education.pupils.entries()) {
    const all = pupils + (education.bought[month] ?? NaN);
    if (all === 0) continue;
    const primary = programme.primary[month] ?? NaN;
    fillLevels(all - primary, primary, pupils / all, shares, Math.floor(month / 12));
    for (const [level, months] of of.entries()) months[month] = levels[level] ?? NaN;
  }
  return of;
}

/** What a forecast knows of those who are taught. */
type Taught = { education: Education; programme: Programme };

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

const HOST_INCOME = positionOf('host_income');
const MATERIAL = positionOf('education.material');
const PLACES_BOUGHT = positionOf('education.places_bought');
const [SOLD, PUPILS, BOUGHT] = [kindOf('places_sold'), kindOf('pupils'), kindOf('places_bought')];

/** Places sold and bought, and material for those taught here. */
function placeEntries(
  ledger: Ledger,
  of: Education,
  rules: Rules,
  parameters: Parameters,
  horizon: Horizon,
  origins: number,
): void {
  const from = (kind: number): Source => ({ kind, origins, settlement_year: 0, category: -1 });
  const [sale, teaching, purchase] = [from(SOLD), from(PUPILS), from(BOUGHT)];
  for (let at = 0; at < horizon.years + horizon.tail; at += 1) {
    const sold = meanOfYear(of.sold, at);
    if (sold > NOISE) addEntry(ledger, at, HOST_INCOME, sold, hostPrice(parameters, horizon, at, sold), 0, sale);
    addEntry(ledger, at, MATERIAL, meanOfYear(of.pupils, at), rules.material, at, teaching);
    const places = meanOfYear(of.bought, at);
    if (places > NOISE && places >= (rules.fewest[at] ?? NaN) - NOISE)
      addEntry(ledger, at, PLACES_BOUGHT, places, hostPrice(parameters, horizon, at, places), 0, purchase);
  }
}

/**
 * What a host takes for a place in a year by the agreed key: a price per place, a share of the host's cost by pupils or by
 * inhabitants, or a fixed amount and a price per place; never less than the least charge. NaN where the key's figures are
 * not stated. The host books the same amount as income (`host_income`).
 */
function hostPrice(parameters: Parameters, horizon: Horizon, at: number, places: number): Price {
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
  return { value: Float64Array.of(Math.max(minimum, amount()) / places), series };
}
