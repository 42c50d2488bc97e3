import { decode } from '$lib/ingest/encoding';
import { readHtml } from '$lib/ingest/table-html';
import { Refused, type Table } from '$lib/ingest/table-cells';
import { fetchBytes, RefreshError, type Fetching } from './answer';
import type { Row } from './changes';

/** IMDi's headings and the series they fill; `null` is read past, for no series of the file holds it. */
const HEADINGS: Record<string, 'requested' | 'decided' | 'settled' | null> = {
  'Antall personer kommunen har blitt anmodet om å bosette': 'requested',
  'Antall personer kommunen har vedtatt å bosette': 'decided',
  'Antall bosatte personer': 'settled',
  'Antall bosatte personer med kollektiv beskyttelse': null,
  'Antall personer kommunen har avtalt å bosette': null,
  'Antall personer med kollektiv beskyttelse kommunen har avtalt å bosette': null,
};
const SERIES = ['requested', 'decided', 'settled'] as const;
const MONTHS = 'januar,februar,mars,april,mai,juni,juli,august,september,oktober,november,desember'.split(',');

/** What IMDi's pages of every year say of the municipalities of `municipalities.csv`, as rows of `settlement.csv`. */
export async function settlementAnswer(hub: string, municipalities: Row[], fetching: Fetching): Promise<Row[]> {
  const text = decode(await fetchBytes(hub, fetching));
  const years = [...text.matchAll(/\/bosetting\/bosettingstall\/nokkeltall-bosetting-(\d{4})\b/g)].map(
    (match) => match[1] ?? '',
  );
  if (years.length === 0)
    throw new RefreshError(
      "IMDi's page of settlement figures has no link to nokkeltall-bosetting-YYYY, which was expected.",
    );
  const rows: Row[] = [];
  for (const year of [...new Set(years)].sort()) {
    const page = decode(await fetchBytes(new URL(`nokkeltall-bosetting-${year}/`, hub).href, fetching));
    rows.push(...pageRows(page, year, municipalities));
  }
  return rows;
}

/** The rows of one year's page: the tables under the heading of the municipalities, one a county, names in place of numbers. */
export function pageRows(html: string, year: string, municipalities: Row[]): Row[] {
  const { section, until } = sectionOf(html, year);
  const counts = new Map<string, Map<string, string>>();
  for (const table of tablesOf(section, year)) readTable(table, year, counts);
  const inForce = municipalities.filter(
    (row) =>
      (row['valid_from'] ?? '') <= `${year}-12-31` &&
      (row['valid_to'] === '' || (row['valid_to'] ?? '') >= `${year}-12-31`),
  );
  return inForce.flatMap((row) => {
    const name = row['disambiguation'] ? `${row['name']} (${row['disambiguation']})` : (row['name'] ?? '');
    const cells = counts.get(name);
    if (!cells) throw new RefreshError(`IMDi's page of ${year} has no row «${name}» (${row['municipality']}).`);
    return SERIES.map((series) => ({
      municipality: row['municipality'] ?? '',
      year,
      series,
      ...countOf(cells.get(series) ?? '', series === 'settled' ? until : '', `${name}, ${year}, ${series}`),
    }));
  });
}

/** The part of the page under the heading, and the last day counted where that is before the end of the year. */
function sectionOf(html: string, year: string): { section: string; until: string } {
  const heading = `Oversikt over bosettingen i kommunene i ${year}`;
  const found = [...html.matchAll(/<h2\b[^>]*>(.*?)<\/h2>/gis)].find((match) =>
    plain(match[1] ?? '').startsWith(heading),
  );
  if (!found) throw new RefreshError(`IMDi's page of ${year} lacks the heading «${heading}».`);
  const start = found.index + found[0].length;
  const end = html.slice(start).search(/<h2\b/i);
  return {
    section: html.slice(start, end < 0 ? undefined : start + end),
    until: untilOf(plain(found[1] ?? '').slice(heading.length), year),
  };
}

/** `(oppdatert 28. september)`, of the page's own year unless another is named; a day after the year means all of it. */
function untilOf(note: string, year: string): string {
  if (note.trim() === '') return '';
  const [, day = '', month = '', named = year] = /(\d{1,2})\. (\p{L}+)(?: (\d{4}))?/u.exec(note) ?? [];
  const at = MONTHS.indexOf(month.toLowerCase());
  if (at < 0)
    throw new RefreshError(`IMDi's page of ${year} says «${note.trim()}» in its heading; a date was expected.`);
  const date = `${named}-${String(at + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return date > `${year}-12-31` ? '' : date;
}

function tablesOf(section: string, year: string): Table[] {
  try {
    return readHtml(year, section).tables;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    throw new RefreshError(`IMDi's page of ${year} has no table under the heading of the municipalities.`);
  }
}

function readTable(
  { rows: [headings = [], ...rows] }: Table,
  year: string,
  counts: Map<string, Map<string, string>>,
): void {
  const columns = headings.map((heading) => heading.replace(/:$/, '').trim());
  if (columns[0] !== 'Kommune')
    throw new RefreshError(
      `IMDi's page of ${year} has a table whose first column is «${columns[0] ?? ''}», not «Kommune».`,
    );
  const strange = columns.slice(1).find((column) => !(column in HEADINGS));
  if (strange !== undefined)
    throw new RefreshError(`IMDi's page of ${year} has a column «${strange}», which is not known.`);
  for (const [heading, series] of Object.entries(HEADINGS))
    if (series !== null && !columns.includes(heading))
      throw new RefreshError(`IMDi's page of ${year} has a table without the column «${heading}».`);
  for (const [name = '', ...cells] of rows) {
    if (counts.has(name)) throw new RefreshError(`IMDi's page of ${year} has «${name}» twice.`);
    const named = cells.map((cell, at) => [HEADINGS[columns[at + 1] ?? ''] ?? '', cell] as const);
    counts.set(name, new Map(named.filter(([series]) => series !== '')));
  }
}

/** A cell as a number, or as the mark that says why none stands. */
function countOf(cell: string, until: string, where: string): { persons: string; mark: string; until: string } {
  const digits = cell.replaceAll(' ', '');
  if (/^\d+$/.test(digits)) return { persons: digits, mark: until ? 'part_year' : '', until };
  if (cell === ':') return { persons: '', mark: 'suppressed', until };
  if (['.', '-', '–'].includes(cell) || /^avventer vedtak$/i.test(cell)) return { persons: '', mark: 'none', until };
  throw new RefreshError(
    `IMDi's pages say «${cell}» for ${where}; a number, «:», «.», «-» or «avventer vedtak» was expected.`,
  );
}

const ENTITIES: Record<string, string> = { aring: 'å', Aring: 'Å', oslash: 'ø', aelig: 'æ', nbsp: ' ' };

function plain(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&(\w+);/g, (entity, name: string) => ENTITIES[name] ?? entity)
    .replace(/\s+/g, ' ')
    .trim();
}
