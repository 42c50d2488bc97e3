import { describe, expect, it } from 'vitest';
import { readCohort } from '$lib/ingest/cohort-file';
import { dwellingRows, placesRows, postsRows } from '$lib/model/reports';
import { counterpartLines } from '$lib/model/ledger';
import { forecastOf } from '$lib/model/plan';
import { optionAt, valueAt } from '$lib/model/resolve';
import { warningsOf } from '$lib/model/warnings';
import { planOfFile, textOf } from '../repository-scenario';
import { run, sumOf } from '../run-scenario';
import { adult, adults, documentOf, figureOf, planFor, stay, twoYears, valueIn } from './given';

const rates = { 'rates.year': 2018 };
const of2018 = { first_year: 2018, years: 1 };
const january = { 'settlement.month.1': 1 };
const NINE = ['sel', 'nord-fron', 'vaga', 'ringebu', 'lesja', 'skjak', 'dovre', 'lom', 'sor-fron'];

/** Persons of one category and age band settled in January 2018. */
function settled(persons: number, category: string, band: string, more: Record<string, number | string> = {}) {
  return run({
    ...of2018,
    parameters: {
      ...stay,
      ...rates,
      ...january,
      'settlement.persons': persons,
      'settlement.permit.ordinary': 1,
      [`settlement.mix.${category}`]: 1,
      [`settlement.age.${category}.${band}`]: 1,
      ...more,
    },
  });
}

