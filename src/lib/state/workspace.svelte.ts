import { isUnder } from '$lib/model/overrides';
import { untrack } from 'svelte';
import { COUNTED, FIRST_SEED, type FuturesPart } from '$lib/model/futures';
import { scaleFor } from '$lib/charts/bars';
import type { Threshold } from '$lib/charts/number-line';
import type { Database } from '$lib/database/connection';
import type { AccountsRow } from '$lib/ingest/accounts-row';
import type { Logged } from '$lib/ingest/project-file';
import type { Choices } from '$lib/ingest/reading';
import type { ReadFile } from '$lib/ingest/read-file';
import type { ReadScenario } from '$lib/ingest/scenario-file';
import type { CohortRow } from '$lib/model/cohort';
import type { Catalogue } from '$lib/model/catalogue';
import type { Forecast, Warning } from '$lib/model/forecast';
import { movedFigures, type MovedFigure } from '$lib/model/moved';
import { planOf, type Plan } from '$lib/model/plan';
import { MOST_QUESTIONS, mergedQuestions, type AskedQuestion } from '$lib/model/question';
import type { RateSet } from '$lib/model/rate-set';
import type { Scenario } from '$lib/model/scenario';
import { valueAt } from '$lib/model/resolve';
import { readOverrides, type Finding } from '$lib/model/settings';
import { mattersMost, sensitivitySteps } from '$lib/model/search';
import { mergeWarnings, warningsOf } from '$lib/model/warnings';
import { inFixedKroner, type Metric, type YearRow } from '$lib/model/year-row';
import { publishedCatalogue } from '$lib/parameters/published';
import type { Protection } from '$lib/protect/publish';
import type { Change } from '$lib/text/change';
import type { View } from '$lib/text/figures';
import {
  PERSONS,
  entryFrom,
  exampleEntry,
  restKey,
  sameSettings,
  withSetting,
  withSettings,
  type Entry,
  type Setting,
  type State,
} from './entry';
import { Forecasts } from './forecasts';
import { Futures } from './futures.svelte';
import { History } from './history.svelte';
import type { Held, OpenedProject } from './project';
import { catalogueOf } from './rates';
import { rest } from './rest';
import { Publishing } from './publishing.svelte';
import type { People } from './storage';

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
/** The share of a figure that new rates must move it by to be named. */
const MOVED = 0.01;
/** Milliseconds of work before the page may draw again. */
const SLICE = 6;
const METRICS: Metric[] = ['net', 'income', 'cost', 'fund', 'in_phase', 'rooms_needed', 'posts', 'dwellings'];
const NO_SCALES = Object.fromEntries(METRICS.map((metric) => [metric, [0, 0]])) as Scales;

/** Everything the page knows and does about plans. Created by the layout, handed out by context. */
export class Workspace {
  readonly #history: History<State>;
  readonly #forecasts = new Forecasts();
  /**
   * Whether everybody sees the screen, and how small numbers are then protected. It is no part of the state: undoing a lever
   * must never show the numbers that are hidden.
   */
  readonly publishing = new Publishing();
  readonly futures = new Futures();
  /** Screens that show futures. */
  #watchers = 0;
  #database: Database | null = null;
  /** The database's work, one piece after the other: a table is filled and read before it is filled again. */
  #work: Promise<void> = Promise.resolve();
  #scales = $state.raw<Scales>(NO_SCALES);
  #rescaled = $state.raw<Metric[]>([]);
  #warnings = $state.raw<Warning[]>([]);
  /** The assumptions that matter most to the chosen plan, found while nothing moves. */
  #matters = $state.raw<string[]>([]);
  #thresholds = $state.raw<Threshold[]>([]);
  #surveyed = '';
  /** The parameters that what was found rests on. */
  #settled: Catalogue = publishedCatalogue;
  /** What the last change of own rates moved, and the entry and parameters it was found for. */
  #moved = $state.raw<{ of: Entry; by: Catalogue; figures: MovedFigure[] } | null>(null);
  #confirmed = $state.raw<{ of: [Forecast, Forecast]; rows: YearRow[] } | null>(null);
  /** Scenarios that were taken out of the comparison. */
  #leftOut = $state.raw<readonly number[]>([]);
  #nextId = 3;

