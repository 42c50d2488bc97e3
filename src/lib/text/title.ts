import type { Language } from './language';

/** The title of a scenario in a language, or in the first it has. */
export function titleIn(
  title: { nb?: string | undefined; nn?: string | undefined; en?: string | undefined },
  language: Language,
): string {
  return title[language] ?? title.nb ?? title.nn ?? title.en ?? '';
}
