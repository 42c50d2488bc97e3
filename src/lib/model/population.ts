import type { CohortCell } from './cohort';
import { NOISE, zeros } from './columns';
import {
  HOUSEHOLDS,
  compositionsOf,
  openingParts,
  type Composition,
  type Compositions,
  type Part,
} from './composition';
import { optionsOf, planned, seriesOf, workedOut, type Parameters } from './resolve';

/** Where people of a stream come from: bits, so that a sum can say what it holds. */
export const OPENING = 1;
export const SETTLED = 2;
export const FAMILY = 4;
export const MOVED_IN = 8;
export const BORN = 16;

/** The plan and its tail, as years and months from the first January. */
export type Horizon = { first_year: number; years: number; tail: number };

/** People with one settlement year, one origin and therefore one course over time. */
export type Stream = {
  origin: number;
  settlement_year: number;
  composition: Composition;
  /** First year of the plan with anyone in it; all who arrive do so in it. */
  from: number;
  /** Persons arriving in each month of that year, and in all; stated, not summed, so that ten settled are ten. */
  arrivals: readonly number[];
  arrived: number;
  /** Of those who arrive, the share that comes evenly over the year; the others follow the months of settlement. */
  even: number;
  /** Persons present at any time of each month of that year, and moving out in it. */
  present: number[];
  moves: number[];
  /** Persons here on 1 January by year of the plan; the last entry is the end of the last year. */
  january: number[];
  /** Of those here on 1 January, the persons that move out in each month, by year of the plan. */
  moving: number[];
  /** Person-years and persons moved out by year of the plan. */
  stays: number[];
  moved: number[];
  /** Share of those who came in a month of the first year that moves out in each later month of it; 0 for in-movers. */
  pace: number;
  /** Factor on the shares that move, by year of the plan; `null` where it is 1. */
  factor: Float64Array | null;
};

/** People counted by year of the plan; unit: persons, fractions allowed. */
export type PeopleByYear = {
  settled: number[];
  family: number[];
  born: number[];
  moved_in: number[];
  moved_out: number[];
  in_phase: number[];
  /** Of the opening population, those in the five-year phase on its day. */
  in_phase_before: number;
};

/** Every stream, and the people counted per year. Shapes: streams x months, years. */
export type Population = PeopleByYear & { streams: Stream[] };

/** Persons of a stream present at any time of a month (0-11) of a year of the plan. */
export function presentIn(stream: Stream, at: number, month: number): number {
  if (at === stream.from && stream.arrived > 0) return stream.present[month] ?? 0;
  return (stream.january[at] ?? 0) - (stream.moving[at] ?? 0) * month;
}

/** The grant year of a settlement year in a calendar year: 1 in the year of settlement. */
export function grantYear(settlementYear: number, year: number): number {
  return year - settlementYear + 1;
}

/** People by month from the opening population and the parameters, for the plan and its tail (`model.md` 2). */
export function population(opening: CohortCell[], parameters: Parameters, horizon: Horizon): Population {
  const years = horizon.years + horizon.tail;
  const levers = populationLevers(parameters);
  const streams = openingStreams(opening, levers, horizon);
  const of: Population = {
    streams,
    settled: zeros(years),
    family: zeros(years),
    born: zeros(years),
    moved_in: zeros(years),
    moved_out: zeros(years),
    in_phase: zeros(years),
    in_phase_before: opening.reduce(
      (sum, cell) => sum + (cell.settlement_year > horizon.first_year - 6 ? cell.persons : 0),
      0,
    ),
  };
  for (let at = 0; at < years; at += 1) {
    const year = horizon.first_year + at;
    const earlierFamily = familyOfEarlier(streams, levers, at, year);
    const inPlan = at < horizon.years;
    const settled = inPlan ? settledInYear(levers, at, earlierFamily) : 0;
    of.settled[at] = settled;
    if (settled > 0) {
      settledStreams(streams, levers, horizon, at, settled);
      bornStreams(streams, levers, horizon, at, settled);
    }
    familyStreams(streams, levers, horizon, at, earlierFamily, settled);
    if (inPlan) movedInStreams(streams, levers, horizon, at);
    for (const stream of streams) {
      if (stream.from > at) continue;
      liveYear(stream, levers, at, year);
      count(of, stream, at, year);
    }
  }
  return of;
}

/** The parameters of the shares settled in each month, in their order. */
export const SETTLEMENT_MONTHS = Array.from({ length: 12 }, (_, month) => `settlement.month.${month + 1}`);

