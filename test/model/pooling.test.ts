import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KEYS, type Key } from '$lib/model/cost-keys';
import { pupilsByLevel } from '$lib/model/education';
import { forecastOf } from '$lib/model/plan';
import { MEASURES, pool, type Measure, type PoolChoice, type PoolResult } from '$lib/model/pool';
import { groupsIn } from '$lib/model/pool-rules';
import { PoolMember, RULES, poolMemberOf, type Rule } from '$lib/model/pooling';
import { valueAt } from '$lib/model/resolve';
import { planOfFile, scenarioNames } from '../repository-scenario';

type Rules = Partial<Record<Rule, number | null>>;
type Given = Partial<Omit<PoolMember, 'rules'>> & { rules?: Rules };

const usual: Record<Rule, number> = {
  fewest: 0.5,
  group_size: 15,
  group_minimum: 6,
  groups_per_room: 2,
  rooms_owned: 1,
  adviser_ratio: 11,
  adviser_minimum: 0.5,
  adviser_step: 0.1,
  course_languages: 2,
  group_cost: 800_000,
  room_cost: 377_000,
  adviser_cost: 900_000,
  course_cost: 148_500,
  travel_cost: 4,
  teaching_days: 190,
  course_days: 13,
  adviser_days: 46,
};

const months = (value: number | null, years = 1): (number | null)[] => new Array<number | null>(12 * years).fill(value);

/** A member with the same pupils, all of level A1, and participants in every month. */
function member(municipality: string, pupils: number, given: Given = {}): PoolMember {
  const years = given.years ?? 1;
  const rules: Rules = { ...usual, ...given.rules };
  return {
    municipality,
    name: `Kommune ${municipality}`,
    first_year: 2026,
    years,
    inhabitants: 5_000,
    travel_km: 0,
    pupils: [0, pupils, 0, 0, 0].map((each) => months(each, years)),
    participants: months(pupils, years),
    starts: new Array<number>(years).fill(pupils),
    ...given,
    rules: Object.fromEntries(
      RULES.map((rule) => [rule, new Array<number | null>(years).fill(rules[rule] ?? null)]),
    ) as PoolMember['rules'],
  };
}

function poolOf(members: PoolMember[], choice: Partial<PoolChoice> = {}): PoolResult {
  const chosen = members.map(({ municipality }) => municipality);
  return pool(members, { measure: 'class', key: 'pupils', fixed: 0, host: chosen[0] ?? null, chosen, ...choice });
}

/** Equal but for what adding twelve months leaves. */
const near = (value: number): unknown => expect.closeTo(value, 3);

const paid = ({ members }: PoolResult) => members.map(({ together }) => together);

