import { CATEGORIES } from './cohort';
import { add, zeros } from './columns';
import { shareAged } from './composition';
import {
  BORN,
  FAMILY,
  MOVED_IN,
  OPENING,
  SETTLED,
  arrivedIn,
  presentIn,
  type Horizon,
  type Stream,
} from './population';
import { planned, workedOut, type Parameters } from './resolve';
import { GIVEN, givenAway, givenBy } from './sharing';

/** Columns by year of the plan, grant year (1-5) and category: entry `cell(at, d, category)`. */
type ByCategory = number[];

/** Those a grant of one year of settlement is given for; `since` whole years after it. */
const OLDEST_GRANT = 21;

/**
 * The persons and person-years behind every grant, before any rate. Years count from the first of the plan; `origins` say
 * whom a count is of.
 */
export type GrantCounts = {
  /** Those the integration grant is paid for, and of them those of the first year who came after the cut-off month. */
  held: ByCategory;
  late: ByCategory;
  origins: ByCategory;
  /** Person-years that go with those who move out and come with those who move in, where the grant is claimed back. */
  out: ByCategory;
  brought: ByCategory;
  /** Movers with a grant, by where it comes from, and all movers by year. */
  leaving: ByCategory;
  coming: ByCategory;
  left: number[];
  came: number[];
  leftWithout: number[];
  cameWithout: number[];
  /** One-off grants by year and settlement in it or the year before: persons, those after the cut-off month, origins. */
  kindergarten: OneOff;
  elderly: OneOff;
  /** Unaccompanied minors in person-years, to and past the year of 16, by year and years since settlement. */
  minors: { younger: number[]; older: number[]; origins: number[] };
  /** Adults of the language grant, by year and grant year (1-3). */
  language: { ordinary: number[]; collective: number[]; origins: number[] };
  /** Persons counted for the base grant, by year. */
  counted: number[];
  countedOrigins: number[];
  /** Persons on 1 July of the year before, by year. */
  general: number[];
  generalOrigins: number[];
  special: SpecialCounts | null;
  /** Of those settled in the year before the plan, persons by category, of kindergarten age and elderly. */
  before: { category: number[]; kindergarten: number; elderly: number };
  /** Those settled by agreement in a year and all whose first year it is, by category; the former by month too. */
  settled: number[];
  first: number[];
  months: number[];
};

/** A grant once, by year and settlement in it or in the year before. */
export type OneOff = { persons: number[]; late: number[]; origins: number[] };

/** Those who may be granted for special needs, by year and grant year: persons and person-years, of the first year by month. */
export type SpecialCounts = {
  arrived: number[];
  stays: number[];
  monthly: { arrived: number[]; stays: number[] };
  origins: number[];
};

const MINOR = CATEGORIES.indexOf('unaccompanied_minor');
const COUNT = CATEGORIES.length;

/** The entry of a year, grant year and category. */
export function cell(at: number, d: number, category: number): number {
  return (at * 5 + d - 1) * COUNT + category;
}

/** The entry of a year and years since settlement. */
export function sinceCell(at: number, since: number): number {
  return at * OLDEST_GRANT + since;
}

/** Nobody yet, for so many years. */
export function emptyGrantCounts(years: number, special: boolean): GrantCounts {
  const byCategory = (): number[] => zeros(years * 5 * COUNT);
  const oneOff = (): OneOff => ({ persons: zeros(2 * years), late: zeros(2 * years), origins: zeros(2 * years) });
  const bySince = (): number[] => zeros(OLDEST_GRANT * years);
  return {
    held: byCategory(),
    late: byCategory(),
    origins: byCategory(),
    out: byCategory(),
    brought: byCategory(),
    leaving: byCategory(),
    coming: byCategory(),
    left: zeros(years),
    came: zeros(years),
    leftWithout: zeros(years),
    cameWithout: zeros(years),
    kindergarten: oneOff(),
    elderly: oneOff(),
    minors: { younger: bySince(), older: bySince(), origins: bySince() },
    language: { ordinary: zeros(3 * years), collective: zeros(3 * years), origins: zeros(3 * years) },
    counted: zeros(years),
    countedOrigins: zeros(years),
    general: zeros(years),
    generalOrigins: zeros(years),
    special: special
      ? {
          arrived: zeros(5 * years),
          stays: zeros(5 * years),
          monthly: { arrived: zeros(12 * years), stays: zeros(12 * years) },
          origins: zeros(5 * years),
        }
      : null,
    before: { category: zeros(COUNT), kindergarten: 0, elderly: 0 },
    settled: zeros(COUNT * years),
    first: zeros(COUNT * years),
    months: zeros(12 * years),
  };
}

