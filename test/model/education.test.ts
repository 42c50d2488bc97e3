import { describe, expect, it } from 'vitest';
import type { CohortRow } from '$lib/model/cohort';
import { groupsOf } from '$lib/model/education';
import { run, sumOf } from '../run-scenario';

const size = 15;
const minimum = 6;

describe('groups', () => {
  it.each([
    [0, 0],
    [1, 1],
    [15, 1],
    [15 + 1e-12, 1],
    [16, 2],
    [30, 2],
    [30.1, 3],
  ])('of %d pupils of one level are %d', (pupils, expected) => {
    expect(groupsOf([pupils], size, minimum)).toBe(expected);
  });

  it('of each level stand alone where each has the minimum', () => {
    expect(groupsOf([6, 6, 6], size, minimum)).toBe(3);
    expect(groupsOf([16, 6], size, minimum)).toBe(3);
  });

  it('under the minimum join the next level', () => {
    expect(groupsOf([4, 10], size, minimum)).toBe(1);
    expect(groupsOf([4, 12], size, minimum)).toBe(2);
    expect(groupsOf([2, 2, 2], size, minimum)).toBe(1);
  });

  it('join on until the minimum is reached', () => {
    expect(groupsOf([5, 0, 0, 8, 15], size, minimum)).toBe(2);
  });

  it('of a last remainder under the minimum join the group before', () => {
    expect(groupsOf([10, 4], size, minimum)).toBe(1);
    expect(groupsOf([14, 5], size, minimum)).toBe(2);
    expect(groupsOf([15, 15, 1], size, minimum)).toBe(3);
  });

  it('of too few pupils in all are one group still', () => {
    expect(groupsOf([1, 0, 2], size, minimum)).toBe(1);
    expect(groupsOf([0, 0, 0], size, minimum)).toBe(0);
  });
});

/** Adults settled in one month of a year before the plan, taught for a year: until the month before it in the next. */
function taughtUntil(month: number, persons: number) {
  const row: CohortRow = { settlement_year: 2023, permit: 'ordinary', category: 'adult', age_band: '25-55', persons };
  return {
    opening: [row],
    parameters: {
      'relocation.out': 0,
      'family_immigration.rate': 0,
      [`settlement.month.${month + 1}`]: 1,
      'programme.participation': 1,
      'programme.start_lag': 0,
      'programme.age_max': 70,
      'programme.duration.months12': 1,
      'programme.extension': 0,
      'programme.outcome.adult_primary': 0,
      'education.level.a1': 1,
      'education.other_share': 0,
      'prices.year': 2024,
    },
  };
}
const rent = 4 * 94_250;

describe('rooms', () => {
  it('are those of the peak month, though the mean of the year is half', () => {
    const { forecast } = run(taughtUntil(6, 31));
    expect(forecast.people[0]).toMatchObject({
      pupils_peak: expect.closeTo(31, 9),
      participants_mean: expect.closeTo(15.5, 9),
    });
    expect(forecast.capacity[0]).toMatchObject({
      groups: 3,
      rooms_needed: 2,
      rooms_owned: 1,
      rooms_leased: 1,
      modules: 4,
    });
  });

  it('are shared by the groups of a day, rounded up', () => {
    const rooms = (perRoom: number) =>
      run({
        ...taughtUntil(6, 31),
        parameters: { ...taughtUntil(6, 31).parameters, 'education.groups_per_room': perRoom },
      }).forecast.capacity[0]?.rooms_needed;
    expect([1, 2, 3].map(rooms)).toEqual([3, 2, 1]);
  });

  it('need no lease where the municipality has enough', () => {
    const { forecast, lines } = run({
      ...taughtUntil(6, 31),
      parameters: { ...taughtUntil(6, 31).parameters, 'rooms.owned': 2 },
    });
    expect(forecast.leases).toEqual([]);
    expect(sumOf(lines, 'education.rooms')).toBe(0);
  });
});

