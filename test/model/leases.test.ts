import { describe, expect, it } from 'vitest';
import type { CohortRow } from '$lib/model/cohort';
import type { Scenario } from '$lib/model/scenario';
import { run, sumOf } from '../run-scenario';

/**
 * So many pupils of one level who settled in one month of 2023 and are taught for a year, so until the month before it in
 * 2024. 31 are three groups, of which one room takes two.
 */
function taughtUntil(month: number, persons: number, more: Scenario['parameters'] = {}) {
  const row: CohortRow = { settlement_year: 2023, permit: 'ordinary', category: 'adult', age_band: '25-55', persons };
  return {
    opening: [row],
    years: 3,
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
      ...more,
    },
  };
}
const lease = (month: number, more: Scenario['parameters'] = {}) => run(taughtUntil(month, 31, more));

/** Four modules of a room. */
const rent = 4 * 94_250;

describe('setting up and removing', () => {
  const both = { 'rooms.setup': 10_000, 'rooms.removal': 5_000 };

  it('cost each module once, in the first year of the lease and in the year of its last month', () => {
    const { forecast, lines } = lease(6, both);
    const of = (item: string) =>
      lines.filter((line) => line.item === item).map((line) => [line.year, line.quantity, line.amount]);
    expect(of('education.room_setup')).toEqual([[2024, 4, 40_000]]);
    expect(of('education.room_removal')).toEqual([[2025, 4, 20_000]]);
    expect(forecast.leases[0]?.cost).toBeCloseTo(2 * rent + 40_000 + 20_000, 4);
  });

  it('cost nothing where nothing is said', () => {
    const { lines } = lease(6);
    expect(lines.filter((line) => line.item.startsWith('education.room_'))).toEqual([]);
  });
});

describe('a lease that runs already', () => {
  const running = { 'rooms.running': 1, 'rooms.running_months': 8, 'rooms.setup': 10_000 };

  it('runs out its months though nobody needs it, and is not set up again', () => {
    const { forecast, lines } = run({ years: 1, parameters: { ...running, 'prices.year': 2024 } });
    expect(forecast.leases).toMatchObject([
      { room: 2, needed_from: '2024-01', until: '2024-08', months_empty: 8, cost: expect.closeTo((rent * 8) / 12, 4) },
    ]);
    expect(sumOf(lines, 'education.rooms', 2024)).toBeCloseTo((rent * 8) / 12, 4);
    expect(sumOf(lines, 'education.room_setup')).toBe(0);
  });

  it('is prolonged while the need lasts, and no new room is leased for it', () => {
    // Needed through September: eight months and a prolongation of four, three of them empty.
    const { forecast } = lease(9, { ...running, 'rooms.lease_extension_months': 4 });
    expect(forecast.leases).toMatchObject([
      { room: 2, until: '2024-12', months_empty: 3, cost: expect.closeTo(rent, 4) },
    ]);
  });

  it('stands beside the rooms that are leased from now on', () => {
    // 62 pupils are five groups and three rooms: the running one to August, the third a new lease of 24 months.
    const { forecast } = run(taughtUntil(6, 62, running));
    expect(forecast.leases).toMatchObject([
      { room: 2, needed_from: '2024-01', until: '2024-08', months_empty: 2 },
      { room: 3, needed_from: '2024-01', until: '2025-12', months_empty: 18 },
    ]);
    expect(forecast.leases[1]?.cost).toBeCloseTo(2 * rent + 40_000, 4);
  });

  it('is not ordered again: 0 running leases leave none', () => {
    const { forecast } = run({ years: 1, parameters: { 'rooms.running_months': 8 } });
    expect(forecast.leases).toEqual([]);
  });
});

