import type { CohortRow } from '$lib/model/cohort';
import { keyOf, totalsOf, type Total } from './totals';
import { wholeSolution } from './whole';

/**
 * A number that is shown or hidden (`null`), and the cells that it counts the persons of. A hidden one is 1 or more, unless
 * more is known of it.
 */
export type Figure = { of: string[]; persons: number | null; least?: number; most?: number };

/** One table as it was given out: a file, a level of detail, an earlier version. */
export type View = { name: string; figures: Figure[] };

/** A hidden figure that the views together give away, with the values it can have: one or two, at most. */
export type Revealed = { view: string; of: string[]; values: number[] };

/** `contradiction`: no table agrees with all the views, as when they count different days or one is rounded. */
export type Differencing = { contradiction: boolean; revealed: Revealed[] };

const VALUES = 3;

/** The view of protected rows and totals; cells in several files are the same when all their keys are. */
export function viewOf(name: string, rows: CohortRow[], totals: Total[] = []): View {
  const over = new Map(
    totalsOf(rows)
      .flat()
      .map(({ keys, rows: of }) => [JSON.stringify(keys), of]),
  );
  return {
    name,
    figures: [
      ...rows.map((row) => ({ of: [keyOf(row)], persons: row.persons })),
      ...totals.map(({ persons, ...keys }) => ({
        of: (over.get(JSON.stringify(keys)) ?? []).flatMap((at) => (rows[at] ? [keyOf(rows[at])] : [])),
        persons,
      })),
    ],
  };
}

/**
 * Whether the views together reveal a hidden figure: one that fewer than three whole numbers are left for, to one who
 * knows all that is shown and that a hidden figure is not 0. A figure that could not be shown to have three is told too.
 * That all views are of the same cells on the same day is for the caller to know.
 */
export function differencing(views: View[]): Differencing {
  const cells = [...new Set(views.flatMap(({ figures }) => figures.flatMap(({ of }) => of)))];
  const column = new Map(cells.map((cell, at) => [cell, at]));
  const figures = distinct(
    views.flatMap(({ name, figures: of }) => of.map((figure) => ({ view: name, ...figure }))),
  ).map((figure) => ({ ...figure, columns: figure.of.map((cell) => column.get(cell) ?? -1) }));
  const search = new Search(cells.length, figures);
  if (!search.any()) return { contradiction: true, revealed: [] };
  const revealed = figures.flatMap(({ view, of, persons, columns }) => {
    if (persons !== null) return [];
    const values = search.values(columns);
    return values.length < VALUES ? [{ view, of, values }] : [];
  });
  return { contradiction: false, revealed };
}

/** Figures without repeats: what several views hide, or show alike, is there once. */
function distinct<Named extends Figure>(figures: Named[]): Named[] {
  const known = new Map<string, Named>();
  for (const figure of figures) {
    const key = JSON.stringify([figure.persons, figure.least, figure.most, [...figure.of].sort()]);
    if (!known.has(key)) known.set(key, figure);
  }
  return [...known.values()];
}

/** Whole tables that agree with every figure; those found are kept, for one table answers for many figures. */
class Search {
  #equations: { terms: [number, number][]; rhs: number }[];
  #lower: number[];
  #upper: number[];
  #tables: number[][] = [];

  constructor(cells: number, figures: (Figure & { columns: number[] })[]) {
    const hidden = figures.filter(({ persons, columns }) => persons === null && columns.length > 0);
    const none = Array.from({ length: cells }, () => 0);
    this.#lower = [...none, ...hidden.map(({ least = 1 }) => least)];
    this.#upper = [...none.map(() => Infinity), ...hidden.map(({ most = Infinity }) => most)];
    this.#equations = figures.flatMap(({ persons, columns }) =>
      persons === null ? [] : [{ terms: termsOf(columns), rhs: persons }],
    );
    // What a hidden figure counts stands in a column of its own, which has its bounds.
    hidden.forEach(({ columns }, at) =>
      this.#equations.push({ terms: [...termsOf(columns), [cells + at, -1]], rhs: 0 }),
    );
  }

  /** Whether there is a table at all. */
  any(): boolean {
    return this.#find([], 0, 0) !== null;
  }

  /** Values that the columns together can have: all of them when there are few, three when there are more. */
  values(columns: number[]): number[] {
    const found = new Set(this.#tables.map((table) => sumOf(table, columns)));
    for (const direction of [1, -1]) {
      while (found.size > 0 && found.size < VALUES) {
        const beyond = direction > 0 ? Math.max(...found) + 1 : Math.min(...found) - 1;
        const value = this.#find(columns, beyond, direction);
        if (value === null) break;
        found.add(value);
      }
    }
    const [least, most] = [Math.min(...found), Math.max(...found)];
    for (let value = least + 1; value < most && found.size < VALUES; value += 1) {
      if (!found.has(value) && this.#find(columns, value, 0) !== null) found.add(value);
    }
    return [...found].sort((a, b) => a - b);
  }

  /** The sum of the columns in a table where it is `value`, or more (`direction` 1), or less (-1). */
  #find(columns: number[], value: number, direction: number): number | null {
    const extra = direction === 0 ? [] : [0];
    const slack: [number, number][] = extra.map(() => [this.#lower.length, -direction]);
    const asked = columns.length > 0 ? [{ terms: [...termsOf(columns), ...slack], rhs: value }] : [];
    const lower = [...this.#lower, ...extra];
    const table = wholeSolution({
      equations: [...this.#equations, ...asked],
      lower,
      upper: [...this.#upper, ...extra.map(() => Infinity)],
      cost: lower.map(() => 0),
    });
    if (!table) return null;
    this.#tables.push(table);
    return sumOf(table, columns);
  }
}

function termsOf(columns: number[]): [number, number][] {
  return columns.map((column) => [column, 1]);
}

function sumOf(table: number[], columns: number[]): number {
  return columns.reduce((sum, column) => sum + (table[column] ?? 0), 0);
}