/** Positions in the options of `relocation.sharing` (eighths, twelfths) and of a yes-or-no. */
const TWELFTHS = 1;
const YES = 1;

/** What the counts go by, by year of the plan. */
export type GrantRules = ReturnType<typeof rulesOf>;

function rulesOf(parameters: Parameters) {
  const years = (address: string): Float64Array => planned(parameters, address);
  return {
    twelfths: Array.from(years('relocation.sharing'), (option) => option === TWELFTHS),
    sharesFirst: Array.from(years('relocation.sharing_first_year'), (option) => option === YES),
    cutoff: years('payment.cutoff_month'),
    languageFrom: years('language_grant.age_min'),
    languageTo: years('language_grant.age_max'),
    humanitarianShare: years('family_immigration.humanitarian_share'),
    hasSpecial: years('special_needs.share').some((share) => share !== 0),
    hasGeneral: years('grants.general').some((amount) => !Number.isNaN(amount)),
  };
}

/** The rules of the counts, worked out once. */
export function grantRules(parameters: Parameters): GrantRules {
  return workedOut(parameters, rulesOf);
}

/** The counts of the streams of a population. */
export function grantCounts(streams: Stream[], parameters: Parameters, horizon: Horizon): GrantCounts {
  const years = horizon.years + horizon.tail;
  const rules = grantRules(parameters);
  const of = emptyGrantCounts(years, rules.hasSpecial);
  for (const stream of streams) {
    countBefore(of, stream, horizon);
    for (let at = stream.from; at < years; at += 1) {
      const d = horizon.first_year + at - stream.settlement_year + 1;
      if (d < 1) continue;
      if (d <= 5) {
        countIntegration(of, stream, rules, at, d);
        countOneOff(of, stream, rules, at, d);
        countLanguage(of, stream, rules, at, d);
        if (of.special) countSpecial(of.special, stream, at, d);
      } else if (!rules.twelfths[at]) {
        add(of.left, at, stream.moved[at] ?? 0);
        add(of.leftWithout, at, stream.moved[at] ?? 0);
      }
      countMinors(of, stream, at, d - 1);
      if (rules.hasGeneral) countGeneral(of, stream, at);
    }
    countFirst(of, stream, horizon);
  }
  return of;
}

function countBefore({ before }: GrantCounts, stream: Stream, horizon: Horizon): void {
  if (stream.origin !== OPENING || stream.settlement_year !== horizon.first_year - 1) return;
  const persons = stream.january[0] ?? 0;
  const { composition } = stream;
  for (let category = 0; category < COUNT; category += 1)
    add(before.category, category, persons * (composition.category[category] ?? 0));
  before.kindergarten += persons * composition.kindergarten;
  before.elderly += persons * composition.elderly;
}

