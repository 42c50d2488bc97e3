import { describe, expect, it } from 'vitest';
import { readCohort } from '$lib/ingest/cohort-file';
import { nb } from '$lib/text/nb';
import { findingSentence } from '$lib/text/finding';

/** A file that would be read if this value did not stand in the column `household`. */
function fileWith(values: string[], heading = 'household'): string {
  const rows = values.map((value) => `2023;ordinary;adult;25-55;1;${value}`);
  return [`settlement_year;permit;category;age_band;persons;${heading}`, ...rows].join('\n');
}

function refusal(text: string): string {
  const { rows, findings } = readCohort(text);
  expect(rows).toEqual([]);
  expect(findings.map((finding) => finding.code)).toEqual(['personal-data']);
  return findings.map((finding) => findingSentence(finding, nb)).join('\n');
}

/** Eleven digits from nine, with both check digits by the rule in force until 2032. */
function withChecks(nine: string): string {
  const rest = (digits: string, weights: number[]) =>
    weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0) % 11;
  const first = (11 - rest(nine, [3, 7, 6, 1, 8, 9, 4, 5, 2])) % 11;
  const second = (11 - rest(`${nine}${first}`, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2])) % 11;
  return first > 9 || second > 9 ? '' : `${nine}${first}${second}`;
}

/** The first number that can be made of a date; numbers of the synthetic population have 80 added to the month. */
function numberOf(date: string): string {
  for (let individual = 100; individual < 200; individual += 1) {
    const number = withChecks(`${date}${individual}`);
    if (number) return number;
  }
  throw new Error(`no number: ${date}`);
}

function dufOf(ten: string): string {
  const sum = [4, 6, 3, 2, 4, 6, 3, 2, 7, 5].reduce((total, weight, at) => total + weight * Number(ten[at]), 0);
  return ten + String(sum % 11).padStart(2, '0');
}

// Test vectors of the national register for numbers issued from 2032.
const from2032 = ['02013299997', '02013299903', '02013299806', '30108299920', '30108299939'];
const synthetic = numberOf('128590');
const syntheticD = numberOf('528590');

describe('a file with persons in it is refused whole', () => {
  it.each([
    ...from2032.map((number) => ['a number by the rule of 2032', number]),
    ['a synthetic number, month + 80', synthetic],
    ['a synthetic D-number, day + 40 and month + 80', syntheticD],
    ['a number with a space', `${synthetic.slice(0, 6)} ${synthetic.slice(6)}`],
    [
      'a number with points',
      `${synthetic.slice(0, 2)}.${synthetic.slice(2, 4)}.${synthetic.slice(4, 6)}-${synthetic.slice(6)}`,
    ],
    ['a number with a no-break space', `${synthetic.slice(0, 6)}\u00a0${synthetic.slice(6)}`],
    ['a birth date with a dummy suffix', '12859000100'],
    ['a number among words', `jf. ${synthetic}`],
    ['a number without its leading zero', '2013299997'],
  ])('by content: %s', (_, value) => {
    const sentence = refusal(fileWith(['couple', value]));
    expect(sentence).toMatch(/^household: .*«household».*fødselsnummer.*\(1\).*Ingenting/);
  });

  it('by content: a DUF number, an e-mail address, an exact date', () => {
    expect(refusal(fileWith([dufOf('2023123456'), dufOf('2023654321')]))).toContain('DUF-nummer (2)');
    expect(refusal(fileWith(['someone@example.org']))).toContain('e-postadresser (1)');
    expect(refusal(fileWith(['02.01.1990']))).toContain('nøyaktige datoer (1)');
    expect(refusal(fileWith(['1990-01-02', '1990-01-03']))).toContain('nøyaktige datoer (2)');
  });

  it('by content: a phone number, a street address, names', () => {
    expect(refusal(fileWith(['+47 400 00 000', '0047 40000000', '400 00 000']))).toContain('telefonnumre (3)');
    expect(refusal(fileWith(['Eksempelveien 12 b', 'couple']))).toContain('gateadresser (1)');
    expect(refusal(fileWith(['Fornavn Etternavn', 'Etternavnsen, Fornavn', 'couple']))).toContain(
      'det som ser ut som navn (2)',
    );
  });

  it('beside other numbers, with a time, or within a text', () => {
    expect(refusal(fileWith([`${synthetic} 3`, `01.01.1990 ${synthetic}`]))).toContain(
      'fødselsnummer eller D-nummer (2)',
    );
    expect(refusal(fileWith(['1985-03-12 00:00:00', '12.03.1985 08:30']))).toContain('nøyaktige datoer (2)');
    expect(refusal(fileWith(['Tlf 40000000', 'couple']))).toContain('telefonnumre (1)');
  });

  it.each([
    'Namn',
    'Etternamn',
    'fødselsnummer',
    'Fødselsdato',
    'FNR',
    'personnummer',
    'D-nummer',
    'dnr',
    'DUF',
    'DUF-nummer',
    'navn',
    'Etternavn',
    'name',
    'First name',
    'adresse',
    'Address',
    'telefon',
    'mobil',
    'phone',
    'e-post',
    'epost',
    'E-mail',
    'date of birth',
    'birth_date',
  ])('by the heading %s', (heading) => {
    const sentence = refusal(fileWith(['x'], heading));
    expect(sentence).toContain(`«${heading}»`);
    expect(sentence).toMatch(/overskrift.*personopplysninger.*Ingenting/);
  });

  it('in whatever column they stand, known or not', () => {
    expect(refusal(fileWith([synthetic], 'note'))).toContain('note');
    const persons = `settlement_year,permit,category,age_band,persons\n2023,ordinary,adult,25-55,${synthetic}`;
    expect(refusal(persons)).toContain('persons');
  });

  it('with one finding for each kind and column', () => {
    const { findings } = readCohort(fileWith([synthetic, 'someone@example.org', synthetic]));
    expect(findings.map(({ code, path, found }) => [code, path, found])).toEqual([
      ['personal-data', 'household', 'national-number:2'],
      ['personal-data', 'household', 'email:1'],
    ]);
  });

  it('where a file without headings begins with a number: the column is named by its place', () => {
    const { findings } = readCohort(`2023;${synthetic};adult\n2022;${synthetic};adult`);
    expect(findings).toMatchObject([{ code: 'personal-data', path: '2', found: 'national-number:2' }]);
  });
});

