import { count } from '$lib/format';
import { linesOf } from '$lib/model/forecast';
import { ratesIn } from '$lib/model/rates';
import { readOverrides } from '$lib/model/settings';
import { sourcesOf, weightsOf } from '$lib/model/why-sources';
import { peakOf, sumOver, worstOf, type Metric, type YearRow } from '$lib/model/year-row';
import { figure, sumFigure, unitOf } from '$lib/text/figures';
import { ratesLine } from '$lib/text/rates-line';
import { reasonName } from '$lib/text/reason';
import { cellWords, withUnit } from '$lib/text/setting';
import type { Text } from '$lib/text/text';
import { whyText } from '$lib/text/why';
import { assumptionsOf, type Assumption } from '$lib/text/why-source';
import type { paperText } from '$lib/text/paper';
import type { Given, Outgoing } from './outgoing';
import type { Ask, FigureRun, Part, Row, Run, TableBlock } from './paper-block';

/** The words of the paper in a language. */
export type PaperWords = (typeof paperText)['nb'];

/** Years from the first to the last of some, as they are written. */
export function spanOf(years: readonly number[]): string {
  const [from, to] = [years[0], years.at(-1)];
  return from === to ? String(from ?? '') : `${from}–${to}`;
}

/** The years of a plan, or those after it. */
export function yearsOf({ years }: Given, tail: boolean): YearRow[] {
  return years.filter((row) => row.tail === tail);
}

/** Where a table or a picture comes from: years, plan, whom it is for, kind of people, the model and its rates. */
export function originOf(of: Outgoing, text: Text, words: PaperWords): string {
  const { plan, name, years } = of.about;
  const { scenario, parameters, opening } = plan;
  const people = opening.synthetic ? text.frame.synthetic : opening.estimated ? text.frame.estimated : '';
  const rates = ratesLine(ratesIn(parameters.catalogue), scenario.parameters['rates.year'], text);
  const said = [spanOf(years.map(({ year }) => year)), name, of.mark, people, words.source(of.version), rates];
  return said
    .filter(Boolean)
    .map((each) => `${each.replace(/\.$/, '')}.`)
    .join(' ');
}

/** A figure of a plan over some years, as it is written. */
export function figureOf(written: string, ask: Ask, sign: number | null, text: Text): FigureRun {
  return { text: written, name: `${text.table.metrics[ask.metric]} ${spanOf(ask.years)}`, sign, ask };
}

/** A figure of a year with a sign where it can be either. */
function yearFigure(metric: Metric, row: YearRow, of: Ask['of'], { text, view }: Written): FigureRun {
  const sign = metric === 'net' || (metric === 'fund' && row.fund < 0) ? row[metric] : null;
  return figureOf(figure(metric, row, text, view), { of, metric, years: [row.year] }, sign, text);
}

type Written = { text: Text; view: Outgoing['view'] };

/** Metrics year by year, the years after the plan apart and marked in words; sums of those that can be added. */
export function yearsTable(
  of: Outgoing,
  text: Text,
  words: PaperWords,
  { caption, metrics, summed = [] }: { caption: string; metrics: Metric[]; summed?: Metric[] },
): TableBlock {
  const written: Written = { text, view: of.view };
  const part = (tail: boolean): Part => {
    const rows = yearsOf(of.about, tail);
    const sums = metrics.map((metric) => (summed.includes(metric) ? [sumFigure(metric, rows, text, of.view)] : []));
    return {
      name: tail ? text.vote.columns.tail : '',
      tail,
      rows: rows.map((row) => ({
        head: [String(row.year)],
        cells: metrics.map((metric) => [yearFigure(metric, row, 'about', written)]),
      })),
      sum: summed.length > 0 ? { head: [tail ? text.table.sumTail : text.table.sum], cells: sums } : null,
    };
  };
  return {
    kind: 'table',
    caption,
    origin: originOf(of, text, words),
    columns: [
      { name: text.columns.year, isFigure: false },
      ...metrics.map((metric) => ({ name: text.table.metrics[metric], isFigure: true })),
    ],
    parts: [part(false), part(true)].filter(({ rows }) => rows.length > 0),
    stacks: false,
  };
}

/** The alternatives, each with what it comes to in the plan, after it, and at the most. */
export function alternativesTable(of: Outgoing, text: Text, words: PaperWords): TableBlock {
  const { columns, caption } = text.vote;
  const figures = [columns.plan, columns.tail, columns.worst, columns.rooms, columns.posts];
  return {
    kind: 'table',
    caption: `${caption} (${unitOf(text, of.view)})`,
    origin: originOf(of, text, words),
    columns: [
      { name: columns.persons, isFigure: false },
      { name: words.reason, isFigure: false },
      ...figures.map((name) => ({ name, isFigure: true })),
    ],
    parts: [{ name: '', tail: false, rows: of.alternatives.map((_, at) => alternativeRow(of, at, text)), sum: null }],
    stacks: true,
  };
}