const MOVING = [1, 2, 3, 4, 5].map((d) => `relocation.out.year${d}`);
const TIMING = [1, 2, 3, 4, 5].map((d) => `family_immigration.timing.year${d}`);
const FACTORS = HOUSEHOLDS.map((household) => ({ household, address: `relocation.household.${household}` }));

/** What the years of the plan need at hand: shares by grant year (index `d - 1`) and year, and compositions. */
export type Levers = {
  persons: Float64Array;
  realisation: Float64Array;
  months: Float64Array[];
  moving: Float64Array[];
  inVote: boolean[];
  familyRate: Float64Array;
  familyTiming: Float64Array[];
  births: Float64Array;
  compositions: Compositions;
  /** Persons who move in, and of them those of each grant year. */
  movedIn: Float64Array;
  movedInOf: { d: number; share: Float64Array }[];
  /** Factors on moving by household, by year of the plan; `null` where all are 1. */
  factors: Record<string, Float64Array> | null;
};

/** The levers of who comes and who moves, worked out once. */
export function populationLevers(parameters: Parameters): Levers {
  return workedOut(parameters, leversOf);
}

function leversOf(parameters: Parameters): Levers {
  const of = (address: string): Float64Array => planned(parameters, address);
  const scale = of('relocation.scale');
  const factors = householdFactors(parameters);
  return {
    persons: of('settlement.persons'),
    realisation: of('settlement.realisation'),
    months: SETTLEMENT_MONTHS.map(of),
    // The share of those here who move in a grant year, with `relocation.scale`.
    moving: MOVING.map((address) => of(address).map((share, at) => Math.min(1, share * (scale[at] ?? NaN)))),
    inVote: optionsOf(parameters, 'family_immigration.in_vote').map((option) => option === 'yes'),
    familyRate: of('family_immigration.rate'),
    familyTiming: TIMING.map(of),
    births: of('births.rate'),
    compositions: compositionsOf(parameters, factors !== null),
    movedIn: of('relocation.in.persons'),
    movedInOf: [2, 3, 4, 5].map((d) => ({ d, share: of(`relocation.in.year${d}`) })),
    factors,
  };
}

function householdFactors(parameters: Parameters): Levers['factors'] {
  const isOne = ({ address }: { address: string }): boolean =>
    seriesOf(parameters, address).value.every((factor) => factor === 1);
  if (FACTORS.every(isOne)) return null;
  return Object.fromEntries(FACTORS.map(({ household, address }) => [household, planned(parameters, address)]));
}

function openingStreams(cells: CohortCell[], levers: Levers, horizon: Horizon): Stream[] {
  return openingGroups(cells, levers.factors !== null).map(({ settlement_year, part, persons }) => {
    const stream = emptyStream(OPENING, settlement_year, part, levers, horizon, 0);
    stream.january[0] = persons;
    return stream;
  });
}

type Group = { settlement_year: number; part: Part; persons: number };

/** Groups of an opening population, made once for as long as it is the same: as one, or by household. */
const groups = { together: new WeakMap<CohortCell[], Group[]>(), apart: new WeakMap<CohortCell[], Group[]>() };

function openingGroups(cells: CohortCell[], apart: boolean): Group[] {
  const kept = apart ? groups.apart : groups.together;
  const known = kept.get(cells) ?? groupsBy(cells, apart);
  kept.set(cells, known);
  return known;
}

function groupsBy(cells: CohortCell[], apart: boolean): Group[] {
  const byYear = new Map<number, CohortCell[]>();
  for (const cell of cells) {
    const known = byYear.get(cell.settlement_year);
    if (known) known.push(cell);
    else byYear.set(cell.settlement_year, [cell]);
  }
  return [...byYear.entries()]
    .sort(([a], [b]) => a - b)
    .flatMap(([settlement_year, own]) => {
      const persons = own.reduce((sum, cell) => sum + cell.persons, 0);
      return openingParts(own, apart).map((part) => ({ settlement_year, part, persons: persons * part.share }));
    });
}

const NOBODY: number[] = zeros(12);

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
    from,
    arrivals: NOBODY,
    arrived: 0,
    even: 0,
    present: NOBODY,
    moves: NOBODY,
    january: zeros(years + 1),
    moving: zeros(years),
    stays: zeros(years),
    moved: zeros(years),
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
/** Persons settled by agreement in a year of the plan; `factor` on how many of those decided arrive. */
export function settledInYear(levers: Levers, at: number, earlierFamily: number, factor = 1): number {
  const voted = (levers.persons[at] ?? NaN) * (levers.realisation[at] ?? NaN) * factor;
  if (!levers.inVote[at]) return voted;
  const sameYear = (levers.familyRate[at] ?? NaN) * (levers.familyTiming[0]?.[at] ?? NaN);
  return Math.max(0, (voted - earlierFamily) / (1 + sameYear));
}

