import { CATEGORIES } from './cohort';
import { NOISE, zeros } from './columns';
import { ITEMS, ITEM_IDS, ITEM_LIST, type Item, type ItemId, type Side, type Tag } from './items';
import { UNKNOWN, quantitySource, type QuantitySource } from './quantities';
import { ratesAt } from './rates';
import { addressesOf, seriesOf, workedOut, type Parameters, type Series } from './resolve';
import { statusAt, statusIndex, weaker, type Status } from './status';

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
  /** Only where the unit price comes from a draft of the municipality's own rates. */
  draft?: true;
};

const ROOM = 512;

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

/** The id of the item of an entry. */
export function itemIdAt(ledger: Ledger, entry: number): ItemId {
  const item = ITEM_IDS[ledger.item[entry] ?? -1];
  if (!item) throw new Error(`no item: ${entry}`);
  return item;
}

/** The item of an entry. */
export function itemAt(ledger: Ledger, entry: number): Item {
  const item = ITEM_LIST[ledger.item[entry] ?? -1];
  if (!item) throw new Error(`no item: ${entry}`);
  return item;
}

/**
 * What entries made together share, `kind` as its position in the quantities. Settlement year 0 and category -1 mean none
 * in particular.
 */
export type Source = { kind: number; origins: number; settlement_year: number; category: number };

/**
 * Adds an entry of an item, by its position, to year `at` of the plan at the price of plan year `priced`; nothing is
 * written for a quantity of 0. `late` is the share paid the year after.
 */
export function addEntry(
  ledger: Ledger,
  at: number,
  item: number,
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
  ledger.item[entry] = item;
  ledger.category[entry] = source.category;
  ledger.settlement_year[entry] = source.settlement_year;
  ledger.quantity[entry] = quantity;
  ledger.unit_price[entry] = price.value[priced] ?? NaN;
  ledger.late[entry] = late;
  ledger.series.push(price.series);
  ledger.kind[entry] = source.kind;
  ledger.origins[entry] = source.origins;
  ledger.after_phase[entry] = after_phase ? 1 : 0;
}

/** The price a cell gives by year of the plan. */
export function priceOf(parameters: Parameters, address: string): Price {
  const series = seriesOf(parameters, address);
  return { value: series.planned, series: [series] };
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
  const opening = statusIndex(openingStatus);
  const lines: LedgerLine[] = [];
  for (let entry = 0; entry < ledger.length; entry += 1) {
    const planYear = ledger.at[entry] ?? 0;
    if (planYear < 0) continue;
    const year = ledger.first_year + planYear;
    const at = year - parameters.first;
    const item = itemAt(ledger, entry);
    const kind = ledger.kind[entry] ?? 0;
    const origins = ledger.origins[entry] ?? 0;
    const category = ledger.category[entry] ?? -1;
    const settlementYear = ledger.settlement_year[entry] ?? 0;
    const d = settlementYear ? Math.min(year - settlementYear + 1, 6) : 0;
    const quantity = quantitySource(kind, origins, category, d);
    const counted = workedOut(parameters, quantity.status)[at] ?? UNKNOWN;
    let status = 0;
    let bits = 0;
    const series = ledger.series[entry] ?? [];
    for (const each of series) {
      status = weaker(status, each.status[at] ?? UNKNOWN);
      bits = bits * 128 + (each.modifier[at] ?? 0);
    }
    const behind = addressesBehind(series, bits, quantity, parameters, year);
    const amount = amountAt(ledger, entry);
    const known = !Number.isNaN(amount);
    lines.push({
      year,
      tail: planYear >= ledger.years,
      side: item.side,
      item: itemIdAt(ledger, entry),
      category: category < 0 ? null : (CATEGORIES[category] ?? null),
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
      quantity_status: statusAt(quantity.opening ? weaker(counted, opening) : counted),
      after_phase: ledger.after_phase[entry] === 1,
      ...(series.some((each) => ratesAt(each, at)?.status === 'draft') && { draft: true }),
    });
  }
  return lines;
}

/** Lists of addresses by the series of a price; lines with the same price, modifiers and quantity share one. */
const written = new WeakMap<Series[], { bits: number; quantity: QuantitySource; addresses: string[] }[]>();

function addressesBehind(
  series: Series[],
  bits: number,
  quantity: QuantitySource,
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
