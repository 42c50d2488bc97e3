import { CATEGORIES } from './cohort';
import { FAMILY, MOVED_IN, OPENING, SETTLED } from './population';
import { addressesOf, seriesOf, type Parameters, type Series } from './resolve';
import { statusAt, statusIndex, weaker, type Status } from './status';

export type Side = 'income' | 'cost' | 'fund';
export type Tag = 'extra' | 'ordinary';

/** KOSTRA function and type of account (`domain.md` 5e), unit of the quantity, and whether grants pay for it. */
type Item = { side: Side; funksjon: string; art: string; unit: string; tag: Tag };

const grant: Item = { side: 'income', funksjon: '850', art: '810', unit: 'person', tag: 'extra' };

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
  introduction_benefit: { side: 'cost', funksjon: '275', art: '089', unit: 'person-month', tag: 'extra' },
  'education.teachers': { side: 'cost', funksjon: '213', art: '010', unit: 'post-year', tag: 'extra' },
  'education.rooms': { side: 'cost', funksjon: '213', art: '190', unit: 'module-year', tag: 'extra' },
  'staff.advisers': { side: 'cost', funksjon: '275', art: '010', unit: 'post-year', tag: 'extra' },
  'special_needs.measures': { side: 'cost', funksjon: '242', art: '010', unit: 'person-year', tag: 'extra' },
  'fund.set_aside': { side: 'fund', funksjon: '880', art: '540', unit: 'NOK', tag: 'extra' },
  'fund.release': { side: 'fund', funksjon: '880', art: '940', unit: 'NOK', tag: 'extra' },
} satisfies Record<string, Item>;
export type ItemId = keyof typeof ITEMS;

/** What kind of count a quantity is; with its origins this says which parameters set it. */
export type Quantity =
  | 'settled'
  | 'residents'
  | 'language'
  | 'language_settled'
  | 'counted'
  | 'special_needs'
  | 'participants'
  | 'teachers'
  | 'rooms'
  | 'advisers'
  | 'fund';

/** A unit price by year of the plan, and the parameters it comes from. */
export type Price = { value: Float64Array; series: Series[] };

/** One row as it is stored: no status or list of parameters yet, so that searches and futures can do without them. */
type Entry = {
  year: number;
  item: ItemId;
  /** Position in CATEGORIES, or -1. */
  category: number;
  /** 0 where the line is of no one settlement year. */
  settlement_year: number;
  quantity: number;
  unit_price: number;
  series: Series[];
  kind: Quantity;
  origins: number;
  /** Spent on persons past grant year 5. */
  after_phase: boolean;
};

/** Ledger entries in the order they were made; the only place where an amount is computed. */
export type Ledger = { entries: Entry[]; first_year: number; years: number };

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
  funksjon: string;
  art: string;
  tag: Tag;
  parameters: string[];
  status: Status;
  quantity_status: Status;
  after_phase: boolean;
};

/** The amount of an entry in kroner; NaN where the unit price is unknown. */
export function amountOf(entry: { quantity: number; unit_price: number }): number {
  return entry.quantity * entry.unit_price;
}

/** What entries made together share. Settlement year 0 and category -1 mean none in particular. */
export type Source = { kind: Quantity; origins: number; settlement_year: number; category: number };

/** What rounding leaves of nothing. */
const NOISE = 1e-9;

