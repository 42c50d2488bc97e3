import { finding, type DocumentRule } from './figures';

/**
 * A figure that the document speaks of and does not give is unknown and never 0. Source: Elverum's integration plan
 * 2015-2019, whose table of the settled by year is not in the text.
 */
export const figureNotInText: DocumentRule = {
  number: 6,
  codes: ['figure-not-in-text'],
  check: (figures) =>
    figures.filter(({ mark }) => mark === 'not_in_text').map((figure) => finding('figure-not-in-text', [figure])),
};
