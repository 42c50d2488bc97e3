import type { Language } from './language';
import { workbook as en } from './workbook.en';
import { workbook as nb } from './workbook.nb';
import { workbook as nn } from './workbook.nn';

/** The words of workbooks that are given out. They come with what makes them. */
export const workbookText: Record<Language, typeof nb> = { nb, nn, en };
