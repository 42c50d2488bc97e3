import { add, zeros } from './columns';
import { shareAged } from './composition';
import { positionOf, type ItemId } from './items';
import { addEntry, priceOf, type Ledger, type Price } from './ledger';
import { BORN, FAMILY, MOVED_IN, OPENING, type Horizon, type Stream } from './population';
import { kindOf, type Quantity } from './quantities';
import { dwellingsPer, householdsOf } from './residents';
import { planned, workedOut, type Parameters } from './resolve';

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

/** The lines as the ledger carries them. */
const LINES = COUNTS.map((count) => ({
  item: positionOf(LIBRARY[count].item),
  kind: kindOf(LIBRARY[count].kind),
  after: count === 'minorsAfter',
}));

/** The unit prices of the library, in its order. */
function pricesOf(parameters: Parameters): Price[] {
  return COUNTS.map((count) => priceOf(parameters, LIBRARY[count].price));
}

/** The cost library (`model.md` 8): each line is what is counted x its share x the unit price. */
export function costEntries(ledger: Ledger, streams: Stream[], parameters: Parameters, horizon: Horizon): void {
  const { counts, origins } = countsOf(streams, parameters, horizon);
  const prices = workedOut(parameters, pricesOf);
  for (let count = 0; count < LINES.length; count += 1) {
    const line = LINES[count];
    const price = prices[count];
    const of = counts[count];
    const from = origins[count] ?? 0;
    if (!line || !price || !of || from === 0) continue;
    const source = { kind: line.kind, origins: from, settlement_year: 0, category: -1 };
    for (let at = 0; at < of.length; at += 1)
      addEntry(ledger, at, line.item, of[at] ?? 0, price, at, source, line.after);
  }
  projectEntries(ledger, parameters, horizon);
}

/** What the quantities of the library rest on, by year of the plan. */
type Rules = ReturnType<typeof rulesOf>;

function rulesOf(parameters: Parameters) {
  const years = (address: string): Float64Array => planned(parameters, address);
  return {
    leisure: years('establishment.leisure_years'),
    taught: years('school.language_support_years'),
    supported: years('kindergarten.language_support_years'),
    attendance: years('kindergarten.attendance'),
    measured: years('child_welfare.share'),
    placed: years('child_welfare.placed_share'),
    careShare: years('health.care_share'),
    provided: years('dwellings.municipal_share'),
    cared: years('unaccompanied_minor_care.age_max'),
    hours: [1, 2, 3, 4, 5].map((d) => years(`interpreter.hours.year${d}`)),
  };
}

/** Quantities by count and year, and whom each count is of. */
type Counts = { counts: number[][]; origins: number[] };

/** Adds what a stream has of a count in a year. */
function count(of: Counts, which: number, at: number, quantity: number, origin: number): void {
  const to = of.counts[which];
  if (quantity === 0 || !to) return;
  add(to, at, quantity);
  of.origins[which] = (of.origins[which] ?? 0) | origin;
}

