import { attribution as en } from './attribution.en';
import { attribution as nb } from './attribution.nb';
import { attribution as nn } from './attribution.nn';
import type { Language } from './language';

/** The words of what a difference is due to. They come with the page that compares. */
export const attributionText: Record<Language, typeof nb> = { nb, nn, en };
