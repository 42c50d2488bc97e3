import type { Status } from './status';

/**
 * One setting: the cells of `id` that carry all `tokens`, in one year or in all (`year: null`). A scenario's are its own;
 * those with a `status` come from what is known of the municipality.
 */
export type Override = { id: string; tokens: string[]; year: number | null; value: number; status?: Status };

/** Of several overrides of a cell the one with most keys, then the one with a year, wins, whatever their order. */
export function winningOverride(overrides: Override[], tokens: string[], year: number): Override | null {
  let best: Override | null = null;
  for (const override of overrides) {
    if (override.year !== null && override.year !== year) continue;
    if (!isPart(override.tokens, tokens)) continue;
    if (!best || rank(override, tokens) > rank(best, tokens)) best = override;
  }
  return best;
}

/** Whether tokens are part of an address, in its order. */
export function isPart(tokens: string[], of: string[]): boolean {
  let from = 0;
  return tokens.every((token) => {
    const at = of.indexOf(token, from);
    from = at + 1;
    return at >= 0;
  });
}

/** Most keys first, then a year, then the keys that stand first in the address. */
function rank(override: Override, of: string[]): number {
  const first = override.tokens.reduce((sum, token) => sum + 2 ** -of.indexOf(token), 0);
  return override.tokens.length * 10 + (override.year === null ? 0 : 5) + first;
}

/** Whether two lists of overrides say the same, in the same order. */
export function sameOverrides(left: Override[], right: Override[]): boolean {
  return (
    left.length === right.length &&
    left.every((override, index) => {
      const other = right[index];
      return (
        other !== undefined &&
        override.year === other.year &&
        override.value === other.value &&
        override.status === other.status &&
        override.tokens.join('.') === other.tokens.join('.')
      );
    })
  );
}

/** A setting is under another if it is the same, one of its cells, or one of its years. How far it varies is not. */
export function isUnder(setting: string, of: string): boolean {
  const isPart = setting.startsWith(`${of}.`) && !setting.startsWith(`${of}.spread`);
  return setting === of || setting.startsWith(`${of}@`) || isPart;
}
