import {
  backtestDocument,
  calibrationSentences,
  noteSentence,
  type BacktestDocument,
} from '$lib/export/backtest-document';
import { count, number, signed } from '$lib/format';
import { readAccounts } from '$lib/ingest/accounts-file';
import { backtest, type Backtest, type BacktestRow } from '$lib/model/backtest';
import type { BacktestYear, Booked, Series } from '$lib/model/backtest-history';
import { accountsText, historyOf, municipalitiesWithHistory } from '$lib/parameters/history';
import { municipalityOf, municipalityOverrides } from '$lib/parameters/municipalities';
import { publishedCatalogue } from '$lib/parameters/published';
import { backtestText } from '$lib/text/backtest';
import type { Text } from '$lib/text/text';
import { UsageError, type Arguments } from './arguments';
import { bandsCommand } from './backtest-futures';
import { refuse } from './files';
import { csv, table, type Column } from './table';

/**
 * `backtest MUNICIPALITY [--calibrate]`: the model beside what was paid and booked; an older number is followed to today's. With
 * `--draws` the bands of the futures instead.
 */
export function backtestCommand(all: Arguments): number {
  const { operands, text, format, calibrate, draws } = all;
  if (draws !== null) return bandsCommand(all, draws);
  const [given, ...more] = operands;
  if (given === undefined || more.length > 0) throw new UsageError(backtestText[text.language].oneMunicipality);
  const of = backtestOf(given, text);
  const document = backtestDocument(of, text, calibrate);
  if (format === 'json') process.stdout.write(`${JSON.stringify(document)}\n`);
  if (format === 'csv') {
    process.stdout.write(csv(csvRows(document)));
    for (const { message } of document.flags) process.stderr.write(`${message}\n`);
  }
  if (format === 'table') process.stdout.write(tablesOf(given, of, document, calibrate, text));
  return 0;
}

function backtestOf(given: string, text: Text): Backtest {
  const history = historyOf(given);
  if (!history) {
    const known = municipalitiesWithHistory().map(({ municipality, name }) => `${municipality} ${name}`);
    throw new UsageError(backtestText[text.language].unknown(given, known.join(', ')));
  }
  const zones = publishedCatalogue.parameters.get('staff.tax_zone')?.options ?? [];
  const known = municipalityOverrides(municipalityOf(history.municipality), zones);
  const of = backtest(publishedCatalogue, history, bookedBy(history.municipality, text), known);
  if (!of) throw new UsageError(backtestText[text.language].noHistory(history.name, history.municipality));
  return of;
}

function bookedBy(municipality: string, text: Text): Booked[] {
  const published = accountsText(municipality);
  if (published === null) return [];
  const { rows, findings } = readAccounts(published);
  if (findings.length > 0) refuse(findings, text, `data/accounts/${municipality}.csv`);
  return rows;
}

/** Payments and accounts as rows of one shape; of the accounts, the budget stands as plan and the accounts as paid. */
function csvRows({ municipality, rows, accounts }: BacktestDocument): Record<string, unknown>[] {
  return [
    ...rows.map(({ note, ...row }) => ({
      municipality,
      subject: 'payments',
      unit: 'NOK',
      ...row,
      difference: row.paid === null || row.model_cash === null ? null : row.paid - row.model_cash,
      note,
    })),
    ...accounts.map(({ year, item, unit, budget, model, accounts: booked, deviation, difference }) => ({
      ...{ municipality, subject: 'accounts', unit, year, item, plan: budget, model, model_cash: null, paid: booked },
      ...{ deviation, volume: null, composition: null, rate: null, moving: null, unexplained: null, difference },
      note: null,
    })),
  ];
}

function tablesOf(given: string, of: Backtest, document: BacktestDocument, calibrate: boolean, text: Text): string {
  const said = backtestText[text.language];
  const { municipality, name, sentences } = document;
  const fitting = calibrate ? calibrationSentences(of, text) : [];
  const parts = [
    [
      said.title(name, municipality),
      ...(given === municipality ? [] : [said.successor(given, municipality, name)]),
      ...sentences.filter((sentence) => !fitting.includes(sentence)),
    ],
    [said.people.title, peopleTable(document, text)],
    ...[...new Set(document.rows.map(({ year }) => year))].map((year) => paymentTable(year, of, text)),
    ...(document.rows.length > 0 ? [[said.payments.definition]] : []),
    ...(document.accounts.length > 0 ? [[said.accounts.title, said.accounts.unit, accountsTable(document, text)]] : []),
    ...(document.flags.length > 0 ? [[said.flagsTitle, ...document.flags.map(({ message }) => `- ${message}`)]] : []),
    ...(calibrate ? [[said.calibration.title, ...fitting]] : []),
  ];
  return `${parts.map((lines) => lines.join('\n').trimEnd()).join('\n\n')}\n`;
}

