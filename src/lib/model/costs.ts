import { positionOf, type ItemId } from './items';
import { addEntry, priceOf, type Ledger, type Price } from './ledger';
import { LIBRARY_COUNTS, type LibraryCount, type LibraryCounts } from './library-counts';
import type { Horizon } from './population';
import { kindOf, type Quantity } from './quantities';
import { workedOut, type Parameters } from './resolve';

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
} as const satisfies Record<LibraryCount, Line>;

/** The lines as the ledger carries them. */
const LINES = LIBRARY_COUNTS.map((count) => ({
  item: positionOf(LIBRARY[count].item),
  kind: kindOf(LIBRARY[count].kind),
  after: count === 'minorsAfter',
}));

/** The unit prices of the library, in its order. */
function pricesOf(parameters: Parameters): Price[] {
  return LIBRARY_COUNTS.map((count) => priceOf(parameters, LIBRARY[count].price));
}

/** The cost library (`model.md` 8): each line is what is counted x its share x the unit price. */
export function costEntries(ledger: Ledger, of: LibraryCounts, parameters: Parameters, horizon: Horizon): void {
  const { counts, origins } = of;
  const prices = workedOut(parameters, pricesOf);
  for (let count = 0; count < LINES.length; count += 1) {
    const line = LINES[count];
    const price = prices[count];
    const quantities = counts[count];
    const from = origins[count] ?? 0;
    if (!line || !price || !quantities || from === 0) continue;
    const source = { kind: line.kind, origins: from, settlement_year: 0, category: -1 };
    for (let at = 0; at < quantities.length; at += 1)
      addEntry(ledger, at, line.item, quantities[at] ?? 0, price, at, source, line.after);
  }
  projectEntries(ledger, parameters, horizon);
}

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
