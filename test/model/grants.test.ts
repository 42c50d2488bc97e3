import { describe, expect, it } from 'vitest';
import type { CohortRow } from '$lib/model/cohort';
import { linesOf } from '$lib/model/forecast';
import type { LedgerLine } from '$lib/model/ledger';
import { forecastOf, planOf } from '$lib/model/plan';
import type { Scenario } from '$lib/model/scenario';
import { warningsOf } from '$lib/model/warnings';
import { publishedCatalogue } from '$lib/parameters/published';
import { run, scenarioOf, sumOf } from '../run-scenario';

const noFamily = { 'family_immigration.rate': 0 };
const stay = { 'relocation.out': 0, ...noFamily };
const adults = { 'settlement.mix.adult': 1, 'settlement.age.adult.25-55': 1, 'settlement.permit.ordinary': 1 };

function row(settlement_year: number, persons: number, more: Partial<CohortRow> = {}): CohortRow {
  return { settlement_year, permit: 'ordinary', category: 'adult', age_band: '25-55', persons, ...more };
}

function of(lines: LedgerLine[], item: string, year?: number): LedgerLine[] {
  return lines.filter((line) => line.item.startsWith(item) && (year === undefined || line.year === year));
}

function quantity(lines: LedgerLine[], item: string, year?: number): number {
  return of(lines, item, year).reduce((sum, line) => sum + line.quantity, 0);
}

function withWarnings(given: Partial<Scenario>) {
  const scenario = scenarioOf(given);
  const rows = Array.isArray(scenario.opening) ? scenario.opening : [];
  const { plan, findings } = planOf(publishedCatalogue, scenario, rows, []);
  if (!plan) throw new Error(`findings: ${JSON.stringify(findings)}`);
  const forecast = forecastOf(plan);
  const lines = linesOf(forecast, plan.parameters, plan.opening);
  return { forecast, lines, warnings: warningsOf(forecast, plan.opening, plan.parameters, true) };
}

describe('kindergarten and elderly grants', () => {
  const mixed = {
    ...stay,
    'settlement.mix.child': 0.5,
    'settlement.age.child.0-5': 0.4,
    'settlement.mix.single_adult': 0.5,
    'settlement.age.single_adult.60+': 0.2,
  };

  it('are paid once, in the year of settlement, for ages at settlement', () => {
    const { lines } = run({ parameters: { ...mixed, 'settlement.persons@2024': 100 } });
    expect(of(lines, 'kindergarten_grant')).toMatchObject([
      { year: 2024, quantity: expect.closeTo(20, 12), unit_price: 27_800, category: 'child', settlement_year: 2024 },
    ]);
    expect(of(lines, 'elderly_grant')).toMatchObject([
      { year: 2024, quantity: expect.closeTo(10, 12), unit_price: 180_600, settlement_year: 2024 },
    ]);
  });

  it('do not depend on the month of settlement', () => {
    const sums = [1, 12].map((month) => {
      const { lines } = run({
        years: 1,
        parameters: { ...mixed, 'settlement.persons': 10, [`settlement.month.${month}`]: 1 },
      });
      return [
        sumOf(lines, 'kindergarten_grant'),
        sumOf(lines, 'elderly_grant'),
        sumOf(lines, 'integration_grant.year1'),
      ];
    });
    expect(sums[1]).toEqual(sums[0]);
  });

  it('are not paid for those of the opening', () => {
    const { lines } = run({
      opening: [row(2023, 5, { category: 'child', age_band: '0-5' }), row(2023, 5, { age_band: '60+' })],
      parameters: stay,
    });
    expect(of(lines, 'kindergarten_grant')).toEqual([]);
    expect(of(lines, 'elderly_grant')).toEqual([]);
  });

  it('are paid for family that comes later', () => {
    const { lines } = run({
      years: 1,
      opening: [row(2023, 10)],
      parameters: { 'relocation.out': 0, 'family_immigration.rate': 1, 'family_immigration.timing.year2': 1 },
    });
    expect(quantity(lines, 'kindergarten_grant', 2024)).toBeCloseTo(10 * 0.6 * 0.33, 12);
    expect(quantity(lines, 'elderly_grant', 2024)).toBeCloseTo(10 * 0.4 * 0.15, 12);
  });
});