describe('a lease', () => {
  it('runs its term from the first month short, is ordered before, and stands empty when the need is over', () => {
    const { forecast, lines } = run(taughtUntil(6, 31));
    expect(forecast.leases).toEqual([
      {
        room: 2,
        needed_from: '2024-01',
        order_by: '2023-07',
        until: '2025-12',
        months_empty: 18,
        cost: expect.closeTo(2 * rent, 4),
        alternatives: expect.arrayContaining([{ kind: 'lease', cost: expect.closeTo(2 * rent, 4), holds: true }]),
        cheapest: 'extra_shift',
      },
    ]);
    expect([2024, 2025, 2026].map((year) => sumOf(lines, 'education.rooms', year))).toEqual([
      expect.closeTo(rent, 4),
      expect.closeTo(rent, 4),
      0,
    ]);
  });

  it('is ordered the lead time before it is needed', () => {
    const { forecast } = run({
      ...taughtUntil(6, 31),
      parameters: { ...taughtUntil(6, 31).parameters, 'rooms.lead_months': 13 },
    });
    expect(forecast.leases[0]?.order_by).toBe('2022-12');
  });

  const short = (until: number) =>
    run({
      ...taughtUntil(until, 31),
      parameters: {
        ...taughtUntil(until, 31).parameters,
        'rooms.lease_months': 6,
        'rooms.lease_extension_months': 4,
      },
    });

  it('is prolonged where the month after the term needs the room', () => {
    expect(short(8).forecast.leases).toEqual([
      expect.objectContaining({ until: '2024-10', months_empty: 2, cost: expect.closeTo((rent * 10) / 12, 4) }),
    ]);
    expect(short(11).forecast.leases).toEqual([
      expect.objectContaining({ until: '2025-02', months_empty: 3, cost: expect.closeTo((rent * 14) / 12, 4) }),
    ]);
  });

  it('ends with the term where the month after does not need the room', () => {
    expect(short(6).forecast.leases).toEqual([
      expect.objectContaining({ until: '2024-06', months_empty: 0, cost: expect.closeTo(rent / 2, 4) }),
    ]);
  });

  const settled = (shares: Record<string, number>, persons: number) => ({
    'relocation.out': 0,
    'family_immigration.rate': 0,
    'settlement.persons@2024': persons,
    'settlement.mix.adult': 1,
    'settlement.age.adult.25-55': 1,
    'settlement.permit.ordinary': 1,
    ...shares,
    'programme.participation': 1,
    'programme.start_lag': 0,
    'programme.age_max': 70,
    'programme.extension': 0,
    'programme.outcome.adult_primary': 0,
    'education.level.a1': 1,
    'education.other_share': 0,
  });

  it('is one for each room, from the month in which that room is short', () => {
    // 31 pupils all of 2024 and 31 from July to June: rooms 2, then 3, then 2 again, for 3, 5 and 3 groups.
    const { forecast } = run({
      years: 2,
      parameters: {
        ...settled({ 'settlement.month.1': 0.5, 'settlement.month.7': 0.5 }, 62),
        'programme.duration.months12': 1,
        'rooms.lease_months': 6,
        'rooms.lease_extension_months': 4,
      },
    });
    expect(forecast.leases).toMatchObject([
      { room: 2, needed_from: '2024-01', until: '2025-06', months_empty: 0 },
      { room: 3, needed_from: '2024-07', until: '2024-12', months_empty: 0 },
    ]);
    expect(forecast.capacity[0]).toMatchObject({ rooms_needed: 3, rooms_leased: 2, modules: 8 });
    expect(forecast.capacity[1]).toMatchObject({ rooms_needed: 2, rooms_leased: 1, modules: 4 });
  });

  it('costs the price of the year its term begins, also in the years after; a prolongation that of its own', () => {
    // Short from July 2024 to June 2027: a term of 24 months from 2024, prolonged by 12 from July 2026.
    const { forecast, lines } = run({
      years: 4,
      parameters: {
        ...settled({ 'settlement.month.7': 1 }, 31),
        'programme.duration.months36': 1,
        'rooms.module_rent@2024': 12_000,
        'rooms.module_rent@2025': 24_000,
        'rooms.module_rent@2026': 36_000,
        'rooms.module_rent@2027': 48_000,
      },
    });
    expect(forecast.leases).toMatchObject([{ needed_from: '2024-07', until: '2027-06', months_empty: 0 }]);
    const rents = lines.filter((line) => line.item === 'education.rooms');
    expect(rents.map((line) => [line.year, line.quantity, line.unit_price])).toEqual([
      [2024, 2, 12_000],
      [2025, 4, 12_000],
      [2026, 2, 12_000],
      [2026, 2, 36_000],
      [2027, 2, 36_000],
    ]);
    expect(forecast.leases[0]?.cost).toBe(4 * (2 * 12_000 + 36_000));
  });
});
