import { calendarOf, lastMonthOf, monthAxis, shifted } from '$lib/charts/months';
import { postsByMonth } from '$lib/charts/posts';
import { shiftedRooms } from '$lib/charts/rooms';
import type { Place } from '$lib/charts/steps';
import { count } from '$lib/format';
import { valueAt } from '$lib/model/resolve';
import type { Text } from '$lib/text/text';
import type { Outgoing } from './outgoing';
import { boxOf, INK, level, upright, words, type Box, type Placing } from './picture-ink';
import { yearsUnder } from './picture-sheet';

/** An order is shown as far before the plan as this at most, in months. */
const LEAD_MOST = 24;
/** Pixels left of the months for labels. */
const GUTTER = 144;
/** Pixels over a drawing for what stands at the end of the plan, and under it for the years. */
export const OVER = 20;
export const UNDER = 22;

/** Rooms and posts of both plans on one axis. */
export type Months = ReturnType<typeof monthsOf>;

/** Rooms and posts of both plans by month on one axis, counted from January of the first year. */
export function monthsOf({ about, other }: Outgoing) {
  const { scenario, parameters } = about.plan;
  const { first_year, years } = scenario;
  const rooms = about.forecast.education;
  const posts = postsByMonth(about.forecast.staff);
  const apart = other ? 12 * (other.plan.scenario.first_year - first_year) : 0;
  const theirs = other ? shiftedRooms(other.forecast.education, apart) : null;
  const paid = other ? shifted(postsByMonth(other.forecast.staff).paid, apart) : null;
  const columns = [rooms.rooms_needed, rooms.rooms_leased, posts.needed, posts.paid, theirs?.rooms_leased, paid];
  const last = lastMonthOf(columns.filter((column) => column !== undefined && column !== null));
  const lead = Math.min(LEAD_MOST, valueAt(parameters, 'rooms.lead_months', first_year));
  const axis = monthAxis(first_year, years, Number.isNaN(lead) ? 0 : lead, 12 * Math.floor(last / 12) + 11);
  const running = valueAt(parameters, 'rooms.running', first_year);
  return { axis, rooms, theirs, posts, paid, running };
}

/** Where months stand between a gutter for labels and the right edge. */
export function acrossOf(frame: Box, { axis }: Months, gutter = GUTTER): (month: number) => number {
  const left = frame.left + gutter;
  return (month) => left + ((month - axis.start) / (axis.end - axis.start)) * (frame.right - left);
}

/** The years with their rules, and the end of the plan. */
export function backOf(frame: Box, { axis }: Months, x: Place['x'], text: Text): string {
  const bottom = frame.bottom - UNDER;
  const hasTail = axis.planEnds < axis.end;
  const years = axis.years.map(({ year, from, tail }) => ({ year, tail, from: x(from), to: x(from + 12) }));
  return [
    ...axis.years.map(({ from }) => upright(x(from), frame.top + OVER, bottom, 'hair')),
    hasTail ? upright(x(axis.planEnds), frame.top, bottom, 'ends') : '',
    yearsUnder(years, frame.bottom - 5, frame, text),
  ].join('');
}

/** A hairline with its figure at the left. */
export function gridLine(value: number, place: Place, box: Box, room: Placing, text: Text): string {
  const left = place.x(0);
  const y = place.y(value);
  const label = {
    words: count(value, text.language),
    x: left - 8,
    y: y + 4,
    size: 13,
    fill: INK.ink3,
    anchor: 'end' as const,
  };
  room.keep(boxOf(label));
  return level(y, left, box.right, INK.line, 1) + words(label);
}

/** Places over a month of a line, moved aside where the frame ends. */
export function near(month: number, value: number, said: string, { x, y }: Place, box: Box) {
  const look = { words: said, y: Math.max(y(value) - 8, box.top + 12), bold: true, fill: INK.fjord };
  return [
    { ...look, x: x(month + 0.5), anchor: 'middle' as const },
    { ...look, x: x(month) + 2 },
    { ...look, x: x(month + 1), anchor: 'end' as const },
    { ...look, x: box.right - 2, anchor: 'end' as const },
  ];
}

/** A count as it is written; what is not known is said. */
export function written(value: number, text: Text): string {
  return Number.isNaN(value) ? text.unknown : count(value, text.language);
}

/** A half-year, marked where it comes after the plan. */
export function halfName({ half, year, tail }: { half: 1 | 2; year: number; tail: boolean }, text: Text): string {
  const name = text.rooms.halfYear(half, year);
  return tail ? `${name} ${text.tail}` : name;
}

/** A month in short. */
export function monthName(at: number, { axis }: Months, text: Text): string {
  const { year, month } = calendarOf(at, axis.firstYear);
  return text.rooms.monthShort(month, year);
}

/** A month in full. */
export function monthLong(at: number, { axis }: Months, text: Text): string {
  const { year, month } = calendarOf(at, axis.firstYear);
  return text.rooms.month(month, year);
}

/** First and last year of an axis. */
export function spanOf({ axis }: Months): [number, number] {
  return [axis.firstYear, axis.years.at(-1)?.year ?? axis.firstYear];
}
