import { defaultValue, type Catalogue } from '$lib/model/catalogue';
import { balancesOf, groupOf, unlikeIn, type Balance, type Part, type Unlike } from '$lib/model/group';
import { memberOf, type About, type Member } from '$lib/model/member';
import type { Flow } from '$lib/model/member-moves';
import type { Override } from '$lib/model/overrides';
import { forecastOf, type Plan } from '$lib/model/plan';
import { commonYears } from '$lib/model/scenario';
import { readOverrides, type Finding } from '$lib/model/settings';
import { yearRows } from '$lib/model/year-row';
import { examples } from '$lib/parameters/examples';
import { groupExamples, nameToday, type GroupExample } from '$lib/parameters/groups';
import { numberToday } from '$lib/parameters/history';
import { publishedOfMember } from '$lib/parameters/members';
import { publishedCatalogue } from '$lib/parameters/published';
import {
  PERSONS,
  entryFrom,
  exampleEntry,
  planFor,
  withSetting,
  type Entry,
  type Setting,
  type Settings,
} from './entry';
import {
  MOST_MOVERS,
  byMunicipality,
  foreignFindings,
  isGiven,
  readBundleFile,
  scenarioFrom,
  settledLast,
  twiceFindings,
  withPlaces,
  type Given,
  type Place,
} from './group-files';
import { History } from './history.svelte';
import { readInWorker, type Reader } from './reader';
import { rest } from './rest';
import type { Shown, Workspace } from './workspace.svelte';

declare const __VERSION__: string;

/** A group: its municipalities, and what is common to them where their scenarios say nothing else. */
export type GroupState = { places: readonly Place[]; common: Settings };

/** What a group comes to: each place in order with its figures and their plan, those who move, and what is not alike. */
export type GroupFigures = {
  shown: { place: Place; name: string; member: Member | null; plan: Plan | null }[];
  flows: Flow[];
  balances: Balance[];
  unlike: Unlike[];
  years: [number, number] | null;
};

/** Milliseconds of work before the page may draw again. */
const SLICE = 50;
/** After every year of settlement that a file can hold. */
const LATEST = 2101;

/** What an entry was last worked out to, and what from; its own figures where they were asked for. */
type Kept = { seen: Entry; of: Catalogue; common: Settings; plan: Plan; about: About; member: Member | null };

/** The share of those who move out that stays within the group. */
export const INSIDE = 'relocation.inside';

/** A group of municipalities as the page shows it, with the way back. Made when its page is first opened. */
export class Group {
  readonly #workspace: Workspace;
  readonly #history: History<GroupState>;
  readonly #reader: Reader;
  /** The last plan of an entry, and what it was made of. */
  readonly #plans = new WeakMap<Entry, Kept>();
  /** The last id that was given: those of a group are below zero, and so none of the workspace's. */
  #lastId: number;
  /** What entries came with whose number of settled was counted from their own rows. */
  readonly #counted = new WeakSet<Settings>();
  readonly example: GroupExample;
  /** What became of the files that were given last. */
  given = $state.raw<readonly Given[]>([]);
  /** How many files are read of how many; `null` where none is being read. */
  reading = $state.raw<{ read: number; of: number } | null>(null);

  readonly #figures = $derived.by(() => this.#work());

  constructor(workspace: Workspace, reader: Reader = readInWorker) {
    this.#workspace = workspace;
    this.#reader = reader;
    const [example] = groupExamples;
    if (!example) throw new Error('no group');
    this.example = example;
    this.#history = new History(startOf(example));
    this.#lastId = -example.scenarios.length;
  }

  get state(): GroupState {
    return this.#history.state;
  }

  get history(): History<GroupState> {
    return this.#history;
  }

  get figures(): GroupFigures {
    return this.#figures;
  }

  /** Whether the group is small enough for moves from member to member to be followed. */
  get hasMoves(): boolean {
    return this.state.places.length <= MOST_MOVERS;
  }

