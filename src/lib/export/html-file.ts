import { linesOf } from '$lib/model/forecast';
import { valueAt } from '$lib/model/resolve';
import { warningsOf } from '$lib/model/warnings';
import { netInPlanAndTail, type Metric, type YearRow } from '$lib/model/year-row';
import { figure, inWords, personsName, sumFigure, unitOf } from '$lib/text/figures';
import { htmlFileText } from '$lib/text/html-file';
import { outgoingText } from '$lib/text/outgoing';
import { warningSentence } from '$lib/text/sentence';
import type { Text } from '$lib/text/text';
import { assumptionsBehind, assumptionsHtml, whyHtml } from './html-why';
import { linkHtml, sectionHtml, STYLE, tableHtml, wide, type Part } from './html-parts';
import { escaped } from './markup';
import { dataKind, headOf, type Given, type Outgoing } from './outgoing';
import { picturesOf } from './picture';
import { whereOf } from './picture-sheet';

/** Nothing is run, nothing is fetched, and nothing is sent. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** A scenario as one HTML file that needs no network: head, sentence, charts with their tables, result, every line, sources. */
export function htmlFile(of: Outgoing, text: Text): string {
  const words = htmlFileText[text.language];
  const said = outgoingText[text.language];
  const parts = partsOf(of, text);
  const title = words.title(whereOf(of));
  const mark = `${of.mark}. ${said.head.data}: ${said.data[dataKind(of.about.plan)]}.`;
  const contents = parts.map((part) => `<li><a href="#${part.id}">${escaped(part.title)}</a></li>`).join('');
  const other = of.other ? `<p class="lead">${escaped(words.other(of.other.name, headline(of.other, text)))}</p>` : '';
  return [
    '<!doctype html>',
    `<html lang="${text.language}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${escaped(title)}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    `<header><p class="mark">${escaped(mark)}</p><p class="note">${escaped(title)}</p><h1>${escaped(headline(of.about, text))}</h1>${other}<p class="lead">${escaped(words.lead)}</p></header>`,
    `<main><nav aria-label="${escaped(words.contents)}"><ul>${contents}</ul></nav>`,
    ...parts.map(sectionHtml),
    '</main>',
    `<footer>${escaped(said.hashNote)}</footer>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function partsOf(of: Outgoing, text: Text): Part[] {
  const words = htmlFileText[text.language];
  const { about, questions } = of;
  return [
    { id: 'about', title: outgoingText[text.language].headTitle, html: headHtml(of, text) },
    { id: 'charts', title: words.charts, html: chartsHtml(of, text) },
    { id: 'result', title: words.result, html: resultHtml(of, text) },
    { id: 'warnings', title: words.warnings, html: warningsHtml(of, text) },
    { id: 'why', title: words.why, html: whyHtml(about, text) },
    { id: 'assumptions', title: words.assumptions, html: sourcesHtml(of, text) },
    ...(questions.length > 0 ? [{ id: 'questions', title: words.questions, html: questionsHtml(of, text) }] : []),
  ];
}

/** What a plan leads to, in one sentence. */
export function headline({ plan, years }: Given, text: Text): string {
  const { scenario, parameters } = plan;
  const { headline: words } = text.plan;
  const path = Array.from({ length: scenario.years }, (_, at) =>
    valueAt(parameters, 'settlement.persons', scenario.first_year + at),
  );
  const totals = netInPlanAndTail(years);
  const begins = path.every((persons) => persons === 0)
    ? [words.none]
    : [words.before, personsName(path, text), words.goes];
  const parts = [...begins, ...inWords(totals.plan, text)];
  const after =
    totals.tailYears > 0
      ? [words.until(scenario.first_year + scenario.years - 1), ...inWords(totals.tail, text), words.after]
      : [];
  const sentence = [...parts, ...after].filter(Boolean).join(' ');
  return sentence.endsWith('.') ? sentence : `${sentence}.`;
}

function headHtml(of: Outgoing, text: Text): string {
  const lines = headOf(of, text, outgoingText[text.language]);
  const rows = lines.map(({ key, name, value }) => {
    const cell = key === 'link' ? linkHtml(value, value, text) : escaped(value);
    return `<tr><th scope="row">${escaped(name)}</th><td>${cell}</td></tr>`;
  });
  return `<table class="head"><tbody>${rows.join('')}</tbody></table>`;
}

function chartsHtml(of: Outgoing, text: Text): string {
  const { asTable } = htmlFileText[text.language];
  return picturesOf(of, text)
    .map(({ title, summary, svg, columns, rows }) => {
      const table = tableHtml({ caption: `${asTable}: ${title}`, columns, rows: rows.map((cells) => ({ cells })) });
      return `<figure>${wide(title, svg)}<figcaption class="note">${escaped(summary)}</figcaption><details class="twin"><summary>${escaped(asTable)}</summary>${table}</details></figure>`;
    })
    .join('');
}

function resultHtml(of: Outgoing, text: Text): string {
  const words = htmlFileText[text.language];
  const kroner = of.fixed ? text.plan.fixed(of.about.plan.scenario.first_year) : text.plan.nominal;
  const money: Metric[] = ['income', 'cost', 'net', 'fund'];
  const counts: Metric[] = ['in_phase', 'rooms_needed', 'posts', 'dwellings'];
  const rowsOf = (metrics: Metric[], others: Metric[]) =>
    of.about.years.map((row) => {
      const theirs = of.other?.years.find(({ year }) => year === row.year);
      return {
        tail: row.tail,
        cells: [
          row.tail ? `${row.year} ${text.tail}` : String(row.year),
          ...metrics.map((metric) => figure(metric, row, text, of.view)),
          ...others.map((metric) => (theirs ? figure(metric, theirs, text, of.view) : '–')),
        ],
      };
    });
  const otherNet: Metric[] = of.other ? ['net'] : [];
  const columnsOf = (metrics: Metric[], others: Metric[]): string[] => [
    text.columns.year,
    ...metrics.map((metric) => text.table.metrics[metric]),
    ...others.map((metric) => `${text.table.metrics[metric]}, ${of.other?.name ?? ''}`),
  ];
  const sumRow = (name: string, isTail: boolean) => {
    const own = of.about.years.filter(({ tail }) => tail === isTail);
    const theirs = of.other?.years.filter(({ tail }) => tail === isTail) ?? [];
    const sum = (metric: Metric, rows: YearRow[]): string =>
      rows.length > 0 ? sumFigure(metric, rows, text, of.view) : '–';
    return {
      sum: true,
      tail: isTail,
      cells: [
        name,
        ...money.map((metric) => (metric === 'fund' ? '' : sum(metric, own))),
        ...otherNet.map((metric) => sum(metric, theirs)),
      ],
    };
  };
  const rows = rowsOf(money, otherNet);
  return [
    tableHtml({
      caption: `${words.result} (${unitOf(text, of.view)} ${kroner})`,
      columns: columnsOf(money, otherNet),
      rows: [
        ...rows.filter(({ tail }) => !tail),
        sumRow(words.sumPlan, false),
        ...rows.filter(({ tail }) => tail),
        ...(rows.some(({ tail }) => tail) ? [sumRow(words.sumTail, true)] : []),
      ],
    }),
    tableHtml({ caption: words.capacity, columns: columnsOf(counts, []), rows: rowsOf(counts, []) }),
  ].join('');
}

function warningsHtml({ about, municipality }: Outgoing, text: Text): string {
  const { plan, forecast } = about;
  const { parameters, cells } = plan.parameters.catalogue;
  const nameOf = (id: string): string => (parameters.get(id) ?? cells.get(id)?.parameter)?.label[text.language] ?? id;
  const isKnown = municipality.name !== municipality.number;
  const warnings = warningsOf(forecast, plan.opening, plan.parameters, isKnown);
  return `<ul>${warnings.map((warning) => `<li>${escaped(warningSentence(warning, text, nameOf))}</li>`).join('')}</ul>`;
}

function sourcesHtml({ about, matters }: Outgoing, text: Text): string {
  const words = htmlFileText[text.language];
  const { plan, forecast } = about;
  const { parameters } = plan.parameters.catalogue;
  const lines = linesOf(forecast, plan.parameters, plan.opening);
  const names = matters.map((id) => parameters.get(id)?.label[text.language] ?? id);
  const most =
    names.length > 0
      ? `<p>${escaped(words.matters)}</p><ol>${names.map((name) => `<li>${escaped(name)}</li>`).join('')}</ol>`
      : '';
  return `${most}<p class="note">${escaped(words.assumptionsNote)}</p>${assumptionsHtml(assumptionsBehind(about, lines, text), words.assumptions, text)}`;
}

function questionsHtml({ questions }: Outgoing, text: Text): string {
  const words = htmlFileText[text.language];
  const rows = questions.map(
    ({ about, figure: shown, asked, answer }) =>
      `<dt>${escaped(words.of(about, shown))}</dt><dd><p>${escaped(words.asked)}: ${escaped(asked)}</p><p>${escaped(words.answer)}: ${escaped(answer || words.unanswered)}</p></dd>`,
  );
  return `<dl>${rows.join('')}</dl>`;
}
