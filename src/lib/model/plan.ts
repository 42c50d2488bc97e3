import type { Catalogue } from './catalogue';
import { openingPopulation, rowsObserved, type CohortRow, type Opening } from './cohort';
import { forecast, type Forecast } from './forecast';
import type { Override } from './overrides';
import { resolve, withOverrides, type Parameters } from './resolve';
import type { Scenario } from './scenario';
import { readOverrides, type Finding } from './settings';

/** The longest tail a scenario can ask for; parameters are resolved so far. */
const LONGEST_TAIL = 15;

/** A scenario ready to be forecast: who is there, and every parameter as this scenario sees it. */
export type Plan = { scenario: Scenario; opening: Opening; parameters: Parameters };

/**
 * A plan from a valid scenario, the rows of its opening and what is known of the municipality (`known`, which the
 * scenario overrides), or all that is wrong. With `base` the parameters that the settings do not touch are shared.
 */
export function planOf(
  of: Catalogue,
  scenario: Scenario,
  rows: CohortRow[],
  known: Override[],
  base?: Plan,
): { plan: Plan; findings: [] } | { plan: null; findings: Finding[] } {
  const read = readOverrides(of, scenario.parameters, scenario);
  const findings = [...read.findings, ...openingFindings(rows, scenario.first_year)];
  if (findings.length > 0) return { plan: null, findings };
  const overrides = [...read.overrides, ...known];
  const last = scenario.first_year + scenario.years - 1 + LONGEST_TAIL;
  const fits =
    base?.scenario.first_year === scenario.first_year &&
    base.scenario.years === scenario.years &&
    base.parameters.catalogue === of;
  const parameters = fits
    ? withOverrides(base.parameters, overrides)
    : resolve(of, overrides, scenario.first_year, last);
  return {
    plan: { scenario, opening: openingPopulation(rowsObserved(rows, scenario.first_year)), parameters },
    findings: [],
  };
}

/** The forecast of a plan. */
export function forecastOf(plan: Plan): Forecast {
  return forecast(plan.opening, plan.parameters, plan.scenario);
}

function openingFindings(rows: CohortRow[], firstYear: number): Finding[] {
  const observed = rowsObserved(rows, firstYear);
  if (rows.length > 0 && observed.length === 0) {
    const years = [...new Set(rows.map((row) => row.year))].sort().join(', ');
    return [
      { code: 'no-rows-of-year', severity: 'error', path: 'opening', found: years, allowed: String(firstYear - 1) },
    ];
  }
  const late = observed.filter((row) => row.settlement_year >= firstYear).map((row) => row.settlement_year);
  if (late.length === 0) return [];
  const found = [...new Set(late)].sort().join(', ');
  return [
    {
      code: 'settled-after-opening',
      severity: 'error',
      path: 'opening.settlement_year',
      found,
      allowed: `-${firstYear - 1}`,
    },
  ];
}
