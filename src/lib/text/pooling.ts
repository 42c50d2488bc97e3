import type { Language } from './language';
import { pooling as en } from './pooling.en';
import { pooling as nb } from './pooling.nb';
import { pooling as nn } from './pooling.nn';

/** The words of shared measures. They come with the page of the group. */
export const poolingText: Record<Language, typeof nb> = { nb, nn, en };
