import { memberOf, type About, type Member } from './member';
import { expectedMoves, flowsBetween, withFlows, type Flow, type Mover } from './member-moves';
import { forecastOf, type Plan } from './plan';
import { withOverrides } from './resolve';

/** A member of a group: worked out here from its plan, or as it was sent. */
export type Part = { plan: Plan; about: About } | { member: Member };

/** The members of a group with those who move between them, and the plans they came from; `null` for one that was sent. */
export type Group = { members: Member[]; plans: (Plan | null)[]; flows: Flow[] };

/**
 * Members in the order given, and who moves between them: of those who move out of one, the share `inside` goes to the others.
 * The plans that are worked out here get them as in-movers; a member that was sent stays as it was sent.
 */
export function groupOf(parts: readonly Part[], inside: number): Group {
  let plans = parts.map((part) => ('plan' in part ? part.plan : null));
  let flows: Flow[] = [];
  // Who moves in may move on the year after: there are no more rounds than years.
  const rounds = Math.max(1, ...plans.map((plan) => plan?.scenario.years ?? 0));
  for (let round = 0; round < rounds; round += 1) {
    const next = flowsBetween(
      parts.map((part, at) => moverOf(part, plans[at] ?? null)),
      inside,
    );
    const isSame = next.every(({ persons }, at) => persons === flows[at]?.persons);
    flows = next;
    if (isSame) break;
    plans = parts.map((part) => ('plan' in part ? withMovers(part.plan, next) : null));
  }
  const members = parts.map((part, at) => {
    const plan = plans[at];
    return 'plan' in part && plan ? memberOf(plan, forecastOf(plan), part.about) : (part as { member: Member }).member;
  });
  return { members, plans, flows };
}

function moverOf(part: Part, plan: Plan | null): Mover {
  if ('member' in part)
    return {
      municipality: part.member.municipality,
      moves: part.member.moves,
      inhabitants: part.member.inhabitants?.persons ?? null,
    };
  const { scenario } = part.plan;
  return {
    municipality: scenario.municipality,
    moves: expectedMoves(plan ?? part.plan),
    inhabitants: part.about.inhabitants?.persons ?? null,
  };
}

function withMovers(plan: Plan, flows: readonly Flow[]): Plan {
  const moved = withFlows(plan, flows);
  if (moved.length === 0) return plan;
  const own = [...plan.parameters.overrides.values()].flat();
  return { ...plan, parameters: withOverrides(plan.parameters, [...moved, ...own]) };
}

/**
 * What members owe one another for those who move between them in the years of their plans, kroner: what goes out by the
 * sender's rates, and what comes in by the receiver's own. `null` where a rate is unknown, or the receiver has no such year.
 */
export type Balance = {
  municipality: string;
  out: number | null;
  into: number | null;
  persons_out: number;
  persons_in: number;
};

/** The balances of members in their order. Of a group that counts alike, all that goes out comes in. */
export function balancesOf({ members, flows }: Pick<Group, 'members' | 'flows'>): Balance[] {
  return members.map(({ municipality, moves }): Balance => {
    const leaving = flows.filter(({ from }) => from === municipality);
    const coming = flows.filter(({ to }) => to === municipality);
    const amounts = coming.map(({ year, grant_year, persons }) => {
      const own = moves.find((each) => each.year === year && each.grant_year === grant_year);
      return own && own.grant !== null ? persons * own.part * own.grant : null;
    });
    return {
      municipality,
      out: sumOf(leaving.map(({ amount }) => amount)),
      into: sumOf(amounts),
      persons_out: leaving.reduce((sum, { persons }) => sum + persons, 0),
      persons_in: coming.reduce((sum, { persons }) => sum + persons, 0),
    };
  });
}

function sumOf(amounts: readonly (number | null)[]): number | null {
  return amounts.reduce((sum, amount) => (sum === null || amount === null ? null : sum + amount), 0);
}

/** What must be alike before members are ranked: the years of their plans, the rates, and the version of the model. */
export const ALIKE = ['years', 'rates', 'version'] as const;
export type Alike = (typeof ALIKE)[number];

/** Members that stand apart from most of the others in something that must be alike. */
export type Unlike = { of: Alike; municipalities: string[] };

/** What is not alike among members, and who stands apart; of equally many on each side those who come later. */
export function unlikeIn(members: readonly Member[]): Unlike[] {
  return ALIKE.flatMap((of) => {
    const keys = members.map((member) => alikeKey(member, of));
    const counts = [...new Set(keys)].map((key) => ({ key, count: keys.filter((each) => each === key).length }));
    if (counts.length < 2) return [];
    const [most] = counts.sort((a, b) => b.count - a.count);
    const apart = members.filter((_, at) => keys[at] !== most?.key);
    return [{ of, municipalities: apart.map(({ municipality }) => municipality) }];
  });
}

function alikeKey({ scenario, rates, version }: Member, of: Alike): string {
  if (of === 'rates') return rates;
  return of === 'version' ? version : `${scenario.first_year} ${scenario.years}`;
}
