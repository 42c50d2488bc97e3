import { decode, cohortCsv, readCohort } from '$lib/ingest/cohort-file';
import { readScenario } from '$lib/ingest/scenario-file';
import type { CohortRow } from '$lib/model/cohort';
import { linesOf, type Forecast, type Warning } from '$lib/model/forecast';
import { forecastOf, planOf, type Plan } from '$lib/model/plan';
import { mattersMost, sensitivitySteps } from '$lib/model/search';
import { valueAt } from '$lib/model/resolve';
import type { Finding, Scenario } from '$lib/model/scenario';
import { mergeWarnings, warningsOf } from '$lib/model/warnings';
import { whyOf, type Why } from '$lib/model/why';
import { inFixedKroner, yearRows, type Metric, type YearRow } from '$lib/model/year-row';
import { cohortText, examples } from '$lib/parameters/examples';
import { municipalityOf, municipalityOverrides, type Municipality } from '$lib/parameters/municipalities';
import { publishedCatalogue } from '$lib/parameters/published';
import { scaleFor } from '$lib/charts/bars';
import type { Database } from '$lib/database/connection';

/** The two plans that are compared: the base and the chosen. */
export type Side = 0 | 1;
export const SIDES: Side[] = [0, 1];

/** What the page was told to show on a side: a scenario and the rows of its opening. */
type Loaded = { name: string; scenario: Scenario; rows: CohortRow[]; municipality: Municipality | null };

/** A side as it is shown: the plan with the levers as they stand, its forecast and the rows of the page. */
export type Shown = Loaded & { plan: Plan; forecast: Forecast; rows: CohortRow[]; years: YearRow[] };

/** Scales by metric, the same for both sides, still while a lever is moved. */
export type Scales = Record<'net' | 'in_phase' | 'rooms_needed' | 'posts', [number, number]>;

/** Where the database stands: it starts after the first forecast is on the screen. */
export type DatabaseState = 'waiting' | 'starting' | 'ready' | 'failed';

/** How far the settled lever reaches, and with it what the scales must hold. */
export const PERSONS_MOST = 60;
const LARGEST_FILE = 5_000_000;
/** Milliseconds of work before the page may draw again. */
const SLICE = 6;

/** Everything the page knows and does: two plans, three levers, one database. Created by the page, never shared. */
export class Workspace {
  #loaded = $state.raw<[Loaded, Loaded]>([loadExample('heroy-10'), loadExample('heroy-40')]);
  #persons = $state<[number | null, number | null]>([null, null]);
  #moving = $state.raw<number | null>(null);
  #rates = $state.raw<number | null>(null);
  #database: Database | null = null;
  /** The database's work, one piece after the other: a table is filled and read before it is filled again. */
  #work: Promise<void> = Promise.resolve();
  #last: [Plan | undefined, Plan | undefined] = [undefined, undefined];
  #scales = $state.raw<Scales>({ net: [0, 1], in_phase: [0, 1], rooms_needed: [0, 1], posts: [0, 1] });
  #warnings = $state.raw<Warning[]>([]);
  /** The assumptions that matter most to the chosen plan, found while nothing moves. */
  #matters = $state.raw<string[]>([]);
  #confirmed = $state.raw<{ of: [Forecast, Forecast]; rows: YearRow[] } | null>(null);

  /** What is wrong with the file last opened; what was loaded before stays. */
  refusal = $state.raw<{ file: string; findings: Finding[] } | null>(null);
  /** Whether amounts are shown in kroner of the first year, and whether an income is printed with a minus. */
  fixedKroner = $state(false);
  costPositive = $state(false);
  databaseState = $state<DatabaseState>('waiting');
  databaseError = $state('');

  readonly #base = $derived.by(() => this.#show(0));
  readonly #chosen = $derived.by(() => this.#show(1));

  constructor() {
    this.settle();
  }

