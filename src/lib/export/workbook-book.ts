import type { Text } from '$lib/text/text';
import type { workbookText } from '$lib/text/workbook';
import { wordsCell, type Grid } from './workbook-cells';

export type Words = (typeof workbookText)['nb'];

/** The row of headings on every sheet, from 0; above it stand the title, whom it is about and notes. */
export const HEADING = 5;

/** The column of the first year on the sheets with a column a year, from 0; name, unit and status stand before it. */
export const FIRST_YEAR = 3;

/** What every sheet is written with: words, and what a figure that nobody knows is called. */
export type Book = { text: Text; words: Words; unknown: string; lead: string };

/** The rows above the headings: title, what it is about, and at most two notes. */
export function topOf({ lead }: Book, title: string, notes: readonly string[]): Grid {
  if (notes.length > 2) throw new Error(`too many notes: ${title}`);
  const rows: Grid = [[wordsCell(title, 'title')], [wordsCell(lead, 'quiet')]];
  for (const note of notes) rows.push([wordsCell(note, 'quiet')]);
  while (rows.length < HEADING) rows.push([]);
  return rows;
}
