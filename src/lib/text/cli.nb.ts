export const cli = {
  usage:
    'Bruk: bosett KOMMANDO ...\n\n' +
    '  forecast SCENARIO... [--set ID=VERDI]... [--set ID@ÅR=VERDI]...   prognosen\n' +
    '  parameters [--year ÅR] [PREFIKS]                                 parametre med kilde og status\n' +
    '  check FIL...                                                     kontrollerer filer\n\n' +
    '  --format table | json | csv     --lang nb | nn | en\n',
  unknownCommand: (command: string) => `Kommandoen «${command}» finnes ikke.`,
  notYet: (command: string) => `Kommandoen «${command}» er ikke laget ennå.`,
  unknownOption: (option: string) => `Valget «${option}» finnes ikke.`,
  missingValue: (option: string) => `Valget «${option}» mangler en verdi.`,
  wrongValue: (option: string, value: string, allowed: string) =>
    `«${value}» kan ikke brukes for ${option}. Tillatt: ${allowed}.`,
  missingFile: (command: string) => `Kommandoen «${command}» trenger minst én fil.`,
  noParameters: (prefix: string) => `Ingen parameter begynner med «${prefix}».`,
  correct: (file: string) => `${file}: i orden`,
  thousands: 'Tall i 1000 kroner i hvert års kroneverdi. Pluss er overskudd.',
  parameterColumns: { id: 'id', value: 'verdi', unit: 'enhet', range: 'grenser', status: 'status', source: 'kilde' },
};
