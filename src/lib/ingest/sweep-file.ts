import { SWEEP_COLUMNS, SWEEP_PERCENTILES, type Sweep } from '$lib/model/country';
import type { Finding } from '$lib/model/settings';
import { SweepGatherer } from './sweep-gather';
import { sweepBatches, type Batch } from './sweep-batches';
import { Refused, refused, type Progress } from './table-cells';

/** The sweep that files hold together; `null` where anything of them is wrong. */
export type ReadSweep = { sweep: Sweep | null; findings: Finding[] };

/** The columns before and after the varied addresses, and those that every file must have. */
const BEFORE = ['municipality', 'scenario'];
const AFTER = ['year', 'tail', 'incomplete'];

/**
 * The files that `bosett sweep` wrote, Parquet or CSV, joined: all of them, or nothing and what is wrong with which. They are
 * read a piece at a time, and only the columns that are needed. Nothing is thrown.
 */
export async function readSweep(files: readonly File[], onProgress: Progress = () => undefined): Promise<ReadSweep> {
  const gatherer = new SweepGatherer();
  const findings: Finding[] = [];
  let first: { name: string; headings: string } | null = null;
  for (const [at, file] of files.entries()) {
    const say: Progress = (share) => onProgress((at + share) / files.length);
    try {
      const { headings, batches } = await sweepBatches(file);
      const addresses = addressesIn(headings);
      const columns = headings.join(', ');
      first ??= { name: file.name, headings: columns };
      if (first.headings !== columns) throw unlike(columns, first);
      const wanted = wantedOf(headings, addresses);
      gatherer.begin(file.name, addresses, wanted);
      await take(gatherer, batches(wanted), say);
    } catch (error) {
      findings.push({ ...findingOf(error), file: file.name });
    }
  }
  if (findings.length === 0 && gatherer.isEmpty) {
    findings.push({ code: 'no-rows', severity: 'error', path: '', file: files.map(({ name }) => name).join(', ') });
  }
  return { sweep: findings.length > 0 ? null : gatherer.sweep(), findings };
}

async function take(gatherer: SweepGatherer, batches: AsyncIterable<Batch>, say: Progress): Promise<void> {
  for await (const { columns, rows, share } of batches) {
    gatherer.take(columns, rows);
    say(share);
  }
}

/** The varied addresses: what stands between the scenario and the year. */
function addressesIn(headings: string[]): string[] {
  const until = headings.indexOf('year');
  const missing = [...BEFORE, ...AFTER, ...SWEEP_COLUMNS].filter((name) => !headings.includes(name));
  if (missing.length > 0) throw refused('not-a-sweep', { found: missing.join(', ') });
  const inPlace = [...BEFORE.entries()].every(([at, name]) => headings[at] === name);
  const after = [...AFTER.entries()].every(([at, name]) => headings[until + at] === name);
  if (!inPlace || !after) throw refused('not-a-sweep', { found: [...BEFORE, '…', ...AFTER].join(', ') });
  if (new Set(headings).size < headings.length) throw refused('double-column');
  return headings.slice(BEFORE.length, until);
}

function wantedOf(headings: string[], addresses: string[]): string[] {
  const percentiles = SWEEP_PERCENTILES.filter((name) => headings.includes(name));
  return [...BEFORE, ...addresses, ...AFTER, ...SWEEP_COLUMNS, ...percentiles];
}

/** Which columns only one of two files has, or that they stand in another order. */
function unlike(columns: string, first: { name: string; headings: string }): Refused {
  const [here, there] = [columns.split(', '), first.headings.split(', ')];
  const apart = [...here.filter((name) => !there.includes(name)), ...there.filter((name) => !here.includes(name))];
  return refused('sweep-unlike', { found: apart.slice(0, 5).join(', '), allowed: first.name });
}

function findingOf(error: unknown): Finding {
  return (error instanceof Refused ? error : refused('broken-file')).finding;
}
