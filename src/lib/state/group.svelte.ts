import { readBundle } from '$lib/ingest/bundle-file';
import { decode } from '$lib/ingest/encoding';
import { readJson, sizeFindings } from '$lib/ingest/scenario-file';
import { defaultValue } from '$lib/model/catalogue';
import { balancesOf, commonYears, groupOf, unlikeIn, type Balance, type Part, type Unlike } from '$lib/model/group';
import type { Member } from '$lib/model/member';
import type { Flow } from '$lib/model/member-moves';
import type { Override } from '$lib/model/overrides';
import type { Plan } from '$lib/model/plan';
import { readOverrides, type Finding } from '$lib/model/settings';
import { groupExamples, nameToday, type GroupExample } from '$lib/parameters/groups';
import { numberToday } from '$lib/parameters/history';
import { publishedOfMember } from '$lib/parameters/members';
import { publishedCatalogue } from '$lib/parameters/published';
import { PERSONS, exampleEntry, planFor, withSetting, type Entry, type Setting, type Settings } from './entry';
import { History } from './history.svelte';
import type { Workspace } from './workspace.svelte';

declare const __VERSION__: string;

/** A municipality of a group: its scenario, what it sent itself, or neither yet. What it sent goes before its scenario. */
export type Place = { municipality: string; entry: Entry | null; sent: Sent | null };
export type Sent = { file: string; member: Member };

/** A group: its municipalities, and what is common to them where their scenarios say nothing else. */
export type GroupState = { places: readonly Place[]; common: Settings };

/** A file that was given to a group: whose figures it held, or what is wrong with it. */
export type Given = { file: string; municipality: string | null; findings: Finding[] };

/** What a group comes to: each place in order with its figures, those who move between them, and what is not alike. */
export type GroupFigures = {
  shown: { place: Place; name: string; member: Member | null; plan: Plan | null }[];
  flows: Flow[];
  balances: Balance[];
  unlike: Unlike[];
  years: [number, number] | null;
};

/** The share of those who move out that stays within the group. */
export const INSIDE = 'relocation.inside';

/** A group of municipalities as the page shows it, with the way back. Made when its page is first opened. */
export class Group {
  readonly #workspace: Workspace;
  readonly #history: History<GroupState>;
  readonly example: GroupExample;
  /** What became of the files that were given last. */
  given = $state.raw<readonly Given[]>([]);
  /** How many files are read of how many; `null` where none is being read. */
  reading = $state.raw<{ read: number; of: number } | null>(null);

  readonly #figures = $derived.by(() => this.#work());

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
    const [example] = groupExamples;
    if (!example) throw new Error('no group');
    this.example = example;
    this.#history = new History(startOf(example));
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

