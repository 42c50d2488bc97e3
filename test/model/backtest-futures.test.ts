import { describe, expect, it } from 'vitest';
import { bandTest, spreadHolding, tallyOf, type BandCase, type BandTest } from '$lib/model/backtest-futures';
import type { Count, History, Payment } from '$lib/model/backtest-history';
import { ownSpread } from '$lib/model/backtest-published';
import type { Override } from '$lib/model/overrides';
import { SPREADS } from '$lib/model/spreads';
import { publishedCatalogue } from '$lib/parameters/published';

type Year = { decided?: number | null | undefined; settled?: number | null | undefined; mark?: string };

/** A municipality made up for a test, by year. */
function madeUp(years: Record<number, Year>, payments: Payment[] = []): History {
  const count = (year: string, series: Count['series'], persons: number | null | undefined, mark = ''): Count => ({
    municipality: '1818',
    year: Number(year),
    series,
    persons: persons ?? null,
    mark: persons === undefined ? 'none' : mark,
    until: '',
  });
  const counts = Object.entries(years).flatMap(([year, { decided, settled, mark }]) => [
    count(year, 'requested', decided),
    count(year, 'decided', decided),
    count(year, 'settled', settled, mark),
  ]);
  return { municipality: '1818', name: 'Prøve', counts, payments };
}

/** Decided and settled from 2012 on. */
function series(decided: number[], settled: number[]): Record<number, Year> {
  return Object.fromEntries(decided.map((each, at) => [2012 + at, { decided: each, settled: settled[at] }]));
}

const set = (id: string, value: number): Override => ({ id, tokens: [], year: null, value });
const certain = Object.values(SPREADS).map((id) => set(id, 0));
/** Nothing varies but how many of those decided come. */
const varying = (spread: number): Override[] => [
  ...certain.filter(({ id }) => id !== SPREADS.realisation),
  set(SPREADS.realisation, spread),
];

function tried(history: History, known: Override[] = certain, draws = 40, seed = 1): BandTest {
  return bandTest(publishedCatalogue, history, known, { draws, seed });
}

function one(of: BandTest, figure: BandCase['figure'], year: number): BandCase {
  const found = of.cases.find((each) => each.figure === figure && each.year === year);
  if (!found) throw new Error(`no case: ${figure} ${year}`);
  return found;
}

const paid = (year: number, item: Payment['item'], amount: number | null): Payment => ({
  year,
  item,
  amount,
  mark: amount === null ? 'suppressed' : '',
});

