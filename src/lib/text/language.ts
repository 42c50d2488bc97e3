/** The languages of the application, each by its own name. */
export const LANGUAGES = { nb: 'Bokmål', nn: 'Nynorsk', en: 'English' } as const;
export type Language = keyof typeof LANGUAGES;
export const LANGUAGE_NAMES = Object.keys(LANGUAGES) as Language[];

/** The language for a reader, from what the browser prefers, first match first; Norwegian of no kind is bokmål. */
export function languageFor(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const [language] = tag.toLowerCase().split('-');
    if (language === 'no' || language === 'nb') return 'nb';
    if (language === 'nn' || language === 'en') return language;
  }
  return 'en';
}
