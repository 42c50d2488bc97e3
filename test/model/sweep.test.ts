import { describe, expect, it } from 'vitest';
import { COLUMNS } from '$lib/model/bounds';
import { netOfPlan } from '$lib/model/break-even';
import { forecastOf, planOf, type Plan } from '$lib/model/plan';
import { gridOf, gridSteps, sweep, sweepColumns, type SweepRow } from '$lib/model/sweep';
import { numbersIn } from '$lib/model/vary';
import { publishedCatalogue } from '$lib/parameters/published';
import { planOfFile } from '../repository-scenario';

const cases = ['sel', 'heroy-40', 'lom', 'heroy-10'].map((scenario) => ({ scenario, plan: planOfFile(scenario) }));
const varied = [
  { address: 'settlement.persons', values: numbersIn(0, 20, 10) },
  { address: 'prices.scale', values: [1.1, 0.9] },
];

/** A plan with other settings, made anew. */
function planWith({ scenario, opening, parameters: { overrides } }: Plan, settings: Record<string, number>): Plan {
  const kept = Object.entries(scenario.parameters).filter(([setting]) => !setting.startsWith('settlement.persons'));
  const known = [...overrides.values()].flat().filter(({ status }) => status !== undefined);
  const parameters = { ...Object.fromEntries(kept), ...settings };
  const { plan } = planOf(publishedCatalogue, { ...scenario, parameters }, [], known);
  if (!plan) throw new Error('no plan');
  return { ...plan, opening };
}

describe('the rows of a grid', () => {
  const rows = sweep(cases, varied);

  it('are in order of municipality, scenario, varied values and year', () => {
    const keys = rows.map((row) =>
      sweepColumns(varied)
        .slice(0, 5)
        .map((column) => row[column] ?? ''),
    );
    const sorted = [...keys].sort((a, b) => {
      const at = a.findIndex((key, index) => key !== b[index]);
      const [left, right] = [a[at] ?? 0, b[at] ?? 0];
      return at < 0 ? 0 : left < right ? -1 : 1;
    });
    expect(keys).toEqual(sorted);
    expect([...new Set(rows.map(({ scenario }) => scenario))]).toEqual(['heroy-10', 'heroy-40', 'lom', 'sel']);
    expect(new Set(keys.map(String)).size).toBe(rows.length);
  });

  it('are the forecasts of plans made anew, year by year, with every column', () => {
    for (const persons of [0, 20]) {
      for (const price of [0.9, 1.1]) {
        const plan = planWith(planOfFile('sel'), { 'settlement.persons': persons, 'prices.scale': price });
        const { result, people, capacity } = forecastOf(plan);
        const own = rows.filter(
          (row) => row['scenario'] === 'sel' && row['settlement.persons'] === persons && row['prices.scale'] === price,
        );
        expect(own).toHaveLength(result.length);
        for (const [at, row] of own.entries()) {
          expect(Object.keys(row).sort()).toEqual(sweepColumns(varied).sort());
          expect(row).toMatchObject({ municipality: '3437', ...result[at], ...people[at], ...capacity[at] });
        }
      }
    }
  });

  it('are split into shards that together, one after another, are the whole', () => {
    for (const of of [1, 2, 5, 7, 24, 40]) {
      const shards = Array.from({ length: of }, (_, at) => sweep(cases, varied, { part: at + 1, of }));
      expect(shards.flat()).toEqual(rows);
      if (of <= 24) expect(shards.every((shard) => shard.length > 0)).toBe(true);
    }
  });

  it('have no value where nobody has stated it', () => {
    expect(rows.every((row: SweepRow) => COLUMNS.every((column) => !Number.isNaN(row[column])))).toBe(true);
    expect(rows.find(({ scenario }) => scenario === 'sel')).toMatchObject({ requested: null });
  });
});

describe('a grid of two parameters', () => {
  it('has a figure for each pair, a row for each value of the second', () => {
    const [x, y] = [
      { address: 'settlement.persons', values: [0, 15, 30] },
      { address: 'relocation.scale', values: [0, 2] },
    ];
    const expected = y.values.map((scale) =>
      x.values.map((persons) =>
        netOfPlan(
          forecastOf(planWith(planOfFile('lom'), { 'settlement.persons': persons, 'relocation.scale': scale })),
        ),
      ),
    );
    expect(gridOf(planOfFile('lom'), x, y, netOfPlan)).toEqual(expected);
    expect([...gridSteps(planOfFile('lom'), x, y, netOfPlan)]).toEqual([1, 2, 3, 4, 5, 6]);
  });
});

describe('numbers a step apart', () => {
  it('are written as a person would, both ends with, the last only where a step meets it', () => {
    expect(numbersIn(0.1, 0.4, 0.1)).toEqual([0.1, 0.2, 0.3, 0.4]);
    expect(numbersIn(0, 10, 4)).toEqual([0, 4, 8]);
    expect(numbersIn(7, 7)).toEqual([7]);
    expect(numbersIn(7, 6)).toEqual([]);
  });
});
