import { ITEM_IDS } from './items';
import { addEntry, amountAt, itemAt, type Ledger, type Price, type Source } from './ledger';
import { OPENING, SETTLED, type Horizon, type Population } from './population';
import { optionAt, valueAt, type Parameters } from './resolve';

/** A krone costs a krone. */
const KRONE: Price = { value: Float64Array.of(1), series: [] };

const FUND: Source = { kind: 'fund', origins: 0, settlement_year: 0, category: -1 };

/** Years over which a grant set aside is released, and a settlement year's grant is spread: its grant years. */
const RELEASED_OVER = 4;
const GRANT_YEARS = 5;

/** Kroner that only rounding leaves when a sum has been spread and taken back. */
const ROUNDING = 1e-6;

/**
 * Sets aside and releases by `fund.rule` (`model.md` 9). `net` by year of the plan and tail, kroner. Under `all` the fund
 * takes each year's net and may go below zero; under the others no release takes it below `fund.floor`.
 */
export function fundEntries(
  ledger: Ledger,
  people: Population,
  net: number[],
  parameters: Parameters,
  horizon: Horizon,
): void {
  const length = horizon.years + horizon.tail;
  const rules = Array.from({ length }, (_, at) => optionAt(parameters, 'fund.rule', horizon.first_year + at));
  const late = rules.includes('late_arrivals') ? setAsideLate(ledger, people, parameters, horizon) : null;
  const level = rules.includes('level') ? levelled(ledger, horizon) : null;
  const uncovered = rules.includes('all') ? teachingDeficit(ledger, parameters, horizon) : null;
  const released = new Float64Array(length);
  let fund = valueAt(parameters, 'fund.opening', horizon.first_year);
  for (const [at, rule] of rules.entries()) {
    let move = 0;
    if (rule === 'all') move = (net[at] ?? 0) + (uncovered?.[at] ?? 0);
    else if (rule === 'level') move = level?.[at] ?? 0;
    else if (rule === 'late_arrivals') {
      const aside = late?.[at] ?? 0;
      for (let after = 1; after <= RELEASED_OVER && at + after < length; after += 1)
        released[at + after] = (released[at + after] ?? 0) + aside / RELEASED_OVER;
      addEntry(ledger, at, 'fund.set_aside', aside, KRONE, 0, FUND);
      fund += aside;
      move = -(released[at] ?? 0);
    }
    if (rule !== 'all' && move < 0) {
      const floor = valueAt(parameters, 'fund.floor', horizon.first_year + at);
      move = -Math.min(-move, Math.max(0, fund - floor));
    }
    if (rule !== 'all' && Math.abs(move) < ROUNDING) continue;
    addEntry(ledger, at, move < 0 ? 'fund.release' : 'fund.set_aside', move, KRONE, 0, FUND);
    fund += move;
  }
}

/** By year, the year-1 grant of those settled after the cut-off month. */
function setAsideLate(ledger: Ledger, people: Population, parameters: Parameters, horizon: Horizon): Float64Array {
  const shares = new Float64Array(horizon.years + horizon.tail);
  for (let at = 0; at < shares.length; at += 1) {
    if (optionAt(parameters, 'fund.rule', horizon.first_year + at) !== 'late_arrivals') continue;
    const cutoff = valueAt(parameters, 'fund.cutoff_month', horizon.first_year + at);
    let arrived = 0;
    let after = 0;
    for (const stream of people.streams) {
      if (stream.origin !== SETTLED || stream.from !== at) continue;
      arrived += stream.arrived;
      for (let month = cutoff; month < 12; month += 1) after += stream.arrivals[month] ?? 0;
    }
    shares[at] = arrived > 0 ? after / arrived : 0;
  }
  const aside = new Float64Array(shares.length);
  for (let entry = 0; entry < ledger.length; entry += 1) {
    const at = ledger.at[entry] ?? -1;
    const amount = amountAt(ledger, entry);
    if (at < 0 || Number.isNaN(amount) || !isFirstYear(ledger, entry)) continue;
    const settledShare = settledShareOf(ledger, people, entry, at);
    aside[at] = (aside[at] ?? 0) + amount * settledShare * (shares[at] ?? 0);
  }
  return aside;
}

function isFirstYear(ledger: Ledger, entry: number): boolean {
  return (ITEM_IDS[ledger.item[entry] ?? -1] ?? '').startsWith('integration_grant.year1.');
}

/** Of the persons behind a year-1 line, the share settled by agreement; the rest are their family. */
function settledShareOf(ledger: Ledger, people: Population, entry: number, at: number): number {
  const category = ledger.category[entry] ?? -1;
  let settled = 0;
  let all = 0;
  for (const stream of people.streams) {
    if (stream.from !== at || stream.origin === OPENING) continue;
    const persons = stream.arrived * (stream.composition.category[category] ?? 0);
    if (stream.settlement_year !== ledger.settlement_year[entry]) continue;
    all += persons;
    if (stream.origin === SETTLED) settled += persons;
  }
  return all > 0 ? settled / all : 0;
}

/**
 * By year, the integration grant received less what is recognised: one fifth a year of a settlement year's expected sum;
 * for a settlement year of the opening, what remains of it evenly over its remaining grant years.
 */
function levelled(ledger: Ledger, horizon: Horizon): Float64Array {
  const length = horizon.years + horizon.tail;
  const difference = new Float64Array(length);
  const sums = new Map<number, number>();
  for (let entry = 0; entry < ledger.length; entry += 1) {
    const at = ledger.at[entry] ?? -1;
    const amount = amountAt(ledger, entry);
    if (at < 0 || Number.isNaN(amount) || !isIntegrationGrant(ledger, entry)) continue;
    const settlementYear = ledger.settlement_year[entry] ?? 0;
    sums.set(settlementYear, (sums.get(settlementYear) ?? 0) + amount);
    difference[at] = (difference[at] ?? 0) + amount;
  }
  for (const [settlementYear, sum] of sums) {
    const from = Math.max(0, settlementYear - horizon.first_year);
    const to = Math.min(length, settlementYear + GRANT_YEARS - horizon.first_year);
    for (let at = from; at < to; at += 1) difference[at] = (difference[at] ?? 0) - sum / (to - from);
  }
  return difference;
}

function isIntegrationGrant(ledger: Ledger, entry: number): boolean {
  return (ITEM_IDS[ledger.item[entry] ?? -1] ?? '').startsWith('integration_grant.');
}

/** By year, what teaching costs beyond its own grants and sales, where the fund may not cover it; else 0. */
function teachingDeficit(ledger: Ledger, parameters: Parameters, horizon: Horizon): Float64Array | null {
  const length = horizon.years + horizon.tail;
  const covers = Array.from({ length }, (_, at) =>
    optionAt(parameters, 'fund.covers_education', horizon.first_year + at),
  );
  if (!covers.includes('no')) return null;
  const deficit = new Float64Array(length);
  for (let entry = 0; entry < ledger.length; entry += 1) {
    const at = ledger.at[entry] ?? -1;
    const amount = amountAt(ledger, entry);
    if (at < 0 || Number.isNaN(amount)) continue;
    const { side } = itemAt(ledger, entry);
    const item = ITEM_IDS[ledger.item[entry] ?? -1] ?? '';
    if (item.startsWith('education.')) deficit[at] = (deficit[at] ?? 0) + amount;
    else if (side === 'income' && (item.startsWith('language_grant.') || item === 'host_income'))
      deficit[at] = (deficit[at] ?? 0) - amount;
  }
  return deficit.map((kroner, at) => (covers[at] === 'yes' ? 0 : Math.max(0, kroner)));
}
