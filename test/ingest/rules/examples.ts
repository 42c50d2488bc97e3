import type { Finding } from '$lib/model/settings';
import { between, cohort, inCohort, inColumns, inDocument, inTable, settled } from './given';

/** Of each code of a rule one example that breaks it, and one of the rule that does not. */
type Examples = { breaks: Record<string, () => Finding[]>; keeps: () => Finding[] };

const percent = (...values: number[]): string[] => values.map((value, at) => `2020,a,b,part_${at},${value},percent,,,`);
const outcomes = (work: number): string[] => [
  '2020,a,b,all,12,person,,,',
  `2020,a,b,work,${work},person,,,`,
  '2020,a,b,study,7,person,,,',
];

/** By number of the rule. */
export const examples: Record<number, Examples> = {
  1: { breaks: { 'percent-sum': () => inDocument(...percent(60, 50)) }, keeps: () => inDocument(...percent(60, 40)) },
  2: { breaks: { 'parts-exceed-whole': () => inDocument(...outcomes(7)) }, keeps: () => inDocument(...outcomes(5)) },
  3: {
    breaks: { 'two-values': () => inDocument('2019,a,b,,90,percent,,,', ',a,b,,80,percent,,,') },
    keeps: () => inDocument('2018,a,b,,90,percent,,,', '2019,a,b,,80,percent,,,'),
  },
  4: {
    breaks: { 'bounds-conflict': () => inDocument(',a,b,,10,percent,at_most,,', ',a,b,,10,percent,at_least,,') },
    keeps: () => inDocument(',a,b,,10,percent,at_most,,', ',a,b,,5,percent,at_least,,'),
  },
  5: {
    breaks: { 'figure-in-image': () => inDocument('2022,a,b,,,person,,,image_only') },
    keeps: () => inDocument('2022,a,b,,0,person,,,'),
  },
  6: {
    breaks: { 'figure-not-in-text': () => inDocument('2022,a,b,,,person,,,not_in_text') },
    keeps: () => inDocument('2022,a,b,,,person,,,none'),
  },
  7: {
    breaks: { 'heads-without-posts': () => inDocument('2020,a,b,,5,heads,,,', '2019,a,c,,3,posts,,,') },
    keeps: () => inDocument('2020,a,b,,5,heads,,,', '2020,a,c,,3,posts,,,'),
  },
  8: {
    breaks: { 'mixed-units': () => inDocument('2020,a,b,,10,person,,,', '2020,a,b,,2,family,,,') },
    keeps: () => inDocument('2020,a,b,,10,person,,,', '2019,a,b,,2,family,,,'),
  },
  9: {
    breaks: { 'doubtful-unit': () => inDocument('2020,a,b,,2288000,1000 NOK,,,') },
    keeps: () => inDocument('2020,a,b,,-2288,1000 NOK,,,', '2020,a,c,,377000,NOK/year,,,'),
  },
  10: {
    breaks: { 'rules-differ': () => between(['2015,rules,b,,2,month,,,'], ['2018,rules,b,,3,month,,,']) },
    keeps: () => between(['2015,rules,b,,2,month,,,'], ['2018,rules,b,,2,month,,,']),
  },
  11: {
    breaks: { 'definitions-differ': () => between(['2015,a,b,,53,percent,,work,'], ['2018,c,b,,63,percent,,study,']) },
    keeps: () => between(['2015,a,b,,53,percent,,work,'], ['2018,c,b,,63,percent,,work,']),
  },
  12: {
    breaks: {
      'row-twice': () => inCohort(cohort({}, {})),
      'rows-added': () => inCohort(cohort({}, { persons: 4 })),
    },
    keeps: () => inCohort(cohort({}, { age_band: '18-24' }, { household: 'couple' }, { year: 2023 })),
  },
  13: {
    breaks: { 'collective-too-early': () => inCohort(cohort({ permit: 'collective', settlement_year: 2021 })) },
    keeps: () => inCohort(cohort({ permit: 'collective', settlement_year: 2022 })),
  },
  14: {
    breaks: { 'settled-after-year': () => inCohort(cohort({ settlement_year: 2024, year: 2023 })) },
    keeps: () => inCohort(cohort({ settlement_year: 2023, year: 2023 })),
  },
  15: {
    breaks: {
      'outside-phase': () => inCohort(cohort({ settlement_year: 2018, year: 2023 })),
      'settled-long-ago': () => inCohort(cohort({ settlement_year: 1989 })),
    },
    keeps: () => inCohort(cohort({ settlement_year: 2019, year: 2019 })),
  },
  16: {
    breaks: {
      'settlement-year-missing': () => inCohort(cohort({ settlement_year: 2021 }, { settlement_year: 2023 })),
    },
    keeps: () => inCohort(cohort({ settlement_year: 2022 }, { settlement_year: 2023 })),
  },
  17: {
    breaks: {
      'more-than-published': () =>
        inCohort(cohort({ persons: 7 }), { municipality: '3428', settlement: [settled(2023, 6)] }),
    },
    keeps: () => inCohort(cohort({ persons: 6 }), { municipality: '3428', settlement: [settled(2023, 6)] }),
  },
  18: {
    breaks: {
      'several-municipalities': () =>
        inCohort(cohort({ municipality: '3428' }, { municipality: '3427', settlement_year: 2022 })),
      'other-municipality': () => inCohort(cohort({ municipality: '3427' }), { municipality: '3428' }),
    },
    keeps: () => inCohort(cohort({ municipality: '3428' }), { municipality: '3428' }),
  },
  19: {
    breaks: { 'persons-not-whole': () => inCohort(cohort({ persons: 2.5 })) },
    keeps: () => inCohort(cohort({ persons: 2 }, { persons: null, age_band: '18-24' })),
  },
  20: {
    breaks: {
      'total-row': () => inTable('2022;voksen;3', '2023;voksen;4', 'Sum;;7').findings,
      'total-differs': () => inTable('2022;voksen;3', '2023;voksen;4', 'Sum;;8').findings,
    },
    keeps: () => inTable('2022;voksen;3', '2023;voksen;4').findings,
  },
  21: {
    breaks: { 'shares-not-whole': () => inColumns(['persons', 'andel'], '3;50', '3;40').findings },
    keeps: () => inColumns(['persons', 'andel'], '3;50', '3;50').findings,
  },
};
