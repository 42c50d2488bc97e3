import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { readCohort } from '$lib/ingest/cohort-file';
import { decode } from '$lib/ingest/encoding';
import { readScenario } from '$lib/ingest/scenario-file';
import type { CohortRow } from '$lib/model/cohort';
import { planOf, type Plan } from '$lib/model/plan';
import type { Scenario } from '$lib/model/scenario';
import type { Finding } from '$lib/model/settings';
import { municipalityOf, municipalityOverrides } from '$lib/parameters/municipalities';
import { publishedCatalogue } from '$lib/parameters/published';
import { findingSentence } from '$lib/text/sentence';
import type { Text } from '$lib/text/text';
import { UsageError } from './arguments';

/** Where a file name points to: relative to where the command was typed, also when a script runner moved. */
export function pathOf(file: string): string {
  return resolve(process.env['INIT_CWD'] ?? process.cwd(), file);
}

/** The bytes of a file, or the finding that it is not there. */
export function readBytes(file: string): { bytes: Uint8Array } | { finding: Finding } {
  try {
    return { bytes: readFileSync(pathOf(file)) };
  } catch {
    return { finding: { code: 'no-file', severity: 'error', path: '', found: file } };
  }
}

/** The text of a file, or the finding that it is not there. */
export function readText(file: string): { text: string } | { finding: Finding } {
  const read = readBytes(file);
  return 'finding' in read ? read : { text: decode(read.bytes) };
}

/** Stops with every finding as a sentence, one a line. */
export function refuse(findings: Finding[], text: Text, file?: string): never {
  throw new UsageError(findings.map((finding) => findingSentence(finding, text, file)).join('\n'));
}

/** A scenario file and its opening, with the settings of the command line on top. */
export function readScenarioFile(
  file: string,
  set: Record<string, string>,
): { scenario: Scenario; rows: CohortRow[]; findings: Finding[] } | { findings: Finding[]; scenario: null } {
  const read = readText(file);
  if ('finding' in read) return { scenario: null, findings: [read.finding] };
  const { scenario, findings } = readScenario(read.text);
  if (!scenario) return { scenario: null, findings };
  const opening = readOpening(file, scenario);
  return { scenario: { ...scenario, parameters: { ...scenario.parameters, ...set } }, ...opening };
}

function readOpening(scenarioFile: string, { opening }: Scenario): { rows: CohortRow[]; findings: Finding[] } {
  if (typeof opening !== 'string') return { rows: opening, findings: [] };
  const read = readText(join(dirname(pathOf(scenarioFile)), opening));
  if ('finding' in read) return { rows: [], findings: [{ ...read.finding, path: 'opening', found: opening }] };
  const { rows, findings } = readCohort(read.text);
  return { rows, findings: findings.map((finding) => ({ ...finding, file: opening })) };
}

/** The plan of a scenario file; every defect of the scenario and its opening stops the command. */
export function loadPlan(
  file: string,
  set: [string, string][],
  text: Text,
): { plan: Plan; municipalityKnown: boolean } {
  const read = readScenarioFile(file, Object.fromEntries(set));
  if (!read.scenario) refuse(read.findings, text, file);
  const municipality = municipalityOf(read.scenario.municipality);
  const zones = publishedCatalogue.parameters.get('staff.tax_zone')?.options ?? [];
  const { plan, findings } = planOf(
    publishedCatalogue,
    read.scenario,
    read.rows,
    municipalityOverrides(municipality, zones),
  );
  const all = [...read.findings, ...findings];
  if (!plan || all.length > 0) refuse(all, text, file);
  return { plan, municipalityKnown: municipality !== null };
}
