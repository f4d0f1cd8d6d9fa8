import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formulaText } from '../../../../src/messages/formulas';
import {
  autoscaledHours,
  dayOf,
  scheduledHours,
  type ScenarioDay,
} from '../../../../src/engine/explore/dailyProfile';
import { DAILY_SHAPES } from '../../../../src/engine/explore/dailyShapes';
import type { DailyProfile, Workload } from '../../../../src/engine/plan/plan';
import {
  assessPlan,
  closed,
  engine,
  node,
  observe,
  open,
  stated,
  type PlanSketch,
  type ScenarioSketch,
} from '../../../support/plans';

const PATH = '/workload/profile';

function profileOf(shares: readonly number[], shape?: string): DailyProfile {
  return { path: PATH, shape, shares: shares.map((share) => stated(share, PATH)) };
}

/** `peak` at the hours given, a share of it at all others. */
function dayWith(hours: readonly number[], otherwise: number): readonly number[] {
  return Array.from({ length: 24 }, (_, hour) => (hours.includes(hour) ? 1 : otherwise));
}

function spend(
  shares: readonly number[],
  {
    workload = closed(80),
    startup = 0,
    scenario = {},
    sketch = {},
  }: {
    workload?: Workload;
    startup?: number;
    scenario?: Partial<ScenarioSketch>;
    sketch?: Partial<PlanSketch>;
  } = {},
): ScenarioDay {
  const machine = { ...node(2), startupSeconds: stated(startup) };
  const assessment = assessPlan({
    engine: engine([observe(2, 1.5), observe(8, 2.7)], { node: machine }),
    workload: { ...workload, profile: profileOf(shares) },
    ...sketch,
    scenarios: [{ parallel: 8, ...scenario }],
  });
  const [only] = assessment.scenarios;
  const day = only && dayOf(assessment, only);
  if (!day) throw new Error('the scenario has a day');
  expect(dayOf(assessment, only)).toBe(day);
  return day;
}

const hoursOf = ({ fixed, scheduled, autoscaled }: ScenarioDay): number[] =>
  [fixed, scheduled, autoscaled].map(({ nodeHours }) => nodeHours.value);

describe('a day', () => {
  test('has the nodes that each hour’s load takes', () => {
    const { hours } = spend(dayWith([9, 10], 0.25));
    expect(hours.map(({ nodes }) => nodes.value).slice(7, 12)).toEqual([3, 3, 10, 10, 3]);
    expect(hours[8] && formulaText(hours[8].asked)).toBe(
      '80 users × 25% at that hour, rounded up = 20 users',
    );
    expect(hours[8] && formulaText(hours[8].nodes)).toBe(
      '20 users / 8 slots, rounded up = 3 nodes',
    );
  });

  test('of an open workload has its peak where the share is 100%', () => {
    const workload = { ...open(10), peakFactor: stated(2) } as const;
    const { hours, fixed } = spend(dayWith([12], 0.5), { workload });
    expect(hours[12]?.asked.value).toBe(20);
    expect(hours[11]?.asked.value).toBe(10);
    expect(hours[12]?.nodes.value).toBe(fixed.nodeHours.value / 24);
  });

  test('without start-up time costs the same scheduled and autoscaled', () => {
    const day = spend(dayWith([9, 10], 0.25));
    expect(hoursOf(day)).toEqual([240, 2 * 10 + 22 * 3, 2 * 10 + 22 * 3]);
    expect(day.scheduled.costPerDay?.value).toBe(86 * 2);
    expect(day.scheduled.costPerMonth?.value).toBeCloseTo((86 * 2 * 730) / 24, 9);
  });

  test('a schedule asks ahead by the start-up time, an autoscaler holds for a whole hour', () => {
    const day = spend(dayWith([9, 10], 0.25), { startup: 900 });
    expect(hoursOf(day)).toEqual([240, 86 + 7 * 0.25, 86 + 7]);
    expect(formulaText(day.scheduled.nodeHours)).toBe(
      '3 nodes to 10 nodes by the hour, each started 15 min ahead = 87.8 node-hours',
    );
  });

  test('a start-up time above an hour looks further ahead, over midnight too', () => {
    const needed = dayWith([1], 0);
    expect(scheduledHours(needed, 1.5)).toBeCloseTo(2.5, 12);
    expect(autoscaledHours(needed, 1.5)).toBe(3);
    expect(scheduledHours(needed, 30)).toBe(24);
  });

  test('has always one node that serves, and the spare ones', () => {
    const { hours } = spend(dayWith([12], 0), { sketch: { policy: { spare: stated(2) } } });
    expect(hours[3]?.nodes.value).toBe(3);
    expect(hours[3] && formulaText(hours[3].nodes)).toBe(
      'one that serves + 2 nodes spare = 3 nodes',
    );
  });

  test('never has more nodes than the plan fixes', () => {
    const day = spend(dayWith([12], 0.5), { scenario: { nodes: 6 } });
    expect(day.hours.map(({ nodes }) => nodes.value).slice(11, 13)).toEqual([5, 6]);
    expect(day.fixed.nodeHours.value).toBe(144);
  });

  test('has no costs without a price, and is not there without a node', () => {
    const unpriced = engine([observe(8, 2.7)], { node: node(undefined) });
    expect(spend(dayWith([12], 0.5), { sketch: { engine: unpriced } }).fixed.costPerDay).toBe(
      undefined,
    );
    const without = engine([observe(8, 2.7)], { node: undefined });
    expect(() => spend(dayWith([12], 0.5), { sketch: { engine: without } })).toThrow('has a day');
  });
});

