import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Forecast } from '$lib/model/forecast';
import { linesOf } from '$lib/model/forecast';
import { forecastOf, planOf, type Plan } from '$lib/model/plan';
import { thresholdSteps, thresholdsOf, type Threshold } from '$lib/model/thresholds';
import { publishedCatalogue } from '$lib/parameters/published';
import { adults, planFor, stay, twoYears } from '../cases/given';
import { anyScenario } from '../property/any-scenario';
import { planOfFile } from '../repository-scenario';

const january = { 'settlement.month.1': 1, 'education.teaching_share': 1 };
const simple = { ...stay, ...adults, ...twoYears, ...january };

function rowsOf(plan: Plan, what: Threshold['what'], to: number): (number | string)[][] {
  return thresholdsOf(plan, 0, to)
    .filter((row) => row.what === what)
    .map(({ at, from, to: level, year }) => [at, from, level, year]);
}

describe('where a step begins', () => {
  it('is at every 30 persons for rooms of two groups of fifteen', () => {
    const plan = planFor({ years: 1, parameters: { ...simple, 'education.level.a1': 1 } });
    expect(rowsOf(plan, 'rooms', 61)).toEqual([
      [1, 0, 1, 2024],
      [31, 1, 2, 2024],
      [61, 2, 3, 2024],
    ]);
  });

  it('is at 1, 4 and 151 persons for the base grant, the year after they settle', () => {
    const plan = planFor({ years: 1, parameters: simple });
    expect(rowsOf(plan, 'language_base', 152)).toEqual([
      [1, 0, 1, 2025],
      [4, 1, 4, 2025],
      [151, 4, 151, 2025],
    ]);
  });

  it('is where the care of unaccompanied minors needs the next half post', () => {
    const care = { ratio: 2, step: 0.5, minimum: 1 };
    const parameters = {
      ...stay,
      ...january,
      'settlement.mix.unaccompanied_minor': 1,
      'settlement.age.unaccompanied_minor.6-15': 1,
      ...Object.fromEntries(
        Object.entries(care).map(([name, value]) => [`staff.unaccompanied_minor_care.${name}`, value]),
      ),
    };
    // Two minors to a post, half posts, never less than one: 1, 1, 1.5, 2.
    expect(rowsOf(planFor({ years: 1, parameters }), 'unaccompanied_minor_care', 4)).toEqual([
      [1, 0, 1, 2024],
      [3, 1, 1.5, 2024],
      [4, 1.5, 2, 2024],
    ]);
  });

  it('is a fall too: with 40 pupils levels part that with 39 were merged', () => {
    const levels = { alphabetisation: 0.3, a1: 0.1, a2: 0.25, b1: 0.35 };
    const parameters = {
      ...simple,
      'education.group_minimum': 12,
      'education.groups_per_room': 1,
      ...Object.fromEntries(Object.entries(levels).map(([level, share]) => [`education.level.${level}`, share])),
    };
    // 39: 11.7 + 3.9 and 9.75 + 13.65 make 2 + 2 groups; 40: 12, 4 + 10 and 14 make 3.
    const rows = rowsOf(planFor({ years: 1, parameters }), 'rooms', 42);
    expect(rows.slice(-2)).toEqual([
      [38, 3, 4, 2024],
      [40, 4, 3, 2024],
    ]);
  });

  it('Herøy 2024–2027: the 62 who live there need the third room; of those who come, the fourth begins at 41', () => {
    const plan = planOfFile('heroy-10');
    const most = (persons: number): number => Math.max(...forecastOf(withPersons(plan, persons)).capacity.map(rooms));
    expect([most(0), most(40), most(41)]).toEqual([3, 3, 4]);
    expect(rowsOf(plan, 'rooms', 45)).toEqual([[41, 3, 4, 2027]]);
  });

  it('Herøy with nobody there before: the rooms begin where the plan made anew needs them', () => {
    const plan = { ...planOfFile('heroy-10'), opening: planFor({}).opening };
    const needs = Array.from({ length: 61 }, (_, persons) =>
      Math.max(...forecastOf({ ...withPersons(plan, persons), opening: plan.opening }).capacity.map(rooms)),
    );
    const begins = [2, 3].map((room) => needs.findIndex((need) => need >= room));
    const found = rowsOf(plan, 'rooms', 60);
    expect([2, 3].map((room) => found.find(([, , level]) => level === room)?.[0])).toEqual(begins);
    expect(begins.every((at) => at > 0)).toBe(true);
  });
});