/** Year 1: everyone settled in the year, whatever the month. Years 2-5: everyone here, the year of a move shared. */
function countIntegration(of: GrantCounts, stream: Stream, rules: GrantRules, at: number, d: number): void {
  const twelfths = rules.twelfths[at] === true;
  const sharesFirst = rules.sharesFirst[at] === true;
  const isNew = stream.origin === MOVED_IN;
  const arrives = at === stream.from;
  const entitled = d < 4 ? 1 : 1 - stream.composition.family * (rules.humanitarianShare[at] ?? NaN);
  const shares = d >= 2 || sharesFirst;
  const given = shares ? givenBy(stream, at, twelfths) * entitled : 0;
  const taken = isNew && arrives ? givenAway(stream.arrivals, twelfths) * entitled : 0;
  const here = ((stream.january[at] ?? 0) + (isNew ? 0 : arrivedIn(stream, at))) * entitled;
  const persons = twelfths ? here + taken - given : here;
  const late = d === 1 && arrives ? lateArrivals(stream, rules.cutoff[at] ?? NaN, twelfths && sharesFirst) : 0;
  const moved = stream.moved[at] ?? 0;
  const claimed = twelfths || !shares ? 0 : moved * entitled;
  const brings = twelfths || !isNew || !arrives ? 0 : stream.arrived * entitled;
  if (!twelfths) {
    add(of.left, at, moved);
    add(of.leftWithout, at, moved * (1 - (shares ? entitled : 0)));
    if (isNew && arrives) {
      add(of.came, at, stream.arrived);
      add(of.cameWithout, at, stream.arrived * (1 - entitled));
    }
  }
  if (persons + given + taken === 0) return;
  for (let category = 0; category < COUNT; category += 1) {
    const share = stream.composition.category[category] ?? 0;
    if (share === 0) continue;
    const to = cell(at, d, category);
    add(of.held, to, persons * share);
    if (late > 0) add(of.late, to, late * share);
    of.origins[to] = (of.origins[to] ?? 0) | stream.origin;
    if (twelfths) continue;
    add(of.out, to, given * share);
    add(of.brought, to, taken * share);
    add(of.leaving, to, claimed * share);
    add(of.coming, to, brings * share);
  }
}

/** Of those who came in a stream's first year, the persons who came after a month (1-12). */
function arrivedAfter(stream: Stream, cutoff: number): number {
  let persons = 0;
  for (let month = cutoff; month < 12; month += 1) persons += stream.arrivals[month] ?? 0;
  return persons;
}

/** Of those who came after the cut-off month, the persons whose grant stays here; `shared` where a mover takes some along. */
function lateArrivals(stream: Stream, cutoff: number, shared: boolean): number {
  if (!shared) return arrivedAfter(stream, cutoff);
  let persons = 0;
  for (let month = cutoff; month < 12; month += 1) {
    let away = 0;
    for (let move = month + 1; move < 12; move += 1) away += stream.pace * (GIVEN.twelfths[move] ?? NaN);
    persons += (stream.arrivals[month] ?? 0) * (1 - away);
  }
  return persons;
}

/** Children of 0-5 and elderly from 60, where they first settle. */
function countOneOff(of: GrantCounts, stream: Stream, rules: GrantRules, at: number, d: number): void {
  if (d > 2 || stream.from !== at || stream.origin === MOVED_IN || stream.origin === OPENING) return;
  const { kindergarten, elderly } = stream.composition;
  const late = arrivedAfter(stream, rules.cutoff[at] ?? NaN);
  const to = 2 * at + d - 1;
  addOneOff(of.kindergarten, to, stream.arrived * kindergarten, late * kindergarten, stream.origin);
  addOneOff(of.elderly, to, stream.arrived * elderly, late * elderly, stream.origin);
}

function addOneOff(to: OneOff, at: number, persons: number, late: number, origin: number): void {
  add(to.persons, at, persons);
  add(to.late, at, late);
  to.origins[at] = (to.origins[at] ?? 0) | origin;
}

/** By month of residence, to and including the year of turning 20. */
function countMinors({ minors }: GrantCounts, stream: Stream, at: number, since: number): void {
  if (!stream.composition.category[MINOR] || since >= OLDEST_GRANT) return;
  const ages = stream.composition.ages.unaccompanied_minor;
  const younger = shareAged(ages, 0, 16, since);
  const older = shareAged(ages, 17, 20, since);
  if (younger === 0 && older === 0) return;
  const years = stream.stays[at] ?? 0;
  const to = sinceCell(at, since);
  add(minors.younger, to, years * younger);
  add(minors.older, to, years * older);
  minors.origins[to] = (minors.origins[to] ?? 0) | stream.origin;
}

