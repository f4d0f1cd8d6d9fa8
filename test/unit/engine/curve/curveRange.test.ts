import { describe, expect, test } from 'vitest';
import { assessEngine } from '../../../../src/engine/assess/assess';
import { rangeAt } from '../../../../src/engine/curve/curveRange';
import { predictLatency } from '../../../../src/engine/curve/predict';
import type { Observation } from '../../../../src/engine/plan/plan';
import { engine, observe, reading, stated } from '../../../support/plans';

/** In seconds, rounded to a millisecond. */
function range(observations: readonly Observation[], at: number, isMean = true) {
  const { curve } = assessEngine(engine(observations));
  const seconds = predictLatency(curve, at)?.latency.value ?? Number.NaN;
  const found = rangeAt(curve, at, seconds, isMean);
  const rounded = (share: number): number => Math.round(share * seconds * 1000) / 1000;
  return found && [rounded(found.low), rounded(found.high)];
}

describe('between two measurements', () => {
  const two = [observe(1, 4.07), observe(64, 10.445)];

  test('a mean has a throughput between theirs, and a latency between theirs', () => {
    // measured: 10.26 s at 32, on a server that steps up early (test/data/elsewhere)
    expect(range(two, 32)).toEqual([5.223, 10.445]);
    expect(range(two, 2)).toEqual([4.07, 8.14]);
  });

  test('of anything else nothing but that it lies between is known', () => {
    expect(range(two, 32, false)).toEqual([4.07, 10.445]);
  });

  test('where the heavier one is faster either may be right', () => {
    expect(range([observe(1, 2), observe(8, 1.5)], 4)).toEqual([1.5, 2]);
  });

  test('of which one is a bound there is no range', () => {
    const bound = { latencySeconds: reading(10.445, '<') };
    expect(range([observe(1, 4.07), observe(64, 10.445, bound)], 32)).toBeUndefined();
  });
});

test('between three and more it is the band around the curve', () => {
  const [low = 0, high = 0] = range([observe(1, 1), observe(8, 1.7), observe(16, 2.5)], 12) ?? [];
  expect(low).toBeGreaterThan(1.7);
  expect(high).toBeLessThan(2.5);
});

test('between three and more a mean has a throughput between theirs', () => {
  // 16 requests in 2.0 s and 32 in 4.0 s: 8/s on both sides
  expect(range([observe(1, 1), observe(16, 2), observe(32, 4)], 24)).toEqual([3, 3]);
});

test('what was observed itself has none, unless several disagree', () => {
  expect(range([observe(1, 1), observe(8, 2)], 8)).toBeUndefined();
  expect(range([observe(8, 1), observe(8, 1.9)], 8)).toEqual([1, 1.9]);
  expect(range([observe(8, 1), observe(8, 1.9, { source: 'guess' })], 8)).toBeUndefined();
});

test('beyond what was observed others say how well it is known', () => {
  expect(range([observe(2, 1), observe(8, 2)], 16)).toBeUndefined();
  expect(range([observe(2, 1), observe(8, 2)], 1)).toBeUndefined();
  expect(range([observe(8, 2, { users: stated(8) })], 8)).toBeUndefined();
});
