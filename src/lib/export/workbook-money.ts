import type { ResultRow } from '$lib/model/rows';
import type { Given } from './outgoing';
import type { Assumptions } from './workbook-assumptions';
import type { Book } from './workbook-book';
import type { Look } from './workbook-cells';
import type { Summed } from './workbook-lines';

/** A row of the result: kroner of each year as a formula, with what it comes to; NaN where it is unknown. */
export type MoneyRow = {
  key: string;
  label: string;
  code: string;
  note: string;
  look: Look;
  /** How the years of a part are put together: added, the last of them, or not at all. */
  sum: 'sum' | 'last' | 'none';
  /** `null` where the row holds values and no formulas. */
  formula: ((at: number) => string) | null;
  value: (at: number) => number;
};

/** Rows of the result in their order, headings of parts among them. */
export type Line = { kind: 'part'; title: string } | { kind: 'complete' } | ({ kind: 'money' } & MoneyRow);

/** The result of a plan, laid out alike on the sheets of the plan and of what comes after it. */
export type Result = {
  lines: Line[];
  given: Given;
  years: readonly number[];
  inPlan: number;
  /** Whether an amount anywhere is unknown, so that formulas must ask. */
  hasUnknown: boolean;
  /** A cell of a row in a year of the plan, from any sheet. */
  cell: (key: string, at: number) => string;
  /** The same figure, NaN where it is unknown. */
  value: (key: string, at: number) => number;
};

/** What the formulas of a row are made with. */
export type Maker = {
  given: Given;
  of: Assumptions;
  book: Book;
  hasUnknown: boolean;
  rowAt: (at: number) => ResultRow;
  cell: (key: string, at: number) => string;
  /** The cell with a year of the plan, above its figures. */
  year: (at: number) => string;
  /** The sum of lines of a year by some columns, each named with what it must be. */
  sumOf: (at: number, criteria: Partial<Record<Summed, string>>, of?: Summed) => string;
  /** A formula that says "unknown" in a year with an unknown line. */
  unless: (at: number, formula: string) => string;
};
