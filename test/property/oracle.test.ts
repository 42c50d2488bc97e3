import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CATEGORIES, type AgeBand, type Category } from '$lib/model/cohort';
import type { LedgerLine } from '$lib/model/ledger';
import type { Scenario } from '$lib/model/scenario';
import { run } from '../run-scenario';
import { anyRow } from './any-scenario';
import { simulate, type World } from './naive';

const whole = (min: number, max: number) => fc.integer({ min, max });
const share = (max = 1) => fc.integer({ min: 0, max: 100 }).map((percent) => (percent / 100) * max);

/** Shares of one in a few lumps, many of them 0, so that the naive run has few kinds of people. */
function lumps(count: number): fc.Arbitrary<number[]> {
  return fc
    .array(whole(0, 3), { minLength: count, maxLength: count })
    .filter((weights) => weights.some((weight) => weight > 0))
    .map((weights) => weights.map((weight) => weight / weights.reduce((a, b) => a + b, 0)));
}

function named<K extends string>(names: readonly K[], shares: number[]): Record<K, number> {
  return Object.fromEntries(names.map((name, at) => [name, shares[at] ?? 0])) as Record<K, number>;
}

const adultBands: AgeBand[] = ['18-24', '25-55', '56-59', '60+'];
const bandsOf: Record<Category, AgeBand[]> = {
  single_adult: adultBands,
  adult: adultBands,
  child: ['0-5', '6-15', '16-17'],
  unaccompanied_minor: ['6-15', '16-17'],
};
const ages = fc
  .tuple(...CATEGORIES.map((category) => lumps(bandsOf[category].length)))
  .map((shares) =>
    Object.fromEntries(CATEGORIES.map((category, at) => [category, named(bandsOf[category], shares[at] ?? [])])),
  ) as fc.Arbitrary<World['age']>;

const rates = fc.record({
  year1: fc.tuple(...CATEGORIES.map(() => whole(0, 300_000))).map((amounts) => named(CATEGORIES, amounts)),
  later: fc.array(whole(0, 300_000), { minLength: 4, maxLength: 4 }),
  kindergarten: whole(0, 50_000),
  elderly: whole(0, 200_000),
  to_16: whole(0, 1_500_000),
  from_17: whole(0, 900_000),
  high: fc.array(whole(0, 70_000), { minLength: 3, maxLength: 3 }),
  low: fc.array(whole(0, 30_000), { minLength: 3, maxLength: 3 }),
  collective: whole(0, 60_000),
  high_share: share(),
});

const anyWorld: fc.Arbitrary<World> = whole(2016, 2026).chain((first_year) =>
  fc
    .record({
      first_year: fc.constant(first_year),
      years: whole(1, 5),
      tail: whole(0, 8),
      opening: fc.array(anyRow(first_year), { maxLength: 5 }),
      persons: fc.array(whole(0, 60), { minLength: 5, maxLength: 5 }),
      realisation: share(1.2),
      month: lumps(12),
      mix: lumps(4).map((shares) => named(CATEGORIES, shares)),
      age: ages,
      permit: lumps(3).map((shares) => named(['ordinary', 'collective', 'family'], shares)),
      family: fc.record({
        rate: share(0.6),
        timing: lumps(5),
        adult: share(),
        in_vote: fc.boolean(),
        humanitarian: share(),
      }),
      out: fc.array(share(), { minLength: 5, maxLength: 5 }),
      in_persons: fc.oneof(fc.constant(0), whole(1, 12)),
      in_year: lumps(4),
      twelfths: fc.boolean(),
      rates,
    })
    .map((world) => ({ ...world, family: { ...world.family, child: 1 - world.family.adult } })),
);

/** The world as a scenario file states it: every number said, so that no default is left. */
function scenarioOfWorld(world: World): Partial<Scenario> {
  const years = world.persons.slice(0, world.years);
  return {
    first_year: world.first_year,
    years: world.years,
    opening: world.opening,
    parameters: {
      ...Object.fromEntries(years.map((persons, at) => [`settlement.persons@${world.first_year + at}`, persons])),
      'settlement.realisation': world.realisation,
      ...keyed('settlement.month', world.month, (at) => at + 1),
      ...keyed('settlement.mix', world.mix),
      ...Object.assign({}, ...CATEGORIES.map((category) => keyed(`settlement.age.${category}`, world.age[category]))),
      ...keyed('settlement.permit', world.permit),
      'family_immigration.rate': world.family.rate,
      ...keyed('family_immigration.timing', world.family.timing, (at) => `year${at + 1}`),
      'family_immigration.mix.adult': world.family.adult,
      'family_immigration.mix.child': world.family.child,
      'family_immigration.in_vote': world.family.in_vote ? 'yes' : 'no',
      'family_immigration.humanitarian_share': world.family.humanitarian,
      ...keyed('relocation.out', world.out, (at) => `year${at + 1}`),
      'relocation.in.persons': world.in_persons,
      ...keyed('relocation.in', world.in_year, (at) => `year${at + 2}`),
      'relocation.sharing': world.twelfths ? 'twelfths' : 'eighths',
      ...keyed('grants.integration.year1', world.rates.year1),
      ...keyed('grants.integration', world.rates.later, (at) => `year${at + 2}`),
      'grants.kindergarten': world.rates.kindergarten,
      'grants.elderly': world.rates.elderly,
      'grants.unaccompanied_minor.to_16': world.rates.to_16,
      'grants.unaccompanied_minor.17_to_20': world.rates.from_17,
      ...keyed('grants.language.person.high', world.rates.high, (at) => `year${at + 1}`),
      ...keyed('grants.language.person.low', world.rates.low, (at) => `year${at + 1}`),
      'grants.language.collective': world.rates.collective,
      'language_grant.high_share': world.rates.high_share,
      'tail.years': world.tail,
    },
  };
}

function keyed(prefix: string, values: object, name: (at: number) => string | number = String): Record<string, number> {
  const entries = Object.entries(values as Record<string, number>);
  return Object.fromEntries(
    entries.map(([key, value], at) => [`${prefix}.${Array.isArray(values) ? name(at) : key}`, value]),
  );
}

function paid(lines: LedgerLine[], item: string, year: number): number {
  return lines
    .filter((line) => line.item.startsWith(item) && line.year === year)
    .reduce((sum, line) => sum + (line.amount ?? NaN), 0);
}

it('people and grants are those of a run that follows every kind of person month by month, to one krone', () => {
  fc.assert(
    fc.property(anyWorld, (world) => {
      const { forecast, lines } = run(scenarioOfWorld(world));
      for (const expected of simulate(world)) {
        const { year } = expected;
        const people = forecast.people.find((row) => row.year === year);
        const money = {
          integration: paid(lines, 'integration_grant', year),
          kindergarten: paid(lines, 'kindergarten_grant', year),
          elderly: paid(lines, 'elderly_grant', year),
          unaccompanied_minor: paid(lines, 'unaccompanied_minor_grant', year),
          language: paid(lines, 'language_grant.person', year),
        };
        const given: Record<string, unknown> = { ...people, ...money };
        const tolerance = (column: string) => (column in money ? 0.5 : 1e-6);
        const apart = Object.entries(expected).filter(([column, value]) => {
          // Years past the last line are not shown: no grant is left in them.
          if (!people && !(column in money)) return false;
          return !(Math.abs(value - Number(given[column])) <= tolerance(column));
        });
        expect({ year, apart, given: apart.length > 0 ? given : {} }).toEqual({ year, apart: [], given: {} });
      }
    }),
    { numRuns: 100 },
  );
});
