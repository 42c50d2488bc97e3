import type { ReadFile } from '$lib/ingest/read-file';
import { NO_CHOICES, headingsKey, type Choices } from '$lib/ingest/reading';
import type { Finding } from '$lib/model/settings';
import { readInWorker, type Reader } from './reader';
import type { Workspace } from './workspace.svelte';

/** A file of people or accounts as it was read: it waits for a yes, or is used. It is read again with other choices. */
export type Import = { file: File; read: Exclude<ReadFile, { kind: 'none' }>; isUsed: boolean };

/** Defects that somebody can mend by saying what a heading or a word stands for. */
const MENDABLE = ['missing-column', 'unknown-column', 'double-column', 'not-an-option'];

const UNREAD: Finding = { code: 'reading-failed', severity: 'error', path: '' };

/** The files that are opened: read in a worker, shown as they were understood, and used when nothing is in doubt. */
export class Imports {
  readonly #workspace: Workspace;
  readonly #reader: Reader;
  #stop: AbortController | null = null;
  #used: Import | null = null;
  #isUsing = false;

  /** The file that is being read, and how much of it. */
  reading = $state.raw<{ file: string; share: number } | null>(null);
  /** The file of people or accounts that was read last. */
  current = $state.raw<Import | null>(null);
  /** The file that was taken into use last. */
  taken = $state.raw<Import | null>(null);
  /** What is chosen for it, from the moment it is chosen. */
  choices = $state.raw<Choices>(NO_CHOICES);
  /** Whether how it was read is shown, to be corrected or said yes to. */
  isAsking = $state.raw(false);

  constructor(workspace: Workspace, reader: Reader = readInWorker) {
    this.#workspace = workspace;
    this.#reader = reader;
  }

  /** Opens a file: a project or a scenario as JSON, or people or accounts as tables. A defect changes nothing. */
  async open(file: File): Promise<void> {
    this.cancel();
    this.#workspace.report = null;
    if (file.name.toLowerCase().endsWith('.json')) this.#say(file.name, await this.#openJson(file));
    else await this.#read(file, null);
  }

  /** Opens the value of a project file; a file that was read before belongs to what it takes the place of. */
  async openProject(value: unknown, name: string): Promise<Finding[]> {
    const findings = await this.#workspace.openProject(value, name);
    if (findings.length === 0) {
      this.#used = null;
      this.current = null;
    }
    return findings;
  }

  /** Reads the file again, with other choices. */
  async choose(choices: Choices): Promise<void> {
    if (!this.current) return;
    this.choices = choices;
    await this.#read(this.current.file, choices);
  }

  /** Uses what was read. */
  async accept(): Promise<void> {
    if (this.current && !this.isStopped && !this.#isUsing) await this.#use(this.current);
  }

  /** Stops reading, or leaves what was read unused; what was loaded before stays. */
  cancel(): void {
    this.#stop?.abort();
    this.#stop = null;
    this.reading = null;
    this.isAsking = false;
    this.current = this.#used;
    this.choices = this.#used?.read.choices ?? NO_CHOICES;
  }

  /** Whether something of the file must be mended or answered before it can be used. */
  get isStopped(): boolean {
    const read = this.current?.read;
    return !read || read.questions.length > 0 || read.findings.some(({ severity }) => severity === 'error');
  }

  async #read(file: File, choices: Choices | null): Promise<void> {
    this.#stop?.abort();
    const stop = new AbortController();
    this.#stop = stop;
    this.reading = { file: file.name, share: 0 };
    const onProgress = (share: number): void => {
      if (this.#stop === stop) this.reading = { file: file.name, share };
    };
    const read = await this.#context()
      .then((context) => ({ choices, known: this.#workspace.mappings, context }))
      .then((means) => (stop.signal.aborted ? null : this.#reader(file, means, onProgress, stop.signal)))
      .catch((): ReadFile => ({ kind: 'none', findings: [UNREAD] }));
    if (this.#stop !== stop) return;
    this.#stop = null;
    this.reading = null;
    if (read) await this.#take(file, read, choices !== null);
  }

  async #take(file: File, read: ReadFile, isAgain: boolean): Promise<void> {
    const errors = read.findings.filter(({ severity }) => severity === 'error');
    const isLost = read.kind === 'none' || (!isAgain && errors.some(({ code }) => !MENDABLE.includes(code)));
    if (read.kind === 'none' || isLost) {
      this.#say(file.name, read.findings);
      return;
    }
    this.choices = read.choices;
    this.current = { file, read, isUsed: false };
    // What was chosen for another file is never taken over unseen.
    this.isAsking = isAgain || read.findings.length > 0 || read.questions.length > 0 || isChosen(read.choices);
    if (!this.isAsking) await this.#use(this.current);
  }

  async #use({ file, read }: Import): Promise<void> {
    this.#isUsing = true;
    const findings = await this.#workspace.useFile(file.name, read).finally(() => {
      this.#isUsing = false;
    });
    this.#say(file.name, findings);
    if (findings.length > 0) return;
    const { columns, values } = read.choices;
    const { mappings } = this.#workspace;
    // Answers are of one file: the next may be in another unit, or of another municipality.
    if (isChosen({ ...NO_CHOICES, columns, values }))
      this.#workspace.mappings = { ...mappings, [headingsKey(read)]: { columns, values, answers: {} } };
    this.#used = { file, read, isUsed: true };
    this.current = this.#used;
    this.taken = this.#used;
    this.isAsking = false;
  }

  #say(file: string, findings: Finding[]): void {
    const isRead = findings.every(({ severity }) => severity === 'warning');
    this.#workspace.report = findings.length > 0 ? { file, findings, isRead } : null;
  }

  async #openJson(file: File): Promise<Finding[]> {
    const [{ decode }, { readJson, readScenario, sizeFindings }, { isProject }, { isRates }] = await Promise.all([
      import('$lib/ingest/encoding'),
      import('$lib/ingest/scenario-file'),
      import('$lib/ingest/project-migration'),
      import('$lib/ingest/rates-file'),
    ]);
    const tooLarge = sizeFindings(file.size);
    if (tooLarge.length > 0) return tooLarge;
    const text = decode(new Uint8Array(await file.arrayBuffer()));
    const json = readJson(text);
    if ('finding' in json) return [json.finding];
    if (isRates(json.value)) return this.#workspace.openRates(json.value);
    if (isProject(json.value)) return this.openProject(json.value, file.name);
    return this.#workspace.openScenario(file.name, readScenario(text));
  }

  /** What is published of those settled in the municipality, for a comparison with the file. */
  async #context() {
    const { scenario } = this.#workspace.entryOf(this.#workspace.state.chosen);
    const { historyOf } = await import('$lib/parameters/history');
    const { municipality, first_year: firstYear } = scenario;
    return { settlement: historyOf(municipality)?.counts ?? [], municipality, firstYear };
  }
}

function isChosen({ columns, values, answers }: Choices): boolean {
  return [columns, values, answers].some((chosen) => Object.keys(chosen).length > 0);
}
