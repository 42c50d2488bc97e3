import { SPREADS } from '$lib/model/spreads';
import { valueAt } from '$lib/model/resolve';
import { isUnder } from '$lib/model/overrides';
import type { Shown } from './workspace.svelte';

/** What varies in futures, by the parameter that says how much. */
const VARYING: Record<string, string[]> = {
  [SPREADS.realisation]: ['settlement.realisation'],
  [SPREADS.mix]: ['settlement.mix'],
  [SPREADS.month]: ['settlement.month'],
  [SPREADS.age]: ['settlement.age'],
  [SPREADS.family]: ['family_immigration.rate', 'family_immigration.mix', 'family_immigration.timing'],
  [SPREADS.moving]: ['relocation.out', 'relocation.scale'],
  [SPREADS.duration]: ['programme.duration', 'programme.participation', 'programme.extension'],
  [SPREADS.outcome]: ['programme.outcome'],
  [SPREADS.rates]: ['rates.index', 'rates.scale'],
};

/** Whether a parameter says how much something varies in futures. */
export function isSpread(address: string): boolean {
  return Object.hasOwn(VARYING, address);
}

/** The parameter that says how much a lever varies in the futures of a plan; `null` where it does not. */
export function variesBy({ plan }: Shown, address: string): string | null {
  if (isSpread(address)) return null;
  const found = Object.entries(VARYING).find(([, ids]) => ids.some((id) => isUnder(address, id)));
  if (!found || !(valueAt(plan.parameters, found[0], plan.scenario.first_year) > 0)) return null;
  return found[0];
}
