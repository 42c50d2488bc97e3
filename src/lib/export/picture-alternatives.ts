import { barChart, scaleFor } from '$lib/charts/bars';
import { count } from '$lib/format';
import { netInPlanAndTail, peakOf, valueOf, worstOf } from '$lib/model/year-row';
import { figure, signedAmount, summary, unitOf } from '$lib/text/figures';
import { picturesText } from '$lib/text/pictures';
import { reasonName } from '$lib/text/reason';
import type { Text } from '$lib/text/text';
import type { GivenAlternative, Outgoing } from './outgoing';
import { fitted, INK, level, linesOf, placing, rect, upright, words, type Box } from './picture-ink';
import type { Sketch } from './picture-sheet';

const COLUMNS = 4;
const CELL = 222;
/** Room for the two sums below a chart, and for each of them. */
const [UNDER, LINE] = [36, 15];
const GAP = 20;

/** Small charts of the alternatives on one scale; none where there is only one. */
export function alternativesSketch(of: Outgoing, text: Text): Sketch | null {
  const { alternatives, view } = of;
  if (alternatives.length < 2) return null;
  const said = picturesText[text.language];
  const columns = alternatives.length <= COLUMNS ? alternatives.length : Math.ceil(alternatives.length / 2);
  const all = alternatives.flatMap(({ given }) => given.years);
  const values = all.map((row) => valueOf('net', row)).filter((value) => value !== null);
  const scale = scaleFor(values);
  const longest = Math.max(...alternatives.map(({ given }) => given.years.length));
  const before = of.about.plan.scenario.first_year - 1;
  return {
    name: 'alternatives',
    what: said.alternatives,
    unit: unitOf(text, view),
    years: [Math.min(...all.map(({ year }) => year)), Math.max(...all.map(({ year }) => year))],
    summary: [
      said.alternativesLine(alternatives.length),
      ...alternatives.map(({ persons, given }) => `${nameOf(persons)}: ${summary('net', given.years, text, view)}`),
    ].join(' '),
    columns: [
      said.alternative,
      text.vote.caption,
      text.vote.columns.plan,
      text.vote.columns.tail,
      text.vote.columns.worst,
      text.vote.columns.rooms,
      text.vote.columns.posts,
    ],
    rows: alternatives.map((each) => rowOf(each)),
    key: [
      { look: 'plan', words: said.key.plus },
      { look: 'minus', words: said.key.minus },
      { look: 'tail', words: said.key.tail },
      ...(all.some((row) => valueOf('net', row) === null) ? [{ look: 'said' as const, words: said.key.unknown }] : []),
    ],
    height: Math.ceil(alternatives.length / columns) * (CELL + 12),
    draw: (frame, id) =>
      alternatives
        .map((each, at) => {
          const width = (frame.right - frame.left - GAP * (columns - 1)) / columns;
          const left = frame.left + (at % columns) * (width + GAP);
          const top = frame.top + Math.floor(at / columns) * (CELL + 12);
          return cell(each, { left, right: left + width, top, bottom: top + CELL }, id);
        })
        .join(''),
  };

  function nameOf(persons: number): string {
    return text.plan.perYear(count(persons, text.language));
  }

  function reasonsOf(reasons: GivenAlternative['reasons']): string {
    return reasons.map((reason) => reasonName(reason, before, text)).join(', ');
  }

  function sumOf(kroner: number | null): string {
    return kroner === null ? text.unknown : signedAmount(kroner, text, view);
  }

  function rowOf({ persons, reasons, given }: GivenAlternative): string[] {
    const { plan, tail } = netInPlanAndTail(given.years);
    const worst = worstOf(given.years);
    const [rooms, posts] = (['rooms_needed', 'posts'] as const).map((metric) => {
      const row = peakOf(metric, given.years);
      return row ? figure(metric, row, text, view) : '–';
    });
    return [
      count(persons, text.language),
      reasonsOf(reasons),
      sumOf(plan),
      sumOf(tail),
      worst ? `${figure('net', worst, text, view)} (${worst.year})` : text.unknown,
      rooms ?? '–',
      posts ?? '–',
    ];
  }

  function cell({ persons, reasons, given }: GivenAlternative, box: Box, id: string): string {
    const width = box.right - box.left;
    const isChosen = given.forecast === of.about.forecast || reasons.includes('chosen');
    const inner = {
      ...box,
      left: box.left + 8,
      right: box.right - 8,
      top: box.top + 52,
      bottom: box.bottom - UNDER - 20,
    };
    const column = (inner.right - inner.left) / longest;
    const y = (share: number): number => inner.top + (share / 100) * (inner.bottom - inner.top);
    const chart = barChart(
      given.years.map((row) => ({
        year: row.year,
        tail: row.tail,
        value: valueOf('net', row),
        label: figure('net', row, text, view),
      })),
      scale,
    );
    const planned = given.years.filter(({ tail }) => !tail).length;
    const room = placing({ left: box.left + 2, right: box.right - 2, top: inner.top, bottom: inner.bottom + 6 });
    const values = given.years.map((row) => valueOf('net', row) ?? NaN).filter((value) => !Number.isNaN(value));
    const [lowest, highest] = [Math.min(0, ...values), Math.max(0, ...values)];
    const isNamed = (value: number | null): boolean =>
      value === null || (sumOf(value) !== sumOf(0) && (value === lowest || value === highest));
    const labels = chart.bars
      .filter(({ at }) => {
        const row = given.years[at];
        return row !== undefined && isNamed(valueOf('net', row));
      })
      .map((bar) => {
        const fill = bar.unknown ? INK.ink2 : bar.negative ? INK.rav : INK.fjord;
        const down = bar.negative ? y(bar.labelAt) + 12 : y(bar.labelAt) - 4;
        const at = { x: inner.left + (bar.at + 0.5) * column, y: down, size: 12, bold: !bar.unknown, fill };
        const places = (['middle', 'start', 'end'] as const).map((anchor) => ({ ...at, anchor, words: bar.label }));
        return room.put(...places, ...(bar.unknown ? [{ ...at, words: '?', anchor: 'middle' as const }] : []));
      });
    const sums = netInPlanAndTail(given.years);
    const under = [said.sumPlan(sumOf(sums.plan)), ...(sums.tailYears > 0 ? [said.sumTail(sumOf(sums.tail))] : [])];
    const [first, last] = [given.years[0]?.year, given.years.at(-1)?.year];
    const ends = placing(box);
    const lastAt = inner.left + given.years.length * column;
    const small = { size: 12, fill: INK.ink2, bare: true };
    return [
      isChosen ? rect(box, INK.fjordt) + rect({ ...box, right: box.left + 4 }, INK.fjord) : '',
      words({
        words: fitted(nameOf(persons), width - 16, 15, true),
        x: inner.left,
        y: box.top + 18,
        size: 15,
        bold: true,
        bare: true,
      }),
      ...linesOf(reasonsOf(reasons), width - 16, 12, 2).map((line, at) =>
        words({ ...small, words: line, x: inner.left, y: box.top + 34 + 14 * at }),
      ),
      given.years.length > planned ? upright(inner.left + planned * column, inner.top, inner.bottom, 'ends') : '',
      ...chart.bars
        .filter(({ unknown, height }) => !unknown && height > 0)
        .map((bar) => {
          const left = inner.left + (bar.at + 0.2) * column;
          const solid = bar.negative ? INK.rav : INK.fjord;
          const drawn = { left, right: left + 0.6 * column, top: y(bar.top), bottom: y(bar.top + bar.height) };
          const fill = bar.tail ? `url(#${id}-${bar.negative ? 'minus' : 'plus'})` : solid;
          return rect(drawn, fill, {
            stroke: bar.tail ? solid : '',
            title: `${nameOf(persons)}, ${bar.year}: ${bar.label}`,
          });
        }),
      level(y(chart.zero), inner.left, inner.right),
      ...labels,
      ends.put({ ...small, words: String(first ?? ''), x: inner.left, y: box.bottom - UNDER - 4 }),
      ends.put({ ...small, words: String(last ?? ''), x: lastAt, y: box.bottom - UNDER - 4, anchor: 'end' }),
      ...under.map((line, at) =>
        words({
          ...small,
          words: fitted(line, width - 14, 12),
          x: inner.left,
          y: box.bottom - UNDER + LINE * (at + 1),
          fill: INK.ink,
        }),
      ),
    ].join('');
  }
}
