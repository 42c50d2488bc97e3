import { finding, groupsBy, isKnown, written, type DocumentRule } from './figures';

/**
 * One measure of a year has one unit: persons are not added to families, nor kroner to thousands of kroner. Source: the
 * moves of Alvdal's annual report 2018, some in persons and some in families.
 */
export const mixedUnits: DocumentRule = {
  number: 8,
  codes: ['mixed-units'],
  check: (figures) =>
    groupsBy(figures.filter(isKnown), ({ municipality, table, measure, year }) =>
      [municipality, table, measure, year].join('|'),
    ).flatMap((same) => {
      const units = new Set(same.map(({ unit }) => unit));
      return units.size > 1
        ? [finding('mixed-units', same, same.map(({ value, unit }) => `${written(value)} ${unit}`).join(', '))]
        : [];
    }),
};
