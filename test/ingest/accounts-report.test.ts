import { questions as words } from '$lib/text/findings.nb';
import { describe, expect, it } from 'vitest';
import { readAccounts } from '$lib/ingest/accounts-file';
import { isAccounts } from '$lib/ingest/accounts-sheet';
import { readAccountsTable } from '$lib/ingest/accounts-table';
import { NO_CHOICES } from '$lib/ingest/reading';
import { filesOf, textOf } from '../repository-scenario';
import { lines, read, sentences, table } from './accounts-given';

/** Alvdal's annual report 2018, 5.8, as it is printed: a heading over two rows, thousands above it. */
const ALVDAL = `Beløpene er i hele 1.000 kr.
;Regnskap;Budsjett;Avvik i kr;Regnskap;Regnskap
;2018;2018;;2017;2016
Utgifter;10.049;12.964;2.915;10.247;9.172
Inntekter;9.278;12.938;-3.660;10.247;9.172
Netto utgift;771;26;-745;0;0`;
const ALVDAL_ANSWERS = { municipality: '3428', sign: 'cost_positive' };

describe('a report with a column for each version and year', () => {
  it('is read as Alvdal prints it: headings of two rows, three years, a budget, thousands', () => {
    const reading = read(ALVDAL, ALVDAL_ANSWERS);
    expect(sentences(reading)).toEqual([]);
    expect(reading.columns.map(({ column }) => column)).toEqual([
      'item',
      'regnskap 2018',
      'budsjett 2018',
      'deviation',
      'regnskap 2017',
      'regnskap 2016',
    ]);
    expect(lines(reading)).toContain('2018 regnskap cost 10049 1000 NOK cost_positive');
    expect(lines(reading)).toContain('2018 budsjett income 12938 1000 NOK income_positive');
    expect(lines(reading)).toContain('2018 regnskap net 771 1000 NOK cost_positive');
    expect(reading.rows).toHaveLength(12);
    expect(reading.rows.every(({ municipality }) => municipality === '3428')).toBe(true);
  });

  it('gives the rows that the project’s own file of Alvdal has', () => {
    const own = readAccounts(textOf('data/accounts/3428.csv')).rows.filter(({ unit }) => unit === '1000 NOK');
    const bare = own.map((row) => JSON.stringify({ ...row, source: undefined })).sort();
    const rows = read(ALVDAL, ALVDAL_ANSWERS).rows.map((row) => JSON.stringify(row));
    expect(rows.sort()).toEqual(bare);
  });

  it.each([
    ['Regnskap 2018;Budsjett 2018;Regnskap 2017', '10 049;12 964;10 247'],
    ['Regnskap 2018;Revidert budsjett 2018;Regnskap 2017', 'kr 10 049 000,-;12964000;10 247 000'],
    ['R 2018;B 2018;Rekneskap 2017', '10.049,0;12.964,0;10.247,0'],
  ])('reads %s', (headings, amounts) => {
    const reading = read(`Post;${headings}\nSum utgifter;${amounts}`, { municipality: '3428', unit: '1000 NOK' });
    expect(reading.findings).toEqual([]);
    expect(reading.rows.map(({ year, version }) => `${year} ${version}`)).toEqual([
      '2018 regnskap',
      '2018 budsjett',
      '2017 regnskap',
    ]);
  });

  it('reads the columns in any order, years over versions too', () => {
    const reading = read(
      `Tall i 1000 kr;2017;2018;;
;Regnskap;Budsjett;Avvik;Regnskap
Driftsutgifter;10 247;12 964;2 915;10 049
Driftsinntekter;10 247;12 938;-3 660;9 278`,
      { municipality: '3428' },
    );
    expect(sentences(reading)).toEqual([]);
    expect(reading.columns.map(({ column }) => column)).toEqual([
      'item',
      'regnskap 2017',
      'budsjett 2018',
      'deviation 2018',
      'regnskap 2018',
    ]);
    expect(lines(reading)).toContain('2018 regnskap income 9278 1000 NOK income_positive');
  });

  it('takes the revised budget and says that the original is left out', () => {
    const reading = read(
      `Kommunenr 3428. Tall i tusen kroner
;Regnskap 2018;Opprinnelig budsjett 2018;Revidert budsjett 2018
Sum utgifter;10049;12000;12964`,
    );
    expect(lines(reading)).toEqual([
      '2018 regnskap cost 10049 1000 NOK cost_positive',
      '2018 budsjett cost 12964 1000 NOK cost_positive',
    ]);
    expect(sentences(reading)).toEqual([
      'Opprinnelig budsjett 2018: Det opprinnelige budsjettet er ikke med. Det reviderte er brukt.',
    ]);
  });

  it('takes the sum before the lines it is of, and says which lines it left out', () => {
    const reading = read(
      `Tall i tusen kroner;Regnskap 2018
Lønn;6000
Driftsutgifter;4049
Sum driftsutgifter;10049
Sum inntekter;9278`,
      { municipality: '3428' },
    );
    expect(reading.rows.map(({ amount }) => amount)).toEqual([10_049, 9278]);
    expect(sentences(reading)).toEqual(['Disse linjene er ikke med, for modellen har ingen slik post: Lønn.']);
  });

  it('counts posts, heads and participants in their own units, and asks nothing of them', () => {
    const reading = read(
      `Kommunenummer 3428
;Regnskap 2018;Regnskap 2017
Antall årsverk;2,6;3,2
Antall ansatte;3;4
Deltakere;31;`,
    );
    expect(reading.questions).toEqual([]);
    expect(lines(reading)).toEqual([
      '2018 regnskap staff.posts 2.6 posts',
      '2017 regnskap staff.posts 3.2 posts',
      '2018 regnskap staff.heads 3 heads',
      '2017 regnskap staff.heads 4 heads',
      '2018 regnskap participants 31 persons',
    ]);
  });

  it('reads frames with years alone, and asks what the only line and its plus are', () => {
    const text = `Driftsbudsjett, rammeoversikt, tall i 1000 kr
;2023;2024
FLYKTNING- OG INTEGRERINGSTJENESTE;-2 288;-6 246`;
    const asked = read(text, { municipality: '1818' });
    expect(asked.questions.map(({ id, guess }) => [id, guess])).toEqual([['item', 'net']]);
    expect(asked.rows).toEqual([]);
    const signed = read(text, { municipality: '1818', item: 'net' });
    expect(signed.questions.map(({ id, guess }) => [id, guess])).toEqual([['sign', 'cost_positive']]);
    expect(lines(read(text, { municipality: '1818', item: 'net', sign: 'cost_positive' }))).toEqual([
      '2023 budsjett net -2288 1000 NOK cost_positive',
      '2024 budsjett net -6246 1000 NOK cost_positive',
    ]);
  });

  it('follows the columns and the words that somebody chose', () => {
    const text = 'Tall i tusen kroner;Fjoråret;I år\nKvalifisering;10247;10049\nSum inntekter;10247;9278';
    expect(read(text, { municipality: '3428' }).rows).toEqual([]);
    const chosen = read(
      text,
      { municipality: '3428' },
      { columns: { Fjoråret: 'regnskap 2017', 'I år': 'regnskap 2018' }, values: { 'item=Kvalifisering': 'cost' } },
    );
    expect(lines(chosen)).toEqual([
      '2017 regnskap cost 10247 1000 NOK cost_positive',
      '2018 regnskap cost 10049 1000 NOK cost_positive',
      '2017 regnskap income 10247 1000 NOK income_positive',
      '2018 regnskap income 9278 1000 NOK income_positive',
    ]);
    expect(chosen.columns.map(({ column }) => column)).toEqual(['item', 'regnskap 2017', 'regnskap 2018']);
    expect(chosen.allowed).toContain('regnskap 2018');
  });
});

