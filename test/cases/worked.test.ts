import { describe, expect, it } from 'vitest';
import { run, sumOf } from '../run-scenario';

const stay = { 'relocation.out': 0, 'family_immigration.rate': 0 };
const adults = { 'settlement.mix.adult': 1, 'settlement.age.adult.25-55': 1, 'settlement.permit.ordinary': 1 };
const adult = (settlement_year: number, persons: number) =>
  ({ settlement_year, permit: 'ordinary', category: 'adult', age_band: '25-55', persons }) as const;

describe('integration grant, Midt- og Nord-Gudbrandsdal 2018, 3.1', () => {
  const earlier = [2014, 2015, 2016, 2017];

  it('is 7 541 000 in the year for 10 adults a year after four cohorts of 10', () => {
    const { lines } = run({
      first_year: 2018,
      years: 1,
      opening: earlier.map((year) => adult(year, 10)),
      parameters: { 'settlement.persons': 10, 'rates.year': 2018, ...stay, ...adults },
    });
    expect(sumOf(lines, 'integration_grant', 2018)).toBeCloseTo(7_541_000, 4);
  });

  it('is 30 164 000 for 40 a year', () => {
    const { lines } = run({
      first_year: 2018,
      years: 1,
      opening: earlier.map((year) => adult(year, 40)),
      parameters: { 'settlement.persons': 40, 'rates.year': 2018, ...stay, ...adults },
    });
    expect(sumOf(lines, 'integration_grant', 2018)).toBeCloseTo(30_164_000, 3);
  });

  it('leaves a tail of 5 671 000, 3 281 000, 1 571 000 and 716 000 after five years of 10', () => {
    const { lines } = run({
      first_year: 2018,
      parameters: { 'settlement.persons': 10, 'rates.year': 2018, ...stay, ...adults },
    });
    const tail = [2023, 2024, 2025, 2026].map((year) => sumOf(lines, 'integration_grant', year));
    expect(tail.map(Math.round)).toEqual([5_671_000, 3_281_000, 1_571_000, 716_000]);
    expect(tail.reduce((a, b) => a + b)).toBeCloseTo(11_239_000, 3);
  });
});

describe('integration grant over five years, Elverum 2015 (4.5) and Gudbrandsdal 2018 (3.1)', () => {
  it.each([
    ['adult', 2015, 696_200],
    ['single_adult', 2015, 746_200],
    ['adult', 2018, 754_100],
    ['single_adult', 2018, 804_100],
  ] as const)('one %s at the rates of %i brings %i', (category, year, expected) => {
    const { lines } = run({
      first_year: year,
      years: 1,
      parameters: {
        'settlement.persons': 1,
        'rates.year': year,
        [`settlement.mix.${category}`]: 1,
        [`settlement.age.${category}.25-55`]: 1,
        ...stay,
      },
    });
    expect(sumOf(lines, 'integration_grant')).toBeCloseTo(expected, 4);
  });
});

describe('moves in the year', () => {
  it('leave the old municipality 89/12 of twelve grants when one adult moves each month (twelfths)', () => {
    const { lines, forecast } = run({
      first_year: 2018,
      years: 1,
      opening: [adult(2017, 12)],
      parameters: {
        'rates.year': 2018,
        'relocation.out.year2': 1,
        'relocation.sharing': 'twelfths',
        'family_immigration.rate': 0,
      },
    });
    expect(forecast.people[0]?.moved_out).toBeCloseTo(12, 9);
    expect(sumOf(lines, 'integration_grant.year2', 2018)).toBeCloseTo((239_000 * 89) / 12, 4);
    expect(Math.round(sumOf(lines, 'integration_grant.year2', 2018))).toBe(1_772_583);
  });

  it('are a full year and a claim of half on average by quarters (eighths)', () => {
    const { lines } = run({
      first_year: 2018,
      years: 1,
      opening: [adult(2017, 12)],
      parameters: {
        'rates.year': 2018,
        'relocation.out.year2': 1,
        'relocation.sharing': 'eighths',
        'family_immigration.rate': 0,
      },
    });
    expect(sumOf(lines, 'integration_grant.year2', 2018)).toBeCloseTo(12 * 239_000, 4);
    expect(sumOf(lines, 'integration_grant.shared_out', 2018)).toBeCloseTo(-6 * 239_000, 4);
  });
});

