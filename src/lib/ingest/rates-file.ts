import type { Catalogue } from '$lib/model/catalogue';
import { nearest } from '$lib/model/nearest';
import { Parameter, type LeanParameter } from '$lib/model/parameter';
import { RateSet } from '$lib/model/rate-set';
import type { Finding } from '$lib/model/settings';
import { schemaFindings } from './schema-findings';

type RateSetParameter = RateSet['parameters'][number];

/** A rate set, or everything that is wrong with it. */
export type ReadRates = { rates: RateSet; findings: [] } | { rates: null; findings: Finding[] };

/** Whether the value of a JSON file is meant as rates: a rate set, or a parameter as in `data/parameters`. */
export function isRates(value: unknown): boolean {
  if (value === null || typeof value !== 'object') return false;
  if ('format' in value) return typeof value.format === 'string' && value.format.startsWith('bosett/rates@');
  return 'id' in value && 'values' in value;
}

/**
 * A rate set from the value of a JSON file. `of` is the catalogue it adds to: ids, units, keys, cells and ranges must be those of
 * the catalogue. A parameter file alone is a draft under its own label.
 */
export function readRates(value: unknown, of: Catalogue): ReadRates {
  const set = isParameter(value) ? setOf(value) : value;
  const parsed = RateSet.safeParse(set);
  const alone = isParameter(value) ? Parameter.safeParse(value) : null;
  const findings = [
    ...(alone && !alone.success ? schemaFindings(alone.error.issues, value) : []),
    ...(parsed.success || alone ? [] : schemaFindings(parsed.error.issues, value)),
  ];
  if (!parsed.success || findings.length > 0) return { rates: null, findings };
  const [prefix, { parameters }] = [alone ? '' : 'parameters', parsed.data];
  const wrong = parameters.flatMap((parameter, at) =>
    parameterFindings(parameter, parameters.slice(0, at), of).map((finding) => ({
      ...finding,
      path: [prefix && `${prefix}[${at}]`, finding.path].filter(Boolean).join('.'),
    })),
  );
  return wrong.length > 0 ? { rates: null, findings: wrong } : { rates: parsed.data, findings: [] };
}

function isParameter(value: unknown): value is object {
  return isRates(value) && !('format' in (value as object));
}

function setOf(value: object): unknown {
  const { id, label, unit, keys, values } = value as Record<string, unknown>;
  return { format: 'bosett/rates@1', title: label, status: 'draft', parameters: [{ id, unit, keys, values }] };
}

/** What does not fit the parameter that the blocks are added to. */
function parameterFindings(added: RateSetParameter, before: RateSetParameter[], of: Catalogue): Finding[] {
  const error = (code: string, path: string, found: string, allowed?: string): Finding[] => [
    { code, severity: 'error', path, found, allowed },
  ];
  const known = of.parameters.get(added.id);
  if (!known) return error('unknown-id', 'id', added.id, nearest(added.id, [...of.parameters.keys()]));
  if (before.some(({ id }) => id === added.id)) return error('rates-twice', 'id', added.id);
  if (known.sums_over) return error('rates-share', 'id', added.id);
  if (added.unit && added.unit !== known.unit) return error('rates-unit', 'unit', added.unit, known.unit);
  if (added.keys && added.keys.join() !== known.keys.join())
    return error('rates-keys', 'keys', added.keys.join(', ') || '-', known.keys.join(', ') || '-');
  const whole = Parameter.safeParse({ ...known, description: known.label, values: added.values });
  const findings = whole.success ? [] : schemaFindings(whole.error.issues, { values: added.values });
  return findings.length > 0 ? findings : [...priceFindings(added, known), ...cellFindings(added, known, of)];
}

/** A price says the year of its kroner, and what is no price says none. */
function priceFindings({ values }: RateSetParameter, known: LeanParameter): Finding[] {
  const isPrice = known.values.some(({ price_year }) => price_year !== undefined);
  return values.flatMap(({ price_year }, at): Finding[] => {
    if ((price_year !== undefined) === isPrice) return [];
    const path = `values[${at}].price_year`;
    if (isPrice) return [{ code: 'missing-key', severity: 'error', path, allowed: 'number' }];
    return [{ code: 'unknown-key', severity: 'error', path, found: 'price_year' }];
  });
}

/** Cells that the parameter does not have; what is not there cannot be paid. */
function cellFindings({ id, values }: RateSetParameter, known: LeanParameter, of: Catalogue): Finding[] {
  const cells = of.cellsOf.get(id) ?? [];
  return values.flatMap((block, at) =>
    block.cells.flatMap((cell, place): Finding[] => {
      if (cells.some(({ keys }) => known.keys.every((key) => keys[key] === cell[key]))) return [];
      const written = [id, ...known.keys.flatMap((key) => (cell[key] === undefined ? [] : [String(cell[key])]))].join(
        '.',
      );
      const allowed = nearest(
        written,
        cells.map(({ address }) => address),
      );
      return [
        { code: 'unknown-id', severity: 'error', path: `values[${at}].cells[${place}]`, found: written, allowed },
      ];
    }),
  );
}
