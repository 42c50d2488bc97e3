import { ask as en } from './ask.en';
import { ask as nb } from './ask.nb';
import { ask as nn } from './ask.nn';
import type { Language } from './language';

/** The words of questions in SQL. They come with the page that has them. */
export const askText: Record<Language, typeof nb> = { nb, nn, en };