describe('language base grant, Gudbrandsdal 2018 (3.1): persons on 15 January', () => {
  it.each([
    [0, 0],
    [1, 185_000],
    [3, 185_000],
    [3.4, 185_000],
    [3.5, 575_000],
    [4, 575_000],
    [150, 575_000],
    [151, 0],
  ])('%d persons bring %d', (persons, expected) => {
    const { lines } = run({
      first_year: 2018,
      years: 1,
      opening: persons ? [adult(2017, persons)] : [],
      parameters: { 'rates.year': 2018, ...stay },
    });
    expect(sumOf(lines, 'language_grant.base', 2018)).toBe(expected);
  });

  it('does not count those who arrive in the year before the next 15 January', () => {
    const { lines } = run({
      first_year: 2018,
      years: 1,
      parameters: { 'settlement.persons': 10, 'rates.year': 2018, ...stay, ...adults },
    });
    expect(sumOf(lines, 'language_grant.base', 2018)).toBe(0);
    expect(sumOf(lines, 'language_grant.base', 2019)).toBe(575_000);
  });
});

describe('introduction benefit 2018 (3.2), twelve months', () => {
  const year = (age_band: '25-55' | '18-24') =>
    run({
      first_year: 2018,
      years: 1,
      opening: [{ settlement_year: 2017, permit: 'ordinary', category: 'adult', age_band, persons: 1 }],
      parameters: {
        'rates.year': 2018,
        'settlement.month.1': 1,
        'programme.participation': 1,
        'programme.start_lag': 0,
        'programme.age_max': 70,
        'programme.duration.months36': 1,
        'programme.extension': 0,
        'introduction_benefit.with_parents_share': 0,
        ...stay,
      },
    });

  it('is 191 600 from 25: twice the mean basic amount of the year, 95 800', () => {
    expect(sumOf(year('25-55').lines, 'introduction_benefit', 2018)).toBeCloseTo(191_600, 0);
  });

  it('is two thirds of it below 25: 127 733', () => {
    const lines = year('18-24').lines.filter((line) => line.item === 'introduction_benefit' && line.year === 2018);
    const young = lines.filter((line) => (line.unit_price ?? 0) < 12_000);
    const months = young.reduce((sum, line) => sum + line.quantity, 0);
    expect((young.reduce((sum, line) => sum + (line.amount ?? 0), 0) / months) * 12).toBeCloseTo(127_733.1, 0);
  });
});

describe('Herøy, budget 2024 and plan 2024-2027', () => {
  it('peaks in 2024 and falls after 31 + 31 settled in 2022-23 and 10 a year', () => {
    const { lines } = run({
      first_year: 2023,
      years: 5,
      opening: [adult(2022, 31)],
      parameters: { 'settlement.persons': 10, 'settlement.persons@2023': 31, 'rates.year': 2018, ...stay, ...adults },
    });
    const years = [2023, 2024, 2025, 2026, 2027].map((year) =>
      Math.round(sumOf(lines, 'integration_grant', year) / 1000),
    );
    expect(years).toEqual([13_206, 14_580, 12_212, 10_840, 9_045]);
  });

  it('pays 754 000 for one room short for two years from January: four modules at 94 250 a year', () => {
    const { lines, forecast } = run({
      first_year: 2024,
      years: 2,
      opening: [adult(2023, 20)],
      parameters: {
        ...stay,
        'rooms.owned': 0,
        'settlement.month.12': 1,
        'education.other_share': 0,
        'programme.participation': 1,
        'programme.start_lag': 0,
        'programme.duration.months24': 1,
        'programme.extension': 0,
        'programme.outcome.adult_primary': 0,
        'education.level.a1': 1,
      },
    });
    expect(sumOf(lines, 'education.rooms', 2024)).toBeCloseTo(377_000, 4);
    expect(sumOf(lines, 'education.rooms', 2025)).toBeCloseTo(377_000, 4);
    expect(forecast.capacity.map((row) => row.modules).slice(0, 2)).toEqual([4, 4]);
    expect(forecast.leases).toEqual([
      {
        room: 1,
        needed_from: '2024-01',
        order_by: '2023-07',
        until: '2025-12',
        months_empty: 1,
        cost: expect.closeTo(754_000, 4),
        alternatives: expect.arrayContaining([{ kind: 'lease', cost: expect.closeTo(754_000, 4), holds: true }]),
        cheapest: 'lease',
      },
    ]);
  });
});
