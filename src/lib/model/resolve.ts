import {
  isPriced,
  lastConfirmed,
  lastStatedYear,
  siblings,
  statedAt,
  type Catalogue,
  type CatalogueCell,
} from './catalogue';
import { sameOverrides, winningOverride, type Override } from './overrides';
import type { LeanParameter } from './parameter';
import { statusAt, statusIndex, weaker, type Status } from './status';

/** What else than the cell itself made a value: bits of {@link Series.modifier}. */
export const MODIFIERS = [
  'rates.year',
  'rates.index',
  'rates.scale',
  'deflator',
  'prices.index',
  'prices.year',
  'prices.scale',
] as const;
const [RATES_YEAR, RATES_INDEX, RATES_SCALE, DEFLATOR, PRICES_INDEX, PRICES_YEAR, PRICES_SCALE] = [
  1, 2, 4, 8, 16, 32, 64,
];

/** The values of one cell by year (index `year - parameters.first`). Unknown is NaN; an option is its position. */
export type Series = {
  address: string;
  parameter: LeanParameter;
  value: Float64Array;
  /** The values from the first year of the plan on. */
  planned: Float64Array;
  /** Position in STATUSES. */
  status: Uint8Array;
  /** Bits naming the {@link MODIFIERS} that changed the value. */
  modifier: Uint8Array;
  /** Position in `parameter.values`; -1 where the scenario set the value or nothing states it. */
  block: Int16Array;
  /** Addresses by modifier, filled when asked for. */
  addresses: string[][];
};

/** Parameters as one scenario sees them. Immutable; series are built when asked for and kept. */
export type Parameters = {
  first: number;
  last: number;
  first_year: number;
  catalogue: Catalogue;
  overrides: ReadonlyMap<string, Override[]>;
  kept: Map<string, Series>;
  /** What has been worked out of the series, by what did it. */
  worked: Map<unknown, Worked>;
  /** Where parameters are noted as they are read, while something is worked out. */
  read: Set<LeanParameter> | null;
};

/** A result with the parameters that were read for it. */
type Worked = { result: unknown; read: Set<LeanParameter> };

const UNKNOWN = statusIndex('unknown');
const OWN = statusIndex('own');
const CARRIED_FORWARD = statusIndex('carried_forward');

/** Parameters for the years of a plan and the settlement years before it, with the overrides of a scenario. */
export function resolve(of: Catalogue, overrides: Override[], firstYear: number, lastYear: number): Parameters {
  const [firstPrice, lastPrice] = of.priceYears;
  const first = Math.min(firstYear - SETTLED_BEFORE, firstPrice);
  return unresolved(of, overrides, first, Math.max(lastYear, lastPrice), firstYear);
}

/** How many years before the plan those in an opening population may have settled and still be told apart. */
const SETTLED_BEFORE = 25;

function unresolved(of: Catalogue, overrides: Override[], first: number, last: number, first_year: number): Parameters {
  const byId = new Map<string, Override[]>();
  for (const override of overrides) {
    const known = byId.get(override.id);
    if (known) known.push(override);
    else byId.set(override.id, [override]);
  }
  return { first, last, first_year, catalogue: of, overrides: byId, kept: new Map(), worked: new Map(), read: null };
}

/** The same parameters with other overrides; what no override touches is shared, so a lever costs only what it moves. */
export function withOverrides(base: Parameters, overrides: Override[]): Parameters {
  const next = unresolved(base.catalogue, overrides, base.first, base.last, base.first_year);
  const touched = new Set(
    [...base.overrides.keys(), ...next.overrides.keys()].filter(
      (id) => !sameOverrides(base.overrides.get(id) ?? [], next.overrides.get(id) ?? []),
    ),
  );
  const rates = ['rates.year', 'rates.index', 'rates.scale'].some((id) => touched.has(id));
  const prices = ['prices.year', 'prices.index', 'prices.scale', 'deflator'].some((id) => touched.has(id));
  const isMoved = (parameter: LeanParameter): boolean =>
    touched.has(parameter.id) || (rates && parameter.state_set === true) || (prices && isPriced(parameter));
  for (const [key, series] of base.kept) if (!isMoved(series.parameter)) next.kept.set(key, series);
  for (const [make, worked] of base.worked) if (!some(worked.read, isMoved)) next.worked.set(make, worked);
  return next;
}

function some<T>(of: Iterable<T>, holds: (one: T) => boolean): boolean {
  for (const one of of) if (holds(one)) return true;
  return false;
}

