import { BOUNDS, countedYears, type BacktestYear, type Bounds, type History } from './backtest-history';
import {
  BAND_FIGURES,
  OWN_YEARS,
  PHASE,
  isTried,
  leftOut,
  openingNotes,
  ownSpread,
  ratiosBefore,
  wantedFrom,
  yearOf,
  type BandFigure,
  type BandNote,
  type LeftOut,
  type Past,
  type Wanted,
} from './backtest-published';
import type { Catalogue } from './catalogue';
import type { CohortRow } from './cohort';
import { drawnHouseholds, drawsOf, futureOf, type Draws } from './draws';
import { estimatedRows } from './estimate';
import type { Forecast } from './forecast';
import { percentiles } from './futures';
import { ITEM_IDS } from './items';
import { amountAt, itemIdAt } from './ledger';
import type { Override } from './overrides';
import { planOf } from './plan';
import { SETTLED } from './population';
import { seedOf } from './random';
import type { Scenario } from './scenario';
import { SPREADS } from './spreads';

/**
 * A forecast made from what was known at the end of the year before `first_year`, beside what was published of `year` (of the
 * three years to it, for three years). `decided` is the decision of `first_year`, used for every year; `spread` the standard
 * deviation of realisation, `of_years` the earlier years it was estimated from (0: the default). `low`, `middle` and `high`
 * are the 10th, 50th and 90th percentile of the futures. Persons, or kroner paid in the year.
 */
export type BandCase = {
  figure: BandFigure;
  first_year: number;
  year: number;
  decided: number;
  spread: number;
  of_years: number;
  low: number;
  middle: number;
  high: number;
  published: number;
  outcome: 'below' | 'held' | 'above';
  notes: BandNote[];
};

/** The bands of one municipality. */
export type BandTest = { municipality: string; name: string; cases: BandCase[]; left_out: LeftOut[] };

/**
 * How many futures are drawn for each forecast, and from what seed; of these figures alone, and with this spread of realisation in
 * place of the estimated one, where they are given.
 */
export type Asked = { draws: number; seed: number; figures?: readonly BandFigure[]; spread?: number };

/** Tries the bands of every year of a municipality for which a decision was published. */
export function bandTest(
  of: Catalogue,
  history: History,
  known: Override[],
  { draws, seed, figures = BAND_FIGURES, spread }: Asked,
  bounds: Bounds = BOUNDS,
): BandTest {
  const past: Past = { history, years: countedYears(history, bounds), bounds };
  // What its whole past says of it was not known then.
  const before = known.filter(({ id, status }) => id !== SPREADS.realisation || status === undefined);
  const cases: BandCase[] = [];
  const left_out = leftOut(past).filter(({ figure }) => figures.includes(figure));
  for (const year of past.years.filter(isTried)) {
    const wanted = wantedFrom(past, year).filter(({ figure }) => figures.includes(figure));
    if (wanted.length === 0) continue;
    const { drawn, of_years } = drawsFrom(of, past, year, wanted, before, seed, spread);
    for (const [at, values] of figuresOf(drawn, wanted, draws).entries()) {
      const each = wanted[at];
      const { p10: low, p50: middle, p90: high } = percentiles(values);
      if (!each) continue;
      const { figure, published } = each;
      if (low === null || middle === null || high === null) {
        left_out.push({ figure, year: year.year + each.at, why: 'rate-unknown' });
        continue;
      }
      cases.push({
        figure,
        first_year: year.year,
        year: year.year + each.at,
        decided: year.decided ?? NaN,
        spread: drawn.spreads.realisation,
        of_years,
        ...{ low, middle, high, published },
        outcome: published < low ? 'below' : published > high ? 'above' : 'held',
        notes: figure === 'integration_grant' ? openingNotes(past, year.year) : [],
      });
    }
  }
  return { municipality: history.municipality, name: history.name, cases, left_out };
}

/**
 * The forecast from a year: its decision for every year, the rates of the year before, an opening estimated from the settled
 * of the five years before, and the spread of realisation by earlier years alone.
 */
function drawsFrom(
  of: Catalogue,
  past: Past,
  { year: first_year, decided }: BacktestYear,
  wanted: Wanted[],
  known: Override[],
  seed: number,
  given: number | undefined,
): { drawn: Draws; of_years: number } {
  const { municipality, name } = past.history;
  const years = Array.from({ length: Math.max(...wanted.map(({ at }) => at)) + 1 }, (_, at) => first_year + at);
  const scenario: Scenario = {
    format: 'bosett/scenario@1',
    title: { nb: name },
    municipality,
    first_year,
    years: years.length,
    opening: [],
    parameters: {
      'settlement.persons': decided ?? NaN,
      'tail.years': 0,
      ...Object.fromEntries(years.map((year) => [`rates.year@${year}`, first_year - 1])),
    },
  };
  const isPaid = wanted.some(({ figure }) => figure === 'integration_grant');
  const rows = isPaid ? openingRows(of, past, first_year, known) : [];
  const { plan, findings } = planOf(of, scenario, rows, known);
  if (!plan) throw new Error(`forecast from ${first_year}: ${JSON.stringify(findings)}`);
  const drawn = drawsOf(plan, seedOf(seedOf(seed, Number(municipality)), first_year));
  if (given !== undefined) return { drawn: withSpread(drawn, given), of_years: 0 };
  const ratios = ratiosBefore(past.years, first_year);
  return {
    drawn: withSpread(drawn, ownSpread(ratios, drawn.spreads.realisation)),
    of_years: ratios.length >= OWN_YEARS ? ratios.length : 0,
  };
}

