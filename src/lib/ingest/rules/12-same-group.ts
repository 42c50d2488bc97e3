import type { Finding } from '$lib/model/settings';
import { finding, listed, type CohortRule, type PlacedRow } from './cohort';
import { groupsBy, written } from './figures';

/**
 * A group of persons stands once in a file. Equal rows are often a copied row, and different counts of one group are added.
 * Source: the format of the cohort file (data/README.md), where rows of one group are summed.
 */
export const sameGroup: CohortRule = {
  number: 12,
  codes: ['row-twice', 'rows-added'],
  check: (rows) =>
    groupsBy(rows, groupOf)
      .filter((same) => same.length > 1 && same.some(({ persons }) => persons !== 0))
      .map(saidOf),
};

function groupOf(row: PlacedRow): string {
  const { municipality, year, settlement_year, permit, category, age_band, household } = row;
  return `${municipality}|${year}|${settlement_year}|${permit}|${category}|${age_band}|${household}`;
}

function saidOf(same: PlacedRow[]): Finding {
  const last = same.at(-1);
  if (!last) throw new Error('no rows of a group');
  const others = listed(same.slice(0, -1).map(({ row }) => row));
  if (new Set(same.map(({ persons }) => persons)).size === 1)
    return finding('row-twice', last, 'persons', { found: countOf(last), allowed: others });
  return finding('rows-added', last, 'persons', { found: listed(same.map(countOf)), allowed: others });
}

function countOf({ persons }: PlacedRow): string {
  return persons === null ? '<5' : written(persons);
}