/** The series of a cell, valued on the first of `month` (1 by default) of each year. */
export function seriesOf(parameters: Parameters, address: string, month = 1): Series {
  const key = month === 1 ? address : `${address}@${month}`;
  let series = parameters.kept.get(key);
  if (!series) {
    const cell = parameters.catalogue.cells.get(address);
    if (!cell) throw new Error(`no parameter: ${address}`);
    series = buildSeries(parameters, cell, month);
    parameters.kept.set(key, series);
  }
  parameters.read?.add(series.parameter);
  return series;
}

/** The values of a cell by year of the plan, as a view of its series; NaN where unknown. */
export function planned(parameters: Parameters, address: string): Float64Array {
  return seriesOf(parameters, address).planned;
}

/**
 * The result of `make`, which reads nothing but series, made once for as long as no setting moves a parameter it has
 * read. What is worked out once is shared: nobody writes to it.
 */
export function workedOut<T>(parameters: Parameters, make: (parameters: Parameters) => T): T {
  let known = parameters.worked.get(make);
  if (!known) {
    const outer = parameters.read;
    const read = (parameters.read = new Set<LeanParameter>());
    known = { result: make(parameters), read };
    parameters.read = outer;
    parameters.worked.set(make, known);
  }
  if (parameters.read) for (const parameter of known.read) parameters.read.add(parameter);
  return known.result as T;
}

/** The value in a year; NaN where unknown. */
export function valueAt(parameters: Parameters, address: string, year: number): number {
  return seriesOf(parameters, address).value[year - parameters.first] ?? NaN;
}

/** The chosen option in a year, such as `twelfths`. */
export function optionAt(parameters: Parameters, id: string, year: number): string {
  const series = seriesOf(parameters, id);
  const option = series.parameter.options?.[series.value[year - parameters.first] ?? -1];
  if (option === undefined) throw new Error(`no option: ${id} in ${year}`);
  return option;
}

/** The chosen option by year of the plan. */
export function optionsOf(parameters: Parameters, id: string): string[] {
  const { options } = seriesOf(parameters, id).parameter;
  return Array.from(planned(parameters, id), (chosen) => {
    const option = options?.[chosen];
    if (option === undefined) throw new Error(`no option: ${id}`);
    return option;
  });
}

/** The status in a year. */
export function statusOf(parameters: Parameters, address: string, year: number): Status {
  return statusAt(seriesOf(parameters, address).status[year - parameters.first] ?? UNKNOWN);
}

/** Whether the scenario sets the cell in the year. */
export function isOwn(parameters: Parameters, address: string, year: number): boolean {
  return statusOf(parameters, address, year) === 'own';
}

/** The addresses behind a value: the cell's own and those of the rates and prices parameters that changed it. */
export function addressesOf(parameters: Parameters, series: Series, year: number): string[] {
  const bits = series.modifier[year - parameters.first] ?? 0;
  let addresses = series.addresses[bits];
  if (!addresses) {
    const grant = series.parameter.id.split('.')[1];
    const modifiers = MODIFIERS.filter((_, index) => bits & (1 << index));
    addresses = [series.address, ...modifiers.map((id) => (id === 'rates.scale' ? `${id}.${grant}` : id))];
    series.addresses[bits] = addresses;
  }
  return addresses;
}

function buildSeries(parameters: Parameters, cell: CatalogueCell, month: number): Series {
  const length = parameters.last - parameters.first + 1;
  const value = new Float64Array(length);
  const series: Series = {
    address: cell.address,
    parameter: cell.parameter,
    value,
    planned: value.subarray(parameters.first_year - parameters.first),
    status: new Uint8Array(length),
    modifier: new Uint8Array(length),
    block: new Int16Array(length).fill(-1),
    addresses: [],
  };
  for (let at = 0; at < length; at += 1) setYear(parameters, cell, series, parameters.first + at, month);
  return series;
}

