import Papa from 'papaparse';
import { CellCount, refused, tableOf, type ReadTables } from './table-cells';

/** Tabulators, semicolons, commas or bars, and the two or more spaces between the columns of a table out of a PDF. */
const DELIMITERS = ['\t', ';', ',', '|', '  '] as const;
type Delimiter = (typeof DELIMITERS)[number];

/** How many lines show what divides the columns. */
const SAMPLE = 50;

/**
 * A table of delimited text or of cells that were pasted. Rows are numbered as a spreadsheet shows them: a cell may have
 * several lines, and Excel's own first line `sep=;` is none. A quote that never ends is refused.
 */
export function readText(name: string, text: string): ReadTables {
  const lines = text.replace(/\r\n?/g, '\n');
  const [, stated] = /^"?sep=(.)"?(?:\n|$)/i.exec(lines) ?? [];
  const body = stated === undefined ? lines : lines.slice(lines.indexOf('\n') + 1 || lines.length);
  const delimiter = stated ?? delimiterOf(body);
  const table = tableOf(name, delimiter === '  ' ? spacedRows(body) : delimitedRows(body, delimiter), 1);
  if (!table) throw refused('empty-file');
  return { tables: [table], findings: [] };
}

function delimitedRows(text: string, delimiter: string): string[][] {
  const count = new CellCount();
  const rows: string[][] = [];
  Papa.parse<string[]>(text.trimEnd(), {
    delimiter,
    newline: '\n',
    step({ data, errors }) {
      if (errors.some(({ code }) => code === 'MissingQuotes'))
        throw refused('unclosed-quote', { row: rows.length + 1 });
      count.take(data.length);
      rows.push(data);
    },
  });
  return rows;
}

function spacedRows(text: string): string[][] {
  const count = new CellCount();
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
