import type { CohortRow } from '$lib/model/cohort';
import type { Scenario } from '$lib/model/scenario';

/** A row of a cohort file as it is written; no hidden count of those that come with the application has an estimate. */
type Cells = Record<Exclude<keyof CohortRow, 'estimate'>, string>;

// The files are checked by the tests and by `bosett check`; a page opens with them as they are.
const scenarioFiles = import.meta.glob<Scenario>('../../../scenarios/*.json', { eager: true, import: 'default' });
const cohortFiles = import.meta.glob<Cells[]>('../../../data/cohorts/*.csv', {
  eager: true,
  query: '?rows',
  import: 'default',
});

/** A scenario that comes with the application, by the name of its file. */
export type Example = { name: string; scenario: Scenario };

/** All scenarios of `scenarios/`, in order of name. */
export const examples: Example[] = Object.entries(scenarioFiles)
  .map(([path, scenario]) => ({ name: nameOf(path), scenario }))
  .sort((a, b) => (a.name < b.name ? -1 : 1));

/** The rows of a cohort file of `data/cohorts` by the path a scenario gives; `null` when there is none. */
export function cohortRows(path: string): CohortRow[] | null {
  return cohortFiles[`../../../data/cohorts/${path.split('/').at(-1) ?? ''}`]?.map(cohortRow) ?? null;
}

function cohortRow({ year, settlement_year, persons, ...row }: Cells): CohortRow {
  const count = Number(persons);
  const numbers = { year: Number(year), settlement_year: Number(settlement_year) };
  return { ...row, ...numbers, persons: Number.isNaN(count) ? null : count } as CohortRow;
}

function nameOf(path: string): string {
  return path.split('/').at(-1)?.replace('.json', '') ?? path;
}
