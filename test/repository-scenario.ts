import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readCohort } from '$lib/ingest/cohort-file';
import { readScenario } from '$lib/ingest/scenario-file';
import type { CohortRow } from '$lib/model/cohort';
import { planOf, type Plan } from '$lib/model/plan';
import { municipalityOf, municipalityOverrides } from '$lib/parameters/municipalities';
import { publishedCatalogue } from '$lib/parameters/published';
import { root } from '../src/cli/prepare.js';

/** The files of a folder of the repository that end so, in order, relative to its root. */
export function filesOf(folder: string, ending: string): string[] {
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => `${folder}/${name}`);
}

/** The text of a file of the repository. */
export function textOf(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

export const scenarioNames = filesOf('scenarios', '.json').map((path) => path.replace(/^.*\/|\.json$/g, ''));

/** The plan of a scenario file with its opening, as the page and the command line make it. */
export function planOfFile(name: string): Plan {
  const { scenario, findings } = readScenario(textOf(`scenarios/${name}.json`));
  if (!scenario) throw new Error(`findings: ${JSON.stringify(findings)}`);
  const municipality = municipalityOf(scenario.municipality);
  const zones = publishedCatalogue.parameters.get('staff.tax_zone')?.options ?? [];
  const read = planOf(
    publishedCatalogue,
    scenario,
    openingOf(scenario.opening),
    municipalityOverrides(municipality, zones),
  );
  if (!read.plan) throw new Error(`findings: ${JSON.stringify(read.findings)}`);
  return read.plan;
}

function openingOf(opening: string | CohortRow[]): CohortRow[] {
  return typeof opening === 'string' ? readCohort(textOf(join('scenarios', opening))).rows : opening;
}
