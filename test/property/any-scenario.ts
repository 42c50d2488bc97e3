import fc from 'fast-check';
import { AGE_BAND_NAMES, CATEGORIES, PERMITS, isPossible, type CohortRow } from '$lib/model/cohort';
import { DWELLING_SIZES } from '$lib/model/places';
import { GROUP_NAMES } from '$lib/model/staffing';

type Setting = string | number;
export type Settings = Record<string, Setting>;

/** A share as a person states one, to the thousandth. */
const between = (min: number, max: number) =>
  fc.integer({ min: Math.round(1000 * min), max: Math.round(1000 * max) }).map((thousandths) => thousandths / 1000);
const share = (max = 1) => between(0, max);
const whole = (min: number, max: number) => fc.integer({ min, max });
const one = (...options: string[]) => fc.constantFrom(...options);
const kroner = (max: number) => whole(0, max / 500).map((steps) => 500 * steps);

/** The same setting for each of several keys. */
function each(ids: string[], setting: fc.Arbitrary<Setting>): Record<string, fc.Arbitrary<Setting>> {
  return Object.fromEntries(ids.map((id) => [id, setting]));
}

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const years = ['year1', 'year2', 'year3', 'year4', 'year5'];
const tracks = ['standard', 'short', 'upper_secondary', 'temporary'];
/** What those through the programme go to. */
export const OUTCOMES = ['work', 'upper_secondary', 'adult_primary', 'higher', 'other'] as const;
const levels = ['alphabetisation', 'a1', 'a2', 'b1'];
const lengths = ['months3', 'months6', 'months12', 'months24', 'months36'];
const sizes = [...DWELLING_SIZES];
const rates = ['integration', 'kindergarten', 'elderly', 'unaccompanied_minor', 'special_needs', 'language', 'general'];
const led = GROUP_NAMES.filter((group) => group !== 'teacher');

/** What can be set on its own, inside its range; `@FIRST` is the first year of the plan. */
const people = {
  'settlement.persons': whole(0, 60),
  'settlement.persons@FIRST': whole(0, 60),
  'settlement.requested': whole(0, 80),
  'settlement.realisation': share(1.5),
  'births.rate': share(0.3),
  'family_immigration.rate': share(0.6),
  'family_immigration.in_vote': one('no', 'yes'),
  'family_immigration.humanitarian_share': share(),
  'household.couple_share': share(),
  'household.sharing_share': share(),
  'relocation.out': share(0.15),
  'relocation.out.year1': share(),
  'relocation.out.year2': share(),
  'relocation.out.year4': share(0.3),
  'relocation.scale': share(3),
  'relocation.in.persons': whole(0, 20),
  'relocation.household.single': share(3),
  'relocation.household.family': share(3),
  'relocation.household.unaccompanied_minor': share(3),
  'tail.years': whole(0, 15),
};

const grants = {
  'relocation.sharing': one('eighths', 'twelfths'),
  'relocation.sharing_first_year': one('no', 'yes'),
  'payment.cutoff_month': whole(1, 12),
  'rates.year': fc.constantFrom(2015, 2018, 2023, 2024),
  'rates.index': between(-0.1, 0.1),
  'rates.scale': share(2),
  ...each(
    rates.map((name) => `rates.scale.${name}`),
    share(2),
  ),
  'grants.general': whole(0, 30_000),
  'grants.integration.year2': whole(0, 300_000),
  'grants.language.base': kroner(700_000),
  'language_grant.high_share': share(),
  'language_grant.age_min': whole(16, 30),
  'language_grant.age_max': whole(50, 79),
  'special_needs.share': share(0.3),
  'special_needs.cost': kroner(3_000_000),
  'special_needs.cost.1': kroner(1_000_000),
  'special_needs.own_share': kroner(500_000),
  'special_needs.lag': whole(0, 3),
  'special_needs.deadline': whole(0, 36),
  'special_needs.application_months': whole(0, 36),
};

const programme = {
  'programme.participation': share(),
  'programme.participation.family': share(),
  'programme.start_lag': whole(0, 6),
  'programme.age_min': whole(18, 30),
  'programme.age_max': whole(40, 70),
  'programme.absence': share(0.2),
  ...each(['programme.extension', ...tracks.map((track) => `programme.extension.${track}`)], share()),
  ...each(
    tracks.map((track) => `programme.extension_months.${track}`),
    whole(0, 24),
  ),
  'introduction_benefit.basic_amounts': share(4),
  'introduction_benefit.young': share(),
  'introduction_benefit.young_below': whole(18, 40),
  'introduction_benefit.with_parents': share(),
  'introduction_benefit.with_parents_share': share(),
  ...each(
    ['in_programme', ...OUTCOMES, 'outside'].map((state) => `social_assistance.share.${state}`),
    share(),
  ),
  'social_assistance.amount': kroner(300_000),
  'social_assistance.years_after': whole(0, 12),
};

