import type { Forecast } from './forecast';
import { defaultValue } from './catalogue';
import type { Override } from './overrides';
import type { LeanParameter } from './parameter';
import { forecastOf, type Plan } from './plan';
import { statusOf, valueAt, withOverrides, type Parameters } from './resolve';

/** What moving one assumption to the low and the high end of its plausible range does to a figure, such as the net in kroner. */
export type Sensitivity = { id: string; low: number; high: number };

/** What assumptions are weighed by: a figure of a forecast, the parameters tried, all where `null`, and what is no change. */
export type Weighing = {
  figure: (of: Forecast) => number;
  among: ReadonlySet<string> | null;
  /** The two effects together must be more than this, in the unit of the figure. */
  least: number;
};

/**
 * Every assumed parameter the result rests on, one at a time over its plausible range, by its effect on the net of the
 * plan and the tail, largest first.
 */
export function sensitivityOf(plan: Plan): Sensitivity[] {
  const steps = sensitivitySteps(plan);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same, or by another figure, in steps of one forecast, so that a page can rest in between. */
export function* sensitivitySteps(
  plan: Plan,
  { figure, among, least }: Weighing = { figure: netOf, among: null, least: plan.scenario.years },
): Generator<void, Sensitivity[], void> {
  const { parameters } = plan;
  const overrides = [...parameters.overrides.values()].flat();
  const base = figure(forecastOf(plan));
  const tried: Sensitivity[] = [];
  for (const parameter of parameters.catalogue.parameters.values()) {
    if (!parameter.plausible || (among && !among.has(parameter.id)) || !isAssumed(parameter, plan)) continue;
    const effect = (bound: 'low' | 'high'): number => {
      const set = settingsAt(parameter, bound, plan);
      return figure(forecastOf({ ...plan, parameters: withOverrides(parameters, [...overrides, ...set]) })) - base;
    };
    yield;
    const low = effect('low');
    yield;
    const high = effect('high');
    if (Math.abs(low) + Math.abs(high) > least) tried.push({ id: parameter.id, low, high });
  }
  return tried.sort((a, b) => largest(b) - largest(a) || a.id.localeCompare(b.id));
}

/** How many of the assumptions are named to a reader. */
const NAMED = 5;

/** The ids of the assumed parameters that matter most to the result. */
export function mattersMost(sensitivity: Sensitivity[]): string[] {
  return sensitivity.slice(0, NAMED).map(({ id }) => id);
}

function largest({ low, high }: Sensitivity): number {
  return Math.max(Math.abs(low), Math.abs(high));
}

function isAssumed(parameter: LeanParameter, { parameters, scenario }: Plan): boolean {
  const cells = parameters.catalogue.cellsOf.get(parameter.id) ?? [];
  return cells.some(({ address }) => statusOf(parameters, address, scenario.first_year) === 'assumed');
}

/** Every cell of a parameter at one end of its plausible range. */
function settingsAt(parameter: LeanParameter, bound: 'low' | 'high', { parameters, scenario }: Plan): Override[] {
  const { plausible, range } = parameter;
  if (!plausible) return [];
  return (parameters.catalogue.cellsOf.get(parameter.id) ?? []).flatMap(({ address, tokens }) => {
    const stated = standardOf(parameter, address, parameters, scenario.first_year);
    const value = plausible.of === 'absolute' ? plausible[bound] : plausible[bound] * stated;
    const within = range ? Math.min(Math.max(value, range.min), range.max) : value;
    return Number.isNaN(within) ? [] : [{ id: parameter.id, tokens, year: null, value: within }];
  });
}

/** What a scenario would state to leave a cell as it is: a price in kroner of the first year, before any factor on prices. */
function standardOf(parameter: LeanParameter, address: string, parameters: Parameters, year: number): number {
  const isPrice = parameter.values.some((block) => block.price_year !== undefined);
  if (!isPrice) return defaultValue(parameters.catalogue, address, year);
  return valueAt(parameters, address, year) / valueAt(parameters, 'prices.scale', year);
}

/** The net of plan and tail in kroner. */
function netOf({ result }: Forecast): number {
  return result.reduce((sum, row) => sum + row.net, 0);
}