describe('a class', () => {
  const host = member('0001', 8);

  it('of eight and seven pupils is one group instead of two, and paid by pupils', () => {
    // 8 and 7 of one level are 15, one group: 800 000 instead of 1 600 000; 8/15 of it and 7/15.
    const { group, members } = poolOf([host, member('0002', 7)]);
    expect([group.units_apart, group.units_together]).toEqual([[2], [1]]);
    expect(group).toMatchObject({ apart: near(1_600_000), together: near(800_000), saving: near(800_000) });
    expect(members.map(({ together }) => together)).toEqual([
      expect.closeTo((800_000 * 8) / 15, 6),
      expect.closeTo((800_000 * 7) / 15, 6),
    ]);
    expect(members.map(({ loses }) => loses)).toEqual([false, false]);
  });

  it('is not shared in the months in which apart takes fewer groups', () => {
    // 5 and 9 of two levels are 14, one group; twice 5 and twice 9 are groups of 10 and 18: three instead of two.
    const levels = [months(0), months(5), months(9), months(0), months(0)];
    const far = { travel_km: 100, pupils: levels };
    const { group } = poolOf([member('0001', 0, far), member('0002', 0, far)]);
    expect([group.units_apart, group.units_together]).toEqual([[2], [2]]);
    expect(group.saving).toBe(0);
  });

  it('is decided month by month', () => {
    // 8 pupils in six months, 30 in the others, beside 7: together 1 and 3 (37 in groups of 15), apart 2 and 3.
    const uneven = [...months(8).slice(6), ...months(30).slice(6)];
    const levels = [months(0), uneven, months(0), months(0), months(0)];
    const { group } = poolOf([member('0001', 0, { pupils: levels }), member('0002', 7)]);
    expect(group).toMatchObject({ apart: 2.5 * 800_000, together: 2 * 800_000 });
    // In the month in which most are needed nothing is gained.
    expect([group.units_apart, group.units_together]).toEqual([[3], [3]]);
  });

  it('costs the travel of the pupils there and back, which is divided with the rest', () => {
    // 7 pupils x 2 x 40 km x 4 kroner x 190 days = 425 600; 800 000 + 425 600 = 1 225 600, by 8 and 7 pupils.
    const result = poolOf([host, member('0002', 7, { travel_km: 40 })]);
    expect(result.travel).toBeCloseTo(425_600, 6);
    expect(result.group.together).toBeCloseTo(1_225_600, 6);
    expect(paid(result)).toEqual([expect.closeTo((1_225_600 * 8) / 15, 6), expect.closeTo((1_225_600 * 7) / 15, 6)]);
  });

  it('paid by travel costs each its own travel first', () => {
    // 800 000 x 7/15 + 425 600 = 798 933: a thousand less than alone. With 50 km 532 000: dearer than alone.
    const at = (travel_km: number) => poolOf([host, member('0002', 7, { travel_km })], { key: 'travel' });
    expect(paid(at(40))).toEqual([expect.closeTo(426_666.67, 2), expect.closeTo(798_933.33, 2)]);
    expect(at(40).members.map(({ loses }) => loses)).toEqual([false, false]);
    expect(at(50).members.map(({ loses }) => loses)).toEqual([false, true]);
    expect(at(50).without_loss?.keys).toContain('pupils');
  });

  it('far away has no key by which nobody loses', () => {
    // 100 km: travel 1 064 000, together 1 864 000 and apart 1 600 000.
    for (const key of KEYS) {
      const result = poolOf([host, member('0002', 7, { travel_km: 100 })], { key });
      expect(result.without_loss).toEqual({ keys: [], fixed: null });
      expect(result.members.some(({ loses }) => loses)).toBe(true);
    }
  });

  it('of unknown distance is shown before travel, and not at all by travel', () => {
    const members = [host, member('0002', 7, { travel_km: null })];
    const before = poolOf(members);
    expect(before).toMatchObject({
      travel: null,
      travel_unknown: ['Kommune 0002'],
      group: { together: near(800_000) },
    });
    expect(before.without_loss?.keys).toEqual(['pupils', 'inhabitants', 'apart']);
    const byTravel = poolOf(members, { key: 'travel' });
    expect(byTravel.group).toMatchObject({ apart: near(1_600_000), together: null, saving: null });
    expect(byTravel.members.map(({ together, loses }) => [together, loses])).toEqual([
      [expect.closeTo(426_666.67, 2), false],
      [null, null],
    ]);
    expect(byTravel.without_loss?.keys).toEqual(['pupils', 'inhabitants', 'apart']);
  });

  it('goes by the strictest rule, and says which rules differ', () => {
    // Groups of 10: 8 and 7 are 2 groups together too.
    const { group, rules } = poolOf([host, member('0002', 7, { rules: { group_size: 10, group_minimum: 8 } })]);
    expect(group.units_together).toEqual([2]);
    expect(rules).toEqual([
      expect.objectContaining({ rule: 'group_size', year: 2026, used: 10 }),
      expect.objectContaining({ rule: 'group_minimum', used: 8 }),
    ]);
    expect(rules[0]?.values).toEqual([
      { name: 'Kommune 0001', value: 15 },
      { name: 'Kommune 0002', value: 10 },
    ]);
  });

  it('whose price is not known still has its groups, and no kroner', () => {
    const { group, members, without_loss } = poolOf([host, member('0002', 7, { rules: { group_cost: null } })]);
    expect([group.units_apart, group.units_together]).toEqual([[2], [1]]);
    expect(group).toMatchObject({ apart: null, together: null, saving: null });
    expect(members.map(({ apart, loses }) => [apart, loses])).toEqual([
      [near(800_000), null],
      [null, null],
    ]);
    expect(without_loss).toBeNull();
  });
});

