import { count, number, signed, signedMillions, millions } from '$lib/format';
import type { Backtest, BacktestRow, Flag, RowNote, Runs } from '$lib/model/backtest';
import type { AccountsRow } from '$lib/model/backtest-accounts';
import type { Calibration } from '$lib/model/backtest-calibration';
import type { BacktestYear } from '$lib/model/backtest-history';
import { backtestText } from '$lib/text/backtest';
import type { Text } from '$lib/text/text';

/**
 * The back-test document, format `bosett/backtest@1`; the model beside what happened.
 * - `runs`: `null` where nobody is known to have settled; `first_year`, `years`, and the `parameters` of every run, each of which a scenario with `"opening": []` repeats.
 * - `years`: persons as published and as run (`BacktestYear`).
 * - `rows`: payments in whole kroner; `deviation` = `paid` - `plan` is exactly the sum of `volume`, `composition`, `rate`, `moving`
 *   and `unexplained`, where an unknown (`null`) part adds nothing. `BacktestRow` defines each. Item `total` is the sum of the
 *   payments known on both sides, not of everything IMDi paid.
 * - `accounts`: the municipality's own accounts and budget in kroner, posts or persons, plus = surplus (`AccountsRow`).
 * - `flags`: what the reader must know; `sentences`: the same test in words, the most important first.
 * - `calibration`: only when asked for, and only a suggestion; `null` where there are no accounts.
 */
export type BacktestDocument = {
  format: 'bosett/backtest@1';
  municipality: string;
  name: string;
  runs: Runs | null;
  years: BacktestYear[];
  rows: (Omit<BacktestRow, 'notes'> & { note: string | null })[];
  accounts: AccountsRow[];
  flags: { kind: Flag['kind']; years: number[]; message: string }[];
  sentences: string[];
  calibration: Calibration | null;
};

/** A back-test as programs read it: kroner, unknown `null`, the sentences in one language. */
export function backtestDocument(of: Backtest, text: Text, calibrate: boolean): BacktestDocument {
  const { municipality, name, runs, years, accounts } = of;
  return {
    format: 'bosett/backtest@1',
    municipality,
    name,
    runs,
    years,
    rows: of.rows.map(({ notes, ...row }) => ({
      ...row,
      note: notes.map((note) => noteSentence(note, row.item, text)).join(' ') || null,
    })),
    accounts,
    flags: of.flags.map((flag) => ({ kind: flag.kind, years: flag.years, message: flagSentence(flag, text) })),
    sentences: [
      ...accountsSentences(of, text),
      ...paymentSentences(of, text),
      ...(runs
        ? [backtestText[text.language].runs(String(runs.first_year), String(runs.first_year + runs.years - 1))]
        : []),
      ...(calibrate ? calibrationSentences(of, text) : []),
    ],
    calibration: calibrate ? of.calibration : null,
  };
}

/** Why a row is as it is; the sum names the payments it is about. */
export function noteSentence({ kind, parts }: RowNote, item: BacktestRow['item'], text: Text): string {
  const about = item === 'total' ? parts.map((part) => backtestText[text.language].items[part]).join(', ') : '';
  return backtestText[text.language].notes[kind](about);
}

function flagSentence({ kind, years, amount, scope }: Flag, text: Text): string {
  const detail = scope?.join(', ') ?? (amount === undefined ? '' : count(amount, text.language));
  return backtestText[text.language].flags[kind](years.join(', '), detail);
}

/** The budget missed, with its identities, and the model beside the accounts. */
function accountsSentences({ accounts, years }: Backtest, text: Text): string[] {
  const said = backtestText[text.language];
  const kroner = (amount: number): string => number(amount, 0, text.language);
  const off = (amount: number): string => said.miss[amount < 0 ? 'below' : 'above'](kroner(Math.abs(amount)));
  const better = (amount: number): string => said.miss[amount < 0 ? 'weaker' : 'stronger'](kroner(Math.abs(amount)));
  const latest = Math.max(...accounts.filter((row) => row.accounts !== null).map(({ year }) => year));
  const of = (item: string): AccountsRow | undefined =>
    accounts.find((row) => row.year === latest && row.item === item);
  const [cost, income, net] = [of('cost'), of('income'), of('net')];
  const sentences: string[] = [];
  if (known(cost?.deviation) && known(income?.deviation) && known(net?.deviation)) {
    // A cost over budget weighs on the result; written as it stands in the books, not as its effect.
    const moved = [income.deviation, -cost.deviation] as const;
    if (moved.some((amount) => amount !== 0))
      sentences.push(
        said.miss[missed(...moved)](String(latest)) +
          said.miss.amounts(off(moved[0]), off(moved[1]), better(net.deviation)),
      );
    const netCosts = (['accounts', 'budget'] as const).flatMap((column) => {
      const [costs, incomes, nets] = [cost[column], income[column], net[column]];
      if (costs === null || incomes === null || nets === null) return [];
      const version = said.versions[column === 'accounts' ? 'regnskap' : 'budsjett'];
      sentences.push(said.miss.identity(String(latest), version, kroner(costs), kroner(incomes), kroner(-nets)));
      return [-nets];
    });
    const [booked, budgeted] = netCosts;
    if (booked !== undefined && budgeted !== undefined)
      sentences.push(said.miss.netDeviation(kroner(budgeted), kroner(booked), kroner(budgeted - booked)));
  }
  if (known(cost?.accounts) && known(cost.model) && known(income?.accounts) && known(income.model)) {
    const amounts = [cost.model, cost.accounts, income.model, income.accounts] as const;
    const [a, b, c, d] = amounts.map((amount) => millions(amount, text.language));
    sentences.push(said.beside(String(latest), a ?? '', b ?? '', c ?? '', d ?? ''));
  }
  return [
    ...sentences,
    ...voteSentence(
      years.find(({ year }) => year === latest),
      text,
    ),
  ];
}

