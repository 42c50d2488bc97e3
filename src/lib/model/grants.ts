import { CATEGORIES } from './cohort';
import { NOISE } from './columns';
import { shareAged } from './composition';
import type { ItemId } from './items';
import { addEntry, priceOf, type Ledger, type Price, type Source } from './ledger';
import {
  BORN,
  FAMILY,
  MOVED_IN,
  OPENING,
  arrivedIn,
  presentIn,
  type Horizon,
  type Population,
  type Stream,
} from './population';
import { seriesOf, valueAt, yearsFrom, type Parameters } from './resolve';

const CHILD = CATEGORIES.indexOf('child');
const MINOR = CATEGORIES.indexOf('unaccompanied_minor');
const LATER: ItemId[] = [
  'integration_grant.year2',
  'integration_grant.year3',
  'integration_grant.year4',
  'integration_grant.year5',
];

/** Positions in the options of `relocation.sharing` (eighths, twelfths) and of a yes-or-no. */
const TWELFTHS = 1;
const YES = 1;

/**
 * What other municipalities may claim, or owe, for those who moved in a year under the eighths, in kroner of the grant.
 * `low` is nothing, `likely` the key, `high` the full year; it is expected in the year after. Persons without a grant
 * bring no claim.
 */
export type ClaimRow = {
  year: number;
  expected: number;
  side: 'payable' | 'receivable';
  persons: number;
  without_grant: number;
  low: number;
  likely: number | null;
  high: number | null;
};

/** A year of the plan: its position, the year, those there by grant year (index `d`), and what is written to. */
type Year = {
  at: number;
  year: number;
  byGrantYear: Stream[][];
  ledger: Ledger;
  parameters: Parameters;
  rates: Rates;
  horizon: Horizon;
  claims: ClaimRow[];
};

/** Every rate and rule of the grants, looked up once a forecast. */
type Rates = ReturnType<typeof ratesOf>;

const YEAR1_IDS = CATEGORIES.map((category) => `grants.integration.year1.${category}`);
const LATER_IDS = [2, 3, 4, 5].map((d) => `grants.integration.year${d}`);
const LANGUAGE_IDS = { high: languageIds('high'), low: languageIds('low') };
const BASE_IDS = ['1-3', '4-150', 'above_150'].map((count) => `grants.language.base.${count}`);

function languageIds(band: string): string[] {
  return [1, 2, 3].map((d) => `grants.language.person.${band}.year${d}`);
}

function ratesOf(parameters: Parameters, horizon: Horizon) {
  const price = (address: string): Price => priceOf(parameters, address, horizon.first_year);
  const years = (address: string): Float64Array => yearsFrom(parameters, address, horizon.first_year);
  return {
    year1: YEAR1_IDS.map(price),
    later: LATER_IDS.map(price),
    kindergarten: price('grants.kindergarten'),
    elderly: price('grants.elderly'),
    minor: { to16: price('grants.unaccompanied_minor.to_16'), to20: price('grants.unaccompanied_minor.17_to_20') },
    language: {
      high: LANGUAGE_IDS.high.map(price),
      low: LANGUAGE_IDS.low.map(price),
      collective: price('grants.language.collective'),
    },
    base: BASE_IDS.map(price),
    general: price('grants.general'),
    sharing: years('relocation.sharing'),
    sharesFirst: years('relocation.sharing_first_year'),
    cutoff: years('payment.cutoff_month'),
    languageFrom: years('language_grant.age_min'),
    languageTo: years('language_grant.age_max'),
    highShare: years('language_grant.high_share'),
    humanitarianShare: years('family_immigration.humanitarian_share'),
    specialNeedsShare: years('special_needs.share'),
  };
}

