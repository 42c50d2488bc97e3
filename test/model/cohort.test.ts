import { describe, expect, it } from 'vitest';
import {
  AGE_BAND_NAMES,
  CATEGORIES,
  isPossible,
  openingPopulation,
  rowsObserved,
  type CohortRow,
} from '$lib/model/cohort';

function row(persons: number | null, more: Partial<CohortRow> = {}): CohortRow {
  return { settlement_year: 2023, permit: 'ordinary', category: 'adult', age_band: '25-55', persons, ...more };
}

describe('the opening population', () => {
  it('adds equal cells together and keeps others apart', () => {
    const { cells } = openingPopulation([
      row(3),
      row(4),
      row(5, { settlement_year: 2022 }),
      row(6, { permit: 'family' }),
    ]);
    expect(cells.map(({ settlement_year, permit, persons }) => [settlement_year, permit, persons])).toEqual([
      [2022, 'ordinary', 5],
      [2023, 'family', 6],
      [2023, 'ordinary', 7],
    ]);
  });

  it('takes a suppressed count as 2.5 persons, assumed, and counts how many there are', () => {
    const opening = openingPopulation([row(null), row(null, { settlement_year: 2022 }), row(3)]);
    expect(opening.suppressed).toBe(2);
    expect(opening.cells).toMatchObject([
      { settlement_year: 2022, persons: 2.5, status: 'assumed' },
      { settlement_year: 2023, persons: 5.5, status: 'assumed' },
    ]);
  });

  it('takes a synthetic split as assumed and says that there is one', () => {
    const opening = openingPopulation([row(3, { status: 'synthetic' })]);
    expect(opening).toMatchObject({ synthetic: true, cells: [{ status: 'assumed' }] });
    expect(openingPopulation([row(3)])).toMatchObject({ synthetic: false, cells: [{ status: 'own' }] });
  });

  it('has no cell without persons', () => {
    expect(openingPopulation([row(0)]).cells).toEqual([]);
  });

  it.each([
    ['published', 'derived', 'derived'],
    ['derived', 'published', 'derived'],
    ['published', undefined, 'own'],
    [undefined, 'published', 'own'],
    ['derived', 'synthetic', 'assumed'],
  ] as const)('of rows %s and %s in one cell is %s, the weaker', (first, second, expected) => {
    const rows = [row(5, { status: first }), row(5, { status: second })];
    expect(openingPopulation(rows).cells).toMatchObject([{ persons: 10, status: expected }]);
  });
});

describe('years of observation', () => {
  const observed = [row(1, { year: 2022 }), row(2, { year: 2023 }), row(3, { year: 2024 })];

  it('count as of the year before the plan', () => {
    expect(rowsObserved(observed, 2024).map((each) => each.persons)).toEqual([2]);
    expect(rowsObserved(observed, 2030)).toEqual([]);
  });

  it('are not needed: rows without any all count', () => {
    expect(rowsObserved([row(1), row(2)], 2024)).toHaveLength(2);
  });
});

describe('ages at settlement', () => {
  it('are from 18 for adults and below for children and unaccompanied minors', () => {
    const possible = Object.fromEntries(
      CATEGORIES.map((category) => [category, AGE_BAND_NAMES.filter((band) => isPossible(category, band))]),
    );
    const adult = ['18-24', '25-55', '56-59', '60+'];
    const minor = ['0-5', '6-15', '16-17'];
    expect(possible).toEqual({ single_adult: adult, adult, child: minor, unaccompanied_minor: minor });
  });
});
