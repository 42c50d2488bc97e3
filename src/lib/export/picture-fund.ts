import { lineChart } from '$lib/charts/line';
import { valueOf } from '$lib/model/year-row';
import { figure, unitOf } from '$lib/text/figures';
import { picturesText } from '$lib/text/pictures';
import type { Text } from '$lib/text/text';
import type { Outgoing } from './outgoing';
import { ghost, INK, level, path, placing, px, type Box } from './picture-ink';
import { yearsUnder, type Sketch } from './picture-sheet';
import { endOf, ghostAt, gridOf, OVER, scaleOf, sketchOf, UNDER } from './picture-years';

/** What the fund holds at the end of every year, beside that of the other plan. */
export function fundSketch(of: Outgoing, text: Text): Sketch {
  const { key } = picturesText[text.language];
  const sketch = sketchOf('fund', of, text, text.years.fund, [{ look: 'plan', words: key.fund }]);
  return { ...sketch, name: 'fund', unit: unitOf(text, of.view), draw };

  function draw(frame: Box): string {
    const { years } = of.about;
    const inner = { ...frame, top: frame.top + OVER, bottom: frame.bottom - UNDER };
    const { x, y, columns, width } = gridOf(years, inner);
    const chart = lineChart(
      years.map((row) => ({ year: row.year, tail: row.tail, value: valueOf('fund', row) })),
      years.map(({ year }) => ghostAt('fund', of, year)),
      scaleOf('fund', of),
    );
    const inPixels = (d: string): string =>
      d.replace(/([ML])(\S+) ([^ML]+)/g, (_, command: string, across: string, down: string) => {
        return `${command}${px(x(Number(across) / width))} ${px(y(Number(down)))}`;
      });
    const known = chart.years.map((point, at) => ({ ...point, x: x(at + 0.5), y: y(point.at) }));
    const room = placing(inner);
    for (const line of [chart.line, chart.ghost]) for (const point of along(inPixels(line))) room.keep(point);
    room.keep({ left: frame.left, right: frame.right, top: y(chart.zero) - 1, bottom: y(chart.zero) + 1 });
    const labels = inOrder(known.map(({ value }) => value)).map((at) => {
      const [point, row] = [known[at], years[at]];
      if (!point || !row) return '';
      const middle = { x: point.x, anchor: 'middle' as const };
      const said = figure('fund', row, text, of.view);
      if (point.value === null)
        return room.put(
          ...[said, '?'].map((each) => ({
            ...middle,
            words: each,
            y: y(chart.zero) - 6,
            size: 13,
            fill: INK.ink2,
          })),
        );
      const fill = point.value < 0 ? INK.rav : INK.fjord;
      return room.put(
        ...[-11, 21, -20, 30, -29, 39].map((by) => ({ ...middle, words: said, y: point.y + by, bold: true, fill })),
      );
    });
    const empty = [-5, 15].map((by) => ({
      words: text.years.emptyFund,
      x: frame.right,
      y: y(chart.zero) + by,
      size: 13,
      anchor: 'end' as const,
      fill: INK.ink2,
    }));
    return [
      ...endOf(years, x, frame),
      level(y(chart.zero), frame.left, frame.right),
      ghost(inPixels(chart.ghost)),
      path(inPixels(chart.line), INK.page, 6.5),
      path(inPixels(chart.line), INK.fjord, 3.2),
      ...known
        .filter(({ value }) => value !== null)
        .map((point) => {
          const fill = point.tail ? INK.page : INK.fjord;
          return `<circle cx="${px(point.x)}" cy="${px(point.y)}" r="4.5" fill="${fill}" stroke="${INK.fjord}" stroke-width="2"/>`;
        }),
      ...labels,
      room.put(...empty),
      yearsUnder(columns, frame.bottom - 5, frame, text),
    ].join('');
  }
}

/** Small rectangles along a line, so that words keep clear of it. */
function along(d: string): Box[] {
  const points = d.split(/(?=[ML])/).flatMap((command) => {
    const [x, y] = command.slice(1).split(' ').map(Number);
    return x === undefined || y === undefined ? [] : [{ x, y, isStart: command.startsWith('M') }];
  });
  return points.flatMap((to, at) => {
    const from = to.isStart ? to : (points[at - 1] ?? to);
    return Array.from({ length: STEPS + 1 }, (_, step) => {
      const x = from.x + ((to.x - from.x) * step) / STEPS;
      const y = from.y + ((to.y - from.y) * step) / STEPS;
      return { left: x - 2, right: x + 2, top: y - 3, bottom: y + 3 };
    });
  });
}

/** Rectangles between two points of a line. */
const STEPS = 10;

/** Positions of values by how much they tell: the lowest, the highest, the first, the last, what is unknown, the others. */
function inOrder(values: (number | null)[]): number[] {
  const known = values.filter((value) => value !== null);
  const first = [Math.min(...known), Math.max(...known)].map((value) => values.indexOf(value));
  const order = [...first, 0, values.length - 1, values.indexOf(null), ...values.keys()];
  return [...new Set(order)].filter((at) => at >= 0);
}
