import Papa from 'papaparse';
import { z } from '$lib/model/zod';
import type { Finding } from '$lib/model/settings';
import { identifierIn } from './identifiers';
import { parseNumber } from './number';
import { schemaFindings } from './schema-findings';

/** Marks of a figure that is published and read, and of one that stands nowhere as a number. */
const READ = ['', 'estimate'] as const;
const MISSING = ['none', 'suppressed', 'not_read', 'not_in_text', 'image_only'] as const;

const Name = z.string().regex(/^[a-z0-9]+(_[a-z0-9]+)*$/);

/**
 * A figure of a published document. The parts of a measure stand under its groups and the whole, where it is no share,
 * under the group `all`. `value` is `null` exactly where `mark` says that there is no number to read; it is never 0 then.
 */
export const DocumentRow = z
  .strictObject({
    /** Empty where the figure is of no one municipality. */
    municipality: z.string().regex(/^(\d{4})?$/),
    /** `null` where the document does not say. */
    year: z.int().min(1990).max(2100).nullable(),
    table: Name,
    measure: Name,
    group: Name.or(z.literal('')),
    value: z.number().nullable(),
    unit: z.string().min(1),
    bound: z.enum(['', 'at_most', 'at_least']),
    definition: Name.or(z.literal('')),
    mark: z.enum([...READ, ...MISSING]),
    source: z.string().min(1),
    place: z.string().min(1),
  })
  .superRefine(({ value, mark }, context) => {
    const isMissing = (MISSING as readonly string[]).includes(mark);
    if (value === null && !isMissing) context.addIssue({ code: 'custom', path: ['value'], params: NO_NUMBER });
    if (value !== null && isMissing) context.addIssue({ code: 'custom', path: ['value'], params: NUMBER_AND_MARK });
  });
export type DocumentRow = z.infer<typeof DocumentRow>;

const NO_NUMBER = { code: 'figure-missing' };
const NUMBER_AND_MARK = { code: 'figure-and-mark' };

/** A figure with the row of the file it stands in. */
export type Figure = DocumentRow & { row: number };

const COLUMNS = Object.keys(DocumentRow.shape);

/** The figures of a document in delimited text, what is wrong with the file, and what a reader of the figures must know. */
export function readDocument(text: string): { figures: Figure[]; findings: Finding[] } {
  const { data, meta } = Papa.parse<Record<string, string>>(text.trim(), { header: true, skipEmptyLines: 'greedy' });
  const fields = meta.fields ?? [];
  const personal = identifierIn(
    fields,
    data.map((row) => fields.map((field) => row[field] ?? '')),
  );
  if (personal.length > 0) return { figures: [], findings: personal };
  const columns = columnFindings(fields);
  if (columns.length > 0) return { figures: [], findings: columns };
  const figures: Figure[] = [];
  const findings: Finding[] = [];
  for (const [at, raw] of data.entries()) {
    const row = at + 2;
    const parsed = DocumentRow.safeParse({ ...raw, year: numberIn(raw['year']), value: numberIn(raw['value']) });
    if (parsed.success) figures.push({ ...parsed.data, row });
    else findings.push(...schemaFindings(parsed.error.issues, raw).map((finding) => ({ ...finding, row })));
  }
  return { figures, findings: [...findings, ...RULES.flatMap((rule) => rule(figures))] };
}

function columnFindings(fields: string[]): Finding[] {
  const allowed = COLUMNS.join(', ');
  const missing = COLUMNS.filter((column) => !fields.includes(column));
  const unknown = fields.filter((field) => !COLUMNS.includes(field));
  return [
    ...missing.map((path) => ({
      code: 'missing-column',
      severity: 'error' as const,
      path,
      found: fields.join(', '),
      allowed,
    })),
    ...unknown.map((path) => ({ code: 'unknown-column', severity: 'error' as const, path, allowed })),
  ];
}

function numberIn(cell: string | undefined): number | string | null {
  if (cell === undefined || cell.trim() === '') return null;
  const value = parseNumber(cell);
  return Number.isNaN(value) ? cell : value;
}

type Rule = (figures: Figure[]) => Finding[];
type Known = Figure & { value: number };

/** How far rounding may take percentages from 100, in percentage points. */
const ROUNDING = 1.5;

