import { finding, groupsBy, isKnown, written, type DocumentRule } from './figures';

/**
 * Heads are no posts: where a document gives no posts for a year, none are made of its heads, since a wage is paid for a
 * post. Source: Herøy's budget slides 2024-2027, five employees and no posts, beside Alvdal's 3 heads in 2.6 posts.
 */
export const headsWithoutPosts: DocumentRule = {
  number: 7,
  codes: ['heads-without-posts'],
  check: (figures) =>
    groupsBy(
      figures.filter(isKnown).filter(({ unit, group }) => unit === 'heads' && (group === '' || group === 'all')),
      ({ municipality, year }) => `${municipality}|${year}`,
    ).flatMap((heads) => {
      const has = figures.some(
        ({ unit, municipality, year }) =>
          unit === 'posts' && municipality === heads[0]?.municipality && year === heads[0].year,
      );
      return has ? [] : heads.map((figure) => finding('heads-without-posts', [figure], written(figure.value)));
    }),
};
