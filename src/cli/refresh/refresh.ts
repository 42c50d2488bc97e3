import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { RefreshError, type Fetching } from './answer';
import { changeLine, rowsOf, type Refreshed, type Row } from './changes';
import { settlementAnswer } from './imdi';
import { mergeMunicipalities, municipalitiesAnswer } from './klass';
import { basicAmountAnswer, mergeBasicAmount } from './nav';
import { mergeSettlement } from './settlement';
import { mergePopulation, populationAnswer } from './ssb';

/** The sources, in the order they are asked: Klass first, for its successors are what the others are asked about. */
export const SOURCES = ['klass', 'ssb', 'nav', 'imdi'] as const;
export type Source = (typeof SOURCES)[number];

const address = z.url();
const Sources = z.object({
  ssb: z.object({ title: z.string(), data: address }),
  klass: z.object({ title: z.string(), codes: address, changes: address }),
  nav: z.object({ title: z.string(), history: address }),
  imdi: z.object({ title: z.string(), hub: address }),
});

/** What is asked for: `folder` is the data folder, `today` a day as `2026-11-21`, `say` takes each line of the report. */
export type Request = Fetching & {
  folder: string;
  today: string;
  only: readonly Source[];
  dryRun: boolean;
  say: (line: string) => void;
};

/**
 * Asks the sources and writes what they add to the data folder. Of a source that cannot be reached or answers in another shape,
 * nothing is written; the others are not affected. The exit code is 1 when any source failed.
 */
export async function refresh(request: Request): Promise<number> {
  const sources = Sources.parse(JSON.parse(readFileSync(join(request.folder, 'sources.json'), 'utf8')));
  let failed = false;
  for (const source of SOURCES.filter((each) => request.only.includes(each))) {
    try {
      const refreshed = await ask[source](sources, request);
      if (!request.dryRun) write(join(request.folder, refreshed.file), refreshed.text);
      report(source, refreshed, request);
    } catch (error) {
      if (!(error instanceof RefreshError)) throw error;
      failed = true;
      request.say(`${source}: ${error.message} Nothing of this source was written.`);
    }
  }
  return failed ? 1 : 0;
}

type Ask = (sources: z.infer<typeof Sources>, request: Request) => Promise<Refreshed>;

const ask: Record<Source, Ask> = {
  async klass({ klass }, request) {
    const answer = await municipalitiesAnswer(klass, request.today, request);
    return mergeMunicipalities(textOf(request, 'municipalities.csv'), answer);
  },
  async ssb({ ssb }, request) {
    const numbers = municipalities(request)
      .filter((row) => row['valid_to'] === '')
      .map((row) => row['municipality'] ?? '');
    const answer = await populationAnswer(ssb.data, numbers, request);
    return mergePopulation(textOf(request, 'population.csv'), answer, `ssb-07459@${request.today}`);
  },
  async nav({ nav }, request) {
    const answer = await basicAmountAnswer(nav.history, request);
    return mergeBasicAmount(textOf(request, 'parameters/basic_amount.json'), answer, nav.history, request.today);
  },
  async imdi({ imdi }, request) {
    const answer = await settlementAnswer(imdi.hub, municipalities(request), request);
    const source = (year: string) => `imdi-page-${year}@${request.today}`;
    return mergeSettlement(
      textOf(request, 'settlement/settlement.csv'),
      answer,
      source,
      Number(request.today.slice(0, 4)),
    );
  },
};

function municipalities(request: Request): Row[] {
  return rowsOf(textOf(request, 'municipalities.csv'));
}

function textOf({ folder }: Request, file: string): string {
  return readFileSync(join(folder, file), 'utf8');
}

/** Written aside and moved, so that a stop half-way leaves the file as it was. */
function write(path: string, text: string): void {
  if (readFileSync(path, 'utf8') === text) return;
  writeFileSync(`${path}.new`, text);
  renameSync(`${path}.new`, path);
}

function report(source: Source, { changes }: Refreshed, { say, dryRun }: Request): void {
  const count = (kind: string) => changes.filter((change) => change.kind === kind).length;
  const written = dryRun ? 'would be' : 'were';
  say(
    `${source}: ${count('added')} figures ${written} added, ${count('replaced')} ${written} replaced, ${count('differs')} differ from what stands.`,
  );
  for (const change of changes) say(`  ${changeLine(change)}`);
}
