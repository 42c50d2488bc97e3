import { expect, test } from 'vitest';
import { LEVELS, heatMap } from '$lib/charts/heat';
import { runsOf } from '$lib/charts/strip';

test('the first row of a map stands lowest, and the turn runs between plus and minus', () => {
  const heat = heatMap(
    [
      [4, -4],
      [4, 1],
    ],
    false,
  );
  expect(heat.layers).toEqual([
    { sign: 'plus', level: 2, path: 'M1 0h1v1h-1z' },
    { sign: 'minus', level: LEVELS, path: 'M1 1h1v1h-1z' },
    { sign: 'plus', level: LEVELS, path: 'M0 1h1v1h-1zM0 0h1v1h-1z' },
  ]);
  // To the right of the lower left cell, and above the lower right one.
  expect(heat.turn).toBe('M1 1v1M1 1h1');
  expect(heat.minus).toBe('M1 2l1 -1');
});

test('zero counts as plus, and what is unknown is neither and turns nothing', () => {
  const heat = heatMap([[0, null, -2]], false);
  expect(heat.layers.map(({ sign, level }) => `${sign} ${level}`)).toEqual(['plus 1', 'minus 8']);
  expect(heat.unknown).toBe('M1 0h1v1h-1z');
  expect(heat.turn).toBe('');
});

test('by steps the line runs wherever the figure is another', () => {
  expect(heatMap([[2, 2, 3]], true).turn).toBe('M2 0v1');
  expect(heatMap([[2, 2, 3]], false).turn).toBe('');
});

test('numbers are told as runs, with the gaps in them', () => {
  expect(runsOf([0, 1, 2, 5], 0, 6)).toEqual([
    { from: 0, to: 2, kept: true },
    { from: 3, to: 4, kept: false },
    { from: 5, to: 5, kept: true },
    { from: 6, to: 6, kept: false },
  ]);
  expect(runsOf([], 0, 60)).toEqual([{ from: 0, to: 60, kept: false }]);
});