  /** What must be said of the file last opened; where it was not read, what was loaded before stays. */
  report = $state.raw<{ file: string; findings: Finding[]; isRead: boolean } | null>(null);
  /** A project that was read and waits for a yes: it is older, gives other figures now, or takes the place of work. */
  waiting = $state.raw<{ name: string; opened: OpenedProject; replaces: boolean } | null>(null);
  /** What was done before the open project was saved; it cannot be undone. */
  earlier = $state.raw<readonly Logged[]>([]);
  /** What was chosen for files, by their headings: the next one with the same headings is read so. */
  mappings = $state.raw<Record<string, Choices>>({});
  /** How amounts are written. */
  view = $state.raw<View>({ thousands: false, costPositive: false });
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

  /** The parameters every plan is made of: the published, and the municipality's own rates over them. */
  get catalogue(): Catalogue {
    return catalogueOf(this.state.rates);
  }

  /** Figures of the chosen plan that the last change of own rates moved by more than one per cent; `null` once undone, or of another plan. */
  get movedByRates(): MovedFigure[] | null {
    const moved = this.#moved;
    return moved?.of === this.#chosen.entry && moved.by === this.catalogue ? moved.figures : null;
  }

  /** The scenario that is worked on, as it stands now. */
  get chosen(): Shown {
    return this.#chosen;
  }

  /** The scenario the chosen one is measured against. */
  get proposal(): Shown {
    return this.#proposal;
  }

  /** The futures of a scenario that is shown, as far as they are drawn; `null` before the first. */
  futuresOf({ entry }: Shown): FuturesPart | null {
    return this.futures.of(entry, this.state.rates, this.state.seed);
  }

  /** Draws other futures of all scenarios, from another seed. */
  drawFrom(seed: number): void {
    this.#write({ ...this.state, seed }, { kind: 'draw', name: String(seed), value: null });
    this.drawFutures();
  }

  /** Draws futures of the chosen plan and the proposal, with the same random numbers, where a screen shows them. */
  drawFutures(number?: number): void {
    if (this.#watchers === 0) return;
    const { rates, seed } = this.state;
    const [chosen, proposal] = [this.#chosen.entry, this.#proposal.entry];
    this.futures.follow(chosen === proposal ? [chosen] : [chosen, proposal], rates, seed, number);
  }

  /** Whether the database is not there yet: what can wait does. */
  get isStarting(): boolean {
    return this.databaseState === 'waiting' || this.databaseState === 'starting';
  }

  /** A screen shows futures until what is returned is called. The first fifty come at once, the rest when the database is there. */
  watchFutures(): () => void {
    this.#watchers += 1;
    untrack(() => {
      this.drawFutures(this.isStarting ? COUNTED : undefined);
    });
    return () => {
      this.#watchers -= 1;
    };
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

  /** An entry as it is seen, with its forecast, made when first asked for. */
  show(entry: Entry): Shown {
    const seen = this.publishing.seen(entry);
    const { plan, forecast, nominal, fixed } = this.#forecasts.of(seen, this.catalogue);
    return { entry: seen, plan, forecast, years: this.fixedKroner ? fixed : nominal };
  }

  /** Shows everything to everybody, protected so, or with `null` again every number. What was worked out before is left. */
  async present(to: Protection | null): Promise<void> {
    if (to) await this.publishing.show(this.state.entries, to);
    else this.publishing.hide();
    this.#anew();
  }

  /** Takes nothing as shown to everybody before, and protects so. */
  async presentAnew(to: Protection): Promise<void> {
    this.publishing.forget();
    await this.present(to);
  }

  /** Nothing that is shown rests on what was shown before. */
  #anew(): void {
    this.#forget();
    this.settle();
    this.#rescaled = [];
  }

  /** What was found for other numbers or rates holds no longer. */
  #forget(): void {
    this.#scales = { ...NO_SCALES };
    this.#matters = [];
    this.#thresholds = [];
    this.#surveyed = '';
    this.#confirmed = null;
    this.#moved = null;
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
        ...this.state,
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
      { ...this.state, entries: [{ ...entry, locked: true }, own], chosen: own.id, proposal: entry.id },
      { kind: 'open', name: source, value: null },
    );
  }

  /** Opens the value of a rate set or parameter file; a defect changes nothing. */
  async openRates(value: unknown): Promise<Finding[]> {
    const { readRates } = await import('$lib/ingest/rates-file');
    const { rates, findings } = readRates(value, publishedCatalogue);
    if (rates) this.addRates(rates);
    return findings;
  }

