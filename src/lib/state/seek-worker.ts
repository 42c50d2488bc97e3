import type { Bound } from '$lib/model/bounds';
import type { RateSet } from '$lib/model/rate-set';
import type { Sought } from '$lib/model/seek';
import { chanceSteps, type Chance, type FoundChance } from '$lib/model/seek-chance';
import { planFor, PERSONS, type Entry } from './entry';
import { catalogueOf } from './rates';

/** What the page asks: the number settled a year that keeps the bounds in a share of futures. */
export type SeekRequest = {
  entry: Entry;
  rates: readonly RateSet[];
  bounds: Bound[];
  sought: Sought;
  chance: Chance;
};
/** What the worker says: the number just tried, and at last what was found or that it could not. */
export type SeekReply = { tried: number } | { found: FoundChance } | { failed: string };

const say = (reply: SeekReply): void => {
  postMessage(reply);
};

addEventListener('message', ({ data }: MessageEvent<SeekRequest>) => {
  try {
    const { entry, rates, bounds, sought, chance } = data;
    const steps = chanceSteps(planFor(entry, catalogueOf(rates)), PERSONS, bounds, sought, chance);
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) {
        say({ found: step.value });
        return;
      }
      say({ tried: step.value });
    }
  } catch (error) {
    say({ failed: error instanceof Error ? error.message : String(error) });
  }
});