describe('other measures', () => {
  it('one adviser: each member’s smallest crew and step against one need', () => {
    // 4 of 11 are less than half a post: 0.5. 8/11 = 0.73: 0.8. Together 12/11 = 1.09: 1.1 posts instead of 1.3.
    const { group } = poolOf([member('0001', 4), member('0002', 8)], { measure: 'adviser' });
    expect([group.units_apart, group.units_together]).toEqual([[expect.closeTo(1.3, 9)], [expect.closeTo(1.1, 9)]]);
    expect(group.apart).toBeCloseTo(1_170_000, 4);
    expect(group.saving).toBeCloseTo(180_000, 4);
  });

  it('one adviser travels to the others on its own days', () => {
    // 2 x 50 km x 4 kroner x 46 days = 18 400.
    const far = member('0002', 8, { travel_km: 50 });
    expect(poolOf([member('0001', 4), far], { measure: 'adviser' }).travel).toBeCloseTo(18_400, 6);
  });

  it('one course in each language instead of one each', () => {
    // 4 and 10 who begin take a course in two languages each: four courses. Together 7 of each language: two.
    const { group } = poolOf([member('0001', 4), member('0002', 10)], { measure: 'course' });
    expect([group.units_apart, group.units_together]).toEqual([[4], [2]]);
    expect(group).toMatchObject({ apart: 594_000, together: 297_000 });
    // One person speaks one language; 31 of two languages are two courses of each.
    expect(poolOf([member('0001', 1)], { measure: 'course' }).group.units_apart).toEqual([1]);
    expect(poolOf([member('0001', 31)], { measure: 'course' }).group.units_apart).toEqual([4]);
  });

  it('rooms: a free room of one is used by the other', () => {
    // 45 pupils: 3 groups, 2 rooms, 1 owned: 1 to lease. 15: 1 group, 1 room, owned. Together 4 groups in the 2 owned.
    const { group } = poolOf([member('0001', 45), member('0002', 15)], { measure: 'room' });
    expect([group.units_apart, group.units_together]).toEqual([[1], [0]]);
    expect(group).toMatchObject({ apart: 377_000, together: 0 });
  });

  it('rooms: only those without a room at home travel', () => {
    // Half the rooms of the first are lacking, so 22.5 of its 45 pupils: 22.5 x 2 x 10 x 4 x 190 = 342 000.
    const members = [member('0001', 45, { travel_km: 10 }), member('0002', 15, { travel_km: 10 })];
    expect(poolOf(members, { measure: 'room', host: null }).travel).toBeCloseTo(342_000, 6);
  });

  it('a host teaches all, in its own room and at its own price', () => {
    // Apart 800 000, and 700 000 + one room 377 000. At the host 15 pupils are one group in its one room.
    const other = member('0002', 7, { rules: { rooms_owned: 0, group_cost: 700_000 } });
    const result = poolOf([member('0001', 8), other], { measure: 'host', host: '0001' });
    expect([result.group.units_apart, result.group.units_together]).toEqual([[2], [1]]);
    expect(result.group).toMatchObject({ apart: 1_877_000, together: 800_000 });
    // The other way round the host has to lease its room: 700 000 + 377 000.
    const turned = poolOf([member('0001', 8), other], { measure: 'host', host: '0002' });
    expect(turned.group).toMatchObject({ apart: 1_877_000, together: 1_077_000 });
  });

  it('a host that is not in the pool leaves everybody as they were', () => {
    const unknown = member('0001', 8, { pupils: [0, 1, 2, 3, 4].map(() => months(null)) });
    const { members, outside } = poolOf([unknown, member('0002', 7)], { measure: 'host', host: '0001' });
    expect(members).toEqual([]);
    expect(outside.map(({ why, apart, together }) => [why, apart, together])).toEqual([
      ['people', null, null],
      ['host', 800_000, 800_000],
    ]);
  });
});

