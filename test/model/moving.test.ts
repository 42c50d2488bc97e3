import { describe, expect, it } from 'vitest';
import type { CohortRow } from '$lib/model/cohort';
import { run, sumOf } from '../run-scenario';

const noFamily = { 'family_immigration.rate': 0 };

function row(category: CohortRow['category'], persons: number): CohortRow {
  const age_band = category === 'unaccompanied_minor' || category === 'child' ? '6-15' : '25-55';
  return { settlement_year: 2023, permit: 'ordinary', category, age_band, persons };
}

describe('moving by household', () => {
  const moved = (rows: CohortRow[], parameters: Record<string, number>) =>
    run({ years: 1, opening: rows, parameters: { ...noFamily, 'relocation.out.year2': 0.2, ...parameters } }).forecast
      .people[0]?.moved_out;
  const factors = {
    'relocation.household.single': 2,
    'relocation.household.family': 0.5,
    'relocation.household.unaccompanied_minor': 0.25,
  };

  it.each([
    ['single_adult', 4],
    ['adult', 1],
    ['child', 1],
    ['unaccompanied_minor', 0.5],
  ] as const)('takes the factor of the household: of ten of %s %d move', (category, expected) => {
    expect(moved([row(category, 10)], factors)).toBeCloseTo(expected, 12);
  });

  it('adds up over the households of one settlement year', () => {
    const rows = [row('single_adult', 10), row('adult', 10), row('child', 10), row('unaccompanied_minor', 10)];
    expect(moved(rows, factors)).toBeCloseTo(4 + 1 + 1 + 0.5, 12);
  });

  it('never moves more than are here', () => {
    expect(moved([row('single_adult', 10)], { 'relocation.household.single': 5, 'relocation.scale': 3 })).toBeCloseTo(
      10,
      12,
    );
  });

  it('holds for the settled of the year too, from the month after', () => {
    // Five single adults and five others in January, 0.12 a year in eleven months: 5 x 0.11 x 2 + 5 x 0.11.
    const settled = run({
      years: 1,
      parameters: {
        ...noFamily,
        'settlement.persons': 10,
        'settlement.month.1': 1,
        'settlement.mix.single_adult': 0.5,
        'settlement.mix.adult': 0.5,
        'relocation.out.year1': 0.12,
        'relocation.household.single': 2,
      },
    });
    expect(settled.forecast.people[0]?.moved_out).toBeCloseTo(1.65, 12);
    const first = settled.lines.filter((line) => line.item.startsWith('integration_grant.year1') && line.year === 2024);
    expect(first.map((line) => [line.category, line.quantity])).toEqual([
      ['single_adult', expect.closeTo(5, 12)],
      ['adult', expect.closeTo(5, 12)],
    ]);
  });

  it('differs by year where the factor does', () => {
    const { forecast } = run({
      years: 2,
      opening: [row('single_adult', 10)],
      parameters: {
        ...noFamily,
        'relocation.out.year2': 0.2,
        'relocation.out.year3': 0.2,
        'relocation.household.single@2025': 2,
      },
    });
    // 10 x 0.2, then 8 x 0.4.
    expect(forecast.people.slice(0, 2).map((year) => year.moved_out)).toEqual([
      expect.closeTo(2, 12),
      expect.closeTo(3.2, 12),
    ]);
  });

  it('moves all alike when all factors are 2, as relocation.scale 2 does', () => {
    const all = (parameters: Record<string, number>) =>
      run({ years: 3, parameters: { 'settlement.persons': 40, ...parameters } }).forecast;
    const [apart, together] = [all({ 'relocation.household': 2 }), all({ 'relocation.scale': 2 })];
    for (const [at, year] of together.people.entries()) {
      expect(apart.people[at]?.moved_out).toBeCloseTo(year.moved_out, 9);
      expect(apart.people[at]?.in_phase).toBeCloseTo(year.in_phase, 9);
      expect(apart.result[at]?.net).toBeCloseTo(together.result[at]?.net ?? NaN, 3);
    }
  });
});

describe('request, vote and settled', () => {
  it('are three series: a vote may exceed the request, and the settled may fall short of the vote', () => {
    const { forecast } = run({
      years: 2,
      parameters: {
        'settlement.requested': 15,
        'settlement.persons': 20,
        'settlement.persons@2025': 10,
        'settlement.realisation': 0.9,
      },
    });
    expect(forecast.people.slice(0, 3)).toMatchObject([
      { requested: 15, voted: 20, settled: 18 },
      { requested: 15, voted: 10, settled: 9 },
      { tail: true, requested: 0, voted: 0, settled: 0 },
    ]);
  });

  it('leave the request unknown where nobody has said it, which is not 0', () => {
    const { forecast } = run({ years: 2, parameters: { 'settlement.persons': 20, 'settlement.requested@2025': 12 } });
    expect(forecast.people.slice(0, 2).map((year) => year.requested)).toEqual([null, 12]);
  });

  it('change no amount by the request', () => {
    const sums = [0, 500].map((requested) => {
      const { lines } = run({ parameters: { 'settlement.persons': 20, 'settlement.requested': requested } });
      return sumOf(lines, '');
    });
    expect(sums[1]).toBe(sums[0]);
  });

  it('keep the vote as voted where family is counted inside it', () => {
    const { forecast } = run({
      years: 1,
      opening: [row('adult', 10)],
      parameters: {
        'relocation.out': 0,
        'settlement.persons': 20,
        'family_immigration.in_vote': 'yes',
        'family_immigration.rate': 0.5,
        'family_immigration.timing.year2': 1,
      },
    });
    expect(forecast.people[0]).toMatchObject({ voted: 20, settled: 15, family: 5 });
  });
});
