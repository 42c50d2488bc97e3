import * as en from './findings.en';
import * as nb from './findings.nb';
import * as nn from './findings.nn';
import type { Language } from './language';

/** The words of what is found in files and settings. They come when something is found, not before the first figure. */
export const findingsText: Record<Language, Pick<typeof nb, 'findings' | 'questions'>> = { nb, nn, en };