const teaching = {
  'education.teaching_share': share(),
  'education.other_share': share(),
  'education.group_size': whole(3, 25),
  'education.group_minimum': whole(0, 12),
  'education.groups_per_room': whole(1, 4),
  'education.adult_primary_months': whole(0, 60),
  'education.weekly_hours': share(40),
  'education.weeks': whole(0, 52),
  'education.teacher_hours': whole(300, 1750),
  'education.material': kroner(20_000),
  'education.without_right': whole(0, 20),
  'education.places_sold': whole(0, 20),
  'education.places_bought': whole(0, 40),
  'education.places_bought_share': share(),
  'education.host.key': one('per_place', 'pupils', 'inhabitants', 'fixed_variable'),
  'education.host.place_price': kroner(200_000),
  'education.host.cost': kroner(9_000_000),
  'education.host.pupils': whole(0, 100),
  'education.host.inhabitants_share': share(),
  'education.host.fixed': kroner(900_000),
  'education.host.minimum': kroner(900_000),
  'education.host.free_places': whole(0, 30),
  'rooms.owned': whole(0, 3),
  'rooms.lease_months': whole(1, 36),
  'rooms.lease_extension_months': whole(1, 24),
  'rooms.modules_per_room': whole(1, 6),
  'rooms.module_rent': kroner(200_000),
  'rooms.lead_months': whole(0, 12),
  'rooms.setup': kroner(300_000),
  'rooms.removal': kroner(300_000),
  'rooms.running': whole(0, 3),
  'rooms.running_months': whole(0, 40),
  'rooms.extra_shift.groups': whole(0, 2),
  'rooms.extra_shift.price': kroner(200_000),
  'rooms.rented.available': whole(0, 4),
  'rooms.rented.price': kroner(300_000),
};

const posts = {
  'capacity.fewest': share(3),
  ...each(
    led.map((group) => `staff.${group}.ratio`),
    between(1, 20),
  ),
  ...each(
    GROUP_NAMES.map((group) => `staff.${group}.minimum`),
    share(2),
  ),
  ...each(
    GROUP_NAMES.map((group) => `staff.${group}.step`),
    between(0.01, 1),
  ),
  ...each(
    GROUP_NAMES.map((group) => `staff.${group}.opening`),
    share(8),
  ),
  ...each(
    GROUP_NAMES.map((group) => `staff.${group}.wage`),
    kroner(1_000_000),
  ),
  'staff.hiring_lag': whole(0, 12),
  'staff.notice': whole(0, 18),
  'staff.pension': share(0.5),
  'staff.tax_zone': one('1', '2', '3', '4', '4a', '5'),
};

const elsewhere = {
  'dwellings.municipal_share': share(),
  'dwellings.notice': whole(0, 24),
  ...each(
    sizes.map((size) => `dwellings.owned.${size}`),
    whole(0, 20),
  ),
  ...each(
    sizes.map((size) => `dwellings.leased.${size}`),
    whole(0, 8),
  ),
  'housing.lease_price': kroner(300_000),
  'housing.rent': kroner(300_000),
  'housing.rent.2': kroner(300_000),
  'housing.follow_up': kroner(30_000),
  'kindergarten.attendance': share(),
  'kindergarten.free_places': whole(0, 20),
  'kindergarten.childminder': kroner(200_000),
  'kindergarten.language_support': kroner(60_000),
  'kindergarten.language_support_years': whole(0, 5),
  'school.free_places': whole(0, 30),
  'school.language_support': kroner(90_000),
  'school.language_support_years': whole(0, 5),
  'practice.share': share(),
  'practice.free_places': whole(0, 30),
};

const costs = {
  'establishment.support': kroner(90_000),
  'establishment.support.single': kroner(90_000),
  'establishment.clothing': kroner(20_000),
  'establishment.leisure': kroner(20_000),
  'establishment.leisure_years': whole(0, 5),
  'health.screening': kroner(20_000),
  'health.follow_up': kroner(20_000),
  ...each(
    years.map((year) => `interpreter.hours.${year}`),
    share(60),
  ),
  'interpreter.price': kroner(2_000),
  'child_welfare.share': share(),
  'child_welfare.measures': kroner(300_000),
  'unaccompanied_minor_care.age_max': whole(15, 25),
  'unaccompanied_minor_care.place': kroner(900_000),
  'project.grant': kroner(2_000_000),
  'project.grant@FIRST': kroner(2_000_000),
  'project.cost': kroner(2_000_000),
  'project.cost@FIRST': kroner(2_000_000),
  'project.internal_transfers': kroner(900_000),
  'prices.year': whole(2015, 2030),
  'prices.index': between(-0.05, 0.1),
  'prices.scale': share(3),
  'deflator@FIRST': between(-0.05, 0.2),
  'fund.rule': one('all', 'none', 'late_arrivals', 'level'),
  'fund.rule@FIRST': one('all', 'none', 'late_arrivals', 'level'),
  'fund.opening': whole(-1_000_000, 5_000_000),
  'fund.floor': whole(-5_000_000, 3_000_000),
  'fund.cutoff_month': whole(1, 12),
  'fund.covers_education': one('no', 'yes'),
};

