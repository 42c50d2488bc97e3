import { isUnder } from './overrides';
import type { Plan } from './plan';
import { valueAt } from './resolve';
import { PERSONS, variantsOf } from './vary';

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

/** The same numbers for a plan beside a proposal, each with the plan that settles so many every year, all else as it stands. */
export function alternativePlans(chosen: Plan, proposal: Plan): (Alternative & { plan: Plan })[] {
  const { scenario, opening, parameters } = chosen;
  const first = scenario.first_year;
  const asked = valueAt(parameters, 'settlement.requested', first);
  const before = opening.cells.filter(({ settlement_year }) => settlement_year === first - 1);
  const variant = variantsOf(chosen, [PERSONS]);
  const kept = Object.entries(scenario.parameters).filter(([setting]) => !isUnder(setting, PERSONS));
  return alternativesOf({
    chosen: valueAt(parameters, PERSONS, first),
    proposal: valueAt(proposal.parameters, PERSONS, proposal.scenario.first_year),
    requested: Number.isNaN(asked) ? null : asked,
    before: before.length > 0 ? before.reduce((sum, { persons }) => sum + persons, 0) : null,
  }).map((alternative) => ({
    ...alternative,
    plan: {
      ...variant([alternative.persons]),
      scenario: { ...scenario, parameters: Object.fromEntries([...kept, [PERSONS, alternative.persons]]) },
    },
  }));
}
