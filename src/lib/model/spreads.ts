import { valueAt, type Parameters } from './resolve';

/** How far each uncertain thing varies in futures, at the start of the plan; 0 is certain. */
export type Spreads = {
  realisation: number;
  mix: number;
  month: number;
  age: number;
  family: number;
  moving: number;
  duration: number;
  outcome: number;
  rates: number;
};

/** The parameters of {@link Spreads}: what nobody decides. */
export const SPREADS = {
  realisation: 'settlement.realisation.spread',
  mix: 'settlement.mix.spread',
  month: 'settlement.month.spread',
  age: 'settlement.age.spread',
  family: 'family_immigration.rate.spread',
  moving: 'relocation.out.spread',
  duration: 'programme.duration.spread',
  outcome: 'programme.outcome.spread',
  rates: 'rates.index.spread',
} as const satisfies Record<keyof Spreads, string>;

/** The spreads of a scenario. */
export function spreadsOf(parameters: Parameters): Spreads {
  const at = (id: string): number => valueAt(parameters, id, parameters.first_year);
  return Object.fromEntries(Object.entries(SPREADS).map(([name, id]) => [name, at(id)])) as Spreads;
}
