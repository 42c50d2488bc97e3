import type { Finding } from '$lib/model/settings';
import { cellWords, unitOf, valuesWithUnit, withUnit, written, writtenValues } from '$lib/text/setting';
import type { App } from './app.svelte';
import { binds } from './binding';
import { describe, partOf, reachOf, readTyped, refusalSentence, snapped, valuesIn, type Described } from './describe';
import type { Entry, Setting } from './entry';

/** Idle time before it is tried whether a lever binds anything. */
const WEIGH_AFTER = 800;

/** A parameter, or a cell of one, that a person moves, types or chooses: every attempt ends in a value or an explanation. */
export class Lever {
  readonly #app: App;
  readonly #address: () => string;
  /** Why what was last tried of a scenario as it stood cannot be. */
  #refused = $state.raw<{ of: Entry; sentence: string } | null>(null);
  #attempts = 0;
  #isInert = $state(false);
  readonly #described = $derived.by(() => describe(this.#app.workspace.chosen, this.#address()));
  readonly #proposal = $derived.by(() => valuesIn(this.#app.workspace.proposal, this.#address()));

  constructor(app: App, address: () => string) {
    this.#app = app;
    this.#address = address;
  }

  get described(): Described {
    return this.#described;
  }

  /** Whether nothing that is shown depends on it as the plan stands. */
  get isInert(): boolean {
    return this.#isInert;
  }

  /** The value of the proposal. */
  get proposal(): Described['now'] {
    return this.#proposal;
  }

  get name(): string {
    const { parameter, cells, tokens } = partOf(this.#address());
    const label = parameter.label[this.#app.language];
    return tokens.length > 0 && cells[0] ? `${label}: ${cellWords(parameter, cells[0].keys, this.#app.text)}` : label;
  }

  /** The value or values as they are written in a field. */
  get written(): string {
    return writtenValues(this.#described.now, this.#described, this.#app.text);
  }

  get unit(): string {
    const { now, parameter } = this.#described;
    return Number.isNaN(now.low) ? '' : unitOf(now.value, { parameter }, this.#app.text);
  }

  /** The value with its unit, for those who hear it. */
  get spoken(): string {
    const { now } = this.#described;
    if (now.low < now.high)
      return this.#app.text.parameters.mixedSpoken(
        written(now.low, this.#described, this.#app.text),
        withUnit(now.high, this.#described, this.#app.text),
      );
    return withUnit(now.value, this.#described, this.#app.text);
  }

  /** What must be said of the value: why another was refused, or that this one lies outside what is shown. */
  get explained(): string {
    if (this.isRefused) return this.#refused?.sentence ?? '';
    const { now, line, parameter } = this.#described;
    if (!line || !(now.low < line.min - 1e-9 || now.high > line.max + 1e-9)) return '';
    const { text } = this.#app;
    const ends = [line.min, line.max].map((end) => written(end, this.#described, text)) as [string, string];
    const value = valuesWithUnit(now, this.#described, text);
    return parameter.slider ? text.levers.outOfRange(value, ...ends) : text.parameters.beyondLine(value, ...ends);
  }

  /** Whether what was last tried could not be. */
  get isRefused(): boolean {
    return this.#refused?.of === this.#app.workspace.chosen.entry;
  }

  /** The option that is chosen. */
  get option(): string {
    const { parameter, now } = this.#described;
    return parameter.options?.[now.value] ?? '';
  }

  /** Moves the lever to a place on its line; `false` where it cannot be there. */
  move(to: number): boolean {
    const { parameter } = this.#described;
    const value = snapped(this.#described, to, this.#proposal.value);
    // A line stays within the limits: only shares, and steps that are not whole, can still be refused.
    if (parameter.sums_over || (parameter.whole && !Number.isInteger(value))) return this.#try(value, String(to));
    this.#refuse([], '');
    this.#put(value);
    return true;
  }

  /** Moves by steps of the line, or of the parameter where it has none, as far as its limits. */
  nudge(steps: number): void {
    const { now, line, parameter } = this.#described;
    const { min, max, step } = line ?? parameter.range ?? { min: 0, max: 0, step: 0 };
    const middle = Number.isNaN(now.low) ? min : (now.low + now.high) / 2;
    const from = now.low === now.high ? middle : min + Math.round((middle - min) / step) * step;
    const [low, high] = [Math.min(min, from), Math.max(max, from)];
    if (this.move(Math.min(Math.max(from + steps * step, low), high))) this.release();
  }

  /** Takes what somebody typed. */
  type(typed: string): void {
    const value = readTyped(typed, this.#described, this.#app.text);
    if (this.#try(value, typed)) this.release();
  }

  choose(option: string): void {
    if (this.#try(option, option)) this.release();
  }

  /** Back to what the scenario came with. */
  reset(): void {
    const { workspace } = this.#app;
    if (this.#refuse(workspace.check(this.#address(), null), '')) return;
    this.#copied(() => workspace.set(this.#address(), null));
    this.#tell();
  }

  /** To the standard, with nothing said of it by the scenario. */
  unset(): void {
    const { workspace } = this.#app;
    let findings: Finding[] = [];
    this.#copied(() => (findings = workspace.unset(this.#address())));
    if (!this.#refuse(findings, '')) this.#tell();
  }

  release(): void {
    this.#app.release();
  }

  /** Tries, when nothing has moved for a while, whether the lever binds; gives what stops the wait. */
  weigh(): () => void {
    const [shown, address] = [this.#app.workspace.chosen, this.#address()];
    const timer = setTimeout(() => {
      this.#isInert = !binds(shown, address, reachOf(describe(shown, address)));
    }, WEIGH_AFTER);
    return () => clearTimeout(timer);
  }

  #try(value: Setting, typed: string): boolean {
    const { workspace } = this.#app;
    if (this.#refuse(workspace.check(this.#address(), value), typed)) return false;
    this.#put(value);
    return true;
  }

  #put(value: Setting): void {
    this.#copied(() => this.#app.workspace.set(this.#address(), value));
  }

  /** Whether a value is refused; the words of why come when they are needed. */
  #refuse([finding]: Finding[], typed: string): boolean {
    const attempt = (this.#attempts += 1);
    this.#refused = null;
    if (!finding) return false;
    const [of, described] = [this.#app.workspace.chosen.entry, this.#described];
    void import('$lib/text/finding').then(({ findingSentence }) => {
      if (attempt !== this.#attempts) return;
      const sentence = refusalSentence(finding, described, typed, this.#app.text, findingSentence);
      this.#refused = { of, sentence };
    });
    return true;
  }

  /** Says that a copy is worked on from now, where the scenario was locked. */
  #copied(change: () => void): void {
    const before = this.#app.workspace.chosen.entry;
    change();
    if (before.locked && this.#app.workspace.chosen.entry.id !== before.id)
      this.#app.message = this.#app.text.parameters.copied;
  }

  #tell(): void {
    this.release();
    this.#app.message = this.#app.text.parameters.nowAt(this.name, this.spoken);
  }
}
