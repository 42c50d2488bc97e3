import type { Text } from './text';

export const start: Text['start'] = {
  title: 'Bosett: kva har 10 eller 40 i året å seie?',
  question: 'Kva vil du finne ut?',
  doors: {
    case: {
      title: 'Sjå på ei sak',
      line: 'Sjå kva talet i sakspapira betyr. Ei fil frå sakspapira blir opna i menyen.',
    },
    plan: { title: 'Lag ein plan', line: 'Begynn med dømet eller eigne tal, og endre det du veit meir om.' },
    compare: { title: 'Samanlikn', line: 'Set scenario og kommunar ved sida av kvarandre.' },
  },
  live: 'Dømet, rekna ut no',
  drag: 'Dra i talet og sjå kva som skjer.',
};
