import { CATEGORIES } from './cohort';
import { NOISE } from './columns';
import { shareAged } from './composition';
import { positionOf } from './items';
import { addEntry, priceOf, type Ledger, type Price, type Source } from './ledger';
import {
  MOVED_IN,
  OPENING,
  SETTLEMENT_MONTHS,
  arrivedIn,
  presentIn,
  type Horizon,
  type Population,
  type Stream,
} from './population';
import { kindOf } from './quantities';
import { planned, valueAt, seriesOf, workedOut, type Parameters } from './resolve';
import { GIVEN, addClaim, claimRow, claimRows, givenAway, givenBy, type Claim, type ClaimRow } from './sharing';
import { specialNeedsGrant } from './special-needs';

const CHILD = CATEGORIES.indexOf('child');
const MINOR = CATEGORIES.indexOf('unaccompanied_minor');
/** Positions of the items, and of what their quantities are. */
const YEAR1 = CATEGORIES.map((category) => positionOf(`integration_grant.year1.${category}`));
const LATER = ([2, 3, 4, 5] as const).map((d) => positionOf(`integration_grant.year${d}`));
const [SHARED_OUT, SHARED_IN] = [positionOf('integration_grant.shared_out'), positionOf('integration_grant.shared_in')];
const [KINDERGARTEN, ELDERLY] = [positionOf('kindergarten_grant'), positionOf('elderly_grant')];
const MINOR_GRANT = positionOf('unaccompanied_minor_grant');
const [LANGUAGE, LANGUAGE_BASE] = [positionOf('language_grant.person'), positionOf('language_grant.base')];
const GENERAL = positionOf('general_grant');
const [SETTLED, RESIDENTS] = [kindOf('settled'), kindOf('residents')];
const [LANGUAGE_SETTLED, LANGUAGE_HERE, COUNTED] = [kindOf('language_settled'), kindOf('language'), kindOf('counted')];

/** Positions in the options of `relocation.sharing` (eighths, twelfths) and of a yes-or-no. */
const TWELFTHS = 1;
const YES = 1;

/** A year of the plan: its position, the year, those there by grant year (index `d`), and what is written to. */
type Year = {
  at: number;
  year: number;
  byGrantYear: Stream[][];
  ledger: Ledger;
  rates: Rates;
  claims: Claim[];
};

/** Every rate and rule of the grants. */
type Rates = ReturnType<typeof ratesOf>;

function ratesOf(parameters: Parameters) {
  const price = (address: string): Price => priceOf(parameters, address);
  const years = (address: string): Float64Array => planned(parameters, address);
  return {
    before: paidBeforeOf(parameters),
    year1: CATEGORIES.map((category) => price(`grants.integration.year1.${category}`)),
    later: [2, 3, 4, 5].map((d) => price(`grants.integration.year${d}`)),
    kindergarten: price('grants.kindergarten'),
    elderly: price('grants.elderly'),
    minor: { to16: price('grants.unaccompanied_minor.to_16'), to20: price('grants.unaccompanied_minor.17_to_20') },
    language: {
      high: [1, 2, 3].map((d) => price(`grants.language.person.high.year${d}`)),
      low: [1, 2, 3].map((d) => price(`grants.language.person.low.year${d}`)),
      collective: price('grants.language.collective'),
    },
    base: ['1-3', '4-150', 'above_150'].map((count) => price(`grants.language.base.${count}`)),
    general: price('grants.general'),
    sharing: years('relocation.sharing'),
    sharesFirst: years('relocation.sharing_first_year'),
    cutoff: years('payment.cutoff_month'),
    languageFrom: years('language_grant.age_min'),
    languageTo: years('language_grant.age_max'),
    highShare: years('language_grant.high_share'),
    humanitarianShare: years('family_immigration.humanitarian_share'),
  };
}

