import { groupPaper as en } from './group-paper.en';
import { groupPaper as nb } from './group-paper.nb';
import { groupPaper as nn } from './group-paper.nn';
import type { Language } from './language';

/** The words of the papers of a group. They come when they are asked for. */
export const groupPaperText: Record<Language, typeof nb> = { nb, nn, en };
