import { describe, expect, it } from 'vitest';
import type { CohortRow } from '$lib/model/cohort';
import type { LedgerLine } from '$lib/model/ledger';
import { run, sumOf } from '../run-scenario';

const noFamily = { 'family_immigration.rate': 0 };
const stay = { 'relocation.out': 0, ...noFamily };
const adults = { 'settlement.mix.adult': 1, 'settlement.age.adult.25-55': 1, 'settlement.permit.ordinary': 1 };
const minors = { 'settlement.mix.unaccompanied_minor': 1, 'settlement.age.unaccompanied_minor.6-15': 1 };
const timing = (year: number) => ({ [`family_immigration.timing.year${year}`]: 1 });

function row(settlement_year: number, persons: number, more: Partial<CohortRow> = {}): CohortRow {
  return { settlement_year, permit: 'ordinary', category: 'adult', age_band: '25-55', persons, ...more };
}
const minor = { category: 'unaccompanied_minor', age_band: '6-15' } as const;

function quantity(lines: LedgerLine[], item: string, year: number): number {
  return lines.filter((line) => line.item === item && line.year === year).reduce((sum, line) => sum + line.quantity, 0);
}

const people = (given: Parameters<typeof run>[0]) => run(given).forecast.people;

describe('out-moves', () => {
  it('are a twelfth a month of the share of those here on 1 January; who moves is resident through the month', () => {
    // 12 minors of whom half a person moves each month: 12 + 11.5 + ... + 6.5 = 111 person-months.
    const { forecast, lines } = run({
      years: 2,
      opening: [row(2023, 12, minor)],
      parameters: { ...noFamily, 'relocation.out.year2': 0.5, 'relocation.out.year3': 0.5 },
    });
    expect(quantity(lines, 'unaccompanied_minor_grant', 2024)).toBeCloseTo(111 / 12, 12);
    expect(forecast.people[0]).toMatchObject({ moved_out: expect.closeTo(6, 12), in_phase: expect.closeTo(6, 12) });
    expect(forecast.people[1]).toMatchObject({ moved_out: expect.closeTo(3, 12), in_phase: expect.closeTo(3, 12) });
  });

  it.each([1, 2, 6, 11, 12])('of those settled in month %i begin the month after', (month) => {
    const [year] = people({
      years: 1,
      parameters: {
        ...noFamily,
        'settlement.persons': 12,
        [`settlement.month.${month}`]: 1,
        'relocation.out.year1': 0.6,
      },
    });
    const moved = (12 * 0.6 * (12 - month)) / 12;
    expect(year?.moved_out).toBeCloseTo(moved, 12);
    expect(year?.in_phase).toBeCloseTo(12 - moved, 12);
  });

  it('of those settled in May are one a month from June to December', () => {
    // Settled in May 12, from June one of them moves each month: 12 + 12 + 11 + ... + 6 person-months.
    const { lines } = run({
      years: 1,
      parameters: {
        ...noFamily,
        ...minors,
        'settlement.persons': 12,
        'settlement.month.5': 1,
        'relocation.out.year1': 1,
      },
    });
    expect(quantity(lines, 'unaccompanied_minor_grant', 2024)).toBeCloseTo(
      (12 + 12 + 11 + 10 + 9 + 8 + 7 + 6) / 12,
      12,
    );
  });

  it('by default leave 82.8 % on 31 December of grant year 5 with even arrivals', () => {
    const last = people({ parameters: { 'settlement.persons@2024': 100, ...noFamily } })[4];
    expect(last?.year).toBe(2028);
    expect(last?.in_phase).toBeCloseTo(100 * (1 - (0.01 * 5.5) / 12) * 0.97 * 0.94 * 0.95 * 0.96, 9);
    expect(last?.in_phase).toBeCloseTo(82.8, 1);
  });

  it('go on at the share of grant year 5 from year 6', () => {
    const rows = people({
      years: 2,
      opening: [row(2010, 10)],
      parameters: { ...noFamily, 'relocation.out.year5': 0.2 },
    });
    expect(rows.map((year) => year.moved_out)).toEqual([expect.closeTo(2, 12), expect.closeTo(1.6, 12)]);
    expect(rows.map((year) => year.in_phase)).toEqual([0, 0]);
  });

  it('follow relocation.scale and never exceed those who are here', () => {
    const [doubled] = people({
      years: 1,
      opening: [row(2023, 10)],
      parameters: { ...noFamily, 'relocation.scale': 2 },
    });
    expect(doubled?.moved_out).toBeCloseTo(0.6, 12);
    const [all] = people({
      years: 1,
      opening: [row(2023, 10)],
      parameters: { ...noFamily, 'relocation.out.year2': 0.5, 'relocation.scale': 5 },
    });
    expect(all).toMatchObject({ moved_out: expect.closeTo(10, 12), in_phase: expect.closeTo(0, 12) });
  });

  it('of everybody leave nobody, not a billionth of a person', () => {
    const { lines } = run({
      years: 1,
      opening: [row(2023, 7)],
      parameters: { ...noFamily, 'relocation.out': 1 },
    });
    expect(lines.filter((line) => Math.abs(line.quantity) < 1e-9)).toEqual([]);
  });
});

