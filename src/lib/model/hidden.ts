import { openingPopulation, rowsObserved, type CohortRow } from './cohort';
import type { Forecast } from './forecast';
import { forecastOf, type Plan } from './plan';

/** The least and the most a hidden count can be. */
const [LEAST, MOST] = [1, 4];

/** The least and the most of a figure that was found. */
export type Range = { low: number; high: number };

/** What hidden counts do to a year: kroner, persons and classrooms; `net` is `null` where an amount is unknown. */
export type HiddenYear = { year: number; tail: boolean; net: Range | null; in_phase: Range; rooms_needed: Range };

/** What the hidden rows of an opening do to a plan: over its years together, and year by year. */
export type HiddenRange = { rows: number; net: Range | null; rooms_needed: Range; years: HiddenYear[] };

/** In kroner of each year, or of the first. */
type Net = 'net' | 'net_fixed';

/** What the hidden rows of an opening can do to a plan; `null` where none is hidden, or all are estimated. */
export function hiddenRange(plan: Plan, rows: CohortRow[], net: Net = 'net'): HiddenRange | null {
  const steps = hiddenSteps(plan, rows, net);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/**
 * The same, a forecast at a time. Up to three hidden rows are tried with every count they can have. Of more, all are tried
 * with each count, those of each settlement year alone at the ends, and of each settlement year what makes the net of the
 * plan lowest, and highest: a step between, as at a classroom, may then lie a little outside what is found.
 */
export function* hiddenSteps(plan: Plan, rows: CohortRow[], net: Net = 'net'): Generator<void, HiddenRange | null> {
  const observed = rowsObserved(rows, plan.scenario.first_year);
  const hidden = observed.filter(isHidden);
  if (hidden.length === 0) return null;
  const tried: Forecast[] = [];
  const run = (counts: Counts): number => {
    const filled = observed.map((row) =>
      isHidden(row) ? { ...row, estimate: counts(row, hidden.indexOf(row)) } : row,
    );
    const forecast = forecastOf({ ...plan, opening: openingPopulation(filled) });
    tried.push(forecast);
    return netOf(forecast, net);
  };
  const steps = hidden.length <= TRIED_ALL ? everyFilling(hidden.length, run) : someFillings(hidden, run);
  for (const step of steps) yield step;
  return rangeOver(plan, tried, hidden.length, net);
}

/** Up to so many hidden rows every filling is tried. */
const TRIED_ALL = 3;

/** What a hidden row counts as, by its place among the hidden; as expected where it is `undefined`. */
type Counts = (row: CohortRow, at: number) => number | undefined;
type Run = (counts: Counts) => number;

function* everyFilling(rows: number, run: Run): Generator<void> {
  const values = MOST - LEAST + 1;
  for (let filling = 0; filling < values ** rows; filling += 1) {
    run((_, at) => LEAST + (Math.floor(filling / values ** at) % values));
    yield;
  }
}

function* someFillings(hidden: CohortRow[], run: Run): Generator<void> {
  for (let persons = LEAST; persons <= MOST; persons += 1) {
    run(() => persons);
    yield;
  }
  const highest = new Map<number, number>();
  for (const year of new Set(hidden.map(({ settlement_year }) => settlement_year))) {
    const netWith = (persons: number): number =>
      run(({ settlement_year }) => (settlement_year === year ? persons : undefined));
    highest.set(year, netWith(MOST) >= netWith(LEAST) ? MOST : LEAST);
    yield;
  }
  run(({ settlement_year }) => highest.get(settlement_year));
  yield;
  run(({ settlement_year }) => (highest.get(settlement_year) === MOST ? LEAST : MOST));
}

function isHidden({ persons, estimate }: CohortRow): boolean {
  return persons === null && estimate === undefined;
}

/** Net of the plan's years in kroner. */
function netOf({ result }: Forecast, net: Net): number {
  return result.filter(({ tail }) => !tail).reduce((sum, row) => sum + row[net], 0);
}

function rangeOver({ scenario }: Plan, tried: Forecast[], rows: number, net: Net): HiddenRange {
  const longest = tried.reduce((most, forecast) => (forecast.years.length > most.years.length ? forecast : most));
  const planned = (forecast: Forecast): Forecast['capacity'] => forecast.capacity.slice(0, scenario.years);
  const isKnown = tried.every(({ result }) => result.every(({ tail, incomplete }) => tail || !incomplete));
  return {
    rows,
    net: isKnown ? rangeOf(tried.map((of) => netOf(of, net))) : null,
    rooms_needed: rangeOf(tried.map((forecast) => Math.max(...planned(forecast).map((row) => row.rooms_needed)))),
    years: longest.result.map(({ year, tail }, at) => ({
      year,
      tail,
      net: tried.some(({ result }) => result[at]?.incomplete) ? null : rangeOf(tried.map((of) => of.result[at]?.[net])),
      in_phase: rangeOf(tried.map((of) => of.people[at]?.in_phase)),
      rooms_needed: rangeOf(tried.map((of) => of.capacity[at]?.rooms_needed)),
    })),
  };
}

/** A year that a forecast does not reach has nothing in it. */
function rangeOf(values: (number | undefined)[]): Range {
  const known = values.map((value) => value ?? 0);
  return { low: Math.min(...known), high: Math.max(...known) };
}
