import type { Finding } from '$lib/model/settings';
import { CellCount, numberText, put, refused, type ReadTables } from './table-cells';
import { SheetFindings, tablesOfSheets, type Sheet } from './table-sheets';
import { readXml, type Attribute } from './table-xml';
import type { Zip } from './table-zip';

const MOST_COLUMNS = 16_384;

/** The visible sheets of a package in OpenDocument, read as a stream and told as those of XLSX. Throws where it is damaged. */
export async function readOds(zip: Zip): Promise<ReadTables> {
  await refuseEncrypted(zip);
  const sheets: Sheet[] = [];
  const findings: Finding[] = [];
  const hiddenStyles = new Set<string>();
  const count = new CellCount();
  let style = '';
  let seen = new SheetFindings('');
  let row = 0;
  let repeated = { rows: 1, columns: 1 };
  let cells: { column: number; text: string }[] = [];
  let column = 0;
  let value: Attribute = () => undefined;
  let text = '';
  /** How deep inside a cell, whose comments are no part of it. */
  let depth = -1;
  let comment = 0;
  await readXml(zip.bytesOf('content.xml'), {
    open(name, attribute, parent) {
      if (depth >= 0) {
        depth += 1;
        if (comment > 0 || name === 'annotation') comment += 1;
        else if (name === 'p' && text !== '') text += '\n';
        else if (name === 's') text += ' '.repeat(Math.min(times(attribute('text:c')), 1000));
        else if (name === 'tab') text += '\t';
        else if (name === 'line-break') text += '\n';
      } else if (name === 'style') style = attribute('style:name') ?? '';
      else if (name === 'table-properties') {
        if (attribute('table:display') === 'false') hiddenStyles.add(style);
      } else if (name === 'table' && parent === 'spreadsheet') {
        const sheet = attribute('table:name') ?? '';
        seen = new SheetFindings(sheet);
        sheets.push({ name: sheet, hidden: hiddenStyles.has(attribute('table:style-name') ?? ''), grid: [] });
        row = 0;
      } else if (name === 'table-row') {
        repeated.rows = times(attribute('table:number-rows-repeated'));
        cells = [];
        column = 0;
      } else if ((name === 'table-cell' || name === 'covered-table-cell') && parent === 'table-row') {
        repeated = { ...repeated, columns: times(attribute('table:number-columns-repeated')) };
        value = name === 'table-cell' ? attribute : () => undefined;
        text = '';
        depth = 0;
      }
    },
    text(part) {
      if (depth > 0 && comment === 0) text += part.replace(/\s+/g, ' ');
    },
    close(name) {
      const sheet = sheets.at(-1);
      if (depth > 0) {
        depth -= 1;
        if (comment > 0) comment -= 1;
      } else if (depth === 0) {
        depth = -1;
        const shown = name === 'table-cell' && sheet && !sheet.hidden ? cellText(value, text) : '';
        if (shown !== '') {
          if (value('calcext:value-type') === 'error') seen.formulaError(row, column, shown);
          if (column + repeated.columns > MOST_COLUMNS) throw new Error(`column: ${column}`);
          for (let at = 0; at < repeated.columns; at += 1) cells.push({ column: column + at, text: shown });
        } else if (value('table:formula') && !value('office:value-type'))
          seen.add('formula-without-value', row, column);
        column += repeated.columns;
      } else if (name === 'table-row' && sheet) {
        for (let at = 0; at < (cells.length > 0 ? repeated.rows : 0); at += 1)
          for (const cell of cells) put(sheet.grid, row + at, cell.column, cell.text, count);
        row += repeated.rows;
      } else if (name === 'table') findings.push(...seen.findings.splice(0));
    },
  });
  return tablesOfSheets(sheets, findings);
}

async function refuseEncrypted(zip: Zip): Promise<void> {
  if (!zip.names.includes('META-INF/manifest.xml')) return;
  await readXml(zip.bytesOf('META-INF/manifest.xml'), {
    open(name) {
      if (name === 'encryption-data') throw refused('encrypted-file');
    },
    close() {},
    text() {},
  });
}

function times(repeated: string | undefined): number {
  const number = Number(repeated ?? 1);
  return number >= 1 && number <= 16_777_216 ? Math.floor(number) : 1;
}

/** A cell by its kind; `text` is what stands in it as it is shown. */
function cellText(value: Attribute, text: string): string {
  if (value('calcext:value-type') === 'error') return text;
  switch (value('office:value-type')) {
    case 'float':
    case 'currency':
    case 'percentage': {
      const number = Number(value('office:value'));
      // Zeros before a number, as in the number of a municipality, are only in what is shown.
      return /^0\d+$/.test(text) && Number(text) === number ? text : numberText(number);
    }
    case 'date':
      return (value('office:date-value') ?? '').replace(/T00:00:00(\.0+)?$/, '').replace(/\.\d+$/, '');
    case 'time': {
      const [, hours = '0', minutes = '0', seconds = '0'] =
        /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,]\d+)?S)?$/.exec(value('office:time-value') ?? '') ?? [];
      return [hours, minutes, seconds].map((part) => part.padStart(2, '0')).join(':');
    }
    case 'boolean':
      return value('office:boolean-value') ?? '';
    default:
      return value('office:string-value') ?? text;
  }
}
