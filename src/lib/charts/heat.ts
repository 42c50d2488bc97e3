/** Cells of one sign and about one size: `level` 1 to `LEVELS`, the path in cells from the upper left corner. */
export type HeatLayer = { sign: 'plus' | 'minus'; level: number; path: string };

/** A map of figures: layers of cells, a line through every minus, the line where sign or level turns, and what is unknown. */
export type Heat = { layers: HeatLayer[]; minus: string; turn: string; unknown: string };

/** How many shades a sign has. */
export const LEVELS = 8;

/**
 * A map of figures, a row for each value upwards, so that the first stands lowest. The turn is drawn where the sign of two
 * neighbours differs, or with `bySteps` where the figures do.
 */
export function heatMap(grid: (number | null)[][], bySteps: boolean): Heat {
  const rows = grid.length;
  const most = Math.max(...grid.flat().map((figure) => Math.abs(figure ?? 0)));
  const paths = new Map<string, HeatLayer>();
  let [minus, turn, unknown] = ['', '', ''];
  for (const [at, row] of grid.entries()) {
    const y = rows - 1 - at;
    for (const [x, figure] of row.entries()) {
      const cell = `M${x} ${y}h1v1h-1z`;
      if (figure === null) unknown += cell;
      else {
        const sign = figure < 0 ? 'minus' : 'plus';
        const level = most > 0 ? Math.max(1, Math.ceil((LEVELS * Math.abs(figure)) / most - 1e-9)) : 1;
        const layer = paths.get(`${sign}${level}`) ?? { sign, level, path: '' };
        layer.path += cell;
        paths.set(`${sign}${level}`, layer);
        if (figure < 0) minus += `M${x} ${y + 1}l1 -1`;
      }
      if (isTurn(figure, row[x + 1], bySteps)) turn += `M${x + 1} ${y}v1`;
      if (isTurn(figure, grid[at + 1]?.[x], bySteps)) turn += `M${x} ${y}h1`;
    }
  }
  const layers = [...paths.values()].sort((a, b) => a.level - b.level || a.sign.localeCompare(b.sign));
  return { layers, minus, turn, unknown };
}

function isTurn(a: number | null, b: number | null | undefined, bySteps: boolean): boolean {
  if (a === null || b === null || b === undefined) return false;
  return bySteps ? a !== b : a < 0 !== b < 0;
}
