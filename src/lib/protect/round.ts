import type { CohortRow } from '$lib/model/cohort';
import { sumEqual, totalsOf, type Total } from './totals';

const SMALLEST_BASE = 3;

/** Rounded rows, their totals, and the largest distance of a total from the true one, in persons. */
export type Rounded = { rows: CohortRow[]; totals: Total[]; rounded: number; deviation: number };

/**
 * Makes every count from 1 to `base` - 1 either 0 or `base`, so that the totals change little; every total is the sum of
 * its rounded rows. Rows with equal keys are added; the order is kept. An unknown count stays unknown, and so do its
 * totals. Throws on a base below 3 and on a count that is not whole. The method is small count rounding as Statistics
 * Norway uses it (Langsrud and Heldal, "An Algorithm for Small Count Rounding of Tabular Data", 2018), with a greedy
 * choice and exchanges in place of their regression: the sum of the squared deviations of the totals is made small.
 */
export function roundSmall(given: CohortRow[], { base = 5 }: { base?: number } = {}): Rounded {
  if (!Number.isInteger(base) || base < SMALLEST_BASE) throw new Error(`no base: ${base}`);
  const rows = sumEqual(given);
  const counts = rows.map(({ persons }) => persons);
  const groups = totalsOf(rows);
  let rounded = 0;
  let deviation = 0;
  for (const totals of groups) {
    const rounding = new Rounding(
      counts,
      totals.map((total) => total.rows),
      base,
    );
    rounding.improve();
    for (const [at, count] of rounding.counts()) counts[at] = count;
    rounded += rounding.counts().length;
    deviation = Math.max(deviation, rounding.deviation());
  }
  return {
    rows: rows.map((row, at) => ({ ...row, persons: counts[at] ?? null })),
    totals: groups
      .flat()
      .map(({ keys, rows: of }) => ({ ...keys, persons: sumOf(of.map((at) => counts[at] ?? null)) })),
    rounded,
    deviation,
  };
}

function sumOf(counts: (number | null)[]): number | null {
  return counts.includes(null) ? null : counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
}

/** A small count by the place of its row, and the totals it is in. */
type Small = { at: number; persons: number; totals: number[]; up: boolean };

/** The small counts of a group, each down at 0 or up at the base, and how far each total is from the true one. */
class Rounding {
  #base: number;
  #small: Small[] = [];
  #off: number[];

  constructor(counts: (number | null)[], totals: number[][], base: number) {
    this.#base = base;
    this.#off = totals.map(() => 0);
    for (const at of totals[0] ?? []) {
      const persons = counts[at] ?? 0;
      if (persons <= 0 || persons >= base) continue;
      const over = totals.flatMap((of, total) => (of.includes(at) ? [total] : []));
      this.#small.push({ at, persons, totals: over, up: false });
      for (const total of over) this.#off[total] = (this.#off[total] ?? 0) - persons;
    }
  }

  /** Turns the count, or the pair, that helps most, until none helps. */
  improve(): void {
    for (;;) {
      const single = this.#best(this.#small.map((each) => [each]));
      if (single) this.#turn(single);
      else {
        const up = this.#small.filter((each) => each.up);
        const down = this.#small.filter((each) => !each.up);
        const pair = this.#best(up.flatMap((one) => down.map((other) => [one, other])));
        if (!pair) return;
        this.#turn(pair);
      }
    }
  }

  counts(): [at: number, persons: number][] {
    return this.#small.map(({ at, up }) => [at, up ? this.#base : 0]);
  }

  deviation(): number {
    return Math.max(0, ...this.#off.map(Math.abs));
  }

  /** The choice that lowers the squared deviations most; of equal ones the first. */
  #best(choices: Small[][]): Small[] | null {
    let best: Small[] | null = null;
    let least = 0;
    for (const choice of choices) {
      const change = this.#change(choice);
      if (change < least) [best, least] = [choice, change];
    }
    return best;
  }

  #change(choice: Small[]): number {
    const by = new Map<number, number>();
    for (const { up, totals } of choice) {
      for (const total of totals) by.set(total, (by.get(total) ?? 0) + (up ? -this.#base : this.#base));
    }
    let change = 0;
    for (const [total, step] of by) change += step * (2 * (this.#off[total] ?? 0) + step);
    return change;
  }

  #turn(choice: Small[]): void {
    for (const each of choice) {
      const step = each.up ? -this.#base : this.#base;
      for (const total of each.totals) this.#off[total] = (this.#off[total] ?? 0) + step;
      each.up = !each.up;
    }
  }
}
