import type { Metric } from '$lib/model/year-row';
import type { Status } from '$lib/model/status';
import type { Language } from '$lib/text/language';

/** What a figure is asked "why" of: the plan the paper is about, the other, or an alternative by its place. */
export type Ask = { of: 'about' | 'other' | number; metric: Metric; years: readonly number[] };

/** A figure of a forecast as it is written, what it is a figure of, and its value where it has a sign. */
export type FigureRun = { text: string; name: string; sign: number | null; ask: Ask };

/** Words that are of another language, lead somewhere, or say how sure a value is. */
export type Said = {
  text: string;
  lang?: Language | undefined;
  /** An address outside of the paper. */
  href?: string | undefined;
  /** The id of a parameter. */
  parameter?: string | undefined;
  status?: Status | undefined;
};

/** A piece of a sentence; `\n` alone breaks the line. */
export type Run = string | FigureRun | Said;

/** A row of a table: what it is of, and a cell for each column after the first. */
export type Row = { head: Run[]; cells: Run[][] };

/** Rows that belong together; `name` is empty where they need none. */
export type Part = { name: string; tail: boolean; rows: Row[]; sum: Row | null };

/** A table. `origin` says of which years and plan it is, whom it is for, and what it rests on. */
export type TableBlock = {
  kind: 'table';
  caption: string;
  origin: string;
  columns: { name: string; isFigure: boolean }[];
  parts: Part[];
  /** Whether rows become short lists where there is no room for columns. */
  stacks: boolean;
};

/** A piece of the paper. Level 1 is its title; a mark says whom it is for. */
export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | { kind: 'paragraph' | 'note' | 'mark'; runs: Run[] }
  | { kind: 'list'; ordered: boolean; items: Run[][] }
  | { kind: 'terms'; rows: { key: string; term: string; runs: Run[] }[] }
  | TableBlock
  | { kind: 'picture'; name: string; origin: string }
  | { kind: 'resolution'; form: Language; lines: string[] }
  | { kind: 'hidden'; lines: string[] };

/** Whether a run is a figure that can be asked about. */
export function isFigure(run: Run): run is FigureRun {
  return typeof run !== 'string' && 'ask' in run;
}

/** A run as plain words. */
export function wordsOf(runs: readonly Run[]): string {
  return runs.map((run) => (typeof run === 'string' ? run : run.text)).join('');
}

/** Words in which `{net}` is the place of the run `net`, without the gaps that empty runs leave. */
export function filled(words: string, runs: Record<string, Run>): Run[] {
  const parts = words.split(/\{(\w+)\}/).map((part, at) => (at % 2 === 0 ? part : (runs[part] ?? '')));
  return joined(parts);
}

/** Sentences one after the other, with a space between. */
export function sentences(...of: Run[][]): Run[] {
  return joined(of.filter((runs) => runs.length > 0).flatMap((runs, at) => (at === 0 ? runs : [' ', ...runs])));
}

/** Plain words that stand beside each other as one, each gap a single space. */
function joined(runs: readonly Run[]): Run[] {
  const all: Run[] = [];
  for (const run of runs) {
    const last = all.at(-1);
    if (typeof run === 'string' && typeof last === 'string') all[all.length - 1] = last + run;
    else all.push(run);
  }
  return all
    .map((run) => (typeof run === 'string' ? run.replace(/ {2,}/g, ' ').replace(/ (?=[.,])/g, '') : run))
    .filter((run) => run !== '');
}

/** Blocks by what they are and which of their kind: one that comes later leaves the others where they are. */
export function keyed(blocks: readonly Block[]): { key: string; block: Block }[] {
  const met = new Map<string, number>();
  return blocks.map((block) => {
    const before = met.get(block.kind) ?? 0;
    met.set(block.kind, before + 1);
    return { key: `${block.kind}${before}`, block };
  });
}
