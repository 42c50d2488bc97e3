import { addEntry, type Ledger, type Price, type Source } from './ledger';
import type { Horizon } from './population';
import { optionAt, type Parameters } from './resolve';

/** A krone costs a krone. */
const KRONE: Price = { value: Float64Array.of(1), series: [] };

const FUND: Source = { kind: 'fund', origins: 0, settlement_year: 0, category: -1 };

/** Sets aside or releases each year's net by `fund.rule`; `net` by year of the plan and tail, kroner. */
export function fundEntries(ledger: Ledger, net: Float64Array, parameters: Parameters, horizon: Horizon): void {
  for (let at = 0; at < net.length; at += 1) {
    const year = horizon.first_year + at;
    if (optionAt(parameters, 'fund.rule', year) === 'none') continue;
    const quantity = net[at] ?? 0;
    const item = quantity < 0 ? 'fund.release' : 'fund.set_aside';
    addEntry(ledger, year, item, quantity, KRONE, 0, FUND);
  }
}
