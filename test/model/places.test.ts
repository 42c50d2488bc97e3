import { describe, expect, it } from 'vitest';
import type { CohortRow } from '$lib/model/cohort';
import { dwellingRows, placesRows, type DwellingRow, type PlacesRow } from '$lib/model/reports';
import type { LedgerLine } from '$lib/model/ledger';
import type { Scenario } from '$lib/model/scenario';
import { run, sumOf } from '../run-scenario';

const base = {
  'relocation.out': 0,
  'family_immigration.rate': 0,
  'settlement.month.1': 1,
  'settlement.permit.ordinary': 1,
};
const singles = { 'settlement.mix.single_adult': 1, 'settlement.age.single_adult.25-55': 1 };
const others = { 'settlement.mix.adult': 1, 'settlement.age.adult.25-55': 1 };

function row(settlement_year: number, persons: number, more: Partial<CohortRow> = {}): CohortRow {
  return { settlement_year, permit: 'ordinary', category: 'adult', age_band: '25-55', persons, ...more };
}

function dwellings(given: Partial<Scenario>, year = 2024): DwellingRow[] {
  const { forecast } = run({ ...given, parameters: { ...base, ...given.parameters } });
  return dwellingRows(forecast).filter((each) => each.year === year);
}

function places(given: Partial<Scenario>, kind: PlacesRow['kind']): PlacesRow[] {
  const { forecast } = run({ years: 3, ...given, parameters: { ...base, ...given.parameters } });
  return placesRows(forecast).filter((each) => each.kind === kind);
}

describe('dwellings', () => {
  const settled = (parameters: Scenario['parameters']) =>
    dwellings({
      parameters: { 'settlement.persons@2024': 100, 'dwellings.municipal_share': 1, ...parameters },
    }).map((each) => each.needed);

  it('are of one room for those who live alone, of two for sharers', () => {
    expect(settled(singles)).toEqual([100, 0, 0, 0]);
    expect(settled({ ...singles, 'household.sharing_share': 0.2 })).toEqual([80, 10, 0, 0]);
  });

  it('are by the size of the family for couples and lone parents', () => {
    const sizes = {
      'dwellings.size.couple.2': 0.06,
      'dwellings.size.couple.3-4': 0.54,
      'dwellings.size.couple.5+': 0.4,
      'dwellings.size.lone_parent.2': 0.4,
      'dwellings.size.lone_parent.3-4': 0.45,
      'dwellings.size.lone_parent.5+': 0.15,
    };
    // 50 couples, 100 lone parents.
    expect(settled({ ...others, ...sizes, 'household.couple_share': 1 })).toEqual([0, 3, 27, 20]);
    expect(settled({ ...others, ...sizes, 'household.couple_share': 0 })).toEqual([0, 40, 45, 15]);
  });

  it('are whole, for the share of households the municipality houses', () => {
    // 100 x 0.355 = 35.5.
    expect(settled({ ...singles, 'dwellings.municipal_share': 0.355 })).toEqual([36, 0, 0, 0]);
  });

  it('are none for children, family and unaccompanied minors, who live in the households or in care', () => {
    expect(settled({ 'settlement.mix.child': 0.5, 'settlement.mix.unaccompanied_minor': 0.5 })).toEqual([0, 0, 0, 0]);
    expect(dwellings({ opening: [row(2023, 10, { permit: 'family' })] }).map((each) => each.needed)).toEqual([
      0, 0, 0, 0,
    ]);
  });

  it('are for those in grant years 1 to 5', () => {
    const opening = [row(2020, 10, { category: 'single_adult' }), row(2019, 7, { category: 'single_adult' })];
    const of = (year: number) =>
      dwellings({ opening, parameters: { 'dwellings.municipal_share': 1 } }, year)[0]?.needed;
    expect([of(2024), of(2025)]).toEqual([10, 0]);
  });

  it('sum to the capacity of the year', () => {
    const { forecast } = run({
      parameters: {
        ...base,
        'settlement.persons@2024': 100,
        ...singles,
        'dwellings.municipal_share': 1,
        'household.sharing_share': 0.2,
      },
    });
    expect(forecast.capacity[0]?.dwellings).toBe(90);
  });
});