/** All grants of the plan and the tail as ledger entries, by accrual (`model.md` 3), and the claims between municipalities. */
export function grantEntries(ledger: Ledger, people: Population, parameters: Parameters, horizon: Horizon): ClaimRow[] {
  const rates = workedOut(parameters, ratesOf);
  const claims: Claim[] = [];
  paidBefore(ledger, people, rates.before, horizon);
  for (let at = 0; at < horizon.years + horizon.tail; at += 1) {
    const year = horizon.first_year + at;
    const byGrantYear: Stream[][] = [[], [], [], [], [], []];
    for (const stream of people.streams) {
      const d = year - stream.settlement_year + 1;
      if (stream.from <= at && d >= 1 && d <= 5) byGrantYear[d]?.push(stream);
    }
    const when: Year = { at, year, byGrantYear, ledger, rates, claims };
    integrationGrant(when, people.streams);
    oneOffGrants(when);
    for (const streams of byGrantYear) for (const stream of streams) unaccompaniedMinorGrant(when, stream);
    for (const stream of people.streams) if (year - stream.settlement_year >= 5) unaccompaniedMinorGrant(when, stream);
    specialNeedsGrant(ledger, at, byGrantYear, parameters, horizon);
    languageGrant(when);
    generalGrant(when, people.streams);
  }
  return claimRows(claims);
}

/** Persons, person-years given away and brought by category for one grant year; made once and cleared. */
const held = new Float64Array(CATEGORIES.length);
const late = new Float64Array(CATEGORIES.length);
const out = new Float64Array(CATEGORIES.length);
const brought = new Float64Array(CATEGORIES.length);
const origins = new Uint8Array(CATEGORIES.length);

/** Year 1: everyone settled in the year, whatever the month. Years 2-5: everyone here, the year of a move shared. */
function integrationGrant(when: Year, all: Stream[]): void {
  const { at, year, byGrantYear, rates } = when;
  const twelfths = rates.sharing[at] === TWELFTHS;
  const sharesFirst = rates.sharesFirst[at] === YES;
  const claims = twelfths ? null : { out: claimRow(year, 'payable'), in: claimRow(year, 'receivable') };
  for (let d = 1; d <= 5; d += 1) {
    const streams = byGrantYear[d] ?? [];
    if (streams.length === 0) continue;
    held.fill(0);
    late.fill(0);
    out.fill(0);
    brought.fill(0);
    origins.fill(0);
    for (const stream of streams) {
      const isNew = stream.origin === MOVED_IN;
      const arrives = at === stream.from;
      const entitled = d < 4 ? 1 : 1 - stream.composition.family * (rates.humanitarianShare[at] ?? NaN);
      const shares = d >= 2 || sharesFirst;
      const given = shares ? givenBy(stream, at, twelfths) * entitled : 0;
      const taken = isNew && arrives ? givenAway(stream.arrivals, twelfths) * entitled : 0;
      const here = ((stream.january[at] ?? 0) + (isNew ? 0 : arrivedIn(stream, at))) * entitled;
      const persons = twelfths ? here + taken - given : here;
      const afterCutoff =
        d === 1 && arrives ? lateArrivals(stream, rates.cutoff[at] ?? NaN, twelfths && sharesFirst) : 0;
      for (let category = 0; category < CATEGORIES.length; category += 1) {
        const share = stream.composition.category[category] ?? 0;
        if (share === 0 || persons + given + taken === 0) continue;
        held[category] = (held[category] ?? 0) + persons * share;
        late[category] = (late[category] ?? 0) + afterCutoff * share;
        origins[category] = (origins[category] ?? 0) | stream.origin;
        if (twelfths) continue;
        out[category] = (out[category] ?? 0) + given * share;
        brought[category] = (brought[category] ?? 0) + taken * share;
      }
      if (!claims) continue;
      const moved = stream.moved[at] ?? 0;
      const rate = d === 1 ? firstRate(stream, rates, at) : (rates.later[d - 2]?.value[at] ?? NaN);
      addClaim(claims.out, moved, shares ? entitled : 0, given, rate);
      if (isNew && arrives) addClaim(claims.in, stream.arrived, entitled, taken, rate);
    }
    for (let category = 0; category < CATEGORIES.length; category += 1) {
      const price = d === 1 ? rates.year1[category] : rates.later[d - 2];
      const item = d === 1 ? YEAR1[category] : LATER[d - 2];
      const from = origins[category] ?? 0;
      if (from === 0 || !price || item === undefined) continue;
      const source: Source = {
        kind: d === 1 ? SETTLED : RESIDENTS,
        origins: from,
        settlement_year: year - d + 1,
        category,
      };
      const persons = held[category] ?? 0;
      const share = persons > 0 ? (late[category] ?? 0) / persons : 0;
      addEntry(when.ledger, at, item, persons, price, at, source, false, share);
      addEntry(when.ledger, at, SHARED_OUT, -(out[category] ?? 0), price, at, source, false, 1);
      addEntry(when.ledger, at, SHARED_IN, brought[category] ?? 0, price, at, source, false, 1);
    }
  }
  if (!claims) return;
  for (const stream of all) {
    const moved = year - stream.settlement_year >= 5 ? (stream.moved[at] ?? 0) : 0;
    claims.out.persons += moved;
    claims.out.without_grant += moved;
  }
  when.claims.push(claims.out, claims.in);
}

