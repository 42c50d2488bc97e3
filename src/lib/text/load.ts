import type { Language } from './language';
import type { Text } from './text';

/** The words of a language, fetched when they are asked for. */
export async function loadText(language: Language): Promise<Text> {
  if (language === 'nn') return (await import('./nn')).nn;
  if (language === 'en') return (await import('./en')).en;
  return (await import('./nb')).nb;
}
