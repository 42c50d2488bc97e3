import { describe, expect, it } from 'vitest';
import {
  byDifference,
  differences,
  largestGap,
  measured,
  obstacles,
  relativeDifference,
  settledInPlan,
  shared,
  type Measure,
  type Side,
} from '$lib/model/compare';
import { forecastOf } from '$lib/model/plan';
import { inFixedKroner, yearRows } from '$lib/model/year-row';
import { inhabitantsOf } from '$lib/parameters/population';
import { planOfFile, scenarioNames } from '../repository-scenario';

function sideOf(name: string, fixed = false): Side {
  const plan = planOfFile(name);
  const forecast = forecastOf(plan);
  const rows = yearRows(name, forecast);
  return { plan, forecast, years: fixed ? inFixedKroner(rows) : rows, fixed };
}

const [ten, forty, sel, elverum] = (['heroy-10', 'heroy-40', 'sel', 'elverum-40'] as const).map((name) =>
  sideOf(name),
) as [Side, Side, Side, Side];

describe('a measure of a scenario', () => {
  it('sums the plan and the years after it, which together are all years', () => {
    const [plan, tail] = [measured('net_plan', forty), measured('net_tail', forty)];
    expect(plan.years).toEqual([2024, 2025, 2026, 2027]);
    expect([...plan.years, ...tail.years]).toEqual(forty.forecast.years);
    const all = forty.forecast.result.reduce((sum, { net }) => sum + net, 0);
    expect((plan.value ?? NaN) + (tail.value ?? NaN)).toBeCloseTo(all, 4);
  });

  it('names the year of the worst net and of each peak', () => {
    const worst = measured('worst', forty);
    expect(worst.value).toBe(Math.min(...forty.years.map(({ net }) => net)));
    expect(forty.years.find(({ year }) => year === worst.year)?.net).toBe(worst.value);
    const posts = measured('posts', forty);
    expect(posts.value).toBe(Math.max(...forty.years.map((row) => row.posts)));
    expect(posts.years).toEqual([posts.year]);
  });

  it('costs leases as the leases themselves do', () => {
    for (const name of scenarioNames) {
      const side = sideOf(name);
      const cost = side.forecast.leases.reduce((sum, lease) => sum + lease.cost, 0);
      expect(measured('leases', side).value).toBeCloseTo(cost, 4);
    }
  });

  it('is unknown, never zero, where a rate behind it is', () => {
    expect(measured('net_tail', elverum).value).toBeNull();
    expect(measured('net_plan', elverum).value).not.toBeNull();
    expect(measured('claims_payable', forty).value).toBe(0);
    expect(measured('claims_payable', elverum).value).toBeGreaterThan(0);
  });

  it('is in kroner of the first year where the rows are', () => {
    const fixed = sideOf('sel', true);
    for (const measure of ['cost_plan', 'net_plan'] satisfies Measure[])
      expect(Math.abs(measured(measure, fixed).value ?? NaN)).toBeLessThan(
        Math.abs(measured(measure, sel).value ?? NaN),
      );
  });
});

describe('what figures are shared among', () => {
  it('is those settled within the plan', () => {
    expect(settledInPlan(ten)).toBeCloseTo(40);
    expect(settledInPlan(forty)).toBeCloseTo(160);
  });

  it('gives nothing where nobody is or the number is unknown', () => {
    expect([shared(100, 4), shared(100, 0), shared(100, null), shared(null, 4)]).toEqual([25, null, null, null]);
  });

  it('is the inhabitants of the last known year no later than the plan begins', () => {
    expect(inhabitantsOf('1818', 2023)).toEqual({ year: 2023, persons: 1839 });
    expect(inhabitantsOf('1818', 2030)).toEqual({ year: 2024, persons: 1842 });
    expect(inhabitantsOf('3420', 2015)).toBeNull();
    expect(inhabitantsOf('0000', 2024)).toBeNull();
  });
});

describe('the order of rows', () => {
  it('measures differences against the largest value', () => {
    expect(relativeDifference([10, 40])).toBe(0.75);
    expect(relativeDifference([-5, 5, null])).toBe(2);
    expect(relativeDifference([0, 0])).toBe(0);
    expect(relativeDifference([3, null])).toBeNaN();
  });

  it('puts the largest first, then what cannot be compared, then what is alike', () => {
    const rows = [
      { name: 'alike', difference: 0.001, alike: true },
      { name: 'unknown', difference: NaN, alike: false },
      { name: 'little', difference: 0.1, alike: false },
      { name: 'much', difference: 1.5, alike: false },
    ];
    expect(byDifference(rows).map(({ name }) => name)).toEqual(['much', 'little', 'unknown', 'alike']);
  });
});

