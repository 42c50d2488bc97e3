import { zeros } from './columns';
import { shareAged } from './composition';
import type { ItemId } from './items';
import { addEntry, priceOf, type Ledger, type Source } from './ledger';
import type { Quantity } from './quantities';
import { BORN, FAMILY, MOVED_IN, OPENING, type Horizon, type Stream } from './population';
import { dwellingsPer, householdsOf } from './residents';
import { yearsFrom, type Parameters } from './resolve';

/** One line of the cost library: an item, the parameter of its unit price, and what sets its quantity. */
type Line = { item: ItemId; price: string; kind: Quantity };

/** What is counted for the cost library, each with the line it feeds. */
const LIBRARY = {
  single: { item: 'establishment.single', price: 'establishment.support.single', kind: 'households' },
  couple: { item: 'establishment.couple', price: 'establishment.support.couple', kind: 'households' },
  shared: { item: 'establishment.shared', price: 'establishment.support.shared', kind: 'households' },
  child: { item: 'establishment.child', price: 'establishment.support.child', kind: 'settled' },
  family: { item: 'establishment.family', price: 'establishment.support.family', kind: 'settled' },
  clothing: { item: 'establishment.clothing', price: 'establishment.clothing', kind: 'settled' },
  leisure: { item: 'establishment.leisure', price: 'establishment.leisure', kind: 'leisure' },
  housing: { item: 'housing.follow_up', price: 'housing.follow_up', kind: 'housed' },
  screening: { item: 'health.screening', price: 'health.screening', kind: 'settled' },
  health: { item: 'health.follow_up', price: 'health.follow_up', kind: 'children' },
  interpreter: { item: 'interpreter.hours', price: 'interpreter.price', kind: 'interpreter' },
  childWelfare: { item: 'child_welfare.measures', price: 'child_welfare.measures', kind: 'child_welfare' },
  placed: { item: 'child_welfare.placements', price: 'child_welfare.placement', kind: 'placed' },
  care: { item: 'health.care', price: 'health.care', kind: 'care' },
  minors: {
    item: 'unaccompanied_minor_care.places',
    price: 'unaccompanied_minor_care.place',
    kind: 'minors',
  },
  minorsAfter: {
    item: 'unaccompanied_minor_care.places',
    price: 'unaccompanied_minor_care.place',
    kind: 'minors',
  },
  school: { item: 'school.language_support', price: 'school.language_support', kind: 'school' },
  kindergarten: {
    item: 'kindergarten.language_support',
    price: 'kindergarten.language_support',
    kind: 'kindergarten',
  },
} as const satisfies Record<string, Line>;
type Count = keyof typeof LIBRARY;
const COUNTS = Object.keys(LIBRARY) as Count[];

/** The cost library (`model.md` 8): each line is what is counted x its share x the unit price. */
export function costEntries(ledger: Ledger, streams: Stream[], parameters: Parameters, horizon: Horizon): void {
  const { counts, origins } = countsOf(streams, parameters, horizon);
  for (const [at, name] of COUNTS.entries()) {
    const { item, price: address, kind } = LIBRARY[name];
    const price = priceOf(parameters, address, horizon.first_year);
    const source: Source = { kind, origins: origins[at] ?? 0, settlement_year: 0, category: -1 };
    const of = counts[at];
    if (!of || source.origins === 0) continue;
    for (let year = 0; year < of.length; year += 1)
      addEntry(ledger, year, item, of[year] ?? 0, price, year, source, at === MINORS_AFTER);
  }
  projectEntries(ledger, parameters, horizon);
}

