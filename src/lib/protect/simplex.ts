/** An equation over columns: the sum of coefficient x column is `rhs`. */
export type Equation = { terms: [column: number, coefficient: number][]; rhs: number };

/** Equations in columns between bounds (`lower` finite), and what a unit of each column costs. */
export type Program = { equations: Equation[]; lower: number[]; upper: number[]; cost: number[] };

const TINY = 1e-9;
/** What a step must save to be worth taking: below every cost, above what is lost in rounding costs of 10 000. */
const GAIN = 1e-6;
const PIVOTS = 5000;
/** Steps without progress after which the first column that helps is taken, so that the search cannot go in circles. */
const PATIENCE = 30;

/**
 * The cheapest columns that satisfy the equations, or null when there are none: the simplex method with bounded columns
 * in two phases (Dantzig, "Linear Programming and Extensions", 1963, chapters 5 and 18).
 */
export function cheapest(program: Program): number[] | null {
  const tableau = new Tableau(program);
  if (!tableau.reachFeasible()) return null;
  return tableau.descend(tableau.price(program.cost)) ? tableau.columns() : null;
}

/** Rows are solved for one column each (`basis`); -1 is the row's own slack, which must end at 0. */
class Tableau {
  #lower: number[];
  #width: number[];
  #rows: Float64Array[];
  #basis: number[];
  #value: number[];
  /** Columns that are measured downwards from their upper bound. */
  #flipped: boolean[];
  #slackWidth = Infinity;

  constructor({ equations, lower, upper }: Program) {
    this.#lower = lower;
    this.#width = upper.map((most, column) => most - (lower[column] ?? 0));
    this.#flipped = lower.map(() => false);
    this.#basis = equations.map(() => -1);
    this.#value = [];
    this.#rows = equations.map(({ terms, rhs }) => {
      const left = terms.reduce((rest, [column, by]) => rest - by * (lower[column] ?? 0), rhs);
      const row = new Float64Array(lower.length);
      for (const [column, by] of terms) row[column] = (row[column] ?? 0) + (left < 0 ? -by : by);
      this.#value.push(Math.abs(left));
      return row;
    });
  }

  /** Drives the slack of every row to 0; false when that cannot be done. */
  reachFeasible(): boolean {
    const objective = new Float64Array(this.#width.length);
    for (const row of this.#rows) subtract(objective, row, 1);
    if (this.#slack() > TINY && !this.descend(objective)) return false;
    if (this.#slack() > 1e-6) return false;
    this.#slackWidth = 0;
    return true;
  }

  /** What a unit of each column changes the cost by, the solved columns following along. */
  price(cost: number[]): Float64Array {
    const objective = Float64Array.from(cost, (each, column) => (this.#flipped[column] ? -each : each));
    this.#basis.forEach((basic, at) => {
      if (basic < 0) return;
      const by = this.#flipped[basic] ? -(cost[basic] ?? 0) : (cost[basic] ?? 0);
      if (by !== 0) subtract(objective, this.#row(at), by);
    });
    return objective;
  }

  /** Moves along columns that lower the objective until none does; false when the search is given up. */
  descend(objective: Float64Array): boolean {
    let idle = 0;
    for (let pivots = 0; pivots < PIVOTS; pivots += 1) {
      const entering = this.#entering(objective, idle > PATIENCE);
      if (entering < 0) return true;
      const { row, step } = this.#limit(entering);
      if (step === Infinity) return false;
      idle = step > TINY ? 0 : idle + 1;
      this.#move(entering, row, step, objective);
    }
    return false;
  }

  columns(): number[] {
    const from = this.#width.map(() => 0);
    this.#basis.forEach((basic, at) => {
      if (basic >= 0) from[basic] = this.#at(at);
    });
    return from.map((value, column) => {
      const moved = this.#flipped[column] ? (this.#width[column] ?? 0) - value : value;
      return (this.#lower[column] ?? 0) + moved;
    });
  }

  #entering(objective: Float64Array, first: boolean): number {
    let best = -1;
    let steepest = -GAIN;
    for (let column = 0; column < objective.length; column += 1) {
      if (num(objective, column) >= steepest || (this.#width[column] ?? 0) <= TINY) continue;
      if (first) return column;
      best = column;
      steepest = num(objective, column);
    }
    return best;
  }

  /** How far the column can go before a solved column meets a bound (`row`), or it meets its own (-1). */
  #limit(entering: number): { row: number; step: number } {
    let row = -1;
    let step = this.#width[entering] ?? 0;
    this.#rows.forEach((cells, at) => {
      const by = num(cells, entering);
      if (Math.abs(by) <= TINY) return;
      const room = by > 0 ? this.#at(at) : this.#widthOf(at) - this.#at(at);
      const limit = Math.max(0, room) / Math.abs(by);
      const tie = row >= 0 && Math.abs(limit - step) <= TINY && (this.#basis[at] ?? 0) < (this.#basis[row] ?? 0);
      if (limit < step - TINY || tie) [row, step] = [at, Math.min(limit, step)];
    });
    return { row, step };
  }

  #move(entering: number, leaving: number, step: number, objective: Float64Array): void {
    this.#rows.forEach((cells, at) => (this.#value[at] = this.#at(at) - num(cells, entering) * step));
    if (leaving < 0) {
      this.#flipped[entering] = !this.#flipped[entering];
      for (const cells of [...this.#rows, objective]) cells[entering] = -num(cells, entering);
      return;
    }
    const pivotRow = this.#row(leaving);
    const basic = this.#basis[leaving] ?? -1;
    if (num(pivotRow, entering) < 0) {
      // It leaves at its upper bound, and is measured downwards from there.
      for (let column = 0; column < pivotRow.length; column += 1) pivotRow[column] = -num(pivotRow, column);
      if (basic >= 0) {
        pivotRow[basic] = 1;
        this.#flipped[basic] = !this.#flipped[basic];
      }
    }
    const pivot = num(pivotRow, entering);
    for (let column = 0; column < pivotRow.length; column += 1) pivotRow[column] = num(pivotRow, column) / pivot;
    for (const cells of [...this.#rows, objective]) {
      const by = num(cells, entering);
      if (cells !== pivotRow && by !== 0) subtract(cells, pivotRow, by);
    }
    this.#basis[leaving] = entering;
    this.#value[leaving] = step;
  }

  #slack(): number {
    return this.#basis.reduce((sum, basic, at) => (basic < 0 ? sum + this.#at(at) : sum), 0);
  }

  #widthOf(at: number): number {
    const basic = this.#basis[at] ?? -1;
    return basic < 0 ? this.#slackWidth : (this.#width[basic] ?? 0);
  }

  #row(at: number): Float64Array {
    const row = this.#rows[at];
    if (!row) throw new Error(`no row: ${at}`);
    return row;
  }

  #at(at: number): number {
    return this.#value[at] ?? 0;
  }
}

function num(cells: Float64Array, at: number): number {
  return cells[at] ?? 0;
}

function subtract(cells: Float64Array, other: Float64Array, by: number): void {
  for (let at = 0; at < cells.length; at += 1) cells[at] = num(cells, at) - by * num(other, at);
}
