import { CATEGORIES, type Permit } from './cohort';
import { add, zeros } from './columns';
import { courseBy, type Course } from './course';
import { cell, emptyGrantCounts, grantRules, sinceCell, type GrantCounts, type GrantRules } from './grant-counts';
import {
  ELDERLY,
  LIBRARY_COUNTS,
  OLDEST,
  libraryRules,
  type LibraryCount,
  type LibraryCounts,
  type LibraryRules,
} from './library-counts';
import { ADULTS, CHILD, MINOR, SINGLE } from './households';
import type { People } from './people';
import { BORN, FAMILY, MOVED_IN, OPENING, SETTLED, type Horizon, type PeopleByYear } from './population';
import { ADULT, PRIMARY, emptyProgramme, programmeRules, type Programme, type ProgrammeRules } from './programme';
import { KINDERGARTEN, SCHOOL, emptyResidents, languageAges, type Residents } from './residents';
import type { Parameters } from './resolve';
import { GIVEN } from './sharing';

/**
 * One person of one future. Months count from January of the first year of the plan; who was here before it is here from
 * month 0. `weight` is 1, or the part of a person that lives so where something is not drawn.
 */
export type Life = {
  origin: number;
  permit: Permit;
  /** Position in CATEGORIES. */
  category: number;
  age: number;
  settlement_year: number;
  settled: number;
  from: number;
  /** Last month here, and whether the person then moves out. */
  to: number;
  moves: boolean;
  /** The part that joins the programme (0 or 1 where it is drawn) and months in it. */
  joining: number;
  months: number;
  /** Where in the order of outcomes (0-1) the person comes out; -1 spreads it over all. */
  outcome: number;
  weight: number;
};

/** Columns of months, kept as the change from each month to the next until all lives are counted. */
const MONTHLY = [
  'participants',
  'young',
  'afterPhase',
  'afterPhaseYoung',
  'primary',
  'inPhase',
  'singles',
  'couples',
  'kindergarten',
  'school',
  'minors',
  'minorsAfter',
  'others',
  'newSingles',
  'newCouples',
] as const;
type Monthly = (typeof MONTHLY)[number];

/** What lives are counted into, and by which rules. */
export type Tally = {
  horizon: Horizon;
  years: number;
  rules: {
    programme: ProgrammeRules;
    grants: GrantRules;
    library: LibraryRules;
    /** Nobody takes part or is an adult before this age. */
    youngest: number;
    /** The last age of the language grant, by year. */
    oldest: Float64Array;
    course: (permit: Permit, settlementYear: number) => Course;
  };
  changes: Record<Monthly, number[]>;
  byYear: PeopleByYear;
  programme: Programme;
  residents: Residents;
  grants: GrantCounts;
  library: Record<LibraryCount, number[]>;
  /** Person-years in the five-year phase by year and years since settlement, and of children and elderly by year. */
  stays: number[];
  children: number[];
  elderly: number[];
  supported: number[];
};

/** A tally of nobody. */
export function emptyTally(parameters: Parameters, horizon: Horizon): Tally {
  const years = horizon.years + horizon.tail;
  const grants = grantRules(parameters);
  const programme = programmeRules(parameters);
  return {
    horizon,
    years,
    rules: {
      programme,
      grants,
      library: libraryRules(parameters),
      youngest: Math.min(ADULT, ...programme.low),
      oldest: languageAges(parameters),
      course: courseBy(parameters),
    },
    changes: Object.fromEntries(MONTHLY.map((column) => [column, zeros(12 * years + 1)])) as Tally['changes'],
    byYear: {
      settled: zeros(years),
      family: zeros(years),
      born: zeros(years),
      moved_in: zeros(years),
      moved_out: zeros(years),
      in_phase: zeros(years),
      in_phase_before: 0,
    },
    programme: emptyProgramme(years),
    residents: emptyResidents(years),
    grants: emptyGrantCounts(years, grants.hasSpecial),
    library: Object.fromEntries(LIBRARY_COUNTS.map((count) => [count, zeros(years)])) as Tally['library'],
    stays: zeros(5 * years),
    children: zeros(years),
    elderly: zeros(years),
    supported: zeros(years),
  };
}

