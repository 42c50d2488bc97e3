import type { z } from 'zod';
import type { Finding } from '$lib/model/settings';

type Issue = z.core.$ZodIssue;

/** Every defect zod found, as findings with the JSON path first. */
export function schemaFindings(issues: Issue[], input: unknown): Finding[] {
  return issues.flatMap((issue) => findingsOf(issue, input));
}

function findingsOf(issue: Issue, input: unknown): Finding[] {
  const path = written(issue.path);
  const base = { severity: 'error' as const, path, found: foundAt(input, issue.path) };
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        ...base,
        code: 'unknown-key',
        path: written([...issue.path, key]),
        found: key,
      }));
    case 'invalid_type':
      if (base.found === undefined) return [{ ...base, code: 'missing-key', allowed: issue.expected }];
      return [{ ...base, code: 'wrong-type', allowed: issue.expected }];
    case 'invalid_value':
      if (base.found === undefined)
        return [{ ...base, code: 'missing-key', allowed: issue.values.map(String).join(', ') }];
      return [{ ...base, code: 'not-an-option', allowed: issue.values.map(String).join(', ') }];
    case 'too_small':
      return [{ ...base, code: 'value-outside', allowed: `${String(issue.minimum)}-` }];
    case 'too_big':
      return [{ ...base, code: 'value-outside', allowed: `-${String(issue.maximum)}` }];
    case 'invalid_union':
      if (base.found === undefined) return [{ ...base, code: 'missing-key' }];
      return bestBranch(issue.errors, issue.path, input) ?? [{ ...base, code: 'wrong-type' }];
    case 'custom': {
      const code: unknown = issue.params?.['code'];
      return [{ ...base, code: typeof code === 'string' ? code : 'wrong-value', allowed: issue.message }];
    }
    default:
      return [{ ...base, code: 'wrong-value', allowed: issue.message }];
  }
}

/** Of the branches of a union the one that got furthest into the value. */
function bestBranch(branches: Issue[][], path: PropertyKey[], input: unknown): Finding[] | null {
  const deepest = branches
    .filter((issues) => issues.some((issue) => issue.path.length > 0))
    .sort((a, b) => a.length - b.length)[0];
  if (!deepest) return null;
  return deepest.flatMap((issue) => findingsOf({ ...issue, path: [...path, ...issue.path] } as Issue, input));
}

function written(path: PropertyKey[]): string {
  return path
    .map((part, at) => (typeof part === 'number' ? `[${part}]` : `${at > 0 ? '.' : ''}${String(part)}`))
    .join('');
}

function foundAt(input: unknown, path: PropertyKey[]): string | undefined {
  let value: unknown = input;
  for (const part of path) {
    if (value === null || typeof value !== 'object') return undefined;
    value = (value as Record<PropertyKey, unknown>)[part];
  }
  if (value === undefined) return undefined;
  return shown(typeof value === 'string' ? value : JSON.stringify(value));
}

/** A value as a message may repeat it: short, and nothing that could be a person's number. */
export function shown(value: string): string | undefined {
  if (/\d[\d\s.-]{6,}\d/.test(value)) return undefined;
  return value.length > 40 ? `${value.slice(0, 39)}…` : value;
}