const alone: Record<string, fc.Arbitrary<Setting>>[] = [people, grants, programme, teaching, posts, elsewhere, costs];

/** Set in two draws of five, so that a scenario rests on its defaults too. */
function sometimes(settings: fc.Arbitrary<Settings>): fc.Arbitrary<Settings> {
  return fc.oneof(
    { withCrossShrink: true },
    { arbitrary: fc.constant({}), weight: 3 },
    { arbitrary: settings, weight: 2 },
  );
}

/** Some settings of some topics. */
const single: fc.Arbitrary<Settings> = fc
  .tuple(
    ...alone.map((topic) => {
      const maybe = Object.entries(topic).map(([id, setting]) => [id, fc.option(setting, { nil: null, freq: 2 })]);
      const some = fc.record(Object.fromEntries(maybe) as Record<string, fc.Arbitrary<Setting | null>>);
      return sometimes(
        some.map((made) => Object.fromEntries(Object.entries(made).filter(([, value]) => value !== null)) as Settings),
      );
    }),
  )
  .map((topics) => Object.assign({}, ...topics) as Settings);

/** All the shares of a group, some of them 0. */
function split(prefix: string, keys: (string | number)[]): fc.Arbitrary<Settings> {
  return fc
    .array(whole(0, 9), { minLength: keys.length, maxLength: keys.length })
    .filter((weights) => weights.some((weight) => weight > 0))
    .map((weights) => {
      const sum = weights.reduce((all, weight) => all + weight, 0);
      return Object.fromEntries(keys.map((key, at) => [`${prefix}.${key}`, (weights[at] ?? 0) / sum]));
    });
}

/** Some or all shares of a group whose standard shares are all above 0, so that the rest can make the sum one. */
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

/** Groups of shares that sum to one, each of them set or not. */
const groups: fc.Arbitrary<Settings> = fc
  .tuple(
    ...[
      shares('settlement.mix', [...CATEGORIES]),
      shares('settlement.month', months),
      split('settlement.month', months),
      permits,
      split('settlement.permit', [...PERMITS]),
      ...CATEGORIES.map(ages),
      shares('family_immigration.timing', years),
      shares('family_immigration.mix', ['adult', 'child']),
      shares('relocation.in', years.slice(1)),
      ...PERMITS.map((permit) => split(`programme.track.${permit}`, tracks)),
      ...tracks.map((track) => split(`programme.duration.${track}`, lengths)),
      shares('programme.outcome', [...OUTCOMES]),
      split('programme.outcome', [...OUTCOMES]),
      shares('education.level', levels),
      split('education.level', levels),
      ...['single', 'shared', 'couple', 'lone_parent'].map((household) => split(`dwellings.size.${household}`, sizes)),
    ].map(sometimes),
  )
  .map((all) => Object.assign({}, ...all) as Settings);

/** Settings of any kind inside their ranges, each of them made or not; `@FIRST` stands for the first year. */
export const anySettings = fc.tuple(single, groups).map(([some, together]): Settings => ({ ...some, ...together }));

/** One setting, moved somewhere inside its range. */
export const anyLever: fc.Arbitrary<Settings> = fc.oneof(
  ...alone.flatMap((topic) =>
    Object.entries(topic).map(([id, setting]) => setting.map((value): Settings => ({ [id]: value }))),
  ),
);

/** Settings for a plan that begins in `first`. */
export function dated(given: Settings, first: number): Settings {
  return Object.fromEntries(Object.entries(given).map(([id, value]) => [id.replace('@FIRST', `@${first}`), value]));
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
  parameters: Settings;
};

/** Any scenario that a file could state without a defect. */
export const anyScenario: fc.Arbitrary<AnyScenario> = fc
  .record({
    first_year: whole(2015, 2027),
    years: whole(1, 6),
    opening: fc.array(anyRow(0), { maxLength: 12 }),
    parameters: anySettings,
  })
  .map(({ first_year, years, opening, parameters }) => ({
    first_year,
    years,
    opening: opening.map((row) => ({ ...row, settlement_year: first_year + row.settlement_year })),
    parameters: dated(parameters, first_year),
  }));
