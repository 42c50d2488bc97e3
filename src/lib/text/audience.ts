import { audience as en } from './audience.en';
import { audience as nb } from './audience.nb';
import { audience as nn } from './audience.nn';
import type { Language } from './language';

/** The words of what is shown to whom, and of small numbers that are hidden. */
export const audienceText: Record<Language, typeof nb> = { nb, nn, en };
