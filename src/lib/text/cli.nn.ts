import type { cli as nb } from './cli.nb';

export const cli: typeof nb = {
  usage:
    'Bruk: bosett KOMMANDO ...\n\n' +
    '  forecast SCENARIO... [--set ID=VERDI]... [--set ID@ÅR=VERDI]...   prognosen\n' +
    '           [--rates FIL]...                                        med eigne satsar, utkast eller vedtekne\n' +
    '           [--draws N [--seed S]]                                    med N moglege forløp\n' +
    '           [--public [--threshold N] [--method suppress | round]]   av rader der små tal er verna\n' +
    '  parameters [--year ÅR] [PREFIKS]                                 parametrar med kjelde og status\n' +
    '  check FIL...                                                     kontrollerer filer\n' +
    '  protect KOHORT [--threshold N] [--method suppress | round] [--beside JSON]... -o UT\n' +
    '                                                                   ein kopi som kan publiserast\n' +
    '  bundle SCENARIO [--threshold N] -o UT.json                       tala til kommunen til ei gruppe, utan personar\n' +
    '  compare SCENARIO SCENARIO...                                     side om side, det som er ulikt, og kva det gjer\n' +
    '  seek SCENARIO --vary ID[=FRÅ..TIL] --keep "GRENSE"... [--minimise] [--chance 40/50 [--draws N] [--seed S]]\n' +
    '                                                                   største (minste) heile tal som held alle grensene\n' +
    '  thresholds SCENARIO --vary ID[=FRÅ..TIL]                         kvar kvart trinn byrjar\n' +
    '  export SCENARIO [--beside SCENARIO] -o UT.{xlsx,docx,html,svg,png,csv,parquet,arrow}   ei fil å sende eller arkivere\n' +
    '           [--table lines | people | capacity | result | futures | economic-plan | budget]   tabellen i csv, parquet, arrow\n' +
    '           [--ansvar SIFFER] [--sign cost_positive | income_positive] [--picture NAMN] [--date ÅÅÅÅ-MM-DD]\n' +
    '           [--set, --rates, --public, --threshold, --method, --draws, --seed som for forecast]\n' +
    '  sweep SCENARIO... --vary ID=FRÅ..TIL[/STEG]... [--shard I/N] [--draws N [--seed S]] [-o UT.parquet | UT.csv]\n' +
    '                                                                   alle kombinasjonar, år for år\n\n' +
    '  --format table | json | csv     --lang nb | nn | en\n',
  unknownCommand: (command) => `Kommandoen «${command}» finst ikkje.`,
  exported: (file, bytes) => `${file}: ${bytes} byte`,
  onlyWith: (option, use) => `Valet «${option}» blir berre brukt saman med ${use}.`,
  budgetUnknown: (funksjon, art, year) =>
    `Ikkje skrive: beløpet for funksjon ${funksjon}, art ${art} i ${year} er ukjent. Oppgi satsen med --set eller --rates, elles ville budsjettet mangle det.`,
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
  search: {
    scenario: 'Scenario',
    figure: 'Tal',
    onlyOne: (option) => `Valet «${option}» kan berre stå éin gong her.`,
    twoFiles: 'Kommandoen «compare» treng minst to filer.',
    unknownColumn: (expr, found, nearest) =>
      `${expr}: Kolonnen «${found}» finst ikkje. Meinte du «${nearest}»? Rett namnet.`,
    seek: {
      chance: (need: number, draws: number, seed: number) =>
        `I minst ${need} av ${draws} moglege forløp, frå starttal ${seed}.`,
      keptIn: (kept: number, counted: number) => `${kept} av ${counted} forløp`,
      tried: (vary, from, to) => `${vary}: kvart heile tal frå ${from} til ${to} er prøvd.`,
      largest: (value) => `Det største talet som held alle grensene, er ${value}.`,
      smallest: (value) => `Det minste talet som held alle grensene, er ${value}.`,
      none: 'Ingen av tala held alle grensene.',
      binding: (expr, year, next) => `Det som stoppar: med ${next} blir ${expr} broten i ${year}.`,
      atEnd: (expr, year) => `Ingen tal vidare er prøvde. Minst å gå på har ${expr}, i ${year}.`,
      kept: (ranges) => `Alle grensene held med: ${ranges}.`,
      conflict: (one, other) => `${one} og ${other} kan haldast kvar for seg, men aldri saman.`,
      nearest: (value, expr, year, by) => `Nærmast kjem ${value}: ${expr} blir broten mest i ${year} (${by}).`,
      columns: { value: 'Tal', kept: 'Held', broken: 'Broten (år: med kor mykje)' },
      yes: 'ja',
      no: 'nei',
    },
    thresholds: {
      how: 'Det høgaste behovet i planen og åra etter, og det første året med det nye nivået.',
      none: 'Ingen trinn byrjar mellom desse tala.',
      columns: { at: 'Frå talet', what: 'Kva', from: 'Før', to: 'No', year: 'År' },
      what: {
        rooms: 'klasserom',
        posts: 'heile årsverk, månaden med flest',
        dwellings: 'bustader',
        unaccompanied_minor_care: 'årsverk i omsorg for einslege mindreårige',
        language_base: 'grunntilskot, gruppa byrjar på så mange personar',
      },
    },
    attribution: {
      title: (figure, other, first) => `${figure}: kva som gjer ${other} ulik ${first}`,
      none: 'Kan ikkje delast opp: planane har ikkje dei same åra, eller eit beløp er ukjent i ei blanding av dei.',
      amount: '1000 kroner',
      total: 'Til saman',
      groups: {
        settlement: 'Talet på busette',
        composition: 'Kven som kjem, og når',
        moving: 'Flytting',
        family: 'Familieinnvandring og fødslar',
        rates: 'Tilskot og satsar',
        prices: 'Prisar og kostnader',
        capacity: 'Opplæring, rom, tilsette og bustader',
        other: 'Fond og anna',
        opening: 'Kven som bur her frå før, og kommunen',
      },
    },
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
  futures: {
    drawn: (draws: number, seed: number) => `${draws} moglege forløp, alle like sannsynlege, frå starttal ${seed}.`,
    lease: (of50: number) => `I ${of50} av 50 moglege forløp må det leigast eit klasserom i planperioden.`,
    deficit: (of50: number) => `I ${of50} av 50 moglege forløp går minst eitt år i planperioden i minus.`,
    empty: (of50: number) => `I ${of50} av 50 moglege forløp er fondet tomt i minst eitt år i planperioden.`,
    idle: (of50: number) => `I ${of50} av 50 moglege forløp står eit leigd klasserom tomt i planperioden.`,
  },
};
