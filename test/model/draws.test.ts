import { describe, expect, test } from 'vitest';
import type { CohortRow } from '$lib/model/cohort';
import { futuresDocument, futuresPart } from '$lib/model/draw-futures';
import { drawnHouseholds, drawnPeople, drawsFor, drawsOf, futureOf } from '$lib/model/draws';
import type { Forecast } from '$lib/model/forecast';
import { FUTURE_COLUMNS, chancesOf, counted, joinedParts, outOf, percentiles } from '$lib/model/futures';
import { countHousehold, oddsOf, type Household } from '$lib/model/household-lives';
import { SINGLE, ADULTS, CHILD, apportion, drawHouseholds, compositionsOf } from '$lib/model/households';
import { emptyTally, peopleFrom } from '$lib/model/lives';
import { expectedPeople, type People } from '$lib/model/people';
import { forecastOf, planOf, type Plan } from '$lib/model/plan';
import { FAMILY, MOVED_IN, OPENING, SETTLED } from '$lib/model/population';
import { randomOf } from '$lib/model/random';
import { SPREADS, spreadsOf } from '$lib/model/spreads';
import { variantsOf } from '$lib/model/vary';
import { publishedCatalogue } from '$lib/parameters/published';

type Settings = Record<string, number | string>;

function planWith(parameters: Settings, opening: CohortRow[] = [], first_year = 2024, years = 5): Plan {
  const scenario = {
    format: 'bosett/scenario@1' as const,
    title: { en: 'test' },
    municipality: '1818',
    first_year,
    years,
    opening: [],
    parameters,
  };
  const { plan, findings } = planOf(publishedCatalogue, scenario, opening, []);
  if (!plan) throw new Error(JSON.stringify(findings));
  return plan;
}

const certain: Settings = Object.fromEntries(Object.values(SPREADS).map((id) => [id, 0]));

/** Everybody of one category, nobody moves, no family. */
const alike = (category: string): Settings => ({
  ...Object.fromEntries(
    ['single_adult', 'adult', 'child', 'unaccompanied_minor'].map((each) => [
      `settlement.mix.${each}`,
      each === category ? 1 : 0,
    ]),
  ),
  'relocation.scale': 0,
  'family_immigration.rate': 0,
});

/** Every number of a forecast's rows that is not the same in another, but for rounding. */
function unlike(one: Forecast, other: Forecast): string[] {
  return (['result', 'people', 'capacity'] as const).flatMap((table) =>
    one[table].flatMap((row, at) =>
      Object.entries(row).flatMap(([column, value]) => {
        const drawn: unknown = Object.entries(other[table][at] ?? {}).find(([key]) => key === column)?.[1];
        if (typeof value !== 'number') return value === drawn ? [] : [`${table} ${row.year} ${column}`];
        const isNear = typeof drawn === 'number' && Math.abs(value - drawn) <= 1e-7 * Math.max(1, Math.abs(value));
        return isNear ? [] : [`${table} ${row.year} ${column}: ${value} ${String(drawn)}`];
      }),
    ),
  );
}

