import { describe, expect, test } from 'vitest';
import {
  atMost,
  ceilForgiving,
  clearlyLess,
  nearlyEqual,
} from '../../../../src/engine/util/rounding';

describe('comparisons', () => {
  test('forgive the last bits, and nothing more', () => {
    expect(atMost(0.1 + 0.2, 0.3)).toBe(true);
    expect(clearlyLess(0.3, 0.1 + 0.2)).toBe(false);
    expect(nearlyEqual(0.1 + 0.2, 0.3)).toBe(true);
    expect(atMost(1 + 1e-6, 1)).toBe(false);
  });

  test('nothing is as much as what has no end, but that itself', () => {
    expect(atMost(Infinity, 1e300)).toBe(false);
    expect(clearlyLess(1e300, Infinity)).toBe(true);
    expect(atMost(Infinity, Infinity)).toBe(true);
    expect(clearlyLess(Infinity, Infinity)).toBe(false);
    expect(atMost(1, Infinity)).toBe(true);
  });

  test('not a number is neither more nor less', () => {
    expect(atMost(Number.NaN, 1)).toBe(false);
    expect(atMost(1, Number.NaN)).toBe(false);
  });
});

describe('a ceiling', () => {
  test('needs no node more because of a last bit', () => {
    expect(ceilForgiving(1000 / (8 * 0.7) + 1e-13)).toBe(179);
    expect(ceilForgiving(3)).toBe(3);
    expect(ceilForgiving(3 + 1e-6)).toBe(4);
  });
});
