import { CATEGORIES } from './cohort';
import { BORN, FAMILY, MOVED_IN, OPENING, SETTLED } from './population';
import { addressesOf, seriesOf, type Parameters, type Series } from './resolve';
import { statusAt, statusIndex, weaker, type Status } from './status';
import { zeros } from './zeros';

export type Side = 'income' | 'cost' | 'fund';
export type Tag = 'extra' | 'ordinary';

/** KOSTRA function and type of account (`domain.md` 5e), unit of the quantity, and whether grants pay for it. */
type Item = { side: Side; funksjon: string; art: string; unit: string; tag: Tag };

const grant: Item = { side: 'income', funksjon: '850', art: '810', unit: 'person', tag: 'extra' };

const cost: Item = { side: 'cost', funksjon: '242', art: '010', unit: 'person', tag: 'extra' };

export const ITEMS = {
  'integration_grant.year1.single_adult': grant,
  'integration_grant.year1.adult': grant,
  'integration_grant.year1.child': grant,
  'integration_grant.year1.unaccompanied_minor': grant,
  'integration_grant.year2': grant,
  'integration_grant.year3': grant,
  'integration_grant.year4': grant,
  'integration_grant.year5': grant,
  'integration_grant.shared_out': grant,
  'integration_grant.shared_in': grant,
  kindergarten_grant: grant,
  elderly_grant: grant,
  unaccompanied_minor_grant: { ...grant, unit: 'person-year' },
  'special_needs_grant.1': grant,
  'special_needs_grant.2': { ...grant, unit: 'person-year' },
  'language_grant.person': { ...grant, funksjon: '213' },
  'language_grant.base': { ...grant, funksjon: '213', unit: 'grant' },
  general_grant: { ...grant, funksjon: '840', art: '800', tag: 'ordinary' },
  host_income: { ...grant, funksjon: '213', art: '750', unit: 'place-year' },
  'housing.rent_income': { ...grant, funksjon: '265', art: '630', unit: 'dwelling-year' },
  'project.grant': { ...grant, funksjon: '242', art: '700', unit: 'year' },
  introduction_benefit: { ...cost, funksjon: '275', art: '089', unit: 'person-month' },
  'education.teachers': { ...cost, funksjon: '213', unit: 'post-year' },
  'education.rooms': { ...cost, funksjon: '213', art: '190', unit: 'module-year' },
  'education.room_setup': { ...cost, funksjon: '213', art: '190', unit: 'module' },
  'education.room_removal': { ...cost, funksjon: '213', art: '190', unit: 'module' },
  'education.places_bought': { ...cost, funksjon: '213', art: '350', unit: 'place-year' },
  'education.material': { ...cost, funksjon: '213', art: '105', unit: 'person-year' },
  'staff.advisers': { ...cost, funksjon: '275', unit: 'post-year' },
  'staff.settlement_workers': { ...cost, unit: 'post-year' },
  'staff.management': { ...cost, unit: 'post-year' },
  'staff.social_workers': { ...cost, unit: 'post-year' },
  'staff.overheads': { ...cost, art: '120', unit: 'overhead-post' },
  'education.overheads': { ...cost, funksjon: '213', art: '120', unit: 'overhead-post' },
  'staff.bilingual_assistants': { ...cost, funksjon: '275', unit: 'post-year' },
  'health.psychosocial_adviser': { ...cost, funksjon: '232', unit: 'post-year' },
  'unaccompanied_minor_care.staff': { ...cost, funksjon: '252', unit: 'post-year' },
  'unaccompanied_minor_care.places': { ...cost, funksjon: '252', art: '120', unit: 'person-year' },
  'establishment.single': { ...cost, funksjon: '281', art: '470', unit: 'household' },
  'establishment.couple': { ...cost, funksjon: '281', art: '470', unit: 'household' },
  'establishment.shared': { ...cost, funksjon: '281', art: '470' },
  'establishment.child': { ...cost, funksjon: '281', art: '470' },
  'establishment.family': { ...cost, funksjon: '281', art: '470' },
  'establishment.clothing': { ...cost, funksjon: '281', art: '470' },
  'establishment.leisure': { ...cost, art: '470', unit: 'person-year' },
  'housing.leases': { ...cost, funksjon: '265', art: '190', unit: 'dwelling-year' },
  'housing.follow_up': { ...cost, funksjon: '265', art: '010', unit: 'dwelling-year' },
  'health.screening': { ...cost, funksjon: '232', art: '120' },
  'health.follow_up': { ...cost, funksjon: '241', art: '120', unit: 'person-year' },
  'interpreter.hours': { ...cost, art: '120', unit: 'hour' },
  'child_welfare.measures': { ...cost, funksjon: '251', art: '120', unit: 'person-year' },
  'child_welfare.placements': { ...cost, funksjon: '252', art: '370', unit: 'person-year' },
  'health.care': { ...cost, funksjon: '258', art: '120', unit: 'person-year', tag: 'ordinary' },
  'social_assistance.waiting': { ...cost, funksjon: '281', art: '470', unit: 'person-year' },
  'social_assistance.in_programme': { ...cost, funksjon: '281', art: '470', unit: 'person-year' },
  'social_assistance.work': { ...cost, funksjon: '281', art: '470', unit: 'person-year' },
  'social_assistance.upper_secondary': { ...cost, funksjon: '281', art: '470', unit: 'person-year' },
  'social_assistance.adult_primary': { ...cost, funksjon: '281', art: '470', unit: 'person-year' },
  'social_assistance.higher': { ...cost, funksjon: '281', art: '470', unit: 'person-year' },
  'social_assistance.other': { ...cost, funksjon: '281', art: '470', unit: 'person-year' },
  'social_assistance.outside': { ...cost, funksjon: '281', art: '470', unit: 'person-year' },
  'special_needs.measures': { ...cost, unit: 'person-year' },
  'school.language_support': { ...cost, funksjon: '202', unit: 'person-year', tag: 'ordinary' },
  'kindergarten.language_support': { ...cost, funksjon: '211', unit: 'person-year', tag: 'ordinary' },
  'kindergarten.childminder': { ...cost, funksjon: '201', art: '370', unit: 'place-year' },
  'project.cost': { ...cost, unit: 'year' },
  'project.internal_transfers': { ...cost, art: '370', unit: 'year' },
  'fund.set_aside': { side: 'fund', funksjon: '880', art: '540', unit: 'NOK', tag: 'extra' },
  'fund.release': { side: 'fund', funksjon: '880', art: '940', unit: 'NOK', tag: 'extra' },
} satisfies Record<string, Item>;
export type ItemId = keyof typeof ITEMS;

