import { defaultValue, shareGroup, type Catalogue } from './catalogue';
import { nearest } from './nearest';
import { isPart, winningOverride, type Override } from './overrides';

/** Something wrong in a file or a setting, in data; `text/` makes the sentence. */
export type Finding = {
  code: string;
  severity: 'error' | 'warning';
  /** JSON path, or column. */
  path: string;
  /** The numbered rule of `docs/rules.md` that found it. */
  rule?: number | undefined;
  row?: number | undefined;
  /** The file it stands in, where that is not the one asked about. */
  file?: string | undefined;
  found?: string | undefined;
  allowed?: string | undefined;
};

type Horizon = { first_year: number; years: number };

/** The overrides of a scenario, with every defect found; a setting with a defect gives no override. */
export function readOverrides(
  of: Catalogue,
  settings: Record<string, string | number | boolean>,
  horizon: Horizon,
): { overrides: Override[]; findings: Finding[] } {
  const overrides: Override[] = [];
  const findings: Finding[] = [];
  for (const [setting, value] of Object.entries(settings)) {
    const read = readOverride(of, setting, value, horizon);
    if ('code' in read) findings.push(read);
    else overrides.push(read);
  }
  return { overrides, findings: [...findings, ...shareFindings(of, overrides, horizon)] };
}

function readOverride(
  of: Catalogue,
  setting: string,
  value: string | number | boolean,
  horizon: Horizon,
): Override | Finding {
  const error = (code: string, more: Partial<Finding> = {}): Finding => ({
    code,
    severity: 'error',
    path: `parameters.${setting}`,
    found: String(value),
    ...more,
  });
  const [address = '', yearText, ...rest] = setting.split('@');
  const id = [...of.parameters.keys()]
    .filter((known) => address === known || address.startsWith(`${known}.`))
    .sort(byLength)[0];
  const tokens = id === undefined ? [] : address.slice(id.length).split('.').filter(Boolean);
  const cells = (id === undefined ? [] : (of.cellsOf.get(id) ?? [])).filter((cell) => isPart(tokens, cell.tokens));
  if (id === undefined || cells.length === 0) {
    return error('unknown-id', {
      found: address,
      allowed: nearest(address, [...of.parameters.keys(), ...of.cells.keys()]),
    });
  }
  const last = horizon.first_year + horizon.years - 1;
  const year = yearText === undefined ? null : Number(yearText);
  if (rest.length > 0 || (year !== null && !(Number.isInteger(year) && year >= horizon.first_year && year <= last))) {
    return error('year-outside', { found: yearText, allowed: `${horizon.first_year}-${last}` });
  }
  const parameter = of.parameters.get(id);
  if (parameter?.at_start && year !== null && year !== horizon.first_year) return error('not-by-year');
  if (parameter?.options) {
    const option = value === true ? 'yes' : value === false ? 'no' : String(value);
    const at = parameter.options.indexOf(option);
    return at >= 0
      ? { id, tokens, year, value: at }
      : error('not-an-option', { allowed: parameter.options.join(', ') });
  }
  const number =
    typeof value === 'number' ? value : typeof value === 'string' && value.trim() !== '' ? Number(value) : NaN;
  if (!Number.isFinite(number)) return error('not-a-number');
  const range = parameter?.range;
  if (range && (number < range.min || number > range.max)) {
    return error('value-outside', { allowed: `${range.min}-${range.max}` });
  }
  if (range && parameter.whole && !Number.isInteger(number)) return error('not-whole');
  return { id, tokens, year, value: number };
}

function byLength(a: string, b: string): number {
  return b.length - a.length;
}

/** Shares that the scenario sets so that no rest can make the sum one. */
function shareFindings(of: Catalogue, overrides: Override[], horizon: Horizon): Finding[] {
  const findings = new Map<string, Finding>();
  const ids = new Set(overrides.map((override) => override.id).filter((id) => of.parameters.get(id)?.sums_over));
  for (const id of ids) {
    for (const cell of of.cellsOf.get(id) ?? []) {
      const group = shareGroup(of, cell.address);
      if (findings.has(group.join())) continue;
      for (let year = horizon.first_year; year < horizon.first_year + horizon.years; year += 1) {
        const set = group.map((address) => ownValue(of, overrides, address, year));
        const sum = set.reduce<number>((total, value) => total + (value ?? 0), 0);
        const free = set.some((value) => value === null);
        const takers = group.reduce(
          (total, address, at) => total + (set[at] === null ? defaultValue(of, address, year) : 0),
          0,
        );
        const possible = free && takers > 0 ? sum <= 1 + 1e-9 : Math.abs(sum - 1) <= 1e-9;
        if (set.every((value) => value === null) || possible) continue;
        const path = `parameters.${group.filter((_, at) => set[at] !== null).join(' + ')}`;
        findings.set(group.join(), {
          code: 'shares-sum',
          severity: 'error',
          path,
          found: String(Number(sum.toFixed(6))),
          allowed: '1',
        });
        break;
      }
    }
  }
  return [...findings.values()];
}

function ownValue(of: Catalogue, overrides: Override[], address: string, year: number): number | null {
  const cell = of.cells.get(address);
  if (!cell) return null;
  const own = overrides.filter((override) => override.id === cell.parameter.id);
  return winningOverride(own, cell.tokens, year)?.value ?? null;
}
