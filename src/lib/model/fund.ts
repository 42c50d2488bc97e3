import { addEntry, type Ledger } from './ledger';
import type { Horizon } from './population';
import { optionAt, type Parameters } from './resolve';

/** Sets aside or releases each year's net by `fund.rule`; `net` by year of the plan and tail, kroner. */
export function fundEntries(ledger: Ledger, net: Float64Array, parameters: Parameters, horizon: Horizon): void {
  for (let at = 0; at < net.length; at += 1) {
    const year = horizon.first_year + at;
    if (optionAt(parameters, 'fund.rule', year) === 'none') continue;
    const amount = net[at] ?? 0;
    const item = amount < 0 ? 'fund.release' : 'fund.set_aside';
    addEntry(ledger, {
      year,
      item,
      category: -1,
      settlement_year: 0,
      quantity: amount,
      unit_price: 1,
      prices: [],
      kind: 'fund',
      origins: 0,
    });
  }
}
