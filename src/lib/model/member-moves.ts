import { priceOf } from './ledger';
import type { Override } from './overrides';
import { horizonOf } from './forecast';
import type { Plan } from './plan';
import { grantYear, population } from './population';
import { optionAt, planned, valueAt } from './resolve';
import { GIVEN } from './sharing';

/** Grant years in which somebody may move and take a grant along. */
export const MOVING_YEARS = [2, 3, 4, 5] as const;

/**
 * Those of a grant year (2-5) in a year of the plan: persons on 1 January, those who move out, the yearly grant for one
 * (kroner; `null` unknown) and the part of a year that moves with somebody who moves in an average month.
 */
export type Moves = {
  year: number;
  grant_year: number;
  here: number;
  moved: number;
  grant: number | null;
  part: number;
};

/** Who is here and who moves out, by year of the plan and grant year. */
export function expectedMoves({ scenario, opening, parameters }: Plan): Moves[] {
  const { streams } = population(opening.cells, parameters, horizonOf(parameters, scenario));
  return Array.from({ length: scenario.years }, (_, at) => {
    const year = scenario.first_year + at;
    const part = partOf(optionAt(parameters, 'relocation.sharing', year));
    return MOVING_YEARS.map((d): Moves => {
      const of = streams.filter(({ settlement_year, from }) => from <= at && grantYear(settlement_year, year) === d);
      const grant = priceOf(parameters, `grants.integration.year${d}`).value[at] ?? NaN;
      return {
        year,
        grant_year: d,
        here: of.reduce((sum, { january }) => sum + (january[at] ?? 0), 0),
        moved: of.reduce((sum, { moved }) => sum + (moved[at] ?? 0), 0),
        grant: Number.isNaN(grant) ? null : grant,
        part,
      };
    });
  }).flat();
}

function partOf(sharing: string): number {
  const given = sharing === 'twelfths' ? GIVEN.twelfths : GIVEN.eighths;
  return given.reduce((sum, share) => sum + share, 0) / given.length;
}

/** Persons who move from one member of a group to another in a year, and what moves with them; `null` where the rate is unknown. */
export type Flow = {
  from: string;
  to: string;
  year: number;
  grant_year: number;
  persons: number;
  amount: number | null;
};

/** What decides where those who move go: how many inhabitants a member has (`null` unknown) and its own moves. */
export type Mover = { municipality: string; moves: Moves[]; inhabitants: number | null };

/**
 * Who moves from member to member: of those who move out of one, the share `inside` moves to the others, by their
 * inhabitants. Nobody is sent to a member whose inhabitants are unknown. In order of sender, year, grant year and receiver.
 */
export function flowsBetween(movers: readonly Mover[], inside: number): Flow[] {
  const sorted = [...movers].sort((a, b) => (a.municipality < b.municipality ? -1 : 1));
  return sorted.flatMap((from) => {
    const others = sorted.filter((other) => other !== from && other.inhabitants !== null);
    const all = others.reduce((sum, { inhabitants }) => sum + (inhabitants ?? 0), 0);
    if (all === 0 || inside === 0) return [];
    return from.moves.flatMap(({ year, grant_year, moved, grant, part }) =>
      others.map(({ municipality, inhabitants }): Flow => {
        const persons = (moved * inside * (inhabitants ?? 0)) / all;
        const amount = grant === null ? null : persons * part * grant;
        return { from: from.municipality, to: municipality, year, grant_year, persons, amount };
      }),
    );
  });
}

/** The settings of a plan with what flows to it on top of its own in-movers. */
export function withFlows({ scenario, parameters }: Plan, flows: readonly Flow[]): Override[] {
  const { first_year, years, municipality } = scenario;
  const own = planned(parameters, 'relocation.in.persons');
  return Array.from({ length: years }, (_, at) => first_year + at).flatMap((year, at): Override[] => {
    const coming = MOVING_YEARS.map((d) =>
      flows
        .filter((flow) => flow.to === municipality && flow.year === year && flow.grant_year === d)
        .reduce((sum, { persons }) => sum + persons, 0),
    );
    const before = own[at] ?? NaN;
    const all = before + coming.reduce((sum, persons) => sum + persons, 0);
    if (all === before) return [];
    const shares = MOVING_YEARS.map((d, place) => {
      const share = valueAt(parameters, `relocation.in.year${d}`, year);
      return (before * share + (coming[place] ?? 0)) / all;
    });
    return [
      { id: 'relocation.in.persons', tokens: [], year, value: all },
      ...shares.map((value, place): Override => {
        return { id: 'relocation.in', tokens: [`year${MOVING_YEARS[place] ?? 0}`], year, value };
      }),
    ];
  });
}