describe('without any spread', () => {
  const cases: [string, Settings][] = [
    ['single_adult', {}],
    ['adult', { 'household.couple_share': 1 }],
    ['adult', { 'household.couple_share': 0 }],
    ['unaccompanied_minor', {}],
  ];
  test.each(cases)('every future of %s alone %o is the expected run', (category, more) => {
    const plan = planWith({ ...certain, ...alike(category), 'settlement.persons': 4, ...more });
    const draws = drawsOf(plan, 5);
    const expected = forecastOf(plan);
    expect(unlike(expected, futureOf(draws, 0, expected.years.length))).toEqual([]);
    expect(futureOf(draws, 17, 5).result).toEqual(futureOf(draws, 0, 5).result);
  });

  test('whoever is past the years of assistance in one year is followed when they are more in a later one', () => {
    const years = { 'social_assistance.years_after': 5, 'social_assistance.years_after@2030': 0 };
    const settled = { 'settlement.persons': 0, 'settlement.persons@2024': 12 };
    const plan = planWith({ ...certain, ...alike('single_adult'), ...settled, ...years }, [], 2024, 9);
    const expected = forecastOf(plan);
    expect(unlike(expected, futureOf(drawsOf(plan, 5), 0, expected.years.length))).toEqual([]);
  });

  test('a mix is counted out: as many of each as its share, but for less than one', () => {
    const plan = planWith({
      ...certain,
      'settlement.persons': 20,
      'relocation.scale': 0,
      'family_immigration.rate': 0,
    });
    const settled = drawnHouseholds(drawsOf(plan, 1), 0).households.filter(
      ({ settlement_year }) => settlement_year === 2024,
    );
    const of = (category: number): number =>
      settled.flatMap(({ kind }) => kind).filter((each) => each === category).length;
    // 20 x .24, .34, .40, .02 = 4.8, 6.8, 8, 0.4
    expect([of(SINGLE), of(ADULTS), of(CHILD), settled.flatMap(({ kind }) => kind).length]).toEqual([5, 7, 8, 20]);
  });

  test('households move as often as they should, but for less than one a year', () => {
    const plan = planWith({
      ...certain,
      ...alike('single_adult'),
      'settlement.persons': 0,
      'settlement.persons@2024': 40,
      'relocation.scale': 1,
      'relocation.out': 0,
      'relocation.out.year2': 0.1,
      'relocation.out.year3': 0.31,
    });
    const moved = drawnPeople(drawsOf(plan, 1), 0).byYear.moved_out;
    // 4 of 40, then 11.16 of 36; each came in twelve parts.
    expect(moved.slice(0, 4).map((persons) => Number(persons.toFixed(9)))).toEqual([0, 4, 11, 0]);
  });
});

/** The same people counted from whole households as the expected run counts them from shares. */
function compared(plan: Plan, households: Partial<Household>[]): { drawn: People; expected: People } {
  const draws = drawsOf(plan, 1);
  const { parameters, scenario } = plan;
  const tally = emptyTally(parameters, draws.horizon);
  const odds = oddsOf(parameters, spreadsOf(parameters));
  const months = new Array<number>(12).fill(1 / 12);
  for (const household of households)
    countHousehold(
      tally,
      {
        origin: SETTLED,
        kind: [SINGLE],
        permit: 'ordinary',
        settlement_year: scenario.first_year,
        settled: null,
        from: null,
        months,
        arrives: 0,
        to: Infinity,
        moves: false,
        bands: null,
        random: randomOf(1),
        moving: 2,
        ...household,
      },
      odds,
    );
  return { drawn: peopleFrom(tally), expected: expectedPeople(plan.opening.cells, parameters, draws.horizon) };
}

/** Every number under a value, by its path; whom a count is of is no number of it. */
function numbersIn(value: unknown, path = ''): [string, number][] {
  if (typeof value === 'number') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    /origins/i.test(key) ? [] : numbersIn(each, `${path}.${key}`),
  );
}

function expectSame({ drawn, expected }: { drawn: People; expected: People }): void {
  const known = new Map(numbersIn(drawn));
  const numbers = numbersIn(expected);
  const wrong = numbers.filter(
    ([path, number]) => !(Math.abs((known.get(path) ?? NaN) - number) <= 1e-9 * Math.max(1, number)),
  );
  expect(numbers.length).toBeGreaterThan(3000);
  expect(wrong.map(([path, number]) => `${path}: ${number} ${String(known.get(path))}`)).toEqual([]);
}

const twelve = Array.from({ length: 12 }, (_, month) => month);

