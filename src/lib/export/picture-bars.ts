import { barChart, type Bar } from '$lib/charts/bars';
import { peakOf, valueOf, type Metric } from '$lib/model/year-row';
import { figure, unitOf } from '$lib/text/figures';
import { picturesText } from '$lib/text/pictures';
import type { Text } from '$lib/text/text';
import type { Outgoing } from './outgoing';
import { ghost, INK, level, placing, px, rect, type Box, type Said } from './picture-ink';
import { yearsUnder, type Key, type Sketch } from './picture-sheet';
import { endOf, ghostAt, gridOf, OVER, scaleOf, sketchOf, UNDER } from './picture-years';

/** Pixels of the figures at the bars. */
const SIZE = 14;

/** Plus or minus of every year, with what the other plan gives as broken marks. */
export function netSketch(of: Outgoing, text: Text): Sketch {
  const { key } = picturesText[text.language];
  const values = of.about.years.map((row) => valueOf('net', row) ?? 0);
  return barsOf('net', of, text, text.years.net, { name: 'net', unit: unitOf(text, of.view) }, [
    ...(values.some((value) => value > 0) ? [{ look: 'plan' as const, words: key.plus }] : []),
    ...(values.some((value) => value < 0) ? [{ look: 'minus' as const, words: key.minus }] : []),
  ]);
}

/** Persons in the five-year phase at the end of every year. */
export function peopleSketch(of: Outgoing, text: Text): Sketch {
  const { people, key, peak } = picturesText[text.language];
  const sketch = barsOf('in_phase', of, text, people, { name: 'people', unit: '' }, [
    { look: 'plan', words: key.people },
  ]);
  const most = peakOf('in_phase', of.about.years);
  return most ? { ...sketch, summary: peak(figure('in_phase', most, text, of.view), most.year) } : sketch;
}

function barsOf(
  metric: Metric,
  of: Outgoing,
  text: Text,
  what: string,
  named: Pick<Sketch, 'name' | 'unit'>,
  fills: Key[],
): Sketch {
  return { ...sketchOf(metric, of, text, what, fills), ...named, draw: (frame, id) => drawBars(frame, id) };

  function drawBars(frame: Box, id: string): string {
    const { years } = of.about;
    const inner = { ...frame, top: frame.top + OVER, bottom: frame.bottom - UNDER };
    const { y, x, columns } = gridOf(years, inner);
    const chart = barChart(
      years.map((row) => ({
        year: row.year,
        tail: row.tail,
        value: valueOf(metric, row),
        label: figure(metric, row, text, of.view),
        ghost: ghostAt(metric, of, row.year),
      })),
      scaleOf(metric, of),
    );
    const bars = chart.bars.filter(({ unknown }) => !unknown);
    const boxOfBar = (bar: Bar): Box => ({
      left: x(bar.at + 0.2),
      right: x(bar.at + 0.8),
      top: y(bar.top),
      bottom: y(bar.top + bar.height),
    });
    const fillOf = ({ negative, tail }: Bar): [string, string] => {
      const solid = negative ? INK.rav : INK.fjord;
      return tail ? [`url(#${id}-${negative ? 'minus' : 'plus'})`, solid] : [solid, ''];
    };
    const marks = chart.bars
      .map(({ at, ghostAt: to }) => (to === null ? '' : `M${px(x(at + 0.06))} ${px(y(to))}H${px(x(at + 0.94))}`))
      .join('');
    const room = placing(inner);
    const labels = [...chart.bars.filter(({ key }) => key), ...chart.bars.filter(({ key }) => !key)].map((bar) =>
      room.put(...placesOf(bar, x, y)),
    );
    return [
      ...endOf(years, x, frame),
      ...bars
        .filter(({ height }) => height > 0)
        .map((bar) => {
          const [fill, stroke] = fillOf(bar);
          return rect(boxOfBar(bar), fill, { stroke, title: `${bar.year}: ${bar.label}` });
        }),
      ghost(marks),
      level(y(chart.zero), frame.left, frame.right),
      ...labels,
      yearsUnder(columns, frame.bottom - 5, frame, text),
    ].join('');
  }
}

/** Where a bar's figure may stand: beyond its end, or beyond the mark of the other plan where that is further out. */
function placesOf(bar: Bar, x: (at: number) => number, y: (at: number) => number): Said[] {
  const middle = { x: x(bar.at + 0.5), anchor: 'middle' as const };
  if (bar.unknown)
    return [bar.label, '?'].map((said) => ({
      ...middle,
      words: said,
      y: y(bar.labelAt) - 6,
      size: 13,
      fill: INK.ink2,
    }));
  const end = y(bar.labelAt);
  const mark = bar.ghostAt === null ? end : y(bar.ghostAt);
  const fill = bar.negative ? INK.rav : INK.fjord;
  const beyond = bar.negative ? Math.max(end, mark) : Math.min(end, mark);
  const isNear = Math.abs(mark - end) < SIZE + 8;
  return [...(isNear ? [beyond] : [end, beyond]), end].map((at) => ({
    ...middle,
    words: bar.label,
    y: bar.negative ? at + SIZE + 3 : at - 6,
    bold: true,
    fill,
  }));
}
