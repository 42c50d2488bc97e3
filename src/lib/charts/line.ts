/** A line through the years on a canvas of per cents, and another behind it. */
export type LineChart = {
  years: { year: number; tail: boolean; at: number; value: number | null }[];
  /** Drawing commands of the line and of the one behind it; a year without a value is a gap. */
  line: string;
  ghost: string;
  zero: number;
  /** Where the plan ends, in per cent from the left; `null` where nothing follows it. */
  ends: number | null;
};

/** Room above and below the line, in per cent. */
const MARGIN = 10;

/** A line chart of yearly values on the scale `[low, high]`; a value beyond it runs out of the frame. */
export function lineChart(
  values: { year: number; tail: boolean; value: number | null }[],
  ghosts: (number | null)[],
  [low, high]: [number, number],
): LineChart {
  const span = high - low || 1;
  const width = 100 / (values.length || 1);
  const heightOf = (value: number): number => MARGIN + ((high - value) / span) * (100 - 2 * MARGIN);
  const path = (of: (number | null)[]): string => {
    let isDrawing = false;
    return of
      .map((value, at) => {
        if (value === null) {
          isDrawing = false;
          return '';
        }
        const command = `${isDrawing ? 'L' : 'M'}${(at + 0.5) * width} ${heightOf(value)}`;
        isDrawing = true;
        return command;
      })
      .join('');
  };
  const firstOfTail = values.findIndex(({ tail }) => tail);
  return {
    years: values.map(({ year, tail, value }) => ({ year, tail, value, at: value === null ? NaN : heightOf(value) })),
    line: path(values.map(({ value }) => value)),
    ghost: path(ghosts),
    zero: heightOf(0),
    ends: firstOfTail < 0 ? null : firstOfTail * width,
  };
}
