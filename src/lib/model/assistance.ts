import { zeros } from './columns';
import { addEntry, priceOf, type Ledger, type Source } from './ledger';
import type { Horizon } from './population';
import type { Programme } from './programme';
import { yearsFrom, type Parameters } from './resolve';

/** What those through the programme go to. */
export const OUTCOMES = ['work', 'upper_secondary', 'adult_primary', 'higher', 'other'] as const;

/** What an adult does, the item its social assistance is booked on, and the parameters of it. */
const STATES = (['waiting', 'in_programme', ...OUTCOMES, 'outside'] as const).map((state) => ({
  state,
  item: `social_assistance.${state}` as const,
  shareId: `social_assistance.share.${state}`,
  outcomeId:
    state === 'waiting' || state === 'in_programme' || state === 'outside' ? null : `programme.outcome.${state}`,
}));

/** Social assistance in full years of one adult, by year of the plan: in all, and by state those in and past the phase. */
export type Assistance = {
  all: number[];
  /** The share of it that goes to those past grant year 5. */
  afterPhase: number[];
  byState: { inPhase: number[]; after: number[] }[];
};

/**
 * Adults waiting for the programme, in it, through it by outcome, and outside, each x the share of a year's assistance
 * such an adult receives, less for those past grant year 5 (`model.md` 8).
 */
export function assistanceOf(programme: Programme, parameters: Parameters, horizon: Horizon): Assistance {
  const years = horizon.years + horizon.tail;
  const planned = (address: string): Float64Array => yearsFrom(parameters, address, horizon.first_year);
  const all = zeros(years);
  const later = planned('social_assistance.after_phase');
  const byState = STATES.map(({ state, shareId, outcomeId }) => {
    const share = planned(shareId);
    const outcome = outcomeId === null ? null : planned(outcomeId);
    const of = { inPhase: zeros(years), after: zeros(years) };
    for (const phase of ['inPhase', 'after'] as const) {
      for (let at = 0; at < years; at += 1) {
        const through = programme.through[phase][at] ?? 0;
        const adults = outcome
          ? through * (outcome[at] ?? NaN)
          : state === 'waiting'
            ? (programme.waiting[phase][at] ?? 0)
            : state === 'in_programme'
              ? (programme.inside[phase][at] ?? 0)
              : outsideOf(programme, phase, at);
        of[phase][at] = adults * (share[at] ?? NaN) * (phase === 'after' ? (later[at] ?? NaN) : 1);
        all[at] = (all[at] ?? 0) + (of[phase][at] ?? 0);
      }
    }
    return of;
  });
  const afterPhase = zeros(years);
  for (let at = 0; at < years; at += 1) {
    let late = 0;
    for (const of of byState) late += of.after[at] ?? 0;
    if (late > 0) afterPhase[at] = late / (all[at] ?? NaN);
  }
  return { all, afterPhase, byState };
}

function outsideOf(programme: Programme, phase: 'inPhase' | 'after', at: number): number {
  const of = (adults: Programme['all']): number => adults[phase][at] ?? 0;
  return Math.max(0, of(programme.all) - of(programme.waiting) - of(programme.inside) - of(programme.through));
}

/** The lines of social assistance, those past grant year 5 apart. `origins` are all there are people of. */
export function assistanceEntries(
  ledger: Ledger,
  assistance: Assistance,
  parameters: Parameters,
  horizon: Horizon,
  origins: number,
): void {
  const price = priceOf(parameters, 'social_assistance.amount', horizon.first_year);
  for (const [which, { state, item }] of STATES.entries()) {
    const of = assistance.byState[which];
    const source: Source = { kind: state, origins, settlement_year: 0, category: -1 };
    for (let at = 0; at < horizon.years + horizon.tail; at += 1) {
      addEntry(ledger, at, item, of?.inPhase[at] ?? 0, price, at, source);
      addEntry(ledger, at, item, of?.after[at] ?? 0, price, at, source, true);
    }
  }
}
