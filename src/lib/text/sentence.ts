import type { Warning } from '$lib/model/forecast';
import type { Finding } from '$lib/model/settings';
import type { Text } from './text';

/** A finding as a sentence: where first, then what was found, what is allowed and what to do. */
export function findingSentence(finding: Finding, text: Text, file?: string): string {
  const sentence = (text.findings as Record<string, ((finding: Finding) => string) | undefined>)[finding.code];
  if (!sentence) throw new Error(`no text: finding ${finding.code}`);
  const where = [
    file,
    finding.file,
    finding.row === undefined ? undefined : text.row(finding.row),
    finding.path || undefined,
  ];
  return [...where.filter((part) => part !== undefined), sentence(finding)].join(': ');
}

/**
 * A warning as a sentence, with its years and parameters written out; `nameOf` gives what a parameter is called, else its id.
 */
export function warningSentence(warning: Warning, text: Text, nameOf = (id: string): string => id): string {
  const sentence = (text.warnings as Record<string, ((years: string, parameters: string) => string) | undefined>)[
    warning.code
  ];
  if (!sentence) throw new Error(`no text: warning ${warning.code}`);
  return sentence(yearSpans(warning.years), warning.parameters.map(nameOf).join(', '));
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
