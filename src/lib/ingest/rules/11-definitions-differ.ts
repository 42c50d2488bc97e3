import { differences, onePerDocument, placedFigures } from './differences';
import type { ComparisonRule } from './figures';

/**
 * Shares measured by different definitions are not compared. Source: after the programme, Elverum counts work and education,
 * Nærøy work and higher or upper secondary education.
 */
export const definitionsDiffer: ComparisonRule = {
  number: 11,
  codes: ['definitions-differ'],
  check: (documents) =>
    differences(
      'definitions-differ',
      documents.length,
      placedFigures(documents).filter(({ figure }) => figure.definition !== ''),
      ({ measure, unit }) => `${measure}|${unit}`,
      ({ definition }) => definition,
      onePerDocument,
    ),
};