const rooms = (row: { rooms_needed: number }): number => row.rooms_needed;

/** The plan of a file with another number, made anew. */
function withPersons({ scenario, opening, parameters: { overrides } }: Plan, persons: number): Plan {
  const kept = Object.entries(scenario.parameters).filter(([setting]) => !setting.startsWith('settlement.persons'));
  const known = [...overrides.values()].flat().filter(({ status }) => status !== undefined);
  const parameters = { ...Object.fromEntries(kept), 'settlement.persons': persons };
  const { plan } = planOf(publishedCatalogue, { ...scenario, parameters }, [], known);
  if (!plan) throw new Error('no plan');
  return { ...plan, opening };
}

/** The highest level of each kind and the first year that has it, from rows and lines alone. */
function levels(of: Forecast, plan: Plan): Record<Threshold['what'], { level: number; year: number }> {
  const top = (values: number[]) => {
    const level = Math.max(...values);
    return { level, year: of.years[values.findIndex((value) => Math.abs(value - level) < 1e-9)] ?? NaN };
  };
  const peak = (months: (month: number) => number): number[] =>
    of.years.map((_, at) => Math.max(...Array.from({ length: 12 }, (__, month) => months(12 * at + month))));
  const groups = Object.values(of.staff);
  const bands: [string, number][] = [
    ['1-3', 1],
    ['4-150', 4],
    ['above_150', 151],
  ];
  const base = linesOf(of, plan.parameters, plan.opening).filter(({ item }) => item === 'language_grant.base');
  return {
    rooms: top(of.capacity.map(rooms)),
    posts: top(peak((month) => groups.reduce((sum, { needed }) => sum + (needed[month] ?? 0), 0)).map(whole)),
    dwellings: top(of.capacity.map(({ dwellings }) => dwellings)),
    unaccompanied_minor_care: top(peak((month) => of.staff.unaccompanied_minor_care.needed[month] ?? 0)),
    language_base: top(
      of.years.map((year) => {
        const line = base.find((each) => each.year === year);
        const [, first] = bands.find(([band]) => line?.parameters.includes(`grants.language.base.${band}`)) ?? [];
        return first ?? 0;
      }),
    ),
  };
}

function whole(posts: number): number {
  return Math.ceil(posts - 1e-9);
}

describe('the steps of any scenario', () => {
  it('are those that forecasts made one by one give', () => {
    fc.assert(
      fc.property(anyScenario, (any) => {
        const plan = planFor(any);
        const made = Array.from({ length: 16 }, (_, persons) => {
          const own = { ...withPersons(plan, persons), opening: plan.opening };
          return levels(forecastOf(own), own);
        });
        const expected = made.slice(1).flatMap((now, at) =>
          (Object.keys(now) as Threshold['what'][]).flatMap((what) => {
            const [from, to] = [made[at]?.[what].level ?? NaN, now[what].level];
            return Math.abs(from - to) > 1e-9 ? [{ at: at + 1, what, from, to, year: now[what].year }] : [];
          }),
        );
        expect(thresholdsOf(plan, 0, 15)).toEqual(expected);
      }),
      { numRuns: 8, seed: 20262 },
    );
  }, 120_000);

  it('are sought one number a step, so that a page can rest', () => {
    expect([...thresholdSteps(planOfFile('heroy-10'), 2, 5)]).toEqual([2, 3, 4, 5]);
  });
});
