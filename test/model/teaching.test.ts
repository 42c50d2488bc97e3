import { describe, expect, it } from 'vitest';
import type { CohortRow } from '$lib/model/cohort';
import { counterpartLines, type LedgerLine } from '$lib/model/ledger';
import { run, sumOf } from '../run-scenario';

/** Participants of a year who were settled in January of it, or of the year before, and are all taught. */
const taught = {
  'relocation.out': 0,
  'family_immigration.rate': 0,
  'settlement.month.1': 1,
  'programme.participation': 1,
  'programme.start_lag': 0,
  'programme.age_max': 70,
  'programme.duration.months24': 1,
  'programme.extension': 0,
  'programme.outcome.adult_primary': 0,
  'education.other_share': 0,
  'education.teaching_share': 1,
};

function pupils(persons: number): CohortRow[] {
  return [{ settlement_year: 2023, permit: 'ordinary', category: 'adult', age_band: '25-55', persons }];
}

const of = (lines: LedgerLine[], item: string, year = 2024) =>
  lines.filter((line) => line.item === item && line.year === year);

describe('levels', () => {
  const groups = (persons: number, levels: Record<string, number>) =>
    run({ years: 1, opening: pupils(persons), parameters: { ...taught, ...levels } }).forecast.capacity[0]?.groups;

  it('are taught apart: the same pupils take more groups than of one level', () => {
    // 31 of one level are 3 groups of 15; of four levels 4.65 join 10.85 (2 groups), 10.85 are one, and the last 4.65
    // join those before (15.5: 2 groups).
    expect(groups(31, { 'education.level.a1': 1 })).toBe(3);
    expect(groups(31, { 'education.level.a1': 0.35 })).toBe(4);
  });

  it('of the minimum stand alone', () => {
    // 40 pupils: 6, 14, 14, 6.
    expect(groups(40, {})).toBe(4);
    // 39: 5.85 join 13.65 (2 groups), 13.65 and the last 5.85 are 2 groups.
    expect(groups(39, {})).toBe(4);
    expect(groups(39, { 'education.group_minimum': 5 })).toBe(4);
    // 24: 3.6 join 8.4 = 12 (1 group), 8.4 and the last 3.6 = 12 (1 group); with a minimum of 3 four groups.
    expect(groups(24, {})).toBe(2);
    expect(groups(24, { 'education.group_minimum': 3 })).toBe(4);
  });
});

describe('adult primary school', () => {
  const through = (more: Record<string, number>) =>
    run({
      years: 2,
      opening: pupils(20),
      parameters: {
        ...taught,
        'programme.duration.months24': 0,
        'programme.duration.months12': 1,
        'programme.outcome.adult_primary': 0.4,
        'education.adult_primary_months': 6,
        ...more,
      },
    }).forecast;

  it('takes its share of those through the programme for its months', () => {
    // Twenty of January 2023 are through in January 2024: eight of them are taught from January to June.
    const { education } = through({});
    const months = [0, 1, 2, 3, 4, 5, 6, 7];
    expect(months.map((month) => education.pupils[month])).toEqual(
      months.map((month) => expect.closeTo(month < 6 ? 8 : 0, 9)),
    );
    expect(education.groups[0]).toBe(1);
  });

  it('is for as many months as the parameter says, and for nobody at an outcome of 0', () => {
    expect(
      through({ 'education.adult_primary_months': 18 })
        .people.map((year) => year.pupils_peak)
        .slice(0, 3),
    ).toEqual([expect.closeTo(8, 9), expect.closeTo(8, 9), 0]);
    expect(through({ 'education.adult_primary_months': 0 }).people[0]?.pupils_peak).toBe(0);
    expect(through({ 'programme.outcome.adult_primary': 0 }).people[0]?.pupils_peak).toBe(0);
  });

  it('is a level of its own after the others', () => {
    // Ten of January 2024 at A1 and eight of the twenty through: 10 and 8 are two groups, 18 of one level would be two too,
    // 7 and 6 are two groups and 13 of one level one.
    const both = (settled: number, share: number) =>
      through({
        'settlement.persons@2024': settled,
        'settlement.mix.adult': 1,
        'settlement.age.adult.25-55': 1,
        'settlement.permit.ordinary': 1,
        'education.level.a1': 1,
        'programme.outcome.adult_primary': share,
      }).education.groups[0];
    expect(both(7, 0.3)).toBe(2);
    expect(both(7, 0.25)).toBe(1);
  });
});

describe('pupils beside the own', () => {
  it('without a right are taught in the years of the plan, and bring no income', () => {
    const { forecast, lines } = run({
      years: 2,
      opening: pupils(10),
      parameters: { ...taught, 'education.without_right': 5 },
    });
    expect([0, 12, 24].map((month) => forecast.education.pupils[month])).toEqual([expect.closeTo(15, 9), 5, 0]);
    expect(of(lines, 'host_income')).toEqual([]);
  });

  it('in places sold are taught here and paid for by the place, in the years of the plan', () => {
    const { forecast, lines } = run({
      years: 1,
      opening: pupils(10),
      parameters: { ...taught, 'education.places_sold': 3, 'education.host.place_price@2024': 100_000 },
    });
    expect(forecast.education.pupils[0]).toBeCloseTo(13, 9);
    expect(of(lines, 'host_income')).toMatchObject([
      { side: 'income', tag: 'extra', quantity: 3, unit_price: 100_000, amount: 300_000 },
    ]);
    expect(of(lines, 'host_income', 2025)).toEqual([]);
    expect(forecast.education.pupils[12]).toBe(0);
  });

  it('cost material by the year of each taught here', () => {
    const { lines } = run({
      years: 1,
      opening: pupils(10),
      parameters: { ...taught, 'education.places_bought': 4, 'education.material@2024': 3_000 },
    });
    expect(sumOf(lines, 'education.material', 2024)).toBeCloseTo(6 * 3_000, 6);
  });
});

