import { statusAt, statusIndex, weaker, type Status } from './status';

export const PERMITS = ['ordinary', 'collective', 'family'] as const;
export type Permit = (typeof PERMITS)[number];

/** As at settlement, never changed. */
export const CATEGORIES = ['single_adult', 'adult', 'child', 'unaccompanied_minor'] as const;
export type Category = (typeof CATEGORIES)[number];

/** First and last single year of age at settlement; the persons of a band are spread evenly over them. */
export const AGE_BANDS = {
  '0-5': [0, 5],
  '6-15': [6, 15],
  '16-17': [16, 17],
  '18-24': [18, 24],
  '25-55': [25, 55],
  '56-59': [56, 59],
  '60+': [60, 79],
} as const;
export type AgeBand = keyof typeof AGE_BANDS;
export const AGE_BAND_NAMES = Object.keys(AGE_BANDS) as AgeBand[];

/** What an unknown count between 1 and 4 stands for in the expected run. */
const SUPPRESSED_PERSONS = 2.5;

export const ROW_STATUSES = ['published', 'derived', 'assumed', 'synthetic', 'suppressed', 'rounded'] as const;
export type RowStatus = (typeof ROW_STATUSES)[number];

/** A row of a cohort file. `persons: null` is a suppressed count. `year` is the year of observation (31 December). */
export type CohortRow = {
  settlement_year: number;
  permit: Permit;
  category: Category;
  age_band: AgeBand;
  persons: number | null;
  /** What a hidden count stands for where it is published so; without it the count is 1 to 4. */
  estimate?: number | undefined;
  municipality?: string | undefined;
  household?: string | undefined;
  year?: number | undefined;
  /** What the count rests on; without it the municipality's own. */
  status?: RowStatus | undefined;
};

/** Persons living in the municipality on 31 December before the plan, by settlement year, permit, category and age band. */
export type CohortCell = {
  settlement_year: number;
  permit: Permit;
  category: Category;
  age_band: AgeBand;
  persons: number;
  status: Status;
};

/** The opening population and what must be said about it. */
export type Opening = {
  cells: CohortCell[];
  synthetic: boolean;
  /** Whether rows are spread by an assumed composition. */
  estimated: boolean;
  /** Rows with a count between 1 and 4 that is not known, and hidden ones that were published with an estimate. */
  suppressed: number;
  hidden: number;
};

/** Whether a person of the category can have been of the age band at settlement. */
export function isPossible(category: Category, band: AgeBand): boolean {
  const minor = category === 'child' || category === 'unaccompanied_minor';
  return minor === AGE_BANDS[band][1] < 18;
}

/** The rows that count for a plan beginning in `firstYear`: with years of observation, those of the year before. */
export function rowsObserved(rows: CohortRow[], firstYear: number): CohortRow[] {
  if (!rows.some((row) => row.year !== undefined)) return rows;
  return rows.filter((row) => row.year === firstYear - 1);
}

/** Adds equal cells together, whatever the order of the rows. A suppressed count is its estimate, else 2.5; assumed. */
export function openingPopulation(rows: CohortRow[]): Opening {
  const cells = new Map<string, CohortCell>();
  const ordered = [...rows].sort((a, b) => cellKey(a).localeCompare(cellKey(b)) || expected(a) - expected(b));
  let suppressed = 0;
  let hidden = 0;
  for (const row of ordered) {
    const key = cellKey(row);
    const persons = expected(row);
    const status = rowStatus(row);
    if (row.persons === null && row.estimate === undefined) suppressed += 1;
    if (row.persons === null && row.estimate !== undefined) hidden += 1;
    const cell = cells.get(key);
    if (cell) {
      cell.persons += persons;
      cell.status = statusAt(weaker(statusIndex(cell.status), statusIndex(status)));
    } else {
      const { settlement_year, permit, category, age_band } = row;
      cells.set(key, { settlement_year, permit, category, age_band, persons, status });
    }
  }
  return {
    cells: [...cells.values()].filter((cell) => cell.persons > 0),
    synthetic: rows.some((row) => row.status === 'synthetic'),
    estimated: rows.some((row) => row.status === 'assumed'),
    suppressed,
    hidden,
  };
}

/** What a row counts as in the expected run. */
function expected({ persons, estimate }: CohortRow): number {
  return persons ?? estimate ?? SUPPRESSED_PERSONS;
}

function rowStatus({ persons, status }: CohortRow): Status {
  if (persons === null || status === 'synthetic' || status === 'suppressed' || status === 'rounded') return 'assumed';
  return status ?? 'own';
}

function cellKey(row: CohortRow): string {
  return `${row.settlement_year}|${row.permit}|${row.category}|${row.age_band}`;
}
