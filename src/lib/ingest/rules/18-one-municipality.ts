import { finding, listed, type CohortRule } from './cohort';
import { groupsBy } from './figures';

/**
 * A plan is of one municipality, and all rows of a file are added. Rows of several, or of another than the plan's, make a
 * plan of nobody's. An earlier number of the plan's municipality is its own. Source: the format of the scenario, one
 * municipality; the numbers of data/municipalities.csv.
 */
export const oneMunicipality: CohortRule = {
  number: 18,
  codes: ['several-municipalities', 'other-municipality'],
  check: (rows, { municipality: plan, settlement }) => {
    const stated = rows.filter(({ municipality }) => municipality !== undefined);
    const groups = groupsBy(stated, ({ municipality }) => String(municipality));
    const own = new Set([plan, ...settlement.map(({ municipality }) => municipality)]);
    const found = listed(groups.map((same) => `${same[0]?.municipality} (${same.length})`));
    const strange = groups.find((same) => !own.has(same[0]?.municipality))?.[0];
    const second = groups[1]?.[0];
    const allowed = plan;
    if (second) return [finding('several-municipalities', strange ?? second, 'municipality', { found, allowed })];
    if (plan === undefined || !strange) return [];
    return [finding('other-municipality', strange, 'municipality', { found: strange.municipality, allowed })];
  },
};