describe('the quick count of whole lives is the expected run’s, where every life that can be is there once', () => {
  const base: Settings = {
    ...certain,
    ...alike('single_adult'),
    'settlement.permit.ordinary': 1,
    'settlement.permit.collective': 0,
    'relocation.scale': 1,
    'relocation.out': 0,
    'settlement.persons': 0,
    'special_needs.share': 0.1,
    'grants.general': 10_000,
    'household.sharing_share': 0.2,
  };
  describe.each([2018, 2024])('from %i, by the rules of that time', (first) => {
    test.each([1, 2, 4, 5])('single adults who move in %i years after they settle, one in each month', (later) => {
      const settings = {
        ...base,
        [`settlement.persons@${first}`]: 12,
        [`relocation.out.year${Math.min(later + 1, 5)}@${first + later - (later === 5 ? 1 : 0)}`]: 1,
      };
      const year = later === 5 ? 4 : later;
      const plan = planWith(settings, [], first, 7);
      expectSame(
        compared(
          plan,
          twelve.map((month) => ({ to: 12 * year + month, moves: true })),
        ),
      );
    });

    test('who come in March and of whom some move on in the same year', () => {
      const months = Object.fromEntries(twelve.map((month) => [`settlement.month.${month + 1}`, month === 2 ? 1 : 0]));
      const plan = planWith(
        { ...base, ...months, [`settlement.persons@${first}`]: 12, 'relocation.out.year1': 1 },
        [],
        first,
      );
      const movers = [3, 4, 5, 6, 7, 8, 9, 10, 11].map((month) => ({ settled: 2, from: 2, to: month, moves: true }));
      // Those who came in March and stay their first year move in none of the later ones.
      expectSame(compared(plan, [...movers, ...[0, 1, 2].map(() => ({ settled: 2, from: 2 }))]));
    });

    test('who are here already, of every age and permit, and move in the second year', () => {
      const rows = (['0-5', '6-15', '16-17'] as const)
        .flatMap((age_band) => [
          { category: 'child' as const, age_band, permit: 'family' as const, settlement_year: first - 2 },
          {
            category: 'unaccompanied_minor' as const,
            age_band,
            permit: 'ordinary' as const,
            settlement_year: first - 4,
          },
        ])
        .concat(
          (['18-24', '25-55', '56-59', '60+'] as const).flatMap((age_band) => [
            { category: 'adult', age_band, permit: 'ordinary', settlement_year: first - 1 } as never,
            { category: 'adult', age_band, permit: 'collective', settlement_year: first - 3 } as never,
          ]),
        )
        .map((row) => ({ ...row, persons: 24 }));
      const plan = planWith({ ...base, [`relocation.out@${first + 1}`]: 1, 'household.couple_share': 1 }, rows, first);
      const households = plan.opening.cells.flatMap((cell) => {
        const category = ['single_adult', 'adult', 'child', 'unaccompanied_minor'].indexOf(cell.category);
        const kind = category === ADULTS ? [category, category] : [category];
        return Array.from({ length: 24 / kind.length }, (_, at) => ({
          origin: OPENING,
          kind,
          permit: cell.permit,
          settlement_year: cell.settlement_year,
          bands: kind.map(() => cell.age_band),
          from: 0,
          arrives: -1,
          to: 12 + (at % 12),
          moves: true,
        }));
      });
      expectSame(compared(plan, households));
    });

    test('who move in from elsewhere in their third year, in each month, settled in each', () => {
      const rows: Settings = {
        'relocation.in.persons': 0,
        [`relocation.in.persons@${first}`]: 144,
        'relocation.in.year3': 1,
      };
      const others = { 'relocation.in.year2': 0, 'relocation.in.year4': 0, 'relocation.in.year5': 0 };
      const plan = planWith({ ...base, ...rows, ...others }, [], first);
      const households = twelve.flatMap((from) =>
        twelve.map((settled) => ({
          origin: MOVED_IN,
          settlement_year: first - 2,
          from,
          settled: settled - 24,
        })),
      );
      expectSame(compared(plan, households));
    });

    test('later family of those who are here', () => {
      const rows = [
        { settlement_year: first - 1, permit: 'ordinary', category: 'adult', age_band: '25-55', persons: 100 } as const,
      ];
      const timing = Object.fromEntries(
        [1, 2, 3, 4, 5].map((d) => [`family_immigration.timing.year${d}`, d === 2 ? 1 : 0]),
      );
      const plan = planWith(
        {
          ...base,
          ...timing,
          'family_immigration.rate': 0.24,
          'family_immigration.mix.adult': 0.5,
          'household.couple_share': 1,
        },
        rows,
        first,
      );
      const here = Array.from({ length: 50 }, () => ({
        origin: OPENING,
        kind: [ADULTS, ADULTS],
        settlement_year: first - 1,
        bands: ['25-55', '25-55'] as const,
        from: 0,
        arrives: -1,
      }));
      const family = Array.from({ length: 12 }, () => ({
        origin: FAMILY,
        kind: [ADULTS, CHILD],
        permit: 'family' as const,
      }));
      expectSame(compared(plan, [...here, ...family]));
    });
  });
});

/** A small municipality where everything that can vary does, in whole persons. */
const lively: Settings = {
  'settlement.persons': 25,
  'family_immigration.rate': 0.3,
  'relocation.in.persons': 3,
  'births.rate': 0.02,
  'special_needs.share': 0.05,
  'rates.index.spread': 0,
};
const opening: CohortRow[] = [
  { settlement_year: 2022, permit: 'ordinary', category: 'adult', age_band: '25-55', persons: 20 },
  { settlement_year: 2022, permit: 'ordinary', category: 'child', age_band: '6-15', persons: 18 },
  { settlement_year: 2023, permit: 'collective', category: 'single_adult', age_band: '18-24', persons: 9 },
];