describe('the settled', () => {
  it('are the voted times the realisation, in the plan’s years only', () => {
    const rows = people({
      years: 2,
      parameters: { ...stay, 'settlement.persons': 20, 'settlement.persons@2025': 30, 'settlement.realisation': 0.9 },
    });
    expect(rows.slice(0, 2).map((year) => year.settled)).toEqual([18, 27]);
    expect(rows.slice(2).every((year) => year.settled === 0 && year.tail)).toBe(true);
  });

  it('are in the five-year phase through the fourth year after', () => {
    const rows = people({ years: 7, parameters: { ...stay, 'settlement.persons@2024': 10 } });
    expect(rows.slice(0, 7).map((year) => year.in_phase)).toEqual([10, 10, 10, 10, 10, 0, 0]);
  });

  it('arrive by the profile of months', () => {
    const { lines } = run({
      years: 1,
      parameters: {
        ...stay,
        ...minors,
        'settlement.persons': 10,
        'settlement.month.3': 0.75,
        'settlement.month.12': 0.25,
      },
    });
    expect(quantity(lines, 'unaccompanied_minor_grant', 2024)).toBeCloseTo((7.5 * 10 + 2.5 * 1) / 12, 12);
  });
});

describe('family immigration', () => {
  it('of those settled in month m comes evenly over months m to 12', () => {
    // 12 settled in July, 12 x 0.5 x 0.4 = 2.4 join, 0.4 a month; those of July to December are at risk 5, 4, ... 0 months.
    const [year] = people({
      years: 1,
      parameters: {
        ...adults,
        'settlement.persons': 12,
        'settlement.month.7': 1,
        'family_immigration.rate': 0.5,
        'family_immigration.timing.year1': 0.4,
        'relocation.out.year1': 1,
      },
    });
    expect(year?.family).toBeCloseTo(2.4, 12);
    expect(year?.moved_out).toBeCloseTo((12 * 5) / 12 + (0.4 * (5 + 4 + 3 + 2 + 1)) / 12, 12);
  });

  it('of sponsors on 1 January comes evenly over twelve months, by the sponsor’s grant year', () => {
    const [year] = people({
      years: 1,
      opening: [row(2023, 10), row(2021, 20)],
      parameters: {
        'family_immigration.rate': 0.5,
        'family_immigration.timing.year1': 0.2,
        'family_immigration.timing.year2': 0.3,
        'family_immigration.timing.year4': 0.5,
        'relocation.out': 0,
        'relocation.out.year1': 1,
      },
    });
    const family = 10 * 0.5 * 0.3 + 20 * 0.5 * 0.5;
    expect(year?.family).toBeCloseTo(family, 12);
    expect(year?.moved_out).toBeCloseTo(((family / 12) * 66) / 12, 12);
  });

  it('counts sponsors on 1 January: who moves during the year still brings family in it, not the year after', () => {
    const rows = people({
      years: 2,
      opening: [row(2023, 10)],
      parameters: {
        'family_immigration.rate': 1,
        'family_immigration.timing.year2': 0.5,
        'family_immigration.timing.year3': 0.5,
        'relocation.out': 0,
        'relocation.out.year2': 0.4,
      },
    });
    expect(rows.slice(0, 2).map((year) => year.family)).toEqual([expect.closeTo(5, 12), expect.closeTo(3, 12)]);
  });

  it.each([1, 2, 3, 4, 5])('follows the timing of grant year %i alone when all come in it', (year) => {
    const rows = people({
      years: 6,
      parameters: {
        ...adults,
        'relocation.out': 0,
        'settlement.persons@2024': 10,
        'family_immigration.rate': 0.6,
        ...timing(year),
      },
    });
    const expected = [1, 2, 3, 4, 5, 6].map((d) => expect.closeTo(d === year ? 6 : 0, 12));
    expect(rows.slice(0, 6).map((each) => each.family)).toEqual(expected);
  });

  it('is none of sponsors past the five years', () => {
    const [year] = people({ years: 1, opening: [row(2019, 10)], parameters: { 'family_immigration.rate': 1 } });
    expect(year?.family).toBe(0);
  });

  it('brings no family itself', () => {
    const late = { 'relocation.out': 0, 'family_immigration.rate': 1, ...timing(2) };
    const rows = people({ years: 3, parameters: { ...adults, ...late, 'settlement.persons@2024': 10 } });
    expect(rows.slice(0, 3).map((year) => year.family)).toEqual([0, expect.closeTo(10, 12), expect.closeTo(0, 12)]);
    const [opening] = people({ years: 1, opening: [row(2023, 10, { permit: 'family' })], parameters: late });
    expect(opening?.family).toBe(0);
    const agreed = people({
      years: 2,
      parameters: {
        ...late,
        'settlement.persons@2024': 10,
        'settlement.permit.family': 0.25,
        'settlement.permit.ordinary': 0.75,
      },
    });
    expect(agreed[1]?.family).toBeCloseTo(7.5, 12);
  });

  it('leaves no lines of a billionth of a person, nor a tail that runs for them', () => {
    const { lines, forecast } = run({
      years: 1,
      parameters: {
        ...adults,
        'relocation.out': 0,
        'settlement.persons': 10,
        'family_immigration.rate': 0.25,
        'programme.participation': 0,
        'social_assistance.years_after': 0,
      },
    });
    const ghosts = lines.filter((line) => Math.abs(line.quantity) < 1e-9);
    expect(ghosts.map((line) => `${line.year} ${line.item} ${line.quantity}`)).toEqual([]);
    // The last family comes in 2028, the fifth year of its sponsors, and its own fifth year is 2032.
    expect(forecast.years.at(-1)).toBe(2032);
  });

  it('of existing sponsors goes on after the plan', () => {
    const rows = people({
      years: 1,
      parameters: {
        ...adults,
        'relocation.out': 0,
        'settlement.persons': 10,
        'family_immigration.rate': 1,
        ...timing(3),
      },
    });
    expect(rows.find((year) => year.year === 2026)).toMatchObject({
      tail: true,
      settled: 0,
      family: expect.closeTo(10, 12),
    });
  });

  it('is adults and children in the mix of the parameter, of a cell of its own', () => {
    const { lines } = run({
      years: 1,
      opening: [row(2023, 10)],
      parameters: { 'relocation.out': 0, 'family_immigration.rate': 1, ...timing(2) },
    });
    const first = lines.filter((line) => line.item.startsWith('integration_grant.year1') && line.year === 2024);
    expect(first.map((line) => [line.category, line.settlement_year, line.quantity])).toEqual([
      ['adult', 2024, expect.closeTo(4, 12)],
      ['child', 2024, expect.closeTo(6, 12)],
    ]);
  });
});

