import { keeping as en } from './keeping.en';
import { keeping as nb } from './keeping.nb';
import { keeping as nn } from './keeping.nn';
import type { Language } from './language';

/** The words of saving, opening and keeping projects. They come with what shows them. */
export const keepingText: Record<Language, typeof nb> = { nb, nn, en };
