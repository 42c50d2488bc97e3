export const cli = {
  usage:
    'Bruk: bosett KOMMANDO ...\n\n' +
    '  forecast SCENARIO... [--set ID=VERDI]... [--set ID@ÅR=VERDI]...   prognosen\n' +
    '           [--rates FIL]...                                        med egne satser, utkast eller vedtatte\n' +
    '           [--public [--threshold N] [--method suppress | round]]   av rader der små tall er beskyttet\n' +
    '  parameters [--year ÅR] [PREFIKS]                                 parametre med kilde og status\n' +
    '  check FIL...                                                     kontrollerer filer\n' +
    '  protect KOHORT [--threshold N] [--method suppress | round] [--beside JSON]... -o UT\n' +
    '                                                                   en kopi som kan publiseres\n\n' +
    '  --format table | json | csv     --lang nb | nn | en\n',
  unknownCommand: (command: string) => `Kommandoen «${command}» finnes ikke.`,
  notYet: (command: string) => `Kommandoen «${command}» er ikke laget ennå.`,
  unknownOption: (option: string) => `Valget «${option}» finnes ikke.`,
  missingValue: (option: string) => `Valget «${option}» mangler en verdi.`,
  wrongValue: (option: string, value: string, allowed: string) =>
    `«${value}» kan ikke brukes for ${option}. Tillatt: ${allowed}.`,
  missingFile: (command: string) => `Kommandoen «${command}» trenger minst én fil.`,
  oneFile: (command: string) => `Kommandoen «${command}» skal ha nøyaktig én fil.`,
  missingOption: (option: string) => `Valget «${option}» må være med.`,
  ownInput: (file: string) => `${file} er filen som leses. Velg et annet navn for kopien.`,
  notWhole: (file: string, found: string) =>
    `${file}: ${found} er ikke et helt antall personer. Bare hele antall kan beskyttes.`,
  notWritten: (file: string) => `${file} kunne ikke skrives. Kontroller mappe og rettigheter.`,
  notPublished: (file: string) =>
    `${file} er ikke det kommandoen skriver med --format json. Gi --beside en slik fil fra forrige gang.`,
  revealsBeside: (numbers: number) =>
    `Ikke skrevet: sammen med det som er publisert før, ville kopien røpe ${numbers} tall. Bruk samme metode og grense som før.`,
  disagreesBeside:
    'Tallene stemmer ikke med det som er publisert før. Den som har begge, kan kjenne igjen det som er rettet.',
  protectedRows: (file: string, rows: number) => `${file}: rader ${rows}`,
  modes: { private: 'Intern: alle tall er med.', public: 'Offentlig: små tall er beskyttet.' },
  protection: {
    hidden: 'Skjult fordi tallet er lite eller var skjult fra før',
    hidden_besides: 'Skjult i tillegg, så ingen kan regne seg fram',
    hidden_totals: 'Summer som ikke kan vises',
    rounded: 'Avrundede tall',
    deviation: 'Største avvik i en sum, personer',
  },
  noParameters: (prefix: string) => `Ingen parameter begynner med «${prefix}».`,
  correct: (file: string) => `${file}: i orden`,
  thousands: 'Tall i 1000 kroner i hvert års kroneverdi. Pluss er overskudd.',
  parameterColumns: { id: 'id', value: 'verdi', unit: 'enhet', range: 'grenser', status: 'status', source: 'kilde' },
};
