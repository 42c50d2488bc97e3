import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBound, type Bound } from '$lib/model/bounds';
import { municipalityOverrides } from '$lib/parameters/municipalities';
import { forecastOf, planOf, type Plan } from '$lib/model/plan';
import { seek, seekSteps, type Found } from '$lib/model/seek';
import { variedFindings } from '$lib/model/vary';
import { publishedCatalogue } from '$lib/parameters/published';
import { adults, planFor, stay, twoYears } from '../cases/given';
import { anyScenario } from '../property/any-scenario';
import { planOfFile } from '../repository-scenario';
import { scenarioOf } from '../run-scenario';

const PERSONS = 'settlement.persons';
const ten = planOfFile('heroy-10');

/** All settle in January and are taught in levels that are merged and parted as they grow. */
const merging = {
  'settlement.month.1': 1,
  'education.teaching_share': 1,
  'education.group_minimum': 12,
  'education.level.alphabetisation': 0.3,
  'education.level.a1': 0.1,
  'education.level.a2': 0.25,
  'education.level.b1': 0.35,
};

function bounds(...texts: string[]): Bound[] {
  return texts.map((text) => {
    const read = readBound(text);
    if ('code' in read) throw new Error(`finding: ${read.code}`);
    return read;
  });
}

function sought(plan: Plan, keep: string[], to = 60, minimise = false): Found {
  return seek(plan, PERSONS, bounds(...keep), { from: 0, to, minimise });
}

/** A plan made anew from settings, as a file would state it. */
function planWith(given: Parameters<typeof scenarioOf>[0], persons: number | null): Plan {
  const stated = Object.entries(given.parameters ?? {}).filter(
    ([setting]) => persons === null || !setting.startsWith(PERSONS),
  );
  const own = persons === null ? [] : [[PERSONS, persons] as const];
  const scenario = scenarioOf({ ...given, parameters: Object.fromEntries([...stated, ...own]) });
  const rows = Array.isArray(scenario.opening) ? scenario.opening : [];
  const { plan, findings } = planOf(publishedCatalogue, scenario, rows, municipalityOverrides(null, []));
  if (!plan) throw new Error(`findings: ${JSON.stringify(findings)}`);
  return plan;
}

describe('the largest number that keeps every bound', () => {
  it('is what trying every number one by one gives, for any scenario', () => {
    const limit = fc.record({
      rooms: fc.integer({ min: 0, max: 4 }),
      posts: fc.integer({ min: 0, max: 25 }),
      net: fc.integer({ min: -8, max: 4 }).map((millions) => millions * 1e6),
      minimise: fc.boolean(),
    });
    fc.assert(
      fc.property(anyScenario, limit, (any, { rooms, posts, net, minimise }) => {
        const found = seek(
          planWith(any, null),
          PERSONS,
          bounds(`rooms_needed<=${rooms}`, `posts<=${posts}`, `net>=${net}`),
          { from: 0, to: 24, minimise },
        );
        const keeps: number[] = [];
        for (let persons = 0; persons <= 24; persons += 1) {
          const { result, capacity } = forecastOf(planWith(any, persons));
          const inPlan = result.flatMap((row, at) => (row.tail ? [] : [{ ...row, ...capacity[at] }]));
          const isKept = inPlan.every(
            (row) =>
              (row.rooms_needed ?? NaN) <= rooms && (row.posts ?? NaN) <= posts && !row.incomplete && row.net >= net,
          );
          if (isKept) keeps.push(persons);
        }
        expect(found.kept).toEqual(keeps);
        expect(found.value).toBe((minimise ? keeps[0] : keeps.at(-1)) ?? null);
        expect(found.feasible).toBe(keeps.length > 0);
        for (const { value, kept } of found.neighbours) expect(kept).toBe(keeps.includes(value));
        if (found.value !== null) expect([found.conflict, found.nearest]).toEqual([null, null]);
        else expect([found.binding, found.nearest?.value === undefined]).toEqual([null, false]);
      }),
      { numRuns: 8, seed: 20261 },
    );
  }, 120_000);

  it('names the bound that breaks at the next number, its year, and both neighbours', () => {
    const found = sought(ten, ['rooms_needed<=3', 'posts<=1000']);
    const value = found.value ?? NaN;
    const rooms = (persons: number): number[] =>
      forecastOf(seekPlan(persons))
        .capacity.filter(({ tail }) => !tail)
        .map((row) => row.rooms_needed);
    expect(Math.max(...rooms(value))).toBe(3);
    expect(Math.max(...rooms(value + 1))).toBe(4);
    const year = 2024 + rooms(value + 1).indexOf(4);
    expect(found.binding).toEqual({ expr: 'rooms_needed<=3', year });
    expect(found.neighbours).toEqual([
      { value: value - 1, kept: true, broken: [] },
      { value: value + 1, kept: false, broken: [{ expr: 'rooms_needed<=3', year, by: 1 }] },
    ]);
    expect(found.at_end).toBe(false);
  });

  it('may have numbers below it that break a bound: steps are not monotone', () => {
    // Levels .3/.1/.25/.35 of the pupils, fewest 12, at most 15. 39 pupils: 11.7 + 3.9 and 9.75 + 13.65 make 2 + 2 groups;
    // 40: 12, 4 + 10 and 14 make 1 + 1 + 1; 43: 12.9, 15.05 and 15.05 make 1 + 2 + 2.
    const plan = planFor({ years: 1, parameters: { ...stay, ...adults, ...twoYears, ...merging } });
    const found = sought(plan, ['groups<=3'], 45);
    expect(found).toMatchObject({ value: 42, binding: { expr: 'groups<=3', year: 2024 } });
    expect(found.kept).toEqual([...Array.from({ length: 38 }, (_, at) => at), 40, 41, 42]);
    expect(found.neighbours[1]).toEqual({ value: 43, kept: false, broken: [{ expr: 'groups<=3', year: 2024, by: 2 }] });
  });

  it('takes the place of every year the plan states on its own', () => {
    const found = sought(planOfFile('sel'), ['voted==7']);
    expect(found.kept).toEqual([7]);
  });

  it('can be of one year, or of a parameter that is no count of persons', () => {
    const one = seek(planOfFile('sel'), 'settlement.persons@2025', bounds('voted<=40'), {
      from: 0,
      to: 60,
      minimise: false,
    });
    expect(one.value).toBe(40);
    const size = seek(ten, 'education.group_size', bounds('groups<=5'), { from: 1, to: 60, minimise: true });
    const groups = (size.value ?? NaN) - 1;
    expect(size.neighbours.map(({ value, kept }) => [value, kept])).toEqual([
      [groups, false],
      [groups + 2, true],
    ]);
  });

  it('says when it is the last that was tried, and which bound has least to spare', () => {
    const found = sought(ten, ['settled<=1000', 'rooms_needed<=100', 'modules<=8'], 5);
    expect(found).toMatchObject({ value: 5, at_end: true, binding: { expr: 'modules<=8' } });
    expect(found.neighbours.map(({ value }) => value)).toEqual([4]);
    expect(sought(ten, [], 5)).toMatchObject({ value: 5, binding: null });
  });
});

