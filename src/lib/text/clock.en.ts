import type { clock as nb } from './clock.nb';

export const clock: typeof nb = {
  title: 'Who makes the deadlines?',
  with: (persons) => `With ${persons} a year,`,
  nobody: 'With nobody new,',
  programme: {
    late: (late, persons, years) => `${late} of ${persons} start the programme after the deadline (${years}).`,
    kept: 'all start the programme within the deadline.',
    none: 'nobody starts the programme.',
    unknown: 'it is not known how many start the programme too late.',
  },
  rooms: 'They wait for rooms that cannot be ordered early enough.',
  lag: (months) => `The plan starts the programme ${months} months after settlement.`,
  places: {
    kindergarten: (children, year) => `${children} children lack a kindergarten place in ${year}.`,
    school: (children, year) => `${children} children lack a school place in ${year}.`,
  },
  placeNames: { kindergarten: 'a kindergarten place', school: 'a school place' },
  placesUnknown: (places) => `Whether all get ${places} in time is not known until the free places are stated.`,
  lost: (applications, amount) =>
    `${applications} applications for the special needs grant come too late, and NOK ${amount} is lost.`,
  lostUnknown: (applications) =>
    `${applications} applications for the special needs grant come too late. What that costs is unknown until the cost of the measures is stated.`,
  each: (once, yearly) =>
    `An application that comes too late costs NOK ${once} once and NOK ${yearly} for the first year`,
  upTo: (amount) => `up to ${amount}`,
  rates: (year) => `(rates of ${year}).`,
  ownRates: '(own rates).',
  otherRates: '(rates of different years).',
  noShare: 'Nobody is set to need the special needs grant:',
  caption: 'How many miss the deadline, of all it is for',
  what: 'Deadline after settlement',
  kinds: {
    programme: 'Start the programme',
    kindergarten: 'Kindergarten place',
    school: 'School place',
    special_needs_1: 'Apply, special needs grant 1',
    special_needs_2: 'Apply, special needs grant 2',
  },
  within: (months) => `${months} mo.`,
  nobodyOf: 'nobody',
  of: (late, persons) => `${late} of ${persons}`,
  lostRow: 'Special needs grant lost',
  note: 'Children are counted in the month most need a place, so the same child may stand in several years. The deadlines for kindergarten and school are aims of the municipalities. Rooms are taken to be ordered no earlier than the plan begins.',
};
