import { scaleFor } from '$lib/charts/bars';
import type { Threshold } from '$lib/charts/number-line';
import type { Database } from '$lib/database/connection';
import type { ReadCohort } from '$lib/ingest/cohort-file';
import type { ReadScenario } from '$lib/ingest/scenario-file';
import type { CohortRow } from '$lib/model/cohort';
import type { Forecast, Warning } from '$lib/model/forecast';
import { planOf, type Plan } from '$lib/model/plan';
import type { Scenario } from '$lib/model/scenario';
import { valueAt } from '$lib/model/resolve';
import { readOverrides, type Finding } from '$lib/model/settings';
import { mattersMost, sensitivitySteps } from '$lib/model/search';
import { mergeWarnings, warningsOf } from '$lib/model/warnings';
import { inFixedKroner, type Metric, type YearRow } from '$lib/model/year-row';
import { publishedCatalogue } from '$lib/parameters/published';
import type { Change } from '$lib/text/change';
import {
  PERSONS,
  entryFrom,
  exampleEntry,
  isUnder,
  restKey,
  sameSettings,
  withSetting,
  withSettings,
  type Entry,
  type Setting,
} from './entry';
import { Forecasts } from './forecasts';
import { History } from './history.svelte';

/** What the workspace holds: scenarios, the one that is worked on, and the proposal it is measured against. */
export type State = { entries: Entry[]; chosen: number; proposal: number };

/** An entry as it is shown: its plan, forecast and yearly rows, the last in the kroner the view asks for. */
export type Shown = { entry: Entry; plan: Plan; forecast: Forecast; years: YearRow[] };

/** Scales by metric, the same for all compared charts, still while a lever is moved. */
export type Scales = Record<Metric, [number, number]>;

/** Where the database stands: it starts after the first forecast is on the screen. */
export type DatabaseState = 'waiting' | 'starting' | 'ready' | 'failed';

/** How far the number line reaches where nothing asks for more. */
const PERSONS_MOST = 60;
/** How many scenarios are compared at most. */
export const COMPARED_MOST = 6;
/** The largest file that is opened, in bytes. */
const LARGEST_FILE = 50_000_000;
/** Milliseconds of work before the page may draw again. */
const SLICE = 6;
const METRICS: Metric[] = ['net', 'income', 'cost', 'fund', 'in_phase', 'rooms_needed', 'posts', 'dwellings'];

/** Everything the page knows and does about plans. Created by the layout, handed out by context. */
export class Workspace {
  readonly #history: History<State>;
  readonly #forecasts = new Forecasts();
  #database: Database | null = null;
  /** The database's work, one piece after the other: a table is filled and read before it is filled again. */
  #work: Promise<void> = Promise.resolve();
  #scales = $state.raw<Scales>(Object.fromEntries(METRICS.map((metric) => [metric, [0, 1]])) as Scales);
  #rescaled = $state.raw<Metric[]>([]);
  #warnings = $state.raw<Warning[]>([]);
  /** The assumptions that matter most to the chosen plan, found while nothing moves. */
  #matters = $state.raw<string[]>([]);
  #thresholds = $state.raw<Threshold[]>([]);
  #surveyed = '';
  #confirmed = $state.raw<{ of: [Forecast, Forecast]; rows: YearRow[] } | null>(null);
  /** Scenarios that were taken out of the comparison. */
  #leftOut = $state.raw<readonly number[]>([]);
  #nextId = 3;

  /** What must be said of the file last opened; where it was not read, what was loaded before stays. */
  report = $state.raw<{ file: string; findings: Finding[]; isRead: boolean } | null>(null);
  /** Whether amounts are shown in kroner of the first year. */
  fixedKroner = $state(false);
  /** Whether a lever moves and has not come to rest. */
  isMoving = $state(false);
  databaseState = $state<DatabaseState>('waiting');
  databaseError = $state('');

