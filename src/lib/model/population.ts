import type { CohortCell } from './cohort';
import {
  HOUSEHOLDS,
  compositionsOf,
  openingParts,
  type Composition,
  type Compositions,
  type Part,
} from './composition';
import { optionAt, seriesOf, valueAt, yearsFrom, type Parameters } from './resolve';

/** Where people of a stream come from: bits, so that a sum can say what it holds. */
export const OPENING = 1;
export const SETTLED = 2;
export const FAMILY = 4;
export const MOVED_IN = 8;
export const BORN = 16;

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
  arrivals: Float64Array;
  arrived: number;
  /** Persons by month of the plan (index 0 is January of the first year) present at any time of it. */
  present: Float64Array;
  /** Persons moving out by month of the plan; they are present in it. */
  moves: Float64Array;
  /** Persons here on 1 January by year of the plan; the last entry is the end of the last year. */
  january: Float64Array;
  /** Person-years by year of the plan. */
  stays: Float64Array;
  /** First year of the plan with anyone in it. */
  from: number;
  /** Share of those who came in a month of the first year that moves out in each later month of it; 0 for in-movers. */
  pace: number;
  /** Factor on the shares that move, by year of the plan; `null` where it is 1. */
  factor: Float64Array | null;
};

/** Every stream, and the people counted per year. Shapes: streams x months, years; unit: persons, fractions allowed. */
export type Population = {
  streams: Stream[];
  settled: Float64Array;
  family: Float64Array;
  born: Float64Array;
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
  const levers = leversOf(parameters, horizon);
  const streams = openingStreams(opening, levers, horizon);
  const of: Population = {
    streams,
    settled: new Float64Array(years),
    family: new Float64Array(years),
    born: new Float64Array(years),
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
    if (settled > 0) {
      settledStreams(streams, levers, horizon, at, settled);
      bornStreams(streams, levers, horizon, at, settled);
    }
    familyStreams(streams, levers, horizon, at, earlierFamily, settled);
    if (inPlan) movedInStreams(streams, parameters, levers, horizon, at);
    for (const stream of streams) {
      if (stream.from > at) continue;
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
  births: Float64Array;
  compositions: Compositions;
  /** Factors on moving by household, by year of the plan; `null` where all are 1. */
  factors: Record<string, Float64Array> | null;
};

function leversOf(parameters: Parameters, horizon: Horizon): Levers {
  const from = horizon.first_year;
  const factors = householdFactors(parameters, from);
  return {
    persons: yearsFrom(parameters, 'settlement.persons', from),
    realisation: yearsFrom(parameters, 'settlement.realisation', from),
    months: MONTHS.map((month) => yearsFrom(parameters, `settlement.month.${month}`, from)),
    moving: [1, 2, 3, 4, 5].map((d) => moveShares(parameters, d, from, horizon.years + horizon.tail)),
    familyRate: yearsFrom(parameters, 'family_immigration.rate', from),
    familyTiming: [1, 2, 3, 4, 5].map((d) => yearsFrom(parameters, `family_immigration.timing.year${d}`, from)),
    births: yearsFrom(parameters, 'births.rate', from),
    compositions: compositionsOf(parameters, factors !== null),
    factors,
  };
}

function householdFactors(parameters: Parameters, from: number): Levers['factors'] {
  const all = HOUSEHOLDS.map((household) => [household, `relocation.household.${household}`] as const);
  if (all.every(([, address]) => seriesOf(parameters, address).value.every((factor) => factor === 1))) return null;
  return Object.fromEntries(all.map(([household, address]) => [household, yearsFrom(parameters, address, from)]));
}

/** The share of those here who move in grant year `d`, by year of the plan, with `relocation.scale`. */
function moveShares(parameters: Parameters, d: number, from: number, years: number): Float64Array {
  const share = yearsFrom(parameters, `relocation.out.year${d}`, from);
  const scale = yearsFrom(parameters, 'relocation.scale', from);
  return Float64Array.from({ length: years }, (_, at) => Math.min(1, (share[at] ?? NaN) * (scale[at] ?? NaN)));
}

function openingStreams(cells: CohortCell[], levers: Levers, horizon: Horizon): Stream[] {
  const byYear = new Map<number, CohortCell[]>();
  for (const cell of cells) {
    const known = byYear.get(cell.settlement_year);
    if (known) known.push(cell);
    else byYear.set(cell.settlement_year, [cell]);
  }
  return [...byYear.entries()]
    .sort(([a], [b]) => a - b)
    .flatMap(([settlementYear, own]) => {
      const persons = own.reduce((sum, cell) => sum + cell.persons, 0);
      return openingParts(own, levers.factors !== null).map((part) => {
        const stream = emptyStream(OPENING, settlementYear, part, levers, horizon, 0);
        stream.january[0] = persons * part.share;
        return stream;
      });
    });
}

function emptyStream(
  origin: number,
  settlementYear: number,
  part: Part,
  levers: Levers,
  horizon: Horizon,
  from: number,
): Stream {
  const years = horizon.years + horizon.tail;
  const stream: Stream = {
    origin,
    settlement_year: settlementYear,
    composition: part.of,
    arrivals: new Float64Array(12),
    arrived: 0,
    present: new Float64Array(12 * years),
    moves: new Float64Array(12 * years),
    january: new Float64Array(years + 1),
    stays: new Float64Array(years),
    from,
    pace: 0,
    factor: levers.factors?.[part.household] ?? null,
  };
  const d = horizon.first_year + from - settlementYear + 1;
  if (origin !== OPENING && origin !== MOVED_IN) stream.pace = moveShare(stream, levers, d, from) / 12;
  return stream;
}

/** The share of a stream that moves out in a year of the plan, were it here from January. */
function moveShare(stream: Stream, levers: Levers, d: number, at: number): number {
  const share = levers.moving[Math.min(d, 5) - 1]?.[at] ?? NaN;
  return stream.factor ? Math.min(1, share * (stream.factor[at] ?? NaN)) : share;
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

function settledStreams(streams: Stream[], levers: Levers, horizon: Horizon, at: number, settled: number): void {
  const year = horizon.first_year + at;
  for (const part of levers.compositions.settled(year, year)) {
    const stream = emptyStream(SETTLED, year, part, levers, horizon, at);
    stream.arrived = settled * part.share;
    for (let month = 0; month < 12; month += 1)
      stream.arrivals[month] = stream.arrived * (levers.months[month]?.[at] ?? NaN);
    streams.push(stream);
  }
}

/** Children born in the six months from settlement, evenly; those of the next calendar year come as a stream of it. */
function bornStreams(streams: Stream[], levers: Levers, horizon: Horizon, at: number, settled: number): void {
  const monthly = (settled * (levers.births[at] ?? NaN)) / 6;
  if (monthly === 0) return;
  const year = horizon.first_year + at;
  for (const later of [0, 1]) {
    if (at + later >= horizon.years + horizon.tail) continue;
    for (const part of levers.compositions.born(year)) {
      const stream = emptyStream(BORN, year, part, levers, horizon, at + later);
      for (let month = 0; month < 12; month += 1) {
        for (let since = 0; since < 6; since += 1) {
          const share = levers.months[month + 12 * later - since]?.[at] ?? 0;
          stream.arrivals[month] = (stream.arrivals[month] ?? 0) + monthly * share * part.share;
        }
        stream.arrived += stream.arrivals[month] ?? 0;
      }
      if (stream.arrived > NOISE) streams.push(stream);
    }
  }
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
function familyStreams(
  streams: Stream[],
  levers: Levers,
  horizon: Horizon,
  at: number,
  earlier: number,
  settled: number,
): void {
  const year = horizon.first_year + at;
  const share = (levers.familyRate[at] ?? NaN) * (levers.familyTiming[0]?.[at] ?? NaN);
  const sponsors = settled > 0 && share > 0 ? settled * sponsorShare(levers.compositions.settled(year, year)) : 0;
  if (earlier + share * sponsors < NOISE) return;
  for (const part of levers.compositions.family(year)) {
    const stream = emptyStream(FAMILY, year, part, levers, horizon, at);
    stream.arrived = (earlier + share * sponsors) * part.share;
    let monthly = 0;
    for (let month = 0; month < 12; month += 1) {
      monthly += (share * sponsors * (levers.months[month]?.[at] ?? NaN)) / (12 - month);
      stream.arrivals[month] = (earlier / 12 + monthly) * part.share;
    }
    streams.push(stream);
  }
}

function sponsorShare(parts: Part[]): number {
  return parts.reduce((sum, part) => sum + part.share * (1 - part.of.family), 0);
}

/** Those who move in during the year, one stream for each grant year they bring. */
function movedInStreams(streams: Stream[], parameters: Parameters, levers: Levers, horizon: Horizon, at: number): void {
  const year = horizon.first_year + at;
  const persons = valueAt(parameters, 'relocation.in.persons', year);
  if (persons === 0) return;
  for (const d of [2, 3, 4, 5]) {
    const settlementYear = year - d + 1;
    for (const part of levers.compositions.settled(year, settlementYear)) {
      const stream = emptyStream(MOVED_IN, settlementYear, part, levers, horizon, at);
      stream.arrived = persons * valueAt(parameters, `relocation.in.year${d}`, year) * part.share;
      stream.arrivals.fill(stream.arrived / 12);
      streams.push(stream);
    }
  }
}

/** Twelve months of one stream: those here on 1 January and those arrived earlier in the year move at an even pace. */
function liveYear(stream: Stream, levers: Levers, at: number, year: number): void {
  const start = stream.january[at] ?? 0;
  const isArriving = at === stream.from;
  if (start === 0 && !isArriving) return;
  const { arrivals, present, moves } = stream;
  const pace = moveShare(stream, levers, grantYear(stream.settlement_year, year), at) / 12;
  let here = start;
  let sum = 0;
  let moving = pace * start;
  let moved = 0;
  for (let month = 12 * at, of = 0; of < 12; month += 1, of += 1) {
    const arriving = isArriving ? (arrivals[of] ?? 0) : 0;
    here += arriving;
    present[month] = here;
    moves[month] = moving;
    sum += here;
    here -= moving;
    moved += moving;
    moving += stream.pace * arriving;
  }
  stream.stays[at] = sum / 12;
  const left = start + arrivedIn(stream, at) - moved;
  stream.january[at + 1] = left < NOISE ? 0 : left;
}

function count(of: Population, stream: Stream, at: number, year: number): void {
  const arrived = arrivedIn(stream, at);
  if (stream.origin === FAMILY) of.family[at] = (of.family[at] ?? 0) + arrived;
  if (stream.origin === BORN) of.born[at] = (of.born[at] ?? 0) + arrived;
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
