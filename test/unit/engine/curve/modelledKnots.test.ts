import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { knotsThrough, rangeAlong } from '../../../../src/engine/curve/modelledKnots';
import { atMost } from '../../../../src/engine/util/rounding';

/** Loads and times of a server whose time and throughput never fall as load grows. */
const anyObserved = fc
  .array(
    fc.record({
      step: fc.double({ min: 0.5, max: 40, noNaN: true }),
      // 0: the time stays; 1: it grows in proportion to the load
      growth: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    { maxLength: 6 },
  )
  .chain((steps) =>
    fc.record({
      steps: fc.constant(steps),
      first: fc.double({ min: 0.1, max: 30, noNaN: true }),
      from: fc.integer({ min: 1, max: 20 }),
    }),
  )
  .map(({ steps, first, from }) => {
    let [load, seconds] = [from, first];
    return steps.map(({ step, growth }): readonly [number, number] => {
      const point = [load, seconds] as const;
      seconds *= ((load + step) / load) ** growth;
      load += step;
      return point;
    });
  });

/** Any model of the time, however wild. */
const anyModel = fc
  .array(fc.double({ min: 0.01, max: 100, noNaN: true }), { minLength: 1, maxLength: 20 })
  .map((times) => (load: number) => times[Math.floor(load) % times.length] ?? 1);

describe('knots of a model through observations', () => {
  test('are the observations where these are', () => {
    fc.assert(
      fc.property(anyObserved, anyModel, fc.boolean(), (observed, model, isMean) => {
        expect(knotsThrough(observed, model, isMean)).toEqual(expect.arrayContaining(observed));
      }),
    );
  });

  test('never fall, and neither does the throughput of means', () => {
    fc.assert(
      fc.property(anyObserved, anyModel, fc.boolean(), (observed, model, isMean) => {
        let last: readonly [number, number] | undefined;
        for (const knot of knotsThrough(observed, model, isMean)) {
          if (last) {
            expect(knot[0]).toBeGreaterThan(last[0]);
            expect(atMost(last[1], knot[1])).toBe(true);
            if (isMean) expect(atMost(last[0] / last[1], knot[0] / knot[1])).toBe(true);
          }
          last = knot;
        }
      }),
    );
  });

  test('go straight where the observations fall', () => {
    const observed = [
      [4, 3],
      [16, 2],
    ] as const;
    const between = knotsThrough(observed, () => 10, true).filter(([at]) => at > 4 && at < 16);
    expect(between).toEqual([]);
  });

  test('are the model itself where nothing was observed', () => {
    const knots = knotsThrough([], (load) => 1 + load / 10, true);
    expect(knots[0]).toEqual([1, 1.1]);
    for (const [load, seconds] of knots) expect(seconds).toBeCloseTo(1 + load / 10, 9);
  });
});

describe('the range along a curve', () => {
  const anyFactor = fc
    .array(fc.double({ min: 1, max: 5, noNaN: true }), { minLength: 1, maxLength: 20 })
    .map((factors) => (load: number) => factors[Math.floor(load) % factors.length] ?? 1);

  test('has ends that never fall as load grows, with the curve between them', () => {
    const anyLoads = fc.array(fc.double({ min: 0.5, max: 6000, noNaN: true }), { maxLength: 30 });
    fc.assert(
      fc.property(anyObserved, anyModel, anyFactor, anyLoads, (observed, model, factor, loads) => {
        const knots = knotsThrough(observed, model, true);
        const at = rangeAlong(knots, factor);
        let [low, high] = [0, 0];
        for (const load of loads.sort((a, b) => a - b)) {
          const range = at(load);
          expect(range.low).toBeLessThanOrEqual(1 + 1e-9);
          expect(range.high).toBeGreaterThanOrEqual(1 - 1e-9);
          const seconds = read(knots, load);
          expect(atMost(low, range.low * seconds)).toBe(true);
          expect(atMost(high, range.high * seconds)).toBe(true);
          [low, high] = [range.low * seconds, range.high * seconds];
        }
      }),
    );
  });

  test('is what the model says where that alone never falls', () => {
    const knots = knotsThrough([], (load) => load, true);
    const range = rangeAlong(knots, () => 1.5)(8);
    expect(range.high).toBeCloseTo(1.5, 9);
    expect(range.low).toBeCloseTo(1 / 1.5, 9);
  });
});

/** Straight from knot to knot, and flat outside them. */
function read(knots: readonly (readonly [number, number])[], load: number): number {
  const index = knots.findIndex(([at]) => at >= load);
  const [before, after] = [knots[index - 1], knots[index]];
  if (!after) return knots.at(-1)?.[1] ?? Number.NaN;
  if (!before) return after[1];
  return before[1] + ((load - before[0]) / (after[0] - before[0])) * (after[1] - before[1]);
}
