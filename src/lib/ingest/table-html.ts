import { CellCount, put, refused, tableOf, type ReadTables, type Table } from './table-cells';
import { decodeEntities } from './table-xml';

/** What Excel, Word and web pages write for characters besides those of XML. */
const ENTITIES: Record<string, string> = {
  nbsp: '\u00a0',
  aelig: 'æ',
  oslash: 'ø',
  aring: 'å',
  AElig: 'Æ',
  Oslash: 'Ø',
  Aring: 'Å',
  eacute: 'é',
  ndash: '–',
  mdash: '—',
  minus: '−',
  laquo: '«',
  raquo: '»',
  le: '≤',
  ge: '≥',
  sect: '§',
  hellip: '…',
};

const MOST_COLUMNS = 16_384;

/** Whether a text is a page or a fragment with tables, as the clipboard and old reporting systems write them. */
export function isHtml(text: string): boolean {
  return /^\s*(?:<!doctype html|<html|<table|<meta|<body|<!--|<style|<div|<p|<tr)\b/i.test(text.slice(0, 1000));
}

/**
 * The tables of an HTML text, without running any of it: what a cell spans is empty but for its first cell. A table
 * inside a cell is a table of its own.
 */
export function readHtml(name: string, html: string): ReadTables {
  const count = new CellCount();
  const tables: Table[] = [];
  const open: Grid[] = [];
  const close = () => {
    const grid = open.pop();
    grid?.endCell();
    const table = grid ? tableOf(name, grid.cells, 1) : null;
    if (table) tables.push(table);
  };
  for (const [, slash, tag = '', attributes = '', text] of tokensOf(html)) {
    const grid = open.at(-1);
    if (text !== undefined) grid?.add(text);
    else if (/^table$/i.test(tag)) {
      if (slash) close();
      else open.push(new Grid(count));
    } else if (/^tr$/i.test(tag) && !slash) grid?.startRow();
    else if (/^t[dh]$/i.test(tag)) {
      if (slash) grid?.endCell();
      else grid?.startCell(attributes);
    } else if (/^(br|p|div|li)$/i.test(tag) && !slash) grid?.add(' ');
  }
  while (open.length > 0) close();
  if (tables.length === 0) throw refused('document', { found: 'HTML' });
  return { tables, findings: [] };
}

/** Tags and texts. A tag has a bounded length, so that a quote without an end costs little. */
function tokensOf(html: string): Iterable<(string | undefined)[]> {
  const shown = without(html, /<!--/g, () => /-->/g);
  const visible = without(shown, /<(style|script|head)\b/gi, (tag) => new RegExp(`</${tag}\\s*>`, 'gi'));
  return visible.matchAll(/<(\/?)([a-z][\w:]*)((?:"[^"]*"|'[^']*'|[^>"']){0,5000})>|([^<]+|<)/gi);
}

/** A text without what stands from a start to its end; where the end is missing, without the rest. */
function without(html: string, start: RegExp, endOf: (tag: string) => RegExp): string {
  let kept = '';
  let at = 0;
  for (let begun = start.exec(html); begun; begun = start.exec(html)) {
    kept += html.slice(at, begun.index);
    const end = endOf(begun[1] ?? '');
    end.lastIndex = start.lastIndex;
    if (!end.test(html)) return kept;
    at = start.lastIndex = end.lastIndex;
  }
  return kept + html.slice(at);
}

/** The cells of a table as its rows and spans place them. */
class Grid {
  readonly cells: string[][] = [];
  #row = -1;
  #column = 0;
  #text: string | null = null;
  #span = { columns: 1, rows: 1 };
  /** The row up to which each column is spanned from above. */
  readonly #spanned: number[] = [];

  constructor(readonly count: CellCount) {}

  startRow(): void {
    this.endCell();
    this.#row += 1;
    this.#column = 0;
  }

  startCell(attributes: string): void {
    this.endCell();
    if (this.#row < 0) this.#row = 0;
    const span = (name: string): number =>
      Math.max(1, Number(new RegExp(`\\b${name}\\s*=\\s*["']?(\\d{1,5})`, 'i').exec(attributes)?.[1] ?? 1));
    this.#span = { columns: span('colspan'), rows: span('rowspan') };
    this.#text = '';
  }

  add(text: string): void {
    if (this.#text !== null) this.#text += text;
  }

  endCell(): void {
    if (this.#text === null) return;
    while ((this.#spanned[this.#column] ?? -1) >= this.#row) this.#column += 1;
    const { columns, rows } = this.#span;
    if (this.#column + columns > MOST_COLUMNS) throw new Error(`column: ${this.#column}`);
    const text = decodeEntities(this.#text, ENTITIES)
      .replace(/[\s\u00a0]+/g, ' ')
      .trim();
    if (text !== '') put(this.cells, this.#row, this.#column, text, this.count);
    for (let at = 0; at < columns; at += 1) this.#spanned[this.#column + at] = this.#row + rows - 1;
    this.#column += columns;
    this.#text = null;
  }
}
