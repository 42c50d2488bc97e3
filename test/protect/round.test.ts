import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCohort } from '$lib/ingest/cohort-file';
import type { CohortRow } from '$lib/model/cohort';
import { roundSmall } from '$lib/protect/round';
import { sumEqual } from '$lib/protect/totals';
import { root } from '../../src/cli/prepare.js';
import { anyRows } from './any-rows';
import { isOver } from './attack';
import { adults, countsOf } from './table';

function offendersOf(given: CohortRow[], base: number): string[] {
  const truth = sumEqual(given);
  const { rows, totals, deviation } = roundSmall(given, { base });
  const offenders = rows.flatMap(({ persons }, at) => {
    const own = truth[at]?.persons ?? null;
    if (own === null || own === 0 || own >= base) return persons === own ? [] : [`changed: ${at}`];
    return persons === 0 || persons === base ? [] : [`not rounded: ${at}`];
  });
  let largest = 0;
  for (const total of totals) {
    const over = (all: CohortRow[]): (number | null)[] => countsOf(all.filter((row) => isOver(total, row)));
    const sum = (counts: (number | null)[]): number => counts.reduce<number>((all, count) => all + (count ?? 0), 0);
    if (over(rows).includes(null) !== (total.persons === null)) offenders.push(`unknown: ${JSON.stringify(total)}`);
    if (total.persons !== null && total.persons !== sum(over(rows))) offenders.push(`sum: ${JSON.stringify(total)}`);
    largest = Math.max(largest, Math.abs(sum(over(rows)) - sum(over(truth))));
  }
  if (largest !== deviation) offenders.push(`deviation: ${deviation}, found ${largest}`);
  return offenders;
}

const folder = join(root, 'data/cohorts');
const files = readdirSync(folder).filter((file) => file.endsWith('.csv'));
const rowsOf = (file: string): CohortRow[] => readCohort(readFileSync(join(folder, file), 'utf8')).rows;

describe('roundSmall', () => {
  it('makes small counts 0 or the base, and leaves the rest', () => {
    const { rows, totals, rounded, deviation } = roundSmall(adults(2, 3, 0, 12));
    expect(countsOf(rows)).toEqual([0, 5, 0, 12]);
    expect(totals[0]?.persons).toBe(17);
    expect({ rounded, deviation }).toEqual({ rounded: 2, deviation: 2 });
  });

  it('keeps an unknown count and its totals unknown', () => {
    const { rows, totals } = roundSmall(adults(null, 4, 20));
    expect(countsOf(rows)).toEqual([null, 5, 20]);
    expect(totals[0]?.persons).toBeNull();
  });

  it('adds up in any small table, with nothing small left', () => {
    fc.assert(
      fc.property(anyRows, fc.constantFrom(3, 5, 10), (rows, base) => {
        expect(offendersOf(rows, base)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it.each(files)('keeps the totals of %s within twice the base', (file) => {
    expect(offendersOf(rowsOf(file), 5)).toEqual([]);
    expect(roundSmall(rowsOf(file)).deviation).toBeLessThan(10);
  });

  it('comes no further from the totals than the best of all roundings of a small table by more than the base', () => {
    const small = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(small, (counts) => {
        const off = (rounded: number[]): number =>
          Math.abs(rounded.reduce((sum, count, at) => sum + count - (counts[at] ?? 0), 0));
        let ways: number[][] = [[]];
        for (const count of counts) {
          const ends = count > 0 && count < 5 ? [0, 5] : [count];
          ways = ways.flatMap((way) => ends.map((end) => [...way, end]));
        }
        const { rows } = roundSmall(adults(...counts));
        expect(off(rows.map(({ persons }) => persons ?? 0))).toBeLessThanOrEqual(Math.min(...ways.map(off)) + 5);
      }),
    );
  });

  it('refuses a base below 3', () => {
    expect(() => roundSmall(adults(1), { base: 2 })).toThrow('base');
  });
});
