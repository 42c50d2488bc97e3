/** Persons in one of the groups that make a whole; a group is in the whole once. */
export type Part = { group: string; persons: number };

/** The least and the most that a sum can be, seen by one who knows what is shown; equal where the sum itself is shown. */
export type Span = { low: number; high: number };

/** Fewer persons than this, and more than none, are never shown and never follow from what is shown. */
export const FEWEST_SHOWN = 5;
/** Whole numbers that a hidden count must be able to be. */
const VALUES = 3;

/** Whether a count is of so few persons that it is hidden. */
export function isSmall(persons: number): boolean {
  return persons > 0 && persons < FEWEST_SHOWN;
}

/**
 * What may be shown of the parts of a whole: the total, and of the sums over groups that are asked for, in that order, each
 * that leaves every group of 1 to 4 at least three whole numbers to be, against one who subtracts all that is shown and knows
 * which groups are small. Gives the sum over any groups as one who is shown this can know it; `null` where the whole is of 1
 * to 4 persons.
 */
export function shownCounts(parts: Part[], asked: string[][]): ((groups: string[]) => Span) | null {
  const total = sumOf(parts);
  if (isSmall(total)) return null;
  const shown: string[][] = [];
  for (const groups of asked) {
    if (blocksOf(parts, [...shown, groups]).every(isSafe)) shown.push(groups);
  }
  const blocks = blocksOf(parts, shown);
  return (groups) => addSpans(blocks.map((block) => spanOf(block, groups)));
}

/** The groups as whoever knows the sums can tell them apart: groups that are in the same sums stay together. */
function blocksOf(parts: Part[], sums: string[][]): Part[][] {
  const blocks = new Map<string, Part[]>();
  for (const part of parts) {
    const key = sums.map((groups) => groups.includes(part.group)).join();
    blocks.set(key, [...(blocks.get(key) ?? []), part]);
  }
  return [...blocks.values()];
}

/** A block is taken as known: it is no small group, and leaves each small group in it enough numbers to be. */
function isSafe(block: Part[]): boolean {
  if (isSmall(sumOf(block))) return false;
  return block.every(({ group, persons }) => {
    const { low, high } = spanOf(block, [group]);
    return !isSmall(persons) || high - low + 1 >= VALUES;
  });
}

/** What the groups of a block are together, known the sum of the block and which groups are small. */
function spanOf(block: Part[], groups: string[]): Span {
  const inside = addSpans(block.filter(({ group }) => groups.includes(group)).map(boundsOf));
  const outside = addSpans(block.filter(({ group }) => !groups.includes(group)).map(boundsOf));
  const sum = sumOf(block);
  return { low: Math.max(inside.low, sum - outside.high), high: Math.min(inside.high, sum - outside.low) };
}

function boundsOf({ persons }: Part): Span {
  if (persons === 0) return { low: 0, high: 0 };
  return isSmall(persons) ? { low: 1, high: FEWEST_SHOWN - 1 } : { low: FEWEST_SHOWN, high: Infinity };
}

function addSpans(spans: Span[]): Span {
  return spans.reduce((sum, { low, high }) => ({ low: sum.low + low, high: sum.high + high }), { low: 0, high: 0 });
}

function sumOf(parts: Part[]): number {
  return parts.reduce((sum, { persons }) => sum + persons, 0);
}