describe('no sentence repeats a value', () => {
  const values = [...from2032, synthetic, syntheticD, dufOf('2023123456'), 'someone@example.org', '02.01.1990'];

  it.each(values)('such as one of %#', (value) => {
    for (const text of [
      fileWith([value]),
      fileWith(['x'], value),
      `${value}\n${value}`,
      `settlement_year,permit,category,age_band,persons\n2023,${value},adult,25-55,${value}`,
    ]) {
      const said = readCohort(text).findings.map((finding) => JSON.stringify(finding) + findingSentence(finding, nb));
      expect(said.length).toBeGreaterThan(0);
      expect(said.filter((sentence) => sentence.includes(value))).toEqual([]);
    }
  });

  it('nor a number that only looks like a person’s', () => {
    const text = 'settlement_year,permit,category,age_band,persons\n2023,12345678901,adult,25-55,no 12 34 56 78 90';
    const said = readCohort(text).findings.map((finding) => findingSentence(finding, nb));
    expect(said).toHaveLength(2);
    expect(said.join()).not.toMatch(/123456|12 34/);
  });
});

describe('no alarm is raised', () => {
  const alarms = (text: string) => readCohort(text).findings.filter(({ code }) => code === 'personal-data');

  it('by counts, years, municipalities, bands and amounts', () => {
    const cells = [
      '31',
      '2 023',
      '1818',
      '25-55',
      '0',
      '1.234,5',
      '12345678',
      '4 750 000',
      '1 000 000 000',
      '2018-2021',
    ];
    expect(alarms(fileWith(cells))).toEqual([]);
  });

  it('by bank accounts, amounts in groups, kinds of household and names of places', () => {
    const date = synthetic.replace(/^(\d{4})(\d{2})(\d{5})$/, '$1.$2.$3');
    expect(alarms(fileWith([date, '45 000 000', '4 750 000,50', '912 345 678']))).toEqual([]);
    expect(alarms(fileWith(['Enslig Forsørger', 'Enslig Forsørger', 'Par Uten Barn']))).toEqual([]);
    expect(alarms(fileWith(['Sør Fron', 'Nord Fron'], 'municipality'))).toEqual([]);
  });

  it('by eleven digits without a date in them, or with wrong check digits', () => {
    const wrong = String(Number(synthetic) + 1).padStart(11, '0');
    expect(alarms(fileWith(['99999999999', '00000000000', wrong]))).toEqual([]);
  });

  it('by a count in every year and band of a large file', () => {
    const rows = Array.from({ length: 2_000 }, (_, at) => `${2000 + (at % 24)};ordinary;adult;25-55;${at * 37};couple`);
    const text = `settlement_year;permit;category;age_band;persons;household\n${rows.join('\n')}`;
    expect(alarms(text)).toEqual([]);
  });
});
