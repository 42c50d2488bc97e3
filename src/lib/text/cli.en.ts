import type { cli as nb } from './cli.nb';

export const cli: typeof nb = {
  usage:
    'Usage: bosett COMMAND ...\n\n' +
    '  forecast SCENARIO... [--set ID=VALUE]... [--set ID@YEAR=VALUE]...   the forecast\n' +
    '           [--rates FILE]...                                         with own rates, draft or approved\n' +
    '           [--public [--threshold N] [--method suppress | round]]   of rows with small numbers protected\n' +
    '  parameters [--year YEAR] [PREFIX]                                  parameters with source and status\n' +
    '  check FILE...                                                      checks files\n' +
    '  protect COHORT [--threshold N] [--method suppress | round] [--beside JSON]... -o OUT\n' +
    '                                                                     a copy that can be published\n\n' +
    '  --format table | json | csv     --lang nb | nn | en\n',
  unknownCommand: (command) => `There is no command “${command}”.`,
  notYet: (command) => `The command “${command}” has not been made yet.`,
  unknownOption: (option) => `There is no option “${option}”.`,
  missingValue: (option) => `The option “${option}” lacks a value.`,
  wrongValue: (option, value, allowed) => `“${value}” cannot be used for ${option}. Allowed: ${allowed}.`,
  missingFile: (command) => `The command “${command}” needs at least one file.`,
  oneFile: (command) => `The command “${command}” takes exactly one file.`,
  missingOption: (option) => `The option “${option}” is needed.`,
  ownInput: (file) => `${file} is the file that is read. Choose another name for the copy.`,
  notWhole: (file, found) => `${file}: ${found} is not a whole number of persons. Only whole numbers can be protected.`,
  notWritten: (file) => `${file} could not be written. Check the folder and its permissions.`,
  notPublished: (file: string) =>
    `${file} is not what the command writes with --format json. Give --beside such a file from the last time.`,
  revealsBeside: (numbers: number) =>
    `Not written: together with what was published before, the copy would reveal ${numbers} numbers. Use the same method and threshold as before.`,
  disagreesBeside:
    'The numbers do not agree with what was published before. Whoever has both may recognise what was corrected.',
  protectedRows: (file, rows) => `${file}: rows ${rows}`,
  modes: { private: 'Internal: every number is there.', public: 'Public: small numbers are protected.' },
  protection: {
    hidden: 'Hidden because the count is small or was hidden already',
    hidden_besides: 'Hidden besides, so that nobody can work them out',
    hidden_totals: 'Totals that cannot be shown',
    rounded: 'Rounded counts',
    deviation: 'Largest deviation of a total, persons',
  },
  noParameters: (prefix) => `No parameter begins with “${prefix}”.`,
  correct: (file) => `${file}: correct`,
  thousands: 'Figures in 1000 kroner in the prices of each year. Plus is a surplus.',
  parameterColumns: { id: 'id', value: 'value', unit: 'unit', range: 'range', status: 'status', source: 'source' },
};