function peopleTable({ years }: BacktestDocument, text: Text): string {
  const { columns } = backtestText[text.language].people;
  const names = ['year', 'requested', 'decided', 'settled', 'persons', 'planned', 'in_phase'] as const;
  const rows = years.map((year) => [
    String(year.year),
    published(year, 'requested', text),
    published(year, 'decided', text),
    published(year, 'settled', text),
    count(year.persons, text.language),
    count(year.planned, text.language),
    count(year.in_phase, text.language),
  ]);
  return table(
    names.map((name) => ({ heading: columns[name], right: name !== 'year' })),
    rows,
  );
}

/** A count as the source prints it, in words. */
function published(year: BacktestYear, series: Series, text: Text): string {
  const { marks } = backtestText[text.language].people;
  const mark = year[`${series}_mark`];
  const persons = year[series] === null ? null : number(year[series], 0, text.language);
  if (mark === 'suppressed' || mark === 'not_read' || mark === 'none') return marks[mark];
  if (persons === null) return text.unknown;
  if (mark === 'at_least') return marks.at_least(persons);
  return mark === 'part_year' ? marks.part_year(persons, year.until) : persons;
}

function paymentTable(year: number, of: Backtest, text: Text): string[] {
  const { payments, items } = backtestText[text.language];
  const plain = ['plan', 'model', 'model_cash', 'paid'] as const;
  const parts = ['deviation', 'volume', 'composition', 'rate', 'moving', 'unexplained'] as const;
  const columns: Column[] = [
    { heading: payments.columns.item },
    ...[...plain, ...parts].map((name) => ({ heading: payments.columns[name], right: true })),
  ];
  const own = of.rows.filter((row) => row.year === year);
  const rows = own.map((row) => [
    items[row.item],
    ...plain.map((name) => thousands(row[name], text)),
    ...parts.map((name) => (row[name] === null ? text.unknown : signed(row[name] / 1000, 0, text.language))),
  ]);
  return [payments.title(String(year)), payments.unit, table(columns, rows).trimEnd(), ...noteLines(own, text)];
}

/** One line for each note, with the payments it stands at. */
function noteLines(rows: BacktestRow[], text: Text): string[] {
  const lines = new Map<string, string[]>();
  for (const { item, notes } of rows) {
    for (const note of notes) {
      if (item === 'total' && note.kind !== 'without') continue;
      const sentence = noteSentence(note, item, text);
      lines.set(sentence, [...(lines.get(sentence) ?? []), backtestText[text.language].items[item]]);
    }
  }
  return [...lines].map(([sentence, items]) => `${items.join(', ')}: ${sentence}`);
}

function thousands(kroner: number | null, text: Text): string {
  return kroner === null ? text.unknown : number(kroner / 1000, 0, text.language);
}

/** What does not exist, such as a budget of a year without one; unlike what is unknown. */
const NONE = '–';

function accountsTable({ accounts }: BacktestDocument, text: Text): string {
  const { columns, items } = backtestText[text.language].accounts;
  const names = ['year', 'item', 'accounts', 'budget', 'deviation', 'model', 'difference', 'outside'] as const;
  const labels: Record<string, string | undefined> = items;
  const rows = accounts.map((row) => {
    const [scale, decimals] = row.unit === 'NOK' ? [1000, 0] : [1, 1];
    const written = (amount: number | null, plus = ''): string =>
      amount === null ? NONE : number(amount / scale, decimals, text.language) + plus;
    const change = (amount: number | null): string =>
      amount === null ? NONE : signed(amount / scale, decimals, text.language);
    return [
      String(row.year),
      labels[row.item] ?? row.item,
      written(row.accounts),
      written(row.budget),
      change(row.deviation),
      written(row.model, row.incomplete ? ' +' : ''),
      change(row.difference),
      written(row.outside),
    ];
  });
  return table(
    names.map((name) => ({ heading: columns[name], right: name !== 'year' && name !== 'item' })),
    rows,
  );
}
