import { number, signed } from '$lib/format';
import type { Side } from '$lib/model/compare';
import type { Municipality } from '$lib/parameters/municipalities';
import type { Shown } from '$lib/state/workspace.svelte';
import { amount, signedAmount, type View } from '$lib/text/figures';
import type { Text } from '$lib/text/text';

/** What amounts are shared among: nobody, the inhabitants, or those settled within the plan. */
export const PERS = ['all', 'inhabitant', 'settled'] as const;
export type Per = (typeof PERS)[number];

/** A scenario as a column: what it is called, what marks it, and how many its amounts are shared among. */
export type Column = {
  id: number;
  name: string;
  /** What is said of it in words: the proposal, locked, worked on. */
  tags: string;
  shown: Shown;
  side: Side;
  /** 1 where amounts are not shared; `null` where the number is unknown. */
  among: number | null;
};

/** An amount that is already shared, as it is written; `signs` where it is a result. */
export function kroner(
  value: number | null,
  { among }: Pick<Column, 'among'>,
  of: { per: Per; signs: boolean; text: Text; view: View },
): string {
  const { per, signs, text, view } = of;
  if (among === 0) return '–';
  if (value === null) return text.unknown;
  if (per === 'all') return signs ? signedAmount(value, text, view) : amount(value, text, view);
  if (!signs) return number(value, 0, text.language);
  return signed(view.costPositive ? -value : value, 0, text.language);
}

/** How much more an amount is than another, with its sign; a result follows the sign of the view. */
export function moreKroner(value: number, of: { per: Per; signs: boolean; text: Text; view: View }): string {
  const { per, signs, text, view } = of;
  const turned = signs && view.costPositive ? -value : value;
  if (per !== 'all') return signed(turned, 0, text.language);
  return view.thousands ? signed(turned / 1000, 0, text.language) : signed(turned / 1e6, 1, text.language);
}

/** The name of a municipality, with what tells it from a namesake. */
export function municipalityName(of: Municipality | null, known: string): string {
  return of === null ? known : of.disambiguation ? `${of.name} (${of.disambiguation})` : of.name;
}