  /** The share of movers that stays in the group, as it is set or else assumed. */
  get inside(): number {
    const set = this.state.common[INSIDE];
    return typeof set === 'number' ? set : defaultValue(publishedCatalogue, INSIDE, this.#firstYear);
  }

  get #firstYear(): number {
    return this.state.places.find(({ entry }) => entry)?.entry?.scenario.first_year ?? 2024;
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
   * Reads the files that members sent, all in one step that can be undone. The figures that came with the application give way
   * to them: a member that sent nothing is then empty.
   */
  async take(files: readonly File[]): Promise<void> {
    const given: Given[] = [];
    let { places } = this.state;
    this.reading = { read: 0, of: files.length };
    for (const file of files) {
      const read = await readFile(file);
      this.reading = { read: given.length + 1, of: files.length };
      if (!read.member) {
        given.push({ file: file.name, municipality: null, findings: read.findings });
        continue;
      }
      const { member } = read;
      const municipality = numberToday(member.municipality) ?? member.municipality;
      const [earlier] = given.filter((each) => each.municipality === municipality);
      const findings: Finding[] = earlier
        ? [{ code: 'member-twice', severity: 'error', path: '', found: nameToday(municipality), allowed: earlier.file }]
        : places.some((place) => place.municipality === municipality)
          ? []
          : [{ code: 'not-a-member', severity: 'warning', path: '', found: nameToday(municipality) }];
      if (earlier) {
        given.push({ file: file.name, municipality: null, findings });
        continue;
      }
      given.push({ file: file.name, municipality, findings });
      places = withSent(places, municipality, { file: file.name, member });
    }
    this.reading = null;
    this.given = given;
    if (!given.some(({ municipality }) => municipality !== null)) return;
    const first = !this.state.places.some(({ sent }) => sent);
    const empty = first ? places.map((place) => (isExample(place) ? { ...place, entry: null } : place)) : places;
    const names = given.filter(({ municipality }) => municipality !== null).map(({ file }) => file);
    this.#history.write({ ...this.state, places: empty }, { kind: 'open', name: names.join(', '), value: null });
  }

  /** Uses the scenario that came with the application, or one of the workspace, in place of what a member sent. */
  use(municipality: string, entry: Entry): void {
    const places = this.state.places.map((place) =>
      place.municipality === municipality ? { municipality, entry, sent: null } : place,
    );
    this.#history.write({ ...this.state, places }, { kind: 'choose', name: nameToday(municipality), value: null });
  }

  /** Takes a municipality into the group, with a scenario or without one. */
  add(municipality: string, entry: Entry | null): void {
    if (this.state.places.some((place) => place.municipality === municipality)) return;
    const places = [...this.state.places, { municipality, entry, sent: null }];
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

  /** Whether a member's scenario is the untouched one that came with the application. */
  isExample(place: Place): boolean {
    return isExample(place);
  }

  #work(): GroupFigures {
    const { places, common } = this.state;
    const plans = places.map((place) => (place.entry && !place.sent ? this.#planOf(place.entry, common) : null));
    const parts = places.map(({ sent }, at): Part | null => {
      const plan = plans[at];
      if (sent) return { member: sent.member };
      return plan ? { plan, about: aboutOf(plan, this.#workspace.publishing) } : null;
    });
    const known = parts.filter((part) => part !== null);
    const group = groupOf(known, this.inside);
    let next = 0;
    const shown = places.map((place, at) => {
      const member = parts[at] ? (group.members[next++] ?? null) : null;
      return { place, name: nameToday(place.municipality), member, plan: plans[at] ?? null };
    });
    return {
      shown,
      flows: group.flows,
      balances: balancesOf(group),
      unlike: unlikeIn(group.members),
      years: commonYears(group.members),
    };
  }

  #planOf(entry: Entry, common: Settings): Plan {
    const seen = this.#workspace.publishing.seen(entry);
    const { first_year, years } = entry.scenario;
    const overrides: Override[] = readOverrides(publishedCatalogue, common, { first_year, years }).overrides;
    return planFor(seen, this.#workspace.catalogue, undefined, overrides);
  }
}

function aboutOf({ scenario }: Plan, { mode, protection }: Workspace['publishing']) {
  const { municipality, first_year } = scenario;
  return {
    version: __VERSION__,
    ...publishedOfMember(municipality, first_year),
    threshold: mode === 'public' ? protection.threshold : 0,
  };
}

function startOf({ scenarios }: GroupExample): GroupState {
  const places = scenarios.map((name, at): Place => {
    const entry = exampleEntry(name, at + 1);
    return { municipality: entry.scenario.municipality, entry, sent: null };
  });
  return { places, common: {} };
}

function isExample({ entry }: Place): boolean {
  return entry !== null && entry.scenario.parameters === entry.original && !entry.ownRows;
}

function withSent(places: readonly Place[], municipality: string, sent: Sent): Place[] {
  const isKnown = places.some((place) => place.municipality === municipality);
  const all = isKnown ? places : [...places, { municipality, entry: null, sent: null }];
  return all.map((place) => (place.municipality === municipality ? { ...place, sent } : place));
}

async function readFile(file: File): Promise<{ member: Member; findings: [] } | { member: null; findings: Finding[] }> {
  const tooLarge = sizeFindings(file.size);
  if (tooLarge.length > 0) return { member: null, findings: tooLarge };
  const json = readJson(decode(new Uint8Array(await file.arrayBuffer())));
  return 'finding' in json ? { member: null, findings: [json.finding] } : readBundle(json.value);
}
