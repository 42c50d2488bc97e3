import { ITEMS, ITEM_IDS, type ItemId } from '$lib/model/items';
import { amountAt, itemIdAt } from '$lib/model/ledger';
import { optionsOf, seriesOf } from '$lib/model/resolve';
import type { ResultRow } from '$lib/model/rows';
import type { Given } from './outgoing';
import { levelInPlan, termOf, type Assumptions } from './workbook-assumptions';
import { FIRST_YEAR, HEADING, type Book } from './workbook-book';
import { referAcross, type Look } from './workbook-cells';
import { fundRow, fundRules } from './workbook-fund';
import type { Summed } from './workbook-lines';
import type { Line, Maker, MoneyRow, Result } from './workbook-money';

/** The rows of the result with their formulas; both sheets hold the same rows at the same place. */
export function resultOf(given: Given, of: Assumptions, book: Book): Result {
  const { forecast } = given;
  const { years, result, horizon } = forecast;
  const { words, unknown } = book;
  const inPlan = Math.min(horizon.years, years.length);
  const hasUnknown = result.some(({ incomplete }) => incomplete);
  const positions = new Map<string, number>();
  const inRow = (row: number, at: number): string => {
    const [sheet, column] = at < inPlan ? [words.sheets.result, at] : [words.sheets.tail, at - inPlan];
    return referAcross(sheet, row, FIRST_YEAR + column);
  };
  const cell = (key: string, at: number): string => {
    const row = positions.get(key);
    if (row === undefined) throw new Error(`no row: ${key}`);
    return inRow(row, at);
  };
  const year = (at: number): string => inRow(HEADING, at);
  const rowAt = (at: number): ResultRow => {
    const row = result[at];
    if (!row) throw new Error(`no year: ${at}`);
    return row;
  };
  const maker: Maker = {
    given,
    of,
    book,
    hasUnknown,
    rowAt,
    cell,
    year,
    sumOf: (at, criteria, summed = 'amount') => {
      const pairs = Object.entries({ year: year(at), ...criteria });
      const written = pairs.map(([column, is]) => `${words.names[column as Summed]},${is}`);
      return `SUMIFS(${words.names[summed]},${written.join(',')})`;
    },
    unless: (at, formula) => (hasUnknown ? `IF(${cell('unknown', at)}>0,"${unknown}",${formula})` : formula),
  };
  const lines = linesOf(maker);
  let row = HEADING + 1;
  for (const line of lines) {
    if (line.kind === 'money') positions.set(line.key, row);
    row += 1;
  }
  const rows = new Map(lines.flatMap((line) => (line.kind === 'money' ? [[line.key, line] as const] : [])));
  return { lines, given, years, inPlan, hasUnknown, cell, value: (key, at) => rows.get(key)?.value(at) ?? NaN };
}

function linesOf(maker: Maker): Line[] {
  const { book } = maker;
  const { words } = book;
  const part = (title: string): Line => ({ kind: 'part', title });
  const items = itemSums(maker.given);
  const of = (side: 'income' | 'cost', tag: 'extra' | 'ordinary'): Line[] =>
    [...items]
      .filter(([item]) => ITEMS[item].side === side && ITEMS[item].tag === tag)
      .map(([item, sums]) => itemLine(item, sums, maker));
  return [
    { kind: 'complete' },
    money(maker, 'unknown', 'quiet', {
      formula: (at) => {
        const { year, amount } = words.names;
        return `COUNTIFS(${year},${maker.year(at)},${amount},"${book.unknown}")`;
      },
      value: (at) => unknownIn(maker.given, at),
    }),
    part(words.result.income),
    ...of('income', 'extra'),
    sideLine(maker, 'income'),
    part(words.result.cost),
    ...of('cost', 'extra'),
    sideLine(maker, 'cost'),
    part(words.result.net),
    ...netLines(maker),
    part(words.result.fund),
    ...fundLines(maker),
    part(words.result.ordinaryPart),
    ...of('income', 'ordinary'),
    ...of('cost', 'ordinary'),
    ordinaryLine(maker),
  ];
}

type Made = Pick<MoneyRow, 'value'> & Partial<MoneyRow>;

function money({ book }: Maker, key: keyof Book['words']['rows'], look: Look, made: Made): Line {
  const label = book.words.rows[key];
  return { kind: 'money', key, label, code: '', note: '', look, sum: 'sum', formula: null, ...made };
}

/** Known kroner by item and year of the plan, items in their own order. */
function itemSums({ forecast: { ledger, years } }: Given): Map<ItemId, number[]> {
  const sums = new Map<ItemId, number[]>();
  for (let entry = 0; entry < ledger.length; entry += 1) {
    const at = ledger.at[entry] ?? -1;
    if (at < 0) continue;
    const item = itemIdAt(ledger, entry);
    const of = sums.get(item) ?? years.map(() => 0);
    const amount = amountAt(ledger, entry);
    of[at] = (of[at] ?? 0) + (Number.isNaN(amount) ? 0 : amount);
    sums.set(item, of);
  }
  return new Map([...sums].sort(([a], [b]) => ITEM_IDS.indexOf(a) - ITEM_IDS.indexOf(b)));
}

