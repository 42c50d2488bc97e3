import type { Catalogue } from '$lib/model/catalogue';
import { planOf } from '$lib/model/plan';
import { MOST_QUESTIONS } from '$lib/model/question';
import { RateSet } from '$lib/model/rate-set';
import { CohortRowInput, Scenario } from '$lib/model/scenario';
import { readOverrides, type Finding } from '$lib/model/settings';
import { z } from '$lib/model/zod';
import { AccountsRow } from './accounts-row';
import { identifiersInProject } from './project-identifiers';
import { FIRST_SEED } from '$lib/model/futures';
import { Question } from './questions-file';
import { readRates } from './rates-file';
import { isObject, migrate, PROJECT_FORMAT } from './project-migration';
import { writtenRow, writtenScenario } from './scenario-file';
import { schemaFindings } from './schema-findings';

const Setting = z.union([z.number(), z.string(), z.boolean()]);
const Settings = z.record(z.string(), Setting);

/** What can stand in a log; `value` belongs to `set`. */
const Change = z.strictObject({
  kind: z.enum([
    'start',
    'set',
    'reset',
    'to_proposal',
    'choose',
    'propose',
    'duplicate',
    'rename',
    'lock',
    'unlock',
    'remove',
    'open',
    'open_people',
    'open_rates',
    'remove_rates',
    'approve_rates',
    'draft_rates',
    'use_accounts',
    'drop_accounts',
    'draw',
    'ask',
    'answer',
    'remove_question',
    'open_questions',
  ]),
  name: z.string(),
  value: Setting.nullable(),
});

const Words = z.record(z.string(), z.string());
/** What somebody decided about files with the same headings, as `Choices`. */
const FileChoices = z.strictObject({ columns: Words, values: Words, answers: Words });

/** What an entry gave when it was saved: net in the plan and in the years after it, kroner; `null` where a rate is unknown. */
const Result = z.strictObject({ plan: z.number().nullable(), tail: z.number().nullable() });
export type Result = z.infer<typeof Result>;

const ProjectEntry = z.strictObject({
  scenario: Scenario,
  /** What the user calls it; `null` where the title of the scenario stands. */
  name: z.string().nullable(),
  /** The file or the example it was opened from. */
  source: z.string(),
  locked: z.boolean(),
  /** The settings it came with, which a reset returns to. */
  original: Settings,
  /** The people of an own file, as in a cohort file; `null` where they are those of the scenario. */
  rows: z.array(CohortRowInput).nullable(),
  result: Result.nullable(),
});

/** A project: scenarios with their people, accounts, rates and what was done. docs/project-file.md says it in words. */
export const Project = z
  .strictObject({
    format: z.literal(PROJECT_FORMAT),
    /** The version of Bosett that saved it, and when; without them it came from an older form. */
    version: z.string(),
    saved: z.iso.datetime().nullable(),
    /** Whether it holds all that was loaded, or only what may be published. */
    mode: z.enum(['private', 'public']).default('private'),
    entries: z.array(ProjectEntry).min(1).max(200),
    /** Places in `entries`, the first is 0: the one worked on, and the one it is measured against. */
    chosen: z.int().min(0),
    proposal: z.int().min(0),
    accounts: z.array(AccountsRow).default([]),
    rates: z.array(RateSet).default([]),
    /** What was asked of figures, and answered so far. */
    questions: z.array(Question).max(MOST_QUESTIONS).default([]),
    /** What the futures are drawn from. */
    seed: z.int32().default(FIRST_SEED),
    /** What was decided about files, by their headings: the column of each heading and the answers to questions. */
    mappings: z.record(z.string(), FileChoices).default({}),
    view: z
      .strictObject({ thousands: z.boolean(), cost_positive: z.boolean(), fixed_kroner: z.boolean() })
      .default({ thousands: false, cost_positive: false, fixed_kroner: false }),
    /** What was done, oldest first, and in which save it was first kept. */
    log: z
      .array(z.strictObject({ change: Change, when: z.iso.datetime() }))
      .max(10_000)
      .default([]),
  })
  .check(({ value, issues }) => {
    for (const key of ['chosen', 'proposal'] as const)
      if (value[key] >= value.entries.length)
        issues.push({
          code: 'custom',
          path: [key],
          input: value[key],
          params: { code: 'no-entry' },
          message: `0-${value.entries.length - 1}`,
        });
  });
