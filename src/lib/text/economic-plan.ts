import { economicPlan as en } from './economic-plan.en';
import { economicPlan as nb } from './economic-plan.nb';
import { economicPlan as nn } from './economic-plan.nn';
import type { Language } from './language';

export type EconomicPlanWords = typeof nb;

/** The words of the economic plan in a municipality's own form. They come with what makes it. */
export const economicPlanText: Record<Language, EconomicPlanWords> = { nb, nn, en };