describe('the part divided equally', () => {
  it('is at least so large that nobody loses', () => {
    // 11 pupils at 400 000 and 4 at 800 000: one group at 600 000. By pupils the first pays 440 000, equally 300 000:
    // 440 000 - 140 000 s <= 400 000 from s = 2/7 on.
    const members = [member('0001', 11, { rules: { group_cost: 400_000 } }), member('0002', 4)];
    const { without_loss } = poolOf(members);
    expect(without_loss?.fixed).toEqual({ low: expect.closeTo(2 / 7, 6), high: 1 });
    expect(without_loss?.keys).toEqual(['inhabitants', 'apart']);
  });

  it('is at most so large that nobody loses', () => {
    // 14 pupils at 1 000 000 and 1 at 200 000: one group at 600 000. The other pays 40 000 + 260 000 s <= 200 000.
    const cheap = { rules: { group_cost: 200_000, fewest: 0.5 } };
    const members = [member('0001', 14, { rules: { group_cost: 1_000_000 } }), member('0002', 1, cheap)];
    expect(poolOf(members).without_loss?.fixed).toEqual({ low: 0, high: expect.closeTo(8 / 13, 6) });
    expect(poolOf(members, { key: 'fixed_variable', fixed: 0.7 }).members.map(({ loses }) => loses)).toEqual([
      false,
      true,
    ]);
  });
});

describe('who is in the pool', () => {
  it('a year is shared where all plan for it', () => {
    const early = member('0001', 8, { first_year: 2025, years: 3 });
    const late = member('0002', 7, { first_year: 2026, years: 4 });
    expect(poolOf([early, late])).toMatchObject({ years: [2026, 2027], group: { apart: near(3_200_000) } });
    const never = member('0003', 7, { first_year: 2031 });
    expect(poolOf([early, never])).toMatchObject({ years: [], members: [] });
    expect(poolOf([early, never]).outside.map(({ why }) => why)).toEqual(['years', 'years']);
  });

  it('takes the figures of the shared years, not of the first', () => {
    const growing = member('0001', 0, { first_year: 2025, years: 2 });
    growing.pupils[1] = [...months(40), ...months(8)];
    expect(poolOf([growing, member('0002', 7)]).group).toMatchObject({ units_apart: [2], units_together: [1] });
  });

  it('is left out where one month is hidden, and says so', () => {
    const hidden = member('0002', 7);
    hidden.pupils[2] = [...months(0).slice(1), null];
    const { members, outside } = poolOf([member('0001', 8), hidden]);
    expect(members.map(({ municipality }) => municipality)).toEqual(['0001']);
    expect(outside).toMatchObject([{ municipality: '0002', why: 'people', apart: null, saving: null }]);
    // It may still share what does not rest on its pupils.
    expect(poolOf([member('0001', 8), hidden], { measure: 'adviser' }).outside).toEqual([]);
  });

  it('is left out where a rule of the measure is not known', () => {
    const unknown = member('0002', 7, { rules: { rooms_owned: null } });
    expect(poolOf([member('0001', 8), unknown], { measure: 'room' }).outside).toMatchObject([{ why: 'rule' }]);
    expect(poolOf([member('0001', 8), unknown]).outside).toEqual([]);
  });

  it('does not pay by inhabitants where they are not known', () => {
    const { group, members } = poolOf([member('0001', 8), member('0002', 7, { inhabitants: null })], {
      key: 'inhabitants',
    });
    expect(group.units_together).toEqual([1]);
    expect(members.map(({ together, loses }) => [together, loses])).toEqual([
      [null, null],
      [null, null],
    ]);
  });
});

describe('a plan', () => {
  it.each(scenarioNames)('%s alone needs the groups and posts of its forecast, month by month', (name) => {
    const plan = planOfFile(name);
    const forecast = forecastOf(plan);
    const own = poolMemberOf(plan, forecast);
    expect(PoolMember.parse(JSON.parse(JSON.stringify(own)))).toEqual(own);
    const taught = months(0, own.years).map((_, month) => groupsIn([own], month, Math.floor(month / 12)));
    expect(taught).toEqual(forecast.education.groups.slice(0, 12 * own.years));
    const pupils = pupilsByLevel(forecast, plan.parameters);
    for (const [month, number] of forecast.education.pupils.entries())
      expect(pupils.reduce((sum, level) => sum + (level[month] ?? NaN), 0)).toBeCloseTo(number, 9);
    const { group } = poolOf([own], { measure: 'adviser' });
    const posts = forecast.staff.adviser.needed;
    expect(group.units_apart).toEqual(
      group.units_apart.map((_, at) => expect.closeTo(Math.max(...posts.slice(12 * at, 12 * at + 12)), 9)),
    );
  });

  it('has the costs of its own parameters', () => {
    const plan = planOfFile('heroy-40');
    const earlier = planOfFile('alvdal-2018');
    const own = poolMemberOf(plan, forecastOf(plan));
    // Herøy's lease: 4 modules at their rent of the year.
    expect(own.rules.room_cost[0]).toBeCloseTo(4 * valueAt(plan.parameters, 'rooms.module_rent', own.first_year), 6);
    // 75 hours from 2022 on; 50 before.
    expect(own.rules.course_cost[0]).toBeCloseTo(
      75 * valueAt(plan.parameters, 'education.social_studies.price', own.first_year),
      6,
    );
    expect(poolMemberOf(earlier, forecastOf(earlier)).rules.course_cost[0]).toBeCloseTo(
      50 * valueAt(earlier.parameters, 'education.social_studies.price', earlier.scenario.first_year),
      6,
    );
    expect(Object.values(own.rules).flat()).not.toContain(null);
    expect(own.inhabitants).toBeNull();
  });
});