/** Everything that has been counted. The tally is not used after it. */
export function peopleFrom(tally: Tally): People {
  const { programme, residents, changes } = tally;
  const to: Record<Monthly, number[]> = { ...programme, ...residents };
  for (const column of MONTHLY) {
    let persons = 0;
    const [months, steps] = [to[column], changes[column]];
    for (let month = 0; month < months.length; month += 1) {
      persons += steps[month] ?? 0;
      months[month] = persons;
    }
  }
  programme.origins = ANYONE;
  return {
    byYear: tally.byYear,
    programme,
    residents,
    grants: tally.grants,
    library: libraryFrom(tally),
    origins: ANYONE,
  };
}

/** What the library counts by shares of those in the phase, worked out once for all of them. */
function libraryFrom({
  library,
  stays,
  children,
  elderly,
  supported,
  years,
  rules: { library: rules },
}: Tally): LibraryCounts {
  for (let at = 0; at < years; at += 1) {
    for (let since = 0; since < 5; since += 1) {
      const here = stays[5 * at + since] ?? 0;
      add(library.health, at, here);
      add(library.interpreter, at, here * (rules.hours[since]?.[at] ?? NaN));
    }
    library.childWelfare[at] = (children[at] ?? 0) * (rules.measured[at] ?? NaN);
    library.placed[at] = (children[at] ?? 0) * (rules.placed[at] ?? NaN);
    library.care[at] = (elderly[at] ?? 0) * (rules.careShare[at] ?? NaN);
    library.kindergarten[at] = (supported[at] ?? 0) * (rules.attendance[at] ?? NaN);
  }
  return {
    counts: LIBRARY_COUNTS.map((count) => library[count]),
    origins: LIBRARY_COUNTS.map(() => ANYONE),
  };
}

const ANYONE = OPENING | SETTLED | FAMILY | MOVED_IN | BORN;

/** Counts so many persons in a column from one month to another, both included. */
function during(changes: number[], from: number, to: number, persons: number): void {
  if (to < from || persons === 0) return;
  add(changes, from, persons);
  add(changes, to + 1, -persons);
}

/** Counts one life: its arrival, the years of its five-year phase, what it does as an adult, and its moving out. */
export function countLife(tally: Tally, life: Life): void {
  const { origin, category, settlement_year } = life;
  countArrival(tally, life);
  const end = Math.min(life.to, 12 * tally.years - 1);
  const settledAt = settlement_year - tally.horizon.first_year;
  const phase = Math.min(end, 12 * (settledAt + 5) - 1);
  if (phase >= life.from) {
    countPlaces(tally, life, settledAt, phase);
    countPhase(tally, life, settledAt, phase);
  }
  if (category === MINOR) countMinor(tally, life, settledAt, end);
  if (life.age + (Math.floor(end / 12) - settledAt) >= tally.rules.youngest) countAdult(tally, life, settledAt, end);
  if (tally.rules.grants.hasGeneral) countGeneral(tally, life, end, origin === OPENING);
  if (life.moves && life.to < 12 * tally.years) countMove(tally, life, settledAt);
}

