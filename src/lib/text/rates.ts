import type { Language } from './language';
import { rates as en } from './rates.en';
import { rates as nb } from './rates.nb';
import { rates as nn } from './rates.nn';

/** The words of the page of the municipality's own rates. */
export const ratesText: Record<Language, typeof nb> = { nb, nn, en };
