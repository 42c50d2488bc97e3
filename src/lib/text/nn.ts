import { nb } from './nb';
import type { Text } from './text';

export const nn: Text = { ...nb, language: 'nn' };
