import type { Language } from './language';
import { why as en } from './why.en';
import { why as nb } from './why.nb';
import { why as nn } from './why.nn';

/** The words of the sheet that says why a figure is what it is. They come with it, not before the first figure. */
export const whyText: Record<Language, typeof nb> = { nb, nn, en };
