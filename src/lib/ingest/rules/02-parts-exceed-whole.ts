import { finding, partsOf, sumOf, written, type DocumentRule } from './figures';

/**
 * The parts of a measure are no more than its whole. They may overlap, and are never made to fit, since a person may be in
 * two of them. Source: Alvdal's annual report 2018, where 12 completed the programme and the outcomes are 14.
 */
export const partsExceedWhole: DocumentRule = {
  number: 2,
  codes: ['parts-exceed-whole'],
  check: (figures) =>
    partsOf(figures).flatMap(({ parts, whole }) => {
      if (!whole || parts.length < 2 || parts[0]?.unit === 'percent') return [];
      const sum = sumOf(parts);
      return sum > whole.value + 1e-9
        ? [finding('parts-exceed-whole', parts, written(sum), { allowed: written(whole.value) })]
        : [];
    }),
};
