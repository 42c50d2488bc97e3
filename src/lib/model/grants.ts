import { CATEGORIES } from './cohort';
import { shareAged } from './composition';
import { addEntry, priceOf, type ItemId, type Ledger, type Price, type Source } from './ledger';
import {
  FAMILY,
  MOVED_IN,
  OPENING,
  arrivedIn,
  grantYear,
  sumOfYear,
  type Horizon,
  type Population,
  type Stream,
} from './population';
import { valueAt, yearsFrom, type Parameters } from './resolve';

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

/** A year of the plan: its position, the year, and what is written to. */
type Year = { at: number; year: number; ledger: Ledger; parameters: Parameters; rates: Rates };

/** Every rate and rule of the grants, looked up once a forecast. */
type Rates = ReturnType<typeof ratesOf>;

function ratesOf(parameters: Parameters, horizon: Horizon) {
  const price = (address: string): Price => priceOf(parameters, address, horizon.first_year);
  const language = (band: string) => [1, 2, 3].map((d) => price(`grants.language.person.${band}.year${d}`));
  return {
    year1: CATEGORIES.map((category) => price(`grants.integration.year1.${category}`)),
    later: [2, 3, 4, 5].map((d) => price(`grants.integration.year${d}`)),
    kindergarten: price('grants.kindergarten'),
    elderly: price('grants.elderly'),
    minor: { to16: price('grants.unaccompanied_minor.to_16'), to20: price('grants.unaccompanied_minor.17_to_20') },
    language: { high: language('high'), low: language('low'), collective: price('grants.language.collective') },
    base: ['1-3', '4-150', 'above_150'].map((count) => price(`grants.language.base.${count}`)),
    general: price('grants.general'),
    sharing: yearsFrom(parameters, 'relocation.sharing', horizon.first_year),
    sharesFirst: yearsFrom(parameters, 'relocation.sharing_first_year', horizon.first_year),
    languageFrom: yearsFrom(parameters, 'language_grant.age_min', horizon.first_year),
    languageTo: yearsFrom(parameters, 'language_grant.age_max', horizon.first_year),
    highShare: yearsFrom(parameters, 'language_grant.high_share', horizon.first_year),
    humanitarianShare: yearsFrom(parameters, 'family_immigration.humanitarian_share', horizon.first_year),
    specialNeedsShare: yearsFrom(parameters, 'special_needs.share', horizon.first_year),
  };
}

/** All grants of the plan and the tail as ledger entries, by accrual (`model.md` 3). */
export function grantEntries(ledger: Ledger, people: Population, parameters: Parameters, horizon: Horizon): void {
  const rates = ratesOf(parameters, horizon);
  for (let at = 0; at < horizon.years + horizon.tail; at += 1) {
    const when = { at, year: horizon.first_year + at, ledger, parameters, rates };
    const here = people.streams.filter((stream) => stream.from <= at);
    integrationGrant(when, here);
    oneOffGrants(when, here);
    unaccompaniedMinorGrant(when, here);
    specialNeedsGrant(when, here, horizon);
    languageGrant(when, here);
    generalGrant(when, here);
  }
}

/** Year 1: everyone settled in the year, whatever the month. Years 2-5: everyone here, the year of a move shared. */
function integrationGrant(when: Year, streams: Stream[]): void {
  const { at, year } = when;
  const twelfths = when.rates.sharing[at] === TWELFTHS;
  const sharesFirst = when.rates.sharesFirst[at] === YES;
  for (let d = 1; d <= 5; d += 1) {
    const held = [0, 0, 0, 0];
    const origins = [0, 0, 0, 0];
    const out = [0, 0, 0, 0];
    const brought = [0, 0, 0, 0];
    for (const stream of streams) {
      if (stream.settlement_year !== year - d + 1) continue;
      const isNew = stream.origin === MOVED_IN;
      const entitled = d < 4 ? 1 : 1 - stream.composition.family * (when.rates.humanitarianShare[at] ?? NaN);
      const given = d >= 2 || sharesFirst ? givenAway(stream.moves, at, twelfths) * entitled : 0;
      const taken = isNew && at === stream.from ? givenAway(stream.arrivals, 0, twelfths) * entitled : 0;
      const here = ((stream.january[at] ?? 0) + (isNew ? 0 : arrivedIn(stream, at))) * entitled;
      const persons = twelfths ? here + taken - given : here;
      for (let category = 0; category < CATEGORIES.length; category += 1) {
        const share = stream.composition.category[category] ?? 0;
        if (share === 0 || persons + given + taken === 0) continue;
        held[category] = (held[category] ?? 0) + persons * share;
        origins[category] = (origins[category] ?? 0) | stream.origin;
        if (twelfths) continue;
        out[category] = (out[category] ?? 0) + given * share;
        brought[category] = (brought[category] ?? 0) + taken * share;
      }
    }
    for (let category = 0; category < CATEGORIES.length; category += 1) {
      const price = d === 1 ? when.rates.year1[category] : when.rates.later[d - 2];
      const item = d === 1 ? YEAR1[category] : LATER[d - 2];
      const from = origins[category] ?? 0;
      if (from === 0 || !price || !item) continue;
      const source: Source = {
        kind: d === 1 ? 'settled' : 'residents',
        origins: from,
        settlement_year: year - d + 1,
        category,
      };
      addEntry(when.ledger, year, item, held[category] ?? 0, price, at, source);
      addEntry(when.ledger, year, 'integration_grant.shared_out', -(out[category] ?? 0), price, at, source);
      addEntry(when.ledger, year, 'integration_grant.shared_in', brought[category] ?? 0, price, at, source);
    }
  }
}

