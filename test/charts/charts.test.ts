import { describe, expect, it } from 'vitest';
import { barChart } from '$lib/charts/bars';
import { lineChart } from '$lib/charts/line';
import { marksOf } from '$lib/charts/number-line';
import { sparkOf } from '$lib/charts/spark';

describe('the number line', () => {
  const named = ({ persons }: { persons: number }) => `3. klasserom fra ${persons}`;

  it('lets no two texts touch, gives the nearest theirs first, and keeps every mark', () => {
    const thresholds = [28, 29, 46].map((persons, at) => ({ persons, rooms: at + 3 }));
    const marks = marksOf(thresholds, named, 30, 60, 640, 14);
    expect(marks.map(({ persons }) => persons)).toEqual([28, 29, 46]);
    expect(marks.map(({ label }) => label !== '')).toEqual([false, true, true]);
  });

  it('keeps a text inside the line at its ends', () => {
    const marks = marksOf(
      [
        { persons: 1, rooms: 1 },
        { persons: 60, rooms: 2 },
      ],
      named,
      30,
      60,
      640,
      14,
    );
    expect(marks.map(({ anchor }) => anchor)).toEqual(['start', 'end']);
  });
});

describe('a bar', () => {
  it('has its label at its own end, so that nobody reads it as the mark of the other plan', () => {
    const bar = (value: number, ghost: number) =>
      barChart([{ year: 2024, tail: false, value, label: '', ghost }], [-10, 10]).bars[0];
    const [near, far] = [bar(-4, -4.5), bar(-4, -9)];
    for (const each of [near, far]) expect(each?.labelAt).toBe((each?.top ?? NaN) + (each?.height ?? NaN));
  });
});

describe('a line', () => {
  it('has a gap where a value is unknown', () => {
    const chart = lineChart(
      [1, null, 3].map((value, at) => ({ year: 2024 + at, tail: at === 2, value })),
      [null, null, null],
      [0, 4],
    );
    expect(chart.line.match(/M/g)).toHaveLength(2);
    expect(chart.ghost).toBe('');
    expect(chart.ends).toBeCloseTo(200 / 3);
  });
});

describe('a spark', () => {
  it('ends at its value on the shared scale, from zero', () => {
    const { bars, zero } = sparkOf([{ year: 2024, tail: false, value: -5 }], [-10, 10]);
    expect(zero).toBe(50);
    expect(bars[0]).toMatchObject({ top: 50, height: 25, negative: true });
  });
});