describe('the bands of past forecasts', () => {
  it('are the number decided where nothing varies, and the first decision three times over three years', () => {
    const of = tried(madeUp(series([10, 12, 20, 8], [10, 11, 23, 8])));
    const bands = of.cases.map(({ figure, year, low, middle, high, published, outcome }) => [
      `${figure} ${year}`,
      ...[low, middle, high, published],
      outcome,
    ]);
    expect(bands).toEqual([
      ['settled 2012', 10, 10, 10, 10, 'held'],
      ['settled_three_years 2014', 30, 30, 30, 44, 'above'],
      ['settled 2013', 12, 12, 12, 11, 'below'],
      ['settled_three_years 2015', 36, 36, 36, 42, 'above'],
      ['settled 2014', 20, 20, 20, 23, 'above'],
      ['settled 2015', 8, 8, 8, 8, 'held'],
    ]);
    expect(tallyOf(of.cases)).toEqual({ cases: 6, held: 2, below: 1, above: 3, width: 0 });
  });

  it('hold every figure near the decision where the spread is wide, and say how wide they are', () => {
    const of = tried(madeUp(series([100, 100, 100], [90, 100, 110])), varying(0.5), 400);
    const settled = of.cases.filter(({ figure }) => figure === 'settled');
    expect(settled.map(({ outcome }) => outcome)).toEqual(['held', 'held', 'held']);
    for (const { low, middle, high, spread } of settled) {
      expect(spread).toBe(0.5);
      // Of three even numbers added the 90th percentile s has (3 - s)^3 / 6 = 0.1: 2 s - 3 = 1.31 spreads from the middle.
      expect(low).toBeGreaterThan(100 - 50 * 1.31 - 12);
      expect(low).toBeLessThan(100 - 50 * 1.31 + 12);
      expect(high).toBeGreaterThan(100 + 50 * 1.31 - 12);
      expect(high).toBeLessThan(100 + 50 * 1.31 + 12);
      expect(middle).toBeGreaterThan(85);
      expect(middle).toBeLessThan(115);
    }
  });

  it('rest on nothing published later', () => {
    const decided = [20, 30, 10, 40, 20, 30, 20, 10];
    const settled = [15, 33, 8, 50, 20, 21, 26, 9];
    const payments = [paid(2018, 'integration_year1', 4e6), paid(2018, 'integration_year2_5', 6e6)];
    const before = tried(madeUp(series(decided, settled), payments), []);
    const changed = series([...decided.slice(0, 7), 90], [...settled.slice(0, 6), 1, 400]);
    const after = tried(madeUp(changed, payments), []);
    const bands = (of: BandTest, last: number) =>
      of.cases
        .filter(({ first_year }) => first_year <= last)
        .map(({ published, outcome, ...band }) => ({ ...band, is: typeof published + typeof outcome }));
    expect(bands(after, 2018)).toEqual(bands(before, 2018));
    expect(bands(before, 2018)).toHaveLength(7 + 6 + 1);
    expect(one(after, 'settled', 2019).spread).not.toBe(one(before, 'settled', 2019).spread);
  });

  it('have the spread of five or more earlier years, the default counting as five', () => {
    // Off by 0.5, -0.5, 0, 0, 0.5: squares sum to 0.75; with five of 0.2 squared (0.2) over ten years: the root of 0.095.
    const history = madeUp(series([10, 10, 10, 10, 10, 10], [15, 5, 10, 10, 15, 10]));
    const of = tried(history, varying(0.2));
    expect([one(of, 'settled', 2016).spread, one(of, 'settled', 2016).of_years]).toEqual([0.2, 0]);
    expect(one(of, 'settled', 2017).spread).toBeCloseTo(Math.sqrt(0.095), 12);
    expect(one(of, 'settled', 2017).of_years).toBe(5);
    expect(ownSpread([9, 1, 1, 1, 1], 0.2)).toBe(1);
  });

  it('are of whole years with a decision above 0 alone, and what is left out is named', () => {
    const of = tried(
      madeUp({
        2012: { settled: 4 },
        2013: { decided: 0, settled: 0 },
        2014: { decided: 5, settled: null, mark: 'suppressed' },
        2015: { decided: 5, settled: 4, mark: 'at_least' },
        2016: { decided: 5, settled: 4, mark: 'part_year' },
        2017: { decided: 5, settled: 5 },
      }),
    );
    expect(of.cases.map(({ figure, year }) => `${figure} ${year}`)).toEqual(['settled 2017']);
    expect(of.left_out).toEqual([
      { figure: 'settled', year: 2012, why: 'no-decision' },
      { figure: 'settled', year: 2013, why: 'decided-none' },
    ]);
  });

  /** Ten adults decided for 2024, nothing decided for 2025, all settled in one month; nobody moves or brings family. */
  function paidWhenSettledIn(month: number): number[] {
    const shares = (id: string, of: string[], chosen: string): Override[] =>
      of.map((each) => ({ id, tokens: each.split('.'), year: null, value: each === chosen ? 1 : 0 }));
    const months = Array.from({ length: 12 }, (_, at) => String(at + 1));
    const categories = ['single_adult', 'adult', 'child', 'unaccompanied_minor'];
    const ages = ['18-24', '25-55', '56-59', '60+'].map((band) => `adult.${band}`);
    const known = [
      ...certain,
      ...shares('settlement.month', months, String(month)),
      ...shares('settlement.mix', categories, 'adult'),
      ...shares('settlement.age', ages, 'adult.25-55'),
      ...['relocation.scale', 'family_immigration.rate', 'births.rate'].map((id) => set(id, 0)),
    ];
    const payments = [2024, 2025].flatMap((year) => [
      paid(year, 'integration_year1', 1),
      paid(year, 'integration_year2_5', 1),
    ]);
    const of = tried(madeUp({ 2024: { decided: 10, settled: 10 }, 2025: { settled: 3 } }, payments), known, 2);
    return [2024, 2025].map((year) => {
      const { low, high, published, outcome, notes } = one(of, 'integration_grant', year);
      expect([high, published, notes]).toEqual([low, 2, ['opening-none']]);
      expect(outcome).toBe(low > 2 ? 'below' : 'above');
      return Math.round(low);
    });
  }

  it('are of the grant paid in the year, at the rates of the year before the forecast', () => {
    // 194 400 in the first year and 249 500 in the second, as in 2023; the same decision brings ten more in 2025.
    expect(paidWhenSettledIn(1)).toEqual([1_944_000, 2_495_000 + 1_944_000]);
  });

  it('have the grant of those who came late in the year after', () => {
    // The first year of 2024 is paid in 2025, that of 2025 in 2026.
    expect(paidWhenSettledIn(12)).toEqual([0, 2_495_000 + 1_944_000]);
  });

  it('of a payment whose year has no decision are of the forecast a year earlier, and hidden payments are not tried', () => {
    const payments = [
      paid(2022, 'integration_year1', null),
      paid(2022, 'integration_year2_5', 1e6),
      paid(2023, 'integration_year1', 2e6),
      paid(2023, 'integration_year2_5', 1e6),
    ];
    const years = { 2021: { decided: 10, settled: 3, mark: 'at_least' }, 2022: { decided: 10, settled: 10 } };
    const of = tried(madeUp({ ...years, 2023: { settled: 12 } }, payments), []);
    const grants = of.cases.filter(({ figure }) => figure === 'integration_grant');
    expect(grants.map(({ first_year, year, published }) => [first_year, year, published])).toEqual([[2022, 2023, 3e6]]);
    expect(grants[0]?.notes).toEqual(['opening-floor', 'opening-none']);
    expect(of.left_out).toEqual([{ figure: 'settled', year: 2023, why: 'no-decision' }]);
  });

  it('are the same for the same seed and others for another', () => {
    const history = madeUp(series([40, 30], [35, 31]));
    expect(tried(history, [], 30, 5)).toEqual(tried(history, [], 30, 5));
    expect(tried(history, [], 30, 6).cases).not.toEqual(tried(history, [], 30, 5).cases);
  });
});

describe('the spread with which a band would have held', () => {
  it('is the smallest in hundredths that does, as every one of them tried shows', () => {
    const off = [0, 0.031, 0.1, 0.22, 0.4, 0.47, 0.9];
    const held = (spread: number): number => off.filter((each) => each <= spread).length / off.length;
    for (const share of [0, 0.3, 0.5, 0.8, 1]) {
      const all = Array.from({ length: 101 }, (_, at) => at / 100);
      expect(spreadHolding(share, held)).toBe(all.find((spread) => held(spread) >= share));
    }
    expect(spreadHolding(0.8, () => 0.5)).toBeNull();
  });
});
