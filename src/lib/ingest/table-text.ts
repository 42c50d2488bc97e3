import Papa, { type ParseConfig, type ParseResult } from 'papaparse';
import { CellCount, refused, tableOf, type Progress, type ReadTables } from './table-cells';

/** Tabulators, semicolons, commas or bars, and the two or more spaces between the columns of a table out of a PDF. */
const DELIMITERS = ['\t', ';', ',', '|', '  '] as const;
type Delimiter = (typeof DELIMITERS)[number];

/** The most cells of delimited text, whose cells share their memory. */
const MOST_TEXT_CELLS = 10_000_000;
/** Characters that are read at once, and different cells that are remembered. */
const CHUNK = 1_000_000;
const MOST_SHARED = 50_000;

/** How many lines show what divides the columns. */
const SAMPLE = 50;

/**
 * A table of delimited text or of cells that were pasted. Rows are numbered as a spreadsheet shows them: a cell may have
 * several lines, and Excel's own first line `sep=;` is none. A quote that never ends is refused.
 */
export function readText(name: string, text: string, onProgress: Progress): ReadTables {
  const lines = text.replace(/\r\n?/g, '\n');
  const [, stated] = /^"?sep=(.)"?(?:\n|$)/i.exec(lines) ?? [];
  const body = stated === undefined ? lines : lines.slice(lines.indexOf('\n') + 1 || lines.length);
  const delimiter = stated ?? delimiterOf(body);
  const table = tableOf(name, delimiter === '  ' ? spacedRows(body) : delimitedRows(body, delimiter, onProgress), 1);
  if (!table) throw refused('empty-file');
  return { tables: [table], findings: [] };
}

function delimitedRows(whole: string, delimiter: string, onProgress: Progress): string[][] {
  const text = whole.trimEnd();
  const count = new CellCount(MOST_TEXT_CELLS);
  const shared = new Shared();
  const rows: string[][] = [];
  // Its types know parts of files only, the library those of a text as well.
  const config: ParseConfig<string[]> & { chunkSize: number; chunk: (read: ParseResult<string[]>) => void } = {
    delimiter,
    newline: '\n',
    chunkSize: CHUNK,
    chunk({ data, errors, meta }) {
      const unclosed = errors.find(({ code }) => code === 'MissingQuotes');
      if (unclosed) throw refused('unclosed-quote', { row: rows.length + (unclosed.row ?? 0) + 1 });
      for (const cells of data) {
        count.take(cells.length);
        for (const [at, cell] of cells.entries()) cells[at] = shared.of(cell);
        rows.push(cells);
      }
      onProgress(meta.cursor / text.length);
    },
  };
  Papa.parse<string[]>(text, config);
  return rows;
}

/** Equal texts of a file share their memory: a million rows have few different cells. */
class Shared {
  readonly #texts = new Map<string, string>();

  of(text: string): string {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    if (this.#texts.size < MOST_SHARED) this.#texts.set(text, text);
    return text;
  }
}

function spacedRows(text: string): string[][] {
  const count = new CellCount(MOST_TEXT_CELLS);
  return text.split('\n').map((line) => {
    const cells = line.trim().split(/[ \u00a0]{2,}/);
    count.take(cells.length);
    return cells;
  });
}

/** The delimiter by which most lines have the same number of cells; of equals the one that gives most cells. */
function delimiterOf(text: string): Delimiter {
  const sample = text.slice(0, 100_000);
  const scored = DELIMITERS.map((delimiter) => {
    const rows = delimiter === '  ' ? spacedRows(sample) : sampleRows(sample, delimiter);
    const widths = rows
      .slice(0, SAMPLE)
      .map((cells) => cells.length)
      .filter((width) => width > 1);
    const agreeing = (width: number) => widths.filter((other) => other === width).length;
    const best = [...new Set(widths)].sort((a, b) => agreeing(b) - agreeing(a) || b - a)[0] ?? 1;
    return { delimiter, width: best, lines: agreeing(best) };
  });
  scored.sort((a, b) => b.lines - a.lines || b.width - a.width);
  const [best] = scored;
  return best && best.width > 1 ? best.delimiter : ',';
}

function sampleRows(text: string, delimiter: string): string[][] {
  return Papa.parse<string[]>(text, { delimiter, newline: '\n', preview: SAMPLE, skipEmptyLines: true }).data;
}