/** All grants of the plan and the tail as ledger entries, by accrual (`model.md` 3), and the claims between municipalities. */
export function grantEntries(ledger: Ledger, people: Population, parameters: Parameters, horizon: Horizon): ClaimRow[] {
  const rates = ratesOf(parameters, horizon);
  const claims: ClaimRow[] = [];
  paidBefore(ledger, people, parameters, horizon);
  for (let at = 0; at < horizon.years + horizon.tail; at += 1) {
    const year = horizon.first_year + at;
    const byGrantYear: Stream[][] = [[], [], [], [], [], []];
    for (const stream of people.streams) {
      const d = year - stream.settlement_year + 1;
      if (stream.from <= at && d >= 1 && d <= 5) byGrantYear[d]?.push(stream);
    }
    const when: Year = { at, year, byGrantYear, ledger, parameters, rates, horizon, claims };
    integrationGrant(when, people.streams);
    oneOffGrants(when);
    for (const streams of byGrantYear) for (const stream of streams) unaccompaniedMinorGrant(when, stream);
    for (const stream of people.streams) if (year - stream.settlement_year >= 5) unaccompaniedMinorGrant(when, stream);
    specialNeedsGrant(when);
    languageGrant(when);
    generalGrant(when, people.streams);
  }
  return claims;
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
      if (from === 0 || !price || !item) continue;
      const source: Source = {
        kind: d === 1 ? 'settled' : 'residents',
        origins: from,
        settlement_year: year - d + 1,
        category,
      };
      const persons = held[category] ?? 0;
      const share = persons > 0 ? (late[category] ?? 0) / persons : 0;
      addEntry(when.ledger, at, item, persons, price, at, source, false, share);
      addEntry(when.ledger, at, 'integration_grant.shared_out', -(out[category] ?? 0), price, at, source, false, 1);
      addEntry(when.ledger, at, 'integration_grant.shared_in', brought[category] ?? 0, price, at, source, false, 1);
    }
  }
  if (!claims) return;
  for (const stream of all) {
    const moved = year - stream.settlement_year >= 5 ? (stream.moved[at] ?? 0) : 0;
    claims.out.persons += moved;
    claims.out.without_grant += moved;
  }
  for (const row of [claims.out, claims.in]) if (row.persons > NOISE) when.claims.push(known(row));
}

const YEAR1 = CATEGORIES.map((category) => `integration_grant.year1.${category}` as const);

type Claim = ClaimRow & { likely: number; high: number };

function claimRow(year: number, side: ClaimRow['side']): Claim {
  return { year, expected: year + 1, side, persons: 0, without_grant: 0, low: 0, likely: 0, high: 0 };
}

function addClaim(row: Claim, moved: number, entitled: number, personYears: number, rate: number): void {
  if (moved === 0) return;
  row.persons += moved;
  row.without_grant += moved * (1 - entitled);
  if (entitled === 0) return;
  row.likely += personYears * rate;
  row.high += moved * entitled * rate;
}

/** The mean rate of year 1 over the categories of a stream. */
function firstRate(stream: Stream, rates: Rates, at: number): number {
  return rates.year1.reduce(
    (sum, price, category) => sum + (price.value[at] ?? NaN) * (stream.composition.category[category] ?? 0),
    0,
  );
}

