import type { Finding } from '$lib/model/settings';
import { CellCount, dateText, numberText, put, type ReadTables } from './table-cells';
import { SheetFindings, tablesOfSheets, type Sheet } from './table-sheets';
import { readXml } from './table-xml';
import type { Zip } from './table-zip';

type Relation = { type: string; target: string };
type Listed = { name: string; relation: string; hidden: boolean };
/** How the numbers of a style are shown: as dates, or with zeros before them up to a width. */
type Shown = 'date' | number | undefined;
type Book = { strings: string[]; styles: Shown[]; from1904: boolean; count: CellCount };

const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;

/**
 * The visible sheets of a package in Office Open XML, read as a stream. Cells are stored values: formulas as their last
 * result, dates in ISO, numbers with a point, the cells that a merged one covers empty. Throws where it is damaged.
 */
export async function readXlsx(zip: Zip): Promise<ReadTables> {
  const root = await relationsOf(zip, '');
  const path = [...root.values()].find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const relations = await relationsOf(zip, path);
  const { listed, from1904 } = await readWorkbook(zip, path);
  const partOf = (wanted: string) => [...relations.values()].find(({ type }) => type === wanted)?.target;
  const strings = await readStrings(zip, partOf('sharedStrings'));
  const styles = await readStyles(zip, partOf('styles'));
  const book: Book = { strings, styles, from1904, count: new CellCount() };
  const sheets: Sheet[] = [];
  const findings: Finding[] = [];
  for (const { name, relation, hidden } of listed) {
    const target = relations.get(relation);
    // Charts have sheets of their own.
    if (target?.type !== 'worksheet') continue;
    const seen = new SheetFindings(name);
    sheets.push({ name, hidden, grid: hidden ? [] : await readSheet(zip, target.target, book, seen) });
    findings.push(...seen.findings);
  }
  return tablesOfSheets(sheets, findings);
}

/** What a part of the package points to, by id; `''` is the package itself. Types without their address. */
async function relationsOf(zip: Zip, part: string): Promise<Map<string, Relation>> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const path = `${folder}_rels/${part.slice(folder.length)}.rels`;
  const relations = new Map<string, Relation>();
  if (!zip.names.includes(path)) return relations;
  await readXml(zip.bytesOf(path), {
    open(name, attribute) {
      if (name !== 'Relationship') return;
      const type = attribute('Type') ?? '';
      relations.set(attribute('Id') ?? '', {
        type: type.slice(type.lastIndexOf('/') + 1),
        target: resolved(folder, attribute('Target') ?? ''),
      });
    },
    close() {},
    text() {},
  });
  return relations;
}

function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path: string[] = [];
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.') path.push(step);
  }
  return path.join('/');
}

async function readWorkbook(zip: Zip, path: string): Promise<{ listed: Listed[]; from1904: boolean }> {
  const listed: Listed[] = [];
  let from1904 = false;
  await readXml(zip.bytesOf(path), {
    open(name, attribute, parent) {
      if (name === 'workbookPr') from1904 = isTrue(attribute('date1904'));
      if (name !== 'sheet' || parent !== 'sheets') return;
      const hidden = (attribute('state') ?? 'visible') !== 'visible';
      listed.push({ name: attribute('name') ?? '', relation: attribute('id') ?? '', hidden });
    },
    close() {},
    text() {},
  });
  return { listed, from1904 };
}

/** The texts that cells point to, without the reading aids of Japanese text. */
async function readStrings(zip: Zip, path: string | undefined): Promise<string[]> {
  const strings: string[] = [];
  const stringCount = new CellCount();
  if (path === undefined || !zip.names.includes(path)) return strings;
  let text = '';
  let isText = false;
  let isAid = false;
  await readXml(zip.bytesOf(path), {
    open(name) {
      if (name === 'si') text = '';
      if (name === 'rPh') isAid = true;
      if (name === 't') isText = !isAid;
    },
    text(part) {
      if (isText) text += part;
    },
    close(name) {
      if (name === 't') isText = false;
      if (name === 'rPh') isAid = false;
      if (name !== 'si') return;
      stringCount.take(1);
      strings.push(unescaped(text));
    },
  });
  return strings;
}

async function readStyles(zip: Zip, path: string | undefined): Promise<Shown[]> {
  const styles: Shown[] = [];
  if (path === undefined || !zip.names.includes(path)) return styles;
  const own = new Map<number, Shown>();
  await readXml(zip.bytesOf(path), {
    open(name, attribute, parent) {
      const id = Number(attribute('numFmtId'));
      if (name === 'numFmt' && parent === 'numFmts') own.set(id, shownBy(attribute('formatCode') ?? ''));
      if (name === 'xf' && parent === 'cellXfs') styles.push(own.has(id) ? own.get(id) : isDateFormat(id));
    },
    close() {},
    text() {},
  });
  return styles;
}

