import type { questions as nb } from './questions.nb';

/** Questions to the administration. */
export const questions: typeof nb = {
  ask: 'Ask the administration about this figure',
  help: 'The question follows the figure, in the link and in the file you send. Do not write the name of a person or anything else that tells who somebody is.',
  label: 'Question',
  add: 'Add the question',
  missing: 'Write a question first.',
  personal:
    'The question was not added: it seems to hold something that tells who a person is. Take it out and try again.',
  personalAnswer:
    'The answer was not saved: it seems to hold something that tells who a person is. Take it out and try again.',
  tooMany: (most: string) => `There is room for ${most} questions. Remove some first.`,
  added: 'The question was added. It stands in the council paper.',
  title: 'Questions and answers',
  none: 'Nobody has asked anything. Press a figure and choose “Ask the administration about this figure”, or open files with questions.',
  lead: 'The answers come with the council paper.',
  inside: (count: string) => `${count} questions from the internal view are not part of the public one.`,
  of: (figure: string, name: string, scenario: string) => `${name}: ${figure}. ${scenario}.`,
  answer: 'Answer',
  unanswered: 'Not answered yet.',
  remove: 'Remove',
  removeOf: (asked: string) => `Remove the question “${asked}”`,
  show: 'Show the figure',
  file: 'Save the questions in a file',
  open: 'Open files with questions',
  copy: 'Copy a link with the questions',
  copied: 'The link was copied.',
  copyRefused: 'The browser did not let us copy. Here is the link:',
  tooLong: 'There is no room for all the questions in a link. Save them in a file.',
  saved: (name: string) => `Saved as ${name}.`,
  opened: (count: string) => `${count} questions were opened.`,
  notOpened: (file: string) => `${file} was not opened`,
};
