import { group as en } from './group.en';
import { group as nb } from './group.nb';
import { group as nn } from './group.nn';
import type { Language } from './language';

/** The words of the page of a group of municipalities. They come with it. */
export const groupText: Record<Language, typeof nb> = { nb, nn, en };
