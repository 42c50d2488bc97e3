import type { Language } from './language';
import { nb } from './nb';
import type { Text } from './text';

/** The words of a language; all but bokmål, which the built pages are in, are fetched when first asked for. */
export async function loadText(language: Language): Promise<Text> {
  if (language === 'nn') return (await import('./nn')).nn;
  if (language === 'en') return (await import('./en')).en;
  return nb;
}
