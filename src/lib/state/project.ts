import {
  projectText,
  readProject,
  type Logged,
  type Project,
  type ProjectEntry,
  type Result,
} from '$lib/ingest/project-file';
import { PROJECT_FORMAT } from '$lib/ingest/project-migration';
import { sizeFindings } from '$lib/ingest/scenario-file';
import type { Catalogue } from '$lib/model/catalogue';
import { forecastOf } from '$lib/model/plan';
import type { Finding } from '$lib/model/settings';
import { questionsFor } from '$lib/model/question';
import { netInPlanAndTail } from '$lib/model/year-row';
import { publishedCatalogue } from '$lib/parameters/published';
import type { View } from '$lib/text/figures';
import { entryFrom, planFor, type Entry, type State } from './entry';
import { catalogueOf } from './rates';

/** What a workspace holds that a project keeps. */
export type Held = Pick<Project, 'mode' | 'mappings'> & {
  state: State;
  /** Entries whose people may not be given out as they stand. */
  unseen: Entry[];
  /** What was done before the project was last saved, and since. */
  earlier: readonly Logged[];
  changes: Logged['change'][];
  view: View;
  fixedKroner: boolean;
};

/** An entry that gives other figures now than when it was saved. */
export type Moved = { entry: Entry; then: Result; now: Result };

/** A project that was read, all that was changed in an older one, and every figure that is another now. */
export type OpenedProject = { held: Held; version: string; saved: string | null; changes: Finding[]; moved: Moved[] };

/** Lines of the log to keep; the oldest give way. */
const LOG_KEPT = 1000;
/** Kroner within which two results are the same. */
const SAME = 2;

/** The text of a project file, or what makes it impossible: what is saved can be opened. `saved` as ISO time. */
export function writeProject(held: Held, saved: string, version: string): { text: string; findings: Finding[] } {
  const text = projectText(projectOf(held, saved, version));
  const unpublished = held.unseen.map(({ name, source }): Finding => ({
    code: 'not-published',
    severity: 'error',
    path: name ?? source,
  }));
  const tooLarge = sizeFindings(new TextEncoder().encode(text).length);
  return {
    text,
    findings: [...unpublished, ...tooLarge, ...readProject(JSON.parse(text), publishedCatalogue).findings],
  };
}

/** What a workspace holds, as a project. */
export function projectOf(held: Held, saved: string, version: string): Project {
  const { state, earlier, changes, view, fixedKroner, mode, mappings } = held;
  const of = catalogueOf(state.rates);
  const placeOf = (id: number): number => state.entries.findIndex((entry) => entry.id === id);
  return {
    format: PROJECT_FORMAT,
    version,
    saved,
    mode,
    entries: state.entries.map((entry) => savedEntry(entry, of)),
    chosen: placeOf(state.chosen),
    proposal: placeOf(state.proposal),
    accounts: [...state.accounts],
    rates: [...state.rates],
    questions: [...questionsFor(mode, state.questions)],
    seed: state.seed,
    mappings,
    view: { thousands: view.thousands, cost_positive: view.costPositive, fixed_kroner: fixedKroner },
    log: [...earlier, ...changes.map((change) => ({ change, when: saved }))].slice(-LOG_KEPT),
  };
}

/** A project from the value of a JSON file, its entries numbered from `firstId`; or everything that is wrong with it. */
export function openProject(
  value: unknown,
  firstId: number,
): { opened: OpenedProject; findings: [] } | { opened: null; findings: Finding[] } {
  const { project, findings, changes } = readProject(value, publishedCatalogue);
  if (!project) return { opened: null, findings };
  const read = project.entries.map((saved, at) => openedEntry(saved, firstId + at));
  const wrong = read.flatMap((each, at) =>
    each.findings.map((finding) => ({ ...finding, path: `entries[${at}].scenario.${finding.path}` })),
  );
  if (wrong.length > 0) return { opened: null, findings: wrong };
  const entries = read.flatMap(({ entry }) => entry ?? []);
  const { mode, accounts, rates, questions, seed, mappings, view, log, version, saved } = project;
  const held: Held = {
    state: {
      entries,
      chosen: firstId + project.chosen,
      proposal: firstId + project.proposal,
      accounts,
      rates,
      questions,
      seed,
    },
    unseen: [],
    earlier: log,
    changes: [],
    view: { thousands: view.thousands, costPositive: view.cost_positive },
    fixedKroner: view.fixed_kroner,
    mode,
    mappings,
  };
  const moved = movedOf(entries, project.entries, catalogueOf(rates));
  return { opened: { held, version, saved, changes, moved }, findings: [] };
}

function savedEntry(entry: Entry, of: Catalogue): ProjectEntry {
  const { scenario, name, source, locked, original, rows, ownRows } = entry;
  const result = resultOf(entry, of);
  const isInline = typeof scenario.opening !== 'string' && scenario.opening === rows;
  return { scenario, name, source, locked, original, rows: ownRows && !isInline ? rows : null, result };
}

function openedEntry({ scenario, name, source, locked, original, rows }: ProjectEntry, id: number) {
  const read = entryFrom(scenario, source, id, rows);
  return read.entry ? { entry: { ...read.entry, name, locked, original }, findings: [] } : read;
}

/** Net in the plan and in the years after it, whole kroner. */
function resultOf(entry: Entry, of: Catalogue): Result {
  const { plan, tail } = netInPlanAndTail(forecastOf(planFor(entry, of)).result);
  const whole = (kroner: number | null): number | null => (kroner === null ? null : Math.round(kroner));
  return { plan: whole(plan), tail: whole(tail) };
}

function movedOf(entries: Entry[], saved: ProjectEntry[], of: Catalogue): Moved[] {
  return entries.flatMap((entry, at) => {
    const then = saved[at]?.result;
    if (!then) return [];
    const now = resultOf(entry, of);
    return isSame(then.plan, now.plan) && isSame(then.tail, now.tail) ? [] : [{ entry, then, now }];
  });
}

function isSame(then: number | null, now: number | null): boolean {
  return then === null || now === null ? then === now : Math.abs(then - now) <= SAME;
}
