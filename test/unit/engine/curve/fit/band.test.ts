import { describe, expect, test } from 'vitest';
import { bandOf } from '../../../../../src/engine/curve/fit/band';
import { extrapolateLinearly } from '../../../../../src/engine/curve/fit/extrapolate';

/** Points on a straight line; with noise, each second one is above it. */
function line(count: number, noise = 0) {
  return Array.from({ length: count }, (_, i) => {
    const load = i + 1;
    return [load, (1 + 0.1 * load) * (i % 2 === 0 ? 1 : 1 + noise)] as const;
  });
}

describe('the band of predictions', () => {
  test('two points have none', () => {
    expect(bandOf(line(2), extrapolateLinearly)).toBeUndefined();
  });

  // 18 inner points and more are predicted in part; up to 16 in turn
  test.each([3, 8, 18, 19, 60])('of %i points on a line is at most the typical error', (count) => {
    const band = bandOf(line(count), extrapolateLinearly);
    const alone = 1.2816 * 0.05;
    expect(band?.between).toBeGreaterThan(0);
    expect(band?.between).toBeLessThan(alone);
    expect(band?.beyond).toBeGreaterThanOrEqual(band?.between ?? Infinity);
  });

  test.each([8, 40])('of %i points is wider if they scatter', (count) => {
    const smooth = bandOf(line(count), extrapolateLinearly);
    const rough = bandOf(line(count, 0.3), extrapolateLinearly);
    expect(rough?.between).toBeGreaterThan(2 * (smooth?.between ?? Infinity));
    expect(rough?.beyond).toBeGreaterThanOrEqual(rough?.between ?? Infinity);
  });

  test('hardly changes where some of many points are predicted instead of each', () => {
    const each = bandOf(line(18, 0.2), extrapolateLinearly)?.between ?? 0;
    const some = bandOf(line(19, 0.2), extrapolateLinearly)?.between ?? 0;
    expect(some / each).toBeGreaterThan(0.7);
    expect(some / each).toBeLessThan(1.4);
  });
});