/** Formats 14 to 22 and 45 to 47 are dates and times everywhere, 27 to 36 and 50 to 58 in some languages. */
function isDateFormat(id: number): Shown {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
    ? 'date'
    : undefined;
}

function shownBy(format: string): Shown {
  const [first = ''] = format.split(';');
  // Hours that go beyond a day are an amount and no date.
  if (/\[(h+|m+|s+)\]/i.test(first)) return undefined;
  if (/^0{2,10}$/.test(first)) return first.length;
  const codes = first.replace(/"[^"]*"|\\.|\[[^\]]*\]|[_*]./g, '');
  return !/general|standard/i.test(codes) && /[ymdhs]/i.test(codes) ? 'date' : undefined;
}

async function readSheet(zip: Zip, path: string, book: Book, seen: SheetFindings): Promise<string[][]> {
  const grid: string[][] = [];
  const merged: string[] = [];
  let row = -1;
  let column = -1;
  let cell = { type: '', style: -1, text: '', hasFormula: false, hasValue: false };
  let isValue = false;
  let isAid = false;
  await readXml(zip.bytesOf(path), {
    open(name, attribute, parent) {
      if (name === 'row' && parent === 'sheetData') {
        row = attribute('r') === undefined ? row + 1 : Number(attribute('r')) - 1;
        column = -1;
        if (!(row >= 0 && row < MOST_ROWS)) throw new Error(`row: ${row}`);
      } else if (name === 'c' && parent === 'row') {
        const place = attribute('r');
        column = place === undefined ? column + 1 : columnAt(place);
        if (!(column >= 0 && column < MOST_COLUMNS)) throw new Error(`column: ${column}`);
        const style = Number(attribute('s') ?? -1);
        cell = { type: attribute('t') ?? 'n', style, text: '', hasFormula: false, hasValue: false };
      } else if (name === 'f' && parent === 'c') cell.hasFormula = true;
      else if (name === 'rPh') isAid = true;
      else if ((name === 'v' && parent === 'c') || (name === 't' && !isAid && cell.type === 'inlineStr')) {
        isValue = true;
        cell.hasValue = true;
      } else if (name === 'mergeCell') merged.push(attribute('ref') ?? '');
    },
    text(part) {
      if (isValue) cell.text += part;
    },
    close(name) {
      if (name === 'v' || name === 't') isValue = false;
      if (name === 'rPh') isAid = false;
      if (name !== 'c') return;
      if (cell.type === 'e') seen.formulaError(row, column, cell.text);
      if (cell.hasFormula && !cell.hasValue) seen.add('formula-without-value', row, column);
      const text = cellText(cell.type, cell.style, cell.text, book);
      if (text !== '') put(grid, row, column, text, book.count);
    },
  });
  uncover(grid, merged, book.count);
  return grid;
}

function cellText(type: string, style: number, text: string, book: Book): string {
  if (type === 's') {
    const found = book.strings[Number(text)];
    if (found === undefined) throw new Error(`string: ${text}`);
    return found;
  }
  if (type === 'str' || type === 'inlineStr') return unescaped(text);
  if (type === 'b') return text === '' ? '' : String(isTrue(text));
  if (type === 'e') return text;
  if (text === '') return '';
  if (type === 'd') return text.replace(/T00:00:00(\.0+)?Z?$/, '');
  const number = Number(text);
  if (!Number.isFinite(number)) throw new Error(`number: ${type}`);
  const shown = book.styles[style];
  if (shown === 'date' && number >= 0) return serialText(number, book.from1904);
  return typeof shown === 'number' && Number.isInteger(number) && number >= 0
    ? String(number).padStart(shown, '0')
    : numberText(number);
}

/** Days since the end of 1899 (with a 29 February 1900 that never was) or since 1904; below one a time of day. */
function serialText(serial: number, from1904: boolean): string {
  const days = from1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
  const date = new Date(Math.round((days - 25_569) * 86_400) * 1000);
  if (serial < 1 && !from1904) return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(11, 19);
  return dateText(date);
}

/** Empties what a merged cell covers but for its first cell. */
function uncover(grid: string[][], merged: string[], count: CellCount): void {
  for (const range of merged) {
    const [from = '', to = ''] = range.split(':');
    const [top, bottom] = [rowAt(from), Math.min(rowAt(to), grid.length - 1)];
    const [left, right] = [columnAt(from), columnAt(to)];
    count.take(1);
    for (let row = top; row <= bottom; row += 1) {
      const cells = grid[row] ?? [];
      const last = Math.min(right, cells.length - 1);
      count.take(1 + last - left);
      for (let column = left; column <= last; column += 1) if (row > top || column > left) cells[column] = '';
    }
  }
}

function rowAt(place: string): number {
  return Number(/\d+$/.exec(place)?.[0]) - 1;
}

function columnAt(place: string): number {
  let column = 0;
  for (const letter of /^[A-Z]{1,3}/.exec(place)?.[0] ?? '') column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** Control characters are written as `_x000D_`. */
function unescaped(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-F]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text;
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
