import { describe, expect, it } from 'vitest';
import { csvFile } from '$lib/export/data-tables';
import { apportioned, economicPlanOf, type EconomicPlan, type PlanRow } from '$lib/export/economic-plan';
import { budgetTable, planForPasting, planTable, rowName } from '$lib/export/economic-plan-table';
import type { Outgoing } from '$lib/export/outgoing';
import { readAccounts } from '$lib/ingest/accounts-file';
import type { Booked } from '$lib/model/backtest-history';
import { linesOf } from '$lib/model/forecast';
import { ITEMS, type Item } from '$lib/model/items';
import { planOf } from '$lib/model/plan';
import { inFixedKroner } from '$lib/model/year-row';
import { accountsText } from '$lib/parameters/history';
import { publishedCatalogue } from '$lib/parameters/published';
import { economicPlanText } from '$lib/text/economic-plan';
import { nb } from '$lib/text/nb';
import { outgoingOfFiles, outgoingOfPlans } from '../outgoing';
import { scenarioNames } from '../repository-scenario';
import { scenarioOf } from '../run-scenario';

const of = outgoingOfFiles('heroy-10', null);
const costPositive: Outgoing = { ...of, view: { thousands: true, costPositive: true } };
const words = economicPlanText.nb;

function rowOf({ rows }: EconomicPlan, kind: PlanRow['kind'], funksjon = '', art = ''): (number | null)[] {
  const row = rows.find((each) => each.kind === kind && each.funksjon === funksjon && each.art === art);
  if (!row) throw new Error(`no row: ${kind} ${funksjon} ${art}`);
  return row.values;
}

/** Rows of every kind that must sum to another, column by column; what is unknown is looked at by others. */
function sumsHold({ rows, columns }: EconomicPlan): void {
  const sum = (at: number, of: PlanRow[]): number => of.reduce((total, { values }) => total + (values[at] ?? NaN), 0);
  for (const [at, { version }] of columns.entries()) {
    if (version !== 'plan') continue;
    const functions = new Set(
      rows.map(({ funksjon }) => funksjon).filter((funksjon) => !['', '880'].includes(funksjon)),
    );
    for (const funksjon of functions) {
      const own = rows.filter((row) => row.funksjon === funksjon);
      const lines = own.filter(({ kind }) => kind === 'line');
      expect(
        sum(
          at,
          own.filter(({ kind }) => kind === 'cost' || kind === 'income'),
        ),
      ).toBe(sum(at, lines));
    }
    for (const side of ['cost', 'income'] as const)
      expect(
        sum(
          at,
          rows.filter(({ kind }) => kind === side),
        ),
      ).toBe(
        sum(
          at,
          rows.filter(({ kind }) => kind === `all_${side}`),
        ),
      );
    const net = sum(
      at,
      rows.filter(({ kind }) => kind === 'net'),
    );
    expect(
      sum(
        at,
        rows.filter(({ kind }) => kind === 'all_cost' || kind === 'all_income'),
      ),
    ).toBe(net);
    const fund = rows.filter(({ funksjon }) => funksjon === '880');
    expect(
      sum(
        at,
        rows.filter(({ kind }) => kind === 'balance'),
      ),
    ).toBe(net + sum(at, fund));
  }
}

