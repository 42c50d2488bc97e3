import type { EconomicPlanWords } from '$lib/text/economic-plan';
import type { Text } from '$lib/text/text';
import type { DataTable } from './data-table';
import { asText, tableOf } from './data-tables';
import { economicPlanOf, type EconomicPlan, type PlanColumn, type PlanRow } from './economic-plan';
import { dateOf, hashOf, type Outgoing } from './outgoing';

/** What a row is called: its art, or what it sums. */
export function rowName({ kind, funksjon, art }: PlanRow, words: EconomicPlanWords): string {
  if (kind === 'line') return words.arts[art] ?? art;
  const name = funksjon && `${funksjon} ${words.functions[funksjon] ?? ''}`.trim();
  return words.rows[kind](name);
}

function columnName({ version, year }: PlanColumn, words: EconomicPlanWords): string {
  return words.columns[version](year);
}

/**
 * The economic plan as cells parted by tabs, for pasting into a sheet or a document: the table with its headings, then what it is
 * of. What is unknown says so.
 */
export function planForPasting(plan: EconomicPlan, of: Outgoing, text: Text, words: EconomicPlanWords): string {
  const { about, municipality, mark, mode, date } = of;
  const cells = [
    [words.funksjon, words.art, words.name, ...plan.columns.map((column) => columnName(column, words))],
    ...plan.rows.map((row) => [
      row.funksjon,
      row.art,
      rowName(row, words),
      ...row.values.map((value) => (value === null ? words.missing : String(value))),
    ]),
    [],
    [`${municipality.name} (${municipality.number}), ${about.name}`],
    [mark],
    ...planNotes(plan, of, text, words).map((note) => [note]),
    [`${hashOf(about.plan, mode)}, ${dateOf(date)}`],
  ];
  return cells.map((row) => row.map(cellText).join('\t')).join('\r\n');
}

/** A cell without what would part it; numbers are left as they are. */
function cellText(cell: string): string {
  const plain = cell.replace(/[\t\r\n]+/g, ' ');
  return /^-?\d+$/.test(plain) ? plain : asText(plain);
}

/** What must be known of an economic plan: unit, sign, kroner, rounding and what is not in it. */
export function planNotes(
  plan: EconomicPlan,
  { about, fixed }: Outgoing,
  text: Text,
  words: EconomicPlanWords,
): string[] {
  const first = about.plan.scenario.first_year;
  return [
    words.unit[plan.unit],
    words.sign[plan.costPositive ? 'costPositive' : 'incomePositive'],
    words.kroner(fixed ? text.plan.fixed(first) : text.plan.nominal),
    words.rounding,
    words.wages,
    words.ordinary,
    ...(plan.rows.some(({ values }) => values.includes(null)) ? [words.missingNote] : []),
  ];
}

/** The economic plan as a data table, a column of amounts each year; what is unknown is `null`. */
export function planTable(plan: EconomicPlan, of: Outgoing, words: EconomicPlanWords): DataTable {
  const names = plan.columns.map(({ version, year }) => `${COLUMN_NAMES[version]}_${year}`);
  const rows = plan.rows.map((row) => ({
    row: row.kind,
    funksjon: row.funksjon || null,
    art: row.art || null,
    name: rowName(row, words),
    ...Object.fromEntries(names.map((name, at) => [name, row.values[at] ?? null])),
  }));
  const amounts = names.map((name) => [name, 'number'] as const);
  const types = { row: 'text', funksjon: 'text', art: 'text', name: 'text', ...Object.fromEntries(amounts) } as const;
  return tableOf('economic-plan', of, types, rows);
}

const COLUMN_NAMES = { regnskap: 'accounts', budsjett: 'budget', plan: 'plan' };

/** Digits of an `ansvar` at most. */
export const ANSVAR = /^\d{1,12}$/;

/**
 * A budget for the import of an accounting system: one row a year, function and art, in whole kroner, of an `ansvar` (digits).
 * Rows of nothing are left out; what is unknown is `null`. Where it is from stands after the rest.
 */
export function budgetTable(of: Outgoing, ansvar: string, words: EconomicPlanWords): DataTable {
  if (!ANSVAR.test(ansvar)) throw new Error(`ansvar: ${ansvar}`);
  const plan = economicPlanOf(of, [], 1);
  const rows = plan.columns.flatMap(({ year }, at) =>
    plan.rows.flatMap((row) => {
      const amount = row.values[at] ?? null;
      if (row.kind !== 'line' || amount === 0) return [];
      return [{ ansvar, funksjon: row.funksjon, art: row.art, year, amount, text: rowName(row, words) }];
    }),
  );
  const types = {
    ansvar: 'text',
    funksjon: 'text',
    art: 'text',
    year: 'whole',
    amount: 'number',
    text: 'text',
  } as const;
  const { columns, rows: cells, name } = tableOf('budget', of, types, rows);
  const own = columns.length - Object.keys(types).length;
  const last = <Each>(each: Each[]): Each[] => [...each.slice(own), ...each.slice(0, own)];
  return { name, columns: last(columns), rows: cells.map(last) };
}
