import type { Reason } from '$lib/model/alternatives';
import type { Text } from './text';

/** Why a number of settled is among the alternatives; `before` is the last year before the plan. */
export function reasonName(reason: Reason, before: number, { vote: { names } }: Text): string {
  return {
    none: names.none,
    half: names.half,
    requested: names.requested,
    double: names.double,
    half_proposal: names.halfProposal,
    double_proposal: names.doubleProposal,
    before: names.before(before),
    proposal: names.proposal,
    chosen: names.chosen,
  }[reason];
}