describe('rounding', () => {
  it('rounds up the largest remainders until the sum is met, worked by hand', () => {
    // 1.4 + 2.4 + 3.4 = 7.2: plain rounding gives 1 + 2 + 3 = 6, so the first of the equal remainders goes up.
    expect(apportioned([1.4, 2.4, 3.4], 7)).toEqual([2, 2, 3]);
    // 0.6 + 0.6 + 0.6 = 1.8: plain rounding gives 3.
    expect(apportioned([0.6, 0.6, 0.6], 2)).toEqual([1, 1, 0]);
    // Costs below 0: -2.5 and income 4.2 give 1.7, shown as 2 = 4 - 2.
    expect(apportioned([4.2, -2.5], 2)).toEqual([4, -2]);
    expect(apportioned([5, -3], 2)).toEqual([5, -3]);
    expect(apportioned([], 0)).toEqual([]);
  });

  it.each(scenarioNames)(
    'keeps every sum of %s, the net of the forecast, and no figure a whole thousand off',
    (name) => {
      for (const each of [
        outgoingOfFiles(name, null),
        outgoingOfFiles(name, null, costPositive.view && { view: costPositive.view }),
      ]) {
        const plan = economicPlanOf(each, []);
        sumsHold(plan);
        const turn = plan.costPositive ? -1 : 1;
        const { forecast, plan: from } = each.about;
        const lines = linesOf(forecast, from.parameters, from.opening).filter(({ tag }) => tag === 'extra');
        for (const [at, { year }] of plan.columns.entries()) {
          const result = forecast.result.find((row) => row.year === year);
          expect(rowOf(plan, 'net')[at]).toBe(turn * Math.round((result?.net ?? NaN) / 1000) + 0);
          for (const row of plan.rows.filter(({ kind }) => kind === 'line')) {
            const own = lines.filter(
              (line) => line.year === year && line.funksjon === row.funksjon && line.art === row.art,
            );
            const exact =
              own.reduce((sum, line) => sum + (line.side === 'income' ? 1 : -1) * (line.amount ?? NaN), 0) / 1000;
            expect(Math.abs((row.values[at] ?? NaN) - turn * exact)).toBeLessThan(1);
          }
          expect(
            Math.abs((rowOf(plan, 'all_income')[at] ?? NaN) - turn * ((result?.income ?? NaN) / 1000)),
          ).toBeLessThan(1);
          expect(Math.abs((rowOf(plan, 'all_cost')[at] ?? NaN) + turn * ((result?.cost ?? NaN) / 1000))).toBeLessThan(
            1,
          );
          const balance = ((result?.net ?? NaN) - (result?.to_fund ?? NaN)) / 1000;
          expect(Math.abs((rowOf(plan, 'balance')[at] ?? NaN) - turn * balance)).toBeLessThanOrEqual(1);
        }
      }
    },
  );
});

