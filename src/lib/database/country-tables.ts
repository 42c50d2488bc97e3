import Papa from 'papaparse';
import type { CountryQuestion, CountryRow, CountrySpread, SweepPoint } from '$lib/model/country';
import type { Database } from './connection';
import country from './views/country.sql?raw';
import spread from './views/country_spread.sql?raw';

/** A point under the number its municipality has today, and how many live there when its plan begins; `null` is unknown. */
export type PlacedPoint = SweepPoint & { inhabitants: number | null };

const POINT_COLUMNS = [
  'point',
  'municipality',
  'scenario',
  'variant',
  'inhabitants',
  'first_year',
  'last_year',
  'tail',
] satisfies (keyof PlacedPoint)[];

/** Fills the tables of a sweep with these points and their years and nothing else. */
export async function fillSweep(database: Database, points: readonly PlacedPoint[], years: string): Promise<void> {
  await database.fill('sweep_point', Papa.unparse([...points], { newline: '\n', columns: POINT_COLUMNS }));
  await database.fill('sweep_year', years);
}

/** The row of every municipality at a point, and how the figures of those that are compared are spread. */
export async function countryRows(
  database: Database,
  { figure, per, years: [from, to], variant, scenario }: CountryQuestion,
  compared: readonly string[],
): Promise<{ rows: CountryRow[]; spread: CountrySpread }> {
  const values = [figure, per, from, to, variant, scenario];
  await database.fill('sweep_member', ['municipality', ...compared].join('\n'));
  const rows = await database.query<CountryRow>(`${country}\norder by municipality`, ...values);
  const [found] = await database.query<CountrySpread>(`with rows as (\n${country}\n)\n${spread}`, ...values);
  if (!found) throw new Error('no spread');
  return { rows, spread: found };
}
