import { isUnder, type Override } from '$lib/model/overrides';
import type { AccountsRow } from '$lib/ingest/accounts-row';
import type { CohortRow } from '$lib/model/cohort';
import type { Catalogue } from '$lib/model/catalogue';
import { planOf, type Plan } from '$lib/model/plan';
import type { AskedQuestion } from '$lib/model/question';
import type { RateSet } from '$lib/model/rate-set';
import type { Scenario } from '$lib/model/scenario';
import type { Finding } from '$lib/model/settings';
import { cohortRows, examples } from '$lib/parameters/examples';
import { municipalityOf, municipalityOverrides, type Municipality } from '$lib/parameters/municipalities';
import { publishedCatalogue } from '$lib/parameters/published';

/** The parameter a council votes on. */
export const PERSONS = 'settlement.persons';
/** How many a scenario may settle in a year. */
export const PERSONS_LIMIT = publishedCatalogue.parameters.get(PERSONS)?.range?.max ?? NaN;

/** A setting of a scenario: a number, or the name of an option. */
export type Setting = number | string | boolean;
export type Settings = Record<string, Setting>;

/** A scenario of the workspace. Immutable: a change makes a new entry with the same id. */
export type Entry = {
  id: number;
  /** What the user calls it; `null` until then, and its scenario's title stands. */
  name: string | null;
  /** The file or the example it was opened from. */
  source: string;
  scenario: Scenario;
  rows: CohortRow[];
  /** Whether the rows came with a file of the user's: such rows are never put in a link. */
  ownRows: boolean;
  municipality: Municipality | null;
  /** A locked scenario is shown and copied, never changed. */
  locked: boolean;
  /** The settings it came with, which a reset returns to. */
  original: Settings;
};

/**
 * What the workspace holds: scenarios, the one that is worked on, the proposal it is measured against, and the accounts of
 * an own file, each row with its source; none until one is read.
 */
export type State = {
  entries: Entry[];
  chosen: number;
  proposal: number;
  accounts: readonly AccountsRow[];
  rates: readonly RateSet[];
  /** What was asked of figures, and answered so far. */
  questions: readonly AskedQuestion[];
  /** What the futures are drawn from; the same seed gives the same futures. */
  seed: number;
};

/** An entry with a setting in place of all that is under it; `null` gives back what the scenario came with. */
export function withSetting(entry: Entry, setting: string, value: Setting | null): Entry {
  const kept = Object.entries(entry.scenario.parameters).filter(([known]) => !isUnder(known, setting));
  const own = Object.entries(entry.original).filter(([known]) => isUnder(known, setting));
  const put: [string, Setting][] = value === null ? own : [[setting, value]];
  return withSettings(entry, Object.fromEntries([...kept, ...put]));
}

/** An entry with other settings. */
export function withSettings(entry: Entry, parameters: Settings): Entry {
  return { ...entry, scenario: { ...entry.scenario, parameters } };
}

/** Whether two lists of settings say the same, whatever their order. */
export function sameSettings(a: Settings, b: Settings): boolean {
  return keyOf(a) === keyOf(b);
}

function keyOf(settings: Settings): string {
  return JSON.stringify(Object.entries(settings).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** All of an entry but the number of settled. */
export function restKey(entry: Entry): string {
  const rest = Object.entries(entry.scenario.parameters).filter(([setting]) => !isUnder(setting, PERSONS));
  return `${entry.id} ${rowsName(entry.rows)} ${keyOf(Object.fromEntries(rest))}`;
}

const rowsNames = new WeakMap<CohortRow[], number>();
let rowsNamed = 0;

/** A number for rows, other for other rows. */
function rowsName(rows: CohortRow[]): number {
  const name = rowsNames.get(rows) ?? (rowsNamed += 1);
  rowsNames.set(rows, name);
  return name;
}

/**
 * The plan of an entry with the parameters of a catalogue; what its last plan has in common with it is shared. What is common
 * to a group gives way to what the scenario sets.
 */
export function planFor(entry: Entry, of: Catalogue, last?: Plan, common: Override[] = []): Plan {
  const known = [...knownOf(entry.municipality), ...common];
  const { plan, findings } = planOf(of, entry.scenario, entry.rows, known, last);
  if (!plan) throw new Error(`findings: ${JSON.stringify(findings)}`);
  return plan;
}

function knownOf(municipality: Municipality | null) {
  return municipalityOverrides(municipality, publishedCatalogue.parameters.get('staff.tax_zone')?.options ?? []);
}

/** An entry from a valid scenario, or what is wrong with its settings or its opening. `own` rows take its place. */
export function entryFrom(
  scenario: Scenario,
  source: string,
  id: number,
  own: CohortRow[] | null = null,
): { entry: Entry; findings: [] } | { entry: null; findings: Finding[] } {
  const opening = own === null ? openingOf(scenario) : { rows: own, ownRows: own.length > 0, findings: [] };
  const municipality = municipalityOf(scenario.municipality);
  const findings = [
    ...opening.findings,
    ...planOf(publishedCatalogue, scenario, opening.rows, knownOf(municipality)).findings,
  ];
  if (findings.length > 0) return { entry: null, findings };
  const { rows, ownRows } = opening;
  const original = scenario.parameters;
  return {
    entry: { id, name: null, source, scenario, rows, ownRows, municipality, locked: false, original },
    findings: [],
  };
}

/** The scenario of an entry with the people it has now, where they are its own; from it comes an entry with the same. */
export function scenarioOf({ scenario, rows, ownRows }: Entry): Scenario {
  return ownRows ? { ...scenario, opening: rows } : scenario;
}

/** An entry from a scenario that comes with the application. */
export function exampleEntry(name: string, id: number): Entry {
  const example = examples.find((known) => known.name === name);
  if (!example) throw new Error(`no example: ${name}`);
  const { entry, findings } = entryFrom(example.scenario, name, id);
  if (!entry) throw new Error(`example ${name}: ${JSON.stringify(findings)}`);
  return entry;
}

/** The rows of a scenario's opening: its own, or those of a file that comes with the application. */
function openingOf({ opening }: Scenario): { rows: CohortRow[]; ownRows: boolean; findings: Finding[] } {
  if (typeof opening !== 'string') return { rows: opening, ownRows: opening.length > 0, findings: [] };
  const rows = cohortRows(opening);
  if (rows === null)
    return {
      rows: [],
      ownRows: false,
      findings: [{ code: 'no-file', severity: 'error', path: 'opening', found: opening }],
    };
  return { rows, ownRows: false, findings: [] };
}
