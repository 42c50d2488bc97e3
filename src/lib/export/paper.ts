import { count, number } from '$lib/format';
import type { HiddenRange } from '$lib/model/hidden';
import { draftOf, resolutionPlan } from '$lib/model/resolution';
import { optionAt, seriesOf, valueAt } from '$lib/model/resolve';
import { statusAt } from '$lib/model/status';
import { warningsOf } from '$lib/model/warnings';
import { netInPlanAndTail, peakOf, worstOf, type Metric, type YearRow } from '$lib/model/year-row';
import { figure, inWords, personsName, signedAmount, unitOf } from '$lib/text/figures';
import { outgoingText } from '$lib/text/outgoing';
import { ratesName } from '$lib/text/rates-line';
import { draftLines, moneyLines, type Form } from '$lib/text/resolution';
import { warningSentence } from '$lib/text/sentence';
import type { Text } from '$lib/text/text';
import { whyText } from '$lib/text/why';
import { headOf, type Given, type Outgoing } from './outgoing';
import { filled, sentences, type Ask, type Block, type FigureRun, type Run } from './paper-block';
import { hiddenLines } from './paper-hidden';
import {
  alternativesTable,
  carryingTable,
  figureOf,
  originOf,
  settingName,
  settingsTable,
  spanOf,
  yearsOf,
  yearsTable,
  type PaperWords,
} from './paper-tables';

/** The vote as it stands in the paper: its lines and the form of Norwegian they are in. */
export type Resolution = { form: Form; lines: string[] };

/** What the paper tells beside what follows from the plan: the vote that was chosen, and what hidden rows can do. */
export type PaperMore = { resolution?: Resolution | undefined; hidden?: HiddenRange | null | undefined };

const PERSONS = 'settlement.persons';
/** Letters of an address that is written in full. */
const LONGEST = 80;

/** The paper for the council in the order such a paper has: what the page shows, Word holds and a printer prints. */
export function paperOf(of: Outgoing, text: Text, words: PaperWords, more: PaperMore = {}): Block[] {
  return [
    ...opening(of, text, words),
    ...background(of, text, words),
    { kind: 'heading', level: 2, text: words.assessment },
    ...economy(of, text, words),
    ...capacity(of, text, words),
    ...uncertainty(of, text, words, more.hidden ?? null),
    { kind: 'heading', level: 2, text: words.alternatives },
    paragraph(words.alternativesLine),
    alternativesTable(of, text, words),
    { kind: 'picture', name: 'alternatives', origin: originOf(of, text, words) },
    { kind: 'heading', level: 2, text: words.after },
    after(of, text, words),
    { kind: 'heading', level: 2, text: words.resolution },
    { kind: 'note', runs: [words.resolutionNote] },
    { kind: 'resolution', ...(more.resolution ?? resolutionOf(of, text)) },
    ...basis(of, text, words),
    ...questions(of, words),
  ];
}

/** The vote as the plan itself gives it. */
export function resolutionOf(of: Outgoing, text: Text): Resolution {
  const { plan, forecast } = of.about;
  const form = text.language === 'nn' ? 'nn' : 'nb';
  const lines = draftLines(draftOf(resolutionPlan(forecast, plan.parameters)), form, of.municipality.name);
  return { form, lines: [...lines, ...moneyLines(optionAt(plan.parameters, 'fund.rule', firstYear(of.about)), form)] };
}

/** What the paper is called. */
export function paperTitle(of: Outgoing, words: PaperWords): string {
  return words.title(of.municipality.name, plannedSpan(of.about));
}

/** What must be said before all else: whom it is for, and that people are invented or estimated where they are. */
export function markOf({ about, mark }: Outgoing, { frame }: Text): string[] {
  const { synthetic, estimated } = about.plan.opening;
  return [mark, ...(synthetic ? [frame.example, frame.synthetic] : estimated ? [frame.estimated] : [])];
}

function opening(of: Outgoing, text: Text, words: PaperWords): Block[] {
  const { name } = of.municipality;
  const first = firstYear(of.about);
  const requested = valueAt(of.about.plan.parameters, 'settlement.requested', first);
  const asked = Number.isNaN(requested) ? words.notRequested : words.requested(count(requested, text.language), first);
  const compared = of.other ? filled(words.caseCompared, { persons: personsOf(of.other, text) }) : [];
  return [
    { kind: 'heading', level: 1, text: paperTitle(of, words) },
    { kind: 'mark', runs: [`${words.version(of.version)}. ${markOf(of, text).join('. ')}.`] },
    { kind: 'heading', level: 2, text: words.case },
    paragraph(words.caseLine(name, plannedSpan(of.about)), asked),
    { kind: 'paragraph', runs: sentences(filled(words.caseNumber, { persons: personsOf(of.about, text) }), compared) },
  ];
}

