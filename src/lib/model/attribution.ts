import { differences } from './compare';
import type { Forecast } from './forecast';
import type { Override } from './overrides';
import { forecastOf, type Plan } from './plan';
import { withOverrides } from './resolve';

/** The parts of a plan that a difference is shared among. */
export const LEVER_GROUPS = [
  'settlement',
  'composition',
  'moving',
  'family',
  'rates',
  'prices',
  'capacity',
  'other',
  'opening',
] as const;
export type LeverGroup = (typeof LEVER_GROUPS)[number];

/** The group of parameters whose ids begin so, the longest that fits; all others are `prices`. */
const BEGINNINGS: Record<string, LeverGroup> = {
  settlement: 'composition',
  'settlement.persons': 'settlement',
  'settlement.realisation': 'settlement',
  'settlement.requested': 'settlement',
  household: 'composition',
  relocation: 'moving',
  'relocation.sharing': 'rates',
  'relocation.sharing_first_year': 'rates',
  family_immigration: 'family',
  births: 'family',
  rates: 'rates',
  grants: 'rates',
  basic_amount: 'rates',
  language_grant: 'rates',
  payment: 'rates',
  prices: 'prices',
  education: 'capacity',
  rooms: 'capacity',
  staff: 'capacity',
  dwellings: 'capacity',
  programme: 'capacity',
  capacity: 'capacity',
  practice: 'capacity',
  kindergarten: 'capacity',
  school: 'capacity',
  fund: 'other',
  tail: 'other',
};

/** Part of a difference: what its group adds to a figure, in the unit of that, and the addresses that are not the same. */
export type AttributedPart = { group: LeverGroup; addresses: string[]; amount: number };

/** The difference in a figure between two plans, second less first, and its parts, which sum to it. */
export type Attribution = { total: number; parts: AttributedPart[] };

/** How many groups a difference is shared among at most; of more, the last two are taken as one. */
const MOST = 8;

/**
 * The difference in a figure between two plans by groups of what is not the same in them: what a group adds, on average over
 * every order in which the groups could have been changed (Shapley), so that no order is favoured. `null` where the plans are
 * not of the same years, or the figure is unknown in one of the mixtures.
 */
