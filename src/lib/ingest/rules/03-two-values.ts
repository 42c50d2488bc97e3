import { finding, groupsBy, isKnown, keyOf, withPlaces, type DocumentRule } from './figures';

/**
 * A document gives one value for one thing in one year; a figure without a year may be of any. Which of two is used changes
 * the plan, so a person decides. Source: Elverum's integration plan 2015-2019, with 60 and 82 % and targets of 90 and 80 %.
 */
export const twoValues: DocumentRule = {
  number: 3,
  codes: ['two-values'],
  check: (figures) =>
    groupsBy(figures.filter(isKnown), ({ bound, ...figure }) => `${keyOf(figure)}|${figure.group}|${bound}`).flatMap(
      (same) => {
        const years = [...new Set(same.map(({ year }) => year))].filter((year) => year !== null);
        const perYear = (years.length > 0 ? years : [null]).map((year) =>
          same.filter((figure) => figure.year === year || figure.year === null),
        );
        const differing = perYear.filter((those) => new Set(those.map(({ value }) => value)).size > 1);
        return differing.map((those) => finding('two-values', those, withPlaces(those)));
      },
    ),
};