describe('the grant for unaccompanied minors', () => {
  const rates = { 'grants.unaccompanied_minor.to_16': 1_000, 'grants.unaccompanied_minor.17_to_20': 100 };
  const minors = { 'settlement.mix.unaccompanied_minor': 1, ...stay, ...rates };

  it.each([1, 4, 12])('runs by twelfths from the month of settlement, here %i', (month) => {
    const { lines } = run({
      years: 1,
      parameters: {
        ...minors,
        'settlement.age.unaccompanied_minor.6-15': 1,
        'settlement.persons': 6,
        [`settlement.month.${month}`]: 1,
      },
    });
    expect(sumOf(lines, 'unaccompanied_minor_grant', 2024)).toBeCloseTo((1_000 * 6 * (13 - month)) / 12, 9);
  });

  it('is the higher rate to and including the year of 16, the lower from 17 to 20, and nothing after', () => {
    // One person of 16 and one of 17 at settlement in January 2024; ages move on 1 January.
    const { lines } = run({
      years: 6,
      parameters: {
        ...minors,
        'settlement.age.unaccompanied_minor.16-17': 1,
        'settlement.persons@2024': 2,
        'settlement.month.1': 1,
      },
    });
    const years = [2024, 2025, 2026, 2027, 2028, 2029];
    expect(years.map((year) => sumOf(lines, 'unaccompanied_minor_grant', year))).toEqual([
      expect.closeTo(1_000 + 100, 9),
      expect.closeTo(200, 9),
      expect.closeTo(200, 9),
      expect.closeTo(200, 9),
      expect.closeTo(100, 9),
      0,
    ]);
  });

  it('ages the opening as well, evenly over the single years of the band', () => {
    // Ten single years 6-15 in 2020 are 10-19 in 2024: seven of them to 16, three from 17 to 20.
    const { lines } = run({
      years: 1,
      opening: [row(2020, 10, { category: 'unaccompanied_minor', age_band: '6-15' })],
      parameters: { ...stay, ...rates },
    });
    expect(sumOf(lines, 'unaccompanied_minor_grant', 2024)).toBeCloseTo(7 * 1_000 + 3 * 100, 9);
  });

  it('does not follow a child that came with its parents', () => {
    const { lines } = run({
      years: 1,
      opening: [row(2023, 10, { category: 'child', age_band: '6-15' })],
      parameters: { ...stay, ...rates },
    });
    expect(of(lines, 'unaccompanied_minor_grant')).toEqual([]);
  });
});

describe('the language grant per person', () => {
  const rates = {
    'grants.language.person.high.year1': 1_000,
    'grants.language.person.high.year2': 2_000,
    'grants.language.person.high.year3': 3_000,
    'grants.language.person.low': 500,
    'grants.language.collective': 7_000,
    'language_grant.high_share': 0.75,
  };

  it('is the full year in grant year 1 whatever the month, and three years in all', () => {
    const { lines } = run({
      parameters: { ...stay, ...adults, ...rates, 'settlement.persons@2024': 4, 'settlement.month.12': 1 },
    });
    const low = 4 * 0.25 * 500;
    expect([2024, 2025, 2026, 2027].map((year) => sumOf(lines, 'language_grant.person', year))).toEqual([
      expect.closeTo(4 * 0.75 * 1_000 + low, 9),
      expect.closeTo(4 * 0.75 * 2_000 + low, 9),
      expect.closeTo(4 * 0.75 * 3_000 + low, 9),
      0,
    ]);
  });

  it('follows the months of residence after grant year 1', () => {
    // 12 persons of whom one moves each month: 12 + 11 + ... + 1 = 78 person-months.
    const { lines } = run({
      years: 1,
      opening: [row(2023, 12)],
      parameters: { ...noFamily, ...rates, 'language_grant.high_share': 1, 'relocation.out.year2': 1 },
    });
    expect(sumOf(lines, 'language_grant.person', 2024)).toBeCloseTo((78 / 12) * 2_000, 9);
  });

  it('is one year at its own rate with collective protection', () => {
    const { lines } = run({
      parameters: {
        ...stay,
        ...adults,
        'settlement.permit.ordinary': 0,
        'settlement.permit.collective': 1,
        ...rates,
        'settlement.persons@2024': 4,
      },
    });
    expect([2024, 2025, 2026].map((year) => sumOf(lines, 'language_grant.person', year))).toEqual([
      expect.closeTo(28_000, 6),
      0,
      0,
    ]);
  });

  it('counts those of 18 to 67 in the year', () => {
    // Of 16-17 in 2023 all are 17-18 in 2024: half are adult. Of 60-79 in 2023 there are 61-80: seven of twenty are 61-67.
    const { lines } = run({
      years: 1,
      opening: [row(2023, 10, { category: 'child', age_band: '16-17' }), row(2023, 20, { age_band: '60+' })],
      parameters: { ...stay, ...rates, 'language_grant.high_share': 1 },
    });
    expect(quantity(lines, 'language_grant.person', 2024)).toBeCloseTo(5 + 7, 12);
  });
});

