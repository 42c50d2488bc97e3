import { catalogue, statedAt, type Catalogue, type CatalogueCell } from './catalogue';
import type { LeanParameter, RatesMark, StatedBlock, Title } from './parameter';
import type { RateSet } from './rate-set';
import { seriesOf, type Parameters, type Series } from './resolve';

/**
 * The catalogue with what the sets state: a block holds from its date until a later one states the cell, and of equal dates
 * the set's before the published, a later set's before an earlier's. Every value it gives has status `own`, or the block's where that
 * is weaker.
 */
export function withRates(base: Catalogue, sets: readonly RateSet[]): Catalogue {
  if (sets.length === 0) return base;
  const added = new Map<string, StatedBlock[]>();
  for (const { title, status, parameters } of sets) {
    const rates: RatesMark = { title, status };
    for (const { id, values } of parameters)
      added.set(id, [...(added.get(id) ?? []), ...values.map((block) => ({ ...block, rates }))]);
  }
  return catalogue([...base.parameters.values()].map((parameter) => withBlocks(parameter, added.get(parameter.id))));
}

function withBlocks(parameter: LeanParameter, blocks: StatedBlock[] | undefined): LeanParameter {
  if (!blocks) return parameter;
  const values = [...parameter.values, ...blocks];
  return { ...parameter, values: values.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)) };
}

/** The rate set a value comes from, by its place in the series; `null` where it is published or set by the scenario. */
export function ratesAt({ parameter, block }: Series, at: number): RatesMark | null {
  return parameter.values[block[at] ?? -1]?.rates ?? null;
}

/** The rate sets that a catalogue holds values of. */
export function ratesIn(of: Catalogue): RatesMark[] {
  const marks = [...of.parameters.values()].flatMap(({ values }) => values.flatMap(({ rates }) => rates ?? []));
  return [...new Set(marks)];
}

/** What a plan takes from drafts. */
export type Drafts = { parameters: string[]; years: number[]; sets: Title[] };

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** The cells that drafts set in some years, in any month of them, the years, and the titles of the drafts. */
export function draftsIn(parameters: Parameters, years: readonly number[]): Drafts {
  const [cells, found, sets] = [new Set<string>(), new Set<number>(), new Map<string, Title>()];
  for (const { id, values } of parameters.catalogue.parameters.values()) {
    if (!values.some(({ rates }) => rates?.status === 'draft')) continue;
    for (const { address } of parameters.catalogue.cellsOf.get(id) ?? []) {
      const series = MONTHS.map((month) => seriesOf(parameters, address, month));
      for (const year of years) {
        for (const rates of series.map((each) => ratesAt(each, year - parameters.first))) {
          if (rates?.status !== 'draft') continue;
          cells.add(address);
          found.add(year);
          sets.set(JSON.stringify(rates.title), rates.title);
        }
      }
    }
  }
  return { parameters: [...cells].sort(), years: [...found].sort((a, b) => a - b), sets: [...sets.values()] };
}

/**
 * A rate set to fill in: the cells of one parameter that the state sets, with what holds on 1 January of a year, as a draft. `source`
 * stands where the source is to be written.
 */
export function ratesTemplate(of: Catalogue, id: string, year: number, title: Title, source: string): RateSet {
  const parameter = of.parameters.get(id);
  if (!parameter) throw new Error(`no parameter: ${id}`);
  const { unit, keys } = parameter;
  const block = {
    from: `${year}-01-01`,
    status: 'published' as const,
    reference: { title: source },
    confirmed_to: `${year}-12-31`,
    cells: (of.cellsOf.get(id) ?? []).map((cell) => statedCell(cell, year)),
  };
  return { format: 'bosett/rates@1', title, status: 'draft', parameters: [{ id, unit, keys, values: [block] }] };
}

/** A cell as its file states it on 1 January of a year; unknown before anything is stated. */
function statedCell(cell: CatalogueCell, year: number): StatedBlock['cells'][number] {
  const { parameter, keys } = cell;
  const stated = statedAt(cell, year * 12);
  const cells = stated ? (parameter.values[stated.block]?.cells ?? []) : [];
  const same = cells.find((each) => parameter.keys.every((key) => each[key] === keys[key]));
  return { ...keys, value: same ? same.value : 'unknown' } as StatedBlock['cells'][number];
}