/** Rule 1: the percentages of one measure are within 1.5 points of 100. 110 is flagged, 99 is rounding. */
const percentSum: Rule = (figures) =>
  partsOf(figures).flatMap(({ parts }) => {
    if (parts[0]?.unit !== 'percent' || parts.some(({ mark }) => isUnread(mark))) return [];
    const sum = sumOf(parts);
    return Math.abs(sum - 100) > ROUNDING + 1e-9 ? [finding('percent-sum', parts, written(sum))] : [];
  });

/** Rule 2: the parts of a measure are no more than its whole. They may overlap, and are never made to fit. */
const partsExceedWhole: Rule = (figures) =>
  partsOf(figures).flatMap(({ parts, whole }) => {
    if (!whole || parts.length < 2 || parts[0]?.unit === 'percent') return [];
    const sum = sumOf(parts);
    return sum > whole.value + 1e-9
      ? [finding('parts-exceed-whole', parts, written(sum), { allowed: written(whole.value) })]
      : [];
  });

/** Rule 3: a document gives one value for one thing in one year. A figure without a year may be of any. */
const twoValues: Rule = (figures) =>
  groupsBy(figures.filter(isKnown), ({ bound, ...figure }) => `${keyOf(figure)}|${figure.group}|${bound}`).flatMap(
    (same) => {
      const years = [...new Set(same.map(({ year }) => year))].filter((year) => year !== null);
      const perYear = (years.length > 0 ? years : [null]).map((year) =>
        same.filter((figure) => figure.year === year || figure.year === null),
      );
      const differing = perYear.filter((those) => new Set(those.map(({ value }) => value)).size > 1);
      return differing.map((those) => finding('two-values', those, withPlaces(those)));
    },
  );

/** Rule 4: an upper and a lower bound leave more than one value between them. */
const boundsConflict: Rule = (figures) =>
  groupsBy(figures.filter(isKnown), (figure) => `${keyOf(figure)}|${figure.group}`).flatMap((same) => {
    const most = same.filter(({ bound }) => bound === 'at_most');
    const least = same.filter(({ bound }) => bound === 'at_least');
    const crossing = most.flatMap((high) => least.flatMap((low) => (low.value >= high.value ? [[high, low]] : [])));
    return crossing.map((pair) => finding('bounds-conflict', pair, withPlaces(pair)));
  });

/** Rules 5 and 6: a figure that stands only in an image, or not at all, is unknown and never 0. */
const unread: Rule = (figures) =>
  figures.flatMap((figure) =>
    figure.mark === 'image_only'
      ? [finding('figure-in-image', [figure])]
      : figure.mark === 'not_in_text'
        ? [finding('figure-not-in-text', [figure])]
        : [],
  );

/** Rule 7: heads are no posts; where a document gives no posts for a year, none are made of its heads. */
const headsWithoutPosts: Rule = (figures) =>
  groupsBy(
    figures.filter(isKnown).filter(({ unit, group }) => unit === 'heads' && (group === '' || group === 'all')),
    ({ municipality, year }) => `${municipality}|${year}`,
  ).flatMap((heads) => {
    const has = figures.some(
      ({ unit, municipality, year }) =>
        unit === 'posts' && municipality === heads[0]?.municipality && year === heads[0].year,
    );
    return has ? [] : heads.map((figure) => finding('heads-without-posts', [figure], written(figure.value)));
  });

/** Rule 8: one measure has one unit: persons are not added to families, nor kroner to thousands of kroner. */
const mixedUnits: Rule = (figures) =>
  groupsBy(figures.filter(isKnown), (figure) => `${figure.municipality}|${figure.table}|${figure.measure}`)
    .flatMap((same) => groupsBy(same, ({ year }) => String(year)))
    .flatMap((same) => {
      const units = new Set(same.map(({ unit }) => unit));
      return units.size > 1
        ? [finding('mixed-units', same, same.map(({ value, unit }) => `${written(value)} ${unit}`).join(', '))]
        : [];
    });

/** Rule 9: no service has a billion kroner or costs less than a thousand a year, so the unit is doubtful. */
const doubtfulUnit: Rule = (figures) =>
  figures.filter(isKnown).flatMap((figure) => {
    const size = Math.abs(figure.value);
    const thousands = figure.unit.startsWith('1000 NOK') && size >= 1_000_000;
    const single = figure.unit.startsWith('NOK') && size > 0 && size < 1_000;
    return thousands || single ? [finding('doubtful-unit', [figure], `${written(figure.value)} ${figure.unit}`)] : [];
  });