describe('futures', () => {
  const plan = planWith(lively, opening);
  const draws = drawsOf(plan, 42);

  test('are the same from the same seed, whichever are drawn first, and others from another', () => {
    const [one, other] = [
      futuresPart(draws, 0, 12),
      joinedParts([futuresPart(drawsOf(plan, 42), 0, 5), futuresPart(draws, 5, 7)]),
    ];
    expect(other).toEqual(one);
    expect(futuresPart(drawsOf(plan, 43), 0, 12).values.fund).not.toEqual(one.values.fund);
  });

  test('are of whole households that come together, stay together and move together', () => {
    for (let which = 0; which < 40; which += 1) {
      const { households } = drawnHouseholds(draws, which);
      const { byYear } = drawnPeople(draws, which);
      const years = draws.horizon.years + draws.horizon.tail;
      for (let at = 0; at < years; at += 1) {
        const leaving = households.filter(({ moves, to }) => moves && Math.floor(to / 12) === at);
        expect(byYear.moved_out[at]).toBe(leaving.reduce((sum, { kind }) => sum + kind.length, 0));
        const came = households.filter(({ origin, arrives }) => origin === SETTLED && arrives === at);
        expect(byYear.settled[at]).toBe(came.reduce((sum, { kind }) => sum + kind.length, 0));
      }
      const children = households.filter(({ kind }) => kind[0] === CHILD && kind.length > 1);
      expect(children).toEqual([]);
      expect(households.every(({ from, to }) => (from ?? NaN) <= to)).toBe(true);
    }
  });

  test('have the expected run as their average where the model is linear', () => {
    // A level of moving that is unknown is the same in all years, and so those who stay are no longer linear in it.
    const steady = planWith({ ...lively, 'relocation.out.spread': 1e-9 }, opening);
    const steadily = drawsOf(steady, 42);
    const expected = forecastOf(steady);
    const number = 1500;
    const columns = [
      'settled',
      'family',
      'moved_in',
      'moved_out',
      'in_phase',
      'participants_mean',
      'participants_any',
    ] as const;
    const sums = new Map<string, { sum: number; squares: number; expected: number }>();
    for (let which = 0; which < number; which += 1) {
      const { people, result } = futureOf(steadily, which, expected.years.length);
      const put = (key: string, value: number, mean: number): void => {
        const held = sums.get(key) ?? { sum: 0, squares: 0, expected: mean };
        sums.set(key, { sum: held.sum + value, squares: held.squares + value * value, expected: mean });
      };
      for (const [at, row] of people.entries())
        for (const column of columns) put(`${column} ${row.year}`, row[column], expected.people[at]?.[column] ?? NaN);
      for (const [at, row] of result.entries())
        put(`income ${row.year}`, row.income, expected.result[at]?.income ?? NaN);
    }
    const far = [...sums].flatMap(([key, { sum, squares, expected: mean }]) => {
      const average = sum / number;
      const error = Math.sqrt(Math.max(0, squares / number - average * average) / number);
      // Among a hundred and more correlated averages four standard errors are not met by chance; the base grant's steps are.
      return Math.abs(average - mean) <= 4 * error + (key.startsWith('income') ? 20_000 : 1e-9)
        ? []
        : [`${key}: ${average} ${mean} ${error}`];
    });
    expect(sums.size).toBeGreaterThan(80);
    expect(far).toEqual([]);
  });

  test('of two scenarios share their draws: the difference varies less than between others', () => {
    const more = planWith({ ...lively, 'settlement.persons': 30 }, opening);
    const fund = (of: Plan, seed: number): number[] => {
      const part = futuresPart(drawsOf(of, seed), 0, 150);
      return Array.from({ length: 150 }, (_, which) => part.values.in_phase[which * part.years + 4] ?? NaN);
    };
    const variance = (values: number[]): number => {
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    };
    const [few, same, other] = [fund(plan, 1), fund(more, 1), fund(more, 2)];
    const paired = variance(same.map((value, at) => value - (few[at] ?? NaN)));
    const unpaired = variance(other.map((value, at) => value - (few[at] ?? NaN)));
    expect(paired).toBeLessThan(unpaired / 3);
  });

  test('give percentiles and chances that are those of the futures', () => {
    const document = futuresDocument(plan, 40, 42);
    const part = futuresPart(draws, 0, 40);
    const fund = Array.from({ length: 40 }, (_, which) => part.values.fund[which * part.years + 2] ?? NaN).sort(
      (a, b) => a - b,
    );
    expect(document.result['fund']?.[2]?.p50).toBeCloseTo(((fund[19] ?? NaN) + (fund[20] ?? NaN)) / 2, 6);
    const chances = chancesOf(part, 5);
    const short = Array.from({ length: 40 }, (_, which) => which).filter((which) =>
      [0, 1, 2, 3, 4].some((at) => (part.values.rooms_short[which * part.years + at] ?? 0) > 0),
    );
    expect(document.chances).toEqual(chances);
    expect(chances.lease).toBe(short.length / 40);
    expect(Object.keys(document.items)).toContain('integration_grant.year2');
  });
});