describe('leased dwellings', () => {
  const leasing = {
    ...base,
    'settlement.persons@2024': 50,
    ...singles,
    'dwellings.municipal_share': 1,
    'dwellings.owned.1': 30,
    'dwellings.notice': 6,
    'housing.lease_price.1@2024': 96_000,
    'housing.rent.1@2024': 90_000,
  };
  const quantities = (lines: LedgerLine[], item: string, years: number[]) =>
    years.map((year) =>
      lines.filter((line) => line.item === item && line.year === year).reduce((sum, line) => sum + line.quantity, 0),
    );
  const close = (values: number[]) => values.map((value) => expect.closeTo(value, 9));

  it('are what is short, and are paid through the notice after the need', () => {
    const { forecast, lines } = run({ parameters: leasing });
    const first = dwellingRows(forecast).filter((each) => each.size === '1');
    expect(first[0]).toMatchObject({ year: 2024, needed: 50, owned: 30, short: 20, leased: expect.closeTo(20, 9) });
    expect(first.find((each) => each.year === 2028)).toMatchObject({ needed: 50, short: 20, leased: 20 });
    // In grant year 6 nobody is left; from January to June the leases run out.
    expect(first.find((each) => each.year === 2029)).toMatchObject({ tail: true, needed: 0, short: 0, leased: 10 });
    expect(sumOf(lines, 'housing.leases', 2024)).toBeCloseTo(20 * 96_000, 4);
    expect(quantities(lines, 'housing.leases', [2024, 2028, 2029, 2030])).toEqual(close([20, 20, 10, 0]));
  });

  it('bring rent while they are lived in: what stands empty is the vacancy cost', () => {
    const { lines } = run({ parameters: leasing });
    expect(sumOf(lines, 'housing.rent_income', 2024)).toBeCloseTo(20 * 90_000, 4);
    expect(quantities(lines, 'housing.rent_income', [2024, 2028, 2029])).toEqual(close([20, 20, 0]));
  });

  it('of before the plan that nobody needs run out with the notice', () => {
    // 25 leased, 20 needed: five are empty for six months.
    const { forecast, lines } = run({ years: 1, parameters: { ...leasing, 'dwellings.leased.1': 25 } });
    expect(dwellingRows(forecast)[0]?.leased).toBeCloseTo(22.5, 9);
    expect(sumOf(lines, 'housing.leases', 2024)).toBeCloseTo(22.5 * 96_000, 4);
    expect(sumOf(lines, 'housing.rent_income', 2024)).toBeCloseTo(20 * 90_000, 4);
  });

  it('are none where it is not known what is owned: neither owned nor short is 0', () => {
    const { forecast, lines } = run({ years: 1, parameters: { ...base, 'settlement.persons': 50, ...singles } });
    expect(dwellingRows(forecast)[0]).toMatchObject({ owned: null, short: null, leased: 0 });
    expect(lines.filter((line) => line.item === 'housing.leases' || line.item === 'housing.rent_income')).toEqual([]);
    expect(forecast.result[0]?.incomplete).toBe(false);
  });

  it('of before the plan stay while they are needed, also where it is not known what is owned', () => {
    // 50 needed, five leased: nothing is given up.
    const before = { ...base, 'settlement.persons': 50, ...singles, 'dwellings.municipal_share': 1 };
    const { forecast } = run({ years: 1, parameters: { ...before, 'dwellings.leased.1': 5 } });
    expect(dwellingRows(forecast)[0]).toMatchObject({ needed: 50, owned: null, short: null, leased: 5 });
  });

  it('of before the plan are given up when nobody needs any, also where it is not known what is owned', () => {
    // Nobody is housed: six months of notice, and no tenant pays rent.
    const { forecast, lines } = run({
      years: 1,
      parameters: { ...base, 'dwellings.leased.1': 5, 'dwellings.notice': 6 },
    });
    expect(dwellingRows(forecast)[0]).toMatchObject({ needed: 0, leased: expect.closeTo(2.5, 9) });
    expect(sumOf(lines, 'housing.rent_income')).toBe(0);
  });

  it('are none where enough is owned', () => {
    const { lines } = run({ years: 1, parameters: { ...leasing, 'dwellings.owned.1': 50 } });
    expect(sumOf(lines, 'housing.leases')).toBe(0);
  });
});

