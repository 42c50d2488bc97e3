import { finding, groupsBy, isKnown, keyOf, withPlaces, type DocumentRule } from './figures';

/**
 * An upper and a lower bound leave more than one value between them; else one of them is a slip. Source: Elverum's
 * integration plan 2015-2019, where at most and at least 10 % of the settled have a disability.
 */
export const boundsConflict: DocumentRule = {
  number: 4,
  codes: ['bounds-conflict'],
  check: (figures) =>
    groupsBy(figures.filter(isKnown), (figure) => `${keyOf(figure)}|${figure.group}`).flatMap((same) => {
      const most = same.filter(({ bound }) => bound === 'at_most');
      const least = same.filter(({ bound }) => bound === 'at_least');
      const crossing = most.flatMap((high) => least.flatMap((low) => (low.value >= high.value ? [[high, low]] : [])));
      return crossing.map((pair) => finding('bounds-conflict', pair, withPlaces(pair)));
    }),
};
