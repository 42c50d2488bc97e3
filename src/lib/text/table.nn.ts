import type { Text } from './text';

export const table: Text['table'] = {
  hint: 'Kvifor?',
  title: 'År for år',
  unit: (kroner: string, sign: string) => `millionar ${kroner}, ${sign}; personar, rom og årsverk`,
  nominal: 'i kroneverdien til kvart år',
  fixed: (year: number) => `i faste ${year}-kroner`,
  sum: 'Sum i planen',
  sumTail: 'Sum etter planen',
  metrics: {
    net: 'Netto',
    income: 'Inntekt',
    cost: 'Kostnad',
    in_phase: 'Personar',
    rooms_needed: 'Rom',
    posts: 'Årsverk',
    fund: 'Fond',
    dwellings: 'Bustader',
  },
};
