import { linesOf } from './forecast';
import type { ItemId } from './items';
import type { Catalogue } from './catalogue';
import { forecastOf, planOf } from './plan';
import type { Status } from './status';

/** A published average of Beregningsutvalget: kroner per person over five years, in the kroner of the year. */
export type PublishedCost = { year: number; item: CostGroup; amount: number; status: Status };

/** The groups in which Beregningsutvalget publishes: all but teaching, which has its own grant. */
export const COST_GROUPS = ['introduction_benefit', 'social_assistance', 'measures', 'total'] as const;
export type CostGroup = (typeof COST_GROUPS)[number];

/** One item of the cost of a person: kroner of the year, and the ids of the parameters it rests on. */
export type ItemCost = { item: ItemId; amount: number; parameters: string[] };

/** What the model says one person costs over five years, in all and by item; kroner of the year. */
export type PersonCost = { year: number; groups: Record<CostGroup, number>; items: ItemCost[] };

/** So many persons that no group, post or dwelling is half full. */
const PERSONS = 10_000;
const GRANT_YEARS = 5;

/**
 * Gross cost of one person over the five grant years with every default, at the prices, the basic amount and the law of a
 * year: nobody moves, no family follows, no unaccompanied minors, teaching outside. Comparable with the averages of
 * Beregningsutvalget.
 */
export function costPerPerson(of: Catalogue, year: number): PersonCost {
  const { plan, findings } = planOf(
    of,
    {
      format: 'bosett/scenario@1',
      title: { nb: String(year) },
      municipality: '0000',
      first_year: year,
      years: GRANT_YEARS,
      opening: [],
      parameters: {
        [`settlement.persons@${year}`]: PERSONS,
        'settlement.mix.unaccompanied_minor': 0,
        'relocation.out': 0,
        'family_immigration.rate': 0,
        'rates.year': year,
        'prices.year': year,
      },
    },
    [],
    [],
  );
  if (!plan) throw new Error(`findings: ${JSON.stringify(findings)}`);
  const items = new Map<ItemId, { amount: number; parameters: Set<string> }>();
  for (const line of linesOf(forecastOf(plan), plan.parameters, plan.opening)) {
    if (line.side !== 'cost' || line.tail || line.after_phase || line.item.startsWith('education.')) continue;
    const known = items.get(line.item) ?? { amount: 0, parameters: new Set<string>() };
    known.amount += (line.amount ?? NaN) / PERSONS;
    for (const address of line.parameters) known.parameters.add(of.cells.get(address)?.parameter.id ?? address);
    items.set(line.item, known);
  }
  const groups: PersonCost['groups'] = { introduction_benefit: 0, social_assistance: 0, measures: 0, total: 0 };
  for (const [item, { amount }] of items) {
    groups.total += amount;
    groups[groupOf(item)] += amount;
  }
  return {
    year,
    groups,
    items: [...items].map(([item, { amount, parameters }]) => ({ item, amount, parameters: [...parameters].sort() })),
  };
}

/** The group of Beregningsutvalget a cost belongs to. */
export function groupOf(item: ItemId): Exclude<CostGroup, 'total'> {
  if (item === 'introduction_benefit') return item;
  return item.startsWith('social_assistance.') ? 'social_assistance' : 'measures';
}
