import type { Answer, AskTables, Refusal } from '$lib/database/ask';
import type { Asker } from '$lib/database/asker';
import { cohortCsv } from '$lib/ingest/cohort-file';
import type { App } from './app.svelte';
import type { Entry } from './entry';

/**
 * Questions in SQL about what the workspace shows, asked of a database of their own, which is fetched with the first one.
 * While everybody sees the screen its tables are of what everybody may see, and nothing of before is left. Lives as long as
 * the panel that shows it.
 */
export class Asking {
  readonly #app: App;
  readonly #members: () => string;
  readonly #names: () => Map<number, string>;
  #asker: Asker | null = null;
  #filled: { with: readonly unknown[]; tables: AskTables } | null = null;
  #said = $state.raw<{ of: readonly unknown[]; outcome: Answer | Refusal } | null>(null);
  sql = $state('');
  isAsking = $state.raw(false);

  /** What the tables are made of; other parts make other tables. */
  readonly #parts = $derived.by((): readonly unknown[] => {
    const { workspace, language } = this.#app;
    const { mode, protection } = workspace.publishing;
    return [mode, protection, language, workspace.catalogue, this.#members(), workspace.chosen.entry, ...this.#seen];
  });

  /** `members` gives the rows of a group as delimited text, `''` where there is none; `names` what plans are called, by id. */
  constructor(app: App, members: () => string, names: () => Map<number, string>) {
    this.#app = app;
    this.#members = members;
    this.#names = names;
  }

  /** Whether nothing can be asked: everybody sees the screen, and people of a plan are not protected, or not yet. */
  get isClosed(): boolean {
    const { publishing, state } = this.#app.workspace;
    if (publishing.mode === 'private') return false;
    return state.entries.some(({ rows }, at) => rows.length > 0 && this.#seen[at]?.rows.length === 0);
  }

  /** What came of the last question, where it was asked of the same screen. */
  get outcome(): Answer | Refusal | null {
    const said = this.#said;
    return said && !this.isClosed && isSameScreen(said.of, this.#parts) ? said.outcome : null;
  }

  /** Whether what is shown is another plan than the answer is of. */
  get isStale(): boolean {
    return this.#said !== null && !isSame(this.#said.of, this.#parts);
  }

  async ask(): Promise<void> {
    if (this.isAsking || this.isClosed) return;
    this.isAsking = true;
    this.#said = null;
    const of = this.#parts;
    const outcome = await this.#answer(of);
    if (isSameScreen(of, this.#parts)) this.#said = { of, outcome };
    this.isAsking = false;
  }

  stop(): void {
    this.#asker?.stop();
  }

  /** Takes the tables and the answer away. */
  clear(): void {
    this.#asker?.close();
    this.#filled = null;
    this.#said = null;
  }

  async #answer(parts: readonly unknown[]): Promise<Answer | Refusal> {
    try {
      const { askerInBrowser } = await import('$lib/database/ask-browser');
      this.#asker ??= askerInBrowser();
      return await this.#asker.ask(this.#tablesOf(parts), this.sql);
    } catch (error) {
      return { problem: 'failed', name: '', detail: error instanceof Error ? error.message : String(error) };
    }
  }

  #tablesOf(parts: readonly unknown[]): AskTables {
    if (this.#filled && isSame(this.#filled.with, parts)) return this.#filled.tables;
    const { workspace } = this.#app;
    const tables = {
      cohort: cohortCsv(workspace.chosen.entry.rows),
      members: this.#members(),
      forecasts: this.#named(),
    };
    this.#filled = { with: parts, tables };
    return tables;
  }

  /** Every plan under its name. */
  #named(): AskTables['forecasts'] {
    const { workspace } = this.#app;
    const names = this.#names();
    return workspace.state.entries.map((entry) => {
      const { plan, forecast } = workspace.show(entry);
      return { name: names.get(entry.id) ?? String(entry.id), plan, forecast };
    });
  }

  get #seen(): Entry[] {
    const { publishing, state } = this.#app.workspace;
    return state.entries.map((entry) => publishing.seen(entry));
  }
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((part, at) => part === b[at]);
}

/** Whether the same persons may see both: the mode and the protection are the same. */
function isSameScreen(a: readonly unknown[], b: readonly unknown[]): boolean {
  return isSame(a.slice(0, 2), b.slice(0, 2));
}