/** How many lines of a year have an unknown amount. */
function unknownIn({ forecast: { ledger } }: Given, at: number): number {
  let count = 0;
  for (let entry = 0; entry < ledger.length; entry += 1)
    if (ledger.at[entry] === at && Number.isNaN(amountAt(ledger, entry))) count += 1;
  return count;
}

function itemLine(item: ItemId, sums: number[], { book, sumOf }: Maker): Line {
  return {
    kind: 'money',
    key: `item:${item}`,
    label: book.text.items[item],
    code: item,
    note: '',
    look: 'figure',
    sum: 'sum',
    formula: (at) => sumOf(at, { code: `"${item}"` }),
    value: (at) => sums[at] ?? 0,
  };
}

/** Income or cost that the grants are for. */
function sideLine(maker: Maker, side: 'income' | 'cost'): Line {
  return money(maker, side, 'sum', {
    formula: (at) => maker.sumOf(at, sideIs(maker, side, 'extra')),
    value: (at) => maker.rowAt(at)[side],
  });
}

function sideIs({ book: { text, words } }: Maker, side: 'income' | 'cost', tag: 'extra' | 'ordinary') {
  return { side: `"${text.side[side]}"`, tag: `"${words.tags[tag]}"` };
}

function ordinaryLine(maker: Maker): Line {
  const of = (at: number, side: 'income' | 'cost'): string => maker.sumOf(at, sideIs(maker, side, 'ordinary'));
  return money(maker, 'ordinary', 'sum', {
    formula: (at) => `${of(at, 'cost')}-${of(at, 'income')}`,
    value: (at) => maker.rowAt(at).ordinary,
  });
}

/** Net, in kroner of the year and of the first, what of the cost comes after grant year 5, and income as it is paid. */
function netLines(maker: Maker): Line[] {
  const { cell, unless, of, sumOf, book, given } = maker;
  const netAt = (at: number): number => (maker.rowAt(at).incomplete ? NaN : maker.rowAt(at).net);
  const late = book.words.names.paid_next_year;
  const before = given.forecast.ledger;
  const earlier = before.at.reduce((sum, at, entry) => {
    const amount = amountAt(before, entry);
    return at < 0 && !Number.isNaN(amount) ? sum + amount : sum;
  }, 0);
  const [first] = given.forecast.years;
  return [
    money(maker, 'net', 'sum', {
      formula: (at) => unless(at, `${cell('income', at)}-${cell('cost', at)}`),
      value: netAt,
    }),
    money(maker, 'net_fixed', 'figure', {
      note: book.words.result.fixedKroner(first ?? NaN),
      formula: (at) => unless(at, `${cell('net', at)}*${levelInPlan(of, 0).formula}/${levelInPlan(of, at).formula}`),
      value: (at) => netAt(at) * maker.rowAt(at).fixed_factor,
    }),
    money(maker, 'after_phase', 'figure', {
      formula: (at) => sumOf(at, { ...sideIs(maker, 'cost', 'extra'), after_phase: `"${book.words.yes}"` }),
      value: (at) => maker.rowAt(at).after_phase,
    }),
    money(maker, 'before', 'figure', {
      note: book.words.notRecalculated,
      value: (at) => (at === 0 ? earlier : 0),
    }),
    money(maker, 'income_paid', 'figure', {
      formula: (at) => {
        const earned = `${cell('income', at)}-${sumOf(at, {}, 'paid_next_year')}`;
        return `${earned}+SUMIFS(${late},${book.words.names.year},${maker.year(at)}-1)+${cell('before', at)}`;
      },
      value: (at) => maker.rowAt(at).income_paid,
    }),
  ];
}

/** What goes to the fund by its rule, what is left over, and what the fund holds at the end of the year. */
function fundLines(maker: Maker): Line[] {
  const { cell, of, given, hasUnknown, book } = maker;
  const { parameters } = given.plan;
  const rules = optionsOf(parameters, 'fund.rule').slice(0, given.forecast.years.length);
  const isOpen = (at: number): boolean => given.forecast.result.slice(0, at + 1).every(({ incomplete }) => !incomplete);
  const known = (at: number, value: number): number => (maker.rowAt(at).incomplete ? NaN : value);
  const opening = termOf(of, seriesOf(parameters, 'fund.opening'), 0).formula;
  const upTo = (at: number): string => Array.from({ length: at + 1 }, (_, each) => cell('unknown', each)).join('+');
  return [
    money(maker, 'to_fund', 'figure', {
      note: fundRules(rules, book),
      formula: (at) => fundRow(maker, rules[at] ?? '', at),
      value: (at) => known(at, maker.rowAt(at).to_fund),
    }),
    money(maker, 'balance', 'figure', {
      formula: (at) => maker.unless(at, `${cell('net', at)}-${cell('to_fund', at)}`),
      value: (at) => known(at, maker.rowAt(at).balance),
    }),
    money(maker, 'fund', 'sum', {
      sum: 'last',
      formula: (at) => {
        const sum = `${at === 0 ? opening : cell('fund', at - 1)}+${cell('to_fund', at)}`;
        return hasUnknown ? `IF(${upTo(at)}>0,"${book.unknown}",${sum})` : sum;
      },
      value: (at) => (isOpen(at) ? maker.rowAt(at).fund : NaN),
    }),
  ];
}