/** Items by position, the form in which the ledger carries them. */
export const ITEM_IDS = Object.keys(ITEMS) as ItemId[];
const POSITION = Object.fromEntries(ITEM_IDS.map((item, at) => [item, at])) as Record<ItemId, number>;

/** A unit price by year of the plan, and the parameters it comes from. */
export type Price = { value: Float64Array; series: Series[] };

/**
 * Entries in the order they were made, a column each, so that searches and futures can do without lines; the only place
 * where an amount is computed. `at` is the year of the plan; -1 is a payment for the year before it.
 */
export type Ledger = {
  first_year: number;
  years: number;
  length: number;
  at: number[];
  item: number[];
  /** Position in CATEGORIES, or -1. */
  category: number[];
  /** 0 where the line is of no one settlement year. */
  settlement_year: number[];
  quantity: number[];
  unit_price: number[];
  /** Share of the amount that is paid in the year after the one it belongs to. */
  late: number[];
  /** The parameters behind the unit price. */
  series: Series[][];
  kind: number[];
  origins: number[];
  /** Spent on persons past grant year 5. */
  after_phase: number[];
};

/** A ledger line of the forecast document: kroner, unrounded; `null` where a rate is unknown. */
export type LedgerLine = {
  year: number;
  tail: boolean;
  side: Side;
  item: ItemId;
  category: string | null;
  settlement_year: number | null;
  quantity: number;
  unit: string;
  unit_price: number | null;
  amount: number | null;
  /** The part of the amount that is paid in the year after (cash view). */
  paid_next_year: number | null;
  funksjon: string;
  art: string;
  tag: Tag;
  parameters: string[];
  status: Status;
  quantity_status: Status;
  after_phase: boolean;
};

const ROOM = 1280;

/** A ledger without entries, with room for `capacity` of them before it grows. */
export function emptyLedger(first_year: number, years: number, capacity = ROOM): Ledger {
  return {
    first_year,
    years,
    length: 0,
    at: zeros(capacity),
    item: zeros(capacity),
    category: zeros(capacity),
    settlement_year: zeros(capacity),
    quantity: zeros(capacity),
    unit_price: zeros(capacity),
    late: zeros(capacity),
    series: [],
    kind: zeros(capacity),
    origins: zeros(capacity),
    after_phase: zeros(capacity),
  };
}

/** The amount of an entry in kroner; NaN where the unit price is unknown. */
export function amountAt(ledger: Ledger, entry: number): number {
  return (ledger.quantity[entry] ?? NaN) * (ledger.unit_price[entry] ?? NaN);
}

