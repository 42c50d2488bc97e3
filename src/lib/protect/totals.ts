import type { CohortRow } from '$lib/model/cohort';

/** What totals are made over, within a municipality and year of observation: all persons first. */
const DIMENSIONS = [
  [],
  ['settlement_year'],
  ['permit'],
  ['category'],
  ['age_band'],
  ['settlement_year', 'category'],
] as const;

/** Persons of all rows that share the keys given; `null` is a total that must not be shown. */
export type Total = Pick<CohortRow, 'municipality' | 'year' | 'persons'> &
  Partial<Pick<CohortRow, 'settlement_year' | 'permit' | 'category' | 'age_band'>>;

/** The keys of a total and the places of its rows in the list it was made of. */
export type TotalOver = { keys: Omit<Total, 'persons'>; rows: number[] };

/**
 * The rows with equal keys added together, in order of first appearance. Households are not kept. A sum with an
 * unknown count is unknown. Throws on a count that is not whole.
 */
export function sumEqual(rows: CohortRow[]): CohortRow[] {
  const sums = new Map<string, CohortRow>();
  for (const given of rows) {
    const row = { ...given };
    delete row.household;
    if (row.persons !== null && !Number.isInteger(row.persons)) throw new Error(`no whole count: ${row.persons}`);
    const key = keyOf(row);
    const sum = sums.get(key);
    if (!sum) sums.set(key, { ...row });
    else if (sum.persons === null || row.persons === null) Object.assign(sum, { persons: null, status: 'suppressed' });
    else sum.persons += row.persons;
  }
  return [...sums.values()];
}

/** A name for the cell of a row: the same in every file, whatever its household. */
export function keyOf(row: Omit<CohortRow, 'persons'>): string {
  const { municipality = '', year = '', settlement_year, permit, category, age_band } = row;
  return [municipality, year, settlement_year, permit, category, age_band].join('|');
}

/** The totals of each municipality and year of observation, one list each. */
export function totalsOf(rows: CohortRow[]): TotalOver[][] {
  const groups = new Map<string, Map<string, TotalOver>>();
  rows.forEach((row, at) => {
    const place = {
      ...(row.municipality !== undefined && { municipality: row.municipality }),
      ...(row.year !== undefined && { year: row.year }),
    };
    const name = JSON.stringify(place);
    const totals = groups.get(name) ?? new Map<string, TotalOver>();
    groups.set(name, totals);
    for (const dimensions of DIMENSIONS) {
      const keys = { ...place, ...Object.fromEntries(dimensions.map((each) => [each, row[each]])) };
      const key = JSON.stringify(keys);
      const total: TotalOver = totals.get(key) ?? { keys, rows: [] };
      totals.set(key, total);
      total.rows.push(at);
    }
  });
  return [...groups.values()].map((totals) => [...totals.values()]);
}
