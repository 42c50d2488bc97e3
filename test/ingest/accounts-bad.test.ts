import { findings } from '$lib/text/findings.nb';
import { describe, expect, it } from 'vitest';
import { nb } from '$lib/text/nb';
import { nn } from '$lib/text/nn';
import { en } from '$lib/text/en';
import { findingSentence } from '$lib/text/finding';
import { read, sentences } from './accounts-given';

const ANSWERS = { municipality: '3428', unit: '1000 NOK', sign: 'cost_positive' };

/** A national number with right control digits, of nobody: made from a date that is to come. */
function madeUpNumber(): string {
  const weigh = (digits: number[], weights: number[]): number =>
    (11 - (weights.reduce((sum, weight, at) => sum + weight * (digits[at] ?? 0), 0) % 11)) % 11;
  for (let serial = 500; ; serial += 1) {
    const digits = [...`010199${serial}`].map(Number);
    digits.push(weigh(digits, [3, 7, 6, 1, 8, 9, 4, 5, 2]));
    digits.push(weigh(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]));
    if (digits.every((digit) => digit < 10)) return digits.join('');
  }
}

describe('accounts that say something doubtful are read, and the doubt is said', () => {
  it.each([
    [
      'net is not income less cost',
      ';Regnskap 2018\nUtgifter;10049\nInntekter;9278\nNetto;700',
      'regnskap 2018: Inntekt minus kostnad er ikke netto: 9278 − 10049 = -771, men netto står som -700. Rett tallene, eller legg til linja som mangler.',
    ],
    [
      'the deviation is not the difference',
      ';Regnskap 2018;Budsjett 2018;Avvik\nUtgifter;10049;12964;2500',
      'rad 2: Avvik: Avviket står som 2500, men regnskap minus budsjett er -2915. Avviket er ikke brukt. Sjekk tallene.',
    ],
    [
      'a year between others is missing',
      ';Regnskap 2018;Regnskap 2016\nUtgifter;10049;9172',
      'Regnskapet mangler for 2017, som ligger mellom år som er med. Årene står som ukjent, ikke som null.',
    ],
    [
      'a heading is unknown',
      ';Regnskap 2018;Merknad X\nUtgifter;10049;5',
      'Merknad X: Kolonnen er ikke kjent og er ikke lest. Si hva den er, eller la den stå.',
    ],
    [
      'one year is a thousand times another',
      ';Regnskap 2018;Regnskap 2017\nUtgifter;10049;10247000',
      'cost: Beløpene skiller seg om lag 1000 ganger: 10049000 / 10247000000 kroner. Kroner og tusen kroner kan være blandet. Sjekk enheten.',
    ],
    [
      'a line is none the back-test knows',
      ';Regnskap 2018\nUtgifter;10049\nTolk;90',
      'Disse linjene er ikke med, for modellen har ingen slik post: Tolk.',
    ],
  ])('%s', (_, text, sentence) => {
    const reading = read(text, ANSWERS);
    expect(sentences(reading)).toEqual([sentence]);
    expect(reading.findings.map(({ severity }) => severity)).toEqual(['warning']);
    expect(reading.rows.length).toBeGreaterThan(0);
  });

  it('what is off by no more than rounding is not said', () => {
    const text =
      ';Regnskap 2018;Budsjett 2018;Avvik\nUtgifter;10049;12964;2916\nInntekter;9278;12938;-3660\nNetto;772;26;-745';
    expect(read(text, ANSWERS).findings).toEqual([]);
  });
});

