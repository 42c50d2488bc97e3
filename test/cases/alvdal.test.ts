import { describe, expect, it } from 'vitest';
import { readAccounts } from '$lib/ingest/accounts-file';
import { counterpartLines } from '$lib/model/ledger';
import { placesRows, postsRows } from '$lib/model/reports';
import { textOf } from '../repository-scenario';
import { run, sumOf } from '../run-scenario';
import { adult, adults, documentOf, figureOf, stay, twoYears, valueIn } from './given';

const december = { 'settlement.month.12': 1 };
const rates = { 'rates.year': 2018 };

/** Ten pupils all through 2018, taught in the programme. */
function tenPupils(parameters: Record<string, number | string>) {
  return run({
    first_year: 2018,
    years: 1,
    opening: [adult(2017, 10)],
    parameters: { ...stay, ...twoYears, ...december, ...rates, 'staff.teacher.opening': 0, ...parameters },
  });
}

describe('Alvdal, annual report 2018, 5.8', () => {
  const { figures, findings } = documentOf('alvdal-2018');
  const { rows } = readAccounts(textOf('data/accounts/3428.csv'));
  const amount = (item: string, year: number, version = 'regnskap') =>
    rows.find((row) => row.item === item && row.year === year && row.version === version)?.amount ?? NaN;

  it.each([
    ['ALV-01: costs', 'cost', [9172, 10_247, 10_049], 12_964],
    ['ALV-02: income', 'income', [9172, 10_247, 9278], 12_938],
    ['ALV-03: net', 'net', [0, 0, 771], 26],
  ])('%s of 2016-2018 and the budget of 2018, in thousands (Økonomi)', (_, item, accounts, budget) => {
    expect([2016, 2017, 2018].map((year) => amount(item, year))).toEqual(accounts);
    expect(amount(item, 2018, 'budsjett')).toBe(budget);
    expect(rows.find((row) => row.item === item)?.unit).toBe('1000 NOK');
  });

  it('ALV-01, ALV-02, ALV-03: the deviations are 2 915, -3 660 and -745, and cost less income is net', () => {
    for (const [version, year] of [
      ['regnskap', 2016],
      ['regnskap', 2017],
      ['regnskap', 2018],
      ['budsjett', 2018],
    ] as const)
      expect(amount('cost', year, version) - amount('income', year, version)).toBe(amount('net', year, version));
    expect(amount('cost', 2018, 'budsjett') - amount('cost', 2018)).toBe(2915);
    expect(amount('income', 2018) - amount('income', 2018, 'budsjett')).toBe(-3660);
    expect(amount('net', 2018, 'budsjett') - amount('net', 2018)).toBe(-745);
  });

  it('ALV-05: the model’s costs split into teaching and the rest of the service, which add up', () => {
    const { lines, forecast } = tenPupils({});
    const costs = lines.filter((line) => line.year === 2018 && line.side === 'cost' && line.tag === 'extra');
    const teaching = sumOf(costs, 'education.');
    const programme = sumOf(costs, 'introduction_benefit') + sumOf(costs, 'staff.');
    expect(teaching).toBeGreaterThan(0);
    expect(programme).toBeGreaterThan(0);
    const rest = sumOf(
      costs.filter(({ item }) => !item.startsWith('education.')),
      '',
    );
    expect(teaching + rest).toBeCloseTo(forecast.result[0]?.cost ?? NaN, 4);
  });

  it.each([
    ['per_place', 1_000_000],
    ['pupils', 1_500_000],
    ['inhabitants', 1_200_000],
    ['fixed_variable', 1_300_000],
  ])('ALV-06: with Tynset as host and the key %s Alvdal pays %i for ten pupils (Kommentarer)', (key, expected) => {
    // 10 x 100 000; 6 million x 10 / 40; 6 million x 20 %; 300 000 + 10 x 100 000.
    const host = {
      'education.places_bought_share': 1,
      'education.host.key': key,
      'education.host.place_price@2018': 100_000,
      'education.host.cost@2018': 6_000_000,
      'education.host.pupils': 30,
      'education.host.inhabitants_share': 0.2,
      'education.host.fixed@2018': 300_000,
    };
    const { lines, forecast } = tenPupils(host);
    expect(forecast.people[0]?.pupils_peak).toBeCloseTo(0, 9);
    expect(sumOf(lines, 'education.places_bought', 2018)).toBeCloseTo(expected, 2);
    const mirrored = counterpartLines(lines).filter(({ item, year }) => item === 'host_income' && year === 2018);
    expect(mirrored).toMatchObject([{ side: 'income', amount: expect.closeTo(expected, 2) }]);
    const least = tenPupils({ ...host, 'education.host.minimum@2018': 2_000_000 }).lines;
    expect(sumOf(least, 'education.places_bought', 2018)).toBeCloseTo(2_000_000, 2);
  });

  it('ALV-07: whether the grants may cover teaching’s deficit decides who carries it, not what it costs (Kommentarer)', () => {
    const given = (covers: string) =>
      tenPupils({
        'education.places_bought_share': 1,
        'education.host.place_price@2018': 200_000,
        'fund.covers_education': covers,
      });
    const [yes, no] = [given('yes'), given('no')];
    const teaching = (item: string) => sumOf(yes.lines, item, 2018);
    const deficit = teaching('education.') - teaching('language_grant.') - teaching('host_income');
    expect(deficit).toBeGreaterThan(0);
    expect(no.forecast.result[0]?.net).toBe(yes.forecast.result[0]?.net);
    expect(yes.forecast.result[0]?.balance).toBeCloseTo(0, 4);
    expect(no.forecast.result[0]?.balance).toBeCloseTo(-deficit, 4);
    expect((no.forecast.result[0]?.fund ?? NaN) - (yes.forecast.result[0]?.fund ?? NaN)).toBeCloseTo(deficit, 4);
  });

  it.each([
    [2018, 3, 2.6, 2, 1],
    [2017, 4, 3.2, 2, 2],
    [2016, 4, 2.8, 2, 2],
  ])(
    'ALV-08: in %i %i employees in %d posts, %i full-time and %i part-time (Antall årsverk)',
    (year, all, posts, full, part) => {
      const staff = (measure: string, group = '') => valueIn(figures, `staff.${measure}`, group, year);
      expect([
        staff('employees', 'all'),
        staff('posts'),
        staff('employees', 'full_time'),
        staff('employees', 'part_time'),
      ]).toEqual([all, posts, full, part]);
      expect(full + part).toBe(all);
      expect([amount('staff.heads', year), amount('staff.posts', year)]).toEqual([all, posts]);
      expect(findings.filter(({ code }) => code === 'heads-without-posts')).toEqual([]);
    },
  );

  it('ALV-09: 6 received, 31 in the programme, 12 through it, 16 in practice and one family reunified in 2018', () => {
    const of = (name: string, group = '') => valueIn(figures, name, group, 2018);
    expect([
      of('settled.received'),
      of('programme.participants'),
      of('programme.completed', 'all'),
      of('practice.places'),
      of('moves.family_immigration'),
    ]).toEqual([6, 31, 12, 16, 1]);
    expect(figureOf(figures, 'moves.family_immigration').unit).toBe('family');
  });

  it('ALV-10: outcomes of 2, 2, 7, 2 and 1 are 14 of 12: an overlap that is said and not forced to fit', () => {
    const groups = ['full_job', 'summer_job', 'upper_secondary', 'adult_primary', 'moved'];
    const outcomes = groups.map((group) => valueIn(figures, 'programme.completed', group, 2018));
    expect(outcomes).toEqual([2, 2, 7, 2, 1]);
    expect(findings).toContainEqual(
      expect.objectContaining({
        code: 'parts-exceed-whole',
        severity: 'warning',
        path: 'programme.completed 2018',
        found: '14',
        allowed: '12',
      }),
    );
  });

  it('ALV-11: ten persons and two families moved out, which are not added together', () => {
    const moved = figures.filter(({ measure }) => measure === 'moved_out');
    expect(moved.map(({ value, unit }) => [value, unit])).toEqual([
      [10, 'person'],
      [2, 'family'],
    ]);
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'mixed-units', path: 'moves.moved_out 2018', found: '10 person, 2 family' }),
    );
  });

  it('ALV-12: with a third year for half of them, five of ten are still in the programme in the third year', () => {
    const third = (share: number) =>
      run({
        first_year: 2018,
        years: 3,
        parameters: {
          ...stay,
          ...adults,
          ...twoYears,
          ...rates,
          'settlement.persons@2018': 10,
          'settlement.month.1': 1,
          'programme.extension': share,
        },
      }).forecast.people[2]?.participants_peak;
    expect(third(0)).toBeCloseTo(0, 9);
    expect(third(0.5)).toBeCloseTo(5, 9);
  });

  it('ALV-13: families from camps take more follow-up and more interpreting, each a price or an hour that is set', () => {
    const given = (parameters: Record<string, number>) =>
      run({
        first_year: 2018,
        years: 1,
        parameters: { ...stay, ...adults, ...rates, 'settlement.persons': 10, 'settlement.month.1': 1, ...parameters },
      }).lines;
    const [base, more] = [given({}), given({ 'housing.follow_up@2018': 20_000, 'interpreter.hours.year1': 48 })];
    const follow = (lines: typeof base) =>
      lines.find(({ item, year }) => item === 'housing.follow_up' && year === 2018);
    const hours = (lines: typeof base) => lines.find(({ item, year }) => item === 'interpreter.hours' && year === 2018);
    expect(follow(more)?.unit_price).toBeCloseTo(20_000, 6);
    expect(follow(more)?.quantity).toBe(follow(base)?.quantity);
    expect(hours(base)?.quantity).toBeCloseTo(240, 6);
    expect(hours(more)?.quantity).toBeCloseTo(480, 6);
  });

  it('ALV-14: 11.9 participants a post and 324 000 a participant, of programme and teaching together', () => {
    const participants = valueIn(figures, 'programme.participants', '', 2018) ?? NaN;
    const posts = valueIn(figures, 'staff.posts', '', 2018) ?? NaN;
    expect(participants / posts).toBeCloseTo(11.9, 1);
    expect(Math.round(amount('cost', 2018) / participants)).toBe(324);
  });

  it('ALV-15: when fewer come, posts are paid beyond need, and fewer practice places are needed', () => {
    const { forecast } = run({
      first_year: 2018,
      years: 4,
      opening: [adult(2017, 31)],
      parameters: { ...stay, ...twoYears, ...december, ...rates, 'practice.share': 0.5, 'staff.notice': 6 },
    });
    const advisers = postsRows(forecast).filter(({ group }) => group === 'adviser');
    const year = (of: number) => advisers.find((row) => row.year === of);
    expect(year(2018)?.paid).toBeCloseTo(year(2018)?.needed ?? NaN, 9);
    // The programme ends with November 2019; the posts are paid for six months more.
    expect(year(2020)?.needed).toBe(0);
    expect(year(2020)?.paid).toBeGreaterThan(0);
    const practice = placesRows(forecast).filter(({ kind }) => kind === 'practice');
    expect(practice[0]?.needed).toBeCloseTo(15.5, 9);
    expect(practice[2]?.needed).toBeCloseTo(0, 9);
  });
});
