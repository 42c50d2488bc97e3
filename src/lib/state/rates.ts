import type { Catalogue } from '$lib/model/catalogue';
import type { RateSet } from '$lib/model/rate-set';
import { withRates } from '$lib/model/rates';
import { publishedCatalogue } from '$lib/parameters/published';

const made = new WeakMap<readonly RateSet[], Catalogue>();

/** The parameters plans are made of: the published, and the rate sets over them. The same sets give the same catalogue. */
export function catalogueOf(sets: readonly RateSet[]): Catalogue {
  if (sets.length === 0) return publishedCatalogue;
  const known = made.get(sets) ?? withRates(publishedCatalogue, sets);
  made.set(sets, known);
  return known;
}
