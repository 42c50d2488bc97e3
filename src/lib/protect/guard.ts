import type { CohortRow } from '$lib/model/cohort';
import { differencing, viewOf, type Figure, type View } from './differencing';
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
  | { problem: 'not-whole'; found: string }
  | { problem: 'failed' };

/** Protects rows unless together with what was given out before they would reveal a number. Never throws. */
export function protect(rows: CohortRow[], to: Protection, before: readonly Published[]): Outcome {
  const broken = rows.find(({ persons }) => persons !== null && !Number.isInteger(persons));
  if (broken) return { problem: 'not-whole', found: String(broken.persons) };
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
  const views = [now, ...before.filter((earlier) => !isSame(earlier, now))].map(viewOfPublished);
  if (views.length === 1) return { reveals: 0, disagrees: false };
  const { contradiction, revealed } = differencing(views);
  const shown = new Set((views[0]?.figures ?? []).filter(({ persons }) => persons !== null).map(nameOf));
  const least = now.method === 'round' ? now.threshold : Infinity;
  const told = revealed.filter((figure) => {
    if (shown.has(nameOf(figure))) return false;
    return figure.values.some((value) => value > 0 && value < least);
  });
  return { reveals: new Set(told.map(nameOf)).size, disagrees: contradiction };
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
