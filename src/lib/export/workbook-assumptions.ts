import { seriesOf, type Parameters, type Series } from '$lib/model/resolve';
import type { Given } from './outgoing';
import { FIRST_YEAR, HEADING } from './workbook-book';
import { columnName, referAcross } from './workbook-cells';
import { growthIn, levelYear, statedIn, type Modifier, type StatedValue } from './workbook-stated';
import { fixedTerm, inCell, over, plus, raised, times, type Term } from './workbook-terms';

/** A parameter on the sheet: what was stated each year, and where it stands there and as it is used. Rows count from 0. */
export type AssumptionRow = {
  series: Series;
  month: number;
  values: StatedValue[];
  /** The row of the values that may be changed. */
  row: number;
  /** The row of the values that are used, where prices, index or scale change them on the way. */
  used: number | null;
};

/** The price level by calendar year, from the first one anything is priced in: 1 in that year. */
export type Level = { year: number; growth: number | null; series: Series | null; value: number; row: number };

/** Where everything that sets a unit price stands. */
export type Assumptions = {
  sheet: string;
  years: readonly number[];
  parameters: Parameters;
  rows: AssumptionRow[];
  /** What several of them share: index, scale, what the fund began with. */
  shared: AssumptionRow[];
  /** The row with the price level of each year of the plan, and the levels themselves. */
  levelRow: number;
  levels: Level[];
  /** What is chosen among some ways; a choice is words, and nothing is worked out anew from it. */
  choices: { series: Series; row: number }[];
  /** The row after the last. */
  end: number;
};

/** Parameters that are not of one line's price, but of what is worked out from many. */
const FUND = 'fund.opening';
const CHOICES = ['fund.rule', 'fund.covers_education'];

/** Everything on the sheet of assumptions of a plan, each in its place: the order is that of the lines they are first used by. */
export function assumptionsOf(given: Given, sheet: string): Assumptions {
  const { parameters } = given.plan;
  const { years } = given.forecast;
  const behind = seriesBehind(given);
  const rows = behind.filter(({ parameter }) => !parameter.options).map((series) => rowOf(parameters, series, years));
  let row = HEADING + 2;
  for (const each of rows) {
    each.row = row++;
    if (changes(each)) each.used = row++;
  }
  const modifiers = new Set(rows.flatMap(modifiersOf));
  const shared = [...sharedOf(parameters, rows, modifiers), seriesOf(parameters, FUND)].map((series) =>
    rowOf(parameters, series, years),
  );
  row += 2;
  for (const each of shared) each.row = row++;
  row += 2;
  const levelRow = row++;
  row += 1;
  const levels = levelsOf(parameters, rows, years).map((level) => ({ ...level, row: row++ }));
  row += 2;
  const held = (['rates.year', 'prices.year'] as const).filter((id) => modifiers.has(id));
  const chosen = [
    ...behind.filter(({ parameter }) => parameter.options),
    ...addressed(parameters, [...held, ...CHOICES]),
  ];
  const choices = [...new Set(chosen)].map((series) => ({ series, row: row++ }));
  return { sheet, years, parameters, rows, shared, levelRow, levels, choices, end: row };
}

function addressed(parameters: Parameters, addresses: readonly string[]): Series[] {
  return addresses.map((address) => seriesOf(parameters, address));
}

/** Every series that sets the price of a line, in the order of the lines. */
function seriesBehind({ plan: { parameters }, forecast: { ledger, years } }: Given): Series[] {
  const found = new Set<Series>();
  const seen = new Set<Series[]>();
  for (let entry = 0; entry < ledger.length; entry += 1) {
    const series = ledger.series[entry] ?? [];
    if ((ledger.at[entry] ?? -1) < 0 || seen.has(series)) continue;
    seen.add(series);
    for (const each of series) found.add(each);
    if (series.some(({ address }) => address === ZONE))
      for (let at = 0; at < years.length; at += 1) found.add(taxOf(parameters, at));
  }
  return [...found];
}

const ZONE = 'staff.tax_zone';

/** The employer's contribution of the zone the municipality is in, in a year of the plan. */
export function taxOf(parameters: Parameters, at: number): Series {
  const zone = seriesOf(parameters, ZONE);
  const option = zone.parameter.options?.[zone.planned[at] ?? -1];
  const cell = parameters.catalogue.cellsOf.get('staff.employer_tax')?.find(({ keys }) => keys.zone === option);
  if (!cell) throw new Error(`no employer tax: zone ${option}`);
  return seriesOf(parameters, cell.address);
}

/** The basic amount changes on 1 May; its two series of a year are of the same address. */
const LATER_MONTH = 5;

function rowOf(parameters: Parameters, series: Series, years: readonly number[]): AssumptionRow {
  const month = seriesOf(parameters, series.address) === series ? 1 : LATER_MONTH;
  const values = years.map((year) => statedIn(parameters, series, year, month));
  return { series, month, values, row: 0, used: null };
}