describe('family counted in the vote', () => {
  const inVote = {
    ...adults,
    'relocation.out': 0,
    'family_immigration.in_vote': 'yes',
    'family_immigration.rate': 0.5,
    'family_immigration.timing.year1': 0.2,
    'family_immigration.timing.year2': 0.3,
  };

  it('leaves (vote x realisation - family of earlier sponsors) / (1 + rate x timing.year1) to settle', () => {
    const [year] = people({
      years: 1,
      opening: [row(2023, 10)],
      parameters: { ...inVote, 'settlement.persons': 20, 'settlement.realisation': 0.9 },
    });
    expect(year?.settled).toBeCloseTo((20 * 0.9 - 10 * 0.5 * 0.3) / (1 + 0.5 * 0.2), 12);
    expect((year?.settled ?? 0) + (year?.family ?? 0)).toBeCloseTo(18, 12);
  });

  it('settles nobody where the family of earlier sponsors is the vote or more', () => {
    const [year] = people({ years: 1, opening: [row(2023, 10)], parameters: { ...inVote, 'settlement.persons': 1 } });
    expect(year).toMatchObject({ settled: 0, family: expect.closeTo(1.5, 12) });
  });

  it('is beside the vote unless the scenario says so', () => {
    const [year] = people({
      years: 1,
      opening: [row(2023, 10)],
      parameters: { ...inVote, 'family_immigration.in_vote': false, 'settlement.persons': 20 },
    });
    expect(year).toMatchObject({ settled: 20, family: expect.closeTo(1.5 + 2, 12) });
  });
});

