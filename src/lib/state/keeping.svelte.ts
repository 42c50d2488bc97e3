import type { Finding } from '$lib/model/settings';
import type { Municipality } from '$lib/parameters/municipalities';
import type { App } from './app.svelte';
import {
  dropProject,
  keepProject,
  keptProject,
  keptProjects,
  type Kept,
  type KeptProject,
  type Refusal,
} from './storage';

/** What was done with a project, for the sentence that says so. */
export type Done = { what: 'kept' | 'updated' | 'deleted' | 'restored'; name: string };

/** The projects kept on the device, and what is done with them. Lives as long as the page that shows them. */
export class Keeping {
  readonly #app: App;
  list = $state.raw<Kept[]>([]);
  /** Why nothing can be kept or read; `gone` where another tab was first. */
  refusal = $state.raw<Refusal | 'gone' | null>(null);
  /** What makes it impossible to save the project as it is. */
  findings = $state.raw<Finding[]>([]);
  done = $state.raw<Done | null>(null);
  /** What the last deletion or update took away. */
  lost = $state.raw<KeptProject | null>(null);

  constructor(app: App) {
    this.#app = app;
  }

  /** Reads the list anew. */
  async refresh(): Promise<void> {
    const kept = await keptProjects();
    if (typeof kept === 'string') this.refusal = kept;
    else this.list = kept;
  }

  /** The text of the open project; `null` where it cannot be saved, and `findings` say why. `now` as ISO time. */
  async written(now: string): Promise<string | null> {
    this.#begin();
    const { text, findings } = await this.#app.written(now);
    this.findings = findings;
    return findings.length === 0 ? text : null;
  }

  /** Keeps the open project under a name, in place of one of that name. */
  async keep(name: string, now: string): Promise<void> {
    const text = await this.written(now);
    if (text === null) return;
    const before = await this.#kept(name);
    if (this.refusal) return;
    const project = this.#described(name, now, text);
    await this.#put(project, { what: before ? 'updated' : 'kept', name });
    if (!this.refusal) this.lost = before;
  }

  /** Opens a kept project as its file would be. */
  async open(name: string): Promise<void> {
    this.#begin();
    const kept = await this.#kept(name);
    if (!kept) this.refusal ??= 'gone';
    else {
      const { workspace, imports } = this.#app;
      const findings = await imports.openProject(JSON.parse(kept.text), name);
      if (findings.length > 0) workspace.report = { file: name, findings, isRead: false };
      this.#app.rest();
    }
  }

  async drop(name: string): Promise<void> {
    this.#begin();
    const kept = await this.#kept(name);
    this.refusal ??= await dropProject(name);
    if (!this.refusal) {
      this.lost = kept;
      this.done = { what: 'deleted', name };
    }
    await this.refresh();
  }

  /** Puts back what the last deletion or update took away. */
  async restore(): Promise<void> {
    const { lost } = this;
    this.#begin();
    if (lost) await this.#put(lost, { what: 'restored', name: lost.name });
  }

  /** Everything was taken from the device: nothing of it comes back. */
  async wiped(): Promise<void> {
    this.#begin();
    await this.refresh();
  }

  async #put(project: KeptProject, done: Done): Promise<void> {
    this.refusal = await keepProject(project);
    if (!this.refusal) this.done = done;
    await this.refresh();
  }

  async #kept(name: string): Promise<KeptProject | null> {
    const kept = await keptProject(name);
    if (typeof kept !== 'string') return kept;
    this.refusal = kept;
    return null;
  }

  #described(name: string, saved: string, text: string): KeptProject {
    const { workspace } = this.#app;
    const { municipality, scenario } = workspace.chosen.entry;
    return {
      name,
      municipality: municipality ? fullName(municipality) : scenario.municipality,
      saved,
      size: new TextEncoder().encode(text).length,
      people: workspace.peopleHeld,
      text,
    };
  }

  #begin(): void {
    this.refusal = null;
    this.findings = [];
    this.done = null;
    this.lost = null;
  }
}

function fullName({ name, disambiguation }: Municipality): string {
  return disambiguation ? `${name} (${disambiguation})` : name;
}
