import { describe, expect, test } from 'vitest';
import { LANGUAGE, PUPIL, TAUGHT, TAUGHT_UNLESS_JOINING, UNDER_AGE, lifeYearsBy } from '$lib/model/life-years';
import { planOf } from '$lib/model/plan';
import { publishedCatalogue } from '$lib/parameters/published';

function yearsBy(parameters: Record<string, number | string>): ReturnType<typeof lifeYearsBy> {
  const scenario = {
    format: 'bosett/scenario@1' as const,
    title: { en: 'test' },
    municipality: '1818',
    first_year: 2024,
    years: 5,
    opening: [],
    parameters,
  };
  const { plan, findings } = planOf(publishedCatalogue, scenario, [], []);
  if (!plan) throw new Error(JSON.stringify(findings));
  return lifeYearsBy(plan.parameters);
}

const rules = {
  'programme.age_min': 18,
  'programme.age_max': 55,
  'introduction_benefit.young_below': 25,
  'social_assistance.age_max': 66,
  'social_assistance.years_after': 5,
};

describe('the years of somebody', () => {
  test('as an adult begin at 18, and end where nothing more is counted', () => {
    const { adult } = yearsBy(rules)(0, 16, false);
    const spans = adult.map(({ from, to, isYoung, isAfter, isAssisted }) => [from, to, isYoung, isAfter, isAssisted]);
    expect(spans.slice(0, 4)).toEqual([
      [24, 59, true, false, true],
      [60, 107, true, true, true],
      [108, 119, false, true, true],
      [120, spans.at(-1)?.[1], false, true, false],
    ]);
  });

  test('part where the shares of outcomes change', () => {
    const steady = yearsBy(rules)(0, 30, false).adult;
    const changed = yearsBy({ ...rules, 'programme.outcome.work@2026': 0.5 })(0, 30, false).adult;
    expect(steady.map(({ from }) => from)).toEqual([0, 60, 120]);
    expect(changed.map(({ from }) => from)).toEqual([0, 24, 36, 60, 120]);
  });

  test('of the phase follow the age of the year', () => {
    const of = (age: number): number[] => [...yearsBy(rules)(0, age, false).phase];
    expect(of(53).map((bits) => bits & (LANGUAGE | TAUGHT | TAUGHT_UNLESS_JOINING))).toEqual([
      LANGUAGE | TAUGHT_UNLESS_JOINING,
      LANGUAGE | TAUGHT_UNLESS_JOINING,
      LANGUAGE | TAUGHT_UNLESS_JOINING,
      0,
      0,
    ]);
    expect(of(55).map((bits) => bits & (TAUGHT | TAUGHT_UNLESS_JOINING))).toEqual([
      TAUGHT_UNLESS_JOINING,
      TAUGHT,
      TAUGHT,
      0,
      0,
    ]);
    expect(of(14).map((bits) => (bits & PUPIL) > 0)).toContain(true);
    expect(of(15)[1] ?? 0).toBe((of(15)[1] ?? 0) & ~PUPIL);
    expect(of(16).map((bits) => (bits & UNDER_AGE) > 0)).toEqual([true, true, false, false, false]);
  });
});
