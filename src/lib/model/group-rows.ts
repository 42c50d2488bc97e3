/** A member's figures over some years of its plan, or (`municipality: null`) all members' together; kroner and persons. */
export type GroupRow = {
  municipality: string | null;
  name: string;
  inhabitants: number | null;
  /** Years of the plan that are counted; `null` where nothing is known of the member. In how many a request is known. */
  years: number | null;
  requested_years: number | null;
  requested: number | null;
  decided: number | null;
  settled: number | null;
  in_phase: number | null;
  /** Persons in grant years 2-5 on each 1 January, added up, and the share of them that moves out. */
  here: number;
  moved_out: number | null;
  participants: number | null;
  posts_per_ten: number | null;
  rooms_needed: number | null;
  cost: number | null;
  /** Income by cost. */
  coverage: number | null;
  net: number | null;
  /** Net after the plan. */
  tail: number | null;
  /** The same by inhabitant or by settled, where that is asked for. */
  net_shared: number | null;
  tail_shared: number | null;
};

/** What rows can be put in order by. */
export const GROUP_COLUMNS = [
  'requested',
  'decided',
  'settled',
  'in_phase',
  'moved_out',
  'net_shared',
  'posts_per_ten',
  'rooms_needed',
  'coverage',
  'tail_shared',
] as const;
export type GroupColumn = (typeof GROUP_COLUMNS)[number];

/** What amounts are shared among. */
export type GroupPer = 'all' | 'inhabitant' | 'settled';

/** The order of rows: by a column, or by name. */
export type GroupOrder = { by: GroupColumn | 'name'; descending: boolean };