function alternativeRow(of: Outgoing, at: number, text: Text): Row {
  const alternative = of.alternatives[at];
  if (!alternative) throw new Error(`no alternative: ${at}`);
  const { persons, reasons, given } = alternative;
  const named = text.plan.perYear(count(persons, text.language));
  const before = of.about.plan.scenario.first_year - 1;
  const asked = (metric: Metric, years: number[], written: string, sign: number | null, name: string): Run[] => [
    { text: written, name: `${named}, ${name}`, sign, ask: { of: at, metric, years } },
  ];
  const sums = [false, true].map((tail): Run[] => {
    const rows = yearsOf(given, tail);
    if (rows.length === 0) return [];
    const name = tail ? text.vote.columns.tail : text.vote.columns.plan;
    const years = rows.map(({ year }) => year);
    return asked('net', years, sumFigure('net', rows, text, of.view), sumOver('net', rows), name);
  });
  const worst = worstOf(given.years);
  const peaks = (['rooms_needed', 'posts'] as const).map((metric): Run[] => {
    const peak = peakOf(metric, given.years);
    if (!peak) return [text.unknown];
    const name = metric === 'posts' ? text.vote.columns.posts : text.vote.columns.rooms;
    return asked(metric, [peak.year], figure(metric, peak, text, of.view), null, name);
  });
  return {
    head: [count(persons, text.language)],
    cells: [
      [reasons.map((reason) => reasonName(reason, before, text)).join(', ')],
      ...sums,
      worst
        ? [
            ...asked('net', [worst.year], figure('net', worst, text, of.view), worst.net, String(worst.year)),
            ` (${worst.year})`,
          ]
        : [text.unknown],
      ...peaks,
    ],
  };
}

/** What the scenario sets itself; `null` where it sets nothing. */
export function settingsTable(of: Outgoing, text: Text, words: PaperWords): TableBlock | null {
  const { scenario, parameters } = of.about.plan;
  const rows = Object.entries(scenario.parameters).map(([setting, value]): Row => {
    const [override] = readOverrides(parameters.catalogue, { [setting]: value }, scenario).overrides;
    const parameter = parameters.catalogue.parameters.get(override?.id ?? '');
    if (!override || !parameter) return { head: [setting], cells: [[String(value)]] };
    const name = settingName(of.about, setting, text);
    return {
      head: [{ text: name, parameter: parameter.id }],
      cells: [[withUnit(override.value, { parameter }, text)]],
    };
  });
  if (rows.length === 0) return null;
  return {
    kind: 'table',
    caption: words.settingsCaption,
    origin: originOf(of, text, words),
    columns: [
      { name: words.setting, isFigure: false },
      { name: words.value, isFigure: true },
    ],
    parts: [{ name: '', tail: false, rows, sum: null }],
    stacks: false,
  };
}

/** What a parameter, a cell or a year of it is called, by the address a scenario writes it with. */
export function settingName({ plan }: Given, setting: string, text: Text): string {
  const [address = '', year] = setting.split('@');
  const { parameters, cells } = plan.parameters.catalogue;
  const cell = cells.get(address);
  const id = cell?.parameter.id ?? longestId(address, [...parameters.keys()]);
  const parameter = parameters.get(id);
  if (!parameter) return setting;
  const tokens = address.slice(id.length).split('.').filter(Boolean);
  const of = tokens.length > 0 && cell ? cellWords(parameter, cell.keys, text) : tokens.join(' ');
  return [parameter.label[text.language], of, year].filter(Boolean).join(', ');
}

function longestId(address: string, ids: string[]): string {
  const own = ids.filter((id) => address === id || address.startsWith(`${id}.`));
  return own.reduce((longest, id) => (id.length > longest.length ? id : longest), '');
}

/** Every parameter that the amounts of the plan rest on, with value, status in words and source; the weightiest first. */
export function carryingTable(of: Outgoing, text: Text, words: PaperWords): TableBlock {
  const { setBy: by, setters } = whyText[text.language];
  const standard = by(setters.standard);
  const rows = carrying(of.about, text).map(({ what, status, source, href, where, setBy }): Row => {
    const lang = text.language === 'en' ? 'nb' : undefined;
    const named: Run[] = source === '' ? [] : [{ text: source, href: href ?? undefined, lang }];
    return {
      head: what.flatMap((line, at) => (at === 0 ? [line] : ['\n', line])),
      cells: [
        [{ text: text.status[status], status }],
        [...named, sentenceOf(named.length > 0, where, setBy === standard ? '' : setBy)],
      ],
    };
  });
  return {
    kind: 'table',
    caption: words.carryingCaption,
    origin: originOf(of, text, words),
    columns: [words.setting, words.status, words.sourceName].map((name) => ({ name, isFigure: false })),
    parts: [{ name: '', tail: false, rows, sum: null }],
    stacks: true,
  };
}

/** What follows the name of a source: where in it, and who set the value where that is not the standard. */
function sentenceOf(isNamed: boolean, where: string, setBy: string): string {
  const place = isNamed ? `${where && `, ${where}`}.` : '';
  return [place, setBy && `${setBy}.`].filter(Boolean).join(' ');
}

/** All that the scenario sets counts as set by it, whoever wrote it. */
function carrying({ plan, forecast }: Given, text: Text): Assumption[] {
  const { parameters, opening } = plan;
  const { ledger, years, horizon } = forecast;
  const weights = weightsOf(linesOf(forecast, parameters, opening), ledger, parameters, years, true);
  const sources = sourcesOf(weights, {
    parameters,
    original: [...parameters.overrides.values()].flat(),
    moves: [],
    years,
    planned: years.slice(0, horizon.years),
  });
  return assumptionsOf(sources, text);
}
