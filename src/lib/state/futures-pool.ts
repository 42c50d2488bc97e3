import { COUNTED, FIRST_SEED, FUTURES, joinedParts, type FuturesPart } from '$lib/model/futures';
import type { RateSet } from '$lib/model/rate-set';
import type { Entry } from './entry';
import type { FuturesReply, FuturesRequest } from './futures-worker';

/** What is drawn of: an entry as it is seen, with own rates and a seed. */
type Asked = { entry: Entry; rates: readonly RateSet[]; seed: number; number: number };
/** The futures of what was asked, as far as they are drawn. */
export type Drawn = Asked & { part: FuturesPart };

/** Some of the futures of what was asked, for one worker. */
type Task = { asked: Asked; from: number; to: number };

/** Futures a worker draws at a time after the first, so that workers share them. */
const SHARE = 500;
/** Workers at most: more gain little, and each holds the parameters. */
const MOST_WORKERS = 4;

/**
 * Futures drawn in workers for the entries that are compared: the first fifty of each at once, then the rest. Whatever is asked
 * anew takes the place of what is not drawn yet.
 */
export class FuturesPool {
  readonly #report: (drawn: readonly Drawn[], failed: string) => void;
  #drawn: readonly Drawn[] = [];
  #failed = '';
  readonly #workers: { worker: Worker; isIdle: boolean }[] = [];
  #tasks: Task[] = [];
  #parts = new Map<Asked, FuturesPart[]>();
  #asked: Asked[] = [];
  #job = 0;
  readonly #jobs = new Map<number, Task>();

  /** `report` is called with all that is drawn whenever there is more, or with the technical text of a failure. */
  constructor(report: (drawn: readonly Drawn[], failed: string) => void) {
    this.#report = report;
  }

  /** Draws for these entries, in order, the same numbers for all; what is drawn of them stays. */
  follow(entries: readonly Entry[], rates: readonly RateSet[], seed = FIRST_SEED, number = FUTURES): void {
    const asked = entries.map((entry) => ({ entry, rates, seed, number }));
    const isAsked = (each: Asked, at: number): boolean =>
      isSame(each, this.#asked[at]) && number <= (this.#asked[at]?.number ?? 0);
    if (asked.length === this.#asked.length && asked.every(isAsked)) return;
    const kept = asked.map((each) => {
      const known = this.#asked.find((one) => isSame(each, one));
      return known ? Object.assign(known, { number }) : each;
    });
    this.#asked = kept;
    this.#parts = new Map(kept.map((each) => [each, this.#parts.get(each) ?? []]));
    this.#jobs.clear();
    this.#say(this.#drawn.filter((drawn) => kept.some((each) => isSame(each, drawn))));
    const left = (from: number, to: number, step: number): Task[] =>
      kept.flatMap((each) => missing(each, this.#parts.get(each) ?? [], from, to, step));
    this.#tasks = [...left(0, COUNTED, COUNTED), ...left(COUNTED, number, SHARE)];
    for (const each of this.#workers) each.isIdle = true;
    this.#work();
  }

  /** Gives everything back. */
  end(): void {
    for (const { worker } of this.#workers) worker.terminate();
    this.#workers.length = 0;
    [this.#asked, this.#tasks] = [[], []];
    this.#say([]);
  }

  #work(): void {
    if (this.#failed) return;
    // One core is left for the page.
    const most = Math.min(MOST_WORKERS, Math.max(1, navigator.hardwareConcurrency - 1));
    while (this.#workers.length < Math.min(most, this.#tasks.length)) this.#workers.push(this.#hire());
    for (const each of this.#workers) {
      if (!each.isIdle) continue;
      const task = this.#tasks.shift();
      if (!task) {
        each.worker.postMessage(null);
        continue;
      }
      each.isIdle = false;
      this.#job += 1;
      this.#jobs.set(this.#job, task);
      const { entry, rates, seed } = task.asked;
      const request: FuturesRequest = { job: this.#job, entry, rates, seed, from: task.from, to: task.to };
      each.worker.postMessage(request);
    }
  }

  #hire(): { worker: Worker; isIdle: boolean } {
    const worker = new Worker(new URL('./futures-worker.ts', import.meta.url), { type: 'module' });
    const hired = { worker, isIdle: true };
    worker.addEventListener('error', ({ message }) => {
      this.#fail(message || 'worker');
    });
    worker.addEventListener('message', ({ data }: MessageEvent<FuturesReply>) => {
      const task = this.#jobs.get(data.job);
      if (!task) return;
      if ('part' in data) this.#take(task.asked, data.part);
      else if ('failed' in data) this.#fail(data.failed);
      else {
        this.#jobs.delete(data.job);
        hired.isIdle = true;
        this.#work();
      }
    });
    return hired;
  }

  #take(asked: Asked, part: FuturesPart): void {
    const parts = [...(this.#parts.get(asked) ?? []), part].sort((a, b) => a.from - b.from);
    this.#parts.set(asked, parts);
    const whole: FuturesPart[] = [];
    let next = 0;
    for (const each of parts) {
      if (each.from !== next) break;
      whole.push(each);
      next += each.count;
    }
    if (whole.length === 0) return;
    const joined = joinedParts(whole);
    this.#parts.set(asked, [joined, ...parts.slice(whole.length)]);
    this.#say([...this.#drawn.filter((drawn) => !isSame(drawn, asked)), { ...asked, part: joined }]);
  }

  #say(drawn: readonly Drawn[]): void {
    this.#drawn = drawn;
    this.#report(drawn, this.#failed);
  }

  #fail(message: string): void {
    this.#failed = message;
    this.#say(this.#drawn);
  }
}

function isSame(one: Asked, other: Asked | undefined): boolean {
  return one.entry === other?.entry && one.rates === other.rates && one.seed === other.seed;
}

/** The futures between two that are not drawn, in tasks of so many. */
function missing(asked: Asked, parts: FuturesPart[], from: number, to: number, step: number): Task[] {
  const tasks: Task[] = [];
  for (let at = from; at < to; at += step) {
    const end = Math.min(at + step, to);
    let start = at;
    for (const part of parts)
      if (part.from <= start && part.from + part.count > start) start = Math.min(end, part.from + part.count);
    if (start < end) tasks.push({ asked, from: start, to: end });
  }
  return tasks;
}
