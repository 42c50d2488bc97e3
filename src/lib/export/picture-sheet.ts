import { outgoingText } from '$lib/text/outgoing';
import type { Text } from '$lib/text/text';
import { escaped } from './markup';
import { dataKind, dateOf, hashOf, type Given, type Outgoing } from './outgoing';
import { fitted, hatches, INK, linesOf, path, placing, px, rect, widthOf, words, type Box } from './picture-ink';

/** A chart as a drawing of its own, with the figures in it as a table: cells as they are written, the first of a row its heading. */
export type Picture = {
  /** What it shows, the same in every language. */
  name: string;
  title: string;
  summary: string;
  svg: string;
  width: number;
  height: number;
  columns: string[];
  rows: string[][];
};

/** What a picture is of, before it is drawn: `unit` of what stands in it, empty for counts. */
export type Sketch = {
  name: string;
  what: string;
  unit: string;
  years: [number, number];
  summary: string;
  columns: string[];
  rows: string[][];
  /** What lines and fills mean, from the left. */
  key: Key[];
  /** Pixels of the drawing. */
  height: number;
  draw: (frame: Box, id: string) => string;
};

/** A sample of a line or a fill, and what it stands for. */
export type Key = { look: 'plan' | 'minus' | 'ghost' | 'tail' | 'waste' | 'owned' | 'said'; words: string };

/** Pixels of every picture from side to side, and of its margins. */
export const WIDTH = 800;
const MARGIN = 20;
const SMALL = 12;

/** The picture of a sketch: with its head, its mark and its foot, so that it can stand alone. */
export function pictureOf(sketch: Sketch, of: Outgoing, text: Text): Picture {
  const { name, what, unit, years, summary, columns, rows, key, height: drawn, draw } = sketch;
  const said = outgoingText[text.language];
  const inner = WIDTH - 2 * MARGIN;
  const kroner = of.fixed ? text.plan.fixed(of.about.plan.scenario.first_year) : text.plan.nominal;
  const span = years[0] === years[1] ? String(years[0]) : `${years[0]}–${years[1]}`;
  const whole = [whereOf(of), span, ...(unit ? [`${unit} ${kroner}`] : [])].join(', ');
  const under = linesOf(whole, inner - 60, 14, 2);
  const mark = `${of.mark}. ${said.head.data}: ${said.data[dataKind(of.about.plan)]}.`;
  const stripAt = 44 + 19 * under.length;
  const keyAt = stripAt + 44;
  const keys = keyOf(key, keyAt, name);
  const top = keyAt + (key.length > 0 ? 22 * keys.lines - 8 : -14);
  const height = top + drawn + 34;
  const foot = `Bosett ${of.version} · ${said.head.hash} ${hashOf(of.about.plan, of.mode)} · ${dateOf(of.date)}`;
  const title = `${what}, ${whole}`;
  const strip = { left: MARGIN, right: WIDTH - MARGIN, top: stripAt, bottom: stripAt + 22 };
  const parts = [
    `<title id="${name}-title">${escaped(title)}</title><desc id="${name}-desc">${escaped(`${summary} ${mark}`)}</desc>`,
    hatches(name),
    rect({ left: 0, top: 0, right: WIDTH, bottom: height }, INK.page),
    words({ words: fitted(what, inner, 20, true), x: MARGIN, y: 32, size: 20, bold: true }),
    ...under.map((line, at) => words({ words: line, x: MARGIN, y: 54 + 19 * at, fill: INK.ink2 })),
    rect(strip, INK.mark),
    rect({ ...strip, right: MARGIN + 18 }, `url(#${name}-ink)`),
    words({ words: fitted(mark, inner - 34, 13), x: MARGIN + 26, y: stripAt + 15.5, size: 13, bare: true }),
    keys.svg,
    draw({ left: MARGIN, right: WIDTH - MARGIN, top, bottom: top + drawn }, name),
    words({ words: fitted(foot, inner, SMALL), x: MARGIN, y: height - 10, size: SMALL, fill: INK.ink3 }),
  ];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${px(height)}" viewBox="0 0 ${WIDTH} ${px(height)}" role="img" aria-labelledby="${name}-title ${name}-desc" font-family="'Public Sans', Arial, Helvetica, sans-serif">${parts.join('')}</svg>`;
  return { name, title, summary, svg, width: WIDTH, height: Math.round(height), columns, rows };
}

