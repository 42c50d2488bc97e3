import type { LeanParameter } from '$lib/model/parameter';
import type { Status } from '$lib/model/status';
import type { Source, ValueInYears } from '$lib/model/why-sources';
import { ratesName, ratesSetBy } from './rates-line';
import { cellWords, withUnit, written } from './setting';
import type { Text } from './text';
import { whyText } from './why';

/** Parameters with one source, status and setter, as they are written. */
export type Assumption = {
  key: string;
  /** The weightiest of them. */
  address: string;
  status: Status;
  /** A parameter each, with its values. */
  what: string[];
  /** The title of the source, in the language it is written in, and its address; none where somebody set the value. */
  source: string;
  href: string | null;
  /** Where in the source, and from when it holds. */
  where: string;
  setBy: string;
};

/** Sources as they are written, those with one reference together, the weightiest first. */
export function assumptionsOf(sources: Source[], text: Text): Assumption[] {
  const groups = new Map<string, Source[]>();
  for (const source of sources) {
    const { status, setter, rates, reference, from } = source;
    const key = [status, setter, rates && ratesName(rates, text), reference?.title, reference?.page, from].join('|');
    const known = groups.get(key);
    if (known) known.push(source);
    else groups.set(key, [source]);
  }
  const weightOf = ([, of]: [string, Source[]]): number => of.reduce((sum, { weight }) => sum + weight, 0);
  return [...groups].sort((a, b) => weightOf(b) - weightOf(a)).map(([key, of]) => assumptionOf(key, of, text));
}

function assumptionOf(key: string, sources: Source[], text: Text): Assumption {
  const [first] = sources;
  if (!first) throw new Error(`no source: ${key}`);
  const words = whyText[text.language];
  const { reference, from } = first;
  const page = reference?.page;
  const where = [
    page === undefined
      ? ''
      : typeof page === 'number'
        ? text.parameters.page(String(page))
        : text.parameters.point(page),
    from !== null && from > FROM_ALWAYS ? words.from(dateName(from, text)) : '',
  ];
  const byParameter = new Map<LeanParameter, Source[]>();
  for (const source of sources) {
    const known = byParameter.get(source.parameter);
    if (known) known.push(source);
    else byParameter.set(source.parameter, [source]);
  }
  return {
    key,
    address: first.address,
    status: first.status,
    what: [...byParameter].map(([parameter, of]) => parameterLine(parameter, of, text)),
    source: reference?.title ?? (first.setter === 'standard' ? text.parameters.noSource : ''),
    href: reference?.href ?? null,
    where: where.filter(Boolean).join(', '),
    setBy: first.rates ? ratesSetBy(first.rates, text) : words.setBy(words.setters[first.setter]),
  };
}

/** Values stated from this day hold as long as anybody asks. */
const FROM_ALWAYS = '1990';

/** More spans of years than this are written as the lowest and the highest. */
const SPANS = 4;

/** A parameter with its values, each with the cell and the years it holds in. */
function parameterLine(parameter: LeanParameter, sources: Source[], text: Text): string {
  const label = parameter.label[text.language];
  const [first] = sources;
  if (first && sources.length === 1 && first.values.length > SPANS)
    return `${label}: ${span(parameter, first.values, text)}`;
  const by = new Map<string, { value: number; of: string[] }>();
  for (const { keys, values } of [...sources].sort(inOrder)) {
    const cell = cellWords(parameter, keys, text);
    for (const { from, to, value } of values) {
      const years = values.length === 1 ? '' : yearsName(from, to);
      const name = [cell, years].filter(Boolean).join(' ');
      const known = by.get(String(value));
      if (known) known.of.push(name);
      else by.set(String(value), { value, of: [name] });
    }
  }
  // A share of nothing beside others that share the whole says nothing.
  if (parameter.sums_over && by.size > 1) by.delete('0');
  const all = [...by.values()];
  const parts = all.map(({ value, of }, at) => {
    const isLast = at === all.length - 1 || parameter.unit === 'share';
    const amount = isLast ? withUnit(value, { parameter }, text) : written(value, { parameter }, text);
    const names = of.filter(Boolean);
    return names.length > 0 ? `${amount} (${names.join(', ')})` : amount;
  });
  return `${label}: ${parts.join(', ')}`;
}

function inOrder(a: Source, b: Source): number {
  return a.address.localeCompare(b.address, 'en', { numeric: true });
}

/** Many values from the lowest to the highest, each with its years. */
function span(parameter: LeanParameter, values: ValueInYears[], text: Text): string {
  const [lowest, highest] = values
    .filter(({ value }) => !Number.isNaN(value))
    .sort((a, b) => a.value - b.value)
    .filter((_, at, { length }) => at === 0 || at === length - 1)
    .map(({ from, to, value }) => `${withUnit(value, { parameter }, text)} (${yearsName(from, to)})`);
  return lowest === undefined ? text.unknown : whyText[text.language].fromTo(lowest, highest ?? lowest);
}

function yearsName(from: number, to: number): string {
  return from === to ? String(from) : `${from}–${to}`;
}

/** A day `2018-01-01` in words. */
function dateName(date: string, text: Text): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return text.parameters.date(day, (text.parameters.keys.month as Record<string, string>)[String(month)] ?? '', year);
}

/** The plausible range of a parameter: from low to high, or so much of its value. */
export function rangeName(parameter: LeanParameter, text: Text): string {
  const { plausible } = parameter;
  if (!plausible) return '';
  const { low, high } = plausible;
  const words = whyText[text.language];
  if (plausible.of === 'absolute')
    return words.range(written(low, { parameter }, text), withUnit(high, { parameter }, text));
  const share = { parameter: { ...parameter, unit: 'share' as const, options: undefined } };
  const isEven = Math.abs(low + high - 2) < 1e-9;
  return isEven
    ? words.plusMinus(withUnit(high - 1, share, text))
    : words.ofValue(written(low, share, text), withUnit(high, share, text));
}
