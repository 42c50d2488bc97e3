import { describe, expect, it } from 'vitest';
import type { LedgerLine } from '$lib/model/ledger';
import type { Scenario } from '$lib/model/scenario';
import { run, sumOf } from '../run-scenario';

/** One person in ten with 50 000 of part 1 and 500 000 of part 2 a year, booked the year after the application. */
const needs = {
  'relocation.out': 0,
  'family_immigration.rate': 0,
  'settlement.mix.adult': 1,
  'settlement.permit.ordinary': 1,
  'special_needs.share': 0.1,
  'special_needs.cost.1': 150_000,
  'special_needs.own_share.1': 100_000,
  'special_needs.cost.2': 900_000,
  'special_needs.own_share.2': 200_000,
  'grants.special_needs.1': 190_000,
  'grants.special_needs.2': 500_000,
  'special_needs.lag': 1,
};

const settled = (parameters: Scenario['parameters'], first_year = 2024) =>
  run({
    first_year,
    parameters: { ...needs, [`settlement.persons@${first_year}`]: 10, ...parameters },
  }).lines;

function booked(lines: LedgerLine[], part: 1 | 2): [number, number][] {
  const years = new Map<number, number>();
  for (const line of lines)
    if (line.item === `special_needs_grant.${part}`) years.set(line.year, (years.get(line.year) ?? 0) + line.quantity);
  return [...years.entries()].sort(([a], [b]) => a - b);
}

const close = (rows: [number, number][]) => rows.map(([year, quantity]) => [year, expect.closeTo(quantity, 9)]);

describe('the application for special needs', () => {
  it('by default in the month of settlement is booked the year after, and so for five years', () => {
    const lines = settled({ 'settlement.month.1': 1 });
    expect(booked(lines, 1)).toEqual(close([[2025, 1]]));
    expect(booked(lines, 2)).toEqual(close([2025, 2026, 2027, 2028, 2029].map((year) => [year, 1])));
  });

  it('decides by its month the year that is booked: of even arrivals half apply next year after six months', () => {
    // January to June + 6 is July to December; July to December + 6 is the next year.
    const lines = settled({ 'special_needs.application_months': 6 });
    expect(booked(lines, 1)).toEqual(
      close([
        [2025, 0.5],
        [2026, 0.5],
      ]),
    );
  });

  it.each([
    [1, 11, 2025],
    [1, 12, 2026],
    [12, 0, 2025],
    [12, 1, 2026],
    [12, 13, 2027],
  ])('of those settled in month %i after %i months is booked in %i', (month, months, expected) => {
    const lines = settled({ [`settlement.month.${month}`]: 1, 'special_needs.application_months': months });
    expect(booked(lines, 1)).toEqual(close([[expected, 1]]));
  });

  it('moves the first year alone: the later ones are applied for in their year', () => {
    // January 2024 + 14 months: March 2025, booked 2026, beside the second year.
    const lines = settled({ 'settlement.month.1': 1, 'special_needs.application_months': 14 });
    expect(booked(lines, 2)).toEqual(
      close([
        [2026, 2],
        [2027, 1],
        [2028, 1],
        [2029, 1],
      ]),
    );
  });

  it('splits the first year of part 2 by the months of those who apply in each year', () => {
    // Five settled in January are here twelve months and apply in February; five of December one month, and in January.
    const lines = settled({
      'settlement.month.1': 0.5,
      'settlement.month.12': 0.5,
      'special_needs.application_months': 1,
    });
    const first = lines.filter((line) => line.item === 'special_needs_grant.2' && line.year <= 2026);
    const years = booked(first, 2);
    expect(years[0]).toEqual([2025, expect.closeTo(0.5, 9)]);
    // A twelfth of 0.5 beside the second year of both.
    expect(years[1]).toEqual([2026, expect.closeTo(0.5 / 12 + 1, 9)]);
  });
});

describe('the deadline for special needs', () => {
  it('missed loses parts 1 and 2 of the first year; the cost stays', () => {
    const lines = settled({ 'settlement.month.1': 1, 'special_needs.application_months': 15 });
    expect(booked(lines, 1)).toEqual([]);
    // The second to the fifth year.
    expect(booked(lines, 2)).toEqual(close([2026, 2027, 2028, 2029].map((year) => [year, 1])));
    expect(sumOf(lines, 'special_needs.measures', 2024)).toBeCloseTo(150_000 + 900_000, 4);
  });

  it.each([
    [2017, 12, true],
    [2017, 13, false],
    [2018, 13, true],
    [2018, 14, false],
    [2024, 14, true],
    [2024, 15, false],
  ])('of those settled in %i is kept at %i months: %s', (year, months, kept) => {
    const lines = settled({ 'settlement.month.1': 1, 'special_needs.application_months': months }, year);
    expect(booked(lines, 1)).toHaveLength(kept ? 1 : 0);
  });

  it('that the scenario moves holds in its place', () => {
    const late = { 'settlement.month.1': 1, 'special_needs.application_months': 18 };
    expect(booked(settled({ ...late, 'special_needs.deadline': 18 }), 1)).toHaveLength(1);
    expect(booked(settled({ ...late, 'special_needs.deadline': 17 }), 1)).toHaveLength(0);
  });
});
