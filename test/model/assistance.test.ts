import { describe, expect, it } from 'vitest';
import type { CohortRow } from '$lib/model/cohort';
import type { LedgerLine } from '$lib/model/ledger';
import type { Scenario } from '$lib/model/scenario';
import { run, sumOf } from '../run-scenario';

const base = {
  'relocation.out': 0,
  'family_immigration.rate': 0,
  'settlement.month.1': 1,
  'settlement.permit.ordinary': 1,
  'settlement.mix.adult': 1,
  'settlement.age.adult.25-55': 1,
  'settlement.persons@2024': 10,
  'programme.age_max': 70,
  'programme.participation': 0,
  // No post outlives its need.
  'staff.notice': 0,
  'social_assistance.share.outside': 0.3,
  'social_assistance.years_after': 5,
  'social_assistance.after_phase': 1,
  'social_assistance.age_max': 120,
};
const taking = {
  'programme.participation': 1,
  'programme.start_lag': 0,
  'programme.duration.months12': 1,
  'programme.extension': 0,
};

function row(settlement_year: number, persons: number, more: Partial<CohortRow> = {}): CohortRow {
  return { settlement_year, permit: 'ordinary', category: 'adult', age_band: '25-55', persons, ...more };
}

function assistance(lines: LedgerLine[]): LedgerLine[] {
  return lines.filter((line) => line.item.startsWith('social_assistance'));
}

/** Person-years of full assistance of a state by year. */
function by(lines: LedgerLine[], state: string): [number, number, boolean][] {
  return assistance(lines)
    .filter((line) => line.item === `social_assistance.${state}`)
    .map((line) => [line.year, line.quantity, line.after_phase]);
}

const of = (parameters: Scenario['parameters'], more: Partial<Scenario> = {}) =>
  run({ ...more, parameters: { ...base, ...parameters } });

