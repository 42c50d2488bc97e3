import { CATEGORIES } from './cohort';
import { shareAged } from './composition';
import { addEntry, type ItemId, type Ledger, type Quantity } from './ledger';
import {
  FAMILY,
  MOVED_IN,
  OPENING,
  grantYear,
  sumOfYear,
  type Horizon,
  type Population,
  type Stream,
} from './population';
import { optionAt, seriesOf, valueAt, type Parameters, type Series } from './resolve';

type Year = { at: number; year: number };

/** All grants of the plan and the tail as ledger entries, by accrual (`model.md` 3). */
export function grantEntries(ledger: Ledger, people: Population, parameters: Parameters, horizon: Horizon): void {
  for (let at = 0; at < horizon.years + horizon.tail; at += 1) {
    const when = { at, year: horizon.first_year + at };
    const here = people.streams.filter((stream) => stream.from <= at);
    integrationGrant(ledger, here, parameters, when);
    oneOffGrants(ledger, here, parameters, when);
    unaccompaniedMinorGrant(ledger, here, parameters, when);
    specialNeedsGrant(ledger, here, parameters, when, horizon);
    languageGrant(ledger, here, parameters, when);
    generalGrant(ledger, here, parameters, when);
  }
}

/** Year 1: everyone settled in the year, whatever the month. Years 2-5: everyone here, the year of a move shared. */
function integrationGrant(ledger: Ledger, streams: Stream[], parameters: Parameters, { at, year }: Year): void {
  const twelfths = optionAt(parameters, 'relocation.sharing', year) === 'twelfths';
  for (let d = 1; d <= 5; d += 1) {
    const settlementYear = year - d + 1;
    const held = new Float64Array(CATEGORIES.length);
    const origins = new Uint8Array(CATEGORIES.length);
    let out = 0;
    let brought = 0;
    let movers = 0;
    for (const stream of streams) {
      if (stream.settlement_year !== settlementYear) continue;
      const entitled = entitledShare(stream, parameters, d, year);
      let persons =
        ((stream.january[at] ?? 0) + (stream.origin === MOVED_IN ? 0 : (stream.arrived[at] ?? 0))) * entitled;
      const given = isShared(parameters, d, year) ? givenAway(stream.moves, at, twelfths) * entitled : 0;
      const taken = stream.origin === MOVED_IN ? givenAway(stream.arrivals, at, twelfths) * entitled : 0;
      if (twelfths) persons += taken - given;
      else {
        out += given;
        brought += taken;
        movers |= stream.origin;
      }
      for (let category = 0; category < CATEGORIES.length; category += 1) {
        const quantity = persons * (stream.composition.category[category] ?? 0);
        if (quantity === 0) continue;
        held[category] = (held[category] ?? 0) + quantity;
        origins[category] = (origins[category] ?? 0) | stream.origin;
      }
    }
    const kind: Quantity = d === 1 ? 'settled' : 'residents';
    const entry = { year, settlement_year: settlementYear, kind };
    for (const [category, name] of CATEGORIES.entries()) {
      const series = seriesOf(parameters, d === 1 ? `grants.integration.year1.${name}` : `grants.integration.year${d}`);
      const item: ItemId = d === 1 ? `integration_grant.year1.${name}` : laterItem(d);
      const quantity = held[category] ?? 0;
      addEntry(ledger, {
        ...entry,
        item,
        category,
        quantity,
        ...priced(parameters, series, year),
        origins: origins[category] ?? 0,
      });
    }
    if (d >= 2) {
      const price = priced(parameters, seriesOf(parameters, `grants.integration.year${d}`), year);
      addEntry(ledger, {
        ...entry,
        item: 'integration_grant.shared_out',
        category: -1,
        quantity: -out,
        ...price,
        origins: movers,
      });
      addEntry(ledger, {
        ...entry,
        item: 'integration_grant.shared_in',
        category: -1,
        quantity: brought,
        ...price,
        origins: MOVED_IN,
      });
    }
  }
}

function laterItem(d: number): ItemId {
  if (d === 2) return 'integration_grant.year2';
  if (d === 3) return 'integration_grant.year3';
  return d === 4 ? 'integration_grant.year4' : 'integration_grant.year5';
}

/** Family of persons with a humanitarian permit bring the grant for three years, all others for five. */
function entitledShare(stream: Stream, parameters: Parameters, d: number, year: number): number {
  if (d < 4 || stream.composition.family === 0) return 1;
  return 1 - stream.composition.family * valueAt(parameters, 'family_immigration.humanitarian_share', year);
}