export function attribute(a: Plan, b: Plan, figure: (of: Forecast) => number | null): Attribution | null {
  const steps = attributionSteps(a, b, figure);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same in steps of one forecast, so that a page can rest in between. */
export function* attributionSteps(
  a: Plan,
  b: Plan,
  figure: (of: Forecast) => number | null,
): Generator<void, Attribution | null, void> {
  if (a.scenario.first_year !== b.scenario.first_year || a.scenario.years !== b.scenario.years) return null;
  const players = playersOf(a, b);
  const mixed = mixtureOf(a, b);
  const figures: number[] = [];
  for (let taken = 0; taken < 2 ** players.length; taken += 1) {
    const groups = new Set(players.filter((_, at) => taken & (1 << at)).flat());
    const value = figure(forecastOf(mixed(groups)));
    if (value === null || Number.isNaN(value)) return null;
    figures.push(value);
    yield;
  }
  const addresses = differences([a, b]).map(({ address }) => address);
  const total = (figures.at(-1) ?? NaN) - (figures[0] ?? NaN);
  const parts = players.flatMap((groups, at) => {
    const [group] = groups;
    const own = addresses.filter((address) => groups.includes(isSet(address, [a, b]) ? groupOf(address) : 'opening'));
    const amount = shapley(figures, players.length, at);
    return group && (own.length > 0 || amount !== 0 || group === 'opening') ? [{ group, addresses: own, amount }] : [];
  });
  return { total, parts: withoutRest(total, parts) };
}

/** What rounding leaves between the parts and their sum goes to the largest. */
function withoutRest(total: number, parts: AttributedPart[]): AttributedPart[] {
  const largest = parts.reduce((top, { amount }, at) => {
    return Math.abs(amount) > Math.abs(parts[top]?.amount ?? 0) ? at : top;
  }, 0);
  const rest = total - parts.reduce((sum, { amount }) => sum + amount, 0);
  return parts.map((part, at) => (at === largest ? { ...part, amount: part.amount + rest } : part));
}

/** What a player adds on average over all orders; `figures` by the players taken, as bits. */
function shapley(figures: number[], players: number, at: number): number {
  let sum = 0;
  for (let taken = 0; taken < figures.length; taken += 1) {
    if (taken & (1 << at)) continue;
    const added = (figures[taken | (1 << at)] ?? NaN) - (figures[taken] ?? NaN);
    sum += added * weightOf(bitsIn(taken), players);
  }
  return sum;
}

/** The share of all orders in which exactly these many given players come before one. */
function weightOf(before: number, players: number): number {
  let orders = players;
  for (let at = 1; at <= before; at += 1) orders *= (players - at) / at;
  return 1 / orders;
}

function bitsIn(taken: number): number {
  let bits = 0;
  for (let left = taken; left > 0; left >>= 1) bits += left & 1;
  return bits;
}

/** The group of a parameter or an address. */
export function groupOf(address: string): LeverGroup {
  const begins = Object.keys(BEGINNINGS).filter((known) => address === known || address.startsWith(`${known}.`));
  const longest = begins.reduce((long, known) => (known.length > long.length ? known : long), '');
  return BEGINNINGS[longest] ?? 'prices';
}

/** A setting of the scenario belongs to the group of its parameter; what is known of the municipality to the opening. */
function groupOfOverride({ id, status }: Override): LeverGroup {
  return status === undefined ? groupOf(id) : 'opening';
}

function overridesOf({ parameters }: Plan): Override[] {
  return [...parameters.overrides.values()].flat();
}

/** The groups that are not the same in two plans, each alone as long as there are not too many. */
function playersOf(a: Plan, b: Plan): LeverGroup[][] {
  const [of, to] = [a, b].map((plan) => LEVER_GROUPS.map((group) => written(overridesOf(plan), group)));
  const differing = LEVER_GROUPS.filter((group, at) => {
    if (group === 'rates' && a.parameters.catalogue !== b.parameters.catalogue) return true;
    if (group === 'opening' && JSON.stringify(a.opening) !== JSON.stringify(b.opening)) return true;
    return of?.[at] !== to?.[at];
  });
  if (differing.length <= MOST) return differing.map((group) => [group]);
  return [...differing.slice(0, MOST - 1).map((group) => [group]), differing.slice(MOST - 1)];
}

/** The settings of a group as text, the same whatever their order. */
function written(overrides: Override[], group: LeverGroup): string {
  return overrides
    .filter((override) => groupOfOverride(override) === group)
    .map(({ id, tokens, year, value, status }) => `${[id, ...tokens].join('.')}@${year}=${value} ${status}`)
    .sort()
    .join('\n');
}

/** Gives the first plan with some groups as in the second. Settings of a scenario stand before what is known of its municipality. */
function mixtureOf(a: Plan, b: Plan): (groups: ReadonlySet<LeverGroup>) => Plan {
  const kept = { a: a.parameters, b: b.parameters };
  const [of, to] = [overridesOf(a), overridesOf(b)];
  return (groups) => {
    const all = [
      ...of.filter((override) => !groups.has(groupOfOverride(override))),
      ...to.filter((override) => groups.has(groupOfOverride(override))),
    ];
    const own = all.filter(({ status }) => status === undefined);
    const known = all.filter(({ status }) => status !== undefined);
    const side = groups.has('rates') ? 'b' : 'a';
    kept[side] = withOverrides(kept[side], [...own, ...known]);
    return { scenario: a.scenario, opening: groups.has('opening') ? b.opening : a.opening, parameters: kept[side] };
  };
}

/** Whether one of the scenarios sets an address, so that it is not only known of the municipalities. */
function isSet(address: string, plans: Plan[]): boolean {
  return plans.some((plan) =>
    overridesOf(plan).some(({ id, tokens, status }) => status === undefined && [id, ...tokens].join('.') === address),
  );
}