/** Adults of the language grant's ages in grant years 1-3, with collective protection in one year only. */
function countLanguage(of: GrantCounts, stream: Stream, rules: GrantRules, at: number, d: number): void {
  if (d > 3) return;
  const [low, top] = [rules.languageFrom[at] ?? NaN, rules.languageTo[at] ?? NaN];
  const { ages } = stream.composition;
  const adults = shareAged(ages.ordinary, low, top, d - 1) + shareAged(ages.family, low, top, d - 1);
  const protectedAdults = shareAged(ages.collective, low, top, d - 1);
  const years = d === 1 ? arrivedIn(stream, at) : (stream.stays[at] ?? 0);
  const to = 3 * at + d - 1;
  add(of.language.ordinary, to, years * adults);
  if (d === 1) add(of.language.collective, to, years * protectedAdults);
  if (years > 0) of.language.origins[to] = (of.language.origins[to] ?? 0) | stream.origin;
  // Those with collective protection are inside their one year on the 15 January after they settled.
  const counts = (stream.january[at] ?? 0) * (d === 1 ? 0 : adults + (d === 2 ? protectedAdults : 0));
  if (counts === 0) return;
  add(of.counted, at, counts);
  of.countedOrigins[at] = (of.countedOrigins[at] ?? 0) | stream.origin;
}

/** Persons on 1 July of the year before; before the first year only those of the opening are known, as of 31 December. */
function countGeneral(of: GrantCounts, stream: Stream, at: number): void {
  const opening = stream.origin === OPENING ? (stream.january[0] ?? 0) : 0;
  const persons =
    at === 0 ? opening : presentIn(stream, at - 1, JULY) - (at - 1 === stream.from ? (stream.arrivals[JULY] ?? 0) : 0);
  if (persons === 0) return;
  add(of.general, at, persons);
  of.generalOrigins[at] = (of.generalOrigins[at] ?? 0) | stream.origin;
}

/** The month whose first day counts for the general grant. */
const JULY = 6;

/** Those settled by agreement and not as family. */
function countSpecial(of: SpecialCounts, stream: Stream, at: number, d: number): void {
  if (stream.origin === FAMILY || stream.origin === MOVED_IN || stream.origin === BORN) return;
  const agreed = 1 - stream.composition.family;
  const to = 5 * at + d - 1;
  const arrived = arrivedIn(stream, at);
  add(of.stays, to, agreed * (stream.stays[at] ?? 0));
  of.origins[to] = (of.origins[to] ?? 0) | stream.origin;
  if (d !== 1 || arrived === 0) return;
  add(of.arrived, to, agreed * arrived);
  for (let month = 0; month < 12; month += 1) {
    add(of.monthly.arrived, 12 * at + month, agreed * (stream.arrivals[month] ?? 0));
    add(of.monthly.stays, 12 * at + month, agreed * stayOf(stream, month));
  }
}

/** Person-years that those who came in a month (0-11) of a stream's first year spend in it. */
function stayOf(stream: Stream, month: number): number {
  const months = 12 - month;
  const moved = (stream.pace * (months - 1) * (months - 2)) / 2;
  return ((stream.arrivals[month] ?? 0) * (months - moved)) / 12;
}

function countFirst(of: GrantCounts, stream: Stream, horizon: Horizon): void {
  const at = stream.from;
  if (stream.origin === OPENING || stream.settlement_year !== horizon.first_year + at) return;
  for (let category = 0; category < COUNT; category += 1) {
    const persons = stream.arrived * (stream.composition.category[category] ?? 0);
    add(of.first, COUNT * at + category, persons);
    if (stream.origin === SETTLED) add(of.settled, COUNT * at + category, persons);
  }
  if (stream.origin !== SETTLED) return;
  for (let month = 0; month < 12; month += 1) add(of.months, 12 * at + month, stream.arrivals[month] ?? 0);
}
