import { readFileSync, realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { readCohort } from '$lib/ingest/cohort-file';
import { decode } from '$lib/ingest/encoding';
import { readRates } from '$lib/ingest/rates-file';
import { readJson, readScenario } from '$lib/ingest/scenario-file';
import type { CohortRow } from '$lib/model/cohort';
import type { Catalogue } from '$lib/model/catalogue';
import { planOf, type Plan } from '$lib/model/plan';
import { withRates } from '$lib/model/rates';
import type { Scenario } from '$lib/model/scenario';
import type { Finding } from '$lib/model/settings';
import { historyOf } from '$lib/parameters/history';
import { municipalityOf, municipalityOverrides } from '$lib/parameters/municipalities';
import { publishedCatalogue } from '$lib/parameters/published';
import { publish, type Protection } from '$lib/protect/publish';
import { cliText } from '$lib/text/cli';
import { findingSentence } from '$lib/text/finding';
import type { Text } from '$lib/text/text';
import { UsageError } from './arguments';

/** Where a file name points to: relative to where the command was typed, also when a script runner moved. */
export function pathOf(file: string): string {
  return resolve(process.env['INIT_CWD'] ?? process.cwd(), file);
}

/** The same for every name of a file, also by a link. */
export function realPath(file: string): string {
  try {
    return realpathSync(pathOf(file));
  } catch {
    return pathOf(file);
  }
}

/** Every file that a scenario file is read from: itself, and its opening where that is another. */
export function filesBehind(file: string, { scenario: { opening } }: Plan): string[] {
  return typeof opening === 'string' ? [file, join(dirname(pathOf(file)), opening)] : [file];
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

function readOpening(scenarioFile: string, scenario: Scenario): { rows: CohortRow[]; findings: Finding[] } {
  const { opening } = scenario;
  if (typeof opening !== 'string') return { rows: opening, findings: [] };
  const read = readText(join(dirname(pathOf(scenarioFile)), opening));
  if ('finding' in read) return { rows: [], findings: [{ ...read.finding, path: 'opening', found: opening }] };
  const { municipality, first_year: firstYear } = scenario;
  const settlement = historyOf(municipality)?.counts ?? [];
  const { rows, findings } = readCohort(read.text, { context: { settlement, municipality, firstYear } });
  return { rows, findings: findings.map((finding) => ({ ...finding, file: opening })) };
}

/** The plan of a scenario file; every error in the scenario and its opening stops the command. `check` says the rest. */
export function loadPlan(
  file: string,
  set: [string, string][],
  text: Text,
  of: Catalogue = publishedCatalogue,
  to: Protection | null = null,
): { plan: Plan; rows: CohortRow[]; municipalityKnown: boolean } {
  const read = readScenarioFile(file, Object.fromEntries(set));
  if (!read.scenario) refuse(read.findings, text, file);
  const municipality = municipalityOf(read.scenario.municipality);
  const zones = of.parameters.get('staff.tax_zone')?.options ?? [];
  const rows = to ? protectedRows(read.rows, to, file, text) : read.rows;
  const { plan, findings } = planOf(of, read.scenario, rows, municipalityOverrides(municipality, zones));
  const errors = [...read.findings, ...findings].filter(({ severity }) => severity === 'error');
  if (!plan || errors.length > 0) refuse(errors, text, file);
  return { plan, rows, municipalityKnown: municipality !== null };
}

/** Rows as everybody may see them; a count that is not whole stops the command. */
function protectedRows(rows: CohortRow[], to: Protection, file: string, text: Text): CohortRow[] {
  const broken = rows.find(({ persons }) => persons !== null && !Number.isInteger(persons));
  if (broken) throw new UsageError(cliText[text.language].notWhole(file, String(broken.persons)));
  return publish(rows, to).rows;
}

/** The published parameters with the rates of some files, the later over the earlier; every defect stops the command. */
export function catalogueWith(files: string[], text: Text): Catalogue {
  const sets = files.map((file) => {
    const read = readText(file);
    if ('finding' in read) refuse([read.finding], text);
    const json = readJson(read.text);
    if ('finding' in json) refuse([json.finding], text, file);
    const { rates, findings } = readRates(json.value, publishedCatalogue);
    return rates ?? refuse(findings, text, file);
  });
  return withRates(publishedCatalogue, sets);
}
