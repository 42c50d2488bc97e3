export const plan = {
  perYear: (persons: string) => `${persons} i året`,
  plus: 'i pluss',
  minus: 'i minus',
  zero: 'i balanse',
  unknown: 'et ukjent beløp',
  million: 'mill.',
  proposal: 'Forslaget',
  yours: 'Valgt nå',
  copyOf: (name: string) => `Kopi av ${name}`,
  /** The headline in parts, so that the figures in it can be pressed. */
  headline: {
    before: 'Med',
    goes: 'i året går tjenesten',
    until: (year: number) => `til og med ${year}, og`,
    after: 'etterpå.',
    none: 'Uten nye bosatte går tjenesten',
    paths: 'Med',
  },
  proposalLine: (persons: string, plan: string, tail: string) =>
    `Forslaget, ${persons} i året: ${plan} i planen og ${tail} etterpå.`,
  planEnds: 'planperioden slutter',
  planEndsShort: 'planen',
  after: 'følger av vedtaket, ingen nye bosatt',
  afterShort: 'etterpå',
  economicPlan: 'økonomiplan',
  proposalKey: (persons: string) => `forslaget, ${persons} i året`,
  worstYear: 'Verste år',
  years: (years: string) => years,
  asTable: 'Vis som tabell',
  chartName: (title: string, scenario: string, from: number, to: number) => `${title}, ${scenario}, ${from}–${to}`,
  chartSummary: (highest: string, highestYear: number, lowest: string, lowestYear: number) =>
    `Høyest ${highest} i ${highestYear}, lavest ${lowest} i ${lowestYear}.`,
  why: 'Hvorfor?',
  inPlan: (from: number, to: number) => `I planen ${from}–${to}`,
  afterPlan: (from: number, to: number) => `Etter planen ${from}–${to}`,
  scaleChanged: 'Skalaen er endret',
  fixed: (year: number) => `i faste ${year}-kroner`,
  nominal: 'i hvert års kroneverdi',
  unit: { millions: 'mill. kroner', thousands: '1000 kroner' },
  options: {
    thousands: 'Tall i 1000 kr',
    fixed: 'Faste kroner',
    costPositive: 'Inntekt med minus',
  },
  noUnit: 'antall',
  /** What hidden counts of the opening do to the plan. */
  hidden: {
    net: (low: string, high: string, rows: number) =>
      `Netto i planen er mellom ${low} og ${high} mill. kr, fordi ${rows === 1 ? 'én rad er skjult (1–4 personer)' : `${rows} rader er skjult (1–4 personer hver)`}.`,
    year: (year: string, low: string, high: string) => `${year}: mellom ${low} og ${high} mill. kr.`,
    persons: (low: string, high: string, year: string) =>
      `I femårsfasen ved utgangen av ${year}: mellom ${low} og ${high} personer.`,
    rooms: (low: string, high: string) => `Klasserom på det meste: mellom ${low} og ${high}.`,
  },
};
