import Papa from 'papaparse';
import type { Finding } from '$lib/model/settings';
import type { AccountsRow } from './accounts-row';
import { readAccountsTable } from './accounts-table';
import { NO_CHOICES, type Question } from './reading';

/** The rows of an accounts file in delimited text, or everything that is wrong; what it leaves open is one of the defects. */
export function readAccounts(text: string): { rows: AccountsRow[]; findings: Finding[] } {
  const { data } = Papa.parse<string[]>(text.trim(), { delimitersToGuess: [',', ';', '\t'] });
  const { rows, findings, questions } = readAccountsTable({ name: '', rows: data, firstRow: 1 }, NO_CHOICES);
  return { rows, findings: [...findings, ...openFindings(questions)] };
}

/** Open questions as defects, for where nobody can answer: the file must say it itself. */
export function openFindings(questions: Question[]): Finding[] {
  return questions.map(({ id, found, options }) => {
    const allowed = options.join(', ');
    return { code: 'accounts-open', severity: 'error', path: id, found, allowed };
  });
}
