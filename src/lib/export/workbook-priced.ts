import { forecast } from '$lib/model/forecast';
import type { Override } from '$lib/model/overrides';
import { withOverrides, type Parameters } from '$lib/model/resolve';
import type { Given } from './outgoing';

/** Prices that hold for longer than the year they are of: the rent of a whole term, a grant that is booked later. */
const LASTING = ['rooms.module_rent', 'grants.special_needs'];
/** What would hide which year the price of a grant is of: its own share, and a cost below its limit. */
const OTHERS: Override[] = [
  { id: 'special_needs.own_share', tokens: [], year: null, value: 0 },
  { id: 'special_needs.cost', tokens: [], year: null, value: 1e9 },
];

/**
 * The year of the plan whose price each entry of the ledger has. An entry does not say so itself: the same plan is forecast
 * with prices that are different every year, and what an entry then costs tells the year.
 */
export function pricedYears({ plan, forecast: of }: Given): number[] {
  const { ledger, horizon } = of;
  const priced = [...ledger.at];
  const lasting = ledger.series.flatMap((series, entry) =>
    series.some(({ parameter }) => LASTING.includes(parameter.id)) ? [entry] : [],
  );
  if (lasting.length === 0) return priced;
  const told = forecast(plan.opening, toldApart(plan.parameters, horizon.years + horizon.tail), plan.scenario);
  for (const entry of lasting) {
    const price = told.ledger.series[entry]?.find(({ parameter }) => LASTING.includes(parameter.id));
    const at = price?.planned.indexOf(told.ledger.unit_price[entry] ?? NaN) ?? -1;
    if (at >= 0 && told.ledger.item[entry] === ledger.item[entry]) priced[entry] = at;
  }
  return priced;
}

/** The same parameters with lasting prices that differ from year to year. */
function toldApart(parameters: Parameters, years: number): Parameters {
  const probing = LASTING.flatMap((id) =>
    Array.from({ length: years }, (_, at) => ({
      id,
      tokens: [],
      year: parameters.first_year + at,
      value: 1000 * (at + 1),
    })),
  );
  const ids = [...LASTING, ...OTHERS.map(({ id }) => id)];
  const kept = [...parameters.overrides].flatMap(([id, overrides]) => (ids.includes(id) ? [] : overrides));
  return withOverrides(parameters, [...kept, ...probing, ...OTHERS]);
}
