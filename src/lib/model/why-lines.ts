import type { Category } from './cohort';
import { groupOf } from './groups';
import type { ItemId, Side } from './items';
import type { LedgerLine } from './ledger';
import { statusAt, statusIndex, weaker, type Status } from './status';

/** Ledger lines of a year alike in item and price, as a row of a calculation: quantity x unit price = amount. */
export type CalculationLine = {
  item: ItemId;
  /** `null` where the row is of several. */
  category: Category | null;
  band: 'high' | 'low' | null;
  /** First and last settlement year of those it is for; `null` where it is of none in particular. */
  settled: [number, number] | null;
  quantity: number;
  unit: string;
  unit_price: number | null;
  /** Whole kroner as it counts in the figure; `null` where unknown. */
  amount: number | null;
  /** What the price rests on, and what the quantity does. */
  status: Status;
  quantity_status: Status;
};

/** Rows whose item ids begin alike. `sum` is of whole kroner as shown, without what is unknown. */
export type LineGroup = { group: string; lines: CalculationLine[]; sum: number; known: boolean };

/** A side of a calculation, its largest group first. */
export type Section = { side: Side; groups: LineGroup[]; sum: number; known: boolean };

const SIDES: readonly Side[] = ['income', 'cost', 'fund'];

/** Ledger lines as the sides of a calculation; `sign` is how the kroner of a side count in the figure. */
export function sectionsOf(lines: LedgerLine[], sign: (side: Side) => 1 | -1): Section[] {
  return SIDES.flatMap((side) => {
    const own = lines.filter((line) => line.side === side);
    if (own.length === 0) return [];
    const groups = groupsOf(own, sign(side));
    return [{ side, groups, sum: total(groups), known: groups.every(({ known }) => known) }];
  });
}

function groupsOf(lines: LedgerLine[], sign: 1 | -1): LineGroup[] {
  const groups = new Map<string, LedgerLine[]>();
  for (const line of lines) push(groups, groupOf(line.item), line);
  return [...groups]
    .map(([group, own]) => {
      const alike = new Map<string, LedgerLine[]>();
      for (const line of own) push(alike, `${line.item} ${line.unit_price} ${bandOf(line)}`, line);
      const rows = [...alike.values()].map((same) => merged(same, sign));
      const sum = rows.reduce((all, { amount }) => all + (amount ?? 0), 0);
      return { group, lines: rows, sum, known: rows.every(({ amount }) => amount !== null) };
    })
    .sort((a, b) => Math.abs(b.sum) - Math.abs(a.sum));
}

function merged(lines: LedgerLine[], sign: 1 | -1): CalculationLine {
  const [first] = lines;
  if (!first) throw new Error('no line: merged');
  const categories = new Set(lines.map(({ category }) => category));
  const years = lines.map(({ settlement_year }) => settlement_year);
  const known = lines.every(({ amount }) => amount !== null);
  const amount = lines.reduce((sum, line) => sum + (line.amount ?? 0), 0);
  return {
    item: first.item,
    category: categories.size === 1 ? (first.category as Category | null) : null,
    band: bandOf(first),
    settled: years.every((year) => year !== null) ? [Math.min(...years), Math.max(...years)] : null,
    quantity: lines.reduce((sum, { quantity }) => sum + quantity, 0),
    unit: first.unit,
    unit_price: first.unit_price,
    amount: known ? sign * Math.round(amount) + 0 : null,
    status: weakest(lines.map(({ status }) => status)),
    quantity_status: weakest(lines.map(({ quantity_status }) => quantity_status)),
  };
}

/** Whether a line is at the high or the low of two rates. */
function bandOf({ parameters }: LedgerLine): 'high' | 'low' | null {
  const rate = parameters[0] ?? '';
  return rate.includes('.high.') ? 'high' : rate.includes('.low.') ? 'low' : null;
}

/** The weakest of some statuses; published where there are none. */
export function weakest(statuses: Status[]): Status {
  return statusAt(statuses.reduce((found, status) => weaker(found, statusIndex(status)), 0));
}

function total(groups: LineGroup[]): number {
  return groups.reduce((sum, group) => sum + group.sum, 0);
}

function push(to: Map<string, LedgerLine[]>, key: string, line: LedgerLine): void {
  const known = to.get(key);
  if (known) known.push(line);
  else to.set(key, [line]);
}
