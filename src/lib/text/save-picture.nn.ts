import type { savePicture as nb } from './save-picture.nb';

/** Saving a chart as a picture. */
export const savePicture: typeof nb = {
  title: 'Lagre som bilete:',
  as: (chart, kind) => `Lagre «${chart}» som ${kind}`,
  making: 'Lagar biletet …',
  saved: (file) => `Lagra: ${file}`,
  failed: 'Biletet vart ikkje laga. Prøv igjen når du er på nett.',
};