  readonly #chosen = $derived.by(() => this.show(this.entryOf(this.state.chosen)));
  readonly #proposal = $derived.by(() => this.show(this.entryOf(this.state.proposal)));

  constructor(start: State = exampleState()) {
    this.#history = new History(start);
    this.#nextId = Math.max(...start.entries.map(({ id }) => id)) + 1;
    this.settle();
    this.#rescaled = [];
  }

  get state(): State {
    return this.#history.state;
  }

  get history(): History<State> {
    return this.#history;
  }

  /** The scenario that is worked on, as it stands now. */
  get chosen(): Shown {
    return this.#chosen;
  }

  /** The scenario the chosen one is measured against. */
  get proposal(): Shown {
    return this.#proposal;
  }

  get scales(): Scales {
    return this.#scales;
  }

  /** Whether the scale of a metric is another than before the last lever came to rest. */
  isRescaled(metric: Metric): boolean {
    return this.#rescaled.includes(metric);
  }

  /** What must be said of the chosen plan or the proposal, each thing once; it follows when a lever comes to rest. */
  get warnings(): Warning[] {
    return this.#warnings;
  }

  /** The assumptions that matter most to the chosen plan, the weightiest first; none until they are weighed. */
  get matters(): string[] {
    return this.#matters;
  }

  /** Where the next classrooms begin, in order of persons. */
  get thresholds(): Threshold[] {
    return this.#thresholds;
  }