describe('order by', () => {
  it.each([
    [0, '2024-01'],
    [6, '2023-07'],
    [12, '2023-01'],
  ])('is the lead time of %i months before the need', (months, expected) => {
    expect(lease(6, { 'rooms.lead_months': months }).forecast.leases[0]?.order_by).toBe(expected);
  });

  it('counts from the first month short, later in the plan', () => {
    const { forecast } = run({
      years: 3,
      parameters: {
        ...taughtUntil(6, 0).parameters,
        'settlement.month.7': 0,
        'settlement.month.9': 1,
        'settlement.persons@2025': 31,
        'settlement.mix.adult': 1,
        'settlement.age.adult.25-55': 1,
        'settlement.permit.ordinary': 1,
      },
    });
    expect(forecast.leases).toMatchObject([{ needed_from: '2025-09', order_by: '2025-03', until: '2027-08' }]);
  });
});

describe('the other ways through a shortfall', () => {
  // One group more than the room takes, short from January to June: half a year of each.
  const prices = {
    'rooms.extra_shift.price@2024': 80_000,
    'rooms.rented.price@2024': 150_000,
    'education.host.place_price@2024': 100_000,
    // Nothing saved on teaching here, so that a place costs its price.
    'education.weekly_hours': 0,
    'education.material@2024': 0,
  };
  const of = (more: Scenario['parameters']) => lease(6, { ...prices, ...more }).forecast.leases[0];

  it('are priced over the months in which the room is needed', () => {
    expect(of({})?.alternatives).toEqual([
      { kind: 'lease', cost: expect.closeTo(2 * rent, 4), holds: true },
      { kind: 'extra_shift', cost: expect.closeTo(40_000, 6), holds: true },
      { kind: 'rented', cost: expect.closeTo(75_000, 6), holds: null },
      // 31 pupils in three groups, one of them with the host.
      { kind: 'host', cost: expect.closeTo(((31 / 3) * 100_000) / 2, 4), holds: null },
    ]);
  });

  it.each([
    [{ 'rooms.rented.available': 0 }, 'rented', false],
    [{ 'rooms.rented.available': 1 }, 'rented', true],
    [{ 'education.host.free_places': 10 }, 'host', false],
    [{ 'education.host.free_places': 11 }, 'host', true],
    [{ 'rooms.extra_shift.groups': 0 }, 'extra_shift', false],
  ] as const)('hold where there is room enough: %o', (more, kind, holds) => {
    expect(of(more)?.alternatives.find((each) => each.kind === kind)?.holds).toBe(holds);
  });

  it('name the cheapest of those that hold; what is not known does not', () => {
    expect(of({})?.cheapest).toBe('extra_shift');
    const noShift = { 'rooms.extra_shift.groups': 0 };
    expect(of(noShift)?.cheapest).toBe('lease');
    expect(of({ ...noShift, 'rooms.rented.available': 1 })?.cheapest).toBe('rented');
    expect(of({ ...noShift, 'rooms.rented.available': 1, 'rooms.rented.price@2024': 2_000_000 })?.cheapest).toBe(
      'lease',
    );
    expect(
      of({ ...noShift, 'education.host.free_places': 20, 'education.host.place_price@2024': 1_000 })?.cheapest,
    ).toBe('host');
  });

  it('leave out what is not taught here when a host teaches', () => {
    // A group of 20 hours in 38 weeks, 760 hours a post: one post at 500 000, no pension, no tax, and 60 000 beside it.
    const host = of({
      'education.weekly_hours': 20,
      'education.weeks': 38,
      'education.teacher_hours': 760,
      'staff.teacher.wage@2024': 500_000,
      'staff.pension': 0,
      'staff.tax_zone': '5',
      'staff.overhead@2024': 60_000,
      'education.material@2024': 3_000,
    })?.alternatives.find((each) => each.kind === 'host');
    expect(host?.cost).toBeCloseTo(((31 / 3) * 97_000 - 560_000) / 2, 4);
  });

  it('add another shift only to the rooms that are owned', () => {
    expect(of({ 'rooms.owned': 0 })?.alternatives.find((each) => each.kind === 'extra_shift')?.holds).toBe(false);
  });
});
