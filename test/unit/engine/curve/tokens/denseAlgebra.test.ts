import { expect, it } from 'vitest';
import {
  factorize,
  halfLogDeterminant,
  invertFactored,
} from '../../../../../src/engine/curve/tokens/denseAlgebra';

const MATRIX = Float64Array.of(4, 2, 0.6, 2, 5, 1, 0.6, 1, 3);

it('inverts a positive definite matrix', () => {
  const factor = MATRIX.slice();
  expect(factorize(factor, 3)).toBe(true);
  const inverse = invertFactored(factor, 3);
  for (let i = 0; i < 3; i++) {
    for (let j = 0; j < 3; j++) {
      let sum = 0;
      for (let k = 0; k < 3; k++) sum += (MATRIX[i * 3 + k] ?? NaN) * (inverse[k * 3 + j] ?? NaN);
      expect(sum).toBeCloseTo(i === j ? 1 : 0, 12);
    }
  }
});

it('has the determinant', () => {
  const factor = MATRIX.slice();
  factorize(factor, 3);
  const determinant = 4 * (15 - 1) - 2 * (6 - 0.6) + 0.6 * (2 - 3);
  expect(2 * halfLogDeterminant(factor, 3)).toBeCloseTo(Math.log(determinant), 12);
});

it('says that a matrix is not positive definite', () => {
  expect(factorize(Float64Array.of(1, 2, 2, 1), 2)).toBe(false);
});
