import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evidenceFor } from '../../../../src/engine/fleet/evidence';
import { Fleet } from '../../../../src/engine/fleet/fleet';
import type { Observation, TimeObjective, Workload } from '../../../../src/engine/plan/plan';
import {
  assessOne,
  closed,
  engine,
  observe,
  open,
  reading,
  stated,
  tokens,
} from '../../../support/plans';

const LENGTHS = tokens(500, 200);
const STEP = 0.02;
const LOOP = [1, 8, 64].map((load) => {
  const step = STEP + 0.0004 * load;
  const ttft = 0.05 * (1 + load / 4) + step;
  return observe(load, ttft + 199 * step, {
    ...LENGTHS,
    ttftSeconds: reading(ttft),
    tpotSeconds: reading(step),
  });
});

function fleetOf(
  workload: Workload,
  parallel: number,
  nodes: number,
  observations = LOOP,
  maxQueue?: number,
): Fleet {
  const assessed = assessOne(
    {
      engine: engine(observations, {
        type: stated('vllm'),
        ...(maxQueue !== undefined && { maxQueue: stated(maxQueue) }),
      }),
      workload: { ...workload, ...LENGTHS, serviceCv: stated(0.5) },
    },
    { parallel, nodes },
  );
  if (!(assessed instanceof Fleet)) throw new RangeError('the scenario is sized');
  return assessed;
}

function seconds(fleet: Fleet, quantity: TimeObjective): number {
  return evidenceFor(fleet, quantity)?.figure.value ?? Number.NaN;
}

const anyFleet = [
  fc.integer({ min: 1, max: 60 }),
  fc.constantFrom(4, 16, 64),
  fc.integer({ min: 1, max: 3 }),
] as const;

describe('limit cases of a workload', () => {
  test('a think time of a microsecond has the first token of none', () => {
    fc.assert(
      fc.property(...anyFleet, (users, parallel, nodes) => {
        const [none, short] = [0, 1e-6].map((thinkTime) =>
          seconds(fleetOf(closed(users * nodes, thinkTime), parallel, nodes), 'ttft'),
        );
        expect(short).toBeGreaterThan((none ?? 0) * 0.998);
        expect(short).toBeLessThan((none ?? 0) * 1.002);
      }),
      { numRuns: 50 },
    );
  });

  test('nor do percentiles jump there, those of first tokens among them', () => {
    fc.assert(
      fc.property(
        ...anyFleet,
        fc.constantFrom<TimeObjective>('p50', 'p95', 'p99', 'ttft.p95', 'ttft.p99'),
        (users, parallel, nodes, quantity) => {
          const [none = 0, short] = [0, 1e-6].map((thinkTime) =>
            seconds(fleetOf(closed(users * nodes, thinkTime), parallel, nodes), quantity),
          );
          expect(short).toBeGreaterThan(none * 0.995);
          expect(short).toBeLessThan(none * 1.005);
        },
      ),
      { numRuns: 50 },
    );
  });

  test('arrivals that are rare have every time of one user without pauses', () => {
    const [one, rare] = [fleetOf(closed(1), 16, 1), fleetOf(open(1e-9), 16, 1)];
    const kinds: readonly TimeObjective[] = ['latency', 'p95', 'ttft', 'ttft.p95', 'tpot'];
    for (const kind of [...kinds, 'tpot.p95' as const]) {
      expect(seconds(rare, kind) / seconds(one, kind)).toBeCloseTo(1, 3);
    }
  });

  test('a queue that never fills changes nothing', () => {
    fc.assert(
      fc.property(...anyFleet, fc.boolean(), (users, parallel, nodes, isOpen) => {
        const workload = isOpen ? open(users / 20) : closed(users, 2);
        const kinds: readonly TimeObjective[] = ['latency', 'p95', 'ttft', 'tpot', 'ttft.p95'];
        const free = fleetOf(workload, parallel, nodes);
        if (free.overloaded) return;
        const limited = fleetOf(workload, parallel, nodes, LOOP, 1_000_000);
        for (const kind of kinds) {
          expect(seconds(limited, kind) / seconds(free, kind)).toBeCloseTo(1, 6);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('users who pause long have the first tokens of random arrivals', () => {
    const thinkTime = 1000;
    const fleet = fleetOf(closed(2000, thinkTime), 64, 1);
    const arrivals = fleetOf(open(2000 / (thinkTime + (fleet.latency?.value ?? 0))), 64, 1);
    expect(seconds(fleet, 'ttft') / seconds(arrivals, 'ttft')).toBeCloseTo(1, 2);
  });

  test('one user meets the prompts of nobody, and arrivals that are rare neither', () => {
    const alone = LOOP[0]?.ttftSeconds?.value ?? 0;
    expect(seconds(fleetOf(closed(1, 0.5), 8, 1), 'ttft')).toBeCloseTo(alone, 3);
    expect(seconds(fleetOf(open(1e-6), 8, 1), 'ttft')).toBeCloseTo(alone, 3);
  });
});

describe('percentiles of one time', () => {
  test('rise with their share, where one of them is observed at other loads', () => {
    const percentiles = ['p50', 'p90', 'p95', 'p99'] as const;
    fc.assert(
      fc.property(
        ...anyFleet,
        fc.constantFrom(...percentiles),
        fc.constantFrom(1, 2, 3),
        fc.double({ min: 1, max: 3, noNaN: true }),
        (users, parallel, nodes, observed, points, times) => {
          const observations = LOOP.slice(0, points).map((one): Observation => ({
            ...one,
            percentileSeconds: { [observed]: reading((one.latencySeconds?.value ?? 0) * times) },
          }));
          const rate = (users * nodes) / 8;
          const fleet = fleetOf(open(rate), parallel, nodes, observations);
          if (fleet.overloaded) return;
          // "at most" says nothing of what it is
          const found = percentiles.flatMap((each) => {
            const figure = evidenceFor(fleet, each)?.figure;
            return figure?.bound === 'exact' ? [figure.value] : [];
          });
          found.forEach((value, i) => {
            expect(value).toBeGreaterThanOrEqual((found[i - 1] ?? 0) * (1 - 1e-9));
          });
        },
      ),
      { numRuns: 50 },
    );
  });
});
