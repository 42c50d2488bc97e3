import { clock as en } from './clock.en';
import { clock as nb } from './clock.nb';
import { clock as nn } from './clock.nn';
import type { Language } from './language';

/** The words of the deadlines that count from settlement. They come with the page of rooms. */
export const clockText: Record<Language, typeof nb> = { nb, nn, en };
