import type { LeanParameter } from '$lib/model/parameter';
import { resolve, seriesOf, type Parameters } from '$lib/model/resolve';
import { STATUSES, statusAt, type Status } from '$lib/model/status';
import { published, publishedCatalogue } from '$lib/parameters/published';

/** The years that are listed, and the one whose values stand first. */
export const FIRST_LISTED = 2014;
export const LISTED = 2026;

/** Every parameter as it is when no scenario sets anything. */
export const asListed: Parameters = resolve(publishedCatalogue, [], FIRST_LISTED, LISTED);

/** The weakest status among the values of a parameter in the listed year. */
export function weakestStatus({ id }: LeanParameter): Status {
  const at = LISTED - asListed.first;
  const cells = publishedCatalogue.cellsOf.get(id) ?? [];
  return statusAt(Math.max(...cells.map(({ address }) => seriesOf(asListed, address).status[at] ?? 0)));
}

/** How many parameters there are of each status in the listed year, the surest first. */
export function statusCounts(): { status: Status; count: number }[] {
  const all = published.map((parameter) => weakestStatus(parameter));
  return STATUSES.map((status) => ({ status, count: all.filter((each) => each === status).length })).filter(
    ({ count }) => count > 0,
  );
}
