import { count, number, signed } from '$lib/format';
import { attribute, type Attribution } from '$lib/model/attribution';
import {
  differences,
  measured,
  MEASURES,
  MONEY_MEASURES,
  obstacles,
  type Difference,
  type Measure,
  type Obstacle,
  type Side,
} from '$lib/model/compare';
import { fingerprint } from '$lib/model/hash';
import { forecastOf, type Plan } from '$lib/model/plan';
import { valueAt } from '$lib/model/resolve';
import type { Status } from '$lib/model/status';
import { netInPlanAndTail, yearRows } from '$lib/model/year-row';
import { cliText } from '$lib/text/cli';
import { cellWords, valuesWithUnit } from '$lib/text/setting';
import type { Text } from '$lib/text/text';
import { titleIn } from '$lib/text/title';
import { UsageError, type Arguments } from './arguments';
import { catalogueWith, loadPlan } from './files';
import { csv, table } from './table';

type Compared = { file: string; side: Side };

/** What is attributed: the net of the plan and of the years after it. */
const FIGURES = { net_plan: 'plan', net_tail: 'tail' } as const;
type FigureName = keyof typeof FIGURES;

/** A lowest and a highest value of the cells of an address in some years; `null` where unknown, an option by its name. */
type SpanDocument = { from: number; to: number; low: number | string | null; high: number | string | null };

/** The document of a comparison, format `bosett/compare@1`. Sides stand in the order of the scenarios. */
export type CompareDocument = {
  format: 'bosett/compare@1';
  scenarios: {
    scenario: string;
    title: Record<string, string | undefined>;
    municipality: string;
    hash: string;
    years: number[];
  }[];
  obstacles: Obstacle[];
  measures: { measure: Measure; unit: 'NOK' | 'count'; sides: { value: number | null; year: number | null }[] }[];
  differences: { address: string; unit: string; sides: { spans: SpanDocument[]; status: Status; own: boolean }[] }[];
  attribution: ({ scenario: string; figure: FigureName } & (Attribution | { total: null; parts: null }))[];
};

/** `compare SCENARIO SCENARIO...`: the others beside the first, what differs, and what makes the difference. */
export function compareCommand({ operands, set, rates, text, format }: Arguments): number {
  if (operands.length < 2) throw new UsageError(cliText[text.language].search.twoFiles);
  const of = catalogueWith(rates, text);
  const compared = operands.map((file) => ({ file, side: sideOf(file, loadPlan(file, set, text, of).plan) }));
  const unlike = differences(compared.map(({ side }) => side.plan));
  const document = documentOf(compared, unlike);
  if (format === 'json') process.stdout.write(`${JSON.stringify(document)}\n`);
  if (format === 'csv') process.stdout.write(csv(csvRows(document)));
  if (format === 'table') process.stdout.write(tablesOf(document, compared, unlike, text));
  if (format !== 'json') {
    for (const obstacle of document.obstacles)
      process.stderr.write(`${text.compare.obstacles[obstacle](listOf(obstacle, compared, text))}\n`);
  }
  return 0;
}

function sideOf(file: string, plan: Plan): Side {
  const forecast = forecastOf(plan);
  return { plan, forecast, years: yearRows(file, forecast), fixed: false };
}

function documentOf(compared: Compared[], unlike: Difference[]): CompareDocument {
  const [first, ...others] = compared;
  const sides = compared.map(({ side }) => side);
  return {
    format: 'bosett/compare@1',
    scenarios: compared.map(({ file, side: { plan } }) => ({
      scenario: file,
      title: plan.scenario.title,
      municipality: plan.scenario.municipality,
      hash: fingerprint({ ...plan.scenario, opening: plan.opening.cells }),
      years: Array.from({ length: plan.scenario.years }, (_, at) => plan.scenario.first_year + at),
    })),
    obstacles: obstacles(sides),
    measures: MEASURES.map((measure) => ({
      measure,
      unit: MONEY_MEASURES.includes(measure) ? 'NOK' : 'count',
      sides: sides.map((side) => {
        const { value, year } = measured(measure, side);
        return { value, year };
      }),
    })),
    differences: unlike.map(({ address, parameter, sides: each }) => ({
      address,
      unit: parameter.unit,
      sides: each.map(({ spans, status, own }) => ({
        spans: spans.map(({ from, to, low, high }) => ({
          from,
          to,
          low: stated(low, parameter.options),
          high: stated(high, parameter.options),
        })),
        status,
        own,
      })),
    })),
    attribution: others.flatMap(({ file, side }) =>
      (Object.keys(FIGURES) as FigureName[]).map((figure) => ({
        scenario: file,
        figure,
        ...((first &&
          attribute(first.side.plan, side.plan, (made) => netInPlanAndTail(made.result)[FIGURES[figure]])) ?? {
          total: null,
          parts: null,
        }),
      })),
    ),
  };
}

function stated(value: number, options: string[] | undefined): number | string | null {
  return Number.isNaN(value) ? null : (options?.[value] ?? value);
}

