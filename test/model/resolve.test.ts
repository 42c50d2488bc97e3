import { catalogue } from '$lib/model/catalogue';
import type { Override } from '$lib/model/overrides';
import { describe, expect, it } from 'vitest';
import { Parameter } from '$lib/model/parameter';
import { planOf } from '$lib/model/plan';
import {
  addressesOf,
  isOwn,
  optionAt,
  resolve,
  seriesOf,
  statusOf,
  valueAt,
  withOverrides,
  type Parameters,
} from '$lib/model/resolve';
import { readOverrides } from '$lib/model/settings';
import { publishedCatalogue } from '$lib/parameters/published';
import { scenarioOf } from '../run-scenario';

type Settings = Record<string, string | number | boolean>;
const plan = { first_year: 2024, years: 5 };

function read(settings: Settings, horizon = plan) {
  return readOverrides(publishedCatalogue, settings, horizon);
}

function overridesOf(settings: Settings, horizon = plan): Override[] {
  const { overrides, findings } = read(settings, horizon);
  expect(findings).toEqual([]);
  return overrides;
}

function parametersOf(settings: Settings, horizon = plan): Parameters {
  return resolve(
    publishedCatalogue,
    overridesOf(settings, horizon),
    horizon.first_year,
    horizon.first_year + horizon.years + 9,
  );
}

const label = { nb: 'Prøve', nn: 'Prøve', en: 'Trial' };
const reference = { title: 'Made for this test' };

function made(values: object[], more: object = {}): Parameters {
  const parameter = Parameter.parse({
    id: 'trial',
    label,
    description: label,
    unit: 'NOK',
    keys: ['category'],
    range: { min: 0, max: 1000, step: 1 },
    values,
    ...more,
  });
  return resolve(catalogue([parameter]), [], 2020, 2030);
}

describe('a stated cell', () => {
  const trial = made([
    {
      from: '2018-01-01',
      status: 'published',
      reference,
      confirmed_to: '2019-12-31',
      cells: [
        { category: 'adult', value: 100 },
        { category: 'child', value: 50 },
      ],
    },
    {
      from: '2022-01-01',
      status: 'derived',
      reference,
      confirmed_to: '2022-12-31',
      cells: [{ category: 'adult', value: 120 }],
    },
    {
      from: '2024-01-01',
      status: 'published',
      reference,
      cells: [
        { category: 'adult', value: null },
        { category: 'child', value: 'unknown' },
      ],
    },
    { from: '2026-01-01', status: 'assumed', reference, cells: [{ category: 'child', value: 60 }] },
  ]);
  const over = (address: string, years: number[]) =>
    years.map((year) => [valueAt(trial, address, year), statusOf(trial, address, year)]);

  it('holds to confirmed_to with the status of its block and is carried forward after', () => {
    expect(over('trial.adult', [2018, 2019, 2020, 2021, 2022, 2023])).toEqual([
      [100, 'published'],
      [100, 'published'],
      [100, 'carried_forward'],
      [100, 'carried_forward'],
      [120, 'derived'],
      [120, 'carried_forward'],
    ]);
  });

  it('lives on its own: a later block that leaves it out carries it forward', () => {
    expect(over('trial.child', [2022, 2023])).toEqual([
      [50, 'carried_forward'],
      [50, 'carried_forward'],
    ]);
  });

  it('is unknown before its first block and where it is stated unknown', () => {
    expect(over('trial.adult', [2016, 2017])).toEqual([
      [NaN, 'unknown'],
      [NaN, 'unknown'],
    ]);
    expect(over('trial.child', [2024, 2025])).toEqual([
      [NaN, 'unknown'],
      [NaN, 'unknown'],
    ]);
  });

  it('is 0 and known where it is abolished', () => {
    expect(over('trial.adult', [2024, 2030])).toEqual([
      [0, 'published'],
      [0, 'published'],
    ]);
  });

  it('keeps its status until the next block where nothing says how long it is confirmed', () => {
    expect(over('trial.child', [2026, 2030])).toEqual([
      [60, 'assumed'],
      [60, 'assumed'],
    ]);
  });

  it('is valued on the first of the month asked for', () => {
    const parameters = parametersOf({}, { first_year: 2018, years: 1 });
    const at = (month: number) => seriesOf(parameters, 'basic_amount', month).value[2018 - parameters.first];
    expect([at(1), at(4), at(5), at(12)]).toEqual([93_634, 93_634, 96_883, 96_883]);
  });
});