describe('what a file leaves open is asked, and nothing is read before it is answered', () => {
  const REPORT = ';Regnskap 2018\nUtgifter;10049\nInntekter;9278\nNetto;771';

  it('municipality, unit and sign, each with a guess where there is one', () => {
    const { rows, questions } = read(REPORT);
    expect(rows).toEqual([]);
    expect(questions.map(({ id, guess }) => [id, guess])).toEqual([
      ['municipality', null],
      ['unit', '1000 NOK'],
      ['sign', 'cost_positive'],
    ]);
    const unworded = questions.flatMap(({ id, options }) =>
      options.filter((option) => words[id]?.options[option] === undefined).map((option) => `${id} ${option}`),
    );
    expect(unworded).toEqual([]);
    const answered = read(REPORT, { municipality: '3428', unit: '1000 NOK', sign: 'cost_positive' });
    expect(answered.questions).toEqual([]);
    expect(answered.rows).toHaveLength(3);
  });

  it('guesses the sign by what the sums say', () => {
    const turned = read(REPORT.replace('Netto;771', 'Netto;-771'), { municipality: '3428', unit: '1000 NOK' });
    expect(turned.questions).toMatchObject([{ id: 'sign', guess: 'income_positive' }]);
  });

  it('takes an answer that cannot be for none', () => {
    expect(read(REPORT, { municipality: 'Alvdal', unit: 'kr', sign: 'pluss' }).questions).toHaveLength(3);
  });

  it('does not ask for the sign where income stands with minus', () => {
    const reading = read(';Regnskap 2018\nUtgifter;10049\nInntekter;-9278\nNetto;771', {
      municipality: '3428',
      unit: '1000 NOK',
    });
    expect(reading.questions).toEqual([]);
    expect(reading.rows.map(({ sign }) => sign)).toEqual(['cost_positive', 'cost_positive', 'cost_positive']);
  });

  it.each([
    ['10049000', []],
    ['10049', ['unit']],
    ['450000', ['unit']],
  ])('a cost of %s without a unit: %j', (amount, asked) => {
    const { questions } = read(`;Regnskap 2018\nUtgifter;${amount}`, { municipality: '3428' });
    expect(questions.map(({ id }) => id)).toEqual(asked);
  });

  it('asks for the unit where the one stated gives a thousandth or a thousandfold of a plain service', () => {
    const own = (amount: string, unit: string) =>
      read(`municipality;year;version;item;amount;unit\n3428;2018;regnskap;cost;${amount};${unit}`);
    expect(own('10049', 'NOK').questions).toMatchObject([{ id: 'unit', guess: '1000 NOK' }]);
    expect(own('10049000', '1000 NOK').questions).toMatchObject([{ id: 'unit', guess: 'NOK' }]);
    expect(own('10049', '1000 NOK').questions).toEqual([]);
    expect(own('10049000', 'NOK').questions).toEqual([]);
  });

  it('makes kroner of millions', () => {
    const reading = read('Beløp i mill. kr;Regnskap 2018\nUtgifter;10,049', { municipality: '3428' });
    expect(lines(reading)).toEqual(['2018 regnskap cost 10049000 NOK cost_positive']);
  });
});

