import type { Change } from '$lib/text/change';

/** A state and the change that led to it. */
export type Step<State> = { state: State; change: Change };

/** Steps to keep; the oldest give way. */
const KEPT = 200;

/** States in order, with the way back and forth. States are immutable, so that a step costs a reference. */
export class History<State> {
  #steps = $state.raw<Step<State>[]>([]);
  #at = $state(0);
  /** The setting that is being dragged: its steps are one until it rests. */
  #moving: string | null = null;

  constructor(start: State) {
    this.restart(start);
  }

  get state(): State {
    const step = this.#steps[this.#at];
    if (!step) throw new Error(`no step: ${this.#at}`);
    return step.state;
  }

  /** Everything that was done, what is undone included, oldest first. */
  get steps(): readonly Step<State>[] {
    return this.#steps;
  }

  /** The step whose state is shown. */
  get at(): number {
    return this.#at;
  }

  get canUndo(): boolean {
    return this.#at > 0;
  }

  get canRedo(): boolean {
    return this.#at < this.#steps.length - 1;
  }

  /** A new state; what was undone before it is gone. A setting that moves on without resting stays one step. */
  write(state: State, change: Change): void {
    const moves = change.kind === 'set' && this.#moving === change.name;
    const before = this.#steps.slice(0, moves ? this.#at : this.#at + 1);
    this.#steps = [...before, { state, change }].slice(-KEPT);
    this.#at = this.#steps.length - 1;
    this.#moving = change.kind === 'set' ? change.name : null;
  }

  /** What moved came to rest: the next change is a step of its own. */
  rest(): void {
    this.#moving = null;
  }

  /** Begins anew with a state; nothing before it can come back. */
  restart(state: State): void {
    this.#steps = [{ state, change: { kind: 'start', name: '', value: null } }];
    this.#at = 0;
    this.#moving = null;
  }

  undo(): void {
    this.jump(this.#at - 1);
  }

  redo(): void {
    this.jump(this.#at + 1);
  }

  jump(step: number): void {
    this.#at = Math.min(Math.max(step, 0), this.#steps.length - 1);
    this.#moving = null;
  }
}