describe('an override', () => {
  const d = [1, 2, 3, 4, 5];

  it('without keys sets every cell of the parameter in every year', () => {
    const parameters = parametersOf({ 'relocation.out': 0.2 });
    const values = d.map((year) => valueAt(parameters, `relocation.out.year${year}`, 2026));
    expect(values).toEqual([0.2, 0.2, 0.2, 0.2, 0.2]);
    expect(statusOf(parameters, 'relocation.out.year3', 2026)).toBe('own');
  });

  it('with a year sets that year alone', () => {
    const parameters = parametersOf({ 'settlement.persons': 10, 'settlement.persons@2026': 12 });
    expect([2024, 2025, 2026, 2027].map((year) => valueAt(parameters, 'settlement.persons', year))).toEqual([
      10, 10, 12, 10,
    ]);
  });

  it('with most keys wins, then the one with a year, whatever the order', () => {
    const settings: [string, number][] = [
      ['relocation.out', 0.1],
      ['relocation.out@2025', 0.2],
      ['relocation.out.year2', 0.3],
      ['relocation.out.year2@2025', 0.4],
    ];
    for (const order of permutations(settings)) {
      const parameters = parametersOf(Object.fromEntries(order));
      const values = [
        valueAt(parameters, 'relocation.out.year1', 2024),
        valueAt(parameters, 'relocation.out.year1', 2025),
        valueAt(parameters, 'relocation.out.year2', 2024),
        valueAt(parameters, 'relocation.out.year2', 2025),
      ];
      expect({ order, values }).toEqual({ order, values: [0.1, 0.2, 0.3, 0.4] });
    }
  });

  it('with more keys wins over one with fewer keys and a year', () => {
    const parameters = parametersOf({ 'relocation.out@2025': 0.2, 'relocation.out.year2': 0.3 });
    expect(valueAt(parameters, 'relocation.out.year2', 2025)).toBe(0.3);
  });

  it('of two that name one key each is refused or wins whatever the order', () => {
    const one = { 'settlement.age.adult': 0.3, 'settlement.age.25-55': 0.1 };
    const other = { 'settlement.age.25-55': 0.1, 'settlement.age.adult': 0.3 };
    const value = (settings: Settings) => {
      const { overrides } = read(settings);
      return valueAt(resolve(publishedCatalogue, overrides, 2024, 2030), 'settlement.age.adult.25-55', 2024);
    };
    expect(value(one)).toBe(value(other));
  });

  it('of what is known of the municipality is assumed and gives way to the scenario', () => {
    const known: Override[] = [{ id: 'staff.tax_zone', tokens: [], year: null, value: 3, status: 'assumed' }];
    const zone = (settings: Settings) => {
      const { plan } = planOf(publishedCatalogue, scenarioOf({ parameters: settings }), [], known);
      if (!plan) throw new Error('no plan');
      return [optionAt(plan.parameters, 'staff.tax_zone', 2024), statusOf(plan.parameters, 'staff.tax_zone', 2024)];
    };
    expect(zone({})).toEqual(['4', 'assumed']);
    expect(zone({ 'staff.tax_zone': '5' })).toEqual(['5', 'own']);
  });
});

