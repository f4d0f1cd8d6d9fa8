import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ROUTINGS, type Objective, type Target, type Workload } from '../../../src/engine/plan';
import { assessOne, closed, engine, observe, open, reading, stated } from '../../support/plans';

const TIMES = ['latency', 'p50', 'p95', 'ttft'] as const;

/** Every objective with a limit that shows its figure; `scale` changes the unit of time. */
function targetOf(limitSeconds: number, rejected = 1): Target {
  const times = TIMES.map((kind): Objective => ({
    kind,
    limitSeconds,
    strict: false,
    path: `/targets/t/${kind}`,
  }));
  const path = '/targets/t/rejected';
  const share: Objective = { kind: 'rejected', limitShare: rejected, strict: false, path };
  return { name: 't', path: '/targets/t', objectives: [...times, share] };
}

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

/** A mixture of distributions is an approximation, whose median can rise a little as its tail falls. */
const PERCENTILE_SLACK = 0.02;

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
    return observe(load, seconds, { ttftSeconds });
  });
  const assessed = assessOne(
    {
      engine: engine(curve, { maxQueue: maxQueue === undefined ? undefined : stated(maxQueue) }),
      workload: workloadOf(given, scale),
      policy: { routing: stated(routing) },
      targets: [targetOf(1e6)],
    },
    { parallel: 8, nodes },
  );
  // without a steady state there is no figure: no end to it
  return (assessed.verdicts[0]?.objectives ?? []).map(({ figure }) => figure?.value ?? Infinity);
}

describe('tails, first tokens and rejections, of users and of arrivals', () => {
  test('more nodes never raise them', () => {
    fc.assert(
      fc.property(anyFleet, (given) => {
        const [fewer, more] = [0, 1].map((added) => figuresOf(given, given.nodes + added));
        fewer?.forEach((value, i) => {
          const isPercentile = TIMES[i]?.startsWith('p') ?? false;
          const slack = isPercentile ? PERCENTILE_SLACK : 1e-6;
          expect(more?.[i]).toBeLessThanOrEqual(value * (1 + slack) + 1e-9);
        });
      }),
      { numRuns: 150 },
    );
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
});
