import { expect, test } from 'vitest';
import { dotNear, dotPlot, fiftyOf, shownPart, stacksOf } from '$lib/charts/dots';
import { bandOf, pathOf } from '$lib/charts/line';
import { emptyValues, type FuturesPart } from '$lib/model/futures';

const each = (values: number[]) => values.map((value, which) => ({ which, value }));

function partOf(fund: number[]): FuturesPart {
  return { from: 0, count: fund.length, years: 1, values: { ...emptyValues(0), fund: Float64Array.from(fund) } };
}

const belowZero = (part: FuturesPart): number =>
  fiftyOf(part, 'fund', 0).filter((which) => (part.values.fund[which] ?? NaN) < 0).length;

test('discs stand in columns of one width from the axis, and zero is the edge of a column', () => {
  // From -3 to 21.5: columns of 1 would be 25, columns of 1.25 are 3 below zero and 18 above.
  const plot = dotPlot(each([-3, -0.5, 0, 1.9, 2, 21.5]));
  expect([plot.width, plot.from, plot.columns, plot.zero]).toEqual([1.25, -3.75, 21, 3]);
  expect(plot.dots).toEqual([
    { which: 0, value: -3, column: 0, row: 0 },
    { which: 1, value: -0.5, column: 2, row: 0 },
    { which: 2, value: 0, column: 3, row: 0 },
    { which: 3, value: 1.9, column: 4, row: 0 },
    { which: 4, value: 2, column: 4, row: 1 },
    { which: 5, value: 21.5, column: 20, row: 0 },
  ]);
  expect([plot.minus, plot.plus, plot.rows]).toEqual([2, 4, 2]);
  expect(stacksOf(plot).map(({ from, to, count }) => [from, to, count])).toEqual([
    [-3.75, -2.5, 1],
    [-1.25, 0, 1],
    [0, 1.25, 1],
    [1.25, 2.5, 2],
    [21.25, 22.5, 1],
  ]);
});

test('the discs do not depend on the order the futures come in', () => {
  const values = each([5, -2, 5, 7]);
  expect(dotPlot([...values].reverse())).toEqual(dotPlot(values));
});

test('zero is drawn at the edge where all are on one side of it, and left out where it is far away', () => {
  // Ten in all: columns of a half, and one to the right of zero.
  const minus = dotPlot(each([-10, -4]));
  expect([minus.zero, minus.columns]).toEqual([20, 21]);
  expect(minus.dots.map(({ column }) => column)).toEqual([0, 12]);
  const plus = dotPlot(each([4, 10]));
  expect([plus.zero, plus.from]).toEqual([0, 0]);
  expect(dotPlot(each([100, 104])).zero).toBeNull();
  expect(dotPlot(each([-104, -100])).zero).toBeNull();
});

test('equal futures are one stack, and no futures are none', () => {
  const same = dotPlot(each(Array.from({ length: 50 }, () => 3_000_000)));
  expect([same.rows, new Set(same.dots.map(({ column }) => column)).size, same.plus]).toEqual([50, 1, 50]);
  expect(dotPlot([])).toMatchObject({ dots: [], rows: 0, minus: 0, plus: 0 });
});

test('the disc nearest to a place is found', () => {
  // Columns of a half: the third stands in the nineteenth.
  const plot = dotPlot(each([0, 0, 9]));
  expect(dotNear(plot, 0.5, 1.4)?.which).toBe(1);
  expect(dotNear(plot, 17, 0)?.which).toBe(2);
  expect(dotNear(dotPlot([]), 0, 0)).toBeNull();
});

test('of all futures fifty are shown, each the middle of its fiftieth', () => {
  const part = partOf(Array.from({ length: 200 }, (_, at) => 199 - at));
  // By value 2, 6, 10 …, which the futures 197, 193, 189 … have.
  expect(fiftyOf(part, 'fund', 0).slice(0, 3)).toEqual([197, 193, 189]);
  expect(fiftyOf(part, 'fund', 0)).toHaveLength(50);
});

test('as many of the fifty are below zero as is said of all, and never none or all where some are otherwise', () => {
  const withBelow = (below: number) => partOf(Array.from({ length: 2000 }, (_, at) => (at < below ? at - 3000 : at)));
  // 40 futures a disc: 60 are one and a half and round up, 59 down.
  expect([0, 1, 39, 60, 59, 800, 1999, 2000].map((below) => belowZero(withBelow(below)))).toEqual([
    0, 1, 1, 2, 1, 20, 49, 50,
  ]);
  expect(new Set(fiftyOf(withBelow(60), 'fund', 0)).size).toBe(50);
});

test('nothing is counted where a value is unknown', () => {
  expect(fiftyOf(partOf([NaN, NaN, NaN]), 'fund', 0)).toEqual([]);
});

test('the first fifty are shown until all are drawn', () => {
  expect(shownPart(null)).toBeNull();
  expect(shownPart(partOf(Array.from({ length: 550 }, () => 1)))?.count).toBe(50);
  expect(shownPart(partOf(Array.from({ length: 2000 }, () => 1)))?.count).toBe(2000);
});

test('a path and a band run through the middle of the years, and a band needs every value', () => {
  // 10 per cent of the height is left above and below.
  expect(pathOf([0, 10], [0, 10])).toBe('M25 90L75 10');
  expect(pathOf([0, null], [0, 10])).toBe('M25 90');
  expect(bandOf([0, 0], [10, 5], [0, 10])).toBe('M25 90L75 90L75 50L25 10Z');
  expect(bandOf([0, null], [10, 5], [0, 10])).toBe('');
});