describe('shares', () => {
  const categories = ['single_adult', 'adult', 'child', 'unaccompanied_minor'];
  const mix = (parameters: Parameters, year = 2024) =>
    categories.map((category) => valueAt(parameters, `settlement.mix.${category}`, year));

  it('that are set stand and the others share the rest in proportion to their defaults', () => {
    const [single, adult, child, minor] = mix(parametersOf({ 'settlement.mix.adult': 0.5 }));
    expect(adult).toBe(0.5);
    expect(single).toBeCloseTo((0.5 * 0.24) / 0.66, 12);
    expect(child).toBeCloseTo((0.5 * 0.4) / 0.66, 12);
    expect(minor).toBeCloseTo((0.5 * 0.02) / 0.66, 12);
  });

  it('leave nothing to the others where they make one', () => {
    expect(mix(parametersOf({ 'settlement.mix.adult': 0.75, 'settlement.mix.child': 0.25 }))).toEqual([
      0, 0.75, 0.25, 0,
    ]);
  });

  it('set for a year leave the other years as they were', () => {
    const parameters = parametersOf({ 'settlement.mix.adult@2025': 1 });
    expect(mix(parameters, 2024)).toEqual([0.24, 0.34, 0.4, 0.02]);
    expect(mix(parameters, 2025)).toEqual([0, 1, 0, 0]);
  });

  it('of one category leave those of another as they were', () => {
    const parameters = parametersOf({ 'settlement.age.adult.25-55': 1 });
    expect(valueAt(parameters, 'settlement.age.adult.60+', 2024)).toBe(0);
    expect(valueAt(parameters, 'settlement.age.single_adult.60+', 2024)).toBe(0.15);
  });

  it('above one are named with their sum', () => {
    const { findings } = read({ 'settlement.mix.adult': 0.7, 'settlement.mix.child': 0.4 });
    expect(findings).toEqual([
      {
        code: 'shares-sum',
        severity: 'error',
        path: 'parameters.settlement.mix.adult + settlement.mix.child',
        found: '1.1',
        allowed: '1',
      },
    ]);
  });

  it('that are all set and do not make one are named', () => {
    const settings = Object.fromEntries(categories.map((category) => [`settlement.mix.${category}`, 0.2]));
    expect(read(settings).findings).toMatchObject([{ code: 'shares-sum', found: '0.8', allowed: '1' }]);
  });

  it('that exceed one in a single year are named', () => {
    const { findings } = read({ 'settlement.mix.adult': 0.7, 'settlement.mix.child@2026': 0.4 });
    expect(findings).toMatchObject([{ code: 'shares-sum', found: '1.1' }]);
  });

  it('that leave a rest nobody can take are named, for the others are 0 by default', () => {
    const { findings } = read({ 'settlement.permit.ordinary': 0.5 }, { first_year: 2018, years: 2 });
    expect(findings).toMatchObject([{ code: 'shares-sum', found: '0.5', allowed: '1' }]);
  });
});

