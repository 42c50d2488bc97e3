import { count, number, percent, signed } from '$lib/format';
import type { GroupColumn, GroupPer, GroupRow } from '$lib/model/group-rows';
import { isSmall } from '$lib/model/indicator-counts';
import { amount, signedAmount, unitOf, type View } from '$lib/text/figures';
import type { groupText } from '$lib/text/group';
import type { Text } from '$lib/text/text';

/** What is written in place of a figure of so few that it is hidden. */
export const HIDDEN = '—';

/** How amounts of a group are shared out and written. */
export type GroupWriting = { text: Text; words: (typeof groupText)['nb']; view: View; per: GroupPer };

/** Persons as they are written: hidden where they are few. */
function persons(value: number | null, { text, words }: GroupWriting): string {
  if (value === null) return words.table.none;
  return isSmall(value) ? HIDDEN : count(value, text.language);
}

function kroner(value: number | null, { text, words, view, per }: GroupWriting): string {
  if (value === null) return words.table.none;
  if (per === 'all') return signedAmount(value, text, view);
  return signed(view.costPositive ? -value : value, 0, text.language);
}

/** What kroner of a group are of, of which years, and which way they turn. */
export function groupUnit({ text, words, view, per }: GroupWriting): string {
  return [
    per === 'all' ? unitOf(text, view) : words.per.unit[per],
    text.plan.nominal,
    view.costPositive ? text.signs.cost_positive : text.signs.income_positive,
  ].join(', ');
}

/** A figure of a row as it is written, and what stands below it. */
export function groupCell(row: GroupRow, column: GroupColumn, writing: GroupWriting): [string, string] {
  const { text, words, view } = writing;
  const { language } = text;
  switch (column) {
    case 'requested': {
      if (row.requested === null) return [words.table.none, ''];
      const some = (row.requested_years ?? 0) < (row.years ?? 0) && row.municipality !== null;
      const below = some ? words.table.some(String(row.requested_years), String(row.years)) : '';
      return [count(row.requested, language), below];
    }
    case 'decided':
      return [row.decided === null ? words.table.none : count(row.decided, language), ''];
    case 'settled':
    case 'in_phase':
      return [persons(row[column], writing), ''];
    case 'moved_out':
      if (row.moved_out === null) return [HIDDEN, words.table.few];
      return [percent(row.moved_out, 1, language), words.table.n(number(row.here, 0, language))];
    case 'posts_per_ten':
      if (row.posts_per_ten === null) return [HIDDEN, words.table.few];
      return [number(row.posts_per_ten, 1, language), words.table.n(number(row.participants ?? 0, 0, language))];
    case 'rooms_needed':
      return [row.rooms_needed === null ? words.table.none : number(row.rooms_needed, 0, language), ''];
    case 'coverage':
      if (row.coverage === null) return [words.table.none, ''];
      return [percent(row.coverage, 0, language), words.table.n(amount(row.cost ?? 0, text, view))];
    case 'net_shared':
    case 'tail_shared':
      return [kroner(row[column], writing), ''];
  }
}