/** Herøy with another number, made by the settings of its file. */
function seekPlan(persons: number): Plan {
  const { scenario, opening } = ten;
  const parameters = { ...scenario.parameters, [PERSONS]: persons };
  const known = [...ten.parameters.overrides.values()].flat().filter(({ status }) => status !== undefined);
  const { plan } = planOf(publishedCatalogue, { ...scenario, parameters }, [], known);
  if (!plan) throw new Error('no plan');
  return { ...plan, opening };
}

describe('where no number keeps every bound', () => {
  it('names two bounds that can each be kept and never together', () => {
    const found = sought(ten, ['posts<=1000', 'settled>=30', 'settled<=9']);
    expect(found).toMatchObject({ value: null, feasible: false, binding: null, kept: [] });
    expect(found.conflict).toEqual({ exprs: ['settled>=30', 'settled<=9'] });
  });

  it('names the number whose worst miss is the smallest share of the bound or of the column', () => {
    // Tried 0..60: both bounds are measured by 60. Missed by 30 - n and n - 9: equal at 19.5, 11 at 19 and at 20.
    const found = sought(ten, ['settled>=30', 'settled<=9']);
    expect(found.nearest).toEqual({ value: 20, expr: 'settled<=9', year: 2024, by: 11 });
    expect(sought(ten, ['settled>=30', 'settled<=9'], 60, true).nearest).toMatchObject({ value: 19, by: 11 });
    expect(found.neighbours.map(({ value, kept }) => [value, kept])).toEqual([
      [19, false],
      [21, false],
    ]);
  });

  it('has no conflict where one bound alone is kept by no number', () => {
    const found = sought(ten, ['rooms_needed<=2', 'settled>=5']);
    expect(found.conflict).toBeNull();
    expect(found.nearest).toMatchObject({ expr: 'rooms_needed<=2', year: 2024, by: 1 });
  });

  it('is never helped by what is unknown', () => {
    const keep = bounds('net@tail>=-1e12');
    const found = seek(planOfFile('elverum-40'), PERSONS, keep, { from: 1, to: 3, minimise: false });
    expect(found).toMatchObject({ value: null, conflict: null, nearest: { expr: 'net@tail>=-1e12', by: null } });
    expect(found.neighbours[0]?.broken).toMatchObject([{ by: null }]);
  });
});

describe('the numbers of a search', () => {
  it('are tried one a step, so that a page can rest and say how far it has come', () => {
    const steps = seekSteps(ten, PERSONS, bounds('net>=0'), { from: 3, to: 6, minimise: false });
    expect([...steps]).toEqual([3, 4, 5, 6]);
  });

  it('are refused where nobody knows the parameter, or it cannot be so', () => {
    const codes = (address: string, values: number[]): string[] =>
      variedFindings(ten, [{ address, values }]).map(({ code }) => code);
    expect(codes(PERSONS, [0, 200])).toEqual([]);
    expect(codes('settlement.person', [0, 200])).toEqual(['unknown-id']);
    expect(codes(PERSONS, [0, 20_001])).toEqual(['value-outside']);
    expect(codes('settlement.persons@2031', [1])).toEqual(['year-outside']);
    expect(codes('education.group_size', [10, 10.5, 11])).toEqual(['not-whole']);
    expect(codes('fund.rule', [0, 1])).toEqual(['not-an-option', 'not-an-option']);
    expect(codes('settlement.mix.child', [0, 0.5])).toEqual(['shares-sum']);
  });
});
