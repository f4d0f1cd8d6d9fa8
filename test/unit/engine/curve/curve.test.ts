import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bandHalfWidth } from '../../../../src/engine/curve/bandHalfWidth';
import { buildCurve, findFalls, type LatencyCurve } from '../../../../src/engine/curve/curve';
import { assessObservation } from '../../../../src/engine/observation/littlesLaw';
import { curveSegments, predictLatency } from '../../../../src/engine/curve/predict';
import type { Engine, Observation } from '../../../../src/engine/plan/plan';
import { engine, observe, reading, stated, type ObservationSketch } from '../../../support/plans';

function curveOf(observations: readonly Observation[], given: Partial<Engine> = {}): LatencyCurve {
  const made = engine(observations, given);
  return buildCurve(
    made,
    observations.map((observation) => assessObservation(observation, made)),
  );
}

function at(curve: LatencyCurve, load: number) {
  const prediction = predictLatency(curve, load);
  if (!prediction) throw new Error('the curve says nothing');
  const { value, bound, provenance } = prediction.latency;
  return {
    value,
    bound,
    reach: provenance.reach,
    known: provenance.known,
    floor: prediction.floorSeconds,
  };
}

describe('the points of a curve', () => {
  test('an observation sits at its load', () => {
    const curve = curveOf([observe(8, 2.7, { users: stated(50), nodes: stated(10) })]);
    expect(curve.points).toMatchObject([{ at: 5, load: 5, occupancy: 0.625 }]);
  });

  test('with latencyFollows: parallel it sits at its slots, and knows how busy they were', () => {
    const curve = curveOf([observe(8, 2.7, { users: stated(50), nodes: stated(10) })], {
      latencyFollows: stated('parallel'),
    });
    expect(curve.points).toMatchObject([{ at: 8, load: 5, occupancy: 0.625 }]);
  });

  test('what rounding leaves of a full server is full, and neither more nor less', () => {
    const placed = (perSecond: number) => {
      const run = observe(8, 3, { throughputPerSecond: reading(perSecond) });
      const made = engine([run]);
      const assessed = assessObservation(run, made);
      return [assessed.queued, buildCurve(made, [assessed]).points[0]?.at];
    };
    expect(placed(2.67)).toEqual([false, 8]); // 8.01 in flight
    expect(placed(2.66)).toEqual([false, 8]); // 7.98
    expect(placed(2.6)).toEqual([false, 7.800000000000001]);
    expect(placed(2.7)[0]).toBe(true);
    const users = assessObservation(observe(80, 3, { users: stated(81) }), engine([]));
    expect(users.queued).toBe(true);
  });

  test('one that names neither users nor throughput sits at its slots', () => {
    expect(curveOf([observe(4, 1.5)]).points).toMatchObject([{ at: 4 }]);
  });

  test('requests that queued by chance tell no more than an upper bound of it', () => {
    const caveatsOf = (given: ObservationSketch) =>
      curveOf([observe(8, 4, given)]).points[0]?.latency.provenance.caveats;
    expect(caveatsOf({ users: stated(16) })).toEqual([]);
    expect(caveatsOf({ users: stated(40), thinkTimeSeconds: stated(5) })).toEqual([
      'slots-free-at-times',
    ]);
    const keptUp = { ratePerSecond: stated(3), throughputPerSecond: reading(3) };
    expect(caveatsOf(keptUp)).toEqual(['slots-free-at-times']);
    expect(caveatsOf({ throughputPerSecond: reading(3) })).toEqual(['slots-free-at-times']);
    // it could not keep up with what it was asked
    const overloaded = { ratePerSecond: stated(5), throughputPerSecond: reading(3) };
    expect(caveatsOf(overloaded)).toEqual([]);
  });

  test('of a rate that may have been too much for the server nothing is known', () => {
    // 20/s in a run of a minute on a server that answers 10/s: 30 s is half of the run
    expect(curveOf([observe(8, 30, { ratePerSecond: stated(20) })]).points).toEqual([]);
    const kept = { ratePerSecond: stated(20), throughputPerSecond: reading(10) };
    expect(curveOf([observe(8, 30, kept)]).points[0]?.latency.value).toBeCloseTo(0.8, 12);
  });

  test('a stated throughput that is a bound makes the latency at its load one', () => {
    const boundOf = (bound: '<' | '<=' | '>' | 'exact') =>
      curveOf([
        observe(64, 2, { parallel: undefined, throughputPerSecond: reading(20, bound) }),
      ]).points.map(({ at: place, latency }) => [place, latency.bound]);
    expect(boundOf('exact')).toEqual([[40, 'exact']]);
    expect(boundOf('<')).toEqual([[40, '>=']]);
    expect(boundOf('>')).toEqual([[40, '<=']]);
  });

  test('a load that is about makes the latency there about', () => {
    const [point] = curveOf([
      observe(16, 2, { users: { ...stated(10), approximate: true } }),
    ]).points;
    expect(point?.latency.provenance.caveats).toEqual(['approximate']);
  });

  test('a queued benchmark tells the latency of full slots: its wait is taken out', () => {
    const curve = curveOf([observe(4, 5, { users: stated(10) })]);
    expect(curve.points[0]?.at).toBe(4);
    expect(curve.points[0]?.latency.value).toBe(2);
  });

  describe('with waiting by chance in them', () => {
    const plain = [1, 4, 8].map((users) =>
      observe(8, 1 + 0.1 * (users - 1), { users: stated(users) }),
    );
    const atRate = (perSecond: number, seconds: number, given: ObservationSketch = {}) =>
      observe(8, seconds, { ratePerSecond: stated(perSecond), ...given });
    const isAside = (run: Observation, others: readonly Observation[] = plain) => {
      const { points, setAside } = curveOf([...others, run]);
      const aside = setAside.flatMap(({ observations }) => observations);
      expect(points.length + aside.length).toBe(others.length + 1);
      return aside.some(({ observation }) => observation === run);
    };

    test('do not bend the curve that points without show', () => {
      expect(isAside(atRate(3.5, 2))).toBe(true);
      // more in flight than slots: its capacity is no better than theirs
      expect(isAside(atRate(4, 2.5, { throughputPerSecond: reading(4) }))).toBe(true);
    });

    test('count where the others know no better', () => {
      expect(isAside(atRate(3.5, 2), plain.slice(0, 2))).toBe(false);
      expect(
        isAside(
          atRate(3.5, 2),
          plain.map((each) => ({ ...each, source: stated('guess') })),
        ),
      ).toBe(false);
    });

    test('count where they are lower, which no waiting makes them', () => {
      expect(isAside(atRate(4, 1.4))).toBe(false);
    });

    test('count where next to nothing waits', () => {
      expect(isAside(atRate(2, 1.5))).toBe(false);
    });
  });

  test('two at the same load: the better known counts, and the mean of two as well known', () => {
    const curve = curveOf([
      observe(4, 9, { source: 'guess' }),
      observe(4, 1, { source: 'measured' }),
      observe(4, 2, { source: 'measured' }),
    ]);
    expect(curve.points).toHaveLength(1);
    expect(curve.points[0]?.latency.value).toBe(1.5);
    expect(curve.points[0]?.source).toBe('measured');
  });

  test('latency that falls as load grows is found', () => {
    const curve = curveOf([observe(1, 1), observe(2, 0.8), observe(4, 2)]);
    expect(findFalls(curve).map(([a, b]) => [a.at, b.at])).toEqual([[1, 2]]);
  });
});

