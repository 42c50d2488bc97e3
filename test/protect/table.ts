import type { CohortRow } from '$lib/model/cohort';

const BANDS = ['18-24', '25-55', '56-59', '60+'] as const;

/** Adults settled in one year, by age band: at most four counts. */
export function adults(...persons: (number | null)[]): CohortRow[] {
  return persons.map((count, at) => ({
    municipality: '3428',
    year: 2023,
    settlement_year: 2022,
    permit: 'ordinary',
    category: 'adult',
    age_band: BANDS[at] ?? '60+',
    persons: count,
  }));
}

export const countsOf = (rows: CohortRow[]): (number | null)[] => rows.map(({ persons }) => persons);
