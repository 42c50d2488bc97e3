import { describe, expect, it } from 'vitest';
import { readDocument } from '$lib/ingest/document-file';
import { differencesBetween } from '$lib/ingest/rules/document-rules';
import { file, inDocument } from './given';

const codes = (...rows: string[]): string[] => inDocument(...rows).map(({ code }) => code);

describe('figures of a document', () => {
  const parts = (...values: number[]) => values.map((value, at) => `2020,tests,oral,level_${at},${value},percent,,,`);

  it.each([
    [[27, 53, 13, 17], ['percent-sum']],
    [[40, 40, 7, 12], []],
    [[50, 48.5], []],
    [[50, 48.4], ['percent-sum']],
    [[50, 51.5], []],
    [[50, 51.6], ['percent-sum']],
  ])('1: percentages %j give %j', (values, expected) => {
    expect(codes(...parts(...values))).toEqual(expected);
  });

  it('1: says nothing of percentages that are not all read, or that are no parts', () => {
    expect(codes(...parts(27, 53), '2020,tests,oral,rest,,percent,,,image_only')).toEqual(['figure-in-image']);
    expect(codes('2020,a,b,,60,percent,,,', '2020,a,c,,70,percent,,,')).toEqual([]);
  });

  it('3: one value that is given twice, and two of different tables, are not said', () => {
    expect(codes('2019,targets,work,,90,percent,,,', '2019,targets,work,,90,percent,,,')).toEqual([]);
    expect(codes('2019,targets,work,,90,percent,,,', '2019,status,work,,80,percent,,,')).toEqual([]);
  });

  it('7: heads of a document without any posts are said, once for the whole and not for its parts', () => {
    const heads = ['2020,staff,employees,all,5,heads,,,', '2020,staff,employees,full_time,4,heads,,,'];
    expect(codes(...heads)).toEqual(['heads-without-posts']);
  });

  it('9: an amount too small for its unit is said, whatever its sign, and 0 is not', () => {
    expect(codes('2020,a,net,,-377,NOK/year,,,')).toEqual(['doubtful-unit']);
    expect(codes('2020,a,net,,0,NOK/year,,,')).toEqual([]);
  });

  it('10 and 11: documents with other rules or other definitions are said once, of the last of them', () => {
    const read = (source: string, ...rows: string[]) =>
      readDocument(file(...rows).replaceAll('test-2020', source)).figures;
    const one = read('one', '2015,rules,kindergarten,,2,month,,,', '2015,status,after,,53,percent,,work_or_study,');
    const two = read('two', '2018,rules,kindergarten,,3,month,,,', '2018,status,after,,63,percent,,with_primary,');
    const [ofOne, ofTwo] = differencesBetween([one, two]);
    expect(ofOne).toEqual([]);
    expect(ofTwo).toMatchObject([
      { code: 'rules-differ', found: '2 month (one), 3 month (two)', row: 2 },
      { code: 'definitions-differ', found: 'work_or_study (one), with_primary (two)', row: 3 },
    ]);
    expect(differencesBetween([one, one])).toEqual([[], []]);
  });
});