/** The quantities of the library by year of the plan, and whom each counts. */
function countsOf(
  streams: Stream[],
  parameters: Parameters,
  horizon: Horizon,
): { counts: number[][]; origins: number[] } {
  const length = horizon.years + horizon.tail;
  const years = (address: string): Float64Array => yearsFrom(parameters, address, horizon.first_year);
  const counts = COUNTS.map(() => zeros(length));
  const origins = zeros(COUNTS.length);
  const leisure = years('establishment.leisure_years');
  const taught = years('school.language_support_years');
  const supported = years('kindergarten.language_support_years');
  const attendance = years('kindergarten.attendance');
  const measured = years('child_welfare.share');
  const placed = years('child_welfare.placed_share');
  const careShare = years('health.care_share');
  const provided = years('dwellings.municipal_share');
  const cared = years('unaccompanied_minor_care.age_max');
  const hours = INTERPRETER_HOURS.map(years);
  const add = (count: number, at: number, quantity: number, origin: number): void => {
    const to = counts[count];
    if (quantity === 0 || !to) return;
    to[at] = (to[at] ?? 0) + quantity;
    origins[count] = (origins[count] ?? 0) | origin;
  };
  const per = householdsOf(parameters);
  for (const stream of streams) {
    const { composition, origin, stays, from } = stream;
    const { all, unaccompanied_minor: minors } = composition.ages;
    const hasMinors = (minors.at(-1) ?? 0) > 0;
    const of = per[from];
    if (origin !== OPENING && origin !== MOVED_IN && of) {
      const { arrived } = stream;
      if (origin === FAMILY) add(FAMILY_COUNT, from, arrived, origin);
      else {
        add(SINGLE, from, arrived * (composition.single * of.single + composition.couple * of.lone_parent), origin);
        add(COUPLE, from, arrived * composition.couple * of.couple, origin);
        add(SHARED, from, arrived * composition.single * of.shared, origin);
        add(CHILD, from, arrived * (composition.category[CHILD_CATEGORY] ?? 0), origin);
      }
      add(CLOTHING, from, arrived, origin);
      if (origin !== BORN) add(SCREENING, from, arrived, origin);
    }
    for (let at = from; at < length; at += 1) {
      const since = horizon.first_year + at - stream.settlement_year;
      const here = stays[at] ?? 0;
      if (here === 0) continue;
      if (hasMinors) {
        const count = since >= 5 ? MINORS_AFTER : MINORS;
        add(count, at, here * shareAged(minors, 0, cared[at] ?? NaN, since), origin);
      }
      if (since >= 5) {
        if (hasMinors) continue;
        break;
      }
      const aged = (low: number, high: number): number => here * shareAged(all, low, high, since);
      if (since < (leisure[at] ?? NaN)) add(LEISURE, at, aged(6, 17), origin);
      const { single, adult } = dwellingsPer(per[at]);
      const dwellings = here * (composition.single * single + composition.couple * adult);
      add(HOUSING, at, dwellings * (provided[at] ?? NaN), origin);
      if (since < (taught[at] ?? NaN)) add(SCHOOL, at, aged(6, 15), origin);
      if (since < (supported[at] ?? NaN)) add(KINDERGARTEN, at, aged(1, 5) * (attendance[at] ?? NaN), origin);
      const alone = hasMinors ? here * shareAged(minors, 0, 17, since) : 0;
      const children = aged(0, 17) - alone;
      add(CHILD_WELFARE, at, children * (measured[at] ?? NaN), origin);
      add(PLACED, at, children * (placed[at] ?? NaN), origin);
      add(CARE, at, aged(ELDERLY, OLDEST) * (careShare[at] ?? NaN), origin);
      add(HEALTH, at, here, origin);
      add(INTERPRETER, at, here * (hours[since]?.[at] ?? 0), origin);
    }
  }
  return { counts, origins };
}

const place = (count: Count): number => COUNTS.indexOf(count);
const [SINGLE, COUPLE, SHARED, CHILD] = [place('single'), place('couple'), place('shared'), place('child')];
const [FAMILY_COUNT, CLOTHING, SCREENING] = [place('family'), place('clothing'), place('screening')];
const [LEISURE, HOUSING, HEALTH] = [place('leisure'), place('housing'), place('health')];
const [INTERPRETER, CHILD_WELFARE, MINORS] = [place('interpreter'), place('childWelfare'), place('minors')];
const MINORS_AFTER = place('minorsAfter');
const [PLACED, CARE] = [place('placed'), place('care')];
const [SCHOOL, KINDERGARTEN] = [place('school'), place('kindergarten')];
const INTERPRETER_HOURS = [1, 2, 3, 4, 5].map((d) => `interpreter.hours.year${d}`);
/** From this age care services for the elderly are counted; beyond the second nobody is followed. */
const [ELDERLY, OLDEST] = [60, 120];
/** The position of `child` in the categories. */
const CHILD_CATEGORY = 2;

/** Project money and fixed transfers, as stated for the years of the plan. */
function projectEntries(ledger: Ledger, parameters: Parameters, horizon: Horizon): void {
  const source: Source = { kind: 'stated', origins: 0, settlement_year: 0, category: -1 };
  for (const item of ['project.grant', 'project.cost', 'project.internal_transfers'] as const) {
    const price = priceOf(parameters, item, horizon.first_year);
    for (let at = 0; at < horizon.years; at += 1)
      if (price.value[at] !== 0) addEntry(ledger, at, item, 1, price, at, source);
  }
}
