import { Scenario, type Finding } from '$lib/model/scenario';
import { schemaFindings } from './schema-findings';

/** A scenario from the text of a file, or everything that is wrong with it. */
export function readScenario(
  text: string,
): { scenario: Scenario; findings: [] } | { scenario: null; findings: Finding[] } {
  const json = readJson(text);
  if ('finding' in json) return { scenario: null, findings: [json.finding] };
  const parsed = Scenario.safeParse(json.value);
  if (parsed.success) return { scenario: parsed.data, findings: [] };
  return { scenario: null, findings: schemaFindings(parsed.error.issues, json.value) };
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
