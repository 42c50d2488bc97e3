import { expect, test } from 'vitest';
import {
  bindingOf,
  emptyRooms,
  isRunning,
  limitLines,
  marginalLease,
  ordersOf,
  roomCosts,
  roomRows,
  shiftedRooms,
} from '$lib/charts/rooms';
import type { Lease, Rooms } from '$lib/model/leases';
import type { Scenario } from '$lib/model/scenario';
import { run } from '../run-scenario';

const months = (values: Record<number, number>, length = 24): number[] => {
  let value = 0;
  return Array.from({ length }, (_, month) => (value = values[month] ?? value));
};

function lease(given: Partial<Lease>): Lease {
  return {
    room: 2,
    needed_from: 4,
    order_by: -2,
    until: 15,
    months_empty: 0,
    cost: 0,
    alternatives: [],
    cheapest: 'lease',
    ...given,
  };
}

function roomsOf(given: Partial<Rooms>): Rooms {
  return {
    pupils: months({ 0: 20 }),
    groups: months({ 0: 2 }),
    rooms_needed: months({ 0: 1 }),
    rooms_owned: months({ 0: 1 }),
    rooms_leased: months({ 0: 0 }),
    leases: [],
    ...given,
  };
}

test('no pupils need no classroom', () => {
  expect(bindingOf(roomsOf({ rooms_needed: months({ 0: 0 }) }), 0)).toEqual({ kind: 'none' });
});

test('what is owned and already leased holds where nothing must be ordered', () => {
  expect(bindingOf(roomsOf({}), 0)).toEqual({ kind: 'holds' });
  const running = roomsOf({ rooms_needed: months({ 0: 2 }), leases: [lease({ needed_from: 0, order_by: -6 })] });
  expect(bindingOf(running, 1)).toEqual({ kind: 'holds' });
  expect(bindingOf(running, 0).kind).toBe('short');
});

test('rooms that are not known to be there are unknown, not none', () => {
  const unknown = roomsOf({ rooms_needed: months({ 0: 1, 5: 2 }), rooms_owned: months({ 0: NaN }) });
  expect(bindingOf(unknown, 0)).toEqual({ kind: 'unknown', rooms: 2, from: 5 });
});

test('the first room that is short binds, whatever its number', () => {
  const leases = [lease({ room: 2, needed_from: 14, order_by: 8 }), lease({ room: 3, needed_from: 12, order_by: 6 })];
  expect(bindingOf(roomsOf({ leases }), 0)).toEqual({
    kind: 'short',
    first: { rooms: [3], from: 12, order: 6, missingTo: null },
    next: null,
  });
});

test('an order due before the plan is too late until it is delivered, and the next one in time is told', () => {
  const leases = [
    lease({ room: 2, needed_from: 4, order_by: -2 }),
    lease({ room: 3, needed_from: 4, order_by: -2 }),
    lease({ room: 4, needed_from: 14, order_by: 8 }),
  ];
  const of = roomsOf({ rooms_needed: months({ 0: 1, 4: 3, 12: 4 }), leases });
  expect(bindingOf(of, 0)).toEqual({
    kind: 'short',
    first: { rooms: [2, 3], from: 4, order: -2, missingTo: 5 },
    next: { rooms: [4], from: 14, order: 8, missingTo: null },
  });
});

test('a late room is not missing in months in which it is no longer needed', () => {
  const of = roomsOf({ rooms_needed: months({ 0: 2, 3: 1 }), leases: [lease({ needed_from: 0, order_by: -6 })] });
  expect(ordersOf(of, 0)[0]?.missingTo).toBe(2);
});

test('a room is a row with the months it is used and the months it is paid for and empty', () => {
  const of = roomsOf({
    rooms_needed: months({ 0: 1, 4: 2, 9: 1, 11: 2, 13: 1 }),
    leases: [lease({ months_empty: 5 })],
  });
  const proposal = roomsOf({ leases: [lease({ room: 3, needed_from: 2, until: 40 })] });
  expect(roomRows(of, proposal, 0, 24)).toEqual([
    { room: 1, owned: [[0, 24]], leases: [], ghosts: [] },
    {
      room: 2,
      owned: [],
      leases: [
        {
          from: 4,
          to: 16,
          order: -2,
          used: [
            [4, 9],
            [11, 13],
          ],
          empty: [
            [9, 11],
            [13, 16],
          ],
          monthsEmpty: 5,
        },
      ],
      ghosts: [],
    },
    { room: 3, owned: [], leases: [], ghosts: [[2, 24]] },
  ]);
});

test('a proposal for other years stands in its own months', () => {
  const of = roomsOf({ leases: [lease({ needed_from: 2, until: 9 }), lease({ needed_from: 14, until: 30 })] });
  const earlier = shiftedRooms(of, -12);
  expect(earlier.pupils).toHaveLength(12);
  expect(earlier.leases.map(({ needed_from }) => needed_from)).toEqual([2]);
  expect(shiftedRooms(of, 12).leases.map(({ needed_from }) => needed_from)).toEqual([14, 26]);
  expect(shiftedRooms(of, 12).pupils[11]).toBeNaN();
});

test('one cannot do without the last room first, and of its leases the most costly', () => {
  const leases = [lease({ cost: 9 }), lease({ room: 3, cost: 1 }), lease({ room: 3, cost: 4 })];
  expect(marginalLease(leases)?.cost).toBe(4);
  expect(marginalLease([])).toBeUndefined();
});

test('few lines are drawn for many rooms, and always that of the rooms there are', () => {
  expect(limitLines(3, 1)).toEqual([1, 2, 3]);
  expect(limitLines(24, 1)).toEqual([1, 6, 12, 18, 24]);
  expect(limitLines(0, 0)).toEqual([]);
});

const settled = (parameters: Scenario['parameters']) =>
  run({ years: 4, parameters: { 'settlement.persons': 40, ...parameters } }).forecast;

test('what rooms cost by year is what the leases cost, with setting up and removing', () => {
  const of = settled({ 'settlement.persons': 200, 'rooms.setup': 100_000, 'rooms.removal': 50_000 });
  const costs = roomCosts(of.education, of.ledger, of.horizon.years + of.horizon.tail);
  const leases = of.education.leases.reduce((sum, { cost }) => sum + cost, 0);
  expect(of.education.leases.length).toBeGreaterThan(1);
  expect(costs.reduce((sum, { cost }) => sum + cost, 0)).toBeCloseTo(leases, 4);
});

test('empty months cost what they are of the rent, and every empty month is in them', () => {
  const of = settled({ 'rooms.owned': 0 });
  const { education } = of;
  const empty = education.pupils.reduce((sum, _, month) => sum + emptyRooms(education, month), 0);
  expect(empty).toBe(education.leases.reduce((sum, { months_empty }) => sum + months_empty, 0));
  const costs = roomCosts(education, of.ledger, of.horizon.years + of.horizon.tail);
  const share = costs.reduce((sum, year) => sum + year.empty, 0) / costs.reduce((sum, year) => sum + year.cost, 0);
  expect(share).toBeGreaterThan(0);
  expect(share).toBeLessThan(1);
});

test('a lease that runs when the plan begins needs no order', () => {
  const of = settled({ 'rooms.running': 1, 'rooms.running_months': 12 });
  const [first] = of.education.leases;
  expect(first && isRunning(first, of.education, 1)).toBe(true);
  expect(ordersOf(of.education, 1).flatMap(({ rooms }) => rooms)).not.toContain(first?.room);
});
