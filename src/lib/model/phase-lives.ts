import { cell } from './grant-counts';
import { ADULTS, MINOR, SINGLE } from './households';
import {
  LANGUAGE,
  LEISURE,
  OF_OLD_AGE,
  PUPIL,
  SUPPORTED,
  TAUGHT,
  TAUGHT_UNLESS_JOINING,
  UNDER_AGE,
} from './life-years';
import { ANYONE, during, type Life, type Tally } from './lives';
import { MOVED_IN, OPENING, SETTLED } from './population';
import { KINDERGARTEN, SCHOOL } from './residents';
import { GIVEN } from './sharing';
import { add } from './columns';

/** Who is there by month in the five-year phase, by household and by the places children take. */
export function countPlaces({ residents }: Tally, life: Life, settledAt: number, phase: number): void {
  const { from, weight, category, age } = life;
  during(residents.inPhase, from, phase, weight);
  if (life.permit !== 'family') {
    if (category === SINGLE) during(residents.singles, from, phase, weight);
    else if (category === ADULTS) during(residents.couples, from, phase, weight);
  }
  if (age > SCHOOL[1]) return;
  // The year of the plan in which the person is 0.
  const born = settledAt - age;
  const aged = (changed: number[], [low, high]: readonly [number, number]): void =>
    during(changed, Math.max(from, 12 * (born + low)), Math.min(phase, 12 * (born + high + 1) - 1), weight);
  aged(residents.kindergarten, KINDERGARTEN);
  aged(residents.school, SCHOOL);
}

/** The calendar years of the five-year phase: grants and what the cost library counts. */
export function countPhase(tally: Tally, life: Life, years: readonly number[], settledAt: number, phase: number): void {
  const { byYear, grants, stays } = tally;
  const { from, weight } = life;
  for (let at = Math.floor(from / 12); 12 * at <= phase; at += 1) {
    const since = at - settledAt;
    const year = years[since] ?? 0;
    const first = Math.max(from, 12 * at);
    const last = Math.min(phase, 12 * at + 11);
    const here = (weight * (last - first + 1)) / 12;
    if (last === 12 * at + 11 && !(life.moves && life.to === last)) add(byYear.in_phase, at, weight);
    add(stays, 5 * at + since, here);
    countIntegration(tally, life, since + 1, at, first);
    if (year & LANGUAGE) countLanguage(tally, life, since, at, first, here);
    if (year & (TAUGHT | TAUGHT_UNLESS_JOINING)) countTaught(tally, life, year, since, first, last);
    if (grants.special) countSpecial(tally, life, since, at, here);
    if (year & UNDER_AGE) countChild(tally, life, year, at, here);
    else if (year & OF_OLD_AGE) add(tally.elderly, at, here);
  }
}

function countChild(tally: Tally, { category }: Life, year: number, at: number, here: number): void {
  const { library, children, supported } = tally;
  if (category !== MINOR) add(children, at, here);
  if (year & LEISURE) add(library.leisure, at, here);
  if (year & PUPIL) add(library.school, at, here);
  if (year & SUPPORTED) add(supported, at, here);
}

/** Adults of the language grant's years who are not in the programme: above its ages, or inside them without joining. */
function countTaught({ residents }: Tally, life: Life, year: number, since: number, first: number, last: number): void {
  if (life.permit === 'collective' && since > 0) return;
  during(residents.others, first, last, year & TAUGHT ? life.weight : life.weight * (1 - life.joining));
}

/** Of the integration grant, the part of a person it is paid for: later family has three years or five. */
function entitledOf(tally: Tally, life: Life, d: number, at: number): number {
  return life.permit === 'family' && d >= 4 ? 1 - (tally.rules.grants.humanitarianShare[at] ?? NaN) : 1;
}

function countIntegration(tally: Tally, life: Life, d: number, at: number, first: number): void {
  const { grants, rules } = tally;
  const entitled = life.weight * entitledOf(tally, life, d, at);
  const to = cell(at, d, life.category);
  grants.origins[to] = ANYONE;
  if (life.origin === MOVED_IN && first === life.from) {
    const twelfths = rules.grants.twelfths[at] === true;
    const taken = entitled * (givenIn(twelfths)[first - 12 * at] ?? NaN);
    if (twelfths) add(grants.held, to, taken);
    else {
      add(grants.brought, to, taken);
      add(grants.coming, to, entitled);
      add(grants.came, at, life.weight);
      add(grants.cameWithout, at, life.weight - entitled);
    }
    return;
  }
  add(grants.held, to, entitled);
  if (d === 1 && first - 12 * at >= (rules.grants.cutoff[at] ?? NaN)) add(grants.late, to, entitled);
}

function givenIn(twelfths: boolean): readonly number[] {
  return twelfths ? GIVEN.twelfths : GIVEN.eighths;
}

/** The year in which somebody moves out: the year's grant is shared with where the move goes. */
export function countMove(tally: Tally, life: Life, settledAt: number): void {
  const { grants, rules } = tally;
  const at = Math.floor(life.to / 12);
  const d = at - settledAt + 1;
  add(tally.byYear.moved_out, at, life.weight);
  const twelfths = rules.grants.twelfths[at] === true;
  const shares = d >= 2 || rules.grants.sharesFirst[at] === true;
  const entitled = d > 5 || !shares ? 0 : life.weight * entitledOf(tally, life, d, at);
  if (!twelfths) {
    add(grants.left, at, life.weight);
    add(grants.leftWithout, at, life.weight - entitled);
  }
  if (entitled === 0) return;
  const given = entitled * (givenIn(twelfths)[life.to - 12 * at] ?? NaN);
  const to = cell(at, d, life.category);
  if (twelfths) {
    add(grants.held, to, -given);
    if (d === 1 && life.from - 12 * at >= (rules.grants.cutoff[at] ?? NaN)) add(grants.late, to, -given);
  } else {
    add(grants.out, to, given);
    add(grants.leaving, to, entitled);
  }
}

/** A year inside the ages of the language grant. */
function countLanguage({ grants }: Tally, life: Life, since: number, at: number, first: number, stays: number): void {
  const to = 3 * at + since;
  const isCollective = life.permit === 'collective';
  const years = since === 0 ? life.weight : stays;
  if (!isCollective) add(grants.language.ordinary, to, years);
  else if (since === 0) add(grants.language.collective, to, years);
  grants.language.origins[to] = ANYONE;
  const wasHere = first === 12 * at && !(life.from === first && life.origin !== OPENING);
  if (!wasHere || since === 0 || (isCollective && since !== 1)) return;
  add(grants.counted, at, life.weight);
  grants.countedOrigins[at] = ANYONE;
}

function countSpecial({ grants }: Tally, life: Life, since: number, at: number, stays: number): void {
  const { special } = grants;
  if (!special || life.permit === 'family' || (life.origin !== SETTLED && life.origin !== OPENING)) return;
  const to = 5 * at + since;
  add(special.stays, to, stays);
  special.origins[to] = ANYONE;
  if (life.origin === OPENING || since > 0) return;
  add(special.arrived, to, life.weight);
  add(special.monthly.arrived, life.from, life.weight);
  add(special.monthly.stays, life.from, stays);
}
