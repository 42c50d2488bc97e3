import { FEWEST_SHOWN, isSmall, shownCounts, type Part, type Span } from './indicator-counts';
import { Label } from './parameter';
import type { Finding } from './settings';
import { STATUSES, type Status } from './status';
import { z } from './zod';

/** When a share is measured. Shares measured at different times are not compared. */
export const MOMENTS = [
  'after_programme',
  'one_year_after_programme',
  'five_years_after_settlement',
  'of_year',
] as const;
export type Moment = (typeof MOMENTS)[number];

/** `outcome`: what participants go on to; `aim`: other things with a target; `count`: persons and posts. */
export const THEMES = ['outcome', 'aim', 'count'] as const;

/** What a figure says: what was, what is aimed at, or what others have. */
export const KINDS = ['observed', 'target', 'benchmark'] as const;
export type Kind = (typeof KINDS)[number];

/** Whom a share is of; what a source does not say is `unsaid`, and a count is of nobody. */
export const AMONG = [
  'left_in_year',
  'left_year_before',
  'refugees',
  'decided',
  'settled_in_year',
  'unsaid',
  'none',
] as const;
export type Among = (typeof AMONG)[number];

/** Outcomes that a share can count. */
export const COUNTED = ['work', 'higher', 'upper_secondary', 'adult_primary'] as const;
export type Counted = (typeof COUNTED)[number];

const Name = z.string().regex(/^[a-z0-9]+(_[a-z0-9]+)*$/);
const Measure = z.string().regex(/^[a-z0-9_]+\.[a-z0-9_]+$/);

/** How an indicator is measured, and the figures of `data/documents` that are measured so: data, not code. */
export const IndicatorDefinition = z.strictObject({
  id: Name,
  theme: z.enum(THEMES),
  moment: z.enum(MOMENTS),
  unit: z.enum(['percent', 'person', 'heads', 'posts', 'hour']),
  among: z.enum(AMONG),
  label: Label,
  description: Label,
  numerator: Label,
  denominator: Label,
  /** The outcomes that count, so that the share can be worked out of others' counts; `null` where the source does not say. */
  counts: z.array(z.enum(COUNTED)).min(1).nullable(),
  /** The definition in whose chart its figures stand too, as something to hold against; they are not compared. */
  beside: Name.nullable(),
  /** Short name of the document or other source that defines it. */
  source: z.string().min(1),
  figures: z.array(z.strictObject({ source: z.string().min(1), measure: Measure, kind: z.enum(KINDS) })),
});
export type IndicatorDefinition = z.infer<typeof IndicatorDefinition>;

/** Counts of a document by what the participants went on to, with what its groups count as. */
export const OutcomeCounts = z.strictObject({
  source: z.string().min(1),
  measure: Measure,
  moment: z.enum(MOMENTS),
  among: z.enum(AMONG),
  counted_as: z.record(Name, z.enum(COUNTED)),
});
export type OutcomeCounts = z.infer<typeof OutcomeCounts>;

/** `data/indicators/definitions.json`. */
export const IndicatorRegister = z.strictObject({
  definitions: z.array(IndicatorDefinition),
  outcomes: z.array(OutcomeCounts),
  sources: z.record(z.string(), z.strictObject({ title: z.string().min(1) })),
});
export type IndicatorRegister = z.infer<typeof IndicatorRegister>;

/** A row of `data/indicators/series.csv`: a figure that stands in none of the documents. */
export const SeriesRow = z.strictObject({
  municipality: z.string().regex(/^(\d{4})?$/),
  /** Country or county, where it is of no municipality. */
  area: Name.or(z.literal('')),
  year: z.int().min(1990).max(2100).nullable(),
  definition: Name,
  kind: z.enum(KINDS),
  value: z.number().nullable(),
  persons: z.int().nullable(),
  numerator: z.int().nullable(),
  mark: z.enum(['', 'suppressed', 'not_read', 'not_in_text']),
  status: z.enum(STATUSES),
  source: z.string().min(1),
  place: z.string().min(1),
});
export type SeriesRow = z.infer<typeof SeriesRow>;

/** A figure as a document prints it: a row of `data/documents`. */
export type PrintedFigure = {
  municipality: string;
  year: number | null;
  table: string;
  measure: string;
  group: string;
  value: number | null;
  unit: string;
  bound: '' | 'at_most' | 'at_least';
  source: string;
  place: string;
};

