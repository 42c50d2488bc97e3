import Papa from 'papaparse';
import type { Answer, Cell } from './ask';

/** What a spreadsheet would take for the beginning of a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * An answer as delimited text with a heading row. Numbers have the decimal mark given; a text that a spreadsheet would work
 * out is marked as text; what is missing is empty.
 */
export function answerCsv({ columns, rows }: Answer, delimiter: string, decimal: string): string {
  const written = (cell: Cell): string => {
    if (cell === null) return '';
    return typeof cell === 'string' ? asText(cell) : String(cell).replace('.', decimal);
  };
  const heading = columns.map(({ name }) => asText(name));
  return Papa.unparse([heading, ...rows.map((row) => row.map(written))], { delimiter, newline: '\n' });
}

function asText(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}
