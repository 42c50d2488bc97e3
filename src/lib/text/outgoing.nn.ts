import type { outgoing as nb } from './outgoing.nb';

/** Files that are given out. */
export const outgoing: typeof nb = {
  head: {
    municipality: 'Kommune',
    scenario: 'Scenario',
    years: 'Planperiode',
    base: 'Samanlikna med',
    differences: 'Ulikt',
    rates: 'Satsar',
    confirmed: 'Satsane er stadfesta til og med',
    data: 'Personane planen byrjar med',
    mode: 'Kven tala er for',
    kroner: 'Kroner',
    version: 'Modellversjon',
    hash: 'Fingeravtrykk',
    date: 'Laga',
    link: 'Lenkje som viser det same',
  },
  headTitle: 'Om tala',
  hashNote: 'Same fingeravtrykk tyder same tal.',
  none: 'ingenting',
  data: {
    none: 'ingen er lesne inn',
    synthetic: 'syntetiske tal, ikkje verkelege personar',
    estimated: 'rekna ut frå seks tal og landsfordelingar',
    own: 'kommunen sine eigne tal',
  },
};
