import { forecastDocument, type ForecastDocument } from '$lib/export/document';
import { count, number, signedMillions } from '$lib/format';
import type { CohortRow } from '$lib/model/cohort';
import { futuresDocument, type FuturesDocument } from '$lib/model/draw-futures';
import { PERCENTILES, outOf } from '$lib/model/futures';
import { hiddenRange } from '$lib/model/hidden';
import { forecastOf, type Plan } from '$lib/model/plan';
import { mattersMost, sensitivityOf } from '$lib/model/search';
import { warningsOf } from '$lib/model/warnings';
import { cliText } from '$lib/text/cli';
import type { Text } from '$lib/text/text';
import { UsageError, type Arguments } from './arguments';
import { catalogueWith, loadPlan } from './files';
import { csv, table } from './table';

/** `forecast SCENARIO...`: every scenario is read before anything is written. */
export function forecastCommand(given: Arguments): number {
  const { operands, set, rates, text, format, command, isPublic, draws, seed } = given;
  if (operands.length === 0) throw new UsageError(cliText[text.language].missingFile(command ?? ''));
  const of = catalogueWith(rates, text);
  const documents = operands.map((file) => {
    const { plan, rows, municipalityKnown } = loadPlan(file, set, text, of, isPublic ? given.protection : null);
    const forecast = forecastOf(plan);
    const warnings = warningsOf(
      forecast,
      plan.opening,
      plan.parameters,
      municipalityKnown,
      mattersMost(sensitivityOf(plan)),
    );
    const mode = isPublic ? 'public' : 'private';
    const futures = draws === null ? null : futuresDocument(plan, draws, seed);
    const document = forecastDocument(plan, forecast, warnings, text, mode, futures);
    for (const warning of document.warnings) {
      if (warning.code !== 'opening-suppressed') continue;
      warning.message = `${warning.message} ${hiddenSentence(plan, rows, text)}`.trim();
    }
    return { file, document };
  });
  if (format === 'json') for (const { document } of documents) process.stdout.write(`${JSON.stringify(document)}\n`);
  if (format === 'csv') process.stdout.write(csv(documents.flatMap(({ file, document }) => rowsOf(file, document))));
  if (format === 'table') process.stdout.write(documents.map(({ document }) => tableOf(document, text)).join('\n'));
  if (format !== 'json') {
    const messages = new Set(documents.flatMap(({ document }) => document.warnings.map((warning) => warning.message)));
    for (const message of messages) process.stderr.write(`${message}\n`);
  }
  return 0;
}

/** What the hidden counts of the opening do to the net, in numbers; nothing where that is not known. */
function hiddenSentence(plan: Plan, rows: CohortRow[], text: Text): string {
  const range = hiddenRange(plan, rows);
  if (!range?.net) return '';
  const [low = '', high = ''] = [range.net.low, range.net.high].map((kroner) => signedMillions(kroner, text.language));
  return text.plan.hidden.net(low, high, range.rows);
}

function rowsOf(file: string, document: ForecastDocument): Record<string, unknown>[] {
  return document.result.map((row, at) => ({
    scenario: file,
    ...row,
    ...document.people[at],
    ...document.capacity[at],
    ...futureColumns(document, at),
    mode: document.mode,
  }));
}

/** The percentiles of the net and the fund of a year, where futures were drawn. */
function futureColumns({ futures }: ForecastDocument, at: number): Record<string, unknown> {
  if (!futures) return {};
  const of = (['net', 'fund'] as const).flatMap((column) => {
    const row = futures.result[column]?.[at];
    return PERCENTILES.map((percent) => [`${column}_p${percent}`, row?.[`p${percent}`] ?? null] as const);
  });
  return Object.fromEntries(of);
}

function tableOf(document: ForecastDocument, text: Text): string {
  const { columns, language } = text;
  const title = document.scenario.title[language] ?? Object.values(document.scenario.title).find(Boolean) ?? '';
  const thousands = (kroner: number, incomplete = false): string =>
    number(kroner / 1000, 0, language) + (incomplete ? ' +' : '');
  const rows = document.result.map((row, at) => {
    const [people, capacity] = [document.people[at], document.capacity[at]];
    if (!people || !capacity) throw new Error(`no year: ${row.year}`);
    return [
      String(row.year),
      thousands(row.income),
      thousands(row.cost),
      row.incomplete ? text.unknown : thousands(row.net),
      document.result.slice(0, at + 1).some(({ incomplete }) => incomplete) ? text.unknown : thousands(row.fund),
      count(people.settled, language),
      count(people.in_phase, language),
      count(people.participants_peak, language),
      number(capacity.rooms_needed, 0, language),
      count(capacity.posts, language),
      row.tail ? text.tail : '',
    ];
  });
  const names = [
    'year',
    'income',
    'cost',
    'net',
    'fund',
    'settled',
    'in_phase',
    'participants_peak',
    'rooms_needed',
    'posts',
  ] as const;
  const headings = [...names.map((name) => ({ heading: columns[name], right: name !== 'year' })), { heading: '' }];
  const said = document.futures ? futuresOf(document.futures, text) : '';
  return `${title}\n${cliText[language].modes[document.mode]} ${cliText[language].thousands}\n${table(headings, rows)}${said}`;
}

/** What the futures say of the plan: chances out of fifty, and the percentiles of the net and the fund by year. */
function futuresOf(futures: FuturesDocument, text: Text): string {
  const words = cliText[text.language].futures;
  const { chances, draws, seed } = futures;
  const thousands = (kroner: number | null): string =>
    kroner === null ? text.unknown : number(kroner / 1000, 0, text.language);
  const rows = (['net', 'fund'] as const).flatMap((column) =>
    (futures.result[column] ?? []).map(({ year, p10, p50, p90 }) => [
      text.columns[column],
      String(year),
      thousands(p10),
      thousands(p50),
      thousands(p90),
    ]),
  );
  const headings = [
    { heading: '' },
    { heading: text.columns.year },
    ...['10 %', '50 %', '90 %'].map((heading) => ({ heading, right: true })),
  ];
  const said = [
    words.drawn(draws, seed),
    words.lease(outOf(chances.lease)),
    words.deficit(outOf(chances.deficit)),
    words.empty(outOf(chances.empty_fund)),
    words.idle(outOf(chances.idle)),
  ];
  return `\n${said.join('\n')}\n\n${table(headings, rows)}`;
}