/** The item of an entry. */
export function itemAt(ledger: Ledger, entry: number): Item {
  return ITEM_LIST[ledger.item[entry] ?? -1] ?? MISSING;
}

const ITEM_LIST: Item[] = ITEM_IDS.map((item) => ITEMS[item]);
const MISSING: Item = { side: 'cost', funksjon: '', art: '', unit: '', tag: 'extra' };

/** What entries made together share. Settlement year 0 and category -1 mean none in particular. */
export type Source = { kind: Quantity; origins: number; settlement_year: number; category: number };

/** What rounding leaves of nothing. */
const NOISE = 1e-9;

/**
 * Adds an entry to year `at` of the plan at the price of plan year `priced`; nothing is written for a quantity of 0.
 * `late` is the share paid the year after.
 */
export function addEntry(
  ledger: Ledger,
  at: number,
  item: ItemId,
  quantity: number,
  price: Price,
  priced: number,
  source: Source,
  after_phase = false,
  late = 0,
): void {
  if (Math.abs(quantity) < NOISE) return;
  const entry = ledger.length;
  ledger.length = entry + 1;
  ledger.at[entry] = at;
  ledger.item[entry] = POSITION[item];
  ledger.category[entry] = source.category;
  ledger.settlement_year[entry] = source.settlement_year;
  ledger.quantity[entry] = quantity;
  ledger.unit_price[entry] = price.value[priced] ?? NaN;
  ledger.late[entry] = late;
  ledger.series.push(price.series);
  ledger.kind[entry] = KIND_POSITION[source.kind];
  ledger.origins[entry] = source.origins;
  ledger.after_phase[entry] = after_phase ? 1 : 0;
}

/** The price a cell gives from `firstYear` on; with `value` one that is worked out from it and from `also`. */
export function priceOf(
  parameters: Parameters,
  address: string,
  firstYear: number,
  value?: number,
  also: string[] = [],
): Price {
  const series = seriesOf(parameters, address);
  const stated = series.value.subarray(firstYear - parameters.first);
  const all = [series, ...also.map((other) => seriesOf(parameters, other))];
  return { value: value === undefined ? stated : new Float64Array(stated.length).fill(value), series: all };
}

/** The last year with an entry or a late payment, or the last of the plan; at most plan year `most`. */
export function lastYear(ledger: Ledger, most: number): number {
  let last = ledger.years - 1;
  for (let entry = 0; entry < ledger.length; entry += 1) {
    const paid = (ledger.at[entry] ?? 0) + ((ledger.late[entry] ?? 0) > 0 ? 1 : 0);
    if (paid > last) last = paid;
  }
  return ledger.first_year + Math.min(last, most);
}

/** The lines with status, parameters and codes. `openingStatus` is the weakest status of the opening population. */
export function ledgerLines(ledger: Ledger, parameters: Parameters, openingStatus: Status): LedgerLine[] {
  const quantities = new Map<number, QuantitySource>();
  const written: Written = new Map();
  const lines: LedgerLine[] = [];
  for (let entry = 0; entry < ledger.length; entry += 1) {
    const planYear = ledger.at[entry] ?? 0;
    if (planYear < 0) continue;
    const year = ledger.first_year + planYear;
    const at = year - parameters.first;
    const item = itemAt(ledger, entry);
    const [kind, origins] = [ledger.kind[entry] ?? 0, ledger.origins[entry] ?? 0];
    const [category, settlementYear] = [ledger.category[entry] ?? -1, ledger.settlement_year[entry] ?? 0];
    const d = settlementYear ? Math.min(year - settlementYear + 1, 6) : 0;
    const key = ((kind * 32 + origins) * 8 + category + 1) * 8 + d;
    let quantity = quantities.get(key);
    if (!quantity) {
      quantity = quantitySource(kind, origins, category, d, parameters, openingStatus);
      quantities.set(key, quantity);
    }
    let status = 0;
    let bits = 0;
    const series = ledger.series[entry] ?? [];
    for (const each of series) {
      status = weaker(status, each.status[at] ?? UNKNOWN);
      bits = bits * 128 + (each.modifier[at] ?? 0);
    }
    const behind = addressesBehind(series, bits, quantity, written, parameters, year);
    const amount = amountAt(ledger, entry);
    const known = !Number.isNaN(amount);
    lines.push({
      year,
      tail: planYear >= ledger.years,
      side: item.side,
      item: ITEM_IDS[ledger.item[entry] ?? -1] ?? 'project.cost',
      category: CATEGORIES[category] ?? null,
      settlement_year: settlementYear || null,
      quantity: ledger.quantity[entry] ?? NaN,
      unit: item.unit,
      unit_price: known ? (ledger.unit_price[entry] ?? NaN) : null,
      amount: known ? amount : null,
      paid_next_year: known ? amount * (ledger.late[entry] ?? 0) : null,
      funksjon: item.funksjon,
      art: item.art,
      tag: item.tag,
      parameters: behind,
      status: known ? statusAt(status) : 'unknown',
      quantity_status: statusAt(quantity.status[at] ?? UNKNOWN),
      after_phase: ledger.after_phase[entry] === 1,
    });
  }
  return lines;
}

