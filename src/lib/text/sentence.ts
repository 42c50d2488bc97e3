import type { Warning } from '$lib/model/forecast';
import type { Text } from './text';
import { titleIn } from './title';

/**
 * A warning as a sentence, with its years and parameters written out; `nameOf` gives what a parameter is called, else its id.
 */
export function warningSentence(warning: Warning, text: Text, nameOf = (id: string): string => id): string {
  type Said = (years: string, parameters: string, sets: string) => string;
  const sentence = (text.warnings as Record<string, Said | undefined>)[warning.code];
  if (!sentence) throw new Error(`no text: warning ${warning.code}`);
  const sets = (warning.sets ?? []).map((title) => titleIn(title, text.language)).join(', ');
  return sentence(yearSpans(warning.years), warning.parameters.map(nameOf).join(', '), sets);
}

/** Years as spans: `2024–2026, 2028`. */
function yearSpans(years: number[]): string {
  const spans: [number, number][] = [];
  for (const year of years) {
    const last = spans.at(-1);
    if (last && last[1] === year - 1) last[1] = year;
    else spans.push([year, year]);
  }
  return spans.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}
