/** What makes a number of settled worth showing beside the chosen one. */
export type Reason =
  'none' | 'half' | 'requested' | 'double' | 'half_proposal' | 'double_proposal' | 'before' | 'proposal' | 'chosen';

/** A number of settled a year and why it is shown, the weightiest reason first. */
export type Alternative = { persons: number; reasons: Reason[] };

/**
 * The numbers a council compares, in order: nobody, half of what is asked, what is asked, double, as many as last year, the
 * proposal and the chosen. Where nothing is known to be asked, the proposal stands for it. Equal numbers are one.
 */
export function alternativesOf(of: {
  chosen: number;
  proposal: number;
  requested: number | null;
  before: number | null;
}): Alternative[] {
  const { chosen, proposal, requested, before } = of;
  const asked = requested ?? proposal;
  const known = requested !== null;
  const candidates: [number, Reason][] = [
    [chosen, 'chosen'],
    [proposal, 'proposal'],
    ...(known ? ([[asked, 'requested']] as [number, Reason][]) : []),
    [0, 'none'],
    [Math.round(asked / 2), known ? 'half' : 'half_proposal'],
    [asked * 2, known ? 'double' : 'double_proposal'],
    ...(before === null ? [] : ([[Math.round(before), 'before']] as [number, Reason][])),
  ];
  const byNumber = new Map<number, Reason[]>();
  for (const [persons, reason] of candidates) byNumber.set(persons, [...(byNumber.get(persons) ?? []), reason]);
  return [...byNumber].map(([persons, reasons]) => ({ persons, reasons })).sort((a, b) => a.persons - b.persons);
}
