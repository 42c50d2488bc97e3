import type { accounts as nb } from './accounts.nb';

export const accounts: typeof nb = {
  findings: {
    'accounts-column-unknown': () => 'Kolonnen er ikkje kjend og er ikkje lesen. Sei kva han er, eller lat han stå.',
    'accounts-budget-original': () => 'Det opphavlege budsjettet er ikkje med. Det reviderte er brukt.',
    'accounts-municipality': ({ found }) => `«${found ?? ''}» er ikkje eit kommunenummer. Skriv dei fire siffera.`,
    'accounts-year-missing': () =>
      'Fila seier ikkje kva år beløpa gjeld. Skriv året i overskrifta, til dømes «Rekneskap 2018», eller lag ei kolonne med år.',
    'accounts-year-gap': ({ found }) =>
      `Rekneskapen manglar for ${found}, som ligg mellom år som er med. Åra står som ukjende, ikkje som null.`,
    'accounts-net': ({ found, allowed }) =>
      `Inntekt minus kostnad er ikkje netto: ${found}, men netto står som ${allowed}. Rett tala, eller legg til linja som manglar.`,
    'accounts-deviation': ({ found, allowed }) =>
      `Avviket står som ${found}, men rekneskap minus budsjett er ${allowed}. Avviket er ikkje brukt. Sjekk tala.`,
    'accounts-double': ({ found }) => `Den same posten står to gonger med ulike beløp: ${found}. Behald den som gjeld.`,
    'accounts-scale': ({ found }) =>
      `Beløpa skil seg om lag 1000 gonger: ${found} kroner. Kroner og tusen kroner kan vere blanda. Sjekk eininga.`,
    'accounts-labels-left-out': ({ found }) =>
      `Desse linjene er ikkje med, for modellen har ingen slik post: ${found}.`,
    'accounts-no-item': () =>
      'Inga linje er kostnad, inntekt eller netto. Kall linjene til dømes «Sum utgifter», «Sum inntekter» og «Netto».',
    'accounts-art': ({ found }) =>
      `«${found}» er ingen art. Ein art har tre siffer, eller fem med kontoklassen føre. Rett koden.`,
    'accounts-function': ({ found }) =>
      `«${found}» er ingen funksjon. Ein funksjon har tre siffer, eller fire med eit eige siffer bak. Rett koden.`,
    'accounts-arts-left-out': ({ found }) =>
      `Artane ${found} er ikkje med: finansiering og fond (501–599 og 900–999) og kompensert meirverdiavgift (429, 728, 729) er verken kostnad eller inntekt i modellen.`,
    'accounts-functions-left-out': ({ found }) => `Funksjonane ${found} er ikkje med, for modellen har ingenting der.`,
    'accounts-open': ({ path, allowed }) =>
      `Fila seier ikkje ${open[path] ?? path}.${allowed ? ` Mogleg: ${allowed}.` : ''} Legg til ei kolonne som seier det.`,
  },
  questions: {
    municipality: { ask: () => 'Kva kommune gjeld rekneskapen? Skriv kommunenummeret.', options: {} },
    version: {
      ask: () => 'Er beløpa rekneskap eller budsjett?',
      options: { regnskap: 'Rekneskap', budsjett: 'Budsjett', økonomiplan: 'Økonomiplan' },
    },
    unit: {
      ask: (found) => `Det største beløpet i fila er ${found}. Kva eining er det i?`,
      options: { NOK: 'Kroner', '1000 NOK': 'Tusen kroner', 'million NOK': 'Millionar kroner' },
    },
    sign: {
      ask: (found) => `Kva tyder pluss i netto (${found})?`,
      options: { cost_positive: 'Pluss er netto utgift', income_positive: 'Pluss er overskot' },
    },
    ansvar: {
      ask: (found) => `Fila har fleire ansvar: ${found}. Kva for nokre høyrer til flyktningtenesta?`,
      options: { all: 'Alle' },
    },
    item: {
      ask: (found) => `Kva er «${found}»?`,
      options: { cost: 'Kostnad', income: 'Inntekt', net: 'Netto' },
    },
  },
};

const open: Record<string, string> = {
  municipality: 'kva kommune rekneskapen gjeld (municipality)',
  version: 'om beløpa er rekneskap eller budsjett (version)',
  unit: 'sikkert om beløpa er i kroner eller tusen kroner (unit)',
  sign: 'kva pluss tyder i netto (sign)',
  ansvar: 'kva ansvar som høyrer til tenesta',
  item: 'om linja er kostnad, inntekt eller netto (item)',
};