describe('Midt- og Nord-Gudbrandsdal, guidelines 2018', () => {
  const { figures } = documentOf('gudbrandsdal-2018');

  it('MNG-01: nine municipalities since 2001 (Forord, 4)', () => {
    expect([valueIn(figures, 'group.municipalities'), valueIn(figures, 'group.cooperation_from')]).toEqual([9, 2001]);
    const [head = '', ...lines] = textOf('data/municipalities.csv').trim().split('\n');
    const [name, group, to] = ['name', 'group', 'valid_to'].map((column) => head.split(',').indexOf(column));
    const members = lines
      .map((line) => line.split(','))
      .filter((cells) => cells[group ?? -1] === 'nord-gudbrandsdal' && cells[to ?? -1] === '')
      .map((cells) => cells[name ?? -1]);
    expect(new Set(members)).toEqual(
      new Set(['Sel', 'Nord-Fron', 'Vågå', 'Ringebu', 'Lesja', 'Skjåk', 'Dovre', 'Lom', 'Sør-Fron']),
    );
    expect(members).toHaveLength(9);
  });

  it.each([
    ['single_adult', '25-55', 237_000],
    ['adult', '25-55', 187_000],
    ['child', '6-15', 187_000],
    ['unaccompanied_minor', '6-15', 187_000],
  ])('MNG-02: year 1 of 2018 is for one %s of %s %i (3.1)', (category, band, expected) => {
    expect(sumOf(settled(1, category, band).lines, 'integration_grant.year1', 2018)).toBe(expected);
  });

  it('MNG-02: years 2 to 5 of 2018 are 239 000, 171 000, 85 500 and 71 600; once 25 800 and 164 200 (3.1)', () => {
    const { lines } = run({
      ...of2018,
      opening: [2014, 2015, 2016, 2017].map((year) => adult(year, 1)),
      parameters: { ...stay, ...rates },
    });
    const amounts = [2, 3, 4, 5].map((d) => sumOf(lines, `integration_grant.year${d}`, 2018));
    expect(amounts).toEqual([239_000, 171_000, 85_500, 71_600]);
    expect(187_000 + amounts.reduce((a, b) => a + b)).toBe(754_100);
    expect(237_000 + amounts.reduce((a, b) => a + b)).toBe(804_100);
    expect(sumOf(settled(1, 'child', '0-5').lines, 'kindergarten_grant')).toBe(25_800);
    expect(sumOf(settled(1, 'adult', '60+').lines, 'elderly_grant')).toBe(164_200);
  });

  it.each([
    [0, [13_600, 24_100, 15_000], 52_700],
    [1, [31_900, 62_300, 43_350], 137_550],
  ])('MNG-03: with a share of %i in the high band a person brings %j in three years (3.1)', (share, byYear, sum) => {
    const { lines } = settled(1, 'adult', '25-55', { 'language_grant.high_share': share });
    const amounts = [2018, 2019, 2020].map((year) => sumOf(lines, 'language_grant.person', year));
    for (const [at, amount] of amounts.entries()) expect(amount).toBeCloseTo(byYear[at] ?? NaN, 4);
    expect(sumOf(lines, 'language_grant.person')).toBeCloseTo(sum, 4);
  });

  it('MNG-04: the base grant is 185 000 for 1-3 and 575 000 for 4-150 on 15 January, nothing for 0 and above (3.1)', () => {
    const base = [0, 1, 3, 4, 150, 151].map((persons) =>
      sumOf(
        run({
          ...of2018,
          opening: persons > 0 ? [adult(2017, persons)] : [],
          parameters: { ...stay, ...rates },
        }).lines,
        'language_grant.base',
        2018,
      ),
    );
    expect(base).toEqual([0, 185_000, 185_000, 575_000, 575_000, 0]);
    expect((base[3] ?? NaN) - (base[2] ?? NaN)).toBe(390_000);
  });

  it('MNG-04: the base grant is for three years (3.1)', () => {
    const { lines } = run({
      first_year: 2018,
      years: 4,
      opening: [adult(2017, 10)],
      parameters: { ...stay, ...rates },
    });
    // Settled in 2017: counted on 15 January of 2018 and 2019, in grant years 2 and 3.
    expect([2018, 2019, 2020].map((year) => sumOf(lines, 'language_grant.base', year))).toEqual([575_000, 575_000, 0]);
  });

  const specialNeeds = {
    'special_needs.share': 1,
    'special_needs.cost.1': 500_000,
    'special_needs.cost.2': 2_000_000,
  };

  it('MNG-05: grant 1 is 190 800 and grant 2 at most 1 235 000 a year for five years, never for family (3.1)', () => {
    const { lines } = settled(1, 'adult', '25-55', specialNeeds);
    expect(sumOf(lines, 'special_needs_grant.1')).toBeCloseTo(190_800, 4);
    expect(sumOf(lines, 'special_needs_grant.2')).toBeCloseTo(5 * 1_235_000, 4);
    const family = settled(1, 'adult', '25-55', { ...specialNeeds, 'family_immigration.rate': 0.5 }).lines;
    expect(sumOf(family, 'special_needs_grant')).toBeCloseTo(190_800 + 5 * 1_235_000, 4);
  });

  it('MNG-05: the deadline is 13 months, one year in 2015: the rule of each year is kept (3.1)', () => {
    const { parameters } = planFor({ first_year: 2015 });
    expect(valueAt(parameters, 'special_needs.deadline', 2018)).toBe(
      valueIn(figures, 'rules.special_needs_application'),
    );
    expect(valueAt(parameters, 'special_needs.deadline', 2015)).toBe(12);
    const granted = (months: number) =>
      sumOf(
        settled(1, 'adult', '25-55', { ...specialNeeds, 'special_needs.application_months': months }).lines,
        'special_needs_grant',
      );
    expect(granted(13) - granted(14)).toBeCloseTo(190_800 + 1_235_000, 4);
  });

  it('MNG-06: the benefit is 2 G a year, a month a twelfth, below 25 two thirds, less what is absent (3.2)', () => {
    const benefit = (band: '25-55' | '18-24', absence = 0) =>
      run({
        ...of2018,
        opening: [{ ...adult(2017, 21), age_band: band }],
        parameters: {
          ...stay,
          ...twoYears,
          ...rates,
          'settlement.month.12': 1,
          'introduction_benefit.with_parents_share': 0,
          'programme.absence': absence,
        },
      }).lines.filter(({ item, year }) => item === 'introduction_benefit' && year === 2018);
    const prices = (lines: ReturnType<typeof benefit>) =>
      [...new Set(lines.map(({ unit_price }) => Math.round((unit_price ?? NaN) * 100) / 100))].sort((a, b) => a - b);
    // G 93 634 to April and 96 883 from May 2018.
    const month = (basic: number) => Math.round(((2 * basic) / 12) * 100) / 100;
    expect(prices(benefit('25-55'))).toEqual([month(93_634), month(96_883)]);
    expect(prices(benefit('18-24'))).toContain(Math.round(((month(96_883) * 2) / 3) * 100) / 100);
    expect(sumOf(benefit('25-55'), '') / 21).toBeCloseTo(2 * ((4 * 93_634 + 8 * 96_883) / 12), 0);
    expect(sumOf(benefit('25-55', 0.1), '')).toBeCloseTo(0.9 * sumOf(benefit('25-55'), ''), 2);
  });

  it.each([
    ['a single', 1, { 'settlement.mix.single_adult': 1, 'household.sharing_share': 0 }, 48_000],
    ['a couple', 2, { 'settlement.mix.adult': 1, 'household.couple_share': 1 }, 61_000],
    [
      'a couple with two children',
      4,
      { 'settlement.mix.adult': 0.5, 'settlement.mix.child': 0.5, 'household.couple_share': 1 },
      87_000,
    ],
    ['a sharer', 1, { 'settlement.mix.single_adult': 1, 'household.sharing_share': 1 }, 30_500],
  ])(
    'MNG-07: furniture and clothing of %s (%i persons) are as the guidelines’ ceilings (3.2)',
    (_, persons, given, expected) => {
      const { lines } = run({
        ...of2018,
        parameters: { ...stay, ...rates, ...january, 'settlement.persons': persons, ...given },
      });
      const items = ['single', 'couple', 'shared', 'child', 'clothing'].map((name) => `establishment.${name}`);
      expect(items.reduce((sum, item) => sum + sumOf(lines, item, 2018), 0)).toBeCloseTo(expected, 4);
    },
  );

  it('MNG-08: a family member who comes later brings furniture of 5 000 and clothing of 8 000, for five years (3.2)', () => {
    expect(figureOf(figures, 'rules.family_establishment')).toMatchObject({ value: 5, bound: 'at_most' });
    const { lines, forecast } = run({
      first_year: 2018,
      years: 5,
      opening: [adult(2017, 10)],
      parameters: { ...rates, 'relocation.out': 0, 'family_immigration.rate': 0.5, 'prices.year': 2018 },
    });
    const joined = forecast.people
      .map(({ year, family }) => [year, family] as const)
      .filter(([, family]) => family > 0);
    // Sponsors of 2017 bring family in their grant years 2 to 5.
    expect(joined.map(([year]) => year)).toEqual([2018, 2019, 2020, 2021]);
    for (const [year, family] of joined) {
      expect(sumOf(lines, 'establishment.family', year)).toBeCloseTo(5_000 * family, 4);
      expect(sumOf(lines, 'establishment.clothing', year)).toBeCloseTo(8_000 * family, 4);
    }
  });

  it('MNG-09: one activity a child is paid the first two years, and may be paid three more (3.2)', () => {
    expect(valueIn(figures, 'rules.leisure_paid')).toBe(2);
    expect(valueIn(figures, 'rules.leisure_may_be_paid_further')).toBe(3);
    const years = (paid?: number) =>
      settled(4, 'child', '6-15', paid === undefined ? {} : { 'establishment.leisure_years': paid })
        .lines.filter(({ item }) => item === 'establishment.leisure')
        .map(({ year }) => year);
    expect(years()).toEqual([2018, 2019]);
    expect(years(2 + 3)).toEqual([2018, 2019, 2020, 2021, 2022]);
  });

  it('MNG-10: kindergarten within three months, else a childminder for each child without a place (2.7)', () => {
    const { parameters } = planFor({ first_year: 2018 });
    expect(valueAt(parameters, 'kindergarten.deadline', 2018)).toBe(valueIn(figures, 'rules.kindergarten_place'));
    expect(valueAt(parameters, 'school.deadline', 2018)).toBe(valueIn(figures, 'rules.school_place'));
    expect(valueIn(figures, 'rules.first_team_meeting')).toBe(3);
    expect(figureOf(figures, 'rules.individual_plan_reviews')).toMatchObject({ value: 2, bound: 'at_least' });
    // Six of 0-5 settled in January, one of each age; five of them are 1-5.
    const given = (free: number) =>
      settled(6, 'child', '0-5', {
        'kindergarten.attendance': 1,
        'kindergarten.free_places': free,
        'kindergarten.childminder@2018': 100_000,
      });
    const { lines, forecast } = given(2);
    expect(placesRows(forecast).find(({ kind, year }) => kind === 'kindergarten' && year === 2018)).toMatchObject({
      needed: expect.closeTo(5, 9),
      short: 3,
    });
    expect(sumOf(lines, 'kindergarten.childminder', 2018)).toBeCloseTo(300_000, 4);
    expect(sumOf(given(5).lines, 'kindergarten.childminder', 2018)).toBe(0);
  });

  it('MNG-11: adult primary school, bilingual assistants and interpreting are settings (2.6-2.8, 2.12)', () => {
    const given = (parameters: Record<string, number>) =>
      run({
        first_year: 2018,
        years: 1,
        opening: [adult(2017, 30)],
        parameters: { ...stay, ...twoYears, 'settlement.month.12': 1, ...parameters },
      });
    const assistants = (ratio: number) =>
      postsRows(given({ 'staff.bilingual_assistant.ratio': ratio }).forecast).find(
        ({ group, year }) => group === 'bilingual_assistant' && year === 2018,
      )?.needed;
    expect(assistants(60)).toBeCloseTo(0.5, 9);
    expect(assistants(30)).toBeCloseTo(1, 9);
    const hour = given({ 'interpreter.price@2018': 1_000 }).lines.find(
      ({ item, year }) => item === 'interpreter.hours' && year === 2018,
    );
    expect(hour?.unit_price).toBeCloseTo(1_000, 6);
    const primary = (months: number) =>
      run({
        first_year: 2018,
        years: 2,
        opening: [adult(2016, 30)],
        parameters: {
          ...stay,
          ...twoYears,
          'settlement.month.12': 1,
          'programme.outcome.work': 0.5,
          'programme.outcome.adult_primary': 0.5,
          'education.adult_primary_months': months,
        },
      }).forecast.people[1]?.pupils_peak;
    // Thirty are through the programme at the end of 2018; half of them go on to primary school.
    expect(primary(0)).toBeCloseTo(0, 9);
    expect(primary(24)).toBeCloseTo(15, 9);
  });

  it('MNG-12: a joint offer is shared by pupils, by inhabitants or by a fixed and a variable part (2.3)', () => {
    const { parameters } = planFor({ first_year: 2018, parameters: { 'education.host.key': 'pupils' } });
    expect(optionAt(parameters, 'education.host.key', 2018)).toBe('pupils');
    // Three municipalities of 4, 6 and 10 pupils in one class of 2 million.
    const share = (own: number) => {
      const { lines } = run({
        ...of2018,
        opening: [adult(2017, own)],
        parameters: {
          ...stay,
          ...twoYears,
          'settlement.month.12': 1,
          'education.places_bought_share': 1,
          'education.host.key': 'pupils',
          'education.host.cost@2018': 2_000_000,
          'education.host.pupils': 20 - own,
        },
      });
      const paid = sumOf(lines, 'education.places_bought', 2018);
      expect(counterpartLines(lines)).toContainEqual(
        expect.objectContaining({ year: 2018, item: 'host_income', amount: expect.closeTo(paid, 4) }),
      );
      return Math.round(paid);
    };
    expect([4, 6, 10].map(share)).toEqual([400_000, 600_000, 1_000_000]);
  });

  it('MNG-13: nine municipalities stand in one form, share the defaults and set only what is their own (Forord)', () => {
    const plans = NINE.map(planOfFile);
    expect(plans).toHaveLength(9);
    for (const { parameters } of plans) {
      expect(valueAt(parameters, 'grants.integration.year1.adult', 2024)).toBe(194_400);
      expect(valueAt(parameters, 'establishment.clothing', 2024)).toBe(
        valueAt(plans[0]?.parameters ?? parameters, 'establishment.clothing', 2024),
      );
    }
    const votes = plans.map(({ parameters }) => valueAt(parameters, 'settlement.persons', 2024));
    expect(new Set(votes).size).toBeGreaterThan(1);
  });

  it('MNG-14: dwellings needed, short and let to tenants follow the vote (2.10)', () => {
    const given = (persons: number) =>
      run({
        ...of2018,
        parameters: {
          ...stay,
          ...rates,
          ...january,
          'settlement.persons': persons,
          'settlement.mix.single_adult': 1,
          'household.sharing_share': 0,
          'dwellings.municipal_share': 1,
          'dwellings.owned.1': 4,
          'dwellings.owned.2': 0,
          'dwellings.owned.3-4': 0,
          'dwellings.owned.5+': 0,
          'housing.rent.1@2018': 60_000,
          'housing.lease_price.1@2018': 72_000,
        },
      });
    const small = ({ forecast }: ReturnType<typeof run>) =>
      dwellingRows(forecast).find(({ size, year }) => size === '1' && year === 2018);
    expect(small(given(4))).toMatchObject({ needed: 4, owned: 4, short: 0, leased: 0 });
    const ten = given(10);
    expect(small(ten)).toMatchObject({ needed: 10, owned: 4, short: 6 });
    expect(sumOf(ten.lines, 'housing.leases', 2018)).toBeCloseTo(6 * 72_000, 4);
    expect(sumOf(ten.lines, 'housing.rent_income', 2018)).toBeCloseTo(6 * 60_000, 4);
  });

  it.each([
    'Fødsels- og personnummer (11 siffer)',
    'Dufnummer',
    'Duf-nummer',
    'Etternavn',
    'Fornavn',
    'Navn',
    'Adresse',
    'Telefon/mobilnummer',
    'Personnummer',
  ])('MNG-15: a file with the survey form’s field %s is refused and nothing of it is kept (Vedlegg 2)', (heading) => {
    const { rows, findings } = readCohort(
      `settlement_year,permit,category,age_band,persons,${heading}\n2017,ordinary,adult,25-55,1,x\n`,
    );
    expect(rows).toEqual([]);
    expect(findings).toMatchObject([{ code: 'personal-data', severity: 'error', found: 'heading' }]);
  });

  it.each(['Sivilstand', 'Statsborgerskap', 'Familiemedlemmer i din husstand', 'Helse'])(
    'MNG-15: a file with the survey form’s field %s is refused as unknown (Vedlegg 2)',
    (heading) => {
      const { rows, findings } = readCohort(
        `settlement_year,permit,category,age_band,persons,${heading}\n2017,ordinary,adult,25-55,1,x\n`,
      );
      expect(rows).toEqual([]);
      expect(findings).toMatchObject([{ severity: 'error' }]);
    },
  );

  it('MNG-16: grants are paid for five years at most, and rates past their year are said to be carried forward (3.1, 4)', () => {
    expect(figureOf(figures, 'rules.grant_years')).toMatchObject({ value: 5, bound: 'at_most' });
    expect(valueIn(figures, 'rules.revise_by')).toBe(2022);
    const { lines } = settled(10, 'adult', '25-55');
    const years = lines.filter(({ item }) => item.startsWith('integration_grant')).map(({ year }) => year);
    expect(years).toEqual([2018, 2019, 2020, 2021, 2022]);
    const plan = planFor({ first_year: 2026, parameters: { ...stay, 'settlement.persons': 10 } });
    const warnings = warningsOf(forecastOf(plan), plan.opening, plan.parameters, true);
    const carried = warnings.find(({ code }) => code === 'rate-carried-forward');
    expect(carried?.parameters).toContain('grants.integration.year1.adult');
    expect(carried?.years).toContain(2026);
  });

  it('MNG-17: at the same rates ten a year are 7 541 000, forty 30 164 000, and ten leave 11 239 000 after', () => {
    const steady = (persons: number) =>
      sumOf(
        run({
          ...of2018,
          opening: [2014, 2015, 2016, 2017].map((year) => adult(year, persons)),
          parameters: { ...stay, ...adults, ...rates, 'settlement.persons': persons },
        }).lines,
        'integration_grant',
        2018,
      );
    expect(steady(10)).toBeCloseTo(7_541_000, 4);
    expect(steady(40)).toBeCloseTo(30_164_000, 3);
    const { lines } = run({
      first_year: 2018,
      parameters: { ...stay, ...adults, ...rates, 'settlement.persons': 10 },
    });
    const tail = lines.filter((line) => line.tail && line.item.startsWith('integration_grant'));
    expect(sumOf(tail, 'integration_grant')).toBeCloseTo(11_239_000, 3);
  });
});
