import type { audience as nb } from './audience.nb';

export const audience: typeof nb = {
  title: 'Who sees the screen?',
  modes: { private: 'Internal view', public: 'Public view' },
  modeHelp: {
    private: 'Every number is there. For those in the municipality who may see them.',
    public:
      'Small numbers of the settled are protected, and every amount, post and room is worked out from what is protected. Nobody can work their way back.',
  },
  method: 'How small numbers are protected',
  methods: { suppress: 'Hidden', round: 'Rounded' },
  methodHelp: {
    suppress: (threshold) =>
      `Numbers from 1 to ${threshold - 1} are not shown, and some larger ones are hidden so that nobody can work them out. The numbers shown are true.`,
    round: (threshold) =>
      `Numbers from 1 to ${threshold - 1} become 0 or ${threshold}, and totals are sums of the rounded ones. Nothing is missing, but totals may be off.`,
  },
  threshold: 'Threshold',
  thresholdHelp: 'Numbers below it are protected. Five is common; three is the least.',
  thresholdWrong: 'The threshold must be a whole number, 3 or more.',
  apply: 'Apply',
  cost: {
    suppress: (hidden, rows, totals) => `This hides ${hidden} of ${rows} rows and ${totals} totals.`,
    round: (rounded, rows, deviation) =>
      `This rounds ${rounded} of ${rows} rows. A total is off by ${deviation} persons at most.`,
  },
  hiddenRows: (hidden, rows) => `${hidden} of ${rows} rows are hidden.`,
  estimates: 'Hidden numbers count as estimates made of what is shown.',
  busy: 'Protecting the numbers …',
  done: { private: 'Every number is shown.', public: 'Small numbers are protected.' },
  refused: (numbers) =>
    `Not changed: together with what has been shown publicly, this would reveal ${numbers} numbers. Keep the choice from before.`,
  forget: 'Nobody else has seen it. Use the new one',
  problems: {
    'not-whole':
      'The people are not shown: a number in the file is not whole, and only whole numbers can be protected. Correct the file.',
    reveals: (numbers) =>
      `The people are not shown: together with what has been shown publicly, they would reveal ${numbers} numbers.`,
    failed: 'The people are not shown: the numbers could not be protected. Try another threshold, or round.',
  },
  disagrees:
    'The numbers do not agree with those shown publicly before. Whoever has both may recognise what was corrected.',
};
