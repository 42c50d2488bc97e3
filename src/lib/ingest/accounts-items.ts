import type { Finding } from '$lib/model/settings';
import type { Booking } from './accounts-kostra';
import { written, type Line } from './accounts-lines';
import { say } from './accounts-sheet';
import { itemOf } from './accounts-words';
import type { Choices, Question } from './reading';
import { shown } from './schema-findings';

const KEY_ITEMS = ['net', 'cost', 'income'];

/** What the only line of a table is, where its label does not say: a frame of the economic plan bears the service's name. */
export function itemQuestion(lines: Line[], answer: string | undefined): Question | null {
  const labels = new Set(lines.map(({ item }) => item));
  const [label = ''] = labels;
  if (labels.size !== 1 || itemOf(label) || KEY_ITEMS.includes(answer ?? '')) return null;
  return { id: 'item', found: shown(label) ?? '…', options: KEY_ITEMS, guess: 'net' };
}

/**
 * Lines with labels as bookings. A sum goes before a line of the same name. In the project's own form every item is kept;
 * of a report those the back-test knows or somebody has named, and the rest is said.
 */
export function itemBookings(
  lines: Line[],
  isOwn: boolean,
  { values, answers }: Choices,
): { bookings: Booking[]; findings: Finding[] } {
  const only = new Set(lines.map(({ item }) => item)).size === 1 ? answers['item'] : undefined;
  const read = lines.map(({ item: label, ...line }) => {
    const named = values[`item=${label}`] ?? only;
    const known = named === undefined ? itemOf(label) : itemOf(named);
    const item = known?.item ?? (isOwn ? label : '');
    const isTotal = named !== undefined || (known?.isTotal ?? false);
    return { ...line, label, item, unit: known?.unit || line.unit, isTotal };
  });
  const unread = [...new Set(read.filter(({ item }) => item === '').map(({ label }) => shown(label) || '…'))];
  const totals = new Set(read.filter(({ isTotal }) => isTotal).map(keyOf));
  const bookings = read.filter((line) => line.item !== '' && (line.isTotal || !totals.has(keyOf(line))));
  const found = unread.slice(0, 8).join(', ');
  return { bookings, findings: unread.length > 0 ? [say('accounts-labels-left-out', '', { found })] : [] };
}

function keyOf({
  municipality,
  year,
  version,
  item,
}: Pick<Booking, 'municipality' | 'year' | 'version' | 'item'>): string {
  return [municipality, year, version, item].join(' ');
}

/** Each item once a year and version; the same twice with two values is an error, since neither can be chosen. */
export function onceEach(bookings: Booking[]): { bookings: Booking[]; findings: Finding[] } {
  const kept = new Map<string, Booking>();
  const findings: Finding[] = [];
  for (const booking of bookings) {
    const first = kept.get(keyOf(booking));
    if (!first) kept.set(keyOf(booking), booking);
    else if (first.amount !== booking.amount)
      findings.push({
        code: 'accounts-double',
        severity: 'error',
        path: `${shown(booking.label) ?? booking.item} ${booking.version} ${booking.year}`,
        row: booking.row,
        found: `${written(first.amount)} / ${written(booking.amount)}`,
      });
  }
  return { bookings: [...kept.values()], findings };
}
