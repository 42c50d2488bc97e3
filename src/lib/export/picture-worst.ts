import { groupSums, type GroupSum } from '$lib/model/groups';
import { worstOf } from '$lib/model/year-row';
import { amount, figure, unitOf } from '$lib/text/figures';
import { picturesText } from '$lib/text/pictures';
import type { Text } from '$lib/text/text';
import type { Given, Outgoing } from './outgoing';
import { fitted, INK, path, px, rect, words, type Box } from './picture-ink';
import { ghostKey, type Sketch } from './picture-sheet';

const ROW = 22;
const HEAD = 30;
const NAMES = 210;
const FIGURES = 74;

/** What the worst year is made of, by item, the largest first; none where no year is known. */
export function worstSketch(of: Outgoing, text: Text): Sketch | null {
  const { about, other, view } = of;
  const worst = worstOf(about.years);
  if (!worst) return null;
  const { year, tail: isTail } = worst;
  const said = picturesText[text.language];
  const theirRow = other?.years.find((row) => row.year === year);
  const own = sumsOf(about);
  const theirs = other && theirRow ? sumsOf(other) : null;
  const sides = (['income', 'cost'] as const).map((side) => ({ side, items: itemsOf(side) }));
  const sideFigures = { income: figure('income', worst, text, view), cost: figure('cost', worst, text, view) };
  const most = Math.max(1, ...[...own, ...(theirs ?? [])].map((sum) => sum.amount));
  return {
    name: 'worst_year',
    what: said.worst(year),
    unit: unitOf(text, view),
    years: [year, year],
    summary: said.worstLine(
      ...((['income', 'cost', 'net'] as const).map((metric) => figure(metric, worst, text, view)) as [
        string,
        string,
        string,
      ]),
    ),
    columns: [said.item, said.kind, about.name, ...(theirs ? [other?.name ?? ''] : [])],
    rows: sides.flatMap(({ side, items }) =>
      items.map((item) => [
        item.name,
        text.side[side],
        item.written,
        ...(theirs ? [item.before === null ? '–' : amount(item.before, text, view)] : []),
      ]),
    ),
    key: [
      { look: 'plan', words: text.side.income },
      { look: 'minus', words: text.side.cost },
      ...(theirs ? ghostKey(other) : []),
    ],
    height: sides.reduce((sum, { items }) => sum + HEAD + ROW * items.length, 8),
    draw,
  };

  function sumsOf({ forecast, plan, years }: Given): GroupSum[] {
    const kroner = of.fixed ? (years.find((row) => row.year === year)?.fixed_factor ?? NaN) : 1;
    return groupSums(forecast.ledger, year - plan.scenario.first_year).map((sum) => ({
      ...sum,
      amount: sum.amount * kroner,
    }));
  }

  function itemsOf(side: 'income' | 'cost') {
    const ofSide = (sums: GroupSum[]): GroupSum[] => sums.filter((sum) => sum.side === side);
    const groups = [...new Set([...ofSide(own), ...ofSide(theirs ?? [])].map(({ group }) => group))];
    return groups
      .map((group) => {
        const sum = ofSide(own).find((each) => each.group === group);
        const was = ofSide(theirs ?? []).find((each) => each.group === group);
        return {
          name: text.years.groups[group] ?? group,
          amount: sum?.known === false ? null : (sum?.amount ?? 0),
          before: was?.known ? was.amount : null,
          written: sum?.known === false ? text.unknown : amount(sum?.amount ?? 0, text, view),
        };
      })
      .sort((a, b) => (b.amount ?? 0) - (a.amount ?? 0) || (b.before ?? 0) - (a.before ?? 0));
  }

  function draw(frame: Box, id: string): string {
    const left = frame.left + NAMES;
    const x = (kroner: number): number => left + (kroner / most) * (frame.right - left - FIGURES);
    let top = frame.top;
    const parts: string[] = [];
    for (const { side, items } of sides) {
      const fill = side === 'income' ? INK.fjord : INK.rav;
      const head = `${text.side[side]} ${sideFigures[side]}`;
      parts.push(words({ words: head, x: frame.left, y: top + 20, size: 15, bold: true, fill }));
      top += HEAD;
      for (const item of items) {
        const bar = { left, right: x(item.amount ?? 0), top: top + 3, bottom: top + 15 };
        const pattern = isTail ? `url(#${id}-${side === 'income' ? 'plus' : 'minus'})` : fill;
        if (item.amount !== null && item.amount > 0)
          parts.push(rect(bar, pattern, { stroke: isTail ? fill : '', title: `${item.name}: ${item.written}` }));
        if (item.before !== null)
          parts.push(
            path(`M${px(x(item.before))} ${px(top)}v18`, INK.page, 5),
            path(`M${px(x(item.before))} ${px(top)}v18`, INK.ink, 2.2, { dash: '4 2' }),
          );
        const end = Math.max(x(item.amount ?? 0), item.before === null ? 0 : x(item.before));
        parts.push(
          words({ words: fitted(item.name, NAMES - 12, 14), x: frame.left, y: top + 14, fill: INK.ink2 }),
          words({ words: item.written, x: end + 8, y: top + 14, bold: true }),
        );
        top += ROW;
      }
    }
    parts.push(path(`M${px(left)} ${px(frame.top + HEAD)}V${px(top)}`, INK.ink, 1.5));
    return parts.join('');
  }
}