describe('accounts with an error give no row', () => {
  it.each([
    [
      'the same item twice with two values',
      ';Regnskap 2018\nUtgifter;10049\nUtgifter;10100',
      [
        'rad 3: Utgifter regnskap 2018: Den samme posten står to ganger med ulike beløp: 10049 / 10100. Behold den som gjelder.',
      ],
    ],
    [
      'a municipality by name',
      'Kommune;Post;Regnskap 2018\nHerøy;Utgifter;10049',
      ['rad 2: municipality: «Herøy» er ikke et kommunenummer. Skriv de fire sifrene.'],
    ],
    [
      'no year anywhere',
      ';Regnskap;Budsjett\nUtgifter;10049;12964',
      [
        'Fila sier ikke hvilket år beløpene gjelder. Skriv året i overskriften, for eksempel «Regnskap 2018», eller lag en kolonne med år.',
      ],
    ],
    [
      'no line of cost, income or net',
      ';Regnskap 2018\nTolk;90\nLønn;6000',
      [
        'Disse linjene er ikke med, for modellen har ingen slik post: Tolk, Lønn.',
        'Ingen linje er kostnad, inntekt eller netto. Kall linjene for eksempel «Sum utgifter», «Sum inntekter» og «Netto».',
      ],
    ],
    [
      'an amount that is none, beside one that is',
      ';Regnskap 2018;Regnskap 2017\nUtgifter;mye;10247',
      ['rad 2: Regnskap 2018: «mye» er ikke et tall. Skriv et tall.'],
    ],
    [
      'an art and a function that are none',
      'Funksjon;Art;Regnskap 2018\n275;1010;100\n27;010;100',
      [
        'rad 2: art: «1010» er ingen art. En art har tre siffer, eller fem med kontoklassen foran. Rett koden.',
        'rad 3: funksjon: «27» er ingen funksjon. En funksjon har tre siffer, eller fire med et eget siffer bak. Rett koden.',
      ],
    ],
    [
      'functions without arts, which alone tell cost from income',
      'Funksjon;Regnskap 2018\n275;100',
      [
        'art: Kolonnen «art» mangler. Fila har: Funksjon, Regnskap 2018. Den må ha: item, amount. Legg til kolonnen og prøv igjen.',
      ],
    ],
    [
      'two columns of the same',
      ';Regnskap 2018;Regnskap 2018\nUtgifter;1;2',
      ['Regnskap 2018: Kolonnen finnes to ganger. Fjern den ene.'],
    ],
    ['headings alone', 'Post;Regnskap 2018', ['Fila har overskrifter, men ingen rader. Legg til rader og prøv igjen.']],
  ])('%s', (_, text, expected) => {
    const reading = read(text, ANSWERS);
    expect(sentences(reading)).toEqual(expected);
    expect(reading.rows).toEqual([]);
  });

  it('a column of names, a number of a person, and an address are refused, and no value is repeated', () => {
    const number = madeUpNumber();
    for (const text of [
      ';Navn;Regnskap 2018\nUtgifter;x;10049',
      `Funksjon;Art;Tekst;Regnskap 2018\n275;089;stønad ${number};4200000`,
      'Post;Regnskap 2018;Kommentar\nUtgifter;10049;post@example.org',
    ]) {
      const reading = read(text, ANSWERS);
      expect(reading.findings.map(({ code }) => code)).toEqual(['personal-data']);
      expect(reading.rows).toEqual([]);
      expect(JSON.stringify(reading)).not.toContain(number);
    }
  });

  it('names of accounts and cost centres are no names of people', () => {
    const reading = read(
      'Ansvar;Ansvarsnavn;Funksjon;Art;Artsnavn;Regnskap 2018\n201;Flyktningtjenesten;275;010;Fastlønn;1500000',
      {
        ...ANSWERS,
        unit: 'NOK',
      },
    );
    expect(reading.findings).toEqual([]);
    expect(reading.rows).toHaveLength(2);
  });
});

describe('every sentence', () => {
  it('stands in three languages, each its own', () => {
    const codes = Object.keys(findings).filter((code) => code.startsWith('accounts-'));
    expect(codes.length).toBeGreaterThan(12);
    for (const code of codes) {
      const finding = { code, severity: 'error' as const, path: '', found: '1', allowed: '2' };
      const said = [nb, nn, en].map((text) => findingSentence(finding, text));
      expect(new Set(said).size, code).toBe(3);
      for (const sentence of said) expect(sentence).toMatch(/^[A-ZÆØÅ«“].*[.)]$/u);
    }
  });
});