describe('the language base grant', () => {
  const rates = {
    'grants.language.base.1-3': 1,
    'grants.language.base.4-150': 20,
    'grants.language.base.above_150': 300,
  };
  const base = (rows: CohortRow[]) =>
    sumOf(run({ years: 1, opening: rows, parameters: { ...stay, ...rates } }).lines, 'language_grant.base', 2024);

  it.each([
    [0.4, 0],
    [0.5, 1],
    [3.49, 1],
    [3.5, 20],
    [150.49, 20],
    [150.5, 300],
  ])('of %d persons, rounded half up, is the band of %d', (persons, expected) => {
    expect(base([row(2023, persons)])).toBe(expected);
  });

  it('counts grant years 1-3, so those settled in the two years before and none earlier', () => {
    expect(base([row(2022, 2), row(2023, 2)])).toBe(20);
    expect(base([row(2021, 4)])).toBe(0);
  });

  it('counts those with collective protection on the one 15 January that falls in their year', () => {
    expect(base([row(2023, 4, { permit: 'collective' })])).toBe(20);
    expect(base([row(2022, 4, { permit: 'collective' })])).toBe(0);
  });

  it('counts the family that came the year before, and no children', () => {
    expect(base([row(2023, 4, { permit: 'family' })])).toBe(20);
    expect(base([row(2023, 4, { category: 'child', age_band: '6-15' })])).toBe(0);
  });
});

describe('integration grant in the year of a move by eighths', () => {
  const eighths = { ...noFamily, 'relocation.sharing': 'eighths', 'rates.year': 2018 };

  it('is paid in full to the old municipality, which owes 7/8, 5/8, 3/8 and 1/8 by quarter', () => {
    const { lines } = run({
      years: 1,
      opening: [row(2023, 12)],
      parameters: { ...eighths, 'relocation.out.year2': 1 },
    });
    expect(quantity(lines, 'integration_grant.year2', 2024)).toBeCloseTo(12, 12);
    const owed = 3 * (7 / 8 + 5 / 8 + 3 / 8 + 1 / 8);
    expect(of(lines, 'integration_grant.shared_out', 2024)).toMatchObject([
      {
        quantity: expect.closeTo(-owed, 12),
        unit_price: 239_000,
        amount: expect.closeTo(-owed * 239_000, 6),
        settlement_year: 2023,
      },
    ]);
    expect(of(lines, 'integration_grant.shared_in')).toEqual([]);
  });

  it('gives the new municipality what the old one owes', () => {
    const { lines } = run({
      years: 1,
      parameters: { ...eighths, 'relocation.in.persons': 12, 'relocation.in.year2': 1 },
    });
    const owed = 3 * (7 / 8 + 5 / 8 + 3 / 8 + 1 / 8);
    expect(of(lines, 'integration_grant.year', 2024)).toEqual([]);
    const shared = of(lines, 'integration_grant.shared_in', 2024);
    expect(shared.filter((line) => line.unit_price !== 239_000 || line.settlement_year !== 2023)).toEqual([]);
    expect(quantity(lines, 'integration_grant.shared_in', 2024)).toBeCloseTo(owed, 12);
    expect(sumOf(lines, 'integration_grant.shared_in', 2024)).toBeCloseTo(owed * 239_000, 6);
  });

  it('is not shared in the first year unless a parameter says so', () => {
    const settled = { ...adults, 'settlement.persons': 12, 'settlement.month.1': 1, 'relocation.out.year1': 1 };
    for (const sharing of ['twelfths', 'eighths']) {
      const { lines } = run({ years: 1, parameters: { ...eighths, ...settled, 'relocation.sharing': sharing } });
      expect(sumOf(lines, 'integration_grant', 2024)).toBeCloseTo(12 * 187_000, 6);
    }
  });

  it.each(['twelfths', 'eighths'])('is shared in the first year where the parameter says so, also by %s', (sharing) => {
    const settled = { ...adults, 'settlement.persons': 12, 'settlement.month.1': 1, 'relocation.out.year1': 1 };
    const { lines } = run({
      years: 1,
      parameters: { ...eighths, ...settled, 'relocation.sharing': sharing, 'relocation.sharing_first_year': 'yes' },
    });
    // One person moves in each of the months February to December.
    const months = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
    const kept = (month: number) =>
      sharing === 'twelfths' ? Math.min(month + 1, 12) / 12 : (2 * Math.ceil(month / 3) - 1) / 8;
    const away = months.reduce((sum, month) => sum + 1 - kept(month), 0);
    expect(sumOf(lines, 'integration_grant', 2024)).toBeCloseTo((12 - away) * 187_000, 6);
  });
});

