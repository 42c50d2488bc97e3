import { finding, isKnown, written, type DocumentRule } from './figures';

/**
 * No service of a municipality has a billion kroner or costs less than a thousand a year, so kroner and thousands of kroner
 * are mistaken for each other. Source: Herøy's budget slides 2024-2027, the service in thousands and the lease in kroner.
 */
export const doubtfulUnit: DocumentRule = {
  number: 9,
  codes: ['doubtful-unit'],
  check: (figures) =>
    figures.filter(isKnown).flatMap((figure) => {
      const size = Math.abs(figure.value);
      const thousands = figure.unit.startsWith('1000 NOK') && size >= 1_000_000;
      const single = figure.unit.startsWith('NOK') && size > 0 && size < 1_000;
      return thousands || single ? [finding('doubtful-unit', [figure], `${written(figure.value)} ${figure.unit}`)] : [];
    }),
};
