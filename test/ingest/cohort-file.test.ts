import { describe, expect, it } from 'vitest';
import { readCohort, readCohortTables } from '$lib/ingest/cohort-file';
import { decode } from '$lib/ingest/encoding';
import { findingSentence } from '$lib/text/finding';
import { nb } from '$lib/text/nb';

const headings = 'settlement_year,permit,category,age_band,persons';
const table = (...rows: string[]) => readCohort([headings, ...rows].join('\n'));
const expected = { settlement_year: 2023, permit: 'ordinary', category: 'adult', age_band: '25-55', persons: 31 };

function sentences(text: string): string[] {
  return readCohort(text).findings.map((finding) => findingSentence(finding, nb));
}

describe('a cohort file', () => {
  it('is read under the columns’ own names, with the optional ones', () => {
    const { rows, findings } = readCohort(
      'municipality,year,settlement_year,permit,category,age_band,persons,status,household\n' +
        '1818,2023,2023,ordinary,adult,25-55,31,published,couple\n',
    );
    expect(findings).toEqual([]);
    expect(rows).toEqual([{ ...expected, municipality: '1818', year: 2023, status: 'published', household: 'couple' }]);
  });

  it.each([
    'bosettingsår,oppholdsgrunnlag,kategori,aldersgruppe,antall\n2023,ordinær,voksen,25-55,31',
    'busetjingsår,opphaldsgrunnlag,kategori,alder,tal\n2023,ordinært,vaksen,25–55,31',
    'Antall;Aldersbånd;Kategori;Tillatelse;Bosatt år\n31;25-55;Voksen;Ordinær;2023',
    'PERSONER\tALDERSGRUPPE\tBOSETTINGSÅR\tKATEGORI\tOPPHOLDSGRUNNLAG\n31\t25-55\t2023\tVOKSEN\tORDINÆR',
    'Settlement year, Permit, Category, Age band, Persons\n2023, ordinary, adult, 25-55, 31',
  ])('is read with Norwegian headings and values in any order and case: %s', (text) => {
    expect(readCohort(text)).toMatchObject({ rows: [expected], findings: [] });
  });

  it.each([
    ['kollektiv beskyttelse', 'enslig voksen', '18-24', 'collective', 'single_adult'],
    ['kollektivt vern', 'einsleg vaksen', '60+', 'collective', 'single_adult'],
    ['familieinnvandring', 'barn', '0-5', 'family', 'child'],
    ['ordinær', 'enslig mindreårig', '16-17', 'ordinary', 'unaccompanied_minor'],
    ['ordinær', 'einsleg mindreårig', '6-15', 'ordinary', 'unaccompanied_minor'],
    ['ordinær', 'EM', '6-15', 'ordinary', 'unaccompanied_minor'],
  ])('knows %s and %s', (permit, category, band, ownPermit, ownCategory) => {
    expect(table(`2023,${permit},${category},${band},1`).rows).toMatchObject([
      { permit: ownPermit, category: ownCategory, age_band: band },
    ]);
  });

  it.each([
    ['1 234,5', 1234.5],
    ['1\u00a0234,5', 1234.5],
    ['1\u202f234,5', 1234.5],
    ['1.234,5', 1234.5],
    ['1234.5', 1234.5],
    ['1,234.5', 1234.5],
    ['2,5', 2.5],
    ['0', 0],
  ])('reads %s as %d', (written, persons) => {
    for (const [delimiter, cell] of [
      [';', written],
      ['\t', written],
      [',', `"${written}"`],
    ] as const) {
      const text = [headings.replaceAll(',', delimiter), ['2023', 'ordinary', 'adult', '25-55', cell].join(delimiter)];
      const { rows, findings } = readCohort(text.join('\n'));
      expect(rows).toMatchObject([{ persons }]);
      expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    }
  });

  it.each([':', '<5', '*'])('reads %s as a count between 1 and 4 that is hidden, never as 0', (cell) => {
    expect(table(`2023,ordinary,adult,25-55,${cell}`)).toMatchObject({
      rows: [{ ...expected, persons: null }],
      findings: [],
    });
  });

  it('is read with Windows line ends, blank lines, a byte order mark and quotes', () => {
    const text =
      '\ufeff"settlement_year";"permit";"category";"age_band";"persons"\r\n\r\n"2023";"ordinary";"adult";"25-55";"31"\r\n;;;;\r\n';
    expect(readCohort(text)).toMatchObject({ rows: [expected], findings: [] });
  });
});