describe('households', () => {
  test('drawn along a line are on average as many of each kind of person as their share', () => {
    const mix = compositionsOf(planWith({}).parameters).settled[0];
    if (!mix) throw new Error('no mix');
    const sums = [0, 0, 0, 0];
    const rounds = 6000;
    for (let round = 0; round < rounds; round += 1)
      for (const { kind } of drawHouseholds(mix, 10, 1, (which) => randomOf(9, round, which)))
        for (const category of kind) sums[category] = (sums[category] ?? 0) + 1;
    const shares = sums.map((sum) => sum / rounds);
    for (const [at, share] of [2.4, 3.4, 4, 0.2].entries())
      expect(Math.abs((shares[at] ?? NaN) - share)).toBeLessThan(0.12);
  });

  test('counted out by largest remainder sum to the whole', () => {
    expect(apportion([4.8, 6.8, 8, 0.4])).toEqual([5, 7, 8, 0]);
    expect(apportion([0.5, 0.5])).toEqual([1, 0]);
    expect(apportion([2.5, 2.5, 2.5])).toEqual([3, 3, 2]);
  });
});

describe('what is said of futures', () => {
  const years = 2;
  const values = Object.fromEntries(
    FUTURE_COLUMNS.map((column) => [
      column,
      Float64Array.from({ length: 200 * years }, (_, at) => (at % years === 1 ? Math.floor(at / years) - 60 : 1)),
    ]),
  ) as never;
  const part = { from: 0, count: 200, years, values };

  test('fifty stand for all: the middle ones of fifty equal parts, lowest first', () => {
    expect(counted(part, 'fund', 1).slice(0, 3)).toEqual([2, 6, 10]);
    expect(counted(part, 'fund', 1)).toHaveLength(50);
  });

  test('is out of fifty, and never none or all where it is not so', () => {
    expect([0, 0.004, 0.26, 0.999, 1].map((share) => outOf(share))).toEqual([0, 1, 13, 49, 50]);
    expect(chancesOf(part, 2).empty_fund).toBe(60 / 200);
  });

  test('percentiles lie between values in proportion, and are unknown where one is', () => {
    expect(percentiles(Float64Array.of(4, 1, 3, 2, 5))).toMatchObject({ p10: 1.4, p50: 3, p95: 4.8 });
    expect(percentiles(Float64Array.of(1, NaN)).p50).toBeNull();
  });
});

describe('draws of plans like one', () => {
  const plan = planWith({ 'settlement.persons': 20, 'rates.index': 0.01 });

  test.each([
    [['settlement.persons'], [35]],
    [
      ['settlement.persons@2025', 'relocation.out.year3'],
      [4, 0.2],
    ],
    [['rates.index'], [0.04]],
    [['tail.years'], [3]],
    [['rates.index.spread'], [0]],
    [
      ['settlement.mix.spread', 'settlement.persons'],
      [0, 12],
    ],
  ])('%s: the futures are those of the plan with the numbers, whatever was asked before', (addresses, numbers) => {
    for (const hasTail of [true, false]) {
      const drawsAt = drawsFor(drawsOf(plan, 7, hasTail), addresses);
      drawsAt(numbers.map((number) => number / 2));
      const asked = futuresPart(drawsAt(numbers), 0, 12);
      const afresh = futuresPart(drawsOf(variantsOf(plan, addresses)(numbers), 7, hasTail), 0, 12);
      expect(asked).toEqual(afresh);
    }
  });
});