  /** The share of movers that stays in the group, as it is set or else assumed. */
  get inside(): number {
    if (!this.hasMoves) return 0;
    const set = this.state.common[INSIDE];
    return typeof set === 'number' ? set : defaultValue(publishedCatalogue, INSIDE, this.#firstYear);
  }

  get #firstYear(): number {
    const own = this.state.places.flatMap(({ entry }) => entry?.scenario.first_year ?? []);
    return own[0] ?? firstYearOf(this.example);
  }

  /** Entries whose people must be protected before everybody sees the group. */
  get entries(): Entry[] {
    return this.state.places.flatMap(({ entry, sent }) => (entry && !sent ? [entry] : []));
  }

  /** Gives the scenario of a member another setting; `null` gives back what it came with. */
  set(municipality: string, setting: string, value: Setting | null): void {
    const places = this.state.places.map((place) =>
      place.municipality === municipality && place.entry
        ? { ...place, entry: withSetting(place.entry, setting, value) }
        : place,
    );
    this.#history.write({ ...this.state, places }, { kind: 'set', name: setting, value });
    this.#history.rest();
  }

  /** Another number of settled a year for a member, in all years of its plan. */
  settle(municipality: string, persons: number | null): void {
    this.set(municipality, PERSONS, persons);
  }

  /** Sets what is common to all; `null` leaves it as it is assumed. */
  setCommon(setting: string, value: Setting | null): void {
    const others = Object.entries(this.state.common).filter(([known]) => known !== setting);
    const common = Object.fromEntries(value === null ? others : [...others, [setting, value]]);
    this.#history.write({ ...this.state, common }, { kind: 'set', name: setting, value });
    this.#history.rest();
  }

