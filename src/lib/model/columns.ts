/** What rounding leaves of nothing: it must not open a group, a room or a post, nor count as a person. */
export const NOISE = 1e-9;

/** Zeros as doubles: a copy of these is made ten times as fast as a new typed array, and read as fast. */
const ZEROS = new Array<number>(4096).fill(0.5);
ZEROS.fill(0);

/** A column of `length` zeros. */
export function zeros(length: number): number[] {
  return length <= ZEROS.length ? ZEROS.slice(0, length) : new Array<number>(length).fill(0);
}

/** Adds to an entry of a column. */
export function add(to: number[], at: number, quantity: number): void {
  to[at] = (to[at] ?? 0) + quantity;
}

/** The mean of the twelve months of a year of the plan. */
export function meanOfYear(months: ArrayLike<number>, at: number): number {
  let sum = 0;
  for (let month = 12 * at; month < 12 * at + 12; month += 1) sum += months[month] ?? 0;
  return sum / 12;
}

/** The highest of the twelve months of a year of the plan. */
export function peakOfYear(months: ArrayLike<number>, at: number): number {
  let peak = 0;
  for (let month = 12 * at; month < 12 * at + 12; month += 1) peak = Math.max(peak, months[month] ?? 0);
  return peak;
}