function countArrival(tally: Tally, life: Life): void {
  const { byYear, grants, library, changes, horizon } = tally;
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
    during(category === SINGLE ? changes.newSingles : changes.newCouples, Math.max(0, life.settled), to, weight);
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

/** Who is there by month in the five-year phase, by household and by the places children take. */
function countPlaces({ changes }: Tally, life: Life, settledAt: number, phase: number): void {
  const { from, weight, category, age } = life;
  during(changes.inPhase, from, phase, weight);
  if (life.permit !== 'family') {
    if (category === SINGLE) during(changes.singles, from, phase, weight);
    else if (category === ADULTS) during(changes.couples, from, phase, weight);
  }
  if (age > SCHOOL[1]) return;
  // The year of the plan in which the person is 0.
  const born = settledAt - age;
  const aged = (changed: number[], [low, high]: readonly [number, number]): void =>
    during(changed, Math.max(from, 12 * (born + low)), Math.min(phase, 12 * (born + high + 1) - 1), weight);
  aged(changes.kindergarten, KINDERGARTEN);
  aged(changes.school, SCHOOL);
}

/** The calendar years of the five-year phase: grants and what the cost library counts. */
function countPhase(tally: Tally, life: Life, settledAt: number, phase: number): void {
  const { byYear, library, rules, grants, stays } = tally;
  const { from, weight, category } = life;
  for (let at = Math.floor(from / 12); 12 * at <= phase; at += 1) {
    const first = Math.max(from, 12 * at);
    const last = Math.min(phase, 12 * at + 11);
    const since = at - settledAt;
    const age = life.age + since;
    const here = (weight * (last - first + 1)) / 12;
    if (last === 12 * at + 11 && !(life.moves && life.to === last)) add(byYear.in_phase, at, weight);
    add(stays, 5 * at + since, here);
    countIntegration(tally, life, since + 1, at, first);
    if (since < 3 && age >= (rules.grants.languageFrom[at] ?? NaN)) {
      countLanguage(tally, life, age, since, at, first, here);
      countTaught(tally, life, age, since, at, first, last);
    }
    if (grants.special) countSpecial(tally, life, since, at, here);
    if (age < ADULT) {
      if (category !== MINOR) add(tally.children, at, here);
      const { leisure, taught, supported } = rules.library;
      if (age >= 6 && since < (leisure[at] ?? NaN)) add(library.leisure, at, here);
      if (age >= SCHOOL[0] && age <= SCHOOL[1] && since < (taught[at] ?? NaN)) add(library.school, at, here);
      if (age >= KINDERGARTEN[0] && age <= KINDERGARTEN[1] && since < (supported[at] ?? NaN))
        add(tally.supported, at, here);
    } else if (age >= ELDERLY && age <= OLDEST) add(tally.elderly, at, here);
  }
}

/** Adults of the language grant's years who are not in the programme: above its ages, or inside them without joining. */
function countTaught(
  { changes, rules }: Tally,
  life: Life,
  age: number,
  since: number,
  at: number,
  first: number,
  last: number,
): void {
  if (life.permit === 'collective' && since > 0) return;
  const limit = rules.programme.high[at] ?? NaN;
  if (age > limit) {
    if (age <= (rules.oldest[at] ?? NaN)) during(changes.others, first, last, life.weight);
  } else if (age >= (rules.programme.low[at] ?? NaN))
    during(changes.others, first, last, life.weight * (1 - life.joining));
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
function countMove(tally: Tally, life: Life, settledAt: number): void {
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

function countLanguage(
  { grants, rules }: Tally,
  life: Life,
  age: number,
  since: number,
  at: number,
  first: number,
  stays: number,
): void {
  if (age > (rules.grants.languageTo[at] ?? NaN)) return;
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

/** An unaccompanied minor: the grant to and including the year of turning 20, and staffed care by its own age. */
function countMinor({ grants, rules, library, changes }: Tally, life: Life, settledAt: number, end: number): void {
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
    during(changes.minors, first, last, life.weight);
    if (since >= 5) during(changes.minorsAfter, first, last, life.weight);
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

/** The years of an adult: waiting for the programme, in it, through it by outcome; and what is counted of it. */
function countAdult(tally: Tally, life: Life, settledAt: number, end: number): void {
  const { rules, programme } = tally;
  const { low, high, cared, assistedTo, assistedAfter, youngBelow, outcomes } = rules.programme;
  const course = rules.course(life.permit, life.settlement_year);
  const done = life.settled + course.lag + life.months;
  for (let at = Math.floor(life.from / 12); 12 * at <= end; at += 1) {
    const since = at - settledAt;
    const age = life.age + since;
    const isCounted = since < 5 + (assistedAfter[at] ?? NaN);
    if (!isCounted && 12 * at > done + course.primary) return;
    const first = Math.max(life.from, 12 * at);
    const last = Math.min(end, 12 * at + 11);
    const isCared = life.category === MINOR && age <= (cared[at] ?? NaN);
    const isAssisted = isCounted && age <= (assistedTo[at] ?? NaN) && !isCared;
    if (isAssisted && age >= ADULT)
      add(since >= 5 ? programme.all.after : programme.all.inPhase, at, (life.weight * (last - first + 1)) / 12);
    if (life.joining === 0 || age < (low[at] ?? NaN) || age > (high[at] ?? NaN)) continue;
    const isAfter = since >= 5;
    if (first >= done + course.primary && first > done) {
      if (isAssisted)
        countThrough(programme, outcomes, life, at, (life.weight * life.joining * (last - first + 1)) / 12, isAfter);
      continue;
    }
    const isYoung = age < (youngBelow[at] ?? NaN);
    countParticipant(tally, life, course, { at, since, first, last, isYoung, isAssisted });
  }
}

/** Person-years through the programme: of one outcome where it is drawn, else of all by their shares. */
function countThrough(
  { through }: Programme,
  outcomes: readonly Float64Array[],
  { outcome: place }: Life,
  at: number,
  years: number,
  isAfter: boolean,
): void {
  if (place >= 0) {
    const to = through[outcomeAt(outcomes, at, place)];
    if (to) add(isAfter ? to.after : to.inPhase, at, years);
    return;
  }
  for (let outcome = 0; outcome < outcomes.length; outcome += 1) {
    const to = through[outcome];
    if (to) add(isAfter ? to.after : to.inPhase, at, years * (outcomes[outcome]?.[at] ?? NaN));
  }
}

/** A year of an adult inside the programme's ages. */
type AdultYear = { at: number; since: number; first: number; last: number; isYoung: boolean; isAssisted: boolean };

function countParticipant({ programme, changes, rules }: Tally, life: Life, course: Course, year: AdultYear): void {
  const { at, since, first, last, isYoung, isAssisted } = year;
  const persons = life.weight * life.joining;
  const start = life.settled + course.lag;
  const done = start + life.months;
  const inFrom = Math.max(first, start);
  const inTo = Math.min(last, done - 1);
  const inside = Math.max(0, inTo - inFrom + 1);
  if (inside > 0) {
    during(changes.participants, inFrom, inTo, persons);
    if (isYoung) during(changes.young, inFrom, inTo, persons);
    if (since >= 5) during(changes.afterPhase, inFrom, inTo, persons);
    if (since >= 5 && isYoung) during(changes.afterPhaseYoung, inFrom, inTo, persons);
    add(programme.any, at, persons);
    if (start >= first) add(programme.starts, at, persons);
  }
  const outFrom = Math.max(first, done);
  const through = Math.max(0, last - outFrom + 1);
  if (done >= first && done <= last) add(programme.leavers, at, persons);
  if (through > 0) {
    const { outcomes } = rules.programme;
    const share = outcomes[PRIMARY]?.[at] ?? NaN;
    const primary = life.outcome < 0 ? share : outcomeAt(outcomes, at, life.outcome) === PRIMARY ? 1 : 0;
    during(changes.primary, outFrom, Math.min(last, done + course.primary - 1), persons * primary);
    if (isAssisted) countThrough(programme, outcomes, life, at, (persons * through) / 12, since >= 5);
  }
  if (!isAssisted) return;
  const waits = last - first + 1 - inside - through;
  add(since >= 5 ? programme.inside.after : programme.inside.inPhase, at, (persons * inside) / 12);
  add(since >= 5 ? programme.waiting.after : programme.waiting.inPhase, at, (persons * waits) / 12);
}

/** What somebody goes to in a year, by where in the order of outcomes (0-1) the person stands. */
function outcomeAt(outcomes: readonly Float64Array[], at: number, place: number): number {
  let up = 0;
  for (let outcome = 0; outcome + 1 < outcomes.length; outcome += 1) {
    up += outcomes[outcome]?.[at] ?? NaN;
    if (place < up) return outcome;
  }
  return outcomes.length - 1;
}
