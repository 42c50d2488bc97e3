import { NOISE } from './columns';
import type { Stream } from './population';

/**
 * What other municipalities may claim, or owe, for those who moved in a year under the eighths, in kroner of the grant.
 * `low` is nothing, `likely` the key, `high` the full year; it is expected in the year after. Persons without a grant
 * bring no claim.
 */
export type ClaimRow = {
  year: number;
  expected: number;
  side: 'payable' | 'receivable';
  persons: number;
  without_grant: number;
  low: number;
  likely: number | null;
  high: number | null;
};

/** A claim while it is added up. */
export type Claim = ClaimRow & { likely: number; high: number };

/** The claims of a year, empty at first. */
export function claimRow(year: number, side: ClaimRow['side']): Claim {
  return { year, expected: year + 1, side, persons: 0, without_grant: 0, low: 0, likely: 0, high: 0 };
}

/** Claims as they are reported; nothing where nobody moved. */
export function claimRows(claims: Claim[]): ClaimRow[] {
  return claims.filter(({ persons }) => persons > NOISE).map(known);
}

function known(row: Claim): ClaimRow {
  return {
    ...row,
    likely: Number.isNaN(row.likely) ? null : row.likely,
    high: Number.isNaN(row.high) ? null : row.high,
  };
}

/** Person-years of the grant that move with those who move out of a stream in a year. */
export function givenBy(stream: Stream, at: number, twelfths: boolean): number {
  if (at !== stream.from || stream.arrived === 0)
    return (stream.moving[at] ?? 0) * (twelfths ? GIVEN_IN_YEAR.twelfths : GIVEN_IN_YEAR.eighths);
  return givenAway(stream.moves, twelfths);
}

/** Person-years of the grant that move with those who move in each month of a year. */
export function givenAway(moves: readonly number[], twelfths: boolean): number {
  const given = twelfths ? GIVEN.twelfths : GIVEN.eighths;
  let away = 0;
  for (let month = 0; month < 12; month += 1) away += (moves[month] ?? 0) * (given[month] ?? NaN);
  return away;
}

/** The share of a year's grant that moves on, by month of the move. */
export const GIVEN = {
  eighths: Array.from({ length: 12 }, (_, month) => 1 - (2 * Math.floor(month / 3) + 1) / 8),
  twelfths: Array.from({ length: 12 }, (_, month) => 1 - Math.min(month + 2, 12) / 12),
};
/** The same for one mover in every month. */
const GIVEN_IN_YEAR = {
  eighths: GIVEN.eighths.reduce((sum, share) => sum + share, 0),
  twelfths: GIVEN.twelfths.reduce((sum, share) => sum + share, 0),
};
