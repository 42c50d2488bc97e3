import type { clock as nb } from './clock.nb';

export const clock: typeof nb = {
  title: 'Kven rekk fristane?',
  with: (persons) => `Med ${persons} i året`,
  nobody: 'Utan nye busette',
  programme: {
    late: (late, persons, years) => `startar ${late} av ${persons} programmet etter fristen (${years}).`,
    kept: 'startar alle programmet innan fristen.',
    none: 'startar ingen programmet.',
    unknown: 'er det ikkje kjent kor mange som startar programmet for seint.',
  },
  rooms: 'Dei ventar på rom som ikkje kan tingast tidsnok.',
  lag: (months) => `Planen startar programmet ${months} månader etter busettinga.`,
  places: {
    kindergarten: (children, year) => `${children} barn manglar barnehageplass i ${year}.`,
    school: (children, year) => `${children} barn manglar skuleplass i ${year}.`,
  },
  placeNames: { kindergarten: 'barnehageplass', school: 'skuleplass' },
  placesUnknown: (places) => `Om alle får ${places} i tide, er ikkje kjent før dei ledige plassane er oppgjevne.`,
  lost: (applications, amount) =>
    `${applications} søknader om ekstratilskot kjem for seint, og ${amount} kroner går tapt.`,
  lostUnknown: (applications) =>
    `${applications} søknader om ekstratilskot kjem for seint. Kva det kostar, er ukjent til kostnaden ved tiltaka er oppgjeven.`,
  each: (once, yearly) =>
    `Ein søknad som kjem for seint, kostar ${once} kroner éin gong og ${yearly} kroner for det første året`,
  upTo: (amount) => `inntil ${amount}`,
  rates: (year) => `(satsar frå ${year}).`,
  ownRates: '(eigne satsar).',
  otherRates: '(satsar frå ulike år).',
  noShare: 'Ingen er sette til å trenge ekstratilskot:',
  caption: 'Kor mange som ikkje rekk fristen, av alle han gjeld',
  what: 'Frist etter busetting',
  kinds: {
    programme: 'Starte programmet',
    kindergarten: 'Barnehageplass',
    school: 'Skuleplass',
    special_needs_1: 'Søkje ekstratilskot 1',
    special_needs_2: 'Søkje ekstratilskot 2',
  },
  within: (months) => `${months} md.`,
  nobodyOf: 'ingen',
  of: (late, persons) => `${late} av ${persons}`,
  lostRow: 'Tapt ekstratilskot',
  note: 'Barn blir talde i den månaden flest treng plass, så same barn kan stå i fleire år. Fristane for barnehage og skule er kommunane sine eigne mål. For rom er tinging rekna tidlegast ved starten av planen.',
};
