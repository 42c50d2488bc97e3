import type { CohortRow } from '$lib/model/cohort';
import { Scenario } from '$lib/model/scenario';
import type { Finding } from '$lib/model/settings';
import { schemaFindings } from './schema-findings';

/** What a scenario file gives: the scenario, or what is wrong with it. */
export type ReadScenario = { scenario: Scenario; findings: [] } | { scenario: null; findings: Finding[] };

/** A scenario from the text of a file, or everything that is wrong with it. */
export function readScenario(text: string): ReadScenario {
  const json = readJson(text);
  if ('finding' in json) return { scenario: null, findings: [json.finding] };
  const parsed = Scenario.safeParse(json.value);
  if (parsed.success) return { scenario: parsed.data, findings: [] };
  return { scenario: null, findings: schemaFindings(parsed.error.issues, json.value) };
}

/** The text of a scenario file. */
export function scenarioText(scenario: Scenario): string {
  return `${JSON.stringify(writtenScenario(scenario), null, 2)}\n`;
}

/** A scenario as a file has it. */
export function writtenScenario({ opening, ...scenario }: Scenario): unknown {
  return { ...scenario, opening: typeof opening === 'string' ? opening : opening.map(writtenRow) };
}

/** A row as a JSON file has it: a hidden count as in a cohort file. */
export function writtenRow(row: CohortRow): unknown {
  return { ...row, persons: row.persons ?? ':' };
}

/** The largest JSON file that is read, in bytes. */
const LARGEST_JSON = 50_000_000;

/** The finding that a JSON file of a size is too large to be read. */
export function sizeFindings(bytes: number): Finding[] {
  if (bytes <= LARGEST_JSON) return [];
  const [found, allowed] = [bytes, LARGEST_JSON].map((size) => `${Math.ceil(size / 1e6)} MB`);
  return [{ code: 'too-large', severity: 'error', path: '', found, allowed }];
}

/** The value of a JSON text, or the finding that it is none. */
export function readJson(text: string): { value: unknown } | { finding: Finding } {
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/, '')) as unknown };
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    return { finding: { code: 'not-json', severity: 'error', path: '', found } };
  }
}
