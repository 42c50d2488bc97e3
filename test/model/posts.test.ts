import { describe, expect, it } from 'vitest';
import type { CohortRow } from '$lib/model/cohort';
import { postsRows, type PostsRow } from '$lib/model/reports';
import type { Scenario } from '$lib/model/scenario';
import { GROUP_NAMES, type Group } from '$lib/model/staffing';
import { run } from '../run-scenario';

/** Settled in January, nobody moves, all take part and are taught at one level for two years. */
const base = {
  'relocation.out': 0,
  'family_immigration.rate': 0,
  'settlement.month.1': 1,
  'settlement.permit.ordinary': 1,
  'programme.participation': 1,
  'programme.start_lag': 0,
  'programme.age_max': 70,
  'programme.duration.months24': 1,
  'programme.extension': 0,
  'programme.outcome.adult_primary': 0,
  'education.level.a1': 1,
  'education.other_share': 0,
  'prices.year': 2024,
};
const singles = { 'settlement.mix.single_adult': 1, 'settlement.age.single_adult.25-55': 1 };
const others = { 'settlement.mix.adult': 1, 'settlement.age.adult.25-55': 1 };

function row(settlement_year: number, persons: number, more: Partial<CohortRow> = {}): CohortRow {
  return { settlement_year, permit: 'ordinary', category: 'adult', age_band: '25-55', persons, ...more };
}

function posts(given: Partial<Scenario>, group: Group): PostsRow[] {
  const { forecast } = run({ years: 3, ...given, parameters: { ...base, ...given.parameters } });
  return postsRows(forecast).filter((each) => each.group === group);
}

const needed = (rows: PostsRow[], count: number) => rows.slice(0, count).map((each) => each.needed);
const close = (values: number[]) => values.map((value) => expect.closeTo(value, 9));

describe('advisers', () => {
  it('follow the participants', () => {
    // 40 / 16 = 2.5 posts in two years.
    const rows = posts(
      { parameters: { ...others, 'settlement.persons@2024': 40, 'staff.adviser.ratio': 16 } },
      'adviser',
    );
    expect(needed(rows, 3)).toEqual(close([2.5, 2.5, 0]));
  });
});

describe('settlement workers', () => {
  const settled = (persons: number, more: Scenario['parameters']) =>
    posts(
      { parameters: { 'settlement.persons@2024': persons, 'staff.settlement_worker.ratio': 15, ...more } },
      'settlement_worker',
    );

  it('follow the households settled in the last twelve months', () => {
    expect(needed(settled(30, singles), 3)).toEqual(close([2, 0, 0]));
    // In July: six months of this year and six of the next.
    expect(needed(settled(30, { ...singles, 'settlement.month.1': 0, 'settlement.month.7': 1 }), 3)).toEqual(
      close([1, 1, 0]),
    );
  });

  it('count couples as one household, lone parents as one, and two sharers as one', () => {
    // 40: 20 in ten couples and 20 lone parents are 30 households.
    expect(needed(settled(40, { ...others, 'household.couple_share': 0.5 }), 1)).toEqual(close([2]));
    expect(needed(settled(30, { ...singles, 'household.sharing_share': 1 }), 1)).toEqual(close([1]));
  });

  it('count neither children, unaccompanied minors, family nor in-movers', () => {
    const rows = posts(
      {
        parameters: {
          'settlement.persons@2024': 30,
          'settlement.mix.child': 0.5,
          'settlement.mix.unaccompanied_minor': 0.5,
          'relocation.in.persons': 30,
        },
        opening: [row(2022, 30, { permit: 'family' })],
      },
      'settlement_worker',
    );
    expect(needed(rows, 3)).toEqual([0, 0, 0]);
  });

  it('follow those settled the year before the plan until twelve months have passed', () => {
    // 30 single adults of December 2023 count from January to November 2024, those of 2022 not at all.
    const december = { 'settlement.month.1': 0, 'settlement.month.12': 1, 'staff.settlement_worker.ratio': 15 };
    const of = (year: number) =>
      posts({ opening: [row(year, 30, { category: 'single_adult' })], parameters: december }, 'settlement_worker');
    expect(needed(of(2023), 2)).toEqual(close([(2 * 11) / 12, 0]));
    expect(needed(of(2022), 2)).toEqual([0, 0]);
  });
});

describe('bilingual assistants', () => {
  it('follow the pupils', () => {
    const rows = posts(
      {
        parameters: {
          ...others,
          'settlement.persons@2024': 60,
          'education.without_right@2024': 3,
          'staff.bilingual_assistant.ratio': 60,
        },
      },
      'bilingual_assistant',
    );
    // 63 / 60 -> 1.1, then 60 / 60.
    expect(needed(rows, 3)).toEqual(close([1.1, 1, 0]));
  });
});

