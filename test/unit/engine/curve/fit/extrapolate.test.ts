import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extrapolateLinearly, slopeBeyond } from '../../../../../src/engine/curve/fit/extrapolate';
import type { Points } from '../../../../../src/engine/curve/fit/leastSquares';

describe('beyond the last point', () => {
  test('a straight line goes on as it is', () => {
    const line = [1, 2, 4, 8, 16].map((load) => [load, 0.5 + 0.25 * load] as const);
    expect(slopeBeyond(line)).toBeCloseTo(0.25, 9);
    expect(extrapolateLinearly(line)(32)).toBeCloseTo(8.5, 9);
  });

  test('up to three points the last two tell the slope', () => {
    expect(
      slopeBeyond([
        [1, 1],
        [2, 1.1],
        [4, 2.1],
      ]),
    ).toBeCloseTo(0.5, 12);
    expect(
      slopeBeyond([
        [1, 1],
        [2, 0.9],
      ]),
    ).toBe(0);
  });

  test('a curve that bends up goes on as its end does, which foretold each next point better', () => {
    const bent = [1, 2, 4, 8, 16, 32].map((load) => [load, 1 + load ** 2 / 100] as const);
    const [before, last] = [bent[4], bent[5]];
    const end = ((last?.[1] ?? 0) - (before?.[1] ?? 0)) / 16;
    expect(slopeBeyond(bent) / end).toBeGreaterThan(0.85);
  });

  test('one step at the end counts for less than all points together', () => {
    const flat = [1, 2, 4, 8].map((load) => [load, 1 + 0.02 * load] as const);
    const step: Points = [...flat, [16, 2.6], [32, 5.2], [64, 5.3]];
    // the last two alone: 3 ms a request
    expect(slopeBeyond(step)).toBeGreaterThan(0.01);
    const steep: Points = [...flat, [16, 1.32], [32, 5.2]];
    expect(slopeBeyond(steep)).toBeLessThan((0.9 * (5.2 - 1.32)) / 16);
  });

  test('never falls, starts at the last point, and scales with the unit of time', () => {
    const points = fc
      .array(fc.double({ min: 0.1, max: 10, noNaN: true }), { minLength: 2, maxLength: 8 })
      .map((times) => times.map((seconds, i) => [2 ** i, seconds] as const));
    fc.assert(
      fc.property(points, fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (given, unit) => {
        const [load, seconds] = given.at(-1) ?? [0, 0];
        const curve = extrapolateLinearly(given);
        expect(curve(load)).toBe(seconds);
        expect(curve(2 * load)).toBeGreaterThanOrEqual(seconds);
        const scaled = extrapolateLinearly(given.map(([at, time]) => [at, unit * time] as const));
        expect(scaled(2 * load) / (unit * curve(2 * load))).toBeCloseTo(1, 6);
      }),
    );
  });
});
