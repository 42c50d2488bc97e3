/** Files that are given out. */
export const outgoing = {
  head: {
    municipality: 'Kommune',
    scenario: 'Scenario',
    years: 'Planperiode',
    base: 'Sammenlignet med',
    differences: 'Ulikt',
    rates: 'Satser',
    confirmed: 'Satsene er bekreftet til og med',
    data: 'Personene planen begynner med',
    mode: 'Hvem tallene er for',
    kroner: 'Kroner',
    version: 'Modellversjon',
    hash: 'Fingeravtrykk',
    date: 'Laget',
    link: 'Lenke som viser det samme',
  },
  headTitle: 'Om tallene',
  hashNote: 'Samme fingeravtrykk betyr samme tall.',
  none: 'ingenting',
  data: {
    none: 'ingen er lest inn',
    synthetic: 'syntetiske tall, ikke virkelige personer',
    estimated: 'anslått av seks tall og landsfordelinger',
    own: 'kommunens egne tall',
  },
};
