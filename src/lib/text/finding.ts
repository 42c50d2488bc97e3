import type { Finding } from '$lib/model/settings';
import { findingsText } from './findings';
import type { Text } from './text';

/** A finding as a sentence: where first, then what was found, what is allowed and what to do, and the rule that says so. */
export function findingSentence(finding: Finding, text: Text, file?: string): string {
  const where = [file, ...findingPlace(finding, text)].filter((part) => part !== undefined);
  return (
    [...where, saidOf(finding, text)].join(': ') + (finding.rule === undefined ? '' : ` (${text.rule(finding.rule)})`)
  );
}

/** Where a finding stands: another file than the one asked about, row and column, as far as it has them. */
export function findingPlace(finding: Finding, text: Text): string[] {
  const { file, row, path } = finding;
  return [file, row === undefined ? undefined : text.row(row), path || undefined].filter((part) => part !== undefined);
}

/** What was found, what is allowed and what to do, without where. */
export function saidOf(finding: Finding, text: Text): string {
  const known: Record<string, ((finding: Finding) => string) | undefined> = findingsText[text.language].findings;
  const sentence = known[finding.code];
  if (!sentence) throw new Error(`no text: finding ${finding.code}`);
  return sentence(finding);
}