  /** The database's answer for the yearly table, when it is of exactly what is shown. */
  get confirmedRows(): YearRow[] | null {
    const confirmed = this.#confirmed;
    if (!confirmed || confirmed.of[0] !== this.#proposal.forecast || confirmed.of[1] !== this.#chosen.forecast)
      return null;
    return this.fixedKroner ? inFixedKroner(confirmed.rows) : confirmed.rows;
  }

  entryOf(id: number): Entry {
    const entry = this.state.entries.find((each) => each.id === id);
    if (!entry) throw new Error(`no scenario: ${id}`);
    return entry;
  }

  /** An entry with its forecast, made when first asked for. */
  show(entry: Entry): Shown {
    const { plan, forecast, nominal, fixed } = this.#forecasts.of(entry);
    return { entry, plan, forecast, years: this.fixedKroner ? fixed : nominal };
  }

  /** The chosen scenario with another number of settled a year, all else as it stands. */
  withPersons(persons: number): Shown {
    return this.show(this.#forecasts.withPersons(this.#chosen.entry, persons));
  }

  /** Settled a year by a plan: its own number of each year of the plan. */
  path({ plan }: Shown): number[] {
    const { first_year, years } = plan.scenario;
    return Array.from({ length: years }, (_, at) => valueAt(plan.parameters, PERSONS, first_year + at));
  }

  /** Settled in the first year of a plan. */
  persons({ plan }: Shown): number {
    return valueAt(plan.parameters, PERSONS, plan.scenario.first_year);
  }

  /** What IMDi asks for in the first year; `null` where it is not stated. */
  requested({ plan }: Shown): number | null {
    const asked = valueAt(plan.parameters, 'settlement.requested', plan.scenario.first_year);
    return Number.isNaN(asked) ? null : asked;
  }

  /** Settled in the year before the plan, as its opening says; `null` where nobody is known to be. */
  settledBefore({ plan }: Shown): number | null {
    const before = plan.scenario.first_year - 1;
    const own = plan.opening.cells.filter(({ settlement_year }) => settlement_year === before);
    return own.length > 0 ? own.reduce((sum, { persons }) => sum + persons, 0) : null;
  }

  /** How far the number line reaches: further where more is asked, voted or chosen at the start. */
  get personsMost(): number {
    const numbers = [this.requested(this.chosen) ?? 0, this.persons(this.proposal)];
    const own = this.chosen.entry.original[PERSONS];
    if (typeof own === 'number') numbers.push(own);
    return Math.max(PERSONS_MOST, Math.ceil(Math.max(...numbers) / 10) * 10);
  }

  /** Sets a setting of the chosen scenario in all years; `null` gives back what it came with. A locked one is copied first. */
  set(setting: string, value: Setting | null): void {
    const changed = withSetting(this.#unlocked(), setting, value);
    if (sameSettings(changed.scenario.parameters, this.entryOf(this.state.chosen).scenario.parameters)) return;
    this.isMoving = true;
    this.#put(changed, { kind: 'set', name: setting, value });
  }

  /** What makes it impossible to set a setting so; nothing where it can be. `null` gives back what the scenario came with. */
  check(setting: string, value: Setting | null): Finding[] {
    return this.#findings(withSetting(this.#chosen.entry, setting, value));
  }

  /** Takes a setting out of the chosen scenario, so that the standard holds, where that can be. */
  unset(setting: string): Finding[] {
    const { entry } = this.#chosen;
    const kept = Object.entries(entry.scenario.parameters).filter(([known]) => !isUnder(known, setting));
    const changed = withSettings(entry, Object.fromEntries(kept));
    const findings = this.#findings(changed);
    if (findings.length === 0 && !sameSettings(changed.scenario.parameters, entry.scenario.parameters))
      this.#put(withSettings(this.#unlocked(), changed.scenario.parameters), {
        kind: 'set',
        name: setting,
        value: 'standard',
      });
    return findings;
  }

  /** Puts every setting of the chosen scenario back to what it came with. */
  reset(): void {
    const entry = this.#unlocked();
    this.#put(withSettings(entry, entry.original), { kind: 'reset', name: '', value: null });
    this.settle();
  }

  /** Works on the proposal as it stands: a copy of it, for it is locked. */
  toProposal(): void {
    const { entry } = this.#proposal;
    this.#put(withSettings(this.#unlocked(), entry.scenario.parameters), {
      kind: 'to_proposal',
      name: '',
      value: null,
    });
    this.settle();
  }

  /** Whether the chosen scenario differs from the proposal. */
  get isChanged(): boolean {
    return !sameSettings(this.#chosen.entry.scenario.parameters, this.#proposal.entry.scenario.parameters);
  }

  /** Whether a setting or any cell or year of it is set by the chosen scenario. */
  isSet(setting: string): boolean {
    return Object.keys(this.#chosen.entry.scenario.parameters).some((known) => isUnder(known, setting));
  }

  choose(id: number): void {
    this.#write({ ...this.state, chosen: id }, { kind: 'choose', name: this.entryOf(id).source, value: null });
  }

  propose(id: number): void {
    this.#write({ ...this.state, proposal: id }, { kind: 'propose', name: this.entryOf(id).source, value: null });
  }

  /** The scenarios that are compared: the proposal first, then the others in order; at most six, the chosen among them. */
  get compared(): Entry[] {
    const { entries, chosen, proposal } = this.state;
    const rank = ({ id }: Entry): number => (id === proposal ? 0 : id === chosen ? 1 : 2);
    return entries
      .filter(({ id }) => id === proposal || !this.#leftOut.includes(id))
      .sort((a, b) => rank(a) - rank(b))
      .slice(0, COMPARED_MOST)
      .sort((a, b) => Number(b.id === proposal) - Number(a.id === proposal) || entries.indexOf(a) - entries.indexOf(b));
  }

  /** Takes a scenario out of the comparison or into it; what is not shown now stays out. */
  compare(id: number, isCompared: boolean): void {
    const others = this.compared.map((entry) => entry.id).filter((each) => each !== id);
    const shown = isCompared ? [...others, id] : others;
    this.#leftOut = this.state.entries.map((entry) => entry.id).filter((each) => !shown.includes(each));
  }

  /** A copy of a scenario as it stands, unlocked, under a name; it is the one worked on from now. */
  duplicate(id: number, name: string | null): void {
    const of = this.entryOf(id);
    const copy = { ...of, id: this.#nextId++, name, locked: false, original: of.scenario.parameters };
    this.#write(
      { ...this.state, entries: [...this.state.entries, copy], chosen: copy.id },
      { kind: 'duplicate', name: name ?? copy.source, value: null },
    );
  }

  rename(id: number, name: string): void {
    this.#replace({ ...this.entryOf(id), name: name.trim() || null }, { kind: 'rename', name, value: null });
  }

  lock(id: number, locked: boolean): void {
    const entry = this.entryOf(id);
    this.#replace({ ...entry, locked }, { kind: locked ? 'lock' : 'unlock', name: entry.source, value: null });
  }

  /** Takes a scenario away; the last one and a locked one stay. */
  remove(id: number): void {
    const { entries, chosen, proposal } = this.state;
    const rest = entries.filter((entry) => entry.id !== id);
    const [first] = rest;
    if (!first || this.entryOf(id).locked) return;
    this.#write(
      {
        entries: rest,
        chosen: chosen === id ? (rest.at(-1) ?? first).id : chosen,
        proposal: proposal === id ? first.id : proposal,
      },
      { kind: 'remove', name: this.entryOf(id).source, value: null },
    );
  }

  /** Adds a scenario that comes with the application and works on it. */
  openExample(name: string): void {
    this.#add(exampleEntry(name, this.#nextId++));
  }

  /** Begins with a scenario in place of all others: it is the proposal, locked, and a copy of it is worked on. */
  begin(scenario: Scenario, source: string): void {
    const { entry, findings } = entryFrom(scenario, source, this.#nextId++);
    this.report = entry ? null : { file: source, findings, isRead: false };
    if (!entry) return;
    const own = { ...entry, id: this.#nextId++ };
    this.#write(
      { entries: [{ ...entry, locked: true }, own], chosen: own.id, proposal: entry.id },
      { kind: 'open', name: source, value: null },
    );
  }

  undo(): void {
    this.#history.undo();
    this.settle();
  }

  redo(): void {
    this.#history.redo();
    this.settle();
  }

  /** Shows the state as it was after a step of the log. */
  jump(step: number): void {
    this.#history.jump(step);
    this.settle();
  }

  /** Begins with what a link holds instead of the example. */
  replace(state: State): void {
    this.#nextId = Math.max(this.#nextId, ...state.entries.map(({ id }) => id + 1));
    this.#history.restart(state);
    this.settle();
    this.#rescaled = [];
  }

  /** A lever came to rest: scales that hold what is compared and every number the line reaches, and what must be said. */
  settle(): void {
    this.isMoving = false;
    this.#history.rest();
    const rows = [0, this.personsMost]
      .flatMap((persons) => this.withPersons(persons).years)
      .concat(...this.state.entries.slice(0, COMPARED_MOST).map((entry) => this.show(entry).years));
    const before = this.#scales;
    this.#scales = Object.fromEntries(
      METRICS.map((metric) => [metric, steadyScale(before[metric], scaleFor(rows.map((row) => row[metric])))]),
    ) as Scales;
    this.#rescaled = METRICS.filter((metric) => this.#scales[metric] !== before[metric]);
    this.#warnings = mergeWarnings(
      [this.proposal, this.chosen].flatMap(({ forecast, plan, entry }) =>
        warningsOf(forecast, plan.opening, plan.parameters, entry.municipality !== null, this.#matters),
      ),
    );
  }

  /** Tries every number of the line, a few at a time, for where the next classrooms begin; a new setting ends it. */
  async survey(): Promise<void> {
    const key = restKey(this.#chosen.entry);
    if (key === this.#surveyed) return;
    const found: Threshold[] = [];
    let before = peakRooms(this.withPersons(0));
    let until = performance.now() + SLICE;
    for (let persons = 1; persons <= this.personsMost; persons += 1) {
      if (performance.now() > until) {
        await rest();
        if (key !== restKey(this.#chosen.entry)) return;
        until = performance.now() + SLICE;
      }
      const rooms = peakRooms(this.withPersons(persons));
      if (rooms > before) found.push({ persons, rooms });
      before = Math.max(before, rooms);
    }
    this.#surveyed = key;
    this.#thresholds = found;
  }

  /** Seeks the assumptions that matter most to the chosen plan, a few at a time; a lever that moves ends the search. */
  async weighAssumptions(): Promise<void> {
    const { forecast, plan } = this.#chosen;
    const steps = sensitivitySteps(plan);
    for (;;) {
      const until = performance.now() + SLICE;
      while (performance.now() < until) {
        const { done, value } = steps.next();
        if (!done) continue;
        this.#matters = mattersMost(value);
        this.settle();
        return;
      }
      await rest();
      if (forecast !== this.#chosen.forecast) return;
    }
  }

  /** Opens a file: a scenario is added and worked on, a cohort becomes the opening of all. A defect changes nothing. */
  async open(file: File): Promise<void> {
    const findings = await this.#read(file);
    const isRead = findings.every(({ severity }) => severity === 'warning');
    this.report = findings.length > 0 ? { file: file.name, findings, isRead } : null;
  }

  /** Starts DuckDB, lets it read the cohort files, and takes the openings from it. */
  async startDatabase(): Promise<void> {
    if (this.databaseState !== 'waiting') return;
    this.databaseState = 'starting';
    try {
      const { openInBrowser } = await import('$lib/database/browser');
      this.#database = await openInBrowser();
      this.databaseState = 'ready';
      await this.confirm();
    } catch (error) {
      this.databaseState = 'failed';
      this.databaseError = error instanceof Error ? error.message : String(error);
    }
  }

  /** Puts the proposal's and the chosen forecast in the database and takes the yearly table from it. */
  async confirm(): Promise<void> {
    const database = this.#database;
    if (!database) return;
    const { fillForecasts, yearlyRows } = await import('$lib/database/plan-tables');
    await this.#inOrder(async () => {
      const [proposal, chosen] = [this.#proposal, this.#chosen];
      if (this.#confirmed?.of[0] === proposal.forecast && this.#confirmed.of[1] === chosen.forecast) return;
      const named = [proposal, chosen].map(({ entry, plan, forecast }) => ({
        name: String(entry.id),
        plan,
        forecast,
      }));
      await fillForecasts(database, proposal.entry.id === chosen.entry.id ? named.slice(1) : named);
      this.#confirmed = { of: [proposal.forecast, chosen.forecast], rows: await yearlyRows(database) };
    });
  }

  /** Runs a piece of work when all before it is done; a failure is shown and holds up nothing after it. */
  #inOrder(work: () => Promise<void>): Promise<void> {
    this.#work = this.#work.then(work).catch((error: unknown) => {
      this.databaseState = 'failed';
      this.databaseError = error instanceof Error ? error.message : String(error);
    });
    return this.#work;
  }

  #findings({ scenario }: Entry): Finding[] {
    return readOverrides(publishedCatalogue, scenario.parameters, scenario).findings;
  }

  /** The chosen entry, or a copy of it under a new id where it is locked. */
  #unlocked(): Entry {
    const entry = this.entryOf(this.state.chosen);
    return entry.locked ? { ...entry, id: this.#nextId++, name: null, locked: false } : entry;
  }

  /** Puts an entry in its place, or last where it is new, and works on it. */
  #put(entry: Entry, change: Change): void {
    const { entries } = this.state;
    const known = entries.some(({ id }) => id === entry.id);
    const next = known ? entries.map((each) => (each.id === entry.id ? entry : each)) : [...entries, entry];
    this.#history.write({ ...this.state, entries: next, chosen: entry.id }, change);
  }

  #replace(entry: Entry, change: Change): void {
    const entries = this.state.entries.map((each) => (each.id === entry.id ? entry : each));
    this.#write({ ...this.state, entries }, change);
  }

  #write(state: State, change: Change): void {
    this.#history.write(state, change);
    this.settle();
  }

  #add(entry: Entry): void {
    this.report = null;
    this.#write(
      { ...this.state, entries: [...this.state.entries, entry], chosen: entry.id },
      { kind: 'open', name: entry.source, value: null },
    );
  }

  async #read(file: File): Promise<Finding[]> {
    if (file.size > LARGEST_FILE) {
      const [found, allowed] = [file.size, LARGEST_FILE].map((bytes) => `${Math.round(bytes / 1e6)} MB`);
      return [{ code: 'too-large', severity: 'error', path: '', found, allowed }];
    }
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (file.name.toLowerCase().endsWith('.json')) {
      const [{ decode }, { readScenario }] = await Promise.all([
        import('$lib/ingest/encoding'),
        import('$lib/ingest/scenario-file'),
      ]);
      return this.#openScenario(file.name, readScenario(decode(bytes)));
    }
    const [{ readTables }, { readCohortTables }] = await Promise.all([
      import('$lib/ingest/tables'),
      import('$lib/ingest/cohort-file'),
    ]);
    const { tables, findings } = await readTables(file.name, bytes);
    if (findings.some(({ severity }) => severity === 'error')) return findings;
    return [...findings, ...(await this.#openCohort(readCohortTables(tables)))];
  }

  #openScenario(name: string, { scenario, findings }: ReadScenario): Finding[] {
    if (!scenario) return findings;
    const read = entryFrom(scenario, name, this.#nextId++);
    if (read.entry) this.#add(read.entry);
    return read.findings;
  }

  async #openCohort({ rows, findings }: ReadCohort): Promise<Finding[]> {
    if (findings.length > 0) return findings;
    const { entries } = this.state;
    const wrong = entries
      .map(({ scenario }) => planOf(publishedCatalogue, scenario, rows, []).findings)
      .find((found) => found.length > 0);
    if (wrong) return wrong;
    const read = await Promise.all(entries.map((entry) => this.#viewed(rows, entry.scenario.first_year - 1)));
    this.#write(
      { ...this.state, entries: entries.map((entry, at) => ({ ...entry, rows: read[at] ?? rows, ownRows: true })) },
      { kind: 'open_people', name: '', value: null },
    );
    return [];
  }

  /** The rows of a year of observation as the database reads them, or as they are where it does not run. */
  async #viewed(rows: CohortRow[], year: number): Promise<CohortRow[]> {
    const database = this.#database;
    if (!database || rows.length === 0) return rows;
    let viewed = rows;
    await this.#inOrder(async () => {
      const { openingRows } = await import('$lib/database/opening');
      const { cohortCsv } = await import('$lib/ingest/cohort-file');
      viewed = await openingRows(database, cohortCsv(rows), year);
    });
    return viewed;
  }
}

/** How little of a scale may be used before it gives way to a closer one. */
const LEAST_USED = 0.6;

/** The scale as it is, where what is drawn now fits it well. */
function steadyScale(old: [number, number], now: [number, number]): [number, number] {
  const fits = old[0] <= now[0] && now[1] <= old[1] && now[1] - now[0] >= LEAST_USED * (old[1] - old[0]);
  return fits ? old : now;
}

function rest(): Promise<void> {
  return new Promise((resume) => setTimeout(resume));
}

function peakRooms({ forecast }: Shown): number {
  return Math.max(...forecast.capacity.map(({ rooms_needed }) => rooms_needed));
}

/** Where the application opens: Herøy's proposal of ten a year, locked, and forty beside it. */
function exampleState(): State {
  return {
    entries: [{ ...exampleEntry('heroy-10', 1), locked: true }, exampleEntry('heroy-40', 2)],
    chosen: 2,
    proposal: 1,
  };
}
