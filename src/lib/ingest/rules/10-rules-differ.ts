import { differences, placedFigures } from './differences';
import { written, type ComparisonRule } from './figures';

/**
 * Documents with different rules for one thing (table `rules`) are said, since a rule is of its year and municipality.
 * Source: 2 months to a kindergarten place in Elverum, 3 in Gudbrandsdal; 12 months to apply for extra grants in 2015, 13
 * in 2018.
 */
export const rulesDiffer: ComparisonRule = {
  number: 10,
  codes: ['rules-differ'],
  check: (documents) =>
    differences(
      'rules-differ',
      documents.length,
      placedFigures(documents).filter(({ figure }) => figure.table === 'rules' && figure.bound === ''),
      ({ table, measure, group, unit }) => [table, measure, group, unit].join('|'),
      ({ value, unit }) => `${written(value)} ${unit}`,
    ),
};
