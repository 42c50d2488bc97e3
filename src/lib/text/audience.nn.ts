import type { audience as nb } from './audience.nb';

export const audience: typeof nb = {
  title: 'Kven ser skjermen?',
  modes: { private: 'Intern vising', public: 'Offentleg vising' },
  modeHelp: {
    private: 'Alle tal er med. For dei i kommunen som har tilgang til tala.',
    public:
      'Små tal om dei busette er verna, og alle beløp, årsverk og rom er rekna ut frå det verna. Ingen kan rekne seg tilbake.',
  },
  method: 'Slik blir små tal verna',
  methods: { suppress: 'Skjulte', round: 'Avrunda' },
  methodHelp: {
    suppress: (threshold) =>
      `Tal frå 1 til ${threshold - 1} blir ikkje viste, og nokre større blir skjulte så ingen kan rekne seg fram. Tala som blir viste, er rette.`,
    round: (threshold) =>
      `Tal frå 1 til ${threshold - 1} blir 0 eller ${threshold}, og summane blir rekna av dei avrunda. Ingenting manglar, men summane kan avvike.`,
  },
  threshold: 'Grense',
  thresholdHelp: 'Tal under grensa blir verna. Fem er vanleg; tre er det minste.',
  thresholdWrong: 'Grensa må vere eit heilt tal, 3 eller meir.',
  apply: 'Bruk',
  cost: {
    suppress: (hidden, rows, totals) => `Dette skjuler ${hidden} av ${rows} rader og ${totals} summar.`,
    round: (rounded, rows, deviation) =>
      `Dette rundar av ${rounded} av ${rows} rader. Ein sum avvik med høgst ${deviation} personar.`,
  },
  hiddenRows: (hidden, rows) => `${hidden} av ${rows} rader er skjulte.`,
  estimates: 'Skjulte tal blir rekna som anslag av det som blir vist.',
  busy: 'Vernar tala …',
  done: { private: 'Alle tal blir viste.', public: 'Små tal er verna.' },
  refused: (numbers) =>
    `Ikkje endra: saman med det som alt er vist offentleg, ville dette røpe ${numbers} tal. Behald valet frå før.`,
  forget: 'Ingen andre har sett det. Bruk det nye',
  problems: {
    'not-whole':
      'Personane blir ikkje viste: eit tal i fila er ikkje eit heilt tal, og berre heile tal kan vernast. Rett fila.',
    reveals: (numbers) =>
      `Personane blir ikkje viste: saman med det som alt er vist offentleg, ville dei røpe ${numbers} tal.`,
    failed: 'Personane blir ikkje viste: tala kunne ikkje vernast. Prøv ei anna grense, eller rund av.',
  },
  disagrees:
    'Tala stemmer ikkje med dei som er viste offentleg før. Den som har begge, kan kjenne att det som er retta.',
};
