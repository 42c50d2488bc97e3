import type { cli as nb } from './cli.nb';

export const cli: typeof nb = {
  usage:
    'Usage: bosett COMMAND ...\n\n' +
    '  forecast SCENARIO... [--set ID=VALUE]... [--set ID@YEAR=VALUE]...   the forecast\n' +
    '  parameters [--year YEAR] [PREFIX]                                  parameters with source and status\n' +
    '  check FILE...                                                      checks files\n\n' +
    '  --format table | json | csv     --lang nb | nn | en\n',
  unknownCommand: (command) => `There is no command “${command}”.`,
  notYet: (command) => `The command “${command}” has not been made yet.`,
  unknownOption: (option) => `There is no option “${option}”.`,
  missingValue: (option) => `The option “${option}” lacks a value.`,
  wrongValue: (option, value, allowed) => `“${value}” cannot be used for ${option}. Allowed: ${allowed}.`,
  missingFile: (command) => `The command “${command}” needs at least one file.`,
  noParameters: (prefix) => `No parameter begins with “${prefix}”.`,
  correct: (file) => `${file}: correct`,
  thousands: 'Figures in 1000 kroner in the prices of each year. Plus is a surplus.',
  parameterColumns: { id: 'id', value: 'value', unit: 'unit', range: 'range', status: 'status', source: 'source' },
};