const YEAR1 = CATEGORIES.map((category) => `integration_grant.year1.${category}` as const);

/** Person-years of the grant that moves with those who move in each month of a year. */
function givenAway(moves: ArrayLike<number>, at: number, twelfths: boolean): number {
  let away = 0;
  for (let month = 0; month < 12; month += 1) {
    const kept = twelfths ? Math.min(month + 2, 12) / 12 : (2 * Math.floor(month / 3) + 1) / 8;
    away += (moves[12 * at + month] ?? 0) * (1 - kept);
  }
  return away;
}

/** Kindergarten grant for children of 0-5 and elderly grant from 60, once, where they first settle. */
function oneOffGrants({ at, year, ledger, rates }: Year, streams: Stream[]): void {
  let young = 0;
  let old = 0;
  let origins = 0;
  for (const stream of streams) {
    if (stream.settlement_year !== year || stream.origin === MOVED_IN) continue;
    const settled = arrivedIn(stream, at);
    young += settled * stream.composition.kindergarten;
    old += settled * stream.composition.elderly;
    if (settled > 0) origins |= stream.origin;
  }
  const source = { kind: 'settled', origins, settlement_year: year } as const;
  if (young > 0)
    addEntry(ledger, year, 'kindergarten_grant', young, rates.kindergarten, at, fromCategory(source, CHILD));
  if (old > 0) addEntry(ledger, year, 'elderly_grant', old, rates.elderly, at, fromCategory(source, -1));
}

function fromCategory({ kind, origins, settlement_year }: Omit<Source, 'category'>, category: number): Source {
  return { kind, origins, settlement_year, category };
}

/** By month of residence, from settlement to and including the year of turning 20, lower from 17. */
function unaccompaniedMinorGrant({ at, year, ledger, rates }: Year, streams: Stream[]): void {
  for (const stream of streams) {
    if (!stream.composition.category[MINOR]) continue;
    const since = year - stream.settlement_year;
    const ages = stream.composition.ages.unaccompanied_minor;
    const younger = shareAged(ages, 0, 16, since);
    const older = shareAged(ages, 17, 20, since);
    if (younger === 0 && older === 0) continue;
    const years = sumOfYear(stream.present, at) / 12;
    const source = {
      kind: 'residents',
      origins: stream.origin,
      settlement_year: stream.settlement_year,
      category: MINOR,
    } as const;
    addEntry(ledger, year, 'unaccompanied_minor_grant', years * younger, rates.minor.to16, at, source);
    addEntry(ledger, year, 'unaccompanied_minor_grant', years * older, rates.minor.to20, at, source);
  }
}

/**
 * Part 1 once, part 2 for each of the five years: the cost above the own share up to the cap, booked when it arrives.
 * What was applied for before the plan is not known and left out, so the first years are low.
 */
