import type { Finding } from '$lib/model/settings';
import type { Report } from './report';
import { findingSentence, saidOf } from './finding';
import type { Text } from './text';

/** Errors before warnings, each in the order they were found. */
export function bySeverity(findings: Finding[]): { severity: Finding['severity']; findings: Finding[] }[] {
  return (['error', 'warning'] as const)
    .map((severity) => ({ severity, findings: findings.filter((finding) => finding.severity === severity) }))
    .filter((group) => group.findings.length > 0);
}

/** Findings as rows of a table for a spreadsheet, under headings in the language of the text. */
export function findingRows(findings: Finding[], text: Text, words: Report, file = ''): Record<string, string>[] {
  const { columns, severity } = words;
  return findings.map((finding) => ({
    [columns.file]: finding.file ?? file,
    [columns.severity]: severity[finding.severity],
    [columns.rule]: String(finding.rule ?? ''),
    [columns.row]: String(finding.row ?? ''),
    [columns.column]: finding.path,
    [columns.message]: saidOf(finding, text),
  }));
}

/** Findings as plain text under how many there are, a sentence a line. */
export function findingLines(findings: Finding[], text: Text, words: Report, file?: string): string {
  return bySeverity(findings)
    .map((group) =>
      [countOf(group, words), ...group.findings.map((finding) => findingSentence(finding, text, file))].join('\n'),
    )
    .join('\n\n');
}

/** How many there are of a severity: `2 feil`. */
export function countOf({ severity, findings }: ReturnType<typeof bySeverity>[number], words: Report): string {
  return severity === 'error' ? words.errors(findings.length) : words.warnings(findings.length);
}
