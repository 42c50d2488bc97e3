import fc from 'fast-check';
import { AGE_BAND_NAMES, CATEGORIES, PERMITS, isPossible, type CohortRow } from '$lib/model/cohort';
import type { Scenario } from '$lib/model/scenario';

type Settings = Record<string, string | number>;

/** A share as a person states one, to the thousandth. */
const between = (min: number, max: number) =>
  fc.integer({ min: Math.round(1000 * min), max: Math.round(1000 * max) }).map((thousandths) => thousandths / 1000);
const share = (max = 1) => between(0, max);
const whole = (min: number, max: number) => fc.integer({ min, max });

/** Some or all shares of a group, so that they can make one. */
function shares(prefix: string, keys: (string | number)[]): fc.Arbitrary<Settings> {
  return fc
    .record({
      chosen: fc.subarray(keys),
      weights: fc.array(whole(1, 9), { minLength: keys.length }),
      total: share(0.99),
    })
    .map(({ chosen, weights, total }) => {
      const sum = chosen.reduce<number>((all, _, at) => all + (weights[at] ?? 1), 0);
      const part = chosen.length === keys.length ? 1 : total;
      return Object.fromEntries(chosen.map((key, at) => [`${prefix}.${key}`, ((weights[at] ?? 1) / sum) * part]));
    });
}

const permits = fc
  .option(share(), { nil: undefined })
  .map((collective): Settings =>
    collective === undefined
      ? {}
      : { 'settlement.permit.collective': collective, 'settlement.permit.ordinary': 1 - collective },
  );

function ages(category: string): fc.Arbitrary<Settings> {
  const minor = category === 'child' || category === 'unaccompanied_minor';
  const bands =
    category === 'child'
      ? ['0-5', '6-15', '16-17']
      : category === 'unaccompanied_minor'
        ? ['6-15', '16-17']
        : AGE_BAND_NAMES.filter((band) => !minor && isPossible('adult', band));
  return shares(`settlement.age.${category}`, bands);
}

/** Settings of any kind inside their ranges, each of them set or not. */
function settings(first: number): fc.Arbitrary<Settings> {
  const single = fc.record(
    {
      'settlement.persons': whole(0, 60),
      [`settlement.persons@${first}`]: whole(0, 60),
      'settlement.realisation': share(1.5),
      'family_immigration.rate': share(0.6),
      'family_immigration.in_vote': fc.constantFrom('no', 'yes'),
      'family_immigration.humanitarian_share': share(),
      'relocation.out': share(0.15),
      'relocation.out.year1': share(),
      'relocation.out.year2': share(),
      'relocation.out.year4': share(0.3),
      'relocation.scale': share(3),
      'relocation.in.persons': whole(0, 20),
      'relocation.sharing': fc.constantFrom('eighths', 'twelfths'),
      'relocation.sharing_first_year': fc.constantFrom('no', 'yes'),
      'rates.year': fc.constantFrom(2015, 2018, 2023, 2024),
      'rates.index': between(-0.1, 0.1),
      'rates.scale.integration': share(2),
      'rates.scale.unaccompanied_minor': share(2),
      'grants.general': whole(0, 30_000),
      'grants.integration.year2': whole(0, 300_000),
      'language_grant.high_share': share(),
      'special_needs.share': share(0.3),
      'special_needs.cost': whole(0, 3_000_000),
      'special_needs.own_share': whole(0, 500_000),
      'special_needs.lag': whole(0, 3),
      'prices.year': whole(2015, 2030),
      'prices.index': between(-0.05, 0.1),
      'programme.participation': share(),
      'programme.start_lag': whole(0, 6),
      'programme.age_max': whole(50, 67),
      'programme.absence': share(0.2),
      'education.group_size': whole(1, 25),
      'education.group_minimum': whole(0, 10),
      'education.groups_per_room': whole(1, 3),
      'rooms.owned': whole(0, 3),
      'rooms.lease_months': whole(1, 36),
      'rooms.lease_extension_months': whole(1, 24),
      'staff.adviser.opening': share(8),
      'staff.teacher.opening': share(8),
      'staff.hiring_lag': whole(0, 6),
      'staff.notice': whole(0, 9),
      'staff.tax_zone': fc.constantFrom('1', '2', '3', '4', '4a', '5'),
      'fund.rule': fc.constantFrom('all', 'none'),
      'fund.opening': whole(-1_000_000, 5_000_000),
      'tail.years': whole(0, 12),
    },
    { requiredKeys: [] },
  );
  const groups = fc.tuple(
    shares('settlement.mix', [...CATEGORIES]),
    shares('settlement.month', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]),
    shares('family_immigration.timing', ['year1', 'year2', 'year3', 'year4', 'year5']),
    shares('family_immigration.mix', ['adult', 'child']),
    shares('relocation.in', ['year2', 'year3', 'year4', 'year5']),
    permits,
    ...CATEGORIES.map(ages),
  );
  return fc.tuple(single, groups).map(([alone, together]) => Object.assign({}, alone, ...together) as Settings);
}

/** A row of an opening population on 31 December before `first`; `persons` may be a fraction, as after a share. */
export function anyRow(first: number): fc.Arbitrary<CohortRow> {
  return fc
    .record({
      settlement_year: whole(first - 8, first - 1),
      permit: fc.constantFrom(...PERMITS),
      category: fc.constantFrom(...CATEGORIES),
      age_band: fc.constantFrom(...AGE_BAND_NAMES),
      persons: fc.oneof(whole(0, 40), share(5)),
    })
    .filter((row) => isPossible(row.category, row.age_band));
}

export type AnyScenario = {
  first_year: number;
  years: number;
  opening: CohortRow[];
  parameters: Scenario['parameters'];
};

/** Any scenario that a file could state without a defect. */
export const anyScenario: fc.Arbitrary<AnyScenario> = fc
  .record({ first_year: whole(2015, 2027), years: whole(1, 6) })
  .chain(({ first_year, years }) =>
    fc.record({
      first_year: fc.constant(first_year),
      years: fc.constant(years),
      opening: fc.array(anyRow(first_year), { maxLength: 12 }),
      parameters: settings(first_year),
    }),
  );
