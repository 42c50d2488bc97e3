import { describe, expect, it } from 'vitest';
import type { CohortRow } from '$lib/model/cohort';
import type { Forecast } from '$lib/model/forecast';
import { paymentRows } from '$lib/model/reports';
import type { LedgerLine } from '$lib/model/ledger';
import { run, sumOf } from '../run-scenario';

/** The integration grant alone, in even numbers. */
const rates = {
  'grants.integration.year1': 100_000,
  'grants.integration.year2': 200_000,
  'grants.integration.year3': 150_000,
  'grants.integration.year4': 80_000,
  'grants.integration.year5': 70_000,
  'rates.scale.language': 0,
  'payment.cutoff_month': 10,
};
const stay = { 'relocation.out': 0, 'family_immigration.rate': 0, 'relocation.sharing': 'twelfths' };
const adults = { 'settlement.mix.adult': 1, 'settlement.age.adult.25-55': 1, 'settlement.permit.ordinary': 1 };

function row(settlement_year: number, persons: number, more: Partial<CohortRow> = {}): CohortRow {
  return { settlement_year, permit: 'ordinary', category: 'adult', age_band: '25-55', persons, ...more };
}

function nextYear(lines: LedgerLine[], item: string, year: number): number {
  return lines
    .filter((line) => line.item.startsWith(item) && line.year === year)
    .reduce((sum, line) => sum + (line.paid_next_year ?? NaN), 0);
}

const paid = (forecast: Forecast, year: number) => forecast.result.find((row) => row.year === year)?.income_paid;
const total = (values: number[]) => values.reduce((sum, value) => sum + value, 0);