function isShared(parameters: Parameters, d: number, year: number): boolean {
  return d >= 2 || optionAt(parameters, 'relocation.sharing_first_year', year) === 'yes';
}

/** Person-years of the grant that moves with those who move in each month of a year. */
function givenAway(moves: Float64Array, at: number, twelfths: boolean): number {
  let away = 0;
  for (let month = 0; month < 12; month += 1) {
    const kept = twelfths ? Math.min(month + 2, 12) / 12 : (2 * Math.floor(month / 3) + 1) / 8;
    away += (moves[12 * at + month] ?? 0) * (1 - kept);
  }
  return away;
}

function priced(parameters: Parameters, series: Series, year: number): { unit_price: number; prices: Series[] } {
  return { unit_price: series.value[year - parameters.first] ?? NaN, prices: [series] };
}

/** Kindergarten grant for children of 0-5 and elderly grant from 60, once, where they first settle. */
function oneOffGrants(ledger: Ledger, streams: Stream[], parameters: Parameters, { at, year }: Year): void {
  let young = 0;
  let old = 0;
  let origins = 0;
  for (const stream of streams) {
    if (stream.settlement_year !== year || stream.origin === MOVED_IN) continue;
    const settled = stream.arrived[at] ?? 0;
    young += settled * stream.composition.kindergarten;
    old += settled * stream.composition.elderly;
    if (settled > 0) origins |= stream.origin;
  }
  const entry = { year, settlement_year: year, kind: 'settled' as const, origins };
  const [kindergarten, elderly] = [seriesOf(parameters, 'grants.kindergarten'), seriesOf(parameters, 'grants.elderly')];
  addEntry(ledger, {
    ...entry,
    item: 'kindergarten_grant',
    category: CATEGORIES.indexOf('child'),
    quantity: young,
    ...priced(parameters, kindergarten, year),
  });
  addEntry(ledger, {
    ...entry,
    item: 'elderly_grant',
    category: -1,
    quantity: old,
    ...priced(parameters, elderly, year),
  });
}

/** By month of residence, from settlement to and including the year of turning 20, lower from 17. */
function unaccompaniedMinorGrant(ledger: Ledger, streams: Stream[], parameters: Parameters, { at, year }: Year): void {
  const category = CATEGORIES.indexOf('unaccompanied_minor');
  for (const stream of streams) {
    if (!stream.composition.category[category]) continue;
    const years = sumOfYear(stream.present, at) / 12;
    const since = year - stream.settlement_year;
    const ages = stream.composition.ages.unaccompanied_minor;
    const entry = {
      year,
      item: 'unaccompanied_minor_grant',
      category,
      settlement_year: stream.settlement_year,
      kind: 'residents',
      origins: stream.origin,
    } as const;
    for (const [band, low, high] of [
      ['to_16', 0, 16],
      ['17_to_20', 17, 20],
    ] as const) {
      const quantity = years * shareAged(ages, low, high, since);
      addEntry(ledger, {
        ...entry,
        quantity,
        ...priced(parameters, seriesOf(parameters, `grants.unaccompanied_minor.${band}`), year),
      });
    }
  }
}

/**
 * Part 1 once, part 2 for each of the five years: the cost above the own share up to the cap, booked when it arrives.
 * What was applied for before the plan is not known and left out, so the first years are low.
 */
function specialNeedsGrant(
  ledger: Ledger,
  streams: Stream[],
  parameters: Parameters,
  { at, year }: Year,
  horizon: Horizon,
): void {
  const share = valueAt(parameters, 'special_needs.share', year);
  if (share === 0) return;
  const booked = year + valueAt(parameters, 'special_needs.lag', year);
  for (const stream of streams) {
    const d = grantYear(stream.settlement_year, year);
    if (d > 5 || stream.origin === FAMILY || stream.origin === MOVED_IN) continue;
    const agreed = share * (1 - stream.composition.family);
    const quantities = {
      '1': d === 1 ? (stream.arrived[at] ?? 0) * agreed : 0,
      '2': (sumOfYear(stream.present, at) / 12) * agreed,
    };
    for (const part of ['1', '2'] as const) {
      const [cost, own, cap] = ['special_needs.cost', 'special_needs.own_share', 'grants.special_needs'].map((id) =>
        seriesOf(parameters, `${id}.${part}`),
      );
      if (!cost || !own || !cap) throw new Error(`no parameter: special_needs part ${part}`);
      const [costs, ownShare, most] = [cost, own, cap].map(
        (series) => series.value[year - parameters.first] ?? NaN,
      ) as [number, number, number];
      const entry = {
        category: -1,
        settlement_year: stream.settlement_year,
        quantity: quantities[part],
        kind: 'special_needs' as const,
        origins: stream.origin,
      };
      addEntry(ledger, { ...entry, year, item: 'special_needs.measures', unit_price: costs, prices: [cost] });
      if (booked >= horizon.first_year + horizon.years + horizon.tail) continue;
      addEntry(ledger, {
        ...entry,
        year: booked,
        item: `special_needs_grant.${part}`,
        unit_price: Math.min(most, Math.max(0, costs - ownShare)),
        prices: [cap, cost, own],
      });
    }
  }
}

