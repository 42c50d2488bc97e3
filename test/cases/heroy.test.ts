import { describe, expect, it } from 'vitest';
import { readAccounts } from '$lib/ingest/accounts-file';
import { readDocument } from '$lib/ingest/document-file';
import { identifierIn } from '$lib/ingest/identifiers';
import { placesRows } from '$lib/model/reports';
import { forecastOf } from '$lib/model/plan';
import { warningsOf } from '$lib/model/warnings';
import { filesOf, planOfFile, textOf } from '../repository-scenario';
import { run, sumOf } from '../run-scenario';
import { adult, adults, documentOf, figureOf, stay, twoYears, valueIn } from './given';

const years = [2023, 2024, 2025, 2026, 2027];
const december = { 'settlement.month.12': 1 };

describe('Herøy, budget 2024 and economic plan 2024-2027', () => {
  const { figures, findings } = documentOf('heroy-2024');

  it('HER-01: ten settled every year and few who move (Bosetting) is a scenario file', () => {
    const plan = planOfFile('heroy-10');
    const rows = forecastOf(plan).people.filter(({ tail }) => !tail);
    expect(rows.map(({ year }) => year)).toEqual([2024, 2025, 2026, 2027]);
    for (const { year, voted, settled, moved_out } of rows) {
      expect(valueIn(figures, 'plan.settled', '', year)).toBe(10);
      expect([voted, settled, moved_out]).toEqual([10, 10, 0]);
    }
  });

  it('HER-02: 62 settled in two years, mainly adults (Tiltak med i budsjettet); the split is not stated and said so', () => {
    expect(valueIn(figures, 'settled.last_two_years', 'all')).toBe(62);
    for (const part of ['first_year', 'second_year'])
      expect(figureOf(figures, 'settled.last_two_years', part)).toMatchObject({ value: null, mark: 'not_in_text' });
    const plan = planOfFile('heroy-10');
    const { cells } = plan.opening;
    expect(cells.reduce((sum, { persons }) => sum + persons, 0)).toBe(62);
    expect([...new Set(cells.map(({ settlement_year }) => settlement_year))].sort()).toEqual([2022, 2023]);
    expect(new Set(cells.map(({ category }) => category))).toEqual(new Set(['adult']));
    const warnings = warningsOf(forecastOf(plan), plan.opening, plan.parameters, true);
    expect(warnings.map(({ code }) => code)).toContain('opening-synthetic');
  });

  it('HER-03: four modules make one room for two years at 377 000 a year, 754 000 in all (Tiltak med i budsjettet)', () => {
    const [modules, rooms, term, rent] = ['modules_leased', 'rooms_leased', 'lease_term', 'lease_rent'].map((measure) =>
      valueIn(figures, `rooms.${measure}`),
    );
    expect([modules, rooms, term, rent]).toEqual([4, 1, 2, 377_000]);
    const { lines, forecast } = run({
      first_year: 2024,
      years: 2,
      opening: [adult(2023, 20)],
      parameters: { ...stay, ...twoYears, ...december, 'rooms.owned': 0 },
    });
    expect(sumOf(lines, 'education.rooms', 2024)).toBeCloseTo(377_000, 4);
    expect(sumOf(lines, 'education.rooms', 2025)).toBeCloseTo(377_000, 4);
    expect(sumOf(lines, 'education.rooms')).toBeCloseTo(754_000, 4);
    expect(forecast.capacity.map((row) => row.modules).slice(0, 2)).toEqual([4, 4]);
    expect(forecast.leases).toMatchObject([{ room: 1, needed_from: '2024-01', until: '2025-12', months_empty: 1 }]);
  });

  it('HER-04: rooms by year beyond the one at kommunehuset, months empty, and terms that the user sets', () => {
    // 62 pupils by level: 9.3, 21.7, 21.7 and 9.3 make 1 + 2 + 2 + 1 groups; two groups a room make 3 rooms.
    const given = (parameters: Record<string, number>) =>
      run({
        first_year: 2024,
        years: 4,
        opening: [adult(2023, 62)],
        parameters: { ...stay, ...twoYears, ...december, ...parameters },
      });
    const base = given({});
    expect(base.forecast.capacity.slice(0, 3).map((row) => row.rooms_needed)).toEqual([3, 3, 0]);
    expect(base.forecast.capacity.slice(0, 3).map((row) => row.rooms_leased)).toEqual([2, 2, 0]);
    expect(base.forecast.leases.map(({ months_empty }) => months_empty)).toEqual([1, 1]);
    expect(sumOf(base.lines, 'education.rooms', 2024)).toBeCloseTo(2 * 377_000, 4);
    expect(given({ 'rooms.owned': 3 }).forecast.leases).toEqual([]);
    // A year and six months at a time: until November 2025 is needed, December is rented empty and January to June too.
    const shorter = given({ 'rooms.lease_months': 12, 'rooms.lease_extension_months': 18 }).forecast.leases;
    expect(shorter.map(({ until }) => until)).toEqual(['2026-06', '2026-06']);
    expect(shorter.map(({ months_empty }) => months_empty)).toEqual([7, 7]);
  });

  it('HER-04: forty a year need more rooms than ten', () => {
    const rooms = (name: string) => forecastOf(planOfFile(name)).capacity.map((row) => row.rooms_needed);
    const [ten, forty] = [rooms('heroy-10'), rooms('heroy-40')];
    for (const at of [1, 2, 3]) expect(forty[at]).toBeGreaterThan(ten[at] ?? NaN);
  });

  it('HER-05: the frames are net, an income written with a minus, in thousands (Driftsbudsjett, rammeoversikt)', () => {
    const { rows } = readAccounts(textOf('data/accounts/1818.csv'));
    const frames = rows.filter(({ item }) => item === 'net');
    expect(frames.map(({ year, amount }) => [year, amount])).toEqual([
      [2023, -2288],
      [2024, -6246],
      [2025, -4456],
      [2026, -3983],
      [2027, -2593],
    ]);
    expect(frames.every(({ unit, sign }) => unit === '1000 NOK' && sign === 'cost_positive')).toBe(true);
    const amounts = frames.map(({ amount }) => amount);
    expect(amounts.slice(1).reduce((a, b) => a + b)).toBe(-17_278);
    expect(amounts.reduce((a, b) => a + b)).toBe(-19_566);
    expect(amounts.slice(1).map((amount, at) => amount - (amounts[at] ?? NaN))).toEqual([-3958, 1790, 473, 1390]);
  });

  it.each([
    [31, 31, [13_206, 14_580, 12_212, 10_840, 9_045]],
    [20, 42, [12_634, 15_328, 13_152, 10_993, 9_832]],
    [42, 20, [13_778, 13_832, 11_271, 10_687, 8_257]],
    [12, 50, [12_218, 15_872, 13_836, 11_104, 10_405]],
  ])(
    'HER-06: %i settled in 2022 and %i in 2023, then ten a year, peaks in 2024 and falls to 2027',
    (a, b, expected) => {
      // 1000 kroner of 2018: 187, 239, 171, 85.5 and 71.6 by grant year.
      const byHand = [
        239 * a + 187 * b,
        171 * a + 239 * b + 10 * 187,
        85.5 * a + 171 * b + 10 * (239 + 187),
        71.6 * a + 85.5 * b + 10 * (171 + 239 + 187),
        71.6 * b + 10 * (85.5 + 171 + 239 + 187),
      ];
      const { lines } = run({
        first_year: 2023,
        years: 5,
        opening: [adult(2022, a)],
        parameters: { 'settlement.persons': 10, 'settlement.persons@2023': b, 'rates.year': 2018, ...stay, ...adults },
      });
      const modelled = years.map((year) => sumOf(lines, 'integration_grant', year) / 1000);
      for (const [at, amount] of modelled.entries()) expect(amount).toBeCloseTo(byHand[at] ?? NaN, 6);
      expect(modelled.map((amount) => Math.round(amount))).toEqual(expected);
      expect(modelled.indexOf(Math.max(...modelled))).toBe(1);
      for (const at of [2, 3, 4]) expect(modelled[at]).toBeLessThan(modelled[at - 1] ?? NaN);
    },
  );

  it('HER-07: of the 62 only 2 219 600 is left in 2027, nothing after; the ten a year leave 5 671 000 in 2028', () => {
    const { lines } = run({
      first_year: 2024,
      years: 4,
      opening: [adult(2022, 31), adult(2023, 31)],
      parameters: { 'settlement.persons': 10, 'rates.year': 2018, ...stay, ...adults },
    });
    const grants = lines.filter(({ item }) => item.startsWith('integration_grant'));
    const of62 = grants.filter(({ settlement_year }) => (settlement_year ?? 0) <= 2023);
    expect(sumOf(of62, 'integration_grant', 2027)).toBeCloseTo(31 * 71_600, 4);
    expect(of62.filter(({ year }) => year > 2027)).toEqual([]);
    const tail = [2028, 2029, 2030, 2031].map((year) => Math.round(sumOf(grants, 'integration_grant', year)));
    expect(tail).toEqual([5_671_000, 3_281_000, 1_571_000, 716_000]);
    expect(grants.filter(({ year }) => year >= 2028).every((line) => line.tail)).toBe(true);
  });

  it('HER-08: five employees are heads; no posts are made of them (Flyktning og integreringstjenesten)', () => {
    expect(figureOf(figures, 'staff.employees')).toMatchObject({ value: 5, unit: 'heads' });
    expect(figures.filter(({ unit }) => unit === 'posts')).toEqual([]);
    expect(findings).toContainEqual(expect.objectContaining({ code: 'heads-without-posts', found: '5' }));
  });

  it('HER-09: those of 18 to 55 take part, for two years, by age in the calendar year (Voksenopplæringen)', () => {
    expect([valueIn(figures, 'rules.programme_age', 'from'), valueIn(figures, 'rules.programme_age', 'to')]).toEqual([
      18, 55,
    ]);
    const peaks = (band: string, oldest: number) =>
      run({
        first_year: 2024,
        years: 4,
        parameters: {
          ...stay,
          ...twoYears,
          'programme.age_max': oldest,
          'settlement.persons@2024': 31,
          'settlement.month.1': 1,
          'settlement.mix.adult': 1,
          [`settlement.age.adult.${band}`]: 1,
          'settlement.permit.ordinary': 1,
        },
      }).forecast.people.map((row) => row.participants_peak);
    // 31 single years of age, one of which turns 56 the year after.
    const [first, second, third] = peaks('25-55', 55);
    expect(first).toBeCloseTo(31, 9);
    expect(second).toBeCloseTo(30, 9);
    expect(third).toBeCloseTo(0, 9);
    expect(peaks('56-59', 55).every((persons) => persons === 0)).toBe(true);
    expect(peaks('56-59', 60)[0]).toBeCloseTo(31, 9);
  });

  it('HER-10: an offer to ten without a right adds ten pupils and their cost (Voksenopplæringen)', () => {
    const given = (persons: number) =>
      run({
        first_year: 2024,
        years: 2,
        opening: [adult(2023, 20)],
        parameters: { ...stay, ...twoYears, ...december, 'education.without_right': persons },
      });
    const [none, ten] = [given(0), given(10)];
    expect(none.forecast.people[0]?.pupils_peak).toBeCloseTo(20, 9);
    expect(ten.forecast.people[0]?.pupils_peak).toBeCloseTo(30, 9);
    const material = ({ lines }: typeof none) =>
      lines.find(({ item, year }) => item === 'education.material' && year === 2024);
    expect(material(none)?.quantity).toBeCloseTo(20, 9);
    expect(material(ten)?.quantity).toBeCloseTo(30, 9);
    expect(sumOf(ten.lines, 'education.', 2024)).toBeGreaterThan(sumOf(none.lines, 'education.', 2024));
    expect(ten.forecast.people[0]?.participants_peak).toBe(none.forecast.people[0]?.participants_peak);
  });

  it('HER-11: language and work practice is a capacity: ten needed and four free are six short', () => {
    const { forecast } = run({
      first_year: 2024,
      years: 1,
      opening: [adult(2023, 20)],
      parameters: { ...stay, ...twoYears, ...december, 'practice.share': 0.5, 'practice.free_places': 4 },
    });
    const practice = placesRows(forecast).find(({ kind, year }) => kind === 'practice' && year === 2024);
    expect(practice).toMatchObject({ free: 4, short: 6 });
    expect(practice?.needed).toBeCloseTo(10, 9);
  });

  it('HER-12: when they come, how many and what families are settings (Utfordringer fremover)', () => {
    const given = (parameters: Record<string, number>) =>
      run({ first_year: 2024, years: 1, parameters: { ...stay, ...adults, 'settlement.persons': 20, ...parameters } });
    const [whole, half] = [given({}), given({ 'settlement.realisation': 0.5 })];
    expect(whole.forecast.people[0]?.settled).toBe(20);
    expect(half.forecast.people[0]?.settled).toBe(10);
    const benefit = (month: number) => sumOf(given({ [`settlement.month.${month}`]: 1 }).lines, 'introduction_benefit');
    expect(benefit(1)).toBeGreaterThan(0);
    expect(sumOf(given({ 'settlement.month.12': 1 }).lines, 'introduction_benefit', 2024)).toBe(0);
    const dwellings = (share: number) =>
      given({ 'household.couple_share': share }).forecast.capacity[0]?.dwellings ?? NaN;
    // Ten households of two, or twenty lone parents, of which 35 % live in the municipality's dwellings.
    expect(dwellings(1)).toBeLessThan(dwellings(0));
  });

  it('HER-13: the age chart is an image; its figure is unknown and not zero (Innvandrere i Herøy)', () => {
    expect(figureOf(figures, 'immigrants.by_age')).toMatchObject({ value: null, mark: 'image_only', year: 2022 });
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'figure-in-image', severity: 'warning', path: 'immigrants.by_age 2022' }),
    );
  });

  it('HER-14: no file of figures has a column for names, or anything that identifies a person', () => {
    const files = filesOf('data/documents', '.csv');
    expect(files.length).toBeGreaterThanOrEqual(5);
    for (const file of files) {
      const lines = textOf(file).trim().split('\n');
      const cells = lines.map((line) => line.split(','));
      expect({ file, found: identifierIn(cells[0] ?? [], cells.slice(1)) }).toEqual({ file, found: [] });
      expect(cells[0]).toEqual([
        'municipality',
        'year',
        'table',
        'measure',
        'group',
        'value',
        'unit',
        'bound',
        'definition',
        'mark',
        'source',
        'place',
      ]);
    }
    const [head, first] = textOf('data/documents/heroy-2024.csv').split('\n');
    const withName = readDocument(`${head},navn\n${first},\n`);
    expect(withName.figures).toEqual([]);
    expect(withName.findings).toMatchObject([{ code: 'personal-data', severity: 'error' }]);
  });

  it('HER-15: requested, voted and settled are three series (Bosetting)', () => {
    const { forecast } = run({
      first_year: 2024,
      years: 1,
      parameters: {
        ...stay,
        'settlement.requested': 15,
        'settlement.persons': 10,
        'settlement.realisation': 0.8,
      },
    });
    expect(forecast.people[0]).toMatchObject({ requested: 15, voted: 10, settled: 8 });
  });
});