describe('rates.year', () => {
  const state = [...publishedCatalogue.cells.values()].filter((cell) => cell.parameter.state_set);
  const others = [...publishedCatalogue.cells.values()].filter(
    (cell) => !cell.parameter.state_set && !cell.parameter.id.startsWith('rates.'),
  );

  it('holds every grant and the basic amount as of that year, for earlier and later years alike', () => {
    const held = parametersOf({ 'rates.year': 2018, 'rates.index': 0.05 }, { first_year: 2015, years: 10 });
    const stated = parametersOf({}, { first_year: 2018, years: 1 });
    const offenders = state.flatMap(({ address }) =>
      [1, 5].flatMap((month) => {
        const expected = seriesOf(stated, address, month).value[2018 - stated.first];
        const series = seriesOf(held, address, month);
        return [2015, 2018, 2024, 2030]
          .filter((year) => !Object.is(series.value[year - held.first], expected))
          .map((year) => `${address} ${year}-${month}`);
      }),
    );
    expect(offenders).toEqual([]);
    expect(valueAt(held, 'grants.integration.year1.adult', 2024)).toBe(187_000);
  });

  it('carries them forward in every year but its own', () => {
    const held = parametersOf({ 'rates.year': 2018 }, { first_year: 2017, years: 3 });
    const status = [2017, 2018, 2019].map((year) => statusOf(held, 'grants.integration.year2', year));
    expect(status).toEqual(['carried_forward', 'published', 'carried_forward']);
    expect(addressesOf(held, seriesOf(held, 'grants.integration.year2'), 2019)).toEqual([
      'grants.integration.year2',
      'rates.year',
    ]);
  });

  it('leaves rules, prices, wages and shares untouched', () => {
    const horizon = { first_year: 2020, years: 10 };
    const held = parametersOf({ 'rates.year': 2018 }, horizon);
    const free = parametersOf({}, horizon);
    const offenders = others.filter(({ address }) =>
      seriesOf(held, address).value.some((value, at) => !Object.is(value, seriesOf(free, address).value[at])),
    );
    expect(offenders.map(({ address }) => address)).toEqual([]);
    expect(optionAt(held, 'relocation.sharing', 2022)).toBe('twelfths');
    expect(valueAt(held, 'programme.age_max', 2026)).toBe(60);
  });

  it('leaves a rate that the scenario sets', () => {
    const held = parametersOf({ 'rates.year': 2018, 'grants.integration.year2': 250_000 });
    expect(valueAt(held, 'grants.integration.year2', 2025)).toBe(250_000);
    expect(valueAt(held, 'grants.integration.year3', 2025)).toBe(171_000);
  });
});

describe('rates.index', () => {
  const horizon = { first_year: 2018, years: 10 };
  const indexed = parametersOf({ 'rates.index': 0.02 }, horizon);

  it('grows a rate by the year past the last stated one', () => {
    const year2 = [2022, 2023, 2024, 2026].map((year) => valueAt(indexed, 'grants.integration.year2', year));
    expect(year2[0]).toBe(249_500);
    expect(year2[1]).toBe(249_500);
    expect(year2[2]).toBeCloseTo(249_500 * 1.02, 6);
    expect(year2[3]).toBeCloseTo(249_500 * 1.02 ** 3, 6);
    expect(valueAt(indexed, 'grants.integration.year1.adult', 2024)).toBe(194_400);
    expect(valueAt(indexed, 'grants.integration.year1.adult', 2025)).toBeCloseTo(194_400 * 1.02, 6);
  });

  it('leaves a gap before the last stated year carried forward as it is', () => {
    expect(valueAt(indexed, 'grants.integration.year2', 2019)).toBe(239_000);
    expect(valueAt(indexed, 'grants.elderly', 2020)).toBe(164_200);
  });

  it('leaves a rate that the scenario sets, an unknown one and prices', () => {
    const parameters = parametersOf({ 'rates.index': 0.02, 'grants.integration.year2': 250_000 }, horizon);
    expect(valueAt(parameters, 'grants.integration.year2', 2026)).toBe(250_000);
    expect(valueAt(parameters, 'grants.general', 2026)).toBeNaN();
    const free = parametersOf({}, horizon);
    expect(valueAt(parameters, 'staff.adviser.wage', 2026)).toBe(valueAt(free, 'staff.adviser.wage', 2026));
  });
});

