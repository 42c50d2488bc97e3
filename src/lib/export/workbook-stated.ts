import { lastStatedYear, statedAt, type CatalogueCell } from '$lib/model/catalogue';
import { winningOverride } from '$lib/model/overrides';
import type { Reference } from '$lib/model/parameter';
import { isPriced } from '$lib/model/catalogue';
import { ratesAt } from '$lib/model/rates';
import { MODIFIERS, priceLevel, seriesOf, valueAt, type Parameters, type Series } from '$lib/model/resolve';
import { statusAt, type Status } from '$lib/model/status';
import { ratesSetBy } from '$lib/text/rates-line';
import type { Text } from '$lib/text/text';

/** What else than the cell itself may change a value that is used. */
export type Modifier = (typeof MODIFIERS)[number];

/** A value of a year as it is stated or set, before prices, index and scale; NaN where unknown. */
export type StatedValue = {
  value: number;
  status: Status;
  /** What changed it on its way to the value that is used. */
  modifiers: Modifier[];
  /** The year its kroner are of; `null` where they are of the year itself. */
  price_year: number | null;
  /** The last year that is stated; what is later follows `rates.index`. */
  last: number;
};

/** The value of a series in a year as somebody stated it. `month` is the first month it is valued in. */
export function statedIn(parameters: Parameters, series: Series, year: number, month: number): StatedValue {
  const cell = cellOf(parameters, series);
  const { parameter, tokens } = cell;
  const at = year - parameters.first;
  const bits = series.modifier[at] ?? 0;
  const own = winningOverride(parameters.overrides.get(parameter.id) ?? [], tokens, year);
  const held = isPriced(parameter) ? valueAt(parameters, 'prices.year', year) : 0;
  const ratesYear = parameter.state_set && !own ? valueAt(parameters, 'rates.year', year) : 0;
  const stated = statedAt(cell, (ratesYear || year) * 12 + month - 1);
  return {
    value: own ? own.value : (stated?.value ?? NaN),
    status: statusAt(series.status[at] ?? 0),
    modifiers: MODIFIERS.filter((_, index) => bits & (1 << index)),
    price_year: own ? (own.year ?? (held || parameters.first_year)) : (stated?.price_year ?? null),
    last: lastStatedYear(cell),
  };
}

/** The cell of the catalogue that a series is of. */
export function cellOf(parameters: Parameters, { address }: Series): CatalogueCell {
  const cell = parameters.catalogue.cells.get(address);
  if (!cell) throw new Error(`no parameter: ${address}`);
  return cell;
}

/** The statuses of some years in words, years with the same together: `publisert 2024, ført fram 2025–2027`. */
export function statusName(statuses: Status[], years: readonly number[], text: Text): string {
  const spans: { status: Status; from: number; to: number }[] = [];
  for (const [at, status] of statuses.entries()) {
    const year = years[at] ?? NaN;
    const last = spans.at(-1);
    if (last?.status === status) last.to = year;
    else spans.push({ status, from: year, to: year });
  }
  if (spans.length === 1) return text.status[spans[0]?.status ?? 'unknown'];
  return spans
    .map(({ status, from, to }) => `${text.status[status]} ${from === to ? from : `${from}–${to}`}`)
    .join(', ');
}

/** Where the values of a series in some years are taken from, or who set them. */
export function sourceName(parameters: Parameters, series: Series, years: readonly number[], text: Text): string {
  const { parameter, tokens } = cellOf(parameters, series);
  const names = years.map((year) => {
    const own = winningOverride(parameters.overrides.get(parameter.id) ?? [], tokens, year);
    if (own) return text.parameters.setBy[own.status ? 'municipality' : 'scenario'];
    const at = year - parameters.first;
    const rates = ratesAt(series, at);
    if (rates) return ratesSetBy(rates, text);
    const reference = parameter.values[series.block[at] ?? -1]?.reference;
    return reference ? referenceName(reference, text) : text.parameters.noSource;
  });
  return [...new Set(names)].join('; ');
}

function referenceName({ title, page }: Reference, text: Text): string {
  if (page === undefined) return title;
  return `${title}, ${typeof page === 'number' ? text.parameters.page(String(page)) : text.parameters.point(page)}`;
}

/** Growth of prices from the year before: as made known, or as assumed where it is not; with the series it is of. */
export function growthIn(parameters: Parameters, year: number): { series: Series; value: number } {
  const known = valueAt(parameters, 'deflator', year);
  const series = seriesOf(parameters, Number.isNaN(known) ? 'prices.index' : 'deflator');
  return { series, value: series.value[year - parameters.first] ?? NaN };
}

/** The year whose price level a year is in: its own, or the one prices are held at. */
export function levelYear(parameters: Parameters, year: number): number {
  return priceLevel(parameters, year).year;
}
