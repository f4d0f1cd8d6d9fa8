/** Linear algebra for small, symmetric, positive definite matrices. A matrix is one array, row by row. */

/** Replaces the lower triangle by that of L with A = L Lᵀ (Cholesky). Returns false if A is not positive definite. */
export function factorize(a: Float64Array, size: number): boolean {
  for (let j = 0; j < size; j++) {
    for (let i = j; i < size; i++) {
      let sum = at(a, i * size + j);
      for (let k = 0; k < j; k++) sum -= at(a, i * size + k) * at(a, j * size + k);
      if (i > j) a[i * size + j] = sum / at(a, j * size + j);
      else if (sum > 0) a[i * size + j] = Math.sqrt(sum);
      else return false;
    }
  }
  return true;
}

/**
 * Solves L x = b in place.
 * @param columns Width of `b`.
 */
export function solveLower(
  l: Float64Array,
  size: number,
  b: Float64Array,
  columns = 1,
): Float64Array {
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++) {
      const factor = at(l, i * size + k);
      for (let c = 0; c < columns; c++) {
        b[i * columns + c] = at(b, i * columns + c) - factor * at(b, k * columns + c);
      }
    }
    const diagonal = at(l, i * size + i);
    for (let c = 0; c < columns; c++) b[i * columns + c] = at(b, i * columns + c) / diagonal;
  }
  return b;
}

/** Solves Lᵀ x = b in place. */
export function solveUpper(l: Float64Array, size: number, b: Float64Array): Float64Array {
  for (let i = size - 1; i >= 0; i--) {
    let sum = at(b, i);
    for (let k = i + 1; k < size; k++) sum -= at(l, k * size + i) * at(b, k);
    b[i] = sum / at(l, i * size + i);
  }
  return b;
}

/** Returns the inverse of A, from its factor L. */
export function invertFactored(l: Float64Array, size: number): Float64Array {
  const inverse = new Float64Array(size * size);
  const column = new Float64Array(size);
  for (let j = 0; j < size; j++) {
    column.fill(0);
    column[j] = 1;
    solveUpper(l, size, solveLower(l, size, column));
    for (let i = 0; i < size; i++) inverse[i * size + j] = at(column, i);
  }
  return inverse;
}

/** Returns half of ln det A: the sum of ln of the diagonal of L. */
export function halfLogDeterminant(l: Float64Array, size: number): number {
  let sum = 0;
  for (let i = 0; i < size; i++) sum += Math.log(at(l, i * size + i));
  return sum;
}

/** Returns an entry. Arrays have fixed sizes, so it exists. */
export function at(values: Float64Array, index: number): number {
  return values[index] ?? 0;
}
