/** Numbers one after another of which each is kept, or none is. */
export type Run = { from: number; to: number; kept: boolean };

/** The numbers from one to another as runs of kept and not kept, in order. */
export function runsOf(kept: number[], from: number, to: number): Run[] {
  const isKept = new Set(kept);
  const runs: Run[] = [];
  for (let number = from; number <= to; number += 1) {
    const last = runs.at(-1);
    if (last && last.kept === isKept.has(number)) last.to = number;
    else runs.push({ from: number, to: number, kept: isKept.has(number) });
  }
  return runs;
}
