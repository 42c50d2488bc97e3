import type { Text } from './text';

export const levers: Text['levers'] = {
  choose: 'What the municipal council chooses',
  noOne: 'What no one decides',
  scenario: 'Scenario',
  persons: 'Settled per year',
  base: 'Compare with',
  chosen: 'Chosen',
  moving: 'Moving out each year',
  rates: 'Grant rates',
  reset: 'Back to the scenarios',
  less: 'One fewer',
  more: 'One more',
  path: (path) => `as the scenario has it: ${path}`,
  outOfRange: (value, low, high) =>
    `${value} is outside what the model has been tested for (${low}–${high}). The number is kept, but do not present it as an estimate.`,
  notANumber: (typed, low, high) => `“${typed}” cannot be used. Write a number from ${low} to ${high}.`,
  personsSpoken: (persons) => `${persons} refugees a year`,
  roomFrom: (room: number, persons: number) => `classroom ${room} from ${persons} a year`,
  roomShort: (room: number) => `room ${room}`,
  proposalMark: (persons: string) => `Proposal ${persons}`,
  requestedMark: (persons: string) => `Requested ${persons}`,
  spoken: (persons: string, year: number, net: string) => `${persons} refugees a year. ${year}: ${net} million.`,
};
