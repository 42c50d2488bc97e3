import { expect, test } from 'vitest';
import {
  calendarOf,
  halfYearsOf,
  lastMonthOf,
  monthAxis,
  namedAt,
  peakMonth,
  shifted,
  spreadOf,
} from '$lib/charts/months';
import { postsByMonth } from '$lib/charts/posts';
import { hairlines, stepLine, stepsBetween } from '$lib/charts/steps';
import { run } from '../run-scenario';

test('an axis has whole half-years before the plan and whole years after it', () => {
  const axis = monthAxis(2024, 4, 7, 62);
  expect([axis.start, axis.end, axis.planEnds]).toEqual([-12, 72, 48]);
  expect(axis.years.map(({ year, tail }) => [year, tail])).toEqual([
    [2024, false],
    [2025, false],
    [2026, false],
    [2027, false],
    [2028, true],
    [2029, true],
  ]);
  expect(halfYearsOf(axis).slice(-1)).toEqual([{ year: 2029, half: 2, from: 66, to: 72, tail: true }]);
});

test('an axis reaches to the end of the plan where nothing is left', () => {
  expect(monthAxis(2024, 4, 0, -1).end).toBe(48);
  expect(lastMonthOf([[0, 3, 0], [0]])).toBe(1);
  expect(lastMonthOf([[0], []])).toBe(-1);
});

test('months before the plan are of the year before', () => {
  expect(calendarOf(-2, 2024)).toEqual({ year: 2023, month: 10 });
  expect(calendarOf(16, 2024)).toEqual({ year: 2025, month: 4 });
});

test('a half-year has a mean, a highest month and a sum', () => {
  expect(spreadOf([1, 2, 3, 0, 0, 0], { from: 0, to: 6 })).toEqual({ mean: 1, peak: 3, sum: 6 });
});

test('lines are named where they are apart, the upper at its peak', () => {
  expect(namedAt([1, 5, 9, 8], [1, 1, 1, 1])).toEqual({ upper: 2, lower: 1, isOneUpper: true });
  expect(namedAt([4, 0, 0], [4, 3, 3])).toEqual({ upper: 1, lower: 1, isOneUpper: false });
  expect(namedAt([2, 2], [2, 2]).upper).toBe(-1);
  expect(peakMonth([0, 0])).toBe(-1);
});

test('a column of another year is moved, and months before it have no value', () => {
  expect(shifted([1, 2], 0)).toEqual([1, 2]);
  expect(shifted([1, 2], -1)).toEqual([2]);
  expect(shifted([1], 2)).toEqual([NaN, NaN, 1]);
});

const place = { x: (month: number) => 10 * month, y: (value: number) => 100 - value };

test('a step line holds each value through its month and leaves a gap where there is none', () => {
  expect(stepLine([1, 1, 4], 0, 3, place)).toBe('M0 99H20V96H30');
  expect(stepLine([1, NaN, 4], 0, 3, place)).toBe('M0 99H10M20 96H30');
  expect(stepLine([], 0, 3, place)).toBe('');
});

test('the area between two lines is closed in every run of months in which the upper is above', () => {
  expect(stepsBetween([5, 5, 1, 7], [2, 3, 3, 0], 0, 4, place)).toBe('M0 95H20V97H10V98H0ZM30 93H40V100H30Z');
  expect(stepsBetween([1, 1], [1, NaN], 0, 2, place)).toBe('');
});

test('hairlines stand at a few round values', () => {
  expect(hairlines(31)).toEqual([10, 20, 30]);
  expect(hairlines(48)).toEqual([20, 40]);
  expect(hairlines(0)).toEqual([]);
});

test('posts of all groups by month are the sums that the years are means of', () => {
  const { forecast } = run({ years: 4, parameters: { 'settlement.persons': 40 } });
  const posts = postsByMonth(forecast.staff);
  forecast.capacity.forEach((row, at) => {
    const months = { from: 12 * at, to: 12 * at + 12 };
    expect(spreadOf(posts.needed, months).mean).toBeCloseTo(row.posts_needed, 8);
    expect(spreadOf(posts.paid, months).mean).toBeCloseTo(row.posts, 8);
  });
  const sum = (of: number[]): number => of.reduce((total, value) => total + value, 0);
  expect(posts.surplus - posts.shortage).toBeCloseTo(sum(posts.paid) - sum(posts.needed), 8);
});
