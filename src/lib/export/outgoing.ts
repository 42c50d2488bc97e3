import type { Reason } from '$lib/model/alternatives';
import { differences, type Difference, type Span } from '$lib/model/compare';
import type { Forecast } from '$lib/model/forecast';
import { fingerprint } from '$lib/model/hash';
import type { Plan } from '$lib/model/plan';
import { ratesIn } from '$lib/model/rates';
import { seriesOf } from '$lib/model/resolve';
import type { YearRow } from '$lib/model/year-row';
import type { View } from '$lib/text/figures';
import { ratesLine } from '$lib/text/rates-line';
import { cellWords, valuesWithUnit } from '$lib/text/setting';
import type { Text } from '$lib/text/text';
import type { outgoingText } from '$lib/text/outgoing';

/** A plan that is given out, its forecast, and the years of it as a page shows them. */
export type Given = { name: string; plan: Plan; forecast: Forecast; years: YearRow[] };

/** A number settled a year with what it leads to, all else as in the plan that is given out, and why it is shown. */
export type GivenAlternative = { persons: number; reasons: Reason[]; given: Given };

/**
 * Everything that a file is made of. What is for everybody is made of people who were protected before the forecast, so that
 * nothing in it can tell of others.
 */
export type Outgoing = {
  about: Given;
  /** What it is compared with: the proposal, or the other plan. */
  other: Given | null;
  alternatives: GivenAlternative[];
  municipality: { number: string; name: string };
  mode: 'private' | 'public';
  /** Whom it is for, in words, with how it was protected. */
  mark: string;
  /** The version of the model. */
  version: string;
  /** By the user's clock. */
  date: Date;
  /** An address that shows the same; `null` where there can be none. */
  link: string | null;
  /** How kroner are written; `fixed` where they are those of the first year. */
  view: View;
  fixed: boolean;
  /** Parameters that matter most, the weightiest first; none where they were not sought. */
  matters: readonly string[];
  /** What was asked, and answered so far. */
  questions: readonly Question[];
};

/** A question that somebody attached to a figure. */
export type Question = { about: string; figure: string; asked: string; answer: string };

/** A line of the head of every file: what it is about and what it says. `key` is the same in all languages. */
export type HeadLine = { key: string; name: string; value: string };

/**
 * The head of every file: municipality, scenario, what differs from its base, rates and when they were confirmed, kind of
 * data, mode, version, fingerprint, date and link. The same fingerprint means the same figures.
 */
export function headOf(of: Outgoing, text: Text, words: (typeof outgoingText)['nb']): HeadLine[] {
  const { about, other, municipality, mark, version, date, link, mode } = of;
  const { scenario, parameters } = about.plan;
  const last = scenario.first_year + scenario.years - 1;
  const line = (key: keyof typeof words.head, value: string): HeadLine => ({ key, name: words.head[key], value });
  const differing = other ? differences([other.plan, about.plan]) : [];
  return [
    line('municipality', `${municipality.name} (${municipality.number})`),
    line('scenario', about.name),
    line('years', `${scenario.first_year}–${last}`),
    ...(other ? [line('base', other.name)] : []),
    ...(other && differing.length === 0 ? [line('differences', words.none)] : []),
    ...differing.map((each) => ({
      key: `difference:${each.address}`,
      name: `${words.head.differences}: ${differenceName(each, text)}`,
      value: differenceValue(each, text),
    })),
    line('rates', ratesLine(ratesIn(parameters.catalogue), scenario.parameters['rates.year'], text)),
    line('confirmed', confirmedTo(about.plan) ?? text.unknown),
    line('data', words.data[dataKind(about.plan)]),
    line('mode', mark),
    line('kroner', of.fixed ? text.plan.fixed(scenario.first_year) : text.plan.nominal),
    line('version', version),
    line('hash', hashOf(about.plan, mode)),
    line('date', dateOf(date)),
    ...(link === null ? [] : [line('link', link)]),
  ];
}

/** A fingerprint of a plan and whom it is shown to. */
export function hashOf({ scenario, opening }: Plan, mode: Outgoing['mode']): string {
  return fingerprint({ ...scenario, opening: opening.cells, mode });
}

/** Year, month and day of the user's clock, as ISO 8601 writes them. */
export function dateOf(date: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** What kind of people a plan begins with. */
export function dataKind({ opening }: Plan): 'none' | 'synthetic' | 'estimated' | 'own' {
  if (opening.cells.length === 0) return 'none';
  if (opening.synthetic) return 'synthetic';
  return opening.estimated ? 'estimated' : 'own';
}

/** Until when the rates of the integration grant that a plan begins with were confirmed; `null` where nobody has said. */
function confirmedTo({ parameters, scenario }: Plan): string | null {
  const series = seriesOf(parameters, 'grants.integration.year1.adult');
  const block = series.parameter.values[series.block[scenario.first_year - parameters.first] ?? -1];
  return block?.confirmed_to ?? null;
}

/** What a parameter, or a cell of it, that differs is called. */
export function differenceName({ parameter, keys }: Difference, text: Text): string {
  const cell = keys ? cellWords(parameter, keys, text) : '';
  return [parameter.label[text.language], cell].filter(Boolean).join(', ');
}

/** What differs, from what it is compared with to what it is here. */
function differenceValue(difference: Difference, text: Text): string {
  const said = difference.sides.map(({ spans }) => spansWritten(spans, difference, text));
  return said.join(' → ');
}

function spansWritten(spans: Span[], of: Difference, text: Text): string {
  const written = ({ low, high }: Span): string =>
    valuesWithUnit({ value: low < high ? NaN : low, low, high }, of, text);
  const [only] = spans;
  if (only && spans.length === 1) return written(only);
  return spans
    .map((span) => `${span.from === span.to ? span.from : `${span.from}–${span.to}`}: ${written(span)}`)
    .join(', ');
}
