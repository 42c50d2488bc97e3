import type { Finding } from '$lib/model/settings';
import { sameGroup } from './12-same-group';
import { collectiveProtection } from './13-collective-protection';
import { settledAfterYear } from './14-settled-after-year';
import { outsidePhase } from './15-outside-phase';
import { missingYear } from './16-missing-year';
import { moreThanPublished } from './17-more-than-published';
import { oneMunicipality } from './18-one-municipality';
import { wholePersons } from './19-whole-persons';
import { totalRow } from './20-total-row';
import { shareColumn } from './21-share-column';
import type { CohortContext, CohortRule, PlacedRow, RawTable, TableRule } from './cohort';

const COHORT_RULES: CohortRule[] = [
  sameGroup,
  collectiveProtection,
  settledAfterYear,
  outsidePhase,
  missingYear,
  moreThanPublished,
  oneMunicipality,
  wholePersons,
];
/** In this order: a sum is no share of itself. */
const TABLE_RULES: TableRule[] = [totalRow, shareColumn];

/** What is wrong with the rows of a cohort, or must be known of them. The rows are those of the file, not yet added. */
export function cohortFindings(rows: PlacedRow[], context: CohortContext): Finding[] {
  return COHORT_RULES.flatMap(({ number, check }) =>
    check(rows, context).map((finding) => ({ ...finding, rule: number })),
  );
}

/** What must be known of a table before its rows are read, and the numbers of the rows that are not to be read. */
export function tableFindings(table: RawTable): { findings: Finding[]; skipped: Set<number> } {
  const findings: Finding[] = [];
  const skipped = new Set<number>();
  for (const { number, check } of TABLE_RULES) {
    const said = check(table, skipped);
    findings.push(...said.findings.map((finding) => ({ ...finding, rule: number })));
    for (const row of said.skipped) skipped.add(row);
  }
  return { findings, skipped };
}
