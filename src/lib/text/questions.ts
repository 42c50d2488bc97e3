import type { Language } from './language';
import { questions as en } from './questions.en';
import { questions as nb } from './questions.nb';
import { questions as nn } from './questions.nn';

/** The words of questions to the administration. They come with the sheet of a figure and with the council paper. */
export const questionsText: Record<Language, typeof nb> = { nb, nn, en };
