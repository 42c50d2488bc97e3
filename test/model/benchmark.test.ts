import { expect, test } from 'vitest';
import { costPerPerson, groupOf } from '$lib/model/benchmark';
import { publishedCosts } from '$lib/parameters/beregningsutvalget';
import { published, publishedCatalogue } from '$lib/parameters/published';

const years = [...new Set(publishedCosts.map(({ year }) => year))];
const costs = years.map((year) => costPerPerson(publishedCatalogue, year));

test('the items of a person’s cost sum to their groups, and the groups to the total', () => {
  for (const { groups, items } of costs) {
    const sum = (group?: string): number =>
      items.filter(({ item }) => !group || groupOf(item) === group).reduce((total, { amount }) => total + amount, 0);
    expect(sum('introduction_benefit')).toBeCloseTo(groups.introduction_benefit, 6);
    expect(sum('social_assistance')).toBeCloseTo(groups.social_assistance, 6);
    expect(sum('measures')).toBeCloseTo(groups.measures, 6);
    expect(sum()).toBeCloseTo(groups.total, 6);
  }
});

test('every item names known parameters, and the benefit the basic amount', () => {
  const ids = new Set(published.map(({ id }) => id));
  for (const { items } of costs) {
    expect(items.filter(({ parameters }) => parameters.length === 0)).toEqual([]);
    expect(items.flatMap(({ parameters }) => parameters.filter((id) => !ids.has(id)))).toEqual([]);
    const benefit = items.find(({ item }) => item === 'introduction_benefit');
    expect(benefit?.parameters).toContain('basic_amount');
  }
});

test('the cost lies below the published averages, by less than a third in all', () => {
  for (const { year, item, amount } of publishedCosts.filter((cost) => cost.item === 'total')) {
    const ours = costs.find((cost) => cost.year === year)?.groups[item] ?? NaN;
    expect(ours / amount).toBeGreaterThan(0.67);
    expect(ours / amount).toBeLessThan(1);
  }
});
