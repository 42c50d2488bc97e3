import { positionOf } from './items';
import { addEntry, priceOf, type Ledger, type Price, type Source } from './ledger';
import type { SpecialCounts } from './grant-counts';
import type { Horizon } from './population';
import { kindOf } from './quantities';
import { planned, workedOut, type Parameters } from './resolve';

const MEASURES = positionOf('special_needs.measures');
const SPECIAL_NEEDS = kindOf('special_needs');

/** The two parts of the grant: what the measures cost and what is granted of it. */
type Part = { yearly: boolean; item: number; cost: Price; grant: Price };

/** By year of the plan. */
type Rules = {
  share: Float64Array;
  lag: Float64Array;
  waits: Float64Array;
  deadline: Float64Array;
  parts: Part[];
};

function rulesOf(parameters: Parameters): Rules {
  return {
    share: planned(parameters, 'special_needs.share'),
    lag: planned(parameters, 'special_needs.lag'),
    waits: planned(parameters, 'special_needs.application_months'),
    deadline: planned(parameters, 'special_needs.deadline'),
    parts: [partOf(parameters, '1'), partOf(parameters, '2')],
  };
}

function partOf(parameters: Parameters, part: '1' | '2'): Part {
  const cost = priceOf(parameters, `special_needs.cost.${part}`);
  const own = priceOf(parameters, `special_needs.own_share.${part}`);
  const cap = priceOf(parameters, `grants.special_needs.${part}`);
  const granted = cap.value.map((most, at) =>
    Math.min(most, Math.max(0, (cost.value[at] ?? NaN) - (own.value[at] ?? NaN))),
  );
  return {
    yearly: part === '2',
    item: positionOf(`special_needs_grant.${part}`),
    cost,
    grant: { value: granted, series: [...cap.series, ...cost.series, ...own.series] },
  };
}

/**
 * Part 1 once, part 2 for each of the five years: the cost above the own share up to the cap, booked in the year of the
 * application + lag. Past the deadline the grant of the first year is lost and the cost stays. What was applied for before
 * the plan is not known and left out, so the first years are low.
 */
export function specialNeedsGrant(
  ledger: Ledger,
  at: number,
  of: SpecialCounts,
  parameters: Parameters,
  horizon: Horizon,
): void {
  const rules = workedOut(parameters, rulesOf);
  const share = rules.share[at] ?? NaN;
  if (share === 0) return;
  const lag = rules.lag[at] ?? NaN;
  const waits = rules.waits[at] ?? NaN;
  const inTime = waits <= (rules.deadline[at] ?? NaN);
  for (let d = 1; d <= 5; d += 1) {
    const from = 5 * at + d - 1;
    const arrived = share * (of.arrived[from] ?? 0);
    const stays = share * (of.stays[from] ?? 0);
    const settlement_year = horizon.first_year + at - d + 1;
    const source = { kind: SPECIAL_NEEDS, origins: of.origins[from] ?? 0, settlement_year, category: -1 };
    const isFirst = d === 1 && arrived > 0;
    for (const { yearly, item, cost, grant } of rules.parts) {
      const quantity = yearly ? stays : arrived;
      if (quantity === 0) continue;
      addEntry(ledger, at, MEASURES, quantity, cost, at, source);
      if (isFirst && !inTime) continue;
      // Applied for so many months after settlement, so partly in a later calendar year.
      for (let month = isFirst ? 0 : 11; month < 12; month += 1) {
        const monthly = (yearly ? of.monthly.stays : of.monthly.arrived)[12 * at + month] ?? 0;
        const applied = isFirst ? share * monthly : quantity;
        const booked = at + lag + (isFirst ? Math.floor((month + waits) / 12) : 0);
        if (applied > 0 && booked < horizon.years + horizon.tail)
          addBooked(ledger, booked, item, applied, grant, at, source);
      }
    }
  }
}

/** As {@link addEntry}, on the entry before where that is of the same kind. */
function addBooked(
  ledger: Ledger,
  at: number,
  item: number,
  quantity: number,
  price: Price,
  priced: number,
  source: Source,
): void {
  const last = ledger.length - 1;
  const same = ledger.at[last] === at && ledger.series[last] === price.series;
  if (same) ledger.quantity[last] = (ledger.quantity[last] ?? 0) + quantity;
  else addEntry(ledger, at, item, quantity, price, priced, source);
}