describe('an economic plan', () => {
  it('has four years, and fewer where the plan has fewer', () => {
    expect(economicPlanOf(of, []).columns.map(({ year }) => year)).toEqual([2024, 2025, 2026, 2027]);
    const { plan } = planOf(publishedCatalogue, scenarioOf({ years: 2 }), [], []);
    if (!plan) throw new Error('no plan');
    expect(economicPlanOf(outgoingOfPlans(plan, null), []).columns.length).toBe(2);
  });

  it('writes costs positive and incomes negative, or the other way, and nothing else differs', () => {
    const [one, other] = [economicPlanOf(of, []), economicPlanOf(costPositive, [])];
    expect(rowOf(other, 'all_cost')[0]).toBeGreaterThan(0);
    expect(rowOf(other, 'all_income')[0]).toBeLessThan(0);
    expect(rowOf(one, 'all_cost')[0]).toBeLessThan(0);
    expect(other.rows).toEqual(
      one.rows.map((row) => ({ ...row, values: row.values.map((value) => (value === null ? null : 0 - value)) })),
    );
  });

  it('is in the kroner that are asked for', () => {
    const { plan } = planOf(
      publishedCatalogue,
      scenarioOf({ parameters: { 'settlement.persons': 9, 'prices.index': 0.04 } }),
      [],
      [],
    );
    if (!plan) throw new Error('no plan');
    const nominal = outgoingOfPlans(plan, null);
    const { about } = nominal;
    const fixed = economicPlanOf(
      { ...nominal, fixed: true, about: { ...about, years: inFixedKroner(about.years) } },
      [],
    );
    sumsHold(fixed);
    const rows = about.forecast.result.slice(0, 4);
    expect(rowOf(fixed, 'net')).toEqual(rows.map(({ net_fixed }) => Math.round(net_fixed / 1000)));
    expect(rowOf(fixed, 'net')).not.toEqual(rowOf(economicPlanOf(nominal, []), 'net'));
  });

  it('leaves what is unknown unknown, in the line and in every sum of it, and says so', () => {
    const scenario = scenarioOf({
      first_year: 2017,
      years: 3,
      parameters: { 'settlement.persons': 4, 'settlement.mix.unaccompanied_minor': 0.5 },
    });
    const { plan } = planOf(publishedCatalogue, scenario, [], []);
    if (!plan) throw new Error('no plan');
    const unknown = outgoingOfPlans(plan, null);
    const table = economicPlanOf(unknown, []);
    for (const [kind, funksjon, art] of [
      ['line', '850', '810'],
      ['income', '850'],
      ['all_income'],
      ['net'],
      ['balance'],
    ] as const)
      expect(rowOf(table, kind, funksjon, art)).toEqual([null, null, null]);
    expect(rowOf(table, 'all_cost').every((value) => value !== null && value < 0)).toBe(true);
    for (const row of table.rows.filter(({ funksjon }) => funksjon === '880'))
      expect(row.values).toEqual([null, null, null]);
    expect(planForPasting(table, unknown, nb, words)).toContain('Netto\tmangler\tmangler\tmangler\r\n');
    const budget = budgetTable(unknown, '3100', words);
    const at = budget.columns.findIndex(({ name }) => name === 'amount');
    expect(budget.rows.some((row) => row[at] === null)).toBe(true);
  });

  it('sets what is booked beside the plan, in the sign of the table, and leaves the rest missing', () => {
    const booked: Booked[] = [
      { year: 2022, version: 'regnskap', item: 'cost', amount: 9000, unit: '1000 NOK', sign: 'cost_positive' },
      { year: 2022, version: 'regnskap', item: 'income', amount: -10_000, unit: '1000 NOK', sign: 'cost_positive' },
      { year: 2021, version: 'regnskap', item: 'cost', amount: 1, unit: '1000 NOK', sign: 'cost_positive' },
      { year: 2023, version: 'budsjett', item: 'cost.213', amount: 3_000_400, unit: 'NOK', sign: 'cost_positive' },
      {
        year: 2023,
        version: 'budsjett',
        item: 'introduction_benefit',
        amount: 2_000_000,
        unit: 'NOK',
        sign: 'cost_positive',
      },
      {
        year: 2023,
        version: 'budsjett',
        item: 'education.overheads',
        amount: 5000,
        unit: 'NOK',
        sign: 'cost_positive',
      },
      { year: 2023, version: 'budsjett', item: 'staff.posts', amount: 4, unit: 'posts', sign: '' },
      { year: 2023, version: 'budsjett', item: 'staff.advisers', amount: 700, unit: '1000 NOK', sign: 'cost_positive' },
    ];
    const table = economicPlanOf(costPositive, booked);
    expect(table.columns.slice(0, 3)).toEqual([
      { version: 'regnskap', year: 2022 },
      { version: 'budsjett', year: 2023 },
      { version: 'plan', year: 2024 },
    ]);
    const first = (kind: PlanRow['kind'], funksjon = '', art = '') => rowOf(table, kind, funksjon, art).slice(0, 2);
    expect(first('all_cost')).toEqual([9000, null]);
    expect(first('all_income')).toEqual([-10_000, null]);
    expect(first('net')).toEqual([-1000, null]);
    expect(first('cost', '213')).toEqual([null, 3000]);
    expect(first('line', '275', '089')).toEqual([null, 2000]);
    expect(first('line', '213', '120')).toEqual([null, 5]);
    // Advisers are one of several things on 275 010: a part says nothing of the line.
    expect(first('line', '275', '010')).toEqual([null, null]);
    sumsHold(table);
  });

  it('reads the accounts and the budget that the repository holds', () => {
    const { rows } = readAccounts(accountsText('1818') ?? '');
    const table = economicPlanOf(costPositive, rows);
    expect(table.columns[0]).toEqual({ version: 'budsjett', year: 2024 });
    expect(rowOf(table, 'net')[0]).toBe(-6246);
  });

  it('names every function and art in three languages', () => {
    const items: Item[] = Object.values(ITEMS);
    for (const language of ['nb', 'nn', 'en'] as const)
      for (const { funksjon, art } of items.filter(({ tag }) => tag === 'extra')) {
        const { functions, arts } = economicPlanText[language];
        expect([language, funksjon, art, functions[funksjon], arts[art]]).not.toContain(undefined);
      }
  });
});