function modifiersOf({ values }: AssumptionRow): Modifier[] {
  return values.flatMap(({ modifiers }) => modifiers);
}

/** Whether anything but the year it is taken from changes a value on its way to being used. */
function changes(row: AssumptionRow): boolean {
  return modifiersOf(row).some((modifier) => modifier !== 'rates.year');
}

/** The series that change others: the index of rates, the scales, each once. */
function sharedOf(parameters: Parameters, rows: AssumptionRow[], modifiers: Set<Modifier>): Series[] {
  const plain = (['rates.index', 'prices.scale'] as const).filter((id) => modifiers.has(id));
  const scaled = rows.filter((row) => modifiersOf(row).includes('rates.scale')).map(scaleAddress);
  return addressed(parameters, [...plain, ...new Set(scaled)]);
}

/** The scale that a state grant follows. */
function scaleAddress({ series }: AssumptionRow): string {
  return `rates.scale.${series.parameter.id.split('.')[1]}`;
}

function levelsOf(parameters: Parameters, rows: AssumptionRow[], years: readonly number[]): Omit<Level, 'row'>[] {
  const priced = rows.flatMap(({ values }) => values.flatMap(({ price_year }) => price_year ?? []));
  const all = [...priced, ...years.map((year) => levelYear(parameters, year))].map((year) => within(parameters, year));
  const [first, last] = [Math.min(...all), Math.max(...all)];
  let value = 1;
  return Array.from({ length: last - first + 1 }, (_, at) => {
    const year = first + at;
    if (at === 0) return { year, growth: null, series: null, value };
    const { series, value: growth } = growthIn(parameters, year);
    value *= 1 + growth;
    return { year, growth, series, value };
  });
}

function within({ first, last }: Parameters, year: number): number {
  return Math.min(Math.max(year, first), last);
}

/** The column of the price levels, beside the growth they follow from. */
export const LEVEL = FIRST_YEAR + 1;

function levelAt({ levels, parameters }: Assumptions, year: number): Level {
  const level = levels.find((each) => each.year === within(parameters, year));
  if (!level) throw new Error(`no price level: ${year}`);
  return level;
}

/** A cell of the sheet itself. */
function here(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

/** The price level of a calendar year, as a cell of the sheet itself that stays where it is. */
export function levelTerm(of: Assumptions, year: number): Term {
  const { row, value } = levelAt(of, year);
  return inCell(`$${columnName(LEVEL)}$${row + 1}`, value);
}

/** The price level a year of the plan is at, as a cell of any sheet. */
export function levelInPlan(of: Assumptions, at: number): Term {
  const { value } = levelAt(of, levelYear(of.parameters, of.years[at] ?? NaN));
  return inCell(referAcross(of.sheet, of.levelRow, FIRST_YEAR + at), value);
}

/** What is used of a parameter in a year of the plan, from what is stated and what changes it; cells of the sheet itself. */
export function usedTerm(of: Assumptions, row: AssumptionRow, at: number): Term {
  const stated = row.values[at];
  const column = FIRST_YEAR + at;
  const parts = [inCell(here(row.row, column), stated?.value ?? NaN)];
  const shared = (address: string): Term => sharedTerm(of, address, at);
  const year = of.years[at] ?? NaN;
  if (stated?.modifiers.includes('rates.index')) {
    const since = `${columnName(column)}$${HEADING + 1}-${stated.last}`;
    parts.push(raised(plus(fixedTerm(1), shared('rates.index')), since, year - stated.last));
  }
  if (stated?.modifiers.includes('rates.scale')) parts.push(shared(scaleAddress(row)));
  const isDeflated = modifiersOf(row).includes('deflator');
  if (isDeflated && stated && stated.price_year !== null) {
    const { value } = levelAt(of, levelYear(of.parameters, year));
    parts.push(over(inCell(`${columnName(column)}$${of.levelRow + 1}`, value), levelTerm(of, stated.price_year)));
  }
  if (stated?.modifiers.includes('prices.scale')) parts.push(shared('prices.scale'));
  return times(...parts);
}

function sharedTerm({ shared }: Assumptions, address: string, at: number): Term {
  const row = shared.find(({ series }) => series.address === address);
  if (!row) throw new Error(`not shared: ${address}`);
  return inCell(here(row.row, FIRST_YEAR + at), row.values[at]?.value ?? NaN);
}

/** What is used of a series in a year of the plan, as a cell of any sheet. */
export function termOf({ sheet, rows, shared }: Assumptions, series: Series, at: number): Term {
  const row = [...rows, ...shared].find((each) => each.series === series);
  if (!row) throw new Error(`not on the sheet: ${series.address}`);
  return inCell(referAcross(sheet, row.used ?? row.row, FIRST_YEAR + at), series.planned[at] ?? NaN);
}
