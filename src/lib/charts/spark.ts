/** A bar of a spark in per cent of its height, from the top. */
export type SparkBar = { year: number; top: number; height: number; negative: boolean; tail: boolean };

/** Bars and the zero line of a spark on the scale `[low, high]`; a value beyond it is cut at the frame. */
export function sparkOf(
  values: { year: number; tail: boolean; value: number | null }[],
  [low, high]: [number, number],
): { bars: SparkBar[]; zero: number } {
  const span = high - low || 1;
  const at = (value: number): number => ((high - Math.min(Math.max(value, low), high)) / span) * 100;
  const zero = at(0);
  const bars = values.map(({ year, tail, value }) => {
    const end = at(value ?? 0);
    return { year, tail, top: Math.min(zero, end), height: Math.abs(end - zero), negative: (value ?? 0) < 0 };
  });
  return { bars, zero };
}
