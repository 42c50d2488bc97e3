import { describe, expect, it } from 'vitest';
import type { CohortRow } from '$lib/model/cohort';
import { counterpartLines } from '$lib/model/ledger';
import { run } from '../run-scenario';

const noFamily = { 'family_immigration.rate': 0 };

function row(settlement_year: number, persons: number, more: Partial<CohortRow> = {}): CohortRow {
  return { settlement_year, permit: 'ordinary', category: 'adult', age_band: '25-55', persons, ...more };
}

describe('claims, Nærøy’s annual report 2018: 40 moved, 11 of them without a grant', () => {
  it.each([
    [5, 2_076_400],
    [4, 2_479_500],
    [3, 4_959_000],
    [2, 6_931_000],
  ] as const)('are 0 to 29 full years of grant year %i, with half of it as the key', (d, high) => {
    // 29 x 71 600, 85 500, 171 000 or 239 000; the eleven settled in 2008.
    const { forecast } = run({
      first_year: 2018,
      years: 1,
      opening: [row(2018 - d + 1, 29), row(2008, 11)],
      parameters: { ...noFamily, 'rates.year': 2018, 'relocation.out': 1 },
    });
    expect(forecast.claims.filter(({ year }) => year === 2018)).toEqual([
      {
        year: 2018,
        expected: 2019,
        side: 'payable',
        persons: expect.closeTo(40, 9),
        without_grant: expect.closeTo(11, 9),
        low: 0,
        likely: expect.closeTo(high / 2, 3),
        high: expect.closeTo(high, 3),
      },
    ]);
  });
});

describe('claims', () => {
  it('are none under the twelfths, where the state pays each municipality its months', () => {
    const { forecast } = run({
      years: 1,
      opening: [row(2023, 29)],
      parameters: { ...noFamily, 'relocation.out': 1, 'relocation.in.persons': 5, 'relocation.sharing': 'twelfths' },
    });
    expect(forecast.claims).toEqual([]);
  });

  it('are none where nobody moves', () => {
    const { forecast } = run({
      first_year: 2018,
      years: 1,
      opening: [row(2017, 29)],
      parameters: { ...noFamily, 'relocation.out': 0 },
    });
    expect(forecast.claims).toEqual([]);
  });

  it('are receivable for those who move in, on the other side of the same key', () => {
    // 12 in grant year 2, one a month: 12 x 239 000 at most, half of it by the key.
    const { forecast } = run({
      first_year: 2018,
      years: 1,
      parameters: {
        ...noFamily,
        'rates.year': 2018,
        'relocation.out': 0,
        'relocation.in.persons': 12,
        'relocation.in.year2': 1,
      },
    });
    expect(forecast.claims).toEqual([
      {
        year: 2018,
        expected: 2019,
        side: 'receivable',
        persons: expect.closeTo(12, 12),
        without_grant: 0,
        low: 0,
        likely: expect.closeTo(6 * 239_000, 6),
        high: expect.closeTo(12 * 239_000, 6),
      },
    ]);
  });

  it.each([
    ['no', 11, 0],
    ['yes', 0, 11 * 187_000],
  ] as const)('bring a first year only where it is shared: %s', (shared, without_grant, high) => {
    // Twelve settled in January, one moves in each of the eleven months after.
    const { forecast } = run({
      first_year: 2018,
      years: 1,
      parameters: {
        ...noFamily,
        'rates.year': 2018,
        'settlement.persons': 12,
        'settlement.month.1': 1,
        'settlement.mix.adult': 1,
        'relocation.out': 0,
        'relocation.out.year1': 1,
        'relocation.sharing_first_year': shared,
      },
    });
    expect(forecast.claims).toMatchObject([
      {
        year: 2018,
        side: 'payable',
        persons: expect.closeTo(11, 9),
        without_grant: expect.closeTo(without_grant, 9),
        high: expect.closeTo(high, 3),
      },
    ]);
  });

  it('count family on humanitarian grounds as without a grant after its three years', () => {
    const { forecast } = run({
      first_year: 2018,
      years: 1,
      opening: [row(2015, 10, { permit: 'family' })],
      parameters: { 'rates.year': 2018, 'relocation.out': 1, 'family_immigration.humanitarian_share': 0.2 },
    });
    expect(forecast.claims).toMatchObject([
      { persons: expect.closeTo(10, 9), without_grant: expect.closeTo(2, 9), high: expect.closeTo(8 * 85_500, 3) },
    ]);
  });

  it('have neither a likely nor a highest amount where the rate is unknown', () => {
    // No rate of grant year 2 is stated before 2015.
    const { forecast } = run({
      first_year: 2014,
      years: 1,
      opening: [row(2013, 10)],
      parameters: { ...noFamily, 'relocation.out.year2': 0.5 },
    });
    expect(forecast.claims.find(({ year }) => year === 2014)).toMatchObject({
      persons: expect.closeTo(5, 9),
      low: 0,
      likely: null,
      high: null,
    });
  });

  it('agree with the lines: what is shared out is the likely claim', () => {
    const { forecast, lines } = run({
      first_year: 2018,
      years: 1,
      opening: [row(2017, 12), row(2015, 9)],
      parameters: { ...noFamily, 'rates.year': 2018, 'relocation.out': 0.5 },
    });
    const shared = lines.filter((line) => line.item === 'integration_grant.shared_out' && line.year === 2018);
    const sum = shared.reduce((total, line) => total + (line.amount ?? NaN), 0);
    expect(forecast.claims.find(({ year }) => year === 2018)?.likely).toBeCloseTo(-sum, 4);
  });
});

describe('the counterpart of a shared grant', () => {
  const rates = { ...noFamily, 'rates.year': 2018, 'relocation.sharing': 'eighths' };
  const shared = (lines: ReturnType<typeof run>['lines'], item: string) =>
    lines.filter((line) => line.item === item && line.year === 2018);

  it('is what the other municipality books for the same persons', () => {
    const from = run({
      first_year: 2018,
      years: 1,
      opening: [row(2017, 12)],
      parameters: { ...rates, 'relocation.out.year2': 1 },
    });
    const to = run({
      first_year: 2018,
      years: 1,
      parameters: { ...rates, 'settlement.mix.adult': 1, 'relocation.in.persons': 12, 'relocation.in.year2': 1 },
    });
    const out = counterpartLines(shared(from.lines, 'integration_grant.shared_out'));
    const [into] = shared(to.lines, 'integration_grant.shared_in');
    expect(out).toEqual([
      {
        year: 2018,
        tail: false,
        side: 'income',
        item: 'integration_grant.shared_in',
        quantity: expect.closeTo(into?.quantity ?? NaN, 9),
        amount: expect.closeTo(into?.amount ?? NaN, 4),
      },
    ]);
    expect(out[0]?.amount).toBeCloseTo(6 * 239_000, 4);
    const back = counterpartLines(shared(to.lines, 'integration_grant.shared_in'));
    expect(back.map(({ item, amount }) => [item, amount])).toEqual([
      ['integration_grant.shared_out', expect.closeTo(-6 * 239_000, 4)],
    ]);
  });
});
