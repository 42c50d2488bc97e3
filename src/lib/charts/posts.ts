import { GROUP_NAMES, type Group, type Staff } from '$lib/model/staffing';
import { zeros } from '$lib/model/columns';

/** Posts by month, all groups together: needed, paid, and their difference by its sign. Unit: full-time posts. */
export type PostsByMonth = { needed: number[]; paid: number[]; surplus: number; shortage: number };

/** What rounding leaves of nothing. */
const NOISE = 1e-9;

/** The posts of all groups by month; `surplus` and `shortage` are post-months over all of them. */
export function postsByMonth(staff: Staff): PostsByMonth {
  const months = staff.teacher.needed.length;
  const [needed, paid] = [zeros(months), zeros(months)];
  for (const group of GROUP_NAMES) {
    const posts = staff[group];
    for (let month = 0; month < months; month += 1) {
      needed[month] = (needed[month] ?? 0) + (posts.needed[month] ?? 0);
      paid[month] = (paid[month] ?? 0) + (posts.paid[month] ?? 0);
    }
  }
  let surplus = 0;
  let shortage = 0;
  for (let month = 0; month < months; month += 1) {
    const over = (paid[month] ?? 0) - (needed[month] ?? 0);
    if (over > 0) surplus += over;
    else shortage -= over;
  }
  return { needed, paid, surplus, shortage };
}

/** The posts of a group in one month, in two plans. */
export type GroupRow = { group: Group; needed: number; paid: number; proposalNeeded: number; proposalPaid: number };

/** The groups that have posts in a month in either plan; the proposal's own months may be counted from another year. */
export function groupsIn(month: number, chosen: Staff, proposal: Staff, proposalMonth = month): GroupRow[] {
  return GROUP_NAMES.map((group) => ({
    group,
    needed: chosen[group].needed[month] ?? 0,
    paid: chosen[group].paid[month] ?? 0,
    proposalNeeded: proposal[group].needed[proposalMonth] ?? 0,
    proposalPaid: proposal[group].paid[proposalMonth] ?? 0,
  })).filter((row) => Math.max(row.needed, row.paid, row.proposalNeeded, row.proposalPaid) > NOISE);
}
