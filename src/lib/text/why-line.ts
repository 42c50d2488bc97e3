import { count, number } from '$lib/format';
import type { LeaseRow } from '$lib/model/rows';
import type { CalculationLine } from '$lib/model/why-lines';
import type { Text } from './text';
import { whyText } from './why';

/** What a row of a calculation is of. */
export function lineName({ item, category, band }: CalculationLine, text: Text): string {
  const isNamed = category !== null && !item.includes('year1') && !item.includes('unaccompanied_minor');
  const parts = [text.items[item], isNamed ? text.categories[category] : '', band ? text.bands[band] : ''];
  return parts.filter(Boolean).join(', ');
}

/** When those a row is for were settled; empty where it is of nobody in particular. */
export function settledName({ settled }: CalculationLine, text: Text): string {
  if (!settled) return '';
  const [from, to] = settled;
  return whyText[text.language].settled(from === to ? String(from) : `${from}–${to}`);
}

/** Quantity x unit price, both rounded as shown; empty where a krone costs a krone. */
export function productName({ quantity, unit, unit_price }: CalculationLine, text: Text): string {
  if (unit === 'NOK') return '';
  const rounded = Math.round(quantity * 100) / 100;
  const isCounted = unit === 'person' || unit === 'grant';
  const isWhole = Number.isInteger(rounded) && (isCounted || rounded !== 1);
  const written = number(rounded, isWhole ? 0 : 2, text.language);
  const of = isCounted ? '' : ` ${text.units[unit] ?? ''}`;
  const price = unit_price === null ? text.unknown : number(unit_price, 0, text.language);
  return `${written}${of} ×\u00a0${price}`;
}

/** A value of a calculation as it is written: whole kroner, or a count. */
export function valueName(value: number | null, decimals: number, text: Text): string {
  if (value === null || Number.isNaN(value)) return text.unknown;
  return decimals > 0 ? count(value, text.language) : number(value, 0, text.language);
}

/** A month `2024-05` in words. */
export function monthName(month: string, text: Text): string {
  const [year = 0, of = 1] = month.split('-').map(Number);
  return text.rooms.month(of - 1, year);
}

/** A lease in a line: since when, until when, how long empty. */
export function leaseName(lease: LeaseRow & { isRunning: boolean }, text: Text): string {
  const words = whyText[text.language].lease;
  const [year = 0, month = 1] = lease.order_by.split('-').map(Number);
  const parts = lease.isRunning
    ? [words.running]
    : [words.needed(monthName(lease.needed_from, text)), words.order(text.rooms.firstOf(month - 1, year))];
  parts.push(words.until(monthName(lease.until, text)));
  if (lease.months_empty > 0) parts.push(words.empty(lease.months_empty));
  return `${whyText[text.language].room(lease.room)}: ${parts.join(', ')}.`;
}

/** What a lease costs, and what would cost less. */
export function leaseCost({ cost, cheapest, alternatives }: LeaseRow, text: Text): string {
  const kroner = (amount: number): string => number(amount, 0, text.language);
  const said = [whyText[text.language].costs(kroner(cost))];
  const other = alternatives.find(({ kind }) => kind === cheapest);
  if (cheapest === 'lease') said.push(whyText[text.language].cheapest);
  else if (other && other.cost !== null)
    said.push(whyText[text.language].cheaper(text.alternatives[cheapest], kroner(other.cost)));
  return said.join(' ');
}
