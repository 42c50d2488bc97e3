import { describe, expect, it } from 'vitest';
import { backtestDocument, calibrationSentences } from '$lib/export/backtest-document';
import { backtest, type Backtest } from '$lib/model/backtest';
import type { AccountsRow } from '$lib/model/backtest-accounts';
import type { Booked, Count, History } from '$lib/model/backtest-history';
import type { Override } from '$lib/model/overrides';
import { publishedCatalogue } from '$lib/parameters/published';
import { backtestText } from '$lib/text/backtest';
import { nb } from '$lib/text/nb';
import { run } from '../run-scenario';

const SETTLED = { 2016: 20, 2017: 12, 2018: 10 };

function history(settled: Record<number, number>): History {
  const counts = Object.entries(settled).flatMap(([year, persons]) =>
    (['requested', 'decided', 'settled'] as const).map((series): Count => ({
      municipality: '1818',
      year: Number(year),
      series,
      persons,
      mark: '',
      until: '',
    })),
  );
  return { municipality: '1818', name: 'Prøve', counts, payments: [] };
}

function own(item: string, amount: number, more: Partial<Booked> = {}): Booked {
  return { year: 2018, version: 'regnskap', item, amount, unit: 'NOK', sign: 'cost_positive', own: true, ...more };
}

function of(booked: Booked[], known: Override[] = [], settled: Record<number, number> = SETTLED): Backtest {
  const result = backtest(publishedCatalogue, history(settled), booked, known);
  if (!result) throw new Error('nothing to compare');
  return result;
}

function row(result: Backtest, item: string): AccountsRow {
  const found = result.accounts.find((each) => each.item === item);
  if (!found) throw new Error(`no row: ${item}`);
  return found;
}

const { lines } = run({
  first_year: 2016,
  years: 3,
  opening: [],
  parameters: Object.fromEntries(Object.entries(SETTLED).map(([year, n]) => [`settlement.persons@${year}`, n])),
});

function modelled(functions: string[], side = 'cost'): number {
  return lines
    .filter(
      (line) => line.year === 2018 && line.side === side && line.tag === 'extra' && functions.includes(line.funksjon),
    )
    .reduce((sum, line) => sum + (line.amount ?? 0), 0);
}

describe('own accounts by function', () => {
  const result = of([
    own('cost', 9e6),
    own('cost.275', 5e6),
    own('cost.281', 4e6),
    own('introduction_benefit', 3e6),
    own('income', -8e6),
    own('income.850', -8e6),
  ]);

  it('are laid beside the same functions of the model, each for itself and together', () => {
    expect(row(result, 'cost').model).toBeCloseTo(modelled(['275', '281']), 4);
    expect(row(result, 'cost.275').model).toBeCloseTo(modelled(['275']), 4);
    expect(row(result, 'cost.281').model).toBeCloseTo(modelled(['281']), 4);
    // One rate of function 850 is unknown in 2018: the sum is of the rest, and that is marked.
    expect(row(result, 'income')).toMatchObject({ incomplete: true });
    expect(row(result, 'income').model).toBeCloseTo(modelled(['850'], 'income'), 4);
    expect(row(result, 'introduction_benefit').model).toBeGreaterThan(0);
  });

  it('have cost and income as positive amounts, and a difference that is what it does to the result', () => {
    const { accounts, model, difference } = row(result, 'cost.275');
    expect(accounts).toBe(5e6);
    expect(difference).toBeCloseTo((model ?? NaN) - 5e6, 4);
    expect(row(result, 'income').accounts).toBe(8e6);
    expect(row(result, 'introduction_benefit').accounts).toBe(3e6);
  });

  it('are said to be what the model is laid beside', () => {
    expect(result.flags).toContainEqual({ kind: 'own-functions', years: [2018], scope: ['275', '281'] });
    expect(of([own('cost', 9e6)]).flags).toContainEqual({
      kind: 'own-scope',
      years: [2018],
      scope: ['213', '242', '275'],
    });
    const bundled = of([own('cost', 9e6, { own: false })]);
    expect(bundled.flags.map(({ kind }) => kind)).toContain('accounts-scope');
    expect([row(result, 'cost').own, row(bundled, 'cost').own]).toEqual([true, false]);
  });
});

describe('accounts of a municipality nobody is known to have settled in', () => {
  const result = of([own('cost', 9e6), own('cost', 8e6, { version: 'budsjett' })], [], {});

  it('stand beside the budget, with an unknown model, never zero', () => {
    expect(row(result, 'cost')).toMatchObject({
      accounts: 9e6,
      budget: 8e6,
      deviation: -1e6,
      model: null,
      difference: null,
    });
    expect(result.runs).toBeNull();
    expect(result.flags).toContainEqual({ kind: 'no-count', years: [2018] });
  });

  it('give a document, and no suggestion, with the reason', () => {
    const { sentences, calibration } = backtestDocument(result, nb, true);
    expect(calibration).toBeNull();
    expect(sentences).toContain(backtestText.nb.calibration.none['no-model']);
  });
});

describe('the suggested factor', () => {
  it('weighs by the parameter prices.shrinkage', () => {
    const known: Override[] = [{ id: 'prices.shrinkage', tokens: [], year: null, value: 1 }];
    expect(of([own('cost', 9e6)]).calibration).toMatchObject({ weight: 0.25, shrinkage: 3 });
    expect(of([own('cost', 9e6)], known).calibration).toMatchObject({ weight: 0.5, shrinkage: 1 });
    expect(calibrationSentences(of([own('cost', 9e6)], known), nb).join(' ')).toContain('n / (n + 1)');
  });

  it.each([
    ['plan-only', [own('cost', 9e6, { version: 'budsjett' })]],
    ['plan-only', [own('net', 9e6, { version: 'økonomiplan' })]],
    ['no-cost', [own('net', 9e6)]],
    ['no-accounts', []],
    ['no-model', [own('cost', 9e6, { year: 2025 })]],
    ['outside', [own('cost', 9e9)]],
  ] as const)('is not there, and why: %s', (reason, booked) => {
    const settledAndPaid = {
      ...history(SETTLED),
      payments: [{ year: 2018, item: 'total' as const, amount: 1, mark: '' }],
    };
    const result = backtest(publishedCatalogue, settledAndPaid, [...booked], []);
    expect(result).toMatchObject({ calibration: null, no_calibration: reason });
  });
});