describe('what is pasted', () => {
  it('is one row a line and one cell a tab, whole numbers that a sheet reads, and says where it is from', () => {
    const plan = economicPlanOf(costPositive, []);
    const cells = planForPasting(plan, { ...costPositive, about: { ...of.about, name: '=1+1\tx' } }, nb, words)
      .split('\r\n')
      .map((line) => line.split('\t'));
    expect(cells[0]).toEqual(['Funksjon', 'Art', 'Navn', '2024', '2025', '2026', '2027']);
    for (const row of cells.slice(1, plan.rows.length + 1)) {
      expect(row.length).toBe(7);
      for (const cell of row.slice(3)) expect(cell).toMatch(/^-?\d+$/);
    }
    const text = cells.flat().join('\n');
    expect(text).toContain('Herøy');
    expect(text).toContain('=1+1 x');
    expect(text).not.toMatch(/^=/m);
    expect(text).toContain(nb.frame.audience.private);
    expect(text).toContain('Kostnader er positive');
    expect(text).toContain('2026-01-02');
  });

  it('comes as a table too, a column a year', () => {
    const table = planTable(economicPlanOf(of, []), of, words);
    expect(table.columns.map(({ name }) => name).slice(5)).toEqual([
      ...['row', 'funksjon', 'art', 'name', 'plan_2024', 'plan_2025', 'plan_2026', 'plan_2027'],
    ]);
    const line = new TextDecoder().decode(csvFile(table, 'nb')).split('\r\n');
    expect(line.some((each) => /;line;213;010;Lønn;-\d+;-\d+;/.test(each))).toBe(true);
  });
});

describe('a budget for the accounting system', () => {
  it('has one row a year, function and art in whole kroner that sum to the balance', () => {
    const { columns, rows } = budgetTable(costPositive, '031000', words);
    expect(columns.map(({ name }) => name).slice(0, 6)).toEqual([
      'ansvar',
      'funksjon',
      'art',
      'year',
      'amount',
      'text',
    ]);
    expect(rows[0]?.slice(0, 2)).toEqual(['031000', '213']);
    for (const { year, net, to_fund } of of.about.forecast.result.slice(0, 4)) {
      const sum = rows.filter((row) => row[3] === year).reduce((total, row) => total + Number(row[4]), 0);
      expect(Math.abs(sum + net - to_fund)).toBeLessThanOrEqual(1);
    }
    for (const row of rows) expect(Number.isInteger(row[4]) && row[4] !== 0).toBe(true);
    const grants = rows.filter((row) => row[1] === '850');
    expect(grants.length).toBe(4);
    for (const row of grants) expect(row[4]).toBeLessThan(0);
  });

  it('wants digits', () => {
    expect(() => budgetTable(of, '=1', words)).toThrow('ansvar');
  });

  it('names its rows as the economic plan does', () => {
    const row = { kind: 'cost', funksjon: '213', art: '', values: [] } as const;
    expect(rowName({ ...row, values: [] }, words)).toBe('Kostnader 213 Voksenopplæring');
  });
});
