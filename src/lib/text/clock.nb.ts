import type { ClockKind } from '$lib/model/clock';

export const clock = {
  title: 'Hvem rekker fristene?',
  with: (persons: string) => `Med ${persons} i året`,
  nobody: 'Uten nye bosatte',
  programme: {
    late: (late: string, persons: string, years: string) =>
      `starter ${late} av ${persons} programmet etter fristen (${years}).`,
    kept: 'starter alle programmet innen fristen.',
    none: 'starter ingen programmet.',
    unknown: 'er det ikke kjent hvor mange som starter programmet for sent.',
  },
  rooms: 'De venter på rom som ikke kan bestilles tidsnok.',
  lag: (months: string) => `Planen starter programmet ${months} måneder etter bosettingen.`,
  places: {
    kindergarten: (children: string, year: number) => `${children} barn mangler barnehageplass i ${year}.`,
    school: (children: string, year: number) => `${children} barn mangler skoleplass i ${year}.`,
  },
  placeNames: { kindergarten: 'barnehageplass', school: 'skoleplass' },
  placesUnknown: (places: string) => `Om alle får ${places} i tide, er ikke kjent før de ledige plassene er oppgitt.`,
  lost: (applications: string, amount: string) =>
    `${applications} søknader om ekstratilskudd kommer for sent, og ${amount} kroner går tapt.`,
  lostUnknown: (applications: string) =>
    `${applications} søknader om ekstratilskudd kommer for sent. Hva det koster, er ukjent til kostnaden ved tiltakene er oppgitt.`,
  each: (once: string, yearly: string) =>
    `En søknad som kommer for sent, koster ${once} kroner én gang og ${yearly} kroner for det første året`,
  upTo: (amount: string) => `inntil ${amount}`,
  rates: (year: number) => `(satser fra ${year}).`,
  ownRates: '(egne satser).',
  otherRates: '(satser fra ulike år).',
  noShare: 'Ingen er satt til å trenge ekstratilskudd:',
  caption: 'Hvor mange som ikke rekker fristen, av alle den gjelder',
  what: 'Frist etter bosetting',
  kinds: {
    programme: 'Starte programmet',
    kindergarten: 'Barnehageplass',
    school: 'Skoleplass',
    special_needs_1: 'Søke ekstratilskudd 1',
    special_needs_2: 'Søke ekstratilskudd 2',
  } satisfies Record<ClockKind, string>,
  within: (months: string) => `${months} md.`,
  nobodyOf: 'ingen',
  of: (late: string, persons: string) => `${late} av ${persons}`,
  lostRow: 'Tapt ekstratilskudd',
  note: 'Barn telles i den måneden flest trenger plass, så samme barn kan stå i flere år. Fristene for barnehage og skole er kommunenes egne mål. For rom regnes bestilling tidligst ved starten av planen.',
};