function settledStreams(streams: Stream[], levers: Levers, horizon: Horizon, at: number, settled: number): void {
  const year = horizon.first_year + at;
  for (const part of levers.compositions.settled(year, year)) {
    const stream = emptyStream(SETTLED, year, part, levers, horizon, at);
    const arrivals = zeros(12);
    stream.arrived = settled * part.share;
    for (let month = 0; month < 12; month += 1) arrivals[month] = stream.arrived * (levers.months[month]?.[at] ?? NaN);
    stream.arrivals = arrivals;
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
      const arrivals = zeros(12);
      for (let month = 0; month < 12; month += 1) {
        for (let since = 0; since < 6; since += 1) {
          const share = levers.months[month + 12 * later - since]?.[at] ?? 0;
          arrivals[month] = (arrivals[month] ?? 0) + monthly * share * part.share;
        }
        stream.arrived += arrivals[month] ?? 0;
      }
      stream.arrivals = arrivals;
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
    stream.even = earlier / (earlier + share * sponsors);
    const arrivals = zeros(12);
    let monthly = 0;
    for (let month = 0; month < 12; month += 1) {
      monthly += (share * sponsors * (levers.months[month]?.[at] ?? NaN)) / (12 - month);
      arrivals[month] = (earlier / 12 + monthly) * part.share;
    }
    stream.arrivals = arrivals;
    streams.push(stream);
  }
}

function sponsorShare(parts: Part[]): number {
  return parts.reduce((sum, part) => sum + part.share * (1 - part.of.family), 0);
}

/** Those who move in during the year, one stream for each grant year they bring. */
function movedInStreams(streams: Stream[], levers: Levers, horizon: Horizon, at: number): void {
  const year = horizon.first_year + at;
  const persons = levers.movedIn[at] ?? NaN;
  if (persons === 0) return;
  for (const { d, share } of levers.movedInOf) {
    const settlementYear = year - d + 1;
    for (const part of levers.compositions.settled(year, settlementYear)) {
      const stream = emptyStream(MOVED_IN, settlementYear, part, levers, horizon, at);
      stream.arrived = persons * (share[at] ?? NaN) * part.share;
      stream.arrivals = zeros(12).fill(stream.arrived / 12);
      streams.push(stream);
    }
  }
}

/** Twelve months of one stream: those here on 1 January and those arrived earlier in the year move at an even pace. */
function liveYear(stream: Stream, levers: Levers, at: number, year: number): void {
  const start = stream.january[at] ?? 0;
  const arrives = at === stream.from && stream.arrived > 0;
  if (start === 0 && !arrives) return;
  const moving = (moveShare(stream, levers, grantYear(stream.settlement_year, year), at) * start) / 12;
  stream.moving[at] = moving;
  let sum = 12 * start - 66 * moving;
  let moved = 12 * moving;
  if (arrives) {
    const present = zeros(12);
    const moves = zeros(12);
    let here = start;
    let leaving = moving;
    [sum, moved] = [0, 0];
    for (let month = 0; month < 12; month += 1) {
      const arriving = stream.arrivals[month] ?? 0;
      here += arriving;
      present[month] = here;
      moves[month] = leaving;
      sum += here;
      here -= leaving;
      moved += leaving;
      leaving += stream.pace * arriving;
    }
    stream.present = present;
    stream.moves = moves;
  }
  stream.stays[at] = sum / 12;
  stream.moved[at] = moved;
  const left = start + arrivedIn(stream, at) - moved;
  stream.january[at + 1] = left < NOISE ? 0 : left;
}

function count(of: Population, stream: Stream, at: number, year: number): void {
  const arrived = arrivedIn(stream, at);
  if (stream.origin === FAMILY) of.family[at] = (of.family[at] ?? 0) + arrived;
  if (stream.origin === BORN) of.born[at] = (of.born[at] ?? 0) + arrived;
  if (stream.origin === MOVED_IN) of.moved_in[at] = (of.moved_in[at] ?? 0) + arrived;
  of.moved_out[at] = (of.moved_out[at] ?? 0) + (stream.moved[at] ?? 0);
  if (grantYear(stream.settlement_year, year) <= 5)
    of.in_phase[at] = (of.in_phase[at] ?? 0) + (stream.january[at + 1] ?? 0);
}

/** Persons of a stream arriving in a year of the plan. */
export function arrivedIn(stream: Stream, at: number): number {
  return at === stream.from ? stream.arrived : 0;
}
