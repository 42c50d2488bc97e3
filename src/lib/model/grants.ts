import { CATEGORIES } from './cohort';
import { NOISE } from './columns';
import { cell, sinceCell, type GrantCounts, type OneOff } from './grant-counts';
import { positionOf } from './items';
import { addEntry, priceOf, type Ledger, type Price, type Source } from './ledger';
import { OPENING, SETTLEMENT_MONTHS, type Horizon } from './population';
import { kindOf } from './quantities';
import { planned, valueAt, seriesOf, workedOut, type Parameters } from './resolve';
import { claimRow, claimRows, type Claim, type ClaimRow } from './sharing';
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

/** Position of the twelfths in the options of `relocation.sharing`. */
const TWELFTHS = 1;

/** A year of the plan: its position, the year, what is counted and what is written to. */
type Year = { at: number; year: number; of: GrantCounts; ledger: Ledger; rates: Rates };

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
    highShare: years('language_grant.high_share'),
  };
}

/**
 * All grants of the plan and the tail as ledger entries, by accrual (`model.md` 3), and the claims between municipalities,
 * from what is counted of people.
 */
export function grantEntries(ledger: Ledger, of: GrantCounts, parameters: Parameters, horizon: Horizon): ClaimRow[] {
  const rates = workedOut(parameters, ratesOf);
  const claims: Claim[] = [];
  paidBefore(ledger, of, rates.before, horizon);
  for (let at = 0; at < horizon.years + horizon.tail; at += 1) {
    const when: Year = { at, year: horizon.first_year + at, of, ledger, rates };
    integrationGrant(when);
    if (rates.sharing[at] !== TWELFTHS) claims.push(...claimsOf(when));
    oneOffGrants(when);
    unaccompaniedMinorGrant(when);
    if (of.special) specialNeedsGrant(ledger, at, of.special, parameters, horizon);
    languageGrant(when);
    generalGrant(when);
  }
  return claimRows(claims);
}

/** The rate of a grant year and category. */
function rateOf(rates: Rates, d: number, category: number): Price | undefined {
  return d === 1 ? rates.year1[category] : rates.later[d - 2];
}

/** Year 1 by category; in years 2-5 what is shared out and in beside it where that is claimed. */
function integrationGrant({ at, year, of, ledger, rates }: Year): void {
  for (let d = 1; d <= 5; d += 1) {
    for (let category = 0; category < CATEGORIES.length; category += 1) {
      const from = cell(at, d, category);
      const origins = of.origins[from] ?? 0;
      const price = rateOf(rates, d, category);
      const item = d === 1 ? YEAR1[category] : LATER[d - 2];
      if (origins === 0 || !price || item === undefined) continue;
      const source: Source = {
        kind: d === 1 ? SETTLED : RESIDENTS,
        origins,
        settlement_year: year - d + 1,
        category,
      };
      const persons = of.held[from] ?? 0;
      const share = persons > 0 ? (of.late[from] ?? 0) / persons : 0;
      addEntry(ledger, at, item, persons, price, at, source, false, share);
      addEntry(ledger, at, SHARED_OUT, -(of.out[from] ?? 0), price, at, source, false, 1);
      addEntry(ledger, at, SHARED_IN, of.brought[from] ?? 0, price, at, source, false, 1);
    }
  }
}

/** What may be claimed for those who moved out in a year, and what for those who moved in. */
function claimsOf({ at, year, of, rates }: Year): Claim[] {
  const out = claimRow(year, 'payable');
  const into = claimRow(year, 'receivable');
  [out.persons, out.without_grant] = [of.left[at] ?? 0, of.leftWithout[at] ?? 0];
  [into.persons, into.without_grant] = [of.came[at] ?? 0, of.cameWithout[at] ?? 0];
  for (let d = 1; d <= 5; d += 1) {
    for (let category = 0; category < CATEGORIES.length; category += 1) {
      const from = cell(at, d, category);
      const rate = rateOf(rates, d, category)?.value[at] ?? NaN;
      const leaving = of.leaving[from] ?? 0;
      const coming = of.coming[from] ?? 0;
      if (leaving > 0) {
        out.high += leaving * rate;
        out.likely += (of.out[from] ?? 0) * rate;
      }
      if (coming > 0) {
        into.high += coming * rate;
        into.likely += (of.brought[from] ?? 0) * rate;
      }
    }
  }
  return [out, into];
}

