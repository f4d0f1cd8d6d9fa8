/**
 * Least squares of relative errors with parameters kept at or above zero. A latency curve has few parameters, so every
 * choice of zero parameters is solved and the best feasible one taken. That is exact for so few (C. L. Lawson and R. J.
 * Hanson, "Solving Least Squares Problems", 1974, ch. 23).
 */

/** Known points: [load, seconds]. */
export type Points = readonly (readonly [number, number])[];

/**
 * Fits a linear combination of basis functions.
 * @param rows One row for each point: the value of each basis function there.
 * @param values Targets of the combination, all above 0.
 * @param weights Weight of each error; 1 / value makes errors relative.
 * @returns One coefficient for each basis function, all at least 0; undefined if none fits.
 */
export function fitNonNegative(
  rows: readonly (readonly number[])[],
  values: readonly number[],
  weights: readonly number[],
): readonly number[] | undefined {
  const size = rows[0]?.length ?? 0;
  let best: { readonly coefficients: readonly number[]; readonly error: number } | undefined;
  for (let chosen = 1; chosen < 2 ** size; chosen++) {
    const columns = Array.from({ length: size }, (_, i) => i).filter(
      (i) => (chosen >> i) % 2 === 1,
    );
    const solved = solveNormalEquations(rows, values, weights, columns);
    if (!solved?.every((coefficient) => coefficient >= 0)) continue;
    const coefficients = new Array<number>(size).fill(0);
    columns.forEach((column, i) => {
      coefficients[column] = solved[i] ?? 0;
    });
    const error = squaredError(rows, values, weights, coefficients);
    if (!best || error < best.error) best = { coefficients, error };
  }
  return best?.coefficients;
}

/**
 * Argument in [from, to] at which `cost` is lowest. A grid finds the valley, golden sections its bottom (J. Kiefer,
 * "Sequential minimax search for a maximum", 1953).
 */
export function minimize(cost: (x: number) => number, from: number, to: number): number {
  const steps = 12;
  const grid = Array.from({ length: steps + 1 }, (_, i) => from + ((to - from) * i) / steps);
  const costs = grid.map(cost);
  const lowest = costs.indexOf(Math.min(...costs));
  let low = grid[Math.max(0, lowest - 1)] ?? from;
  let high = grid[Math.min(steps, lowest + 1)] ?? to;
  const golden = (Math.sqrt(5) - 1) / 2;
  for (let i = 0; i < 24; i++) {
    const a = high - golden * (high - low);
    const b = low + golden * (high - low);
    if (cost(a) <= cost(b)) high = b;
    else low = a;
  }
  return (low + high) / 2;
}

function squaredError(
  rows: readonly (readonly number[])[],
  values: readonly number[],
  weights: readonly number[],
  coefficients: readonly number[],
): number {
  return rows.reduce((sum, row, i) => {
    const value = row.reduce((total, basis, j) => total + basis * (coefficients[j] ?? 0), 0);
    return sum + ((value - (values[i] ?? 0)) * (weights[i] ?? 0)) ** 2;
  }, 0);
}

function solveNormalEquations(
  rows: readonly (readonly number[])[],
  values: readonly number[],
  weights: readonly number[],
  columns: readonly number[],
): readonly number[] | undefined {
  const matrix = columns.map((a) => {
    const left = columns.map((b) => weightedSum(rows, weights, (row) => at(row, a) * at(row, b)));
    return [...left, weightedSum(rows, weights, (row, i) => at(row, a) * at(values, i))];
  });
  return solveLinear(matrix);
}

function weightedSum(
  rows: readonly (readonly number[])[],
  weights: readonly number[],
  term: (row: readonly number[], index: number) => number,
): number {
  return rows.reduce((sum, row, i) => sum + at(weights, i) ** 2 * term(row, i), 0);
}

/** Solves linear equations by Gaussian elimination with partial pivoting; the last column is the right-hand side. */
function solveLinear(matrix: readonly (readonly number[])[]): readonly number[] | undefined {
  const rows = matrix.map((row) => [...row]);
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    const below = rows.slice(column);
    const pivot = below.reduce((a, b) =>
      Math.abs(at(b, column)) > Math.abs(at(a, column)) ? b : a,
    );
    if (Math.abs(at(pivot, column)) < 1e-300) return undefined;
    rows[rows.indexOf(pivot)] = rows[column] ?? pivot;
    rows[column] = pivot;
    for (const row of rows) {
      if (row === pivot) continue;
      const factor = at(row, column) / at(pivot, column);
      for (let j = column; j <= size; j++) row[j] = at(row, j) - factor * at(pivot, j);
    }
  }
  return rows.map((row, i) => at(row, size) / at(row, i));
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? 0;
}
