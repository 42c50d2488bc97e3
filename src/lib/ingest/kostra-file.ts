import type { Grouping } from '$lib/model/country';
import type { Finding } from '$lib/model/settings';
import { headingRow, readTables, type Table } from './tables';

/** What the columns of municipalities and of their groups are called: in SSB's own export, and in simple lists. */
const HEADINGS: [string, string][] = [
  ['sourcecode', 'targetcode'],
  ['municipality', 'kostra_group'],
  ['kommunenummer', 'kostragruppe'],
  ['kommunenr', 'kostragruppe'],
];
/** Where the year of the groups can stand. */
const YEARS = ['year', 'år', 'validfrom', 'validfromdate'];

const MUNICIPALITY = /^\d{3,4}$/;
const YEAR = /\b(20\d\d)\b/;

/**
 * The list of municipalities and their KOSTRA groups that Statistics Norway's Klass saves as CSV, either way around, or a list
 * `municipality;kostra_group`; with the year from the list or else from the name of the file. Nothing is thrown.
 */
export async function readKostra(
  name: string,
  bytes: Uint8Array,
): Promise<{ grouping: Grouping | null; findings: Finding[] }> {
  const { tables, findings } = await readTables(name, bytes);
  const wrong = findings.filter(({ severity }) => severity === 'error');
  if (wrong.length > 0) return { grouping: null, findings: wrong };
  for (const table of tables) {
    const at = headingRow(table, (cells) => placesIn(cells) !== null);
    if (at >= 0) return groupingOf(name, table, at);
  }
  return { grouping: null, findings: [finding('not-a-grouping')] };
}

function placesIn(cells: readonly string[]): [number, number] | null {
  const lower = cells.map((cell) => cell.trim().toLowerCase());
  const found = HEADINGS.find((pair) => pair.every((heading) => lower.includes(heading)));
  return found ? [lower.indexOf(found[0]), lower.indexOf(found[1])] : null;
}

function groupingOf(file: string, table: Table, at: number): { grouping: Grouping | null; findings: Finding[] } {
  const headings = table.rows[at] ?? [];
  const rows = table.rows.slice(at + 1);
  const [from, to] = placesIn(headings) ?? [0, 1];
  const numbers = (place: number): number => rows.filter((cells) => MUNICIPALITY.test(cells[place] ?? '')).length;
  const [municipality, group] = numbers(from) >= numbers(to) ? [from, to] : [to, from];
  const groups: Record<string, string> = {};
  const findings: Finding[] = [];
  for (const [row, cells] of rows.entries()) {
    const [number = '', of = ''] = [cells[municipality], cells[group]];
    if (!MUNICIPALITY.test(number) || of === '') continue;
    const whole = number.padStart(4, '0');
    const known = groups[whole];
    if (known !== undefined && known !== plain(of)) {
      findings.push({ ...finding('grouping-twice'), row: table.firstRow + at + 1 + row, found: whole });
    }
    groups[whole] = plain(of);
  }
  if (Object.keys(groups).length === 0) return { grouping: null, findings: [finding('not-a-grouping')] };
  if (findings.length > 0) return { grouping: null, findings };
  return { grouping: { file, year: yearOf(file, headings, rows), groups }, findings: [] };
}

/** EKG05, KG5 and 05 are one: 5. */
function plain(group: string): string {
  return group.trim().replace(/^[a-z]*0*(?=\d)/i, '');
}

/** The year that all rows agree on, else the one in the name of the file. */
function yearOf(file: string, headings: readonly string[], rows: readonly string[][]): number | null {
  const place = headings.findIndex((heading) => YEARS.includes(heading.trim().toLowerCase()));
  const stated = new Set(rows.flatMap((cells) => YEAR.exec(cells[place] ?? '')?.[1] ?? []));
  const year = stated.size === 1 ? [...stated][0] : YEAR.exec(file.replaceAll('_', ' '))?.[1];
  return year === undefined ? null : Number(year);
}

function finding(code: string): Finding {
  return { code, severity: 'error', path: '' };
}