describe('the bytes of a file', () => {
  const text = 'bosettingsår;oppholdsgrunnlag;kategori;aldersgruppe;antall\n2023;ordinær;enslig mindreårig;16-17;2\n';

  it('are UTF-8, or Windows-1252 where they are not', () => {
    const bytes = Uint8Array.from([...text].map((character) => character.codePointAt(0) ?? 0));
    expect(decode(bytes)).toBe(text);
    expect(decode(new TextEncoder().encode(text))).toBe(text);
    expect(readCohort(decode(bytes)).rows).toMatchObject([{ category: 'unaccompanied_minor', persons: 2 }]);
  });

  it('of Windows-1252 keep the dash that Excel puts into an age band', () => {
    expect(decode(Uint8Array.from([0x32, 0x35, 0x96, 0x35, 0x35]))).toBe('25–55');
  });
});

describe('a wrong cohort file', () => {
  it('is named by the column it lacks, with those it has and those it must have', () => {
    const [sentence, ...more] = sentences('settlement_year,category,age_band,persons\n2023,adult,25-55,3');
    expect(more).toEqual([]);
    expect(sentence).toMatch(/^permit: Kolonnen «permit» mangler/);
    expect(sentence).toMatch(/har: settlement_year, category, age_band, persons\./);
    expect(sentence).toMatch(/ha: settlement_year, permit, category, age_band, persons\./);
  });

  it('is named by every column it lacks', () => {
    const { findings } = readCohort('kategori;antall\nvoksen;3');
    expect(findings.map(({ code, path }) => [code, path])).toEqual([
      ['missing-column', 'settlement_year'],
      ['missing-column', 'permit'],
      ['missing-column', 'age_band'],
    ]);
  });

  it('is named by a column nobody knows and by one that is there twice', () => {
    const { rows, findings } = readCohort(`${headings},favourite,antall\n2023,ordinary,adult,25-55,31,x,31`);
    expect(rows).toEqual([]);
    expect(findings).toMatchObject([
      { code: 'unknown-column', path: 'favourite', severity: 'error' },
      { code: 'double-column', path: 'persons', severity: 'error' },
    ]);
    const [sentence] = sentences(`${headings},favourite\n2023,ordinary,adult,25-55,31,x`);
    expect(sentence).toMatch(/^favourite: .*ukjent.*settlement_year, permit.*household, year, status/);
  });

  it('gives no row at all, and every defect with its row and column', () => {
    const { rows, findings } = table(
      '2023,ordinary,adult,25-55,31',
      '1900,ordinary,adult,25-55,3',
      '2023,tourist,adult,25-55,-3',
      '2023,ordinary,adult,25-55,many',
    );
    expect(rows).toEqual([]);
    expect(findings.map(({ code, row, path }) => [row, path, code])).toEqual([
      [3, 'settlement_year', 'value-outside'],
      [4, 'permit', 'not-an-option'],
      [4, 'persons', 'value-outside'],
      [5, 'persons', 'wrong-type'],
    ]);
  });

  it('names the row of the file, also below a blank line', () => {
    const { findings } = readCohort(`${headings}\n\n2023,ordinary,adult,25-55,31\n2023,tourist,adult,25-55,3`);
    expect(findings).toMatchObject([{ row: 4, path: 'permit', code: 'not-an-option' }]);
  });

  it.each([
    ['adult', '0-5'],
    ['single_adult', '16-17'],
    ['child', '25-55'],
    ['child', '60+'],
    ['unaccompanied_minor', '18-24'],
  ])('has no %s of %s', (category, band) => {
    const text = `${headings}\n2023,ordinary,${category},${band},1`;
    expect(readCohort(text).findings).toMatchObject([{ code: 'impossible-age', row: 2, path: 'age_band' }]);
    const [sentence] = sentences(text);
    expect(sentence).toMatch(/^rad 2: age_band: .*18 år eller mer/);
    expect(sentence).toContain(band);
  });

  it('is not one with more cells in a row than headings: 2,5 persons between commas are not 2', () => {
    const { rows, findings } = table('2023,ordinary,adult,25-55,2,5');
    expect(rows).toEqual([]);
    expect(findings).toMatchObject([{ row: 2 }]);
  });

  it('says what was found and what is allowed where a count is empty', () => {
    const [sentence] = sentences(`${headings}\n2023,ordinary,adult,25-55,`);
    expect(sentence).toMatch(/^rad 2: persons: /);
    expect(sentence).not.toMatch(/Fant \./);
    expect(sentence).toMatch(/Tillatt/);
  });

  it.each(['', '\n', '  \n \n'])('is empty: %j', (text) => {
    expect(readCohort(text)).toMatchObject({ rows: [], findings: [{ code: 'empty-file' }] });
    expect(sentences(text)).toEqual([expect.stringMatching(/^Fila er tom\./)]);
  });

  it('has headings and no rows', () => {
    expect(readCohort(headings)).toMatchObject({ rows: [], findings: [{ code: 'no-rows' }] });
  });
});

