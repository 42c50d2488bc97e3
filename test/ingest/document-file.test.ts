import { describe, expect, it } from 'vitest';
import { readDocument } from '$lib/ingest/document-file';
import { differencesBetween } from '$lib/ingest/rules/document-rules';
import { en } from '$lib/text/en';
import { nb } from '$lib/text/nb';
import { nn } from '$lib/text/nn';
import { findingSentence } from '$lib/text/finding';
import { filesOf, textOf } from '../repository-scenario';
import { HEAD, file } from './rules/given';

const all = () => filesOf('data/documents', '.csv').map((name) => ({ name, ...readDocument(textOf(name)) }));

describe('a file of figures', () => {
  it('is read with missing figures as missing', () => {
    const { figures, findings } = readDocument(
      file('2020,staff,posts,,2.6,posts,,,', ',staff,absent,,,posts,,,not_in_text', '2020,staff,none,,0,posts,,,'),
    );
    expect(figures.map(({ year, value, mark, row }) => ({ year, value, mark, row }))).toEqual([
      { year: 2020, value: 2.6, mark: '', row: 2 },
      { year: null, value: null, mark: 'not_in_text', row: 3 },
      { year: 2020, value: 0, mark: '', row: 4 },
    ]);
    expect(findings.map(({ code }) => code)).toEqual(['figure-not-in-text']);
  });

  it('is refused where a figure and a mark that it is missing stand together, or neither', () => {
    expect(readDocument(file('2020,a,b,,0,person,,,image_only')).findings).toMatchObject([
      { code: 'figure-and-mark', severity: 'error', row: 2, found: '0' },
    ]);
    expect(readDocument(file('2020,a,b,,,person,,,')).findings).toMatchObject([
      { code: 'figure-missing', severity: 'error', row: 2 },
    ]);
  });

  it('is refused where a column is missing or unknown, or a cell is no number', () => {
    expect(readDocument(`${HEAD},comment\n`).findings).toMatchObject([{ code: 'unknown-column', path: 'comment' }]);
    expect(readDocument('year,measure\n2020,a\n').findings.map(({ code }) => code)).toContain('missing-column');
    expect(readDocument(file('2020,a,b,,many,person,,,')).findings).toMatchObject([
      { severity: 'error', found: 'many' },
    ]);
  });

  it('is refused whole where it could identify a person', () => {
    const { figures, findings } = readDocument(file('2020,a,b,,1,person,,,').replace('place', 'navn'));
    expect(figures).toEqual([]);
    expect(findings).toMatchObject([{ code: 'personal-data', path: 'navn' }]);
  });
});

describe('the five documents', () => {
  it('are read without an error, and say in three languages what is wrong with them', () => {
    const documents = all();
    expect(documents.map(({ name }) => name)).toEqual([
      'data/documents/alvdal-2018.csv',
      'data/documents/elverum-2015.csv',
      'data/documents/gudbrandsdal-2018.csv',
      'data/documents/heroy-2024.csv',
      'data/documents/naeroy-2018.csv',
    ]);
    const findings = [
      ...documents.flatMap((document) => document.findings),
      ...differencesBetween(documents.map(({ figures }) => figures)).flat(),
    ];
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    for (const text of [nb, nn, en])
      for (const finding of findings) expect(findingSentence(finding, text)).not.toMatch(/undefined|NaN/);
  });

  it('name their source and place in every row, and their own file in the source', () => {
    const offenders = all().flatMap(({ name, figures }) =>
      figures
        .filter(({ source, place }) => !name.endsWith(`/${source}.csv`) || place.trim() === '')
        .map(({ row }) => `${name}: ${row}`),
    );
    expect(offenders).toEqual([]);
  });
});
