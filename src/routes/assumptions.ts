import type { LeanParameter } from '$lib/model/parameter';
import { resolve, seriesOf, type Parameters } from '$lib/model/resolve';
import { STATUSES, statusAt, type Status } from '$lib/model/status';
import type { Catalogue } from '$lib/model/catalogue';
import { published, publishedCatalogue } from '$lib/parameters/published';

/** The years that are listed, and the one whose values stand first. */
export const FIRST_LISTED = 2014;
export const LISTED = 2026;

const listed = new WeakMap<Catalogue, Parameters>();

/** Every parameter of a catalogue as it is when no scenario sets anything. */
export function asListed(of: Catalogue): Parameters {
  const known = listed.get(of) ?? resolve(of, [], FIRST_LISTED, LISTED);
  listed.set(of, known);
  return known;
}

/** The weakest status among the values of a parameter in the listed year. */
export function weakestStatus({ id }: LeanParameter, of: Catalogue = publishedCatalogue): Status {
  const parameters = asListed(of);
  const at = LISTED - parameters.first;
  const cells = of.cellsOf.get(id) ?? [];
  return statusAt(Math.max(...cells.map(({ address }) => seriesOf(parameters, address).status[at] ?? 0)));
}

/** How many parameters there are of each status in the listed year, the surest first. */
export function statusCounts(): { status: Status; count: number }[] {
  const all = published.map((parameter) => weakestStatus(parameter));
  return STATUSES.map((status) => ({ status, count: all.filter((each) => each === status).length })).filter(
    ({ count }) => count > 0,
  );
}