describe('in-movers', () => {
  const moving = { ...noFamily, 'relocation.in.persons': 8, 'relocation.sharing': 'twelfths' };

  it('join the cell of settlement year y - d + 1', () => {
    const { lines, forecast } = run({ years: 1, parameters: { ...moving, 'relocation.out': 0 } });
    expect(forecast.people[0]).toMatchObject({ settled: 0, moved_in: 8, in_phase: expect.closeTo(8, 12) });
    const joined = lines.filter((line) => line.item.startsWith('integration_grant') && line.year === 2024);
    const byItem = [2, 3, 4, 5].map((d) => {
      const own = joined.filter((line) => line.item === `integration_grant.year${d}`);
      return [[...new Set(own.map((line) => line.settlement_year))], own.reduce((sum, line) => sum + line.quantity, 0)];
    });
    // Two persons each, of whom the old municipality keeps 89/144 of the year's grant.
    expect(byItem).toEqual([2, 3, 4, 5].map((d) => [[2024 - d + 1], expect.closeTo((2 * 55) / 144, 12)]));
  });

  it('come by grant year as relocation.in says', () => {
    const { lines } = run({ years: 1, parameters: { ...moving, 'relocation.in.year3': 1 } });
    const years = new Set(lines.filter((line) => line.year === 2024).map((line) => line.settlement_year));
    expect([...years].filter((year) => year !== null)).toEqual([2022]);
  });

  it('bring no one-off grants', () => {
    const { lines } = run({
      years: 1,
      parameters: { ...moving, 'relocation.out': 0, 'special_needs.share': 0.5, 'special_needs.cost': 1_000_000 },
    });
    expect(sumOf(lines, 'kindergarten_grant')).toBe(0);
    expect(sumOf(lines, 'elderly_grant')).toBe(0);
    expect(sumOf(lines, 'integration_grant.year1')).toBe(0);
    expect(lines.filter((line) => line.item.startsWith('special_needs'))).toEqual([]);
  });

  it('are not at risk of moving in their first year, and are from the next 1 January', () => {
    const rows = people({
      years: 2,
      parameters: { ...noFamily, 'relocation.in.persons@2024': 8, 'relocation.out': 0.5 },
    });
    expect(rows[0]).toMatchObject({ moved_in: 8, moved_out: 0, in_phase: expect.closeTo(8, 12) });
    // Those of grant year 5 have left the phase, and move all the same.
    expect(rows[1]).toMatchObject({ moved_in: 0, moved_out: expect.closeTo(4, 12), in_phase: expect.closeTo(3, 12) });
  });

  it('bring family from the next 1 January by their own grant year', () => {
    const rows = people({
      years: 2,
      parameters: {
        'relocation.out': 0,
        'relocation.in.persons@2024': 8,
        'family_immigration.rate': 0.5,
        ...timing(3),
      },
    });
    expect(rows.slice(0, 2).map((year) => year.family)).toEqual([0, expect.closeTo(2 * 0.5, 12)]);
  });

  it('stop with the plan', () => {
    const rows = people({ years: 2, parameters: { ...moving, 'relocation.out': 0 } });
    expect(rows.filter((year) => year.tail).every((year) => year.moved_in === 0)).toBe(true);
  });
});
