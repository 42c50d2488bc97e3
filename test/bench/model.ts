import { readFileSync } from 'node:fs';
import { readCohort } from '$lib/ingest/cohort-file';
import { readScenario } from '$lib/ingest/scenario-file';
import { linesOf } from '$lib/model/forecast';
import { forecastOf, planOf, type Plan } from '$lib/model/plan';
import { publishedCatalogue } from '$lib/parameters/published';

const ROUNDS = 25;
const CALLS = 100;

function planFrom(name: string): Plan {
  const { scenario } = readScenario(readFileSync(`scenarios/${name}.json`, 'utf8'));
  if (!scenario || typeof scenario.opening !== 'string') throw new Error(`no scenario: ${name}`);
  const { rows } = readCohort(readFileSync(`scenarios/${scenario.opening}`, 'utf8'));
  const { plan } = planOf(publishedCatalogue, scenario, rows, []);
  if (!plan) throw new Error(`no plan: ${name}`);
  return plan;
}

/** The median over the rounds of the mean of some calls, in milliseconds, after a warm-up of as many. */
function median(call: () => void): number {
  for (let at = 0; at < ROUNDS * CALLS; at += 1) call();
  const rounds = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    for (let at = 0; at < CALLS; at += 1) call();
    return (performance.now() - start) / CALLS;
  });
  return rounds.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? NaN;
}

const plans = ['heroy-40', 'sel', 'elverum-40'].map((name) => ({ name, plan: planFrom(name) }));

// All of them first, so that none is measured while code is still being compiled for another.
for (const { plan } of plans) median(() => linesOf(forecastOf(plan), plan.parameters, plan.opening));

const figures = plans.map(({ name, plan }) => ({
  name,
  amounts: median(() => forecastOf(plan)),
  lines: median(() => linesOf(forecastOf(plan), plan.parameters, plan.opening)),
  count: linesOf(forecastOf(plan), plan.parameters, plan.opening).length,
}));
process.stdout.write(`${JSON.stringify(figures)}\n`);
