import type { Forecast } from './forecast';
import type { ResultRow } from './rows';

/** Columns of the result that rates move. */
const COLUMNS = ['income', 'cost', 'net'] as const;

/** A figure of the result before and after, kroner; `null` where a rate is unknown. */
export type MovedFigure = {
  column: (typeof COLUMNS)[number];
  year: number;
  from: number | null;
  to: number | null;
};

/** The figures of the result that differ by more than a share of what they were, in the years both have. */
export function movedFigures(before: Forecast, after: Forecast, share: number): MovedFigure[] {
  return after.result.flatMap((row) => {
    const then = before.result.find(({ year }) => year === row.year);
    return then ? COLUMNS.flatMap((column) => movedBetween(then, row, column, share)) : [];
  });
}

function movedBetween(then: ResultRow, now: ResultRow, column: MovedFigure['column'], share: number): MovedFigure[] {
  const [from, to] = [then, now].map((row) => (row.incomplete ? null : row[column])) as [number | null, number | null];
  const isMoved = from === null || to === null ? from !== to : Math.abs(to - from) > share * Math.abs(from);
  return isMoved ? [{ column, year: now.year, from, to }] : [];
}
