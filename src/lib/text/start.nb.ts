export const start = {
  title: 'Bosett: hva betyr 10 eller 40 i året?',
  question: 'Hva vil du finne ut?',
  doors: {
    case: {
      title: 'Se på en sak',
      line: 'Se hva tallet i sakspapirene betyr. En fil fra sakspapirene åpnes i menyen.',
    },
    plan: { title: 'Lag en plan', line: 'Begynn med eksempelet eller egne tall, og endre det du vet mer om.' },
    compare: { title: 'Sammenlign', line: 'Sett scenarioer og kommuner ved siden av hverandre.' },
  },
  live: 'Eksempelet, regnet ut nå',
  drag: 'Dra i tallet og se hva som skjer.',
};
