import { indicators as en } from './indicators.en';
import { indicators as nb } from './indicators.nb';
import { indicators as nn } from './indicators.nn';
import type { Language } from './language';

/** The words of outcomes, language tests and targets. They come with the page of the group. */
export const indicatorsText: Record<Language, typeof nb> = { nb, nn, en };
export type IndicatorsText = typeof nb;