/** Measures, differing parameters and attributed amounts as rows of one shape, a row for each scenario. */
function csvRows({
  scenarios,
  measures,
  differences: unlike,
  attribution,
}: CompareDocument): Record<string, unknown>[] {
  const row = (subject: string, of: Record<string, unknown>): Record<string, unknown> => ({
    ...{ subject, name: null, scenario: null, unit: null, from: null, to: null, value: null, high: null, status: null },
    ...of,
  });
  const nameOf = (at: number): string | undefined => scenarios[at]?.scenario;
  return [
    ...measures.flatMap(({ measure, unit, sides }) =>
      sides.map(({ value, year }, at) =>
        row('measure', { name: measure, scenario: nameOf(at), unit, from: year, to: year, value }),
      ),
    ),
    ...unlike.flatMap(({ address, unit, sides }) =>
      sides.flatMap(({ spans, status }, at) =>
        spans.map(({ from, to, low, high }) =>
          row('difference', { name: address, scenario: nameOf(at), unit, from, to, value: low, high, status }),
        ),
      ),
    ),
    ...attribution.flatMap(({ scenario, figure, total, parts }) => [
      row(figure, { name: 'total', scenario, unit: 'NOK', value: total }),
      ...(parts ?? []).map(({ group, amount }) => row(figure, { name: group, scenario, unit: 'NOK', value: amount })),
    ]),
  ];
}

function tablesOf(document: CompareDocument, compared: Compared[], unlike: Difference[], text: Text): string {
  const words = cliText[text.language].search;
  const names = compared.map(({ side }) => titleIn(side.plan.scenario.title, text.language));
  const right = names.map((heading) => ({ heading, right: true }));
  const measures = document.measures.map(({ measure, unit, sides }) => [
    text.compare.measures[measure],
    ...sides.map(({ value }) => {
      if (value === null) return text.unknown;
      return unit === 'NOK' ? number(value / 1000, 0, text.language) : count(value, text.language);
    }),
  ]);
  const settings = unlike.map((difference) => [
    `${nameOf(difference, text)} (${difference.address})`,
    ...difference.sides.map(({ spans }) => spans.map((span) => spanOf(span, difference, text)).join('; ')),
  ]);
  const { unlike: said } = text.compare;
  const parts = [
    `${cliText[text.language].thousands}\n${table([{ heading: words.figure }, ...right], measures)}`,
    `${said.title}\n${settings.length > 0 ? table([{ heading: said.parameter }, ...names.map((heading) => ({ heading }))], settings) : `${said.none}\n`}`,
    ...document.attribution.map((of) => attributionOf(of, names[0] ?? '', namesOf(of.scenario, compared, text), text)),
  ];
  return parts.join('\n');
}

function namesOf(file: string, compared: Compared[], text: Text): string {
  const found = compared.find((each) => each.file === file);
  return found ? titleIn(found.side.plan.scenario.title, text.language) : file;
}

function attributionOf(of: CompareDocument['attribution'][number], first: string, other: string, text: Text): string {
  const words = cliText[text.language].search;
  const title = words.attribution.title(text.compare.measures[of.figure], other, first);
  if (of.parts === null) return `${title}\n${words.attribution.none}\n`;
  const rows = [...of.parts]
    .sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount))
    .map(({ group, amount, addresses }) => [
      words.attribution.groups[group],
      signed(amount / 1000, 0, text.language),
      addresses.join(', '),
    ]);
  const total = [words.attribution.total, signed(of.total / 1000, 0, text.language), ''];
  const columns = [{ heading: '' }, { heading: words.attribution.amount, right: true }, { heading: '' }];
  return `${title}\n${table(columns, [...rows, total])}`;
}

/** What a parameter is called, and which cell of it. */
function nameOf({ parameter, keys }: Difference, text: Text): string {
  const cell = keys ? cellWords(parameter, keys, text) : '';
  return [parameter.label[text.language], cell].filter(Boolean).join(', ');
}

function spanOf(
  { from, to, low, high }: Difference['sides'][number]['spans'][number],
  of: Difference,
  text: Text,
): string {
  const value = valuesWithUnit({ value: low < high ? NaN : low, low, high }, of, text);
  const isAll = of.sides.every(({ spans }) => spans.length === 1);
  return isAll ? value : `${value} (${from === to ? from : `${from}–${to}`})`;
}

/** What each scenario has of what keeps them from being compared as they stand: `2015 (A), 2024 (B; C)`. */
function listOf(obstacle: Obstacle, compared: Compared[], text: Text): string {
  const valueOf = ({ plan: { scenario, parameters } }: Side): string => {
    if (obstacle === 'municipality' || obstacle === 'first_year' || obstacle === 'years')
      return String(scenario[obstacle]);
    const address = { tail: 'tail.years', rates: 'rates.year', prices: 'prices.year' }[obstacle];
    const value = valueAt(parameters, address, scenario.first_year);
    return obstacle === 'tail' || value ? String(value) : text.compare.latest;
  };
  return [...new Set(compared.map(({ side }) => valueOf(side)))]
    .map((value) => {
      const titles = compared
        .filter(({ side }) => valueOf(side) === value)
        .map(({ file }) => namesOf(file, compared, text));
      return `${value} (${titles.join('; ')})`;
    })
    .join(', ');
}
