import type { Language } from './language';
import { model as modelEn } from './model.en';
import { model as modelNb } from './model.nb';
import { model as modelNn } from './model.nn';
import { pages as pagesEn } from './pages.en';
import { pages as pagesNb } from './pages.nb';
import { pages as pagesNn } from './pages.nn';

/** The words of the pages that explain. They come with those pages in every language, not before the first figure. */
export type Pages = typeof pagesNb;
export const pages: Record<Language, Pages> = { nb: pagesNb, nn: pagesNn, en: pagesEn };

/** The words of the page on the model. */
export const model: Record<Language, typeof modelNb> = { nb: modelNb, nn: modelNn, en: modelEn };
