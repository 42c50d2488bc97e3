import { filesOut as en } from './files-out.en';
import { filesOut as nb } from './files-out.nb';
import { filesOut as nn } from './files-out.nn';
import type { Language } from './language';

/** The words of files that a plan is given out in. They come with the council paper. */
export const filesOutText: Record<Language, typeof nb> = { nb, nn, en };
