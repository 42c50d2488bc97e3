import { describe, expect, it } from 'vitest';
import type { CohortRow } from '$lib/model/cohort';
import { postsRows } from '$lib/model/reports';
import { forecastOf, planOf } from '$lib/model/plan';
import type { Scenario } from '$lib/model/scenario';
import { paidPosts } from '$lib/model/staffing';
import { warningsOf } from '$lib/model/warnings';
import { publishedCatalogue } from '$lib/parameters/published';
import { run, scenarioOf, sumOf } from '../run-scenario';

function paid(needed: number[], opening = 0, lag = 3, notice = 6): number[] {
  return [...paidPosts(Float64Array.from(needed), opening, lag, notice)];
}
const months = (count: number, need: number): number[] => Array.from({ length: count }, () => need);

describe('paid posts', () => {
  it('rise three months after need, to the lowest need of the month and the three before', () => {
    expect(paid([...months(3, 0), ...months(6, 5)])).toEqual([0, 0, 0, 0, 0, 0, 5, 5, 5]);
    expect(paid([...months(1, 0), 2, 4, 6, 6, 6, 6, 6])).toEqual([0, 0, 0, 0, 2, 4, 6, 6]);
  });

  it('fall six months after need, to the highest need of the month and the six before', () => {
    expect(paid([...months(3, 5), ...months(9, 2)], 5)).toEqual([...months(9, 5), ...months(3, 2)]);
    expect(paid([9, 7, 5, 3, 1, 1, 1, 1, 1, 1, 1], 9)).toEqual([9, 9, 9, 9, 9, 9, 9, 7, 5, 3, 1]);
  });

  it('begin with the opening, which was needed before the first month', () => {
    expect(paid(months(8, 2), 5)).toEqual([...months(6, 5), 2, 2]);
    expect(paid(months(5, 5), 2)).toEqual([2, 2, 2, 5, 5]);
  });

  it('do not rise for a peak shorter than the lag', () => {
    expect(paid([0, 5, 5, 5, 0, 0, 0, 0])).toEqual(months(8, 0));
  });

  it('do not fall in a trough shorter than the notice', () => {
    expect(paid([5, 0, 0, 0, 0, 0, 0, 5], 5)).toEqual(months(8, 5));
  });

  it('follow need at once without lag and notice', () => {
    const needed = [1, 4, 2, 0, 3];
    expect(paid(needed, 9, 0, 0)).toEqual(needed);
  });

  it('are min(max(posts before, lowest of the lag), highest of the notice) in every month', () => {
    const needed = [3, 8, 1, 7, 7, 2, 9, 9, 9, 9, 4, 4, 0, 6, 5, 5, 5, 5, 2, 2, 2, 2, 2, 2, 2];
    for (const [lag, notice] of [
      [3, 6],
      [1, 2],
      [0, 4],
      [5, 2],
    ] as const) {
      const need = (month: number) => (month < 0 ? 4 : (needed[month] ?? NaN));
      const window = (month: number, back: number) => Array.from({ length: back + 1 }, (_, at) => need(month - at));
      let before = 4;
      const expected = needed.map((_, month) => {
        before = Math.min(Math.max(before, Math.min(...window(month, lag))), Math.max(...window(month, notice)));
        return before;
      });
      expect(paid(needed, 4, lag, notice)).toEqual(expected);
    }
  });
});

const adult: CohortRow = {
  settlement_year: 2023,
  permit: 'ordinary',
  category: 'adult',
  age_band: '25-55',
  persons: 20,
};

/** Twenty participants and pupils in every month of 2024 and 2025, and none after. */
const twenty = {
  opening: [adult],
  years: 3,
  parameters: {
    'relocation.out': 0,
    'family_immigration.rate': 0,
    'settlement.month.1': 1,
    'programme.participation': 1,
    'programme.start_lag': 0,
    'programme.age_max': 70,
    'programme.duration.months36': 1,
    'programme.extension': 0,
    'programme.outcome.adult_primary': 0,
    'education.level.a1': 1,
    'education.other_share': 0,
    'social_assistance.share': 0,
    'education.weekly_hours': 22,
    'education.weeks': 38,
    'education.teacher_hours': 760,
    'staff.adviser.ratio': 12,
    'staff.bilingual_assistant.ratio': 60,
    'staff.management.ratio': 8,
    'staff.psychosocial_adviser.ratio': 185,
    'staff.adviser.wage': 620_000,
    'staff.teacher.wage': 650_000,
    'staff.adviser.opening': 1.7,
    'staff.teacher.opening': 2.2,
    'prices.year': 2024,
  },
} satisfies Partial<Scenario>;

