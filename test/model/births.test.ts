import { describe, expect, it } from 'vitest';
import type { LedgerLine } from '$lib/model/ledger';
import { run, sumOf } from '../run-scenario';

const stay = { 'relocation.out': 0, 'family_immigration.rate': 0 };
const adults = { 'settlement.mix.adult': 1, 'settlement.age.adult.25-55': 1, 'settlement.permit.ordinary': 1 };
const twelve = { ...adults, 'settlement.persons@2024': 12 };

function quantity(lines: LedgerLine[], item: string, year: number, category?: string): number {
  return lines
    .filter((line) => line.item.startsWith(item) && line.year === year && (!category || line.category === category))
    .reduce((sum, line) => sum + line.quantity, 0);
}

describe('births', () => {
  it('are none by default: the children are inside the settled', () => {
    const { forecast, lines } = run({ parameters: { ...stay, ...twelve } });
    expect(forecast.people.every((year) => year.born === 0)).toBe(true);
    expect(lines.filter((line) => line.category === 'child')).toEqual([]);
  });

  it('come evenly over the month of settlement and the five after it, on top of the settled', () => {
    // 12 settled in January x 0.1 = 1.2 children, 0.2 a month from January to June.
    const { forecast, lines } = run({
      parameters: { ...stay, ...twelve, 'settlement.month.1': 1, 'births.rate': 0.1 },
    });
    expect(forecast.people[0]).toMatchObject({
      settled: 12,
      born: expect.closeTo(1.2, 12),
      in_phase: expect.closeTo(13.2, 12),
    });
    expect(forecast.people[1]?.born).toBe(0);
    // Person-years in the phase: 12 + 0.2 x (12 + 11 + 10 + 9 + 8 + 7) / 12 = 12.95.
    expect(quantity(lines, 'health.follow_up', 2024)).toBeCloseTo(12.95, 12);
    expect(quantity(lines, 'integration_grant.year1.child', 2024)).toBeCloseTo(1.2, 12);
    expect(quantity(lines, 'kindergarten_grant', 2024)).toBeCloseTo(1.2, 12);
  });

  it('over new year bring grant year 2 with the full rate, and the kindergarten grant once, in the year of birth', () => {
    // Settled in October: 0.2 a month, October to December 2024 and January to March 2025.
    const { forecast, lines } = run({
      years: 6,
      parameters: {
        ...stay,
        ...twelve,
        'settlement.month.10': 1,
        'births.rate': 0.1,
        'grants.integration.year2': 200_000,
      },
    });
    expect(forecast.people.slice(0, 3).map((year) => year.born)).toEqual([
      expect.closeTo(0.6, 12),
      expect.closeTo(0.6, 12),
      0,
    ]);
    expect(quantity(lines, 'integration_grant.year1.child', 2024)).toBeCloseTo(0.6, 12);
    expect(quantity(lines, 'integration_grant.year1', 2025)).toBe(0);
    expect(quantity(lines, 'integration_grant.year2', 2025, 'child')).toBeCloseTo(1.2, 12);
    expect(sumOf(lines, 'integration_grant.year2', 2025)).toBeCloseTo((12 + 1.2) * 200_000, 6);
    const kindergarten = lines.filter((line) => line.item === 'kindergarten_grant');
    expect(kindergarten.map((line) => [line.year, line.settlement_year, line.quantity])).toEqual([
      [2024, 2024, expect.closeTo(0.6, 12)],
      [2025, 2024, expect.closeTo(0.6, 12)],
    ]);
    // The mother's settlement year: grant year 5 in 2028, and nothing after.
    expect(quantity(lines, 'integration_grant.year5', 2028, 'child')).toBeCloseTo(1.2, 12);
    expect(quantity(lines, 'integration_grant', 2029)).toBe(0);
  });

  it('of even arrivals fall 57/72 in the year and 15/72 in the next', () => {
    // One settled a month, 0.6 each over six months: those of January to July all in the year, August 5/6 ... December 1/6.
    const { forecast } = run({ parameters: { ...stay, ...twelve, 'births.rate': 0.3 } });
    expect(forecast.people.slice(0, 2).map((year) => year.born)).toEqual([
      expect.closeTo((3.6 * 57) / 72, 12),
      expect.closeTo((3.6 * 15) / 72, 12),
    ]);
  });

  it('after the last year of the plan come in the tail', () => {
    // Settled in December: one sixth in December, five sixths in January to May of the tail.
    const { forecast, lines } = run({
      years: 1,
      parameters: { ...stay, ...adults, 'settlement.persons': 12, 'settlement.month.12': 1, 'births.rate': 0.1 },
    });
    expect(forecast.people.slice(0, 2)).toMatchObject([
      { tail: false, born: expect.closeTo(0.2, 12) },
      { tail: true, born: expect.closeTo(1, 12) },
    ]);
    expect(quantity(lines, 'integration_grant.year2', 2025)).toBeCloseTo(13.2, 12);
  });

  it('follow those settled in the plan, not those voted, those of the opening, family or in-movers', () => {
    const born = (parameters: Record<string, number>) =>
      run({
        years: 2,
        opening: [
          { settlement_year: 2023, permit: 'ordinary', category: 'adult', age_band: '25-55', persons: 10 },
          { settlement_year: 2023, permit: 'family', category: 'adult', age_band: '25-55', persons: 10 },
        ],
        parameters: { 'relocation.out': 0, 'births.rate': 0.3, 'settlement.month.1': 1, ...parameters },
      }).forecast.people.reduce((sum, year) => sum + year.born, 0);
    expect(born({ 'family_immigration.rate': 1, 'relocation.in.persons': 8 })).toBe(0);
    // 20 voted x 0.5 = 10 settled x 0.3.
    expect(born({ ...adults, 'settlement.persons@2024': 20, 'settlement.realisation': 0.5 })).toBeCloseTo(3, 12);
  });

  it('move out by the months after birth, as the settled do by those after settlement', () => {
    // A hundredth a month: 12 adults in 11 months, and 0.2 children in 11, 10, 9, 8, 7 and 6 months.
    const { forecast } = run({
      years: 1,
      parameters: {
        'family_immigration.rate': 0,
        ...adults,
        'settlement.persons': 12,
        'settlement.month.1': 1,
        'births.rate': 0.1,
        'relocation.out.year1': 0.12,
      },
    });
    expect(forecast.people[0]?.moved_out).toBeCloseTo(12 * 0.11 + 0.2 * 0.01 * 51, 12);
  });

  it('of the next year move at the pace of grant year 2', () => {
    // Settled in December, rate 0.3: 0.6 a month. In 2025 12 adults and 0.6 children move a whole year at 0.12, those of
    // January to May in 11, 10, 9, 8 and 7 months.
    const { forecast } = run({
      years: 2,
      parameters: {
        'family_immigration.rate': 0,
        ...twelve,
        'settlement.month.12': 1,
        'births.rate': 0.3,
        'relocation.out': 0,
        'relocation.out.year2': 0.12,
      },
    });
    expect(forecast.people[1]?.moved_out).toBeCloseTo(12.6 * 0.12 + 0.6 * 0.01 * 45, 12);
  });
});