function known(row: Claim): ClaimRow {
  return {
    ...row,
    likely: Number.isNaN(row.likely) ? null : row.likely,
    high: Number.isNaN(row.high) ? null : row.high,
  };
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

/** Person-years of the grant that move with those who move out of a stream in a year. */
function givenBy(stream: Stream, at: number, twelfths: boolean): number {
  if (at !== stream.from || stream.arrived === 0)
    return (stream.moving[at] ?? 0) * (twelfths ? GIVEN_IN_YEAR.twelfths : GIVEN_IN_YEAR.eighths);
  return givenAway(stream.moves, twelfths);
}

/** Person-years of the grant that move with those who move in each month of a year. */
function givenAway(moves: readonly number[], twelfths: boolean): number {
  const given = twelfths ? GIVEN.twelfths : GIVEN.eighths;
  let away = 0;
  for (let month = 0; month < 12; month += 1) away += (moves[month] ?? 0) * (given[month] ?? NaN);
  return away;
}

/** The share of a year's grant that moves on, by month of the move. */
const GIVEN = {
  eighths: Array.from({ length: 12 }, (_, month) => 1 - (2 * Math.floor(month / 3) + 1) / 8),
  twelfths: Array.from({ length: 12 }, (_, month) => 1 - Math.min(month + 2, 12) / 12),
};
/** The same for one mover in every month. */
const GIVEN_IN_YEAR = {
  eighths: GIVEN.eighths.reduce((sum, share) => sum + share, 0),
  twelfths: GIVEN.twelfths.reduce((sum, share) => sum + share, 0),
};

/**
 * What was earned for those settled in the year before the plan and is paid in its first year: the one-off grants of those
 * who came after the cut-off month. Entries of year -1 count in the cash view alone.
 */
function paidBefore(ledger: Ledger, people: Population, parameters: Parameters, horizon: Horizon): void {
  const before = horizon.first_year - 1;
  if (before < parameters.first) return;
  const cutoff = valueAt(parameters, 'payment.cutoff_month', before);
  let share = 0;
  for (let month = cutoff + 1; month <= 12; month += 1)
    share += valueAt(parameters, `settlement.month.${month}`, before);
  for (const stream of people.streams) {
    if (stream.origin !== OPENING || stream.settlement_year !== before) continue;
    const persons = (stream.january[0] ?? 0) * share;
    const source = (category: number): Source => ({
      kind: 'settled',
      origins: OPENING,
      settlement_year: before,
      category,
    });
    const add = (item: ItemId, quantity: number, address: string, category: number): void => {
      const price = {
        value: Float64Array.of(valueAt(parameters, address, before)),
        series: [seriesOf(parameters, address)],
      };
      addEntry(ledger, -1, item, quantity, price, 0, source(category), false, 1);
    };
    for (const [at, category] of CATEGORIES.entries()) {
      const item = YEAR1[at];
      if (item) add(item, persons * (stream.composition.category[at] ?? 0), `grants.integration.year1.${category}`, at);
    }
    add('kindergarten_grant', persons * stream.composition.kindergarten, 'grants.kindergarten', CHILD);
    add('elderly_grant', persons * stream.composition.elderly, 'grants.elderly', -1);
  }
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
    const source = (category: number): Source => ({ kind: 'settled', origins: from, settlement_year, category });
    if (young > 0)
      addEntry(
        ledger,
        at,
        'kindergarten_grant',
        young,
        rates.kindergarten,
        at,
        source(CHILD),
        false,
        youngLate / young,
      );
    if (old > 0) addEntry(ledger, at, 'elderly_grant', old, rates.elderly, at, source(-1), false, oldLate / old);
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
    kind: 'residents',
    origins: stream.origin,
    settlement_year: stream.settlement_year,
    category: MINOR,
  } as const;
  addEntry(ledger, at, 'unaccompanied_minor_grant', years * younger, rates.minor.to16, at, source);
  addEntry(ledger, at, 'unaccompanied_minor_grant', years * older, rates.minor.to20, at, source);
}

/**
 * Part 1 once, part 2 for each of the five years: the cost above the own share up to the cap, booked in the year of the
 * application + lag. Past the deadline the grant of the first year is lost and the cost stays. What was applied for before
 * the plan is not known and left out, so the first years are low.
 */
