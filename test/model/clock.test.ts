import { describe, expect, it } from 'vitest';
import { clockRows, missedApplication, type ClockKind, type ClockRow } from '$lib/model/clock';
import type { Forecast } from '$lib/model/forecast';
import { forecastOf, planOf } from '$lib/model/plan';
import type { Scenario } from '$lib/model/scenario';
import { publishedCatalogue } from '$lib/parameters/published';
import { run, scenarioOf, sumOf } from '../run-scenario';

function planned(parameters: Scenario['parameters'], first_year = 2024) {
  const { plan, findings } = planOf(publishedCatalogue, scenarioOf({ first_year, years: 3, parameters }), [], []);
  if (!plan) throw new Error(`findings: ${JSON.stringify(findings)}`);
  return plan;
}

function rows(parameters: Scenario['parameters'], what: ClockKind, first_year = 2024): ClockRow[] {
  const plan = planned(parameters, first_year);
  return clockRows(forecastOf(plan), plan.parameters).filter((row) => row.what === what);
}

/** 62 adults of one level who settle in January 2024 and begin in March: five groups, so three rooms, of which one is owned. */
const sixtyTwo = {
  'settlement.persons@2024': 62,
  'settlement.month.1': 1,
  'settlement.mix.adult': 1,
  'settlement.age.adult.25-55': 1,
  'settlement.permit.ordinary': 1,
  'relocation.out': 0,
  'family_immigration.rate': 0,
  'programme.participation': 1,
  'programme.start_lag': 2,
  'programme.duration.months24': 1,
  'programme.extension': 0,
  'education.level.a1': 1,
  'education.other_share': 0,
  'rooms.owned': 1,
};

describe('the programme', () => {
  it('is begun late by those whose groups wait for rooms that can be ordered no earlier than the plan begins', () => {
    // March to June one room of two groups: three groups of five wait, 62 x 3/5, until July. Two months and four are six.
    expect(rows({ ...sixtyTwo, 'rooms.lead_months': 6 }, 'programme')).toEqual([
      {
        year: 2024,
        what: 'programme',
        persons: expect.closeTo(62, 9),
        late: expect.closeTo(37.2, 9),
        deadline_months: 3,
        cost_missed: null,
      },
      expect.objectContaining({ year: 2025, persons: 0, late: 0 }),
      expect.objectContaining({ year: 2026, persons: 0, late: 0 }),
    ]);
  });

  it.each([
    // Ordered by February: no wait. Ordered in January for April: one month of wait, and two and one are three.
    [1, 0],
    [3, 0],
    // May: two months of wait make four.
    [4, 37.2],
  ])('is begun late or not by the lead time of a room: %i months, %f late', (lead, late) => {
    expect(rows({ ...sixtyTwo, 'rooms.lead_months': lead }, 'programme')[0]?.late).toBeCloseTo(late, 9);
  });

  it('is begun in time by nobody where the plan begins it after the deadline, rooms or not', () => {
    const first = rows({ ...sixtyTwo, 'programme.start_lag': 4, 'rooms.owned': 3 }, 'programme')[0];
    expect(first).toMatchObject({ persons: expect.closeTo(62, 9), late: expect.closeTo(62, 9) });
  });

  it('is begun in time by all where there are rooms', () => {
    expect(rows({ ...sixtyTwo, 'rooms.owned': 3 }, 'programme')[0]?.late).toBe(0);
    expect(rows({ ...sixtyTwo, 'rooms.running': 2 }, 'programme')[0]?.late).toBe(0);
  });

  it('is begun first by those who came first', () => {
    // March: 31 are three groups, one of them waits from March (10.33), four months: late. June: 62 are five groups, three
    // wait (37.2), so 26.87 more, one month: in time.
    const half = { ...sixtyTwo, 'settlement.month.1': 0.5, 'settlement.month.4': 0.5 };
    expect(rows(half, 'programme')[0]?.late).toBeCloseTo(31 / 3, 9);
  });

  it('is not said to be in time where it is not known how many rooms there are', () => {
    const plan = planned(sixtyTwo);
    const known = forecastOf(plan);
    const rooms_owned = known.education.rooms_owned.map(() => NaN);
    const unknown: Forecast = { ...known, education: { ...known.education, rooms_owned, leases: [] } };
    const late = clockRows(unknown, plan.parameters).filter(({ what }) => what === 'programme');
    // From March 2024 to February 2026 rooms are needed: each year of the three has such a month.
    expect(late.map((row) => row.late)).toEqual([null, null, null]);
  });
});