  /** What makes a common value impossible. */
  check(setting: string, value: Setting): Finding[] {
    return readOverrides(publishedCatalogue, { [setting]: value }, { first_year: this.#firstYear, years: 1 }).findings;
  }

  /**
   * Reads the files that members sent, and tables of people by municipality, all in one step that can be undone. The figures
   * that came with the application give way to them: a member of whom nothing was given is then empty.
   */
  async take(files: readonly File[]): Promise<void> {
    const given: Given[] = [];
    let { places } = this.state;
    this.reading = { read: 0, of: files.length };
    for (const file of files) {
      const read = await this.#read(file);
      const known = given.flatMap(({ municipalities }) => municipalities);
      const twice = read.places.filter(({ municipality }) => known.includes(municipality));
      const fresh = twice.length > 0 ? [] : read.places;
      given.push({
        file: file.name,
        municipalities: fresh.map(({ municipality }) => municipality),
        findings: [...read.findings, ...twiceFindings(twice, given), ...foreignFindings(fresh, places)],
      });
      places = withPlaces(places, fresh);
      this.reading = { read: given.length, of: files.length };
    }
    this.reading = null;
    this.given = given;
    const used = given.filter(({ municipalities }) => municipalities.length > 0);
    if (used.length === 0) return;
    const first = this.state.places.every((place) => isExample(place) || !isGiven(place));
    const left = first ? places.map((place) => (isExample(place) ? { ...place, entry: null } : place)) : places;
    const name = used.map(({ file }) => file).join(', ');
    this.#history.write({ ...this.state, places: left }, { kind: 'open', name, value: null });
  }

  /** The members of a file: one that was sent, or those of whom a table of people has rows. */
  async #read(file: File): Promise<{ places: Place[]; findings: Finding[] }> {
    if (!file.name.toLowerCase().endsWith('.json')) return this.#readPeople(file);
    const { member, findings } = await readBundleFile(file);
    if (!member) return { places: [], findings };
    const municipality = numberToday(member.municipality) ?? member.municipality;
    return { places: [{ municipality, entry: null, sent: { file: file.name, member } }], findings: [] };
  }

  async #readPeople(file: File): Promise<{ places: Place[]; findings: Finding[] }> {
    // Which year they are counted in is known when they are read.
    const context = { settlement: [], municipality: '', firstYear: LATEST };
    const means = { choices: null, known: this.#workspace.mappings, context };
    const read = await this.#reader(file, means, () => undefined, new AbortController().signal);
    if (read?.kind !== 'cohort' || read.questions.length > 0 || read.rows.length === 0)
      return { places: [], findings: read?.findings.length ? read.findings : [unread()] };
    const places: Place[] = [];
    const findings: Finding[] = [];
    const all = byMunicipality(read.rows);
    let base: Plan | undefined;
    let until = 0;
    for (const [municipality, rows] of all) {
      if (performance.now() > until) {
        this.reading = { read: places.length, of: all.size };
        await rest();
        until = performance.now() + SLICE;
      }
      if (municipality === '')
        return { places: [], findings: [{ code: 'no-municipality', severity: 'error', path: '' }] };
      const made = entryFrom(scenarioFrom(municipality, rows), file.name, this.#newId(), rows);
      if (made.entry) {
        this.#counted.add(made.entry.original);
        places.push({ municipality, entry: made.entry, sent: null });
        const kept = this.#kept(made.entry, this.state.common, base);
        base = kept.plan;
        // Many are worked out one after another here, so that the page is free in between.
        if (all.size > MOST_MOVERS) ownFigures(kept);
      } else findings.push(...made.findings);
    }
    return findings.length > 0 ? { places: [], findings } : { places, findings: [] };
  }

  /** Uses the scenario that came with the application, or one of the workspace, in place of what a member sent. */
  use(municipality: string, entry: Entry): void {
    const places = this.state.places.map((place) =>
      place.municipality === municipality
        ? { municipality, entry: { ...entry, id: this.#newId() }, sent: null }
        : place,
    );
    this.#history.write({ ...this.state, places }, { kind: 'choose', name: nameToday(municipality), value: null });
  }

  /** Takes a municipality into the group, with a scenario or without one. */
  add(municipality: string, entry: Entry | null): void {
    if (this.state.places.some((place) => place.municipality === municipality)) return;
    const own = entry && { ...entry, id: this.#newId() };
    const places = [...this.state.places, { municipality, entry: own, sent: null }];
    this.#history.write({ ...this.state, places }, { kind: 'open', name: nameToday(municipality), value: null });
  }

  remove(municipality: string): void {
    const places = this.state.places.filter((place) => place.municipality !== municipality);
    this.#history.write({ ...this.state, places }, { kind: 'remove', name: nameToday(municipality), value: null });
  }

  /** The scenarios a member can be reckoned by: the one that comes with the application and those of the workspace. */
  choicesFor(municipality: string): Entry[] {
    const shipped = this.example.scenarios
      .map((name) => exampleEntry(name, 0))
      .filter(({ scenario }) => scenario.municipality === municipality);
    const own = this.#workspace.state.entries.filter(
      ({ scenario }) => numberToday(scenario.municipality) === municipality,
    );
    return [...own, ...shipped];
  }

  /**
   * A member that is worked out here as its figures came about, and what those who move to it add to its plan; `null` where
   * it was sent, or nothing is known of it. Worked out when it is asked for.
   */
  behind(municipality: string): { shown: Shown; moves: Override[] } | null {
    const of = this.figures.shown.find(({ place }) => place.municipality === municipality);
    const kept = of?.place.entry ? this.#plans.get(of.place.entry) : undefined;
    if (!of?.plan || !kept) return null;
    const { plan } = of;
    const own = overridesOf(kept.plan);
    const forecast = forecastOf(plan);
    return {
      shown: { entry: kept.seen, plan, forecast, years: yearRows(municipality, forecast) },
      moves: overridesOf(plan).filter((each) => !own.includes(each)),
    };
  }

  #newId(): number {
    return (this.#lastId -= 1);
  }

  /** Whether a member's scenario is the untouched one that came with the application. */
  isExample(place: Place): boolean {
    return isExample(place);
  }

  #work(): GroupFigures {
    const { places, common } = this.state;
    let base: Plan | undefined;
    const kept = places.map(({ entry, sent }) => {
      if (!entry || sent) return null;
      const last = this.#kept(entry, common, base);
      base = last.plan;
      return last;
    });
    const parts = places.map(({ sent }, at): Part | null => {
      const own = kept[at];
      if (sent) return { member: sent.member };
      if (!own) return null;
      return this.hasMoves ? { plan: own.plan, about: own.about } : { member: ownFigures(own) };
    });
    const group = groupOf(
      parts.filter((part) => part !== null),
      this.inside,
    );
    let next = 0;
    const shown = places.map((place, at) => {
      const [member = null, moved = null] = parts[at] ? [group.members[next], group.plans[next++]] : [];
      return { place, name: nameToday(place.municipality), member, plan: moved ?? kept[at]?.plan ?? null };
    });
    return {
      shown,
      flows: group.flows,
      balances: balancesOf(group),
      unlike: unlikeIn(group.members),
      years: commonYears(group.members.map(({ scenario }) => scenario)),
    };
  }

  /** What an entry is worked out from, the same as long as nothing of it changes; `base` shares what it has in common. */
  #kept(entry: Entry, common: Settings, base: Plan | undefined): Kept {
    const seen = this.#workspace.publishing.seen(entry);
    const of = this.#workspace.catalogue;
    const known = this.#plans.get(entry);
    if (known?.seen === seen && known.of === of && known.common === common) return known;
    const { first_year, years } = entry.scenario;
    const overrides: Override[] = readOverrides(publishedCatalogue, common, { first_year, years }).overrides;
    const plan = planFor(this.#counted.has(entry.original) ? countedAnew(entry, seen) : seen, of, base, overrides);
    const about = aboutOf(plan, this.#workspace.publishing);
    const kept: Kept = { seen, of, common, plan, about, member: null };
    this.#plans.set(entry, kept);
    return kept;
  }
}

/** An entry for everybody, its number of settled counted from the rows that everybody sees, where nobody has set another. */
function countedAnew(entry: Entry, seen: Entry): Entry {
  const { parameters, first_year } = entry.scenario;
  if (seen === entry || parameters[PERSONS] !== entry.original[PERSONS]) return seen;
  return withSetting(seen, PERSONS, settledLast(seen.rows, first_year - 1));
}

/** The figures of a member to whom nobody of the group moves. */
function ownFigures(kept: Kept): Member {
  return (kept.member ??= memberOf(kept.plan, forecastOf(kept.plan), kept.about));
}

function aboutOf({ scenario }: Plan, { mode, protection }: Workspace['publishing']): About {
  const { municipality, first_year } = scenario;
  return {
    version: __VERSION__,
    ...publishedOfMember(municipality, first_year),
    threshold: mode === 'public' ? protection.threshold : 0,
  };
}

function startOf({ scenarios }: GroupExample): GroupState {
  const places = scenarios.map((name, at): Place => {
    const entry = exampleEntry(name, -1 - at);
    return { municipality: entry.scenario.municipality, entry, sent: null };
  });
  return { places, common: {} };
}

function firstYearOf({ scenarios }: GroupExample): number {
  const own = examples.filter(({ name }) => scenarios.includes(name));
  return Math.min(...own.map(({ scenario }) => scenario.first_year));
}

function overridesOf({ parameters }: Plan): Override[] {
  return [...parameters.overrides.values()].flat();
}

function isExample({ entry }: Place): boolean {
  return entry !== null && entry.scenario.parameters === entry.original && !entry.ownRows;
}

function unread(): Finding {
  return { code: 'reading-failed', severity: 'error', path: '' };
}
