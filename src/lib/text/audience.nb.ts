export const audience = {
  title: 'Hvem ser skjermen?',
  modes: { private: 'Intern visning', public: 'Offentlig visning' },
  modeHelp: {
    private: 'Alle tall er med. For dem i kommunen som har tilgang til tallene.',
    public:
      'Små tall om de bosatte er beskyttet, og alle beløp, årsverk og rom er regnet ut fra det beskyttede. Ingen kan regne seg tilbake.',
  },
  method: 'Slik beskyttes små tall',
  methods: { suppress: 'Skjules', round: 'Rundes av' },
  methodHelp: {
    suppress: (threshold: number) =>
      `Tall fra 1 til ${threshold - 1} vises ikke, og noen større skjules så ingen kan regne seg fram. Tallene som vises, er riktige.`,
    round: (threshold: number) =>
      `Tall fra 1 til ${threshold - 1} blir 0 eller ${threshold}, og summene regnes av de avrundede. Ingenting mangler, men summene kan avvike.`,
  },
  threshold: 'Grense',
  thresholdHelp: 'Tall under grensen beskyttes. Fem er vanlig; tre er det minste.',
  thresholdWrong: 'Grensen må være et helt tall, 3 eller mer.',
  apply: 'Bruk',
  cost: {
    suppress: (hidden: string, rows: string, totals: string) =>
      `Dette skjuler ${hidden} av ${rows} rader og ${totals} summer.`,
    round: (rounded: string, rows: string, deviation: string) =>
      `Dette runder av ${rounded} av ${rows} rader. En sum avviker med høyst ${deviation} personer.`,
  },
  hiddenRows: (hidden: string, rows: string) => `${hidden} av ${rows} rader er skjult.`,
  estimates: 'Skjulte tall regnes som anslag av det som vises.',
  busy: 'Beskytter tallene …',
  done: { private: 'Alle tall vises.', public: 'Små tall er beskyttet.' },
  refused: (numbers: string) =>
    `Ikke endret: sammen med det som alt er vist offentlig, ville dette røpe ${numbers} tall. Behold valget fra før.`,
  forget: 'Ingen andre har sett det. Bruk det nye',
  problems: {
    'not-whole':
      'Personene vises ikke: et tall i fila er ikke et helt antall, og bare hele antall kan beskyttes. Rett fila.',
    reveals: (numbers: string) =>
      `Personene vises ikke: sammen med det som alt er vist offentlig, ville de røpe ${numbers} tall.`,
    failed: 'Personene vises ikke: tallene kunne ikke beskyttes. Prøv en annen grense, eller rund av.',
  },
  disagrees:
    'Tallene stemmer ikke med dem som er vist offentlig før. Den som har begge, kan kjenne igjen det som er rettet.',
};
