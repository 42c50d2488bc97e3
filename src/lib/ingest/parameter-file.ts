import { Parameter } from '$lib/model/parameter';
import type { Finding } from '$lib/model/settings';
import { schemaFindings } from './schema-findings';

/** A parameter from the value of a JSON file, or everything that is wrong with it. */
export function readParameter(value: unknown): { parameter: Parameter | null; findings: Finding[] } {
  const parsed = Parameter.safeParse(value);
  return parsed.success
    ? { parameter: parsed.data, findings: [] }
    : { parameter: null, findings: schemaFindings(parsed.error.issues, value) };
}
