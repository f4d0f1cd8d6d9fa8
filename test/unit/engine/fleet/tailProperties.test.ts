import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evidenceFor, rejectedShare } from '../../../../src/engine/fleet/evidence';
import { Fleet } from '../../../../src/engine/fleet/fleet';
import { ROUTINGS, type Workload } from '../../../../src/engine/plan/plan';
import { assessOne, closed, engine, observe, open, reading, stated } from '../../../support/plans';

const TIMES = ['latency', 'p50', 'p95', 'p99', 'ttft', 'tpot'] as const;

const anyFleet = fc.record({
  slope: fc.double({ min: 0, max: 0.5, noNaN: true }),
  routing: fc.constantFrom(...ROUTINGS),
  maxQueue: fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined }),
  nodes: fc.integer({ min: 1, max: 12 }),
  workload: fc.oneof(
    fc.record({
      users: fc.integer({ min: 1, max: 200 }),
      thinkTime: fc.double({ min: 0.1, max: 20, noNaN: true }),
    }),
    fc.record({ rate: fc.double({ min: 0.1, max: 40, noNaN: true }) }),
  ),
});

/** A queue in steps, a mixture of distributions, a short queue: these may rise by what no figure shows. */
const APPROXIMATE_SLACK = 2e-3;

type Given = typeof anyFleet extends fc.Arbitrary<infer T> ? T : never;

function workloadOf({ workload }: Given, scale: number): Workload {
  return 'rate' in workload
    ? open(workload.rate / scale)
    : closed(workload.users, workload.thinkTime * scale);
}

function figuresOf(given: Given, nodes: number, scale = 1): readonly number[] {
  const { slope, maxQueue, routing } = given;
  const curve = [1, 3, 8].map((load) => {
    const seconds = (1 + slope * (load - 1)) * scale;
    const ttftSeconds = reading(seconds / 10);
    const tpotSeconds = reading(seconds / 100);
    return observe(load, seconds, { ttftSeconds, tpotSeconds });
  });
  const assessed = assessOne(
    {
      engine: engine(curve, { maxQueue: maxQueue === undefined ? undefined : stated(maxQueue) }),
      workload: workloadOf(given, scale),
      policy: { routing: stated(routing) },
    },
    { parallel: 8, nodes },
  );
  // without a steady state there is no figure: no end to it
  if (!(assessed instanceof Fleet)) throw new RangeError('the scenario is sized');
  const times = TIMES.map((kind) => evidenceFor(assessed, kind)?.figure.value ?? Infinity);
  return [...times, rejectedShare(assessed)?.value ?? Infinity];
}

describe('tails, first tokens and rejections, of users and of arrivals', () => {
  test('percentiles rise with their share', () => {
    fc.assert(
      fc.property(anyFleet, (given) => {
        const [, p50 = 0, p95 = 0, p99 = 0] = figuresOf(given, given.nodes);
        expect(p50).toBeLessThanOrEqual(p95);
        expect(p95).toBeLessThanOrEqual(p99);
      }),
      { numRuns: 100 },
    );
  });

  test('a queue that is never full changes nothing', () => {
    const ample = fc.constantFrom(300, 10_000);
    fc.assert(
      fc.property(anyFleet, ample, ({ maxQueue: _, ...given }, most) => {
        const free = figuresOf({ ...given, maxQueue: undefined }, given.nodes);
        const limited = figuresOf({ ...given, maxQueue: most }, given.nodes);
        // beyond capacity any queue fills up
        if (free.includes(Infinity) || (limited.at(-1) ?? 1) > 1e-9) return;
        free.forEach((value, i) => {
          expect(limited[i]).toBeGreaterThanOrEqual(value * (1 - APPROXIMATE_SLACK));
          expect(limited[i]).toBeLessThanOrEqual(value * (1 + APPROXIMATE_SLACK) + 1e-9);
        });
      }),
      { numRuns: 100 },
    );
  });

  test('a think time of a microsecond is as good as none', () => {
    fc.assert(
      fc.property(anyFleet, fc.integer({ min: 1, max: 200 }), (given, users) => {
        const [none, short] = [0, 1e-6].map((thinkTime) =>
          figuresOf({ ...given, workload: { users, thinkTime } }, given.nodes),
        );
        // in a loop without pauses times of tokens are as observed, and the load of a server is no whole number
        const compared = given.routing === 'least-busy' ? TIMES.length - 2 : TIMES.length;
        none?.slice(0, compared).forEach((value, i) => {
          expect(short?.[i]).toBeGreaterThanOrEqual(value * 0.97);
          expect(short?.[i]).toBeLessThanOrEqual(value * 1.03);
        });
      }),
      { numRuns: 100 },
    );
  });

  test('more nodes never raise them', () => {
    fc.assert(
      fc.property(anyFleet, (given) => {
        const [fewer, more] = [0, 1].map((added) => figuresOf(given, given.nodes + added));
        fewer?.forEach((value, i) => {
          const isPercentile = TIMES[i]?.startsWith('p') ?? false;
          const isApproximate = isPercentile || given.maxQueue !== undefined;
          const slack = isApproximate ? APPROXIMATE_SLACK : 1e-6;
          expect(more?.[i]).toBeLessThanOrEqual(value * (1 + slack) + 1e-9);
        });
      }),
      { numRuns: 150 },
    );
  });

  test('more nodes never make those slower that a full queue does not turn away', () => {
    // by the balance, which knows nothing of who is turned away, six nodes were slower than five
    const given = { slope: 0.3, routing: 'random', maxQueue: 0, nodes: 5 } as const;
    const workload = { users: 90, thinkTime: 2.84 };
    const [five, six] = [5, 6].map((nodes) => figuresOf({ ...given, workload }, nodes)[0]);
    expect(six).toBeLessThan(five ?? 0);
  });

  test('scaling the unit of time scales times, and leaves shares', () => {
    fc.assert(
      fc.property(anyFleet, fc.constantFrom(0.25, 8), (given, scale) => {
        const [once, scaled] = [1, scale].map((by) => figuresOf(given, given.nodes, by));
        once?.forEach((value, i) => {
          const expected = i < TIMES.length ? value * scale : value;
          const slack = expected === Infinity ? 0 : 3e-3 * expected + 1e-9;
          expect(scaled?.[i]).toBeGreaterThanOrEqual(expected - slack);
          expect(scaled?.[i]).toBeLessThanOrEqual(expected + slack);
        });
      }),
      { numRuns: 150 },
    );
  });

  // What chance adds to a queue that always stands is lost in rounding: it once said 15 s or 14.2 s by the unit.
  test('the tail of a queue that always stands does not depend on the unit of time', () => {
    const given: Given = {
      slope: 0,
      routing: 'round-robin',
      maxQueue: undefined,
      nodes: 2,
      workload: { users: 193, thinkTime: 0.1 },
    };
    const [once, scaled] = [1, 8].map((scale) => figuresOf(given, 2, scale)[2]);
    expect(scaled).toBeCloseTo((once ?? 0) * 8, 3);
  });

  // The gamma that is widened by sharing once had its median below that of a request alone.
  test('no percentile is below that of a request alone on its server', () => {
    const p50At = (rate: number): number =>
      figuresOf(
        { slope: 0.5, routing: 'round-robin', maxQueue: undefined, nodes: 1, workload: { rate } },
        1,
      )[1] ?? 0;
    const alone = p50At(1e-6);
    for (const rate of [0.05, 0.2, 0.5, 1]) expect(p50At(rate)).toBeGreaterThanOrEqual(alone);
  });
});
