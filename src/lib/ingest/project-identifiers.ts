import type { Finding } from '$lib/model/settings';
import { identifierIn } from './identifiers';
import { isObject } from './project-migration';

/** How deep a project is at most; what is deeper is none, and would exhaust who walks through it. */
const DEEPEST = 24;

type Place = { path: string; value: unknown; depth: number };

/**
 * What identifies a person in any text of a project. Rows of people and of accounts are read as tables, everything else as
 * text, in which a date is no birth date and an address may be that of a room.
 */
export function identifiersInProject(project: unknown): Finding[] {
  const findings: Finding[] = [];
  const waiting: Place[] = [{ path: '', value: project, depth: 0 }];
  for (let place = waiting.pop(); place; place = waiting.pop()) {
    const { path, value, depth } = place;
    if (depth > DEEPEST) return [{ code: 'wrong-type', severity: 'error', path: path.split('.')[0] ?? '' }];
    if (typeof value === 'string') findings.push(...inText(value, path));
    else if (Array.isArray(value) && TABLE.test(path)) {
      findings.push(...inTable(value, path));
      for (const nested of nestedIn(value, path, depth)) waiting.push(nested);
    } else if (Array.isArray(value))
      for (const [at, each] of (value as unknown[]).entries())
        waiting.push({ path: `${path}[${at}]`, value: each, depth: depth + 1 });
    else if (isObject(value))
      for (const [key, each] of Object.entries(value)) {
        const found = inText(key, path);
        findings.push(...found);
        const name = found.length > 0 ? '…' : key;
        waiting.push({ path: path === '' ? name : `${path}.${name}`, value: each, depth: depth + 1 });
      }
  }
  return findings;
}

/** People stand in rows of their own or inline in a scenario, also in a file of scenarios alone. */
const TABLE = /^accounts$|\.rows$|(^|[\].])opening$/;

function inText(text: string, path: string): Finding[] {
  return identifierIn([''], [[text]])
    .filter(({ found }) => !/^(date|address):/.test(found ?? ''))
    .map((finding) => ({ ...finding, code: 'personal-text', path }));
}

function inTable(rows: unknown[], path: string): Finding[] {
  const objects = rows.filter(isObject);
  const headings = [...new Set(objects.flatMap(Object.keys))];
  const hasAmounts = path === 'accounts';
  const body = objects.map((row) => headings.map((heading) => cellOf(row[heading], hasAmounts)));
  return identifierIn(headings, body).map((finding) => ({ ...finding, path: `${path}: ${finding.path}` }));
}

/** A cell of a table as text; an amount is no number of a person. */
function cellOf(value: unknown, isAmount: boolean): string {
  if (typeof value === 'number') return isAmount ? '' : String(value);
  return typeof value === 'string' ? value : '';
}

/** What stands in a table where a cell should. */
function nestedIn(rows: unknown[], path: string, depth: number): Place[] {
  return rows
    .flatMap((row, at) =>
      (isObject(row) ? Object.values(row) : [row]).map((value) => ({
        path: `${path}[${at}]`,
        value,
        depth: depth + 2,
      })),
    )
    .filter(({ value }) => typeof value === 'object');
}