describe('named shapes', () => {
  test.each(Object.entries(DAILY_SHAPES))('%s has 24 shares, the largest 100%%', (_, shape) => {
    expect(shape.shares).toHaveLength(24);
    expect(Math.max(...shape.shares)).toBe(1);
    expect(Math.min(...shape.shares)).toBeGreaterThan(0);
  });

  test('are assumptions, which every figure that rests on one says', () => {
    const assessment = assessPlan({
      engine: engine([observe(8, 2.7)]),
      workload: {
        ...closed(80),
        profile: profileOf(DAILY_SHAPES['office-hours'].shares, 'office-hours'),
      },
      scenarios: [{ parallel: 8 }],
    });
    const [only] = assessment.scenarios;
    const day = only && dayOf(assessment, only);
    const figures = [day?.hours[3]?.nodes, day?.scheduled.costPerMonth, day?.autoscaled.nodeHours];
    for (const figure of figures) {
      expect(figure?.provenance.caveats).toContain('typical-profile');
    }
    expect(day?.fixed.costPerDay?.provenance.caveats).toEqual([]);
  });
});

const shares = fc
  .array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 24, maxLength: 24 })
  .map((list) => [1, ...list.slice(1)]);
const startups = fc.integer({ min: 0, max: 86_400 });
const workloads = fc.oneof(
  fc.integer({ min: 1, max: 5000 }).map((users) => closed(users)),
  fc.double({ min: 0.1, max: 1000, noNaN: true }).map(open),
);

describe('always', () => {
  test('a flat day costs the same in all three ways', () => {
    fc.assert(
      fc.property(workloads, startups, (workload, startup) => {
        const [fixed, scheduled, autoscaled] = hoursOf(
          spend(DAILY_SHAPES.flat.shares, { workload, startup }),
        );
        expect(scheduled).toBeCloseTo(fixed ?? -1, 6);
        expect(autoscaled).toBe(fixed);
      }),
    );
  });

  test('scheduled costs no more than autoscaled, and that no more than fixed', () => {
    fc.assert(
      fc.property(shares, workloads, startups, (list, workload, startup) => {
        const [fixed = 0, scheduled = 0, autoscaled = 0] = hoursOf(
          spend(list, { workload, startup }),
        );
        expect(scheduled).toBeLessThanOrEqual(autoscaled + 1e-9);
        expect(autoscaled).toBeLessThanOrEqual(fixed);
      }),
    );
  });
});