export type Project = z.infer<typeof Project>;
export type ProjectEntry = z.infer<typeof ProjectEntry>;
/** A line of the log. */
export type Logged = Project['log'][number];

/** What a project file gives, with all that was changed in an older one; or everything that is wrong with it. */
export type ReadProject =
  { project: Project; findings: []; changes: Finding[] } | { project: null; findings: Finding[]; changes: [] };

/** A project from the value of a JSON file. `of` tells which settings there are. */
export function readProject(value: unknown, of: Catalogue): ReadProject {
  const personal = identifiersInProject(value);
  if (personal.length > 0) return { project: null, findings: personal, changes: [] };
  const migrated = migrate(value);
  if ('finding' in migrated) return { project: null, findings: [migrated.finding], changes: [] };
  const parsed = Project.safeParse(migrated.value);
  const findings = [
    ...(parsed.success ? [] : schemaFindings(parsed.error.issues, migrated.value)),
    ...ratesOf(migrated.value).flatMap((set, at) => ratesFindings(set, `rates[${at}]`, of)),
    ...entriesOf(migrated.value).flatMap((entry, at) => entryFindings(entry, `entries[${at}]`, of)),
  ];
  return parsed.success && findings.length === 0
    ? { project: parsed.data, findings: [], changes: migrated.changes }
    : { project: null, findings, changes: [] };
}

/** The text of a project file. Hidden counts are written as in a cohort file. */
export function projectText(project: Project): string {
  return `${JSON.stringify({ ...project, entries: project.entries.map(writtenEntry) }, null, 1)}\n`;
}

function writtenEntry({ scenario, rows, ...entry }: ProjectEntry): unknown {
  return { ...entry, scenario: writtenScenario(scenario), rows: rows && rows.map(writtenRow) };
}

function ratesOf(value: unknown): unknown[] {
  return isObject(value) && Array.isArray(value['rates']) ? value['rates'] : [];
}

/** What of a rate set does not fit the parameters, whatever else is wrong with the file. */
function ratesFindings(set: unknown, path: string, of: Catalogue): Finding[] {
  if (!RateSet.safeParse(set).success) return [];
  return readRates(set, of).findings.map((finding) => ({ ...finding, path: `${path}.${finding.path}` }));
}

function entriesOf(value: unknown): unknown[] {
  return isObject(value) && Array.isArray(value['entries']) ? value['entries'] : [];
}

/** What the settings and the people of an entry lack, whatever else is wrong with the file. */
function entryFindings(entry: unknown, path: string, of: Catalogue): Finding[] {
  const scenario = Scenario.safeParse(isObject(entry) ? entry['scenario'] : undefined);
  if (!isObject(entry) || !scenario.success) return [];
  const own = z.array(CohortRowInput).safeParse(entry['rows']);
  const { opening } = scenario.data;
  const rows = own.data ?? (typeof opening === 'string' ? [] : opening);
  const original = Settings.safeParse(entry['original']);
  const at = (findings: Finding[], from: string, to: string): Finding[] =>
    findings.map((finding) => ({ ...finding, path: `${path}.${finding.path.replace(from, to)}` }));
  return [
    ...at(planOf(of, scenario.data, rows, []).findings, 'parameters', 'scenario.parameters').map((finding) => ({
      ...finding,
      path: finding.path.replace(`${path}.opening`, own.success ? `${path}.rows` : `${path}.scenario.opening`),
    })),
    ...(original.success ? at(readOverrides(of, original.data, scenario.data).findings, 'parameters', 'original') : []),
  ];
}
