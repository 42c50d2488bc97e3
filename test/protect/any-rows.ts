import fc from 'fast-check';
import { AGE_BAND_NAMES, CATEGORIES, isPossible, type CohortRow } from '$lib/model/cohort';

/** Counts as files have them: many small, some zero, a few large, one or two hidden. */
const persons = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 4 }) },
  { weight: 3, arbitrary: fc.integer({ min: 5, max: 9 }) },
  { weight: 2, arbitrary: fc.integer({ min: 10, max: 60 }) },
  { weight: 2, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.constant(null) },
);

const kinds = CATEGORIES.flatMap((category) =>
  AGE_BAND_NAMES.filter((band) => isPossible(category, band)).map((age_band) => ({ category, age_band })),
);

const anyRow: fc.Arbitrary<CohortRow> = fc
  .record({
    municipality: fc.constantFrom('3428', '3437'),
    settlement_year: fc.integer({ min: 2020, max: 2022 }),
    permit: fc.constantFrom('ordinary', 'collective'),
    kind: fc.constantFrom(...kinds),
    persons,
  })
  .map(({ kind, ...row }) => ({ ...row, ...kind, year: 2023 }) as CohortRow);

/** Small tables of one or two municipalities; keys may repeat. */
export const anyRows = fc.array(anyRow, { minLength: 1, maxLength: 24 });
