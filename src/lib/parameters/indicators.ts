import register from '../../../data/indicators/definitions.json';
import series from '../../../data/indicators/series.csv?rows';
import type { IndicatorRegister, SeriesRow } from '$lib/model/indicators';
import { numberToday } from './history';
import { municipalityOf } from './municipalities';

// The files are checked by the tests; a page opens with them as they are.

/** How every indicator is measured, and where its figures stand. */
export const indicatorRegister = register as unknown as IndicatorRegister;

/** The figures that stand in none of the documents, in the order of the file. */
export const indicatorSeries: SeriesRow[] = (series as Record<keyof SeriesRow, string>[]).map((row) => ({
  ...(row as unknown as SeriesRow),
  year: numberIn(row.year),
  value: numberIn(row.value),
  persons: numberIn(row.persons),
  numerator: numberIn(row.numerator),
}));

function numberIn(cell: string): number | null {
  return cell === '' ? null : Number(cell);
}

/**
 * What a municipality was called under this number, and what it is part of today, `null` where that is the same. The number
 * stands for a name that `data/municipalities.csv` lacks.
 */
export function placeNames(number: string): { name: string; today: string | null } {
  const name = municipalityOf(number)?.name ?? number;
  const today = municipalityOf(numberToday(number) ?? number)?.name ?? name;
  return { name, today: today === name ? null : today };
}

/** The number that is valid today; one that `data/municipalities.csv` lacks stands for itself. */
export function todayOf(number: string): string {
  return numberToday(number) ?? number;
}
