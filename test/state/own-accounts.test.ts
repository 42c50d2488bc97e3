import { describe, expect, it } from 'vitest';
import { readAccountsTable } from '$lib/ingest/accounts-table';
import { ACCOUNTS_SAMPLE } from '$lib/ingest/accounts-sample';
import type { AccountsRow } from '$lib/ingest/accounts-row';
import { NO_CHOICES } from '$lib/ingest/reading';
import { Workspace } from '$lib/state/workspace.svelte';
import { changeSentence } from '$lib/text/change';
import { en } from '$lib/text/en';
import { nb } from '$lib/text/nb';
import { nn } from '$lib/text/nn';
import { backtestOf, ownOf } from '../../src/routes/treffsikkerhet/backtest';
import { table } from '../ingest/accounts-given';

function row(year: number, amount: number, more: Partial<AccountsRow> = {}): AccountsRow {
  const plain = {
    municipality: '1818',
    version: 'regnskap',
    item: 'cost',
    unit: '1000 NOK',
    sign: 'cost_positive',
  } as const;
  return { ...plain, year, amount, ...more };
}

const net = (workspace: Workspace) => workspace.chosen.forecast.result.map((each) => each.net);

describe('own accounts in the workspace', () => {
  it('are taken over in one step that can be undone, each row with its source', () => {
    const workspace = new Workspace();
    expect(workspace.state.accounts).toEqual([]);
    workspace.useAccounts([row(2022, 14_200), row(2023, 21_300, { source: 'rapport' })], 'regnskap.csv');
    expect(workspace.state.accounts.map(({ source }) => source)).toEqual(['regnskap.csv', 'rapport']);
    workspace.undo();
    expect(workspace.state.accounts).toEqual([]);
    workspace.redo();
    expect(workspace.state.accounts).toHaveLength(2);
  });

  it('of another year or item stand beside those before; of the same item, year and version they take their place', () => {
    const workspace = new Workspace();
    workspace.useAccounts([row(2022, 1), row(2022, 2, { item: 'income' })], 'a');
    workspace.useAccounts([row(2023, 3)], 'b');
    workspace.useAccounts([row(2022, 4)], 'c');
    workspace.useAccounts([row(2022, 3.5, { item: 'staff.posts', unit: 'posts' })], 'd');
    expect(workspace.state.accounts.map(({ year, item, amount }) => [year, item, amount])).toEqual([
      [2022, 'income', 2],
      [2023, 'cost', 3],
      [2022, 'cost', 4],
      [2022, 'staff.posts', 3.5],
    ]);
  });

  it('are dropped in one step, and stay when a scenario is opened, begun or removed', () => {
    const workspace = new Workspace();
    workspace.useAccounts([row(2022, 1)], 'a');
    workspace.openExample('sel');
    workspace.remove(workspace.chosen.entry.id);
    workspace.begin(workspace.chosen.entry.scenario, 'begun');
    expect(workspace.state.accounts).toHaveLength(1);
    workspace.dropAccounts();
    expect(workspace.state.accounts).toEqual([]);
    workspace.undo();
    expect(workspace.state.accounts).toHaveLength(1);
  });

  it('change no figure of a plan', () => {
    const workspace = new Workspace();
    const before = net(workspace);
    workspace.useAccounts([row(2022, 1)], 'a');
    expect(net(workspace)).toEqual(before);
  });

  it('are named in the log in three languages', () => {
    const said = [nb, nn, en].map((text) =>
      changeSentence({ kind: 'use_accounts', name: 'regnskap.csv', value: null }, text, String, String),
    );
    expect(said).toEqual([
      'Leste regnskap: regnskap.csv',
      'Las rekneskap: regnskap.csv',
      'Read accounts: regnskap.csv',
    ]);
  });
});

describe('the calibration', () => {
  it('is used as a setting that shows as a change, moves the plan, and is taken back to the very figures', () => {
    const workspace = new Workspace();
    const before = net(workspace);
    workspace.useAccounts([row(2022, 14_200), row(2023, 21_300)], 'a');
    const { calibration } = backtestOf('1818', ownOf(workspace.state.accounts, '1818'), 3) ?? {};
    if (!calibration) throw new Error('no calibration');
    workspace.set('prices.scale', Math.round(calibration.scale * 100) / 100);
    workspace.settle();
    expect(workspace.isChanged).toBe(true);
    expect(workspace.history.steps.at(-1)?.change).toMatchObject({ kind: 'set', name: 'prices.scale' });
    expect(net(workspace)).not.toEqual(before);
    workspace.set('prices.scale', null);
    workspace.settle();
    expect(net(workspace)).toEqual(before);
    workspace.undo();
    expect(net(workspace)).not.toEqual(before);
    workspace.undo();
    expect(net(workspace)).toEqual(before);
  });
});

describe('own accounts on the back-test', () => {
  const accountsOf = (number: string, own: AccountsRow[]) => backtestOf(number, own, 3)?.accounts ?? [];

  it('take the place of the money of that year and version that comes with the application, and of nothing else', () => {
    const own = [row(2018, 9000, { municipality: '3428' })];
    const rows = accountsOf('3428', own);
    const of = (year: number) => rows.filter((each) => each.year === year);
    expect(of(2018).find(({ item }) => item === 'cost')).toMatchObject({
      accounts: 9e6,
      budget: 12_964_000,
      own: true,
    });
    expect(of(2018).find(({ item }) => item === 'income')).toMatchObject({ accounts: null, budget: 12_938_000 });
    expect(of(2018).find(({ item }) => item === 'staff.posts')).toMatchObject({ accounts: 2.6, own: false });
    expect(of(2017).find(({ item }) => item === 'cost')).toMatchObject({ accounts: 10_247_000, own: false });
  });

  it('are of one municipality, under the number it had too', () => {
    const rows = [row(2018, 1, { municipality: '5051' }), row(2018, 2), row(2018, 3, { municipality: '5060' })];
    expect(ownOf(rows, '5060').map(({ amount }) => amount)).toEqual([1, 3]);
    expect(ownOf(rows, '1818').map(({ amount }) => amount)).toEqual([2]);
  });

  it('stand alone, with an unknown model, where nothing is published of the municipality', () => {
    const [only] = accountsOf('0301', [row(2018, 900_000, { municipality: '0301' })]);
    expect(only).toMatchObject({ accounts: 9e8, model: null, difference: null });
    expect(backtestOf('9999', [], 3)).toBeNull();
  });

  it('are those of the example that can be downloaded: it is read without a question', () => {
    const { rows, findings, questions } = readAccountsTable(table(ACCOUNTS_SAMPLE), NO_CHOICES);
    expect({ findings, questions }).toEqual({ findings: [], questions: [] });
    const bundled = accountsOf('3428', []);
    const cost = (of: typeof bundled) => of.find(({ year, item }) => year === 2018 && item === 'cost')?.deviation;
    expect(cost(accountsOf('3428', rows))).toBe(cost(bundled));
    expect(cost(bundled)).toBe(2_915_000);
  });
});
