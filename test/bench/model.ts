import { readFileSync } from 'node:fs';
import { readCohort } from '$lib/ingest/cohort-file';
import { readScenario } from '$lib/ingest/scenario-file';
import { readBound } from '$lib/model/bounds';
import { netOfPlan } from '$lib/model/break-even';
import type { Opening } from '$lib/model/cohort';
import { futuresPart } from '$lib/model/draw-futures';
import { drawsOf } from '$lib/model/draws';
import { linesOf } from '$lib/model/forecast';
import { forecastOf, planOf, type Plan } from '$lib/model/plan';
import { seek } from '$lib/model/seek';
import { seekChance } from '$lib/model/seek-chance';
import { gridOf } from '$lib/model/sweep';
import { thresholdsOf } from '$lib/model/thresholds';
import { PERSONS, numbersIn } from '$lib/model/vary';
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
/** An opening of so many cells, all different. */
function openingOf(cells: number): Opening {
  return {
    cells: Array.from({ length: cells }, (_, at) => ({
      settlement_year: 2019 + (at % 5),
      permit: 'ordinary',
      category: 'adult',
      age_band: '25-55',
      persons: 1 + (at % 7),
      status: 'own',
    })),
    synthetic: false,
    estimated: false,
    suppressed: 0,
    hidden: 0,
  };
}

/** Milliseconds of a forecast whose opening is read anew. */
function withCells(cells: number): number {
  const [first] = plans;
  if (!first) return NaN;
  const times = Array.from({ length: 30 }, () => {
    const plan = { ...first.plan, opening: openingOf(cells) };
    const start = performance.now();
    forecastOf(plan);
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[15] ?? NaN;
}

/** Bytes of heap that stay for each of many forecasts. */
function heapLeft(): number {
  const collect = globalThis.gc;
  const [first] = plans;
  if (!collect || !first) return NaN;
  const times = 4000;
  const used = Array.from({ length: 3 }, () => {
    for (let at = 0; at < times; at += 1) forecastOf(first.plan);
    collect();
    return process.memoryUsage().heapUsed;
  });
  return Math.max(0, (used[2] ?? NaN) - (used[1] ?? NaN)) / times;
}

/** Milliseconds of one call; of the second, where the first only warms. */
function once(call: () => unknown, isWarm = false): number {
  if (!isWarm) call();
  const start = performance.now();
  call();
  return performance.now() - start;
}

/** Milliseconds of searches over whole numbers, of a grid and of futures in one thread. */
function searches(plan: Plan): { what: string; ms: number; budget: number }[] {
  const bounds = ['net>=-5000000', 'rooms_needed<=3'].flatMap((text) => {
    const bound = readBound(text);
    return 'code' in bound ? [] : [bound];
  });
  const everything = { from: 0, to: 200, minimise: false };
  const across = { address: 'settlement.persons', values: numbersIn(0, 40) };
  const down = { address: 'relocation.scale', values: numbersIn(0, 2, 0.05) };
  const chance = { draws: 200, seed: 1, chance: 0.8 };
  const draws = drawsOf(plan, 1);
  return [
    { what: 'seek over 0-200', ms: once(() => seek(plan, PERSONS, bounds, everything)), budget: 100 },
    { what: 'thresholds 0-60', ms: once(() => thresholdsOf(plan, 0, 60)), budget: 50 },
    { what: 'grid of 41 x 41', ms: once(() => gridOf(plan, across, down, netOfPlan)), budget: 1500 },
    {
      what: 'seek over 0-60 in 160 of 200 futures each',
      ms: once(() => seekChance(plan, PERSONS, bounds.slice(1), { ...everything, to: 60 }, chance)),
      budget: 4000,
    },
    { what: '2 000 futures in one thread', ms: once(() => futuresPart(draws, 0, 2000)), budget: 600 },
    { what: '20 000 futures in one thread', ms: once(() => futuresPart(draws, 0, 20_000), true), budget: 6000 },
  ];
}

const cells = [1_000, 10_000, 100_000].map((count) => ({ count, ms: withCells(count) }));
process.stdout.write(
  `${JSON.stringify({
    figures,
    cells,
    searches: plans.slice(0, 2).flatMap(({ name, plan }) => searches(plan).map((each) => ({ ...each, name }))),
    heap: heapLeft(),
  })}\n`,
);
