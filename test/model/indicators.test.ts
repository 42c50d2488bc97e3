import { describe, expect, it } from 'vitest';
import { readDocument } from '$lib/ingest/document-file';
import { shownCounts } from '$lib/model/indicator-counts';
import {
  aligned,
  comparable,
  difference,
  findingsAbout,
  indicatorFigures,
  outcomesOf,
  protectedFinding,
  ranked,
  seriesOf,
  shareFrom,
  type IndicatorFigure,
  type SeriesRow,
} from '$lib/model/indicators';
import { languageTests } from '$lib/model/language-tests';
import { documents } from '$lib/parameters/documents';
import { indicatorRegister, indicatorSeries, placeNames, todayOf } from '$lib/parameters/indicators';

const read = documents.map(({ name, text }) => ({ name, ...readDocument(text) }));
const printed = read.flatMap(({ figures }) => figures);
const figures = indicatorFigures(indicatorRegister, printed, indicatorSeries);
const outcomes = outcomesOf(indicatorRegister, printed);

function definition(id: string) {
  const found = indicatorRegister.definitions.find((each) => each.id === id);
  if (!found) throw new Error(`no definition: ${id}`);
  return found;
}

function outcomeOf(municipality: string) {
  const found = outcomes.find((each) => each.municipality === municipality);
  if (!found) throw new Error(`no outcomes: ${municipality}`);
  return found;
}

function findingsOf(document: string) {
  return read.find(({ name }) => name === document)?.findings ?? [];
}

function alignedBy(id: string, municipalities: string[] = []) {
  const all = aligned(definition(id), indicatorRegister, figures, outcomes, municipalities, todayOf);
  return new Map(all.map((each) => [each.municipality || each.area, each]));
}

const naeroy = outcomeOf('5051');
const figure: IndicatorFigure = {
  definition: 'work_only',
  kind: 'observed',
  municipality: '0001',
  area: '',
  year: 2020,
  value: 40,
  span: null,
  bound: '',
  unit: 'percent',
  persons: 50,
  numerator: 20,
  among: 'left_in_year',
  status: 'derived',
  source: 'a',
  place: 'b',
};

