/** How sure a figure is, strongest first. `own` is what a scenario sets; `carried_forward` is an old rate still used. */
export const STATUSES = ['published', 'derived', 'carried_forward', 'own', 'assumed', 'unknown'] as const;
export type Status = (typeof STATUSES)[number];

/** The weaker of two positions in {@link STATUSES}. */
export function weaker(a: number, b: number): number {
  return a > b ? a : b;
}

/** The position of a status in {@link STATUSES}, the form in which series carry it. */
export function statusIndex(status: Status): number {
  return STATUSES.indexOf(status);
}

/** The status at a position in {@link STATUSES}. */
export function statusAt(index: number): Status {
  const status = STATUSES[index];
  if (!status) throw new Error(`no status: ${index}`);
  return status;
}
