import { finding, type CohortRule } from './cohort';
import { written } from './figures';

/**
 * Persons are counted in whole numbers: parts of persons are shares or averages in the column of counts. Source: the format
 * of the cohort file (data/README.md), persons living in the municipality on one day.
 */
export const wholePersons: CohortRule = {
  number: 19,
  codes: ['persons-not-whole'],
  check: (rows) => {
    const parts = rows.filter(({ persons }) => persons !== null && !Number.isInteger(persons));
    const [first] = parts;
    if (!first || first.persons === null) return [];
    const more = { found: written(first.persons), allowed: String(parts.length) };
    return [finding('persons-not-whole', first, 'persons', more)];
  },
};