function known<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined;
}

type Missed = Extract<keyof (typeof backtestText)['nb']['miss'], `${'income' | 'cost'}-${string}`>;

/** Which of the two moved the result, by how far each lies from the budget. */
function missed(income: number, cost: number): Missed {
  if (income < 0 && cost > 0) return 'income-fell';
  if (income >= 0 && cost <= 0) return 'income-rose';
  if (income < 0) return income < cost ? 'income-fell-more' : 'cost-fell-more';
  return income > cost ? 'income-rose-more' : 'cost-rose-more';
}

function voteSentence(year: BacktestYear | undefined, text: Text): string[] {
  if (!year || year.requested === null || year.decided === null || year.settled === null) return [];
  const [requested, decided, settled] = [year.requested, year.decided, year.settled].map(String);
  return [backtestText[text.language].vote(String(year.year), requested ?? '', decided ?? '', settled ?? '')];
}

/** What was paid, the newest year first, and the newest year of which request, decision and settled are known. */
function paymentSentences({ rows, years }: Backtest, text: Text): string[] {
  const million = (amount: number | null): string => (amount === null ? text.unknown : millions(amount, text.language));
  const plus = (amount: number | null): string =>
    amount === null ? text.unknown : signedMillions(amount, text.language);
  const totals = rows.filter(({ item }) => item === 'total').reverse();
  const sentences = totals.flatMap((row) => {
    const year = String(row.year);
    if (row.paid === null || row.model_cash === null) return [backtestText[text.language].nothingPaid(year)];
    const share = row.model_cash === 0 ? text.unknown : percentOff(row.paid / row.model_cash - 1, text);
    return [
      backtestText[text.language].paid(year, million(row.paid), million(row.model_cash), share, million(row.plan)),
      backtestText[text.language].split(
        year,
        ...([row.deviation, row.volume, row.rate, row.composition, row.moving, row.unexplained].map(plus) as SixTexts),
      ),
    ];
  });
  const voted = years.filter(
    (year) => voteSentence(year, text).length > 0 && totals.some((row) => row.year === year.year),
  );
  return [...sentences, ...voteSentence(voted.at(-1), text)];
}

function percentOff(share: number, { language }: Text): string {
  return `${signed(100 * share, 0, language)}${language === 'en' ? '' : '\u00a0'}%`;
}

type SixTexts = [string, string, string, string, string, string];

/** The suggestion and why, or why there is none. */
export function calibrationSentences({ calibration, no_calibration, accounts }: Backtest, text: Text): string[] {
  const said = backtestText[text.language].calibration;
  if (!calibration) return no_calibration ? [said.none[no_calibration]] : [];
  const { years, fitted, weight, shrinkage, scale } = calibration;
  const decimals = (value: number): string => number(value, 2, text.language);
  const of = (year: number, item: string): [number, number] | null => {
    const row = accounts.find((each) => each.year === year && each.item === item);
    return row && row.accounts !== null && row.model !== null ? [row.accounts, row.model] : null;
  };
  const perParticipant = years.flatMap((year) => {
    const [persons, costs] = [of(year, 'participants'), of(year, 'cost')];
    if (!persons || !costs) return [];
    const [own, model] = persons.map((each) => count(each, text.language));
    const [ownCost, modelCost] = costs.map((cost, at) => number(cost / (persons[at] ?? NaN), 0, text.language));
    return [said.participants(String(year), own ?? '', model ?? '', ownCost ?? '', modelCost ?? '')];
  });
  return [
    said.suggested(decimals(scale)),
    said.why(
      years.join(', '),
      millions(calibration.accounts, text.language),
      millions(calibration.model, text.language),
      decimals(fitted),
    ),
    said.weight(String(years.length), decimals(weight), number(shrinkage, 0, text.language)),
    ...perParticipant,
  ];
}