function setYear(parameters: Parameters, cell: CatalogueCell, series: Series, year: number, month: number): void {
  const { parameter } = cell;
  const at = year - parameters.first;
  const own = overrideFor(parameters, cell, year);
  const ratesYear = parameter.state_set && !own ? valueAt(parameters, 'rates.year', year) : 0;
  const stated = statedAt(cell, (ratesYear || year) * 12 + month - 1);
  let value = own ? own.value : (stated?.value ?? NaN);
  let status = own ? (own.status ? statusIndex(own.status) : OWN) : stated ? stated.status : UNKNOWN;
  let modifier = 0;
  if (!own && parameter.sums_over && parameters.overrides.has(parameter.id))
    value = shareOfRest(parameters, cell, year, value);
  if (!own && stated) {
    series.block[at] = stated.block;
    if ((ratesYear || year) * 12 + month - 1 > stated.confirmed) status = weaker(status, CARRIED_FORWARD);
    if (ratesYear) {
      modifier |= RATES_YEAR;
      if (ratesYear !== year) status = weaker(status, CARRIED_FORWARD);
    }
  }
  if (parameter.state_set) {
    const index = own || ratesYear ? 0 : valueAt(parameters, 'rates.index', year);
    const last = lastStatedYear(cell);
    if (index && year > last && year * 12 + month - 1 > lastConfirmed(cell)) {
      value *= (1 + index) ** (year - last);
      status = weaker(status, seriesOf(parameters, 'rates.index').status[at] ?? UNKNOWN);
      modifier |= RATES_INDEX;
    }
    const scale = `rates.scale.${parameter.id.split('.')[1]}`;
    const factor = parameters.catalogue.cells.has(scale) ? valueAt(parameters, scale, year) : 1;
    if (factor !== 1) {
      value *= factor;
      status = weaker(status, seriesOf(parameters, scale).status[at] ?? UNKNOWN);
      modifier |= RATES_SCALE;
    }
  }
  // What a scenario states without a year is in kroner of the plan's first year, or of the one year prices are held at.
  const held = own && isPriced(parameter) ? valueAt(parameters, 'prices.year', year) : 0;
  const priceYear = own ? (own.year ?? (held || parameters.first_year)) : (stated?.price_year ?? null);
  if (priceYear !== null && isPriced(parameter)) {
    const level = priceLevel(parameters, year);
    const from = levelOf(parameters, priceYear);
    value *= level.value / from.value;
    if (level.year !== priceYear) {
      modifier |= DEFLATOR;
      if (level.year !== year) modifier |= PRICES_YEAR;
      const [low, high] = level.year < priceYear ? [level.year, priceYear] : [priceYear, level.year];
      for (let step = low + 1; step <= high; step += 1) {
        if (!Number.isNaN(valueAt(parameters, 'deflator', step))) continue;
        modifier |= PRICES_INDEX;
        status = weaker(status, seriesOf(parameters, 'prices.index').status[step - parameters.first] ?? UNKNOWN);
      }
    }
  }
  if (priceYear !== null && isPriced(parameter)) {
    const factor = valueAt(parameters, 'prices.scale', year);
    if (factor !== 1) {
      value *= factor;
      status = weaker(status, seriesOf(parameters, 'prices.scale').status[at] ?? UNKNOWN);
      modifier |= PRICES_SCALE;
    }
  }
  series.value[at] = value;
  series.status[at] = Number.isNaN(value) ? UNKNOWN : status;
  series.modifier[at] = modifier;
}

function overrideFor(parameters: Parameters, cell: CatalogueCell, year: number): Override | null {
  return winningOverride(parameters.overrides.get(cell.parameter.id) ?? [], cell.tokens, year);
}

/** Shares the scenario sets stand; the others share the rest in proportion to their defaults. */
function shareOfRest(parameters: Parameters, cell: CatalogueCell, year: number, standard: number): number {
  let set = 0;
  let isSet = false;
  let defaults = 0;
  for (const sibling of siblings(parameters.catalogue, cell)) {
    const own = overrideFor(parameters, sibling, year);
    if (own) set += own.value;
    else defaults += statedAt(sibling, year * 12)?.value ?? NaN;
    isSet ||= own !== null;
  }
  if (!isSet) return standard;
  return defaults > 0 ? Math.max(0, 1 - set) * (standard / defaults) : 0;
}

/** The price level of a year of the plan, which `prices.year` holds at one year. */
export function priceLevel(parameters: Parameters, year: number): { year: number; value: number } {
  return levelOf(parameters, valueAt(parameters, 'prices.year', year) || year);
}

function levelOf(parameters: Parameters, year: number): { year: number; value: number } {
  const within = Math.min(Math.max(year, parameters.first), parameters.last);
  return { year: within, value: workedOut(parameters, priceLevels)[within - parameters.first] ?? NaN };
}

function priceLevels(parameters: Parameters): Float64Array {
  const levels = new Float64Array(parameters.last - parameters.first + 1).fill(1);
  for (let at = 1; at < levels.length; at += 1) {
    const year = parameters.first + at;
    const growth = valueAt(parameters, 'deflator', year);
    levels[at] =
      (levels[at - 1] ?? 1) * (1 + (Number.isNaN(growth) ? valueAt(parameters, 'prices.index', year) : growth));
  }
  return levels;
}
