import { readScenario } from '$lib/ingest/scenario-file';
import { readQuestions } from '$lib/ingest/questions-file';
import { FIRST_SEED } from '$lib/model/futures';
import type { AskedQuestion } from '$lib/model/question';
import { netInPlanAndTail } from '$lib/model/year-row';
import { cohortRows } from '$lib/parameters/examples';
import { publishedCatalogue } from '$lib/parameters/published';
import { METHODS, type Protection } from '$lib/protect/publish';
import { SMALLEST_THRESHOLD } from '$lib/protect/suppress';
import { entryFrom, type Entry, type Setting, type State } from './entry';
import type { Shown } from './workspace.svelte';

/** The format of a link; a link of another format is refused with its name. */
const FORMAT = 'b1';
/** Longer links are cut by mail programs and chat. */
export const LONGEST = 2000;

/** A scenario in a link: everything but people. `opening` is a file that comes with the application, or nothing. */
type LinkedScenario = {
  name: string | null;
  source: string;
  locked: boolean;
  title: Record<string, string | undefined>;
  municipality: string;
  first_year: number;
  years: number;
  opening: string | null;
  parameters: Record<string, Setting>;
};
type Linked = {
  proposal: LinkedScenario;
  chosen: LinkedScenario;
  /**
   * The version that made the link, and what it found for the chosen: net in plan and tail, kroner. Nothing where the people
   * stay behind, for sums tell of them.
   */
  version: string;
  net: [number | null, number | null];
  /** Stands where the figures rest on rates of the municipality's own, which no link carries. */
  ownRates?: true;
  /** What the futures are drawn from, where it is not the first seed. */
  seed?: number;
  /** What was asked of figures, where there is room for it. */
  questions?: readonly AskedQuestion[];
  /** How small numbers are protected where the link was made for everybody. */
  protection?: Protection;
};

/** What came out of a link: a state, or the code of what is wrong. */
export type Opened =
  | {
      state: State;
      withoutPeople: boolean;
      ownRates: boolean;
      version: string;
      net: [number | null, number | null];
      protection: Protection | null;
    }
  | { problem: 'format' | 'broken' };

/**
 * The hash of a link that gives the proposal and the chosen scenario back, with questions where there is room for all of them;
 * `null` where it would be too long.
 */
export async function linkOf(
  proposal: Shown,
  chosen: Shown,
  version: string,
  protection: Protection | null = null,
  seed = FIRST_SEED,
  questions: readonly AskedQuestion[] = [],
): Promise<string | null> {
  const linked: Linked = {
    proposal: linkedOf(proposal.entry),
    chosen: linkedOf(chosen.entry),
    version,
    net: chosen.entry.ownRows ? [null, null] : netOf(chosen),
    ...(hasOwnRates(chosen) && { ownRates: true }),
    ...(seed !== FIRST_SEED && { seed }),
    ...(questions.length > 0 && { questions }),
    ...(protection && { protection }),
  };
  const bytes = await through(new TextEncoder().encode(JSON.stringify(linked)), new CompressionStream('deflate-raw'));
  const hash = `#${FORMAT}=${base64(bytes)}`;
  if (hash.length <= LONGEST) return hash;
  return questions.length > 0 ? linkOf(proposal, chosen, version, protection, seed) : null;
}

function netOf({ forecast }: Shown): Linked['net'] {
  const { plan, tail } = netInPlanAndTail(forecast.result);
  const whole = (kroner: number | null): number | null => (kroner === null ? null : Math.round(kroner));
  return [whole(plan), whole(tail)];
}

function hasOwnRates({ plan }: Shown): boolean {
  return plan.parameters.catalogue !== publishedCatalogue;
}

/** Whether a hash is a link at all. */
export function isLink(hash: string): boolean {
  return /^#b\d+=/.test(hash);
}

/** The scenarios of a link. What it holds is checked as a file is. */
export async function openLink(hash: string): Promise<Opened> {
  const [format, text = ''] = hash.slice(1).split('=', 2);
  if (format !== FORMAT) return { problem: 'format' };
  try {
    const bytes = await through(fromBase64(text), new DecompressionStream('deflate-raw'));
    const linked = JSON.parse(new TextDecoder().decode(bytes)) as Linked;
    const entries = [linked.proposal, linked.chosen].map((each, at) => entryOf(each, at + 1));
    const [proposal, chosen] = entries;
    if (!proposal || !chosen) return { problem: 'broken' };
    return {
      state: {
        entries: [proposal, chosen],
        proposal: proposal.id,
        chosen: chosen.id,
        accounts: [],
        rates: [],
        questions: questionsOf(linked.questions),
        seed: seedOf(linked.seed),
      },
      ownRates: linked.ownRates === true,
      withoutPeople: linked.chosen.opening === null,
      version: String(linked.version),
      net: linked.net,
      protection: linked.protection === undefined ? null : protectionOf(linked.protection),
    };
  } catch {
    return { problem: 'broken' };
  }
}

/** A seed as a link has it. Throws where it is none. */
function seedOf(seed: number = FIRST_SEED): number {
  if (!Number.isInteger(seed) || (seed | 0) !== seed) throw new Error('no seed');
  return seed;
}

/** Questions as a link has them. Throws where they are none. */
function questionsOf(questions: unknown = []): AskedQuestion[] {
  const value = { format: 'bosett/questions@1', municipality: '0000', questions };
  const { file } = readQuestions(value);
  if (!file) throw new Error('no questions');
  return file.questions;
}

/** A protection as a link has it. Throws where it is none: what was made for everybody is not shown in full. */
function protectionOf({ method, threshold }: Protection): Protection {
  const known = METHODS.find((each) => each === method);
  if (!known || !Number.isInteger(threshold) || threshold < SMALLEST_THRESHOLD) throw new Error('no protection');
  return { method: known, threshold };
}

function linkedOf({ name, source, locked, scenario, ownRows }: Entry): LinkedScenario {
  const { title, municipality, first_year, years, opening, parameters } = scenario;
  const carried = !ownRows && typeof opening === 'string' ? opening : null;
  return { name, source, locked, title, municipality, first_year, years, opening: carried, parameters };
}

function entryOf(linked: LinkedScenario, id: number): Entry {
  const { name, source, locked, opening, ...rest } = linked;
  const known = opening !== null && cohortRows(opening) !== null ? opening : [];
  const { scenario } = readScenario(JSON.stringify({ format: 'bosett/scenario@1', ...rest, opening: known }));
  if (!scenario) throw new Error('no scenario');
  const { entry } = entryFrom(scenario, String(source), id);
  if (!entry) throw new Error('settings');
  return { ...entry, name: typeof name === 'string' ? name : null, locked: locked === true };
}

async function through(bytes: Uint8Array<ArrayBuffer>, stream: GenericTransformStream): Promise<Uint8Array> {
  const piped = new Blob([bytes]).stream().pipeThrough(stream as ReadableWritablePair<Uint8Array, Uint8Array>);
  return new Uint8Array(await new Response(piped).arrayBuffer());
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
}