/** Lists of addresses by the series of a price; lines with the same price, modifiers and quantity share one. */
type Written = Map<Series[], { bits: number; quantity: QuantitySource; addresses: string[] }[]>;

function addressesBehind(
  series: Series[],
  bits: number,
  quantity: QuantitySource,
  written: Written,
  parameters: Parameters,
  year: number,
): string[] {
  let known = written.get(series);
  if (!known) {
    known = [];
    written.set(series, known);
  }
  for (const each of known) if (each.bits === bits && each.quantity === quantity) return each.addresses;
  const addresses = [...series.flatMap((each) => addressesOf(parameters, each, year)), ...quantity.addresses];
  known.push({ bits, quantity, addresses });
  return addresses;
}

const UNKNOWN = statusIndex('unknown');

/** The parameters that set a quantity, and the weakest of their statuses by year. */
type QuantitySource = { addresses: string[]; status: Uint8Array };

function quantitySource(
  kind: number,
  origins: number,
  category: number,
  d: number,
  parameters: Parameters,
  openingStatus: Status,
): QuantitySource {
  const quantity = KINDS[kind] ?? 'fund';
  const addresses = [...new Set([...KIND_ADDRESSES[quantity], ...originAddresses(quantity, origins, category, d)])];
  const start = origins & OPENING ? statusIndex(openingStatus) : 0;
  const status = new Uint8Array(parameters.last - parameters.first + 1).fill(start);
  for (const address of addresses) {
    const of = seriesOf(parameters, address).status;
    for (let at = 0; at < status.length; at += 1) status[at] = weaker(status[at] ?? UNKNOWN, of[at] ?? UNKNOWN);
  }
  return { addresses, status };
}

const MOVING = ['relocation.scale', ...[1, 2, 3, 4, 5].map((d) => `relocation.out.year${d}`)];
const LANGUAGE = ['language_grant.high_share', 'language_grant.age_min', 'language_grant.age_max'];
const PROGRAMME = [
  'programme.start_lag',
  'programme.age_min',
  'programme.age_max',
  'programme.participation.ordinary',
  'programme.participation.collective',
];
const PUPILS = [
  ...PROGRAMME,
  'education.teaching_share',
  'education.other_share',
  'education.without_right',
  'education.places_sold',
];
const GROUPS = ['capacity.fewest', 'education.group_size', 'education.group_minimum', ...PUPILS];
const POSTS = ['capacity.fewest', 'staff.hiring_lag', 'staff.notice'];
const post = (group: string): string[] => [
  `staff.${group}.ratio`,
  `staff.${group}.minimum`,
  `staff.${group}.step`,
  ...POSTS,
];
const assisted = (state: string): string[] => [
  `social_assistance.share.${state}`,
  'social_assistance.after_phase',
  ...PROGRAMME,
  ...MOVING,
];
const left = (outcome: string): string[] => [`programme.outcome.${outcome}`, ...assisted(outcome)];

