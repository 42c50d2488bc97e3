import { CATEGORIES, PERMITS, type Permit } from './cohort';
import { zeros } from './columns';
import { monthsBy } from './course';
import { forecastFrom, horizonOf, type Forecast } from './forecast';
import {
  CHILD,
  apportion,
  compositionsOf,
  countedHouseholds,
  drawHouseholds,
  moveShare,
  moveSharesOf,
  permitOf,
  type HouseholdKind,
  type Households,
} from './households';
import { countHousehold, oddsOf, type Household } from './household-lives';
import { emptyTally, peopleFrom } from './lives';
import { openingGroups, type OpeningGroup } from './opening-households';
import { isUnder } from './overrides';
import type { People } from './people';
import { forecastOf, type Plan } from './plan';
import {
  BORN,
  FAMILY,
  MOVED_IN,
  OPENING,
  SETTLED,
  grantYear,
  populationLevers,
  settledInYear,
  type Horizon,
  type Levers,
} from './population';
import { deviation, factorOf, numberOf, randomFrom, seedOf, type Random } from './random';
import { seriesOf, valueAt, withOverrides, type Parameters } from './resolve';
import { spreadsOf, type Spreads } from './spreads';
import { variantsOf } from './vary';

/** Deviations of the rate index from what is set, alike in weight: the middles of nine equal parts of a bell. */
const RATE_DEVIATIONS = [-1.59, -0.97, -0.59, -0.28, 0, 0.28, 0.59, 0.97, 1.59];

/** What futures of a plan are drawn from. The same seed gives the same futures, whatever else is asked. */
export type Draws = {
  plan: Plan;
  seed: number;
  horizon: Horizon;
  hasTail: boolean;
  spreads: Spreads;
  /** Who is there before the plan, where that is the same in all futures: whole persons, or rounded once for all. */
  opening: OpeningGroup[] | null;
  /** The plan at each rate index drawn, made when first asked for. */
  rates: (() => Plan)[];
  isCertain: boolean;
};

/**
 * Makes a plan ready for drawing. `seed` is a whole number of 32 bits. Without a tail fewer years are drawn; those of the plan
 * are the same, but for a fund rule that looks ahead.
 */