describe('the largest difference', () => {
  it('is what forty a year costs more after the plan than ten', () => {
    const gap = largestGap([ten, forty], [1, 1]);
    expect(gap).toMatchObject({ side: 1, when: 'tail' });
    const tail = [measured('net_tail', forty), measured('net_tail', ten)].map(({ value }) => value ?? NaN);
    expect(gap?.amount).toBeCloseTo((tail[0] ?? NaN) - (tail[1] ?? NaN), 4);
  });

  it('is between plans of the same years where there are such', () => {
    expect(largestGap([ten, elverum, forty], [1, 1, 1])).toMatchObject({ side: 2, when: 'tail' });
    const average = largestGap([ten, elverum], [1, 1]);
    expect(average).toMatchObject({ side: 1, when: 'year' });
    expect(average?.own).toBeCloseTo((measured('net_plan', elverum).value ?? NaN) / 5, 4);
  });

  it('is within a municipality while kroner are not shared, where that can be', () => {
    expect(largestGap([ten, sel, forty], [1, 1, 1])).toMatchObject({ side: 2, when: 'tail' });
    expect(largestGap([ten, sel], [1, 1])).toMatchObject({ side: 1, when: 'plan' });
    expect(largestGap([ten, sel, forty], [1, 1, 1], true)).toMatchObject({ side: 1, when: 'plan' });
  });

  it('is none where what it would be shared among is unknown, or there is one scenario', () => {
    expect(largestGap([ten, forty], [1842, null])).toBeNull();
    expect(largestGap([ten], [1])).toBeNull();
  });
});

describe('what is not the same', () => {
  it('must be said before figures are compared', () => {
    expect(obstacles([ten, forty])).toEqual([]);
    expect(obstacles([ten, sel])).toEqual(['municipality', 'rates', 'prices']);
    expect(obstacles([forty, elverum])).toEqual(['municipality', 'first_year', 'years', 'rates', 'prices']);
  });

  it('is the persons alone between the two of Herøy', () => {
    const [persons, ...rest] = differences([ten.plan, forty.plan]);
    expect(rest).toEqual([]);
    expect(persons).toMatchObject({
      address: 'settlement.persons',
      sides: [
        { spans: [{ from: 2024, to: 2027, low: 10, high: 10 }], status: 'own', own: true },
        { spans: [{ from: 2024, to: 2027, low: 40, high: 40 }], status: 'own', own: true },
      ],
    });
  });

  it('holds the default of those that do not set it, and every year that differs', () => {
    const found = differences([forty.plan, sel.plan]);
    expect(found[0]?.sides[1]?.spans.map(({ from, to, low }) => [from, to, low])).toEqual([
      [2024, 2024, 40],
      [2025, 2025, 30],
      [2026, 2027, 20],
    ]);
    const moving = found.find(({ address }) => address === 'relocation.out');
    expect(moving?.keys).toBeNull();
    expect(moving?.sides[0]).toMatchObject({ own: true, spans: [{ low: 0, high: 0 }] });
    expect(moving?.sides[1]?.own).toBe(false);
    expect(moving?.sides[1]?.spans[0]?.high).toBeGreaterThan(0);
    expect(differences([forty.plan, elverum.plan]).map(({ address }) => address)).toContain('staff.tax_zone');
    const asked = found.find(({ address }) => address === 'settlement.requested');
    expect(asked?.sides[1]?.spans[0]?.low).toBeNaN();
  });

  it('leaves out what one sets to the default of the other', () => {
    const standard = differences([forty.plan, sel.plan]).find(({ address }) => address === 'family_immigration.rate');
    const rate = standard?.sides[1]?.spans[0]?.low ?? NaN;
    const file = sel.plan.scenario;
    const same = {
      ...sel.plan,
      scenario: { ...file, parameters: { ...file.parameters, 'family_immigration.rate': rate } },
    };
    expect(differences([sel.plan, same])).toEqual([]);
  });
});
