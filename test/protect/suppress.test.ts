import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCohort } from '$lib/ingest/cohort-file';
import type { CohortRow } from '$lib/model/cohort';
import { suppress } from '$lib/protect/suppress';
import { sumEqual } from '$lib/protect/totals';
import { root } from '../../src/cli/prepare.js';
import { anyRows } from './any-rows';
import { isOver, workedOut, type Bounds } from './attack';
import { adults, countsOf } from './table';

const folder = join(root, 'data/cohorts');
const files = readdirSync(folder).filter((file) => file.endsWith('.csv'));
const rowsOf = (file: string): CohortRow[] => readCohort(readFileSync(join(folder, file), 'utf8')).rows;

/** The strongest attacker: knows which hidden rows are small, which were unknown, and the rule for both. */
function boundsOf(truth: CohortRow[], threshold: number): Bounds[] {
  return truth.map(({ persons }) => {
    if (persons === null) return { least: 1, most: 4 };
    return persons < threshold ? { least: 1, most: threshold - 1 } : { least: threshold, most: Infinity };
  });
}

function offendersOf(given: CohortRow[], threshold: number): string[] {
  const truth = sumEqual(given);
  const { rows, totals, primary, complementary } = suppress(given, { threshold });
  const isSmall = (persons: number | null): boolean => persons !== null && persons > 0 && persons < threshold;
  const offenders = rows.flatMap((row, at) => {
    const { persons, ...keys } = row;
    const { persons: own = null, ...ownKeys } = truth[at] ?? {};
    if (isSmall(persons)) return [`shown: ${at}`];
    if (own === 0 && persons !== 0) return [`zero hidden: ${at}`];
    if (persons !== null && persons !== own) return [`changed: ${at}`];
    if (persons === null && row.status !== 'suppressed') return [`status: ${at}`];
    const same = JSON.stringify({ ...keys, status: '' }) === JSON.stringify({ ...ownKeys, status: '' });
    return same ? [] : [`keys: ${at}`];
  });
  for (const total of totals) {
    const of = truth.filter((row) => isOver(total, row));
    const sum = of.some(({ persons }) => persons === null)
      ? null
      : of.reduce((all, row) => all + (row.persons ?? 0), 0);
    if (total.persons !== null && total.persons !== sum) offenders.push(`total: ${JSON.stringify(total)}`);
    if (isSmall(total.persons)) offenders.push(`small total: ${JSON.stringify(total)}`);
    if (sum === 0 && total.persons !== 0) offenders.push(`zero total hidden: ${JSON.stringify(total)}`);
  }
  const hidden = rows.filter(({ persons }) => persons === null).length;
  if (rows.length !== truth.length || hidden !== primary + complementary) offenders.push('counts');
  return [...offenders, ...workedOut(rows, totals, boundsOf(truth, threshold), Math.min(3, threshold - 1))];
}

