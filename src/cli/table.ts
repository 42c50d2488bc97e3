import Papa from 'papaparse';

/** Columns of a table: numbers stand to the right. */
export type Column = { heading: string; right?: boolean };

/** Rows in columns as wide as they need, two spaces apart. */
export function table(columns: Column[], rows: string[][]): string {
  const widths = columns.map((column, at) =>
    Math.max(column.heading.length, ...rows.map((row) => row[at]?.length ?? 0)),
  );
  const line = (cells: string[]): string =>
    columns
      .map((column, at) =>
        column.right ? (cells[at] ?? '').padStart(widths[at] ?? 0) : (cells[at] ?? '').padEnd(widths[at] ?? 0),
      )
      .join('  ')
      .trimEnd();
  return [line(columns.map((column) => column.heading)), ...rows.map(line)].join('\n') + '\n';
}

/** Rows of one shape as CSV; a text that a spreadsheet would run as a formula is quoted with an apostrophe. */
export function csv(rows: Record<string, unknown>[]): string {
  return Papa.unparse(rows, { newline: '\n', escapeFormulae: /^[=+@\t\r]|^-(?![\d.])/ }) + '\n';
}
