import type { Language } from './language';
import { report as en } from './report.en';
import { report as nb } from './report.nb';
import { report as nn } from './report.nn';

/** The words of a list of findings, and what each numbered rule says. They come with the first list. */
export type Report = typeof nb;
export const reportText: Record<Language, Report> = { nb, nn, en };
