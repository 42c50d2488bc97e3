import { drawsOf } from '$lib/model/draws';
import { futuresPart } from '$lib/model/draw-futures';
import { joinedParts, type FuturesPart } from '$lib/model/futures';
import type { RateSet } from '$lib/model/rate-set';
import { planFor, type Entry } from './entry';
import { catalogueOf } from './rates';

/** What the page asks of a worker: the futures of an entry from one to another; `job` tells requests apart. `null` stops all. */
export type FuturesRequest = {
  job: number;
  entry: Entry;
  rates: readonly RateSet[];
  seed: number;
  from: number;
  to: number;
};
/** What a worker says: futures as they are drawn, that it is done, or that it could not. */
export type FuturesReply =
  { job: number; part: FuturesPart } | { job: number; done: true } | { job: number; failed: string };

/** Futures drawn before a worker listens again, and those sent at a time after the first. */
const STEP = 10;
const SENT = 250;

let current = 0;

const say = (reply: FuturesReply): void => {
  if ('part' in reply) postMessage(reply, { transfer: Object.values(reply.part.values).map(({ buffer }) => buffer) });
  else postMessage(reply);
};

addEventListener('message', ({ data }: MessageEvent<FuturesRequest | null>) => {
  current = data?.job ?? 0;
  if (!data) return;
  draw(data).catch((error: unknown) => {
    say({ job: data.job, failed: error instanceof Error ? error.message : String(error) });
  });
});

const channel = new MessageChannel();
channel.port1.start();

/** Lets a message that waits be heard; a timer would wait four milliseconds. */
function listen(): Promise<void> {
  return new Promise((resolve) => {
    channel.port1.onmessage = () => {
      resolve();
    };
    channel.port2.postMessage(null);
  });
}

/** Draws in steps, and gives up as soon as something else is asked. */
async function draw({ job, entry, rates, seed, from, to }: FuturesRequest): Promise<void> {
  const draws = drawsOf(planFor(entry, catalogueOf(rates)), seed);
  const parts: FuturesPart[] = [];
  for (let at = from; at < to; at += STEP) {
    parts.push(futuresPart(draws, at, Math.min(STEP, to - at)));
    await listen();
    if (job !== current) return;
    const held = parts.reduce((sum, { count }) => sum + count, 0);
    if (held >= SENT || at + STEP >= to) say({ job, part: joinedParts(parts.splice(0)) });
  }
  say({ job, done: true });
}
