import type { Catalogue } from './catalogue';
import { isPart, isUnder, type Override } from './overrides';
import type { Plan } from './plan';
import { withOverrides } from './resolve';
import { readOverrides, type Finding } from './settings';

/** A parameter, some of its cells or one year of it (`ID`, `ID.KEY`, `ID@YEAR`) that is given one number after another. */
export type Varied = { address: string; values: number[] };

/** The parameter a council votes on. */
export const PERSONS = 'settlement.persons';

/** The numbers from one to another, both with, a step apart; the last is left out where no step meets it. */
export function numbersIn(from: number, to: number, step = 1): number[] {
  const steps = Math.floor((to - from) / step + 1e-9);
  return Array.from({ length: Math.max(0, steps + 1) }, (_, at) => Number((from + at * step).toFixed(10)));
}

/** Everything that makes it impossible to give a plan the numbers: a name nobody knows, a value outside its range, shares. */
export function variedFindings({ scenario, parameters }: Plan, varied: Varied[]): Finding[] {
  const kept = Object.entries(scenario.parameters).filter(([known]) =>
    varied.every(({ address }) => !isUnder(known, address)),
  );
  const found = [Math.min, Math.max].flatMap((end) => {
    const tried = varied.map(({ address, values }) => [address, end(...values)]);
    return readOverrides(parameters.catalogue, Object.fromEntries([...kept, ...tried]), scenario).findings;
  });
  const broken = varied.flatMap(({ address, values }) => {
    const { whole } = addressed(parameters.catalogue, address)?.parameter ?? {};
    const number = whole ? values.find((value) => !Number.isInteger(value)) : undefined;
    const path = `parameters.${address}`;
    return number === undefined ? [] : [{ code: 'not-whole', severity: 'error' as const, path, found: String(number) }];
  });
  return [...new Map([...found, ...broken].map((finding) => [JSON.stringify(finding), finding])).values()];
}

/**
 * Gives plans like one in which the addresses have the numbers asked for, in place of all that the plan says of them. Each
 * shares with the one before what it does not move. For forecasts: the settings written in the scenario stay as they were.
 */
export function variantsOf(plan: Plan, addresses: string[]): (numbers: number[]) => Plan {
  const targets = addresses.map((address) => {
    const target = addressed(plan.parameters.catalogue, address);
    if (!target) throw new Error(`no parameter: ${address}`);
    return target;
  });
  const others = [...plan.parameters.overrides.values()]
    .flat()
    .filter((known) => !targets.some((target) => isReplaced(known, target)));
  let { parameters } = plan;
  return (numbers) => {
    const set = targets.map(({ id, tokens, year }, at) => ({ id, tokens, year, value: numbers[at] ?? NaN }));
    parameters = withOverrides(parameters, [...set, ...others]);
    return { ...plan, parameters };
  };
}

type Target = Pick<Override, 'id' | 'tokens' | 'year'>;

function isReplaced(known: Override, { id, tokens, year }: Target): boolean {
  if (known.id !== id || !isPart(tokens, known.tokens)) return false;
  return year === null || (known.year === year && known.tokens.length === tokens.length);
}

/** What an address is of; `null` where nothing bears the name. */
function addressed(of: Catalogue, setting: string) {
  const [address = '', year] = setting.split('@');
  const id = [...of.parameters.keys()]
    .filter((known) => address === known || address.startsWith(`${known}.`))
    .reduce((longest, known) => (known.length > longest.length ? known : longest), '');
  const parameter = of.parameters.get(id);
  const tokens = address.slice(id.length).split('.').filter(Boolean);
  const cells = (of.cellsOf.get(id) ?? []).filter((cell) => isPart(tokens, cell.tokens));
  return parameter && cells.length > 0
    ? { id, tokens, year: year === undefined ? null : Number(year), parameter, cells }
    : null;
}
