import type { Language } from './language';
import { paper as en } from './paper.en';
import { paper as nb } from './paper.nb';
import { paper as nn } from './paper.nn';

/** The words of the paper for the council. They come with what shows it. */
export const paperText: Record<Language, typeof nb> = { nb, nn, en };
