import { writeXlsx } from 'hucre/xlsx';
import { outgoingText } from '$lib/text/outgoing';
import type { Text } from '$lib/text/text';
import { workbookText } from '$lib/text/workbook';
import { dateOf, hashOf, headOf, type Outgoing } from './outgoing';
import { assumptionsPage } from './workbook-assumption-sheet';
import { assumptionsOf } from './workbook-assumptions';
import type { Book } from './workbook-book';
import { FONT, harmless, printNames, sheetOf, wordsCell, type Frame, type Grid, type Page } from './workbook-cells';
import { comparisonPage } from './workbook-comparison';
import { linesPage } from './workbook-lines';
import { peoplePage } from './workbook-people';
import { resultPage, tailPage } from './workbook-result-sheet';
import { resultOf } from './workbook-result';

/**
 * A plan as a workbook (xlsx): who, assumptions, people, every line, the result, the years after, and beside the other plan.
 * Amounts, unit prices and sums are formulas that hold what the model came to; a changed rate changes all that rests on it.
 * Kroner are those of each year. The same outgoing gives the same bytes.
 */
export async function workbookFile(of: Outgoing, text: Text): Promise<Uint8Array> {
  const words = workbookText[text.language];
  const { about, other, mark } = of;
  const title = titleOf(of);
  const book: Book = { text, words, unknown: text.unknown, lead: `${title} · ${mark}` };
  const assumptions = assumptionsOf(about, words.sheets.assumptions);
  const result = resultOf(about, assumptions, book);
  const lines = linesPage(about, assumptions, (at) => result.cell('to_fund', at), book);
  const pages = [
    aboutPage(of, book),
    assumptionsPage(assumptions, book),
    peoplePage(about, book),
    lines.page,
    resultPage(result, book),
    tailPage(result, book),
    ...(other ? [comparisonPage(about, result, other, book)] : []),
  ];
  const frame: Frame = {
    left: title,
    right: mark,
    foot: words.foot(of.version, hashOf(about.plan, of.mode), dateOf(of.date)),
    page: words.page,
  };
  return writeXlsx({
    sheets: pages.map((page) => sheetOf(page, frame)),
    namedRanges: [...lines.names, ...pages.flatMap(printNames)],
    defaultFont: FONT,
    properties: {
      title: harmless(title),
      subject: words.subject,
      created: of.date,
      modified: of.date,
    },
  });
}

/** The scenario, with the municipality before it where its name does not begin so. */
function titleOf({ municipality: { name }, about }: Outgoing): string {
  return about.name.startsWith(name) ? about.name : `${name}: ${about.name}`;
}

/** The first sheet: the head of every file, and how the others are to be read. */
function aboutPage(of: Outgoing, { text, words, lead }: Book): Page {
  const outgoing = outgoingText[text.language];
  // Kroner of the sheets are those of each year, whichever the page shows.
  const head = headOf({ ...of, fixed: false }, text, outgoing);
  const grid: Grid = [[wordsCell(words.title, 'title')], [wordsCell(lead, 'quiet')], []];
  for (const { name, value } of head) grid.push([wordsCell(name, 'strong'), wordsCell(value, 'long')]);
  grid.push([undefined, wordsCell(outgoing.hashNote, 'quiet')], [], [wordsCell(words.how, 'section')]);
  for (const { name, line } of words.reading(words.sheets, of.other !== null))
    grid.push([wordsCell(name, 'strong'), wordsCell(line, 'long')]);
  return { name: words.sheets.about, grid, widths: [44, 100], heading: null, fixed: 0 };
}