describe('the project’s own form', () => {
  it('is read with Norwegian headings and words too', () => {
    const reading = read(`Kommunenummer;År;Versjon;Post;Beløp;Enhet;Fortegn
3428;2018;Regnskap;Utgifter;10 049;1000 kr;utgift positiv
3428;2018;Budsjett;Årsverk;2,6;årsverk;`);
    expect(sentences(reading)).toEqual([]);
    expect(lines(reading)).toEqual([
      '2018 regnskap cost 10049 1000 NOK cost_positive',
      '2018 budsjett staff.posts 2.6 posts',
    ]);
  });

  it('keeps an item the back-test does not know, and its source', () => {
    const { rows } = read(
      'municipality;year;version;item;amount;unit;sign;source\n3428;2018;regnskap;tolk;90;1000 NOK;cost_positive;x',
    );
    expect(rows).toMatchObject([{ item: 'tolk', source: 'x' }]);
  });
});

describe('accounts are told from people by content', () => {
  it('every accounts file is accounts and no cohort is', () => {
    const score = (path: string) => isAccounts(table(textOf(path).replaceAll(',', ';')));
    expect(filesOf('data/accounts', '.csv').filter((path) => score(path) < 4)).toEqual([]);
    expect(filesOf('data/cohorts', '.csv').filter((path) => score(path) > 0)).toEqual([]);
    expect(isAccounts(table(ALVDAL))).toBeGreaterThan(5);
    expect(isAccounts(table('Kategori;2019;2020\nvoksen;4;5\nbarn;2;1'))).toBe(0);
    expect(isAccounts(table('Funksjon;Art;Beløp\n275;089;4000000'))).toBeGreaterThan(2);
  });

  it('a table of neither has no rows and says which columns it must have', () => {
    const { rows, findings } = readAccountsTable(table('a;b\n1;2'), NO_CHOICES);
    expect(rows).toEqual([]);
    expect(findings.map(({ code, path }) => `${code} ${path}`)).toContain('missing-column amount');
  });
});
