import { SUMMED, ITEM_IDS, INCOME, COST } from './items';
import { amountAt, type Ledger } from './ledger';

/** The sum of a year's lines whose item ids begin alike, kroner; `known` is false where a line has no amount. */
export type GroupSum = { group: string; side: 'income' | 'cost'; amount: number; known: boolean };

/** The first part of an item's id: `education` of `education.teachers`. */
export function groupOf(item: string): string {
  return item.split('.')[0] ?? item;
}

const GROUP_OF = ITEM_IDS.map(groupOf);

/** Income and cost of a year of the plan by group of items, in the order of the items. */
export function groupSums(ledger: Ledger, at: number): GroupSum[] {
  const sums = new Map<string, GroupSum>();
  for (let entry = 0; entry < ledger.length; entry += 1) {
    if (ledger.at[entry] !== at) continue;
    const item = ledger.item[entry] ?? -1;
    const summed = SUMMED[item];
    if (summed !== INCOME && summed !== COST) continue;
    const side = summed === INCOME ? 'income' : 'cost';
    const group = GROUP_OF[item] ?? '';
    const key = `${side} ${group}`;
    let sum = sums.get(key);
    if (!sum) {
      sum = { group, side, amount: 0, known: true };
      sums.set(key, sum);
    }
    const amount = amountAt(ledger, entry);
    if (Number.isNaN(amount)) sum.known = false;
    else sum.amount += amount;
  }
  return [...sums.values()];
}
