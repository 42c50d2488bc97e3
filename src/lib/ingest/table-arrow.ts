import { CellCount, dateText, numberText, refused, tableOf, valueText, type ReadTables } from './table-cells';

const MARK = 'ARROW1';

/** The table of an Arrow file or stream, told as that of Parquet. Throws where it is damaged. */
export async function readArrow(name: string, bytes: Uint8Array): Promise<ReadTables> {
  // The library takes whatever comes last for the list of contents.
  if (startsWith(bytes, MARK) && !startsWith(bytes.subarray(-MARK.length), MARK)) throw new Error('arrow: cut off');
  const { DataType, tableFromIPC } = await import('apache-arrow');
  const read = () => {
    try {
      return tableFromIPC(bytes);
    } catch (error) {
      if (error instanceof Error && /compress/i.test(error.message)) throw refused('compressed-arrow');
      throw error;
    }
  };
  const arrow = read();
  const { fields } = arrow.schema;
  new CellCount().take((arrow.numRows + 1) * fields.length);
  const textOf = (type: unknown, value: unknown): string => {
    if (value === null || value === undefined) return '';
    if (DataType.isDictionary(type)) return textOf(type.dictionary, value);
    if (DataType.isDate(type) || DataType.isTimestamp(type)) return dateText(new Date(Number(value)));
    if (DataType.isDecimal(type)) return decimalText(String(value), type.scale);
    return valueText(value);
  };
  const columns = fields.map((field, at) => {
    const column = arrow.getChildAt(at);
    return Array.from({ length: arrow.numRows }, (_, row) => textOf(field.type, column?.get(row)));
  });
  const headings = fields.map((field) => field.name);
  const rows = Array.from({ length: arrow.numRows }, (_, row) => columns.map((column) => column[row] ?? ''));
  const table = tableOf(name, [headings, ...rows], 0);
  if (!table) throw refused('empty-file');
  return { tables: [table], findings: [] };
}

/** A decimal number from its digits without a point. */
function decimalText(digits: string, scale: number): string {
  return numberText(Number(digits) / 10 ** scale);
}

function startsWith(bytes: Uint8Array, mark: string): boolean {
  return new TextDecoder().decode(bytes.subarray(0, mark.length)) === mark;
}
