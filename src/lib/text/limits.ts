import type { Language } from './language';
import { limits as en } from './limits.en';
import { limits as nb } from './limits.nb';
import { limits as nn } from './limits.nn';

/** The words of the limits. They come with their page. */
export const limitsText: Record<Language, typeof nb> = { nb, nn, en };