/** The target group of the language grant: 18-67 in grant years 1-3, with collective protection in one year only. */
function languageGrant(ledger: Ledger, streams: Stream[], parameters: Parameters, { at, year }: Year): void {
  const high = valueAt(parameters, 'language_grant.high_share', year);
  let counted = 0;
  let countedOrigins = 0;
  for (let d = 1; d <= 3; d += 1) {
    let ordinary = 0;
    let collective = 0;
    let origins = 0;
    for (const stream of streams) {
      if (grantYear(stream.settlement_year, year) !== d) continue;
      const { ages } = stream.composition;
      const adults = shareAged(ages.ordinary, 18, 67, d - 1) + shareAged(ages.family, 18, 67, d - 1);
      const protectedAdults = shareAged(ages.collective, 18, 67, d - 1);
      const years = d === 1 ? (stream.arrived[at] ?? 0) : sumOfYear(stream.present, at) / 12;
      ordinary += years * adults;
      if (d === 1) collective += years * protectedAdults;
      if (years > 0) origins |= stream.origin;
      // Those with collective protection are inside their one year on the 15 January after they settled.
      const counts = d === 1 ? 0 : adults + (d === 2 ? protectedAdults : 0);
      counted += (stream.january[at] ?? 0) * counts;
      if ((stream.january[at] ?? 0) * counts > 0) countedOrigins |= stream.origin;
    }
    const kind: Quantity = d === 1 ? 'settled' : 'residents';
    const entry = {
      year,
      item: 'language_grant.person',
      category: -1,
      settlement_year: year - d + 1,
      kind,
      origins,
    } as const;
    const share = seriesOf(parameters, 'language_grant.high_share');
    for (const [band, part] of [
      ['high', high],
      ['low', 1 - high],
    ] as const) {
      const { unit_price, prices } = priced(
        parameters,
        seriesOf(parameters, `grants.language.person.${band}.year${d}`),
        year,
      );
      addEntry(ledger, { ...entry, quantity: ordinary * part, unit_price, prices: [...prices, share] });
    }
    addEntry(ledger, {
      ...entry,
      quantity: collective,
      ...priced(parameters, seriesOf(parameters, 'grants.language.collective'), year),
    });
  }
  const persons = Math.floor(counted + 0.5 + 1e-9);
  if (persons === 0) return;
  const band = persons <= 3 ? '1-3' : persons <= 150 ? '4-150' : 'above_150';
  const price = priced(parameters, seriesOf(parameters, `grants.language.base.${band}`), year);
  addEntry(ledger, {
    year,
    item: 'language_grant.base',
    category: -1,
    settlement_year: 0,
    quantity: 1,
    ...price,
    kind: 'counted',
    origins: countedOrigins,
  });
}

/** Outside the service's accounts, and only when somebody has given an amount: persons on 1 July of the year before. */
function generalGrant(ledger: Ledger, streams: Stream[], parameters: Parameters, { at, year }: Year): void {
  const series = seriesOf(parameters, 'grants.general');
  if (Number.isNaN(series.value[year - parameters.first] ?? NaN)) return;
  const july = 12 * (at - 1) + 6;
  for (const stream of streams) {
    // Before the first year only those of the opening population are known, as of 31 December.
    const persons =
      at === 0
        ? stream.origin === OPENING
          ? (stream.january[0] ?? 0)
          : 0
        : (stream.present[july] ?? 0) - (stream.arrivals[july] ?? 0);
    const entry = {
      year,
      item: 'general_grant',
      category: -1,
      settlement_year: stream.settlement_year,
      kind: 'residents',
      origins: stream.origin,
    } as const;
    addEntry(ledger, { ...entry, quantity: persons, ...priced(parameters, series, year) });
  }
}
