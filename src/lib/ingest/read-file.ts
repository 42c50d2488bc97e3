import type { Finding } from '$lib/model/settings';
import { isAccounts } from './accounts-sheet';
import { readAccountsTable, type AccountsReading } from './accounts-table';
import type { ReadCohort } from './cohort-body';
import { isCohort, readCohortTables } from './cohort-file';
import { NO_CHOICES, headingsKey, type Choices } from './reading';
import type { CohortContext } from './rules/cohort';
import { readTables, type Progress, type Table } from './tables';

/** What a file of tables holds, and the choices it was read with; `none` where no table could be had. */
export type ReadFile =
  | ({ kind: 'cohort'; choices: Choices } & ReadCohort)
  | ({ kind: 'accounts'; choices: Choices } & AccountsReading)
  | { kind: 'none'; findings: Finding[] };

/** What a file is read with: what somebody chose for it, or else what was chosen for a file with the same headings before. */
export type FileMeans = { choices: Choices | null; known: Record<string, Choices>; context: CohortContext };

/** People or accounts of a file of any format, told by its content; nothing is thrown. */
export async function readFile(
  name: string,
  bytes: Uint8Array,
  { choices, known, context }: FileMeans,
  onProgress?: Progress,
): Promise<ReadFile> {
  const { tables, findings } = await readTables(name, bytes, onProgress);
  if (findings.some(({ severity }) => severity === 'error')) return { kind: 'none', findings };
  const accounts = accountsIn(tables);
  const read = (by: Choices): Exclude<ReadFile, { kind: 'none' }> => {
    const reading = accounts
      ? { kind: 'accounts' as const, ...readAccountsTable(accounts, by) }
      : { kind: 'cohort' as const, ...readCohortTables(tables, { choices: by, context }) };
    return { ...reading, choices: by, findings: [...findings, ...reading.findings] };
  };
  if (choices) return read(choices);
  const first = read(NO_CHOICES);
  const before = known[headingsKey(first)];
  return before ? read(before) : first;
}

/** The table of a file that has most of accounts, where any has and none counts people. */
function accountsIn(tables: Table[]): Table | undefined {
  if (tables.some(isCohort)) return undefined;
  const scored = tables.map((table) => ({ table, score: isAccounts(table) }));
  return scored.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score)[0]?.table;
}