function specialNeedsGrant({ at, year, byGrantYear, ledger, parameters, rates, horizon }: Year): void {
  const share = rates.specialNeedsShare[at] ?? NaN;
  if (share === 0) return;
  const lag = valueAt(parameters, 'special_needs.lag', year);
  const waits = valueAt(parameters, 'special_needs.application_months', year);
  const inTime = waits <= valueAt(parameters, 'special_needs.deadline', year);
  const parts = (['1', '2'] as const).map((part) => {
    const [cost, own, cap] = ['special_needs.cost', 'special_needs.own_share', 'grants.special_needs'].map(
      (id) => `${id}.${part}`,
    ) as [string, string, string];
    const value = (address: string): number => valueAt(parameters, address, year);
    const granted = Math.min(value(cap), Math.max(0, value(cost) - value(own)));
    const from = horizon.first_year;
    return { part, cost: priceOf(parameters, cost, from), grant: priceOf(parameters, cap, from, granted, [cost, own]) };
  });
  for (let d = 1; d <= 5; d += 1) {
    for (const stream of byGrantYear[d] ?? []) {
      if (stream.origin === FAMILY || stream.origin === MOVED_IN || stream.origin === BORN) continue;
      const agreed = share * (1 - stream.composition.family);
      const source = {
        kind: 'special_needs',
        origins: stream.origin,
        settlement_year: stream.settlement_year,
        category: -1,
      } as const;
      for (const { part, cost, grant } of parts) {
        const isFirst = d === 1 && arrivedIn(stream, at) > 0;
        const quantity = agreed * (part === '2' ? (stream.stays[at] ?? 0) : isFirst ? stream.arrived : 0);
        if (quantity === 0) continue;
        addEntry(ledger, at, 'special_needs.measures', quantity, cost, at, source);
        const item = part === '1' ? 'special_needs_grant.1' : 'special_needs_grant.2';
        if (isFirst && !inTime) continue;
        // Applied for so many months after settlement, so partly in a later calendar year.
        for (let month = isFirst ? 0 : 11; month < 12; month += 1) {
          const applied = !isFirst
            ? quantity
            : agreed * (part === '2' ? stayOf(stream, month) : (stream.arrivals[month] ?? 0));
          const booked = at + lag + (isFirst ? Math.floor((month + waits) / 12) : 0);
          if (applied > 0 && booked < horizon.years + horizon.tail)
            addBooked(ledger, booked, item, applied, grant, at, source);
        }
      }
    }
  }
}

/** Person-years that those who came in a month (0-11) of a stream's first year spend in it. */
function stayOf(stream: Stream, month: number): number {
  const months = 12 - month;
  const moved = (stream.pace * (months - 1) * (months - 2)) / 2;
  return ((stream.arrivals[month] ?? 0) * (months - moved)) / 12;
}

/** As {@link addEntry}, on the entry before where that is of the same kind. */
function addBooked(
  ledger: Ledger,
  at: number,
  item: ItemId,
  quantity: number,
  price: Price,
  priced: number,
  source: Source,
): void {
  const last = ledger.length - 1;
  const same = ledger.at[last] === at && ledger.series[last] === price.series;
  if (same) ledger.quantity[last] = (ledger.quantity[last] ?? 0) + quantity;
  else addEntry(ledger, at, item, quantity, price, priced, source);
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
      kind: d === 1 ? 'language_settled' : 'language',
      origins: from,
      settlement_year: year - d + 1,
      category: -1,
    };
    const highRate = rates.language.high[d - 1];
    const lowRate = rates.language.low[d - 1];
    if (highRate) addEntry(ledger, at, 'language_grant.person', ordinary * high, highRate, at, source);
    if (lowRate) addEntry(ledger, at, 'language_grant.person', ordinary * (1 - high), lowRate, at, source);
    addEntry(ledger, at, 'language_grant.person', collective, rates.language.collective, at, source);
  }
  const persons = Math.floor(counted + 0.5 + NOISE);
  const price = rates.base[persons <= 3 ? 0 : persons <= 150 ? 1 : 2];
  if (persons === 0 || !price) return;
  const source = { kind: 'counted', origins: countedOrigins, settlement_year: 0, category: -1 } as const;
  addEntry(ledger, at, 'language_grant.base', 1, price, at, source);
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
      kind: 'residents',
      origins: stream.origin,
      settlement_year: stream.settlement_year,
      category: -1,
    } as const;
    addEntry(ledger, at, 'general_grant', quantity, rates.general, at, source);
  }
}
