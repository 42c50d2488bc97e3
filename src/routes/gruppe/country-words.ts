import { count, number, signed } from '$lib/format';
import { isMoney, isPersons, SPREAD_STEPS, type CountryQuestion, type CountrySpread } from '$lib/model/country';
import { isSmall } from '$lib/model/indicator-counts';
import type { countryText } from '$lib/text/country';
import { amount, signedAmount, unitOf, type View } from '$lib/text/figures';
import type { Text } from '$lib/text/text';

type Asked = Pick<CountryQuestion, 'figure' | 'per'>;

/** Whether a figure can go either way, so that it has a sign, which the view may turn. */
function isSigned({ figure }: Asked): boolean {
  return figure === 'net' || figure === 'tail';
}

/** Whether the view writes the figure with the other sign, so that the lowest is written as the highest. */
export function isTurned(asked: Asked, view: View): boolean {
  return isSigned(asked) && view.costPositive;
}

/** A figure as it is written; few persons are not. */
export function writtenFigure(value: number | null, asked: Asked, text: Text, view: View): string {
  if (value === null) return text.unknown;
  if (isPersons(asked.figure)) return isSmall(value) ? '—' : count(value, text.language);
  if (!isMoney(asked.figure)) return count(value, text.language);
  if (asked.per === 'all') return isSigned(asked) ? signedAmount(value, text, view) : amount(value, text, view);
  const turned = isTurned(asked, view) ? -value : value;
  return isSigned(asked) ? signed(turned, 0, text.language) : number(turned, 0, text.language);
}

/** The unit of a figure. */
export function unitOfFigure(
  { figure, per }: Asked,
  words: (typeof countryText)['nb'],
  text: Text,
  view: View,
): string {
  if (isMoney(figure)) return per === 'all' ? unitOf(text, view) : words.units.inhabitant;
  if (figure === 'rooms_needed' || figure === 'posts') return words.units[figure];
  return words.units.persons;
}

/** The steps of a spread from the lowest to the highest as they are written, each with its figure. */
export function stepsOf(spread: CountrySpread, asked: Asked, view: View) {
  const from = isTurned(asked, view) ? [...SPREAD_STEPS].reverse() : SPREAD_STEPS;
  return SPREAD_STEPS.map((step, at) => ({ step, value: spread[from[at] ?? step] }));
}
