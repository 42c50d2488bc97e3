import type { savePicture as nb } from './save-picture.nb';

/** Saving a chart as a picture. */
export const savePicture: typeof nb = {
  title: 'Save as a picture:',
  as: (chart, kind) => `Save “${chart}” as ${kind}`,
  making: 'Making the picture …',
  saved: (file) => `Saved: ${file}`,
  failed: 'The picture was not made. Try again when you are online.',
};
