import { describe, expect, it } from 'vitest';
import { readFile, type FileMeans } from '$lib/ingest/read-file';
import { nb } from '$lib/text/nb';
import { findingSentence } from '$lib/text/finding';

const means: FileMeans = { choices: null, known: {}, context: { settlement: [] } };
const read = (text: string) => readFile('fil.csv', new TextEncoder().encode(text), means);

/** The same people, as municipalities write them: 31 adults of 2023 and 12 children of 2022. */
const people = [
  { settlement_year: 2023, permit: 'ordinary', category: 'adult', age_band: '25-55', persons: 31 },
  { settlement_year: 2022, permit: 'collective', category: 'child', age_band: '6-15', persons: 12 },
];
const head = 'Bosettingsår;Oppholdsgrunnlag;Kategori;Aldersgruppe;Antall';
const two = '2023;ordinær;voksen;25-55;31\n2022;kollektiv;barn;6-15;12';

const good: Record<string, string> = {
  'headings of IMDi': `Bosatt år;Tillatelse;Kategori;Alder ved bosetting;Antall personer\n${two}`,
  'nynorsk headings and words':
    'Busetjingsår;Opphaldsløyve;Persongruppe;Aldersintervall;Tal på personar\n2023;ordinært;vaksne;25-55;31\n2022;mellombels kollektivt vern;barn;6-15;12',
  'English headings and words':
    'Settled year;Residence permit;Group;Age group;Count\n2023;ordinary;adult;25-55;31\n2022;temporary collective protection;children;6-15;12',
  'a heading with a full stop': `${head.replace('Antall', 'Antall.')}\n${two}`,
  'headings in capitals': `${head.toUpperCase()}\n${two}`,
  'ages in years': `${head}\n2023;ordinær;voksen;34;31\n2022;kollektiv;barn;9;12`,
  'bands with words': `${head}\n2023;ordinær;voksen;25 - 55 år;31\n2022;kollektiv;barn;6–15 år;12`,
  'words in capitals': `${head}\n2023;ORDINÆR;VOKSEN;25-55;31\n2022;KOLLEKTIV BESKYTTELSE;BARN;6-15;12`,
  'a row of the sum below': `${head}\n${two}\nSum;;;;43`,
  'a row of the sum above': `${head}\nTotalt;;;;43\n${two}`,
  'a sum without a word': `${head}\n${two}\n;;;;43`,
  'subtotals of each year': `${head}\n2023;ordinær;voksen;25-55;31\nSum 2023;;;;31\n2022;kollektiv;barn;6-15;12\nSum 2022;;;;12`,
  'a column of shares': `${head};Andel\n2023;ordinær;voksen;25-55;31;72 %\n2022;kollektiv;barn;6-15;12;28 %`,
  'empty lines between': `${head}\n\n2023;ordinær;voksen;25-55;31\n;;;;\n2022;kollektiv;barn;6-15;12\n`,
  'the same cell in two rows': `${head}\n2023;ordinær;voksen;25-55;30\n2023;ordinær;voksen;25-55;1\n2022;kollektiv;barn;6-15;12`,
  'a person a row': `Bosettingsår;Oppholdsgrunnlag;Kategori;Alder\n${'2023;ordinær;voksen;40\n'.repeat(31)}${'2022;kollektiv;barn;8\n'.repeat(12)}`,
  'counts with spaces and decimals': `${head}\n2023;ordinær;voksen;25-55;31,0\n2022;kollektiv;barn;6-15; 12 `,
  'notes under the table': `Bosatte i kommunen\nHentet 31.12.2023\n\n${head}\n${two}`,
  'a quota refugee': `${head}\n2023;overføringsflyktning;voksen;25-55;31\n2022;kollektiv;barn;6-15;12`,
  'columns in another order':
    'Antall;Alder;Kategori;Tillatelse;År bosatt\n31;25-55;voksen;ordinær;2023\n12;6-15;barn;kollektiv;2022',
};

describe('the same people are read from', () => {
  it.each(Object.keys(good))('%s', async (kind) => {
    const file = await read(good[kind] ?? '');
    if (file.kind !== 'cohort') throw new Error(file.kind);
    expect(file.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(file.rows).toEqual(people);
  });
});

const accounts = 'Flyktningtjenesten;Regnskap 2018;Budsjett 2018';
const bad: [string, string][] = [
  [
    `${head}\n2023;turist;voksen;25-55;31`,
    'fil.csv: rad 2: permit: «turist» kan ikke velges. Tillatt: ordinary, collective, family.',
  ],
  [
    `${head}\n2023;ordinær;enslig mindreårig;40;1`,
    'fil.csv: rad 2: age_band: Aldersgruppa 40 passer ikke med kategorien. Voksne er 18 år eller mer, barn og enslige mindreårige er under 18. Rett raden.',
  ],
  [
    `${head}\n2023;ordinær;voksen;25-55;-3`,
    'fil.csv: rad 2: persons: Verdien -3 er utenfor grensene. Tillatt: 0-. Rett verdien.',
  ],
  [
    `${head};Kontakt\n2023;ordinær;voksen;25-55;3;400 00 000`,
    'fil.csv: Kontakt: Kolonnen «Kontakt» har telefonnumre (1). Ingenting er lest inn. Fjern kolonnen og prøv igjen.',
  ],
  [
    `${head};Bosted\n2023;ordinær;voksen;25-55;3;Eksempelveien 3`,
    'fil.csv: Bosted: Kolonnen «Bosted» har gateadresser (1). Ingenting er lest inn. Fjern kolonnen og prøv igjen.',
  ],
  [
    `${head};Ref\n2023;ordinær;voksen;25-55;3;Fornavn Etternavn\n2023;ordinær;voksen;25-55;3;Annet Navn`,
    'fil.csv: Ref: Kolonnen «Ref» har det som ser ut som navn (2). Ingenting er lest inn. Fjern kolonnen og prøv igjen.',
  ],
  [`${accounts}\nSum utgifter;mange;2`, 'fil.csv: rad 2: Regnskap 2018: «mange» er ikke et tall. Skriv et tall.'],
];

describe('what is wrong is said in one sentence', () => {
  it.each(bad)('%s', async (text, sentence) => {
    const file = await read(text);
    expect(file.findings.map((finding) => findingSentence(finding, nb, 'fil.csv'))).toEqual([sentence]);
    expect(file.kind === 'none' ? [] : file.rows).toEqual([]);
  });
});
