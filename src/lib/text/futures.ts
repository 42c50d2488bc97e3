import { futures as en } from './futures.en';
import { futures as nb } from './futures.nb';
import { futures as nn } from './futures.nn';
import type { Language } from './language';

/** The words of the possible futures. They come with the pages that show them. */
export const futuresText: Record<Language, typeof nb> = { nb, nn, en };