describe('between and beyond the observations', () => {
  const three = curveOf([observe(1, 1), observe(4, 1.5, { source: 'guess' }), observe(5, 2.7)]);

  test('exactly the observed at an observation', () => {
    expect(at(three, 4)).toMatchObject({ value: 1.5, bound: 'exact', reach: 'direct' });
  });

  test('straight between two', () => {
    expect(at(three, 2)).toMatchObject({ value: 1 + 0.5 / 3, reach: 'interpolated' });
  });

  test('straight on beyond the last two', () => {
    expect(at(three, 8).value).toBeCloseTo(6.3, 12);
    expect(at(three, 8)).toMatchObject({ bound: 'exact', reach: 'extrapolated', floor: 2.7 });
  });

  test('below 1 a request is alone: S(1)', () => {
    expect(at(three, 0.2)).toMatchObject({ value: 1, reach: 'direct' });
  });

  test('never falls beyond the last observation', () => {
    expect(at(curveOf([observe(1, 2), observe(4, 1.5)]), 8)).toMatchObject({ value: 1.5 });
  });

  test('below the first it is at most the observed, and at least in proportion', () => {
    expect(at(curveOf([observe(8, 4)]), 2)).toMatchObject({
      value: 4,
      bound: '<=',
      floor: 1,
      reach: 'extrapolated',
    });
  });

  test('a single observation bounds what is beyond it in proportion to load', () => {
    const prediction = predictLatency(curveOf([observe(4, 2)]), 8);
    expect(prediction?.latency).toMatchObject({ value: 4, bound: '<=' });
    expect(prediction?.latency.provenance.caveats).toContain('throughput-may-fall');
    expect(prediction?.floorSeconds).toBe(2);
  });

  test('what rests on a bound is one, and keeps its strictness where it is the observation itself', () => {
    const curve = curveOf([observe(10, 1, { latencySeconds: reading(1, '<') })]);
    expect(at(curve, 10)).toMatchObject({ value: 1, bound: '<', floor: 0 });
    expect(at(curve, 5)).toMatchObject({ value: 1, bound: '<', floor: 0 });
    const mixed = curveOf([observe(1, 0.5), observe(10, 1, { latencySeconds: reading(1, '<') })]);
    expect(at(mixed, 5)).toMatchObject({ bound: '<=', floor: 0.5 });
  });

  test('bounds of both directions decide nothing', () => {
    const curve = curveOf([
      observe(1, 0.5, { latencySeconds: reading(0.5, '>') }),
      observe(9, 1, { latencySeconds: reading(1, '<') }),
    ]);
    expect(at(curve, 5).bound).toBe('undecided');
  });

  test('a prediction is as well known as the worst observation under it', () => {
    const curve = curveOf([
      observe(1, 1, { source: 'estimate' }),
      observe(4, 1.5, { source: 'guess' }),
    ]);
    expect(at(curve, 2).known).toBe('guess');
    expect(at(curve, 1).known).toBe('estimate');
  });
});

