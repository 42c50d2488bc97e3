import type { Grouping } from '$lib/model/country';
import type { Finding } from '$lib/model/settings';
import { nameToday } from '$lib/parameters/groups';
import { groupsToday, placed, type PlacedSweep } from './country-points';
import { History } from './history.svelte';
import { readSweepInWorker, type SweepReader } from './reader';
import type { Workspace } from './workspace.svelte';

/** What was opened: a sweep, a list of groups, and municipalities chosen by hand to compare with. */
export type CountryState = { sweep: PlacedSweep | null; grouping: Grouping | null; picked: readonly string[] };

/** Whom a municipality is compared with. */
export type ComparedWith = 'all' | 'kostra' | 'picked';

/** A sweep of many municipalities as the page compares in it, with the way back. Nothing of it is kept. */
export class Country {
  readonly #history = new History<CountryState>({ sweep: null, grouping: null, picked: [] });
  readonly #reader: SweepReader;
  #reading = new AbortController();
  /** What is wrong with the files that were given last, and with the list of groups. */
  findings = $state.raw<{ sweep: readonly Finding[]; grouping: readonly Finding[] }>({ sweep: [], grouping: [] });
  /** How much of the files is read, from 0 to 1; `null` where none is being read. */
  share = $state.raw<number | null>(null);

  constructor(reader: SweepReader = readSweepInWorker) {
    this.#reader = reader;
  }

  get state(): CountryState {
    return this.#history.state;
  }

  get history(): History<CountryState> {
    return this.#history;
  }

  /** Reads the files of a sweep together, in place of those that were open; where one is wrong they stay. */
  async take(files: readonly File[]): Promise<void> {
    this.#reading.abort();
    const reading = new AbortController();
    this.#reading = reading;
    this.share = 0;
    const say = (share: number): void => {
      if (this.#reading === reading) this.share = share;
    };
    const read = await this.#reader(files, say, reading.signal);
    if (this.#reading !== reading) return;
    this.share = null;
    if (!read) return;
    this.findings = { ...this.findings, sweep: read.findings };
    if (read.sweep) this.#write({ sweep: placed(read.sweep), picked: [] }, 'open', read.sweep.files.join(', '));
  }

  /** Stops what is being read. */
  stop(): void {
    this.#reading.abort();
    this.share = null;
  }

  /** Reads a list of groups in place of the one that was open. */
  async takeGrouping(file: File): Promise<void> {
    const { readKostra } = await import('$lib/ingest/kostra-file');
    const { grouping, findings } = await readKostra(file.name, new Uint8Array(await file.arrayBuffer()));
    this.findings = { ...this.findings, grouping: findings };
    if (grouping) this.#write({ grouping: { ...grouping, groups: groupsToday(grouping.groups) } }, 'open', file.name);
  }

  /** Takes the files of the sweep away, and what was chosen of them. */
  remove(): void {
    this.findings = { ...this.findings, sweep: [] };
    this.#write({ sweep: null, picked: [] }, 'remove', this.state.sweep?.files.join(', ') ?? '');
  }

  /** Chooses a municipality to compare with, or no longer. */
  pick(municipality: string, isIn: boolean): void {
    const others = this.state.picked.filter((each) => each !== municipality);
    this.#write({ picked: isIn ? [...others, municipality] : others }, 'choose', nameToday(municipality));
  }

  /** The municipalities of the sweep that one is compared with, itself among them. */
  compared(municipality: string, by: ComparedWith): string[] {
    const { sweep, grouping, picked } = this.state;
    const all = sweep?.municipalities.map((each) => each.municipality) ?? [];
    if (by === 'all') return all;
    if (by === 'picked') return all.filter((each) => each === municipality || picked.includes(each));
    const group = grouping?.groups[municipality];
    return all.filter((each) => each === municipality || (group !== undefined && grouping?.groups[each] === group));
  }

  #write(change: Partial<CountryState>, kind: 'open' | 'remove' | 'choose', name: string): void {
    this.#history.write({ ...this.state, ...change }, { kind, name, value: null });
  }
}

const opened = new WeakMap<Workspace, Country>();

/** What is open beside a workspace, the same for as long as the application is. */
export function countryOf(workspace: Workspace): Country {
  const known = opened.get(workspace) ?? new Country();
  opened.set(workspace, known);
  return known;
}
