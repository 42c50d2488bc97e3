import { describe, expect, it } from 'vitest';
import type { Finding } from '$lib/model/settings';
import { nb } from '$lib/text/nb';
import { findingSentence } from '$lib/text/finding';
import { cohort, inCohort, inColumns, inTable, settled } from './given';

const said = (findings: Finding[]): string[] => findings.map((finding) => findingSentence(finding, nb));
const codes = (findings: Finding[]): string[] => findings.map(({ code }) => code);

describe('rows of a cohort', () => {
  it('12: a copied row and counts of one group that are added are said, with the rows they stand in', () => {
    expect(said(inCohort(cohort({}, { persons: 5, age_band: '18-24' }, {})))).toEqual([
      'rad 4: persons: Samme gruppe med samme antall (3) står også i rad 2. Radene legges sammen. Slett raden hvis den er kopiert. (regel 12)',
    ]);
    expect(said(inCohort(cohort({}, { persons: 5 }, { persons: null })))).toEqual([
      'rad 4: persons: Samme gruppe står også i rad 2, 3, med ulike antall (3, 5, <5). De legges sammen. Slett den som er feil, hvis bare én gjelder. (regel 12)',
    ]);
  });

  it('12: zeros of one group, or its counts of two years, municipalities or households, are not said', () => {
    expect(inCohort(cohort({ persons: 0 }, { persons: 0 }))).toEqual([]);
    expect(inCohort(cohort({ year: 2023 }, { year: 2024 }))).toEqual([]);
    expect(inCohort(cohort({ household: 'couple' }, { household: 'single' }))).toEqual([]);
  });

  it('13: collective protection before 2022 is said once for a settlement year', () => {
    const early = { permit: 'collective', settlement_year: 2021 } as const;
    expect(said(inCohort(cohort(early, { ...early, age_band: '18-24' })))).toEqual([
      'rad 2: settlement_year: Bosettingsåret er 2021, men dagens kollektive beskyttelse gjelder fra mars 2022. Rett året eller oppholdsgrunnlaget. (regel 13)',
    ]);
  });

  it('14: persons settled after the year of their row, or of the year before the plan, are an error in every row', () => {
    const late = inCohort(cohort({ settlement_year: 2024 }, { settlement_year: 2024, age_band: '18-24' }), {
      firstYear: 2024,
    });
    expect(late).toMatchObject([
      { severity: 'error', row: 2 },
      { severity: 'error', row: 3 },
    ]);
    expect(said(late)[0]).toBe(
      'rad 2: settlement_year: Bosettingsåret 2024 er etter 2023, året personene er talt i. Rett bosettingsåret eller året. (regel 14)',
    );
    expect(inCohort(cohort({ settlement_year: 2024 }))).toEqual([]);
    expect(inCohort(cohort({ settlement_year: 2024, year: 2024 }), { firstYear: 2024 })).toEqual([]);
  });

  it('15: a settlement year outside the five years is said, and one before 1990 as a possible year of birth', () => {
    expect(said(inCohort(cohort({ settlement_year: 2018 }), { firstYear: 2024 }))).toEqual([
      'rad 2: settlement_year: De som er bosatt i 2018, er utenfor femårsperioden (2019-) og gir ikke tilskudd. Rett året hvis det er feil. (regel 15)',
    ]);
    expect(said(inCohort(cohort({ settlement_year: 1989 }), { firstYear: 2024 }))).toEqual([
      'rad 2: settlement_year: Bosettingsåret 1989 er før 1990. Det kan være et fødselsår. Kontroller kolonnen. (regel 15)',
    ]);
    expect(inCohort(cohort({ settlement_year: 2019 }), { firstYear: 2024 })).toEqual([]);
  });

  it('15: unaccompanied minors who may be 20 or younger still give a grant', () => {
    const minor = { category: 'unaccompanied_minor', age_band: '6-15' } as const;
    expect(inCohort(cohort({ ...minor, settlement_year: 2009, year: 2023 }))).toEqual([]);
    expect(codes(inCohort(cohort({ ...minor, settlement_year: 2008, year: 2023 })))).toEqual(['outside-phase']);
  });

  it('16: a missing year is said in the five last, and not where it is written as 0 or is older', () => {
    const years = (...given: number[]) => cohort(...given.map((settlement_year) => ({ settlement_year })));
    expect(said(inCohort(years(2019, 2020, 2023)))).toEqual([
      'settlement_year: Ingen rad har bosettingsåret 2021, 2022, men det er rader for år før og etter. Legg til radene, eller skriv 0 hvis ingen ble bosatt. (regel 16)',
    ]);
    expect(inCohort(years(2012, 2019, 2020, 2021, 2022, 2023))).toEqual([]);
    expect(codes(inCohort(years(1987, 2022, 2023)))).toEqual(['settled-long-ago']);
    expect(inCohort(cohort({ settlement_year: 2021 }, { settlement_year: 2022, persons: 0 }, {}))).toEqual([]);
    const published = (count: ReturnType<typeof settled>) =>
      codes(inCohort(years(2021, 2023), { municipality: '3428', settlement: [count] }));
    expect(published(settled(2022, 0))).toEqual([]);
    expect(published(settled(2022, null, { mark: 'none' }))).toEqual([]);
    expect(published(settled(2022, null, { mark: 'suppressed' }))).toEqual(['settlement-year-missing']);
  });

  it('17: more persons than the published settled are said with both numbers', () => {
    const alvdal = { municipality: '3428', settlement: [settled(2023, 6)] };
    const rows = cohort({ persons: 5 }, { persons: null, age_band: '18-24' }, { persons: null, age_band: '60+' });
    expect(said(inCohort(rows, alvdal))).toEqual([
      'rad 2: settlement_year 2023: Fila har ≥ 7 personer uten familieinnvandrede, men IMDi har publisert 6 bosatte. Kontroller at ingen er talt to ganger; innflytting kan også forklare det. (regel 17)',
    ]);
    expect(inCohort(rows.slice(0, 2), alvdal)).toEqual([]);
  });

  it('17: family immigrants, rounded and made-up rows, hidden and partial figures and other numbers are not judged', () => {
    const seven = { persons: 7 };
    const alvdal = { municipality: '3428', settlement: [settled(2023, 6)] };
    expect(inCohort(cohort({ ...seven, permit: 'family' }), alvdal)).toEqual([]);
    for (const status of ['rounded', 'synthetic', 'assumed'] as const)
      expect(inCohort(cohort({ ...seven, status }), alvdal)).toEqual([]);
    for (const count of [
      settled(2023, null, { mark: 'suppressed' }),
      settled(2023, 6, { mark: 'part_year' }),
      settled(2023, 6, { mark: 'at_least' }),
      settled(2023, 6, { series: 'decided' }),
      settled(2022, 6),
      settled(2023, 6, { municipality: '0438' }),
    ])
      expect(inCohort(cohort(seven), { municipality: '3428', settlement: [count] })).toEqual([]);
  });

  it('18: rows of another municipality and of several are said, and an earlier number of the own is not', () => {
    const rows = cohort({ municipality: '3427' }, { municipality: '3427', age_band: '18-24' });
    expect(said(inCohort(rows, { municipality: '3428' }))).toEqual([
      'rad 2: municipality: Radene gjelder kommune 3427, men planen gjelder 3428. Velg en annen fil, eller en plan for 3427. (regel 18)',
    ]);
    expect(said(inCohort(cohort({ municipality: '3428' }, ...rows.slice(1)), { municipality: '3428' }))).toEqual([
      'rad 3: municipality: Fila har rader for flere kommuner (3428 (1), 3427 (1)), og alle legges sammen. Planen gjelder 3428. Behold radene for én kommune. (regel 18)',
    ]);
    expect(inCohort(rows)).toEqual([]);
    const earlier = cohort({ municipality: '0438' });
    const settlement = [settled(2012, 6, { municipality: '0438' })];
    expect(inCohort(earlier, { municipality: '3428', settlement })).toEqual([]);
  });

  it('19: parts of persons are said once, with how many rows have them', () => {
    expect(said(inCohort(cohort({ persons: 2.5 }, { persons: 0.5, age_band: '18-24' })))).toEqual([
      'rad 2: persons: 2.5 er ikke et helt antall personer (rader med desimaler: 2). Er det andeler eller gjennomsnitt? Bruk antall personer. (regel 19)',
    ]);
  });
});

