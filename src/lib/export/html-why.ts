import { number } from '$lib/format';
import { linesOf } from '$lib/model/forecast';
import { groupOf } from '$lib/model/groups';
import type { Side } from '$lib/model/items';
import type { LedgerLine } from '$lib/model/ledger';
import { readOverrides } from '$lib/model/settings';
import { sectionsOf, type CalculationLine } from '$lib/model/why-lines';
import { sourcesOf, weightsOf } from '$lib/model/why-sources';
import { htmlFileText } from '$lib/text/html-file';
import type { Text } from '$lib/text/text';
import { lineName, productName, settledName } from '$lib/text/why-line';
import { assumptionsOf, type Assumption } from '$lib/text/why-source';
import { escaped } from './markup';
import type { Given } from './outgoing';
import { linkHtml, tableHtml } from './html-parts';

/** Lines of a side whose item ids begin alike, with the rows they are shown as, by year. */
type Group = {
  side: Side;
  group: string;
  lines: LedgerLine[];
  rows: { year: number; tail: boolean; of: CalculationLine }[];
};

/** Every line of a plan by item and year: quantity x price = amount, with what it rests on, folded by item. */
export function whyHtml({ plan, forecast }: Given, text: Text): string {
  const lines = linesOf(forecast, plan.parameters, plan.opening);
  const words = htmlFileText[text.language];
  const groups = groupsOf(lines);
  const sides = [...new Set(groups.map(({ side }) => side))];
  return [
    `<p class="note">${escaped(words.whyNote)}</p>`,
    ...sides.map((side) => {
      const own = groups.filter((each) => each.side === side);
      return `<h3>${escaped(text.side[side])}</h3>${own.map((each) => groupHtml(each)).join('')}`;
    }),
  ].join('');

  function groupHtml({ group, lines: own, rows }: Group): string {
    const name = text.years.groups[group] ?? group;
    const table = tableHtml({
      caption: words.caption(name),
      columns: Object.values(words.columns),
      words: 2,
      rows: rows.map(({ year, tail, of }) => ({
        tail,
        cells: [
          tail ? `${year} ${text.tail}` : String(year),
          [lineName(of, text), settledName(of, text)].filter(Boolean).join(', '),
          productName(of, text),
          of.amount === null ? text.unknown : number(of.amount, 0, text.language),
          text.status[of.status],
          text.status[of.quantity_status],
        ],
      })),
    });
    const sum = rows.reduce((total, { of }) => total + (of.amount ?? 0), 0);
    const known = rows.every(({ of }) => of.amount !== null);
    const written = number(sum, 0, text.language);
    const total = known ? words.sum(written) : sum === 0 ? words.unknown : words.sumKnown(written);
    const rests = assumptionsBehind({ plan, forecast }, own, text);
    return `<details class="item"><summary><span>${escaped(name)}</span><span>${escaped(total)}</span></summary>${table}${assumptionsHtml(rests, `${name}: ${words.rests}`, text)}</details>`;
  }
}

/** Groups of a ledger by side, the largest first. */
function groupsOf(lines: LedgerLine[]): Group[] {
  const groups = new Map<string, Group>();
  for (const line of lines) {
    const group = groupOf(line.item);
    const key = `${line.side} ${group}`;
    const known = groups.get(key) ?? { side: line.side, group, lines: [], rows: [] };
    known.lines.push(line);
    groups.set(key, known);
  }
  const order: Side[] = ['income', 'cost', 'fund'];
  const sizeOf = ({ lines: own }: Group): number => Math.abs(own.reduce((sum, { amount }) => sum + (amount ?? 0), 0));
  for (const each of groups.values())
    for (const year of [...new Set(each.lines.map((line) => line.year))].sort((a, b) => a - b)) {
      const own = each.lines.filter((line) => line.year === year);
      const tail = own[0]?.tail ?? false;
      for (const section of sectionsOf(own, () => 1))
        for (const { lines: rows } of section.groups) for (const of of rows) each.rows.push({ year, tail, of });
    }
  return [...groups.values()].sort((a, b) => order.indexOf(a.side) - order.indexOf(b.side) || sizeOf(b) - sizeOf(a));
}

/** What some lines of a plan rest on, the weightiest first. */
export function assumptionsBehind(
  { plan, forecast }: Pick<Given, 'plan' | 'forecast'>,
  lines: LedgerLine[],
  text: Text,
): Assumption[] {
  const { scenario, parameters } = plan;
  const weights = weightsOf(lines, forecast.ledger, parameters, forecast.years, true);
  const { overrides } = readOverrides(parameters.catalogue, scenario.parameters, scenario);
  const lookup = {
    parameters,
    original: overrides,
    moves: [],
    years: forecast.years,
    planned: forecast.years.slice(0, scenario.years),
  };
  return assumptionsOf(sourcesOf(weights, lookup), text);
}

/** Assumptions as a table: what, how sure, and where from. */
export function assumptionsHtml(assumptions: Assumption[], caption: string, text: Text): string {
  const { rest } = htmlFileText[text.language];
  return tableHtml({
    caption,
    columns: [rest.what, rest.status, rest.source],
    words: 3,
    rows: assumptions.map(({ what, status, source, href, where, setBy }) => ({
      cells: [
        { html: what.map(escaped).join('<br>') },
        text.status[status],
        {
          html: [
            [source ? linkHtml(source, href, text) : '', escaped(where)].filter(Boolean).join(', '),
            escaped(setBy),
          ]
            .filter(Boolean)
            .join('. '),
        },
      ],
    })),
  });
}
