import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differencing, viewOf, type View } from '$lib/protect/differencing';
import { suppress } from '$lib/protect/suppress';
import { keyOf } from '$lib/protect/totals';
import { anyRows } from './any-rows';
import { adults } from './table';

const protectedView = (name: string, ...persons: number[]): View => {
  const { rows, totals } = suppress(adults(...persons));
  return viewOf(name, rows, totals);
};

describe('differencing', () => {
  it('finds nothing in one protected table', () => {
    fc.assert(
      fc.property(anyRows, (given) => {
        const { rows, totals } = suppress(given);
        expect(differencing([viewOf('one', rows, totals)])).toEqual({ contradiction: false, revealed: [] });
      }),
      { numRuns: 100 },
    );
  }, 120_000);

  it('finds what is hidden in one version and shown in another, and what follows from it', () => {
    const rows = adults(2, 8, 20);
    const [small, besides] = rows.map(keyOf) as [string, string];
    const older: View = { name: 'older', figures: [{ of: [besides], persons: 8 }] };
    expect(differencing([protectedView('now', 2, 8, 20), older]).revealed).toEqual([
      { view: 'now', of: [small], values: [2] },
      { view: 'now', of: [besides], values: [8] },
    ]);
  });

  it('finds a small count between two totals that differ by it', () => {
    const views: View[] = [
      { name: 'region', figures: [{ of: ['a', 'b', 'c'], persons: 30 }] },
      {
        name: 'group',
        figures: [
          { of: ['a', 'b'], persons: 27 },
          { of: ['c'], persons: null },
        ],
      },
    ];
    expect(differencing(views)).toEqual({
      contradiction: false,
      revealed: [{ view: 'group', of: ['c'], values: [3] }],
    });
  });

  it('tells of two values left, for they are too few', () => {
    const views: View[] = [
      { name: 'all', figures: [{ of: ['a', 'b'], persons: 3 }] },
      {
        name: 'each',
        figures: [
          { of: ['a'], persons: null },
          { of: ['b'], persons: null },
        ],
      },
    ];
    expect(differencing(views).revealed).toEqual([
      { view: 'each', of: ['a'], values: [1, 2] },
      { view: 'each', of: ['b'], values: [1, 2] },
    ]);
  });

  it('lets pass a finer table that hides enough', () => {
    const views: View[] = [
      {
        name: 'coarse',
        figures: [
          { of: ['a', 'b'], persons: 12 },
          { of: ['c'], persons: 9 },
        ],
      },
      {
        name: 'fine',
        figures: [
          { of: ['a'], persons: null },
          { of: ['b'], persons: null },
        ],
      },
    ];
    expect(differencing(views)).toEqual({ contradiction: false, revealed: [] });
  });

  it('says that views contradict each other, as a rounded and a true one do', () => {
    const views: View[] = [
      { name: 'true', figures: [{ of: ['a'], persons: 7 }] },
      { name: 'other', figures: [{ of: ['a'], persons: 10 }] },
    ];
    expect(differencing(views)).toEqual({ contradiction: true, revealed: [] });
  });
});
