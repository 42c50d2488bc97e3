import { z } from 'zod';
import { fetchJson, RefreshError, type Fetching } from './answer';
import { csvOf, headerOf, rowsOf, type Change, type Refreshed, type Row } from './changes';

/** A JSON-stat 2.0 data set: every dimension's codes with their places, and the values in row-major order. */
const Dataset = z.object({
  class: z.literal('dataset'),
  id: z.array(z.string()),
  size: z.array(z.int().positive()),
  dimension: z.record(
    z.string(),
    z.object({ category: z.object({ index: z.union([z.array(z.string()), z.record(z.string(), z.int())]) }) }),
  ),
  value: z.union([z.array(z.number().nullable()), z.record(z.string(), z.number().nullable())]),
});
type Dataset = z.infer<typeof Dataset>;

/** Residents on 1 January of the last five years, of the municipalities given. */
export async function populationAnswer(address: string, numbers: string[], fetching: Fetching): Promise<Row[]> {
  const query = new URLSearchParams({
    lang: 'no',
    outputFormat: 'json-stat2',
    'valueCodes[Region]': numbers.join(','),
    'valueCodes[Tid]': 'top(5)',
    'valueCodes[ContentsCode]': 'Personer1',
  });
  const dataset = await fetchJson(`${address}?${query}`, Dataset, fetching);
  return populationRows(dataset, numbers);
}

/**
 * The rows of a data set with the dimensions Region and Tid; every other dimension must hold one value, the sum. A value of 0
 * means that the number was not in use that year, `null` that the figure is unknown: neither gives a row.
 */
export function populationRows(dataset: Dataset, numbers: string[]): Row[] {
  const region = codesOf(dataset, 'Region');
  const time = codesOf(dataset, 'Tid');
  const other = dataset.id.find((id, at) => !['Region', 'Tid'].includes(id) && dataset.size[at] !== 1);
  if (other !== undefined) throw new RefreshError(`SSB's answer splits by ${other}; the sum over it was expected.`);
  const lacking = numbers.filter((number) => !region.has(number));
  if (lacking.length > 0) throw new RefreshError(`SSB's answer lacks Region ${lacking.join(', ')}.`);
  const wrong = [...time.keys()].find((year) => !/^\d{4}$/.test(year));
  if (wrong !== undefined) throw new RefreshError(`SSB's answer has Tid ${wrong}; a year was expected.`);
  const steps = stepsOf(dataset);
  const rows: Row[] = [];
  for (const municipality of numbers) {
    for (const [year, at] of time) {
      const place = (region.get(municipality) ?? NaN) * (steps['Region'] ?? NaN) + at * (steps['Tid'] ?? NaN);
      const persons = Array.isArray(dataset.value) ? dataset.value[place] : dataset.value[String(place)];
      if (!persons) continue;
      if (!Number.isInteger(persons) || persons < 0)
        throw new RefreshError(`SSB's answer has ${persons} residents in ${municipality} in ${year}.`);
      rows.push({ municipality, year, persons: String(persons) });
    }
  }
  if (rows.length === 0) throw new RefreshError("SSB's answer holds no number of residents.");
  return rows;
}

function codesOf({ id, size, dimension }: Dataset, name: string): Map<string, number> {
  const index = dimension[name]?.category.index;
  const at = id.indexOf(name);
  if (!index || at < 0) throw new RefreshError(`SSB's answer lacks the dimension ${name}; it has ${id.join(', ')}.`);
  const codes = Array.isArray(index) ? index.map((code, place) => [code, place] as const) : Object.entries(index);
  if (codes.length !== size[at])
    throw new RefreshError(`SSB's answer has ${codes.length} codes of ${name}, not ${size[at]}.`);
  return new Map(codes);
}

/** How far apart in the list of values two neighbours of each dimension are. */
function stepsOf({ id, size, value }: Dataset): Record<string, number> {
  const steps: Record<string, number> = {};
  let step = 1;
  for (let at = id.length - 1; at >= 0; at -= 1) {
    steps[id[at] ?? ''] = step;
    step *= size[at] ?? NaN;
  }
  if (Array.isArray(value) && value.length !== step)
    throw new RefreshError(`SSB's answer has ${value.length} values; its dimensions make ${step}.`);
  return steps;
}

/** `population.csv` with the answer: years that it lacks are added, and a number that stands is never replaced. */
export function mergePopulation(text: string, answer: Row[], source: string): Refreshed {
  const file = 'population.csv';
  const rows = rowsOf(text);
  const changes: Change[] = [];
  for (const { municipality = '', year = '', persons = '' } of answer) {
    const what = `residents of ${municipality} in ${year}`;
    const stands = rows.find((row) => row['municipality'] === municipality && row['year'] === year);
    if (!stands) {
      rows.push({ municipality, year, persons, source });
      changes.push({ kind: 'added', file, what, stands: null, answer: persons });
    } else if (stands['persons'] !== persons)
      changes.push({ kind: 'differs', file, what, stands: stands['persons'] ?? '', answer: persons });
  }
  const order = ({ municipality, year }: Row) => `${municipality} ${year}`;
  rows.sort((a, b) => (order(a) < order(b) ? -1 : 1));
  return { file, text: csvOf(headerOf(text), rows), changes };
}