describe('the cash view', () => {
  it.each([
    [10, 2],
    [9, 3],
    [1, 11],
    [12, 0],
  ])('pays the first year of those settled after month %i the year after: %i of twelve', (cutoff, late) => {
    const { forecast, lines } = run({
      parameters: {
        ...rates,
        ...stay,
        ...adults,
        'settlement.persons@2024': 12,
        'payment.cutoff_month': cutoff,
      },
    });
    expect(sumOf(lines, 'integration_grant.year1', 2024)).toBeCloseTo(1_200_000, 6);
    expect(nextYear(lines, 'integration_grant.year1', 2024)).toBeCloseTo(late * 100_000, 6);
    // Earned 1 200 000 and 2 400 000.
    expect(forecast.result.slice(0, 2).map((year) => year.income)).toEqual([
      expect.closeTo(1_200_000, 6),
      expect.closeTo(2_400_000, 6),
    ]);
    expect(paid(forecast, 2024)).toBeCloseTo(1_200_000 - late * 100_000, 6);
    expect(paid(forecast, 2025)).toBeCloseTo(2_400_000 + late * 100_000, 6);
  });

  it('pays grant years 2 to 5 in their year', () => {
    const { lines } = run({
      years: 5,
      parameters: { ...rates, ...stay, ...adults, 'settlement.persons@2024': 12, 'payment.cutoff_month': 1 },
    });
    for (const year of [2025, 2026, 2027, 2028]) expect(nextYear(lines, 'integration_grant', year)).toBe(0);
  });

  it('treats the kindergarten and elderly grants as the first year', () => {
    // Of twelve, six children of 0-5 and six persons of 60 or more; three of twelve months lie after September.
    const { lines } = run({
      years: 1,
      parameters: {
        ...stay,
        'settlement.persons': 12,
        'settlement.mix.child': 0.5,
        'settlement.age.child.0-5': 1,
        'settlement.mix.single_adult': 0.5,
        'settlement.age.single_adult.60+': 1,
        'payment.cutoff_month': 9,
        'grants.kindergarten': 20_000,
        'grants.elderly': 160_000,
      },
    });
    expect(nextYear(lines, 'kindergarten_grant', 2024)).toBeCloseTo(1.5 * 20_000, 6);
    expect(nextYear(lines, 'elderly_grant', 2024)).toBeCloseTo(1.5 * 160_000, 6);
  });

  it('pays in the first year what was earned for those settled late in the year before the plan', () => {
    const { forecast, lines } = run({
      years: 2,
      opening: [row(2023, 12), row(2022, 5)],
      parameters: { ...rates, ...stay, 'payment.cutoff_month': 10 },
    });
    // Of the twelve of 2023 two came in November and December: 200 000 beside 12 x 200 000 + 5 x 150 000.
    expect(forecast.result[0]?.income).toBeCloseTo(2_400_000 + 750_000, 6);
    expect(paid(forecast, 2024)).toBeCloseTo(2_400_000 + 750_000 + 200_000, 6);
    expect(paymentRows(forecast)).toEqual([
      { year: 2023, paid: 2024, item: 'integration_grant.year1.adult', amount: expect.closeTo(200_000, 6) },
    ]);
    expect(lines.filter((line) => line.year < 2024)).toEqual([]);
  });

  it('knows the one-off grants of the year before too', () => {
    const { forecast } = run({
      years: 1,
      opening: [row(2023, 12, { category: 'child', age_band: '0-5' }), row(2023, 24, { age_band: '60+' })],
      parameters: {
        ...rates,
        ...stay,
        'settlement.month.11': 1,
        'grants.kindergarten': 20_000,
        'grants.elderly': 160_000,
      },
    });
    expect(paymentRows(forecast)).toEqual([
      { year: 2023, paid: 2024, item: 'integration_grant.year1.adult', amount: expect.closeTo(2_400_000, 6) },
      { year: 2023, paid: 2024, item: 'integration_grant.year1.child', amount: expect.closeTo(1_200_000, 6) },
      { year: 2023, paid: 2024, item: 'kindergarten_grant', amount: expect.closeTo(240_000, 6) },
      { year: 2023, paid: 2024, item: 'elderly_grant', amount: expect.closeTo(3_840_000, 6) },
    ]);
  });

  it('pays to other municipalities, and is paid by them, the year after the move', () => {
    // By eighths: twelve move out, one a month, and twelve in; half of 200 000 each way.
    const moving = { ...rates, 'family_immigration.rate': 0, 'relocation.sharing': 'eighths' };
    const out = run({ years: 2, opening: [row(2023, 12)], parameters: { ...moving, 'relocation.out.year2': 1 } });
    expect(out.forecast.result[0]?.income).toBeCloseTo(1_200_000, 4);
    // The two late ones of 2023 are paid in 2024; the claim in 2025.
    expect(paid(out.forecast, 2024)).toBeCloseTo(2_400_000 + 200_000, 4);
    expect(paid(out.forecast, 2025)).toBeCloseTo(-1_200_000, 4);
    const into = run({
      years: 2,
      parameters: {
        ...moving,
        ...adults,
        'relocation.out': 0,
        'relocation.in.persons@2024': 12,
        'relocation.in.year2': 1,
      },
    });
    expect(paid(into.forecast, 2024)).toBeCloseTo(0, 4);
    expect(paid(into.forecast, 2025)).toBeCloseTo(1_200_000 + 12 * 150_000, 4);
  });

  it('pays in all what is earned in all, and what was owed before', () => {
    const { forecast } = run({
      years: 3,
      opening: [row(2023, 12), row(2021, 8)],
      parameters: { ...rates, 'settlement.persons': 20, 'grants.unaccompanied_minor': 100_000 },
    });
    const before = total(paymentRows(forecast).map((each) => (each.year === 2023 ? (each.amount ?? NaN) : 0)));
    expect(before).toBeCloseTo(200_000, 6);
    const earned = total(forecast.result.map((year) => year.income));
    expect(total(forecast.result.map((year) => year.income_paid))).toBeCloseTo(earned + before, 2);
  });

  it('says what is paid after the last year', () => {
    const { forecast } = run({
      years: 1,
      parameters: { ...rates, ...stay, ...adults, 'settlement.persons': 12, 'tail.years': 0 },
    });
    expect(paymentRows(forecast)).toEqual([
      { year: 2024, paid: 2025, item: 'integration_grant.year1.adult', amount: expect.closeTo(200_000, 6) },
    ]);
  });

  it('runs on to the year of the last payment', () => {
    // All of the last lines are of 2018: nobody has a grant, a programme or assistance after it, but the claims of 2018 are
    // paid in 2019.
    const { forecast } = run({
      first_year: 2018,
      years: 1,
      opening: [row(2014, 12)],
      parameters: {
        ...rates,
        'family_immigration.rate': 0,
        'relocation.out': 1,
        'programme.participation': 0,
        'social_assistance.years_after': 0,
        'staff.notice': 0,
        'fund.rule': 'none',
      },
    });
    // 12 x 70 000 received, half of it owed.
    expect(forecast.result[0]?.income).toBeCloseTo(420_000, 4);
    expect(paid(forecast, 2018)).toBeCloseTo(840_000, 4);
    expect(total(forecast.result.map((year) => year.income_paid))).toBeCloseTo(420_000, 4);
  });

  it('never pays more the year after than the line is', () => {
    // All settled in July, some move on before the year is over and the first year is shared.
    const { lines } = run({
      years: 1,
      parameters: {
        ...rates,
        ...adults,
        'family_immigration.rate': 0,
        'settlement.persons': 12,
        'settlement.month.7': 1,
        'payment.cutoff_month': 6,
        'relocation.out.year1': 1,
        'relocation.sharing': 'twelfths',
        'relocation.sharing_first_year': 'yes',
      },
    });
    const [line] = lines.filter((each) => each.item === 'integration_grant.year1.adult' && each.year === 2024);
    // One a month from August to December moves on with 3, 2, 1, 0 and 0 twelfths.
    expect(line?.amount).toBeCloseTo((12 - 6 / 12) * 100_000, 4);
    expect(line?.paid_next_year).toBeLessThanOrEqual((line?.amount ?? NaN) + 1e-6);
  });
});
