import type { CohortCell } from './cohort';
import { compositionsOf, openingComposition, type Composition, type Compositions } from './composition';
import { optionAt, valueAt, yearsFrom, type Parameters } from './resolve';

/** Where people of a stream come from: bits, so that a sum can say what it holds. */
export const OPENING = 1;
export const SETTLED = 2;
export const FAMILY = 4;
export const MOVED_IN = 8;

/** What is left of a rounded sum when everybody has gone. */
const NOISE = 1e-9;

/** The plan and its tail, as years and months from the first January. */
export type Horizon = { first_year: number; years: number; tail: number };

/** People with one settlement year, one origin and therefore one course over time. */
export type Stream = {
  origin: number;
  settlement_year: number;
  composition: Composition;
  /** Persons arriving in each month of plan year `from`, and in all; stated, not summed, so that ten settled are ten. */
  arrivals: number[];
  arrived: number;
  /** Persons by month of the plan (index 0 is January of the first year) present at any time of it. */
  present: Float64Array;
  /** Persons moving out by month of the plan; they are present in it. */
  moves: Float64Array;
  /** Persons here on 1 January by year of the plan; the last entry is the end of the last year. */
  january: number[];
  /** First year of the plan with anyone in it. */
  from: number;
  /** Whether those who arrive are at risk of moving in the same year; in-movers are not. */
  movesAtOnce: boolean;
};

/** Every stream, and the people counted per year. Shapes: streams x months, years; unit: persons, fractions allowed. */
export type Population = {
  streams: Stream[];
  settled: Float64Array;
  family: Float64Array;
  moved_in: Float64Array;
  moved_out: Float64Array;
  in_phase: Float64Array;
  /** Of the opening population, those in the five-year phase on its day. */
  in_phase_before: number;
};

/** The grant year of a settlement year in a calendar year: 1 in the year of settlement. */
export function grantYear(settlementYear: number, year: number): number {
  return year - settlementYear + 1;
}

/** People by month from the opening population and the parameters, for the plan and its tail (`model.md` 2). */
export function population(opening: CohortCell[], parameters: Parameters, horizon: Horizon): Population {
  const years = horizon.years + horizon.tail;
  const streams = openingStreams(opening, horizon);
  const levers = leversOf(parameters, horizon);
  const of: Population = {
    streams,
    settled: new Float64Array(years),
    family: new Float64Array(years),
    moved_in: new Float64Array(years),
    moved_out: new Float64Array(years),
    in_phase: new Float64Array(years),
    in_phase_before: opening.reduce(
      (sum, cell) => sum + (cell.settlement_year > horizon.first_year - 6 ? cell.persons : 0),
      0,
    ),
  };
  for (let at = 0; at < years; at += 1) {
    const year = horizon.first_year + at;
    const earlierFamily = familyOfEarlier(streams, levers, at, year);
    const inPlan = at < horizon.years;
    const settled = inPlan ? settledInYear(parameters, levers, at, year, earlierFamily) : 0;
    of.settled[at] = settled;
    const arriving = settled > 0 ? settledStream(levers, horizon, at, settled) : null;
    if (arriving) streams.push(arriving);
    const family = familyStream(levers, horizon, at, earlierFamily, arriving);
    if (family) streams.push(family);
    if (inPlan) streams.push(...movedInStreams(parameters, levers, horizon, at));
    for (const stream of streams) {
      liveYear(stream, levers, at, year);
      count(of, stream, at, year);
    }
  }
  return of;
}

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** What the years of the plan need at hand: shares by grant year (index `d - 1`) and year, and compositions. */
type Levers = {
  persons: Float64Array;
  realisation: Float64Array;
  months: Float64Array[];
  moving: Float64Array[];
  familyRate: Float64Array;
  familyTiming: Float64Array[];
  compositions: Compositions;
};

