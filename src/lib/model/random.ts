/**
 * Evenly spread numbers from 0 up to, not including, 1. The same keys always give the same numbers, on every machine: only
 * whole numbers of 32 bits are reckoned with.
 */
export type Random = () => number;

/** A source of random numbers of its own for some keys, whole numbers such as a seed, a future and a household. */
export function randomOf(seed: number, ...keys: number[]): Random {
  let state = seedOf(START, seed);
  for (const key of keys) state = seedOf(state, key);
  return randomFrom(state);
}

const START = 0x9e3779b9;

/** The seed of one of many numbered things under a seed. */
export function seedOf(seed: number, key: number): number {
  return scrambled((seed ^ Math.imul(key | 0, 0x85ebca6b)) + 0x6d2b79f5);
}

/** One number of a seed of {@link seedOf}, the same whatever else is drawn. */
export function numberOf(seed: number): number {
  return (scrambled((seed + 0x6d2b79f5) | 0) >>> 0) / 4294967296;
}

/** The numbers of a seed of {@link seedOf}. */
export function randomFrom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    return (scrambled(state) >>> 0) / 4294967296;
  };
}

/** A number of 32 bits in which every bit rests on every bit of another. */
function scrambled(bits: number): number {
  let mixed = Math.imul(bits ^ (bits >>> 15), bits | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return mixed ^ (mixed >>> 14);
}

/** The deviation of a bell-shaped spread of mean 0 and standard deviation 1, within three of it: three even numbers added. */
export function deviation(random: Random): number {
  return 2 * (random() + random() + random()) - 3;
}

/** A factor of mean 1 and this standard deviation, from 0 to 2; large spreads are cut alike on both sides. */
export function factorOf(random: Random, spread: number, most = 2): number {
  const reach = Math.min(1, most - 1);
  return 1 + Math.min(reach, Math.max(-reach, spread * deviation(random)));
}