describe('kindergarten places', () => {
  const children = {
    'settlement.persons@2024': 12,
    'settlement.mix.child': 1,
    'settlement.age.child.0-5': 1,
    'kindergarten.attendance': 0.9,
  };

  it('are for the share of those of 1 to 5 who attend', () => {
    // Two of each age 0-5: ten are 1-5 in 2024, ten in 2025 (1-6), eight in 2026 (2-7).
    expect(
      places({ parameters: children }, 'kindergarten')
        .slice(0, 3)
        .map((each) => each.needed),
    ).toEqual([expect.closeTo(9, 9), expect.closeTo(9, 9), expect.closeTo(7.2, 9)]);
  });

  it('are short by whole places where it is known how many are free', () => {
    const rows = places({ parameters: { ...children, 'kindergarten.free_places': 4 } }, 'kindergarten').slice(0, 3);
    // 9 - 4, 9 - 4, 8 - 4.
    expect(rows.map(({ free, short }) => [free, short])).toEqual([
      [4, 5],
      [4, 5],
      [4, 4],
    ]);
  });

  it('that are missing cost a childminder', () => {
    const childminder = Object.fromEntries(
      [2024, 2025, 2026].map((year) => [`kindergarten.childminder@${year}`, 130_000]),
    );
    const { lines } = run({
      years: 3,
      parameters: { ...base, ...children, 'kindergarten.free_places': 4, ...childminder },
    });
    const costs = lines.filter((line) => line.item === 'kindergarten.childminder');
    expect(costs.slice(0, 3).map((line) => [line.year, line.tag, line.amount])).toEqual([
      [2024, 'extra', expect.closeTo(650_000, 4)],
      [2025, 'extra', expect.closeTo(650_000, 4)],
      [2026, 'extra', expect.closeTo(520_000, 4)],
    ]);
  });

  it('that are missing cost by the month', () => {
    // Settled in December: one month of 2024.
    const { lines } = run({
      years: 1,
      parameters: {
        ...base,
        ...children,
        'settlement.month.1': 0,
        'settlement.month.12': 1,
        'kindergarten.free_places': 4,
        'kindergarten.childminder@2024': 130_000,
      },
    });
    expect(sumOf(lines, 'kindergarten.childminder', 2024)).toBeCloseTo((5 * 130_000) / 12, 4);
  });

  it('cost nothing more where it is not known what is free, or enough is', () => {
    for (const free of [{}, { 'kindergarten.free_places': 9 }]) {
      const { lines } = run({ years: 1, parameters: { ...base, ...children, ...free } });
      expect(sumOf(lines, 'kindergarten.childminder')).toBe(0);
    }
    expect(places({ parameters: children }, 'kindergarten')[0]).toMatchObject({ free: null, short: null });
  });
});

describe('school and practice places', () => {
  it('in school are for all of 6 to 15 in the five-year phase', () => {
    const opening = [
      row(2023, 10, { category: 'child', age_band: '6-15' }),
      row(2023, 12, { category: 'child', age_band: '0-5' }),
      row(2018, 10, { category: 'child', age_band: '6-15' }),
    ];
    // Of 6-15 in 2023 nine are 7-15 and two of 0-5 become 6; then eight and four.
    const rows = places({ opening, parameters: { 'school.free_places': 8 } }, 'school').slice(0, 2);
    expect(rows).toMatchObject([
      { needed: expect.closeTo(11, 9), free: 8, short: 3 },
      { needed: expect.closeTo(12, 9), free: 8, short: 4 },
    ]);
    expect(places({ opening }, 'school')[0]).toMatchObject({ free: null, short: null });
  });

  it('in practice are for a share of the participants of the peak month', () => {
    // Alvdal 2018: 16 places for 31 participants.
    const rows = places(
      {
        years: 1,
        opening: [row(2023, 31)],
        parameters: {
          'programme.participation': 1,
          'programme.start_lag': 0,
          'programme.age_max': 70,
          'programme.duration.months24': 1,
          'practice.share': 16 / 31,
          'practice.free_places': 10,
        },
      },
      'practice',
    );
    expect(rows[0]).toMatchObject({ needed: expect.closeTo(16, 9), free: 10, short: 6 });
  });
});