describe('rows of one person each', () => {
  const persons = [
    'Bosettingsår;Oppholdsgrunnlag;Kategori;Alder',
    '2023;kollektiv;voksen;34',
    '2023;kollektiv;voksen;41',
    '2023;kollektiv;barn;5',
    '2022;ordinær;voksen;88',
  ].join('\n');

  it('are added to counts and not kept, and an age is put in its band', () => {
    const { rows, findings, personRows } = readCohort(persons);
    expect(personRows).toBe(4);
    expect(
      rows.map(({ settlement_year, category, age_band, persons }) => [settlement_year, category, age_band, persons]),
    ).toEqual([
      [2023, 'adult', '25-55', 2],
      [2023, 'child', '0-5', 1],
      [2022, 'adult', '60+', 1],
    ]);
    expect(findings.map((finding) => findingSentence(finding, nb))).toEqual([
      'Fila har ingen kolonne med antall: hver rad er lest som én person, 4 i alt, og lagt sammen til 3 grupper. Radene er ikke tatt vare på. Stemmer det ikke, velg kolonnen med antall.',
    ]);
  });

  it('are wrong as other rows are, and then none is counted', () => {
    const { rows, findings, personRows } = readCohort(`${persons}\n2023;kollektiv;barn;34`);
    expect({ rows, personRows }).toEqual({ rows: [], personRows: null });
    expect(findings).toMatchObject([{ code: 'impossible-age', row: 6 }]);
  });
});