describe('integration grant of family', () => {
  it('is three years for the humanitarian share and five for the others', () => {
    const { lines } = run({
      parameters: { ...stay, 'family_immigration.humanitarian_share': 0.2 },
      opening: [row(2023, 10, { permit: 'family' })],
    });
    const quantities = [2, 3, 4, 5].map((d) => quantity(lines, `integration_grant.year${d}`, 2022 + d));
    expect(quantities).toEqual([10, 10, expect.closeTo(8, 12), expect.closeTo(8, 12)]);
  });

  it('is five years for all where the share is of ordinary settlement', () => {
    const { lines } = run({
      parameters: { ...stay, 'family_immigration.humanitarian_share': 0.2 },
      opening: [row(2023, 10)],
    });
    expect(quantity(lines, 'integration_grant.year5', 2027)).toBe(10);
  });
});

describe('special needs', () => {
  const needs = (more: object) => ({
    ...stay,
    ...adults,
    'settlement.persons@2024': 10,
    'settlement.month.1': 1,
    'special_needs.share': 0.1,
    'special_needs.cost.1': 150_000,
    'special_needs.own_share.1': 100_000,
    'special_needs.cost.2': 900_000,
    'special_needs.own_share.2': 200_000,
    'grants.special_needs.1': 190_000,
    'grants.special_needs.2': 500_000,
    ...more,
  });

  it('bring min(cap, max(0, cost - own share)), part 1 once and part 2 each of five years, booked with the lag', () => {
    const { lines } = run({ parameters: needs({ 'special_needs.lag': 1 }) });
    expect(of(lines, 'special_needs_grant.1').map((line) => [line.year, line.amount])).toEqual([
      [2025, expect.closeTo(50_000, 6)],
    ]);
    expect(of(lines, 'special_needs_grant.2').map((line) => [line.year, line.amount])).toEqual(
      [2025, 2026, 2027, 2028, 2029].map((year) => [year, expect.closeTo(500_000, 6)]),
    );
  });

  it('cost what the measures cost in the year itself', () => {
    const { lines } = run({ parameters: needs({}) });
    expect(sumOf(lines, 'special_needs.measures', 2024)).toBeCloseTo(150_000 + 900_000, 6);
    expect(sumOf(lines, 'special_needs.measures', 2025)).toBeCloseTo(900_000, 6);
    expect(sumOf(lines, 'special_needs.measures', 2029)).toBe(0);
  });

  it('bring nothing below the own share', () => {
    const { lines } = run({
      parameters: needs({ 'special_needs.own_share.1': 2_000_000, 'special_needs.own_share.2': 2_000_000 }),
    });
    expect(sumOf(lines, 'special_needs_grant')).toBe(0);
  });

  it('bring nothing for family', () => {
    const { lines } = run({
      opening: [row(2023, 10, { permit: 'family' })],
      parameters: { ...needs({}), 'settlement.persons@2024': 0 },
    });
    expect(of(lines, 'special_needs')).toEqual([]);
  });
});

