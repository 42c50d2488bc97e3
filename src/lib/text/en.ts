import { nb } from './nb';
import type { Text } from './text';

export const en: Text = { ...nb, language: 'en' };
