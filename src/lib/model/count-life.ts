import { countAdult } from './adult-lives';
import { CATEGORIES } from './cohort';
import { add } from './columns';
import { sinceCell, type GrantCounts } from './grant-counts';
import { ADULTS, CHILD, MINOR, SINGLE } from './households';
import { ELDERLY } from './library-counts';
import { ANYONE, during, type Life, type Tally } from './lives';
import { countMove, countPhase, countPlaces } from './phase-lives';
import { BORN, FAMILY, MOVED_IN, OPENING, SETTLED, type PeopleByYear } from './population';

/** Counts one life: its arrival, the years of its five-year phase, what it does as an adult, and its moving out. */
export function countLife(tally: Tally, life: Life): void {
  const { origin, category, settlement_year } = life;
  countArrival(tally, life);
  const end = Math.min(life.to, 12 * tally.years - 1);
  const settledAt = settlement_year - tally.horizon.first_year;
  const phase = Math.min(end, 12 * (settledAt + 5) - 1);
  const years = tally.rules.yearsOf(settledAt, life.age, category === MINOR);
  if (phase >= life.from) {
    countPlaces(tally, life, settledAt, phase);
    countPhase(tally, life, years.phase, settledAt, phase);
  }
  if (category === MINOR) countMinor(tally, life, settledAt, end);
  countAdult(tally, life, years.adult, end);
  if (tally.rules.grants.hasGeneral) countGeneral(tally, life, end, origin === OPENING);
  if (life.moves && life.to < 12 * tally.years) countMove(tally, life, settledAt);
}

function countArrival(tally: Tally, life: Life): void {
  const { byYear, grants, library, residents, horizon } = tally;
  const { origin, category, weight, age, settlement_year } = life;
  const isAdult = category === SINGLE || category === ADULTS;
  if (origin === OPENING) {
    if (settlement_year > horizon.first_year - 6) byYear.in_phase_before += weight;
    if (settlement_year === horizon.first_year - 1) {
      add(grants.before.category, category, weight);
      if (age <= 5) grants.before.kindergarten += weight;
      if (age >= ELDERLY) grants.before.elderly += weight;
    }
  }
  if (isAdult && life.permit !== 'family' && (origin === SETTLED || (origin === OPENING && life.settled >= -12))) {
    const to = Math.min(life.settled + 11, 12 * tally.years - 1);
    during(category === SINGLE ? residents.newSingles : residents.newCouples, Math.max(0, life.settled), to, weight);
  }
  if (origin === OPENING) return;
  const at = Math.floor(life.from / 12);
  add(arrivalsOf(byYear, origin), at, weight);
  if (origin === MOVED_IN) return;
  const d = horizon.first_year + at - settlement_year + 1;
  const late = life.from - 12 * at >= (tally.rules.grants.cutoff[at] ?? NaN) ? weight : 0;
  if (age <= 5) countOneOff(grants.kindergarten, 2 * at + d - 1, weight, late);
  if (age >= ELDERLY) countOneOff(grants.elderly, 2 * at + d - 1, weight, late);
  if (d === 1) {
    add(grants.first, CATEGORIES.length * at + category, weight);
    if (origin === SETTLED) {
      add(grants.settled, CATEGORIES.length * at + category, weight);
      add(grants.months, life.from, weight);
    }
  }
  add(library.clothing, at, weight);
  if (origin !== BORN) add(library.screening, at, weight);
  if (origin === FAMILY) add(library.family, at, weight);
  else if (category === CHILD) add(library.child, at, weight);
}

function countOneOff(to: GrantCounts['elderly'], at: number, persons: number, late: number): void {
  add(to.persons, at, persons);
  add(to.late, at, late);
  to.origins[at] = ANYONE;
}

function arrivalsOf(byYear: PeopleByYear, origin: number): number[] {
  if (origin === SETTLED) return byYear.settled;
  if (origin === FAMILY) return byYear.family;
  return origin === BORN ? byYear.born : byYear.moved_in;
}

/** An unaccompanied minor: the grant to and including the year of turning 20, and staffed care by its own age. */
function countMinor({ grants, rules, library, residents }: Tally, life: Life, settledAt: number, end: number): void {
  for (let at = Math.floor(life.from / 12); 12 * at <= end; at += 1) {
    const since = at - settledAt;
    const age = life.age + since;
    const isCared = age <= (rules.programme.cared[at] ?? NaN);
    if (age > LAST_GRANT && !isCared) return;
    const first = Math.max(life.from, 12 * at);
    const last = Math.min(end, 12 * at + 11);
    const here = (life.weight * (last - first + 1)) / 12;
    if (age <= LAST_GRANT) {
      const to = sinceCell(at, since);
      add(age <= 16 ? grants.minors.younger : grants.minors.older, to, here);
      grants.minors.origins[to] = ANYONE;
    }
    if (!isCared) continue;
    add(since >= 5 ? library.minorsAfter : library.minors, at, here);
    during(residents.minors, first, last, life.weight);
    if (since >= 5) during(residents.minorsAfter, first, last, life.weight);
  }
}

/** The last year of life with the grant for unaccompanied minors. */
const LAST_GRANT = 20;

/** On 1 July of the year before; of the opening those of the day before the plan in its first year. */
function countGeneral({ grants, years }: Tally, life: Life, end: number, wasHere: boolean): void {
  if (wasHere) addGeneral(grants, 0, life.weight);
  for (let at = Math.floor(life.from / 12); at + 1 < years && 12 * at <= end; at += 1)
    if (life.from < 12 * at + JULY && end >= 12 * at + JULY) addGeneral(grants, at + 1, life.weight);
}

const JULY = 6;

function addGeneral(grants: GrantCounts, at: number, persons: number): void {
  add(grants.general, at, persons);
  grants.generalOrigins[at] = ANYONE;
}