describe('a definition', () => {
  it('of Nærøy gives 17 of 27, 63.0 %, and of work alone 5 of 27, 18.5 %', () => {
    expect(shareFrom(naeroy, definition('work_higher_or_upper_secondary'))).toMatchObject({
      value: expect.closeTo(62.96, 2),
      numerator: 17,
      persons: 27,
      status: 'derived',
      year: 2018,
    });
    expect(shareFrom(naeroy, definition('work_only'))).toMatchObject({ value: expect.closeTo(18.52, 2), numerator: 5 });
  });

  it('with primary lies round 24 of 27, and is not said exactly, since the rest are three', () => {
    expect(shareFrom(naeroy, definition('with_primary'))).toMatchObject({
      value: null,
      numerator: null,
      span: { low: expect.closeTo((100 * 23) / 27, 9), high: expect.closeTo((100 * 26) / 27, 9) },
      persons: 27,
    });
  });

  it('gives a printed share the counts it follows from, and no other', () => {
    const shares = figures.filter(({ unit, kind }) => unit === 'percent' && kind === 'observed');
    expect(shares.find(({ source }) => source === 'naeroy-2018')).toMatchObject({
      value: 63,
      persons: 27,
      numerator: 17,
    });
    expect(shares.filter(({ source }) => source === 'elverum-2015').map(({ persons }) => persons)).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  it('is worked out for nobody whose outcomes are more than the whole', () => {
    const alvdal = outcomeOf('3428');
    expect(alvdal).toMatchObject({ whole: 12, overlaps: true });
    expect(shareFrom(alvdal, definition('work_only'))).toBeNull();
  });
});

describe('figures are compared', () => {
  it('only where definition, whom they are of and unit are the same', () => {
    expect(difference(figure, figure)).toBeNull();
    expect(difference(figure, { ...figure, definition: 'with_primary' })).toBe('definition');
    expect(difference(figure, { ...figure, among: 'refugees' })).toBe('among');
    expect(difference(figure, { ...figure, unit: 'person' })).toBe('unit');
    const unsaid = { ...figure, among: 'unsaid' as const };
    expect(difference(unsaid, unsaid)).toBeNull();
    expect(difference(unsaid, { ...unsaid, source: 'other' })).toBe('among');
    expect(comparable([figure, figure, { ...figure, definition: 'with_primary' }])).toBe(false);
  });

  it('and ranked only where n is known, the figure is shown and has no bound', () => {
    const more = { ...figure, municipality: '0002', value: 60 };
    expect(ranked([figure, more])).toEqual([more, figure]);
    expect(ranked([figure, more, { ...figure, definition: 'with_primary' }])).toEqual([]);
    const not = [{ persons: null }, { value: null, span: { low: 85, high: 96 } }, { bound: 'at_most' as const }];
    for (const each of not) expect(ranked([figure, { ...more, ...each }])).toEqual([figure]);
  });

  it('by the definition of Nærøy in Nærøy alone, and each of the others says why not', () => {
    const by = alignedBy('work_higher_or_upper_secondary', ['3428', '3432']);
    expect(by.get('5060')).toMatchObject({ reason: null, figure: { municipality: '5051', persons: 27 } });
    expect([...by].map(([key, { reason }]) => [key, reason])).toEqual([
      ['3428', 'overlap'],
      ['3432', 'no_figures'],
      ['5060', null],
      ['3420', 'no_counts'],
      ['country', 'moment'],
      ['innlandet', 'moment'],
      ['nordland', 'moment'],
      ['trondelag', 'moment'],
    ]);
    expect(by.get('3420')?.own).toMatchObject({
      value: 53,
      year: 2014,
      definition: 'work_or_education_after_programme',
    });
  });

  it('by a definition that does not say what counts in nobody but its own', () => {
    const by = alignedBy('work_or_education_after_programme');
    expect(by.get('3420')).toMatchObject({ figure: { value: 53, persons: null }, reason: null });
    expect(by.get('5060')).toMatchObject({ figure: null, reason: 'unsaid', own: { value: 63 } });
    expect(alignedBy('work_or_education_november').get('country')).toMatchObject({ figure: { value: 67, year: 2024 } });
    expect(alignedBy('work_or_education_november').get('3420')).toMatchObject({
      reason: 'no_counts',
      own: { value: 35, year: 2013 },
    });
    expect(alignedBy('with_primary').get('5060')).toMatchObject({ reason: 'hidden', figure: { value: null } });
  });

  it('and whoever has no figure is unknown and not zero', () => {
    expect(alignedBy('work_only', ['3432']).get('3432')).toMatchObject({
      figure: null,
      own: null,
      reason: 'no_figures',
    });
  });
});

describe('a group of 1 to 4', () => {
  const parts = [
    { group: 'a', persons: 7 },
    { group: 'b', persons: 11 },
    { group: 'c', persons: 1 },
    { group: 'd', persons: 3 },
    { group: 'e', persons: 5 },
  ];

  it('is never shown, nor what would show it by subtraction', () => {
    const shown = shownCounts(parts, [['a'], ['b'], ['c'], ['d'], ['e']]);
    // With a, b and e the rest would be four, so e is not shown; nine less five leaves c and d at most three each.
    expect(['a', 'b', 'c', 'd', 'e'].map((group) => shown?.([group]))).toEqual([
      { low: 7, high: 7 },
      { low: 11, high: 11 },
      { low: 1, high: 3 },
      { low: 1, high: 3 },
      { low: 5, high: 7 },
    ]);
  });

  it('of Nærøy leaves work, and the 63 %, and neither who went to primary nor to upper secondary', () => {
    const { shown } = naeroy;
    const spans = Object.fromEntries(naeroy.parts.map(({ group }) => [group, shown?.([group])]));
    expect(spans['work']).toEqual({ low: 5, high: 5 });
    expect(spans['higher']).toEqual({ low: 1, high: 4 });
    expect(spans['social']).toEqual({ low: 1, high: 4 });
    expect(spans['upper_secondary']).toEqual({ low: 8, high: 11 });
    expect(spans['adult_primary']).toEqual({ low: 6, high: 9 });
  });

  it('can always be three numbers and more, whatever is asked for, against every filling that fits what is shown', () => {
    const sets = [
      [['e', 'b', 'c']],
      [['e'], ['a', 'b', 'c', 'e']],
      [['a', 'd'], ['a'], ['b']],
      [
        ['c', 'd'],
        ['b', 'e'],
      ],
    ];
    for (const asked of sets) {
      const shown = shownCounts(parts, asked);
      const known = asked.filter((groups) => shown?.(groups).low === shown?.(groups).high);
      const fits: number[][] = [];
      for (let a = 5; a <= 27; a += 1)
        for (let b = 5; b <= 27; b += 1)
          for (let c = 1; c <= 4; c += 1)
            for (let d = 1; d <= 4; d += 1) {
              const e = 27 - a - b - c - d;
              const filling: Record<string, number> = { a, b, c, d, e };
              const sum = (groups: string[]): number => groups.reduce((all, group) => all + (filling[group] ?? NaN), 0);
              if (e >= 5 && known.every((groups) => sum(groups) === shown?.(groups).low)) fits.push([c, d]);
            }
      for (const at of [0, 1]) expect(new Set(fits.map((filling) => filling[at])).size).toBeGreaterThanOrEqual(3);
    }
  });

  it('hides a whole of 1 to 4, and a zero is shown', () => {
    expect(shownCounts([{ group: 'a', persons: 3 }], [['a']])).toBeNull();
    const shown = shownCounts([...parts, { group: 'z', persons: 0 }], [['z']]);
    expect(shown?.(['z'])).toEqual({ low: 0, high: 0 });
  });

  it('in the series hides the share too, also where the others are few', () => {
    const row: SeriesRow = {
      municipality: '3420',
      area: '',
      year: 2020,
      definition: 'work_only',
      kind: 'observed',
      value: 88.9,
      persons: 27,
      numerator: null,
      mark: '',
      status: 'published',
      source: 'x',
      place: 'y',
    };
    const found = (more: Partial<SeriesRow>) =>
      indicatorFigures(indicatorRegister, [], [{ ...row, ...more }])[0] ?? expect.fail();
    expect(found({})).toMatchObject({
      value: null,
      numerator: null,
      persons: 27,
      span: { high: expect.closeTo(96.3, 1) },
    });
    expect(found({ value: null, numerator: 3 })).toMatchObject({ value: null, numerator: null });
    expect(found({ value: null, numerator: 12 })).toMatchObject({ value: expect.closeTo(44.4, 1), numerator: 12 });
    expect(found({ persons: 4, numerator: 2, value: 50 })).toMatchObject({ value: null, persons: null });
    expect(found({ persons: null })).toMatchObject({ value: 88.9, persons: null });
    expect(found({ value: null, mark: 'not_in_text' })).toMatchObject({ value: null, status: 'unknown' });
  });

  it('of persons or families is hidden among the figures and in what is said of them; employees are not', () => {
    const moved = seriesOf(figures, 'moved_out').filter(({ municipality }) => municipality === '3428');
    expect(moved.map(({ value, unit }) => [value, unit])).toEqual([
      [10, 'person'],
      [null, 'family'],
    ]);
    const mixed = findingsOf('alvdal-2018').filter(({ code }) => code === 'mixed-units');
    expect(mixed.map((each) => protectedFinding(each).found)).toEqual(['10 person, <5 family']);
    expect(seriesOf(figures, 'employees').map(({ value }) => value)).toContain(3);
  });
});

describe('targets and benchmarks', () => {
  it('of Elverum stand beside what was observed, dated where the plan says when', () => {
    const said = (id: string) => seriesOf(figures, id).map(({ year, kind, value, area }) => [year, kind, value, area]);
    expect(said('work_or_education_after_programme')).toEqual([
      [2014, 'observed', 53, ''],
      [2019, 'target', 70, ''],
    ]);
    expect(said('work_or_education_five_years')).toEqual([
      [null, 'observed', 60, ''],
      [null, 'target', 80, ''],
      [2014, 'observed', 82, ''],
      [2019, 'target', 90, ''],
    ]);
    expect(said('state_after_programme')).toEqual([
      [null, 'target', 55, 'country'],
      [null, 'benchmark', 47, 'country'],
    ]);
  });
});

describe('the language tests of Nærøy', () => {
  const tests = languageTests(
    printed.filter(({ source }) => source === 'naeroy-2018'),
    findingsOf('naeroy-2018'),
  );
  const by = (name: string) => tests.find(({ skill, round }) => `${skill}_${round}` === name);

  it('are four skills in two rounds of unknown n, with their sums', () => {
    expect(tests.map(({ sum }) => sum)).toEqual([110, 100, 100, 100, 99, 100, 100, 100]);
    expect(tests.every(({ persons }) => persons === null)).toBe(true);
    expect(by('oral_summer')?.levels).toEqual({ below_a1: null, a1: 27, a2: 53, b1: 13, b2: 17 });
  });

  it('that sum to 110 % are shown and compared with nothing; 99 % is rounding', () => {
    expect(by('oral_summer')).toMatchObject({ defect: { code: 'percent-sum', found: '110' }, from_a2: null });
    expect(by('reading_summer')).toMatchObject({ defect: null, from_a2: 53 });
    expect(by('oral_autumn')).toMatchObject({ defect: null, from_a2: 94 });
  });
});

describe('what is wrong in a source', () => {
  it.each([
    ['naeroy-2018', 'language_tests.oral_summer', ['percent-sum']],
    ['naeroy-2018', 'language_tests.reading_summer', []],
    ['alvdal-2018', 'programme.completed', ['parts-exceed-whole']],
    ['alvdal-2018', 'moves.moved_out', ['mixed-units']],
    ['elverum-2015', 'status.in_work_or_education_after_five_years', ['two-values']],
    ['elverum-2015', 'targets.in_work_or_education_after_five_years', ['two-values']],
    ['elverum-2015', 'targets.settled_with_disability', ['bounds-conflict']],
    ['elverum-2015', 'settlement.in_five_year_phase', ['figure-not-in-text', 'figure-not-in-text']],
    ['heroy-2024', 'staff.employees', ['heads-without-posts']],
  ])('in %s, %s is found at its measure', (document, measure, codes) => {
    expect(findingsAbout(findingsOf(document), measure).map(({ code }) => code)).toEqual(codes);
  });
});

it('a municipality that is part of another today says so', () => {
  expect(placeNames('5051')).toEqual({ name: 'Nærøy', today: 'Nærøysund' });
  expect(placeNames('3420')).toEqual({ name: 'Elverum', today: null });
});
