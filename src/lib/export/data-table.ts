/** What a column of a data file holds; `whole` are years and other numbers without decimals. */
export type DataType = 'text' | 'whole' | 'number' | 'flag';

/** A cell; `null` is unknown, or nothing in particular, and never 0. */
export type DataCell = string | number | boolean | null;

/** Rows for programs: the same names in all languages and formats, kroner unrounded and of each year. */
export type DataTable = { name: string; columns: { name: string; type: DataType }[]; rows: DataCell[][] };
