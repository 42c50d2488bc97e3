import { linesOf, type Forecast } from '$lib/model/forecast';
import type { LedgerLine } from '$lib/model/ledger';
import { forecastOf, planOf } from '$lib/model/plan';
import { Scenario } from '$lib/model/scenario';
import { publishedCatalogue } from '$lib/parameters/published';

/** A scenario as a file would state it, with what every test needs filled in. */
export function scenarioOf(given: Partial<Scenario>): Scenario {
  return Scenario.parse({
    format: 'bosett/scenario@1',
    title: { nb: 'Test' },
    municipality: '1818',
    first_year: 2024,
    opening: [],
    ...given,
  });
}

/** The forecast and the ledger lines of a scenario with its opening inline. */
export function run(given: Partial<Scenario>): { forecast: Forecast; lines: LedgerLine[] } {
  const scenario = scenarioOf(given);
  const rows = Array.isArray(scenario.opening) ? scenario.opening : [];
  const { plan, findings } = planOf(publishedCatalogue, scenario, rows, []);
  if (!plan) throw new Error(`findings: ${JSON.stringify(findings)}`);
  const forecast = forecastOf(plan);
  return { forecast, lines: linesOf(forecast, plan.parameters, plan.opening) };
}

/** The sum of the amounts of the lines whose item begins so, in a year or in all. */
export function sumOf(lines: LedgerLine[], item: string, year?: number): number {
  return lines
    .filter((line) => line.item.startsWith(item) && (year === undefined || line.year === year))
    .reduce((sum, line) => sum + (line.amount ?? NaN), 0);
}
