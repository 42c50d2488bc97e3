import { count, number, percent } from '$lib/format';
import { isSmall } from '$lib/model/indicator-counts';
import type { IndicatorFigure } from '$lib/model/indicators';
import type { Finding } from '$lib/model/settings';
import { indicatorRegister, placeNames, todayOf } from '$lib/parameters/indicators';
import type { IndicatorsText } from '$lib/text/indicators';
import type { Language } from '$lib/text/language';
import { pages } from '$lib/text/pages';
import type { Text } from '$lib/text/text';

/** What the rules found in each document, by its short name. */
export type FindingsOf = Map<string, Finding[]>;

/** A municipality or an area by name, with what the municipality is part of today. */
export function whoOf(
  { municipality, area }: Pick<IndicatorFigure, 'municipality' | 'area'>,
  words: IndicatorsText,
): string {
  if (municipality === '') return words.areas[area] ?? area;
  const { name, today } = placeNames(municipality);
  return today === null ? name : words.now(name, today);
}

export function yearOf(year: number | null, words: IndicatorsText): string {
  return year === null ? words.unknownYear : String(year);
}

/** The years of figures as a span; what has no year is said only where none has. */
export function yearsOf(figures: Pick<IndicatorFigure, 'year'>[], words: IndicatorsText): string {
  const years = figures.flatMap(({ year }) => (year === null ? [] : [year]));
  if (years.length === 0) return words.unknownYear;
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return first === last ? `${first}` : `${first}–${last}`;
}

/** A share of a hundred: whole as it is printed, with one decimal where it was worked out. */
export function share(value: number, language: Language): string {
  return percent(value / 100, Number.isInteger(value) ? 0 : 1, language);
}

/** A figure as it is written everywhere: a value, what it lies between, or what is known instead. */
export function written(figure: IndicatorFigure, words: IndicatorsText, text: Text): string {
  const { value, span, bound, unit } = figure;
  const { language } = text;
  if (span && unit === 'percent') return `${number(span.low, 0, language)}–${percent(span.high / 100, 0, language)}`;
  if (span) return unit === 'family' ? words.families(words.few) : words.few;
  if (value === null) return text.unknown;
  const plain = withUnit(value, unit, words, language);
  return bound === '' ? plain : words.bounds[bound](plain);
}

function withUnit(value: number, unit: string, words: IndicatorsText, language: Language): string {
  if (unit === 'percent') return share(value, language);
  if (unit === 'hour') return words.hours(count(value, language));
  return unit === 'family' ? words.families(count(value, language)) : count(value, language);
}

/** How many a share is of, and how many of them count, as far as it is known. */
export function personsOf({ persons, numerator }: IndicatorFigure, words: IndicatorsText, language: Language): string {
  if (persons === null || isSmall(persons)) return words.n.unknown;
  const of = number(persons, 0, language);
  return numerator === null ? words.n.persons(of) : words.n.of(number(numerator, 0, language), of);
}

/** A document or another source by its name. */
export function sourceName(source: string, language: Language): string {
  return pages[language].data.examples.sources[source] ?? indicatorRegister.sources[source]?.title ?? source;
}

/** Whether a figure is of one of these municipalities, of today's number or an earlier one. */
export function isOf(municipalities: string[], municipality: string): boolean {
  return municipality !== '' && municipalities.includes(todayOf(municipality));
}
