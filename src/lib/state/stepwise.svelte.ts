import { rest } from './rest';

/** Milliseconds of work before the page may draw again. */
const SLICE = 10;
/** How long a search stands still before it is tried again whether a lever has come to rest. */
const PAUSE = 60;
/** How many steps there are between two words of how far a search has come. */
const TOLD = 40;

/** A search that is made a step at a time; `step` says whether it is done. The lowest rank goes first. */
type Job = { rank: number; step: () => boolean };

/** The searches of a page, one after the other and a little at a time, so that the page answers in between. */
export class Turns {
  readonly #isMoving: () => boolean;
  #jobs: Job[] = [];
  #isRunning = false;

  /** `isMoving` says whether a lever moves: nothing is searched meanwhile. */
  constructor(isMoving: () => boolean) {
    this.#isMoving = isMoving;
  }

  /** Lets a search begin; what is given back ends it. */
  add(job: Job): () => void {
    this.#jobs = [...this.#jobs, job].sort((a, b) => a.rank - b.rank);
    void this.#run();
    return () => this.#remove(job);
  }

  #remove(job: Job): void {
    this.#jobs = this.#jobs.filter((each) => each !== job);
  }

  async #run(): Promise<void> {
    if (this.#isRunning) return;
    this.#isRunning = true;
    try {
      await rest(0);
      for (;;) {
        const [job] = this.#jobs;
        if (!job) return;
        if (!this.#isMoving()) this.#slice(job);
        await rest(this.#isMoving() ? PAUSE : 0);
      }
    } finally {
      this.#isRunning = false;
    }
  }

  #slice(job: Job): void {
    const until = performance.now() + SLICE;
    try {
      while (performance.now() < until) {
        if (!job.step()) continue;
        this.#remove(job);
        return;
      }
    } catch (error) {
      this.#remove(job);
      throw error;
    }
  }
}

/** What a search in steps finds. While a new one is made, what was found before stays. */
export class Stepwise<Value> {
  readonly #turns: Turns;
  readonly #rank: number;
  #found = $state.raw<Value | null>(null);
  #made = $state.raw(0);
  #isWorking = $state.raw(true);

  constructor(turns: Turns, rank: number) {
    this.#turns = turns;
    this.#rank = rank;
  }

  /** What was found last; `null` until the first is. */
  get found(): Value | null {
    return this.#found;
  }

  /** How many steps are made, told now and then. */
  get made(): number {
    return this.#made;
  }

  /** Whether what was found is of another question than the last. */
  get isWorking(): boolean {
    return this.#isWorking;
  }

  /** Forgets what was found: there is nothing to ask. */
  clear(): void {
    this.#found = null;
    this.#isWorking = false;
  }

  /** Begins a search; what is given back ends it. */
  begin(steps: Generator<unknown, Value, void>): () => void {
    this.#made = 0;
    this.#isWorking = true;
    let made = 0;
    return this.#turns.add({
      rank: this.#rank,
      step: () => {
        const { done, value } = steps.next();
        made += 1;
        if (made % TOLD === 0) this.#made = made;
        if (!done) return false;
        this.#found = value;
        this.#isWorking = false;
        return true;
      },
    });
  }
}
