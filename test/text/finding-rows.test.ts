import { expect, it } from 'vitest';
import type { Finding } from '$lib/model/settings';
import { findingLines, findingRows } from '$lib/text/finding-rows';
import { nb } from '$lib/text/nb';
import { reportText } from '$lib/text/report';

const findings: Finding[] = [
  { code: 'total-row', severity: 'warning', path: 'persons', row: 9, found: '7', rule: 20 },
  { code: 'no-rows', severity: 'error', path: '' },
];

it('findings as rows have every heading, also where a finding has no row, rule or column', () => {
  expect(findingRows(findings, nb, reportText.nb, 'fil.csv')).toEqual([
    {
      fil: 'fil.csv',
      alvor: 'advarsel',
      regel: '20',
      rad: '9',
      kolonne: 'persons',
      'hva og hva du gjør': 'Raden er en sum (7) som stemmer med radene, og er ikke lest. Du trenger ikke gjøre noe.',
    },
    {
      fil: 'fil.csv',
      alvor: 'feil',
      regel: '',
      rad: '',
      kolonne: '',
      'hva og hva du gjør': 'Fila har overskrifter, men ingen rader. Legg til rader og prøv igjen.',
    },
  ]);
});

it('findings as text are the sentences of the command line, errors first under their number', () => {
  expect(findingLines(findings, nb, reportText.nb, 'fil.csv')).toBe(
    [
      '1 feil',
      'fil.csv: Fila har overskrifter, men ingen rader. Legg til rader og prøv igjen.',
      '',
      '1 advarsel',
      'fil.csv: rad 9: persons: Raden er en sum (7) som stemmer med radene, og er ikke lest. Du trenger ikke gjøre noe. (regel 20)',
    ].join('\n'),
  );
});
