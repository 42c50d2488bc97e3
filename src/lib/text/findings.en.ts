import { accounts } from './accounts.en';
import type { findings as nb } from './findings.nb';

export const findings: typeof nb = {
  ...accounts.findings,
  'unknown-id': ({ found, allowed }) =>
    `There is no parameter “${found}”.${allowed ? ` Did you mean “${allowed}”?` : ''} Correct the name.`,
  'rates-twice': ({ found }) => `“${found}” stands twice in the rate set. Gather the values under one of them.`,
  'rates-share': ({ found }) =>
    `“${found}” are shares that make 100 % together and cannot stand in a rate set. Set them in the scenario.`,
  'rates-unit': ({ found, allowed }) => `The unit is “${found}”, but the parameter has “${allowed}”. Correct the unit.`,
  'rates-keys': ({ found, allowed }) =>
    `The keys are “${found}”, but the parameter has “${allowed}”. Correct the keys.`,
  'not-by-year': () =>
    'The parameter counts only at the start of the plan and cannot be set for one year. Write it without a year.',
  'year-outside': ({ found, allowed }) =>
    `The year ${found} is outside the plan. Allowed: ${allowed}. Correct the year or extend the plan.`,
  'value-outside': ({ found, allowed }) =>
    `The value ${found} is outside the limits. Allowed: ${allowed}. Correct the value.`,
  'not-an-option': ({ found, allowed }) => `“${found}” cannot be chosen. Allowed: ${allowed}.`,
  'not-a-number': ({ found }) => `“${found}” is not a number. Write a number.`,
  'not-whole': ({ found }) => `${found} is not a whole number. Write a whole number.`,
  'shares-sum': ({ found, allowed }) =>
    `The shares sum to ${found}, but it must be possible for the sum to be ${allowed}. Correct the shares.`,
  'no-rows-of-year': ({ found, allowed }) =>
    `The file has no rows for ${allowed}, the year before the plan; it has ${found}. Use a file with that year, or change first_year.`,
  'settled-after-opening': ({ found, allowed }) =>
    `The year of settlement ${found} is after the opening. Allowed: up to and including ${String(allowed).replace('-', '')}. Correct the year.`,
  'missing-column': ({ path, found, allowed }) =>
    `The column “${path}” is missing. The file has: ${found}. It must have: ${allowed}. Add the column and try again.`,
  'unknown-column': ({ allowed }) =>
    `The column is unknown. Allowed: ${allowed}. Remove the column or give it one of these names.`,
  'extra-cells': ({ found, allowed }) =>
    `The row has ${found} fields, but there are ${allowed} headings. A comma in a number may have split a field. Allowed: ${allowed}. Correct the row or use semicolons.`,
  'empty-cell': ({ allowed }) => `The field is empty. Allowed: ${allowed}. Fill it in.`,
  'double-column': () => 'The column appears twice. Remove one of them.',
  'empty-file': () => 'The file is empty. Choose a file with headings and rows.',
  'person-rows': ({ found, allowed }) =>
    `The file has no column of counts: each row is read as one person, ${found} in all, and added to ${allowed} groups. The rows are not kept. If that is wrong, choose the column of counts.`,
  'more-findings': ({ found }) => `There are ${found} more errors. Correct those listed, and try again.`,
  'reading-stopped': ({ found }) =>
    `Reading made no progress in ${found} seconds and was stopped. Nothing was read in. Save the file as CSV or .xlsx and try again.`,
  'reading-failed': () =>
    'The file could not be read in this browser. Nothing was read in. Save it as CSV and try again.',
  'several-sheets': ({ found }) =>
    `Several sheets count persons: ${found}. Keep one sheet, or save the sheets one by one.`,
  'no-rows': () => 'The file has headings, but no rows. Add rows and try again.',
  'personal-data': ({ path, found }) =>
    `The column “${path}” has ${personalData(found)}. Nothing has been read in. Remove the column and try again.`,
  'personal-text': ({ found }) => `The text has ${personalData(found)}. Take it out of the text and try again.`,
  'newer-format': ({ found, allowed }) =>
    `The file was made with a newer version of Bosett (${found}). This version reads ${allowed}. Reload the page to get the newest version, or ask for a file from the version you have.`,
  'unknown-format': ({ found, allowed }) =>
    `The format “${found}” is not a project. Allowed: ${allowed}. Choose another file.`,
  'member-twice': ({ found, allowed }) =>
    `${found} is already in the file ${allowed}. This file is not used. Keep only one of them.`,
  'not-a-member': ({ found }) => `${found} was not in the group before, and is put last in the table.`,
  'not-a-sweep': ({ found }) =>
    `The file does not have the columns that “bosett sweep” writes. It lacks: ${found}. Make the file again, or choose another.`,
  'sweep-unlike': ({ found, allowed }) =>
    `The columns are not those of ${allowed}${found ? `: ${found}` : ''}. Choose files of the same run.`,
  'sweep-twice': ({ found, allowed }) =>
    `${found} stands twice, first in ${allowed}. Choose each part of the run once.`,
  'sweep-too-many': ({ allowed }) =>
    `The files have more than ${allowed} million rows together. Choose fewer files, or try fewer values.`,
  'sweep-municipality': ({ found }) => `“${found}” is not the number of a municipality. Write three or four digits.`,
  'sweep-cells': ({ found, allowed }) =>
    `The row has ${found} fields, but there are ${allowed} headings. Make the file again.`,
  'not-a-grouping': () =>
    'The file is not a list of municipalities and KOSTRA groups. It must have the columns “sourceCode” and “targetCode” of Statistics Norway, or “municipality” and “kostra_group”.',
  'grouping-twice': ({ found }) => `Municipality ${found} is in two groups. Keep only one.`,
  'no-municipality': () =>
    'The file does not say which municipality its rows are of. Add the column “municipality” with its number, and try again.',
  'not-a-bundle': ({ allowed }) =>
    `The file does not hold the figures of a municipality in a group. Allowed: ${allowed}. Ask the municipality to make the file again.`,
  'no-entry': ({ found, allowed }) =>
    `The project has no scenario at place ${found}. Allowed: ${allowed}. Correct the place.`,
  'not-published': () =>
    'The screen is in public view, and the people of the scenario cannot be shown to everybody. Nothing has been saved. Leave public view to save everything.',
  'became-project': ({ found }) =>
    `The file is older than project files: ${found === '1' ? 'one scenario has' : `${found} scenarios have`} become a project without a log.`,
  'first-became-proposal': () => 'The first scenario is locked and is the proposal; the last is the one you work on.',
  'setting-renamed': ({ found, allowed }) =>
    `The assumption “${found}” is now called “${allowed}”. Its value is the same.`,
  'setting-gone': ({ found }) =>
    `The assumption “${found}” no longer exists and has been taken out. The result may be another.`,
  'not-json': ({ found }) => `The file is not valid JSON (${found}). Correct the file.`,
  'missing-key': ({ allowed }) => `The field is missing. Allowed: ${allowed}. Add the field.`,
  'unknown-key': ({ found }) => `The field “${found}” is unknown. Remove the field.`,
  'wrong-type': ({ found, allowed }) =>
    `Found ${found ?? 'a value of the wrong kind'}.${allowed ? ` Allowed: ${allowed}.` : ''} Correct the value.`,
  'wrong-value': ({ found, allowed }) => `The value ${found ?? ''} cannot be used (${allowed}). Correct the value.`,
  'impossible-age': ({ found }) =>
    `The age band ${found} does not fit the category. Adults are 18 or older, children and unaccompanied minors are under 18. Correct the row.`,
  'no-title': () => 'The title is missing. Write a title in at least one language.',
  'no-file': ({ found }) => `The file “${found}” does not exist. Correct the path.`,
  'unknown-file': ({ found }) =>
    `The file is of an unknown kind (${found}). Allowed: scenario (.json), parameter (.json), opening and accounts (.csv).`,
  'too-large': ({ found, allowed }) => `The file is ${found}, more than ${allowed}. Choose a smaller file.`,
  'too-many-cells': ({ allowed }) =>
    `The file has more than ${allowed} cells. Take away sheets, rows and columns that are not needed, and try again.`,
  'unpacks-too-large': ({ allowed }) =>
    `The file becomes more than ${allowed} when it is unpacked. Copy the table to a new spreadsheet, save it and try again.`,
  'broken-file': ({ found }) =>
    `The file is damaged or cut off${found ? ` (${found})` : ''}. Fetch it again, or open it in the program it comes from, save it as .xlsx or .csv and try again.`,
  'encrypted-file': () =>
    'The file is protected by a password. Open it in the spreadsheet program, remove the password, save and try again.',
  'other-spreadsheet': ({ found }) =>
    `Spreadsheets of this kind (${found}) cannot be read. Open the file in Excel or LibreOffice, save it as .xlsx or .csv and try again.`,
  document: ({ found }) =>
    `The file is a document (${found}), not a table. Copy the table in the document and paste it, or put it in a spreadsheet and save it as .xlsx or .csv.`,
  'image-file': ({ found }) =>
    `The file is an image (${found}). Numbers in images are not read. Type the numbers into a spreadsheet and save it as .xlsx or .csv.`,
  'packed-file': ({ found }) =>
    `The file is packed (${found}) and is no spreadsheet. Unpack it and choose the file with the table.`,
  'json-no-table': () =>
    'The file is JSON, but not a table. Choose a scenario file from Bosett, or save the table as .xlsx or .csv.',
  'not-a-table': () => 'The file is of a kind that cannot be read. Save the table as .xlsx or .csv and try again.',
  'compressed-arrow': () =>
    'The Arrow file is compressed and cannot be read. Save it without compression, or as Parquet or .csv.',
  'unclosed-quote': () =>
    'A quotation mark is opened but not closed, so the rest of the file becomes one cell. Close or remove the quotation mark.',
  'all-sheets-hidden': () =>
    'All sheets of the file are hidden. Show the sheet with the table in the spreadsheet program, save and try again.',
  'hidden-sheet': ({ found }) =>
    `The sheet “${found}” is hidden and has not been read. Show it in the spreadsheet program and save if it is to be included.`,
  'formula-error': ({ found }) =>
    `The formula gives the error ${found}. Correct the formula or type the number, save and try again.`,
  'formula-without-value': () =>
    'The formula has no stored value, so the cell is empty. Open the file in the spreadsheet program, save it and try again.',
  'percent-sum': ({ found }) =>
    `The shares add up to ${found} %, more than 1.5 points from 100 %. They are kept as they stand. Check them with the source.`,
  'parts-exceed-whole': ({ found, allowed }) =>
    `The parts add up to ${found}, but the whole is ${allowed}. Some are in several parts. Do not turn the parts into shares of 100 %.`,
  'two-values': ({ found }) =>
    `The document gives different values for the same thing: ${found}. Find out which holds before using the figure.`,
  'bounds-conflict': ({ found }) =>
    `The bounds contradict each other: ${found}. Find out which holds before using the figure.`,
  'figure-in-image': () =>
    'The figure stands only in an image. It is unknown, not zero. Read it off the image and enter it.',
  'figure-not-in-text': () =>
    'The figure is not in the text. It is unknown, not zero. Enter it, or use an estimate that is marked as one.',
  'figure-missing': () =>
    'The figure is missing. Enter it, or set a mark that says why it is missing (none, suppressed, not_read, not_in_text, image_only).',
  'figure-and-mark': ({ found }) =>
    `The row has both the figure ${found} and a mark that says it is missing. Remove one of them.`,
  'heads-without-posts': ({ found }) =>
    `The document gives ${found} employees, but no posts. Employees are not turned into posts. Find the posts.`,
  'mixed-units': ({ found }) =>
    `The same thing is given in different units: ${found}. They cannot be added. Find the figure in one unit.`,
  'doubtful-unit': ({ found }) =>
    `${found} is unlikely. Kroner and thousands of kroner may have been swapped. Check the unit.`,
  'rules-differ': ({ found }) =>
    `The documents have different rules: ${found}. Use the one that holds for the year and the municipality.`,
  'definitions-differ': ({ found }) =>
    `The documents do not measure the same thing: ${found}. Choose one definition before comparing the figures.`,
  'row-twice': ({ found, allowed }) =>
    `The same group with the same count (${found}) also stands in row ${allowed}. The rows are added. Delete the row if it is a copy.`,
  'rows-added': ({ found, allowed }) =>
    `The same group also stands in row ${allowed}, with different counts (${found}). They are added. Delete the wrong one if only one holds.`,
  'collective-too-early': ({ found }) =>
    `The settlement year is ${found}, but the collective protection of today is from March 2022. Correct the year or the permit.`,
  'settled-after-year': ({ found, allowed }) =>
    `The settlement year ${found} is after ${allowed}, the year the persons are counted in. Correct the settlement year or the year.`,
  'outside-phase': ({ found, allowed }) =>
    `Those settled in ${found} are outside the five-year phase (${allowed}) and give no grant. Correct the year if it is wrong.`,
  'settled-long-ago': ({ found }) =>
    `The settlement year ${found} is before 1990. It may be a year of birth. Check the column.`,
  'settlement-year-missing': ({ found }) =>
    `No row has the settlement year ${found}, but there are rows for years before and after. Add the rows, or write 0 if nobody was settled.`,
  'more-than-published': ({ found, allowed }) =>
    `The file has ${found} persons without family immigrants, but IMDi has published ${allowed} settled. Check that nobody is counted twice; people who moved in may also explain it.`,
  'several-municipalities': ({ found, allowed }) =>
    `The file has rows of several municipalities (${found}), and all are added.${allowed ? ` The plan is for ${allowed}.` : ''} Keep the rows of one municipality.`,
  'other-municipality': ({ found, allowed }) =>
    `The rows are of municipality ${found}, but the plan is for ${allowed}. Choose another file, or a plan for ${found}.`,
  'persons-not-whole': ({ found, allowed }) =>
    `${found} is not a whole number of persons (rows with decimals: ${allowed}). Are they shares or averages? Use the number of persons.`,
  'total-row': ({ found }) =>
    `The row is a sum${found ? ` (${found}) that matches the rows` : ''} and is not read. You need not do anything.`,
  'total-differs': ({ found, allowed }) =>
    `The row of the sum says ${found}, but the rows are ${allowed} together. The sum is not read. Check whether a row is missing or wrong.`,
  'shares-not-whole': ({ found }) =>
    `The shares of the column are ${found} % together. The column is not used, only the number of persons. Check whether a row is missing or there twice.`,
};

export const questions = accounts.questions;

function personalData(found: string | undefined): string {
  const [kind = '', count = ''] = (found ?? '').split(':');
  const kinds: Record<string, string> = {
    heading: 'a heading that suggests personal data',
    email: `email addresses (${count})`,
    'national-number': `national identity numbers or D numbers (${count})`,
    'duf-number': `DUF numbers (${count})`,
    phone: `phone numbers (${count})`,
    address: `street addresses (${count})`,
    name: `what looks like names (${count})`,
    date: `exact dates (${count})`,
  };
  return kinds[kind] ?? 'personal data';
}
