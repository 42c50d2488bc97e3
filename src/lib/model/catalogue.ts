import type { LeanParameter } from './parameter';
import { statusIndex, weaker } from './status';

type Keys = Record<string, string | number>;
/** A value as stated: from which month, to which it is confirmed, its status, its block and the year of its kroner. */
export type Stated = {
  from: number;
  confirmed: number;
  value: number;
  status: number;
  block: number;
  price_year: number | null;
};
/** A cell of a parameter with all that is stated of it. */
export type CatalogueCell = {
  address: string;
  parameter: LeanParameter;
  keys: Keys;
  tokens: string[];
  stated: Stated[];
};

/** Every parameter and every cell of it by address, built once from the validated files. */
export type Catalogue = {
  parameters: ReadonlyMap<string, LeanParameter>;
  cells: ReadonlyMap<string, CatalogueCell>;
  cellsOf: ReadonlyMap<string, CatalogueCell[]>;
  /** First and last year that a price is stated in. */
  priceYears: [number, number];
};

/** The catalogue of validated parameter files; order does not matter. */
export function catalogue(parameters: LeanParameter[]): Catalogue {
  const cells = new Map<string, CatalogueCell>();
  const cellsOf = new Map<string, CatalogueCell[]>();
  for (const parameter of parameters) {
    const own: CatalogueCell[] = [];
    for (const [
      block,
      { from, confirmed_to, status, price_year, rates, cells: stated },
    ] of parameter.values.entries()) {
      const worth = rates ? weaker(statusIndex('own'), statusIndex(status)) : statusIndex(status);
      for (const { value, ...keys } of stated) {
        const tokens = keyTokens(parameter, keys);
        const address = [parameter.id, ...tokens].join('.');
        let cell = cells.get(address);
        if (!cell) {
          cell = { address, parameter, keys, tokens, stated: [] };
          cells.set(address, cell);
          own.push(cell);
        }
        cell.stated.push({
          from: monthNumber(from),
          confirmed: confirmed_to ? monthNumber(confirmed_to) : Infinity,
          value: encode(parameter, value),
          status: value === 'unknown' ? statusIndex('unknown') : worth,
          block,
          price_year: price_year ?? null,
        });
      }
    }
    cellsOf.set(parameter.id, own);
  }
  const priceYears = parameters.flatMap(({ values }) => values.flatMap(({ price_year }) => price_year ?? []));
  return {
    parameters: new Map(parameters.map((parameter) => [parameter.id, parameter])),
    cells,
    cellsOf,
    priceYears: [Math.min(...priceYears), Math.max(...priceYears)],
  };
}

/** A key `grant_year: 2` is written `year2`, a key `months: 24` `months24`; all others stand as they are. */
function keyTokens(parameter: LeanParameter, keys: Keys): string[] {
  return parameter.keys.flatMap((key) => {
    const value = keys[key];
    if (value === undefined) return [];
    if (key === 'grant_year') return [`year${value}`];
    if (key === 'months') return [`months${value}`];
    return [String(value)];
  });
}

/** A stated value as a number: an option as its position, `null` (abolished) as 0, unknown as NaN. */
function encode(parameter: LeanParameter, value: number | string | null): number {
  if (value === null) return 0;
  if (typeof value === 'number') return value;
  return value === 'unknown' ? NaN : (parameter.options?.indexOf(value) ?? NaN);
}

function monthNumber(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}

/** What is stated of a cell in a month, numbered from year 0. */
export function statedAt(cell: CatalogueCell, at: number): Stated | null {
  let found: Stated | null = null;
  for (const stated of cell.stated) if (stated.from <= at) found = stated;
  return found;
}

/** The last whole year that is stated; a value that holds until another is stated is never carried past it. */
export function lastStatedYear(cell: CatalogueCell): number {
  const last = cell.stated.at(-1);
  return last && Number.isFinite(last.confirmed) ? Math.floor((last.confirmed + 1) / 12) - 1 : Infinity;
}

/** The month to which the last stated value is confirmed. */
export function lastConfirmed(cell: CatalogueCell): number {
  return cell.stated.at(-1)?.confirmed ?? Infinity;
}

/** The value a cell has by default in a year, as stated, before any scenario; NaN where unknown. */
export function defaultValue(of: Catalogue, address: string, year: number): number {
  const cell = of.cells.get(address);
  return (cell && statedAt(cell, year * 12)?.value) ?? NaN;
}

/** Cells that share a sum with this one: equal in every key but the summed one. */
export function shareGroup(of: Catalogue, address: string): string[] {
  const cell = of.cells.get(address);
  if (!cell) throw new Error(`no parameter: ${address}`);
  return siblings(of, cell).map((sibling) => sibling.address);
}

/** The cells that share a sum with this one. */
export function siblings(of: Catalogue, cell: CatalogueCell): CatalogueCell[] {
  const summed = cell.parameter.sums_over;
  return (of.cellsOf.get(cell.parameter.id) ?? []).filter((other) =>
    cell.parameter.keys.every((key) => key === summed || other.keys[key] === cell.keys[key]),
  );
}

/** Whether a parameter is stated in kroner of a year. */
export function isPriced(parameter: LeanParameter): boolean {
  return parameter.values.some((block) => block.price_year !== undefined);
}
