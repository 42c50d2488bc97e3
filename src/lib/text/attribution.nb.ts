import type { LeverGroup } from '$lib/model/attribution';

export const attribution = {
  title: 'Hva forskjellen skyldes',
  how: 'Netto i planen. Hver gruppe får gjennomsnittet av det den utgjør, uansett hvilken rekkefølge gruppene endres i, så delene blir hele forskjellen.',
  working: 'Regnes ut …',
  none: 'Forskjellen kan ikke deles opp: planene har ikke de samme årene, eller et beløp er ukjent i en blanding av dem.',
  same: (name: string, first: string) => `${name} gir like mye som ${first}.`,
  differs: (name: string, total: string, first: string) => `${name} gir ${total} mot ${first}:`,
  due: (amount: string, group: string) => `${amount} skyldes ${group}`,
  caption: (name: string, first: string, unit: string) => `Hva som gjør ${name} ulik ${first}, netto i planen, ${unit}`,
  columns: { group: 'Gruppe', amount: 'Del av forskjellen' },
  total: 'Til sammen',
  groups: {
    settlement: 'antallet',
    composition: 'hvem som kommer, og når',
    moving: 'flytting',
    family: 'familieinnvandring og fødsler',
    rates: 'tilskudd og satser',
    prices: 'priser og kostnader',
    capacity: 'opplæring, rom, ansatte og boliger',
    other: 'fond og annet',
    opening: 'hvem som bor her fra før, og kommunen',
  } satisfies Record<LeverGroup, string>,
};
