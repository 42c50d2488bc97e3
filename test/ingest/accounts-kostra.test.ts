import { describe, expect, it } from 'vitest';
import { readAccountsTable } from '$lib/ingest/accounts-table';
import { NO_CHOICES } from '$lib/ingest/reading';
import { lines, read, sentences, table } from './accounts-given';

/** Lines as an accounting system writes them: cost with plus, income with minus. */
const KOSTRA = `Kommune;År;Versjon;Ansvar;Ansvarsnavn;Funksjon;Art;Beløp
3428;2018;Regnskap;201;Flyktningtjenesten;275;10100;1 500 000
3428;2018;Regnskap;201;Flyktningtjenesten;275;10890;4 200 000
3428;2018;Regnskap;201;Flyktningtjenesten;213 Voksenopplæring;350;4 349 000
3428;2018;Regnskap;201;Flyktningtjenesten;850;18100;-9 278 000
3428;2018;Budsjett;201;Flyktningtjenesten;275;010;1 600 000
3428;2018;Budsjett;201;Flyktningtjenesten;850;810;-12 938 000`;

describe('lines by function and art', () => {
  it('are added to cost, income and net, to each function, and to the benefit', () => {
    const reading = read(KOSTRA);
    expect(sentences(reading)).toEqual([]);
    expect(reading.questions).toEqual([]);
    expect(lines(reading)).toEqual([
      '2018 regnskap cost 10049000 NOK cost_positive',
      '2018 regnskap cost.275 5700000 NOK cost_positive',
      '2018 regnskap introduction_benefit 4200000 NOK cost_positive',
      '2018 regnskap cost.213 4349000 NOK cost_positive',
      '2018 regnskap income -9278000 NOK cost_positive',
      '2018 regnskap income.850 -9278000 NOK cost_positive',
      '2018 budsjett cost 1600000 NOK cost_positive',
      '2018 budsjett cost.275 1600000 NOK cost_positive',
      '2018 budsjett income -12938000 NOK cost_positive',
      '2018 budsjett income.850 -12938000 NOK cost_positive',
      '2018 regnskap net -771000 NOK income_positive',
      '2018 budsjett net 11338000 NOK income_positive',
    ]);
  });

  it('are the same in any order of rows', () => {
    const [head = '', ...rows] = KOSTRA.split('\n');
    const turned = lines(read([head, ...rows.reverse()].join('\n')));
    expect(turned.sort()).toEqual(lines(read(KOSTRA)).sort());
  });

  it('are read with a column of amounts for each year, arts without their leading zeros, income with plus', () => {
    const reading = read(
      `Funksjon;Art;Tekst;Regnskap 2017;Regnskap 2018
275;10;Fastlønn;1400000;1500000
275;89;Introduksjonsstønad;;4200000
850;810;Integreringstilskudd;10247000;9278000`,
      { municipality: '3428' },
    );
    expect(lines(reading).filter((line) => /(cost|income|net) /.test(line))).toEqual([
      '2017 regnskap cost 1400000 NOK cost_positive',
      '2018 regnskap cost 5700000 NOK cost_positive',
      '2017 regnskap income 10247000 NOK income_positive',
      '2018 regnskap income 9278000 NOK income_positive',
      '2017 regnskap net 8847000 NOK income_positive',
      '2018 regnskap net 3578000 NOK income_positive',
    ]);
  });

  it('of financing, compensated tax and functions outside the model are left out and said', () => {
    const reading = read(`${KOSTRA}
3428;2018;Regnskap;201;Flyktningtjenesten;880;15400;1 000 000
3428;2018;Regnskap;201;Flyktningtjenesten;275;19400;-500 000
3428;2018;Regnskap;201;Flyktningtjenesten;275;14290;90 000
3428;2018;Regnskap;201;Flyktningtjenesten;120;10100;300 000`);
    expect(lines(reading)).toEqual(lines(read(KOSTRA)));
    expect(sentences(reading)).toEqual([
      'Artene 429, 540, 940 er ikke med: finansiering og fond (501–599 og 900–999) og kompensert merverdiavgift (429, 728, 729) er verken kostnad eller inntekt i modellen.',
      'Funksjonene 120 er ikke med, for modellen har ingenting der.',
    ]);
  });

  it('of several cost centres are asked about; one, several or all can be the service’s', () => {
    const text = `${KOSTRA}\n3428;2018;Regnskap;410;Kultur;275;10100;100 000\n3428;2018;Regnskap;202;Voksenopplæringen;213;10100;700 000`;
    const asked = read(text);
    expect(asked.rows).toEqual([]);
    expect(asked.questions).toMatchObject([{ id: 'ansvar', found: '201, 202, 410' }]);
    const { guess, options } = asked.questions[0] ?? { guess: null, options: [] };
    expect(options).toEqual(expect.arrayContaining(['201', '202', '410', 'all', guess]));
    const cost = (ansvar: string) =>
      read(text, { ansvar }).rows.find(({ item, version }) => item === 'cost' && version === 'regnskap')?.amount;
    expect(cost('201')).toBe(10_049_000);
    expect(cost('201,202')).toBe(10_749_000);
    expect(cost('all')).toBe(10_849_000);
    expect(read(text, { ansvar: '999' }).questions).toMatchObject([{ id: 'ansvar' }]);
  });

  it('ask which version they are where nothing says it', () => {
    const text = 'Kommune;År;Funksjon;Art;Beløp\n3428;2018;275;010;1500000';
    expect(read(text).questions).toMatchObject([{ id: 'version', guess: 'regnskap' }]);
    const titled = (title: string) => readAccountsTable(table(text, title), NO_CHOICES);
    expect(titled('regnskap.csv').rows[0]).toMatchObject({ version: 'regnskap' });
    expect(titled('regnskap og budsjett.csv').questions).toMatchObject([{ id: 'version' }]);
    expect(lines(read(text, { version: 'budsjett' }))[0]).toBe('2018 budsjett cost 1500000 NOK cost_positive');
  });

  it('without income have no net: what is not there is unknown', () => {
    const reading = read('Kommune;År;Versjon;Funksjon;Art;Beløp\n3428;2018;Regnskap;275;010;1500000');
    expect(reading.rows.map(({ item }) => item)).toEqual(['cost', 'cost.275']);
  });
});