/** A figure of an indicator with all that one must know to compare it. */
export type IndicatorFigure = {
  definition: string;
  kind: Kind;
  municipality: string;
  area: string;
  year: number | null;
  /** In `unit`; `null` where it is not known, or where only `span` may be shown. */
  value: number | null;
  /** What the value lies between, where the value itself would show a group of fewer than five. */
  span: Span | null;
  bound: PrintedFigure['bound'];
  unit: string;
  /** How many the share is of, and how many of them count; `null` where it is not known or not shown. */
  persons: number | null;
  numerator: number | null;
  among: Among;
  status: Status;
  source: string;
  place: string;
};

/** What the participants of a municipality went on to in a year, by the groups of the document. */
export type Outcomes = {
  municipality: string;
  year: number | null;
  moment: Moment;
  among: Among;
  source: string;
  place: string;
  /** As the document gives it, else the sum of the parts. */
  whole: number;
  parts: Part[];
  counted_as: Record<string, Counted>;
  /** The parts are more than the whole: somebody is in two, so no share can be worked out. */
  overlaps: boolean;
  /** The sum over groups, as far as it may be shown; `null` where the whole is too small. */
  shown: ((groups: string[]) => Span) | null;
};

/** Why a municipality has no figure by a definition. */
export const REASONS = ['no_figures', 'no_counts', 'overlap', 'unsaid', 'moment', 'hidden'] as const;
export type Reason = (typeof REASONS)[number];

/** A municipality by one definition: the figure or why there is none, and what it says itself by its own. */
export type Aligned = {
  municipality: string;
  area: string;
  figure: IndicatorFigure | null;
  reason: Reason | null;
  own: IndicatorFigure | null;
};

/**
 * The figures of the documents and the series that are measured as a definition of the register says, one by one; a share
 * with the counts it follows from where its document has them. Counts of 1 to 4 persons or families are hidden.
 */
export function indicatorFigures(
  register: IndicatorRegister,
  printed: PrintedFigure[],
  series: SeriesRow[],
): IndicatorFigure[] {
  const outcomes = outcomesOf(register, printed);
  return register.definitions.flatMap((definition) => [
    ...definition.figures.flatMap(({ source, measure, kind }) =>
      printed
        .filter((row) => row.source === source && measureOf(row) === measure && isWhole(row))
        .map((row) => withCounts(printedFigure(row, definition, kind), definition, outcomes)),
    ),
    ...series.filter((row) => row.definition === definition.id).map((row) => seriesFigure(row, definition)),
  ]);
}

/** `table.measure`, as the register and the findings name it. */
function measureOf({ table, measure }: PrintedFigure): string {
  return `${table}.${measure}`;
}

function isWhole({ group }: PrintedFigure): boolean {
  return group === '' || group === 'all';
}

/** Units that count refugees; how many work in a service is no secret. */
const PROTECTED_UNITS = ['person', 'family'];

function printedFigure(row: PrintedFigure, { id, among }: IndicatorDefinition, kind: Kind): IndicatorFigure {
  const { municipality, year, value, bound, unit, source, place } = row;
  // The state's and the country's figures are not those of the municipality that quotes them.
  const isOther = row.table === 'benchmarks';
  const isHidden = PROTECTED_UNITS.includes(unit) && value !== null && isSmall(value);
  return {
    definition: id,
    kind,
    municipality: isOther ? '' : municipality,
    area: isOther ? 'country' : '',
    year,
    ...(isHidden ? { value: null, span: { low: 1, high: FEWEST_SHOWN - 1 } } : { value, span: null }),
    bound,
    unit,
    persons: null,
    numerator: null,
    among,
    status: value === null ? 'unknown' : 'published',
    source,
    place,
  };
}

/** A share as its document prints it, with how many it is of where the counts of the document give that share. */
function withCounts(figure: IndicatorFigure, of: IndicatorDefinition, outcomes: Outcomes[]): IndicatorFigure {
  const own = outcomes.find(({ source, year }) => source === figure.source && year === figure.year);
  const share = own ? shareFrom(own, of) : null;
  if (!share || share.value === null || figure.value === null) return figure;
  if (Math.abs(share.value - figure.value) > ROUNDING) return figure;
  return { ...figure, persons: share.persons, numerator: share.numerator };
}

/** How far a whole per cent is from the share it is rounded from. */
const ROUNDING = 0.5;

