import loadHighs from 'highs';
import type { CohortRow } from '$lib/model/cohort';
import type { Total } from '$lib/protect/totals';

const highs = await loadHighs();

const DIMENSIONS = ['municipality', 'year', 'settlement_year', 'permit', 'category', 'age_band'] as const;

/** What the attacker knows of a hidden count. */
export type Bounds = { least: number; most: number };

/** The rows that a total is over: those with its keys. */
export function isOver(total: Total, row: CohortRow): boolean {
  return DIMENSIONS.every((each) => total[each] === undefined || total[each] === row[each]);
}

/**
 * Hidden rows and totals that fewer than `needed` whole numbers are left for, found with a solver of others (HiGHS) from
 * nothing but what was given out and the bounds of the hidden rows.
 */
export function workedOut(rows: CohortRow[], totals: Total[], bounds: (Bounds | null)[], needed: number): string[] {
  const hidden = rows.flatMap((row, at) => (row.persons === null ? [at] : []));
  const groups = new Map<string, number[]>();
  for (const at of hidden) {
    const key = `${rows[at]?.municipality} ${rows[at]?.year}`;
    groups.set(key, [...(groups.get(key) ?? []), at]);
  }
  return [...groups.values()].flatMap((of) => {
    const own = (total: Total): boolean => of.some((at) => isOver(total, rows[at] as CohortRow));
    const known = totals.filter((total) => total.persons !== null && own(total));
    const secret = totals.filter((total) => total.persons === null && own(total));
    const equations = known
      .map((total) => {
        const shown = rows.reduce((sum, row) => (isOver(total, row) ? sum + (row.persons ?? 0) : sum), 0);
        return { members: membersOf(total, of, rows), sum: (total.persons ?? 0) - shown };
      })
      .filter(({ members }) => members.length > 0);
    const targets = [
      ...of.map((at) => ({ name: `row ${at}`, members: [at] })),
      ...secret.map((total) => ({ name: JSON.stringify(total), members: membersOf(total, of, rows) })),
    ];
    const tables: Map<number, number>[] = [];
    return targets.flatMap(({ name, members }) => {
      const found = valuesOf(members, of, equations, bounds, needed, tables);
      return found.length < needed ? [`${name}: ${found.join(', ')}`] : [];
    });
  });
}

function membersOf(total: Total, of: number[], rows: CohortRow[]): number[] {
  return of.filter((at) => isOver(total, rows[at] as CohortRow));
}

/** Up to `needed` values of a sum of hidden rows: in tables the solver gave before, else the least, most and between. */
function valuesOf(
  members: number[],
  of: number[],
  equations: { members: number[]; sum: number }[],
  bounds: (Bounds | null)[],
  needed: number,
  tables: Map<number, number>[],
): number[] {
  const known = new Set(tables.map((table) => members.reduce((sum, at) => sum + (table.get(at) ?? 0), 0)));
  if (known.size >= needed) return [...known];
  const sumIs = (values: number[]): string =>
    [
      ...equations.map((each) => `${sumText(each.members)} = ${each.sum}`),
      ...values.map((value, at) => `${sumText(members)} ${at === 0 ? '>=' : '<='} ${value}`),
    ]
      .map((text, at) => ` c${at}: ${text}`)
      .join('\n');
  const solve = (goal: string, values: number[]): number | null => {
    const limits = of.map((at) => {
      const { least, most } = bounds[at] ?? { least: 0, most: Infinity };
      return ` ${least} <= x${at} <= ${most === Infinity ? 1000 : most}`;
    });
    const equal = sumIs(values) || ` c0: ${sumText(members)} >= 0`;
    const program = `${goal}\n obj: ${sumText(members)}\nSubject To\n${equal}\nBounds\n${limits.join('\n')}\nGeneral\n ${of
      .map((at) => `x${at}`)
      .join(' ')}\nEnd`;
    const solution = highs.solve(program);
    if (solution.Status === 'Infeasible') return null;
    if (solution.Status !== 'Optimal') throw new Error(`${solution.Status}: ${program}`);
    tables.push(new Map(of.map((at) => [at, Math.round(solution.Columns[`x${at}`]?.Primal ?? 0)])));
    return Math.round(solution.ObjectiveValue);
  };
  const [least, most] = [solve('Minimize', []), solve('Maximize', [])];
  if (least === null || most === null) return [];
  const found = new Set([...known, least, most]);
  for (let next = least + 1; next < most && found.size < needed; next += 1) {
    const between = solve('Minimize', [next, most - 1]);
    if (between === null) break;
    found.add(between);
    next = between;
  }
  return [...found];
}

function sumText(members: number[]): string {
  return members.map((at) => `x${at}`).join(' + ');
}