describe('rows of sums in a table', () => {
  it.each([
    ['Sum;;7', 4],
    ['Totalt;;7', 4],
    ['I alt;;7', 4],
    ['Til sammen;;7', 4],
    ['Til saman;;7', 4],
    [';TOTAL;7', 4],
    [';;7', 4],
  ])('20: %s is left out, wherever it stands', (sum, row) => {
    expect(inTable('2022;voksen;3', '2023;voksen;4', sum).skipped).toEqual([row]);
    expect(inTable(sum, '2022;voksen;3', '2023;voksen;4').skipped).toEqual([2]);
    expect(said(inTable('2022;voksen;3', '2023;voksen;4', sum).findings)).toEqual([
      'rad 4: persons: Raden er en sum (7) som stemmer med radene, og er ikke lest. Du trenger ikke gjøre noe. (regel 20)',
    ]);
  });

  it('20: a sum that does not match is left out too, and said with both numbers', () => {
    const { findings, skipped } = inTable('2022;voksen;3', '2023;voksen;<5', 'Sum;;9');
    expect(skipped).toEqual([4]);
    expect(said(findings)).toEqual([
      'rad 4: persons: Sumraden sier 9, men radene er 4–7 til sammen. Sumraden er ikke lest. Kontroller om en rad mangler eller er feil. (regel 20)',
    ]);
  });

  it('20: a hidden count lets the sum be between the fewest and the most it can be', () => {
    const sum = (count: number) => codes(inTable('2022;voksen;3', '2023;voksen;:', `Sum;;${count}`).findings);
    expect([3, 4, 7, 8].flatMap(sum)).toEqual(['total-differs', 'total-row', 'total-row', 'total-differs']);
  });

  it('20: sums of each settlement year, and the sum of them all, match what they sum', () => {
    const lines = [
      '2022;voksen;3',
      '2022;barn;2',
      '2022;Sum;5',
      '2023;voksen;4',
      '2023;barn;1',
      'Delsum;;5',
      'I alt;;10',
    ];
    expect(codes(inTable(...lines).findings)).toEqual(['total-row', 'total-row', 'total-row']);
    expect(inTable(...lines).skipped).toEqual([4, 7, 8]);
    expect(codes(inTable('2022;voksen;3', '2023;voksen;4', '2022;Sum;4').findings)).toEqual(['total-differs']);
  });

  it('20: a hidden or empty sum is left out without a number', () => {
    expect(said(inTable('2022;voksen;3', '2023;voksen;4', 'Sum;;:').findings)).toEqual([
      'rad 4: persons: Raden er en sum og er ikke lest. Du trenger ikke gjøre noe. (regel 20)',
    ]);
  });

  it('20: a word that only begins as a sum, a file of such words alone and a count without a sum are not', () => {
    expect(inTable('2022;Summer;3', '2023;totalitet;4').skipped).toEqual([]);
    expect(inTable('2022;totalt;3', '2023;totalt;4').skipped).toEqual([]);
    expect(inTable('2022;voksen;3', '2023;voksen;4', ';;5').skipped).toEqual([]);
    expect(inTable('2022;voksen;3', ';;3').skipped).toEqual([]);
  });
});

describe('shares beside counts', () => {
  const headings = ['settlement_year', 'persons', 'andel'];

  it('21: that are no whole together are said, and rounding and the row of the sum are not', () => {
    expect(said(inColumns(headings, '2022;3;50 %', '2023;4;43 %').findings)).toEqual([
      'rad 2: andel: Andelene i kolonnen er 93 % til sammen. Kolonnen er ikke brukt, bare antall personer. Kontroller om en rad mangler eller er med to ganger. (regel 21)',
    ]);
    expect(inColumns(headings, '2022;3;43', '2023;4;56').findings).toEqual([]);
    expect(inColumns(headings, '2022;3;0,43', '2023;4;0,57').findings).toEqual([]);
    expect(codes(inColumns(headings, '2022;3;43', '2023;4;57', 'Sum;7;100').findings)).toEqual(['total-row']);
  });

  it('21: may be of each settlement year, and are not judged where one is missing', () => {
    expect(inColumns(headings, '2022;3;40', '2022;4;60', '2023;1;50', '2023;1;50').findings).toEqual([]);
    expect(inColumns(headings, '2022;3;40', '2022;4;').findings).toEqual([]);
  });
});
