import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LEVER_GROUPS, attribute, attributionSteps, groupOf } from '$lib/model/attribution';
import type { Forecast } from '$lib/model/forecast';
import { forecastOf, planOf, type Plan } from '$lib/model/plan';
import { withRates } from '$lib/model/rates';
import { publishedCatalogue } from '$lib/parameters/published';
import { adult, planFor } from '../cases/given';
import { anyScenario } from '../property/any-scenario';
import { planOfFile } from '../repository-scenario';
import { scenarioOf } from '../run-scenario';

const net = ({ result }: Forecast): number => result.reduce((sum, row) => sum + row.net, 0);

/** Two plans that differ in three groups, and what each group has in the second. */
const base = { 'settlement.persons': 10, 'rates.year': 2023, 'prices.year': 2023 };
const moved = {
  settlement: { 'settlement.persons': 35, 'settlement.persons@2025': 12 },
  moving: { 'relocation.scale': 2.5 },
  capacity: { 'education.group_size': 9, 'rooms.owned': 2 },
};
type Moved = keyof typeof moved;
const players = Object.keys(moved) as Moved[];
const opening = [adult(2022, 30), adult(2023, 25)];

function planWith(groups: readonly Moved[]): Plan {
  return planFor({ years: 4, opening, parameters: Object.assign({}, base, ...groups.map((group) => moved[group])) });
}

function ordersOf<One>(of: readonly One[]): One[][] {
  if (of.length === 0) return [[]];
  return of.flatMap((one) => ordersOf(of.filter((other) => other !== one)).map((rest) => [one, ...rest]));
}