describe('rates.scale', () => {
  it('with a name is a factor on that grant and no other', () => {
    const parameters = parametersOf({ 'rates.scale.integration': 0.9 });
    expect(valueAt(parameters, 'grants.integration.year1.adult', 2024)).toBeCloseTo(0.9 * 194_400, 6);
    expect(valueAt(parameters, 'grants.integration.year4', 2024)).toBeCloseTo(0.9 * 85_500, 6);
    expect(valueAt(parameters, 'grants.kindergarten', 2024)).toBe(27_800);
    expect(addressesOf(parameters, seriesOf(parameters, 'grants.integration.year4'), 2024)).toEqual([
      'grants.integration.year4',
      'rates.scale.integration',
    ]);
    expect(statusOf(parameters, 'grants.integration.year1.adult', 2024)).toBe('own');
  });

  it('without a name is a factor on every grant, not on the basic amount', () => {
    const parameters = parametersOf({ 'rates.scale': 2 });
    expect(valueAt(parameters, 'grants.kindergarten', 2024)).toBe(2 * 27_800);
    expect(valueAt(parameters, 'grants.language.base.4-150', 2024)).toBe(2 * 694_600);
    expect(valueAt(parameters, 'basic_amount', 2024)).toBe(118_620);
  });

  it('of one changes nothing, not even the status', () => {
    const parameters = parametersOf({ 'rates.scale': 1 });
    expect(statusOf(parameters, 'grants.kindergarten', 2024)).toBe('published');
  });
});

describe('a price', () => {
  const wage = (parameters: Parameters, year: number) => valueAt(parameters, 'staff.adviser.wage', year);

  it('grows with the deflator after its price year and shrinks before it', () => {
    const parameters = parametersOf({}, { first_year: 2022, years: 5 });
    expect(wage(parameters, 2024)).toBe(620_000);
    expect(wage(parameters, 2025)).toBeCloseTo(620_000 * 1.04, 6);
    expect(wage(parameters, 2026)).toBeCloseTo(620_000 * 1.04 * 1.035, 6);
    expect(wage(parameters, 2023)).toBeCloseTo(620_000 / 1.05, 6);
    expect(wage(parameters, 2022)).toBeCloseTo(620_000 / 1.05 / 1.043, 6);
  });

  it('grows by prices.index in a year without a published deflator and says so', () => {
    const parameters = parametersOf({ 'prices.index': 0.02 });
    const rent = seriesOf(parameters, 'rooms.module_rent');
    expect(valueAt(parameters, 'rooms.module_rent', 2028)).toBeCloseTo(94_250 * 1.04 * 1.035 * 1.02 ** 2, 6);
    expect(addressesOf(parameters, rent, 2028)).toContain('prices.index');
    expect(addressesOf(parameters, rent, 2026)).not.toContain('prices.index');
    expect(statusOf(parameters, 'rooms.module_rent', 2026)).toBe('derived');
    expect(statusOf(parametersOf({}), 'rooms.module_rent', 2027)).toBe('assumed');
    expect(statusOf(parameters, 'rooms.module_rent', 2028)).toBe('own');
  });

  it('shrinks by prices.index before such a year', () => {
    const parameters = parametersOf({}, { first_year: 2016, years: 10 });
    const to2018 = 1.032 * 1.01 * 1.044 * 1.067 * 1.043 * 1.05;
    expect(wage(parameters, 2018)).toBeCloseTo(620_000 / to2018, 6);
    expect(wage(parameters, 2016)).toBeCloseTo(620_000 / to2018 / 1.03 ** 2, 6);
  });

  it('is held at one year by prices.year', () => {
    const parameters = parametersOf({ 'prices.year': 2025 });
    const years = [2024, 2025, 2028, 2033];
    expect(years.map((year) => Math.round(wage(parameters, year)))).toEqual([644_800, 644_800, 644_800, 644_800]);
    expect(addressesOf(parameters, seriesOf(parameters, 'staff.adviser.wage'), 2028)).toContain('prices.year');
  });

  it('that the scenario sets for a year is in that year’s kroner, else in the price year of the parameter', () => {
    const parameters = parametersOf({ 'staff.adviser.wage': 600_000, 'staff.adviser.wage@2026': 700_000 });
    expect(wage(parameters, 2024)).toBe(600_000);
    expect(wage(parameters, 2025)).toBeCloseTo(600_000 * 1.04, 6);
    expect(wage(parameters, 2026)).toBe(700_000);
  });

  it('does not depend on how many years are looked at, also where its price year lies beyond them', () => {
    const short = resolve(publishedCatalogue, [], 2018, 2018);
    const long = resolve(publishedCatalogue, [], 2018, 2040);
    expect(wage(short, 2018)).toBe(wage(long, 2018));
  });

  it('does not depend on how late the plan begins, also where its price year lies long before it', () => {
    const late = resolve(publishedCatalogue, [], 2060, 2064);
    const early = resolve(publishedCatalogue, [], 2030, 2064);
    expect(wage(late, 2062)).toBeCloseTo(wage(early, 2062), 0);
  });
});

