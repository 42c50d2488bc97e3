import type { Count } from '$lib/model/backtest-history';
import type { CohortRow } from '$lib/model/cohort';
import type { Finding } from '$lib/model/settings';

/** A row of a cohort with the number it has in the file. */
export type PlacedRow = CohortRow & { row: number };

/**
 * What rows are judged by beside themselves: published counts (of the plan's municipality and what became it), the
 * municipality of the plan and its first year. Empty or left out where there is none; nothing is then said by it.
 */
export type CohortContext = { settlement: Count[]; municipality?: string | undefined; firstYear?: number | undefined };

/** A numbered rule about the rows of a cohort; it says the same of many rows once, at the first of them. */
export type CohortRule = {
  number: number;
  codes: string[];
  check: (rows: PlacedRow[], context: CohortContext) => Finding[];
};

/**
 * A table below its headings. `columns` says what each heading is read as, '' where it is left out; `lines[0]` has the number
 * `firstRow` in the file.
 */
export type RawTable = { headings: string[]; columns: string[]; lines: string[][]; firstRow: number };

/** A numbered rule about the cells of a cohort file: `skipped` are the numbers of rows that hold no group of persons. */
export type TableRule = {
  number: number;
  codes: string[];
  check: (table: RawTable, skipped: ReadonlySet<number>) => { findings: Finding[]; skipped: Set<number> };
};

/** A warning about a row, or about the file. */
export function finding(
  code: string,
  about: { row: number } | null,
  path: string,
  more: Partial<Finding> = {},
): Finding {
  return { code, severity: 'warning', path, ...(about && { row: about.row }), ...more };
}

/** Persons of the five-year phase cannot have been settled before this year, but can have been born before it. */
const EARLIEST = 1990;

/** Whether a settlement year is more likely one of birth. */
export function isEarly({ settlement_year }: PlacedRow): boolean {
  return settlement_year < EARLIEST;
}

/** 31 December of this year is when the persons of a row lived in the municipality; `null` where nothing says it. */
export function observed({ year }: PlacedRow, { firstYear }: CohortContext): number | null {
  return year ?? (firstYear === undefined ? null : firstYear - 1);
}

/** The rows with persons or a hidden count: a zero is of nobody. */
export function withPersons(rows: PlacedRow[]): PlacedRow[] {
  return rows.filter(({ persons }) => persons !== 0);
}

/** The first row of each settlement year. */
export function onePerYear(rows: PlacedRow[]): PlacedRow[] {
  const first = new Map<number, PlacedRow>();
  for (const row of rows) if (!first.has(row.settlement_year)) first.set(row.settlement_year, row);
  return [...first.values()];
}

/** A list short enough for a sentence. */
export function listed(all: (string | number)[]): string {
  return all.length > 5 ? `${all.slice(0, 5).join(', ')} …` : all.join(', ');
}
