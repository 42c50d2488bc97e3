import type { Scenario } from '$lib/model/scenario';

// The files are checked by the tests and by `bosett check`; a page opens with them as they are.
const scenarioFiles = import.meta.glob<Scenario>('../../../scenarios/*.json', { eager: true, import: 'default' });
const cohortFiles = import.meta.glob<string>('../../../data/cohorts/*.csv', {
  eager: true,
  query: '?raw',
  import: 'default',
});

/** A scenario that comes with the application, by the name of its file. */
export type Example = { name: string; scenario: Scenario };

/** All scenarios of `scenarios/`, in order of name. */
export const examples: Example[] = Object.entries(scenarioFiles)
  .map(([path, scenario]) => ({ name: nameOf(path), scenario }))
  .sort((a, b) => (a.name < b.name ? -1 : 1));

/** The text of a cohort file of `data/cohorts` by the path a scenario gives; `null` when there is none. */
export function cohortText(path: string): string | null {
  return cohortFiles[`../../../data/cohorts/${path.split('/').at(-1) ?? ''}`] ?? null;
}

function nameOf(path: string): string {
  return path.split('/').at(-1)?.replace('.json', '') ?? path;
}
