import { CATEGORIES } from './cohort';
import { add, zeros } from './columns';
import { ITEM_IDS, positionOf } from './items';
import { addEntry, amountAt, type Ledger, type Price, type Source } from './ledger';
import type { GrantCounts } from './grant-counts';
import type { Horizon } from './population';
import { kindOf } from './quantities';
import { optionsOf, planned, valueAt, workedOut, type Parameters } from './resolve';

/** A krone costs a krone. */
const KRONE: Price = { value: Float64Array.of(1), series: [] };

const SET_ASIDE = positionOf('fund.set_aside');
const RELEASE = positionOf('fund.release');
const FUND: Source = { kind: kindOf('fund'), origins: 0, settlement_year: 0, category: -1 };

/** Years over which a grant set aside is released, and a settlement year's grant is spread: its grant years. */
const RELEASED_OVER = 4;
const GRANT_YEARS = 5;

/** Kroner that only rounding leaves when a sum has been spread and taken back. */
const ROUNDING = 1e-6;

/** The rule and what it goes by, by year of the plan. */
type Rules = { rule: string[]; covers: string[]; opening: number; floor: Float64Array; cutoff: Float64Array };

function rulesOf(parameters: Parameters): Rules {
  return {
    rule: optionsOf(parameters, 'fund.rule'),
    covers: optionsOf(parameters, 'fund.covers_education'),
    opening: valueAt(parameters, 'fund.opening', parameters.first_year),
    floor: planned(parameters, 'fund.floor'),
    cutoff: planned(parameters, 'fund.cutoff_month'),
  };
}

/**
 * Sets aside and releases by `fund.rule` (`model.md` 9). `net` by year of the plan and tail, kroner. Under `all` the fund
 * takes each year's net and may go below zero; under the others no release takes it below `fund.floor`.
 */
export function fundEntries(
  ledger: Ledger,
  people: GrantCounts,
  net: number[],
  parameters: Parameters,
  horizon: Horizon,
): void {
  const length = horizon.years + horizon.tail;
  const rules = workedOut(parameters, rulesOf);
  const late = rules.rule.includes('late_arrivals') ? setAsideLate(ledger, people, rules, length) : null;
  const level = rules.rule.includes('level') ? levelled(ledger, horizon) : null;
  const uncovered = rules.rule.includes('all') ? teachingDeficit(ledger, rules, length) : null;
  const released = zeros(length);
  let fund = rules.opening;
  for (let at = 0; at < length; at += 1) {
    const rule = rules.rule[at];
    let move = 0;
    if (rule === 'all') move = (net[at] ?? 0) + (uncovered?.[at] ?? 0);
    else if (rule === 'level') move = level?.[at] ?? 0;
    else if (rule === 'late_arrivals') {
      const aside = late?.[at] ?? 0;
      for (let after = 1; after <= RELEASED_OVER && at + after < length; after += 1)
        released[at + after] = (released[at + after] ?? 0) + aside / RELEASED_OVER;
      addEntry(ledger, at, SET_ASIDE, aside, KRONE, 0, FUND);
      fund += aside;
      move = -(released[at] ?? 0);
    }
    if (rule !== 'all' && move < 0) {
      const floor = rules.floor[at] ?? NaN;
      move = -Math.min(-move, Math.max(0, fund - floor));
    }
    if (rule !== 'all' && Math.abs(move) < ROUNDING) continue;
    addEntry(ledger, at, move < 0 ? RELEASE : SET_ASIDE, move, KRONE, 0, FUND);
    fund += move;
  }
}

/** By year, the year-1 grant of those settled after the cut-off month. */
function setAsideLate(ledger: Ledger, people: GrantCounts, rules: Rules, length: number): number[] {
  const shares = zeros(length);
  for (let at = 0; at < shares.length; at += 1) {
    if (rules.rule[at] !== 'late_arrivals') continue;
    const cutoff = rules.cutoff[at] ?? NaN;
    let arrived = 0;
    let after = 0;
    for (let month = 0; month < 12; month += 1) {
      const settled = people.months[12 * at + month] ?? 0;
      arrived += settled;
      if (month >= cutoff) after += settled;
    }
    shares[at] = arrived > 0 ? after / arrived : 0;
  }
  const aside = zeros(length);
  for (let entry = 0; entry < ledger.length; entry += 1) {
    const at = ledger.at[entry] ?? -1;
    const amount = amountAt(ledger, entry);
    if (at < 0 || Number.isNaN(amount) || !IS_FIRST_YEAR[ledger.item[entry] ?? 0]) continue;
    add(aside, at, amount * settledShareOf(people, at, ledger.category[entry] ?? -1) * (shares[at] ?? 0));
  }
  return aside;
}

const IS_FIRST_YEAR = ITEM_IDS.map((item) => item.startsWith('integration_grant.year1.'));

/** Of the persons behind a year-1 line, the share settled by agreement; the rest are their family. */
function settledShareOf(people: GrantCounts, at: number, category: number): number {
  const all = people.first[CATEGORIES.length * at + category] ?? 0;
  return all > 0 ? (people.settled[CATEGORIES.length * at + category] ?? 0) / all : 0;
}

/**
 * By year, the integration grant received less what is recognised: one fifth a year of a settlement year's expected sum;
 * for a settlement year of the opening, what remains of it evenly over its remaining grant years.
 */
function levelled(ledger: Ledger, horizon: Horizon): number[] {
  const length = horizon.years + horizon.tail;
  const difference = zeros(length);
  const sums = new Map<number, number>();
  for (let entry = 0; entry < ledger.length; entry += 1) {
    const at = ledger.at[entry] ?? -1;
    const amount = amountAt(ledger, entry);
    if (at < 0 || Number.isNaN(amount) || !IS_INTEGRATION_GRANT[ledger.item[entry] ?? 0]) continue;
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

const IS_INTEGRATION_GRANT = ITEM_IDS.map((item) => item.startsWith('integration_grant.'));

const IS_TEACHING_COST = ITEM_IDS.map((item) => item.startsWith('education.'));
const IS_TEACHING_INCOME = ITEM_IDS.map((item) => item.startsWith('language_grant.') || item === 'host_income');

/** By year, what teaching costs beyond its own grants and sales, where the fund may not cover it; else 0. */
function teachingDeficit(ledger: Ledger, { covers }: Rules, length: number): number[] | null {
  if (!covers.includes('no')) return null;
  const deficit = zeros(length);
  for (let entry = 0; entry < ledger.length; entry += 1) {
    const at = ledger.at[entry] ?? -1;
    const amount = amountAt(ledger, entry);
    if (at < 0 || Number.isNaN(amount)) continue;
    const item = ledger.item[entry] ?? 0;
    if (IS_TEACHING_COST[item]) add(deficit, at, amount);
    else if (IS_TEACHING_INCOME[item]) add(deficit, at, -amount);
  }
  return deficit.map((kroner, at) => (covers[at] === 'yes' ? 0 : Math.max(0, kroner)));
}
