import { SWEEP_COLUMNS, SWEEP_PERCENTILES, variantOf, type Sweep, type SweepPoint } from '$lib/model/country';
import { parseNumber } from './number';
import { refused } from './table-cells';

/** The most rows of all files together. */
const MOST_ROWS = 3_000_000;

const MUNICIPALITY = /^\d{3,4}$/;
const TRUE = /^(true|sann)$/i;
const FALSE = /^(false|usann)$/i;

/** A point as its rows come. `file` is the one it stands in; nobody else may have it. */
type Gathered = SweepPoint & { file: string; years: Set<number> };

/** Puts rows of files that came in pieces together to points and years. Throws `Refused` at the first row that cannot be. */
export class SweepGatherer {
  #file = '';
  #addresses: readonly string[] = [];
  #columns: readonly string[] = [];
  #count = 0;
  readonly #files: string[] = [];
  readonly #points = new Map<string, Gathered>();
  readonly #values = new Map<string, Set<number>>();
  readonly #years: string[] = [];

  get isEmpty(): boolean {
    return this.#count === 0;
  }

  /** The rows that come are of this file, which has these columns. */
  begin(file: string, addresses: readonly string[], columns: readonly string[]): void {
    this.#file = file;
    this.#files.push(file);
    this.#addresses = addresses;
    this.#columns = [...SWEEP_COLUMNS, ...SWEEP_PERCENTILES].filter((name) => columns.includes(name));
    for (const address of addresses) if (!this.#values.has(address)) this.#values.set(address, new Set());
  }

  /** Some rows by column; `from` is the number of the first of them in its file. */
  take(columns: Map<string, readonly unknown[]>, { from, count }: { from: number; count: number }): void {
    this.#count += count;
    if (this.#count > MOST_ROWS) throw refused('sweep-too-many', { allowed: String(MOST_ROWS / 1e6) });
    for (let at = 0; at < count; at += 1) {
      this.#takeRow((column) => columns.get(column)?.[at], from + at);
    }
  }

  sweep(): Sweep {
    const headings = ['point', 'year', 'incomplete', ...this.#columns].join(',');
    const values = (address: string): number[] => [...(this.#values.get(address) ?? [])].sort((a, b) => a - b);
    return {
      files: this.#files,
      varied: this.#addresses.map((address) => ({ address, values: values(address) })),
      points: [...this.#points.values()].filter(hasPlan).map(plainPoint),
      years: `${headings}\n${this.#years.join('')}`,
      hasPercentiles: SWEEP_PERCENTILES.every((name) => this.#columns.includes(name)),
    };
  }

  #takeRow(cell: (column: string) => unknown, row: number): void {
    const number = (column: string): number | null => numberIn(cell(column), column, row);
    const stated = (column: string): number => {
      const value = number(column);
      if (value === null) throw refused('empty-cell', { path: column, row, allowed: column });
      return value;
    };
    const point = this.#pointOf(cell, stated, row);
    const year = stated('year');
    if (point.years.has(year)) throw this.#twice(point, row);
    point.years.add(year);
    const isIncomplete = truthIn(cell('incomplete'), 'incomplete', row);
    if (truthIn(cell('tail'), 'tail', row)) {
      const net = number('net');
      point.tail = isIncomplete || net === null || point.tail === null ? null : point.tail + net;
      return;
    }
    point.first_year = Math.min(point.first_year, year);
    point.last_year = Math.max(point.last_year, year);
    const cells = this.#columns.map((column) => number(column) ?? '');
    this.#years.push(`${point.point},${year},${isIncomplete},${cells.join(',')}\n`);
  }

  #pointOf(cell: (column: string) => unknown, stated: (column: string) => number, row: number): Gathered {
    const municipality = String(cell('municipality') ?? '').trim();
    if (!MUNICIPALITY.test(municipality)) {
      throw refused('sweep-municipality', { path: 'municipality', row, found: municipality });
    }
    const scenario = String(cell('scenario') ?? '');
    const values = this.#addresses.map((address) => {
      const value = stated(address);
      this.#values.get(address)?.add(value);
      return value;
    });
    const variant = variantOf(values);
    const number = municipality.padStart(4, '0');
    const key = [number, scenario, variant].join('\n');
    const known = this.#points.get(key);
    if (known && known.file !== this.#file) throw this.#twice(known, row);
    if (known) return known;
    const made: Gathered = {
      point: this.#points.size,
      municipality: number,
      scenario,
      variant,
      first_year: Infinity,
      last_year: -Infinity,
      tail: 0,
      file: this.#file,
      years: new Set(),
    };
    this.#points.set(key, made);
    return made;
  }

  #twice({ municipality, scenario, variant, file }: Gathered, row: number) {
    const found = [municipality, scenario, variant].filter((part) => part !== '').join(', ');
    return refused('sweep-twice', { row, found, allowed: file });
  }
}

/** A point without a year of a plan has no figure to compare. */
function hasPlan({ first_year }: SweepPoint): boolean {
  return Number.isFinite(first_year);
}

function plainPoint({ point, municipality, scenario, variant, first_year, last_year, tail }: Gathered): SweepPoint {
  return { point, municipality, scenario, variant, first_year, last_year, tail };
}

/** A number as a typed file or a text has it; `null` where the cell is empty. */
function numberIn(value: unknown, column: string, row: number): number | null {
  if (value === null || value === undefined || value === '') return null;
  const number = typeof value === 'string' ? parseNumber(exponentOut(value)) : Number(value);
  if (!Number.isFinite(number)) throw refused('not-a-number', { path: column, row, found: String(value) });
  return number;
}

/** JavaScript writes very large and very small numbers with an exponent. */
function exponentOut(text: string): string {
  return /^-?\d+(\.\d+)?e[-+]?\d+$/i.test(text) ? Number(text).toFixed(20) : text;
}

function truthIn(value: unknown, column: string, row: number): boolean {
  if (typeof value === 'boolean') return value;
  const text = String(value ?? '');
  if (TRUE.test(text)) return true;
  if (FALSE.test(text)) return false;
  throw refused('not-an-option', { path: column, row, found: text, allowed: 'true, false' });
}