function seriesFigure(row: SeriesRow, { unit, among }: IndicatorDefinition): IndicatorFigure {
  const { definition, kind, municipality, area, year, value, persons, source, place } = row;
  const status = value === null && row.numerator === null ? 'unknown' : row.status;
  const figure = { definition, kind, municipality, area, year, bound: '' as const, unit, among, status, source, place };
  const numerator = row.numerator ?? (value === null || persons === null ? null : Math.round((value * persons) / 100));
  if (persons === null || numerator === null) return { ...figure, value, span: null, persons, numerator: null };
  const shown = shownCounts(
    [
      { group: 'counted', persons: numerator },
      { group: 'others', persons: persons - numerator },
    ],
    [['counted']],
  )?.(['counted']);
  if (!shown) return { ...figure, value: null, span: { low: 0, high: 100 }, persons: null, numerator: null };
  const { low, high } = shown;
  if (low < high) return { ...figure, value: null, span: spanIn(shown, persons), persons, numerator: null };
  return { ...figure, value: value ?? (100 * low) / persons, span: null, persons, numerator: row.numerator };
}

function spanIn({ low, high }: Span, whole: number): Span {
  return { low: (100 * low) / whole, high: (100 * high) / whole };
}

/** The figures of a definition: those of no stated year first, then by year. */
export function seriesOf(figures: IndicatorFigure[], definition: string): IndicatorFigure[] {
  return figures
    .filter((figure) => figure.definition === definition)
    .sort((a, b) => (a.year ?? 0) - (b.year ?? 0) || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
}

/** The counts by outcome of every document that has them, small groups protected also against subtraction. */
export function outcomesOf({ outcomes, definitions }: IndicatorRegister, printed: PrintedFigure[]): Outcomes[] {
  return outcomes.flatMap(({ source, measure, moment, among, counted_as }) => {
    const own = printed.filter((row) => row.source === source && measureOf(row) === measure);
    return [...new Set(own.map(({ year }) => year))].flatMap((year) => {
      const rows = own.filter((row) => row.year === year);
      const parts = rows.filter((row) => !isWhole(row)).flatMap(partOf);
      const [first] = rows;
      // A part that is not known may be in any share.
      if (!first || parts.length < rows.filter((row) => !isWhole(row)).length) return [];
      const sum = parts.reduce((total, { persons }) => total + persons, 0);
      const whole = rows.find(isWhole)?.value ?? sum;
      const { municipality, place } = first;
      const set = { municipality, year, moment, among, source, place, whole, parts, counted_as };
      const overlaps = sum > whole;
      return [{ ...set, overlaps, shown: shownCounts(parts, askedOf(set, definitions, overlaps)) }];
    });
  });
}

function partOf({ group, value }: PrintedFigure): Part[] {
  return value === null ? [] : [{ group, persons: value }];
}

/** The sums that are wanted, first what the document prints itself, then by the other definitions, then group by group. */
function askedOf(
  { source, parts, counted_as }: Pick<Outcomes, 'source' | 'parts' | 'counted_as'>,
  definitions: IndicatorDefinition[],
  overlaps: boolean,
): string[][] {
  const each = parts.map(({ group }) => [group]);
  if (overlaps) return each;
  const own = definitions.filter((definition) => definition.source === source);
  const others = definitions.filter((definition) => definition.source !== source);
  return [...[...own, ...others].flatMap(({ counts }) => (counts ? [groupsOf(counted_as, counts)] : [])), ...each];
}

function groupsOf(counted_as: Record<string, Counted>, counts: Counted[]): string[] {
  return Object.entries(counted_as).flatMap(([group, counted]) => (counts.includes(counted) ? [group] : []));
}

/** The share of a definition worked out of counts, as far as it may be shown; `null` where it cannot be worked out. */
export function shareFrom(of: Outcomes, { id, counts, moment, among }: IndicatorDefinition): IndicatorFigure | null {
  if (!counts || of.overlaps || !of.shown || of.moment !== moment || of.among !== among) return null;
  const { low, high } = of.shown(groupsOf(of.counted_as, counts));
  const isShown = low === high;
  const { municipality, year, whole, source, place } = of;
  return {
    definition: id,
    kind: 'observed',
    municipality,
    area: '',
    year,
    value: isShown ? (100 * low) / whole : null,
    span: isShown ? null : spanIn({ low, high }, whole),
    bound: '',
    unit: 'percent',
    persons: whole,
    numerator: isShown ? low : null,
    among,
    status: 'derived',
    source,
    place,
  };
}

/** Why two figures are not to be compared; `null` where they are. */
export function difference(a: IndicatorFigure, b: IndicatorFigure): 'definition' | 'among' | 'unit' | null {
  if (a.definition !== b.definition) return 'definition';
  if (a.among !== b.among || (a.among === 'unsaid' && a.source !== b.source)) return 'among';
  return a.unit === b.unit ? null : 'unit';
}

/** Whether all figures are measured in one way, so that they may stand beside each other as more and less. */
export function comparable(series: IndicatorFigure[]): boolean {
  const [first, ...rest] = series;
  return rest.every((each) => first && difference(first, each) === null);
}

/**
 * Figures from the highest to the lowest. None where they are not measured in one way, and without those that must not be
 * ranked: of an unknown number of persons, with a bound, or hidden.
 */
export function ranked(series: IndicatorFigure[]): IndicatorFigure[] {
  if (!comparable(series)) return [];
  const known = series.flatMap((figure) =>
    figure.value === null || figure.persons === null || figure.bound !== '' ? [] : [{ figure, value: figure.value }],
  );
  return known.sort((a, b) => b.value - a.value).map(({ figure }) => figure);
}

/**
 * Every municipality and area by one definition of an outcome: the last that was observed so, else worked out of counts, else
 * why neither can be done. `municipalities` are there also where nothing is known of them; `today` gives the number that is
 * valid today, and they are told apart by it.
 */
export function aligned(
  definition: IndicatorDefinition,
  register: IndicatorRegister,
  figures: IndicatorFigure[],
  outcomes: Outcomes[],
  municipalities: string[],
  today: (municipality: string) => string,
): Aligned[] {
  const themes = new Map(register.definitions.map(({ id, theme }) => [id, theme]));
  const observed = figures.filter(({ kind, definition: id }) => kind === 'observed' && themes.get(id) === 'outcome');
  const keys = new Set([
    ...municipalities.map((number) => `${number}|`),
    ...outcomes.map(({ municipality }) => `${today(municipality)}|`),
    ...observed.map(({ municipality, area }) => `${today(municipality)}|${area}`),
  ]);
  return [...keys].map((key) => {
    const [municipality = '', area = ''] = key.split('|');
    const own = observed.filter((figure) => today(figure.municipality) === municipality && figure.area === area);
    const sets = outcomes.filter((set) => today(set.municipality) === municipality);
    return alignedOne(definition, register, { municipality, area }, own, sets);
  });
}

function alignedOne(
  definition: IndicatorDefinition,
  { definitions }: IndicatorRegister,
  place: { municipality: string; area: string },
  own: IndicatorFigure[],
  outcomes: Outcomes[],
): Aligned {
  const worked = outcomes.flatMap((set) => shareFrom(set, definition) ?? []);
  const said = seriesOf(own, definition.id);
  const figure = worked.at(-1) ?? said.at(-1) ?? null;
  const momentOf = (each: IndicatorFigure): Moment | undefined =>
    definitions.find(({ id }) => id === each.definition)?.moment;
  const byYear = [...own].sort((a, b) => (a.year ?? 0) - (b.year ?? 0));
  const last = byYear.findLast((each) => momentOf(each) === definition.moment) ?? byYear.at(-1) ?? null;
  if (figure) return { ...place, figure, reason: figure.span ? 'hidden' : null, own: last };
  const moments = new Set([...outcomes.map(({ moment }) => moment), ...own.flatMap((each) => momentOf(each) ?? [])]);
  return { ...place, figure: null, reason: reasonFor(definition, outcomes, moments), own: last };
}

function reasonFor({ moment, counts, among }: IndicatorDefinition, outcomes: Outcomes[], moments: Set<Moment>): Reason {
  if (moments.size === 0) return 'no_figures';
  if (!moments.has(moment)) return 'moment';
  if (counts === null) return among === 'unsaid' ? 'unsaid' : 'no_counts';
  const sets = outcomes.filter((set) => set.moment === moment);
  if (sets.length === 0) return 'no_counts';
  if (sets.some(({ overlaps }) => overlaps)) return 'overlap';
  return sets.some(({ shown }) => shown === null) ? 'hidden' : 'unsaid';
}

/** The findings of a document that are about a measure, `table.measure`. */
export function findingsAbout(findings: Finding[], measure: string): Finding[] {
  return findings.filter(
    ({ path }) => path === measure || path.startsWith(`${measure} `) || path.startsWith(`${measure}.`),
  );
}

/** A finding with the counts of 1 to 4 persons and families in what it found hidden. */
export function protectedFinding(finding: Finding): Finding {
  const found = finding.found?.replace(/(?<![\d.])[1-4] (person|family)\b/g, '<5 $1');
  return found === undefined ? finding : { ...finding, found };
}