/** Adds an entry to a year at the price of plan year `at`; nothing is written for a quantity of 0. */
export function addEntry(
  ledger: Ledger,
  year: number,
  item: ItemId,
  quantity: number,
  price: Price,
  at: number,
  source: Source,
  after_phase = false,
): void {
  if (Math.abs(quantity) < NOISE) return;
  // Written out: spreading costs more than everything else a forecast does.
  ledger.entries.push({
    year,
    item,
    category: source.category,
    settlement_year: source.settlement_year,
    quantity,
    unit_price: price.value[at] ?? NaN,
    series: price.series,
    kind: source.kind,
    origins: source.origins,
    after_phase,
  });
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

/** The last year with an entry, or the last of the plan. */
export function lastYear(ledger: Ledger): number {
  let last = ledger.first_year + ledger.years - 1;
  for (const entry of ledger.entries) if (entry.year > last) last = entry.year;
  return last;
}

/** The lines with status, parameters and codes. `openingStatus` is the weakest status of the opening population. */
export function ledgerLines(ledger: Ledger, parameters: Parameters, openingStatus: Status): LedgerLine[] {
  const quantities = new Map<number, QuantitySource>();
  return ledger.entries.map((entry) => {
    const item: Item = ITEMS[entry.item];
    const at = entry.year - parameters.first;
    const d = entry.settlement_year ? Math.min(entry.year - entry.settlement_year + 1, 6) : 0;
    const key = ((KINDS.indexOf(entry.kind) * 16 + entry.origins) * 8 + entry.category + 1) * 8 + d;
    let quantity = quantities.get(key);
    if (!quantity) {
      quantity = quantitySource(entry, d, parameters, openingStatus);
      quantities.set(key, quantity);
    }
    let status = 0;
    let addresses: string[] = [];
    for (const series of entry.series) {
      status = weaker(status, series.status[at] ?? UNKNOWN);
      const of = addressesOf(parameters, series, entry.year);
      addresses = addresses.length === 0 ? of : addresses.concat(of);
    }
    const amount = amountOf(entry);
    const known = !Number.isNaN(amount);
    return {
      year: entry.year,
      tail: entry.year >= ledger.first_year + ledger.years,
      side: item.side,
      item: entry.item,
      category: CATEGORIES[entry.category] ?? null,
      settlement_year: entry.settlement_year || null,
      quantity: entry.quantity,
      unit: item.unit,
      unit_price: known ? entry.unit_price : null,
      amount: known ? amount : null,
      funksjon: item.funksjon,
      art: item.art,
      tag: item.tag,
      parameters: addresses.concat(quantity.addresses),
      status: known ? statusAt(status) : 'unknown',
      quantity_status: statusAt(quantity.status[at] ?? UNKNOWN),
      after_phase: entry.after_phase,
    };
  });
}

const UNKNOWN = statusIndex('unknown');

/** The parameters that set a quantity, and the weakest of their statuses by year. */
type QuantitySource = { addresses: string[]; status: Uint8Array };

function quantitySource(entry: Entry, d: number, parameters: Parameters, openingStatus: Status): QuantitySource {
  const addresses = [...KIND_ADDRESSES[entry.kind], ...originAddresses(entry, d)];
  const start = entry.origins & OPENING ? statusIndex(openingStatus) : 0;
  const status = new Uint8Array(parameters.last - parameters.first + 1).fill(start);
  for (const address of addresses) {
    const of = seriesOf(parameters, address).status;
    for (let at = 0; at < status.length; at += 1) status[at] = weaker(status[at] ?? UNKNOWN, of[at] ?? UNKNOWN);
  }
  return { addresses, status };
}

const KIND_ADDRESSES: Record<Quantity, string[]> = {
  settled: [],
  residents: ['relocation.scale'],
  language: ['language_grant.high_share', 'language_grant.age_min', 'language_grant.age_max', 'relocation.scale'],
  language_settled: ['language_grant.high_share', 'language_grant.age_min', 'language_grant.age_max'],
  counted: ['language_grant.age_min', 'language_grant.age_max', 'relocation.scale'],
  special_needs: ['special_needs.share', 'relocation.scale'],
  participants: [
    'programme.start_lag',
    'programme.age_min',
    'programme.age_max',
    'introduction_benefit.young_below',
    'relocation.scale',
  ],
  teachers: [
    'capacity.fewest',
    'education.teachers_per_group',
    'education.group_size',
    'education.teaching_share',
    'education.other_share',
    'staff.teacher.minimum',
    'staff.teacher.step',
    'staff.hiring_lag',
    'staff.notice',
  ],
  rooms: [
    'capacity.fewest',
    'rooms.modules_per_room',
    'rooms.owned',
    'rooms.lease_months',
    'rooms.lease_extension_months',
    'education.group_size',
    'education.groups_per_room',
    'education.teaching_share',
    'education.other_share',
  ],
  advisers: ['staff.adviser.ratio', 'staff.adviser.minimum', 'staff.adviser.step', 'staff.hiring_lag', 'staff.notice'],
  fund: ['fund.rule'],
};

const KINDS = Object.keys(KIND_ADDRESSES) as Quantity[];

function originAddresses(entry: Entry, d: number): string[] {
  const { origins, kind } = entry;
  const category = CATEGORIES[entry.category];
  const addresses: string[] = [];
  if (origins & SETTLED) {
    addresses.push('settlement.persons', 'settlement.realisation');
    if (category) addresses.push(`settlement.mix.${category}`);
  }
  if (origins & FAMILY) {
    addresses.push('family_immigration.rate');
    if (category === 'adult' || category === 'child') addresses.push(`family_immigration.mix.${category}`);
  }
  if (origins & MOVED_IN) {
    addresses.push('relocation.in.persons');
    if (d >= 2 && d <= 5) addresses.push(`relocation.in.year${d}`);
  }
  if (kind === 'participants' || kind === 'advisers' || kind === 'teachers' || kind === 'rooms') {
    addresses.push('programme.participation.ordinary', 'programme.participation.collective');
  } else if (d >= 2) {
    for (let year = 1; year <= Math.min(d, 5); year += 1) addresses.push(`relocation.out.year${year}`);
    addresses.push('relocation.sharing');
  }
  return addresses;
}