describe('the general grant', () => {
  it('is absent until somebody gives an amount', () => {
    const { lines, forecast } = run({ opening: [row(2023, 10)], parameters: stay });
    expect(of(lines, 'general_grant')).toEqual([]);
    expect(forecast.result.some((year) => year.incomplete)).toBe(false);
  });

  it('counts persons on 1 July of the year before, and stands beside the result', () => {
    const { lines, forecast } = run({
      years: 2,
      opening: [row(2023, 10), row(2012, 5)],
      parameters: {
        ...stay,
        ...adults,
        'grants.general': 20_000,
        'settlement.persons@2024': 12,
      },
    });
    // Of the twelve settled in 2024 six came before July.
    expect(sumOf(lines, 'general_grant', 2024)).toBeCloseTo(15 * 20_000, 6);
    expect(sumOf(lines, 'general_grant', 2025)).toBeCloseTo((15 + 6) * 20_000, 6);
    expect(of(lines, 'general_grant').every((line) => line.tag === 'ordinary' && line.funksjon === '840')).toBe(true);
    const [first] = forecast.result;
    expect(first?.ordinary).toBeCloseTo(-15 * 20_000, 6);
    expect(first?.income).toBeCloseTo(
      sumOf(
        of(lines, '', 2024).filter((line) => line.side === 'income' && line.tag === 'extra'),
        '',
      ),
      6,
    );
  });
});

describe('an unknown rate', () => {
  const scenario = {
    first_year: 2019,
    years: 1,
    opening: [row(2018, 2, { category: 'unaccompanied_minor', age_band: '6-15' })],
    parameters: { ...stay, 'tail.years': 0 },
  };

  it('makes a line without unit price and amount, and an incomplete year', () => {
    const { lines, forecast } = withWarnings(scenario);
    expect(of(lines, 'unaccompanied_minor_grant')).toMatchObject([
      { year: 2019, quantity: expect.closeTo(2, 12), unit_price: null, amount: null, status: 'unknown' },
    ]);
    expect(forecast.result.map((year) => year.incomplete)).toEqual([true]);
  });

  it('is left out of the sums', () => {
    const { lines, forecast } = withWarnings(scenario);
    const known = lines.filter((line) => line.side === 'income' && line.amount !== null);
    expect(forecast.result[0]?.income).toBe(known.reduce((sum, line) => sum + (line.amount ?? 0), 0));
    expect(forecast.result[0]?.income).toBe(2 * 239_000);
  });

  it('is warned of by name and year', () => {
    const { warnings } = withWarnings(scenario);
    expect(warnings[0]).toEqual({
      code: 'rate-unknown',
      parameters: ['grants.unaccompanied_minor.to_16'],
      years: [2019],
    });
  });

  it('matters to nobody where nobody has it', () => {
    const { forecast, warnings } = withWarnings({ ...scenario, opening: [row(2018, 2)] });
    expect(forecast.result.map((year) => year.incomplete)).toEqual([false]);
    expect(warnings.map((warning) => warning.code)).not.toContain('rate-unknown');
  });

  it('of a grant booked later is warned of in the year that is incomplete', () => {
    const { forecast, warnings } = withWarnings({
      years: 2,
      parameters: {
        ...stay,
        ...adults,
        'settlement.persons@2024': 10,
        'special_needs.share': 0.1,
        'special_needs.cost@2025': 1_000_000,
      },
    });
    const incomplete = forecast.result.filter((year) => year.incomplete).map((year) => year.year);
    expect(incomplete.length).toBeGreaterThan(0);
    expect(warnings.find((warning) => warning.code === 'rate-unknown')?.years).toEqual(incomplete);
  });
});
