import type { Ledger, LedgerLine } from './ledger';
import { winningOverride, type Override } from './overrides';
import type { LeanParameter, RatesMark, Reference } from './parameter';
import { addressesOf, seriesOf, valueAt, type Parameters } from './resolve';
import { statusAt, type Status } from './status';
import { weakest } from './why-lines';

/** Who a value comes from: the files, what is known of the municipality, the scenario as it was opened, the user, or a group. */
export type Setter = 'standard' | 'municipality' | 'scenario' | 'user' | 'group';
const SETTERS: readonly Setter[] = ['standard', 'municipality', 'scenario', 'user', 'group'];

/** A value and the years it holds in; NaN where unknown, an option by its position. */
export type ValueInYears = { from: number; to: number; value: number };

/** A parameter behind a figure, as it stands in the years asked about. */
export type Source = {
  address: string;
  parameter: LeanParameter;
  keys: Record<string, string | number>;
  values: ValueInYears[];
  status: Status;
  setter: Setter;
  /** The rate set of the municipality's own that states it; `null` where it is no such one. */
  rates: RatesMark | null;
  /** Where the value is taken from; `null` where the scenario or the user set it. */
  reference: Reference | null;
  /** First day the stated value holds from. */
  from: string | null;
  /** Kroner of the lines that rest on it, or its place in a count; the larger, the weightier. */
  weight: number;
};

/** What a source is looked up by: the parameters, the settings the scenario was opened with, those of a group, and the years. */
export type Lookup = {
  parameters: Parameters;
  original: Override[];
  moves: readonly Override[];
  years: readonly number[];
  planned: number[];
};

/**
 * Addresses by the kroner that rest on them: a price by all of its lines, what sets a quantity by its part of them.
 * Without `priced` prices are left out, as for a count they have no say in.
 */
export function weightsOf(
  lines: LedgerLine[],
  ledger: Ledger,
  parameters: Parameters,
  years: readonly number[],
  priced: boolean,
): Map<string, number> {
  const prices = pricesOf(ledger, parameters, years);
  const weights = new Map<string, number>();
  for (const line of lines) {
    const kroner = Math.abs(line.amount ?? 0);
    const counts = line.parameters.filter((address) => !prices.has(address));
    for (const address of line.parameters) {
      const isPrice = prices.has(address);
      if (isPrice && !priced) continue;
      const part = isPrice ? kroner : kroner / counts.length;
      weights.set(address, (weights.get(address) ?? 0) + part);
    }
  }
  return weights;
}

/** Every address that sets the price of an entry of the years. */
function pricesOf(ledger: Ledger, parameters: Parameters, years: readonly number[]): Set<string> {
  const prices = new Set<string>();
  for (let entry = 0; entry < ledger.length; entry += 1) {
    const year = ledger.first_year + (ledger.at[entry] ?? 0);
    if (!years.includes(year)) continue;
    for (const series of ledger.series[entry] ?? [])
      for (const address of addressesOf(parameters, series, year)) prices.add(address);
  }
  return prices;
}

/** The parameters at some addresses, the weightiest first. */
export function sourcesOf(weights: Map<string, number>, lookup: Lookup): Source[] {
  return [...weights].map(([address, weight]) => sourceOf(address, weight, lookup)).sort((a, b) => b.weight - a.weight);
}

function sourceOf(address: string, weight: number, lookup: Lookup): Source {
  const { parameters, years, planned } = lookup;
  const series = seriesOf(parameters, address);
  const of = yearsRead(address, { parameters, years, planned });
  const cell = parameters.catalogue.cells.get(address);
  if (!cell) throw new Error(`no parameter: ${address}`);
  const at = of.map((year) => year - parameters.first);
  const stated = at.map((each) => series.block[each] ?? -1).filter((block) => block >= 0);
  const block = series.parameter.values[stated.at(-1) ?? -1];
  const setters = of.map((year) => SETTERS.indexOf(setterOf(address, year, lookup)));
  return {
    address,
    parameter: series.parameter,
    keys: cell.keys,
    values: valuesIn(of, (year) => series.value[year - parameters.first] ?? NaN),
    status: weakest(at.map((each) => statusAt(series.status[each] ?? 0))),
    setter: SETTERS[Math.max(...setters)] ?? 'standard',
    rates: block?.rates ?? null,
    reference: block?.reference ?? null,
    from: block?.from ?? null,
    weight,
  };
}

/** The years a value is read in for a figure of some years: who is settled in the plan, and how prices grew up to then. */
function yearsRead(
  address: string,
  { parameters, years, planned }: Pick<Lookup, 'parameters' | 'years' | 'planned'>,
): readonly number[] {
  if (address.startsWith('settlement.')) return planned;
  if (address !== 'deflator') return years;
  const level = valueAt(parameters, 'prices.year', years.at(-1) ?? 0) || Math.max(...years);
  const [first, last] = parameters.catalogue.priceYears;
  const from = Math.min(level, first) + 1;
  const grown = Array.from({ length: Math.max(level, last) - from + 1 }, (_, at) => from + at);
  const known = grown.filter((year) => !Number.isNaN(valueAt(parameters, address, year)));
  return known.length > 0 ? known : years;
}

/** Values by year, years with the same value together. */
function valuesIn(years: readonly number[], valueIn: (year: number) => number): ValueInYears[] {
  const values: ValueInYears[] = [];
  for (const year of years) {
    const value = valueIn(year);
    const last = values.at(-1);
    if (last && Object.is(last.value, value)) last.to = year;
    else values.push({ from: year, to: year, value });
  }
  return values;
}

function setterOf(address: string, year: number, { parameters, original, moves }: Lookup): Setter {
  const cell = parameters.catalogue.cells.get(address);
  if (!cell) return 'standard';
  const { id } = cell.parameter;
  const won = winningOverride(parameters.overrides.get(id) ?? [], cell.tokens, year);
  if (!won) return 'standard';
  if (moves.includes(won)) return 'group';
  if (won.status) return 'municipality';
  const first = winningOverride(
    original.filter((override) => override.id === id),
    cell.tokens,
    year,
  );
  return first?.value === won.value ? 'scenario' : 'user';
}
