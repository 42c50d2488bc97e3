import type { CohortRow } from '$lib/model/cohort';
import { differencing, viewOf, type Differencing, type Figure, type View } from './differencing';
import { publish, type Protection, type Published } from './publish';
import { keyOf } from './totals';

/**
 * What a table reveals together with what was given out of the same cells before: how many of the numbers it protects, or
 * that the two do not agree, as when the first was corrected, so that nobody can tell.
 */
export type Verdict = { reveals: number; disagrees: boolean };

/** What came of protecting rows: what can be given out, or why nothing can. */
export type Outcome =
  | { published: Published; disagrees: boolean }
  | { problem: 'reveals'; numbers: number }
  | { problem: 'not-whole' }
  | { problem: 'failed' };

/** Protects rows unless together with what was given out before they would reveal a number. Never throws. */
export function protect(rows: CohortRow[], to: Protection, before: readonly Published[]): Outcome {
  if (rows.some(({ persons }) => persons !== null && !Number.isInteger(persons))) return { problem: 'not-whole' };
  try {
    const published = publish(rows, to);
    const { reveals, disagrees } = together(published, before);
    return reveals > 0 ? { problem: 'reveals', numbers: reveals } : { published, disagrees };
  } catch {
    return { problem: 'failed' };
  }
}

/** What others have of a publication. */
type Given = Omit<Published, 'cost'>;

/** What a table that is to be given out reveals together with those given out before. */
export function together(now: Given, before: readonly Given[]): Verdict {
  const others = before.filter((earlier) => !isSame(earlier, now));
  if (others.length === 0) return { reveals: 0, disagrees: false };
  const { contradiction, revealed } = compared(now, others);
  const shown = new Set(viewOfPublished(now).figures.flatMap((of) => (of.persons === null ? [] : nameOf(of))));
  const least = now.method === 'round' ? now.threshold : Infinity;
  const told = revealed.filter((figure) => {
    if (shown.has(nameOf(figure))) return false;
    return figure.values.some((value) => value > 0 && value < least);
  });
  return { reveals: new Set(told.map(nameOf)).size, disagrees: contradiction };
}

/**
 * What tables reveal: all of them where they agree, what was corrected set apart; otherwise each earlier one beside the
 * new one alone, and of one that does not agree either, the settlement years that do.
 */
function compared(now: Given, others: readonly Given[]): Differencing {
  const view = viewOfPublished(now);
  const earlier = others.map((other) => apart(view, viewOfPublished(other)));
  const all = differencing([view, ...earlier.map((each) => each.view)]);
  if (!all.contradiction) return { ...all, contradiction: earlier.some(({ isCorrected }) => isCorrected) };
  const years = [...new Set(now.rows.map(({ settlement_year }) => settlement_year))];
  const parts = others.flatMap((other) => {
    if (others.length > 1) return compared(now, [other]);
    return years.length > 1 ? years.map((year) => compared(ofYear(now, year), [ofYear(other, year)])) : [];
  });
  return { contradiction: true, revealed: parts.flatMap(({ revealed }) => revealed) };
}

/** What a publication says of those settled in a year. */
function ofYear(given: Given, year: number): Given {
  const isOf = ({ settlement_year }: { settlement_year?: number }): boolean => settlement_year === year;
  return { ...given, rows: given.rows.filter(isOf), totals: given.totals.filter(isOf) };
}

/** An earlier table in which a cell that cannot be what it is now is another cell: it was corrected in between. */
function apart(now: View, earlier: View): { view: View; isCorrected: boolean } {
  const ranges = rangesOf(now);
  const renamed = new Map<string, string>();
  for (const [cell, [least, most]] of rangesOf(earlier)) {
    const [from, to] = ranges.get(cell) ?? [least, most];
    if (from > most || least > to) renamed.set(cell, `${cell} ${least}-${most}`);
  }
  const figures = earlier.figures.map((figure) => ({ ...figure, of: figure.of.map((of) => renamed.get(of) ?? of) }));
  return { view: { ...earlier, figures }, isCorrected: renamed.size > 0 };
}

/** The least and the most that each cell of a table can be by its own figure. */
function rangesOf({ figures }: View): Map<string, [number, number]> {
  const alone = figures.flatMap(({ of: [cell, ...more], persons, least = 1, most = Infinity }) => {
    if (cell === undefined || more.length > 0) return [];
    return [[cell, [persons ?? least, persons ?? most]] as [string, [number, number]]];
  });
  return new Map(alone);
}

function nameOf({ of }: { of: string[] }): string {
  return [...of].sort().join(' ');
}

/** Whether two publications say the same. */
function isSame(a: Given, b: Given): boolean {
  const textOf = ({ method, threshold, rows, totals }: Given): string =>
    JSON.stringify([method, threshold, rows, totals]);
  return textOf(a) === textOf(b);
}

/** What is known of the true counts. A rounded 0 is below the threshold, a rounded count at most it; the rest are true. */
function viewOfPublished({ method, threshold, rows, totals }: Given): View {
  if (method === 'suppress') return viewOf(method, rows, totals);
  return {
    name: method,
    figures: rows.map((row): Figure => {
      const of = [keyOf(row)];
      const { persons } = row;
      if (persons === null) return { of, persons, most: 4 };
      if (persons === 0) return { of, persons: null, least: 0, most: threshold - 1 };
      return persons === threshold ? { of, persons: null, most: threshold } : { of, persons };
    }),
  };
}
