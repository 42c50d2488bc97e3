import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimatedRows } from '$lib/model/estimate';
import { publishedCatalogue } from '$lib/parameters/published';

const estimate = (...settled: number[]) =>
  estimatedRows(
    publishedCatalogue,
    '1818',
    settled.map((count, at) => ({ year: 2026 - settled.length + at, settled: count })),
    [],
  );
const sumOf = (rows: ReturnType<typeof estimate>, year: number) =>
  rows.filter((row) => row.settlement_year === year).reduce((sum, row) => sum + (row.persons ?? NaN), 0);

describe('an opening of counts alone', () => {
  it('has fewer of those settled longer ago, for more of them have moved', () => {
    const rows = estimate(100, 100, 100, 100, 100);
    const here = [2021, 2022, 2023, 2024, 2025].map((year) => sumOf(rows, year));
    expect([...here].sort((a, b) => a - b)).toEqual(here);
    expect(here[4]).toBeGreaterThan(95);
    expect(here[0]).toBeGreaterThan(70);
    expect(here[0]).toBeLessThan(95);
  });

  it('has the national composition: most are protected collectively from 2022, four of ten are children', () => {
    const rows = estimate(0, 0, 0, 0, 1000);
    const share = (test: (row: (typeof rows)[number]) => boolean) =>
      rows.filter(test).reduce((sum, row) => sum + (row.persons ?? 0), 0) / sumOf(rows, 2025);
    expect(share(({ permit }) => permit === 'collective')).toBeCloseTo(0.87, 2);
    expect(share(({ category }) => category === 'child')).toBeCloseTo(0.4, 2);
  });

  it('is whole persons, assumed, of the last year counted, and none where nobody was settled', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(400), { minLength: 5, maxLength: 5 }), (settled) => {
        const rows = estimate(...settled);
        for (const row of rows) {
          expect(Number.isInteger(row.persons)).toBe(true);
          expect(row).toMatchObject({ status: 'assumed', year: 2025, municipality: '1818' });
        }
        settled.forEach((count, at) => {
          const here = sumOf(rows, 2021 + at);
          expect(here).toBeLessThanOrEqual(count);
          if (count === 0) expect(here).toBe(0);
        });
      }),
      { numRuns: 40 },
    );
  });
});
