import type { Language } from './language';
import { outgoing as en } from './outgoing.en';
import { outgoing as nb } from './outgoing.nb';
import { outgoing as nn } from './outgoing.nn';

/** The words of files that are given out. They come with what makes the files. */
export const outgoingText: Record<Language, typeof nb> = { nb, nn, en };
