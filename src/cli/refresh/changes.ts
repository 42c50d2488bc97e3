import Papa from 'papaparse';

/**
 * What an answer means for one figure of a file. `added`: nothing stood; `replaced`: what stood was not final;
 * `differs`: a published figure stands and is kept, for the maintainer to settle.
 */
export type Change = {
  kind: 'added' | 'replaced' | 'differs';
  file: string;
  what: string;
  stands: string | null;
  answer: string;
};

/** A file of the data folder as it should stand after the answer, and what changed in it. */
export type Refreshed = { file: string; text: string; changes: Change[] };

/** A row of a CSV file by its headings; every cell is text. */
export type Row = Record<string, string>;

/** The rows of a CSV file of this repository: comma, LF, a header row. */
export function rowsOf(text: string): Row[] {
  return Papa.parse<Row>(text, { header: true, skipEmptyLines: true }).data;
}

/** The rows as such a file again, in the order of its columns. */
export function csvOf(header: string[], rows: Row[]): string {
  return `${Papa.unparse({ fields: header, data: rows.map((row) => header.map((column) => row[column])) }, { newline: '\n' })}\n`;
}

/** The column names of a CSV file. */
export function headerOf(text: string): string[] {
  return text.slice(0, text.indexOf('\n')).split(',');
}

/** One change as a line for the maintainer. */
export function changeLine({ kind, file, what, stands, answer }: Change): string {
  if (kind === 'added') return `added     ${file}: ${what}: ${answer}`;
  if (kind === 'replaced') return `replaced  ${file}: ${what}: ${stands} -> ${answer}`;
  return `DIFFERS   ${file}: ${what}: ${stands} stands and is kept; the source says ${answer}`;
}