const RULES: Rule[] = [
  percentSum,
  partsExceedWhole,
  twoValues,
  boundsConflict,
  unread,
  headsWithoutPosts,
  mixedUnits,
  doubtfulUnit,
];

/**
 * What several documents say differently, by document: rule 10, a rule (table `rules`) with another value; rule 11, a
 * share measured by another definition. Each is said once, of the last document that differs.
 */
export function differencesBetween(documents: Figure[][]): Finding[][] {
  const all = documents.flatMap((figures, document) => figures.filter(isKnown).map((figure) => ({ document, figure })));
  const findings = documents.map((): Finding[] => []);
  const say = (
    of: typeof all,
    found: (figure: Known) => string,
    made: (last: Known, found: string) => Finding,
  ): void => {
    const last = of.at(-1);
    if (!last || new Set(of.map(({ document }) => document)).size < 2) return;
    const text = of.map(({ figure }) => `${found(figure)} (${figure.source})`).join(', ');
    findings[last.document]?.push(made(last.figure, text));
  };
  const comparable = (figure: Known): string => `${figure.table}|${figure.measure}|${figure.group}|${figure.unit}`;
  const rules = all.filter(({ figure }) => figure.table === 'rules' && figure.bound === '');
  for (const same of groupsBy(rules, ({ figure }) => comparable(figure)))
    if (new Set(same.map(({ figure }) => figure.value)).size > 1)
      say(
        same,
        ({ value, unit }) => `${written(value)} ${unit}`,
        (last, found) => finding('rules-differ', [last], found),
      );
  const defined = all.filter(({ figure }) => figure.definition !== '');
  for (const same of groupsBy(defined, ({ figure }) => `${figure.measure}|${figure.unit}`))
    if (new Set(same.map(({ figure }) => figure.definition)).size > 1)
      say(
        onePerDocument(same),
        ({ definition }) => definition,
        (last, found) => finding('definitions-differ', [last], found),
      );
  return findings;
}

function onePerDocument<T extends { document: number }>(all: T[]): T[] {
  return all.filter(({ document }, at) => all.findIndex((each) => each.document === document) === at);
}

/** The parts of each measure of a year with the whole they are parts of, where one is given. */
function partsOf(figures: Figure[]): { parts: Figure[]; whole: Known | undefined }[] {
  return groupsBy(figures, (figure) => `${keyOf(figure)}|${figure.year}`).flatMap((same) => {
    const parts = same.filter(({ group }) => group !== '' && group !== 'all');
    if (parts.length === 0) return [];
    return [{ parts, whole: same.filter(isKnown).find(({ group }) => group === 'all') }];
  });
}

function keyOf(of: Pick<Figure, 'municipality' | 'table' | 'measure' | 'unit' | 'source'>): string {
  return [of.municipality, of.table, of.measure, of.unit, of.source].join('|');
}

function isKnown(figure: Figure): figure is Known {
  return figure.value !== null;
}

function isUnread(mark: Figure['mark']): boolean {
  return mark !== 'none' && (MISSING as readonly string[]).includes(mark);
}

function groupsBy<T>(all: T[], key: (one: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const known = groups.get(key(one));
    if (known) known.push(one);
    else groups.set(key(one), [one]);
  }
  return [...groups.values()];
}

function sumOf(figures: Figure[]): number {
  return figures.reduce((sum, { value }) => sum + (value ?? 0), 0);
}

function withPlaces(figures: Known[]): string {
  const sign = { '': '', at_most: '≤ ', at_least: '≥ ' };
  return figures.map(({ value, bound, place }) => `${sign[bound]}${written(value)} (${place})`).join(', ');
}

function written(value: number): string {
  return String(Number(value.toFixed(6)));
}

/** A warning at the first of the figures it is about. */
function finding(code: string, about: Figure[], found?: string, more: Partial<Finding> = {}): Finding {
  const [first] = about;
  const path = [first?.table, first?.measure, about.length === 1 ? first?.group : undefined].filter(Boolean).join('.');
  const year = about.find((figure) => figure.year !== null)?.year;
  return {
    code,
    severity: 'warning',
    path: year ? `${path} ${year}` : path,
    row: first?.row,
    ...(found === undefined ? {} : { found }),
    ...more,
  };
}
