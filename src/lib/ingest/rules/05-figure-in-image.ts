import { finding, type DocumentRule } from './figures';

/**
 * A figure that stands only in an image is unknown and never 0: no reader of text finds it, and a guess would look like a
 * fact. Source: the chart of immigrants by age in Herøy's budget slides 2024-2027.
 */
export const figureInImage: DocumentRule = {
  number: 5,
  codes: ['figure-in-image'],
  check: (figures) =>
    figures.filter(({ mark }) => mark === 'image_only').map((figure) => finding('figure-in-image', [figure])),
};