function background({ about }: Outgoing, text: Text, words: PaperWords): Block[] {
  const first = firstYear(about);
  const before = about.plan.opening.cells.filter(({ settlement_year }) => settlement_year === first - 1);
  const settled = before.reduce((sum, { persons }) => sum + persons, 0);
  return [
    { kind: 'heading', level: 2, text: words.background },
    paragraph(
      words.inPhase(count(about.forecast.in_phase_before, text.language), first),
      before.length > 0 ? words.settledBefore(count(settled, text.language), first - 1) : '',
    ),
    paragraph(words.grantsRule),
  ];
}

function economy(of: Outgoing, text: Text, words: PaperWords): Block[] {
  const { about, other } = of;
  const worst = worstOf(about.years);
  const kroner = of.fixed ? text.plan.fixed(firstYear(about)) : text.plan.nominal;
  const told = worst
    ? filled(words.worst, { year: String(worst.year), net: millionFigure('net', worst, of, text) })
    : [];
  return [
    { kind: 'heading', level: 3, text: words.economy },
    { kind: 'paragraph', runs: sentences(goes(about, 'about', text, words), told) },
    ...(other ? [{ kind: 'paragraph' as const, runs: goes(other, 'other', text, words) }] : []),
    yearsTable(of, text, words, {
      caption: `${words.economyCaption} (${unitOf(text, of.view)} ${kroner})`,
      metrics: ['income', 'cost', 'net', 'fund'],
      summed: ['income', 'cost', 'net'],
    }),
    ...(about.years.some(({ incomplete }) => incomplete)
      ? [{ kind: 'note' as const, runs: [whyText[text.language].incomplete] }]
      : []),
    ...['net', 'worst_year', 'fund'].map((name): Block => ({
      kind: 'picture',
      name,
      origin: originOf(of, text, words),
    })),
  ];
}

/** What a plan comes to in its years and after them, in a sentence. */
function goes(given: Given, of: Ask['of'], text: Text, words: PaperWords): Run[] {
  const line = yearsOf(given, true).length > 0 ? words.economyLine : words.economyPlan;
  return filled(line, { persons: personsOf(given, text), ...sums(given, of, text) });
}

function sums(given: Given, of: Ask['of'], text: Text): Record<string, Run> {
  const totals = netInPlanAndTail(given.years);
  const part = (tail: boolean): { run: Run; way: string; span: string } => {
    const total = tail ? totals.tail : totals.plan;
    const years = yearsOf(given, tail).map(({ year }) => year);
    const [written, way] = inWords(total, text);
    const run = written === '' ? '' : figureOf(written, { of, metric: 'net', years }, total, text);
    return { run, way, span: spanOf(years) };
  };
  const [plan, tail] = [part(false), part(true)];
  return { plan: plan.run, planWay: plan.way, years: plan.span, tail: tail.run, tailWay: tail.way, after: tail.span };
}

function capacity(of: Outgoing, text: Text, words: PaperWords): Block[] {
  const { leases } = of.about.forecast;
  const empty = leases.reduce((sum, lease) => sum + lease.months_empty, 0);
  const peak = (words: string, metric: Metric, name: string): Run[] => {
    const row = peakOf(metric, of.about.years);
    return row ? filled(words, { year: String(row.year), [name]: rowFigure(metric, row, of, text) }) : [];
  };
  return [
    { kind: 'heading', level: 3, text: words.capacity },
    {
      kind: 'paragraph',
      runs: sentences(
        peak(words.rooms, 'rooms_needed', 'rooms'),
        [leases.length === 0 ? words.noLeases : words.leases(leases.length)],
        empty > 0 ? [words.empty(number(empty, 0, text.language))] : [],
        peak(words.posts, 'posts', 'posts'),
        peak(words.dwellings, 'dwellings', 'dwellings'),
      ),
    },
    yearsTable(of, text, words, {
      caption: words.capacityCaption,
      metrics: ['in_phase', 'rooms_needed', 'posts', 'dwellings'],
    }),
    ...['people', 'rooms', 'posts'].map((name): Block => ({
      kind: 'picture',
      name,
      origin: originOf(of, text, words),
    })),
  ];
}

function uncertainty(of: Outgoing, text: Text, words: PaperWords, hidden: HiddenRange | null): Block[] {
  const { forecast, plan } = of.about;
  const isKnown = of.municipality.name !== of.municipality.number;
  const warnings = warningsOf(forecast, plan.opening, plan.parameters, isKnown).map((warning) =>
    warningSentence(warning, text, (id) => settingName(of.about, id, text)),
  );
  const matters = of.matters.map((id) => matterRuns(of.about, id, text));
  return [
    { kind: 'heading', level: 3, text: words.uncertainty },
    paragraph(words.uncertaintyLine),
    ...(plan.opening.suppressed > 0 ? [{ kind: 'hidden' as const, lines: hiddenLines(hidden, of.view, text) }] : []),
    ...(matters.length > 0 ? [paragraph(words.matters), { kind: 'list' as const, ordered: true, items: matters }] : []),
    ...(warnings.length > 0
      ? [{ kind: 'list' as const, ordered: false, items: [...new Set(warnings)].map((each) => [each]) }]
      : []),
  ];
}

