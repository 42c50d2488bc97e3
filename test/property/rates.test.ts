import fc from 'fast-check';
import { expect, test } from 'vitest';
import { forecastOf, planOf } from '$lib/model/plan';
import type { RateSet } from '$lib/model/rate-set';
import { withRates } from '$lib/model/rates';
import { publishedCatalogue } from '$lib/parameters/published';
import { scenarioOf } from '../run-scenario';
import { anyScenario, type AnyScenario } from './any-scenario';

const stateSet = [...publishedCatalogue.parameters.values()].filter(({ state_set }) => state_set);

function figures({ opening, ...given }: AnyScenario, sets: RateSet[]) {
  const { plan, findings } = planOf(withRates(publishedCatalogue, sets), scenarioOf(given), opening, []);
  if (!plan) throw new Error(`findings: ${JSON.stringify(findings)}`);
  const { people, capacity, result } = forecastOf(plan);
  return { people, capacity, result };
}

test('a rate set that restates what is published changes no amount', () => {
  const restated = (status: RateSet['status'], some: typeof stateSet): RateSet => ({
    format: 'bosett/rates@1',
    title: { nb: 'Det samme' },
    status,
    parameters: some.map(({ id, values }) => ({ id, values })),
  });
  fc.assert(
    fc.property(
      anyScenario,
      fc.subarray(stateSet, { minLength: 1 }),
      fc.constantFrom('draft', 'approved'),
      (given, some, status) => {
        expect(figures(given, [restated(status, some)])).toEqual(figures(given, []));
      },
    ),
    { numRuns: 30 },
  );
});
