import type { Language } from './language';
import { pictures as en } from './pictures.en';
import { pictures as nb } from './pictures.nb';
import { pictures as nn } from './pictures.nn';

/** The words of charts that are drawn as pictures. They come with what draws them. */
export const picturesText: Record<Language, typeof nb> = { nb, nn, en };
