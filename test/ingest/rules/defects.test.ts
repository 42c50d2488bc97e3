import { questions } from '$lib/text/findings.nb';
import { describe, expect, it } from 'vitest';
import { backtestDocument } from '$lib/export/backtest-document';
import { readAccounts } from '$lib/ingest/accounts-file';
import { readDocument } from '$lib/ingest/document-file';
import { differencesBetween } from '$lib/ingest/rules/document-rules';
import { backtest } from '$lib/model/backtest';
import { BOUNDS } from '$lib/model/backtest-history';
import { valueAt } from '$lib/model/resolve';
import type { Finding } from '$lib/model/settings';
import { accountsText, historyOf } from '$lib/parameters/history';
import { publishedCatalogue } from '$lib/parameters/published';
import { nb } from '$lib/text/nb';
import { findingSentence } from '$lib/text/finding';
import { planFor } from '../../cases/given';
import { filesOf, textOf } from '../../repository-scenario';
import { file, inDocument } from './given';

const said = (findings: Finding[]): string[] => findings.map((finding) => findingSentence(finding, nb));

const documents = filesOf('data/documents', '.csv').map((name) => ({
  name: name.replace(/^.*\/|\.csv$/g, ''),
  ...readDocument(textOf(name)),
}));
const across = differencesBetween(documents.map(({ figures }) => figures));
const sentences = Object.fromEntries(
  documents.map(({ name, findings }, at) => [name, said([...findings, ...(across[at] ?? [])])]),
);

/** An accounts file that comes with the application, as it would be without one of its columns. */
function accountsWithout(number: string, column: string): string {
  const lines = (accountsText(number) ?? '').trim().split('\n');
  const at = (lines[0] ?? '').split(',').indexOf(column);
  return lines
    .map((line) =>
      line
        .split(',')
        .filter((_, cell) => cell !== at)
        .join(','),
    )
    .join('\n');
}

