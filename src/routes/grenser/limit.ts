import { count, millions, number } from '$lib/format';
import type { Bound } from '$lib/model/bounds';
import type { Forecast } from '$lib/model/forecast';
import type { View } from '$lib/text/figures';
import { limitsText } from '$lib/text/limits';
import type { Text } from '$lib/text/text';

/** What a number of settled can be held to, as it is asked for. */
export const LIMITS = ['net', 'fund', 'rooms', 'posts', 'dwellings'] as const;
export type LimitName = (typeof LIMITS)[number];

/** A limit that is set or not, and its number: kroner of minus in a year, or so many of a thing. */
export type Limit = { isSet: boolean; number: number };
export type Limits = Record<LimitName, Limit>;

const COLUMNS = { rooms: 'rooms_needed', posts: 'posts', dwellings: 'dwellings' } as const;
const TAIL = '@tail';
const MILLION = 1e6;

/** Limits that a forecast just keeps in its plan, in whole numbers; only that of rooms is set. */
export function limitsOf({ result, capacity }: Forecast): Limits {
  const minus = Math.max(0, ...result.filter(({ tail }) => !tail).map(({ net }) => -net));
  const most = (column: (typeof COLUMNS)[keyof typeof COLUMNS]): number =>
    Math.max(...capacity.filter(({ tail }) => !tail).map((row) => Math.ceil(row[column] - 1e-9)));
  return {
    net: { isSet: false, number: Math.ceil(minus / MILLION) * MILLION },
    fund: { isSet: false, number: 0 },
    rooms: { isSet: true, number: most('rooms_needed') },
    posts: { isSet: false, number: most('posts') },
    dwellings: { isSet: false, number: most('dwellings') },
  };
}

/** The limits that are set as bounds named by them, in the plan and, where asked for, after it. */
export function boundsOf(limits: Limits, ofTail: boolean, fixed: boolean): Bound[] {
  const tails = ofTail ? [false, true] : [false];
  return LIMITS.filter((name) => limits[name].isSet).flatMap((name) =>
    tails.map((tail): Bound => {
      const expr = tail ? name + TAIL : name;
      if (name === 'net')
        return { expr, column: fixed ? 'net_fixed' : 'net', comparison: '>=', number: -limits.net.number, tail };
      if (name === 'fund') return { expr, column: 'fund', comparison: '>=', number: 0, tail };
      return { expr, column: COLUMNS[name], comparison: '<=', number: limits[name].number, tail };
    }),
  );
}

/** What a bound is called in a sentence. */
export function boundName(expr: string, text: Text): string {
  const { seek } = limitsText[text.language];
  const [name, isTail] = [nameOf(expr), expr.endsWith(TAIL)];
  return isTail ? seek.ofTail(seek.short[name]) : seek.short[name];
}

/** By how much a bound is broken, in words; kroner as the view has them. */
export function brokenWords(expr: string, by: number | null, text: Text, view: View): string {
  const { seek } = limitsText[text.language];
  const name = nameOf(expr);
  if (by === null) return `${seek.short[name]} ${seek.notKnown}`;
  return seek.broken[name](name === 'net' || name === 'fund' ? money(by, text, view) : count(by, text.language));
}

/** Kroner with their unit: whole ones where the view is in thousands. */
export function money(kroner: number, text: Text, view: View): string {
  return view.thousands
    ? `${number(Math.round(kroner / 1000) * 1000, 0, text.language)} kr`
    : `${millions(kroner, text.language)} ${text.plan.million}`;
}

function nameOf(expr: string): LimitName {
  const name = LIMITS.find((known) => expr === known || expr === known + TAIL);
  if (!name) throw new Error(`no limit: ${expr}`);
  return name;
}
