import { country as en } from './country.en';
import { country as nb } from './country.nb';
import { country as nn } from './country.nn';
import type { Language } from './language';

/** The words of a municipality beside others of the country. They come with the page of the group. */
export const countryText: Record<Language, typeof nb> = { nb, nn, en };