export function drawsOf(plan: Plan, seed: number, hasTail = true): Draws {
  const { parameters } = plan;
  const spreads = spreadsOf(parameters);
  const horizon = horizonOf(parameters, plan.scenario);
  // What a forecast reads of the parameters is then at hand for every rate index.
  forecastOf(plan);
  return {
    plan,
    seed,
    horizon: hasTail ? horizon : { ...horizon, tail: 0 },
    hasTail,
    spreads,
    opening: certainOpening(plan, spreads),
    rates: (spreads.rates === 0 ? [0] : RATE_DEVIATIONS).map((each) =>
      once(() => ({ ...plan, parameters: atIndex(parameters, each * spreads.rates) })),
    ),
    isCertain: Object.values(spreads).every((spread) => spread === 0),
  };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

/**
 * Gives the draws of plans like one in which addresses have the numbers asked for. They share what these do not move, where they
 * move neither the rate index, nor how far anything varies, nor the length of the tail.
 */
export function drawsFor(draws: Draws, addresses: string[]): (numbers: number[]) => Draws {
  const variant = variantsOf(draws.plan, addresses);
  if (addresses.some(isOfDraws)) return (numbers) => drawsOf(variant(numbers), draws.seed, draws.hasTail);
  const rates = draws.rates.map((rate) => once(() => variantsOf(rate(), addresses)));
  return (numbers) => {
    const plan = variant(numbers);
    const opening = certainOpening(plan, draws.spreads);
    return { ...draws, plan, opening, rates: rates.map((rate) => once(() => rate()(numbers))) };
  };
}

/** Whether more than the plan itself follows from an address. */
function isOfDraws(address: string): boolean {
  return /\.spread\b/.test(address) || isUnder(address, 'rates.index') || isUnder(address, 'tail.years');
}

/** The households of an opening that is the same in every future; `null` where parts of persons are rounded by chance. */
function certainOpening(plan: Plan, spreads: Spreads): OpeningGroup[] | null {
  const persons = plan.opening.cells.map((cell) => cell.persons);
  if (persons.every(Number.isInteger)) return openingGroups(plan, (of) => of);
  if (spreads.mix > 0) return null;
  const whole = apportion(persons);
  return openingGroups(plan, (_, at) => whole[at] ?? NaN);
}

/** The parameters with the rate index of every year moved by so much. */
function atIndex(parameters: Parameters, by: number): Parameters {
  if (by === 0) return parameters;
  const all = [...parameters.overrides.values()].flat().filter(({ id }) => id !== 'rates.index');
  const { first, last } = parameters;
  const years = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const { min = -Infinity, max = Infinity } = parameters.catalogue.parameters.get('rates.index')?.range ?? {};
  const moved = years.map((year) => {
    const value = Math.min(max, Math.max(min, valueAt(parameters, 'rates.index', year) + by));
    return { id: 'rates.index', tokens: [], year, value };
  });
  return withOverrides(parameters, [...all, ...moved]);
}

/**
 * One future (`which` from 0): the same model as the expected run, of whole persons in whole households. `shown` is how many
 * years are reported.
 */
export function futureOf(draws: Draws, which: number, shown?: number): Forecast {
  const { seed, rates, horizon } = draws;
  const at = rates[Math.floor(randomFrom(seedOf(seedOf(seed, which), RATES))() * rates.length)];
  const { parameters } = at?.() ?? draws.plan;
  return forecastFrom(drawnPeople(draws, which), parameters, horizon, shown);
}

/** What the random numbers are for, so that none is used twice. */
const [RATES, LEVELS, YEAR, LINE, MOVES] = [1, 2, 3, 4, 5];
/** Lines of households within a year: those settled, later family, births, and in-movers by grant year from here on. */
const [LINE_SETTLED, LINE_FAMILY, LINE_BORN, LINE_MOVED_IN, LINE_OPENING] = [0, 1, 2, 10, 20];

/** The people of one future. */
export function drawnPeople(draws: Draws, which: number): People {
  const { horizon, spreads } = draws;
  const { parameters } = draws.plan;
  const { households, outcome } = drawnHouseholds(draws, which);
  const tally = emptyTally(parameters, horizon);
  tally.rules.programme = { ...tally.rules.programme, outcomes: withoutWork(tally.rules.programme.outcomes, outcome) };
  const odds = oddsOf(parameters, spreads);
  for (const household of households) countHousehold(tally, household, odds);
  return peopleFrom(tally);
}

/** The households of one future, and its factor on the share without work and education after the programme. */
export function drawnHouseholds(draws: Draws, which: number): { households: Household[]; outcome: number } {
  const { plan, horizon, spreads } = draws;
  const seed = seedOf(draws.seed, which);
  const levels = randomFrom(seedOf(seed, LEVELS));
  const future: Future = {
    draws,
    seed,
    levers: populationLevers(plan.parameters),
    moving: factorOf(levels, spreads.moving),
    family: factorOf(levels, spreads.family),
    households: [],
  };
  const outcome = factorOf(levels, spreads.outcome);
  addOpening(future);
  for (let at = 0; at < horizon.years + horizon.tail; at += 1) drawYear(future, at);
  return { households: future.households, outcome };
}

/** The shares of outcomes with a factor on the last one, without work and education; the others share the rest. */
function withoutWork(outcomes: readonly ArrayLike<number>[], factor: number): readonly ArrayLike<number>[] {
  const other = outcomes.at(-1);
  if (factor === 1 || !other) return outcomes;
  return outcomes.map((shares) => {
    const moved = zeros(shares.length);
    for (let at = 0; at < moved.length; at += 1) {
      const [share, left] = [shares[at] ?? NaN, other[at] ?? NaN];
      const without = Math.min(1, left * factor);
      moved[at] = shares === other ? without : left < 1 ? (share * (1 - without)) / (1 - left) : share;
    }
    return moved;
  });
}

/** A future while it is drawn: its levels, the same in all years, and the households so far. */
type Future = {
  draws: Draws;
  seed: number;
  levers: Levers;
  moving: number;
  family: number;
  households: Household[];
};

/** Who comes and who moves out in a year, in the order of the expected run. */
function drawYear(future: Future, at: number): void {
  const { draws, levers } = future;
  const { horizon, plan, spreads } = draws;
  const { parameters } = plan;
  const year = horizon.first_year + at;
  const inPlan = at < horizon.years;
  const earlier = familyOfEarlier(future, at);
  const random = randomFrom(seedOf(seedOf(future.seed, YEAR), at));
  const factor = factorOf(random, spreads.realisation);
  const settled = inPlan ? settledInYear(levers, at, earlier, factor) : 0;
  const mix = compositionsOf(parameters).settled[at];
  if (!mix) return;
  const months = monthsBy(parameters)(year);
  const before = future.households.length;
  if (settled > 0) {
    const tilt = tiltOf(mix, spreads.mix, random);
    const line: Line = { origin: SETTLED, line: LINE_SETTLED, settlement_year: year, permit: null, at };
    addLine(future, line, mix, settled, tilt, months.settled);
  }
  const sponsors = future.households.slice(before).reduce((sum, { kind }) => sum + kind.length, 0);
  if (settled > 0) addBorn(future, at, sponsors, months.settled);
  addFamily(future, at, earlier, sponsors, months.family);
  if (inPlan) addMovedIn(future, at, mix);
  moveOut(future, at);
}

/** A factor on the share of singles that leaves the average of the shares as it is. */
function tiltOf({ single }: Households, spread: number, random: Random): number {
  const drawn = deviation(random);
  if (single <= 0 || single >= 1) return 1;
  const reach = Math.min(1, (1 - single) / single);
  return 1 + Math.min(reach, Math.max(-reach, spread * drawn));
}

/** What the households of one line share. */
type Line = { origin: number; line: number; settlement_year: number; permit: Permit | null; at: number };

/** So many persons in households, drawn or counted out, arriving by shares of months. */
function addLine(
  future: Future,
  { origin, line, settlement_year, permit, at }: Line,
  of: Households,
  persons: number,
  tilt: number,
  months: readonly number[],
): void {
  const { spreads, plan } = future.draws;
  const seed = seedOf(seedOf(seedOf(seedOf(future.seed, LINE), at), line), settlement_year);
  const randomOfHousehold = (which: number): Random => randomFrom(seedOf(seed, which));
  const certain = origin === FAMILY ? spreads.family === 0 : spreads.mix === 0;
  const drawn = certain
    ? countedOut(future, of, persons, at, origin).map((kind, which) => ({
        kind,
        which,
        random: randomOfHousehold(which),
      }))
    : drawHouseholds(of, persons, tilt, randomOfHousehold);
  for (const { kind, random, which } of drawn) {
    const [chance, month, of_permit] = [random(), random(), random()];
    const isDrawn = spreads.month > 0 && chance < spreads.month;
    const settled = isDrawn ? 12 * at + monthOf(months, month) : null;
    future.households.push({
      origin,
      kind,
      permit: permit ?? (certain ? null : permitOf(plan.parameters, settlement_year, of_permit)),
      settlement_year,
      settled,
      from: settled,
      months,
      arrives: at,
      to: Infinity,
      moves: false,
      bands: null,
      random,
      moving: seedOf(seedOf(seed, MOVES), which),
    });
  }
}

/** Whole households counted out by the mix of a year. */
function countedOut(future: Future, of: Households, persons: number, at: number, origin: number): HouseholdKind[] {
  const { parameters } = future.draws.plan;
  const share = (id: string) => (category: string) =>
    persons *
    (parameters.catalogue.cells.has(`${id}.${category}`)
      ? (seriesOf(parameters, `${id}.${category}`).planned[at] ?? NaN)
      : 0);
  const isFamily = origin === FAMILY;
  const counts = apportion(CATEGORIES.map(share(isFamily ? 'family_immigration.mix' : 'settlement.mix')));
  return countedHouseholds(counts, isFamily ? 0 : (compositionsOf(parameters).together[at] ?? NaN));
}

/** The month (0-11) by its share. */
function monthOf(months: readonly number[], random: number): number {
  let left = random * months.reduce((sum, share) => sum + share, 0);
  for (const [month, share] of months.entries()) {
    left -= share;
    if (left < 0) return month;
  }
  return 11;
}

/** Whether somebody of a household is here on 1 January of a year of the plan. */
function isHere({ arrives, to }: Household, at: number): boolean {
  return arrives < at && to >= 12 * at;
}

/** The year's family of sponsors who were here on 1 January, by the sponsor's grant year; persons, fractions allowed. */
function familyOfEarlier(future: Future, at: number): number {
  const { levers, households, draws } = future;
  const rate = (levers.familyRate[at] ?? NaN) * future.family;
  if (rate === 0) return 0;
  let family = 0;
  for (const household of households) {
    const d = grantYear(household.settlement_year, draws.horizon.first_year + at);
    if (d < 2 || d > 5 || household.permit === 'family' || !isHere(household, at)) continue;
    family += household.kind.length * rate * (levers.familyTiming[d - 1]?.[at] ?? NaN);
  }
  return family;
}

function addFamily(future: Future, at: number, earlier: number, sponsors: number, months: readonly number[]): void {
  const { levers, draws } = future;
  const own = sponsors * (levers.familyRate[at] ?? NaN) * future.family * (levers.familyTiming[0]?.[at] ?? NaN);
  const of = compositionsOf(draws.plan.parameters).family[at];
  if (earlier + own < 1e-9 || !of) return;
  const shares = months.map((share) => earlier / 12 + own * share);
  const year = draws.horizon.first_year + at;
  addLine(
    future,
    { origin: FAMILY, line: LINE_FAMILY, settlement_year: year, permit: 'family', at },
    of,
    earlier + own,
    1,
    shares,
  );
}

/** Children born in the six months from settlement; those of the next calendar year come in it. */
function addBorn(future: Future, at: number, settled: number, months: readonly number[]): void {
  const { levers, draws } = future;
  const persons = settled * (levers.births[at] ?? NaN);
  if (persons === 0) return;
  const year = draws.horizon.first_year + at;
  for (const later of [0, 1]) {
    if (at + later >= draws.horizon.years + draws.horizon.tail) continue;
    const shares = Array.from({ length: 12 }, (_, month) => {
      let share = 0;
      for (let since = 0; since < 6; since += 1) share += months[month + 12 * later - since] ?? 0;
      return share / 6;
    });
    const born = persons * shares.reduce((sum, share) => sum + share, 0);
    const of: Households = { single: 0, kinds: [[CHILD]], rates: [1], all: 1, persons: 1 };
    const line: Line = { origin: BORN, line: LINE_BORN + later, settlement_year: year, permit: null, at: at + later };
    if (born > 0) addLine(future, line, of, born, 1, shares);
  }
}

function addMovedIn(future: Future, at: number, mix: Households): void {
  const { levers, draws } = future;
  const persons = levers.movedIn[at] ?? NaN;
  if (persons === 0) return;
  const evenly = new Array<number>(12).fill(1 / 12);
  for (const { d, share } of levers.movedInOf) {
    const settlement_year = draws.horizon.first_year + at - d + 1;
    const line: Line = { origin: MOVED_IN, line: LINE_MOVED_IN + d, settlement_year, permit: null, at };
    const before = future.households.length;
    addLine(future, line, mix, persons * (share[at] ?? NaN), 1, evenly);
    const months = monthsBy(draws.plan.parameters)(settlement_year).settled;
    for (const household of future.households.slice(before)) {
      const from = household.from ?? 12 * at + Math.floor(household.random() * 12);
      const settled = 12 * (at - d + 1) + monthOf(months, household.random());
      Object.assign(household, { from, settled, months });
    }
  }
}

/** The households of the opening population: whole persons; a part of one is rounded up as often as it is large. */
function addOpening(future: Future): void {
  const { draws } = future;
  const { plan, spreads, horizon } = draws;
  const random = randomFrom(seedOf(future.seed, LINE_OPENING));
  const groups =
    draws.opening ?? openingGroups(plan, (persons) => Math.floor(persons) + (random() < persons % 1 ? 1 : 0));
  for (const { settlement_year, permit, households } of groups) {
    const seed = seedOf(seedOf(seedOf(future.seed, LINE_OPENING), PERMITS.indexOf(permit)), settlement_year);
    const months = monthsBy(plan.parameters)(settlement_year).settled;
    for (const [which, { kind, bands }] of households.entries()) {
      const own = seedOf(seed, which);
      const drawn = randomFrom(own);
      const chance = drawn();
      const month = drawn();
      const isDrawn = spreads.month > 0 && chance < spreads.month;
      future.households.push({
        origin: OPENING,
        kind,
        permit,
        settlement_year,
        settled: isDrawn ? 12 * (settlement_year - horizon.first_year) + monthOf(months, month) : null,
        from: 0,
        months,
        arrives: -1,
        to: Infinity,
        moves: false,
        bands,
        random: drawn,
        moving: seedOf(own, MOVES),
      });
    }
  }
}

/** Who moves out in a year: each household by its own chance or, where that is certain, as many as there should be. */
function moveOut(future: Future, at: number): void {
  const { households, draws } = future;
  const { horizon, spreads, plan } = draws;
  const shares = moveSharesOf(plan.parameters)[at];
  if (!shares) return;
  let due = 0;
  let moved = 0;
  for (const household of households) {
    if (household.to < 12 * at) continue;
    const comes = household.arrives === at;
    if (household.arrives > at || (comes && household.origin === MOVED_IN)) continue;
    const d = grantYear(household.settlement_year, horizon.first_year + at);
    const chance = Math.min(1, moveShare(shares, household.kind, d) * future.moving);
    const settled = comes ? (household.from ?? 12 * at + 5) - 12 * at : -1;
    if (spreads.moving > 0) {
      if (chance === 0) continue;
      const drawn = numberOf(seedOf(household.moving, at));
      const month = Math.floor((drawn / chance) * 12);
      if (drawn < chance && month > settled) leave(household, 12 * at + month);
      continue;
    }
    due += (chance * (11 - settled)) / 12;
    if (due < 0.5 || settled >= 11) continue;
    due -= 1;
    moved += 1;
    leave(household, 12 * at + settled + 1 + ((7 * moved) % (11 - settled)));
  }
}

function leave(household: Household, month: number): void {
  household.to = month;
  household.moves = true;
}
