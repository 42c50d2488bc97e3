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
  scale: [number, number],
): LineChart {
  const firstOfTail = values.findIndex(({ tail }) => tail);
  return {
    years: values.map(({ year, tail, value }) => ({
      year,
      tail,
      value,
      at: value === null ? NaN : heightOf(value, scale),
    })),
    line: pathOf(
      values.map(({ value }) => value),
      scale,
    ),
    ghost: pathOf(ghosts, scale),
    zero: heightOf(0, scale),
    ends: firstOfTail < 0 ? null : (100 * firstOfTail) / (values.length || 1),
  };
}

/** Drawing commands of a line through yearly values; a year without a value is a gap. */
export function pathOf(values: (number | null)[], scale: [number, number]): string {
  let isDrawing = false;
  return values
    .map((value, at) => {
      if (value === null) {
        isDrawing = false;
        return '';
      }
      const command = `${isDrawing ? 'L' : 'M'}${middleOf(at, values.length)} ${heightOf(value, scale)}`;
      isDrawing = true;
      return command;
    })
    .join('');
}

/** Drawing commands of the area between two lines, none where a value of either is unknown. */
export function bandOf(lows: (number | null)[], highs: (number | null)[], scale: [number, number]): string {
  if ([...lows, ...highs].includes(null)) return '';
  const back = highs.map((value, at) => `L${middleOf(at, highs.length)} ${heightOf(value ?? NaN, scale)}`);
  return `${pathOf(lows, scale)}${back.reverse().join('')}Z`;
}

function middleOf(at: number, count: number): number {
  return (at + 0.5) * (100 / (count || 1));
}

function heightOf(value: number, [low, high]: [number, number]): number {
  return MARGIN + ((high - value) / (high - low || 1)) * (100 - 2 * MARGIN);
}
