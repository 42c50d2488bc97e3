/** A number of settled a year from which on the busiest month needs one classroom more. */
export type Threshold = { persons: number; rooms: number };

/** A mark on the number line: where it stands in per cent, and the text that has room there. */
export type Mark = { persons: number; at: number; label: string; anchor: 'start' | 'middle' | 'end' };

/** How many thresholds carry a text, the nearest to the number first. */
const NAMED = 4;
/** A letter's width for its height, on the wide side. */
const LETTER = 0.56;

/**
 * Marks of a line from 0 to `most`, `width` pixels long, with texts of `size` pixels: the nearest to `value` get theirs
 * first, and a text that would touch another is left out while its mark stays.
 */
export function marksOf(
  thresholds: Threshold[],
  nameOf: (threshold: Threshold) => string,
  value: number,
  most: number,
  width: number,
  size: number,
): Mark[] {
  const taken: [number, number][] = [];
  const nearest = [...thresholds].sort((a, b) => Math.abs(a.persons - value) - Math.abs(b.persons - value));
  const marks = nearest.map((threshold, rank): Mark => {
    const { persons } = threshold;
    const label = nameOf(threshold);
    const middle = (persons / most) * width;
    const half = (label.length * size * LETTER) / 2 + 4;
    const anchor = middle < half ? 'start' : middle > width - half ? 'end' : 'middle';
    const from = anchor === 'start' ? middle : anchor === 'end' ? middle - 2 * half : middle - half;
    const fits = rank < NAMED && taken.every(([low, high]) => from > high || from + 2 * half < low);
    if (fits) taken.push([from, from + 2 * half]);
    return { persons, at: (100 * persons) / most, label: fits ? label : '', anchor };
  });
  return marks.sort((a, b) => a.persons - b.persons);
}
