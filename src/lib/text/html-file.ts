import type { Language } from './language';
import { htmlFile as en } from './html-file.en';
import { htmlFile as nb } from './html-file.nb';
import { htmlFile as nn } from './html-file.nn';

/** The words of a scenario as one HTML file. They come with what makes it. */
export const htmlFileText: Record<Language, typeof nb> = { nb, nn, en };
