import { describe, expect, it } from 'vitest';
import type { CohortRow } from '$lib/model/cohort';
import type { Forecast } from '$lib/model/forecast';
import { programmeRows, type ProgrammeRow } from '$lib/model/reports';
import { forecastOf, planOf } from '$lib/model/plan';
import type { Scenario } from '$lib/model/scenario';
import { publishedCatalogue } from '$lib/parameters/published';
import { run, scenarioOf } from '../run-scenario';

/** Everybody takes part from the month of settlement, which is January, and stays in the municipality. */
const all = {
  'relocation.out': 0,
  'family_immigration.rate': 0,
  'settlement.month.1': 1,
  'programme.participation': 1,
  'programme.start_lag': 0,
  'programme.age_max': 70,
};
const fixed = (months: 3 | 6 | 12 | 24 | 36) => ({
  [`programme.duration.months${months}`]: 1,
  'programme.extension': 0,
});
const adults = { 'settlement.mix.adult': 1, 'settlement.age.adult.25-55': 1, 'settlement.permit.ordinary': 1 };

function ten(settlement_year: number, more: Partial<CohortRow> = {}): CohortRow {
  return { settlement_year, permit: 'ordinary', category: 'adult', age_band: '25-55', persons: 10, ...more };
}

/** Participants in the first month of each quarter of a year. */
function quarters(forecast: Forecast, year: number): number[] {
  const at = 12 * (year - forecast.horizon.first_year);
  return [0, 3, 6, 9].map((month) => forecast.programme.participants[at + month] ?? NaN);
}

function rowsOf(given: Partial<Scenario>): { forecast: Forecast; rows: ProgrammeRow[] } {
  const scenario = scenarioOf(given);
  const { plan } = planOf(publishedCatalogue, scenario, Array.isArray(scenario.opening) ? scenario.opening : [], []);
  if (!plan) throw new Error('no plan');
  const forecast = forecastOf(plan);
  return { forecast, rows: programmeRows(forecast, plan.parameters) };
}

const close = (values: number[]) => values.map((value) => expect.closeTo(value, 9));

describe('the programme under the law of 2003', () => {
  it('is two years for most, with a third for the extended', () => {
    // Ten settled in January 2018, all in the standard track: 12 months 0.1, 24 months 0.9, of whom 0.28 go on 12 months.
    const { forecast } = run({ first_year: 2018, years: 5, opening: [ten(2017)], parameters: all });
    expect(quarters(forecast, 2018)).toEqual(close([9, 9, 9, 9]));
    expect(quarters(forecast, 2019)).toEqual(close([2.52, 2.52, 2.52, 2.52]));
    expect(quarters(forecast, 2020)).toEqual([0, 0, 0, 0]);
  });

  it('holds for those settled under it also after 2021', () => {
    const { forecast } = run({ first_year: 2021, years: 3, opening: [ten(2020)], parameters: all });
    expect(quarters(forecast, 2021)).toEqual(close([9, 9, 9, 9]));
    expect(quarters(forecast, 2022)).toEqual(close([2.52, 2.52, 2.52, 2.52]));
  });
});

describe('the programme under the law of 2021', () => {
  it('is short, standard or towards upper secondary, by track', () => {
    // Short 0.2: 3 months 0.3, 6 months 0.7 of whom 0.2 go on 6 months. Standard 0.6: 12 months 0.15, 24 months 0.85, of
    // whom 0.2 a third year. Upper secondary 0.2: 36 months, 0.2 of them a fourth year.
    const { forecast } = run({
      first_year: 2023,
      years: 5,
      parameters: { ...all, ...adults, 'settlement.persons@2023': 10 },
    });
    expect(quarters(forecast, 2023)).toEqual(close([10, 10 - 0.6, 10 - 0.6 - 1.12, 8.28]));
    // Then standard 0.6 x 0.85 = 0.51 and upper secondary 0.2; 0.51 x 0.2 = 0.102 and 0.2; 0.2 x 0.2 = 0.04.
    expect([2024, 2025, 2026, 2027].map((year) => quarters(forecast, year)[0])).toEqual(close([7.1, 3.02, 0.4, 0]));
  });

  it('follows the track shares of the settlement year', () => {
    const { forecast } = run({
      years: 3,
      parameters: {
        ...all,
        ...adults,
        ...fixed(12),
        'programme.duration.short.months12': 0,
        'programme.duration.short.months6': 1,
        'programme.track.ordinary.short@2024': 1,
        'programme.track.ordinary.standard@2025': 1,
        'settlement.persons': 10,
        'settlement.persons@2026': 0,
      },
    });
    expect(quarters(forecast, 2024)).toEqual(close([10, 10, 0, 0]));
    expect(quarters(forecast, 2025)).toEqual(close([10, 10, 10, 10]));
    expect(quarters(forecast, 2026)).toEqual([0, 0, 0, 0]);
  });
});

