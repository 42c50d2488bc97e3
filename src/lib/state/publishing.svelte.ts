import type { CohortRow } from '$lib/model/cohort';
import type { Outcome } from '$lib/protect/guard';
import type { Cost, Protection, Published } from '$lib/protect/publish';
import type { Total } from '$lib/protect/totals';
import type { Entry } from './entry';
import { protectAside } from './publishing-aside';

/** Whom the screen is for: those who may see every number, or everybody. */
export type Mode = 'private' | 'public';

/** What cannot be shown to everybody, and why. */
export type Problem = Exclude<Outcome, { published: Published }>;

/** How the small numbers of all entries are protected, and what was given out before. */
export class Publishing {
  mode = $state.raw<Mode>('private');
  protection = $state.raw<Protection>({ method: 'suppress', threshold: 5 });
  /** Whether rows are being protected. */
  isBusy = $state.raw(false);
  /** How many numbers a change would have revealed together with what was shown before; `null` where none did. */
  refused = $state.raw<number | null>(null);
  #outcomes = $state.raw<Readonly<Record<string, Outcome>>>({});
  /** What was shown to everybody, by municipality; kept for as long as the page is open. */
  #given: { municipality: string; published: Published }[] = [];
  /** What protects tables, one piece of work after the other: each knows what was shown by those before it. */
  #work: Promise<unknown> = Promise.resolve();
  readonly #texts = new WeakMap<CohortRow[], string>();
  /** Rows that everybody may see. */
  readonly #safe = new WeakSet<CohortRow[]>();
  readonly #seen = new WeakMap<Entry, { outcome: Outcome | undefined; entry: Entry }>();

  /** An entry as it is shown: to everybody with the rows that were given out, and none where they could not be. */
  seen(entry: Entry): Entry {
    if (this.mode === 'private' || entry.rows.length === 0 || this.#safe.has(entry.rows)) return entry;
    const outcome = this.#outcomeOf(entry, this.protection);
    const known = this.#seen.get(entry);
    if (known && known.outcome === outcome) return known.entry;
    const seen = withRows(entry, outcome && 'published' in outcome ? outcome.published.rows : []);
    this.#safe.add(seen.rows);
    this.#seen.set(entry, { outcome, entry: seen });
    return seen;
  }

  /** The totals that were given out of an entry, hidden ones among them; `null` where every number is shown. */
  totalsOf(entry: Entry): Total[] | null {
    const outcome = this.mode === 'public' ? this.#outcomeOf(entry, this.protection) : undefined;
    return outcome && 'published' in outcome ? outcome.published.totals : null;
  }

  /** Why nothing is shown of the people of an entry; `null` where they are shown, or protected just now. */
  problemOf(entry: Entry): Problem | null {
    const outcome = this.#outcomeOf(entry, this.protection);
    return this.mode === 'public' && outcome && 'problem' in outcome ? outcome : null;
  }

  /** Whether what is shown of an entry does not agree with what was shown before, as after a correction. */
  disagrees(entry: Entry): boolean {
    const outcome = this.#outcomeOf(entry, this.protection);
    return this.mode === 'public' && outcome !== undefined && 'published' in outcome && outcome.disagrees;
  }

  /** What protecting the rows of an entry so costs; for those who may see every number. */
  async costOf(entry: Entry, to: Protection): Promise<(Cost & { rows: number }) | null> {
    const outcome = await this.#inTurn(() => protectedOf(entry, to, []));
    return 'published' in outcome ? { ...outcome.published.cost, rows: outcome.published.rows.length } : null;
  }

  /**
   * Shows entries to everybody, protected so. Where that would reveal a number together with what was shown before, all
   * stays as it is and `refused` says how many.
   */
  show(entries: readonly Entry[], to: Protection): Promise<void> {
    return this.#inTurn(() => this.#show(entries, to));
  }

  async #show(entries: readonly Entry[], to: Protection): Promise<void> {
    this.refused = null;
    const found = await this.#all(entries, to);
    const revealed = found.flatMap(({ outcome }) =>
      'problem' in outcome && outcome.problem === 'reveals' ? outcome.numbers : [],
    );
    if (revealed.length > 0) this.refused = revealed.reduce((sum, numbers) => sum + numbers);
    else {
      this.#keep(found);
      this.protection = to;
      this.mode = 'public';
    }
  }

