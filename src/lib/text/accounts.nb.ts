import type { Finding } from '$lib/model/settings';

/** The words of reading accounts: what is wrong with a file, and what it must be asked about. */
export const accounts = {
  findings: {
    'accounts-column-unknown': () => 'Kolonnen er ikke kjent og er ikke lest. Si hva den er, eller la den stå.',
    'accounts-budget-original': () => 'Det opprinnelige budsjettet er ikke med. Det reviderte er brukt.',
    'accounts-municipality': ({ found }: Finding) =>
      `«${found ?? ''}» er ikke et kommunenummer. Skriv de fire sifrene.`,
    'accounts-year-missing': () =>
      'Fila sier ikke hvilket år beløpene gjelder. Skriv året i overskriften, for eksempel «Regnskap 2018», eller lag en kolonne med år.',
    'accounts-year-gap': ({ found }: Finding) =>
      `Regnskapet mangler for ${found}, som ligger mellom år som er med. Årene står som ukjent, ikke som null.`,
    'accounts-net': ({ found, allowed }: Finding) =>
      `Inntekt minus kostnad er ikke netto: ${found}, men netto står som ${allowed}. Rett tallene, eller legg til linja som mangler.`,
    'accounts-deviation': ({ found, allowed }: Finding) =>
      `Avviket står som ${found}, men regnskap minus budsjett er ${allowed}. Avviket er ikke brukt. Sjekk tallene.`,
    'accounts-double': ({ found }: Finding) =>
      `Den samme posten står to ganger med ulike beløp: ${found}. Behold den som gjelder.`,
    'accounts-scale': ({ found }: Finding) =>
      `Beløpene skiller seg om lag 1000 ganger: ${found} kroner. Kroner og tusen kroner kan være blandet. Sjekk enheten.`,
    'accounts-labels-left-out': ({ found }: Finding) =>
      `Disse linjene er ikke med, for modellen har ingen slik post: ${found}.`,
    'accounts-no-item': () =>
      'Ingen linje er kostnad, inntekt eller netto. Kall linjene for eksempel «Sum utgifter», «Sum inntekter» og «Netto».',
    'accounts-art': ({ found }: Finding) =>
      `«${found}» er ingen art. En art har tre siffer, eller fem med kontoklassen foran. Rett koden.`,
    'accounts-function': ({ found }: Finding) =>
      `«${found}» er ingen funksjon. En funksjon har tre siffer, eller fire med et eget siffer bak. Rett koden.`,
    'accounts-arts-left-out': ({ found }: Finding) =>
      `Artene ${found} er ikke med: finansiering og fond (501–599 og 900–999) og kompensert merverdiavgift (429, 728, 729) er verken kostnad eller inntekt i modellen.`,
    'accounts-functions-left-out': ({ found }: Finding) =>
      `Funksjonene ${found} er ikke med, for modellen har ingenting der.`,
    'accounts-open': ({ path, allowed }: Finding) =>
      `Fila sier ikke ${open[path] ?? path}.${allowed ? ` Mulig: ${allowed}.` : ''} Legg til en kolonne som sier det.`,
  },
  questions: {
    municipality: { ask: () => 'Hvilken kommune gjelder regnskapet? Skriv kommunenummeret.', options: {} },
    version: {
      ask: () => 'Er beløpene regnskap eller budsjett?',
      options: { regnskap: 'Regnskap', budsjett: 'Budsjett', økonomiplan: 'Økonomiplan' },
    },
    unit: {
      ask: (found: string) => `Det største beløpet i fila er ${found}. Hvilken enhet er det i?`,
      options: { NOK: 'Kroner', '1000 NOK': 'Tusen kroner', 'million NOK': 'Millioner kroner' },
    },
    sign: {
      ask: (found: string) => `Hva betyr pluss i netto (${found})?`,
      options: { cost_positive: 'Pluss er netto utgift', income_positive: 'Pluss er overskudd' },
    },
    ansvar: {
      ask: (found: string) => `Fila har flere ansvar: ${found}. Hvilke hører til flyktningtjenesten?`,
      options: { all: 'Alle' },
    },
    item: {
      ask: (found: string) => `Hva er «${found}»?`,
      options: { cost: 'Kostnad', income: 'Inntekt', net: 'Netto' },
    },
  } as Record<string, { ask: (found: string) => string; options: Record<string, string> }>,
};

const open: Record<string, string> = {
  municipality: 'hvilken kommune regnskapet gjelder (municipality)',
  version: 'om beløpene er regnskap eller budsjett (version)',
  unit: 'sikkert om beløpene er i kroner eller tusen kroner (unit)',
  sign: 'hva pluss betyr i netto (sign)',
  ansvar: 'hvilke ansvar som hører til tjenesten',
  item: 'om linja er kostnad, inntekt eller netto (item)',
};
