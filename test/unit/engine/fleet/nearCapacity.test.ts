import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evidenceFor } from '../../../../src/engine/fleet/evidence';
import { Fleet } from '../../../../src/engine/fleet/fleet';
import { ROUTINGS, type Observation } from '../../../../src/engine/plan/plan';
import { assessOne, engine, observe, open, reading, stated, tokens } from '../../../support/plans';

const LENGTHS = tokens(500, 1000);
/** S(b) of a closed loop whose answers all have one length. */
const LOOP = [1, 8, 64].map((load) =>
  observe(load, 8 + 0.15 * (load - 1), { ...LENGTHS, ttftSeconds: reading(0.05 + 0.002 * load) }),
);
/** Answers a second of one server with 64 requests in flight. */
const CAPACITY = 64 / (8 + 0.15 * 63);

interface Given {
  readonly nodes: number;
  readonly ratePerSecond: number;
  readonly serviceCv: number;
  readonly routing?: (typeof ROUTINGS)[number];
  readonly observations?: readonly Observation[];
  readonly maxQueue?: number;
}

function fleetOf({ nodes, ratePerSecond, serviceCv, ...given }: Given): Fleet {
  const { routing = 'least-busy', observations = LOOP, maxQueue } = given;
  const assessed = assessOne(
    {
      engine: engine(observations, {
        type: stated('vllm'),
        maxQueue: maxQueue === undefined ? undefined : stated(maxQueue),
      }),
      workload: { ...open(ratePerSecond), ...LENGTHS, serviceCv: stated(serviceCv) },
      policy: { routing: stated(routing) },
    },
    { parallel: 64, nodes },
  );
  if (!(assessed instanceof Fleet)) throw new RangeError('the scenario is sized');
  return assessed;
}

describe('arrivals near the capacity that answers of one length showed', () => {
  test('answers that vary leave no steady state, and no calm figure', () => {
    const fleet = fleetOf({ nodes: 5, ratePerSecond: 5 * CAPACITY * 0.998, serviceCv: 1 });
    expect(fleet.overloaded).toBe(true);
    expect(fleet.overload?.doubts).toContain('lengths-vary');
    expect(fleet.overload?.capacityPerServer?.value).toBeLessThan(CAPACITY);
    expect(fleet.latency).toBeUndefined();
  });

  test('a limited queue is full then', () => {
    const ratePerSecond = 5 * CAPACITY * 0.998;
    const fleet = fleetOf({ nodes: 5, ratePerSecond, serviceCv: 1, maxQueue: 50 });
    expect(fleet.isFull).toBe(true);
  });

  test('a benchmark whose answers varied as much keeps its capacity', () => {
    const observations = LOOP.map((one) => ({ ...one, outputTokensCv: stated(1) }));
    const ratePerSecond = 5 * CAPACITY * 0.9;
    const [even, varied] = [LOOP, observations].map((each) =>
      fleetOf({ nodes: 5, ratePerSecond, serviceCv: 1, observations: each }),
    );
    expect(varied?.overloaded).toBe(false);
    const seconds = (fleet: Fleet | undefined) => fleet?.latency?.value ?? Infinity;
    expect(seconds(varied)).toBeLessThan(seconds(even));
  });

  test('a fleet that is sized for its slots has a steady state', () => {
    const sized = assessOne(
      {
        engine: engine(LOOP, { type: stated('vllm') }),
        workload: { ...open(5 * CAPACITY * 0.998), ...LENGTHS, serviceCv: stated(1) },
      },
      { parallel: 64 },
    );
    expect(sized.overloaded).toBe(false);
    expect(sized.nodes?.value).toBe(6);
  });

  test('no token is faster than in a closed loop of the same load', () => {
    const seconds = 0.4 / 49;
    const observations = [1, 8].map((load) =>
      observe(load, 0.3 + 0.01 * load, {
        ...tokens(500, 50),
        ttftSeconds: reading(0.05),
        tpotSeconds: reading(seconds),
      }),
    );
    for (const share of [0.7, 0.9, 0.97]) {
      const workload = { ...open((8 / 0.38) * share), ...tokens(500, 50), serviceCv: stated(0.5) };
      const fleet = assessOne(
        { engine: engine(observations, { type: stated('vllm') }), workload },
        { parallel: 8, nodes: 1 },
      );
      if (!(fleet instanceof Fleet)) throw new RangeError('the scenario is sized');
      expect(evidenceFor(fleet, 'tpot')?.figure.value).toBeGreaterThanOrEqual(seconds * 0.999);
    }
  });

  test('more nodes never raise a time', () => {
    const times = ['latency', 'p50', 'p95', 'p99', 'ttft', 'ttft.p95'] as const;
    fc.assert(
      fc.property(
        fc.constantFrom(0, 0.5, 1, 2),
        fc.constantFrom(...ROUTINGS),
        fc.integer({ min: 1, max: 12 }),
        fc.double({ min: 0.6, max: 1.1, noNaN: true }),
        (serviceCv, routing, nodes, share) => {
          const ratePerSecond = nodes * CAPACITY * share;
          const [fewer, more] = [0, 1].map((added) => {
            const fleet = fleetOf({ nodes: nodes + added, ratePerSecond, serviceCv, routing });
            return times.map((each) =>
              fleet.overloaded ? Infinity : evidenceFor(fleet, each)?.figure.value,
            );
          });
          fewer?.forEach((seconds = 0, i) => {
            expect(more?.[i]).toBeLessThanOrEqual(seconds * 1.005);
          });
        },
      ),
      { numRuns: 50 },
    );
  });
});
