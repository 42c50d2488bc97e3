/** A year's bar before it is drawn: `value` is null where unknown. */
export type BarInput = { year: number; tail: boolean; value: number | null; label: string; ghost?: number | null };

/** A bar in per cent of the chart's height from the top; `label` stands above a plus and below a minus. */
export type Bar = {
  /** Its place from the left. */
  at: number;
  year: number;
  tail: boolean;
  firstOfTail: boolean;
  top: number;
  height: number;
  negative: boolean;
  label: string;
  labelAt: number;
  ghostAt: number | null;
  unknown: boolean;
  /** Whether its label goes first where there is no room for all: the highest, the lowest, the first. */
  key: boolean;
};

/** One chart: bars on a scale that the compared charts share. */
export type BarChart = {
  bars: Bar[];
  zero: number;
  /** Years of the economic plan, where the plan goes further; the law asks for at least four. */
  economicPlan: number | null;
};

/** Years of an economic plan (økonomiplan), kommuneloven § 14-4. */
const ECONOMIC_PLAN = 4;

/** Room for labels above and below, in per cent. */
const MARGIN = 12;

/** Bars from yearly values on the scale `[low, high]`; a value beyond it is cut at the frame. */
export function barChart(input: BarInput[], [low, high]: [number, number]): BarChart {
  const span = high - low || 1;
  const at = (value: number): number =>
    MARGIN + ((high - Math.min(Math.max(value, low), high)) / span) * (100 - 2 * MARGIN);
  const zero = at(0);
  const keys = keyBars(input);
  const bars = input.map((bar, index): Bar => {
    const value = bar.value ?? 0;
    const end = at(value);
    const ghost = bar.ghost === null || bar.ghost === undefined ? null : at(bar.ghost);
    return {
      at: index,
      year: bar.year,
      tail: bar.tail,
      firstOfTail: bar.tail && input[index - 1]?.tail === false,
      top: Math.min(zero, end),
      height: Math.abs(end - zero),
      negative: value < 0,
      label: bar.label,
      labelAt: bar.value === null ? zero : end,
      ghostAt: ghost,
      unknown: bar.value === null,
      key: keys.has(index),
    };
  });
  const planned = input.filter(({ tail }) => !tail).length;
  return { bars, zero, economicPlan: planned > ECONOMIC_PLAN ? ECONOMIC_PLAN : null };
}

/** Positions whose labels stand apart from one another: highest, lowest below zero, first unknown, first. */
function keyBars(input: BarInput[]): Set<number> {
  const known = input.map(({ value }, index) => ({ value, index })).filter(({ value }) => value !== null);
  const order = known.sort((a, b) => (a.value ?? NaN) - (b.value ?? NaN) || a.index - b.index);
  const [lowest, highest] = [order[0], order.at(-1)];
  const wanted = [
    highest?.index,
    lowest && (lowest.value ?? NaN) < 0 ? lowest.index : undefined,
    input.findIndex(({ value }) => value === null),
    0,
  ];
  const keys = new Set<number>();
  for (const index of wanted) {
    if (index === undefined || index < 0) continue;
    if (![...keys].some((other) => Math.abs(other - index) < 2)) keys.add(index);
  }
  return keys;
}

/** A scale that holds all values and zero, ending on round numbers so that it does not tremble. */
export function scaleFor(values: number[]): [number, number] {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const step = roundStep((high - low || 1) / 4);
  return [Math.floor(low / step) * step, Math.ceil(high / step) * step];
}

function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  return power * ([1, 2, 5, 10].find((step) => step * power >= rough) ?? 10);
}