/** The quantities of the library by year of the plan, and whom each counts. */
function countsOf(streams: Stream[], parameters: Parameters, horizon: Horizon): Counts {
  const length = horizon.years + horizon.tail;
  const of: Counts = { counts: COUNTS.map(() => zeros(length)), origins: zeros(COUNTS.length) };
  const rules: Rules = workedOut(parameters, rulesOf);
  const per = householdsOf(parameters);
  for (const stream of streams) {
    const { composition, origin, stays, from } = stream;
    const { all, unaccompanied_minor: minors } = composition.ages;
    const hasMinors = (minors.at(-1) ?? 0) > 0;
    const households = per[from];
    if (origin !== OPENING && origin !== MOVED_IN && households) {
      const { arrived } = stream;
      if (origin === FAMILY) count(of, FAMILY_COUNT, from, arrived, origin);
      else {
        count(
          of,
          SINGLE,
          from,
          arrived * (composition.single * households.single + composition.couple * households.lone_parent),
          origin,
        );
        count(of, COUPLE, from, arrived * composition.couple * households.couple, origin);
        count(of, SHARED, from, arrived * composition.single * households.shared, origin);
        count(of, CHILD, from, arrived * (composition.category[CHILD_CATEGORY] ?? 0), origin);
      }
      count(of, CLOTHING, from, arrived, origin);
      if (origin !== BORN) count(of, SCREENING, from, arrived, origin);
    }
    for (let at = from; at < length; at += 1) {
      const since = horizon.first_year + at - stream.settlement_year;
      const here = stays[at] ?? 0;
      if (here === 0) continue;
      if (hasMinors) {
        const which = since >= 5 ? MINORS_AFTER : MINORS;
        count(of, which, at, here * shareAged(minors, 0, rules.cared[at] ?? NaN, since), origin);
      }
      if (since >= 5) {
        if (hasMinors) continue;
        break;
      }
      if (since < (rules.leisure[at] ?? NaN)) count(of, LEISURE, at, here * shareAged(all, 6, 17, since), origin);
      const { single, adult } = dwellingsPer(per[at]);
      const dwellings = here * (composition.single * single + composition.couple * adult);
      count(of, HOUSING, at, dwellings * (rules.provided[at] ?? NaN), origin);
      if (since < (rules.taught[at] ?? NaN)) count(of, SCHOOL, at, here * shareAged(all, 6, 15, since), origin);
      if (since < (rules.supported[at] ?? NaN))
        count(of, KINDERGARTEN, at, here * shareAged(all, 1, 5, since) * (rules.attendance[at] ?? NaN), origin);
      const alone = hasMinors ? here * shareAged(minors, 0, 17, since) : 0;
      const children = here * shareAged(all, 0, 17, since) - alone;
      count(of, CHILD_WELFARE, at, children * (rules.measured[at] ?? NaN), origin);
      count(of, PLACED, at, children * (rules.placed[at] ?? NaN), origin);
      count(of, CARE, at, here * shareAged(all, ELDERLY, OLDEST, since) * (rules.careShare[at] ?? NaN), origin);
      count(of, HEALTH, at, here, origin);
      count(of, INTERPRETER, at, here * (rules.hours[since]?.[at] ?? 0), origin);
    }
  }
  return of;
}

const place = (count: Count): number => COUNTS.indexOf(count);
const [SINGLE, COUPLE, SHARED, CHILD] = [place('single'), place('couple'), place('shared'), place('child')];
const [FAMILY_COUNT, CLOTHING, SCREENING] = [place('family'), place('clothing'), place('screening')];
const [LEISURE, HOUSING, HEALTH] = [place('leisure'), place('housing'), place('health')];
const [INTERPRETER, CHILD_WELFARE, MINORS] = [place('interpreter'), place('childWelfare'), place('minors')];
const MINORS_AFTER = place('minorsAfter');
const [PLACED, CARE] = [place('placed'), place('care')];
const [SCHOOL, KINDERGARTEN] = [place('school'), place('kindergarten')];
/** From this age care services for the elderly are counted; beyond the second nobody is followed. */
const [ELDERLY, OLDEST] = [60, 120];
/** The position of `child` in the categories. */
const CHILD_CATEGORY = 2;

const PROJECT = (['project.grant', 'project.cost', 'project.internal_transfers'] as const).map((id) => ({
  id,
  item: positionOf(id),
}));
const STATED = { kind: kindOf('stated'), origins: 0, settlement_year: 0, category: -1 };

/** What the project items are, a year each: item and price. */
function projectPrices(parameters: Parameters): { item: number; price: Price }[] {
  return PROJECT.map(({ id, item }) => ({ item, price: priceOf(parameters, id) }));
}

/** Project money and fixed transfers, as stated for the years of the plan. */
function projectEntries(ledger: Ledger, parameters: Parameters, horizon: Horizon): void {
  for (const { item, price } of workedOut(parameters, projectPrices))
    for (let at = 0; at < horizon.years; at += 1)
      if (price.value[at] !== 0) addEntry(ledger, at, item, 1, price, at, STATED);
}
