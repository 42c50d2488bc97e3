import { describe, expect, it } from 'vitest';
import type { CohortRow } from '$lib/model/cohort';
import type { Forecast } from '$lib/model/forecast';
import type { Scenario } from '$lib/model/scenario';
import { run, sumOf } from '../run-scenario';

const base = {
  'relocation.out': 0,
  'family_immigration.rate': 0,
  'settlement.permit.ordinary': 1,
  'settlement.mix.adult': 1,
  'settlement.age.adult.25-55': 1,
  'grants.integration.year1': 100_000,
  'grants.integration.year2': 200_000,
  'grants.integration.year3': 150_000,
  'grants.integration.year4': 80_000,
  'grants.integration.year5': 70_000,
};

function row(settlement_year: number, persons: number, more: Partial<CohortRow> = {}): CohortRow {
  return { settlement_year, permit: 'ordinary', category: 'adult', age_band: '25-55', persons, ...more };
}

const of = (parameters: Scenario['parameters'], more: Partial<Scenario> = {}) =>
  run({ ...more, parameters: { ...base, ...parameters } });

function toFund(forecast: Forecast, years: number): number[] {
  return forecast.result.slice(0, years).map((year) => year.to_fund);
}

const close = (values: number[]) => values.map((value) => expect.closeTo(value, 4));

describe('the fund under every rule', () => {
  it.each(['all', 'none', 'late_arrivals', 'level'])('is the opening and what goes to it: %s', (rule) => {
    const { forecast, lines } = of({
      'fund.rule': rule,
      'fund.opening': 500_000,
      'settlement.persons': 20,
    });
    let fund = 500_000;
    for (const year of forecast.result) {
      const moved = lines.filter((line) => line.side === 'fund' && line.year === year.year);
      expect(year.to_fund).toBeCloseTo(sumOf(moved, ''), 4);
      expect(year.balance).toBeCloseTo(year.net - year.to_fund, 4);
      fund += year.to_fund;
      expect(year.fund).toBeCloseTo(fund, 3);
    }
  });

  it('takes nothing under none', () => {
    const { forecast, lines } = of({ 'fund.rule': 'none', 'settlement.persons': 20 });
    expect(lines.filter((line) => line.side === 'fund')).toEqual([]);
    expect(forecast.result.every((year) => year.fund === 0 && year.balance === year.net)).toBe(true);
  });

  it('takes each year’s net under all, below the floor and below zero too', () => {
    const { forecast, lines } = of({
      'settlement.persons@2024': 20,
      'project.grant@2024': 10_000_000,
      'fund.floor': 1_000_000,
    });
    for (const year of forecast.result) expect(year).toMatchObject({ balance: 0, to_fund: year.net });
    expect(forecast.result.some((year) => year.fund < 0)).toBe(true);
    const moves = lines.filter((line) => line.side === 'fund');
    const arts = moves.map((line) => `${(line.amount ?? NaN) < 0 ? 'out' : 'in'} ${line.item} ${line.art}`);
    expect(new Set(arts)).toEqual(new Set(['in fund.set_aside 540', 'out fund.release 940']));
  });
});

describe('the rule of late arrivals (Elverum)', () => {
  const late = { 'fund.rule': 'late_arrivals', 'fund.cutoff_month': 9, 'settlement.persons@2024': 12 };

  it('sets aside the first year of those settled after the month, and releases a quarter in each of the next four', () => {
    // October, November and December: 3 x 100 000.
    const { forecast } = of(late);
    expect(toFund(forecast, 6)).toEqual(close([300_000, -75_000, -75_000, -75_000, -75_000, 0]));
    expect(forecast.result[0]?.fund).toBeCloseTo(300_000, 4);
    expect(forecast.result[4]?.fund).toBeCloseTo(0, 4);
  });

  it.each([
    [12, 0],
    [6, 600_000],
    [1, 1_100_000],
  ])('follows the cut-off month %i', (month, aside) => {
    expect(toFund(of({ ...late, 'fund.cutoff_month': month }).forecast, 1)).toEqual(close([aside]));
  });

  it('adds the releases of several years', () => {
    // 300 000 a year in three years; a quarter of one, two and three of them.
    const { forecast } = of({
      ...late,
      'settlement.persons@2025': 12,
      'settlement.persons@2026': 12,
    });
    expect(toFund(forecast, 8)).toEqual(close([300_000, 225_000, 150_000, -225_000, -225_000, -150_000, -75_000, 0]));
  });

  it('releases nothing that would take the fund below the floor', () => {
    const { forecast } = of({ ...late, 'fund.floor': 100_000 });
    expect(toFund(forecast, 5)).toEqual(close([300_000, -75_000, -75_000, -50_000, 0]));
    expect(forecast.result[4]?.fund).toBeCloseTo(100_000, 4);
  });

  it('sets aside nothing of later family, and goes on releasing in the tail', () => {
    // Sponsors of 2023 bring six in 2024, of whom three adults; only the settled are set aside.
    const { forecast } = of(
      {
        ...late,
        'family_immigration.rate': 0.6,
        'family_immigration.timing.year2': 1,
        'family_immigration.mix.adult': 0.5,
      },
      { years: 1, opening: [row(2023, 10)] },
    );
    expect(toFund(forecast, 5)).toEqual(close([300_000, -75_000, -75_000, -75_000, -75_000]));
    expect(forecast.result[1]?.tail).toBe(true);
  });
});

