import { expect, it } from 'vitest';
import { linesOf } from '$lib/model/forecast';
import { forecastOf } from '$lib/model/plan';
import { filesOf, planOfFile, scenarioNames } from '../repository-scenario';

type Cell = string | number | boolean | null;

/** Rounded to `decimals`, and never minus zero. */
function round(value: number | null, decimals: number): number | null {
  return value === null ? null : Math.round(value * 10 ** decimals) / 10 ** decimals + 0;
}

function csv(headings: string, rows: Cell[][]): string {
  return [headings, ...rows.map((row) => row.map((cell) => cell ?? '').join())].join('\n') + '\n';
}

/** The result and the ledger of a scenario as text to review: the sums first, then every line they are the sums of. */
function goldenOf(name: string): string {
  const plan = planOfFile(name);
  const forecast = forecastOf(plan);
  const results = forecast.result.map((row) => [
    row.year,
    row.tail,
    ...[row.income, row.cost, row.net, row.net_fixed, row.ordinary, row.to_fund, row.balance, row.fund].map((kroner) =>
      round(kroner, 0),
    ),
    round(row.after_phase, 0),
    row.incomplete,
  ]);
  const lines = linesOf(forecast, plan.parameters, plan.opening)
    .map((line) => [
      line.year,
      line.item,
      line.category,
      line.settlement_year,
      round(line.quantity, 6),
      round(line.unit_price, 2),
      round(line.amount, 0),
      line.status,
      line.quantity_status,
    ])
    .sort(inOrder);
  return [
    csv('year,tail,income,cost,net,net_fixed,ordinary,to_fund,balance,fund,after_phase,incomplete', results),
    csv('year,item,category,settlement_year,quantity,unit_price,amount,status,quantity_status', lines),
  ].join('\n');
}

/** By the first cell that differs: numbers as numbers, and nothing before anything. */
function inOrder(a: Cell[], b: Cell[]): number {
  for (const [at, one] of a.entries()) {
    const other = b[at] ?? null;
    if (one === other) continue;
    if (one === null) return -1;
    return other !== null && one < other ? -1 : 1;
  }
  return 0;
}

it.each(scenarioNames)('the result and the ledger of scenarios/%s.json are as reviewed', async (name) => {
  await expect(goldenOf(name)).toMatchFileSnapshot(`${name}.csv`);
});

it('every ledger kept here is of a scenario', () => {
  expect(filesOf('test/golden', '.csv')).toEqual(scenarioNames.map((name) => `test/golden/${name}.csv`));
});
