import { FIRST_SEED, type FuturesPart } from '$lib/model/futures';
import type { RateSet } from '$lib/model/rate-set';
import type { Entry } from './entry';
import { FuturesPool, type Drawn } from './futures-pool';

/** The futures of the scenarios that are compared, as a page sees them; drawn in workers. */
export class Futures {
  #drawn = $state.raw<readonly Drawn[]>([]);
  #failed = $state.raw('');
  readonly #pool = new FuturesPool((drawn, failed) => {
    this.#drawn = drawn;
    this.#failed = failed;
  });

  /** The technical text of a failure; nothing is drawn after it. */
  get failed(): string {
    return this.#failed;
  }

  /** The futures of an entry, those drawn so far without a gap; `null` before the first. */
  of(entry: Entry, rates: readonly RateSet[], seed = FIRST_SEED): FuturesPart | null {
    return this.#drawn.find((each) => each.entry === entry && each.rates === rates && each.seed === seed)?.part ?? null;
  }

  /** Draws for these entries, the same numbers for all; what is drawn of them stays. */
  follow(entries: readonly Entry[], rates: readonly RateSet[], seed?: number, number?: number): void {
    this.#pool.follow(entries, rates, seed, number);
  }

  /** Ends the workers and gives everything back. */
  end(): void {
    this.#pool.end();
  }
}