describe('places bought', () => {
  const buying = (more: Record<string, number | string>) =>
    run({
      years: 1,
      opening: pupils(10),
      parameters: { ...taught, 'education.host.place_price@2024': 100_000, ...more },
    });

  it('are taught elsewhere, the rest here', () => {
    const { forecast, lines } = buying({ 'education.places_bought': 4 });
    expect(forecast.education.pupils[0]).toBeCloseTo(6, 9);
    expect(of(lines, 'education.places_bought')).toMatchObject([
      { quantity: expect.closeTo(4, 9), unit_price: expect.closeTo(100_000, 6), amount: expect.closeTo(400_000, 4) },
    ]);
  });

  it('for all leave no group, room or teacher', () => {
    const { forecast, lines } = buying({ 'education.places_bought_share': 1 });
    expect(forecast.capacity[0]).toMatchObject({ groups: 0, rooms_needed: 0, teachers: 0 });
    expect(sumOf(lines, 'education.places_bought', 2024)).toBeCloseTo(1_000_000, 4);
  });

  it('add a number and a share, and are never more than the own pupils', () => {
    const some = buying({ 'education.places_bought': 2, 'education.places_bought_share': 0.3 });
    expect(some.forecast.education.bought[0]).toBeCloseTo(5, 9);
    const { forecast } = buying({ 'education.places_bought': 50, 'education.places_sold': 3 });
    expect(forecast.education.bought[0]).toBeCloseTo(10, 9);
    expect(forecast.education.pupils[0]).toBeCloseTo(3, 9);
  });

  it.each([
    // 4 x 100 000.
    ['per_place', {}, 400_000],
    // 1 000 000 x 4 / (4 + 16).
    ['pupils', { 'education.host.cost': 1_000_000, 'education.host.pupils': 16 }, 200_000],
    // 1 000 000 x 0.3, whatever the number of places.
    ['inhabitants', { 'education.host.cost': 1_000_000, 'education.host.inhabitants_share': 0.3 }, 300_000],
    // 50 000 + 4 x 100 000.
    ['fixed_variable', { 'education.host.fixed': 50_000 }, 450_000],
  ])('cost by the key %s what the key says, on both sides', (key, figures, expected) => {
    const { lines } = buying({ 'education.places_bought': 4, 'education.host.key': key, ...figures });
    const own = of(lines, 'education.places_bought');
    expect(own).toMatchObject([{ side: 'cost', quantity: expect.closeTo(4, 9), amount: expect.closeTo(expected, 4) }]);
    expect(counterpartLines(own)).toEqual([
      {
        year: 2024,
        tail: false,
        side: 'income',
        item: 'host_income',
        quantity: own[0]?.quantity,
        amount: own[0]?.amount,
      },
    ]);
  });

  it('cost at least the minimum, and nothing in a year without pupils', () => {
    const least = { 'education.host.minimum': 500_000, 'education.places_bought': 4 };
    expect(sumOf(buying(least).lines, 'education.places_bought', 2024)).toBeCloseTo(500_000, 4);
    expect(sumOf(buying({ ...least, 'education.places_bought': 6 }).lines, 'education.places_bought')).toBeCloseTo(
      600_000,
      4,
    );
    const { lines } = run({ years: 1, parameters: { ...taught, ...least } });
    expect(sumOf(lines, 'education.places_bought')).toBe(0);
  });

  it('have no amount where the figures of the key are not known', () => {
    const { lines, forecast } = buying({ 'education.places_bought': 4, 'education.host.key': 'pupils' });
    expect(of(lines, 'education.places_bought')).toMatchObject([{ unit_price: null, amount: null, status: 'unknown' }]);
    expect(forecast.result[0]?.incomplete).toBe(true);
    expect(counterpartLines(of(lines, 'education.places_bought'))[0]?.amount).toBeNull();
  });

  it('and places sold are the same line from both sides at a price per place', () => {
    const buyer = of(buying({ 'education.places_bought': 4 }).lines, 'education.places_bought');
    const host = of(buying({ 'education.places_sold': 4 }).lines, 'host_income');
    const side = (lines: LedgerLine[]) => lines.map(({ item, quantity, amount }) => [item, quantity, amount]);
    expect(counterpartLines(buyer).map(({ item, quantity, amount }) => [item, quantity, amount])).toEqual(
      side(host).map(([item, quantity, amount]) => [
        item,
        expect.closeTo(Number(quantity), 9),
        expect.closeTo(Number(amount), 4),
      ]),
    );
    expect(counterpartLines(host)).toMatchObject([{ side: 'cost', item: 'education.places_bought', amount: 400_000 }]);
  });
});

describe('teachers', () => {
  it('are the hours of the groups over the teaching hours of a full post', () => {
    // 31 of one level are 3 groups of 25 x 38 = 950 hours; 2 850 / 760 = 3.75 -> 3.8 posts.
    const { forecast } = run({
      years: 1,
      opening: pupils(31),
      parameters: {
        ...taught,
        'education.level.a1': 1,
        'education.weekly_hours': 25,
        'education.weeks': 38,
        'education.teacher_hours': 760,
      },
    });
    expect(forecast.capacity[0]?.teachers).toBeCloseTo(3.8, 9);
  });
});
