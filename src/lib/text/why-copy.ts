import { number, signed } from '$lib/format';
import type { Calculation, Column, Step, Why } from '$lib/model/why';
import type { Section } from '$lib/model/why-lines';
import type { View } from './figures';
import type { Text } from './text';
import { leaseCost, leaseName, lineName, productName, settledName, valueName } from './why-line';
import { groupName, sentenceOf, titleOf, whenOf } from './why-sentence';
import type { Assumption } from './why-source';
import { whyText } from './why';

/** How the kroner of a result count in the view: an income with a minus where it asks so. */
export function turnOf({ asked }: Why, view: View): 1 | -1 {
  return view.costPositive && (asked.metric === 'net' || asked.metric === 'fund') ? -1 : 1;
}

/** What the last sum of a calculation is called: a result by its side, where the view has not turned the signs. */
export function totalName(why: Why, text: Text, view: View): string {
  const words = whyText[text.language].total;
  const { metric, years, group } = why.asked;
  const when = whenOf(why.facts, years, text);
  if (metric === 'net' && group === undefined && !view.costPositive)
    return Math.round(why.value) === 0 ? words.zero(when) : why.value > 0 ? words.plus(when) : words.minus(when);
  if (metric === 'fund') return words.fund(when);
  if (metric === 'rooms_needed') return words.rooms(when);
  return why.money ? words.sum(when) : words.count(when);
}

/** What a column of years is called. */
export function columnName(column: Column, asked: Why['asked'], text: Text): string {
  if (column === 'to_fund') return whyText[text.language].columns.to_fund;
  return asked.group === undefined ? text.table.metrics[column] : whyText[text.language].columns.value;
}

/** The unit of a calculation; empty for a count. */
export function unitName({ money, facts, asked }: Why, text: Text): string {
  if (!money) return '';
  return asked.years.length > 1 && facts.fixed !== null
    ? whyText[text.language].kronerFixed(facts.fixed)
    : whyText[text.language].kroner;
}

/** All of a sheet as plain text: question, sentence, calculation and sources. */
export function copyOf(why: Why, scenario: string, assumptions: Assumption[], text: Text, view: View): string {
  const words = whyText[text.language];
  const unit = unitName(why, text);
  const parts = [
    [titleOf(why, text, view), scenario],
    [sentenceOf(why, text, view), ...(why.known ? [] : [words.incomplete])],
    [`${words.calculation}${unit ? ` (${unit})` : ''}`, ...calculationLines(why, text, view)],
  ];
  if (why.leases.length > 0)
    parts.push([words.leases, ...why.leases.map((lease) => `${leaseName(lease, text)} ${leaseCost(lease, text)}`)]);
  if (why.related.length > 0)
    parts.push([`${words.related} (${words.kroner})`, ...why.related.flatMap((side) => sectionLines(side, 1, text))]);
  parts.push([words.sources, ...assumptions.map((assumption) => `– ${assumptionLine(assumption, text)}`)]);
  return parts.map((lines) => lines.join('\n')).join('\n\n') + '\n';
}

/** What follows the lines or the parts: rounding, the sum, and in kroner of the first year the sum by its factor. */
export function endRows(why: Why, text: Text, view: View): { name: string; amount: string }[] {
  const { calculation, fixed } = why;
  if (calculation.kind === 'years') return [];
  const { rounding, total } = calculation;
  const turn = turnOf(why, view);
  const words = whyText[text.language];
  const decimals = calculation.kind === 'count' ? calculation.decimals : 0;
  const name = totalName(why, text, view);
  const rows = rounding === 0 ? [] : [{ name: words.rounding, amount: valueName(turn * rounding, decimals, text) }];
  const sum = (of: string, value: number): { name: string; amount: string } => ({
    name: of,
    amount: totalFigure(why, turn * value, decimals, text),
  });
  if (!fixed) return [...rows, sum(name, total)];
  const factor = `${words.inFixed(fixed.year)} × ${number(fixed.factor, 4, text.language)}`;
  return [...rows, sum(`${name}, ${text.kroner.nominal}`, total), sum(`${name}, ${factor}`, fixed.total)];
}

function calculationLines(why: Why, text: Text, view: View): string[] {
  const { calculation } = why;
  const turn = turnOf(why, view);
  const words = whyText[text.language];
  if (calculation.kind === 'years') return yearLines(why, calculation, view, text);
  const steps = (of: Step[], decimals: number): string[] =>
    of.map(({ name, value }) => `${words.steps[name] ?? name}: ${valueName(turn * value, decimals, text)}`);
  const lines =
    calculation.kind === 'lines'
      ? calculation.sections.flatMap((section) => sectionLines(section, turn, text))
      : [...steps(calculation.leading, 1), ...steps(calculation.parts, calculation.decimals)];
  return [...lines, ...endRows(why, text, view).map(({ name, amount }) => `${name}: ${amount}`)];
}

/** The last sum as it is written: a result with its sign, or unknown. */
export function totalFigure(why: Why, total: number, decimals: number, text: Text): string {
  if (why.isUnknown) return text.unknown;
  return why.asked.metric === 'net' || why.asked.metric === 'fund'
    ? signed(total, 0, text.language)
    : valueName(total, decimals, text);
}

function yearLines(
  why: Why,
  { columns, rows, totals, rounding, decimals, adds }: Extract<Calculation, { kind: 'years' }>,
  view: View,
  text: Text,
): string[] {
  const turn = turnOf(why, view);
  const cell = (column: Column, value: number | null): string => {
    const isTurned = column === 'net' || column === 'fund' || column === 'to_fund';
    const shown = value === null ? null : (isTurned ? turn : 1) * value;
    return `${columnName(column, why.asked, text)} ${valueName(shown, decimals, text)}`;
  };
  const line = (name: string, values: (number | null)[]): string =>
    `${name}: ${columns.map((column, at) => cell(column, values[at] ?? null)).join(', ')}`;
  const lines = rows.map(({ year, tail, cells }) =>
    line(
      `${year}${tail ? ` (${whyText[text.language].after})` : ''}`,
      cells.map(({ value }) => value),
    ),
  );
  if (!adds) return lines;
  if (rounding.some((rest) => rest !== 0)) lines.push(line(whyText[text.language].rounding, rounding));
  return [...lines, line(totalName(why, text, view), totals)];
}

function sectionLines({ side, groups, sum, known }: Section, turn: 1 | -1, text: Text): string[] {
  const kroner = (amount: number | null): string => valueName(amount === null ? null : turn * amount, 0, text);
  const lines = groups.flatMap((group) =>
    group.lines.map((line) => {
      const of = [settledName(line, text), text.status[line.status]].filter(Boolean).join(', ');
      const product = productName(line, text);
      return `${lineName(line, text)} (${of}): ${product ? `${product} = ` : ''}${kroner(line.amount)}`;
    }),
  );
  const name = whyText[text.language].sum[side] + (known ? '' : `, ${whyText[text.language].sumKnown}`);
  return [...lines, `${name}: ${kroner(sum)}`];
}

function assumptionLine({ what, source, where, href, status, setBy }: Assumption, text: Text): string {
  const from = [source, href, where].filter(Boolean).join(', ');
  const parts = [
    ...what,
    ...(from ? [`${whyText[text.language].source}: ${from}`] : []),
    `${whyText[text.language].status}: ${text.status[status]}`,
  ];
  return `${[...parts, setBy].join('. ')}.`;
}

/** What a group of rows is called as a heading. */
export function groupTitle(group: string, text: Text): string {
  return text.years.groups[group] ?? groupName(group, text);
}
