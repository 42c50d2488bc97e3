import type { questions as nb } from './questions.nb';

/** Questions to the administration. */
export const questions: typeof nb = {
  ask: 'Spør kommunedirektøren om talet',
  help: 'Spørsmålet følgjer talet, i lenkja og i fila du sender. Skriv ikkje namn på personar eller noko anna som seier kven nokon er.',
  label: 'Spørsmål',
  add: 'Legg til spørsmålet',
  missing: 'Skriv eit spørsmål først.',
  personal:
    'Spørsmålet er ikkje lagt til: det ser ut til å ha noko som seier kven ein person er. Ta det ut og prøv igjen.',
  personalAnswer:
    'Svaret er ikkje lagra: det ser ut til å ha noko som seier kven ein person er. Ta det ut og prøv igjen.',
  tooMany: (most: string) => `Det er plass til ${most} spørsmål. Fjern nokre først.`,
  added: 'Spørsmålet er lagt til. Det står i saksframlegget.',
  title: 'Spørsmål og svar',
  none: 'Ingen har spurt om noko. Trykk på eit tal og vel «Spør kommunedirektøren om talet», eller opne filer med spørsmål.',
  lead: 'Svara kjem med i saksframlegget.',
  inside: (count: string) => `${count} spørsmål frå den interne visinga er ikkje med i den offentlege.`,
  of: (figure: string, name: string, scenario: string) => `${name}: ${figure}. ${scenario}.`,
  answer: 'Svar',
  unanswered: 'Ikkje svara på enno.',
  remove: 'Fjern',
  removeOf: (asked: string) => `Fjern spørsmålet «${asked}»`,
  show: 'Vis talet',
  file: 'Lagre spørsmåla i ei fil',
  open: 'Opne filer med spørsmål',
  copy: 'Kopier lenkje med spørsmåla',
  copied: 'Lenkja er kopiert.',
  copyRefused: 'Nettlesaren lét oss ikkje kopiere. Her er lenkja:',
  tooLong: 'Det er ikkje plass til alle spørsmåla i ei lenkje. Lagre dei i ei fil.',
  saved: (name: string) => `Lagra som ${name}.`,
  opened: (count: string) => `${count} spørsmål er opna.`,
  notOpened: (file: string) => `${file} er ikkje opna`,
};