describe('three measured points have a shape', () => {
  const points = fc
    .array(
      fc.tuple(fc.integer({ min: 1, max: 64 }), fc.double({ min: 0.05, max: 20, noNaN: true })),
      {
        minLength: 3,
        maxLength: 8,
      },
    )
    .map((pairs) => [...new Map(pairs)].sort(([a], [b]) => a - b))
    .filter((pairs) => pairs.length >= 3);

  test('through every observation', () => {
    fc.assert(
      fc.property(points, (pairs) => {
        const curve = curveOf(pairs.map(([load, seconds]) => observe(load, seconds)));
        for (const [load, seconds] of pairs) expect(at(curve, load).value).toBe(seconds);
      }),
    );
  });

  test('that never leaves the range of its neighbours, nor falls where they rise', () => {
    fc.assert(
      fc.property(points, (pairs) => {
        const { knots } = curveOf(pairs.map(([load, seconds]) => observe(load, seconds)));
        pairs.slice(1).forEach(([to, high], i) => {
          const [from, low] = pairs[i] ?? [0, 0];
          if (high < low) return;
          const between = knots.filter(([load]) => load >= from && load <= to).map(([, s]) => s);
          for (const [j, seconds] of between.entries()) {
            expect(seconds).toBeGreaterThanOrEqual(between[j - 1] ?? low);
            expect(seconds).toBeLessThanOrEqual(high);
          }
        });
      }),
    );
  });

  test('that bends where a server becomes busy', () => {
    const busy = curveOf([observe(1, 1), observe(2, 1.1), observe(8, 4), observe(16, 8)]);
    expect(at(busy, 4).value).toBeLessThan(1.1 + (2.9 * 2) / 6);
    expect(busy.shape).toBe('families');
  });

  test('and a band, wider beyond them', () => {
    const curve = curveOf([observe(1, 1), observe(2, 1.3), observe(4, 2.1), observe(8, 3.7)]);
    const [between, beyond, farBeyond] = [3, 12, 64].map((load) => bandHalfWidth(curve, load) ?? 0);
    expect(between).toBeGreaterThan(0);
    expect(beyond).toBeGreaterThanOrEqual(between ?? 0);
    expect(farBeyond).toBeGreaterThan(beyond ?? 0);
    expect(bandHalfWidth(curve, 4)).toBeUndefined();
  });
});

test('the segments are the curve: no gap from 0 to the slots, and the same values', () => {
  const curve = curveOf([observe(2, 1), observe(4, 1.5), observe(5, 2.7)]);
  const segments = curveSegments(curve, 9);
  expect(segments[0]?.from).toBe(0);
  expect(segments.at(-1)?.to).toBe(9);
  segments.forEach(({ from, to, intercept, slope }, index) => {
    if (index > 0) expect(from).toBe(segments[index - 1]?.to);
    const middle = (Math.max(1, from) + to) / 2;
    expect(intercept + slope * middle).toBeCloseTo(at(curve, middle).value, 12);
  });
});
