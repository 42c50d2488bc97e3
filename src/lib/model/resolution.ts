import type { Forecast } from './forecast';
import { isOwn, optionAt, valueAt, type Parameters } from './resolve';
import { z } from './zod';

/** What the directorate asks of a municipality's vote on settlement, in the order it is checked. */
export const RULES = [
  'number',
  'no_reservations',
  'family_apart',
  'composition',
  'needs',
  'unaccompanied_minors',
  'more',
  'capacity',
] as const;
export type Rule = (typeof RULES)[number];

const Source = z.strictObject({
  title: z.string().min(1),
  href: z.url(),
  /** When the page says it was last changed; `null` where it does not. */
  updated: z.iso.date().nullable(),
  /** The year of settlement the request is for. */
  request_year: z.int().nullable(),
});

/** What the vote must hold, what the municipality is asked to assess, or what follows from the words of the source by our own reading. */
const Kind = z.enum(['required', 'asked', 'inferred']);

const RequirementFile = z.strictObject({
  sources: z.record(z.string(), Source),
  requirements: z.array(z.strictObject({ rule: z.enum(RULES), kind: Kind, source: z.string() })),
});

/** A rule with where it stands; the words of it are in `text/`. */
export type Requirement = { rule: Rule; kind: z.infer<typeof Kind>; source: z.infer<typeof Source> };

/** The requirements of a file such as `data/documents/imdi-resolution.json`, every rule once; throws on any other. */
export function requirementsOf(file: unknown): Requirement[] {
  const { sources, requirements } = RequirementFile.parse(file);
  return RULES.map((rule) => {
    const stated = requirements.filter((each) => each.rule === rule);
    const source = sources[stated[0]?.source ?? ''];
    if (!stated[0] || stated.length > 1 || !source) throw new Error(`no single requirement with a source: ${rule}`);
    return { rule, kind: stated[0].kind, source };
  });
}

/** A year of the vote: persons to settle, unaccompanied minors among them (`null` where nothing says how many). */
export type VotedYear = { year: number; persons: number; minors: number | null };

/** What a vote rests on. `null` is what nobody has said. */
export type ResolutionPlan = {
  years: VotedYear[];
  takes_minors: boolean | null;
  /** How many more could be settled if asked, and unaccompanied minors among them. */
  more: number | null;
  more_minors: number | null;
  /** What the number takes at the most, over the years of the vote; NaN where it is not known. */
  capacity: { rooms: number; posts: number; dwellings: number };
  family_in_vote: boolean;
};

/**
 * What a plan itself says of the vote. Unaccompanied minors are taken from it only where the scenario sets their share: the
 * national one is no decision. How many more could be settled no plan says. The vote is for the first `voted` years.
 */
export function resolutionPlan(of: Forecast, parameters: Parameters, voted = of.horizon.years): ResolutionPlan {
  const years = of.years.slice(0, Math.min(voted, of.horizon.years)).map((year): VotedYear => {
    const persons = valueAt(parameters, 'settlement.persons', year);
    const share = valueAt(parameters, MINORS, year);
    return { year, persons, minors: isOwn(parameters, MINORS, year) ? Math.round(persons * share) : null };
  });
  const most = (inYear: (at: number) => number | undefined): number =>
    Math.max(...years.map((_, at) => inYear(at) ?? NaN));
  const isSaid = years.every(({ minors }) => minors !== null);
  return {
    years,
    takes_minors: isSaid ? years.some(({ minors }) => (minors ?? NaN) > 0) : null,
    more: null,
    more_minors: null,
    capacity: {
      rooms: most((at) => of.capacity[at]?.rooms_needed),
      posts: most((at) => of.capacity[at]?.posts),
      dwellings: most((at) => of.capacity[at]?.dwellings),
    },
    family_in_vote: years.some(({ year }) => optionAt(parameters, 'family_immigration.in_vote', year) === 'yes'),
  };
}

const MINORS = 'settlement.mix.unaccompanied_minor';

/** The points of a draft, in order; `text/` makes the sentences. */
export type DraftPoint =
  | { point: 'settle'; years: VotedYear[] }
  | { point: 'minors'; takes: boolean | null; years: VotedYear[] }
  | { point: 'family'; inside: boolean }
  | { point: 'more'; persons: number | null; minors: number | null }
  | ({ point: 'capacity' } & ResolutionPlan['capacity']);

/** A draft of the vote: a number, minors yes or no, and the two assessments; it never holds a condition. */
export function draftOf(plan: ResolutionPlan): DraftPoint[] {
  const { years, takes_minors: takes } = plan;
  const settle: DraftPoint = { point: 'settle', years };
  if (years.every(({ persons }) => persons === 0)) return [settle];
  return [
    settle,
    { point: 'family', inside: plan.family_in_vote },
    { point: 'minors', takes, years },
    { point: 'more', persons: plan.more, minors: takes ? plan.more_minors : null },
    { point: 'capacity', ...plan.capacity },
  ];
}

/** Whether a draft keeps a rule; `null` where what it turns on has not been said. */
export type RuleCheck = { rule: Rule; kept: boolean | null };

/** Every rule against the draft of a plan. That it sets no condition and no composition is so by how it is made. */
export function checkPlan(plan: ResolutionPlan): RuleCheck[] {
  const kept: Record<Rule, boolean | null> = {
    number: numberKept(plan.years),
    no_reservations: true,
    family_apart: !plan.family_in_vote,
    composition: true,
    needs: true,
    unaccompanied_minors: minorsKept(plan),
    more: plan.more === null ? null : isWhole(plan.more),
    capacity: Object.values(plan.capacity).some(Number.isNaN) ? null : true,
  };
  return RULES.map((rule) => ({ rule, kept: kept[rule] }));
}

function isWhole(persons: number): boolean {
  return Number.isInteger(persons) && persons >= 0;
}

function numberKept(years: VotedYear[]): boolean | null {
  if (years.length === 0 || years.some(({ persons }) => Number.isNaN(persons))) return null;
  return years.every(({ persons }) => isWhole(persons));
}

function minorsKept({ years, takes_minors }: ResolutionPlan): boolean | null {
  if (takes_minors === null) return null;
  return years.every(({ persons, minors }) => minors === null || (isWhole(minors) && minors <= persons));
}