describe('the level rule', () => {
  const level = { 'fund.rule': 'level', 'fund.opening': 100_000_000, 'settlement.persons@2024': 10 };

  it('recognises one fifth a year of the five-year sum; the difference goes to or from the fund', () => {
    // 600 000 a person, 120 000 a year: 100, 200, 150, 80 and 70 less 120, for ten.
    const { forecast } = of(level);
    expect(toFund(forecast, 6)).toEqual(close([-200_000, 800_000, 300_000, -400_000, -500_000, 0]));
  });

  it('spreads what remains of the opening evenly over its remaining grant years', () => {
    // Of 2022: 150 + 80 + 70 = 300, 100 a year. Of 2020: 70 in its last year.
    const { forecast } = of(
      { ...level, 'settlement.persons@2024': 0 },
      { opening: [row(2022, 10), row(2020, 10), row(2010, 10)] },
    );
    expect(toFund(forecast, 4)).toEqual(close([500_000, -200_000, -300_000, 0]));
  });

  it('sums to zero over the plan and the tail where the fund can give', () => {
    const { forecast } = of(
      {
        ...level,
        'settlement.persons': 15,
        'relocation.out': 0.1,
        'family_immigration.rate': 0.3,
        'births.rate': 0.05,
      },
      { opening: [row(2022, 10), row(2021, 7, { permit: 'family' })] },
    );
    const all = forecast.result.reduce((sum, year) => sum + year.to_fund, 0);
    expect(all).toBeCloseTo(0, 3);
    expect(forecast.result.some((year) => Math.abs(year.to_fund) > 1_000)).toBe(true);
    expect(forecast.result.at(-1)?.fund).toBeCloseTo(100_000_000, 2);
  });

  it('gives no more than the fund holds above the floor', () => {
    const { forecast } = of({ ...level, 'fund.opening': 0 });
    // -200 and so 0; then 800 + 300 - 400 - 500 = 200 remain.
    expect(toFund(forecast, 5)).toEqual(close([0, 800_000, 300_000, -400_000, -500_000]));
    const { forecast: kept } = of({ ...level, 'fund.opening': 0, 'fund.floor': 400_000 });
    // 1 100, of which 400 and then 300 above the floor.
    expect(toFund(kept, 5)).toEqual(close([0, 800_000, 300_000, -400_000, -300_000]));
  });
});

describe('a fund that may not cover the deficit of adult education', () => {
  it('is Alvdal 2018: 771 to the fund of a net of 26, and -745 stands', () => {
    // 10 049 - 9 278 = 771 for refugees; adult education 2 915 - 3 660 = -745; in all 12 964 - 12 938 = 26 thousand.
    const alvdal = {
      'project.grant@2018': 10_049_000,
      'project.cost@2018': 9_278_000,
      // Five places at 583 000, taught by one post at 3 660 000: all that adult education earns and costs here.
      'education.places_sold@2018': 5,
      'education.host.place_price@2018': 583_000,
      'education.level.a1': 1,
      'education.material': 0,
      'education.weekly_hours': 19,
      'education.weeks': 39,
      'education.teacher_hours': 741,
      'staff.teacher.wage@2018': 3_660_000,
      'staff.pension': 0,
      'staff.tax_zone': '5',
      'staff.bilingual_assistant.wage': 0,
      'staff.management.wage': 0,
      'staff.overhead': 0,
    };
    const year = (covers: string) =>
      run({ first_year: 2018, years: 1, parameters: { ...alvdal, 'fund.covers_education': covers } }).forecast
        .result[0];
    expect(year('no')).toMatchObject({
      income: expect.closeTo(12_964_000, 4),
      cost: expect.closeTo(12_938_000, 4),
      net: expect.closeTo(26_000, 4),
      to_fund: expect.closeTo(771_000, 4),
      balance: expect.closeTo(-745_000, 4),
    });
    expect(year('yes')).toMatchObject({ to_fund: expect.closeTo(26_000, 4), balance: expect.closeTo(0, 4) });
  });

  it('takes the whole net where adult education has a surplus', () => {
    const { forecast } = run({
      years: 1,
      parameters: {
        'fund.covers_education': 'no',
        'education.places_sold': 1,
        'education.host.place_price@2024': 1_000_000,
        'capacity.fewest': 5,
        'education.material': 0,
      },
    });
    expect(forecast.result[0]).toMatchObject({
      net: expect.closeTo(1_000_000, 4),
      to_fund: expect.closeTo(1_000_000, 4),
    });
  });
});