/** What kind of count a quantity is; with its origins this says which parameters set it. */
const KIND_ADDRESSES = {
  settled: [],
  residents: ['relocation.scale'],
  language: [...LANGUAGE, 'relocation.scale'],
  language_settled: LANGUAGE,
  counted: ['language_grant.age_min', 'language_grant.age_max', 'relocation.scale'],
  special_needs: ['special_needs.share', 'special_needs.application_months', 'relocation.scale'],
  participants: [...PROGRAMME, 'introduction_benefit.young_below', 'relocation.scale'],
  teachers: [
    'education.weekly_hours',
    'education.weeks',
    'education.teacher_hours',
    'staff.teacher.minimum',
    'staff.teacher.step',
    ...POSTS,
    ...GROUPS,
  ],
  rooms: [
    'rooms.modules_per_room',
    'rooms.owned',
    'rooms.lease_months',
    'rooms.lease_extension_months',
    'education.groups_per_room',
    ...GROUPS,
  ],
  pupils: PUPILS,
  places_sold: ['education.places_sold'],
  places_bought: ['education.places_bought', 'education.places_bought_share', ...PUPILS],
  advisers: [...post('adviser'), ...PROGRAMME],
  settlement_workers: [...post('settlement_worker'), 'household.couple_share', 'household.sharing_share'],
  social_workers: [...post('social_worker'), ...PROGRAMME, ...MOVING],
  posts: POSTS,
  management: [...post('management'), 'staff.adviser.ratio', 'staff.settlement_worker.ratio'],
  bilingual_assistants: [...post('bilingual_assistant'), ...PUPILS],
  minors_staff: [...post('unaccompanied_minor_care'), 'unaccompanied_minor_care.age_max', ...MOVING],
  psychosocial_adviser: [...post('psychosocial_adviser'), ...MOVING],
  minors: ['unaccompanied_minor_care.age_max', ...MOVING],
  households: ['household.couple_share', 'household.sharing_share'],
  children: MOVING,
  leisure: ['establishment.leisure_years', ...MOVING],
  interpreter: [...[1, 2, 3, 4, 5].map((d) => `interpreter.hours.year${d}`), ...MOVING],
  child_welfare: ['child_welfare.share', ...MOVING],
  placed: ['child_welfare.placed_share', ...MOVING],
  care: ['health.care_share', ...MOVING],
  school: ['school.language_support_years', ...MOVING],
  kindergarten: ['kindergarten.attendance', 'kindergarten.language_support_years', ...MOVING],
  childminder: ['kindergarten.attendance', 'kindergarten.free_places', ...MOVING],
  housed: ['dwellings.municipal_share', 'household.couple_share', 'household.sharing_share', ...MOVING],
  dwellings: ['dwellings.municipal_share', 'dwellings.notice', 'household.couple_share', ...MOVING],
  waiting: assisted('waiting'),
  in_programme: assisted('in_programme'),
  work: left('work'),
  upper_secondary: left('upper_secondary'),
  adult_primary: left('adult_primary'),
  higher: left('higher'),
  other: left('other'),
  outside: assisted('outside'),
  stated: [],
  fund: ['fund.rule'],
} satisfies Record<string, string[]>;
export type Quantity = keyof typeof KIND_ADDRESSES;

const KINDS = Object.keys(KIND_ADDRESSES) as Quantity[];
const KIND_POSITION = Object.fromEntries(KINDS.map((kind, at) => [kind, at])) as Record<Quantity, number>;

/** Kinds that follow single grant years: their lines are of one settlement year. */
function originAddresses(kind: Quantity, origins: number, of: number, d: number): string[] {
  const category = CATEGORIES[of];
  const addresses: string[] = [];
  if (origins & SETTLED) {
    addresses.push('settlement.persons', 'settlement.realisation');
    if (category) addresses.push(`settlement.mix.${category}`);
  }
  if (origins & FAMILY) {
    addresses.push('family_immigration.rate');
    if (category === 'adult' || category === 'child') addresses.push(`family_immigration.mix.${category}`);
  }
  if (origins & BORN) addresses.push('births.rate');
  if (origins & MOVED_IN) {
    addresses.push('relocation.in.persons');
    if (d >= 2 && d <= 5) addresses.push(`relocation.in.year${d}`);
  }
  if (d >= 2) {
    for (let year = 1; year <= Math.min(d, 5); year += 1) addresses.push(`relocation.out.year${year}`);
    if (kind === 'residents') addresses.push('relocation.sharing');
  }
  return addresses;
}

/** What another municipality books for a line: the host's income for places bought, the buyer's cost for places sold, and
 * the other end of a shared grant. Kroner. */
export type CounterpartLine = {
  year: number;
  tail: boolean;
  side: Side;
  item: ItemId;
  quantity: number;
  amount: number | null;
};

const COUNTERPART: Partial<Record<ItemId, ItemId>> = {
  'education.places_bought': 'host_income',
  host_income: 'education.places_bought',
  'integration_grant.shared_out': 'integration_grant.shared_in',
  'integration_grant.shared_in': 'integration_grant.shared_out',
};

/** The lines of other municipalities that mirror these, with the same persons, places and kroner. */
export function counterpartLines(lines: LedgerLine[]): CounterpartLine[] {
  return lines.flatMap((line) => {
    const item = COUNTERPART[line.item];
    if (!item) return [];
    const sign = line.item.startsWith('integration_grant.') ? -1 : 1;
    const { year, tail } = line;
    return [
      {
        year,
        tail,
        side: ITEMS[item].side,
        item,
        quantity: sign * line.quantity,
        amount: line.amount === null ? null : sign * line.amount,
      },
    ];
  });
}
