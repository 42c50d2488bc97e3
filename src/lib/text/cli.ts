import type { Language } from './language';
import { cli as en } from './cli.en';
import { cli as nb } from './cli.nb';
import { cli as nn } from './cli.nn';

/** The words of the command line. */
export const cliText: Record<Language, typeof nb> = { nb, nn, en };
