import { cellRef, colToLetter, type Cell, type CellStyle, type WriteOptions, type WriteSheet } from 'hucre/xlsx';

/** A cell as the library writes it; a hole in a row is an empty cell. */
export type SheetCell = Partial<Cell>;
export type NamedRange = NonNullable<WriteOptions['namedRanges']>[number];
export type Grid = (SheetCell | undefined)[][];

/** How a cell looks: a title, plain words, words over several lines, words in the margin, a heading, a figure that may be changed, one that may not, a sum. */
export type Look = 'title' | 'section' | 'text' | 'long' | 'quiet' | 'head' | 'input' | 'figure' | 'sum' | 'strong';

/**
 * Number formats as a workbook holds them. A comma stands for thousands and a point for decimals in the file; the program
 * that opens it shows them as its language writes them, in Norwegian `# ##0` and `0,0`.
 */
export type Format = 'whole' | 'hundredths' | 'tenths' | 'factor' | 'percent' | 'plain';
const FORMATS: Record<Format, string> = {
  whole: '#,##0',
  tenths: '#,##0.0',
  hundredths: '#,##0.00',
  factor: '0.0###',
  percent: '0.0##\\ %',
  plain: '0',
};

/** The font of every cell. */
export const FONT = { name: 'Calibri', size: 11 };

const LINE = { style: 'thin', color: { rgb: '8A8F98' } } as const;
const LOOKS: Record<Look, CellStyle> = {
  title: { font: { ...FONT, bold: true, size: 16 } },
  section: { font: { ...FONT, bold: true, size: 12 }, border: { bottom: LINE } },
  // Words often stand close to the right of figures.
  text: { alignment: { vertical: 'top', horizontal: 'left', indent: 1 } },
  long: { alignment: { vertical: 'top', wrapText: true } },
  quiet: { font: { ...FONT, color: { rgb: '4A4F57' } }, alignment: { vertical: 'top' } },
  head: {
    font: { ...FONT, bold: true },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E3EAF1' } },
    border: { bottom: LINE },
    alignment: { vertical: 'bottom', wrapText: true },
  },
  input: {
    font: { ...FONT, color: { rgb: '1B3F8B' } },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFF6D6' } },
    border: { top: LINE, bottom: LINE, left: LINE, right: LINE },
    alignment: { vertical: 'top' },
  },
  figure: { alignment: { vertical: 'top' } },
  sum: { font: { ...FONT, bold: true }, border: { top: LINE }, alignment: { vertical: 'top' } },
  strong: { font: { ...FONT, bold: true }, alignment: { vertical: 'top' } },
};

const known = new Map<string, CellStyle>();

/** The style of a look; figures and the words in their place stand to the right. */
function styleOf(look: Look, format: Format | null): CellStyle {
  const key = `${look} ${format}`;
  let style = known.get(key);
  if (!style) {
    const base = LOOKS[look];
    style = format ? { ...base, numFmt: FORMATS[format], alignment: { ...base.alignment, horizontal: 'right' } } : base;
    known.set(key, style);
  }
  return style;
}

/** Texts that a spreadsheet would take for a formula when they are typed, pasted or saved as CSV; an error sign begins with #. */
const DANGEROUS = /^[=+\-@#\t\r\n]/;

/** A text that nothing takes for a formula: an apostrophe stands before it where its first sign says otherwise. */
export function harmless(text: string): string {
  return DANGEROUS.test(text) ? `'${text}` : text;
}

/** Words. */
export function wordsCell(text: string, look: Look = 'text'): SheetCell {
  return { value: harmless(text), style: styleOf(look, null) };
}

/** The heading of a column of figures, above them to the right. */
export function headCell(text: string): SheetCell {
  return { value: harmless(text), style: styleOf('head', 'plain') };
}

/** A figure; what is unknown is the word for it, never nothing. */
export function figureCell(value: number, format: Format, unknown: string, look: Look = 'figure'): SheetCell {
  return { value: Number.isNaN(value) ? unknown : value + 0, style: styleOf(look, format) };
}

/** A formula with what it came to here: a figure, the word for an unknown one, or words. */
export function formulaCell(
  formula: string,
  value: number | string,
  format: Format | null,
  unknown: string,
  look: Look = 'figure',
): SheetCell {
  const result = typeof value === 'number' ? (Number.isNaN(value) ? unknown : value + 0) : harmless(value);
  return { formula, formulaResult: result, style: styleOf(look, format) };
}

/** A text inside a formula. */
export function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** A column by its letters, from 0. */
export const columnName = colToLetter;

/** A cell of the same sheet, from row 0 and column 0. */
export const referTo = cellRef;

/** A cell of another sheet that stays the same wherever the formula is copied. */
export function referAcross(sheet: string, row: number, column: number): string {
  return `'${sheet}'!$${colToLetter(column)}$${row + 1}`;
}

/** A part of a column of a sheet, rows from 0 and both included. */
export function columnRange(sheet: string, column: number, first: number, last: number): string {
  const letters = colToLetter(column);
  return `'${sheet}'!$${letters}$${first + 1}:$${letters}$${last + 1}`;
}

/** A sheet before it is written: widths in characters, what stays in sight, and the row of headings. */
export type Page = {
  name: string;
  grid: Grid;
  widths: number[];
  /** The row of headings, which stays in sight with those above it and stands on every printed page. */
  heading: number | null;
  /** How many columns stay in sight. */
  fixed: number;
  /** First and last row and column that can be filtered. */
  filter?: [number, number, number, number];
};

/** The print frame of all sheets: what stands at the head and foot of every page. */
export type Frame = { left: string; right: string; foot: string; page: string };

/** A sheet as the library writes it: on A4 on its side, as wide as the paper. */
export function sheetOf({ name, grid, widths, heading, fixed, filter }: Page, frame: Frame): WriteSheet {
  const cells = new Map<string, SheetCell>();
  for (const [row, of] of grid.entries())
    for (const [column, cell] of of.entries()) if (cell) cells.set(`${row},${column}`, cell);
  const plain = (text: string): string => text.replaceAll('&', '&&');
  return {
    name,
    rows: [],
    cells,
    columns: widths.map((width) => ({ width })),
    ...(heading === null ? {} : { freezePane: { rows: heading + 1, columns: fixed } }),
    ...(filter && { autoFilter: { range: `${cellRef(filter[0], filter[1])}:${cellRef(filter[2], filter[3])}` } }),
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { top: 0.8, bottom: 0.7, left: 0.5, right: 0.5, header: 0.3, footer: 0.3 },
    },
    headerFooter: {
      oddHeader: `&L${plain(frame.left)}&R${plain(frame.right)}`,
      oddFooter: `&L${plain(frame.foot)}&R${plain(frame.page)}`.replace('{page}', '&P').replace('{pages}', '&N'),
    },
  };
}

/** The reserved names that say what of a sheet is printed, and which row on every page. */
export function printNames({ name, grid, heading }: Page): NamedRange[] {
  const width = Math.max(1, ...grid.map((row) => row.length));
  const area = `'${name}'!$A$1:$${colToLetter(width - 1)}$${grid.length}`;
  const title = heading === null ? [] : [`'${name}'!$${heading + 1}:$${heading + 1}`];
  return [
    { name: '_xlnm.Print_Area', range: area, scope: name },
    ...title.map((range) => ({ name: '_xlnm.Print_Titles', range, scope: name })),
  ];
}