describe('a difference shared among groups', () => {
  it('gives each what it adds on average over every order of changing them', () => {
    const orders = ordersOf(players);
    expect(orders).toHaveLength(6);
    const expected = players.map((player) => {
      const added = orders.map((order) => {
        const before = order.slice(0, order.indexOf(player));
        return net(forecastOf(planWith([...before, player]))) - net(forecastOf(planWith(before)));
      });
      return added.reduce((sum, amount) => sum + amount, 0) / added.length;
    });
    const found = attribute(planWith([]), planWith(players), net);
    expect(found?.parts.map(({ group }) => group)).toEqual(players);
    for (const [at, amount] of expected.entries()) expect(found?.parts[at]?.amount).toBeCloseTo(amount, 4);
    expect(found?.parts.map(({ addresses }) => addresses)).toEqual([
      ['settlement.persons'],
      ['relocation.scale'],
      ['education.group_size', 'rooms.owned'],
    ]);
  });

  it('has parts that sum to the difference between the two plans, for any two', () => {
    fc.assert(
      fc.property(anyScenario, anyScenario, (first, second) => {
        const { first_year, years } = first;
        const settings = Object.entries(second.parameters).map(([setting, value]) => [
          setting.replace(`@${second.first_year}`, `@${first_year}`),
          value,
        ]);
        const parameters = Object.fromEntries(settings) as typeof second.parameters;
        const [a, b] = [planFor(first), planFor({ first_year, years, opening: [], parameters })];
        const found = attribute(a, b, net);
        const total = net(forecastOf(b)) - net(forecastOf(a));
        expect(Math.abs((found?.total ?? NaN) - total)).toBeLessThan(1e-6);
        const sum = found?.parts.reduce((all, { amount }) => all + amount, 0) ?? NaN;
        expect(Math.abs(sum - (found?.total ?? NaN))).toBeLessThan(1e-6);
        expect(found?.parts.length).toBeLessThanOrEqual(8);
      }),
      { numRuns: 3, seed: 20263 },
    );
  }, 120_000);

  it('does not depend on the order in which settings are written', () => {
    const turned = (plan: Plan): Plan =>
      planFor({
        years: 4,
        opening: [...opening].reverse(),
        parameters: Object.fromEntries(Object.entries(plan.scenario.parameters).reverse()),
      });
    const [a, b] = [planWith([]), planWith(players)];
    const found = attribute(a, b, net);
    const again = attribute(turned(a), turned(b), net);
    for (const [at, part] of (found?.parts ?? []).entries()) {
      expect(again?.parts[at]?.group).toBe(part.group);
      expect(Math.abs((again?.parts[at]?.amount ?? NaN) - part.amount)).toBeLessThan(1e-5);
    }
  });

  it('has the opposite sign from the other side', () => {
    const [a, b] = [planWith([]), planWith(players)];
    const [there, back] = [attribute(a, b, net), attribute(b, a, net)];
    for (const [at, { amount }] of (there?.parts ?? []).entries())
      expect((back?.parts[at]?.amount ?? NaN) + amount).toBeCloseTo(0, 4);
  });

  it('is all of it where one group alone differs, and nothing where none does', () => {
    const [ten, forty] = [planOfFile('heroy-10'), planOfFile('heroy-40')];
    const total = net(forecastOf(forty)) - net(forecastOf(ten));
    expect(attribute(ten, forty, net)?.parts).toMatchObject([
      { group: 'settlement', addresses: ['settlement.persons'] },
    ]);
    expect(attribute(ten, forty, net)?.parts[0]?.amount).toBeCloseTo(total, 6);
    expect(attribute(ten, ten, net)).toEqual({ total: 0, parts: [] });
  });

  it('takes who lives there and what is known of the municipality as one group', () => {
    const found = attribute(planOfFile('lom'), planOfFile('sel'), net);
    expect(found?.parts.map(({ group }) => group)).toEqual(['settlement', 'opening']);
    expect(found?.parts[1]?.addresses).toContain('staff.tax_zone');
  });

  it('counts rates of the municipality’s own among the rates', () => {
    const block = { from: '2025-01-01', status: 'published' as const, reference: { title: 'Vedtak' } };
    const rates = withRates(publishedCatalogue, [
      {
        format: 'bosett/rates@1',
        title: { nb: 'Egne satser' },
        status: 'approved',
        parameters: [{ id: 'grants.integration', values: [{ ...block, cells: [{ grant_year: 2, value: 300_000 }] }] }],
      },
    ]);
    const scenario = scenarioOf({ years: 4, opening, parameters: { 'settlement.persons': 10 } });
    const [plan, own] = [publishedCatalogue, rates].map((of) => planOf(of, scenario, opening, []).plan);
    if (!plan || !own) throw new Error('no plan');
    const total = net(forecastOf(own)) - net(forecastOf(plan));
    expect(total).toBeGreaterThan(100_000);
    const found = attribute(plan, own, net);
    expect(found?.parts.map(({ group }) => group)).toEqual(['rates']);
    expect(found?.parts[0]?.amount).toBeCloseTo(total, 6);
  });

  it('takes the last two of nine groups as one, so that there are never more than eight', () => {
    const nine = {
      'settlement.persons': 20,
      'settlement.mix.child': 0.2,
      'relocation.scale': 2,
      'family_immigration.rate': 0.5,
      'rates.scale': 0.9,
      'prices.scale': 1.1,
      'education.group_size': 20,
      'fund.opening': 1e6,
    };
    const [a, b] = [
      planFor({ years: 3, parameters: { 'rates.year': 2023 } }),
      planFor({ years: 3, opening, parameters: { ...nine, 'rates.year': 2023 } }),
    ];
    const found = attribute(a, b, net);
    expect(found?.parts.map(({ group }) => group)).toEqual(LEVER_GROUPS.slice(0, 8));
    expect([...attributionSteps(a, b, net)]).toHaveLength(2 ** 8);
  });

  it('is not made of plans of other years, or where a mixture has an unknown amount', () => {
    expect(attribute(planOfFile('heroy-10'), planFor({ first_year: 2024, years: 5 }), net)).toBeNull();
    expect(attribute(planOfFile('heroy-10'), planFor({ first_year: 2023, years: 4 }), net)).toBeNull();
    expect(attribute(planWith([]), planWith(players), () => null)).toBeNull();
  });
});

describe('the group of a parameter', () => {
  it('is the one whose beginning fits best, and prices for all that cost', () => {
    const expected = {
      'settlement.persons': 'settlement',
      'settlement.mix.child': 'composition',
      'relocation.out.year2': 'moving',
      'relocation.sharing': 'rates',
      'births.rate': 'family',
      'grants.integration.year2': 'rates',
      'establishment.support.single': 'prices',
      'rooms.owned': 'capacity',
      'tail.years': 'other',
    };
    for (const [address, group] of Object.entries(expected))
      expect([address, groupOf(address)]).toEqual([address, group]);
  });
});