describe('the programme with collective protection', () => {
  const settled = (year: number) => {
    const { forecast } = run({
      first_year: year,
      years: 3,
      parameters: {
        ...all,
        ...adults,
        'settlement.permit.ordinary': 0,
        'settlement.permit.collective': 1,
        [`settlement.persons@${year}`]: 10,
      },
    });
    return forecast;
  };

  it('is 6 or 12 months under the temporary rules from 2022, without extension', () => {
    const forecast = settled(2024);
    expect(quarters(forecast, 2024)).toEqual(close([10, 10, 7, 7]));
    expect(quarters(forecast, 2025)).toEqual([0, 0, 0, 0]);
  });

  it('was as for others before', () => {
    // Settled 2021: standard alone, 12 months 0.15 and 24 months 0.85, 0.2 of them a third year.
    const forecast = settled(2021);
    expect([2021, 2022, 2023].map((year) => quarters(forecast, year)[0])).toEqual(close([10, 8.5, 1.7]));
  });
});

describe('extension', () => {
  it('adds its months for its share of those in the longest course of a track, and of no other', () => {
    const { forecast } = run({
      years: 4,
      parameters: {
        ...all,
        ...adults,
        'settlement.persons@2024': 10,
        'programme.track.ordinary.standard': 1,
        'programme.duration.standard.months6': 0.4,
        'programme.duration.standard.months12': 0.6,
        'programme.extension.standard': 0.5,
        'programme.extension_months.standard': 6,
      },
    });
    // 4 leave after 6 months; of the 6 of 12 months 3 stay to month 18.
    expect(quarters(forecast, 2024)).toEqual(close([10, 10, 6, 6]));
    expect(quarters(forecast, 2025)).toEqual(close([3, 3, 0, 0]));
  });
});

