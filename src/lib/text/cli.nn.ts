import type { cli as nb } from './cli.nb';

export const cli: typeof nb = {
  usage:
    'Bruk: bosett KOMMANDO ...\n\n' +
    '  forecast SCENARIO... [--set ID=VERDI]... [--set ID@ÅR=VERDI]...   prognosen\n' +
    '           [--rates FIL]...                                        med eigne satsar, utkast eller vedtekne\n' +
    '           [--public [--threshold N] [--method suppress | round]]   av rader der små tal er verna\n' +
    '  parameters [--year ÅR] [PREFIKS]                                 parametrar med kjelde og status\n' +
    '  check FIL...                                                     kontrollerer filer\n' +
    '  protect KOHORT [--threshold N] [--method suppress | round] [--beside JSON]... -o UT\n' +
    '                                                                   ein kopi som kan publiserast\n\n' +
    '  --format table | json | csv     --lang nb | nn | en\n',
  unknownCommand: (command) => `Kommandoen «${command}» finst ikkje.`,
  notYet: (command) => `Kommandoen «${command}» er ikkje laga enno.`,
  unknownOption: (option) => `Valet «${option}» finst ikkje.`,
  missingValue: (option) => `Valet «${option}» manglar ein verdi.`,
  wrongValue: (option, value, allowed) => `«${value}» kan ikkje brukast for ${option}. Tillate: ${allowed}.`,
  missingFile: (command) => `Kommandoen «${command}» treng minst éi fil.`,
  oneFile: (command) => `Kommandoen «${command}» skal ha nøyaktig éi fil.`,
  missingOption: (option) => `Valet «${option}» må vere med.`,
  ownInput: (file) => `${file} er fila som blir lesen. Vel eit anna namn for kopien.`,
  notWhole: (file, found) => `${file}: ${found} er ikkje eit heilt tal på personar. Berre heile tal kan vernast.`,
  notWritten: (file) => `${file} kunne ikkje skrivast. Kontroller mappe og rettar.`,
  notPublished: (file: string) =>
    `${file} er ikkje det kommandoen skriv med --format json. Gi --beside ei slik fil frå førre gong.`,
  revealsBeside: (numbers: number) =>
    `Ikkje skrive: saman med det som er publisert før, ville kopien røpe ${numbers} tal. Bruk same metode og grense som før.`,
  disagreesBeside:
    'Tala stemmer ikkje med det som er publisert før. Den som har begge, kan kjenne att det som er retta.',
  protectedRows: (file, rows) => `${file}: rader ${rows}`,
  modes: { private: 'Intern: alle tal er med.', public: 'Offentleg: små tal er verna.' },
  protection: {
    hidden: 'Skjult fordi talet er lite eller var skjult frå før',
    hidden_besides: 'Skjult i tillegg, så ingen kan rekne seg fram',
    hidden_totals: 'Summar som ikkje kan visast',
    rounded: 'Avrunda tal',
    deviation: 'Største avvik i ein sum, personar',
  },
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
