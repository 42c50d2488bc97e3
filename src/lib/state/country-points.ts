import type { PlacedPoint } from '$lib/database/country-tables';
import type { Grouping, Sweep } from '$lib/model/country';
import { nameToday } from '$lib/parameters/groups';
import { numberToday } from '$lib/parameters/history';
import { inhabitantsOf } from '$lib/parameters/population';

/** A sweep whose points stand under the numbers their municipalities have today, by name. */
export type PlacedSweep = Omit<Sweep, 'points'> & {
  points: readonly PlacedPoint[];
  municipalities: readonly { municipality: string; name: string }[];
};

/** A sweep under the numbers of today, with inhabitants when each plan begins. */
export function placed({ points, ...sweep }: Sweep): PlacedSweep {
  const inhabitants = new Map<string, number | null>();
  const moved = points.map((point) => {
    const municipality = numberToday(point.municipality) ?? point.municipality;
    const key = `${municipality} ${point.first_year}`;
    if (!inhabitants.has(key)) {
      inhabitants.set(key, inhabitantsOf(municipality, point.first_year)?.persons ?? null);
    }
    return { ...point, municipality, inhabitants: inhabitants.get(key) ?? null };
  });
  const municipalities = [...new Set(moved.map(({ municipality }) => municipality))]
    .map((municipality) => ({ municipality, name: nameToday(municipality) }))
    .sort((a, b) => a.name.localeCompare(b.name, 'nb'));
  return { ...sweep, points: moved, municipalities };
}

/** The same groups under the numbers that municipalities have today. */
export function groupsToday(groups: Grouping['groups']): Grouping['groups'] {
  return Object.fromEntries(Object.entries(groups).map(([number, group]) => [numberToday(number) ?? number, group]));
}
