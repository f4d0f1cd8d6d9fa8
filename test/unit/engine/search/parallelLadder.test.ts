import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { betweenNeighbours, parallelLadder } from '../../../../src/engine/search/parallelLadder';
import type { ScenarioAssessment } from '../../../../src/engine/assess/assessment';
import { assessPlan, closed, engine, observe, stated } from '../../../support/plans';

describe('values of `parallel` that are tried', () => {
  test('are all up to 64, then 16 in each doubling, and the largest', () => {
    expect(parallelLadder(64)).toEqual(Array.from({ length: 64 }, (_, i) => i + 1));
    expect(parallelLadder(140).slice(62)).toEqual([
      63, 64, 68, 72, 76, 80, 84, 88, 92, 96, 100, 104, 108, 112, 116, 120, 124, 128, 136, 140,
    ]);
    expect(parallelLadder(4096)).toHaveLength(160);
  });

  test('are those of measurements too', () => {
    expect(parallelLadder(200, [101, 300])).toContain(101);
    expect(parallelLadder(200, [101, 300])).not.toContain(300);
  });

  test('are few for any largest, and leave no wide gap', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4096 }), (largest) => {
        const values = parallelLadder(largest);
        expect(values.length).toBeLessThanOrEqual(160);
        expect([values[0], values.at(-1)]).toEqual([1, largest]);
        values.slice(1).forEach((value, i) => {
          expect(value - (values[i] ?? 0)).toBeLessThanOrEqual(Math.max(1, value / 16));
        });
      }),
    );
  });

  test('next to the best are tried in the end', () => {
    expect(betweenNeighbours([64, 68, 72], 68)).toEqual([65, 66, 67, 69, 70, 71]);
    expect(betweenNeighbours([64, 68, 72], 72)).toEqual([69, 70, 71]);
    expect(betweenNeighbours([1, 2, 3], 2)).toEqual([]);
  });
});

test('the answer beyond 64 slots costs hardly more than that of trying each', () => {
  const anyQuestion = fc.record({
    slope: fc.double({ min: 0.001, max: 0.05, noNaN: true }),
    limit: fc.double({ min: 1.5, max: 6, noNaN: true }),
    users: fc.integer({ min: 500, max: 50_000 }),
    thinkTime: fc.constantFrom(0, 5),
    follows: fc.constantFrom('load' as const, 'parallel' as const),
  });
  fc.assert(
    fc.property(anyQuestion, ({ slope, limit, users, thinkTime, follows }) => {
      const curve = [1, 40, 300].map((at) => observe(at, 1 + slope * (at - 1)));
      const objective = {
        kind: 'latency',
        limitSeconds: limit,
        strict: false,
        path: '/o',
      } as const;
      const target = { name: 't', path: '/targets/t', objectives: [objective] };
      const values = Array.from({ length: 300 }, (_, i) => i + 1);
      const { scenarios } = assessPlan({
        engine: engine(curve, { latencyFollows: stated(follows) }),
        workload: closed(users, thinkTime),
        targets: [target],
        scenarios: ['auto' as const, ...values].map((parallel) => ({
          parallel,
          sizeFor: 'target',
        })),
      });
      const met = scenarios.filter((each) => each.verdictOn(target).outcome === 'meets');
      const nodesOf = ({ nodes }: ScenarioAssessment): number => nodes?.value ?? Infinity;
      const [auto, ...each] = scenarios;
      const fewest = Math.min(...each.filter((one) => met.includes(one)).map(nodesOf));
      if (!auto || fewest === Infinity) return;
      expect(met).toContain(auto);
      expect(nodesOf(auto)).toBeLessThanOrEqual(Math.ceil(fewest * 1.01));
    }),
    { numRuns: 15 },
  );
});