/** A parameter that matters with its status and source, as its first cell has them in the first year. */
function matterRuns(given: Given, id: string, text: Text): Run[] {
  const { parameters } = given.plan;
  const name: Run = { text: settingName(given, id, text), parameter: id };
  const cell = parameters.catalogue.cellsOf.get(id)?.[0];
  if (!cell) return [name];
  const series = seriesOf(parameters, cell.address);
  const at = firstYear(given) - parameters.first;
  const block = series.parameter.values[series.block[at] ?? -1];
  const status = statusAt(series.status[at] ?? 0);
  const source = block?.rates ? ratesName(block.rates, text) : (block?.reference.title ?? text.parameters.noSource);
  const lang = text.language === 'en' && block && !block.rates ? 'nb' : undefined;
  return [name, ' (', { text: text.status[status], status }, '). ', { text: source, lang }];
}

function after(of: Outgoing, text: Text, words: PaperWords): Block {
  const { about } = of;
  const [last, later] = [yearsOf(about, false).at(-1), yearsOf(about, true).at(-1)];
  if (!last || !later) return paragraph(words.afterNone);
  const fund = later.fund_incomplete
    ? []
    : filled(words.afterFund, { year: String(later.year), fund: millionFigure('fund', later, of, text) });
  const posts = filled(words.afterPosts, {
    year: String(last.year),
    later: String(later.year),
    posts: rowFigure('posts', last, of, text),
    fewer: rowFigure('posts', later, of, text),
  });
  return {
    kind: 'paragraph',
    runs: sentences(filled(words.afterLine, sums(about, 'about', text)), posts, fund),
  };
}

function basis(of: Outgoing, text: Text, words: PaperWords): Block[] {
  const said = outgoingText[text.language];
  const settings = settingsTable(of, text, words);
  const rows = headOf(of, text, said).map(({ key, name, value }) => ({
    key,
    term: name,
    runs: [key === 'link' ? { text: shortened(value), href: value } : value],
  }));
  return [
    { kind: 'heading', level: 2, text: words.basis },
    { kind: 'heading', level: 3, text: said.headTitle },
    { kind: 'terms', rows },
    paragraph(said.hashNote, of.link === null ? '' : words.link),
    { kind: 'heading', level: 3, text: words.settings },
    settings ?? paragraph(words.nothingSet),
    { kind: 'heading', level: 3, text: words.carrying },
    paragraph(words.carryingLine),
    carryingTable(of, text, words),
  ];
}

function questions(of: Outgoing, words: PaperWords): Block[] {
  if (of.questions.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: words.questions },
    ...of.questions.flatMap(({ about, figure: of, asked, answer }): Block[] => [
      { kind: 'heading', level: 3, text: about.includes(of) ? about : words.asked(about, of) },
      {
        kind: 'terms',
        rows: [
          { key: 'question', term: words.question, runs: [asked] },
          { key: 'answer', term: words.answer, runs: [answer.trim() === '' ? words.unanswered : answer] },
        ],
      },
    ]),
  ];
}

/** An address as it is written: to where what it carries begins. */
function shortened(address: string): string {
  const [page = ''] = address.split('#');
  return address.length > LONGEST ? `${page}#…` : address;
}

function paragraph(...said: string[]): Block {
  return { kind: 'paragraph', runs: sentences(...said.filter(Boolean).map((each) => [each])) };
}

/** A figure of a year of the plan, in the unit of the view. */
function rowFigure(metric: Metric, row: YearRow, of: Outgoing, text: Text): FigureRun {
  return figureOf(figure(metric, row, text, of.view), { of: 'about', metric, years: [row.year] }, null, text);
}

/** The same in millions, as sentences have it. */
function millionFigure(metric: 'net' | 'fund', row: YearRow, of: Outgoing, text: Text): FigureRun {
  const written = signedAmount(row[metric], text, { ...of.view, thousands: false });
  return figureOf(written, { of: 'about', metric, years: [row.year] }, row[metric], text);
}

function firstYear({ plan }: Given): number {
  return plan.scenario.first_year;
}

function plannedSpan(given: Given): string {
  return spanOf(yearsOf(given, false).map(({ year }) => year));
}

/** Settled a year by a plan, in words. */
function personsOf({ plan }: Given, text: Text): string {
  const { first_year, years } = plan.scenario;
  const path = Array.from({ length: years }, (_, at) => valueAt(plan.parameters, PERSONS, first_year + at));
  return personsName(path, text);
}
