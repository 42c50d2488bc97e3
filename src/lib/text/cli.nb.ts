export const cli = {
  usage:
    'Bruk: bosett KOMMANDO ...\n\n' +
    '  forecast SCENARIO... [--set ID=VERDI]... [--set ID@ÅR=VERDI]...   prognosen\n' +
    '           [--rates FIL]...                                        med egne satser, utkast eller vedtatte\n' +
    '           [--draws N [--seed S]]                                    med N mulige forløp\n' +
    '           [--public [--threshold N] [--method suppress | round]]   av rader der små tall er beskyttet\n' +
    '  parameters [--year ÅR] [PREFIKS]                                 parametre med kilde og status\n' +
    '  check FIL...                                                     kontrollerer filer\n' +
    '  protect KOHORT [--threshold N] [--method suppress | round] [--beside JSON]... -o UT\n' +
    '                                                                   en kopi som kan publiseres\n' +
    '  bundle SCENARIO [--threshold N] -o UT.json                       kommunens tall til en gruppe, uten personer\n' +
    '  compare SCENARIO SCENARIO...                                     side om side, det som er ulikt, og hva det gjør\n' +
    '  seek SCENARIO --vary ID[=FRA..TIL] --keep "GRENSE"... [--minimise] [--chance 40/50 [--draws N] [--seed S]]\n' +
    '                                                                   største (minste) hele tall som holder alle grensene\n' +
    '  thresholds SCENARIO --vary ID[=FRA..TIL]                         hvor hvert trinn begynner\n' +
    '  export SCENARIO [--beside SCENARIO] -o UT.{xlsx,docx,html,svg,png,csv,parquet,arrow}   en fil å sende eller arkivere\n' +
    '           [--table lines | people | capacity | result | futures | economic-plan | budget]   tabellen i csv, parquet, arrow\n' +
    '           [--ansvar SIFRE] [--sign cost_positive | income_positive] [--picture NAVN] [--date ÅÅÅÅ-MM-DD]\n' +
    '           [--set, --rates, --public, --threshold, --method, --draws, --seed som for forecast]\n' +
    '  sweep SCENARIO... --vary ID=FRA..TIL[/STEG]... [--shard I/N] [--draws N [--seed S]] [-o UT.parquet | UT.csv]\n' +
    '                                                                   alle kombinasjoner, år for år\n\n' +
    '  --format table | json | csv     --lang nb | nn | en\n',
  unknownCommand: (command: string) => `Kommandoen «${command}» finnes ikke.`,
  exported: (file: string, bytes: number) => `${file}: ${bytes} byte`,
  onlyWith: (option: string, use: string) => `Valget «${option}» brukes bare sammen med ${use}.`,
  budgetUnknown: (funksjon: string, art: string, year: string) =>
    `Ikke skrevet: beløpet for funksjon ${funksjon}, art ${art} i ${year} er ukjent. Oppgi satsen med --set eller --rates, ellers ville budsjettet mangle det.`,
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
  search: {
    scenario: 'Scenario',
    figure: 'Tall',
    onlyOne: (option: string) => `Valget «${option}» kan bare stå én gang her.`,
    twoFiles: 'Kommandoen «compare» trenger minst to filer.',
    unknownColumn: (expr: string, found: string, nearest: string) =>
      `${expr}: Kolonnen «${found}» finnes ikke. Mente du «${nearest}»? Rett navnet.`,
    seek: {
      chance: (need: number, draws: number, seed: number) =>
        `I minst ${need} av ${draws} mulige forløp, fra startall ${seed}.`,
      keptIn: (kept: number, counted: number) => `${kept} av ${counted} forløp`,
      tried: (vary: string, from: number, to: number) => `${vary}: hvert hele tall fra ${from} til ${to} er prøvd.`,
      largest: (value: number) => `Det største tallet som holder alle grensene, er ${value}.`,
      smallest: (value: number) => `Det minste tallet som holder alle grensene, er ${value}.`,
      none: 'Ingen av tallene holder alle grensene.',
      binding: (expr: string, year: number, next: number) => `Det som stopper: med ${next} brytes ${expr} i ${year}.`,
      atEnd: (expr: string, year: number) => `Ingen tall videre er prøvd. Minst å gå på har ${expr}, i ${year}.`,
      kept: (ranges: string) => `Alle grensene holder med: ${ranges}.`,
      conflict: (one: string, other: string) => `${one} og ${other} kan holdes hver for seg, men aldri sammen.`,
      nearest: (value: number, expr: string, year: number, by: string) =>
        `Nærmest kommer ${value}: ${expr} brytes mest i ${year} (${by}).`,
      columns: { value: 'Tall', kept: 'Holder', broken: 'Brytes (år: med hvor mye)' },
      yes: 'ja',
      no: 'nei',
    },
    thresholds: {
      how: 'Det høyeste behovet i planen og årene etter, og det første året med det nye nivået.',
      none: 'Ingen trinn begynner mellom disse tallene.',
      columns: { at: 'Fra tallet', what: 'Hva', from: 'Før', to: 'Nå', year: 'År' },
      what: {
        rooms: 'klasserom',
        posts: 'hele årsverk, måneden med flest',
        dwellings: 'boliger',
        unaccompanied_minor_care: 'årsverk i omsorg for enslige mindreårige',
        language_base: 'grunntilskudd, gruppen begynner på så mange personer',
      },
    },
    attribution: {
      title: (figure: string, other: string, first: string) => `${figure}: hva som gjør ${other} ulik ${first}`,
      none: 'Kan ikke deles opp: planene har ikke de samme årene, eller et beløp er ukjent i en blanding av dem.',
      amount: '1000 kroner',
      total: 'Til sammen',
      groups: {
        settlement: 'Tallet på bosatte',
        composition: 'Hvem som kommer, og når',
        moving: 'Flytting',
        family: 'Familieinnvandring og fødsler',
        rates: 'Tilskudd og satser',
        prices: 'Priser og kostnader',
        capacity: 'Opplæring, rom, ansatte og boliger',
        other: 'Fond og annet',
        opening: 'Hvem som bor her fra før, og kommunen',
      },
    },
  },
  noParameters: (prefix: string) => `Ingen parameter begynner med «${prefix}».`,
  correct: (file: string) => `${file}: i orden`,
  thousands: 'Tall i 1000 kroner i hvert års kroneverdi. Pluss er overskudd.',
  parameterColumns: { id: 'id', value: 'verdi', unit: 'enhet', range: 'grenser', status: 'status', source: 'kilde' },
  futures: {
    drawn: (draws: number, seed: number) => `${draws} mulige forløp, alle like sannsynlige, fra startall ${seed}.`,
    lease: (of50: number) => `I ${of50} av 50 mulige forløp må det leies et klasserom i planperioden.`,
    deficit: (of50: number) => `I ${of50} av 50 mulige forløp går minst ett år i planperioden i minus.`,
    empty: (of50: number) => `I ${of50} av 50 mulige forløp er fondet tomt i minst ett år i planperioden.`,
    idle: (of50: number) => `I ${of50} av 50 mulige forløp står et leid klasserom tomt i planperioden.`,
  },
};
