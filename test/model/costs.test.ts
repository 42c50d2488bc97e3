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
};
const singles = { 'settlement.mix.single_adult': 1, 'settlement.age.single_adult.25-55': 1 };
const others = { 'settlement.mix.adult': 1, 'settlement.age.adult.25-55': 1 };
const pupils = { 'settlement.mix.child': 1, 'settlement.age.child.6-15': 1 };

function row(settlement_year: number, persons: number, more: Partial<CohortRow> = {}): CohortRow {
  return { settlement_year, permit: 'ordinary', category: 'adult', age_band: '25-55', persons, ...more };
}

function of(lines: LedgerLine[], item: string, year?: number): LedgerLine[] {
  return lines.filter((line) => line.item.startsWith(item) && (year === undefined || line.year === year));
}

/** The quantities of an item by year from the first of the plan. */
function quantities(lines: LedgerLine[], item: string, years: number[]): number[] {
  return years.map((year) => of(lines, item, year).reduce((sum, line) => sum + line.quantity, 0));
}

const close = (values: number[]) => values.map((value) => expect.closeTo(value, 9));

describe('establishment, the table of the nine municipalities for 2018', () => {
  const settled = (parameters: Scenario['parameters']) =>
    run({ first_year: 2018, years: 1, parameters: { ...base, ...parameters } }).lines;
  const establishment = (lines: LedgerLine[]) =>
    sumOf(lines, 'establishment', 2018) - sumOf(lines, 'establishment.leisure', 2018);

  it('is 48 000 for a person alone: 40 000 and clothing 8 000', () => {
    expect(establishment(settled({ 'settlement.persons': 1, ...singles }))).toBeCloseTo(48_000, 6);
  });

  it('is 61 000 for a couple: 45 000 and clothing for two', () => {
    const couple = { 'settlement.persons': 2, ...others, 'household.couple_share': 1 };
    expect(establishment(settled(couple))).toBeCloseTo(61_000, 6);
  });

  it('is 87 000 for a couple with two children: 45 000, twice 5 000 and clothing for four', () => {
    const family = {
      'settlement.persons': 4,
      'settlement.mix.adult': 0.5,
      'settlement.mix.child': 0.5,
      'household.couple_share': 1,
    };
    expect(establishment(settled(family))).toBeCloseTo(87_000, 6);
  });

  it('is 30 500 for each who shares a dwelling: 22 500 and clothing', () => {
    expect(establishment(settled({ 'settlement.persons': 1, ...singles, 'household.sharing_share': 1 }))).toBeCloseTo(
      30_500,
      6,
    );
    expect(establishment(settled({ 'settlement.persons': 4, ...singles, 'household.sharing_share': 0.5 }))).toBeCloseTo(
      2 * 48_000 + 2 * 30_500,
      6,
    );
  });

  it('follows a sharing that begins in a later year from that year on', () => {
    const { lines } = run({
      first_year: 2018,
      years: 2,
      parameters: {
        ...base,
        ...singles,
        'prices.year': 2018,
        'settlement.persons': 2,
        'household.sharing_share@2019': 1,
      },
    });
    const furniture = (year: number) => ['single', 'shared'].map((kind) => sumOf(lines, `establishment.${kind}`, year));
    expect([furniture(2018), furniture(2019)]).toEqual([close([80_000, 0]), close([0, 45_000])]);
  });

  it('furnishes a lone parent as a person alone', () => {
    const parent = { 'settlement.persons': 1, ...others, 'household.couple_share': 0 };
    expect(establishment(settled(parent))).toBeCloseTo(48_000, 6);
  });

  it('is furniture for one and clothing for each of later family, without a household of its own', () => {
    const { lines } = run({
      first_year: 2018,
      years: 1,
      opening: [row(2017, 10)],
      parameters: { 'relocation.out': 0, 'family_immigration.rate': 0.4, 'family_immigration.timing.year2': 1 },
    });
    // Four come: 4 x (5 000 + 8 000).
    expect(establishment(lines)).toBeCloseTo(52_000, 6);
  });

  it('is not paid for the opening nor for those who move in', () => {
    const { lines } = run({
      first_year: 2018,
      years: 1,
      opening: [row(2017, 10)],
      parameters: { ...base, 'relocation.in.persons': 10 },
    });
    expect(establishment(lines)).toBe(0);
  });

  it('is furniture and clothing for a child born, who is not screened', () => {
    const births = settled({ 'settlement.persons': 10, ...singles, 'births.rate': 0.1 });
    expect(establishment(births)).toBeCloseTo(10 * 48_000 + 13_000, 6);
    expect(quantities(births, 'health.screening', [2018])).toEqual(close([10]));
  });
});

