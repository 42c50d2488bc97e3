import { CATEGORIES, type AgeBand, type CohortCell, type Permit } from './cohort';
import { compositionsOf, countedHouseholds, type HouseholdKind } from './households';
import type { Plan } from './plan';

/** Those in the opening population with one settlement year and permit, in households, each member with its age band. */
export type OpeningGroup = {
  settlement_year: number;
  permit: Permit;
  households: { kind: HouseholdKind; bands: AgeBand[] }[];
};

/**
 * The households of an opening population. Of its households nothing is known but who is there: adults live two and two by
 * the share that does, and children are dealt among them. `whole` makes whole persons of the count of a cell.
 */
export function openingGroups(
  { opening, parameters }: Plan,
  whole: (persons: number, at: number) => number,
): OpeningGroup[] {
  const groups = new Map<string, { cell: CohortCell; persons: number }[]>();
  for (const [at, cell] of opening.cells.entries()) {
    const key = `${cell.settlement_year} ${cell.permit}`;
    const group = groups.get(key) ?? [];
    group.push({ cell, persons: whole(cell.persons, at) });
    groups.set(key, group);
  }
  const together = compositionsOf(parameters).together[0] ?? NaN;
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first ? [groupOf(first.cell, group, together)] : [];
  });
}

function groupOf(
  { settlement_year, permit }: CohortCell,
  group: { cell: CohortCell; persons: number }[],
  together: number,
): OpeningGroup {
  const bands = CATEGORIES.map((category) =>
    group
      .filter(({ cell }) => cell.category === category)
      .flatMap(({ cell, persons }) => new Array<AgeBand>(persons).fill(cell.age_band)),
  );
  const counts = bands.map(({ length }) => length);
  const kinds = countedHouseholds(counts, permit === 'family' ? 0 : together);
  const households = kinds.map((kind) => ({ kind, bands: kind.flatMap((category) => bands[category]?.shift() ?? []) }));
  return { settlement_year, permit, households };
}