describe('management', () => {
  it('follows the posts of advisers, settlement workers and bilingual assistants', () => {
    const parameters = {
      ...singles,
      'settlement.persons@2024': 48,
      'staff.adviser.ratio': 16,
      'staff.settlement_worker.ratio': 16,
      'staff.bilingual_assistant.ratio': 24,
      'staff.management.ratio': 8,
      'staff.management.minimum': 0.2,
    };
    // 3 + 3 + 2 = 8 posts; then 3 + 0 + 2 = 5 posts: 0.625 -> 0.7; then none.
    expect(needed(posts({ parameters }, 'management'), 3)).toEqual(close([1, 0.7, 0]));
    // The minimum: (0.5 + 0.1 + 0.1) / 8 = 0.09.
    const few = { ...parameters, 'settlement.persons@2024': 1, 'staff.adviser.minimum': 0.5 };
    expect(needed(posts({ parameters: few }, 'management'), 1)).toEqual(close([0.2]));
  });
});

describe('psychosocial advisers', () => {
  it('follow everybody in the five-year phase', () => {
    // Elverum: one post with 185 in the phase; those settled in 2020 leave it after 2024.
    const opening = [row(2020, 85), row(2021, 100, { category: 'child', age_band: '6-15' }), row(2010, 500)];
    const rows = posts({ opening, parameters: { 'staff.psychosocial_adviser.ratio': 185 } }, 'psychosocial_adviser');
    // 185; 100 / 185 -> 0.6; none.
    expect(needed(rows, 3)).toEqual(close([1, 0.6, 0]));
  });
});

describe('staff of unaccompanied minors', () => {
  it('follow the minors up to the last age of staffed care', () => {
    // Ten of 16-17 in 2023: 17-18, 18-19, 19-20 (half) and 20-21 in the years after; 10 / 1.35 = 7.41, 5 / 1.35 = 3.70.
    const opening = [row(2023, 10, { category: 'unaccompanied_minor', age_band: '16-17' })];
    const care = { 'staff.unaccompanied_minor_care.ratio': 1.35, 'unaccompanied_minor_care.age_max': 19 };
    const rows = posts({ years: 4, opening, parameters: care }, 'unaccompanied_minor_care');
    expect(needed(rows, 4)).toEqual(close([7.5, 7.5, 3.8, 0]));
    const younger = posts(
      { years: 4, opening, parameters: { ...care, 'unaccompanied_minor_care.age_max': 17 } },
      'unaccompanied_minor_care',
    );
    expect(needed(younger, 2)).toEqual(close([3.8, 0]));
  });

  it('go on past the five-year phase while the minors are young', () => {
    // Ten of 6-15 in 2018 are 12-21 in 2024: eight are up to 19.
    const opening = [row(2018, 10, { category: 'unaccompanied_minor', age_band: '6-15' })];
    const rows = posts(
      { opening, parameters: { 'staff.unaccompanied_minor_care.ratio': 1 } },
      'unaccompanied_minor_care',
    );
    expect(needed(rows, 3)).toEqual(close([8, 7, 6]));
  });

  it('are none for children with their parents', () => {
    const opening = [row(2023, 10, { category: 'child', age_band: '6-15' })];
    expect(needed(posts({ opening }, 'unaccompanied_minor_care'), 1)).toEqual([0]);
  });
});

describe('social workers', () => {
  it('follow the adults on social assistance, in full years, also after the phase', () => {
    // 80 adults outside the programme x 0.5 in seven years, 40 a post.
    const rows = posts(
      {
        years: 8,
        parameters: {
          ...others,
          'settlement.persons@2024': 80,
          'programme.participation': 0,
          'social_assistance.share.outside': 0.5,
          'social_assistance.years_after': 2,
          'social_assistance.after_phase': 1,
          'staff.social_worker.ratio': 40,
        },
      },
      'social_worker',
    );
    expect(needed(rows, 8)).toEqual(close([1, 1, 1, 1, 1, 1, 1, 0]));
  });
});

