import type { Finding } from '$lib/model/settings';

/**
 * What a file leaves open: it is asked once and the file is read again with the answer. `found` is what made it doubtful,
 * `options` are codes with words of their own in `text`, and `guess` is the likelier one, never taken unasked.
 */
export type Question = { id: string; found: string; options: string[]; guess: string | null };

/** How a heading of the file was understood: `column` is '' where it is left out. */
export type ColumnUse = { heading: string; column: string };

/**
 * What somebody decided about a file: the column each heading stands for ('' for none), what a word of a column stands for
 * (by `column=word`), and the answers to its questions.
 */
export type Choices = {
  columns: Record<string, string>;
  values: Record<string, string>;
  answers: Record<string, string>;
};
export const NO_CHOICES: Choices = { columns: {}, values: {}, answers: {} };

/** What every reader of a table gives beside its rows; with an error or an open question no row is given. */
export type TableReading = {
  columns: ColumnUse[];
  /** Names of columns a heading can stand for. */
  allowed: string[];
  findings: Finding[];
  questions: Question[];
};

/** A name for files with the same headings, whatever their order. */
export function headingsKey({ columns }: TableReading): string {
  return columns
    .map(({ heading }) => heading.toLowerCase())
    .sort()
    .join('|');
}
