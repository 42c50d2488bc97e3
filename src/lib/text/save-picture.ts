import type { Language } from './language';
import { savePicture as en } from './save-picture.en';
import { savePicture as nb } from './save-picture.nb';
import { savePicture as nn } from './save-picture.nn';

/** The words of what saves a chart as a picture. They come with the charts; the rest comes when it is asked for. */
export const savePictureText: Record<Language, typeof nb> = { nb, nn, en };