function specialNeedsGrant({ at, year, ledger, parameters, rates }: Year, streams: Stream[], horizon: Horizon): void {
  const share = rates.specialNeedsShare[at] ?? NaN;
  if (share === 0) return;
  const booked = year + valueAt(parameters, 'special_needs.lag', year);
  const parts = (['1', '2'] as const).map((part) => {
    const [cost, own, cap] = ['special_needs.cost', 'special_needs.own_share', 'grants.special_needs'].map(
      (id) => `${id}.${part}`,
    ) as [string, string, string];
    const value = (address: string): number => valueAt(parameters, address, year);
    const granted = Math.min(value(cap), Math.max(0, value(cost) - value(own)));
    const from = horizon.first_year;
    return { part, cost: priceOf(parameters, cost, from), grant: priceOf(parameters, cap, from, granted, [cost, own]) };
  });
  for (const stream of streams) {
    const d = grantYear(stream.settlement_year, year);
    if (d > 5 || stream.origin === FAMILY || stream.origin === MOVED_IN) continue;
    const agreed = share * (1 - stream.composition.family);
    for (const { part, cost, grant } of parts) {
      const quantity =
        agreed * (part === '2' ? sumOfYear(stream.present, at) / 12 : d === 1 ? arrivedIn(stream, at) : 0);
      if (quantity === 0) continue;
      const source = {
        kind: 'special_needs',
        origins: stream.origin,
        settlement_year: stream.settlement_year,
        category: -1,
      } as const;
      addEntry(ledger, year, 'special_needs.measures', quantity, cost, at, source);
      if (booked < horizon.first_year + horizon.years + horizon.tail) {
        addEntry(ledger, booked, `special_needs_grant.${part}`, quantity, grant, at, source);
      }
    }
  }
}

/** The target group of the language grant: adults of its ages in grant years 1-3, with collective protection in one year only. */
function languageGrant({ at, year, ledger, rates }: Year, streams: Stream[]): void {
  const high = rates.highShare[at] ?? NaN;
  const [from, to] = [rates.languageFrom[at] ?? NaN, rates.languageTo[at] ?? NaN];
  let counted = 0;
  let countedOrigins = 0;
  for (let d = 1; d <= 3; d += 1) {
    let ordinary = 0;
    let collective = 0;
    let origins = 0;
    for (const stream of streams) {
      if (grantYear(stream.settlement_year, year) !== d) continue;
      const { ages } = stream.composition;
      const adults = shareAged(ages.ordinary, from, to, d - 1) + shareAged(ages.family, from, to, d - 1);
      const protectedAdults = shareAged(ages.collective, from, to, d - 1);
      const years = d === 1 ? arrivedIn(stream, at) : sumOfYear(stream.present, at) / 12;
      ordinary += years * adults;
      if (d === 1) collective += years * protectedAdults;
      if (years > 0) origins |= stream.origin;
      // Those with collective protection are inside their one year on the 15 January after they settled.
      const counts = (stream.january[at] ?? 0) * (d === 1 ? 0 : adults + (d === 2 ? protectedAdults : 0));
      counted += counts;
      if (counts > 0) countedOrigins |= stream.origin;
    }
    const source: Source = {
      kind: d === 1 ? 'language_settled' : 'language',
      origins,
      settlement_year: year - d + 1,
      category: -1,
    };
    const [highRate, lowRate] = [rates.language.high[d - 1], rates.language.low[d - 1]];
    if (highRate) addEntry(ledger, year, 'language_grant.person', ordinary * high, highRate, at, source);
    if (lowRate) addEntry(ledger, year, 'language_grant.person', ordinary * (1 - high), lowRate, at, source);
    addEntry(ledger, year, 'language_grant.person', collective, rates.language.collective, at, source);
  }
  const persons = Math.floor(counted + 0.5 + 1e-9);
  const price = rates.base[persons <= 3 ? 0 : persons <= 150 ? 1 : 2];
  if (persons === 0 || !price) return;
  const source = { kind: 'counted', origins: countedOrigins, settlement_year: 0, category: -1 } as const;
  addEntry(ledger, year, 'language_grant.base', 1, price, at, source);
}

/** Outside the service's accounts, and only when somebody has given an amount: persons on 1 July of the year before. */
function generalGrant({ at, year, ledger, rates }: Year, streams: Stream[]): void {
  if (Number.isNaN(rates.general.value[at] ?? NaN)) return;
  const july = 12 * (at - 1) + 6;
  for (const stream of streams) {
    // Before the first year only those of the opening population are known, as of 31 December.
    const opening = stream.origin === OPENING ? (stream.january[0] ?? 0) : 0;
    const quantity =
      at === 0 ? opening : (stream.present[july] ?? 0) - (at - 1 === stream.from ? (stream.arrivals[6] ?? 0) : 0);
    const source = {
      kind: 'residents',
      origins: stream.origin,
      settlement_year: stream.settlement_year,
      category: -1,
    } as const;
    addEntry(ledger, year, 'general_grant', quantity, rates.general, at, source);
  }
}
