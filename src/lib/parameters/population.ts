import all from '../../../data/population.csv?rows';

type Row = { municipality: string; year: string; persons: string };

const rows = all as Row[];

/**
 * Inhabitants of a municipality on 1 January of a year, or of the last year before it that is known; `null` where none is.
 * Statistics Norway, table 07459.
 */
export function inhabitantsOf(municipality: string, year: number): { year: number; persons: number } | null {
  const known = rows
    .filter((row) => row.municipality === municipality && Number(row.year) <= year)
    .sort((a, b) => Number(b.year) - Number(a.year));
  const [last] = known;
  return last ? { year: Number(last.year), persons: Number(last.persons) } : null;
}