  /** Protects what has come since. Gives whether there was anything. */
  follow(entries: readonly Entry[]): Promise<boolean> {
    return this.#inTurn(() => this.#follow(entries));
  }

  async #follow(entries: readonly Entry[]): Promise<boolean> {
    if (this.mode === 'private') return false;
    const fresh = entries.filter((entry) => !this.#isKnown(entry));
    if (fresh.length === 0) return false;
    this.#keep(await this.#all(fresh, this.protection));
    return true;
  }

  /** Shows every number again. */
  hide(): void {
    this.mode = 'private';
    this.refused = null;
  }

  /** Takes nothing as shown before, for nobody has seen it. */
  forget(): void {
    this.#given = [];
    this.refused = null;
    this.#outcomes = {};
  }

  #isKnown(entry: Entry): boolean {
    return entry.rows.length === 0 || this.#outcomeOf(entry, this.protection) !== undefined;
  }

  #outcomeOf(entry: Entry, to: Protection): Outcome | undefined {
    return this.#outcomes[this.#keyOf(entry, to)];
  }

  #keyOf({ rows, scenario }: Entry, { method, threshold }: Protection): string {
    const text = this.#texts.get(rows) ?? JSON.stringify(rows);
    this.#texts.set(rows, text);
    return [method, threshold, scenario.municipality, text].join(' ');
  }

  /** What comes of each entry, those before it counted as shown. */
  async #all(entries: readonly Entry[], to: Protection): Promise<Found[]> {
    const found: Found[] = [];
    this.isBusy = true;
    for (const entry of entries.filter(({ rows }) => rows.length > 0)) {
      const { municipality } = entry.scenario;
      const key = this.#keyOf(entry, to);
      if (found.some((earlier) => earlier.key === key)) continue;
      const before = [...this.#given, ...found.flatMap(givenOf)].filter((each) => each.municipality === municipality);
      const published = isMadeUp(entry.rows) ? [] : before.map((each) => each.published);
      found.push({ key, municipality, outcome: await protectedOf(entry, to, published) });
    }
    this.isBusy = false;
    return found;
  }

  #keep(found: Found[]): void {
    this.#outcomes = { ...this.#outcomes, ...Object.fromEntries(found.map(({ key, outcome }) => [key, outcome])) };
    this.#given = [...this.#given, ...found.flatMap(givenOf)];
  }

  #inTurn<Done>(work: () => Promise<Done>): Promise<Done> {
    const done = this.#work.then(work);
    this.#work = done.catch(() => undefined);
    return done;
  }
}

type Found = { key: string; municipality: string; outcome: Outcome };

/** Whether all people are made up: they are nobody's, and reveal nothing. */
function isMadeUp(rows: CohortRow[]): boolean {
  return rows.every(({ status }) => status === 'synthetic');
}

async function protectedOf({ rows }: Entry, to: Protection, before: Published[]): Promise<Outcome> {
  try {
    return await protectAside({ rows, to, before });
  } catch {
    return { problem: 'failed' };
  }
}

/** What was given out of people who are somebody. */
function givenOf({ municipality, outcome }: Found): { municipality: string; published: Published }[] {
  if (!('published' in outcome) || isMadeUp(outcome.published.rows)) return [];
  return [{ municipality, published: outcome.published }];
}

/** An entry with other rows, also where its scenario holds them. */
function withRows(entry: Entry, rows: CohortRow[]): Entry {
  const { scenario } = entry;
  return { ...entry, rows, scenario: typeof scenario.opening === 'string' ? scenario : { ...scenario, opening: rows } };
}