/** Municipality and scenario, the first left out where the second begins with it. */
export function whereOf({ municipality, about }: Outgoing): string {
  return about.name.startsWith(municipality.name) ? about.name : `${municipality.name}, ${about.name}`;
}

/** What the plan it is compared with is called, as a key. */
export function ghostKey(other: Given | null): Key[] {
  return other ? [{ look: 'ghost', words: other.name }] : [];
}

const SAMPLE = 26;
const GAP = 22;

/** Samples with their meaning, side by side, on as many lines as they need. */
function keyOf(keys: Key[], y: number, id: string): { svg: string; lines: number } {
  let x = MARGIN;
  let line = 0;
  const parts = keys.map(({ look, words: said }) => {
    const wanted = SAMPLE + 8 + widthOf(said, 13);
    if (x > MARGIN && x + wanted > WIDTH - MARGIN) {
      x = MARGIN;
      line += 1;
    }
    const at = y + 22 * line;
    const held = fitted(said, WIDTH - MARGIN - x - SAMPLE - 8, 13);
    const drawn =
      sampleOf(look, x, at, id) + words({ words: held, x: x + SAMPLE + 8, y: at, size: 13, fill: INK.ink2 });
    x += SAMPLE + 8 + widthOf(held, 13) + GAP;
    return drawn;
  });
  return { svg: parts.join(''), lines: line + 1 };
}

function sampleOf(look: Key['look'], x: number, y: number, id: string): string {
  const box = { left: x + 1, right: x + SAMPLE - 1, top: y - 11, bottom: y + 1 };
  if (look === 'said') return words({ words: '?', x: x + SAMPLE / 2, y, size: 13, anchor: 'middle', fill: INK.ink2 });
  if (look === 'ghost') return path(`M${px(x)} ${px(y - 5)}H${px(x + SAMPLE)}`, INK.ink, 2.2, { dash: '5 3' });
  if (look === 'plan') return rect(box, INK.fjord);
  if (look === 'minus') return rect(box, INK.rav);
  if (look === 'owned') return rect(box, INK.page, { stroke: INK.edge });
  return look === 'tail'
    ? rect(box, `url(#${id}-ink)`, { stroke: INK.ink })
    : rect(box, `url(#${id}-minus)`, { stroke: INK.rav });
}

/** Words in which nothing is drawn, in the middle of a frame. */
export function nothing(said: string, frame: Box): string {
  return words({ words: said, x: (frame.left + frame.right) / 2, y: (frame.top + frame.bottom) / 2, anchor: 'middle' });
}

/** Years under columns, written out where there is room, and what stands on both sides of the end of the plan. */
export function yearsUnder(
  years: { year: number; tail: boolean; from: number; to: number }[],
  y: number,
  frame: Box,
  text: Text,
): string {
  const room = placing({ ...frame, bottom: y + 8 });
  const isShort = years.some(({ year, from, to }) => widthOf(String(year), 13) + 6 > to - from);
  const ends = years.find(({ tail }, at) => tail && at > 0)?.from;
  const named = years.map(({ year, from, to }) =>
    room.put({
      words: isShort ? `’${String(year).slice(2)}` : String(year),
      x: (from + to) / 2,
      y,
      size: 13,
      anchor: 'middle',
      fill: INK.ink3,
    }),
  );
  if (ends === undefined) return named.join('');
  const side = (said: string, anchor: 'start' | 'end') => ({
    words: said,
    x: ends + (anchor === 'end' ? -7 : 7),
    y: frame.top + 11,
    size: 13,
    anchor,
    fill: INK.ink2,
  });
  return [
    ...named,
    room.put(side(text.plan.planEnds, 'end'), side(text.plan.planEndsShort, 'end')),
    room.put(side(text.plan.after, 'start'), side(text.plan.afterShort, 'start')),
  ].join('');
}
