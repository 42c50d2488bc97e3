import { NOISE, add, zeros } from './columns';
import { positionOf } from './items';
import { addEntry, priceOf, type Ledger, type Price } from './ledger';
import type { Horizon } from './population';
import { OUTCOMES, type Adults, type Programme } from './programme';
import { kindOf } from './quantities';
import { planned, workedOut, type Parameters } from './resolve';

/** What an adult does, with the positions of the item its social assistance is booked on and of its kind of quantity. */
const STATES = (['waiting', 'in_programme', ...OUTCOMES, 'outside'] as const).map((state) => ({
  state,
  item: positionOf(`social_assistance.${state}`),
  kind: kindOf(state),
}));

/** By year: the share of a year's assistance of adults in each state, and of it for those past grant year 5. */
type Rates = { shares: Float64Array[]; afterPhase: Float64Array };

function ratesOf(parameters: Parameters): Rates {
  return {
    shares: STATES.map(({ state }) => planned(parameters, `social_assistance.share.${state}`)),
    afterPhase: planned(parameters, 'social_assistance.after_phase'),
  };
}

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
  const { shares, afterPhase: later } = workedOut(parameters, ratesOf);
  const all = zeros(years);
  const byState = [programme.waiting, programme.inside, ...programme.through, outsideOf(programme, years)].map(
    (adults, which) => {
      const share = shares[which];
      const of = { inPhase: zeros(years), after: zeros(years) };
      for (let at = 0; at < years; at += 1) {
        of.inPhase[at] = (adults.inPhase[at] ?? 0) * (share?.[at] ?? NaN);
        of.after[at] = (adults.after[at] ?? 0) * (share?.[at] ?? NaN) * (later[at] ?? NaN);
        add(all, at, of.inPhase[at] ?? 0);
        add(all, at, of.after[at] ?? 0);
      }
      return of;
    },
  );
  const afterPhase = zeros(years);
  for (let at = 0; at < years; at += 1) {
    let late = 0;
    for (const of of byState) late += of.after[at] ?? 0;
    if (late > 0) afterPhase[at] = late / (all[at] ?? NaN);
  }
  return { all, afterPhase, byState };
}

/** All adults but those waiting for the programme, in it and through it. */
function outsideOf({ all, waiting, inside, through }: Programme, years: number): Adults {
  const of = { inPhase: zeros(years), after: zeros(years) };
  for (const phase of ['inPhase', 'after'] as const) {
    for (let at = 0; at < years; at += 1) {
      let left = (all[phase][at] ?? 0) - (waiting[phase][at] ?? 0) - (inside[phase][at] ?? 0);
      for (const adults of through) left -= adults[phase][at] ?? 0;
      of[phase][at] = left < NOISE ? 0 : left;
    }
  }
  return of;
}

/** The lines of social assistance, those past grant year 5 apart. `origins` are all there are people of. */
export function assistanceEntries(
  ledger: Ledger,
  assistance: Assistance,
  parameters: Parameters,
  horizon: Horizon,
  origins: number,
): void {
  const price = workedOut(parameters, amountOf);
  const years = horizon.years + horizon.tail;
  for (let which = 0; which < STATES.length; which += 1) {
    const state = STATES[which];
    const of = assistance.byState[which];
    if (!state || !of) continue;
    const { item, kind } = state;
    const source = { kind, origins, settlement_year: 0, category: -1 };
    for (let at = 0; at < years; at += 1) {
      addEntry(ledger, at, item, of.inPhase[at] ?? 0, price, at, source);
      addEntry(ledger, at, item, of.after[at] ?? 0, price, at, source, true);
    }
  }
}

function amountOf(parameters: Parameters): Price {
  return priceOf(parameters, 'social_assistance.amount');
}