describe('nobody can make a pool of a file that', () => {
  it.each([
    ['lacks a month', { participants: months(1).slice(1) }],
    ['lacks a rule', { rules: {} }],
    ['has less than nobody', { participants: months(-1) }],
    ['has another number of levels', { pupils: [months(1)] }],
  ])('%s', (_, wrong) => {
    expect(PoolMember.safeParse(member('0001', 8)).success).toBe(true);
    expect(PoolMember.safeParse({ ...member('0001', 8), ...wrong }).success).toBe(false);
  });
});

const runs = { numRuns: 100 };
const persons = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 0, max: 400 }).map((tenths) => tenths / 10),
);
/** Persons in the thirds of a year. */
const thirds = fc
  .array(persons, { minLength: 3, maxLength: 3 })
  .map((three) => months(0).map((_, at) => three[at % 3] ?? null));
const anyYear = fc.record({
  levels: fc.array(thirds, { minLength: 5, maxLength: 5 }),
  participants: thirds,
  starts: persons,
});

/** Members of two years with rules that differ, all of it known. */
const anyMember = fc
  .record({
    of: fc.tuple(anyYear, anyYear),
    km: fc.integer({ min: 0, max: 120 }),
    inhabitants: fc.integer({ min: 300, max: 30_000 }),
    rules: fc.record({
      group_size: fc.integer({ min: 4, max: 20 }),
      group_minimum: fc.integer({ min: 0, max: 9 }),
      groups_per_room: fc.integer({ min: 1, max: 3 }),
      rooms_owned: fc.integer({ min: 0, max: 4 }),
      group_cost: fc.integer({ min: 1, max: 1_500_000 }),
      room_cost: fc.integer({ min: 0, max: 500_000 }),
      adviser_ratio: fc.integer({ min: 4, max: 20 }),
      adviser_minimum: fc.constantFrom(0, 0.5, 1),
      adviser_step: fc.constantFrom(0.1, 0.2, 0.5, 1),
      course_languages: fc.integer({ min: 1, max: 4 }),
    }),
  })
  .map(({ of, km, inhabitants, rules }) => {
    const made = member('0000', 0, { years: 2, travel_km: km, inhabitants, rules });
    made.pupils = [0, 1, 2, 3, 4].map((level) => of.flatMap(({ levels }) => levels[level] ?? []));
    made.participants = of.flatMap(({ participants }) => participants);
    made.starts = of.map(({ starts }) => starts);
    return made;
  });

const anyPool = fc.record({
  members: fc
    .array(anyMember, { minLength: 2, maxLength: 5 })
    .map((all) => all.map((each, at) => ({ ...each, municipality: `000${at}`, name: `K${at}` }))),
  measure: fc.constantFrom<Measure>(...MEASURES),
  key: fc.constantFrom<Key>(...KEYS),
  fixed: fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
});

const total = (values: (number | null)[]) => values.reduce<number>((sum, value) => sum + (value ?? NaN), 0);

