import type { Text } from './text';

export const start: Text['start'] = {
  title: 'Bosett: what do 10 or 40 a year mean?',
  question: 'What would you like to find out?',
  doors: {
    case: {
      title: 'Look at a case',
      line: 'See what the number in the council papers means. A file from them is opened in the menu.',
    },
    plan: {
      title: 'Make a plan',
      line: 'Start from the example or your own figures, and change what you know better.',
    },
    compare: { title: 'Compare', line: 'Put scenarios and municipalities side by side.' },
  },
  live: 'The example, computed now',
  drag: 'Drag the number and see what happens.',
};
