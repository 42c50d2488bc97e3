import type { GroupColumn } from './group-rows';
import type { Member, MemberYear } from './member';
import type { Asked } from './year-row';

/**
 * What is asked of a member's plan to explain a column over some years: a count at its peak, what a quotient is of, and where
 * people come and go those in the five-year phase. `null` where the plan does not say it, or has no such year.
 */
export function behindColumn(column: GroupColumn, { years }: Member, [from, to]: [number, number]): Asked | null {
  const planned = years.filter(({ year, tail }) => !tail && year >= from && year <= to);
  switch (column) {
    case 'requested':
      return null;
    case 'net_shared':
      return over('net', planned);
    case 'tail_shared':
      return over(
        'net',
        years.filter(({ tail }) => tail),
      );
    case 'coverage':
      return over('income', planned);
    case 'decided':
    case 'settled':
    case 'moved_out':
      return over('in_phase', planned);
    case 'posts_per_ten':
      return atPeak('posts', planned);
    case 'in_phase':
    case 'rooms_needed':
      return atPeak(column, planned);
  }
}

function over(metric: 'net' | 'income' | 'in_phase', of: MemberYear[]): Asked | null {
  return of.length > 0 ? { metric, years: of.map(({ year }) => year) } : null;
}

function atPeak(metric: 'in_phase' | 'rooms_needed' | 'posts', of: MemberYear[]): Asked | null {
  const [first, ...others] = of;
  if (!first) return null;
  const { year } = others.reduce((peak, each) => (each[metric] > peak[metric] ? each : peak), first);
  return { metric, years: [year] };
}