describe('places for children', () => {
  const twelve = {
    'settlement.persons@2024': 12,
    'settlement.month.1': 1,
    'settlement.mix.child': 1,
    'settlement.age.child.0-5': 1,
    'relocation.out': 0,
    'family_immigration.rate': 0,
    'kindergarten.attendance': 0.9,
  };

  it('in kindergarten are late for those beyond the free ones, in whole places', () => {
    // Two of each age 0-5: 1-5 are ten, ten and eight, of whom nine in ten attend.
    const found = rows({ ...twelve, 'kindergarten.free_places': 4 }, 'kindergarten');
    expect(found.map(({ persons, late, deadline_months }) => [persons, late, deadline_months])).toEqual([
      [9, 5, 3],
      [9, 5, 3],
      [8, 4, 3],
    ]);
  });

  it('are unknown, not kept, where it is not said what is free, and kept where nobody asks', () => {
    expect(rows(twelve, 'kindergarten')[0]).toMatchObject({ persons: 9, late: null, cost_missed: null });
    // In 2024 nobody is six; in 2025 two are, in 2026 four.
    expect(rows(twelve, 'school').map(({ persons, late }) => [persons, late])).toEqual([
      [0, 0],
      [2, null],
      [4, null],
    ]);
  });

  it('have the deadline of their time: two months in 2015, three from 2018', () => {
    expect(rows({}, 'school', 2015)[0]?.deadline_months).toBe(2);
    expect(rows({}, 'school', 2018)[0]?.deadline_months).toBe(3);
  });
});

describe('the application for special needs', () => {
  /** One of ten has measures for 150 000 once and 900 000 a year, above own shares of 100 000 and 200 000. */
  const needs = {
    'settlement.persons@2024': 10,
    'settlement.mix.adult': 1,
    'settlement.permit.ordinary': 1,
    'relocation.out': 0,
    'family_immigration.rate': 0,
    'special_needs.share': 0.1,
    'special_needs.cost.1': 150_000,
    'special_needs.own_share.1': 100_000,
    'special_needs.cost.2': 900_000,
    'special_needs.own_share.2': 200_000,
    'grants.special_needs.1': 190_000,
    'grants.special_needs.2': 500_000,
  };
  const january = { ...needs, 'settlement.month.1': 1 };
  const both = (parameters: Scenario['parameters']): (ClockRow | undefined)[] => [
    rows(parameters, 'special_needs_1')[0],
    rows(parameters, 'special_needs_2')[0],
  ];

  it('that misses the deadline loses part 1 and the first year of part 2, less the own share and up to the cap', () => {
    // 150 - 100 = 50 thousand; 900 - 200 = 700, of which 500 at most. 14 months in 2024.
    expect(both({ ...january, 'special_needs.application_months': 15 })).toMatchObject([
      { persons: expect.closeTo(1, 9), late: expect.closeTo(1, 9), deadline_months: 14, cost_missed: 50_000 },
      { persons: expect.closeTo(1, 9), late: expect.closeTo(1, 9), deadline_months: 14, cost_missed: 500_000 },
    ]);
    expect(both({ ...january, 'special_needs.application_months': 14 })).toMatchObject([
      { late: 0, cost_missed: 0 },
      { late: 0, cost_missed: 0 },
    ]);
  });

  it('loses what the forecast of the same plan books less than with an application in time', () => {
    const booked = (months: number): number =>
      sumOf(
        run({ years: 3, parameters: { ...needs, 'special_needs.application_months': months } }).lines,
        'special_needs_grant',
      );
    const lost = both({ ...needs, 'special_needs.application_months': 15 });
    const sum = lost.reduce((all, row) => all + (row?.cost_missed ?? NaN), 0);
    // Evenly over the year: 6.5 of twelve months of part 2.
    expect(sum).toBeCloseTo(50_000 + (500_000 * 6.5) / 12, 4);
    expect(booked(0) - booked(15)).toBeCloseTo(sum, 4);
  });

  it('costs an unknown sum where the cost of the measures is unknown', () => {
    const unpriced = Object.fromEntries(Object.entries(january).filter(([id]) => id !== 'special_needs.cost.2'));
    expect(both({ ...unpriced, 'special_needs.application_months': 15 })).toMatchObject([
      { cost_missed: 50_000 },
      { late: expect.closeTo(1, 9), cost_missed: null },
    ]);
  });

  it('is nobody’s where nobody is said to need it', () => {
    expect(both({ ...january, 'special_needs.share': 0, 'special_needs.application_months': 15 })).toMatchObject([
      { persons: 0, late: 0, cost_missed: 0 },
      { persons: 0, late: 0, cost_missed: 0 },
    ]);
  });

  it('missed costs at 2018 rates up to 190 800 once and 1 235 000 a year', () => {
    const { parameters } = planned({ 'rates.year': 2018 });
    expect(missedApplication(parameters, 2024)).toEqual([
      { part: 1, cap: 190_800, granted: null, stated: 2018 },
      { part: 2, cap: 1_235_000, granted: null, stated: 2018 },
    ]);
  });

  it('missed costs the rates of its own year, with the year they are from', () => {
    const { parameters } = planned({ 'grants.special_needs.1': 200_000 });
    expect(missedApplication(parameters, 2025)).toEqual([
      { part: 1, cap: 200_000, granted: null, stated: null },
      { part: 2, cap: 1_608_000, granted: null, stated: 2024 },
    ]);
  });
});