describe('what comes beside the wages', () => {
  it('is an amount for each paid post, for teachers on teaching', () => {
    const { forecast, lines } = run({
      years: 1,
      parameters: { ...base, ...others, 'settlement.persons': 40, 'staff.overhead@2024': 100_000 },
    });
    const paid = postsRows(forecast).filter((each) => each.year === 2024);
    const sum = (rows: PostsRow[]) => rows.reduce((all, each) => all + each.paid, 0);
    const [teachers, all] = [sum(paid.filter(({ group }) => group === 'teacher')), sum(paid)];
    expect(teachers).toBeGreaterThan(1);
    const of = (item: string) => lines.filter((line) => line.item === item && line.year === 2024);
    expect(of('staff.overheads')).toMatchObject([
      { quantity: expect.closeTo(all - teachers, 9), amount: expect.closeTo((all - teachers) * 100_000, 3) },
    ]);
    expect(of('education.overheads')).toMatchObject([{ funksjon: '213', quantity: expect.closeTo(teachers, 9) }]);
  });
});

describe('every group', () => {
  /** One adult and one unaccompanied minor of 16-17, settled in January 2024. */
  const two = {
    'settlement.persons@2024': 2,
    'settlement.mix.adult': 0.5,
    'settlement.mix.unaccompanied_minor': 0.5,
    'settlement.age.unaccompanied_minor.16-17': 1,
    'settlement.age.adult.25-55': 1,
    'household.couple_share': 0,
    'social_assistance.share': 1,
    'social_assistance.years_after': 0,
  };

  it.each(GROUP_NAMES)('has a minimum while there is work and none after: %s', (group) => {
    const { forecast } = run({
      years: 3,
      parameters: { ...base, ...two, [`staff.${group}.minimum`]: 3, [`staff.${group}.opening`]: 0 },
    });
    const rows = postsRows(forecast).filter((each) => each.group === group);
    expect(rows[0]).toMatchObject({ year: 2024, needed: expect.closeTo(3, 9) });
    // From 2030 both are past every driver.
    expect(rows.filter((each) => each.year >= 2030).map((each) => each.needed)).toEqual(
      rows.filter((each) => each.year >= 2030).map(() => 0),
    );
    const nobody = run({ years: 1, parameters: { ...base, [`staff.${group}.minimum`]: 3 } });
    expect(postsRows(nobody.forecast).every((each) => each.needed === 0 && each.paid === 0)).toBe(true);
  });

  it.each([
    ['adviser', 'staff.advisers', '275'],
    ['settlement_worker', 'staff.settlement_workers', '242'],
    ['bilingual_assistant', 'staff.bilingual_assistants', '275'],
    ['management', 'staff.management', '242'],
    ['social_worker', 'staff.social_workers', '242'],
    ['psychosocial_adviser', 'health.psychosocial_adviser', '232'],
    ['unaccompanied_minor_care', 'unaccompanied_minor_care.staff', '252'],
    ['teacher', 'education.teachers', '213'],
  ] as const)('costs its paid posts x wage with pension and tax on its own line: %s', (group, item, funksjon) => {
    const { forecast, lines } = run({
      years: 3,
      parameters: {
        ...base,
        ...two,
        [`staff.${group}.opening`]: 1.5,
        [`staff.${group}.minimum`]: 3,
        [`staff.${group}.wage@2024`]: 600_000,
        'staff.pension': 0.1,
        'staff.tax_zone': '3',
        'staff.employer_tax.3': 0.064,
      },
    });
    const paid = postsRows(forecast).find((each) => each.group === group && each.year === 2024)?.paid ?? NaN;
    // 1.5 posts in three months, then 3: 2.625.
    expect(paid).toBeCloseTo((1.5 * 3 + 3 * 9) / 12, 9);
    expect(lines.filter((line) => line.item === item && line.year === 2024)).toMatchObject([
      {
        funksjon,
        art: '010',
        tag: 'extra',
        quantity: expect.closeTo(2.625, 9),
        unit_price: expect.closeTo(600_000 * 1.1 * 1.064, 6),
      },
    ]);
  });

  it('shows what is needed beside what is paid', () => {
    const rows = posts(
      {
        parameters: {
          ...singles,
          'settlement.persons@2024': 30,
          'staff.settlement_worker.ratio': 15,
          'staff.settlement_worker.opening': 0,
        },
      },
      'settlement_worker',
    );
    // Two posts needed all of 2024: paid from April to June 2025, six months after the need.
    expect(rows.slice(0, 3).map((each) => [each.needed, each.paid])).toEqual([close([2, 1.5]), close([0, 1]), [0, 0]]);
  });

  it('is in the sum of posts of the year', () => {
    const { forecast } = run({ years: 3, parameters: { ...base, 'settlement.persons': 40 } });
    for (const year of forecast.capacity) {
      const rows = postsRows(forecast).filter((each) => each.year === year.year);
      expect(rows).toHaveLength(GROUP_NAMES.length);
      expect(year.posts).toBeCloseTo(
        rows.reduce((sum, each) => sum + each.paid, 0),
        9,
      );
    }
  });
});