/**
 * Who lives there at the end of the year before a forecast, by how many were settled in each of the five years before. Only what
 * is paid depends on it.
 */
function openingRows(of: Catalogue, past: Past, first_year: number, known: Override[]): CohortRow[] {
  const none = Array.from({ length: PHASE }, (_, at) => ({ year: first_year - PHASE + at, settled: 0 }));
  const counted = none.map(({ year, settled }) => ({ year, settled: yearOf(past, year)?.persons ?? settled }));
  if (counted.every(({ settled }) => settled === 0)) return [];
  return estimatedRows(of, past.history.municipality, counted, known);
}

/** The same futures with another spread of realisation. */
function withSpread(drawn: Draws, realisation: number): Draws {
  const spreads = { ...drawn.spreads, realisation };
  return { ...drawn, spreads, isCertain: Object.values(spreads).every((spread) => spread === 0) };
}

/** Each figure in every future, in the order wanted. */
function figuresOf(drawn: Draws, wanted: Wanted[], draws: number): Float64Array[] {
  const values = wanted.map(() => new Float64Array(draws));
  const needsMoney = wanted.some(({ figure }) => figure === 'integration_grant');
  for (let which = 0; which < draws; which += 1) {
    const future = needsMoney ? futureOf(drawn, which, drawn.horizon.years) : null;
    const settled = future?.people.map((row) => row.settled) ?? settledIn(drawn, which);
    for (const [column, { figure, at }] of wanted.entries()) {
      const into = values[column];
      if (!into) continue;
      const isMoney = figure === 'integration_grant';
      into[which] = isMoney ? grantPaid(future, at) : sumOf(settled.slice(0, at + 1));
    }
  }
  return values;
}

function sumOf(values: readonly number[] | Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

/** Persons settled in each year of a future: the whole households that come by the decision. */
function settledIn(drawn: Draws, which: number): Float64Array {
  const settled = new Float64Array(drawn.horizon.years);
  for (const { origin, arrives, kind } of drawnHouseholds(drawn, which).households)
    if (origin === SETTLED) settled[arrives] = (settled[arrives] ?? NaN) + kind.length;
  return settled;
}

/** What is paid as integration grant; the grants given once are paid with that of the first year. */
const GRANT = new Set<string>(
  ITEM_IDS.filter((id) => id.startsWith('integration_grant.') || id === 'kindergarten_grant' || id === 'elderly_grant'),
);

/** Kroner paid in a year of the plan: what it earns less what comes the year after, and what came late from the year before. */
function grantPaid(of: Forecast | null, at: number): number {
  if (!of) return NaN;
  const { ledger } = of;
  let paid = 0;
  for (let entry = 0; entry < ledger.length; entry += 1) {
    const year = ledger.at[entry] ?? NaN;
    if ((year !== at && year !== at - 1) || !GRANT.has(itemIdAt(ledger, entry))) continue;
    const late = ledger.late[entry] ?? NaN;
    paid += amountAt(ledger, entry) * (year === at ? 1 - late : late);
  }
  return paid;
}

/** Of so many cases how many the band held and how many lay on each side; `width` is (high - low) / middle on average. */
export type BandTally = { cases: number; held: number; below: number; above: number; width: number | null };

/** Counts cases; the width is of those with a middle above 0, `null` where there are none. */
export function tallyOf(cases: readonly BandCase[]): BandTally {
  const count = (outcome: BandCase['outcome']): number => cases.filter((each) => each.outcome === outcome).length;
  const widths = cases.filter(({ middle }) => middle > 0).map(({ low, middle, high }) => (high - low) / middle);
  return {
    cases: cases.length,
    held: count('held'),
    below: count('below'),
    above: count('above'),
    width: widths.length > 0 ? widths.reduce((sum, width) => sum + width, 0) / widths.length : null,
  };
}

/**
 * The smallest spread of realisation, in hundredths, with which the bands of a figure would have held so large a share of their
 * cases, the same in every forecast; `null` where none does. `held` is the share with a spread; a larger one holds no fewer.
 */
export function spreadHolding(share: number, held: (spread: number) => number): number | null {
  let [low, high] = [0, 100];
  if (held(high / 100) < share) return null;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (held(middle / 100) < share) low = middle + 1;
    else high = middle;
  }
  return high / 100;
}