/** The mean rate of year 1 over the categories of a stream. */
function firstRate(stream: Stream, rates: Rates, at: number): number {
  return rates.year1.reduce(
    (sum, price, category) => sum + (price.value[at] ?? NaN) * (stream.composition.category[category] ?? 0),
    0,
  );
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

/**
 * What was earned for those settled in the year before the plan and is paid in its first year: the one-off grants of those
 * who came after the cut-off month. Entries of year -1 count in the cash view alone.
 */
function paidBefore(
  ledger: Ledger,
  people: Population,
  { share, year1, kindergarten, elderly }: PaidBefore,
  horizon: Horizon,
): void {
  const settlement_year = horizon.first_year - 1;
  for (const stream of people.streams) {
    if (stream.origin !== OPENING || stream.settlement_year !== settlement_year) continue;
    const persons = (stream.january[0] ?? 0) * share;
    const { composition } = stream;
    const add = (item: number, quantity: number, price: Price | undefined, category: number): void => {
      const source = { kind: SETTLED, origins: OPENING, settlement_year, category };
      if (price) addEntry(ledger, -1, item, quantity, price, 0, source, false, 1);
    };
    for (const [category, item] of YEAR1.entries())
      add(item, persons * (composition.category[category] ?? 0), year1[category], category);
    add(KINDERGARTEN, persons * composition.kindergarten, kindergarten, CHILD);
    add(ELDERLY, persons * composition.elderly, elderly, -1);
  }
}

/** The share settled after the cut-off month of the year before the plan, and the rates of that year. */
type PaidBefore = { share: number; year1: Price[]; kindergarten: Price; elderly: Price };

function paidBeforeOf(parameters: Parameters): PaidBefore {
  const before = parameters.first_year - 1;
  const price = (address: string): Price => ({
    value: Float64Array.of(valueAt(parameters, address, before)),
    series: [seriesOf(parameters, address)],
  });
  const cutoff = valueAt(parameters, 'payment.cutoff_month', before);
  return {
    share: SETTLEMENT_MONTHS.slice(cutoff).reduce((sum, address) => sum + valueAt(parameters, address, before), 0),
    year1: CATEGORIES.map((category) => price(`grants.integration.year1.${category}`)),
    kindergarten: price('grants.kindergarten'),
    elderly: price('grants.elderly'),
  };
}

/** Kindergarten grant for children of 0-5 and elderly grant from 60, once, where they first settle. */
function oneOffGrants({ at, year, byGrantYear, ledger, rates }: Year): void {
  for (let d = 1; d <= 2; d += 1) {
    let young = 0;
    let youngLate = 0;
    let old = 0;
    let oldLate = 0;
    let from = 0;
    for (const stream of byGrantYear[d] ?? []) {
      if (stream.from !== at || stream.origin === MOVED_IN || stream.origin === OPENING) continue;
      const settled = stream.arrived;
      const after = arrivedAfter(stream, rates.cutoff[at] ?? NaN);
      young += settled * stream.composition.kindergarten;
      youngLate += after * stream.composition.kindergarten;
      old += settled * stream.composition.elderly;
      oldLate += after * stream.composition.elderly;
      from |= stream.origin;
    }
    const settlement_year = year - d + 1;
    const source = (category: number): Source => ({ kind: SETTLED, origins: from, settlement_year, category });
    if (young > 0)
      addEntry(ledger, at, KINDERGARTEN, young, rates.kindergarten, at, source(CHILD), false, youngLate / young);
    if (old > 0) addEntry(ledger, at, ELDERLY, old, rates.elderly, at, source(-1), false, oldLate / old);
  }
}

/** By month of residence, from settlement to and including the year of turning 20, lower from 17. */
function unaccompaniedMinorGrant({ at, year, ledger, rates }: Year, stream: Stream): void {
  if (!stream.composition.category[MINOR]) return;
  const since = year - stream.settlement_year;
  const ages = stream.composition.ages.unaccompanied_minor;
  const younger = shareAged(ages, 0, 16, since);
  const older = shareAged(ages, 17, 20, since);
  if (younger === 0 && older === 0) return;
  const years = stream.stays[at] ?? 0;
  const source = {
    kind: RESIDENTS,
    origins: stream.origin,
    settlement_year: stream.settlement_year,
    category: MINOR,
  };
  addEntry(ledger, at, MINOR_GRANT, years * younger, rates.minor.to16, at, source);
  addEntry(ledger, at, MINOR_GRANT, years * older, rates.minor.to20, at, source);
}

/** The target group of the language grant: adults of its ages in grant years 1-3, with collective protection in one year only. */
function languageGrant({ at, year, byGrantYear, ledger, rates }: Year): void {
  const high = rates.highShare[at] ?? NaN;
  const low = rates.languageFrom[at] ?? NaN;
  const top = rates.languageTo[at] ?? NaN;
  let counted = 0;
  let countedOrigins = 0;
  for (let d = 1; d <= 3; d += 1) {
    let ordinary = 0;
    let collective = 0;
    let from = 0;
    for (const stream of byGrantYear[d] ?? []) {
      const { ages } = stream.composition;
      const adults = shareAged(ages.ordinary, low, top, d - 1) + shareAged(ages.family, low, top, d - 1);
      const protectedAdults = shareAged(ages.collective, low, top, d - 1);
      const years = d === 1 ? arrivedIn(stream, at) : (stream.stays[at] ?? 0);
      ordinary += years * adults;
      if (d === 1) collective += years * protectedAdults;
      if (years > 0) from |= stream.origin;
      // Those with collective protection are inside their one year on the 15 January after they settled.
      const counts = (stream.january[at] ?? 0) * (d === 1 ? 0 : adults + (d === 2 ? protectedAdults : 0));
      counted += counts;
      if (counts > 0) countedOrigins |= stream.origin;
    }
    const source: Source = {
      kind: d === 1 ? LANGUAGE_SETTLED : LANGUAGE_HERE,
      origins: from,
      settlement_year: year - d + 1,
      category: -1,
    };
    const highRate = rates.language.high[d - 1];
    const lowRate = rates.language.low[d - 1];
    if (highRate) addEntry(ledger, at, LANGUAGE, ordinary * high, highRate, at, source);
    if (lowRate) addEntry(ledger, at, LANGUAGE, ordinary * (1 - high), lowRate, at, source);
    addEntry(ledger, at, LANGUAGE, collective, rates.language.collective, at, source);
  }
  const persons = Math.floor(counted + 0.5 + NOISE);
  const price = rates.base[persons <= 3 ? 0 : persons <= 150 ? 1 : 2];
  if (persons === 0 || !price) return;
  const source = { kind: COUNTED, origins: countedOrigins, settlement_year: 0, category: -1 };
  addEntry(ledger, at, LANGUAGE_BASE, 1, price, at, source);
}

/** The month whose first day counts for the general grant. */
const JULY = 6;

/** Outside the service's accounts, and only when somebody has given an amount: persons on 1 July of the year before. */
function generalGrant({ at, ledger, rates }: Year, streams: Stream[]): void {
  if (Number.isNaN(rates.general.value[at] ?? NaN)) return;
  for (const stream of streams) {
    // Before the first year only those of the opening population are known, as of 31 December.
    const opening = stream.origin === OPENING ? (stream.january[0] ?? 0) : 0;
    const quantity =
      at === 0
        ? opening
        : presentIn(stream, at - 1, JULY) - (at - 1 === stream.from ? (stream.arrivals[JULY] ?? 0) : 0);
    const source = {
      kind: RESIDENTS,
      origins: stream.origin,
      settlement_year: stream.settlement_year,
      category: -1,
    };
    addEntry(ledger, at, GENERAL, quantity, rates.general, at, source);
  }
}
