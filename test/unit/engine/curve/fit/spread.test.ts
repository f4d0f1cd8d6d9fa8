import { describe, expect, test } from 'vitest';
import type { Points } from '../../../../../src/engine/curve/fit/leastSquares';
import {
  MOST_IN_TURN,
  pointsToFit,
  spreadIndices,
} from '../../../../../src/engine/curve/fit/spread';

/** Loads from 1 to `count`, one apart: most of them lie near the end of a scale of logarithms. */
function pointsUpTo(count: number): Points {
  return Array.from({ length: count }, (_, i) => [i + 1, 1 + i / 100] as const);
}

describe('a few of many points', () => {
  test('few points are all taken', () => {
    expect(spreadIndices(pointsUpTo(6), 1, 5, MOST_IN_TURN)).toEqual([1, 2, 3, 4]);
    expect(spreadIndices(pointsUpTo(2), 3, 2, MOST_IN_TURN)).toEqual([]);
  });

  test('many are taken at equal steps of the logarithm, nearest first, with both ends', () => {
    // 1, 10, 100 and 1000 by load
    expect(spreadIndices(pointsUpTo(1000), 0, 1000, 4)).toEqual([0, 9, 99, 999]);
    // 1, 3.2, 10, 32, 100: the nearest loads are 3 and 32
    expect(spreadIndices(pointsUpTo(100), 0, 100, 5)).toEqual([0, 2, 9, 31, 99]);
  });

  test('no index is outside what was asked for, and none is taken twice', () => {
    const taken = spreadIndices(pointsUpTo(40), 1, 39, MOST_IN_TURN);
    expect(taken[0]).toBe(1);
    expect(taken.at(-1)).toBe(38);
    expect(taken.length).toBeLessThanOrEqual(MOST_IN_TURN);
    expect(taken).toEqual([...new Set(taken)].sort((a, b) => a - b));
  });

  test('a family is fitted to all of 64 points, and to some of more', () => {
    const all = pointsUpTo(64);
    expect(pointsToFit(all)).toBe(all);
    const many = pointsUpTo(500);
    const fitted = pointsToFit(many);
    expect(fitted.length).toBeLessThanOrEqual(64);
    expect([fitted[0], fitted.at(-1)]).toEqual([many[0], many.at(-1)]);
  });
});
