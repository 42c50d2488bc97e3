import { isUnread } from '../document-row';
import { finding, partsOf, sumOf, written, type DocumentRule } from './figures';

/** How far rounding may take percentages from 100, in percentage points. */
const ROUNDING = 1.5;

/**
 * The percentages of one measure are within 1.5 points of 100: 110 is said, 99 is rounding. Shares that make more than a
 * whole count somebody twice, and a share read from them is wrong. Source: the oral tests of summer 2018 in Nærøy's annual
 * report, 110 %, beside the reading tests, 99 %.
 */
export const percentSum: DocumentRule = {
  number: 1,
  codes: ['percent-sum'],
  check: (figures) =>
    partsOf(figures).flatMap(({ parts }) => {
      if (parts[0]?.unit !== 'percent' || parts.some(({ mark }) => isUnread(mark))) return [];
      const sum = sumOf(parts);
      return Math.abs(sum - 100) > ROUNDING + 1e-9 ? [finding('percent-sum', parts, written(sum))] : [];
    }),
};
