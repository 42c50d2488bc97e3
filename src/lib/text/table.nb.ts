export const table = {
  hint: 'Hvorfor?',
  title: 'År for år',
  unit: (kroner: string, sign: string) => `millioner ${kroner}, ${sign}; personer, rom og årsverk`,
  nominal: 'i hvert års kroneverdi',
  fixed: (year: number) => `i faste ${year}-kroner`,
  sum: 'Sum i planen',
  sumTail: 'Sum etter planen',
  metrics: {
    net: 'Netto',
    income: 'Inntekt',
    cost: 'Kostnad',
    in_phase: 'Personer',
    rooms_needed: 'Rom',
    posts: 'Årsverk',
    fund: 'Fond',
    dwellings: 'Boliger',
  },
};
