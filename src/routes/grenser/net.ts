import type { Forecast } from '$lib/model/forecast';
import { netInPlanAndTail } from '$lib/model/year-row';

/** The net of the plan in kroner of each year, or `fixed` of the first; `null` where a year of it has an unknown amount. */
export function netOfPlan({ result }: Forecast, fixed: boolean): number | null {
  return netInPlanAndTail(fixed ? result.map((row) => ({ ...row, net: row.net_fixed })) : result).plan;
}
