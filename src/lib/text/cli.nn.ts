import type { cli as nb } from './cli.nb';

export const cli: typeof nb = {
  usage:
    'Bruk: bosett KOMMANDO ...\n\n' +
    '  forecast SCENARIO... [--set ID=VERDI]... [--set ID@ÅR=VERDI]...   prognosen\n' +
    '  parameters [--year ÅR] [PREFIKS]                                 parametrar med kjelde og status\n' +
    '  check FIL...                                                     kontrollerer filer\n\n' +
    '  --format table | json | csv     --lang nb | nn | en\n',
  unknownCommand: (command) => `Kommandoen «${command}» finst ikkje.`,
  notYet: (command) => `Kommandoen «${command}» er ikkje laga enno.`,
  unknownOption: (option) => `Valet «${option}» finst ikkje.`,
  missingValue: (option) => `Valet «${option}» manglar ein verdi.`,
  wrongValue: (option, value, allowed) => `«${value}» kan ikkje brukast for ${option}. Tillate: ${allowed}.`,
  missingFile: (command) => `Kommandoen «${command}» treng minst éi fil.`,
  noParameters: (prefix) => `Ingen parameter byrjar med «${prefix}».`,
  correct: (file) => `${file}: i orden`,
  thousands: 'Tal i 1000 kroner i kroneverdien for kvart år. Pluss er overskot.',
  parameterColumns: {
    id: 'id',
    value: 'verdi',
    unit: 'eining',
    range: 'grenser',
    status: 'status',
    source: 'kjelde',
  },
};
