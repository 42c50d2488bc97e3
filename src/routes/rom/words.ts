import { calendarOf, type MonthAxis } from '$lib/charts/months';
import type { Text } from '$lib/text/text';

/** A month with its year, as it is written: `mai 2024`. Months count from January of the plan's first year. */
export function monthName(at: number, firstYear: number, text: Text): string {
  const { year, month } = calendarOf(at, firstYear);
  return text.rooms.month(month, year);
}

/** The first day of a month, as it is written: `1. november 2023`. */
export function firstDay(at: number, firstYear: number, text: Text): string {
  const { year, month } = calendarOf(at, firstYear);
  return text.rooms.firstOf(month, year);
}

/** Numbers in a row: `2, 3 og 4`. */
export function listed(numbers: number[], and: string): string {
  const last = numbers.at(-1);
  return numbers.length < 2 ? `${last}` : `${numbers.slice(0, -1).join(', ')} ${and} ${last}`;
}

/** The years of an axis, never parted at a line's end. */
export function yearSpan({ years }: MonthAxis): string {
  return `${years[0]?.year}\u2060–\u2060${years.at(-1)?.year}`;
}