function leversOf(parameters: Parameters, horizon: Horizon): Levers {
  const from = horizon.first_year;
  return {
    persons: yearsFrom(parameters, 'settlement.persons', from),
    realisation: yearsFrom(parameters, 'settlement.realisation', from),
    months: MONTHS.map((month) => yearsFrom(parameters, `settlement.month.${month}`, from)),
    moving: [1, 2, 3, 4, 5].map((d) => moveShares(parameters, d, from, horizon.years + horizon.tail)),
    familyRate: yearsFrom(parameters, 'family_immigration.rate', from),
    familyTiming: [1, 2, 3, 4, 5].map((d) => yearsFrom(parameters, `family_immigration.timing.year${d}`, from)),
    compositions: compositionsOf(parameters),
  };
}

/** The share of those here who move in grant year `d`, by year of the plan, with `relocation.scale`. */
function moveShares(parameters: Parameters, d: number, from: number, years: number): Float64Array {
  const share = yearsFrom(parameters, `relocation.out.year${d}`, from);
  const scale = yearsFrom(parameters, 'relocation.scale', from);
  return Float64Array.from({ length: years }, (_, at) => Math.min(1, (share[at] ?? NaN) * (scale[at] ?? NaN)));
}

/** The share of those settled in a year who move in it, were they here from January. */
export function firstYearMoveShare(parameters: Parameters, year: number): number {
  return Math.min(1, valueAt(parameters, 'relocation.out.year1', year) * valueAt(parameters, 'relocation.scale', year));
}

function openingStreams(cells: CohortCell[], horizon: Horizon): Stream[] {
  const byYear = new Map<number, CohortCell[]>();
  for (const cell of cells) {
    const known = byYear.get(cell.settlement_year);
    if (known) known.push(cell);
    else byYear.set(cell.settlement_year, [cell]);
  }
  return [...byYear.entries()]
    .sort(([a], [b]) => a - b)
    .map(([settlementYear, own]) => {
      const stream = emptyStream(OPENING, settlementYear, openingComposition(own), horizon, 0);
      stream.january[0] = own.reduce((sum, cell) => sum + cell.persons, 0);
      return stream;
    });
}

function emptyStream(origin: number, settlementYear: number, of: Composition, horizon: Horizon, from: number): Stream {
  const months = 12 * (horizon.years + horizon.tail);
  return {
    origin,
    settlement_year: settlementYear,
    composition: of,
    arrivals: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    arrived: 0,
    present: new Float64Array(months),
    moves: new Float64Array(months),
    january: new Array<number>(months / 12 + 1).fill(0),
    from,
    movesAtOnce: origin !== MOVED_IN,
  };
}

/** Persons settled by agreement. With the family counted in, its number is taken off the vote. */
function settledInYear(
  parameters: Parameters,
  levers: Levers,
  at: number,
  year: number,
  earlierFamily: number,
): number {
  const voted = (levers.persons[at] ?? NaN) * (levers.realisation[at] ?? NaN);
  if (optionAt(parameters, 'family_immigration.in_vote', year) === 'no') return voted;
  const sameYear = (levers.familyRate[at] ?? NaN) * (levers.familyTiming[0]?.[at] ?? NaN);
  return Math.max(0, (voted - earlierFamily) / (1 + sameYear));
}

function settledStream(levers: Levers, horizon: Horizon, at: number, settled: number): Stream {
  const year = horizon.first_year + at;
  const stream = emptyStream(SETTLED, year, levers.compositions.settled(year, year), horizon, at);
  stream.arrived = settled;
  for (let month = 0; month < 12; month += 1) stream.arrivals[month] = settled * (levers.months[month]?.[at] ?? NaN);
  return stream;
}

/** The year's family of sponsors who were here on 1 January, by the sponsor's grant year. */
function familyOfEarlier(streams: Stream[], levers: Levers, at: number, year: number): number {
  const rate = levers.familyRate[at] ?? NaN;
  let family = 0;
  for (const stream of streams) {
    const d = grantYear(stream.settlement_year, year);
    if (d < 2 || d > 5) continue;
    const sponsors = (stream.january[at] ?? 0) * (1 - stream.composition.family);
    family += sponsors * rate * (levers.familyTiming[d - 1]?.[at] ?? NaN);
  }
  return family;
}

