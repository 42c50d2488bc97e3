import { count, number } from '$lib/format';
import type { HiddenRange, Range } from '$lib/model/hidden';
import { signedAmount, type View } from '$lib/text/figures';
import type { Text } from '$lib/text/text';

/** What hidden rows can do to the plan, in sentences: its net, the years that differ, persons and classrooms. None where it was not sought. */
export function hiddenLines(range: HiddenRange | null, view: View, text: Text): string[] {
  if (!range?.net) return [];
  const words = text.plan.hidden;
  const ends = (of: Range): [string, string] => {
    const [first, second] = view.costPositive ? [of.high, of.low] : [of.low, of.high];
    const written = (kroner: number): string => signedAmount(kroner, text, { ...view, thousands: false });
    return [written(first), written(second)];
  };
  const years = range.years.flatMap(({ year, tail, net }) => {
    if (!net || tail) return [];
    const [low, high] = ends(net);
    return low === high ? [] : [words.year(String(year), low, high)];
  });
  return [words.net(...ends(range.net), range.rows), ...years, ...countLines(range, text)];
}

function countLines({ years, rooms_needed: rooms }: HiddenRange, text: Text): string[] {
  const words = text.plan.hidden;
  const last = years.findLast(({ tail }) => !tail);
  const [low, high] = last ? [last.in_phase.low, last.in_phase.high].map((each) => count(each, text.language)) : [];
  const persons = last && low !== high ? [words.persons(low ?? '', high ?? '', String(last.year))] : [];
  const written = (value: number): string => number(value, 0, text.language);
  return [...persons, ...(rooms.low === rooms.high ? [] : [words.rooms(written(rooms.low), written(rooms.high))])];
}