describe('social assistance', () => {
  it('of adults outside the programme runs through the phase and for its years after, which are marked', () => {
    // Ten adults x 0.3; the phase is 2024-2028, then five years.
    const { lines } = of({});
    const years = [2024, 2025, 2026, 2027, 2028, 2029, 2030, 2031, 2032, 2033];
    expect(by(lines, 'outside')).toEqual(years.map((year) => [year, expect.closeTo(3, 9), year >= 2029]));
  });

  it('ends at the age from which the state pays', () => {
    // Ten of 60 to 79, evenly: 7 of 20 are 66 or less in the first year, 6 in the second, none after seven years.
    const { lines } = of({
      'settlement.age.adult.25-55': 0,
      'settlement.age.adult.60+': 1,
      'social_assistance.age_max': 66,
    });
    const quantities = by(lines, 'outside').map(([, quantity]) => Math.round(1e6 * quantity) / 1e6);
    expect(quantities.slice(0, 3)).toEqual(
      [3.5 * 0.3, 3 * 0.3, 2.5 * 0.3].map((years) => Math.round(1e6 * years) / 1e6),
    );
    expect(quantities).toHaveLength(7);
  });

  it('is less for those past the phase by the factor on it', () => {
    // Ten adults x 0.3, and x 0.5 from 2029 on.
    const { lines } = of({ 'social_assistance.after_phase': 0.5 });
    const quantities = by(lines, 'outside').map(([, quantity]) => Math.round(1e9 * quantity) / 1e9);
    expect(quantities).toEqual([3, 3, 3, 3, 3, 1.5, 1.5, 1.5, 1.5, 1.5]);
  });

  it.each([
    [0, 2028],
    [2, 2030],
    [5, 2033],
    [8, 2036],
  ])('is counted for %i years after the phase, to %i, and the tail is as long', (years, last) => {
    const { lines, forecast } = of({ 'social_assistance.years_after': years });
    expect(by(lines, 'outside').at(-1)?.[0]).toBe(last);
    expect(forecast.years.at(-1)).toBe(last);
  });

  it('is cut where the tail is', () => {
    const { forecast } = of({ 'social_assistance.years_after': 20, 'tail.years': 6 });
    expect(forecast.years.at(-1)).toBe(2034);
  });

  it('after the phase is the after_phase of the result, inside the cost', () => {
    const { lines, forecast } = of({ 'staff.social_worker.wage': 0, 'staff.overhead': 0 });
    const price = assistance(lines).find((line) => line.year === 2029)?.unit_price ?? NaN;
    for (const year of forecast.result) {
      const late = lines.filter((line) => line.year === year.year && line.after_phase);
      expect(year.after_phase).toBeCloseTo(sumOf(late, ''), 4);
    }
    expect(forecast.result.find((year) => year.year === 2028)?.after_phase).toBe(0);
    expect(forecast.result.find((year) => year.year === 2029)).toMatchObject({
      after_phase: expect.closeTo(3 * price, 4),
      cost: expect.closeTo(3 * price, 4),
    });
  });

  it('of those in the programme and through it follows what they do', () => {
    // Ten in the programme all of 2024, then through it: 0.5 work, 0.2 + 0.1 + 0.05 in school, 0.15 other.
    const { lines } = of(
      {
        ...taking,
        'programme.outcome.work': 0.5,
        'programme.outcome.upper_secondary': 0.2,
        'programme.outcome.adult_primary': 0.1,
        'programme.outcome.higher': 0.05,
        'programme.outcome.other': 0.15,
        'social_assistance.share.in_programme': 0.2,
        'social_assistance.share.work': 0.1,
        'social_assistance.share.upper_secondary': 0.4,
        'social_assistance.share.adult_primary': 0.5,
        'social_assistance.share.higher': 0.2,
        'social_assistance.share.other': 0.6,
        'social_assistance.years_after': 0,
      },
      { years: 2 },
    );
    expect(by(lines, 'in_programme')).toEqual([[2024, expect.closeTo(2, 9), false]]);
    const through = (state: string) => by(lines, state).map(([year, quantity]) => [year, quantity]);
    const years = [2025, 2026, 2027, 2028];
    // 5 x 0.1, 2 x 0.4, 1 x 0.5, 0.5 x 0.2, 1.5 x 0.6.
    expect(through('work')).toEqual(years.map((year) => [year, expect.closeTo(0.5, 9)]));
    expect(through('upper_secondary')).toEqual(years.map((year) => [year, expect.closeTo(0.8, 9)]));
    expect(through('adult_primary')).toEqual(years.map((year) => [year, expect.closeTo(0.5, 9)]));
    expect(through('higher')).toEqual(years.map((year) => [year, expect.closeTo(0.1, 9)]));
    expect(through('other')).toEqual(years.map((year) => [year, expect.closeTo(0.9, 9)]));
    expect(through('outside')).toEqual([]);
  });

  it('after the phase follows the outcomes too', () => {
    const { lines } = of({ ...taking, 'programme.outcome.work': 1, 'social_assistance.share.work': 0.1 });
    expect(by(lines, 'work')).toEqual(
      [2025, 2026, 2027, 2028, 2029, 2030, 2031, 2032, 2033].map((year) => [year, expect.closeTo(1, 9), year >= 2029]),
    );
  });

  it('before the programme begins is that of those who wait for it, not of those outside', () => {
    // Eight of ten wait in January and February: 8 x 2/12 x 0.9 = 1.2. Two are outside all year: 2 x 0.3.
    const { lines } = of(
      {
        ...taking,
        'programme.participation': 0.8,
        'programme.start_lag': 2,
        'social_assistance.share.waiting': 0.9,
      },
      { years: 1 },
    );
    expect(by(lines, 'waiting')).toEqual([[2024, expect.closeTo(1.2, 9), false]]);
    expect(by(lines, 'outside')[0]).toEqual([2024, expect.closeTo(0.6, 9), false]);
  });

  it('waits for nobody where the programme begins at once', () => {
    expect(by(of({ ...taking }).lines, 'waiting')).toEqual([]);
  });

  it('is for those of 18 and more, also those who turn 18 here and those above the programme’s age', () => {
    // Of 16-17 in 2023 half are 18 in 2024 and all in 2025; the old all the time.
    const { lines } = of(
      { 'settlement.persons@2024': 0, 'programme.age_max': 55 },
      {
        years: 2,
        opening: [row(2023, 10, { category: 'child', age_band: '16-17' }), row(2023, 4, { age_band: '60+' })],
      },
    );
    expect(by(lines, 'outside').slice(0, 2)).toEqual([
      [2024, expect.closeTo((5 + 4) * 0.3, 9), false],
      [2025, expect.closeTo((10 + 4) * 0.3, 9), false],
    ]);
  });

  it('of an old opening is marked from the first year, and over when its years are', () => {
    // Settled in 2017: the phase ended with 2021, five years after with 2026.
    const { lines, forecast } = of(
      { 'settlement.persons@2024': 0, 'fund.rule': 'none' },
      { years: 1, opening: [row(2017, 10), row(2010, 10)] },
    );
    expect(by(lines, 'outside')).toEqual([2024, 2025, 2026].map((year) => [year, expect.closeTo(3, 9), true]));
    expect(forecast.years.at(-1)).toBe(2026);
  });

  it('ends with who moves away', () => {
    // 10 in the first year; a person a month moves in the second: 78 / 12 person-years.
    const { lines } = of({ 'relocation.out.year2': 1, 'settlement.persons@2024': 12 }, { years: 2 });
    const quantities = by(lines, 'outside').map(([year, quantity]) => [year, quantity]);
    expect(quantities).toEqual([
      [2024, expect.closeTo(12 * 0.3, 9)],
      [2025, expect.closeTo((78 / 12) * 0.3, 9)],
    ]);
  });
});
