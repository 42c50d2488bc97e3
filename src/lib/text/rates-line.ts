import type { RatesMark } from '$lib/model/parameter';
import type { Text } from './text';
import { titleIn } from './title';

/** A rate set with its status: `Budget 2027 (draft)`. */
export function ratesName({ title, status }: RatesMark, { language, frame: { ownRates } }: Text): string {
  return ownRates.named(titleIn(title, language), ownRates.status[status].toLowerCase());
}

/** Which rates a plan rests on: the municipality's own first, then those of the state as held or carried forward. */
export function ratesLine(own: readonly RatesMark[], held: string | number | boolean | undefined, text: Text): string {
  const { ratesHeld, ratesCarried, ownRates } = text.frame;
  const state = held ? ratesHeld(String(held)) : ratesCarried;
  if (own.length === 0) return state;
  return `${ownRates.used(own.map((set) => ratesName(set, text)).join(', '))} ${state}`;
}

/** Who says a value that a rate set states, in the place of who else may have set it. */
export function ratesSetBy({ title, status }: RatesMark, { language, frame: { ownRates } }: Text): string {
  return ownRates.setBy(titleIn(title, language), ownRates.status[status].toLowerCase());
}
