import type { Series } from '$lib/model/resolve';
import { termOf, taxOf, type Assumptions } from './workbook-assumptions';
import { fixedTerm, higher, lower, minus, over, plus, times, type Term } from './workbook-terms';

/** How near a formula must come to the price the model has, as a share of it. */
const NEAR = 1e-9;

/**
 * The unit price of an entry as a formula over the sheet of assumptions; `null` where it is of none of them, or where the
 * formula does not come to what the model has. `quantity` is the cell with the quantity of the line, `at` the year of the
 * plan whose price it is.
 */
export function priceTerm(
  of: Assumptions,
  series: readonly Series[],
  at: number,
  price: number,
  quantity: Term,
): Term | null {
  const term = made(of, series, at, quantity);
  if (!term) return null;
  const isSame = Number.isNaN(price)
    ? Number.isNaN(term.value)
    : Math.abs(term.value - price) <= NEAR * Math.max(1, Math.abs(price));
  return isSame ? term : null;
}

function made(of: Assumptions, series: readonly Series[], at: number, quantity: Term): Term | null {
  const [first] = series;
  if (!first) return null;
  const part = (address: string): Term | null => {
    const found = series.find((each) => each.address === address);
    return found ? termOf(of, found, at) : null;
  };
  const pension = part('staff.pension');
  if (pension) return wageTerm(of, first, pension, at);
  if (first.address === 'basic_amount') return benefitTerm(of, series, at);
  if (first.parameter.id === 'grants.special_needs') return specialTerm(of, series, at);
  if (series.some(({ address }) => address === 'education.host.key')) return hostTerm(part, quantity);
  return series.length === 1 ? termOf(of, first, at) : null;
}

/** A post: wage, pension of it, and the employer's contribution of both. */
function wageTerm(of: Assumptions, wage: Series, pension: Term, at: number): Term {
  const one = fixedTerm(1);
  return times(termOf(of, wage, at), plus(one, pension), plus(one, termOf(of, taxOf(of.parameters, at), at)));
}

/** A month of introduction benefit: so many basic amounts, less absence, over twelve, and the part of it for the young. */
function benefitTerm(of: Assumptions, series: readonly Series[], at: number): Term | null {
  const [basic, amounts] = series;
  if (!basic || !amounts) return null;
  const parts = [termOf(of, basic, at), termOf(of, amounts, at)];
  for (const each of series) {
    if (each.address === 'programme.absence') parts.push(minus(fixedTerm(1), termOf(of, each, at)));
    if (each.address === 'introduction_benefit.young' || each.address === 'introduction_benefit.with_parents')
      parts.push(termOf(of, each, at));
  }
  return over(times(...parts), fixedTerm(12));
}

/** What is granted of what a measure costs: what is above the own share, up to the most. */
function specialTerm(of: Assumptions, series: readonly Series[], at: number): Term | null {
  const [cap, cost, own] = series;
  if (!cap || !cost || !own) return null;
  return lower(termOf(of, cap, at), higher(fixedTerm(0), minus(termOf(of, cost, at), termOf(of, own, at))));
}

/** What a host takes for a place by the agreed key, never less than the least charge over all places. */
function hostTerm(part: (address: string) => Term | null, places: Term): Term | null {
  const value = (name: string): Term | null => part(`education.host.${name}`);
  const [price, cost, fixed] = [value('place_price'), value('cost'), value('fixed')];
  const [pupils, share] = [value('pupils'), value('inhabitants_share')];
  const amount =
    fixed && price
      ? plus(fixed, times(places, price))
      : price
        ? times(places, price)
        : cost && pupils
          ? over(times(cost, places), plus(places, pupils))
          : cost && share
            ? times(cost, share)
            : null;
  const minimum = value('minimum');
  if (!amount) return null;
  return over(minimum ? higher(minimum, amount) : amount, places);
}
