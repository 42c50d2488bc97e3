import type { Language } from './language';
import { backtest as en } from './backtest.en';
import { backtest as nb } from './backtest.nb';
import { backtest as nn } from './backtest.nn';

/** The words of the back-test. They come with its page and the command line. */
export const backtestText: Record<Language, typeof nb> = { nb, nn, en };
