import type { Text } from './text';

export const table: Text['table'] = {
  hint: 'Why?',
  title: 'Year by year',
  unit: (kroner: string, sign: string) => `millions of kroner ${kroner}, ${sign}; persons, rooms and posts`,
  nominal: 'of each year',
  fixed: (year: number) => `of ${year}`,
  sum: 'Total in the plan',
  sumTail: 'Total after the plan',
  metrics: {
    net: 'Net',
    income: 'Income',
    cost: 'Cost',
    in_phase: 'Persons',
    rooms_needed: 'Rooms',
    posts: 'Posts',
    fund: 'Fund',
    dwellings: 'Dwellings',
  },
};
