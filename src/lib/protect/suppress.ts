import type { CohortRow } from '$lib/model/cohort';
import { sumEqual, totalsOf, type Total, type TotalOver } from './totals';
import { wholeSolution } from './whole';

/** The smallest threshold: below it every count but one is shown. */
export const SMALLEST_THRESHOLD = 3;
/** Whole numbers that a hidden count must be able to be; below threshold 4 there are only two. */
const VALUES = 3;
/** An unknown count of a file is 1 to 4; the search begins here. */
const UNKNOWN = { least: 1, start: 2, most: 4 };
/** What hiding a person of a total costs beside a person of a row, and moving one that is hidden already. */
const TOTAL_COST = 10_000;
const HIDDEN_COST = 0.001;
/** Steps away from its own value that a hidden count is tried with. */
const STEPS = [1, -1, 2, -2, 3, -3];

/** Protected rows and totals, `persons: null` where hidden, and how many rows were hidden at first and besides. */
export type Suppressed = { rows: CohortRow[]; totals: Total[]; primary: number; complementary: number };

/** A row or a total as the attacker sees it: rows by place in the group, and bounds where it is hidden. */
type Item = { of: number[]; persons: number; least: number; most: number; shown: boolean; small: boolean };

/** How far each row of a group is from its own count, in another table that shows the same. */
type Move = Map<number, number>;

/**
 * Hides every count from 1 to `threshold` - 1, in rows and totals, and as few persons besides as it finds, so that every
 * hidden row and total can still be three different whole numbers. That holds against one who knows all that is shown,
 * which hidden rows are below the threshold, and the totals by settlement year, permit, category, age band, settlement
 * year x category and in all. A zero is shown. Rows with equal keys are added; the order is kept. A total over a count
 * that is unknown in the input is unknown. Throws on a threshold below 3 and on a count that is not whole.
 * Sources: IMDi, data pages of 2025 and 2026 (under five, and where a difference would reveal it); the choice of cells
 * follows Kelly, Golden and Assad, Networks 22 (1992). It does not protect against running the method backwards.
 */
export function suppress(given: CohortRow[], { threshold = 5 }: { threshold?: number } = {}): Suppressed {
  if (!Number.isInteger(threshold) || threshold < SMALLEST_THRESHOLD) throw new Error(`no threshold: ${threshold}`);
  const rows = sumEqual(given);
  const totals: Total[] = [];
  let primary = 0;
  const hidden = new Set<number>();
  for (const group of totalsOf(rows)) {
    const items = new Group(rows, group, threshold).protect();
    for (const { of, shown, small } of items.values()) {
      const [only, ...more] = of;
      if (shown || only === undefined || more.length > 0) continue;
      hidden.add(only);
      if (small) primary += 1;
    }
    for (const { keys, rows: of } of group) totals.push({ ...keys, persons: shownTotal(rows, of, items) });
  }
  return {
    rows: rows.map((row, at) => (hidden.has(at) ? { ...row, persons: null, status: 'suppressed' } : row)),
    totals,
    primary,
    complementary: hidden.size - primary,
  };
}

function shownTotal(rows: CohortRow[], of: number[], items: Map<string, Item>): number | null {
  const counts = of.map((at) => rows[at]?.persons ?? null);
  const item = items.get(nameOf(rows, of));
  if (item?.shown === false || counts.includes(null)) return null;
  return counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
}

/** The rows that a total depends on: those that are not zero, for a zero is never hidden. */
function nonZero(rows: CohortRow[], of: number[]): number[] {
  return of.filter((at) => rows[at]?.persons !== 0);
}

/** Totals over the same persons have the same name, and a total over one row has the name of that row. */
function nameOf(rows: CohortRow[], of: number[]): string {
  return nonZero(rows, of).join(' ');
}

/** The rows and totals of one municipality and year. */
class Group {
  #items = new Map<string, Item>();
  #cells: Item[] = [];
  #sums: Item[] = [];
  #needed: number;
  #threshold: number;
  /** Other tables that show the same, as moves away from the true one. */
  #moves: Move[] = [];

