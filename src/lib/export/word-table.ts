import {
  AlignmentType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { Part, Row, Run, TableBlock } from './paper-block';
import { wordsOf } from './paper-block';
import { runsOf } from './word-runs';
import { DASHED, NO_LINE, RULE, STRONG, STYLE } from './word-style';

/** Rows of tables that are kept on one page; of others, those that are kept at the beginning and at the end. */
const [KEPT, TOGETHER] = [12, 3];
/** Letters a line of a column has at the most, a word that is never broken, and more than the longest; twips of a letter in bold. */
const [WIDE, LONG_WORD, AIR, LETTER] = [44, 14, 4, 122];

/** A table that can be worked on in Word: its heading is repeated on each page, no row is split, figures stand to the right. */
export function tableOf(block: TableBlock, tail: string, within: number): Table {
  const rows = block.parts.flatMap((part) => partRows(part, block, tail));
  const isLong = rows.length > KEPT;
  const isWords = block.columns.every((column) => !column.isFigure);
  /** Long rows of words may stand alone; a table of figures is not left with a row or two on a page. */
  const kept = (at: number): boolean =>
    isLong ? !isWords && (at < TOGETHER - 1 || at >= rows.length - TOGETHER) : true;
  const widths = widthsOf(block, tail, within);
  return new Table({
    width: { size: within, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    tableLook: { firstRow: true, firstColumn: true, noHBand: true, noVBand: true },
    borders: {
      top: STRONG,
      bottom: STRONG,
      left: NO_LINE,
      right: NO_LINE,
      insideHorizontal: RULE,
      insideVertical: NO_LINE,
    },
    margins: { left: 60, right: 60 },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: block.columns.map((column, at) =>
          cellOf([column.name], {
            width: widths[at] ?? 0,
            style: STYLE.column,
            right: column.isFigure,
            keepNext: !isLong || !isWords,
            bottom: true,
          }),
        ),
      }),
      ...rows.map((row, at) => rowOf(row, block, widths, at < rows.length - 1 && kept(at))),
    ],
  });
}

/** A row as it is drawn: a name across all columns, or cells; `line` is the line above it. */
type Drawn = { name: string } | { head: Run[]; cells: Run[][]; isSum: boolean };

function partRows({ name, tail: isTail, rows, sum }: Part, { columns }: TableBlock, tail: string): Drawn[] {
  const marked = (row: Row): Drawn => ({
    ...row,
    // A row that is copied out of its table still says that it is of the years after the plan.
    head: isTail ? [...row.head, ` (${tail})`] : row.head,
    isSum: false,
  });
  const last = sum ? [{ ...sum, cells: sum.cells.slice(0, columns.length - 1), isSum: true }] : [];
  return [...(name === '' ? [] : [{ name }]), ...rows.map(marked), ...last];
}

function rowOf(row: Drawn, { columns }: TableBlock, widths: number[], keepNext: boolean): TableRow {
  if ('name' in row) {
    const cell = cellOf([row.name], {
      width: sumOf(widths),
      style: STYLE.column,
      keepNext,
      span: columns.length,
      dashed: true,
    });
    return new TableRow({ cantSplit: true, children: [cell] });
  }
  const style = row.isSum ? STYLE.column : STYLE.table;
  const cells = [row.head, ...row.cells].map((runs, at) =>
    cellOf(runs, { width: widths[at] ?? 0, style, right: columns[at]?.isFigure ?? false, keepNext, top: row.isSum }),
  );
  return new TableRow({ cantSplit: true, children: cells });
}

type CellLook = {
  width: number;
  style: string;
  right?: boolean;
  keepNext?: boolean;
  span?: number;
  top?: boolean;
  bottom?: boolean;
  dashed?: boolean;
};

function cellOf(runs: Run[], { width, style, right, keepNext, span = 1, top, bottom, dashed }: CellLook): TableCell {
  const borders = {
    ...(dashed && { top: DASHED }),
    ...(top && { top: STRONG }),
    ...(bottom && { bottom: STRONG }),
  };
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    columnSpan: span,
    verticalAlign: bottom ? VerticalAlignTable.BOTTOM : VerticalAlignTable.TOP,
    borders,
    children: [
      new Paragraph({
        style,
        keepNext: keepNext ?? false,
        alignment: right ? AlignmentType.RIGHT : AlignmentType.LEFT,
        children: runsOf(runs, right ?? false),
      }),
    ],
  });
}

/** Twips of each column: room for the longest word and figure of each, and of what is left more for those with more in them. */
function widthsOf({ columns, parts }: TableBlock, tail: string, within: number): number[] {
  const room = columns.map(({ name, isFigure: right }, at) => {
    const cells = parts.flatMap((part) => cellsIn(part, at, tail));
    const words = lengthsOf([name, ...(right ? [] : cells)].flatMap((cell) => cell.split(/\s/)));
    const least = Math.max(...words.map((length) => Math.min(length, LONG_WORD)), ...(right ? lengthsOf(cells) : []));
    const lines = lengthsOf(cells.flatMap((cell) => cell.split('\n')));
    return { least: (least + 1) * LETTER, more: Math.max(Math.min(Math.max(...lines), WIDE) - least, AIR) };
  });
  const [least, more] = [sumOf(room.map((each) => each.least)), sumOf(room.map((each) => each.more))];
  const scale = Math.min(1, within / least);
  const left = Math.max(within - least, 0);
  const widths = room.map((each) => Math.floor(each.least * scale + (each.more / more) * left));
  return widths.map((width, at) => (at === 0 ? width + within - sumOf(widths) : width));
}

function sumOf(all: readonly number[]): number {
  return all.reduce((sum, each) => sum + each, 0);
}

/** What stands in a column of a part, as words. */
function cellsIn({ tail: isTail, rows, sum }: Part, at: number, tail: string): string[] {
  const all = [...rows, ...(sum ? [sum] : [])];
  return all.map(({ head, cells }) => {
    if (at > 0) return wordsOf(cells[at - 1] ?? []);
    return isTail ? `${wordsOf(head)} (${tail})` : wordsOf(head);
  });
}

function lengthsOf(all: readonly string[]): number[] {
  return all.map(({ length }) => length);
}
