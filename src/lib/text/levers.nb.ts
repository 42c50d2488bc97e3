export const levers = {
  choose: 'Det kommunestyret velger',
  noOne: 'Det ingen bestemmer',
  scenario: 'Scenario',
  persons: 'Bosatte i året',
  base: 'Sammenlign med',
  chosen: 'Valgt',
  moving: 'Flytter ut hvert år',
  rates: 'Tilskuddssatsene',
  reset: 'Tilbake til scenarioene',
  less: 'Én færre',
  more: 'Én flere',
  path: (path: string) => `slik scenarioet har det: ${path}`,
  outOfRange: (value: string, low: string, high: string) =>
    `${value} er utenfor det modellen er prøvd for (${low}–${high}). Tallet er beholdt, men vis det ikke som et anslag.`,
  notANumber: (typed: string, low: string, high: string) =>
    `«${typed}» kan ikke brukes. Skriv et tall fra ${low} til ${high}.`,
  personsSpoken: (persons: string) => `${persons} flyktninger i året`,
  roomFrom: (room: number, persons: number) => `${room}. klasserom fra ${persons} i året`,
  roomShort: (room: number) => `${room}. rom`,
  proposalMark: (persons: string) => `Forslag ${persons}`,
  requestedMark: (persons: string) => `Anmodet ${persons}`,
  spoken: (persons: string, year: number, net: string) => `${persons} flyktninger i året. ${year}: ${net} millioner.`,
};
