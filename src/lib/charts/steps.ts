/** Where months and values stand, in pixels. */
export type Place = { x: (month: number) => number; y: (value: number) => number };

/** What rounding leaves of nothing. */
const NOISE = 1e-9;

/** Drawing commands of a line that holds a value through each month from `from` up to `to`; no value is a gap. */
export function stepLine(values: ArrayLike<number>, from: number, to: number, { x, y }: Place): string {
  let path = '';
  let held = NaN;
  for (let month = from; month < to; month += 1) {
    const value = values[month] ?? NaN;
    if (value === held) continue;
    if (!Number.isNaN(held)) path += `H${short(x(month))}`;
    if (!Number.isNaN(value))
      path += Number.isNaN(held) ? `M${short(x(month))} ${short(y(value))}` : `V${short(y(value))}`;
    held = value;
  }
  return Number.isNaN(held) ? path : `${path}H${short(x(to))}`;
}

/** Drawing commands of the area between two such lines, where `upper` is above `lower`. */
export function stepsBetween(
  upper: ArrayLike<number>,
  lower: ArrayLike<number>,
  from: number,
  to: number,
  place: Place,
): string {
  const isOpen = (month: number): boolean => (upper[month] ?? NaN) > (lower[month] ?? 0) + NOISE;
  let path = '';
  for (let month = from; month < to; month += 1) {
    if (!isOpen(month)) continue;
    const begins = month;
    while (month < to && isOpen(month)) month += 1;
    path += stepLine(upper, begins, month, place);
    for (let back = month - 1; back >= begins; back -= 1)
      if (back === month - 1 || lower[back] !== lower[back + 1])
        path += `${back === month - 1 ? '' : `H${short(place.x(back + 1))}`}V${short(place.y(lower[back] ?? 0))}`;
    path += `H${short(place.x(begins))}Z`;
  }
  return path;
}

/** Round values for two to four hairlines up to `high`, without zero. */
export function hairlines(high: number): number[] {
  if (!(high > 0)) return [];
  const power = 10 ** Math.floor(Math.log10(high / 2));
  const step = power * ([1, 2, 5, 10].reverse().find((factor) => factor * power <= high / 2) ?? 1);
  return Array.from({ length: Math.floor(high / step + NOISE) }, (_, at) => (at + 1) * step);
}

function short(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
