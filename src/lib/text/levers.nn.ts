import type { Text } from './text';

export const levers: Text['levers'] = {
  choose: 'Det kommunestyret vel',
  noOne: 'Det ingen rår over',
  scenario: 'Scenario',
  persons: 'Busette i året',
  base: 'Samanlikn med',
  chosen: 'Valt',
  moving: 'Flyttar ut kvart år',
  rates: 'Tilskotssatsane',
  reset: 'Tilbake til scenarioa',
  less: 'Éin færre',
  more: 'Éin fleire',
  path: (path) => `slik scenarioet har det: ${path}`,
  outOfRange: (value, low, high) =>
    `${value} er utanfor det modellen er prøvd for (${low}–${high}). Talet blir ståande, men vis det ikkje som eit anslag.`,
  notANumber: (typed, low, high) => `«${typed}» kan ikkje brukast. Skriv eit tal frå ${low} til ${high}.`,
  personsSpoken: (persons) => `${persons} flyktningar i året`,
  roomFrom: (room: number, persons: number) => `${room}. klasserom frå ${persons} i året`,
  roomShort: (room: number) => `${room}. rom`,
  proposalMark: (persons: string) => `Forslag ${persons}`,
  requestedMark: (persons: string) => `Oppmoding ${persons}`,
  spoken: (persons: string, year: number, net: string) => `${persons} flyktningar i året. ${year}: ${net} millionar.`,
};
