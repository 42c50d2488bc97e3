import { cheapest, type Program } from './simplex';

/** Programs solved before a search for whole numbers is given up. */
const TRIES = 60;

/**
 * Whole columns that satisfy the equations, cheap ones first, or null when none were found: branch and bound (Land and
 * Doig, Econometrica 28, 1960). What it gives is checked in whole numbers; null is no proof that there are none.
 */
export function wholeSolution(program: Program): number[] | null {
  const open = [program];
  for (let tried = 0; tried < TRIES; tried += 1) {
    const next = open.pop();
    if (!next) return null;
    const found = cheapest(next);
    if (!found) continue;
    const broken = found.findIndex((value) => Math.abs(value - Math.round(value)) > 1e-6);
    if (broken < 0) {
      const whole = found.map(Math.round);
      if (satisfies(whole, program)) return whole;
      continue;
    }
    const value = found[broken] ?? 0;
    const below = { ...next, upper: next.upper.with(broken, Math.floor(value)) };
    const above = { ...next, lower: next.lower.with(broken, Math.ceil(value)) };
    open.push(...(value - Math.floor(value) < 0.5 ? [above, below] : [below, above]));
  }
  return null;
}

function satisfies(columns: number[], { equations, lower, upper }: Program): boolean {
  return (
    columns.every((value, at) => value >= (lower[at] ?? 0) && value <= (upper[at] ?? 0)) &&
    equations.every(
      ({ terms, rhs }) => terms.reduce((sum, [column, by]) => sum + by * (columns[column] ?? 0), 0) === rhs,
    )
  );
}