describe('lines of the cost library', () => {
  it('of leisure are for each of 6 to 17 in the first two years', () => {
    // Ten of 6-15; all are under 18 in the second year. Twelve of 0-5: two become 6 in the second year.
    const years = [2024, 2025, 2026];
    const older = run({ parameters: { ...base, ...pupils, 'settlement.persons@2024': 10 } });
    expect(quantities(older.lines, 'establishment.leisure', years)).toEqual(close([10, 10, 0]));
    const young = run({
      parameters: { ...base, 'settlement.persons@2024': 12, 'settlement.mix.child': 1, 'settlement.age.child.0-5': 1 },
    });
    expect(quantities(young.lines, 'establishment.leisure', years)).toEqual(close([0, 2, 0]));
    const longer = run({
      parameters: { ...base, ...pupils, 'settlement.persons@2024': 10, 'establishment.leisure_years': 3 },
    });
    expect(quantities(longer.lines, 'establishment.leisure', years)).toEqual(close([10, 10, 10]));
  });

  it('of interpreter are hours by grant year for the months here', () => {
    // Settled in July: half of 24 hours, then 14, 8, 5 and 4, and none after.
    const { lines } = run({
      years: 6,
      parameters: {
        ...base,
        ...others,
        'settlement.month.1': 0,
        'settlement.month.7': 1,
        'settlement.persons@2024': 10,
        'interpreter.hours.year1': 24,
        'interpreter.hours.year2': 14,
        'interpreter.hours.year3': 8,
        'interpreter.hours.year4': 5,
        'interpreter.hours.year5': 4,
        'interpreter.price@2024': 1_000,
      },
    });
    expect(quantities(lines, 'interpreter.hours', [2024, 2025, 2026, 2027, 2028, 2029])).toEqual(
      close([120, 140, 80, 50, 40, 0]),
    );
    expect(sumOf(lines, 'interpreter.hours', 2024)).toBeCloseTo(120_000, 6);
  });

  it('of child welfare are a share of the children, not of unaccompanied minors', () => {
    const { lines } = run({
      years: 2,
      opening: [
        row(2023, 20, { category: 'child', age_band: '6-15' }),
        row(2023, 20, { category: 'unaccompanied_minor', age_band: '6-15' }),
        row(2018, 20, { category: 'child', age_band: '0-5' }),
      ],
      parameters: { ...base, 'child_welfare.share': 0.1, 'child_welfare.measures@2024': 100_000 },
    });
    expect(quantities(lines, 'child_welfare.measures', [2024])).toEqual(close([2]));
    expect(sumOf(lines, 'child_welfare.measures', 2024)).toBeCloseTo(200_000, 6);
  });

  it('of health are a screening of each who comes and a follow-up in the five-year phase', () => {
    const { lines } = run({
      years: 6,
      parameters: { ...base, ...others, 'settlement.persons@2024': 10 },
    });
    const years = [2024, 2025, 2028, 2029];
    expect(quantities(lines, 'health.screening', years)).toEqual(close([10, 0, 0, 0]));
    expect(quantities(lines, 'health.follow_up', years)).toEqual(close([10, 10, 10, 0]));
  });

  it('of housing follow-up are the dwellings the municipality provides, through the five-year phase', () => {
    // Ten adults: 4.1 couples and 1.8 lone parents, of whom the municipality houses half.
    const { lines } = run({
      years: 6,
      parameters: {
        ...base,
        ...others,
        'settlement.persons@2024': 10,
        'household.couple_share': 0.82,
        'dwellings.municipal_share': 0.5,
      },
    });
    expect(quantities(lines, 'housing.follow_up', [2024, 2025, 2028, 2029])).toEqual(close([2.95, 2.95, 2.95, 0]));
  });

  it('of children placed outside the home are a share of the children of the phase', () => {
    const { lines } = run({
      years: 1,
      opening: [
        row(2023, 20, { category: 'child', age_band: '6-15' }),
        row(2023, 20, { category: 'unaccompanied_minor', age_band: '6-15' }),
      ],
      parameters: { ...base, 'child_welfare.placed_share': 0.1, 'child_welfare.placement@2024': 400_000 },
    });
    expect(sumOf(lines, 'child_welfare.placements', 2024)).toBeCloseTo(2 * 400_000, 4);
  });

  it('of care are a share of those of 60 and more, paid by ordinary budgets', () => {
    // Of 56-59 in 2022 half are 60 or more in 2024 (58-61); all of 60 and more.
    const { lines, forecast } = run({
      years: 1,
      opening: [row(2022, 20, { age_band: '56-59' }), row(2022, 10, { age_band: '60+' })],
      parameters: { ...base, 'health.care_share': 0.1, 'health.care@2024': 300_000 },
    });
    expect(sumOf(lines, 'health.care', 2024)).toBeCloseTo(2 * 300_000, 4);
    expect(forecast.result[0]?.ordinary).toBeCloseTo(600_000, 4);
  });

  it('of language support in school and kindergarten are paid by ordinary budgets, outside the net', () => {
    // Ten of 6-15: ten, nine and eight are of school age. Twelve of 0-5: ten of 1-5 at 0.8 in two years.
    const { lines, forecast } = run({
      opening: [
        row(2023, 10, { category: 'child', age_band: '6-15' }),
        row(2023, 12, { category: 'child', age_band: '0-5' }),
      ],
      parameters: {
        ...base,
        'kindergarten.attendance': 0.8,
        'kindergarten.language_support_years': 2,
        'school.language_support_years': 3,
        'kindergarten.language_support@2024': 20_000,
        'school.language_support@2024': 45_000,
      },
    });
    // Second year 2024: 9 and two who became 6; third year 2025: 8 and four.
    expect(quantities(lines, 'school.language_support', [2024, 2025, 2026])).toEqual(close([11, 12, 0]));
    expect(quantities(lines, 'kindergarten.language_support', [2024, 2025])).toEqual(close([8, 0]));
    expect(forecast.result[0]?.ordinary).toBeCloseTo(11 * 45_000 + 8 * 20_000, 4);
    const extra = lines.filter((line) => line.year === 2024 && line.side === 'cost' && line.tag === 'extra');
    expect(forecast.result[0]?.cost).toBeCloseTo(sumOf(extra, ''), 4);
  });

  it('of care for unaccompanied minors are places by the month to the last age, beside the staff', () => {
    // Ten of 16-17 settled in July: five years of care in 2024, ten in 2025, in 2026 those of 18-19 and in 2027 19 alone.
    const { lines } = run({
      years: 4,
      parameters: {
        ...base,
        'settlement.month.1': 0,
        'settlement.month.7': 1,
        'settlement.persons@2024': 10,
        'settlement.mix.unaccompanied_minor': 1,
        'settlement.age.unaccompanied_minor.16-17': 1,
        'unaccompanied_minor_care.age_max': 19,
        'unaccompanied_minor_care.place@2024': 150_000,
      },
    });
    const years = [2024, 2025, 2026, 2027];
    expect(quantities(lines, 'unaccompanied_minor_care.places', years)).toEqual(close([5, 10, 10, 5]));
    expect(sumOf(lines, 'unaccompanied_minor_care.places', 2024)).toBeCloseTo(750_000, 6);
    expect(of(lines, 'unaccompanied_minor_care.staff', 2025)).toHaveLength(1);
  });

  it('hold no residual: every cost line is of a named item', () => {
    const { lines } = run({ parameters: { 'settlement.persons': 40 } });
    expect(
      lines.filter((line) => /other$|residual|misc/.test(line.item) && line.item !== 'social_assistance.other'),
    ).toEqual([]);
  });
});

describe('project money', () => {
  it('is of the year it is stated for, and of no year of the tail', () => {
    const { lines, forecast } = run({
      first_year: 2018,
      years: 3,
      opening: [row(2017, 10)],
      parameters: {
        ...base,
        'project.grant@2018': 800_000,
        'project.cost@2018': 1_000_000,
        'project.cost@2019': 200_000,
        'project.internal_transfers': 300_000,
      },
    });
    const amounts = (item: string) => of(lines, item).map((line) => [line.year, line.amount]);
    expect(amounts('project.grant')).toEqual([[2018, 800_000]]);
    expect(amounts('project.cost')).toEqual([
      [2018, 1_000_000],
      [2019, 200_000],
    ]);
    expect(amounts('project.internal_transfers')).toEqual([2018, 2019, 2020].map((year) => [year, 300_000]));
    const without = run({ first_year: 2018, years: 3, opening: [row(2017, 10)], parameters: base });
    expect((forecast.result[0]?.net ?? NaN) - (without.forecast.result[0]?.net ?? NaN)).toBeCloseTo(
      800_000 - 1_000_000 - 300_000,
      4,
    );
  });
});