  constructor(rows: CohortRow[], totals: TotalOver[], threshold: number) {
    this.#threshold = threshold;
    this.#needed = Math.min(VALUES, threshold - 1);
    const [everybody] = totals;
    for (const at of nonZero(rows, everybody?.rows ?? []))
      this.#items.set(String(at), this.#cellOf(rows[at]?.persons, at));
    this.#cells = [...this.#items.values()];
    for (const { rows: given } of totals) {
      const of = nonZero(rows, given);
      const name = nameOf(rows, given);
      if (of.length === 0 || this.#items.has(name)) continue;
      const persons = of.reduce((sum, at) => sum + (this.#items.get(String(at))?.persons ?? 0), 0);
      const small = persons < threshold;
      this.#items.set(name, { of, persons, least: 1, most: Infinity, shown: !small, small });
    }
    this.#sums = [...this.#items.values()].slice(this.#cells.length);
  }

  #cellOf(persons: number | null | undefined, at: number): Item {
    if (persons === null || persons === undefined) {
      const { least, start, most } = UNKNOWN;
      return { of: [at], persons: start, least, most, shown: false, small: true };
    }
    const small = persons < this.#threshold;
    const bounds = small ? { least: 1, most: this.#threshold - 1 } : { least: this.#threshold, most: Infinity };
    return { of: [at], persons, ...bounds, shown: !small, small };
  }

  protect(): Map<string, Item> {
    for (let item = this.#exposed(); item; item = this.#exposed()) this.#hideFor(item);
    for (const item of this.#besides()) this.#showAgain(item);
    return this.#items;
  }

  /** What was hidden besides, totals and large counts first. */
  #besides(): Item[] {
    const hidden = (items: Item[]): Item[] =>
      items.filter(({ shown, small }) => !shown && !small).sort((a, b) => b.persons - a.persons);
    return [...hidden(this.#sums), ...hidden(this.#cells)];
  }

  /** The first hidden item that can be worked out, after looking for other values of each. */
  #exposed(): Item | undefined {
    const hidden = [...this.#items.values()].filter(({ shown }) => !shown);
    return hidden.find((item) => !this.#isProtected(item));
  }

  #isProtected(item: Item): boolean {
    for (const step of STEPS) {
      const seen = this.#seen(item);
      if (seen.size >= this.#needed) return true;
      if (seen.has(step)) continue;
      const move = this.#moveBy(item, step, false);
      if (move) this.#moves.push(move);
    }
    return this.#seen(item).size >= this.#needed;
  }

  /** The steps away from its own value that the item is known to be able to take. */
  #seen(item: Item): Set<number> {
    return new Set([0, ...this.#moves.map((move) => this.#stepOf(item, move))]);
  }

  #stepOf({ of }: Item, move: Move): number {
    return of.reduce((sum, at) => sum + (move.get(at) ?? 0), 0);
  }

  /** Hides what it costs least to hide, so that the item can have one more value. */
  #hideFor(item: Item): void {
    const seen = this.#seen(item);
    const ways = STEPS.filter((step) => !seen.has(step)).flatMap((step) => this.#moveBy(item, step, true) ?? []);
    const [best] = ways.map((move) => ({ move, loss: this.#loss(move) })).sort((a, b) => a.loss - b.loss);
    if (!best) return this.#hideAll();
    for (const each of this.#moved(best.move)) each.shown = false;
    this.#moves.push(best.move);
  }

  /** Where no way was found the whole group is hidden, zeros aside. */
  #hideAll(): void {
    const shown = [...this.#items.values()].filter((item) => item.shown);
    if (shown.length === 0) throw new Error(`no protection: ${this.#cells.length} rows`);
    for (const item of shown) item.shown = false;
  }

  #moved(move: Move): Item[] {
    return [...this.#items.values()].filter((item) => item.shown && this.#stepOf(item, move) !== 0);
  }

  #loss(move: Move): number {
    return this.#moved(move).reduce((sum, item) => sum + this.#cost(item), 0);
  }

  #cost({ of, persons, shown }: Item): number {
    if (!shown) return HIDDEN_COST;
    return of.length > 1 ? TOTAL_COST + persons : persons;
  }

  /** Shows an item that was hidden besides, if all that stays hidden can still not be worked out. */
  #showAgain(item: Item): void {
    const moves = this.#moves;
    item.shown = true;
    this.#moves = moves.filter((move) => this.#stepOf(item, move) === 0);
    if (!this.#exposed()) return;
    item.shown = false;
    this.#moves = moves;
  }

  /**
   * A move to a table in which the item is `step` away from its own count and all that is shown stays. With `hiding`,
   * what is shown may move too, for what it costs to hide it.
   */
  #moveBy(target: Item, step: number, hiding: boolean): Move | null {
    const program: { terms: [number, number][]; rhs: number }[] = [];
    const [lower, upper, cost]: [number[], number[], number[]] = [[], [], []];
    const columns = new Map<number, number>();
    const pair = (item: Item, down: number, up: number): number => {
      lower.push(0, 0);
      upper.push(up, down);
      cost.push(this.#cost(item), this.#cost(item));
      return upper.length - 2;
    };
    for (const cell of this.#cells) {
      if (cell.shown && !hiding) continue;
      const [down, up] = [Math.max(0, cell.persons - cell.least), cell.most - cell.persons];
      columns.set(cell.of[0] ?? -1, pair(cell, down, up));
    }
    const termsOf = (item: Item): [number, number][] =>
      item.of.flatMap((at) => {
        const column = columns.get(at);
        return column === undefined
          ? []
          : [
              [column, 1],
              [column + 1, -1],
            ];
      });
    for (const sum of this.#sums) {
      if (!sum.shown) continue;
      const terms = termsOf(sum);
      if (hiding) {
        const column = pair(sum, sum.persons - 1, Infinity);
        terms.push([column, -1], [column + 1, 1]);
      }
      if (terms.length > 0) program.push({ terms, rhs: 0 });
    }
    program.push({ terms: termsOf(target), rhs: step });
    const found = wholeSolution({ equations: program, lower, upper, cost });
    if (!found) return null;
    const move: Move = new Map();
    for (const [at, column] of columns) {
      const by = (found[column] ?? 0) - (found[column + 1] ?? 0);
      if (by !== 0) move.set(at, by);
    }
    return move;
  }
}
