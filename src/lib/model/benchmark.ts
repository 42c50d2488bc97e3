import type { Catalogue } from './catalogue';
import { forecastOf, planOf } from './plan';
import type { Status } from './status';
import { ITEMS, ITEM_IDS, type ItemId } from './items';
import { amountAt } from './ledger';

/** A published average of Beregningsutvalget: kroner per person over five years, in the kroner of the year. */
export type PublishedCost = { year: number; item: CostGroup; amount: number; status: Status };

/** The groups in which Beregningsutvalget publishes: all but teaching, which has its own grant. */
export const COST_GROUPS = ['introduction_benefit', 'social_assistance', 'measures', 'total'] as const;
export type CostGroup = (typeof COST_GROUPS)[number];

/** What the model says one person costs over five years, in all and by item; kroner of the year. */
export type PersonCost = { year: number; groups: Record<CostGroup, number>; items: { item: ItemId; amount: number }[] };

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
  const { ledger } = forecastOf(plan);
  const sums = new Map<ItemId, number>();
  for (let entry = 0; entry < ledger.length; entry += 1) {
    const item = ITEM_IDS[ledger.item[entry] ?? -1];
    if (!item || ITEMS[item].side !== 'cost' || (ledger.at[entry] ?? -1) >= GRANT_YEARS || ledger.after_phase[entry])
      continue;
    if (item.startsWith('education.')) continue;
    sums.set(item, (sums.get(item) ?? 0) + amountAt(ledger, entry) / PERSONS);
  }
  const groups: PersonCost['groups'] = { introduction_benefit: 0, social_assistance: 0, measures: 0, total: 0 };
  for (const [item, amount] of sums) {
    groups.total += amount;
    groups[groupOf(item)] += amount;
  }
  return { year, groups, items: [...sums].map(([item, amount]) => ({ item, amount })) };
}

/** The group of Beregningsutvalget a cost belongs to. */
export function groupOf(item: ItemId): Exclude<CostGroup, 'total'> {
  if (item === 'introduction_benefit') return item;
  return item.startsWith('social_assistance.') ? 'social_assistance' : 'measures';
}
