import { number } from '$lib/format';
import type { Text } from './text';

/** What was done, in data; `text/` makes the sentence. */
export type Change = {
  kind:
    | 'start'
    | 'set'
    | 'reset'
    | 'to_proposal'
    | 'choose'
    | 'propose'
    | 'duplicate'
    | 'rename'
    | 'lock'
    | 'unlock'
    | 'remove'
    | 'open'
    | 'open_people';
  /** The setting, or the scenario by its source or name. */
  name: string;
  value: number | string | boolean | null;
};

/** What was done, as a line of the log; `nameOf` gives what a parameter is called. */
export function changeSentence({ kind, name, value }: Change, text: Text, nameOf: (id: string) => string): string {
  const words = text.frame.changes;
  if (kind !== 'set') return words[kind](name);
  if (value === null) return words.unset(nameOf(name));
  const written = typeof value === 'number' ? number(value, decimalsOf(value), text.language) : String(value);
  return words.set(nameOf(name), written);
}

/** As many decimals as a value needs, at most four. */
function decimalsOf(value: number): number {
  for (let decimals = 0; decimals < 4; decimals += 1)
    if (Math.abs(value - Number(value.toFixed(decimals))) < 1e-9) return decimals;
  return 4;
}