/**
 * What was earned for those settled in the year before the plan and is paid in its first year: the one-off grants of those
 * who came after the cut-off month. Entries of year -1 count in the cash view alone.
 */
function paidBefore(
  ledger: Ledger,
  { before }: GrantCounts,
  { share, year1, kindergarten, elderly }: PaidBefore,
  horizon: Horizon,
): void {
  const settlement_year = horizon.first_year - 1;
  const add = (item: number, persons: number, price: Price | undefined, category: number): void => {
    const source = { kind: SETTLED, origins: OPENING, settlement_year, category };
    if (price) addEntry(ledger, -1, item, persons * share, price, 0, source, false, 1);
  };
  for (const [category, item] of YEAR1.entries()) add(item, before.category[category] ?? 0, year1[category], category);
  add(KINDERGARTEN, before.kindergarten, kindergarten, CHILD);
  add(ELDERLY, before.elderly, elderly, -1);
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
function oneOffGrants({ at, year, of, ledger, rates }: Year): void {
  for (let d = 1; d <= 2; d += 1) {
    const from = 2 * at + d - 1;
    const settlement_year = year - d + 1;
    const once = (item: number, counts: OneOff, price: Price, category: number): void => {
      const persons = counts.persons[from] ?? 0;
      if (persons === 0) return;
      const source = { kind: SETTLED, origins: counts.origins[from] ?? 0, settlement_year, category };
      addEntry(ledger, at, item, persons, price, at, source, false, (counts.late[from] ?? 0) / persons);
    };
    once(KINDERGARTEN, of.kindergarten, rates.kindergarten, CHILD);
    once(ELDERLY, of.elderly, rates.elderly, -1);
  }
}

/** By month of residence, from settlement to and including the year of turning 20, lower from 17. */
function unaccompaniedMinorGrant({ at, year, of, ledger, rates }: Year): void {
  for (let since = 0; since <= 20; since += 1) {
    const from = sinceCell(at, since);
    const origins = of.minors.origins[from] ?? 0;
    if (origins === 0) continue;
    const source = { kind: RESIDENTS, origins, settlement_year: year - since, category: MINOR };
    addEntry(ledger, at, MINOR_GRANT, of.minors.younger[from] ?? 0, rates.minor.to16, at, source);
    addEntry(ledger, at, MINOR_GRANT, of.minors.older[from] ?? 0, rates.minor.to20, at, source);
  }
}

/** The target group of the language grant in grant years 1-3, and the base grant by their number on the count date. */
function languageGrant({ at, year, of, ledger, rates }: Year): void {
  const high = rates.highShare[at] ?? NaN;
  for (let d = 1; d <= 3; d += 1) {
    const from = 3 * at + d - 1;
    const ordinary = of.language.ordinary[from] ?? 0;
    const source: Source = {
      kind: d === 1 ? LANGUAGE_SETTLED : LANGUAGE_HERE,
      origins: of.language.origins[from] ?? 0,
      settlement_year: year - d + 1,
      category: -1,
    };
    const highRate = rates.language.high[d - 1];
    const lowRate = rates.language.low[d - 1];
    if (highRate) addEntry(ledger, at, LANGUAGE, ordinary * high, highRate, at, source);
    if (lowRate) addEntry(ledger, at, LANGUAGE, ordinary * (1 - high), lowRate, at, source);
    addEntry(ledger, at, LANGUAGE, of.language.collective[from] ?? 0, rates.language.collective, at, source);
  }
  const persons = Math.floor((of.counted[at] ?? 0) + 0.5 + NOISE);
  const price = rates.base[persons <= 3 ? 0 : persons <= 150 ? 1 : 2];
  if (persons === 0 || !price) return;
  const source = { kind: COUNTED, origins: of.countedOrigins[at] ?? 0, settlement_year: 0, category: -1 };
  addEntry(ledger, at, LANGUAGE_BASE, 1, price, at, source);
}

/** Outside the service's accounts, and only when somebody has given an amount. */
function generalGrant({ at, of, ledger, rates }: Year): void {
  if (Number.isNaN(rates.general.value[at] ?? NaN)) return;
  const source = { kind: RESIDENTS, origins: of.generalOrigins[at] ?? 0, settlement_year: 0, category: -1 };
  addEntry(ledger, at, GENERAL, of.general[at] ?? 0, rates.general, at, source);
}
