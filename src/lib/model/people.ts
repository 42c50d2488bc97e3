import type { CohortCell } from './cohort';
import { grantCounts, type GrantCounts } from './grant-counts';
import { libraryCounts, type LibraryCounts } from './library-counts';
import { population, type Horizon, type PeopleByYear } from './population';
import { programmeOf, type Programme } from './programme';
import { residentsOf, type Residents } from './residents';
import type { Parameters } from './resolve';

/**
 * Everything that is counted of people: what the rest of a forecast follows from, whether they are expected values or the
 * whole persons of one future.
 */
export type People = {
  byYear: PeopleByYear;
  programme: Programme;
  residents: Residents;
  grants: GrantCounts;
  library: LibraryCounts;
  /** Where those who are there come from, as bits. */
  origins: number;
};

/** The expected people of a plan and its tail (`model.md` 2-4): fractions of persons are right here. */
export function expectedPeople(opening: CohortCell[], parameters: Parameters, horizon: Horizon): People {
  const { streams, ...byYear } = population(opening, parameters, horizon);
  return {
    byYear,
    programme: programmeOf(streams, parameters, horizon),
    residents: residentsOf(streams, parameters, horizon),
    grants: grantCounts(streams, parameters, horizon),
    library: libraryCounts(streams, parameters, horizon),
    origins: streams.reduce((all, stream) => all | stream.origin, 0),
  };
}
