import type { Catalogue } from './catalogue';
import { expectedMoves, type Moves } from './member-moves';
import type { Forecast } from './forecast';
import { fingerprint } from './hash';
import type { Title } from './parameter';
import type { Plan } from './plan';
import { poolMemberOf, type PoolMember } from './pooling';
import type { Parameters } from './resolve';

/** A year of a member of a group: expected persons, kroner of that year, posts and rooms; `null` is not known. */
export type MemberYear = {
  year: number;
  tail: boolean;
  requested: number | null;
  /** What the council decided; nothing is decided of the tail. */
  decided: number | null;
  settled: number;
  moved_in: number;
  moved_out: number;
  in_phase: number;
  participants: number;
  rooms_needed: number;
  posts: number;
  income: number | null;
  cost: number | null;
  net: number | null;
};

/** What the opening of a member is made of: its own counts, made-up ones, or a national mix of its own totals. */
export const DATA_KINDS = ['own', 'estimated', 'synthetic', 'none'] as const;
export type DataKind = (typeof DATA_KINDS)[number];

/**
 * What a municipality shows of itself to a group: figures of one plan and what they rest on, and no people. The rest says
 * what must be alike before figures are ranked: the years, the rates (`rates`, a fingerprint) and the version of the model.
 */
export type Member = {
  municipality: string;
  scenario: { title: Title; hash: string; first_year: number; years: number };
  data: DataKind;
  version: string;
  rates: string;
  inhabitants: { year: number; persons: number } | null;
  /** Below it the counts of the opening were hidden before anything was worked out; 0 where none was. */
  threshold: number;
  years: MemberYear[];
  moves: Moves[];
  pool: PoolMember;
};

/** What is known of a member besides its plan. */
export type About = Pick<Member, 'version' | 'inhabitants' | 'threshold'> & {
  /** How many were asked for in a year, where the plan does not say it. */
  requested: ReadonlyMap<number, number>;
};

/** A plan and its forecast as a member of a group shows them. Where it is given out, its opening is protected first. */
export function memberOf(plan: Plan, forecast: Forecast, about: About): Member {
  const { scenario, opening, parameters } = plan;
  const { municipality, title, first_year, years } = scenario;
  return {
    municipality,
    scenario: { title, hash: fingerprint({ ...scenario, opening: opening.cells }), first_year, years },
    data: dataKindOf(plan),
    rates: ratesOf(parameters),
    version: about.version,
    inhabitants: about.inhabitants,
    threshold: about.threshold,
    years: yearsOf(forecast, about),
    moves: expectedMoves(plan),
    pool: poolMemberOf(plan, forecast),
  };
}

function dataKindOf({ opening }: Plan): DataKind {
  if (opening.cells.length === 0) return 'none';
  if (opening.synthetic) return 'synthetic';
  return opening.estimated ? 'estimated' : 'own';
}

/** What every rate that the state sets says, by catalogue. */
const stated = new WeakMap<Catalogue, unknown>();

function statedIn(catalogue: Catalogue): unknown {
  const known = stated.get(catalogue);
  if (known) return known;
  const set = [...catalogue.parameters.values()].filter(({ state_set }) => state_set);
  const rates = fingerprint(set.map(({ id, values }) => [id, values.map(({ from, cells }) => [from, cells])]));
  stated.set(catalogue, rates);
  return rates;
}

/** A fingerprint of every rate that the state sets, as a plan sees it: equal where the same persons give the same grants. */
function ratesOf({ catalogue, overrides }: Parameters): string {
  const own = [...overrides.values()]
    .flat()
    .filter(({ id }) => id.startsWith('rates.') || catalogue.parameters.get(id)?.state_set)
    .map(({ id, tokens, year, value }) => [id, tokens, year, value]);
  return fingerprint([statedIn(catalogue), own]);
}

function yearsOf({ people, capacity, result }: Forecast, { requested }: About): MemberYear[] {
  return result.map(({ year, tail, incomplete, income, cost, net }, at) => {
    const [persons, rooms] = [people[at], capacity[at]];
    if (!persons || !rooms) throw new Error(`no year: ${year}`);
    const known = (kroner: number): number | null => (incomplete ? null : kroner);
    return {
      year,
      tail,
      requested: tail ? null : (persons.requested ?? requested.get(year) ?? null),
      decided: tail ? null : persons.voted,
      settled: persons.settled,
      moved_in: persons.moved_in,
      moved_out: persons.moved_out,
      in_phase: persons.in_phase,
      participants: persons.participants_mean,
      rooms_needed: rooms.rooms_needed,
      posts: rooms.posts,
      income: known(income),
      cost: known(cost),
      net: known(net),
    };
  });
}