describe('what somebody decides about a file', () => {
  const text = 'Kull;permit;category;age_band;Mengde;Merknad\n2023;Kvote;adult;25-55;31;x\n2022;Kvote;adult;18-24;3;y';
  const columns = { Kull: 'settlement_year', Mengde: 'persons', Merknad: '' };

  it('says what a heading stands for, and which column is left out', () => {
    const { rows, findings, unknown } = readCohort(text, { choices: { columns, values: {}, answers: {} } });
    expect(rows).toEqual([]);
    expect(findings.map(({ code, row }) => [code, row])).toEqual([
      ['not-an-option', 2],
      ['not-an-option', 3],
    ]);
    expect(unknown).toEqual([
      { column: 'permit', word: 'kvote', rows: 2, options: ['ordinary', 'collective', 'family'] },
    ]);
  });

  it('says what a word stands for, in every row', () => {
    const {
      rows,
      findings,
      columns: uses,
    } = readCohort(text, { choices: { columns, values: { 'permit=kvote': 'ordinary' }, answers: {} } });
    expect(findings).toEqual([]);
    expect(rows).toMatchObject([
      { settlement_year: 2023, permit: 'ordinary', persons: 31 },
      { settlement_year: 2022, permit: 'ordinary', persons: 3 },
    ]);
    expect(uses[0]).toEqual({ heading: 'Kull', column: 'settlement_year' });
    expect(uses[5]).toEqual({ heading: 'Merknad', column: '' });
  });

  it('never makes rows of one person each of counts whose column is left out', () => {
    const { rows, findings } = readCohort(text.replace('Mengde', 'Antall'), {
      choices: { columns: { ...columns, Antall: '' }, values: {}, answers: {} },
    });
    expect(rows).toEqual([]);
    expect(findings).toMatchObject([{ code: 'missing-column', path: 'persons' }]);
  });

  it('is never asked about a word that may be a name, nor is it repeated', () => {
    const { unknown, findings } = readCohort(`${headings}\n2023,fornavn etternavn,adult,25-55,1`);
    expect(unknown).toEqual([]);
    expect(findings.map((finding) => findingSentence(finding, nb)).join()).not.toMatch(/etternavn/i);
  });

  it('never lets a column with personal data through', () => {
    const { rows, findings } = readCohort('Navn;permit\nx;ordinary', {
      choices: { columns: { Navn: '' }, values: {}, answers: {} },
    });
    expect(rows).toEqual([]);
    expect(findings).toMatchObject([{ code: 'personal-data' }]);
  });
});

describe('equal rows', () => {
  it('are added, a hidden count to none', () => {
    const line = '2023,ordinary,adult,25-55';
    expect(table(`${line},3`, `${line},4`, `${line},:`, `${line},<5`).rows.map(({ persons }) => persons)).toEqual([
      7,
      null,
      null,
    ]);
  });
});

it('lists a thousand defects and says how many more there are', () => {
  const { findings } = table(...Array.from({ length: 1_200 }, () => '2023,ordinary,adult,25-55,many'));
  expect(findings).toHaveLength(1_001);
  expect(findings.map((finding) => findingSentence(finding, nb)).at(-1)).toBe(
    'Det er 200 feil til. Rett dem som er listet, og prøv igjen.',
  );
});

describe('a workbook', () => {
  const people = {
    name: 'Bosatte',
    firstRow: 1,
    rows: [headings.split(','), ['2023', 'ordinary', 'adult', '25-55', '31']],
  };
  const notes = (cell: string) => ({ name: 'Om', firstRow: 1, rows: [['Laget for budsjettet'], [cell]] });

  it('has its people on the sheet that can be read', () => {
    expect(readCohortTables([notes('i høst'), people])).toMatchObject({ rows: [{ persons: 31 }], findings: [] });
  });

  it('is asked which of two sheets to read, and never loses one', () => {
    const other = {
      ...people,
      name: 'I fjor',
      rows: people.rows.map((cells) => cells.map((cell) => (cell === '31' ? '7' : cell))),
    };
    expect(readCohortTables([people, other])).toMatchObject({
      rows: [],
      questions: [{ id: 'sheet', options: ['Bosatte', 'I fjor'] }],
    });
    const choices = { columns: {}, values: {}, answers: { sheet: 'I fjor' } };
    expect(readCohortTables([people, other], { choices })).toMatchObject({ rows: [{ persons: 7 }], questions: [] });
  });

  it('is refused as a whole where any sheet identifies somebody', () => {
    const { rows, findings } = readCohortTables([people, notes('someone@example.org')]);
    expect(rows).toEqual([]);
    expect(findings).toMatchObject([{ code: 'personal-data' }]);
  });
});
