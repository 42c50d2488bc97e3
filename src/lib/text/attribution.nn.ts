import type { attribution as nb } from './attribution.nb';

export const attribution: typeof nb = {
  title: 'Kva skilnaden kjem av',
  how: 'Netto i planen. Kvar gruppe får gjennomsnittet av det ho utgjer, same kva rekkjefølgje gruppene blir endra i, så delane blir heile skilnaden.',
  working: 'Blir rekna ut …',
  none: 'Skilnaden kan ikkje delast opp: planane har ikkje dei same åra, eller eit beløp er ukjent i ei blanding av dei.',
  same: (name, first) => `${name} gir like mykje som ${first}.`,
  differs: (name, total, first) => `${name} gir ${total} mot ${first}:`,
  due: (amount, group) => `${amount} kjem av ${group}`,
  caption: (name, first, unit) => `Kva som gjer ${name} ulik ${first}, netto i planen, ${unit}`,
  columns: { group: 'Gruppe', amount: 'Del av skilnaden' },
  total: 'Til saman',
  groups: {
    settlement: 'talet',
    composition: 'kven som kjem, og når',
    moving: 'flytting',
    family: 'familieinnvandring og fødslar',
    rates: 'tilskot og satsar',
    prices: 'prisar og kostnader',
    capacity: 'opplæring, rom, tilsette og bustader',
    other: 'fond og anna',
    opening: 'kven som bur her frå før, og kommunen',
  },
};
