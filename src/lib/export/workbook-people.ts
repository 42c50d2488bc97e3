import type { CapacityRow, PeopleRow } from '$lib/model/rows';
import type { Given } from './outgoing';
import { FIRST_YEAR, HEADING, topOf, type Book } from './workbook-book';
import { figureCell, referAcross, wordsCell, type Format, type Grid, type Page } from './workbook-cells';

type PeopleKey = Exclude<keyof PeopleRow, 'year' | 'tail'>;
type CapacityKey = Exclude<keyof CapacityRow, 'year' | 'tail'>;
/** A count of a year, of people or of what is there for them. */
export type Count = PeopleKey | CapacityKey;

/** Counts with how each is written; those of rooms, modules and dwellings are whole. */
const PEOPLE: readonly PeopleKey[] = [
  'requested',
  'voted',
  'settled',
  'born',
  'family',
  'moved_in',
  'moved_out',
  'in_phase',
  'participants_mean',
  'participants_peak',
  'participants_any',
  'pupils_peak',
];
const CAPACITY: readonly CapacityKey[] = [
  'groups',
  'rooms_needed',
  'rooms_owned',
  'rooms_leased',
  'modules',
  'advisers',
  'teachers',
  'posts_needed',
  'posts',
  'dwellings',
];
const WHOLE: readonly Count[] = ['groups', 'rooms_needed', 'rooms_owned', 'rooms_leased', 'modules', 'dwellings'];

/** How a count is written. */
export function countFormat(count: Count): Format {
  return WHOLE.includes(count) ? 'whole' : 'tenths';
}

/** A count of a year; NaN where nobody has said it. */
export function countIn({ forecast: { people, capacity } }: Given, count: Count, at: number): number {
  const row = { ...people[at], ...capacity[at] } as Partial<Record<Count, number | null>>;
  return row[count] ?? NaN;
}

/** The row of a count on the sheet of people, from 0. */
function rowOf(count: Count): number {
  const people = PEOPLE.indexOf(count as PeopleKey);
  if (people >= 0) return HEADING + 2 + people;
  return HEADING + 4 + PEOPLE.length + CAPACITY.indexOf(count as CapacityKey);
}

/** The cell of a count in a year of the plan, from any sheet. */
export function countCell(sheet: string, count: Count, at: number): string {
  return referAcross(sheet, rowOf(count), FIRST_YEAR + at);
}

/** The sheet of counts by year: what the quantities of the lines come from. They are not worked out anew in the file. */
export function peoplePage(given: Given, book: Book): Page {
  const { words, unknown } = book;
  const { years } = given.forecast;
  const grid: Grid = topOf(book, words.sheets.people, [words.people.note, words.people.fractions]);
  const heads = [words.people.count, words.people.unit, ''].map((name) => wordsCell(name, 'head'));
  for (const [at, year] of years.entries()) heads[FIRST_YEAR + at] = figureCell(year, 'plain', unknown, 'head');
  grid[HEADING] = heads;
  for (const [title, counts] of [
    [words.people.people, PEOPLE],
    [words.people.capacity, CAPACITY],
  ] as const) {
    if (grid.length > HEADING + 1) grid.push([]);
    grid.push([wordsCell(title, 'section')]);
    for (const count of counts) {
      const cells = [wordsCell(words.counts[count][0], 'strong'), wordsCell(words.counts[count][1], 'quiet')];
      for (const at of years.keys())
        cells[FIRST_YEAR + at] = figureCell(countIn(given, count, at), countFormat(count), unknown);
      grid.push(cells);
    }
  }
  return {
    name: words.sheets.people,
    grid,
    widths: [48, 14, 3, ...years.map(() => 11)],
    heading: HEADING,
    fixed: 1,
  };
}