  /** Uses a rate set over the others. It takes the place of one with the same title. */
  addRates(set: RateSet): void {
    const others = this.state.rates.filter(({ title }) => JSON.stringify(title) !== JSON.stringify(set.title));
    this.#rate([...others, set], 'open_rates', set);
  }

  removeRates(set: RateSet): void {
    this.#rate(
      this.state.rates.filter((each) => each !== set),
      'remove_rates',
      set,
    );
  }

  /** Says that a rate set is approved, or a draft again. */
  markRates(set: RateSet, status: RateSet['status']): void {
    const marked = this.state.rates.map((each) => (each === set ? { ...set, status } : each));
    this.#rate(marked, status === 'approved' ? 'approve_rates' : 'draft_rates', set);
  }

  /** Attaches a question to a figure. */
  askAbout(question: AskedQuestion): void {
    this.#question(mergedQuestions(this.state.questions, [question]), 'ask', question);
  }

  answer(question: AskedQuestion, answer: string): void {
    const answered = this.state.questions.map((each) => (each === question ? { ...each, answer } : each));
    this.#question(answered, 'answer', question);
  }

  removeQuestion(question: AskedQuestion): void {
    const left = this.state.questions.filter((each) => each !== question);
    this.#question(left, 'remove_question', question);
  }

  /** Takes in the questions of a file, after those that are here. */
  openQuestions(file: string, questions: readonly AskedQuestion[]): void {
    const all = mergedQuestions(this.state.questions, questions).slice(0, MOST_QUESTIONS);
    this.#history.write({ ...this.state, questions: all }, { kind: 'open_questions', name: file, value: null });
  }

  #question(questions: readonly AskedQuestion[], kind: Change['kind'], { asked }: AskedQuestion): void {
    this.#history.write({ ...this.state, questions }, { kind, name: asked, value: null });
  }

  #rate(rates: readonly RateSet[], kind: Change['kind'], { title }: RateSet): void {
    const before = this.#chosen.forecast;
    const name = Object.values(title).find(Boolean) ?? '';
    this.#write({ ...this.state, rates }, { kind, name, value: null });
    const { entry, forecast } = this.#chosen;
    this.#moved = { of: entry, by: this.catalogue, figures: movedFigures(before, forecast, MOVED) };
  }

  /** Takes over accounts from a file; of an item, year and version that was read before, the new ones stand. */
  useAccounts(rows: readonly AccountsRow[], source: string): void {
    const read = rows.map(accountsKey);
    const kept = this.state.accounts.filter((row) => !read.includes(accountsKey(row)));
    const accounts = [...kept, ...rows.map((row) => ({ ...row, source: row.source || source }))];
    this.#write({ ...this.state, accounts }, { kind: 'use_accounts', name: source, value: null });
  }

  /** Takes all own accounts away. */
  dropAccounts(): void {
    if (this.state.accounts.length > 0)
      this.#write({ ...this.state, accounts: [] }, { kind: 'drop_accounts', name: '', value: null });
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
    this.earlier = [];
    this.#history.restart(state);
    this.settle();
    this.#rescaled = [];
  }

  /** What a project keeps of all this: what everybody sees, while everybody sees the screen. */
  get held(): Held {
    const { earlier, view, fixedKroner, history, publishing } = this;
    const entries = this.state.entries.map((entry) => publishing.seen(entry));
    const unseen = this.state.entries.filter(({ rows }, at) => rows.length > 0 && entries[at]?.rows.length === 0);
    const done = history.steps.slice(0, history.at + 1).map(({ change }) => change);
    return {
      mode: publishing.mode,
      state: { ...this.state, entries },
      unseen,
      earlier,
      changes: done.filter(({ kind }) => kind !== 'start'),
      view,
      fixedKroner,
      // Words of a file are for those who may see the file.
      mappings: publishing.mode === 'public' ? {} : this.mappings,
    };
  }

  /** Whose numbers a project saved now would hold. */
  get peopleHeld(): People {
    if (!this.state.entries.some(({ ownRows }) => ownRows)) return 'none';
    return this.publishing.mode === 'public' ? 'published' : 'own';
  }

  /** Opens the value of a project file. It takes the place of what is shown, at once or when `takeProject` is said. */
  async openProject(value: unknown, name: string): Promise<Finding[]> {
    const { openProject } = await import('./project');
    const { opened, findings } = openProject(value, this.#nextId);
    if (!opened) return findings;
    const replaces = this.#history.canUndo;
    if (replaces || opened.changes.length > 0 || opened.moved.length > 0) this.waiting = { name, opened, replaces };
    else this.takeProject(opened);
    return [];
  }

  /** Shows a project in place of all else; undoing begins anew. */
  takeProject({ held }: OpenedProject): void {
    this.waiting = null;
    this.report = null;
    this.#leftOut = [];
    this.view = held.view;
    this.fixedKroner = held.fixedKroner;
    this.mappings = held.mappings;
    this.#forget();
    this.replace(held.state);
    this.earlier = held.earlier;
  }

  /** A lever came to rest: scales that hold what is compared and every number the line reaches, and what must be said. */
  settle(): void {
    this.isMoving = false;
    this.#history.rest();
    if (this.catalogue !== this.#settled) this.#forget();
    this.#settled = this.catalogue;
    const rows = [0, this.personsMost]
      .flatMap((persons) => this.withPersons(persons).years)
      .concat(...this.state.entries.slice(0, COMPARED_MOST).map((entry) => this.show(entry).years));
    const before = this.#scales;
    this.#scales = Object.fromEntries(
      METRICS.map((metric) => [metric, steadyScale(before[metric], scaleFor(rows.map((row) => row[metric])))]),
    ) as Scales;
    this.#rescaled = METRICS.filter((metric) => this.#scales[metric] !== before[metric]);
    void this.publishing.follow(this.state.entries).then((isNew) => isNew && this.#anew());
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

  /** Starts DuckDB, lets it read the cohort files, and takes the openings from it. */
  async startDatabase(): Promise<void> {
    if (this.databaseState !== 'waiting') return;
    this.databaseState = 'starting';
    try {
      const { openInBrowser } = await import('$lib/database/browser');
      this.#database = await openInBrowser();
      this.databaseState = 'ready';
      this.drawFutures();
      await this.confirm();
    } catch (error) {
      this.databaseState = 'failed';
      this.drawFutures();
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

  /** What a piece of work on the database gives; `null` where the database is not there, or fails. */
  async withDatabase<T>(work: (database: Database) => Promise<T>): Promise<T | null> {
    const database = this.#database;
    if (!database) return null;
    let given: T | null = null;
    await this.#inOrder(async () => {
      given = await work(database);
    });
    return given;
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

  /** Adds a scenario that was read from a file and works on it, or says what is wrong. */
  openScenario(name: string, { scenario, findings }: ReadScenario): Finding[] {
    if (!scenario) return findings;
    const read = entryFrom(scenario, name, this.#nextId++);
    if (read.entry) this.#add(read.entry);
    return read.findings;
  }

  /** Takes over what was read from a file, in one step that can be undone, or says what is wrong. */
  async useFile(name: string, read: Exclude<ReadFile, { kind: 'none' }>): Promise<Finding[]> {
    if (read.kind === 'cohort') return this.#usePeople(read.rows);
    this.useAccounts(read.rows, name);
    return [];
  }

  async #usePeople(rows: CohortRow[]): Promise<Finding[]> {
    const read: Record<number, CohortRow[]> = {};
    for (const { id, scenario } of this.state.entries) read[id] = await this.#viewed(rows, scenario.first_year - 1);
    // Much may have been done meanwhile: what stands now is what gets the people.
    const { entries } = this.state;
    const wrong = entries
      .map(({ scenario }) => planOf(publishedCatalogue, scenario, rows, []).findings)
      .find((found) => found.length > 0);
    if (wrong) return wrong;
    this.#write(
      { ...this.state, entries: entries.map((entry) => ({ ...entry, rows: read[entry.id] ?? rows, ownRows: true })) },
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

function accountsKey({ municipality, year, version, item }: AccountsRow): string {
  return `${municipality} ${year} ${version} ${item}`;
}

/** How little of a scale may be used before it gives way to a closer one. */
const LEAST_USED = 0.6;

/** The scale as it is, where what is drawn now fits it well. */
function steadyScale(old: [number, number], now: [number, number]): [number, number] {
  const fits = old[0] <= now[0] && now[1] <= old[1] && now[1] - now[0] >= LEAST_USED * (old[1] - old[0]);
  return fits ? old : now;
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
    accounts: [],
    rates: [],
    questions: [],
    seed: FIRST_SEED,
  };
}