  /** The two sides as they are shown now. */
  get shown(): [Shown, Shown] {
    return [this.#base, this.#chosen];
  }

  get scales(): Scales {
    return this.#scales;
  }

  /** The database's answer for the yearly table, when it is of exactly what is shown. */
  get confirmedRows(): YearRow[] | null {
    const confirmed = this.#confirmed;
    if (!confirmed || confirmed.of[0] !== this.#base.forecast || confirmed.of[1] !== this.#chosen.forecast) return null;
    return this.fixedKroner ? inFixedKroner(confirmed.rows) : confirmed.rows;
  }

  /** Settled a year on a side: what the lever says, or the scenario's own number of its first year. */
  persons(side: Side): number {
    const { scenario, plan } = this.shown[side];
    return this.#persons[side] ?? valueAt(plan.parameters, 'settlement.persons', scenario.first_year);
  }

  /** Settled a year where the scenario puts the lever. */
  startPersons(side: Side): number {
    const { scenario } = this.#loaded[side];
    return valueAt(this.#plan(this.#loaded[side], null).parameters, 'settlement.persons', scenario.first_year);
  }

  /** The scenario's own numbers by year, where they differ between years. */
  path(side: Side): number[] | null {
    const { scenario, plan } = this.shown[side];
    if (this.#persons[side] !== null) return null;
    const years = Array.from({ length: scenario.years }, (_, at) =>
      valueAt(plan.parameters, 'settlement.persons', scenario.first_year + at),
    );
    return years.every((persons) => persons === years[0]) ? null : years;
  }

  /** The mean share of residents who move out in a year, over the five grant years. */
  get moving(): number {
    return this.#moving ?? this.startMoving;
  }

  /** What the chosen scenario itself says of moving. */
  get startMoving(): number {
    const { scenario } = this.#loaded[1];
    const { plan } = planOf(publishedCatalogue, scenario, [], []);
    const shares = [1, 2, 3, 4, 5].map((d) =>
      plan ? valueAt(plan.parameters, `relocation.out.year${d}`, scenario.first_year) : NaN,
    );
    return shares.reduce((sum, share) => sum + share, 0) / shares.length;
  }

  /** The factor on all grant rates. */
  get rates(): number {
    return this.#rates ?? 1;
  }

  /** Whether any lever stands elsewhere than the scenarios put it. */
  get isChanged(): boolean {
    return this.#persons.some((persons) => persons !== null) || this.#moving !== null || this.#rates !== null;
  }

  setPersons(side: Side, persons: number): void {
    this.#persons[side] = persons;
  }

  /** Back at its start a lever says nothing, so that the scenario's own shares by year return to the bit. */
  setMoving(share: number): void {
    this.#moving = Math.abs(share - this.startMoving) < 1e-9 ? null : share;
  }

  setRates(factor: number): void {
    this.#rates = factor === 1 ? null : factor;
  }

  /** Puts every lever where the scenarios have it. */
  reset(): void {
    this.#persons = [null, null];
    this.#moving = null;
    this.#rates = null;
    this.settle();
  }

  /** Shows one of the scenarios that come with the application. */
  choose(side: Side, name: string): void {
    this.#load(side, loadExample(name));
  }

  /** Opens a file: a scenario takes the chosen side, a cohort becomes the opening of both. A defect changes nothing. */
  async open(file: File): Promise<void> {
    const findings = await this.#read(file);
    this.refusal = findings.length > 0 ? { file: file.name, findings } : null;
  }

  /** A lever came to rest: scales that hold both sides and every number the lever reaches, and what must be said. */
  settle(): void {
    const rows = SIDES.flatMap((side) =>
      [0, PERSONS_MOST].flatMap((persons) => this.#tryPersons(side, persons)),
    ).concat(this.#base.years, this.#chosen.years);
    const scale = (metric: keyof Scales): [number, number] => scaleFor(rows.map((row) => row[metric]));
    this.#warnings = mergeWarnings(
      this.shown.flatMap(({ forecast, plan, municipality }) =>
        warningsOf(forecast, plan.opening, plan.parameters, municipality !== null, this.#matters),
      ),
    );
    this.#scales = {
      net: scale('net'),
      in_phase: scale('in_phase'),
      rooms_needed: scale('rooms_needed'),
      posts: scale('posts'),
    };
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
      await new Promise((resume) => setTimeout(resume));
      if (forecast !== this.#chosen.forecast) return;
    }
  }

  /** What must be said of either side, each thing once; like the scales it follows when a lever comes to rest. */
  get warnings(): Warning[] {
    return this.#warnings;
  }

  /** The lines, steps and sources behind a figure. */
  why(side: Side, metric: Metric, year: number): Why {
    const { forecast, plan } = this.shown[side];
    return whyOf(metric, year, forecast, linesOf(forecast, plan.parameters, plan.opening), plan.parameters);
  }

  /** Starts DuckDB, lets it read the cohort files, and takes the openings from it. */
  async startDatabase(): Promise<void> {
    if (this.databaseState !== 'waiting') return;
    this.databaseState = 'starting';
    try {
      const { openInBrowser } = await import('$lib/database/browser');
      this.#database = await openInBrowser();
      this.databaseState = 'ready';
      await this.#inOrder(async () => {
        for (const side of SIDES) await this.#readOpening(side);
      });
      await this.confirm();
    } catch (error) {
      this.databaseState = 'failed';
      this.databaseError = error instanceof Error ? error.message : String(error);
    }
  }

  /** Puts both forecasts in the database and takes the yearly table from it. */
  async confirm(): Promise<void> {
    const database = this.#database;
    if (!database) return;
    const { fillForecasts, yearlyRows } = await import('$lib/database/plan-tables');
    await this.#inOrder(async () => {
      const [base, chosen] = this.shown;
      await fillForecasts(database, [
        { name: 'base', plan: base.plan, forecast: base.forecast },
        { name: 'chosen', plan: chosen.plan, forecast: chosen.forecast },
      ]);
      this.#confirmed = { of: [base.forecast, chosen.forecast], rows: await yearlyRows(database) };
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

  #show(side: Side): Shown {
    const loaded = this.#loaded[side];
    const plan = this.#plan(loaded, this.#persons[side], this.#last[side]);
    this.#last[side] = plan;
    const forecast = forecastOf(plan);
    const years = yearRows(side === 0 ? 'base' : 'chosen', forecast);
    return { ...loaded, plan, forecast, years: this.fixedKroner ? inFixedKroner(years) : years };
  }

  #plan(loaded: Loaded, persons: number | null, last?: Plan): Plan {
    const parameters = { ...loaded.scenario.parameters };
    const replace = (id: string, value: number | null): void => {
      if (value === null) return;
      for (const setting of Object.keys(parameters))
        if (setting === id || setting.startsWith(`${id}@`) || setting.startsWith(`${id}.`)) delete parameters[setting];
      parameters[id] = value;
    };
    replace('settlement.persons', persons);
    replace('relocation.out', this.#moving);
    replace('rates.scale', this.#rates);
    const { plan, findings } = planOf(
      publishedCatalogue,
      { ...loaded.scenario, parameters },
      loaded.rows,
      knownOf(loaded.municipality),
      last,
    );
    if (!plan) throw new Error(`findings: ${JSON.stringify(findings)}`);
    return plan;
  }

  #tryPersons(side: Side, persons: number): YearRow[] {
    const rows = yearRows('', forecastOf(this.#plan(this.#loaded[side], persons, this.shown[side].plan)));
    return this.fixedKroner ? inFixedKroner(rows) : rows;
  }

  #load(side: Side, loaded: Loaded): void {
    const next: [Loaded, Loaded] = [...this.#loaded];
    next[side] = loaded;
    this.#loaded = next;
    this.#persons[side] = null;
    this.refusal = null;
    this.settle();
    void this.#refresh(side);
  }

  async #refresh(side: Side): Promise<void> {
    if (this.databaseState !== 'ready') return;
    await this.#inOrder(() => this.#readOpening(side));
    await this.confirm();
  }

  /** The opening as the database reads it; the same rows, so that no figure moves. */
  async #readOpening(side: Side): Promise<void> {
    const database = this.#database;
    const loaded = this.#loaded[side];
    if (!database || loaded.rows.length === 0) return;
    const { openingRows } = await import('$lib/database/opening');
    const rows = await openingRows(database, cohortCsv(loaded.rows), loaded.scenario.first_year - 1);
    if (this.#loaded[side] !== loaded) return;
    const next: [Loaded, Loaded] = [...this.#loaded];
    next[side] = { ...loaded, rows };
    this.#loaded = next;
  }

  async #read(file: File): Promise<Finding[]> {
    if (file.size > LARGEST_FILE) {
      return [
        {
          code: 'too-large',
          severity: 'error',
          path: '',
          found: `${Math.round(file.size / 1e6)} MB`,
          allowed: `${LARGEST_FILE / 1e6} MB`,
        },
      ];
    }
    const text = decode(new Uint8Array(await file.arrayBuffer()));
    return file.name.toLowerCase().endsWith('.json') ? this.#openScenario(file.name, text) : this.#openCohort(text);
  }

  #openScenario(name: string, text: string): Finding[] {
    const { scenario, findings } = readScenario(text);
    if (!scenario) return findings;
    const opening = openingOf(scenario);
    const municipality = municipalityOf(scenario.municipality);
    const all = [
      ...opening.findings,
      ...planOf(publishedCatalogue, scenario, opening.rows, knownOf(municipality)).findings,
    ];
    if (all.length === 0) this.#load(1, { name, scenario, rows: opening.rows, municipality });
    return all;
  }

  #openCohort(text: string): Finding[] {
    const { rows, findings } = readCohort(text);
    if (findings.length > 0) return findings;
    const wrong = SIDES.map((side) => planOf(publishedCatalogue, this.#loaded[side].scenario, rows, []).findings);
    const first = wrong.find((found) => found.length > 0);
    if (first) return first;
    for (const side of SIDES) this.#load(side, { ...this.#loaded[side], rows });
    return [];
  }
}

function knownOf(municipality: Municipality | null) {
  return municipalityOverrides(municipality, publishedCatalogue.parameters.get('staff.tax_zone')?.options ?? []);
}

function loadExample(name: string): Loaded {
  const example = examples.find((known) => known.name === name);
  if (!example) throw new Error(`no example: ${name}`);
  const { rows, findings } = openingOf(example.scenario);
  if (findings.length > 0) throw new Error(`example ${name}: ${JSON.stringify(findings)}`);
  return { name, scenario: example.scenario, rows, municipality: municipalityOf(example.scenario.municipality) };
}

function openingOf(scenario: Scenario): { rows: CohortRow[]; findings: Finding[] } {
  if (typeof scenario.opening !== 'string') return { rows: scenario.opening, findings: [] };
  const text = cohortText(scenario.opening);
  if (text === null)
    return { rows: [], findings: [{ code: 'no-file', severity: 'error', path: 'opening', found: scenario.opening }] };
  return readCohort(text);
}