describe('starts, leavers and outcomes', () => {
  const base = { ...all, ...adults, ...fixed(12), 'settlement.persons@2024': 10 };

  it('begin after the lag and complete after the course; what they go to sums to those who complete', () => {
    // Settled January 2024, start in March, complete in March 2025.
    const { rows } = rowsOf({
      years: 3,
      parameters: {
        ...base,
        'programme.start_lag': 2,
        'programme.outcome.work': 0.5,
        'programme.outcome.upper_secondary': 0.2,
        'programme.outcome.adult_primary': 0.1,
        'programme.outcome.higher': 0.05,
        'programme.outcome.other': 0.15,
      },
    });
    expect(rows.slice(0, 3)).toMatchObject([
      { year: 2024, starts: expect.closeTo(10, 9), leavers: 0, work: 0, other: 0 },
      {
        year: 2025,
        starts: 0,
        leavers: expect.closeTo(10, 9),
        work: expect.closeTo(5, 9),
        upper_secondary: expect.closeTo(2, 9),
        adult_primary: expect.closeTo(1, 9),
        higher: expect.closeTo(0.5, 9),
        other: expect.closeTo(1.5, 9),
      },
      { year: 2026, starts: 0, leavers: 0 },
    ]);
  });

  it('count each course as it ends', () => {
    // 4 complete in July 2024 (6 months), 6 in January 2025 (12 months).
    const { rows } = rowsOf({
      years: 3,
      parameters: {
        ...base,
        'programme.duration.months12': 0.6,
        'programme.duration.months6': 0.4,
      },
    });
    expect(rows.slice(0, 3).map((row) => [row.starts, row.leavers])).toEqual([close([10, 4]), close([0, 6]), [0, 0]]);
  });

  it('do not begin or complete where somebody has moved before', () => {
    // A hundredth of ten moves each month from February: who moves in February is not there in March, 9.9 start. Of 8.9
    // here on 1 January 2025 a hundredth moves each month: in March 8.9 x 0.98 complete.
    const { rows } = rowsOf({
      years: 2,
      parameters: { ...base, 'programme.start_lag': 2, 'relocation.out.year1': 0.12, 'relocation.out.year2': 0.12 },
    });
    expect(rows[0]?.starts).toBeCloseTo(9.9, 9);
    expect(rows[1]?.leavers).toBeCloseTo(8.9 * 0.98, 9);
  });

  it('of the opening count those who complete in the plan alone', () => {
    // Of January 2023: through in January 2024 at 12 months, and long before the plan at 6.
    const opening = [ten(2023)];
    const of = (months: 6 | 12) => rowsOf({ opening, parameters: { ...all, ...fixed(months) } }).rows[0];
    expect(of(12)).toMatchObject({ starts: 0, leavers: expect.closeTo(10, 9) });
    expect(of(6)).toMatchObject({ starts: 0, leavers: 0 });
  });

  it('are those who take part, inside the age limits', () => {
    // Of 60-79, ten of twenty single years are 60-69 in the year of settlement.
    const { rows } = rowsOf({
      years: 2,
      parameters: {
        ...base,
        'settlement.age.adult.25-55': 0,
        'settlement.age.adult.60+': 1,
        'programme.age_max': 69,
        'programme.participation': 0.8,
      },
    });
    expect(rows[0]?.starts).toBeCloseTo(4, 9);
  });
});

describe('the introduction benefit below 25', () => {
  const year = (first_year: number, withParents: number) => {
    const { lines } = run({
      first_year,
      years: 1,
      parameters: {
        ...all,
        ...fixed(12),
        'settlement.persons': 12,
        'settlement.mix.adult': 1,
        'settlement.age.adult.18-24': 1,
        'settlement.permit.ordinary': 1,
        'introduction_benefit.with_parents_share': withParents,
      },
    });
    return lines.filter((line) => line.item === 'introduction_benefit' && line.year === first_year);
  };
  const sum = (lines: ReturnType<typeof year>) => lines.reduce((all, line) => all + (line.amount ?? NaN), 0);
  // Twelve persons: four months at the basic amount of May the year before, eight at the new one, two amounts a year.
  const full2024 = 2 * (4 * 118_620 + 8 * 124_028);
  const full2020 = 2 * (4 * 99_858 + 8 * 101_351);

  it('is one third with parents from 2021 and two thirds otherwise', () => {
    expect(sum(year(2024, 0))).toBeCloseTo((full2024 * 2) / 3, 4);
    expect(sum(year(2024, 1))).toBeCloseTo(full2024 / 3, 4);
    // 0.75 x 2/3 + 0.25 x 1/3 = 7/12.
    expect(sum(year(2024, 0.25))).toBeCloseTo((full2024 * 7) / 12, 4);
  });

  it('was two thirds for all before', () => {
    for (const share of [0, 0.25, 1]) expect(sum(year(2020, share))).toBeCloseTo((full2020 * 2) / 3, 4);
  });

  it('is written apart: nine person-months in twelve at two thirds, three at one third', () => {
    const months = year(2024, 0.25).map((line) => [
      line.quantity,
      line.parameters.includes('introduction_benefit.young'),
    ]);
    // Twelve persons in four and in eight months.
    expect(months).toEqual([
      [expect.closeTo(36, 9), true],
      [expect.closeTo(12, 9), false],
      [expect.closeTo(72, 9), true],
      [expect.closeTo(24, 9), false],
    ]);
  });
});
