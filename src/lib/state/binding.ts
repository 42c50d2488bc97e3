import type { Forecast } from '$lib/model/forecast';
import { forecastOf, type Plan } from '$lib/model/plan';
import { withOverrides } from '$lib/model/resolve';
import { readOverrides } from '$lib/model/settings';
import { publishedCatalogue } from '$lib/parameters/published';
import { withSetting, type Entry, type Setting } from './entry';

/**
 * Whether any of these values of a setting would change a figure of the plan; also where none of them can be set, for then
 * nothing is known. Costs a forecast for each value until one does.
 */
export function binds(
  { entry, plan, forecast }: { entry: Entry; plan: Plan; forecast: Forecast },
  setting: string,
  values: Setting[],
): boolean {
  const { parameters, scenario } = plan;
  const known = [...parameters.overrides.values()].flat().filter(({ status }) => status);
  let isTried = false;
  for (const value of values) {
    const read = readOverrides(publishedCatalogue, withSetting(entry, setting, value).scenario.parameters, scenario);
    if (read.findings.length > 0) continue;
    isTried = true;
    const tried = forecastOf({ ...plan, parameters: withOverrides(parameters, [...read.overrides, ...known]) });
    if (figuresOf(tried) !== figuresOf(forecast)) return true;
  }
  return !isTried;
}

function figuresOf({ people, capacity, result }: Forecast): string {
  return JSON.stringify([people, capacity, result]);
}
