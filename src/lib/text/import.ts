import { imports as en } from './import.en';
import { imports as nb } from './import.nb';
import { imports as nn } from './import.nn';
import type { Language } from './language';

/** The words of a file that is read; they come with the panel that shows it. */
export type ImportText = typeof nb;
export const importText: Record<Language, ImportText> = { nb, nn, en };
