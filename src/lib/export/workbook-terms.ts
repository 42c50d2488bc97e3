import { quoted } from './workbook-cells';

/**
 * A piece of a formula, what it comes to now and the cells it reads; NaN where a value is unknown. `loose` where it must
 * stand in brackets to be multiplied.
 */
export type Term = { formula: string; value: number; cells: readonly string[]; loose?: true };

/** What stands in a cell. */
export function inCell(cell: string, value: number): Term {
  return { formula: cell, value, cells: [cell] };
}

/** A number that stands in the formula itself. */
export function fixedTerm(value: number): Term {
  return { formula: String(value), value, cells: [] };
}

function cellsOf(terms: readonly Term[]): string[] {
  return terms.flatMap(({ cells }) => cells);
}

function tight({ formula, loose }: Term): string {
  return loose ? `(${formula})` : formula;
}

/** The product of some terms, in their order. */
export function times(...terms: Term[]): Term {
  const [only] = terms;
  if (only && terms.length === 1) return only;
  return {
    formula: terms.map(tight).join('*'),
    value: terms.reduce((product, { value }) => product * value, 1),
    cells: cellsOf(terms),
  };
}

/** One term over another. */
export function over(above: Term, below: Term): Term {
  return {
    formula: `${tight(above)}/${below.cells.length > 1 ? `(${below.formula})` : tight(below)}`,
    value: above.value / below.value,
    cells: cellsOf([above, below]),
  };
}

/** The sum of two terms. */
export function plus(one: Term, other: Term): Term {
  const value = one.value + other.value;
  return { formula: `${one.formula}+${other.formula}`, value, cells: cellsOf([one, other]), loose: true };
}

/** One term less another. */
export function minus(one: Term, other: Term): Term {
  const value = one.value - other.value;
  return { formula: `${one.formula}-${tight(other)}`, value, cells: cellsOf([one, other]), loose: true };
}

/** A term so many times as a year is after another: `years` is the piece of formula that says how many. */
export function raised(base: Term, years: string, count: number): Term {
  return { formula: `${tight(base)}^(${years})`, value: base.value ** count, cells: base.cells };
}

/** The lower of two terms. */
export function lower(one: Term, other: Term): Term {
  const value = Math.min(one.value, other.value);
  return { formula: `MIN(${one.formula},${other.formula})`, value, cells: cellsOf([one, other]) };
}

/** The higher of two terms. */
export function higher(one: Term, other: Term): Term {
  const value = Math.max(one.value, other.value);
  return { formula: `MAX(${one.formula},${other.formula})`, value, cells: cellsOf([one, other]) };
}

/** The formula of a term; where it is unknown now, it says so until every cell it reads holds a number. */
export function writtenTerm({ formula, value, cells }: Term, unknown: string): string {
  if (!Number.isNaN(value)) return formula;
  const read = [...new Set(cells)];
  return `IF(COUNT(${read.join(',')})=${read.length},${formula},${quoted(unknown)})`;
}