/** Family of the year: of earlier sponsors evenly, of those settled in month m evenly over months m to 12. */
function familyStream(
  levers: Levers,
  horizon: Horizon,
  at: number,
  earlier: number,
  settled: Stream | null,
): Stream | null {
  const year = horizon.first_year + at;
  const share = (levers.familyRate[at] ?? NaN) * (levers.familyTiming[0]?.[at] ?? NaN);
  const sameYear = settled ? share * (1 - settled.composition.family) : 0;
  if (earlier + sameYear * (settled?.arrived ?? 0) < NOISE) return null;
  const stream = emptyStream(FAMILY, year, levers.compositions.family(year), horizon, at);
  stream.arrived = earlier + sameYear * (settled?.arrived ?? 0);
  let monthly = 0;
  for (let month = 0; month < 12; month += 1) {
    monthly += (sameYear * (settled?.arrivals[month] ?? 0)) / (12 - month);
    stream.arrivals[month] = earlier / 12 + monthly;
  }
  return stream;
}

/** Those who move in during the year, one stream for each grant year they bring. */
function movedInStreams(parameters: Parameters, levers: Levers, horizon: Horizon, at: number): Stream[] {
  const year = horizon.first_year + at;
  const persons = valueAt(parameters, 'relocation.in.persons', year);
  if (persons === 0) return [];
  return [2, 3, 4, 5].map((d) => {
    const settlementYear = year - d + 1;
    const stream = emptyStream(
      MOVED_IN,
      settlementYear,
      levers.compositions.settled(year, settlementYear),
      horizon,
      at,
    );
    stream.arrived = persons * valueAt(parameters, `relocation.in.year${d}`, year);
    stream.arrivals.fill(stream.arrived / 12);
    return stream;
  });
}

/** Twelve months of one stream: those here on 1 January and those arrived earlier in the year move at an even pace. */
function liveYear(stream: Stream, levers: Levers, at: number, year: number): void {
  const d = Math.min(grantYear(stream.settlement_year, year), 5);
  const pace = (levers.moving[d - 1]?.[at] ?? NaN) / 12;
  const { arrivals, present, moves, movesAtOnce } = stream;
  const start = stream.january[at] ?? 0;
  let here = start;
  let atRisk = start;
  let moved = 0;
  const isArriving = at === stream.from;
  for (let month = 12 * at; month < 12 * at + 12; month += 1) {
    const arriving = isArriving ? (arrivals[month - 12 * at] ?? 0) : 0;
    const moving = pace * atRisk;
    present[month] = here + arriving;
    moves[month] = moving;
    here += arriving - moving;
    moved += moving;
    if (movesAtOnce) atRisk += arriving;
  }
  const left = start + arrivedIn(stream, at) - moved;
  stream.january[at + 1] = left < NOISE ? 0 : left;
}

function count(of: Population, stream: Stream, at: number, year: number): void {
  const arrived = arrivedIn(stream, at);
  if (stream.origin === FAMILY) of.family[at] = (of.family[at] ?? 0) + arrived;
  if (stream.origin === MOVED_IN) of.moved_in[at] = (of.moved_in[at] ?? 0) + arrived;
  of.moved_out[at] = (of.moved_out[at] ?? 0) + sumOfYear(stream.moves, at);
  if (grantYear(stream.settlement_year, year) <= 5)
    of.in_phase[at] = (of.in_phase[at] ?? 0) + (stream.january[at + 1] ?? 0);
}

/** Persons of a stream arriving in a year of the plan. */
export function arrivedIn(stream: Stream, at: number): number {
  return at === stream.from ? stream.arrived : 0;
}

/** The sum of the twelve months of a year of the plan. */
export function sumOfYear(months: Float64Array, at: number): number {
  let sum = 0;
  for (let month = 12 * at; month < 12 * at + 12; month += 1) sum += months[month] ?? 0;
  return sum;
}