describe('whoever shares whatever', () => {
  it('never needs more together than apart', () => {
    fc.assert(
      fc.property(anyPool, ({ members, ...choice }) => {
        const { group } = poolOf(members, choice);
        for (const [at, units] of group.units_together.entries())
          expect(units).toBeLessThanOrEqual((group.units_apart[at] ?? NaN) + 1e-9);
      }),
      runs,
    );
  });

  it('pays no more together than apart where nobody travels and no host sets the price', () => {
    fc.assert(
      fc.property(anyPool, ({ members, ...choice }) => {
        fc.pre(choice.measure !== 'host');
        const { group } = poolOf(
          members.map((each) => ({ ...each, travel_km: 0 })),
          choice,
        );
        expect(group.saving).toBeGreaterThanOrEqual(-0.001);
      }),
      runs,
    );
  });

  it('divides the whole among the members, by every key and in every year', () => {
    fc.assert(
      fc.property(anyPool, ({ members, ...choice }) => {
        const { group, ...result } = poolOf(members, choice);
        expect(total(result.members.map(({ apart }) => apart))).toEqual(near(group.apart ?? NaN));
        expect(total(result.members.map(({ together }) => together))).toEqual(near(group.together ?? NaN));
        expect(total(result.members.map(({ saving }) => saving))).toEqual(near(group.saving ?? NaN));
        for (const [at, year] of group.years.entries())
          expect(total(result.members.map(({ years }) => years[at]?.together ?? null))).toEqual(
            near(year.together ?? NaN),
          );
        for (const [at, units] of group.units_apart.entries())
          expect(total(result.members.map((each) => each.units[at] ?? null))).toBeCloseTo(units, 9);
      }),
      runs,
    );
  });

  it('comes to the same in whatever order they are named', () => {
    fc.assert(
      fc.property(anyPool, fc.infiniteStream(fc.nat()), ({ members, ...choice }, numbers) => {
        const turned = members
          .map((each) => ({ each, by: numbers.next().value }))
          .sort((a, b) => a.by - b.by)
          .map(({ each }) => each);
        const host = '0000';
        expect(poolOf(turned, { ...choice, host })).toEqual(poolOf(members, { ...choice, host }));
      }),
      runs,
    );
  });

  it('leaves a member that is left out as it was', () => {
    fc.assert(
      fc.property(anyPool, ({ members, ...choice }) => {
        const without = members.slice(0, -1);
        const chosen = without.map(({ municipality }) => municipality);
        const { outside, ...result } = poolOf(members, { ...choice, chosen });
        expect(result).toEqual({ ...poolOf(without, choice), outside: undefined });
        expect(outside).toHaveLength(1);
        const [out] = outside;
        const last = members.at(-1);
        expect(out).toMatchObject({ municipality: last?.municipality, why: 'not_chosen', saving: 0 });
        expect(out?.together).toBe(out?.apart);
        expect(out?.apart).toEqual(near(poolOf(last ? [last] : [], choice).group.apart ?? NaN));
      }),
      runs,
    );
  });

  it('has a key by which nobody loses exactly where it saves, and the parts named are those', () => {
    fc.assert(
      fc.property(anyPool, ({ members, ...choice }) => {
        const result = poolOf(members, choice);
        const { keys = [], fixed = null } = result.without_loss ?? {};
        const saves =
          (result.group.apart ?? NaN) - (poolOf(members, { ...choice, key: 'apart' }).group.together ?? NaN);
        fc.pre(Math.abs(saves) > 1);
        expect(keys.includes('apart')).toBe(saves > 0);
        const isSafe = (part: number) =>
          poolOf(members, { ...choice, key: 'fixed_variable', fixed: part }).members.every(
            ({ loses }) => loses === false,
          );
        for (const part of [0, 0.25, 0.5, 0.75, 1, choice.fixed]) {
          const isNamed = fixed !== null && part >= fixed.low && part <= fixed.high;
          const isAtEdge = fixed !== null && Math.min(Math.abs(part - fixed.low), Math.abs(part - fixed.high)) < 1e-6;
          if (!isAtEdge) expect(isSafe(part)).toBe(isNamed);
        }
      }),
      runs,
    );
  });

  it('is never cheaper the farther they live', () => {
    fc.assert(
      fc.property(anyPool, fc.integer({ min: 1, max: 50 }), ({ members, ...choice }, more) => {
        const farther = members.map((each) => ({ ...each, travel_km: (each.travel_km ?? 0) + more }));
        const costs = [members, farther].map((each) => poolOf(each, choice).group.together ?? NaN);
        expect(costs[1]).toBeGreaterThanOrEqual((costs[0] ?? NaN) - 0.001);
      }),
      runs,
    );
  });
});