/** The list of defects in the five documents; the numbers are those of the list. */
describe('the nineteen defects of the documents', () => {
  it.each([
    [
      1,
      'Nærøy: oral tests of the summer are 110 %',
      'naeroy-2018',
      'rad 8: language_tests.oral_summer 2018: Andelene blir 110 % til sammen, mer enn 1,5 poeng fra 100 %. De er beholdt som de står. Kontroller mot kilden. (regel 1)',
    ],
    [
      3,
      'Alvdal: 14 outcomes of 12 who completed',
      'alvdal-2018',
      'rad 17: programme.completed 2018: Delene er 14 til sammen, men helheten er 12. Noen er med i flere deler. Ikke regn delene om til andeler av 100 %. (regel 2)',
    ],
    [
      4,
      'Elverum: 60 and 82 % in work or education',
      'elverum-2015',
      'rad 2: status.in_work_or_education_after_five_years 2014: Dokumentet gir ulike verdier for det samme: 60 (1.6), 82 (2.3 Kvalifisering). Avklar hvilken som gjelder før tallet brukes. (regel 3)',
    ],
    [
      5,
      'Elverum: targets of 90 and 80 %',
      'elverum-2015',
      'rad 11: targets.in_work_or_education_after_five_years 2019: Dokumentet gir ulike verdier for det samme: 90 (2.3 Kvalifisering), 80 (3.2). Avklar hvilken som gjelder før tallet brukes. (regel 3)',
    ],
    [
      6,
      'Elverum: at most and at least 10 % with a disability',
      'elverum-2015',
      'rad 17: targets.settled_with_disability: Grensene motsier hverandre: ≤ 10 (2.2), ≥ 10 (3.2). Avklar hvilken som gjelder før tallet brukes. (regel 4)',
    ],
    [
      7,
      'Elverum: the table of the settled by year is missing',
      'elverum-2015',
      'rad 38: settlement.in_five_year_phase.by_settlement_year 2014: Tallet står ikke i teksten. Det er ukjent, ikke null. Skriv det inn, eller bruk et anslag som er merket som anslag. (regel 6)',
    ],
    [
      8,
      'Herøy: a chart that is only an image',
      'heroy-2024',
      'rad 7: immigrants.by_age 2022: Tallet står bare i et bilde. Det er ukjent, ikke null. Les det av i bildet og skriv det inn. (regel 5)',
    ],
    [
      9,
      '12 or 13 months to apply, of two years',
      'gudbrandsdal-2018',
      'rad 8: rules.special_needs_application 2018: Dokumentene har ulike regler: 12 month (elverum-2015), 13 month (gudbrandsdal-2018). Bruk den som gjelder for året og kommunen. (regel 10)',
    ],
    [
      10,
      '2 or 3 months to a kindergarten place, of two municipalities',
      'gudbrandsdal-2018',
      'rad 6: rules.kindergarten_place 2018: Dokumentene har ulike regler: 2 month (elverum-2015), 3 month (gudbrandsdal-2018). Bruk den som gjelder for året og kommunen. (regel 10)',
    ],
    [
      15,
      'Alvdal: persons and families moved',
      'alvdal-2018',
      'rad 24: moves.moved_out 2018: Det samme er oppgitt i ulike enheter: 10 person, 2 family. De kan ikke legges sammen. Finn tallet i én enhet. (regel 8)',
    ],
    [
      16,
      'outcomes are defined differently',
      'naeroy-2018',
      'rad 7: outcomes.after_programme 2018: Dokumentene måler ikke det samme: work_or_education (elverum-2015), work_higher_or_upper_secondary (naeroy-2018). Velg én definisjon før tallene sammenlignes. (regel 11)',
    ],
    [
      18,
      'Elverum: a plan of five years and of four',
      'elverum-2015',
      'rad 21: plan.plan_years: Dokumentet gir ulike verdier for det samme: 4 (Forord), 5 (Tittel (2015-2019)). Avklar hvilken som gjelder før tallet brukes. (regel 3)',
    ],
    [
      19,
      'Herøy: heads and no posts',
      'heroy-2024',
      'rad 2: staff.employees: Dokumentet oppgir 5 ansatte, men ikke årsverk. Ansatte regnes ikke om til årsverk. Finn årsverkene. (regel 7)',
    ],
  ])('%i: %s', (_, __, name, sentence) => {
    expect(sentences[name]).toContain(sentence);
  });

  it('2: Nærøy: reading tests of the summer are 99 %, which is rounding and accepted', () => {
    const reading = documents.find(({ name }) => name === 'naeroy-2018')?.figures ?? [];
    const shares = reading.filter(({ measure }) => measure === 'reading_summer').map(({ value }) => value);
    expect(shares).toEqual([6, 40, 40, 7, 6]);
    expect(sentences['naeroy-2018']?.filter((sentence) => sentence.includes('reading_summer'))).toEqual([]);
  });

  it('9 and 10: the rules that differ by year are dated in the parameters: 12, then 13 months; 2, then 3', () => {
    const { parameters } = planFor({ first_year: 2015 });
    const by = (address: string) => [2015, 2018].map((year) => valueAt(parameters, address, year));
    expect(by('special_needs.deadline')).toEqual([12, 13]);
    expect(by('kindergarten.deadline')).toEqual([2, 3]);
  });

  it('11: Alvdal: years with a net of exactly 0, with the question which entry made them so', () => {
    const history = historyOf('3428');
    const { rows } = readAccounts(accountsText('3428') ?? '');
    const compared = history && backtest(publishedCatalogue, history, rows, [], BOUNDS);
    if (!compared) throw new Error('nothing to compare');
    expect(backtestDocument(compared, nb, false).flags.map(({ message }) => message)).toContain(
      'Netto er nøyaktig 0 i 2016, 2017. Det betyr at statlige midler eller et fond har dekket resten, ikke at det ikke kostet noe. Hvilken føring gjorde netto til 0?',
    );
  });

  it('12: Herøy writes income with a minus and Alvdal cost with a plus: every amount of money states its sign', () => {
    for (const number of ['1818', '3428']) {
      const { rows, findings } = readAccounts(accountsText(number) ?? '');
      expect(findings).toEqual([]);
      expect(rows.filter(({ unit, sign }) => unit.includes('NOK') && !sign)).toEqual([]);
    }
  });

  it('12: a net that does not state its sign is not read before somebody says what plus means', () => {
    const { rows, findings } = readAccounts(accountsWithout('1818', 'sign'));
    expect(rows).toEqual([]);
    expect(said(findings)).toEqual([
      'sign: Fila sier ikke hva pluss betyr i netto (sign). Mulig: cost_positive, income_positive. Legg til en kolonne som sier det.',
    ]);
    const asked = questions['sign']?.ask('net 2024: -6246');
    expect(asked).toBe('Hva betyr pluss i netto (net 2024: -6246)?');
  });

  it.each([
    ['10.049', 10_049],
    ['10 049', 10_049],
    ['"2.662.271,00"', 2_662_271],
    ['1 080 000', 1_080_000],
    ['-3 660', -3_660],
    ['27%', 27],
    ['"2,6"', 2.6],
    ['187 000.-', 187_000],
    ['"40 000,-"', 40_000],
    ['"kr. 182 000,-"', 182_000],
  ])('13: %s is read as the documents write it', (typed, expected) => {
    const { figures, findings } = readDocument(file(`2020,a,b,,${typed},NOK/year,,,`));
    expect(figures.map(({ value }) => value)).toEqual([expected]);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('13: what is no number is refused with the cell as it stands', () => {
    expect(said(inDocument('2020,a,b,,10.049 mill,NOK/year,,,'))).toEqual([
      'rad 2: value: Fant 10.049 mill. Tillatt: number. Rett verdien.',
    ]);
  });

  it('14: kroner and thousands of kroner of one amount are said, and an amount that is a thousand times off', () => {
    expect(said(inDocument('2018,accounts,net,,771,1000 NOK,,,', '2018,accounts,net,,771000,NOK,,,'))).toEqual([
      'rad 2: accounts.net 2018: Det samme er oppgitt i ulike enheter: 771 1000 NOK, 771000 NOK. De kan ikke legges sammen. Finn tallet i én enhet. (regel 8)',
    ]);
    expect(said(inDocument('2018,accounts,cost,,10049000,1000 NOK,,,'))).toEqual([
      'rad 2: accounts.cost 2018: 10049000 1000 NOK er lite sannsynlig. Kroner og tusen kroner kan være byttet om. Kontroller enheten. (regel 9)',
    ]);
  });

  it('14: accounts in thousands that say kroner are not read before somebody says the unit', () => {
    const { rows, findings } = readAccounts((accountsText('3428') ?? '').replaceAll('1000 NOK', 'NOK'));
    expect(rows).toEqual([]);
    expect(said(findings)).toEqual([
      'unit: Fila sier ikke sikkert om beløpene er i kroner eller tusen kroner (unit). Mulig: NOK, 1000 NOK, million NOK. Legg til en kolonne som sier det.',
    ]);
  });

  it('17: a file with a named individual is refused whole, and the name is never repeated', () => {
    const name = ['q', 'v', 'x'].map((letter) => letter.repeat(7)).join(' ');
    const [head, ...rows] = textOf('data/documents/heroy-2024.csv').trim().split('\n');
    const { figures, findings } = readDocument([`${head},navn`, ...rows.map((row) => `${row},${name}`)].join('\n'));
    expect(figures).toEqual([]);
    expect(said(findings)).toEqual([
      'navn: Kolonnen «navn» har en overskrift som tyder på personopplysninger. Ingenting er lest inn. Fjern kolonnen og prøv igjen.',
    ]);
    expect(JSON.stringify(findings)).not.toContain(name.slice(0, 7));
  });
});
