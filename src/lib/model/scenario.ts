import { z } from './zod';
import { AGE_BAND_NAMES, CATEGORIES, PERMITS, ROW_STATUSES, isPossible, type CohortRow } from './cohort';

/** A count: a number, or a sign that it is hidden (between 1 and 4). */
const Persons = z.union([z.number().min(0).max(1_000_000), z.enum([':', '<5', '*'])]);

/** A row of a cohort file, also as written inline in a scenario. */
export const CohortRowInput = z
  .strictObject({
    settlement_year: z.int().min(1950).max(2100),
    permit: z.enum(PERMITS),
    category: z.enum(CATEGORIES),
    age_band: z.enum(AGE_BAND_NAMES as [string, ...string[]]),
    persons: Persons,
    estimate: z.number().min(0).max(1_000_000).optional(),
    municipality: z.string().optional(),
    household: z.string().optional(),
    year: z.int().min(1950).max(2100).optional(),
    status: z.enum(ROW_STATUSES).optional(),
  })
  .transform((row) => ({ ...row, persons: typeof row.persons === 'number' ? row.persons : null }) as CohortRow)
  .refine((row) => isPossible(row.category, row.age_band), { path: ['age_band'], params: { code: 'impossible-age' } });

const Setting = z.union([z.number(), z.string(), z.boolean()]);

/** A scenario file: a municipality, a plan, an opening population and a list of overrides. */
export const Scenario = z.strictObject({
  format: z.literal('bosett/scenario@1'),
  title: z
    .strictObject({ nb: z.string().optional(), nn: z.string().optional(), en: z.string().optional() })
    .refine((title) => Object.values(title).some((text) => text), { params: { code: 'no-title' } }),
  municipality: z.string().regex(/^\d{4}$/),
  first_year: z.int().min(2000).max(2100),
  years: z.int().min(1).max(15).default(5),
  opening: z.union([z.string().min(1), z.array(CohortRowInput)]),
  parameters: z.record(z.string(), Setting).default({}),
});
export type Scenario = z.infer<typeof Scenario>;

/** The first and the last calendar year that all plans have; `null` where there is none. */
export function commonYears(plans: readonly Pick<Scenario, 'first_year' | 'years'>[]): [number, number] | null {
  const first = Math.max(...plans.map(({ first_year }) => first_year));
  const last = Math.min(...plans.map(({ first_year, years }) => first_year + years - 1));
  return first <= last && plans.length > 0 ? [first, last] : null;
}