describe('parameters with other overrides', () => {
  const settings: Settings[] = [
    {},
    { 'settlement.persons': 40 },
    { 'settlement.mix.adult': 0.5, 'relocation.out.year2@2025': 0.1 },
    { 'rates.year': 2018 },
    { 'rates.index': 0.03, 'rates.scale.integration': 0.9 },
    { 'prices.index': 0.05, 'prices.year': 2026 },
    { 'deflator@2025': 0.1 },
    { 'grants.integration': 100_000, 'staff.tax_zone': '5' },
  ];
  const addresses = [...publishedCatalogue.cells.keys()];

  it('share what no override touches with those they come from', () => {
    const base = parametersOf({ 'settlement.persons': 10 });
    for (const address of addresses) seriesOf(base, address);
    const next = withOverrides(base, overridesOf({ 'settlement.persons': 40 }));
    const rebuilt = addresses.filter((address) => seriesOf(next, address) !== seriesOf(base, address));
    expect(rebuilt).toEqual(['settlement.persons']);
  });

  it('share all that is not set by the state when the rates move, and all without a price year when prices do', () => {
    const base = parametersOf({});
    for (const address of addresses) seriesOf(base, address);
    const rebuilt = (moved: Settings) => {
      const next = withOverrides(base, overridesOf(moved));
      return addresses.filter((address) => seriesOf(next, address) !== seriesOf(base, address));
    };
    const prefixes = (list: string[]) => [...new Set(list.map((address) => address.split('.')[0]))].sort();
    expect(prefixes(rebuilt({ 'rates.year': 2018 }))).toEqual(['basic_amount', 'grants', 'rates']);
    const priced = addresses.filter((address) =>
      publishedCatalogue.cells.get(address)?.parameter.values.some((block) => block.price_year !== undefined),
    );
    expect(priced).toEqual(expect.arrayContaining(['rooms.module_rent', 'staff.adviser.wage', 'staff.teacher.wage']));
    for (const id of ['prices.index', 'prices.scale'])
      expect(rebuilt({ [id]: 0.1 }).sort()).toEqual([...priced, id].sort());
  });

  it('are bit for bit those resolved afresh, from whatever they come', () => {
    for (const from of settings) {
      const base = parametersOf(from);
      for (const address of addresses) seriesOf(base, address);
      for (const to of settings) {
        const shared = withOverrides(base, overridesOf(to));
        const fresh = parametersOf(to);
        const offenders = addresses.filter((address) => {
          const [a, b] = [seriesOf(shared, address), seriesOf(fresh, address)];
          return a.value.some(
            (value, at) =>
              !Object.is(value, b.value[at]) || a.status[at] !== b.status[at] || a.modifier[at] !== b.modifier[at],
          );
        });
        expect({ from, to, offenders }).toEqual({ from, to, offenders: [] });
      }
    }
  });

  it('know what the scenario sets', () => {
    const base = parametersOf({ 'settlement.persons': 10 });
    expect(isOwn(base, 'settlement.persons', 2024)).toBe(true);
    expect(isOwn(withOverrides(base, []), 'settlement.persons', 2024)).toBe(false);
  });
});

function permutations<T>(list: T[]): T[][] {
  if (list.length <= 1) return [list];
  return list.flatMap((item, at) =>
    permutations(list.filter((_, other) => other !== at)).map((rest) => [item, ...rest]),
  );
}
