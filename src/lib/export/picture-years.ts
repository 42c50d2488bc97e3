import { scaleFor } from '$lib/charts/bars';
import { valueOf, type Metric, type YearRow } from '$lib/model/year-row';
import { figure, summary } from '$lib/text/figures';
import { picturesText } from '$lib/text/pictures';
import type { Text } from '$lib/text/text';
import type { Outgoing } from './outgoing';
import { upright, type Box } from './picture-ink';
import { ghostKey, type Key, type Sketch } from './picture-sheet';

const HEIGHT = 300;
/** Pixels over the bars for what stands at the end of the plan, and under them for the years. */
export const OVER = 20;
export const UNDER = 22;

/** What sketches of a metric by year have in common. */
export function sketchOf(
  metric: Metric,
  of: Outgoing,
  text: Text,
  what: string,
  fills: Key[],
): Omit<Sketch, 'draw' | 'name' | 'unit'> {
  const { about, other, view } = of;
  const words = picturesText[text.language];
  const { years } = about;
  const hasTail = years.some(({ tail }) => tail);
  const isUnknown = years.some((row) => valueOf(metric, row) === null);
  return {
    what,
    years: [years[0]?.year ?? 0, years.at(-1)?.year ?? 0],
    summary: summary(metric, years, text, view),
    columns: [words.year, about.name, ...(other ? [other.name] : [])],
    rows: years.map((row) => {
      const theirs = other?.years.find(({ year }) => year === row.year);
      return [
        row.tail ? `${row.year} ${text.tail}` : String(row.year),
        figure(metric, row, text, view),
        ...(other ? [theirs ? figure(metric, theirs, text, view) : '–'] : []),
      ];
    }),
    key: [
      ...fills,
      ...(hasTail && metric !== 'fund' ? [{ look: 'tail' as const, words: words.key.tail }] : []),
      ...(isUnknown ? [{ look: 'said' as const, words: words.key.unknown }] : []),
      ...ghostKey(other),
    ],
    height: HEIGHT,
  };
}

/** What the other plan has in a year; `null` where it is unknown or has none. */
export function ghostAt(metric: Metric, { other }: Outgoing, of: number): number | null {
  const row = other?.years.find(({ year }) => year === of);
  return row ? valueOf(metric, row) : null;
}

/** One scale for both plans. */
export function scaleOf(metric: Metric, { about, other }: Outgoing): [number, number] {
  const values = [...about.years, ...(other?.years ?? [])].map((row) => valueOf(metric, row));
  return scaleFor(values.filter((value) => value !== null));
}

/** Where years stand from the left, and per cents of the height from the top. */
export function gridOf(years: YearRow[], inner: Box) {
  const column = (inner.right - inner.left) / (years.length || 1);
  const x = (at: number): number => inner.left + at * column;
  return {
    x,
    y: (share: number): number => inner.top + (share / 100) * (inner.bottom - inner.top),
    /** Per cents of a column, as a line chart counts. */
    width: 100 / (years.length || 1),
    columns: years.map(({ year, tail }, at) => ({ year, tail, from: x(at), to: x(at + 1) })),
  };
}

/** The rule where the plan ends, where anything follows it. */
export function endOf(years: YearRow[], x: (at: number) => number, frame: Box): string[] {
  const at = years.findIndex(({ tail }) => tail);
  return at > 0 ? [upright(x(at), frame.top, frame.bottom - UNDER, 'ends')] : [];
}