describe('suppress', () => {
  it('shows a table without small counts as it is', () => {
    const { rows, totals, primary, complementary } = suppress(adults(31, 0, 12));
    expect(countsOf(rows)).toEqual([31, 0, 12]);
    expect({ primary, complementary }).toEqual({ primary: 0, complementary: 0 });
    expect(totals.filter(({ persons }) => persons === null)).toEqual([]);
    expect(totals[0]).toEqual({ municipality: '3428', year: 2023, persons: 43 });
  });

  it('hides the smallest count besides that keeps a small one from being worked out', () => {
    const { rows, primary, complementary } = suppress(adults(2, 8, 20, 0));
    expect(countsOf(rows)).toEqual([null, null, 20, 0]);
    expect({ primary, complementary }).toEqual({ primary: 1, complementary: 1 });
    expect(rows[0]?.status).toBe('suppressed');
  });

  it('passes over a count at the threshold, which cannot give way', () => {
    expect(countsOf(suppress(adults(1, 5, 9)).rows)).toEqual([null, 5, null]);
  });

  it('hides nothing besides where two small counts can trade', () => {
    expect(countsOf(suppress(adults(3, 3, 20)).rows)).toEqual([null, null, 20]);
  });

  it('hides the totals of a single small count too', () => {
    const { rows, totals } = suppress(adults(3));
    expect(countsOf(rows)).toEqual([null]);
    expect(totals.map(({ persons }) => persons)).toEqual(totals.map(() => null));
  });

  it('hides a total that gives its rows away, as 4 + 4 = 8 does', () => {
    const { rows, totals, complementary } = suppress(adults(4, 4));
    expect(countsOf(rows)).toEqual([null, null]);
    expect(totals[0]?.persons).toBeNull();
    expect(complementary).toBe(0);
  });

  it('never shows a small total, though its rows are hidden', () => {
    const { totals } = suppress(adults(1, 1));
    expect(totals.filter(({ persons }) => persons !== null)).toEqual([]);
  });

  it('adds rows with equal keys before it looks at their size, and drops the households', () => {
    const [row] = adults(3) as [CohortRow];
    const { rows } = suppress([
      { ...row, household: 'A' },
      { ...row, household: 'B' },
    ]);
    expect(rows).toEqual([{ ...row, persons: 6 }]);
  });

  it('keeps an unknown count unknown, and shows no total over it', () => {
    const { rows, totals } = suppress(adults(null, 30, 40));
    expect(rows[0]?.persons).toBeNull();
    expect(totals[0]?.persons).toBeNull();
    expect(rows.slice(1).some(({ persons }) => persons === null)).toBe(true);
  });

  it('counts a municipality and a year on their own', () => {
    const other = adults(2, 8, 20).map((row) => ({ ...row, year: 2022 }));
    const alone = suppress(other);
    const together = suppress([...adults(31, 12), ...other]);
    expect(together.rows.slice(2)).toEqual(alone.rows);
    expect(countsOf(together.rows.slice(0, 2))).toEqual([31, 12]);
  });

  it('refuses a threshold below 3 and a count that is not whole', () => {
    expect(() => suppress(adults(1), { threshold: 2 })).toThrow('threshold');
    expect(() => suppress(adults(2.5))).toThrow('2.5');
  });

  it('finds a way through totals that cost much, where rounding errors once ended the search', () => {
    const place = { municipality: '3428', year: 2023 };
    const rows: CohortRow[] = [
      { ...place, settlement_year: 2020, permit: 'ordinary', category: 'single_adult', age_band: '18-24', persons: 1 },
      { ...place, settlement_year: 2020, permit: 'collective', category: 'child', age_band: '0-5', persons: 36 },
      {
        ...place,
        settlement_year: 2020,
        permit: 'collective',
        category: 'unaccompanied_minor',
        age_band: '16-17',
        persons: 10,
      },
      {
        ...place,
        settlement_year: 2021,
        permit: 'collective',
        category: 'unaccompanied_minor',
        age_band: '0-5',
        persons: 10,
      },
    ];
    expect(suppress(rows).totals[0]?.persons).toBe(57);
    expect(offendersOf(rows, 5)).toEqual([]);
  });

  it('gives the same each time', () => {
    const rows = rowsOf('5060.csv');
    expect(suppress(rows)).toEqual(suppress(rows));
  });
});

describe('nobody who knows what is shown can work out a hidden count', () => {
  it('of any small table, at threshold 5', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        expect(offendersOf(rows, 5)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  }, 300_000);

  it('of any small table, at other thresholds', () => {
    fc.assert(
      fc.property(anyRows, fc.constantFrom(3, 4, 10), (rows, threshold) => {
        expect(offendersOf(rows, threshold)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  }, 300_000);

  it.each(files)(
    'of %s',
    (file) => {
      expect(offendersOf(rowsOf(file), 5)).toEqual([]);
    },
    120_000,
  );

  it('of all the municipalities together, which are protected as each is alone', () => {
    const together = suppress(files.flatMap(rowsOf));
    expect(together.rows).toEqual(files.flatMap((file) => suppress(rowsOf(file)).rows));
    expect(together.totals).toEqual(files.flatMap((file) => suppress(rowsOf(file)).totals));
  }, 60_000);

  it('and the attack finds what is not protected', () => {
    const rows = adults(2, 8, 20);
    const hidden = rows.map((row, at) => (at === 0 ? { ...row, persons: null } : row));
    const all = { municipality: '3428', year: 2023, persons: 30 };
    expect(workedOut(hidden, [all], boundsOf(rows, 5), 3)).toEqual(['row 0: 2']);
  });
});