describe('advisers and teachers', () => {
  it('are needed by participants and groups in whole steps, and leave after the notice', () => {
    const { forecast } = run(twenty);
    // 20 participants / 12 = 1.67 -> 1.7 posts; 20 pupils are two groups of 22 x 38 / 760 = 1.1 posts. Half of 2026 is notice.
    expect(forecast.capacity.map(({ year, advisers, teachers }) => [year, advisers, teachers]).slice(0, 3)).toEqual([
      [2024, expect.closeTo(1.7, 9), expect.closeTo(2.2, 9)],
      [2025, expect.closeTo(1.7, 9), expect.closeTo(2.2, 9)],
      [2026, expect.closeTo(0.85, 9), expect.closeTo(1.1, 9)],
    ]);
    const needed = (year: number, groups: string[]) =>
      postsRows(forecast)
        .filter((row) => row.year === year && groups.includes(row.group))
        .reduce((sum, row) => sum + row.needed, 0);
    expect([2024, 2025, 2026].map((year) => needed(year, ['adviser', 'teacher']))).toEqual([
      expect.closeTo(3.9, 9),
      expect.closeTo(3.9, 9),
      0,
    ]);
    // Beside them 20 / 60 -> 0.4 bilingual assistants, (1.7 + 0.4) / 8 -> 0.3 of management and 20 / 185 -> 0.2.
    expect(forecast.capacity.map((row) => row.posts_needed).slice(0, 3)).toEqual([
      expect.closeTo(3.9 + 0.4 + 0.3 + 0.2, 9),
      expect.closeTo(3.9 + 0.4 + 0.3 + 0.2, 9),
      expect.closeTo(0.2, 9),
    ]);
  });

  it('cost their mean over the year x wage x (1 + pension) x (1 + employer’s tax of the zone)', () => {
    const { lines } = run({ ...twenty, parameters: { ...twenty.parameters, 'staff.tax_zone': '4' } });
    expect(sumOf(lines, 'staff.advisers', 2025)).toBeCloseTo(1.7 * 620_000 * 1.13 * 1.051, 4);
    expect(sumOf(lines, 'education.teachers', 2026)).toBeCloseTo(1.1 * 650_000 * 1.13 * 1.051, 4);
  });

  it('rise after the hiring lag where the opening has none', () => {
    const { forecast } = run({ ...twenty, parameters: { ...twenty.parameters, 'staff.adviser.opening': 0 } });
    expect(forecast.capacity[0]?.advisers).toBeCloseTo((1.7 * 9) / 12, 9);
  });

  it('have a minimum only while there is anything to do', () => {
    const { forecast } = run({
      ...twenty,
      opening: [{ ...adult, persons: 1 }],
      parameters: { ...twenty.parameters, 'staff.adviser.minimum': 3, 'staff.adviser.opening': 3 },
    });
    expect(forecast.capacity.map((row) => row.advisers).slice(0, 3)).toEqual([
      expect.closeTo(3, 9),
      expect.closeTo(3, 9),
      expect.closeTo(1.5, 9),
    ]);
  });

  it('come in the smallest step', () => {
    const { forecast } = run({
      ...twenty,
      parameters: { ...twenty.parameters, 'staff.adviser.step': 0.5, 'staff.adviser.opening': 2 },
    });
    expect(forecast.capacity[0]?.advisers).toBe(2);
  });

  it('begin with the first month’s need where the opening is not given, with a warning', () => {
    const given = Object.entries(twenty.parameters).filter(([id]) => id !== 'staff.adviser.opening');
    const scenario = scenarioOf({ ...twenty, parameters: Object.fromEntries(given) });
    const { plan } = planOf(publishedCatalogue, scenario, [adult], []);
    if (!plan) throw new Error('no plan');
    const forecast = forecastOf(plan);
    expect(forecast.capacity[0]?.advisers).toBeCloseTo(1.7, 9);
    const warnings = warningsOf(forecast, plan.opening, plan.parameters, true);
    expect(warnings).toContainEqual({
      code: 'staff-opening-assumed',
      parameters: ['adviser', 'bilingual_assistant', 'management', 'psychosocial_adviser'].map(
        (group) => `staff.${group}.opening`,
      ),
      years: [2024],
    });
  });
});
