/** Zeros as doubles: a copy of these is made ten times as fast as a new typed array, and read as fast. */
const ZEROS = new Array<number>(4096).fill(0.5);
ZEROS.fill(0);

/** A list of `length` zeros. */
export function zeros(length: number): number[] {
  return length <= ZEROS.length ? ZEROS.slice(0, length) : new Array<number>(length).fill(0);
}
